"""Misspelt surnames, the short forms of bodies' names, and words of the lists."""

from __future__ import annotations

import pytest

from quoteattr.coreference.gazetteer import folded, gazetteer
from quoteattr.coreference.sieves.misspelt import misspelt
from quoteattr.coreference.sieves.organisation_names import SHORT_FORMS, plain


@pytest.mark.parametrize(
    ("word", "surname"),
    [
        ("deisendorf", "diesendorf"),
        ("diesendrof", "diesendorf"),
        ("diessendorf", "diesendorf"),
        ("brenan", "brennan"),
        ("brennann", "brennan"),
        ("bernnan", "brennan"),
        ("hlolis", "hollis"),
        ("holis", None),
        ("lidn", None),
        ("diesendorx", None),
        ("deisendrof", None),
        ("feisendord", None),
        ("diesxendorf", "diesendorf"),
        ("diesendor", None),
        ("brennan", None),
        ("ada", None),
    ],
)
def test_a_surname_is_misspelt_by_one_slip(word: str, surname: str | None) -> None:
    """Two letters have changed places, or one is double; short words and other names are left alone."""
    keys = [("ada", "brennan"), ("bo", "diesendorf"), ("cy", "hollis"), ("ed", "lind"), (word,)]
    assert list(misspelt(keys)) == ([((word,), (surname,))] if surname else [])


def test_a_misspelt_word_with_two_surnames_is_nobody() -> None:
    """Either may be meant."""
    assert list(misspelt([("ada", "brennan"), ("bo", "brenann"), ("brenaan",)])) == []
    assert list(misspelt([("bernnan", "ada"), ("bo", "brennan"), ("bernnan",)])) == []


def forms(text: str) -> dict[str, list[str]]:
    """The short forms of a name, by the rules that make them."""
    key = tuple(text.lower().split())
    made = {way.rule.id: [" ".join(form) for form in way.forms(gazetteer(), key)] for way in SHORT_FORMS}
    return {rule.removeprefix("name-"): found for rule, found in made.items() if found}


@pytest.mark.parametrize(
    ("name", "acronyms"),
    [
        ("Zorn", ""),
        ("Garnet of", ""),
        ("Garnet Lark", "gl gl glc"),
        ("Garnet and Lark", "gl gal glc"),
        ("US Garnet Lark", "ugl ugl uglc usgl"),
    ],
)
def test_the_acronyms_of_a_name(name: str, acronyms: str) -> None:
    """With small words and without, with C for a corporation, and behind a short country."""
    assert forms(name).get("acronym", []) == acronyms.split()


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("US Garnet Lark", {"without-first-words": ["garnet lark"]}),
        ("Garnet Motors", {"singular": ["garnet motor"], "without-last-words": ["garnet"]}),
        ("Garnet Taps", {}),
        ("Washington Post", {"of-paper": ["post"]}),
        ("Department of Lark", {"institution": ["department"]}),
        ("Garnet of Lark", {}),
        ("Department Lark Moss", {"without-first-words": ["lark moss"]}),
        ("Royal Garnet and Lark", {"without-first-words": ["garnet and lark"]}),
        (
            "Royal Garnet Fox News",
            {"without-first-words": ["garnet fox news"], "without-last-words": ["royal garnet fox"]},
        ),
        ("Garnet Group", {"without-last-words": ["garnet"]}),
        ("Garnet Lark Group", {"without-first-words": ["lark group"], "without-last-words": ["garnet lark"]}),
        ("Ohio Group", {}),
        ("Bank Group Garnet", {"without-first-words": ["group garnet"]}),
        ("freenetorg", {"of-website": ["freenet"]}),
        ("freenetxyz", {}),
    ],
)
def test_how_a_name_is_made_shorter(name: str, expected: dict[str, list[str]]) -> None:
    """Without plural, first or last words, without the end of its address."""
    found = forms(name)
    found.pop("acronym", None)
    found.pop("acronym-in-front", None)
    assert found == expected


@pytest.mark.parametrize(
    ("name", "in_front"),
    [
        ("Garnet Lark", ""),
        ("Garnet Lark Moss", "gl moss"),
        ("Garnet and Lark", ""),
        ("Royal Garnet and Lark", ""),
        ("Royal Garnet Fox News", "rg fox news|rg fox|rgf news"),
    ],
)
def test_initials_in_front_of_a_name(name: str, in_front: str) -> None:
    """Before the rest, with or without its general words; no small word stands behind them."""
    assert "|".join(forms(name).get("acronym-in-front", [])) == in_front


def test_a_name_is_plain_without_its_article() -> None:
    """Unless it is nothing else."""
    assert plain(("the", "garnet")) == ("garnet",)
    assert plain(("the",)) == ("the",)
    assert plain(("garnet", "the")) == ("garnet", "the")


def test_words_without_accents() -> None:
    """And without strokes."""
    assert [folded(word) for word in ("nunez", "núñez", "łukasz", "øst")] == ["nunez", "nunez", "lukasz", "ost"]


@pytest.mark.parametrize(
    ("word", "tag", "told"),
    [
        ("mayor", "NN", ("mayor", "person", False, "")),
        ("mayors", "NNS", ("mayor", "people", True, "")),
        ("actress", "NN", ("actress", "person", False, "f")),
        ("brother", "NN", ("brother", "person", False, "m")),
        ("vice-mayor", "NN", ("mayor", "person", False, "")),
        ("bank", "NN", ("bank", "organisation", False, "")),
        ("banks", "NNS", ("bank", "organisation", True, "")),
        ("report", "NN", ("report", "document", False, "")),
        ("police", "NN", ("police", "organisation", False, "")),
        ("voters", "NNS", ("voter", "people", True, "")),
        ("harpoonwoman", "NN", ("harpoonwoman", "person", False, "f")),
        ("harpoonologist", "NN", ("harpoonologist", "person", False, "")),
        ("harpoonwomen", "NNS", ("harpoonwoman", "people", True, "f")),
        ("river", "NN", ("river", "", False, "")),
        ("rivers", "NNS", ("river", "", True, "")),
    ],
)
def test_what_a_noun_may_stand_for(word: str, tag: str, told: tuple[str, str, bool, str]) -> None:
    """Its singular, its kind, its number and the gender that it tells."""
    noun = gazetteer().noun(word, tag)
    assert (noun.base, noun.kind, noun.plural, noun.gender) == told


def test_further_titles_and_roles() -> None:
    """Each alone, and without touching the lists of others."""
    titled, called = (
        gazetteer(frozenset({"grand harpooner of the seven seas and the nine lakes"})),
        gazetteer(frozenset(), frozenset({"zorn"})),
    )
    assert tuple("grand harpooner of the seven seas and the nine lakes".split()) in titled.titles
    assert (called.noun("zorn").kind, titled.noun("zorn").kind, gazetteer().noun("zorn").kind) == ("person", "", "")


@pytest.mark.parametrize(("given", "gender"), [("anna", "f"), ("peter", "m"), ("zorn", ""), ("lark", "")])
def test_a_given_name_tells_a_gender(given: str, gender: str) -> None:
    """Beyond reasonable doubt, or none."""
    assert gazetteer().gender_of_name(given) == gender


def test_states_and_their_country_are_domestic() -> None:
    """By their names, in small letters as well."""
    lists = gazetteer()
    assert {"Ohio", "United States"} <= lists.domestic
    assert "ohio" in lists.names_of_states
    assert "Norway" not in lists.domestic
