"""What belongs to whom: on trees written by hand."""

from __future__ import annotations

import pytest
from quoteattr.coreference.sieves.first_person import author_of
from scenes import called, mention, plain, scene

from quoteattr.coreference.document import Document
from quoteattr.coreference.entities import Affiliation, Entity
from quoteattr.coreference.sieves.possessives import Owned
from quoteattr.records import SpeakerKind

NAMES = {
    "Vexo": "body:company",
    "Brella": "body:company",
    "Tulsa": "place:city",
    "France": "place:country",
    "Anna King": "person",
    "Carl King": "person",
    "King": "person",
    "Hale": "person",
}
OWNERS = [
    ("Vexo/NNP/poss/+1 board/NN/nsubj/+1 left", "Vexo"),
    ("Vexo/NNP/compound/+1 board/NN/nsubj/+1 left", "Vexo"),
    ("Vexo/NNP/nmod/+1 board/NN/nsubj/+1 left", "Vexo"),
    ("Vexo/NNP/amod/+1 board/NN/nsubj/+1 left", "Vexo"),
    ("Vexo/NNP/dep/+1 board/NN/nsubj/+1 left", "-"),
    ("board/NN/nsubj/+2 Vexo/NNP/poss/-1 left", "-"),
    ("Vexo/NNP/poss/+2 Brella/NNP/compound/+1 board/NN/nsubj/+1 left", "Brella"),
    ("it/PRP/poss/+2 Brella/NNP/compound/+1 board/NN/nsubj/+1 left", "Brella"),
    ("Brella/NNP/compound/+2 it/PRP/poss/+1 board/NN/nsubj/+1 left", "Brella"),
    # people have them by a possessive only
    ("Hale/NNP/poss/+1 lawyer/NN/nsubj/+1 left", "Hale"),
    ("Hale/NNP/compound/+1 lawyer/NN/nsubj/+1 left", "-"),
    # places have public bodies
    ("Tulsa/NNP/compound/+1 police/NN/nsubj/+1 left", "Tulsa"),
    ("Tulsa/NNP/compound/+1 college/NN/nsubj/+1 left", "Tulsa"),
    ("Tulsa/NNP/compound/+1 company/NN/nsubj/+1 left", "-"),
    ("Vexo/NNP/compound/+1 company/NN/nsubj/+1 left", "Vexo"),
    ("Tulsa/NNP/compound/+1 report/NN/nsubj/+1 left", "Tulsa"),
    # campaigns
    ("Hale/NNP/dep/+1 campaign/NN/compound/+1 manager/NN left", "Hale"),
    ("Hale/NNP/poss/+2 campaign/NN/compound/+1 manager/NN left", "Hale"),
    ("campaign/NN/compound/+2 Hale/NNP/poss/+1 manager/NN left", "-"),
    ("campaign/NN/nsubj/+3 of/IN/prep/-1 Hale/NNP/pobj/-1 left", "Hale"),
    ("so campaign/NN/nsubj/+3 of/IN/prep/-1 Hale/NNP/pobj/-1 left", "Hale"),
    ("campaign/NN/nsubj/+3 for/IN/prep/-1 Hale/NNP/pobj/-1 left", "-"),
    ("campaign/NN/nsubj/+4 so of/IN/prep/-2 Hale/NNP/pobj/-1 left", "-"),
    ("campaign/NN/nsubj/+3 of/IN/prep/-1 Vexo/NNP/pobj/-1 left", "-"),
    ("company/NN/nsubj/+3 of/IN/prep/-1 Hale/NNP/pobj/-1 left", "-"),
    ("Tulsa/NNP/compound/+1 campaign/NN/nsubj/+3 of/IN/prep/-1 Hale/NNP/pobj/-1 left", "Hale"),
    ("Tulsa/NNP/compound/+1 campaign/NN/nsubj/+1 left", "-"),
]


