"""Which bodies a phrase has, on trees written by hand: every branch of the walk, and how far it goes."""

from __future__ import annotations

import pytest
from scenes import called, mention, scene

from quoteattr.coreference.entities import Entity
from quoteattr.coreference.organisations import bodies_among, bodies_of_clause, bodies_of_phrase, body_at, premodifier
from quoteattr.records import SpeakerKind

NAMES = {
    "Vexo Works": "body",
    "Vexo": "body",
    "Brella": "body",
    "Labour": "body:party",
    "GOP": "body",
    "Urban Studies": "body",
    "Tulsa": "place",
    "France": "place",
    "King": "person",
}
PHRASES = [
    # behind a role, wherever the tree hangs it
    ("director_NN_nsubj_+4 of_IN_dep_+3 the_DT_det_+1 Vexo_NNP_dep_+1 left_VBD_ROOT_+0", ["Vexo"]),
    ("director_NN_nsubj_+3 to_IN_dep_+2 Vexo_NNP_dep_+1 left_VBD_ROOT_+0", ["Vexo"]),
    ("zib_NN_nsubj_+3 to_IN_dep_+2 Vexo_NNP_dep_+1 left_VBD_ROOT_+0", ["Vexo"]),
    ("director_NN_nsubj_+3 by_IN_dep_+2 Vexo_NNP_dep_+1 left_VBD_ROOT_+0", []),
    ("director_NN_nsubj_+3 Vexo_NNP_dep_+2 Brella_NNP_dep_+1 left_VBD_ROOT_+0", []),
    ("director_NN_nsubj_+4 of_IN_dep_+3 old_JJ_dep_+2 Vexo_NNP_dep_+1 left_VBD_ROOT_+0", []),
    ("critic_NN_nsubj_+3 of_IN_dep_+2 Vexo_NNP_dep_+1 left_VBD_ROOT_+0", []),
    ("director_NN_ROOT_+0 of_IN_dep_-1", []),
    ("director_NN_ROOT_+0 of_IN_dep_-1 the_DT_dep_-1", []),
    ("director_NN_ROOT_+0", []),
    ("director_NN_nsubj_+3 of_IN_prep_-1 Vexo_NNP_dep_+1 left_VBD_ROOT_+0", []),
    # behind a comma
    ("director_NN_ROOT_+0 ,_,_punct_-1", []),
    ("zib_NN_ROOT_+0 ,_,_punct_-1 Vexo_NNP_dep_-2", ["Vexo"]),
    ("director_NN_ROOT_+0 ,_,_punct_-1 Works_NNP_dep_-2 Vexo_NNP_dep_-3", []),
    (
        "chairman_NN_ROOT_+0 ,_,_punct_-1 Brella_NNP_dep_-2 ,_,_punct_-1 heading_VBG_acl_0 Vexo_NNP_dobj_-1",
        ["Vexo"],
    ),
    # places
    (
        "official_NN_nsubj_+6 at_IN_prep_-1 a_DT_det_+1 firm_NN_pobj_-2 in_IN_prep_-1 Tulsa_NNP_pobj_-1 is_VBZ_ROOT_+0",
        [],
    ),
    (
        "official_NN_nsubj_+6 at_IN_prep_-1 a_DT_det_+1 firm_NN_pobj_-2 of_IN_prep_-1 Tulsa_NNP_pobj_-1 is_VBZ_ROOT_+0",
        ["Tulsa"],
    ),
    ("official_NN_nsubj_+3 in_IN_prep_-1 Tulsa_NNP_pobj_-1 left_VBD_ROOT_+0", ["Tulsa"]),
    ("baker_NN_nsubj_+3 in_IN_prep_-1 Tulsa_NNP_pobj_-1 left_VBD_ROOT_+0", []),
    # before a role
    ("Vexo_NNP_compound_+1 director_NN_nsubj_+1 left_VBD_ROOT_+0", ["Vexo"]),
    ("Vexo_NNP_dep_+1 director_NN_nsubj_+1 left_VBD_ROOT_+0", []),
    ("director_NN_nsubj_+2 Vexo_NNP_compound_-1 left_VBD_ROOT_+0", []),
    ("Vexo_NNP_compound_+2 --_:_punct_+1 director_NN_nsubj_+1 left_VBD_ROOT_+0", []),
    ("Vexo_NNP_compound_+2 -_:_punct_+1 director_NN_nsubj_+1 left_VBD_ROOT_+0", []),
    ("--_:_punct_+2 Vexo_NNP_compound_+1 director_NN_nsubj_+1 left_VBD_ROOT_+0", ["Vexo"]),
    ("Vexo_NNP_compound_+2 director_NN_nsubj_+2 --_:_punct_-1 left_VBD_ROOT_+0", []),
    ("Vexo_NNP_compound_+1 Tulsa_NNP_compound_+1 editor_NN_nsubj_+1 left_VBD_ROOT_+0", ["Vexo"]),
    ("Brella_NNP_compound_+2 Vexo_NNP_compound_+1 director_NN_nsubj_+1 left_VBD_ROOT_+0", ["Vexo", "Brella"]),
    # at, of, with
    ("expert_NN_nsubj_+3 at_IN_prep_-1 Vexo_NNP_pobj_-1 left_VBD_ROOT_+0", ["Vexo"]),
    ("expert_NN_nsubj_+3 on_IN_prep_-1 Vexo_NNP_pobj_-1 left_VBD_ROOT_+0", []),
    ("director_NN_nsubj_+3 at_IN_prep_-1 Urban_NNP_pobj_-1 Studies_NNP_dep_+1 left_VBD_ROOT_+0", []),
    ("director_NN_nsubj_+3 about_IN_prep_-1 Vexo_NNP_pobj_-1 left_VBD_ROOT_+0", []),
    ("director_NN_nsubj_+4 of_IN_prep_-1 Vexo_NNP_pobj_-1 Works_NNP_dep_+1 left_VBD_ROOT_+0", ["Vexo Works"]),
    ("director_NN_nsubj_+3 of_IN_prep_-1 GOP_NNP_pobj_-1 left_VBD_ROOT_+0", []),
    ("candidate_NN_nsubj_+3 for_IN_prep_-1 Labour_NNP_pobj_-1 left_VBD_ROOT_+0", []),
    ("spokesman_NN_nsubj_+3 for_IN_prep_-1 Labour_NNP_pobj_-1 left_VBD_ROOT_+0", ["Labour"]),
    (
        "aide_NN_nsubj_+6 to_IN_prep_-1 the_DT_det_+1 owner_NN_pobj_-2 of_IN_prep_-1 Vexo_NNP_pobj_-1 left_VBD_ROOT_+0",
        ["Vexo"],
    ),
    ("director_NN_nsubj_+4 hired_VBN_acl_-1 by_IN_agent_-1 Vexo_NNP_pobj_-1 left_VBD_ROOT_+0", []),
    ("director_NN_nsubj_+2 Vexo_NNP_appos_-1 left_VBD_ROOT_+0", ["Vexo"]),
    ("study_NN_nsubj_+4 made_VBN_acl_-1 by_IN_agent_-1 Vexo_NNP_pobj_-1 left_VBD_ROOT_+0", ["Vexo"]),
    ("study_NN_nsubj_+4 made_VBN_acl_-1 for_IN_prep_-1 Vexo_NNP_pobj_-1 left_VBD_ROOT_+0", []),
]
CLAUSES = [
    ("he_PRP_nsubj_+1 runs_VBZ_ROOT_+0 Tulsa_NNP_dobj_-1", ["Tulsa"]),
    ("he_PRP_nsubj_+1 founded_VBD_ROOT_+0 Tulsa_NNP_dobj_-1", []),
    ("he_PRP_nsubj_+1 founded_VBD_ROOT_+0 Vexo_NNP_dobj_-1", ["Vexo"]),
    ("he_PRP_nsubj_+1 likes_VBZ_ROOT_+0 Vexo_NNP_dobj_-1", []),
    ("feast_NN_dobj_+1 filmed_VBD_ROOT_+0 for_IN_prep_-1 Vexo_NNP_pobj_-1", ["Vexo"]),
    ("he_PRP_nsubj_+1 filmed_VBD_ROOT_+0 for_IN_prep_-1 Vexo_NNP_pobj_-1", []),
    ("he_PRP_nsubj_+1 films_VBZ_ROOT_+0 for_IN_prep_-1 Vexo_NNP_pobj_-1", ["Vexo"]),
    ("he_PRP_nsubj_+1 films_VBZ_ROOT_+0 near_IN_prep_-1 Vexo_NNP_pobj_-1", []),
    ("he_PRP_nsubj_+1 filmed_VBD_ROOT_+0 birds_NNS_dobj_-1 for_IN_prep_-1 Vexo_NNP_pobj_-1", []),
    ("he_PRP_nsubj_+1 films_VBZ_ROOT_+0 birds_NNS_dobj_-1 for_IN_prep_-1 Vexo_NNP_pobj_-1", ["Vexo"]),
    ("he_PRP_nsubj_+1 filmed_VBD_ROOT_+0 birds_NNS_dobj_-1 at_IN_prep_-2 Vexo_NNP_pobj_-1", []),
    ("he_PRP_nsubj_+1 works_VBZ_ROOT_+0 with_IN_prep_-1 Vexo_NNP_pobj_-1", []),
    ("he_PRP_nsubj_+1 works_VBZ_ROOT_+0 for_IN_prep_-1 Vexo_NNP_pobj_-1", ["Vexo"]),
    ("he_PRP_nsubj_+1 serves_VBZ_ROOT_+0 with_IN_prep_-1 Vexo_NNP_pobj_-1", ["Vexo"]),
    ("he_PRP_nsubj_+1 runs_VBZ_ROOT_+0 for_IN_prep_-1 Vexo_NNP_pobj_-1", []),
    ("he_PRP_nsubj_+1 speaks_VBZ_ROOT_+0 for_IN_prep_-1 Vexo_NNP_pobj_-1", ["Vexo"]),
    ("he_PRP_nsubj_+1 is_VBZ_ROOT_+0 head_NN_attr_-1 of_IN_prep_-1 Vexo_NNP_pobj_-1", ["Vexo"]),
    ("he_PRP_nsubj_+1 ate_VBD_ROOT_+0 and_CC_cc_-1 leads_VBZ_conj_-2 Vexo_NNP_dobj_-1", ["Vexo"]),
]
AMONG = [
    ("Vexo_NNP_nsubj_+1 hired_VBD_ROOT_+0 firms_NNS_dobj_-1", 2, []),
    ("Vexo_NNP_nsubj_+1 includes_VBZ_ROOT_+0 firms_NNS_dobj_-1", 2, ["Vexo"]),
    ("Vexo_NNP_ROOT_+0 which_WDT_nsubj_+1 includes_VBZ_relcl_-2 firms_NNS_dobj_-1", 3, ["Vexo"]),
    ("firms_NNS_ROOT_+0 of_IN_prep_-1 Vexo_NNP_pobj_-1", 0, ["Vexo"]),
    ("firms_NNS_ROOT_+0 for_IN_prep_-1 Vexo_NNP_pobj_-1", 0, []),
    ("firms_NNS_ROOT_+0 as_IN_prep_-1 Vexo_NNP_pobj_-1", 0, []),
    ("firms_NNS_ROOT_+0 such_JJ_amod_+1 as_IN_prep_-2 Vexo_NNP_pobj_-1", 0, ["Vexo"]),
    ("firms_NNS_ROOT_+0 led_VBN_acl_-1 by_IN_agent_-1 Vexo_NNP_pobj_-1", 0, ["Vexo"]),
    ("firms_NNS_ROOT_+0 led_VBN_acl_-1 by_IN_prep_-1 Vexo_NNP_pobj_-1", 0, []),
    ("board_NN_ROOT_+0 of_IN_prep_-1 cooks_NNS_pobj_-1 of_IN_prep_-1 Vexo_NNP_pobj_-1", 0, ["Vexo"]),
    ("board_NN_ROOT_+0 of_IN_prep_-1 cooks_NNS_pobj_-1 for_IN_prep_-1 Vexo_NNP_pobj_-1", 0, []),
    ("of_IN_prep_+2 Vexo_NNP_pobj_-1 firms_NNS_ROOT_+0", 2, []),
]


