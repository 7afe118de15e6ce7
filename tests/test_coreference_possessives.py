"""What belongs to whom, on tagged sentences: owners, and what their possessions stand for."""

from __future__ import annotations

import pytest
from tagged import called, introduced, meant

from quoteattr.coreference.sieves.described import Described

LEFT = "board/NN/nsubj/+1 left"


@pytest.mark.parametrize(
    ("line", "noun", "expected"),
    [
        (f"ORG[Vexo/NNP/poss/+1] {LEFT}", "board", "Vexo"),
        (f"ORG[Vexo/NNP/compound/+1] {LEFT}", "board", "Vexo"),
        (f"ORG[Vexo/NNP/nmod/+1] {LEFT}", "board", "Vexo"),
        (f"ORG[Vexo/NNP/amod/+1] {LEFT}", "board", "Vexo"),
        (f"ORG[Vexo/NNP/x/+1] {LEFT}", "board", "-"),
        ("board/NN/nsubj/+2 ORG[Vexo/NNP/poss/-1] left", "board", "-"),
        (f"ORG[Vexo/NNP/poss/+2] ORG[Brella/NNP/compound/+1] {LEFT}", "board", "Brella"),
        (f"it/PRP/poss/+2 ORG[Brella/NNP/compound/+1] {LEFT}", "board", "Brella"),
        (f"ORG[Brella/NNP/compound/+2] it/PRP/poss/+1 {LEFT}", "board", "Brella"),
        # people have them by a possessive only
        ("PERSON[Hale/NNP/poss/+1] lawyer/NN/nsubj/+1 left", "lawyer", "Hale"),
        ("PERSON[Hale/NNP/compound/+1] lawyer/NN/nsubj/+1 left", "lawyer", "-"),
        # places have public bodies
        ("GPE[Iowa/NNP/compound/+1] police/NN/nsubj/+1 left", "police", "Iowa"),
        ("GPE[Iowa/NNP/compound/+1] college/NN/nsubj/+1 left", "college", "Iowa"),
        ("GPE[Iowa/NNP/compound/+1] company/NN/nsubj/+1 left", "company", "-"),
        ("ORG[Vexo/NNP/compound/+1] company/NN/nsubj/+1 left", "company", "Vexo"),
        ("GPE[Iowa/NNP/compound/+1] report/NN/nsubj/+1 left", "report", "Iowa"),
        # campaigns
        ("PERSON[Hale/NNP/x/+1] campaign/NN/compound/+1 manager/NN left", "campaign", "Hale"),
        ("PERSON[Hale/NNP/poss/+2] campaign/NN/compound/+1 manager/NN left", "campaign", "Hale"),
        ("campaign/NN/compound/+2 PERSON[Hale/NNP/poss/+1] manager/NN left", "campaign", "-"),
        ("campaign/NN/nsubj/+3 of/IN/prep/-1 PERSON[Hale/NNP/pobj/-1] left", "campaign", "Hale"),
        ("campaign/NN/nsubj/+3 for/IN/prep/-1 PERSON[Hale/NNP/pobj/-1] left", "campaign", "-"),
        ("campaign/NN/nsubj/+4 so/RB of/IN/prep/-2 PERSON[Hale/NNP/pobj/-1] left", "campaign", "-"),
        ("campaign/NN/nsubj/+3 of/IN/prep/-1 ORG[Vexo/NNP/pobj/-1] left", "campaign", "-"),
        ("company/NN/nsubj/+3 of/IN/prep/-1 PERSON[Hale/NNP/pobj/-1] left", "company", "-"),
        (
            "GPE[Iowa/NNP/compound/+1] campaign/NN/nsubj/+3 of/IN/prep/-1 PERSON[Hale/NNP/pobj/-1] left",
            "campaign",
            "Hale",
        ),
        ("GPE[Iowa/NNP/compound/+1] campaign/NN/nsubj/+1 left", "campaign", "-"),
        # the staff of a campaign have none
        (
            (
                "campaign/NN/nsubj/+3 of/IN/prep/-1 PERSON[Hale/NNP/pobj/-1] left || "
                "PERSON[Hale/NNP/nsubj/+1] is/VBZ/ROOT a manager/NN/attr/-2"
            ),
            "campaign",
            "-",
        ),
        (
            (
                "campaign/NN/nsubj/+3 of/IN/prep/-1 PERSON[Hale/NNP/pobj/-1] left || "
                "PERSON[Hale/NNP/nsubj/+1] is/VBZ/ROOT a candidate/NN/attr/-2"
            ),
            "campaign",
            "Hale",
        ),
        # "my" is the author's outside of quotation marks
        ("my/PRP$/poss/+1 lawyer/NN/nsubj/+1 left", "lawyer", "(author)"),
        ("{ PERSON[Hale/NNP/nsubj/+1] } said < “ my/PRP$/poss/+1 lawyer/NN/nsubj/+1 left ” >", "lawyer", "-"),
        ("her/PRP$/poss/+1 lawyer/NN/nsubj/+1 left", "lawyer", "-"),
    ],
)
def test_a_description_has_its_owner(line: str, noun: str, expected: str) -> None:
    """The nearest possessive or premodifier that makes it somebody's own."""
    context = introduced(line).context
    mention = context.document.at_head[context.parse.words.index(noun)]
    assert mention.noun is not None
    owner = Described(context, mention, mention.noun).owner
    told = "-" if owner is None else "(author)" if owner is context.author else called(context, owner)
    assert told == expected


