"""The command that counts the lexicon anew, on articles of two sentences."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from quoteattr.errors import CorpusError
from quoteattr.lexicon.count import Tally, main

TEXT = "The mayor said that the bridge was safe. Ana Ruiz planted a tree behind the house.\n"
CONTENT, CUE, SOURCE = "that the bridge was safe", "said", "The mayor"
ARTICLES = 2


def stretch(number: int, label: str, words: str) -> str:
    start = TEXT.index(words)
    return f"T{number}\t{label} {start} {start + len(words)}\t{words}\n"


@pytest.fixture(scope="module")
def counted(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The tables of two equal articles, each with one attribution."""
    corpus, output = tmp_path_factory.mktemp("corpus"), tmp_path_factory.mktemp("tables") / "new" / "folder"
    annotation = (
        stretch(1, "Source", SOURCE)
        + stretch(2, "Cue", CUE)
        + stretch(3, "Content", CONTENT)
        + stretch(4, "Attribution", CUE)
        + "E1\tAttribution:T4 Source:T1 Cue:T2 Content:T3\n"
    )
    for folder in ("text", "attributions"):
        (corpus / "train" / folder).mkdir(parents=True)
    for number in range(ARTICLES):
        (corpus / "train" / "text" / f"a{number}.txt").write_text(TEXT, encoding="utf-8")
        (corpus / "train" / "attributions" / f"a{number}_abcd.ann").write_text(annotation, encoding="utf-8")
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
    assert counts["*", "VERB", "*"] == ("2", "4")
    assert [row[:3] for row in body] == sorted(row[:3] for row in body)


def test_ends_are_counted(counted: Path) -> None:
    """Places behind the heads of known contents, and no line for what was seen once."""
    header, *body = rows(counted / "ends.tsv")
    assert header == ["place", "goes_on", "seen"]
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
    found = set(re.findall(r"\w+", TEXT)) & set(re.findall(r"\w+", written))
    assert found <= {"a", "that", "The", "the", "was"}
    for pair in re.findall(r"(?=\b(\w+ \w+))", TEXT):
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
