"""Clauses that tie people to bodies, roles, public offices: on trees written by hand."""

from __future__ import annotations

import pytest
from scenes import called, introduce, mention, plain, scene

from quoteattr.affiliation.clauses import founded, owned_by, tied
from quoteattr.affiliation.offices import Offices, is_government
from quoteattr.affiliation.roles import learn_roles, role_text
from quoteattr.coreference.entities import Entity
from quoteattr.coreference.sieves.precise import Fact
from quoteattr.records import SpeakerKind

NAMES = {
    "Vexo": "body:company",
    "Brella": "body:company",
    "Tulsa": "place",
    "Texas": "place",
    "King": "person",
    "Hale": "person",
}
TIED = [
    ("King/NNP/nsubj/+1 runs/VBZ/ROOT/+0 Vexo/NNP/dobj/-1", ["Vexo"]),
    ("King/NNP/nsubj/+1 run/VBP/ROOT/+0 Vexo/NNP/dobj/-1", []),
    ("King/NNP/nsubj/+1 runs/VBD/ROOT/+0 Vexo/NNP/dobj/-1", []),
    ("King/NNP/nsubj/+1 founded/VBD/ROOT/+0 Vexo/NNP/dobj/-1", ["Vexo"]),
    ("King/NNP/nsubj/+1 likes/VBZ/ROOT/+0 Vexo/NNP/dobj/-1", []),
    ("King/NNP/dobj/+1 runs/VBZ/ROOT/+0 Vexo/NNP/dobj/-1", []),
    ("King/NNP/nsubj/+2 never/RB/neg/+1 founded/VBD/ROOT/+0 Vexo/NNP/dobj/-1", []),
    ("King/NNP/nsubj/+1 runs/VBZ/relcl/+1 Vexo/NNP/dobj/-1", []),
    ("King/NNP/nsubj/+1 runs/VBZ/aux/+1 Vexo/NNP/dobj/-1", []),
    ("King/NNP/nsubj/+1 runs/VBZ/ROOT/+0 Tulsa/NNP/dobj/-1", []),
    ("King/NNP/nsubj/+1 runs/VBZ/ROOT/+0 soap/NN/dobj/-1 for/IN/prep/-2 Vexo/NNP/pobj/-1", []),
    ("King/NNP/nsubj/+1 works/VBZ/ROOT/+0 for/IN/prep/-1 Vexo/NNP/pobj/-1", ["Vexo"]),
    ("King/NNP/nsubj/+1 works/VBZ/ROOT/+0 at/IN/prep/-1 Vexo/NNP/pobj/-1", ["Vexo"]),
    ("King/NNP/nsubj/+1 works/VBZ/ROOT/+0 near/IN/prep/-1 Vexo/NNP/pobj/-1", []),
    ("King/NNP/nsubj/+1 works/VBZ/ROOT/+0 for/IN/dep/-1 Vexo/NNP/pobj/-1", []),
    ("King/NNP/nsubj/+1 runs/VBZ/ROOT/+0 for/IN/prep/-1 Vexo/NNP/pobj/-1", []),
    ("Vexo/NNP/dobj/+2 King/NNP/nsubj/+1 runs/VBZ/ROOT/+0", ["Vexo"]),
    ("not/RB/neg/+2 King/NNP/nsubj/+1 runs/VBZ/ROOT/+0 Vexo/NNP/dobj/-1", []),
]


@pytest.mark.parametrize(("text", "bodies"), TIED)
def test_a_clause_ties_its_subject_to_a_body(text: str, bodies: list[str]) -> None:
    """What somebody runs now, has founded, or works for; not what a place is, nor where it is denied."""
    document = scene(plain(text), NAMES)
    assert called(document, list(tied(document, mention(document, "King")))) == bodies


