"""``python -m quoteattr.evaluation``: what it prints, and how it fails."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

from quoteattr.evaluation.__main__ import main
from quoteattr.evaluation.mistakes import MistakeKind, sample
from quoteattr.evaluation.readers.predictions import read_predictions
from quoteattr.records import Article, Attitude, Organisation, Quote, QuoteKind, Span, Speaker, SpeakerKind

TEXT = "Ann Lee of Acme said it was fine. “No rain,” she added. Bob Ray thinks so too.\n"
SEEDS = Path(__file__).parent.parent / "seeds"

ACME = Organisation("o1", "Acme")
ANN = Speaker("s1", "Ann Lee", None, SpeakerKind.PERSON, None, ACME)
BOB = Speaker("s2", "Bob Ray", None, SpeakerKind.PERSON)


def quote(number: int, content: str, source: str, speaker: Speaker | None, rule: str = "gold") -> Quote:
    def span(words: str) -> tuple[Span, ...]:
        start = TEXT.index(words)
        return (Span.of(TEXT, start, start + len(words)),)

    kind = QuoteKind.DIRECT if "“" in content else QuoteKind.INDIRECT
    cue = span("said") if source == "Ann Lee of Acme" else ()
    return Quote(f"q{number}", kind, Attitude.ASSERTION, False, span(content), cue, span(source), speaker, rule, 0.5)


GOLD = Article(
    TEXT,
    (
        quote(1, "it was fine", "Ann Lee of Acme", ANN),
        quote(2, "“No rain,”", "she", ANN),
        quote(3, "so too", "Bob Ray", BOB),
    ),
    (ANN, BOB),
    (ACME,),
)
FOUND = Article(
    TEXT,
    (
        quote(1, "said it was fine", "Ann Lee of Acme", ANN, "clause"),
        quote(2, "“No rain,”", "Bob", BOB, "surface"),
        quote(3, "Bob Ray", "Bob Ray", BOB, "clause"),
    ),
    (ANN, BOB),
    (ACME,),
)


class Fake:
    """Finds in each text what it was told to find."""

    def __init__(self, article: Article) -> None:
        self.article = article

    def pipe(self, texts: Iterable[str]) -> Iterator[Article]:
        for text in texts:
            assert text == TEXT
            yield self.article


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    folder = tmp_path / "corpus"
    folder.mkdir()
    for name in ("a", "b"):
        (folder / f"{name}.txt").write_text(TEXT, encoding="utf-8", newline="")
        (folder / f"{name}.json").write_text(GOLD.to_json(), encoding="utf-8")
    return folder


def row(output: str, name: str) -> list[str]:
    """The figures of the line that begins with ``name``."""
    line = next(line for line in output.splitlines() if line.strip().startswith(name))
    return line.strip().removeprefix(name).replace("/", " ").split()


def test_the_table_and_the_counts(corpus: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Kinds and measures; then what was found, with speaker and organisation."""
    assert main([str(corpus)], Fake(FOUND)) == 0
    output = capsys.readouterr().out
    assert row(output, "all")[:5] == ["6", "6", "33.3", "33.3", "33.3"]
    assert row(output, "direct") == ["2", "2", *["100.0"] * 9, *["0.0"] * 4]
    assert row(output, "found") == ["4", "of", "6", "66.7", "%"]
    assert row(output, "right speaker") == ["2", "of", "6", "33.3", "%"]
    assert row(output, "right organisation where") == ["there", "is", "one", "2", "of", "4", "50.0", "%"]


