"""For whom the holders of public offices stand: on trees written by hand."""

from __future__ import annotations

import pytest
from scenes import affiliations, entity, mention, plain, scene, served

from quoteattr.affiliation import is_government
from quoteattr.coreference.constructs import APPOSITION, Construct
from quoteattr.coreference.entities import Entity, Traits
from quoteattr.records import SpeakerKind

OFFICES = {
    "Home Office": "body:agency",
    "Ministry of Fish": "body:agency",
    "Treasury": "body:agency",
    "Labour Party": "body:party",
    "Conservatives": "body:party",
    "GOP": "body:party",
    "Senate": "body:body",
    "France": "place",
    "Hale": "person",
}
ENDS = (
    "Home Office . Ministry of Fish . Treasury . Labour Party . Conservatives . GOP . Senate . Senate . Senate . France"
)
OF_NAME = [
    ("Home Secretary Hale", ("home secretary",), ["Home Office"]),
    ("Fish Minister Hale", ("fish minister",), ["Ministry of Fish"]),
    ("of Minister Hale", ("of minister",), []),
    ("Treasury Secretary Hale", ("treasury secretary",), ["Treasury"]),
    ("French Home Secretary Hale", ("home secretary",), []),
    ("Home Director Hale", ("home director",), []),
    ("Senator Hale", ("senator",), ["Senate"]),
    ("Sen. Hale", ("sen.",), ["Senate"]),
    ("state Sen. Hale", ("sen.",), []),
    ("Texas Sen. Hale", ("sen.",), ["Senate"]),
    ("Texas Attorney General Hale", ("attorney general",), []),
    ("Mayor Hale", ("mayor",), []),
    ("Tory spokesman/NN Hale", (), ["Conservatives"]),
    ("Labour spokesman/NN Hale", (), ["Labour Party"]),
    ("labour/NN spokesman/NN Hale", (), []),
    ("Labour old/JJ spokesman/NN Hale", (), ["Labour Party"]),
    ("Labour too spokesman/NN Hale", (), []),
    ("Labour old/JJ old/JJ old/JJ spokesman/NN Hale", (), ["Labour Party"]),
    ("Labour old/JJ old/JJ old/JJ old/JJ spokesman/NN Hale", (), []),
    ("GOP spokesman/NN Hale", (), []),
    ("Labour doctor/NN Hale", (), []),
    ("spokesman/NN Hale", (), []),
]


@pytest.mark.parametrize(("text", "titles", "bodies"), OF_NAME)
def test_an_office_before_a_name_has_its_organisation(text: str, titles: tuple[str, ...], bodies: list[str]) -> None:
    """Ministers have their ministry, senators their seat, who speaks for a party the party."""
    context = scene(plain(f"{text} . {ENDS}"), OFFICES, titles={"Hale": titles})
    assert [name for name, rank in affiliations(context, "Hale") if rank == 9] == bodies


OF_ROLE = [
    ("home/NN/compound/+1 secretary/NN left", ["Home Office"]),
    ("old/JJ/amod/+2 home/NN/compound/+1 secretary/NN left", ["Home Office"]),
    ("home/NN/dep/+1 secretary/NN left", []),
    ("French/JJ/amod/+2 home/NN/compound/+1 secretary/NN left", []),
    ("her/PRP$/poss/+2 home/NN/compound/+1 secretary/NN left", []),
    ("minister/NN for/IN/prep/-1 fish/NN/pobj/-1", ["Ministry of Fish"]),
    ("minister/NN for/IN/prep/-1", []),
    ("senator/NN left", ["Senate"]),
    ("her/PRP$/poss/+1 senator/NN left", []),
    ("senator/NN for/IN/prep/-1 fish/NN/pobj/-1", []),
    ("Tory/NNP/compound/+1 spokesman/NN left", ["Conservatives"]),
    ("Tory/NNP/compound/+1 doctor/NN left", []),
    ("shadow/NN/compound/+2 home/NN/compound/+1 secretary/NN left", []),
    ("Labour/NNP/dep/+3 shadow/NN/compound/+2 home/NN/compound/+1 secretary/NN left", ["Labour Party"]),
]


HOLDERS = ("secretary", "minister", "senator", "spokesman", "doctor")


HOLDERS = ("secretary", "minister", "senator", "spokesman", "doctor")