@pytest.mark.parametrize(("text", "bodies"), PHRASES)
def test_a_phrase_has_its_bodies(text: str, bodies: list[str]) -> None:
    """Before the noun, behind it, in its clause: each where it belongs to the role, the likeliest first."""
    document = scene(text, NAMES)
    head = next(number for number, dep in enumerate(document.parse.deps) if dep in ("nsubj", "ROOT"))
    assert called(document, bodies_of_phrase(document, head)) == bodies


@pytest.mark.parametrize(("text", "bodies"), CLAUSES)
def test_a_clause_has_its_bodies(text: str, bodies: list[str]) -> None:
    """Verbs of office and of work tie somebody to a body, others by "for" and "at"."""
    document = scene(text, NAMES)
    assert called(document, bodies_of_clause(document, 1)) == bodies


@pytest.mark.parametrize(("text", "head", "bodies"), AMONG)
def test_several_have_the_bodies_that_are_named(text: str, head: int, bodies: list[str]) -> None:
    """Groups are those that lead them, that include them, or that are told as examples."""
    document = scene(text, NAMES)
    assert called(document, bodies_among(document, head)) == bodies


def test_nobody_is_with_themselves() -> None:
    """A body's own phrase does not make it stand for itself."""
    document = scene("Vexo_NNP_compound_+1 maker_NN_nsubj_+1 left_VBD_ROOT_+0", NAMES)
    assert bodies_of_phrase(document, 1, mention(document, "Vexo").entity) == []