@pytest.mark.parametrize(("text", "owner"), OWNERS)
def test_a_description_has_its_owner(text: str, owner: str) -> None:
    """The nearest possessive or premodifier that makes it somebody's own."""
    document = scene(plain(text), NAMES)
    noun = next(cell.split("/")[0] for cell in text.split() if "/NN/" in cell)
    assert called(document, [Owned(document).owner(mention(document, noun))]) == [owner]


def test_the_staff_of_a_campaign_have_none() -> None:
    """The team of a campaign manager is not the manager's."""
    for nouns, has in ({"manager"}, False), ({"candidate"}, True):
        document = scene(plain("campaign/NN/nsubj/+3 of/IN/prep/-1 Hale/NNP/pobj/-1 left"), NAMES)
        hale = mention(document, "Hale").entity
        assert hale is not None
        hale.nouns = nouns
        assert (Owned(document).owner(mention(document, "campaign")) is hale) is has


def test_what_is_mine_is_the_author_s() -> None:
    """Here "My lawyer" outside quotation marks is that of who writes; "her lawyer" is nobody's yet."""
    for word, has in (("my", True), ("her", False)):
        document = scene(plain(f"{word}/PRP$/poss/+1 lawyer/NN/nsubj/+1 left"), NAMES)
        found = Owned(document).owner(mention(document, "lawyer"))
        assert (found is not None) is has
        assert not has or found is author_of(document)


def _found(
    text: str, noun: str, owner: str, nouns: str = "", **told: object
) -> tuple[Document, Owned, Entity | None, Entity]:
    document = scene(plain(text), NAMES)
    one = mention(document, noun)
    new = Entity(SpeakerKind.ORGANISATION)
    holder = mention(document, owner).entity
    assert holder is not None
    assert one.noun is not None
    owned = Owned(document)
    return document, owned, owned.find(one, one.noun, holder, new), new


def test_a_body_is_found_again_by_its_owner_and_noun() -> None:
    """A second board of the owner's is the first; another's is another."""
    document, owned, found, new = _found("Vexo/NNP/poss/+1 board/NN left . Brella board/NN", "board", "Vexo")
    board, vexo = mention(document, "board"), mention(document, "Vexo").entity
    brella = mention(document, "Brella").entity
    assert board.noun is not None
    assert vexo is not None
    assert brella is not None
    assert found is new
    assert new.owner is vexo
    assert owned.find(board, board.noun, vexo, Entity(SpeakerKind.ORGANISATION)) is new
    other = Entity(SpeakerKind.ORGANISATION)
    assert owned.find(board, board.noun, brella, other) is other
    assert owned.inside(board.noun, vexo) is new
    assert owned.inside(board.noun, Entity(SpeakerKind.ORGANISATION)) is None


def test_a_campaign_is_known_by_its_candidate() -> None:
    """Whatever noun names it, and for the whole article."""
    document, owned, found, new = _found("Hale/NNP/poss/+1 campaign/NN left . team/NN", "campaign", "Hale")
    hale, team = mention(document, "Hale").entity, mention(document, "team")
    assert hale is not None
    assert team.noun is not None
    assert found is new
    assert new.nouns == {"campaign", "team"}
    assert document.campaigns[id(hale)] is new
    assert owned.find(team, team.noun, hale, Entity(SpeakerKind.ORGANISATION)) is new


def test_a_government_of_a_place_is_the_place() -> None:
    """The "French government" is France; its police are not."""
    document, _, found, new = _found("France/NNP/poss/+1 government/NN left", "government", "France")
    assert called(document, [found]) == ["France"]
    _, _, found, new = _found("France/NNP/poss/+1 police/NN left", "police", "France")
    assert found is new


