"""``python -m quoteattr.evaluation``: what it prints, and how it fails."""

from __future__ import annotations

import io
import json
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest
from attrs import evolve

from quoteattr.boundary import PIPE_CLOSED
from quoteattr.evaluation.__main__ import main
from quoteattr.evaluation.mistakes import MistakeKind, sample
from quoteattr.records import Article, Attitude, Organisation, Quote, QuoteKind, Span, Speaker, SpeakerKind
from quoteattr.settings import Settings

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
    ("path", "options", "expected"),
    [
        ("nowhere", [], "nowhere: no such file or folder"),
        ("corpus", ["--annotations", "nowhere"], "nowhere: expected a folder"),
    ],
)
def test_what_cannot_be_read(
    corpus: Path, capsys: pytest.CaptureFixture[str], path: str, options: list[str], expected: str
) -> None:
    """One line on standard error, status 1."""
    assert main([str(corpus.parent / path), *options], Fake(FOUND)) == 1
    error = capsys.readouterr().err
    assert expected in error
    assert error.count("\n") == 1


@pytest.mark.parametrize("options", [["--limit", "0"], ["--limit", "x"], ["--kind", "free"], ["--error-kind", "odd"]])
def test_wrong_usage(corpus: Path, options: list[str]) -> None:
    """Status 2, as argparse has it."""
    assert main([str(corpus), *options], Fake(FOUND)) == 2


