"""Which organisations stand beside a name, on trees written by hand: near and too far, of the name and of others."""

from __future__ import annotations

import pytest
from scenes import scene, served, teach

NAMES = {
    "Vexo": "body",
    "Brella": "body",
    "Senate": "body",
    "Texas Senate": "body",
    "Tulsa": "place",
    "Texas": "place",
    "Smith": "person",
    "Stone": "person",
}
BESIDE = [
    # as premodifier
    ("Vexo_NNP_poss_+2 's_POS_case_-1 Smith_NNP_nsubj_+1 left_VBD_ROOT_+0", ["Vexo"]),
    ("Vexo_NNP_compound_+2 analyst_NN_compound_+1 Smith_NNP_nsubj_+1 left_VBD_ROOT_+0", ["Vexo"]),
    ("Vexo_NNP_compound_+2 old_JJ_amod_+1 Smith_NNP_nsubj_+1 left_VBD_ROOT_+0", []),
    ("Vexo_NNP_compound_+1 Smith_NNP_nsubj_+1 left_VBD_ROOT_+0", ["Vexo"]),
    ("Vexo_NNP_det_+2 analyst_NN_det_+1 Smith_NNP_nsubj_+1 left_VBD_ROOT_+0", ["Vexo"]),
    ("Vexo_NNP_compound_+3 of_IN_dep_+1 old_JJ_dep_+1 Smith_NNP_nsubj_+1 left_VBD_ROOT_+0", []),
    ("Smith_NNP_nsubj_+2 Vexo_NNP_compound_-1 left_VBD_ROOT_+0", []),
    ("Vexo_NNP_poss_+2 old_JJ_amod_+1 Smith_NNP_nsubj_+1 left_VBD_ROOT_+0", ["Vexo"]),
    ("Vexo_NNP_compound_+3 's_POS_case_-1 old_JJ_amod_+1 Smith_NNP_nsubj_+1 left_VBD_ROOT_+0", ["Vexo"]),
    ("Vexo_NNP_compound_+3 own_JJ_amod_-1 old_JJ_amod_+1 Smith_NNP_nsubj_+1 left_VBD_ROOT_+0", []),
    # behind a preposition
    ("Smith_NNP_nsubj_+3 of_IN_prep_-1 Vexo_NNP_pobj_-1 left_VBD_ROOT_+0", ["Vexo"]),
    ("Smith_NNP_nsubj_+3 at_IN_prep_-1 Vexo_NNP_pobj_-1 left_VBD_ROOT_+0", ["Vexo"]),
    ("Smith_NNP_nsubj_+3 for_IN_prep_-1 Vexo_NNP_pobj_-1 left_VBD_ROOT_+0", []),
    ("Smith_NNP_nsubj_+4 ,_,_punct_-1 for_IN_prep_-2 Vexo_NNP_pobj_-1 left_VBD_ROOT_+0", []),
    ("Smith_NNP_nsubj_+4 --_:_punct_-1 from_IN_prep_-2 Vexo_NNP_pobj_-1 left_VBD_ROOT_+0", ["Vexo"]),
    ("Smith_NNP_nsubj_+5 too_RB_advmod_-1 now_RB_advmod_-2 at_IN_prep_-3 Vexo_NNP_pobj_-1 left_VBD_ROOT_+0", []),
    ("Smith_NNP_nsubj_+3 at_IN_dep_-1 Vexo_NNP_pobj_-1 left_VBD_ROOT_+0", []),
    ("of_IN_prep_+2 Vexo_NNP_pobj_-1 Smith_NNP_nsubj_+1 left_VBD_ROOT_+0", []),
    # in a clause
    ("Smith_NNP_nsubj_+4 who_WP_nsubj_+1 heads_VBZ_relcl_-2 Vexo_NNP_dobj_-1 left_VBD_ROOT_+0", ["Vexo"]),
    ("Smith_NNP_nsubj_+4 who_WP_nsubj_+1 heads_VBZ_ccomp_-2 Vexo_NNP_dobj_-1 left_VBD_ROOT_+0", []),
    (
        "Smith_NNP_nsubj_+5 who_WP_nsubj_+1 worked_VBD_relcl_-2 for_IN_prep_-1 Vexo_NNP_pobj_-1 left_VBD_ROOT_+0",
        [],
    ),
    ("Smith_NNP_nsubj_+3 heading_VBG_acl_-1 Vexo_NNP_dobj_-1 left_VBD_ROOT_+0", ["Vexo"]),
    # what somebody writes for
    ("Smith_NNP_nsubj_+1 wrote_VBD_ROOT_+0 for_IN_prep_-1 Vexo_NNP_pobj_-1", ["Vexo"]),
    ("Smith_NNP_nsubj_+1 wrote_VBD_ROOT_+0 once_RB_advmod_-1 at_IN_prep_-2 Vexo_NNP_pobj_-1", ["Vexo"]),
    ("Smith_NNP_nsubj_+1 wrote_VBD_ROOT_+0 it_PRP_dobj_-1 once_RB_advmod_-2 for_IN_prep_-3 Vexo_NNP_pobj_-1", []),
    ("Smith_NNP_nsubj_+1 wrote_VBD_ROOT_+0 about_IN_prep_-1 Vexo_NNP_pobj_-1", []),
    ("Smith_NNP_nsubj_+1 slept_VBD_ROOT_+0 at_IN_prep_-1 Vexo_NNP_pobj_-1", []),
    ("Smith_NNP_nsubj_+1 wrote_VBD_ROOT_+0 for_IN_prep_-1 us_PRP_pobj_-1", []),
    ("Smith_NNP_dobj_+1 wrote_VBD_ROOT_+0 for_IN_prep_-1 Vexo_NNP_pobj_-1", []),
    ("for_IN_prep_+3 Vexo_NNP_pobj_-1 Smith_NNP_nsubj_+1 wrote_VBD_ROOT_+0", []),
]
OWNERS = [
    ("Vexo_NNP_dep_+2 's_POS_dep_+1 Smith_NNP_nsubj_+1 left_VBD_ROOT_+0", ["Vexo"]),
    ("Vexo_NNP_dep_+2 and_CC_dep_+1 Smith_NNP_nsubj_+1 left_VBD_ROOT_+0", []),
    ("’s_POS_dep_+1 Smith_NNP_nsubj_+1 left_VBD_ROOT_+0", []),
    ("it_PRP_dep_+2 's_POS_dep_+1 Smith_NNP_nsubj_+1 left_VBD_ROOT_+0", []),
    ("Stone_NNP_dep_+2 's_POS_dep_+1 Smith_NNP_nsubj_+1 left_VBD_ROOT_+0", []),
    ("Tulsa_NNP_dep_+2 's_POS_dep_+1 Smith_NNP_nsubj_+1 left_VBD_ROOT_+0", []),
    ("Vexo_NNP_dep_+3 Tulsa_NNP_dep_+2 's_POS_dep_+1 Smith_NNP_nsubj_+1 left_VBD_ROOT_+0", ["Vexo"]),
    ("Brella_NNP_dep_+3 Vexo_NNP_dep_+2 's_POS_dep_+1 Smith_NNP_nsubj_+1 left_VBD_ROOT_+0", ["Vexo"]),
    ("Brella_NNP_dep_+3 Stone_NNP_dep_+2 's_POS_dep_+1 Smith_NNP_nsubj_+1 left_VBD_ROOT_+0", []),
]
ROLES = [
    ("Vexo_NNP_dep_+2 boss_NN_dep_+1 Smith_NNP_nsubj_+1 left_VBD_ROOT_+0", ["Vexo"]),
    ("Vexo_NNP_dep_+2 Boss_NN_dep_+1 Smith_NNP_nsubj_+1 left_VBD_ROOT_+0", []),
    ("Vexo_NNP_dep_+2 soap_NN_dep_+1 Smith_NNP_nsubj_+1 left_VBD_ROOT_+0", []),
    ("Vexo_NNP_dep_+2 boss_VB_dep_+1 Smith_NNP_nsubj_+1 left_VBD_ROOT_+0", []),
    ("Tulsa_NNP_dep_+2 flanker_VB_dep_+1 Smith_NNP_nsubj_+1 left_VBD_ROOT_+0", ["Tulsa"]),
    ("Tulsa_NNP_dep_+2 baker_NN_dep_+1 Smith_NNP_nsubj_+1 left_VBD_ROOT_+0", []),
    ("Vexo_NNP_dep_+3 new_JJ_dep_+1 boss_NN_dep_+1 Smith_NNP_nsubj_+1 left_VBD_ROOT_+0", ["Vexo"]),
    ("Vexo_NNP_dep_+3 New_JJ_dep_+1 boss_NN_dep_+1 Smith_NNP_nsubj_+1 left_VBD_ROOT_+0", []),
    ("Vexo_NNP_dep_+3 met_VBD_dep_+1 boss_NN_dep_+1 Smith_NNP_nsubj_+1 left_VBD_ROOT_+0", []),
    ("Vexo_NNP_dep_+3 -_HYPH_dep_+1 boss_NN_dep_+1 Smith_NNP_nsubj_+1 left_VBD_ROOT_+0", ["Vexo"]),
    ("boss_NN_dep_+1 Smith_NNP_nsubj_+1 left_VBD_ROOT_+0", []),
    ("Vexo_NNP_dep_+2 " + "new_JJ_dep_+1 " * 8 + "boss_NN_dep_+1 Smith_NNP_nsubj_+1 left_VBD_ROOT_+0", ["Vexo"]),
    ("Vexo_NNP_dep_+2 " + "new_JJ_dep_+1 " * 9 + "boss_NN_dep_+1 Smith_NNP_nsubj_+1 left_VBD_ROOT_+0", []),
]
BEHIND = [
    ("Smith of Vexo", "", ["Vexo"]),
    ("Smith at Vexo", "", []),
    ("Smith at Vexo", "Smith", ["Vexo"]),
    ("Smith for Vexo", "Smith", []),
    ("Smith , at Vexo", "", ["Vexo"]),
    ("Smith , for Vexo", "", []),
    ("Smith", "", []),
    ("Smith ,", "", []),
    ("Smith of", "", []),
    ("Smith , of", "", []),
    ("Smith , writing for Vexo", "", ["Vexo"]),
    ("Smith , writing in Vexo", "", ["Vexo"]),
    ("Smith , writing of Vexo", "", []),
    ("Smith , writing", "", []),
    ("Smith , speaking for Vexo", "", ["Vexo"]),
    ("Smith , speaking at Vexo", "", []),
    ("Smith , sleeping at Vexo", "", []),
    ("Smith writing for Vexo", "Smith", []),
    ("Smith of Tulsa firm Vexo", "", ["Vexo"]),
    ("Smith of Stone firm Vexo", "", []),
    ("Smith of “ Vexo", "", ["Vexo"]),
    ("Smith of running Vexo", "", []),
    ("Smith of Vexo shoes", "", []),
    ("Smith of Vexo firms", "", ["Vexo"]),
    ("Smith of Vexo running", "", ["Vexo"]),
    ("Smith of Tulsa", "", []),
    ("Smith of " + "the " * 6 + "Vexo", "", ["Vexo"]),
    ("Smith of " + "the " * 7 + "Vexo", "", []),
    ("Smith and Stone of Vexo", "", ["Vexo"]),
    ("Smith and Stone at Vexo", "", []),
    ("Smith and Stone at Vexo", "Smith", ["Vexo"]),
    ("Smith or Stone of Vexo", "", []),
]
TAGS = {"firm": "NN", "firms": "NNS", "shoes": "NNS", "the": "DT", "running": "VBG", "of": "IN", "at": "IN"}