NAMED = [
    ("Vexo/NNP/poss/+1 board/NN/ROOT/+0 left", "board", "Vexo", "Vexo board"),
    ("Vexo/NNP/poss/+1 board/NN/ROOT/+0 of/IN/prep/-1 soap/NN/pobj/-1 left", "board", "Vexo", "Vexo board of soap"),
    ("Vexo/NNP/poss/+1 board/NN/ROOT/+0 of/IN/prep/-1 the old/JJ soap/NN/pobj/-3 left", "board", "Vexo", "-"),
    ("Vexo/NNP/poss/+1 board/NN/ROOT/+0 so of/IN/prep/-2 soap/NN/pobj/-1 left", "board", "Vexo", "Vexo board"),
    ("Vexo/NNP/dep/+1 board/NN left", "board", "Vexo", "Vexo board"),
    ("Vexo/NNP/dep/+2 editorial/JJ board/NN left", "board", "Vexo", "Vexo editorial board"),
    ("Vexo/NNP/dep/+3 big/JJ editorial/JJ board/NN left", "board", "Vexo", "Vexo big editorial board"),
    ("Vexo/NNP/dep/+4 so/JJ big/JJ editorial/JJ board/NN left", "board", "Vexo", "-"),
    ("Vexo/NNP/dep/+2 so board/NN left", "board", "Vexo", "-"),
    ("Vexo/NNP/dep/+2 soap/NN board/NN left", "board", "Vexo", "Vexo soap board"),
    ("Brella/NNP/dep/+1 board/NN left Vexo", "board", "Vexo", "-"),
    ("Tulsa/NNP/compound/+1 police/NN left", "police", "Tulsa", "Tulsa police"),
    ("Tulsa/NNP/compound/+2 old/JJ police/NN left", "police", "Tulsa", "-"),
    ("Tulsa/NNP/compound/+1 state/NN left", "state", "Tulsa", "-"),
    ("Vexo/NNP/compound/+1 college/NN left", "college", "Vexo", "-"),
    ("Hale/NNP/poss/+1 office/NN/ROOT/+0 left", "office", "Hale", "Hale office"),
    ("her/PRP$/poss/+1 office/NN/ROOT/+0 left Hale", "office", "Hale", "-"),
    ("police/NN left Tulsa", "police", "Tulsa", "-"),
]


@pytest.mark.parametrize(("text", "noun", "owner", "name"), NAMED)
def test_a_body_may_be_named_by_its_owner(text: str, noun: str, owner: str, name: str) -> None:
    """Here "Tulsa police" and a company's board have names by what stands before the noun."""
    document, _, found, _ = _found(text, noun, owner)
    assert found is not None
    words = document.parse.words
    assert (" ".join(words[slice(*found.names[0])]) if found.names else "-") == name


def test_her_company_is_the_one_that_she_stands_for() -> None:
    """A body of that sort among hers; a campaign is another matter."""
    for noun, classes, has in (
        ("company", {"company"}, True),
        ("company", {"club"}, False),
        ("court", {"court"}, False),
    ):
        document = scene(plain(f"Hale/NNP/poss/+1 {noun}/NN left . Vexo"), NAMES)
        hale, vexo, one = mention(document, "Hale").entity, mention(document, "Vexo").entity, mention(document, noun)
        assert hale is not None
        assert vexo is not None
        assert one.noun is not None
        vexo.classes = classes
        hale.stand_for(Affiliation(1, 0, vexo))
        found = Owned(document).find(one, one.noun, hale, Entity(SpeakerKind.ORGANISATION))
        assert (found is vexo) is has


def test_relatives_are_found_by_the_surname() -> None:
    """The one other bearer of the owner's surname, of fitting gender; among many, nobody."""
    for genders, has in ((("f", "m"), True), (("f", "f"), False), (("f", ""), False)):
        document = scene(plain("Anna King met Carl King . Anna husband/NN left"), NAMES)
        anna, carl = mention(document, "Anna King").entity, mention(document, "Carl King").entity
        assert anna is not None
        assert carl is not None
        anna.gender, carl.gender = genders
        one, new = mention(document, "husband"), Entity(SpeakerKind.PERSON)
        assert one.noun is not None
        owned = Owned(document)
        assert owned.find(one, one.noun, anna, new) is (carl if has else new)
        if not has:
            assert owned.find(one, one.noun, anna, Entity(SpeakerKind.PERSON)) is new
        document.families["king"] += [Entity(SpeakerKind.PERSON, gender="f") for _ in range(2)]
        assert Owned(document).find(one, one.noun, anna, new) is new


