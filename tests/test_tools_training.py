"""The command that makes the tables and trees anew, on articles of two and three sentences."""

from __future__ import annotations

import contextlib
import io
import re
import sys
from pathlib import Path

import pytest

from quoteattr.data.outline import read_outline
from quoteattr.forest import Column, Forest
from tools.training.__main__ import main
from tools.training.counting import Tally
from tools.training.fitting import fit
from tools.training.rows import Labelled

FIRST = (
    "The mayor said that everybody in the town by the sea thought it was safe. Ana Ruiz planted a tree by the house. "
    "Ana Ruiz said the tree was old.\n"
)
SECOND = FIRST + "Tom Bell praised the plan for schools.\n"
SAID = ("The mayor", "said", "that everybody in the town by the sea thought it was safe")
PRAISED = ("Tom Bell", "praised", "the plan for schools")


def annotated(text: str, *attributions: tuple[str, str, str]) -> str:
    """The annotation of a text with attributions of a source, a cue and a content each."""
    lines = []
    for number, words in enumerate(attributions):
        for role, part in zip(("Source", "Cue", "Content"), words, strict=True):
            start = text.index(part)
            lines.append(f"T{number}{len(role)}\t{role} {start} {start + len(part)}\t{part}\n")
        lines.append(f"E{number}\tAttribution:T{number}3 Source:T{number}6 Cue:T{number}3 Content:T{number}7\n")
    return "".join(lines)


pytest.importorskip("lightgbm")


