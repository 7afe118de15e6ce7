"""What the classifiers decide, and what they say to a reader."""

from __future__ import annotations

from math import prod

import pytest
from attrs import evolve
from features import tagged

from quoteattr import Extractor
from quoteattr.detect import Candidate
from quoteattr.detect.classifier import HOPELESS, classified, plausible
from quoteattr.forest import Forest
from quoteattr.lexicon import Classifiers, Count, Lexicon


def always(odds: float) -> Forest:
    """Trees of one leaf, which say the same of every row."""
    return Forest.from_text(f"number\t\twords\n\n{odds}\n", "")


LIKELY, UNLIKELY = always(3.0), always(-3.0)
LEXICON = evolve(Lexicon.default(), classifiers=Classifiers(attribution=LIKELY, report=UNLIKELY))
UNREPORTED = evolve(LEXICON, classifiers=Classifiers(attribution=LIKELY))
TEXT = "{} thinks/VBP/ROOT/1 that/IN/mark/4 it/PRP/nsubj/4 rained/VBD/ccomp/1 ."


def shares(
    lexicon: Lexicon, text: str = TEXT, agent: str = "Ana/NNP/nsubj/1", *, certain: bool = False
) -> tuple[float, float]:
    """How likely a clause is an attribution, and how likely a reader would report it."""
    article = tagged(text.format(agent), lexicon)
    candidate = Candidate("clause", 1, "think", "VERB", "clause", ((2, len(article.parse) - 1),), certain=certain)
    (one,) = classified(article, [candidate])
    return one.probability, one.reported


def test_what_a_reader_would_report_decides() -> None:
    """Unless the wider idea of an attribution is asked for: then the other classifier has a say."""
    probability, reported = shares(LEXICON)
    assert probability == reported < 0.1
    assert shares(LEXICON.widened())[1] == reported


def test_the_wider_idea_lies_between_both_classifiers_and_nearer_to_that_of_attributions() -> None:
    """By their odds: the geometric mean, with that of attributions counted twice."""
    attributed, _ = shares(UNREPORTED)
    probability, reported = shares(LEXICON.widened())
    assert reported < probability < attributed
    odds = [one / (1 - one) for one in (attributed, attributed, reported)]
    assert probability / (1 - probability) == pytest.approx(prod(odds) ** (1 / 3))


def test_without_a_report_classifier_that_of_attributions_tells_both() -> None:
    """As before they are trained."""
    probability, reported = shares(UNREPORTED)
    assert probability == reported > 0.9


def test_without_classifiers_the_counts_tell_both() -> None:
    """A rule that is certain is not doubted."""
    counted = evolve(LEXICON, classifiers=Classifiers())
    precision = counted.precision("think", "VERB", "clause")
    assert shares(counted) == (precision, precision)
    assert shares(counted, certain=True) == (1.0, 1.0)


def test_what_was_added_to_the_lexicon_is_not_doubted() -> None:
    """Neither as an attribution nor as a report."""
    probability, reported = shares(LEXICON.extended(verbs={"think": "belief"}))
    assert probability == reported > 0.99


@pytest.mark.parametrize(
    ("agent", "doubted"),
    [("I/PRP/nsubj/1", True), ("We/PRP/nsubj/1", True), ("You/PRP/nsubj/1", True), ("She/PRP/nsubj/1", False)],
)
def test_what_the_narrator_thinks_is_not_reported(agent: str, doubted: bool) -> None:
    """It is the article's own voice, and nobody's that it reports."""
    _, reported = shares(LEXICON.with_classifiers(report=LIKELY), agent=agent)
    assert reported == (pytest.approx(0.1) if doubted else pytest.approx(shares(UNREPORTED)[1]))


def test_what_the_narrator_thinks_in_marks_is_somebodys() -> None:
    """Whoever stands in the marks."""
    text = "{} thinks/VBP/ROOT/1 that/IN/mark/5 “ it/PRP/nsubj/5 rained/VBD/ccomp/1 ” ."
    _, reported = shares(LEXICON.with_classifiers(report=LIKELY), text, "We/PRP/nsubj/1")
    assert reported > 0.9


def test_what_is_unlikely_already_stays_so() -> None:
    """The narrator's voice makes nothing likelier."""
    _, reported = shares(LEXICON, agent="We/PRP/nsubj/1")
    assert reported < 0.1