BOARD = "ORG[Vexo/NNP/poss/+1] board/NN left"
CAMPAIGN = "PERSON[Hale/NNP/poss/+1] campaign/NN left"


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (BOARD, "Vexo board | possessive-own"),
        (f"{BOARD} . || {BOARD}", "Vexo board | possessive-same-owner"),
        (f"{BOARD} . || ORG[Brella/NNP/poss/+1] board/NN left", "Brella board | possessive-own"),
        (f"{BOARD} . || ORG[Vexo/NNP/poss/+1] council/NN left", "Vexo council | possessive-own"),
        (f"{BOARD} . || the board/NN left", "Vexo board | description-same-organisation"),
        (f"{BOARD} . || a board/NN of/IN/prep/-1 ORG[Vexo/NNP/pobj/-1] met", "Vexo board | description-part-of"),
        (f"{BOARD} . || a board/NN of/IN/prep/-1 ORG[Brella/NNP/pobj/-1] met", "-"),
        # the campaign of a candidate, whatever noun names it
        (CAMPAIGN, "Hale campaign | possessive-own"),
        (f"{CAMPAIGN} . || PERSON[Hale/NNP/poss/+1] team/NN left", "Hale campaign | possessive-same-owner"),
        (f"{CAMPAIGN} . || the team/NN left", "Hale campaign | description-same-organisation"),
        # the government of a place
        ("GPE[France/NNP/poss/+1] government/NN left", "France | possessive-government"),
        ("GPE[France/NNP/poss/+1] police/NN left", "France police | possessive-own"),
        # people and documents by number
        (
            "ORG[Vexo/NNP/poss/+1] members/NNS met || ORG[Vexo/NNP/poss/+1] members/NNS",
            "(Vexo members) | possessive-same-owner",
        ),
        ("ORG[Vexo/NNP/poss/+1] reports/NNS met || ORG[Vexo/NNP/poss/+1] report/NN", "(Vexo report) | possessive-own"),
        (
            "ORG[Vexo/NNP/poss/+1] report/NN met || ORG[Vexo/NNP/poss/+1] report/NN",
            "(Vexo report) | possessive-same-owner",
        ),
        ("ORG[Vexo/NNP/poss/+1] zorn/NN met || { ORG[Vexo/NNP/poss/+1] zorn/NN/nsubj } said", "-"),
    ],
)
def test_what_an_owner_has_is_the_same_again(line: str, expected: str) -> None:
    """By its owner and its noun; others have one of their own."""
    assert meant(line) == expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("ORG[Vexo/NNP/poss/+1] board/NN/ROOT left", "Vexo board"),
        ("ORG[Vexo/NNP/poss/+1] board/NN/ROOT of/IN/prep/-1 soap/NN/pobj/-1 left", "Vexo board of soap"),
        ("ORG[Vexo/NNP/poss/+1] board/NN/ROOT of/IN/prep/-1 the old/JJ soap/NN/pobj/-3 left", "(Vexo board)"),
        ("ORG[Vexo/NNP/poss/+1] board/NN/ROOT so/RB of/IN/prep/-2 soap/NN/pobj/-1 left", "Vexo board"),
        ("ORG[Vexo/NNP] board/NN left", "Vexo board"),
        ("ORG[Vexo/NNP] editorial/JJ board/NN left", "Vexo editorial board"),
        ("ORG[Vexo/NNP] big/JJ editorial/JJ board/NN left", "Vexo big editorial board"),
        ("ORG[Vexo/NNP] so/JJ big/JJ editorial/JJ board/NN left", "(Vexo so big editorial board)"),
        ("ORG[Vexo/NNP/compound/+2] so/RB board/NN left", "(Vexo so board)"),
        ("ORG[Vexo/NNP] soap/NN board/NN left", "Vexo soap board"),
        ("GPE[Iowa/NNP/compound/+1] police/NN left", "Iowa police"),
        ("GPE[Iowa/NNP/compound/+2] old/JJ police/NN left", "(Iowa old police)"),
        ("GPE[Iowa/NNP/compound/+1] state/NN left", "(Iowa state)"),
        ("ORG[Vexo/NNP/compound/+1] college/NN left", "(Vexo college)"),
        ("PERSON[Hale/NNP/poss/+1] office/NN/ROOT left", "Hale office"),
        ("PERSON[Hale/NNP/nsubj/+1] left || his/PRP$/poss/+1 office/NN/ROOT left", "(his office)"),
    ],
)
def test_an_organisation_may_be_named_by_its_owner(line: str, expected: str) -> None:
    """Here "Iowa police" and a company's board have names by what stands before the noun; others have none."""
    assert meant(line) == f"{expected} | possessive-own"


