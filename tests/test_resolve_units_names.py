"""Titles, headlines, homes and places of work, on trees written by hand: the first and the last token, and limits."""

from __future__ import annotations

import pytest
from attrs import evolve
from scenes import places_of, plain, tree

from quoteattr.coreference import mentions, typing
from quoteattr.coreference.entities import Mention, MentionType
from quoteattr.coreference.gazetteer import gazetteer
from quoteattr.coreference.mentions.headlines import is_headline, known_forms
from quoteattr.coreference.mentions.names import Name, find_names, key_of
from quoteattr.coreference.mentions.origins import origin_of, places_in
from quoteattr.coreference.mentions.titles import Titles, find_titles, titles_before
from quoteattr.coreference.mentions.values import NameSpan
from quoteattr.coreference.typing.employers import name_head
from quoteattr.coreference.typing.kinds import verdicts
from quoteattr.syntax import Entity, Parse

WORDS = gazetteer()


def name_of(parse: Parse, called: str, label: str = "", titles: tuple[str, ...] = ()) -> Name:
    """A name by its words."""
    start, end = places_of(parse, called)[0]
    return Name(start, end, key_of(parse.words[start:end]), label, titles)


TITLES = [
    ("Mr. Hale left", [1, 0, 0]),
    ("so Prime Minister Hale left", [0, 2, 0, 0, 0]),
    ("Minister left", [0, 0]),
    ("Minister", [0]),
    ("Gov. Park of Ohio", [1, 0, 0, 0]),
    ("Minister . Hale left", [0, 0, 0, 0]),
    ("Larry King Live left", [0, 0, 0, 0]),
    ("larry King Live left", [0, 1, 0, 0]),
    ("so King Live left", [0, 1, 0, 0]),
    ("King Live left", [1, 0, 0]),
    ("Minister Institute left", [0, 0, 0]),
    ("President Inc. left", [0, 0, 0]),
    ("Minister Hale Institute left", [0, 0, 0, 0]),
    ("Mr. Hale Institute left", [1, 0, 0, 0]),
    ("Chief Officer left", [0, 0, 0]),
    ("Chief Blue Officer left", [0, 0, 0, 0]),
    ("Chief Anna Officer left", [1, 0, 0, 0]),
    ("Gen. Officer left", [1, 0, 0]),
    ("Sir Officer left", [1, 0, 0]),
    ("Chief Very Old Officer left", [1, 0, 0, 0, 0]),
    ("Chief A B C D E F Institute", [0] * 8),
    ("Chief A B C D E F G Institute", [1] + [0] * 8),
    ("Chief A B C D E F G", [1] + [0] * 7),
    ("Captain “ Hale left", [0, 0, 0, 0]),
    ("Prof. Dr. Hale left", [1, 1, 0, 0]),
]


@pytest.mark.parametrize(("text", "found"), TITLES)
def test_titles_stand_before_names(text: str, found: list[int]) -> None:
    """Not before an office's own words, nor before the name of an organisation, nor behind a given name."""
    titles = find_titles(tree(plain(text)), WORDS)
    assert [titles.starting.get(token, 0) for token in range(len(found))] == found


def test_titles_of_a_name_are_read_backwards() -> None:
    """All of them in text order, in lower case, with the gender that one of them tells."""
    parse = tree(plain("Sir Prof. Vice - President Hale"))
    titles = Titles({0: 1, 1: 1, 2: 3}, {1: 1, 2: 1, 5: 3})
    assert titles_before(parse, 5, titles, WORDS) == (("sir", "prof.", "vice-president"), "m")
    assert titles_before(parse, 2, titles, WORDS) == (("sir", "prof."), "m")
    assert titles_before(parse, 0, titles, WORDS) == ((), "")
    assert titles_before(parse, 4, titles, WORDS) == ((), "")


HEADLINES = [
    ("Vexo Closes Many Shops", True),
    ("Vexo Closes", False),
    ("Vexo Closes Many", True),
    ("Vexo Closes Many shops", True),
    ("Vexo Closes many shops", False),
    ("Vexo Closes Many Shops .", True),
    ("Vexo Closes Many shops .", False),
    ("Vexo Closes Many shops ? so it", False),
    ("Vexo Closes Many shops ? so it is", True),
    ("Vexo Closes its two big Shops", True),
    ("1234 5678 Vexo Closes", False),
]