@pytest.fixture(scope="module")
def counted(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The tables of two articles: one attribution in both, one in the second alone."""
    corpus, output = tmp_path_factory.mktemp("corpus"), tmp_path_factory.mktemp("tables") / "new" / "folder"
    for folder in ("text", "attributions"):
        (corpus / "train" / folder).mkdir(parents=True)
    for name, text, attributions in (("a", FIRST, [SAID]), ("b", SECOND, [SAID, PRAISED])):
        (corpus / "train" / "text" / f"{name}.txt").write_text(text, encoding="utf-8")
        annotation = annotated(text, *attributions)
        (corpus / "train" / "attributions" / f"{name}_abcd.ann").write_text(annotation, encoding="utf-8")
    with contextlib.redirect_stdout(io.StringIO()) as printed:
        assert main([str(corpus), "--output", str(output)]) == 0
    (output / "printed").write_text(printed.getvalue(), encoding="utf-8")
    return output


def test_a_missing_learner_is_told_before_anything_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Since reading and counting a corpus takes long."""
    monkeypatch.setitem(sys.modules, "lightgbm", None)
    assert main([str(tmp_path / "nowhere"), "--output", str(tmp_path)]) == 1
    assert "pip install --group training" in capsys.readouterr().err


def rows(file: Path) -> list[list[str]]:
    text = file.read_text(encoding="utf-8")
    assert text.endswith("\n")
    return [line.split("\t") for line in text.splitlines()]


def told(file: Path) -> dict[str, str]:
    """What an outline tells of each key."""
    outline = read_outline(file.read_text(encoding="utf-8"))
    return {key: cell for _, keys, cells in outline for key, cell in zip(keys, cells, strict=True)}


def test_tables_and_trees_are_written(counted: Path) -> None:
    """In a folder that is made, if it is missing."""
    trees = [f"{name}_{kind}" for name in ("ends", "judge") for kind in ("trees.tsv", "values.tsv")]
    assert sorted(file.name for file in counted.iterdir()) == sorted(
        ["confidence.tsv", "cues.tsv", "ends.tsv", "printed", *trees]
    )


def test_figures_of_held_out_articles_are_printed(counted: Path) -> None:
    """Of all three attributions, in the table of the evaluation."""
    head, total, *_ = (counted / "printed").read_text(encoding="utf-8").splitlines()
    assert "linked P/R/F" in head
    assert total.split()[:2] == ["all", "3"]


def test_trees_can_be_read(counted: Path) -> None:
    """What is written is a forest."""
    for name in ("ends", "judge"):
        trees, values = (counted / f"{name}_trees.tsv").read_text(), (counted / f"{name}_values.tsv").read_text()
        assert all(0 <= share <= 1 for share in Forest.from_text(trees, values).probabilities([{}]))


def test_trees_learn_what_is_right() -> None:
    """From words, by counts of the other parts, and from numbers."""
    rows = [
        Labelled({"verb": verb, "words": float(words)}, right=verb == "say" or words > 20)
        for words in range(40)
        for verb in ("say", "sing")
        for _ in range(5)
    ]
    columns = (Column.words("verb"), Column.number("words"))
    forest = fit(rows, [number % 5 for number in range(len(rows))], columns, 60, threads=1).forest
    asked = [{"verb": "say", "words": 3.0}, {"verb": "sing", "words": 3.0}, {"verb": "sing", "words": 38.0}]
    said, sung, long = forest.probabilities(asked)
    assert said > 0.8 > 0.5 > sung
    assert long > 0.8


def test_fitting_twice_gives_the_same_files() -> None:
    """Nothing is left to chance."""
    rows = [Labelled({"verb": "say", "words": float(n * 7 % 11)}, right=n % 3 == 0) for n in range(300)]
    columns = (Column.words("verb"), Column.number("words"))
    first, second = (fit(rows, [n % 5 for n in range(300)], columns, 5, threads=1) for _ in range(2))
    assert first == second


def test_cues_are_counted(counted: Path) -> None:
    """A lemma in its frame, in all frames, all lemmas; what is no cue is counted as a candidate alone."""
    counts = told(counted / "cues.tsv")
    assert counts["say VERB clause"] == counts["say VERB *"] == "2/4"
    assert counts["plant VERB object"] == "0/2"
    assert counts["praise VERB object"] == "1/1"
    assert counts["* VERB *"] == "3/7"


def test_cue_within_a_content_is_not_counted(counted: Path) -> None:
    """It would be dropped for the outermost anyway."""
    assert "think" not in {key.split(" ")[0] for key in told(counted / "cues.tsv")}


def test_ends_are_counted(counted: Path) -> None:
    """Places behind the heads of known contents, and no line for what was seen once."""
    counts = told(counted / "ends.tsv")
    assert not any(" prep for" in place for place in counts)
    pairs = [tuple(map(int, one.split("/"))) for one in counts.values()]
    assert all(0 <= right <= seen and seen > 1 for right, seen in pairs)


def test_confidence_is_counted_on_other_articles(counted: Path) -> None:
    """Each article was read with what was made from the other one."""
    header, *body = rows(counted / "confidence.tsv")
    assert header == ["rule", "band", "right", "found"]
    counts = {(rule, band): (int(right), int(found)) for rule, band, right, found in body}
    assert counts["*", "*"][1] >= 2
    assert all(0 <= right <= found for right, found in counts.values())


def test_no_text_of_the_articles_is_written(counted: Path) -> None:
    """Of their words only lemmas of verbs stand in the tables, and no two words that follow each other."""
    written = "".join(file.read_text(encoding="utf-8") for file in counted.iterdir())
    found = set(re.findall(r"\w+", SECOND)) & set(re.findall(r"\w+", written))
    assert found <= {"in", "a", "that", "The", "the", "was"}
    for pair in re.findall(r"(?=\b(\w+ \w+))", SECOND):
        assert pair not in written


def test_folder_must_be_a_corpus(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The message names what is missing."""
    assert main([str(tmp_path), "-o", str(tmp_path / "out")]) == 1
    assert "train" in capsys.readouterr().err
    assert not (tmp_path / "out").exists()


def test_output_is_required(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """So that the tables that ship are not overwritten by a slip."""
    with pytest.raises(SystemExit) as stop:
        main([str(tmp_path)])
    assert stop.value.code == 2
    assert "--output" in capsys.readouterr().err


def test_tally() -> None:
    """Right ones and all, by keys in order."""
    tally = Tally()
    for key, right in ((("b",), True), (("a", "x"), False), (("b",), False)):
        tally.add(key, right)
    assert tally.items() == [(("a", "x"), 0, 1), (("b",), 1, 2)]
