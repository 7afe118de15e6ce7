"""Same names, right speakers, right organisations."""

from __future__ import annotations

import pytest

from quoteattr.scoring.annotation import Annotation
from quoteattr.scoring.matching import compare
from quoteattr.scoring.names import is_pronoun, same_description, same_name
from quoteattr.scoring.resolution import Found, ResolutionTally, found, right_speaker
from quoteattr.scoring.words import Words

TEXT = "one two three four five six seven eight"
ONE, TWO, THREE, FOUR = ((0, 3),), ((4, 7),), ((8, 13),), ((14, 18),)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ann Lee", "Ann Lee"),
        ("Dr. Ann Lee", "ann lee"),
        ("Ann B. Lee", "Lee"),
        ("the Acme Corporation’s", "Acme Corporation"),
        ("Board of Trade", "Board for Trade"),
        ("American Civil Liberties Union", "ACLU"),
        ("A.C.L.U.", "American Civil Liberties Union"),
        ("New York Times", "The New York Times Company"),
    ],
)
def test_names_that_are_the_same(one: str, other: str) -> None:
    """Titles, articles, possessives, missing first names and acronyms do not part two names, in either order."""
    assert same_name(one, other)
    assert same_name(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [("Ann Lee", "Bob Lee"), ("Ann Lee", "Ann"), ("Acme", "ACLU"), ("Ann Lee", None), ("", ""), ("I", "Ian")],
)
def test_names_that_differ(one: str, other: str | None) -> None:
    """Another first name, a first name alone, and nothing at all are not the same."""
    assert not same_name(one, other)
    assert not same_name(other, one)


def test_descriptions_share_a_word() -> None:
    """Articles and prepositions are no such word."""
    assert same_description("a campaign operative", "the operative")
    assert not same_description("a friend of the family", "the head of a bank")
    assert not same_description(None, "spokesman")


def test_pronouns() -> None:
    """In any case, and nothing else."""
    assert is_pronoun("She") and is_pronoun("who")
    assert not is_pronoun("Ann Lee") and not is_pronoun("")


@pytest.mark.parametrize(
    ("gold", "predicted", "right"),
    [
        (Annotation(ONE, speaker="Ann Lee"), Annotation(ONE, speaker="Lee"), True),
        (Annotation(ONE, speaker="Ann Lee"), Annotation(ONE, description="lawyer"), False),
        (Annotation(ONE, description="a lawyer"), Annotation(ONE, description="lawyers"), False),
        (Annotation(ONE, description="a lawyer"), Annotation(ONE, description="tax lawyer"), True),
        (Annotation(ONE, description="a lawyer"), Annotation(ONE, speaker="Lee", description="lawyer"), False),
    ],
)
def test_right_speaker(gold: Annotation, predicted: Annotation, right: bool) -> None:
    """Named speakers are compared by name; one that the gold does not name must not be named either."""
    assert right_speaker(gold, predicted) is right


def test_the_table() -> None:
    """Every figure of a small article by hand."""
    gold = [
        Annotation(ONE, speaker="Ann Lee", type="person", organisation="Acme", pronoun=True),
        Annotation(TWO, speaker="Bob Ray", type="person", organisation="Acme"),
        Annotation(THREE, description="spokesman", type="person"),
        Annotation(FOUR, type="unknown"),
    ]
    predicted = [
        Annotation(ONE, speaker="Lee", type="person", organisation="Acme Corp"),
        Annotation(TWO, speaker="Bob Ray", type="people"),
        Annotation(THREE, speaker="Ann Lee", type="person", organisation="Acme"),
        Annotation(((99, 120),), speaker="nobody"),
    ]
    tally = ResolutionTally()
    tally.add(Words(TEXT), gold, predicted)
    assert tally.figures() == pytest.approx(
        {
            "records": 3,
            "predicted": 3,
            "matched": 3,
            "speaker F1": 100 * 2 / 3,
            "speaker accuracy when matched": 100 * 2 / 3,
            "named recall": 100,
            "named strict recall": 50,
            "pronoun recall": 100,
            "type accuracy when matched": 100 * 2 / 3,
            "organisation F1": 0,
        }
    )


def test_found_counts() -> None:
    """Found, speakers and organisations over all gold quotes; none where none is wanted is right."""
    gold = [
        Annotation(ONE, speaker="Ann Lee", organisation="Acme", level="core"),
        Annotation(TWO, description="spokesman", level="core"),
        Annotation(THREE, level="edge"),
        Annotation(FOUR, speaker="Bob Ray", organisation="Acme", level="edge"),
    ]
    predicted = [
        Annotation(ONE, speaker="Ann Lee", organisation="Acme"),
        Annotation(TWO, description="a spokesman", organisation="Acme"),
        Annotation(THREE),
    ]
    comparisons = [compare(Words(TEXT), gold, predicted)]
    assert found(comparisons) == Found(
        gold=4, found=3, speaker=3, organisation=2, with_organisation=2, organisation_given=1
    )
    assert found(comparisons, "core") == Found(
        gold=2, found=2, speaker=2, organisation=1, with_organisation=1, organisation_given=1
    )