@pytest.mark.parametrize(("text", "headline"), HEADLINES)
def test_a_headline_is_mostly_capitalised(text: str, headline: bool) -> None:
    """Three long words at least; three in four of them, and nearly all where a mark closes the line."""
    parse = tree(plain(text).replace("._.", "._:"))
    assert is_headline(parse, 0, len(parse)) is headline


def test_a_headline_starts_where_it_starts() -> None:
    """A mark before it closes another line."""
    parse = tree(plain("so it is ! Vexo Closes Many shops"))
    assert is_headline(parse, 4, len(parse))


def test_a_form_has_its_usual_label() -> None:
    """The label that it has most often; names of more than eight tokens are not repeated in headlines."""
    parse = tree(plain("Vexo Vexo Vexo A B C D E F G H I"))
    spans = [
        NameSpan(0, 1, "GPE"),
        NameSpan(1, 2, "ORG"),
        NameSpan(2, 3, "ORG"),
        NameSpan(3, 11, "ORG"),
        NameSpan(3, 12, "ORG"),
    ]
    assert known_forms(parse, spans) == {("vexo",): "ORG", tuple("abcdefgh"): "ORG"}


IN_HEADLINES = [
    ("Vexo Institute Wins Races", (0, 2, "ORG"), "Vexo Institute"),
    ("Vexo Wins Many Races", (0, 1, "ORG"), ""),
    ("Vexo Wins Many Races", (0, 1, "GPE"), ""),
    ("France Wins Many Races", (0, 1, "LOC"), "France"),
    ("NASAS Wins Many Races", (0, 1, "ORG"), "NASAS"),
    ("NASASA Wins Many Races", (0, 1, "ORG"), ""),
    ("NASA Wins Many Races", (0, 1, "EVENT"), ""),
    ("NASA WINS Many Races", (0, 2, "ORG"), ""),
    ("Anna Hale 's Wins Come Late", (0, 3, "PERSON"), "Anna Hale"),
    ("Anna Hale - Wins Many Races", (0, 3, "PERSON"), "Anna Hale"),
    ("Anna Mary Hale Wins Races", (0, 3, "PERSON"), "Anna Mary Hale"),
    ("Anna Mary Hale Wins Races", (0, 4, "PERSON"), ""),
    ("Vexo Hale Wins Many Races", (0, 2, "PERSON"), ""),
    ("Mr. Hale Wins Many Races", (0, 2, "PERSON"), ""),
]


@pytest.mark.parametrize(("text", "entity", "found"), IN_HEADLINES)
def test_entities_of_a_headline_look_like_names_of_their_sort(
    text: str, entity: tuple[int, int, str], found: str
) -> None:
    """A given name and one or two words, a listed place, an acronym or an organisation word at the end; no title."""
    parse = evolve(tree(plain(text, "NNP")), entities=(Entity(*entity),))
    rules = [rule for rule in mentions.RULES if rule.id.startswith("span-headline")]
    names = find_names(parse, WORDS, (), rules)
    assert [" ".join(parse.words[name.start : name.end]) for name in names] == [found] * (found != "")


MISSED = [
    ("so hale left", ""),
    ("so Hale/JJ left", "Hale"),
    ("so Hale/JJ Vexo left", "Vexo"),
    ("Hale/JJ left", ""),
    ("Hale/JJ , who left", "Hale"),
    ("so Brella/JJ left", ""),
    ("so Hale/NN left", "Hale"),
    ("so May/NNP/nsubj/+1 left", "May"),
    ("so May/NNP/pobj/-1 left", ""),
    ("so May/NNP/nsubj/+1 4 left", ""),
    ("so May/NNP/nsubj/-1", "May"),
    ("so Vexo left", "Vexo"),
    ("so Vexo/NNPS left", ""),
    ("so Brella left", ""),
]


