"""The command that makes the table of meanings, on a WordNet of a few words."""

from __future__ import annotations

from pathlib import Path

import pytest

from quoteattr.errors import CorpusError
from quoteattr.lexicon.meanings import Meaning, _read
from tools.training.wordnet import main, table

LICENCE = "  1 This software and database is being provided to you\n"
# offset, lexicographer file, and what nobody reads: 10 communication, 18 person, 14 group, 06 artifact, 38 motion
DATA_NOUN = "00000001 10 n 01 talk 0 000 | x\n00000002 06 n 01 desk 0 000 | x\n00000003 18 n 01 baker 0 000 | x\n"
DATA_VERB = "00000011 32 v 01 say 0 000 | x\n00000012 38 v 01 run 0 000 | x\n00000013 31 v 01 think 0 000 | x\n"
INDEX_NOUN = (
    "actor n 1 1 @ 1 0 00000003\n"
    "baker n 1 2 @ ~ 1 0 00000003\n"
    "desk n 1 1 @ 1 1 00000002\n"
    "sky_blue n 1 1 @ 1 1 00000002\n"
    "talk n 2 1 @ 2 1 00000001 00000002\n"
    "tabletalk n 1 0 1 0 00000001\n"
    "tea-table n 1 0 1 0 00000001\n"
    "undertakingmaker n 1 1 @ 1 0 00000003\n"
)
INDEX_VERB = (
    "muse v 2 0 2 0 00000013 00000011\n"
    "run v 1 0 1 0 00000012\n"
    "say v 2 1 @ 2 1 00000011 00000012\n"
    "state v 1 0 1 0 00000011\n"
)
TAGGED = "desk%1:06:00:: 1 4\nsay%2:32:00:: 1 8\nsay%2:38:00:: 2 1\ntalk%1:10:00:: 1 3\n"


@pytest.fixture
def wordnet(tmp_path: Path) -> Path:
    """The files that are read."""
    texts = {"data.noun": DATA_NOUN, "data.verb": DATA_VERB, "index.noun": INDEX_NOUN, "index.verb": INDEX_VERB}
    for name, text in texts.items():
        (tmp_path / name).write_text(LICENCE + text, encoding="ascii")
    (tmp_path / "cntlist.rev").write_text(TAGGED, encoding="ascii")
    return tmp_path


def test_words_with_their_sorts_and_shares(wordnet: Path) -> None:
    """The sort of most uses; communication, and thinking or people, in tenths."""
    assert _read("\n".join(table(wordnet))) == {
        "n": {
            "actor": Meaning("person", 0, 10),
            "baker": Meaning("person", 0, 10),
            "desk": Meaning("artifact", 0, 0),
            "tabletalk": Meaning("communication", 10, 0),
            "talk": Meaning("communication", 9, 0),
        },
        "v": {
            "muse": Meaning("cognition", 3, 7),
            "run": Meaning("motion", 0, 0),
            "say": Meaning("communication", 9, 0),
            "state": Meaning("communication", 10, 0),
        },
    }


def test_meanings_have_numbers_and_words_are_sorted(wordnet: Path) -> None:
    """The most frequent meaning has the first number."""
    lines = list(table(wordnet))
    assert lines[:3] == ["number\tsort\tsays\tother", "n1\tperson\t0\t10", "n2\tartifact\t0\t0"]
    words = lines[lines.index("") + 1 :]
    assert words == sorted(words)


def test_of_the_nouns_those_that_were_tagged_or_name_a_speaker(wordnet: Path) -> None:
    """Neither several words, nor one with a hyphen, nor long ones that were never tagged."""
    listed = {line.split()[0] for line in INDEX_NOUN.splitlines()}
    nouns = _read("\n".join(table(wordnet)))["n"]
    assert listed - set(nouns) == {"tea-table", "sky_blue", "undertakingmaker"}


def test_the_table_is_written(wordnet: Path) -> None:
    """As the library reads it."""
    file = wordnet / "meanings.tsv"
    assert main([str(wordnet), "-o", str(file)]) == 0
    assert file.read_text(encoding="utf-8").splitlines() == list(table(wordnet))


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("cntlist.rev", None),
        ("data.verb", None),
        ("cntlist.rev", "desk\n"),
        ("index.noun", "desk n\n"),
        ("data.noun", "00000001 x\n"),
    ],
)
def test_what_is_not_wordnet_is_told(
    wordnet: Path, name: str, text: str | None, capsys: pytest.CaptureFixture[str]
) -> None:
    """A file is missing, or is of another form; nothing is written."""
    if text is None:
        (wordnet / name).unlink()
    else:
        (wordnet / name).write_text(text, encoding="ascii")
    with pytest.raises(CorpusError, match="expected WordNet's files"):
        list(table(wordnet))
    assert main([str(wordnet), "-o", str(wordnet / "out.tsv")]) == 1
    assert "expected WordNet's files" in capsys.readouterr().err
    assert not (wordnet / "out.tsv").exists()


def test_an_offset_without_data_is_told(wordnet: Path) -> None:
    """The index and the data are of different versions."""
    (wordnet / "data.noun").write_text(LICENCE, encoding="ascii")
    with pytest.raises(CorpusError, match="expected WordNet's files"):
        list(table(wordnet))


def test_a_table_that_cannot_be_written_is_told(wordnet: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """With the path."""
    assert main([str(wordnet), "-o", str(wordnet / "no" / "out.tsv")]) == 1
    assert "out.tsv" in capsys.readouterr().err