FOUNDED = [
    ("Vexo/NNP/ROOT/+0 which/WDT/dobj/+2 King/NNP/nsubj/+1 founded/VBD/relcl/-3", "King"),
    ("Vexo/NNP/ROOT/+0 which/WDT/dobj/+2 King/NNP/nsubj/+1 runs/VBZ/relcl/-3", "King"),
    ("Vexo/NNP/ROOT/+0 which/WDT/dobj/+2 King/NNP/nsubj/+1 likes/VBZ/relcl/-3", "-"),
    ("Vexo/NNP/ROOT/+0 which/WDT/dobj/+2 King/NNP/nsubj/+1 founded/VBD/ccomp/-3", "-"),
    ("Vexo/NNP/ROOT/+0 founded/VBN/acl/-1 by/IN/agent/-1 King/NNP/pobj/-1", "King"),
    ("Vexo/NNP/ROOT/+0 founded/VBN/acl/-1 by/IN/prep/-1 King/NNP/pobj/-1", "-"),
    ("Vexo/NNP/ROOT/+0 founded/VBN/acl/-1", "-"),
    ("Vexo/NNP/ROOT/+0 founding/VBN/acl/-1 then/RB/dep/-1 founded/VBN/acl/-3 by/IN/agent/-1 King/NNP/pobj/-1", "King"),
    ("founded/VBN/acl/+3 by/IN/agent/-1 King/NNP/pobj/-1 Vexo/NNP/ROOT/+0", "-"),
    ("King/NNP/pobj/+3 by/IN/agent/+2 Vexo/NNP/ROOT/+0 founded/VBN/acl/-1", "-"),
]


@pytest.mark.parametrize(("text", "who"), FOUNDED)
def test_a_body_has_who_founded_it(text: str, who: str) -> None:
    """In a relative clause, or behind "by"."""
    document = scene(plain(text), NAMES)
    assert called(document, [founded(document, mention(document, "Vexo"))]) == [who]


OWNED = [
    ("King 's/POS firm/NN Vexo left", "King"),
    ("King 's/POS firm/NN , Vexo left", "King"),
    ("King 's/POS firm/NN “/ Vexo left", "King"),
    ("King 's/POS firm/NN ; Vexo left", "-"),
    ("King 's/POS website/NN Vexo left", "King"),
    ("King 's/POS government/NN Vexo left", "-"),
    ("King 's/POS campaign/NN Vexo left", "-"),
    ("King 's/POS soap/NN Vexo left", "-"),
    ("King 's/POS firm/VB Vexo left", "-"),
    ("King 's/POS former/JJ firm/NN Vexo left", "-"),
    ("King 's/POS small/JJ firm/NN Vexo left", "King"),
    ("King 's/POS small/JJ old/JJ soap/NN blue/JJ firm/NN Vexo left", "King"),
    ("King 's/POS small/JJ old/JJ dear/JJ soap/NN blue/JJ firm/NN Vexo left", "-"),
    ("King 's/POS very firm/NN Vexo left", "-"),
    ("it 's/POS firm/NN Vexo left", "-"),
    ("'s/POS firm/NN Vexo left", "-"),
    ("firm/NN Vexo left", "-"),
    ("soap/NN firm/NN Vexo left", "-"),
    ("Vexo left", "-"),
    (", Vexo left", "-"),
    ("so , Vexo left", "-"),
]


@pytest.mark.parametrize(("text", "who"), OWNED)
def test_a_body_has_whose_it_is(text: str, who: str) -> None:
    """A possessive, five tokens before the noun at most, and nothing that tells of the past."""
    document = scene(plain(text), NAMES)
    assert called(document, [owned_by(document, mention(document, "Vexo"))]) == [who]


def test_a_body_is_that_of_a_pronoun() -> None:
    """A firm with a pronoun before it is hers, where it is known who she is."""
    document = scene(plain("King left . her/PRP$ small/JJ firm/NN Vexo left"), NAMES)
    assert owned_by(document, mention(document, "Vexo")) is None
    mention(document, "her").entity = mention(document, "King").entity
    assert called(document, [owned_by(document, mention(document, "Vexo"))]) == ["King"]


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
def test_a_role_is_what_the_phrase_says_without_its_body(text: str, role: str) -> None:
    """Without article, owner, place and what follows the body; with what it is for."""
    document = scene(plain(text), NAMES)
    introduce(document)
    head = next(number for number, dep in enumerate(document.parse.deps) if dep == "ROOT")
    assert role_text(document, head) == role.strip()


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
    document = scene(plain(text), NAMES, titles={"Hale": titles})
    learn_roles(document, [])
    hale = mention(document, "Hale").entity
    assert hale is not None
    assert [(rank, told) for rank, _, told in hale.roles] == ([(5, role)] if role else [])


