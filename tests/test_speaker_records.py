"""Records of speakers: the fullest name, the best description, numbers in order of first mention."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from people import marked

from quoteattr.coreference.entities import Entity, Traits
from quoteattr.records import SpeakerKind
from quoteattr.resolution import resolve
from quoteattr.speaker_records import best_name, phrase_text
from quoteattr.syntax import Parse
from quoteattr.syntax.reader import read

if TYPE_CHECKING:
    from spacy.language import Language

PERSON, ORGANISATION = SpeakerKind.PERSON, SpeakerKind.ORGANISATION


@pytest.mark.parametrize(
    ("forms", "kind", "expected"),
    [
        ("Hall / Anna Hall", PERSON, "Anna Hall"),
        ("Hall / ANNA HALL", PERSON, "ANNA HALL"),
        ("ANNA HALL", PERSON, "ANNA HALL"),
        ("ANNA HALL / Anna Hall", PERSON, "Anna Hall"),
        ("HALL / Anna Hall", PERSON, "Anna Hall"),
        ("Anna Hall / Dora Halls", PERSON, "Dora Halls"),
        ("A Bee / Annabella", PERSON, "A Bee"),
        ("NASA / Nasa", ORGANISATION, "Nasa"),
        ("NASA / Space", ORGANISATION, "Space"),
        ("NASA LABS / Labs", ORGANISATION, "NASA LABS"),
        ("NASA LABS / Labs", PERSON, "NASA LABS"),
        ("RSPCA / Rats", ORGANISATION, "RSPCA"),
        ("BBC / CNN", ORGANISATION, "BBC"),
    ],
)
def test_the_fullest_form_of_a_name(nlp: Language, forms: str, kind: SpeakerKind, expected: str) -> None:
    """Of most words, then of most letters; capitals only where nothing else is as long."""
    (parse,) = read(nlp, [forms])
    edges = [-1, *(token for token, word in enumerate(parse.words) if word == "/"), len(parse)]
    names = [(start + 1, end) for start, end in pairwise(edges)]
    assert best_name(parse, Entity(Traits(kind), names=names)) == expected


@pytest.fixture(scope="module")
def halls(nlp: Language) -> Parse:
    """A sentence with names in it."""
    (parse,) = read(nlp, ["Anna and Peter Hall Jr. met it."])
    return parse


def test_names_that_are_put_together(halls: Parse) -> None:
    """Of several, and of somebody named with a relative only."""
    anna = Entity(Traits(PERSON), names=[(0, 1)], apart=((0, 1), (3, 4)))
    peter = Entity(Traits(PERSON), names=[(2, 5)])
    nobody, people = Entity(Traits(PERSON)), Traits(SpeakerKind.PEOPLE, plural=True)
    assert best_name(halls, anna) == "Anna Hall"
    assert best_name(halls, Entity(Traits(PERSON), names=[(2, 4)], apart=((0, 1), (3, 4)))) == "Peter Hall"
    assert best_name(halls, Entity(people, parts=(anna, peter))) == "Anna Hall and Peter Hall Jr."
    assert best_name(halls, Entity(people, parts=(peter, peter))) == "Peter Hall Jr."
    assert best_name(halls, Entity(people, parts=(peter, nobody))) is None
    assert best_name(halls, Entity(people, parts=(nobody, peter))) is None
    assert best_name(halls, Entity(people, parts=(nobody,))) is None
    assert best_name(halls, nobody) is None
    assert phrase_text(halls, (2, 2)) == ""


@pytest.mark.parametrize(
    ("kind", "noun", "owner", "expected"),
    [
        (ORGANISATION, "campaign", PERSON, "Hall campaign"),
        (ORGANISATION, "company", PERSON, None),
        (SpeakerKind.PEOPLE, "campaign", PERSON, None),
        (ORGANISATION, "campaign", ORGANISATION, None),
    ],
)
def test_a_campaign_goes_by_its_candidate(
    halls: Parse, kind: SpeakerKind, noun: str, owner: SpeakerKind, expected: str | None
) -> None:
    """By the surname, if the candidate has a name; nothing else that people own does."""
    traits = Traits(kind, nouns=frozenset({noun}))
    assert best_name(halls, Entity(traits, owner=Entity(Traits(owner), names=[(2, 5)]))) == expected
    assert best_name(halls, Entity(traits, owner=Entity(Traits(owner)))) is None


def test_records_are_numbered_by_first_mention() -> None:
    """Speakers and organisations each; an organisation has its other forms as aliases."""
    article = (
        "Redwood Airlines met Anna Brown, a spokeswoman for the Federal Reserve. [[Brown]] said {{it was late}}. "
        "[[The Fed]] said {{so}}. [[Redwood Airlines]] said {{so}}."
    )
    ((parse, said),) = marked([article])
    found = resolve(parse, said)
    assert [(one.id, one.name) for one in found.speakers] == [
        ("s1", "Redwood Airlines"),
        ("s2", "Anna Brown"),
        ("s3", "Federal Reserve"),
    ]
    assert [(one.id, one.name, one.aliases) for one in found.organisations] == [
        ("o1", "Redwood Airlines", ()),
        ("o2", "Federal Reserve", ("Fed",)),
    ]
    assert [one.id if one is not None else "-" for one in found.speaker_of] == ["s2", "s3", "s1"]
    assert [span.text for span in found.organisations[1].mentions] == ["Federal Reserve", "Fed"]


def test_a_capital_that_stands_for_a_country_is_no_name_of_it() -> None:
    """Whoever speaks for the country."""
    for said_by in ("Tehran", "An Iranian official"):
        ((parse, said),) = marked([f"Iran is old. Tehran is big. [[{said_by}]] said {{{{it was late}}}}."])
        assert [one.name for one in resolve(parse, said).organisations] == ["Iran"]