def test_a_cue_that_hardly_ever_is_one_is_not_looked_at() -> None:
    """Unless a rule is certain, a quotation stands beside a verb of speaking, or the user added it."""
    rare = Lexicon(
        counts={("think", "VERB", frame): Count(0, 1000) for frame in ("clause", "quote", "*")},
        attitudes={},
        speech=frozenset(("say",)),
    )
    article = tagged(TEXT.format("Ana/NNP/nsubj/1"), rare)
    content = ((2, 5),)
    assert rare.precision("think", "VERB", "clause") < HOPELESS
    candidates = [
        Candidate("a", 1, "think", "VERB", "clause", content),
        Candidate("b", 1, "think", "VERB", "quote", content),
        Candidate("c", 1, "think", "VERB", "clause", content, certain=True),
        Candidate("d", 1, "say", "VERB", "quote", content),
    ]
    assert [one.rule for one in plausible(article, candidates)] == ["c", "d"]


def test_the_narrator_in_an_article(extractor: Extractor, full_extractor: Extractor) -> None:
    """What he thinks comes back only where everything is asked for."""
    text = "I think that the bridge is safe."
    assert extractor(text).quotes == ()
    assert [quote.text for quote in full_extractor(text).quotes] == ["that the bridge is safe"]


@pytest.mark.parametrize(
    "text",
    [
        "Readers should note that damp is hard to measure.",
        "The find could also indicate that the ship was whole.",
        "Some will say that it is a lot for a meal.",
        "If you say to a child, “Be still,” it will not be.",
    ],
)
def test_what_is_only_supposed_is_no_quote(text: str, extractor: Extractor) -> None:
    """Nobody has said it."""
    assert extractor(text).quotes == ()


def test_what_somebody_could_not_say_is_a_quote(extractor: Extractor) -> None:
    """A negation tells what somebody said."""
    (quote,) = extractor("Ada Smith could not say whether the ship was whole.").quotes
    assert str(quote.speaker) == "Ada Smith"


def test_who_fears_a_thing_says_nothing(extractor: Extractor) -> None:
    """Unlike who fears what may happen."""
    assert extractor("They feared the dog.").quotes == ()
    assert len(extractor("Traders feared a strike.").quotes) == 1


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Critics dismissed it as a stunt.", "it as a stunt"),
        ("The analyst found evidence that the firm is making a car.", "that the firm is making a car"),
        ("An older theory holds that cave fish hear well.", "that cave fish hear well"),
        ("Detectives are appealing for witnesses.", "witnesses"),
        ("India has threatened retaliation.", "retaliation"),
        ("Some of the families are threatening civil action.", "civil action"),
        ("Complaints by Ada Lind that the mill was sold too cheaply have grown.", "that the mill was sold too cheaply"),
        ("The judge left with a recommendation by the coroner that he never be released.", "that he never be released"),
        ("The senator assailed the council for its slowness.", "the council for its slowness"),
        ("He has likened the mayor to a Roman emperor.", "the mayor to a Roman emperor"),
        ("The Herald deemed those statements false.", "those statements false"),
        ("Some interpret the letter as a threat.", "the letter as a threat"),
        ("Ada Smith confessed to taking the money.", "taking the money"),
        ("He fessed up to taking the money.", "taking the money"),
        ("Ada Lind boasted of how the inquiry was hurting her rival.", "how the inquiry was hurting her rival"),
        ("The documents prove that the ministry knew of the flood.", "that the ministry knew of the flood"),
        ("He was jailed after admitting carrying out the attack.", "carrying out the attack"),
        ("She recalled that the mill had been quiet.", "that the mill had been quiet"),
    ],
)
def test_rare_acts_of_speech(text: str, content: str, extractor: Extractor) -> None:
    """Who judges, gives or finds, holds, asks or threatens, owns up, faults or likens says something."""
    assert [quote.text for quote in extractor(text).quotes] == [content]


def test_who_is_told_to_do_something(extractor: Extractor) -> None:
    """Whoever it is belongs to what is said."""
    (quote,) = extractor("The farmers were told to leave the valley.").quotes
    assert [span.text for span in quote.content] == ["The farmers", "to leave the valley"]


@pytest.mark.parametrize(
    "text",
    [
        "This suggests that the river was once a lake.",
        "The cracks are deep, which suggests that the wall will fall.",
        "Fires threatened the health of thousands.",
        "They called it quits in May.",
        "There were complaints that the mill was cold.",
    ],
)
def test_what_nobody_says(text: str, extractor: Extractor) -> None:
    """What was told before shows something, things threaten, an idiom calls nothing anything."""
    assert extractor(text).quotes == ()
