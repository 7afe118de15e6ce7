"""The benchmark of known people makes its file of what the annotators name."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from benchmarks.known_people import main, people_rows

TEXT = "“It is late,” said Smith. Ada Smith left. Acme said that sales had doubled."
SAID = {"level": "core", "kind": "direct", "attitude": "assertion", "negated": False, "pronoun": False}
GOLD = [
    {
        **SAID,
        "source": [[19, 24]],
        "cue": [[14, 18]],
        "content": [[0, 13]],
        "speaker": "Ada Smith",
        "type": "person",
        "role": "mayor",
        "organisation": "Melford",
    },
    {
        **SAID,
        "source": [[42, 46]],
        "cue": [[47, 51]],
        "content": [[52, 74]],
        "kind": "indirect",
        "speaker": "Acme",
        "type": "organisation",
        "organisation": "Acme",
    },
]


@pytest.fixture
def news(tmp_path: Path) -> Path:
    """A text and its annotation."""
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "a.json").write_text(json.dumps(GOLD), encoding="utf-8")
    return tmp_path


def test_the_file_has_a_row_for_everybody_who_is_named(news: Path) -> None:
    """With the role and the organisation of a person, if they are the same everywhere."""
    people = [("Ada Smith", "mayor", "Melford", "person", "Ada Smith"), ("Acme", "", "", "organisation", "Acme")]
    assert list(people_rows(news)) == people
    assert [row[:3] for row in people_rows(news, names_only=True)] == [("Ada Smith", "", ""), ("Acme", "", "")]
    (news / "b.json").write_text(json.dumps([GOLD[0] | {"role": "minister"}]), encoding="utf-8")
    assert next(people_rows(news)) == ("Ada Smith", "", "Melford", "person", "Ada Smith")


def test_the_figures_are_printed_without_and_with_it(news: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The organisation comes of the file."""
    assert main([str(news), str(news)]) == 0
    out = capsys.readouterr().out
    assert "1 articles, 2 people and organisations in the file" in out
    figures = [float(line.split()[-1]) for line in out.splitlines() if "organisation F1" in line]
    assert [line.split(maxsplit=4)[-1] for line in out.splitlines() if "ids that" in line] == [
        "speaker's  0 of 0",
        "speaker's  2 of 2",
        "speaker's  2 of 2",
    ]
    assert figures == [66.7, 66.7, 100.0]