def test_a_campaign_before_a_role_is_the_candidate_s() -> None:
    """A "King campaign manager" has King's campaign, where the article knows one; "King soap" is none."""
    text = "King_NNP_compound_+1 {}_NN_compound_+1 manager_NN_nsubj_+1 left_VBD_ROOT_+0"
    for noun, has in (("campaign", True), ("soap", False)):
        document = scene(text.format(noun), NAMES)
        king, campaign = mention(document, "King").entity, Entity(SpeakerKind.ORGANISATION)
        document.campaigns[id(king)] = campaign
        assert premodifier(document, 1, "manager") is (campaign if has else None)


def test_an_adjective_of_a_country_is_the_country_for_an_office() -> None:
    """The "French president" has France, an "Anglo-French" one and a French baker have not."""
    text = "Anglo_NNP_amod_+3 {}_HYPH_punct_+2 French_JJ_amod_+1 {}_NN_nsubj_+1 left_VBD_ROOT_+0 France_NNP_dobj_-1"
    for mark, role, has in (("-", "president", True), ("“", "president", True), ("-", "baker", False)):
        document = scene(text.format(mark, role), NAMES)
        assert called(document, [premodifier(document, 2, role)]) == (["France"] if has else ["-"])
    document = scene(text.format("-", "president"), NAMES)
    document.parse.ends[1] = document.parse.starts[2]
    assert premodifier(document, 2, "president") is None


