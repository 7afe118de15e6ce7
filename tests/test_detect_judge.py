"""What the trees decide, and what they say to a reader."""

from __future__ import annotations

from math import prod

import pytest
from attrs import evolve
from readings import tagged

from quoteattr import Extractor
from quoteattr.detect import Candidate
from quoteattr.detect.judge import HOPELESS, judged, plausible
from quoteattr.forest import Forest
from quoteattr.lexicon import Count, Lexicon


def always(share: int) -> Forest:
    """Trees of one leaf, which say the same of every row."""
    return Forest.from_text(f"number\t\twords\n\n{share}\n", "")


LIKELY, UNLIKELY = always(3_000_000), always(-3_000_000)
LEXICON = evolve(Lexicon.default(), judge=LIKELY, report=UNLIKELY, ends_forest=None)
TEXT = "{} thinks/VBP/ROOT/1 that/IN/mark/4 it/PRP/nsubj/4 rained/VBD/ccomp/1 ."


def shares(
    lexicon: Lexicon, text: str = TEXT, doer: str = "Ana/NNP/nsubj/1", *, certain: bool = False
) -> tuple[float, float]:
    """How likely a clause is an attribution, and how likely a reader would report it."""
    reading = tagged(text.format(doer), lexicon)
    candidate = Candidate("clause", 1, "think", "VERB", "clause", ((2, len(reading.parse) - 1),), certain=certain)
    (one,) = judged(reading, [candidate])
    return one.probability, one.reported


def test_what_a_reader_would_report_decides() -> None:
    """Unless the wider idea of an attribution is asked for: then the judge has a say, and reports are confidence."""
    probability, reported = shares(LEXICON)
    assert probability == reported < 0.1
    assert shares(LEXICON.widened())[1] == reported


def test_the_wider_idea_lies_between_both_forests_and_nearer_to_the_judge() -> None:
    """By their odds: the geometric mean, with the judge counted twice."""
    attributed, _ = shares(evolve(LEXICON, report=None))
    probability, reported = shares(LEXICON.widened())
    assert reported < probability < attributed
    odds = [one / (1 - one) for one in (attributed, attributed, reported)]
    assert probability / (1 - probability) == pytest.approx(prod(odds) ** (1 / 3))


def test_without_trees_of_reports_the_judge_tells_both() -> None:
    """As before they are trained."""
    probability, reported = shares(evolve(LEXICON, report=None))
    assert probability == reported > 0.9


def test_without_a_judge_the_counts_tell_both() -> None:
    """A rule that is certain is not doubted."""
    counted = evolve(LEXICON, judge=None)
    precision = counted.precision("think", "VERB", "clause")
    assert shares(counted) == (precision, precision)
    assert shares(counted, certain=True) == (1.0, 1.0)


def test_what_was_added_to_the_lexicon_is_not_doubted() -> None:
    """Neither as an attribution nor as a report."""
    probability, reported = shares(LEXICON.extended(verbs={"think": "belief"}))
    assert probability == reported > 0.99


@pytest.mark.parametrize(
    ("doer", "doubted"),
    [("I/PRP/nsubj/1", True), ("We/PRP/nsubj/1", True), ("You/PRP/nsubj/1", True), ("She/PRP/nsubj/1", False)],
)
def test_what_the_narrator_thinks_is_not_reported(doer: str, doubted: bool) -> None:
    """It is the article's own voice, and nobody's that it reports."""
    _, reported = shares(evolve(LEXICON, report=LIKELY), doer=doer)
    assert reported == (pytest.approx(0.1) if doubted else pytest.approx(shares(evolve(LEXICON, report=None))[1]))


def test_what_the_narrator_thinks_in_marks_is_somebodys() -> None:
    """Whoever stands in the marks."""
    text = "{} thinks/VBP/ROOT/1 that/IN/mark/5 “ it/PRP/nsubj/5 rained/VBD/ccomp/1 ” ."
    _, reported = shares(evolve(LEXICON, report=LIKELY), text, "We/PRP/nsubj/1")
    assert reported > 0.9


def test_what_is_unlikely_already_stays_so() -> None:
    """The narrator's voice makes nothing likelier."""
    _, reported = shares(LEXICON, doer="We/PRP/nsubj/1")
    assert reported < 0.1


def test_a_cue_that_hardly_ever_is_one_is_not_looked_at() -> None:
    """Unless a rule is certain, a quotation stands beside a verb of speaking, or the user added it."""
    rare = Lexicon(
        counts={("think", "VERB", frame): Count(0, 1000) for frame in ("clause", "quote", "*")},
        attitudes={},
        speech=frozenset(("say",)),
    )
    reading = tagged(TEXT.format("Ana/NNP/nsubj/1"), rare)
    content = ((2, 5),)
    assert rare.precision("think", "VERB", "clause") < HOPELESS
    candidates = [
        Candidate("a", 1, "think", "VERB", "clause", content),
        Candidate("b", 1, "think", "VERB", "quote", content),
        Candidate("c", 1, "think", "VERB", "clause", content, certain=True),
        Candidate("d", 1, "say", "VERB", "quote", content),
    ]
    assert [one.rule for one in plausible(reading, candidates)] == ["c", "d"]


def test_the_narrator_in_an_article(extractor: Extractor, full_extractor: Extractor) -> None:
    """What he thinks comes back only where everything is asked for."""
    text = "I think that the bridge is safe."
    assert extractor(text).quotes == ()
    assert [quote.text for quote in full_extractor(text).quotes] == ["that the bridge is safe"]
