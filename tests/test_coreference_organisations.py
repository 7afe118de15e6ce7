"""Which organisations a phrase has, on trees written by hand: every branch of the walk, and how far it goes."""

from __future__ import annotations

import pytest
from attrs import evolve
from scenes import called, entity, scene, teach

from quoteattr.affiliation import implied_campaigns_of
from quoteattr.coreference.context import CAMPAIGN
from quoteattr.coreference.entities import Entity, Mention, MentionType, Traits
from quoteattr.coreference.organisations import (
    organisation_at,
    organisation_before,
    organisations_among,
    organisations_of_clause,
    organisations_of_phrase,
)
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
    ("board_NN_ROOT_+0 of_IN_prep_-1 rooms_NNS_pobj_-1 of_IN_prep_-1 Vexo_NNP_pobj_-1", 0, ["Vexo"]),
    ("board_NN_ROOT_+0 of_IN_prep_-1 rooms_NNS_pobj_-1 for_IN_prep_-1 Vexo_NNP_pobj_-1", 0, []),
    ("of_IN_prep_+2 Vexo_NNP_pobj_-1 firms_NNS_ROOT_+0", 2, []),
]


@pytest.mark.parametrize(("text", "bodies"), PHRASES)
def test_a_phrase_has_its_organisations(text: str, bodies: list[str]) -> None:
    """Before the noun, behind it, in its clause: each where it belongs to the role, the likeliest first."""
    context = scene(text, NAMES)
    head = next(number for number, dep in enumerate(context.parse.deps) if dep in ("nsubj", "ROOT"))
    assert called(context, organisations_of_phrase(context, head)) == bodies


@pytest.mark.parametrize(("text", "bodies"), CLAUSES)
def test_a_clause_has_its_organisations(text: str, bodies: list[str]) -> None:
    """Verbs of office and of work tie somebody to an organisation, others by "for" and "at"."""
    context = scene(text, NAMES)
    assert called(context, organisations_of_clause(context, 1)) == bodies


@pytest.mark.parametrize(("text", "head", "bodies"), AMONG)
def test_several_have_the_organisations_that_are_named(text: str, head: int, bodies: list[str]) -> None:
    """Groups are those that lead them, that include them, or that are told as examples."""
    context = scene(text, NAMES)
    assert called(context, organisations_among(context, head)) == bodies


def test_nobody_is_with_themselves() -> None:
    """An organisation's own phrase does not make it stand for itself."""
    context = scene("Vexo_NNP_compound_+1 maker_NN_nsubj_+1 left_VBD_ROOT_+0", NAMES)
    assert organisations_of_phrase(context, 1, entity(context, "Vexo")) == []


def _campaign() -> Entity:
    return Entity(Traits(SpeakerKind.ORGANISATION))


def test_a_campaign_before_a_role_is_the_candidate_s() -> None:
    """A "King campaign manager" has King's campaign, where the article knows one; "King soap" is none."""
    text = "King_NNP_compound_+1 {}_NN_compound_+1 manager_NN_nsubj_+1 left_VBD_ROOT_+0"
    for noun, has in (("campaign", True), ("soap", False)):
        context, campaign = scene(text.format(noun), NAMES), _campaign()
        context.possessions[entity(context, "King"), CAMPAIGN] = campaign
        assert organisation_before(context, 1, "manager") is (campaign if has else None)


def test_an_adjective_of_a_country_is_the_country_for_an_office() -> None:
    """The "French president" has France, an "Anglo-French" one and a French baker have not."""
    text = "Anglo_NNP_amod_+3 {}_HYPH_punct_+2 French_JJ_amod_+1 {}_NN_nsubj_+1 left_VBD_ROOT_+0 France_NNP_dobj_-1"
    for mark, role, has in (("-", "president", True), ("“", "president", True), ("-", "baker", False)):
        context = scene(text.format(mark, role), NAMES)
        assert called(context, [organisation_before(context, 2, role)]) == (["France"] if has else ["-"])
    context = scene(text.format("-", "president"), NAMES)
    context.parse.ends[1] = context.parse.starts[2]
    assert organisation_before(context, 2, "president") is None