def test_speakers_need_a_gold_that_has_them(plain: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Without speakers in the gold there are no mistakes about them."""
    assert main([str(plain), "--errors", "1", "--error-kind", "speaker"], Fake(FOUND)) == 2
    assert "--error-kind speaker needs a gold with speakers" in capsys.readouterr().err


# ---- a gold without speakers, core quotes, settings ----------------------------------------------------------------

ANNOTATION = (
    "T1\tSource 45 48\tshe\nT2\tCue 49 54\tadded\nT3\tContent 34 44\t“No rain,”\n"
    "T4\tAttribution 49 54\tadded\nE1\tAttribution:T4 Content:T3 Cue:T2 Source:T1\n"
)


@pytest.fixture
def plain(tmp_path: Path) -> Path:
    """An article whose gold has none."""
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8", newline="")
    (tmp_path / "a.ann").write_text(ANNOTATION, encoding="utf-8")
    return tmp_path


def offsets(folder: Path, *quotes: dict[str, object]) -> Path:
    """A folder with the annotation of the article by offsets."""
    (folder / "gold").mkdir()
    (folder / "gold" / "a.json").write_text(json.dumps(quotes), encoding="utf-8")
    return folder / "gold"


CORE = {"content": [[21, 32]], "speaker": "Ann Lee", "type": "person", "organisation": "Acme", "level": "core"}
EDGE = {"content": [[34, 44]], "speaker": "Ann Lee", "type": "person", "organisation": "Acme", "level": "edge"}


def test_a_gold_without_speakers_has_one_table(plain: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Of quotes alone; a mistake shows what is there, and neither a rule nor a speaker."""
    assert main([str(plain), "--errors", "5", "--error-kind", "source"], Fake(FOUND)) == 0
    output = capsys.readouterr().out
    assert "speakers and" not in output
    shown = output.partition("gold ")[2]
    gold, _, predicted = shown.partition("predicted")
    assert "cue: added | source: she" in gold
    assert "rule" not in gold and "speaker" not in gold
    assert "rule: surface (0.50)" in predicted


def test_output_that_is_no_file_of_text(corpus: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It gets the same lines; one that closes early ends the command quietly."""
    stream = io.StringIO()
    monkeypatch.setattr(sys, "stdout", stream)
    assert main([str(corpus)], Fake(FOUND)) == 0
    assert row(stream.getvalue(), "right speaker") == ["2", "of", "6", "33.3", "%"]

    class Closed(io.StringIO):
        def write(self, words: str) -> int:
            raise BrokenPipeError

    monkeypatch.setattr(sys, "stdout", Closed())
    assert main([str(corpus)], Fake(FOUND)) == PIPE_CLOSED


def test_only_core_quotes_are_counted(corpus: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What answers an edge quote is neither right nor wrong, in every table."""
    gold = offsets(corpus, CORE, EDGE)
    command = [str(corpus), "--annotations", str(gold)]
    assert main(command, Fake(GOLD)) == 0
    everything = capsys.readouterr().out
    assert main([*command, "--core"], Fake(GOLD)) == 0
    core = capsys.readouterr().out
    assert row(everything, "all")[:2] == ["2", "3"]
    assert row(core, "all")[:2] == ["1", "2"]
    assert row(core, "records") == ["1"]
    assert "core quotes" in everything
    assert "core quotes" not in core
    assert "edge quotes" not in core


def test_mistakes_in_edge_quotes_are_no_mistakes_of_core_ones(corpus: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """As they are not counted."""
    gold = offsets(corpus, CORE, {**EDGE, "speaker": "Bob Ray"})
    command = [str(corpus), "--annotations", str(gold), "--errors", "5", "--error-kind", "speaker"]
    assert main(command, Fake(GOLD)) == 0
    assert "1 of 1 mistakes (speaker)" in capsys.readouterr().out
    assert main([*command, "--core"], Fake(GOLD)) == 0
    assert "0 of 0 mistakes (speaker)" in capsys.readouterr().out


@pytest.mark.parametrize(("core", "attitudes"), [(True, None), (False, tuple(Attitude))])
def test_default_settings_find_core_quotes(
    corpus: Path, monkeypatch: pytest.MonkeyPatch, core: bool, attitudes: tuple[Attitude, ...] | None
) -> None:
    """Quotes of every attitude are asked for where all of them are counted."""
    asked = []

    class Known(Fake):
        @classmethod
        def of(cls, settings: Settings) -> Known:
            asked.append(settings)
            return cls(GOLD)

    monkeypatch.setattr("quoteattr.extractor.Extractor", Known)
    gold = offsets(corpus, CORE)
    assert main([str(corpus), "--annotations", str(gold), *(["--core"] if core else [])]) == 0
    assert asked == [Settings(attitudes=attitudes)]


# ---- by rule, and without rules ------------------------------------------------------------------------------------


def test_how_often_each_rule_finds_a_quote(corpus: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Each rule id with its count and shares."""
    assert main([str(corpus), "--by-rule", "quotes"], Fake(FOUND)) == 0
    output = capsys.readouterr().out
    assert row(output, "clause") == ["4", "50.0", "0.0", "50.0"]
    assert row(output, "surface") == ["2", "100.0", "100.0", "0.0"]


def test_how_often_each_rule_links_the_right_speaker(corpus: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """By the first rule of each matched quote; a name that is not the gold one's is told apart."""
    said, added, _ = FOUND.quotes
    linked = evolve(FOUND, quotes=(said, evolve(added, speaker_rules=("pronoun-she", "name-surname"))))
    assert main([str(corpus), "--by-rule", "speaker", "--limit", "1"], Fake(linked)) == 0
    output = capsys.readouterr().out
    assert row(output, "(name)") == ["1", "1", "100.0", "0"]
    assert row(output, "pronoun-she") == ["1", "0", "0.0", "1"]
    assert "name-surname" not in output


def test_how_often_each_rule_gives_the_right_organisation(corpus: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """And in how many of the matched quotes one is missed."""
    ann = evolve(ANN, organisation_rule="name-preposition")
    said, added, _ = FOUND.quotes
    found = evolve(FOUND, quotes=(evolve(said, speaker=ann), added), speakers=(ann, BOB))
    assert main([str(corpus), "--by-rule", "organisation", "--limit", "1"], Fake(found)) == 0
    output = capsys.readouterr().out
    assert row(output, "name-preposition") == ["1", "1", "100.0", "0", "0"]
    assert row(output, "(none)") == ["1", "0", "0.0", "0", "1"]


def test_rules_of_speakers_need_a_gold_that_has_them(plain: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Nothing else tells what is right."""
    assert main([str(plain), "--by-rule", "speaker"], Fake(FOUND)) == 2
    assert "--by-rule speaker needs a gold with speakers" in capsys.readouterr().err


def test_articles_are_read_without_a_rule(capsys: pytest.CaptureFixture[str]) -> None:
    """It decides nothing then, whatever it finds otherwise."""
    command = [str(SEEDS), "--by-rule", "speaker", "--limit", "1"]
    assert main(command) == 0
    output = capsys.readouterr().out
    assert "pronoun-they" in output and "pronoun-it" in output
    assert main([*command, "--without", "pronoun-they", "--without", "pronoun-it"]) == 0
    output = capsys.readouterr().out
    assert "pronoun-they" not in output and "pronoun-it" not in output


def test_a_rule_that_is_not_there_cannot_be_switched_off(corpus: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """One line on standard error tells where the ids stand."""
    assert main([str(corpus), "--without", "clauze"]) == 1
    error = capsys.readouterr().err
    assert "got 'clauze': python -m quoteattr.catalogue lists them" in error
    assert error.count("\n") == 1