@pytest.mark.parametrize(
    ("role", "nouns", "settled", "has_campaign", "has"),
    [
        ("adviser", {"candidate"}, True, True, True),
        ("adviser", set(), True, True, False),
        ("spokesman", set(), True, True, True),
        ("spokesman", {"mayor"}, True, True, False),
        ("spokesman", {"mayor", "nominee"}, True, True, True),
        ("director", {"candidate"}, True, True, False),
        ("baker", {"candidate"}, True, True, False),
        ("adviser", {"candidate"}, False, True, False),
        ("adviser", {"candidate"}, True, False, False),
    ],
)
def test_who_works_for_a_candidate_works_for_the_campaign(
    role: str, nouns: set[str], settled: bool, has_campaign: bool, has: bool
) -> None:
    """It must be a candidate, not somebody in office, and the article must speak of a campaign."""
    document = scene("King_NNP_nsubj_+1 left_VBD_ROOT_+0", NAMES)
    king = mention(document, "King").entity
    assert king is not None
    king.nouns, document.is_settled, document.has_campaign = nouns, settled, has_campaign
    found = body_at(document, 0, role)
    assert (found is not None and found.owner is king and found.nouns == {"campaign", "team"}) is has
    assert body_at(document, 0, role) is found


def test_a_person_behind_other_prepositions_has_no_campaign() -> None:
    """An "aide to King" is of the campaign, an "aide with King" is not."""
    for word, has in (("to", True), ("for", True), ("with", False)):
        document = scene(f"aide_NN_ROOT_+0 {word}_IN_prep_-1 King_NNP_pobj_-1", NAMES)
        king = mention(document, "King").entity
        assert king is not None
        campaign = document.campaigns[id(king)] = Entity(SpeakerKind.ORGANISATION)
        assert body_at(document, 2, "aide") is (campaign if has else None)