@pytest.mark.parametrize(
    ("role", "nouns", "implied", "has"),
    [
        ("aide", {"candidate"}, True, True),
        ("aide", set(), True, False),
        ("adviser", {"candidate"}, True, False),
        ("spokesman", set(), True, False),
        ("spokesman", {"nominee"}, True, True),
        ("spokesman", {"mayor", "nominee"}, True, True),
        ("director", {"candidate"}, True, False),
        ("baker", {"candidate"}, True, False),
        ("aide", {"candidate"}, False, False),
    ],
)
def test_who_works_for_a_candidate_works_for_the_campaign(role: str, nouns: set[str], implied: bool, has: bool) -> None:
    """It must be a candidate, not somebody in office, and the article must speak of a campaign."""
    context = scene(f"King_NNP_nsubj_+1 left_VBD_ROOT_+0 {'campaign' if implied else 'soap'}_NN_dobj_-1", NAMES)
    king = teach(context, "King", nouns=frozenset(nouns))
    context = evolve(context, implied_campaigns=implied_campaigns_of(context))
    found = organisation_at(context, 0, role)
    assert (found is not None and found.owner is king and found.traits.nouns == {"campaign", "team"}) is has


def test_a_person_behind_other_prepositions_has_no_campaign() -> None:
    """An "aide to King" is of the campaign that the article names, an "aide with King" is not."""
    for word, has in (("to", True), ("for", True), ("with", False)):
        context, campaign = scene(f"aide_NN_ROOT_+0 {word}_IN_prep_-1 King_NNP_pobj_-1", NAMES), _campaign()
        context.possessions[entity(context, "King"), CAMPAIGN] = campaign
        assert organisation_at(context, 2, "aide") is None  # nothing names it
        campaign.mentions.append(Mention(2, 4, 3, MentionType.DESCRIPTION))  # "King campaign"
        assert organisation_at(context, 2, "aide") is (campaign if has else None)


def test_an_organisation_without_a_name_is_its_owner_s() -> None:
    """A board is the company's; a campaign, and what is a person's, stands alone; nobody's and several do not."""
    company, person = (Entity(Traits(kind), names=((0, 1),)) for kind in (SpeakerKind.ORGANISATION, SpeakerKind.PERSON))
    for owner, nouns, found in (
        (company, (), "owner"),
        (company, (CAMPAIGN,), "own"),
        (person, (), "own"),
        (None, (), "-"),
    ):
        context = scene("the_DT_det_+1 board_NN_nsubj_+1 left_VBD_ROOT_+0", {})
        board = teach(context, "the board", nouns=frozenset(nouns))
        board.owner = owner
        assert organisation_at(context, 1, "") is {"owner": owner, "own": board, "-": None}[found]
    for traits in ({"plural": True}, {"kind": SpeakerKind.DOCUMENT}):
        context = scene("the_DT_det_+1 board_NN_nsubj_+1 left_VBD_ROOT_+0", {})
        teach(context, "the board", names=((0, 1),), **traits)
        assert organisation_at(context, 1, "") is None
    assert organisation_at(context, -1, "") is None


def test_an_industry_is_no_organisation() -> None:
    """Nobody stands for "the industry", whatever it is taken for."""
    context = scene("the_DT_det_+1 industry_NN_nsubj_+1 left_VBD_ROOT_+0", {})
    teach(context, "the industry", names=((1, 2),))
    assert organisation_at(context, 1, "") is None


def test_the_office_of_an_organisation_is_the_organisation() -> None:
    """Behind "of" and "at" stands whose office it is, which comes first; behind "by" it does not."""
    for word, bodies in (("of", ["Vexo", "office"]), ("by", ["office"])):
        text = f"director_NN_ROOT_+0 at_IN_prep_-1 office_NN_pobj_-1 {word}_IN_prep_-1 Vexo_NNP_pobj_-1"
        context = scene(text, NAMES)
        teach(context, "office", names=((2, 3),), kind=SpeakerKind.ORGANISATION)
        assert called(context, organisations_of_phrase(context, 0)) == bodies


def test_the_city_s_lawyer_is_the_city_s() -> None:
    """A description of a place in the possessive counts for those who speak for it."""
    for role, bodies in (("lawyer", ["city"]), ("star", [])):
        context = scene(f"city_NN_poss_+1 {role}_NN_nsubj_+1 left_VBD_ROOT_+0", {})
        teach(context, "city", names=((0, 1),), kind=SpeakerKind.ORGANISATION, place=True)
        assert called(context, organisations_of_phrase(context, 1)) == bodies