@pytest.mark.parametrize(("text", "bodies"), [*BESIDE, *OWNERS, *ROLES])
def test_a_name_has_the_organisations_beside_it(text: str, bodies: list[str]) -> None:
    """Premodifier, preposition, clause and what somebody writes for, at their distances."""
    assert [name for name, _ in served(scene(text, NAMES), "Smith")] == bodies


@pytest.mark.parametrize(("text", "speaks", "bodies"), BEHIND)
def test_a_name_has_the_organisation_behind_it(text: str, speaks: str, bodies: list[str]) -> None:
    """By its words alone: a comma, "of", or a source, and an organisation that ends its phrase."""
    cells = []
    for number, word in enumerate(text.split()):
        tag = TAGS.get(word, "NNP" if word[0].isupper() else "" if word == "“" else "CC")
        joined = number == 2 and word == "Stone"
        cells.append(f"{word}_{tag}_{'conj' if joined else 'dep' if number else 'ROOT'}_0")
    context = scene(" ".join(cells), NAMES, speaks=[speaks] if speaks else ())
    assert [name for name, _ in served(context, "Smith")] == bodies


def test_an_organisation_behind_a_name_may_be_a_description() -> None:
    """Where a name is known for it: "of the New York delegation"; a bare noun is passed over."""
    text = "Smith_NNP_ROOT_+0 of_IN_dep_0 the_DT_det_+1 {}_NN_dep_0 Vexo_NNP_dep_0"
    for noun, names, bodies in (("delegation", ((3, 4),), ["delegation"]), ("firm", (), ["Vexo"])):
        context = scene(text.format(noun), NAMES)
        teach(context, f"the {noun}", names=names)
        assert [name for name, _ in served(context, "Smith")] == bodies