def test_people_and_documents_are_kept_apart_by_number() -> None:
    """Its members and its member, its report and its reports: each once."""
    document = scene(plain("Vexo members/NNS met staff/NN . report/NN reports/NNS"), NAMES)
    vexo, owned = mention(document, "Vexo").entity, Owned(document)
    assert vexo is not None
    for noun in ("report", "reports"):
        one, new = mention(document, noun), Entity(SpeakerKind.DOCUMENT)
        assert one.noun is not None
        assert owned.find(one, one.noun, vexo, new) is new
        assert owned.find(one, one.noun, vexo, Entity(SpeakerKind.DOCUMENT)) is new


ELSEWHERE = [
    ("Vexo", "Vexo", set(), True),
    ("Brella", "Vexo", set(), False),
    (None, "Vexo", set(), True),
    (None, "France", set(), False),
    (None, "France", {"France"}, True),
    (None, "France", {"Norway"}, False),
    ("Brella", "France", {"France"}, True),
    (None, "Tulsa", {"Norway"}, False),
    (None, "Tulsa", set(), True),
]


@pytest.mark.parametrize(("body", "owner", "homes", "has"), ELSEWHERE)
def test_a_chairman_of_others_is_not_the_owner_s(body: str | None, owner: str, homes: set[str], has: bool) -> None:
    """Who is known by the noun is meant, unless they stand for somebody else, or for another country."""
    document = scene(plain(f"Hale met {owner} chairman/NN . Vexo . Brella"), NAMES)
    hale, holder, one = (
        mention(document, "Hale").entity,
        mention(document, owner).entity,
        mention(document, "chairman"),
    )
    assert hale is not None
    assert holder is not None
    assert one.noun is not None
    hale.nouns, hale.homes, one.definite = {"chairman"}, homes, True
    if body is not None:
        other = mention(document, body).entity
        assert other is not None
        hale.stand_for(Affiliation(1, 0, other))
    document.note(hale)
    new = Entity(SpeakerKind.PERSON)
    assert Owned(document).find(one, one.noun, holder, new) is (hale if has else new)


def test_polls_have_names() -> None:
    """From the first name on, twelve tokens at most, by no person and no place."""
    for text, maker, named in (
        ("a Vexo poll/NN", "Vexo", True),
        ("Vexo poll/NN", "Vexo", True),
        ("a Tulsa poll/NN", None, False),
        ("a Hale poll/NN", None, False),
        ("a Vexo 's/POS poll/NN", "Vexo", False),
        ("Vexo " + "old " * 11 + "poll/NN", "Vexo", False),
        ("Vexo " + "old " * 10 + "poll/NN", "Vexo", True),
        ("poll/NN of Vexo", None, False),
    ):
        document = scene(plain(text), NAMES)
        poll = document.parse.words.index("poll")
        one = document.at_head[poll]
        one.start = 0
        found = Owned(document).poll(one, Entity(SpeakerKind.DOCUMENT))
        assert (found is not None) is (maker is not None)
        if found is not None:
            assert called(document, [found.maker]) == [maker]
            assert found.names == ([(document.parse.words.index("Vexo"), poll + 1)] if named else [])
        assert Owned(document).poll(one, Entity(SpeakerKind.DOCUMENT, plural=True)) is None


def test_a_relative_named_beside_is_remembered() -> None:
    """Whose relative somebody is, is known from then on; other nouns are not remembered."""
    for noun, has in (("husband", True), ("lawyer", False)):
        document = scene(plain(f"Anna King met Hale . King {noun}/NN left . Anna King/NNP/poss/+1 {noun}/NN"), NAMES)
        anna, hale = mention(document, "Anna King").entity, mention(document, "Hale").entity
        one = next(one for one in reversed(document.mentions) if one.noun is not None)
        assert anna is not None
        assert one.noun is not None
        one.entity, owned = hale, Owned(document)
        owned.note(one)
        new = Entity(SpeakerKind.PERSON)
        assert (owned.find(one, one.noun, anna, new) is hale) is has