def test_a_body_without_a_name_is_its_owner_s() -> None:
    """A board is the company's; a campaign, and what is a person's, is a body of its own; nobody's and several none."""
    company, person = Entity(SpeakerKind.ORGANISATION, names=[(0, 1)]), Entity(SpeakerKind.PERSON, names=[(0, 1)])
    document = scene("the_DT_det_+1 board_NN_nsubj_+1 left_VBD_ROOT_+0", {})
    for owner, nouns, found in ((company, set(), "owner"), (company, {"campaign"}, "own"), (person, set(), "own")):
        board = mention(document, "the board").entity = Entity(SpeakerKind.ORGANISATION, owner=owner, nouns=nouns)
        assert body_at(document, 1, "") is (owner if found == "owner" else board)
    for other in (
        Entity(SpeakerKind.ORGANISATION),
        Entity(SpeakerKind.ORGANISATION, names=[(0, 1)], plural=True),
        Entity(SpeakerKind.DOCUMENT, names=[(0, 1)]),
    ):
        mention(document, "the board").entity = other
        assert body_at(document, 1, "") is None
    assert body_at(document, -1, "") is None


def test_an_industry_is_no_body() -> None:
    """Nobody stands for "the industry", whatever it is taken for."""
    document = scene("the_DT_det_+1 industry_NN_nsubj_+1 left_VBD_ROOT_+0", {})
    mention(document, "the industry").entity = Entity(SpeakerKind.ORGANISATION, names=[(1, 2)])
    assert body_at(document, 1, "") is None


def test_the_office_of_a_body_is_the_body() -> None:
    """Behind "of" and "at" stands whose office it is, which comes first; behind "by" it does not."""
    for word, bodies in (("of", ["Vexo", "office"]), ("by", ["office"])):
        text = f"director_NN_ROOT_+0 at_IN_prep_-1 office_NN_pobj_-1 {word}_IN_prep_-1 Vexo_NNP_pobj_-1"
        document = scene(text, NAMES)
        mention(document, "office").entity = Entity(SpeakerKind.ORGANISATION, names=[(2, 3)])
        assert called(document, bodies_of_phrase(document, 0)) == bodies


def test_the_city_s_lawyer_is_the_city_s() -> None:
    """A description of a place in the possessive counts for those who speak for it."""
    for role, bodies in (("lawyer", ["city"]), ("star", [])):
        document = scene(f"city_NN_poss_+1 {role}_NN_nsubj_+1 left_VBD_ROOT_+0", {})
        mention(document, "city").entity = Entity(SpeakerKind.ORGANISATION, names=[(0, 1)], place=True)
        assert called(document, bodies_of_phrase(document, 1)) == bodies
