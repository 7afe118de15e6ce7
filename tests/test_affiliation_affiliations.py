"""What counts as evidence, in which order, and for whom: on trees written by hand."""

from __future__ import annotations

from scenes import affiliations, entity, mention, plain, scene, served

from quoteattr.affiliation import RULES, affiliations_of
from quoteattr.coreference.constructs import APPOSITION, Construct

NAMES = {"Vexo": "body:company", "Brella": "body:company", "King": "person"}
BOSS = "{} boss/NN of/IN/prep/-1 Brella/NNP/pobj/-1"


def test_names_only_asks_about_people_with_a_name() -> None:
    """What an unnamed aide stands for is asked when everything is linked."""
    context = scene(plain("Vexo/NNP/poss/+1 King left . Brella/NNP/compound/+1 aide/NN spoke"), NAMES)
    king, aide = entity(context, "King"), entity(context, "Brella aide")
    for names_only, known in ((True, {king}), (False, {king, aide})):
        assert set(affiliations_of(context, [], names_only=names_only).served()) == known


def test_a_rule_may_be_left_out() -> None:
    """What the others say is told without it; without all of them, nothing is."""
    context = scene(plain("Vexo/NNP/poss/+1 King left . King/NNP/nsubj/+1 runs/VBZ Brella/NNP/dobj/-1"), NAMES)
    for without, names in (
        ((), ["Vexo", "Brella"]),
        (["name-possessive"], ["Brella"]),
        ([one.id for one in RULES], []),
    ):
        found = affiliations_of(context, [], without=without).of(entity(context, "King"))
        assert [context.parse.words[one.organisation.names[0][0]] for one in found] == names
    itself = affiliations_of(context, [], without=["organisation-itself"]).organisation_of(entity(context, "Vexo"))
    assert itself is None


def test_a_role_that_is_over_tells_nothing() -> None:
    """Until the article says that somebody has it now."""
    context = scene(plain("King left . former/JJ/amod/+1 " + BOSS.format("") + " . " + BOSS.format("")), NAMES)
    heads = [token for token, word in enumerate(context.parse.words) if word == "boss"]
    constructs = [Construct(mention(context, "King"), head, APPOSITION, "test") for head in heads]
    assert affiliations(context, "King", constructs[:1]) == []
    assert affiliations(context, "King", constructs) == [("Brella", 0)]


def test_fifty_affiliations_of_one_entity_are_kept() -> None:
    """The surest ones, in the order in which the article gives them."""
    named = {f"Org{letter}{other}": "body" for letter in "abcdefgh" for other in "abcdefgh"}
    context = scene(plain(" . ".join(f"King of {name} left" for name in named)), {**named, "King": "person"})
    assert [name for name, _ in served(context, "King")] == list(named)[:50]


def test_nobody_stands_for_their_own_campaign() -> None:
    """Nor for themselves: a candidate is no spokesman of the campaign."""
    context = scene(plain("King/NNP/compound/+1 campaign/NN boss/NN"), NAMES)
    entity(context, "campaign").owner = entity(context, "King")
    construct = Construct(mention(context, "King"), 2, APPOSITION, "test")
    assert served(context, "King", [construct]) == []
