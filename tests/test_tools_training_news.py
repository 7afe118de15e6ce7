"""The command that makes the tables and trees anew, with annotated articles of the news."""

from __future__ import annotations

import contextlib
import io
import json
from pathlib import Path

import pytest
from parses import parse_of
from test_detect_classifier import LIKELY, UNLIKELY
from test_tools_training import FIRST, SAID, annotated

from quoteattr.detect import Candidate
from quoteattr.forest import Forest
from quoteattr.lexicon import Lexicon
from quoteattr.scoring.annotation import Annotation, Document
from tools.training.__main__ import main
from tools.training.articles import TrainingArticle
from tools.training.confidence import count_right
from tools.training.counting import Tally
from tools.training.rows import _surely_said, candidate_rows, end_rows, reported_rows

pytest.importorskip("lightgbm")

NEWS = "The judge said that the road was closed. The owner wanted to sell the mill by May.\n"
CORE, EDGE = ("The judge", "said", "that the road was closed"), ("The owner", "wanted", "to sell the mill by May")


def record(level: str, source: str, cue: str, content: str) -> dict[str, object]:
    """An attribution of the news by offsets."""

    def place(words: str) -> list[list[int]]:
        return [[NEWS.index(words), NEWS.index(words) + len(words)]]

    return {"content": place(content), "source": place(source), "cue": place(cue), "level": level}


