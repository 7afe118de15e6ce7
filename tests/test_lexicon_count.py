"""The command that counts the lexicon anew, on articles of two and three sentences."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from quoteattr.errors import CorpusError
from quoteattr.lexicon.count import Tally, main

FIRST = (
    "The mayor said that everybody in the town by the sea thought it was safe. Ana Ruiz planted a tree by the house.\n"
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
    assert main([str(corpus), "--output", str(output)]) == 0
    return output


def rows(file: Path) -> list[list[str]]:
    text = file.read_text(encoding="utf-8")
    assert text.endswith("\n")
    return [line.split("\t") for line in text.splitlines()]


def test_three_tables_are_written(counted: Path) -> None:
    """In a folder that is made, if it is missing."""
    assert sorted(file.name for file in counted.iterdir()) == ["confidence.tsv", "cues.tsv", "ends.tsv"]


def test_cues_are_counted(counted: Path) -> None:
    """A lemma in its frame, in all frames, all lemmas; what is no cue is counted as a candidate alone."""
    header, *body = rows(counted / "cues.tsv")
    assert header == ["lemma", "pos", "frame", "cues", "candidates"]
    counts = {tuple(row[:3]): (row[3], row[4]) for row in body}
    assert counts["say", "VERB", "clause"] == counts["say", "VERB", "*"] == ("2", "2")
    assert counts["plant", "VERB", "object"] == ("0", "2")
    assert counts["praise", "VERB", "object"] == ("1", "1")
    assert counts["*", "VERB", "*"] == ("3", "5")
    assert [row[:3] for row in body] == sorted(row[:3] for row in body)


def test_cue_within_a_content_is_not_counted(counted: Path) -> None:
    """It would be dropped for the outermost anyway."""
    assert "think" not in {row[0] for row in rows(counted / "cues.tsv")}


def test_ends_are_counted(counted: Path) -> None:
    """Places behind the heads of known contents, and no line for what was seen once."""
    header, *body = rows(counted / "ends.tsv")
    assert header == ["place", "goes_on", "seen"]
    assert not any(" prep for" in place for place, _, _ in body)
    assert all(0 <= int(right) <= int(seen) and int(seen) > 1 for _, right, seen in body)


def test_confidence_is_counted_on_other_articles(counted: Path) -> None:
    """Each article was read with the lexicon of the other one, and each quote was right."""
    header, *body = rows(counted / "confidence.tsv")
    assert header == ["rule", "band", "right", "found"]
    counts = {(rule, band): (right, found) for rule, band, right, found in body}
    assert counts["*", "*"] == counts["clause", "*"] == ("2", "2")


def test_no_text_of_the_articles_is_written(counted: Path) -> None:
    """Of their words only lemmas of verbs stand in the tables, and no two words that follow each other."""
    written = "".join(file.read_text(encoding="utf-8") for file in counted.iterdir())
    found = set(re.findall(r"\w+", SECOND)) & set(re.findall(r"\w+", written))
    assert found <= {"a", "that", "The", "the", "was"}
    for pair in re.findall(r"(?=\b(\w+ \w+))", SECOND):
        assert pair not in written


def test_folder_must_be_a_corpus(tmp_path: Path) -> None:
    """The message names what is missing."""
    with pytest.raises(CorpusError, match="train"):
        main([str(tmp_path), "-o", str(tmp_path / "out")])
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
