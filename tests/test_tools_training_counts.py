"""What is counted of an annotated article, and what is passed over."""

from __future__ import annotations

import pytest
from parses import parse_of

from quoteattr.detect.classifier import HOPELESS
from quoteattr.lexicon import Count, Lexicon
from quoteattr.scoring.annotation import Annotation, Document, Offsets
from quoteattr.syntax import Parse
from tools.training.__main__ import telling_counts
from tools.training.articles import TrainingArticle
from tools.training.confidence import count_right
from tools.training.counting import Tally, count_cues, count_ends
from tools.training.rows import candidate_rows, end_rows

LEXICON = Lexicon.default()
SAID = ("The DT det 1", "mayor NN nsubj 2", "said VBD ROOT 2", "it PRP nsubj 4", "rained VBD ccomp 2")
IN_MARKS = ("“", "it PRP nsubj 5", "rained VBD ccomp 2", "all DT det 7", "day NN npadvmod 5", "”")
ON_FRIDAY = ("on IN prep 4", "Friday NNP pobj 5", ". . punct 2")


def article_of(parse: Parse, *quotes: tuple[str, str, str], discarded: str = "") -> TrainingArticle:
    """The article of a parse, with quotes of a source, a cue and a content each; ``""`` for none."""

    def place(words: str) -> tuple[Offsets, ...]:
        return ((parse.text.index(words), parse.text.index(words) + len(words)),) if words else ()

    gold = tuple(Annotation(place(content), place(source), place(cue)) for source, cue, content in quotes)
    return TrainingArticle.of(Document("a", parse.text, gold, place(discarded)), parse)


def test_a_candidate_is_counted_by_its_cue() -> None:
    """With its frame and with any, right or not."""
    article = article_of(parse_of(*SAID, *ON_FRIDAY), ("The mayor", "said", "it rained on Friday"))
    counts = count_cues([article], LEXICON, quotations=True)
    assert counts["say", "VERB", "clause"] == counts["say", "VERB", "*"] == Count(1, 1)


def test_what_the_annotators_discarded_is_not_counted() -> None:
    """Neither as right nor as wrong."""
    article = article_of(parse_of(*SAID, *ON_FRIDAY), discarded="said it rained on Friday")
    assert count_cues([article], LEXICON, quotations=True) == {}
    assert candidate_rows(article, LEXICON) == []
    tally = Tally()
    count_right([article], LEXICON, tally)
    assert list(tally.items()) == []


def test_a_candidate_of_several_frames_is_one_of_any_frame() -> None:
    """It is counted once for its lemma."""
    article = article_of(parse_of(*SAID[:3], *IN_MARKS), ("The mayor", "said", "“it rained all day”"))
    counts = count_cues([article], LEXICON, quotations=True)
    frames = {frame: count.candidates for (lemma, _, frame), count in counts.items() if lemma == "say"}
    assert frames == {"quote": 1, "clause": 1, "*": 1}
    assert ("say", "VERB", "quote") not in count_cues([article], LEXICON, quotations=False)


def ends(article: TrainingArticle) -> tuple[dict[str, Count], list[bool]]:
    return count_ends([article], LEXICON), [row.right for row in end_rows(article, LEXICON)]


def test_places_where_a_content_went_on_or_ended() -> None:
    """Before the phrase with on: right where it is in the content, wrong where it is not."""
    parse = parse_of(*SAID, *ON_FRIDAY)
    whole = article_of(parse, ("The mayor", "said", "it rained on Friday"))
    short = article_of(parse, ("The mayor", "said", "it rained"))
    assert {count.cues for count in ends(whole)[0].values()} == {1}
    assert {count.cues for count in ends(short)[0].values()} == {0}
    assert ends(whole)[1][:1] == [True]
    assert ends(short)[1] == [False]


@pytest.mark.parametrize(
    "quote",
    [
        ("The mayor", "rained", "it"),
        ("The mayor", "it", "rained on Friday"),
        ("The mayor", "The", "it rained on Friday"),
    ],
    ids=["another head", "another start", "another cue"],
)
def test_ends_of_contents_that_no_rule_has_right_are_not_counted(quote: tuple[str, str, str]) -> None:
    """Cue, start and head must be those of the annotation."""
    assert ends(article_of(parse_of(*SAID, *ON_FRIDAY), quote)) == ({}, [])


def test_ends_behind_a_cue_that_hardly_is_one_are_not_counted() -> None:
    """They tell nothing about contents."""
    rare = Lexicon(counts={("say", "VERB", "*"): Count(0, 100), ("say", "VERB", "clause"): Count(0, 100)}, attitudes={})
    article = article_of(parse_of(*SAID, *ON_FRIDAY), ("The mayor", "said", "it rained"))
    assert count_ends([article], rare) == {}
    assert count_ends([article], LEXICON) != {}


def test_ends_within_a_quotation_are_not_counted() -> None:
    """Its marks tell where it ends."""
    parse = parse_of(*SAID[:3], *IN_MARKS)
    assert ends(article_of(parse, ("The mayor", "said", "“it rained all day”"))) == ({}, [])


def test_places_in_a_gap_and_between_marks_are_not_counted() -> None:
    """A content that goes on behind a gap did not end before it, and marks stay together."""
    gap = Annotation(((15, 24), (28, 34)), ((0, 9),), ((10, 14),))
    parse = parse_of(*SAID, *ON_FRIDAY)
    article = TrainingArticle.of(Document("a", parse.text, (gap,)), parse)
    assert [parse.text[start:end] for start, end in gap.content] == ["it rained", "Friday"]
    counts, right = ends(article)
    assert ({count.cues / count.candidates for count in counts.values()}, right) == ({1.0}, [True])  # before Friday
    marked = parse_of(*SAID, "“", "all DT det 7", "day NN npadvmod 4", "”", ". . punct 2")
    assert ends(article_of(marked, ("The mayor", "said", "it rained “all day”"))) == ({}, [])


def test_pairs_seen_once_that_were_no_cue_are_not_written() -> None:
    """Nothing hangs on them."""
    counts = {("a", "VERB", "x"): Count(0, 1), ("b", "VERB", "x"): Count(1, 1), ("c", "VERB", "clause"): Count(0, 2)}
    assert [lemma for lemma, _, _ in telling_counts(Lexicon(counts=counts, attitudes={}))] == ["b", "c"]


def test_pairs_without_hope_are_not_written() -> None:
    """With a row or without, their candidates are not looked at; other rows of the lemma and frame tell that."""
    counts = {
        ("*", "VERB", "*"): Count(50, 1000),
        ("*", "VERB", "object"): Count(5, 500),
        ("say", "VERB", "*"): Count(45, 50),
        ("say", "VERB", "object"): Count(0, 2),
        ("eat", "VERB", "*"): Count(0, 60),
        ("eat", "VERB", "object"): Count(0, 20),
        ("eat", "VERB", "clause"): Count(0, 5),
        ("in", "PREP", "object"): Count(0, 9),
    }
    written = telling_counts(Lexicon(counts=counts, attitudes={}))
    assert set(counts) - set(written) == {("eat", "VERB", "object")}
    full, short = Lexicon(counts=counts, attitudes={}), Lexicon(counts=written, attitudes={})
    assert max(one.precision("eat", "VERB", "object") for one in (full, short)) < HOPELESS


def test_what_ships_leaves_out_pairs_without_hope() -> None:
    """The table that ships is one of those."""
    counts = dict(LEXICON.counts.items())
    assert telling_counts(LEXICON) == counts