@pytest.fixture(scope="module")
def folders(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A corpus of two articles, and the news of two outlets of one article each."""
    folder = tmp_path_factory.mktemp("sources")
    for name in ("corpus/train/text", "corpus/train/attributions", "texts/deep", "news/one", "news/two"):
        (folder / name).mkdir(parents=True)
    for name in ("a", "d"):
        (folder / f"corpus/train/text/{name}.txt").write_text(FIRST, encoding="utf-8")
        (folder / f"corpus/train/attributions/{name}_abcd.ann").write_text(annotated(FIRST, SAID), encoding="utf-8")
    for outlet, name in (("one", "b"), ("two", "c")):
        (folder / "texts/deep" / f"{name}.txt").write_text(NEWS, encoding="utf-8")
        gold = [record("core", *CORE), record("edge", *EDGE)]
        (folder / "news" / outlet / f"{name}.json").write_text(json.dumps(gold), encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def made(folders: Path) -> Path:
    """What is made from them."""
    output = folders / "made"
    news = ["--news", str(folders / "texts"), str(folders / "news")]
    with contextlib.redirect_stdout(io.StringIO()) as printed:
        assert main([str(folders / "corpus"), *news, "--output", str(output)]) == 0
    (output / "printed").write_text(printed.getvalue(), encoding="utf-8")
    return output


def test_trees_that_tell_what_a_reader_would_report(made: Path) -> None:
    """They are written besides the others, and can be read."""
    for name in ("ends", "judge", "report"):
        trees, values = (made / f"{name}_trees.tsv").read_text(), (made / f"{name}_values.tsv").read_text()
        assert all(0 <= share <= 1 for share in Forest.from_text(trees, values).probabilities([{}]))


def test_figures_of_both_sources_are_printed(made: Path) -> None:
    """Of the corpus all quotes, of the news the core ones."""
    corpus, _, news = (made / "printed").read_text(encoding="utf-8").partition("news, core quotes")
    totals = [part.partition("all")[2].split()[0] for part in (corpus, news)]
    assert totals == ["2", "2"]


def test_confidence_is_counted_on_the_news(made: Path) -> None:
    """Edge quotes are neither right nor wrong."""
    _, *lines = (made / "confidence.tsv").read_text(encoding="utf-8").splitlines()
    counts = {tuple(line.split("\t")[:2]): tuple(line.split("\t")[2:]) for line in lines}
    assert counts["*", "*"] == ("2", "2")


def test_annotations_lie_in_folders_of_outlets(folders: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The message names what is missing, and nothing is written."""
    out = folders / "never"
    arguments = [str(folders / "corpus"), "-o", str(out), "--news", str(folders / "texts")]
    assert main([*arguments, str(folders / "news" / "one")]) == 1
    assert "expected a folder with folders in it" in capsys.readouterr().err
    assert not out.exists()


# ---- the rows ------------------------------------------------------------------------------------------------------

LEXICON = Lexicon.default()
PARSE = parse_of(
    "The DT det 1",
    "mayor NN nsubj 2",
    "said VBD ROOT 2",
    "it PRP nsubj 4",
    "rained VBD ccomp 2",
    "on IN prep 4",
    "Friday NNP pobj 5",
    ". . punct 2",
    "Everybody NN nsubj 9",
    "slept VBD ROOT 9",
    "well RB advmod 9",
    "all DT det 12",
    "night NN npadvmod 9",
    ". . punct 9",
    sentences=[(0, 8), (8, 14)],
)
WHOLE = "it rained on Friday. Everybody slept well all night."


def article(
    level: str | None = None,
    content: str = "it rained on Friday",
    source: str = "The mayor",
    cue: str = "said",
    *,
    is_news: bool = True,
) -> TrainingArticle:
    """An article of a sentence with one attribution, or without one where it has no content."""

    def place(words: str) -> tuple[tuple[int, int], ...]:
        return ((PARSE.text.index(words), PARSE.text.index(words) + len(words)),)

    gold = (Annotation(place(content), place(source), place(cue), level=level),) if content else ()
    return TrainingArticle.of(Document("a", PARSE.text, gold), PARSE, is_news=is_news)


def reported(one: TrainingArticle, lexicon: Lexicon = LEXICON) -> list[tuple[bool, float, object]]:
    return [
        (row.right, row.weight, row.row["news"]) for row in reported_rows(one, lexicon) if row.row["lemma"] == "say"
    ]


@pytest.mark.parametrize(
    ("one", "expected"),
    [
        (article("core"), (True, 1.0, 1.0)),
        (article("edge"), (False, 0.3, 1.0)),
        (article("core", source="Friday"), (False, 1.0, 1.0)),
        (article(content=""), (False, 1.0, 1.0)),
        (article(is_news=False), (True, 0.05, 0.0)),
        (article(content="", is_news=False), (False, 0.05, 0.0)),
    ],
    ids=["core", "edge", "another source", "none", "surely said", "none in the corpus"],
)
def test_what_a_reader_would_report(one: TrainingArticle, expected: tuple[bool, float, float]) -> None:
    """In the news what is core; an edge quote is none, and counts little; so does all of the corpus."""
    rows = reported(one)
    assert rows
    assert set(rows) == {expected}


@pytest.mark.parametrize("one", [article("edge", cue="mayor"), article("edge", WHOLE)], ids=["another cue", "longer"])
def test_what_lies_in_an_edge_quote_tells_nothing(one: TrainingArticle) -> None:
    """Half of its content may be right; what lies in a core quote is wrong."""
    assert reported(one) == []
    assert set(reported(article("core", WHOLE))) == {(False, 1.0, 1.0)}


def test_a_lexicon_without_a_judge_tells_nothing() -> None:
    """Its share is one of the features."""
    assert reported_rows(article("core"), Lexicon(counts={}, attitudes={})) == []
    assert all(0 <= row.row["attributed"] <= 1 for row in reported_rows(article("core"), LEXICON))  # type: ignore[operator]


def test_candidates_of_the_news_are_none_of_the_corpus() -> None:
    """The trees of attributions are those of the corpus alone."""
    assert candidate_rows(article("core"), LEXICON) == []
    assert candidate_rows(article(is_news=False), LEXICON) != []


@pytest.mark.parametrize("is_news", [True, False])
def test_ends_know_the_source_of_their_article(is_news: bool) -> None:
    """Since the two have conventions of their own."""
    rows = end_rows(article("core", is_news=is_news), LEXICON)
    assert {row.row["news"] for row in rows} == {float(is_news)}


@pytest.mark.parametrize(
    ("one", "counts"),
    [
        (article("core"), [(1, 1)]),
        (article("core", source="Friday"), [(0, 1)]),
        (article("edge"), []),
        (article("edge", WHOLE), []),
        (article("core", WHOLE), [(0, 1)]),
        (article(content=""), [(0, 1)]),
    ],
    ids=["core", "another source", "edge", "within an edge quote", "within a core quote", "none"],
)
def test_what_counts_for_confidence(one: TrainingArticle, counts: list[tuple[int, int]]) -> None:
    """What answers an edge quote, or lies in one, does not."""
    tally = Tally()
    count_right([one], LEXICON, tally)
    assert [(right, found) for key, right, found in tally.items() if key == ("*", "*")] == counts


def test_what_only_the_wider_idea_finds_counts_as_unlikely() -> None:
    """Whoever asks for everything is told that a reader would hardly report it."""
    tally = Tally()
    count_right([article("core")], LEXICON.with_classifiers(attribution=LIKELY, report=UNLIKELY), tally)
    bands = {key[1]: (right, found) for key, right, found in tally.items() if key[0] == "*" != key[1]}
    assert bands == {"0": (1, 1)}


GOES_ON = parse_of(
    "It PRP nsubj 1",
    "rained VBD ccomp 5",
    ", , punct 5",
    "the DT det 4",
    "mayor NN nsubj 5",
    "said VBD ROOT 5",
    ". . punct 5",
    "“",
    "We PRP nsubj 9",
    "lost VBD ROOT 9",
    "it PRP dobj 9",
    "all DT advmod 9",
    ". . punct 9",
    "”",
    sentences=[(0, 7), (7, 14)],
)


@pytest.mark.parametrize(
    ("content", "source", "level", "count"),
    [
        ("“We lost it all.”", (), "core", (1, 1)),
        ("“We lost it all.”", ((11, 20),), "core", (0, 1)),
        ("It rained", (), "core", (0, 1)),
        ("“We lost it all.”", (), "edge", None),
    ],
    ids=["right", "another source", "none", "edge"],
)
def test_quotations_without_a_cue_count_by_their_rule_alone(
    content: str, source: tuple[tuple[int, int], ...], level: str, count: tuple[int, int] | None
) -> None:
    """As no trees judge them; they have no source at their place."""
    text = GOES_ON.text
    start = text.index(content)
    gold = (Annotation(((start, start + len(content)),), source, (), level=level),)
    tally = Tally()
    count_right([TrainingArticle.of(Document("a", text, gold), GOES_ON, is_news=True)], LEXICON, tally)
    counts = {key: (right, found) for key, right, found in tally.items()}
    assert counts.get(("quote-goes-on", "*")) == count


@pytest.mark.parametrize(
    ("lemma", "frame", "quoted", "surely"),
    [
        ("love", "object", 0.5, True),
        ("love", "object", 0.1, False),
        ("say", "clause", 0.0, True),
        ("believe", "clause", 0.0, True),
        ("urge", "clause", 0.0, True),
        ("know", "clause", 0.0, False),
        ("urge", "obj+infinitive", 0.0, True),
        ("want", "infinitive", 0.0, False),
        ("criticize", "object", 0.0, False),
    ],
)
def test_what_is_surely_said(lemma: str, frame: str, quoted: float, surely: bool) -> None:
    """In marks, as a clause that somebody says or believes, or as what somebody in words wants."""
    candidate = Candidate("rule", 1, lemma, "VERB", frame, ((2, 3),))
    assert _surely_said(LEXICON, candidate, {"quoted": quoted}) is surely
