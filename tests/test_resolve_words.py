"""The word lists of resolution: that they load, and that they do not contradict themselves."""

from __future__ import annotations

import pytest

from quoteattr.coreference.gazetteer import FEMALE, MALE, gazetteer
from quoteattr.lexicon.nouns import singular


def test_no_noun_is_of_both_genders() -> None:
    """A noun that rules men out does not rule women out."""
    assert not gazetteer().male & gazetteer().female


def test_every_noun_of_a_gender_is_a_person_noun() -> None:
    """What has a gender is classed as a person."""
    lists = gazetteer()
    assert {lists.noun(noun).kind for noun in lists.male | lists.female if " " not in noun} == {"person"}


def test_lists_are_lower_case() -> None:
    """Look-ups are by lower-case form, so an entry with a capital could never be found."""
    lists = gazetteer()
    for entries in (lists.person, lists.people, lists.document, lists.media, lists.organisation_words, lists.places):
        assert [entry for entry in entries if entry != entry.lower()] == []


def test_places_lead_to_places_by_their_own_name() -> None:
    """The name of a place stands for that place."""
    places = gazetteer().places
    assert {name for name in places.values() if places.get(name.lower()) != name} == set()


def test_titles_with_a_role_are_titles() -> None:
    """A role is given only for what is a title."""
    lists = gazetteer()
    titles = {" ".join(title) for title in lists.titles}
    assert {title.replace("-", " - ") for title in lists.title_roles} <= titles


@pytest.mark.parametrize(
    ("word", "tag", "kind", "plural"),
    [
        ("spokeswoman", "NN", "person", False),
        ("spokeswomen", "NNS", "people", True),
        ("co-founder", "NN", "person", False),
        ("families", "NNS", "people", True),
        ("companies", "NNS", "organisation", True),
        ("study", "NN", "document", False),
        ("studies", "NNS", "document", True),
        ("epidemiologist", "NN", "person", False),
        ("weather", "NN", "", False),
    ],
)
def test_nouns_are_classed(word: str, tag: str, kind: str, plural: bool) -> None:
    """A common noun tells what sort of source it is, and whether it is several."""
    noun = gazetteer().noun(word, tag)
    assert (noun.kind, noun.plural) == (kind, plural)


@pytest.mark.parametrize(
    ("plural", "expected"),
    [("people", "person"), ("women", "woman"), ("agencies", "agency"), ("coaches", "coach"), ("press", "press")],
)
def test_singulars(plural: str, expected: str) -> None:
    """The singular is found without a lemmatiser."""
    assert singular(plural) == expected


@pytest.mark.parametrize(("name", "gender"), [("mary", FEMALE), ("donald", MALE), ("leslie", ""), ("xyzzy", "")])
def test_given_names_tell_a_gender_only_when_nearly_all_bearers_share_it(name: str, gender: str) -> None:
    """A name of both genders, or an unknown one, rules nobody out."""
    assert gazetteer().gender_of_name(name) == gender