@pytest.mark.parametrize(("text", "found"), MISSED)
def test_names_that_the_model_missed_are_found(text: str, found: str) -> None:
    """Surnames that are no dates, and known organisations, where only another sentence tells."""
    start = len("Anna Hale met Anna May in Vexo with Brella .".split())
    told = plain(f"Anna Hale met Anna May in Vexo with Brella . {text}")
    entities = (Entity(0, 2, "PERSON"), Entity(3, 5, "PERSON"), Entity(6, 7, "ORG"), Entity(8, 9, "EVENT"))
    parse = evolve(tree(told), entities=entities)
    rules = [rule for rule in mentions.RULES if rule.id != "span-proper-noun"]
    names = [name for name in find_names(parse, WORDS, (), rules) if name.start >= start]
    assert [" ".join(parse.words[name.start : name.end]) for name in names] == [found] * (found != "")


HOMES = [
    ("Texas Gov. Hale left", ("gov.",), {"Texas"}),
    ("New Jersey Gov. Hale left", ("gov.",), {"New Jersey"}),
    ("so New York Gov. Hale left", ("gov.",), {"New York"}),
    ("Texas Vice - President Hale left", ("vice-president",), {"Texas"}),
    ("Texas Hale left", (), set()),
    ("texas Gov. Hale left", ("gov.",), set()),
    ("Gov. Hale left", ("gov.",), set()),
    ("Gov. Hale of Texas", ("gov.",), {"Texas"}),
    ("Hale of New York left", (), {"New York"}),
    ("Hale of", (), set()),
    ("Hale in Texas left", (), set()),
    ("Hale ( R - Fla. ) left", (), {"Florida"}),
    ("Hale ( R - Fla . ) left", (), {"Florida"}),
    ("Hale , D - Ohio , left", (), {"Ohio"}),
    ("Hale ( R ) France left", (), {"France"}),
    ("Hale ( r - Fla. ) left", (), set()),
    ("Hale ( R , Fla. ) left", (), set()),
    ("Hale ; R - Fla. ) left", (), set()),
    ("Hale ( X - Fla. ) left", (), set()),
    ("Hale ( R - Vexo ) left", (), set()),
    ("Hale ( R - Fla.", (), {"Florida"}),
    ("Hale ( R -", (), set()),
]


@pytest.mark.parametrize(("text", "titles", "homes"), HOMES)
def test_homes_stand_beside_names(text: str, titles: tuple[str, ...], homes: set[str]) -> None:
    """Before a title, behind "of", behind the letter of a party."""
    parse = tree(plain(text))
    name = name_of(parse, "Hale", titles=titles)
    found, party = origin_of(parse, Mention(name.start, name.end, name.start, MentionType.NAME, name=name), WORDS)
    assert found == homes
    letter = any(mark in text for mark in ("( R -", "( R )", ", D -"))
    assert bool(party) is (letter and text != "Hale ( R -")


@pytest.mark.parametrize(
    ("text", "start", "end", "places"),
    [
        ("the French president", 0, 3, {"France"}),
        ("New Jersey governor", 0, 3, {"New Jersey"}),
        ("New Jersey governor", 1, 3, {"Jersey"} & set(WORDS.places.values())),
        ("so Texas", 0, 2, {"Texas"}),
        ("so Texas", 0, 1, set()),
        ("so texas", 0, 2, set()),
        ("Texas France", 0, 2, {"Texas", "France"}),
    ],
)
def test_places_in_a_stretch_have_their_own_names(text: str, start: int, end: int, places: set[str]) -> None:
    """The longest form counts, and what stands outside does not."""
    assert places_in(tree(plain(text)), start, end, WORDS) == places


def test_the_head_of_a_name_is_governed_from_outside() -> None:
    """The last such token, no mark; the last token where there is none."""
    parse = tree("Anna_NNP_compound_+1 Hale_NNP_nsubj_+3 ,_,_punct_+2 “_ left_VBD_ROOT_+0".replace("“_", "“__x_0"))
    assert name_head(parse, 0, 2) == 1
    assert name_head(parse, 0, 3) == 1
    assert name_head(parse, 0, 4) == 1
    assert name_head(parse, 0, 1) == 0
    assert name_head(parse, 4, 5) == 4
    assert name_head(tree("A_NNP_dep_+1 B_NNP_dep_-1 left_VBD_ROOT_+0"), 0, 2) == 1


