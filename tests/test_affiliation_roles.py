"""The role of somebody as the article writes it: on trees written by hand."""

from __future__ import annotations

import pytest
from scenes import entity, mention, plain, scene

from quoteattr.affiliation import roles_of
from quoteattr.coreference.constructs import APPOSITION, Construct
from quoteattr.coreference.entities import Entity, Mention, MentionType, Traits
from quoteattr.records import SpeakerKind

NAMES = {
    "Vexo": "body:company",
    "Brella": "body:company",
    "Tulsa": "place",
    "Texas": "place",
    "King": "person",
    "Hale": "person",
}
ROLES = [
    ("director/NN/ROOT/+0", "director"),
    ("the/DT/det/+1 director/NN/ROOT/+0", "director"),
    ("a/DT/det/+2 once/RB/advmod/+1 director/NN/ROOT/+0", "director"),
    ("old/JJ/amod/+1 director/NN/ROOT/+0", "old director"),
    ("Vexo/NNP/compound/+1 director/NN/ROOT/+0", "director"),
    ("Tulsa/NNP/compound/+2 research/NN/compound/+1 director/NN/ROOT/+0", "research director"),
    ("King/NNP/poss/+3 's/POS/case/-1 old/JJ/amod/+1 director/NN/ROOT/+0", "old director"),
    ("Iowa/NNP/compound/+1 director/NN/ROOT/+0", "director"),
    ("director/NN/ROOT/+0 of/IN/prep/-1 soap/NN/pobj/-1", "director of soap"),
    ("director/NN/ROOT/+0 of/IN/prep/-1 Vexo/NNP/pobj/-1", "director"),
    ("director/NN/ROOT/+0 for/IN/prep/-1 Tulsa/NNP/pobj/-1", "director"),
    ("director/NN/ROOT/+0 of/IN/prep/-1 soap/NN/pobj/-1 at/IN/prep/-3 Vexo/NNP/pobj/-1", "director of soap"),
    ("director/NN/ROOT/+0 of/IN/prep/-1 soap/NN/pobj/-1 in/IN/prep/-3 winter/NN/pobj/-1", "director of soap in winter"),
    ("director/NN/ROOT/+0 so/RB/dep/+1 of/IN/prep/-2 soap/NN/pobj/-1", "director so of soap"),
    ("director/NN/ROOT/+0 so/RB/dep/0 of/IN/prep/-2 soap/NN/pobj/-1", "director"),
    ("director/NN/ROOT/+0 “/ of/IN/prep/-2 soap/NN/pobj/-1", "director"),
    ("director/NN/ROOT/+0 and/CC/cc/-1 doctor/NN/conj/-2", "director and doctor"),
    ("director/NN/ROOT/+0 and/CC/cc/-1 sings/VBZ/conj/-2", "director and sings"),
    ("director/NN/ROOT/+0 ,/,/punct/-1 doctor/NN/conj/-2", "director"),
    ("director/NN/ROOT/+0 who/WP/nsubj/+1 sings/VBZ/relcl/-2", "director"),
    ("director/NN/ROOT/+0 of/IN/prep/-1 the/DT/det/+1 (/-LRB-/punct/+1 soap/NN/pobj/-3", "director"),
    ("director/NN/ROOT/+0 of/IN/prep/-1 the/DT/pobj/-1", "director"),
    ("secretary/NN/ROOT/+0 of/IN/prep/-1 state/NN/pobj/-1", "secretary of state"),
    ("“/ director/NN/ROOT/+0", "director"),
    (
        "director/NN/ROOT/+0 of/IN/prep/-1 " + "old/JJ/amod/12 " * 10 + "soap/NN/pobj/1",
        "director of " + "old " * 10 + "soap",
    ),
    ("director/NN/ROOT/+0 of/IN/prep/-1 " + "old/JJ/amod/14 " * 12 + "soap/NN/pobj/1", "director"),
]


@pytest.mark.parametrize(("text", "role"), ROLES)
def test_a_role_is_what_the_phrase_says_without_its_organisation(text: str, role: str) -> None:
    """Without article, owner, place and what follows the organisation; with what it is for."""
    context = scene(plain(text), NAMES)
    head = next(number for number, dep in enumerate(context.parse.deps) if dep == "ROOT")
    somebody, person = Mention(0, 1, 0, MentionType.NAME), Entity(Traits(SpeakerKind.PERSON), names=((0, 1),))
    context.entities.begin(somebody, person)
    assert roles_of(context, [Construct(somebody, head, APPOSITION, "test")]) == {person: role.strip()}


TITLED = [
    ("Governor Hale left", ("governor",), "Governor"),
    ("so Prime Minister Hale left", ("prime minister",), "Prime Minister"),
    ("so Vice - President Hale left", ("vice-president",), "Vice - President"),
    ("Hale left", ("governor",), "governor"),
    ("Gov. Hale left", ("gov.",), None),
    ("Mr. Hale left", ("mr.",), None),
    ("Mr. Mayor Hale left", ("mr.", "mayor"), "Mayor"),
    ("Mayor Judge Hale left", ("mayor", "judge"), "Judge"),
]


@pytest.mark.parametrize(("text", "titles", "role"), TITLED)
def test_a_title_that_is_an_office_is_a_role(text: str, titles: tuple[str, ...], role: str | None) -> None:
    """As it is written before the name; abbreviations and "Mr." are none."""
    context = scene(plain(text), NAMES, titles={"Hale": titles})
    assert roles_of(context, []).get(entity(context, "Hale")) == role


def test_constructs_tell_roles() -> None:
    """One person's own role: not several's, not whose friend somebody is, not of an organisation."""
    for noun, role in (("director", "director"), ("directors", None), ("critic", None), ("wife", None)):
        tag = "NNS" if noun == "directors" else "NN"
        context = scene(plain(f"King left {noun}/{tag} Vexo"), NAMES)
        roles = roles_of(context, [Construct(mention(context, one), 2, APPOSITION, "test") for one in ("Vexo", "King")])
        assert list(roles.items()) == ([(entity(context, "King"), role)] if role else [])


def test_the_surest_role_counts() -> None:
    """What an apposition says is surer than a title, which is surer than nothing."""
    context = scene(plain("Governor Hale left boss/NN"), NAMES, titles={"Hale": ("governor",)})
    hale = mention(context, "Hale")
    for constructs, role in (([], "Governor"), ([Construct(hale, 3, APPOSITION, "test")], "boss")):
        assert roles_of(context, constructs) == {context.entities.of(hale): role}
