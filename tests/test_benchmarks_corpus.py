"""The benchmarks of merging and of repeated quotations, on little."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks import repeated
from benchmarks.merging.gold import articles_of_gold, entities_of, half, read_all
from benchmarks.merging.namesakes import namesakes
from benchmarks.merging.scores import Item, scores_of
from quoteattr.errors import CorpusError

ROOT = Path(__file__).parent.parent
TEXT = "“We are hiring,” said Ada Smith of Acme. “We are not,” said Ben Lee."
GOLD = """[{"content": [[0, 16]], "speaker": "Ada Smith", "type": "person", "organisation": "Acme"},
{"content": [[41, 54]], "speaker": "Ben Lee", "type": "person"}]"""


def test_scores() -> None:
    """By hand: of three pairs of one person one is found, and one more is false."""
    items = [Item("1", "a", "x"), Item("2", "a", "x"), Item("3", "a", "y"), Item("4", "b", "y"), Item("4", "b", "z")]
    scores = scores_of(items)
    assert (scores.pairs, scores.precision) == (3, 50.0) and scores.recall == pytest.approx(100 / 3)
    assert scores.b3_precision == pytest.approx(100 * (1 + 1 + 0.5 + 0.5 + 1) / 5)
    assert scores.b3_recall == pytest.approx(100 * (2 / 3 + 2 / 3 + 1 / 3 + 1 / 2 + 1 / 2) / 5)


def test_names_of_the_halves() -> None:
    """Each name is one, unless it is kept apart; nobody is in two lists."""
    for which in ("tune", "check"):
        names = half(which)
        assert names.apart.isdisjoint(names.one)
        assert names.person("x", "Obama") == names.person("y", "Barack Obama") == "Barack Obama"
        assert names.person("x", "Ada Smith and Ben Lee") is None
        assert names.organisation("x", "government") != names.organisation("y", "government")


def test_gold_answers_itself(tmp_path: Path) -> None:
    """Articles that are made of annotations have their names; a text that is missing is told."""
    (tmp_path / "texts").mkdir()
    (tmp_path / "gold").mkdir()
    (tmp_path / "gold" / "one.json").write_text(GOLD, encoding="utf-8")
    with pytest.raises(CorpusError):
        read_all([tmp_path / "texts"], [tmp_path / "gold"])
    (tmp_path / "texts" / "one.txt").write_text(TEXT, encoding="utf-8")
    ((document, article),) = articles_of_gold(read_all([tmp_path / "texts"], [tmp_path / "gold"]))
    found = entities_of(document, article)
    assert (dict(found.speakers), dict(found.organisations)) == ({"s1": "Ada Smith", "s2": "Ben Lee"}, {"o1": "Acme"})
    assert namesakes([("one", article), ("two", article)]).rows[0]["what"] == "both organisation or role"


def test_planted_quotations_are_found(capsys: pytest.CaptureFixture[str]) -> None:
    """All exact ones, and none that is false."""
    repeated.main(["--articles", "60", "--pairs", "3"])
    printed = capsys.readouterr().out
    assert "exact              3      3    100.0" in printed
    assert "not planted together are one: 0" in printed