EMPLOYED = [
    ("Anna Hale at Vexo", "PERSON", True),
    ("Anna Hale from Vexo", "PERSON", True),
    ("Anna Hale of Vexo", "ORG", True),
    ("Anna Hale of Vexo", "PERSON", False),
    ("Anna Hale , of the Vexo", "ORG", True),
    ("Anna Hale , , of the Vexo", "ORG", False),
    ("Anna Hale in Vexo", "ORG", False),
    ("Anna Hale at Vexo", "GPE", False),
    ("Anna Hale at Vexo", "NORP", False),
    ("Anna Hale at Vexo/NN", "ORG", False),
    ("Anna Hale at Vexo/NNPS", "ORG", True),
]


@pytest.mark.parametrize(("text", "label", "employs"), EMPLOYED)
def test_a_name_behind_a_person_s_may_be_the_employer_s(text: str, label: str, employs: bool) -> None:
    """After "at", "from" or "of", three tokens away at most, unless the model sees a place."""
    parse = tree(plain(text))
    organisation = name_of(parse, "Vexo", label)

    def votes(called: str, person: str, titles: tuple[str, ...] = ()) -> bool:
        told = verdicts(parse, [name_of(parse, called, person, titles), organisation], WORDS)[organisation.key].rules
        return "type-employee" in told

    assert votes("Anna Hale", "PERSON") is votes("Anna Hale", "") is votes("Hale", "ORG", ("mr.",)) is employs
    assert not votes("Anna Hale", "ORG")
    assert not votes("Hale", "PERSON")


def revised(parse: Parse, name: Name, rule: str) -> bool:
    """Whether this rule changes what the model says of a name."""
    rules = [one for one in typing.RULES if one.id in ("type-label", rule)]
    return rule in verdicts(parse, [name], WORDS, rules=rules)[name.key].rules


EMPLOYERS = [
    ("Vexo/NNP/compound/+1 analyst/NN left", True),
    ("Vexo/NNP/poss/+2 's analyst/NN left", True),
    ("Vexo/NNP/nmod/+1 analysts/NNS left", True),
    ("Vexo/NNP/compound/+2 chief analyst/NN left", True),
    ("Vexo/NNP/compound/+2 old analyst/NN left", False),
    ("Vexo/NNP/compound/+3 chief old analyst/NN left", False),
    ("Vexo/NNP/compound/+1 doctor/NN left", False),
    ("Vexo/NNP/dep/+1 analyst/NN left", False),
    ("analyst/NN Vexo/NNP/compound/-1 left", False),
    ("analyst/NN at/IN/prep/-1 Vexo/NNP/pobj/-1", True),
    ("analyst/NN of/IN/prep/-1 Vexo/NNP/pobj/-1", True),
    ("analyst/NN on/IN/prep/-1 Vexo/NNP/pobj/-1", False),
    ("doctor/NN at/IN/prep/-1 Vexo/NNP/pobj/-1", False),
    ("analyst/NN at/IN/prep/-1 Vexo/NNP/dep/-1", False),
    ("analyst/NN at/IN/prep/-1 Vexo/NNP/pobj/-1 , Brella", True),
    ("in Vexo/NNP/compound/+1 analyst/NN left", False),
    ("VEXO/NNP/compound/+1 analyst/NN left", True),
    ("analyst/NN at/IN/prep/-1 VEXO/NNP/pobj/-1 --", False),
    ("analyst/NN at/IN/prep/-1 Vexo/NNP/pobj/-1 --", True),
    ("France/NNP/compound/+1 analyst/NN left", False),
    ("St./NNP/compound/+1 analyst/NN left", False),
]


@pytest.mark.parametrize(("text", "found"), EMPLOYERS)
def test_a_place_at_which_somebody_works_is_a_body(text: str, found: bool) -> None:
    """Right before a role or behind "at", unless something is in it, too, or it is known, or a dateline."""
    parse = tree(plain(text))
    called = next(word for word in parse.words if word.rstrip(".").lower() in ("vexo", "france", "st"))
    name = name_of(parse, called, "GPE")
    assert revised(parse, name, "type-employer") is found


def test_a_city_before_its_state_is_a_place() -> None:
    """What the model takes for a place behind a comma makes one of the name before it."""
    for start, found in ((4, False), (5, True)):
        parse = tree(plain("analyst/NN at/IN/prep/-1 Vexo/NNP/pobj/-1 , Brella left"))
        parse = evolve(parse, entities=(Entity(start, start + 1, "GPE"),))
        assert revised(parse, name_of(parse, "Vexo", "GPE"), "type-employer") is found