BOTH = "ORG[Vexo/NNP] met ORG[Brella/NNP] . ||"
HALE = "PERSON[Hale/NNP/nsubj] left … . ||"


@pytest.mark.parametrize(
    ("before", "noun", "served", "expected"),
    [
        (f"{BOTH} {HALE}", "company", "Vexo", "Vexo | possessive-employer"),
        (f"{BOTH} {HALE}", "company", "", "-"),
        (f"{BOTH} {HALE} ORG[Vexo/NNP] left . ||", "company", "", "-"),
        (f"{BOTH} {HALE} {2 * 'ORG[Vexo/NNP] left . || '}", "company", "", "Vexo | possessive-main-organisation"),
        (f"GPE[France/NNP] met GPE[Spain/NNP] . || {HALE}", "company", "", "-"),
        (f"a company/NN left . || {HALE}", "company", "", "(a company) | possessive-main-organisation"),
        (f"{BOTH} {HALE}", "court", "Vexo", "(his court) | possessive-own"),
        (f"{BOTH} {HALE}", "campaign", "Vexo", "(his campaign) | possessive-own"),
    ],
)
def test_his_company_is_the_one_that_he_stands_for(before: str, noun: str, served: str, expected: str) -> None:
    """Else the one that the article speaks of again and again; a court or a campaign is another matter."""
    assert meant(f"{before} his/PRP$/poss/+1 {noun}/NN left", Hale=served) == expected


COUPLE = "PERSON[Anna King] met PERSON[Carl King] ."
BESIDE = "PERSON[Anna King] left . || PERSON[Anna King/NNP/poss/+1] {}/NN/nmod/+1 PERSON[Hale/NNP/nsubj/+1] left ."


@pytest.mark.parametrize(
    ("before", "noun", "expected"),
    [
        (COUPLE, "husband", "Carl King | possessive-relative"),
        (COUPLE, "wife", "(Anna King wife) | possessive-own"),
        (COUPLE, "spouse", "(Anna King spouse) | possessive-own"),
        (COUPLE, "lawyer", "(Anna King lawyer) | possessive-own"),
        ("PERSON[Anna King] met PERSON[Carl Hale] .", "husband", "(Anna King husband) | possessive-own"),
        (f"{COUPLE} PERSON[Tom King] left .", "husband", "(Anna King husband) | possessive-own"),
        (f"{COUPLE} PERSON[Mary King] left .", "husband", "Carl King | possessive-relative"),
        (
            f"{COUPLE} PERSON[Mary King] met PERSON[Emma King] .",
            "husband",
            "(Anna King husband) | possessive-own",
        ),
        # who was named beside the noun
        (BESIDE.format("husband"), "husband", "Hale | possessive-same-owner"),
        (BESIDE.format("lawyer"), "lawyer", "Hale | possessive-same-owner"),
    ],
)
def test_relatives_are_found_by_the_surname(before: str, noun: str, expected: str) -> None:
    """The one other bearer of the owner's surname, of fitting gender, or who was named as one; among many, nobody."""
    assert meant(f"{before} || PERSON[Anna King/NNP/poss/+1] {noun}/NN/nsubj/+1 left") == expected


@pytest.mark.parametrize(
    ("hale", "owner", "served", "expected"),
    [
        ("", "ORG[Vexo/NNP/poss/+1]", "Vexo", "Hale"),
        ("", "ORG[Vexo/NNP/poss/+1]", "Brella", "-"),
        ("", "ORG[Vexo/NNP/poss/+1]", "", "Hale"),
        ("", "PERSON[Anna/NNP/poss/+1]", "", "-"),
        ("", "GPE[France/NNP/poss/+1]", "", "-"),
        ("", "GPE[France/NNP/poss/+1]", "France", "Hale"),
        ("of France/NNP", "GPE[France/NNP/poss/+1]", "", "Hale"),
        ("of France/NNP", "GPE[France/NNP/poss/+1]", "Brella", "Hale"),
        ("of Norway/NNP", "GPE[France/NNP/poss/+1]", "", "-"),
        ("of Norway/NNP", "GPE[Iowa/NNP/poss/+1]", "", "-"),
        ("", "GPE[Iowa/NNP/poss/+1]", "", "Hale"),
        ("", "GPE[Iowa/NNP/poss/+1]", "Brella", "-"),
    ],
)
def test_a_chairman_of_others_is_not_the_owners(hale: str, owner: str, served: str, expected: str) -> None:
    """Who is known by the noun is meant, unless they stand for somebody else, or for another country."""
    before = f"PERSON[Hale/NNP/nsubj] {hale} met ORG[Vexo] and ORG[Brella] and GPE[France] … . ||"
    found = meant(f"{before} {owner} chairman/NN/nsubj/+1 left", {"Hale": "chairman"}, Hale=served)
    told = "(" if found.endswith(" chairman) | possessive-own") else found
    assert told == ("Hale | possessive-holder" if expected == "Hale" else "(")