@pytest.mark.parametrize(("text", "bodies"), OF_ROLE)
def test_an_office_has_its_organisation(text: str, bodies: list[str]) -> None:
    """By what is before and behind the noun, where no country is told."""
    context = scene(plain(f"{text} . {ENDS} . Hale left"), OFFICES)
    head = next(number for number, word in enumerate(context.parse.words) if word in HOLDERS)
    construct = Construct(mention(context, "Hale"), head, APPOSITION, "test")
    assert [name for name, rank in served(context, "Hale", [construct]) if rank == 9] == bodies


@pytest.mark.parametrize(
    ("count", "text", "has"),
    [
        (3, "fish/NN/compound/+1 minister/NN left", True),
        (2, "fish/NN/compound/+1 minister/NN left", False),
        (3, "minister/NN left . so", False),
        (3, "chancellor/NN left . so", True),
    ],
)
def test_the_government_is_the_one_spoken_of(count: int, text: str, has: bool) -> None:
    """Three times at least; of whatever no ministry is known, and of the chancellor."""
    context = scene(plain(f"{text} . government/NN left . Hale left"), OFFICES)
    government = entity(context, "government")
    for _ in range(count - 1):
        context.salience.note(government)
    construct = Construct(mention(context, "Hale"), 1 if text.startswith("fish") else 0, APPOSITION, "test")
    assert served(context, "Hale", [construct]) == ([("government", 9)] if has else [])


@pytest.mark.parametrize(
    ("text", "noun", "has"),
    [
        ("ministers/NNS spoke", "ministers", True),
        ("minister/NN spoke", "minister", False),
        ("spokesman/NN spoke", "spokesman", True),
        ("spokesmen/NNS spoke", "spokesmen", False),
        ("the ministers/NNS spoke", "ministers", True),
        ("old/JJ/amod/+1 ministers/NNS spoke", "ministers", False),
        ("ministers/NNS of/IN/prep/-1 us spoke", "ministers", False),
        ("her/PRP$/poss/+1 ministers/NNS spoke", "ministers", False),
        ("doctors/NNS spoke", "doctors", False),
    ],
)
def test_ministers_are_those_of_the_government_spoken_of(text: str, noun: str, has: bool) -> None:
    """Several ministers, or one spokesman, by a bare noun."""
    context = scene(plain(f"{text} . government/NN left"), {})
    for _ in range(2):
        context.salience.note(entity(context, "government"))
    assert served(context, noun) == ([("government", 9)] if has else [])


def test_a_government_has_no_name_and_no_owner() -> None:
    """Nor is it several, nor called anything else."""
    bare = Traits(SpeakerKind.ORGANISATION, nouns=frozenset({"government"}))
    assert is_government(Entity(bare))
    for other in (
        Entity(bare, names=((0, 1),)),
        Entity(Traits(SpeakerKind.ORGANISATION, nouns=bare.nouns, plural=True)),
        Entity(bare, owner=Entity(Traits(SpeakerKind.PERSON))),
        Entity(Traits(SpeakerKind.ORGANISATION, nouns=bare.nouns | {"state"})),
        Entity(Traits(SpeakerKind.PERSON, nouns=bare.nouns)),
    ):
        assert not is_government(other)


def test_a_shadow_minister_has_the_party_that_spoke_last() -> None:
    """A subject, sixty mentions back at most."""
    end = "shadow/NN/compound/+2 home/NN/compound/+1 secretary/NN left . Hale left"
    for before, bodies in (
        ("Conservatives/NNP/nsubj/+1 left", ["Conservatives"]),
        ("Conservatives/NNP/dobj/+1 left", []),
        ("Conservatives/NNP/nsubj/+1 left . Labour/NNP/nsubj/+2 Party/NNP/nsubj/+1 left", ["Labour Party"]),
        ("Conservatives/NNP/nsubj/+1 left . Hale/NNP/nsubj/+1 left", ["Conservatives"]),
        ("Conservatives/NNP/nsubj/+1 left . " + "Hale and " * 59 + "left", ["Conservatives"]),
        ("Conservatives/NNP/nsubj/+1 left . " + "Hale and " * 60 + "left", []),
    ):
        context = scene(plain(f"{before} . so it is and so it was and so . {end}"), OFFICES)
        head = context.parse.words.index("secretary")
        construct = Construct(mention(context, "Hale"), head, APPOSITION, "test")
        assert [name for name, _ in served(context, "Hale", [construct])] == bodies