def test_facts_tell_roles() -> None:
    """One person's own role: not several's, not whose friend somebody is, not of a body."""
    for noun, role in (("director", "director"), ("directors", None), ("critic", None), ("wife", None)):
        tag = "NNS" if noun == "directors" else "NN"
        document = scene(plain(f"King left {noun}/{tag} Vexo"), NAMES)
        learn_roles(document, [Fact(mention(document, one), 2, 1) for one in ("Vexo", "King")])
        king, vexo = mention(document, "King").entity, mention(document, "Vexo").entity
        assert king is not None
        assert vexo is not None
        assert king.roles == ([(1, 1, role)] if role else [])
        assert vexo.roles == []


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
ENDS = "Home Office . Ministry of Fish . Treasury . Labour Party . Conservatives . GOP . Senate . France"
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
    ("Texas Sen. Hale", ("sen.",), []),
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
def test_an_office_before_a_name_has_its_body(text: str, titles: tuple[str, ...], bodies: list[str]) -> None:
    """Ministers have their ministry, senators their seat, who speaks for a party the party."""
    document = scene(plain(f"{text} . {ENDS}"), OFFICES, titles={"Hale": titles})
    assert called(document, list(Offices(document).of_name(mention(document, "Hale")))) == bodies


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


@pytest.mark.parametrize(("text", "bodies"), OF_ROLE)
def test_an_office_has_its_body(text: str, bodies: list[str]) -> None:
    """By what is before and behind the noun, where no country is told."""
    document = scene(plain(f"{text} . {ENDS}"), OFFICES)
    head = next(number for number, word in enumerate(document.parse.words) if word in HOLDERS)
    assert called(document, list(Offices(document).of_role(head))) == bodies


def _government(count: int, **told: object) -> Entity:
    return Entity(SpeakerKind.ORGANISATION, nouns={"government"}, count=count, **told)  # type: ignore[arg-type]


def test_the_government_is_the_one_spoken_of() -> None:
    """Three times at least; of whatever no ministry is known, and of the chancellor."""
    for count, text, has in (
        (3, "fish/NN/compound/+1 minister/NN left", True),
        (2, "fish/NN/compound/+1 minister/NN left", False),
        (3, "minister/NN left . so", False),
        (3, "chancellor/NN left . so", True),
    ):
        document = scene(plain(f"{text} . government/NN left"), {})
        government = mention(document, "government").entity = _government(count)
        head = 1 if text.startswith("fish") else 0
        assert list(Offices(document).of_role(head)) == ([government] if has else [])


def test_a_government_has_no_name_and_no_owner() -> None:
    """Nor is it several, nor called anything else."""
    assert is_government(_government(0))
    for other in (
        _government(0, names=[(0, 1)]),
        _government(0, plural=True),
        _government(0, owner=Entity(SpeakerKind.PERSON)),
        Entity(SpeakerKind.ORGANISATION, nouns={"government", "state"}),
        Entity(SpeakerKind.PERSON, nouns={"government"}),
    ):
        assert not is_government(other)


def test_a_shadow_minister_has_the_party_that_spoke_last() -> None:
    """A subject, sixty mentions back at most."""
    end = "shadow/NN/compound/+2 home/NN/compound/+1 secretary/NN left"
    for before, bodies in (
        ("Conservatives/NNP/nsubj/+1 left", ["Conservatives"]),
        ("Conservatives/NNP/dobj/+1 left", []),
        ("Conservatives/NNP/nsubj/+1 left . Labour/NNP/nsubj/+2 Party/NNP/nsubj/+1 left", ["Labour Party"]),
        ("Conservatives/NNP/nsubj/+1 left . Hale/NNP/nsubj/+1 left", ["Conservatives"]),
        ("Conservatives/NNP/nsubj/+1 left . " + "Hale and " * 59 + "left", ["Conservatives"]),
        ("Conservatives/NNP/nsubj/+1 left . " + "Hale and " * 60 + "left", []),
    ):
        document = scene(plain(f"{before} . so it is and so it was and so . {end}"), OFFICES)
        head = document.parse.words.index("secretary")
        assert called(document, list(Offices(document).of_role(head))) == bodies