def test_what_somebody_was_is_told_by_the_verb() -> None:
    """A relative clause in the past tells nothing."""
    text = "Smith_NNP_nsubj_+5 who_WP_nsubj_+1 {}_VBD_{}_-2 for_IN_prep_-1 Vexo_NNP_pobj_-1 left_VBD_ROOT_+0"
    for verb, dep, found in (
        ("worked", "relcl", []),
        ("worked", "ccomp", []),
        ("speaks", "relcl", [("Vexo", 1)]),
    ):
        assert served(scene(text.format(verb, dep), NAMES), "Smith") == found


@pytest.mark.parametrize(
    ("before", "over"),
    [
        ("former_JJ_amod_+1 Vexo_NNP_compound_+1", True),
        ("new_JJ_amod_+1 Vexo_NNP_compound_+1", False),
        ("former_JJ_amod_+1 and_CC_cc_+1 Vexo_NNP_compound_+1", False),
        ("former_JJ_amod_+1 " + "new_JJ_amod_+1 " * 6 + "Vexo_NNP_compound_+1", True),
        ("former_JJ_amod_+1 " + "new_JJ_amod_+1 " * 7 + "Vexo_NNP_compound_+1", False),
    ],
)
def test_what_is_over_stands_before_a_name(before: str, over: bool) -> None:
    """Eight nouns and adjectives before the name, no further, and nothing else between."""
    context = scene(f"{before} Smith_NNP_ROOT_+0 former_JJ_amod_-1", NAMES)
    assert served(context, "Smith") == ([] if over else [("Vexo", 1)])