def test_a_gold_with_speakers_has_their_table(corpus: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """F1 of speakers and organisations are printed without being asked for."""
    assert main([str(corpus)], Fake(FOUND)) == 0
    output = capsys.readouterr().out
    assert "speakers and organisations, 2 articles" in output
    assert row(output, "speaker F1") == ["33.3"]
    assert row(output, "organisation F1") == ["66.7"]


def test_core_quotes_have_a_table_of_their_own(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Where the gold has levels, what answers an edge quote counts neither for nor against the second table."""
    (tmp_path / "texts").mkdir()
    (tmp_path / "gold").mkdir()
    (tmp_path / "texts" / "a.txt").write_text(TEXT, encoding="utf-8")
    record = {"content": [[21, 32]], "speaker": "Ann Lee", "type": "person", "organisation": "Acme", "level": "core"}
    edge = {"content": [[34, 44]], "speaker": "Ann Lee", "type": "person", "organisation": "Acme", "level": "edge"}
    (tmp_path / "gold" / "a.json").write_text(json.dumps([record, edge]), encoding="utf-8")
    assert main([str(tmp_path / "texts"), "--annotations", str(tmp_path / "gold")], Fake(FOUND)) == 0
    everything, _, core = capsys.readouterr().out.partition("of core quotes")
    assert row(everything, "organisation F1") == ["66.7"]
    assert row(core, "records") == ["1"]
    assert row(core, "predicted") == ["2"]
    assert row(core, "organisation F1") == ["100.0"]


def test_limit(corpus: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Only the first articles are read."""
    assert main([str(corpus), "--limit", "1"], Fake(GOLD)) == 0
    assert row(capsys.readouterr().out, "all")[:2] == ["3", "3"]


def test_rules(corpus: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Each rule with its count and shares."""
    assert main([str(corpus), "--by-rule"], Fake(FOUND)) == 0
    output = capsys.readouterr().out
    assert row(output, "clause") == ["4", "50.0", "0.0", "50.0"]
    assert row(output, "surface") == ["2", "100.0", "100.0", "0.0"]


@pytest.mark.parametrize(
    ("kind", "number", "shown"),
    [
        ("missed", 2, "so too"),
        ("spurious", 2, "rule: clause (0.50)"),
        ("span", 2, "said it was fine"),
        ("source", 2, "source: Bob"),
        ("speaker", 2, "speaker: Bob Ray, person, for -"),
        ("organisation", 2, "speaker: Ann Lee, person, for Acme"),
    ],
)
def test_mistakes(corpus: Path, capsys: pytest.CaptureFixture[str], kind: str, number: int, shown: str) -> None:
    """Each class of mistakes has those of the two articles, with what tells them."""
    assert main([str(corpus), "--errors", "9", "--error-kind", kind], Fake(FOUND)) == 0
    output = capsys.readouterr().out
    assert f"{number} of {number} mistakes ({kind})" in output
    assert shown in output.partition("mistakes")[2]


def test_mistakes_of_one_kind_of_quote(corpus: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """``--kind`` leaves only those."""
    assert main([str(corpus), "--errors", "1", "--error-kind", "source", "--kind", "direct"], Fake(FOUND)) == 0
    assert "1 of 2 mistakes (source)" in capsys.readouterr().out
    assert main([str(corpus), "--errors", "1", "--error-kind", "source", "--kind", "mixed"], Fake(FOUND)) == 0
    assert "0 of 0 mistakes (source)" in capsys.readouterr().out


def test_a_sample_is_spread_evenly() -> None:
    """From the first on, at equal distances, never more than there are."""
    assert sample(range(10), 3) == [0, 3, 6]
    assert sample([], 3) == []


def test_every_kind_of_mistake_is_one_choice(corpus: Path) -> None:
    """All of them run without any mistake to show."""
    for kind in MistakeKind:
        assert main([str(corpus), "--errors", "1", "--error-kind", kind.value], Fake(GOLD)) == 0


def test_what_is_written_scores_the_same(corpus: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A written file, given as predictions, makes the same output without the extractor."""
    file = tmp_path / "found.json"
    assert main([str(corpus), "--write", str(file), "--by-rule"], Fake(FOUND)) == 0
    first = capsys.readouterr().out
    assert main([str(corpus), "--predictions", str(file), "--by-rule"]) == 0
    assert capsys.readouterr().out == first
    assert [found.rule for found in read_predictions(file)["b"]] == ["clause", "surface", "clause"]


def test_resolved_articles(corpus: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """``--resolution`` adds the table over the articles of that folder."""
    record = {"content": [[21, 32]], "source_text": "Ann Lee of Acme", "speaker": "Ann Lee", "type": "person"}
    (tmp_path / "resolved").mkdir()
    (tmp_path / "resolved" / "a.json").write_text(json.dumps([record | {"organisation": "Acme"}]), encoding="utf-8")
    assert main([str(corpus), "--resolution", str(tmp_path / "resolved")], Fake(FOUND)) == 0
    output = capsys.readouterr().out
    assert "speakers and organisations, 1 articles" in output
    assert row(output, "speaker F1") == ["50.0"]
    assert row(output, "organisation F1") == ["100.0"]


def test_the_gold_of_the_seeds_against_itself(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The seed gold can be read, and no two of its quotes are taken for one."""
    articles = {file.stem: Article.from_json(file.read_bytes()) for file in SEEDS.glob("*.json")}

    class Perfect:
        def pipe(self, texts: Iterable[str]) -> Iterator[Article]:
            by_text = {article.text: article for article in articles.values()}
            return (by_text[text] for text in texts)

    assert main([str(SEEDS)], Perfect()) == 0
    output = capsys.readouterr().out
    count = str(sum(len(article.quotes) for article in articles.values()))
    for name in ("found", "right speaker", "right organisation (or rightly none)"):
        assert row(output, name) == [count, "of", count, "100.0", "%"]


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        (["--predictions", "nowhere.json"], "nowhere.json: expected a file that can be read"),
        (["--resolution", "nowhere"], "nowhere: expected a folder"),
        (["--write", "no/such/folder/p.json"], "No such file"),
    ],
)
def test_what_cannot_be_read_or_written(
    corpus: Path, capsys: pytest.CaptureFixture[str], options: list[str], expected: str
) -> None:
    """One line on standard error, status 1."""
    assert main([str(corpus), *options], Fake(FOUND)) == 1
    error = capsys.readouterr().err
    assert expected in error
    assert error.count("\n") == 1


def test_files_of_another_corpus(corpus: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Predictions and resolved articles that have no article in common with the corpus are refused, not scored 0."""
    other = tmp_path / "other"
    other.mkdir()
    (other / "z.json").write_text("[]", encoding="utf-8")
    (tmp_path / "p.json").write_text('{"z": []}', encoding="utf-8")
    assert main([str(corpus), "--predictions", str(tmp_path / "p.json")]) == 1
    assert "got none for any of them, but for 'z'" in capsys.readouterr().err
    assert main([str(corpus), "--resolution", str(other)], Fake(FOUND)) == 1
    assert "got 'z'" in capsys.readouterr().err


@pytest.mark.parametrize("options", [["--limit", "0"], ["--limit", "x"], ["--kind", "free"], ["--error-kind", "odd"]])
def test_wrong_usage(corpus: Path, options: list[str]) -> None:
    """Status 2, as argparse has it."""
    with pytest.raises(SystemExit) as caught:
        main([str(corpus), *options], Fake(FOUND))
    assert caught.value.code == 2


def test_oracle(corpus: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Resolution alone, on the gold: all contents are there, and the speakers are those that it finds."""
    assert main([str(corpus), "--oracle", "--limit", "1"]) == 0
    output = capsys.readouterr().out
    assert "exact" not in output
    assert row(output, "found") == ["3", "of", "3", "100.0", "%"]
    assert row(output, "right speaker") == ["3", "of", "3", "100.0", "%"]


def test_speakers_need_a_gold_that_has_them(tmp_path: Path) -> None:
    """Without speakers in the gold there are no mistakes about them, and nothing for resolution to be run on."""
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "a.ann").write_text("", encoding="utf-8")
    for options in (["--oracle"], ["--errors", "1", "--error-kind", "speaker"]):
        with pytest.raises(SystemExit) as caught:
            main([str(tmp_path), *options], Fake(FOUND))
        assert caught.value.code == 2
