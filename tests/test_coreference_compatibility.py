"""Agreement and binding: which two mentions may be one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from quoteattr.coreference.compatibility import (
    are_alike,
    fits_description,
    fits_noun,
    fits_pronoun,
    is_bound,
    is_human,
    origin_agrees,
    serves_another,
)
from quoteattr.coreference.context import Context
from quoteattr.coreference.engine import introduce
from quoteattr.coreference.entities import Entity, Mention, Traits
from quoteattr.coreference.gazetteer import Noun, gazetteer
from quoteattr.records import SpeakerKind
from quoteattr.syntax.reader import read

if TYPE_CHECKING:
    from spacy.language import Language

PERSON, PEOPLE = SpeakerKind.PERSON, SpeakerKind.PEOPLE
ORGANISATION, DOCUMENT, UNKNOWN = SpeakerKind.ORGANISATION, SpeakerKind.DOCUMENT, SpeakerKind.UNKNOWN
WOMAN, MAN = Entity(Traits(PERSON, gender="f")), Entity(Traits(PERSON, gender="m"))


@pytest.mark.parametrize(
    ("traits", "pronouns"),
    [
        (Traits(PERSON), "male female"),
        (Traits(PERSON, gender="m"), "male"),
        (Traits(PERSON, gender="f"), "female"),
        (Traits(PERSON, gender="f", presumed=True), "male female"),
        (Traits(PERSON, plural=True), "plural"),
        (Traits(PEOPLE, plural=True), "plural"),
        (Traits(ORGANISATION), "thing plural"),
        (Traits(ORGANISATION, plural=True), "plural"),
        (Traits(DOCUMENT), "thing"),
        (Traits(DOCUMENT, plural=True), "plural"),
        (Traits(UNKNOWN), "thing"),
    ],
)
def test_pronouns_agree_in_gender_number_and_kind(traits: Traits, pronouns: str) -> None:
    """A gender that only the given name tells rules nobody out; one organisation may be "they"."""
    classes = ("male", "female", "thing", "plural")
    assert [one for one in classes if fits_pronoun(Entity(traits), one)] == pronouns.split(" ")


@pytest.mark.parametrize(
    ("entity", "noun", "fits"),
    [
        (WOMAN, Noun("nurse", "person"), True),
        (WOMAN, Noun("chairwoman", "person", gender="f"), True),
        (MAN, Noun("chairwoman", "person", gender="f"), False),
        (Entity(Traits(PERSON)), Noun("chairwoman", "person", gender="f"), True),
        (WOMAN, Noun("nurse", "people", plural=True), False),
        (WOMAN, Noun("company", "organisation"), False),
        (Entity(Traits(ORGANISATION)), Noun("company", "organisation"), True),
        (Entity(Traits(ORGANISATION)), Noun("company", "organisation", plural=True), False),
        (Entity(Traits(PEOPLE, plural=True)), Noun("nurse", "person"), False),
        (Entity(Traits(DOCUMENT)), Noun("report", "document"), False),
    ],
)
def test_singular_nouns_say_what_people_and_organisations_are(entity: Entity, noun: Noun, fits: bool) -> None:
    """Of the same kind, and of no other gender."""
    assert fits_noun(entity, noun) is fits


@pytest.mark.parametrize(
    ("nouns", "modifiers", "fits"),
    [
        ("", "republican", True),
        ("republican", "republican", True),
        ("democratic", "republican", False),
        ("democratic", "old", True),
        ("democrat", "democratic", True),
    ],
)
def test_nobody_is_of_two_parties(nouns: str, modifiers: str, fits: bool) -> None:
    """Whoever is known to be of one is nobody described as of another."""
    entity = Entity(Traits(PERSON, nouns=frozenset(nouns.split())))
    assert fits_description(gazetteer(), entity, Noun("senator", "person"), frozenset(modifiers.split())) is fits
    assert not fits_description(gazetteer(), MAN, Noun("chairwoman", "person", gender="f"), frozenset())


def test_two_are_alike_by_kind_and_gender() -> None:
    """A gender that is not known is no other."""
    assert are_alike(WOMAN, Entity(Traits(PERSON)))
    assert not are_alike(WOMAN, MAN)
    assert not are_alike(WOMAN, Entity(Traits(ORGANISATION)))
    assert [is_human(one) for one in (WOMAN, Entity(Traits(PEOPLE)), Entity(Traits(DOCUMENT)))] == [True, True, False]


@pytest.fixture(scope="module")
def iowa(nlp: Language) -> Context:
    """An article about somebody of Ohio."""
    (parse,) = read(nlp, ["Anna Brown went from Ohio to Iowa with Peter Stone. Redwood Airlines was late."])
    return introduce(parse, [], gazetteer()).context


def at(context: Context, word: str) -> Mention:
    """The mention with a word."""
    found = context.document.mention_at(context.parse.words.index(word))
    assert found is not None
    return found


def test_people_are_from_where_the_article_says(iowa: Context) -> None:
    """The president of one country is none of another; whoever has no home may hold office in their own."""
    president, anna = Noun("president", "person"), iowa.entities.of(at(iowa, "Brown"))
    ohio, elsewhere = frozenset({"Ohio"}), frozenset({"France"})
    assert origin_agrees(iowa, anna, president, frozenset())
    assert origin_agrees(iowa, anna, president, ohio)
    assert not origin_agrees(iowa, anna, president, elsewhere)
    assert origin_agrees(iowa, anna, Noun("nurse", "person"), elsewhere)
    local = Entity(Traits(PERSON, homes=ohio))
    assert origin_agrees(iowa, local, president, ohio)
    assert not origin_agrees(iowa, local, president, frozenset({"Iowa"}))


def test_who_serves_one_organisation_serves_no_other(iowa: Context) -> None:
    """As far as both are known."""
    anna, redwood = iowa.entities.of(at(iowa, "Brown")), iowa.entities.of(at(iowa, "Airlines"))
    place = iowa.entities.of(at(iowa, "Ohio"))
    assert not serves_another(iowa, anna, [redwood])
    served = Context(iowa.document, iowa.entities, iowa.named, served={anna: (place,)})
    assert serves_another(served, anna, [redwood])
    assert not serves_another(served, anna, [redwood, place])
    assert not serves_another(served, anna, [])
    assert origin_agrees(served, anna, Noun("president", "person"), frozenset({"Ohio"}))
    assert not origin_agrees(served, anna, Noun("president", "person"), frozenset({"Iowa"}))


@pytest.mark.parametrize(
    ("text", "pronoun", "other", "bound"),
    [
        ("Peter Stone saw him.", "him", "Stone", True),
        ("Peter Stone saw himself.", "himself", "Stone", False),
        ("Peter Stone looked at him.", "him", "Stone", True),
        ("Peter Stone left, and Anna Brown saw him.", "him", "Stone", False),
        ("Peter Stone left his home.", "his", "Stone", False),
        ("Nurses know his mayor.", "his", "mayor", True),
        ("They met the mother of him.", "him", "mother", True),
        ("Peter Stone said he won.", "he", "Stone", False),
    ],
)
def test_grammar_forbids_some(nlp: Language, text: str, pronoun: str, other: str, bound: bool) -> None:
    """Subject and object of one verb are two, as are a phrase and what stands inside it, an owner and what is owned."""
    (parse,) = read(nlp, [text])
    context = introduce(parse, [], gazetteer()).context
    assert is_bound(context.document, at(context, pronoun), at(context, other)) is bound