TITLES = [
    ("Texas_NNP_dep_+2 Gov._NNP_dep_+1 Smith_NNP_ROOT_+0", ("gov.",), ["Texas"]),
    ("Texas_NNP_dep_+2 Sen._NNP_dep_+1 Smith_NNP_ROOT_+0", ("sen.",), []),
    ("Gov._NNP_dep_+1 Smith_NNP_ROOT_+0 Texas_NNP_dep_-1", ("gov.",), []),
    (
        "Vexo_NNP_dep_+4 Vice_NNP_dep_+3 -_HYPH_dep_+2 President_NNP_dep_+1 Smith_NNP_ROOT_+0",
        ("vice-president",),
        ["Vexo"],
    ),
    ("Vexo_NNP_dep_+3 Vice_NNP_dep_+2 President_NNP_dep_+1 Smith_NNP_ROOT_+0", ("vice president",), ["Vexo"]),
    ("Vexo_NNP_dep_+4 of_IN_dep_+3 Vice_NNP_dep_+2 President_NNP_dep_+1 Smith_NNP_ROOT_+0", ("vice president",), []),
    ("Smith_NNP_ROOT_+0", ("gov.",), []),
    ("Vexo_NNP_dep_+1 Smith_NNP_ROOT_+0", (), []),
]


@pytest.mark.parametrize(("text", "titles", "bodies"), TITLES)
def test_a_title_has_the_organisation_before_it(text: str, titles: tuple[str, ...], bodies: list[str]) -> None:
    """The token before the title counts, however many tokens the title has."""
    assert [name for name, _ in served(scene(text, NAMES, titles={"Smith": titles}), "Smith")] == bodies


def test_a_title_belongs_to_an_organisation_that_the_article_names() -> None:
    """A senator sits in the Senate, a state senator in the state's; a governor in neither."""
    end = "Smith_NNP_ROOT_+0 Senate_NNP_dep_-1 and_CC_cc_-2 Texas_NNP_dep_+1 Senate_NNP_dep_-4"
    for before, title, bodies in (
        ("Sen._NNP_dep_+1", "sen.", ["Senate"]),
        ("state_NN_dep_+1 Sen._NNP_dep_+1", "sen.", ["Texas Senate"]),
        ("state_NN_dep_+1 old_JJ_dep_+1 Sen._NNP_dep_+1", "sen.", ["Senate"]),
        ("Gov._NNP_dep_+1", "gov.", []),
    ):
        context = scene(f"{before} {end}", {"Texas Senate": "body", **NAMES}, titles={"Smith": (title,)})
        assert [name for name, _ in served(context, "Smith")] == bodies
