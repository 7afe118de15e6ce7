"""Which organisation or person a description stands for, on tagged sentences, and by which rule."""

from __future__ import annotations

import pytest
from tagged import meant

SAYS = " . || { %s } said/VBD/ROOT < rain/NN > ."
ACME = "ORG[Acme/NNP/nsubj/+1] left/VBD/ROOT"
ZORBIX = "ORG[Zorbix/NNP/nsubj/+1] left/VBD/ROOT"
BANK = "a bank/NN/nsubj/+1 left/VBD/ROOT"
COMPANY = "a company/NN/nsubj/+1 left/VBD/ROOT"
FRANCE = "GPE[France/NNP/nsubj/+1] left/VBD"
ZORNTON = "GPE[Zornton/NNP/nsubj/+1] left/VBD"
SUPREME = "a supreme/JJ court/NN/nsubj/+1 left/VBD"


@pytest.mark.parametrize(
    ("before", "description", "expected"),
    [
        (ACME, "the company/NN/nsubj/!", "Acme | description-class"),
        (f"{ACME} . || {ZORBIX}", "the company/NN/nsubj/!", "Zorbix | description-class"),
        (f"{ACME} . || {COMPANY}", "the company/NN/nsubj/!", "(a company) | description-same-organisation"),
        (f"{COMPANY} . || {ACME}", "the company/NN/nsubj/!", "(a company) | description-same-organisation"),
        (f"the company/NN/nsubj/+1 left/VBD/ROOT . || {ACME}", "the company/NN/nsubj/!", "Acme | description-class"),
        (f"{ACME} . || the company/NN/nsubj/+1 left/VBD/ROOT", "the company/NN/nsubj/!", "Acme | description-class"),
        (ACME, "the union/NN/nsubj/!", "-"),
        (ACME, "the court/NN/nsubj/!", "-"),
        (
            f"a tile/NN company/NN/nsubj/+1 left/VBD/ROOT . || {COMPANY}",
            "the tile/NN company/NN/nsubj/!",
            "(a tile company) | description-same-organisation",
        ),
        (SUPREME, "the appeals/NN court/NN/nsubj/!", "-"),
        (SUPREME, "the supreme/JJ court/NN/nsubj/!", "(a supreme court) | description-same-organisation"),
        (SUPREME, "the court/NN/nsubj/!", "(a supreme court) | description-same-organisation"),
        ("companies/NNS/nsubj/+1 left/VBD", "the company/NN/nsubj/!", "-"),
        # a name before the noun
        # what is named only there may be where the company is
        (ACME, "the ORG[Zorbix] company/NN/nsubj/!", "Acme | description-class"),
        (
            f"{ACME} . || ORG[Zorbix/NNP/nsubj/+1] left/VBD",
            "the ORG[Zorbix] company/NN/nsubj/!",
            "Zorbix | description-name-before",
        ),
        (ACME, "the ORG[Zorbix] bank/NN/nsubj/!", "(the Zorbix bank) | possessive-own"),
        (BANK, "the ORG[Zorbix] bank/NN/nsubj/!", "(the Zorbix bank) | possessive-own"),
        (
            "an old/JJ bank/NN/nsubj/+1 left/VBD",
            "the ORG[Zorbix] old/JJ bank/NN/nsubj/!",
            "(the Zorbix old bank) | possessive-own",
        ),
        (ACME, "the GPE[Ohio] company/NN/nsubj/!", "Acme | description-class"),
        # what tells it apart
        (ACME, "the company/NN/nsubj/! for/IN/prep/-1 ORG[Zorbix/NNP/pobj/-1]", "-"),
        (ACME, "the company/NN/nsubj/! with/IN/prep/-1 ORG[Zorbix/NNP/pobj/-1]", "Acme | description-class"),
        (ACME, "the company/NN/nsubj/! for/IN/prep/-1 rain/NN/pobj/-1", "Acme | description-class"),
        (ACME, f"the company/NN/nsubj/! for/IN/prep/-1 {'b/JJ ' * 6}ORG[Zorbix/NNP/pobj/-7]", "-"),
        (
            ACME,
            f"the company/NN/nsubj/! for/IN/prep/-1 {'b/JJ ' * 7}ORG[Zorbix/NNP/pobj/-8]",
            "Acme | description-class",
        ),
        (ACME, "the company/NN/nsubj/! that/WDT/x/+1 left/VBD/relcl/-2", "-"),
        (ACME, "the company/NN/nsubj/! , that/WDT/x/+1 left/VBD/relcl/-3", "Acme | description-class"),
        # governments
        (FRANCE, "the government/NN/nsubj/!", "France | description-same-organisation"),
        (FRANCE, "the country/NN/nsubj/!", "France | description-same-organisation"),
        (FRANCE, "the city/NN/nsubj/!", "-"),
        (FRANCE, "the federation/NN/nsubj/!", "-"),
        (FRANCE, "the company/NN/nsubj/!", "-"),
        (ZORNTON, "the city/NN/nsubj/!", "Zornton | description-same-organisation"),
        (ZORNTON, "the country/NN/nsubj/!", "-"),
        (ACME, "the government/NN/nsubj/! in/IN/prep/-1 GPE[France/NNP/pobj/-1]", "France | description-government-in"),
        (ACME, "the government/NN/nsubj/! of/IN/prep/-1 GPE[France/NNP/pobj/-1]", "France | description-government-in"),
        (ACME, "the government/NN/nsubj/! for/IN/prep/-1 GPE[France/NNP/pobj/-1]", "-"),
        (ACME, "the government/NN/nsubj/! b in/IN/prep/-2 GPE[France/NNP/pobj/-1]", "-"),
        (ACME, "the government/NN/nsubj/! in/IN/prep/-1 ORG[Zorbix/NNP/pobj/-1]", "-"),
        ("a Tory/JJ government/NN/nsubj/+1 left/VBD", "the government/NN/nsubj/!", "-"),
        ("the Tory/JJ government/NN/nsubj/+1 left/VBD", "the government/NN/nsubj/!", "-"),
        (
            "the government/NN/nsubj/+1 left/VBD",
            "the government/NN/nsubj/!",
            "(the government) | description-same-unnamed-organisation",
        ),
    ],
)
def test_which_organisation_is_meant(before: str, description: str, expected: str) -> None:
    """The one called so last, else the named one of its class; nothing that the description rules out."""
    assert meant(before + SAYS % description) == expected


ANNA = "PERSON[Anna/NNP/nsubj/+1] left/VBD/ROOT"
PETER = "PERSON[Peter/NNP/nsubj/+1] left/VBD/ROOT"
SPOKE = "{ PERSON[Peter/NNP/nsubj/+2] } spoke/VBD/ROOT < rain/NN >"
RAIN = "it/PRP/nsubj/+1 fell/VBD/ROOT . || "


@pytest.mark.parametrize(
    ("before", "description", "known", "expected"),
    [
        (ANNA, "the nurse/NN/nsubj/!", {"Anna": "nurse"}, "Anna | description-called"),
        (f"{ANNA} . || {PETER}", "the nurse/NN/nsubj/!", {"Anna": "nurse"}, "Anna | description-called"),
        (
            f"{ANNA} . || {PETER}",
            "the nurse/NN/nsubj/!",
            {"Anna": "nurse", "Peter": "nurse"},
            "Peter | description-called",
        ),
        (
            f"{SPOKE} . || {ANNA}",
            "the nurse/NN/nsubj/!",
            {"Anna": "nurse", "Peter": "nurse"},
            "Peter | description-called",
        ),
        (
            f"{SPOKE} . || {ANNA}",
            "the old/JJ nurse/NN/nsubj/!",
            {"Anna": "nurse old", "Peter": "nurse"},
            "Anna | description-called",
        ),
        (ANNA, "the physician/NN/nsubj/!", {"Anna": "doctor"}, "Anna | description-called"),
        (ANNA, "the chairwoman/NN/nsubj/!", {"Anna": "chairman"}, "Anna | description-called"),
        (PETER, "the actress/NN/nsubj/!", {"Peter": "actress"}, "-"),
        ("a doctor/NN/nsubj/+1 left/VBD", "the physician/NN/nsubj/!", {}, "-"),
        ("a doctor/NN/nsubj/+1 left/VBD", "the doctor/NN/nsubj/!", {}, "(a doctor) | description-called"),
        (
            "the senator/NN/nsubj/+1 left/VBD",
            "the senator/NN/nsubj/!",
            {},
            "(the senator) | description-called-unnamed",
        ),
        (ANNA, "the other/JJ nurse/NN/nsubj/!", {"Anna": "nurse"}, "-"),
        # by party
        (ANNA, "the Republican/JJ senator/NN/nsubj/!", {"Anna": "senator democrat"}, "-"),
        (ANNA, "the Republican/JJ senator/NN/nsubj/!", {"Anna": "senator republican"}, "Anna | description-called"),
        (ANNA, "the Republican/JJ senator/NN/nsubj/!", {"Anna": "senator"}, "Anna | description-called"),
        # the content names somebody
        (ANNA, "the nurse/NN/nsubj/! } said/VBD < PERSON[Anna/NNP] left > || {", {"Anna": "nurse"}, "-"),
        # somebody spoken of
        (ANNA, "the author/NN/nsubj/!", {}, "Anna | description-spoken-of"),
        (ANNA, "the farmer/NN/nsubj/!", {}, "-"),
        (ANNA, "the retired/JJ farmer/NN/nsubj/!", {}, "Anna | description-spoken-of"),
        (ANNA, "the trauma/NN surgeon/NN/nsubj/!", {}, "-"),
        (ANNA, "the witness/NN/nsubj/!", {}, "-"),
        (ANNA, "the retired/JJ witness/NN/nsubj/!", {}, "Anna | description-spoken-of"),
        (ANNA, "the woman/NN/nsubj/!", {}, "Anna | description-spoken-of"),
        (ANNA, "the mayor/NN/nsubj/!", {}, "-"),
        (ANNA, "the Tulsa/NNP mayor/NN/nsubj/!", {}, "Anna | description-spoken-of"),
        (ANNA, "the health/NN secretary/NN/nsubj/!", {}, "Anna | description-spoken-of"),
        (ANNA, "the critic/NN/nsubj/!", {}, "-"),
        (ANNA, "the friend/NN/nsubj/!", {}, "-"),
        (ANNA, "a farmer/NN/nsubj/!", {}, "-"),
        (ANNA, "this farmer/NN/nsubj/!", {}, "Anna | description-spoken-of"),
        (ANNA, "the PERSON[Carl/NNP/poss/+1] farmer/NN/nsubj/!", {}, "(the Carl farmer) | possessive-own"),
        (ANNA, "the farmer/NN/nsubj/! in/IN/prep/-1 black/NN/pobj/-1", {}, "-"),
        (ANNA, "the author/NN/nsubj/! who/WP/nsubj/+1 left/VBD/relcl/-2", {}, "-"),
        (ANNA, "the author/NN/nsubj/! , who/WP/nsubj/+1 left/VBD/relcl/-3", {}, "Anna | description-spoken-of"),
        (f"{ANNA} . || {PETER}", "the author/NN/nsubj/!", {}, "Peter | description-spoken-of"),
        (f"{SPOKE} . || {ANNA}", "the author/NN/nsubj/!", {}, "Anna | description-spoken-of"),
        (
            f"{SPOKE} . || it/PRP/nsubj/+1 met/VBD PERSON[Anna/NNP/dobj/-1]",
            "the author/NN/nsubj/!",
            {},
            "Anna | description-spoken-of",
        ),
        (
            "it/PRP/nsubj/+1 met/VBD PERSON[Anna/NNP/dobj/-1]",
            "the author/NN/nsubj/!",
            {},
            "Anna | description-spoken-of",
        ),
        (
            f"{PETER} . || it/PRP/nsubj/+1 met/VBD PERSON[Anna/NNP/dobj/-1]",
            "the author/NN/nsubj/!",
            {},
            "Anna | description-spoken-of",
        ),
        # either of two who act together
        (
            "PERSON[Carl/NNP/nsubj/+3] and/CC/cc/-1 PERSON[Anna/NNP/conj/-2] left/VBD",
            "the author/NN/nsubj/!",
            {},
            "-",
        ),
        (f"{ANNA} . || {RAIN}{RAIN}it/PRP", "the author/NN/nsubj/!", {}, "-"),
        (f"{ANNA} . || {RAIN}it/PRP", "the author/NN/nsubj/!", {}, "Anna | description-spoken-of"),
        (f"{ANNA} {'it/PRP ' * 24}", "the author/NN/nsubj/!", {}, "Anna | description-spoken-of"),
        (f"{ANNA} {'it/PRP ' * 25}", "the author/NN/nsubj/!", {}, "-"),
        (f"{SPOKE} . || {RAIN}{RAIN}{RAIN}it/PRP", "the author/NN/nsubj/!", {}, "Peter | description-spoken-of"),
        # a candidate is whom the article names most
        (f"{ANNA} . || {PETER}", "the candidate/NN/nsubj/!", {}, "Peter | description-candidate"),
        (f"{ANNA} . || {ANNA} . || {PETER}", "the candidate/NN/nsubj/!", {}, "Anna | description-candidate"),
        (
            f"{ANNA} . || {ANNA} . || {PETER}",
            "the candidate/NN/nsubj/!",
            {"Anna": "president"},
            "Peter | description-candidate",
        ),
        (ANNA, "the candidate/NN/nsubj/!", {"Anna": "campaign"}, "-"),
        (f"{PETER} . || {ANNA}", "the candidate/NN/nsubj/!", {"Anna": "campaign"}, "Peter | description-candidate"),
        (f"{ANNA} . || {RAIN}{RAIN}{RAIN}it/PRP", "the candidate/NN/nsubj/!", {}, "-"),
        (
            f"{ANNA} . || {ANNA} . || {ANNA} . || {RAIN}{RAIN}{RAIN}it/PRP",
            "the candidate/NN/nsubj/!",
            {},
            "Anna | description-candidate",
        ),
        (
            f"{ANNA} . || {ANNA} . || {ANNA} . || {RAIN}{RAIN}{PETER}",
            "the candidate/NN/nsubj/!",
            {},
            "Anna | description-candidate",
        ),
        (
            f"{ANNA} . || {ANNA} . || {RAIN}{RAIN}{PETER}",
            "the candidate/NN/nsubj/!",
            {},
            "Peter | description-candidate",
        ),
    ],
)
def test_which_person_is_meant(before: str, description: str, known: dict[str, str], expected: str) -> None:
    """The one called so; for nouns that take up somebody, whoever is spoken of."""
    assert meant(before + SAYS % description, known) == expected


@pytest.mark.parametrize(
    ("before", "description", "expected"),
    [
        (
            "PERSON[Anna/NNP/nsubj/+3] of Ohio/NNP left/VBD",
            "the Ohio/NNP senator/NN/nsubj/!",
            "Anna | description-called",
        ),
        ("PERSON[Anna/NNP/nsubj/+3] of Ohio/NNP left/VBD", "the Iowa/NNP senator/NN/nsubj/!", "-"),
        (ANNA, "the Iowa/NNP senator/NN/nsubj/!", "Anna | description-called"),
        (SPOKE, "the Iowa/NNP lawyer/NN/nsubj/!", "Peter | description-called"),
        (ANNA, "the French/JJ mayor/NN/nsubj/!", "-"),
        (SPOKE, "the French/JJ mayor/NN/nsubj/!", "Peter | description-called"),
        (ANNA, "the Iowa/NNP mayor/NN/nsubj/!", "Anna | description-called"),
        (ANNA + " it/PRP" * 10, "the Iowa/NNP senator/NN/nsubj/!", "Anna | description-called"),
        (f"{ANNA} . || " + "GPE[France/NNP] " * 10, "the Iowa/NNP senator/NN/nsubj/!", "Anna | description-called"),
        (f"{ANNA} . || " + "GPE[France/NNP] " * 11, "the Iowa/NNP senator/NN/nsubj/!", "Anna | description-spoken-of"),
        (ANNA, "the Iowa/NNP lawyer/NN/nsubj/!", "-"),
    ],
)
def test_places_rule_people_out(before: str, description: str, expected: str) -> None:
    """Somebody of elsewhere is not meant, nor somebody of nowhere by a foreign office."""
    known = {name: "senator lawyer mayor" for name in ("Anna", "Peter") if name in before}
    assert meant(before + SAYS % description, known) == expected


TWO = f"{ANNA} . || {ACME} . || {ZORBIX}"


@pytest.mark.parametrize(
    ("description", "nouns", "served", "expected"),
    [
        ("the ORG[Acme] boss/NN/nsubj/!", "", "", "Anna | description-spoken-of"),
        ("the ORG[Acme] lawyer/NN/nsubj/!", "", "Zorbix", "-"),
        ("the ORG[Acme] lawyer/NN/nsubj/!", "lawyer", "Zorbix", "-"),
        ("the ORG[Acme] lawyer/NN/nsubj/!", "", "Zorbix Acme", "Anna | description-of-organisation"),
        ("the former/JJ ORG[Acme] lawyer/NN/nsubj/!", "lawyer", "Zorbix", "Anna | description-called"),
        ("the singer/NN/nsubj/!", "", "Zorbix", "Anna | description-spoken-of"),
    ],
)
def test_organisations_rule_people_out(description: str, nouns: str, served: str, expected: str) -> None:
    """Whoever serves Acme is "the Acme lawyer", and nobody of Zorbix is; a former one may be."""
    assert meant(TWO + SAYS % description, {"Anna": nouns}, Anna=served) == expected


COUNTRIES = f"{ANNA} . || GPE[France/NNP] met/VBD GPE[Spain/NNP]"


@pytest.mark.parametrize(
    ("served", "expected"),
    [("", "-"), ("France", "Anna | description-called"), ("Spain", "-"), ("Spain France", "Anna | description-called")],
)
def test_whoever_serves_a_place_is_of_it(served: str, expected: str) -> None:
    """Nobody who serves another is, nor somebody of whom nothing is known by an office of elsewhere."""
    assert meant(COUNTRIES + SAYS % "the French/JJ mayor/NN/nsubj/!", {"Anna": "mayor"}, Anna=served) == expected


@pytest.mark.parametrize(
    ("before", "description", "expected"),
    [
        ("a report/NN left", "the report/NN", "(a report) | description-same-noun"),
        ("a report/NN left", "the study/NN", "(a report) | description-same-noun"),
        ("a study/NN left", "the letter/NN", "-"),
        ("nurses/NNS left", "nurses/NNS", "(nurses) | description-same-noun"),
        ("old/JJ nurses/NNS left", "nurses/NNS", "(old nurses) | description-same-noun"),
        ("nurses/NNS left", "old/JJ nurses/NNS", "-"),
        ("a nurse/NN left", "nurses/NNS", "-"),
        ("a report/NN left", "the reports/NNS", "-"),
        ("old/JJ nurses/NNS left", "the nurses/NNS", "(old nurses) | description-same-noun"),
        ("nurses/NNS left", "the nurses/NNS in/IN/prep/-1 black/NN/pobj/-1", "-"),
    ],
)
def test_the_same_noun_again(before: str, description: str, expected: str) -> None:
    """Of documents one that means the same will do; several are those who are called no more than they were."""
    assert meant(before + " . || " + description) == expected


@pytest.mark.parametrize(
    ("before", "expected"),
    [
        (ANNA, "Anna | description-latter"),
        (f"{ANNA} {'it/PRP ' * 9}", "Anna | description-latter"),
        (f"{ANNA} {'it/PRP ' * 10}", "-"),
        (f"{ANNA} . || {ACME}", "Acme | description-latter"),
        (f"{ANNA} PRODUCT[Zorbix]", "Anna | description-latter"),
        (f"{ANNA} a farmer/NN", "Anna | description-latter"),
    ],
)
def test_the_latter_is_whoever_was_named_last(before: str, expected: str) -> None:
    """Of the last ten mentions, and by no pronoun; nothing of which nobody knows what it is."""
    assert meant(before + SAYS % "the latter/NN/nsubj/!") == expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("a ORG[Vexo] poll/NN left", "Vexo poll | description-poll-of-maker"),
        ("ORG[Vexo] poll/NN left", "Vexo poll | description-poll-of-maker"),
        ("ORG[Vexo] poll/NN left || ORG[Vexo] survey/NN left", "Vexo poll | description-poll-of-maker"),
        ("a GPE[Iowa] poll/NN left", "-"),
        ("a PERSON[Hale] poll/NN left", "-"),
        ("ORG[Vexo] polls/NNS left", "-"),
        ("ORG[Vexo/NNP/poss/+2] 's/POS/case/-1 poll/NN left", "(Vexo 's poll) | description-poll-of-maker"),
        (f"ORG[Vexo] {'old/JJ ' * 10}poll/NN left", f"Vexo {'old ' * 10}poll | description-poll-of-maker"),
        (f"ORG[Vexo] {'old/JJ ' * 11}poll/NN left", f"(Vexo {'old ' * 11}poll) | description-poll-of-maker"),
        ("poll/NN of/IN/prep/-1 ORG[Vexo/NNP/pobj/-1] left", "-"),
        ("ORG[Vexo] poll/NN left || the poll/NN left", "Vexo poll | description-same-poll"),
        ("ORG[Vexo] poll/NN left || the PERSON[Hale] poll/NN left", "-"),
    ],
)
def test_polls_have_names(line: str, expected: str) -> None:
    """From the first name on, twelve tokens at most, by no person and no place; the same maker's poll is the same."""
    assert meant(line) == expected


PAIR = "{ PERSON[Anna/NNP/nsubj/+3] and/CC/cc/-1 PERSON[Peter/NNP/conj/-2] } spoke/VBD/ROOT < rain/NN > . ||"
MET = "PERSON[Anna/NNP/nsubj/+1] met/VBD/ROOT PERSON[Peter/NNP/dobj/-1] . ||"
FELL = " rain/NN fell/VBD/ROOT . ||"


@pytest.mark.parametrize(
    ("before", "description", "nouns", "expected"),
    [
        (PAIR, "the/DT/det/+1 two/CD/nsubj/!", "", "Anna and Peter | description-spoke-together"),
        (PAIR + FELL * 2, "the/DT/det/+1 two/CD/nsubj/!", "", "Anna and Peter | description-spoke-together"),
        (PAIR + FELL * 3, "the/DT/det/+1 two/CD/nsubj/!", "", "-"),
        (PAIR + FELL * 2, "the two/CD actresses/NNS/nsubj/!", "", "-"),
        (PAIR, "the nurses/NNS/nsubj/!", "nurse", "Anna and Peter | description-spoke-together"),
        (PAIR + FELL * 7, "the nurses/NNS/nsubj/!", "nurse", "Anna and Peter | description-spoke-together"),
        (PAIR + FELL * 8, "the nurses/NNS/nsubj/!", "nurse", "-"),
        (PAIR, "the farmers/NNS/nsubj/!", "nurse", "-"),
        (PAIR, "nurses/NNS/nsubj/!", "nurse", "-"),
        (MET, "the/DT/det/+1 two/CD/nsubj/!", "", "Anna and Peter | description-two-named-last"),
        (MET, "both/DT nurses/NNS/nsubj/!", "", "Anna and Peter | description-two-named-last"),
        (MET, "the two/CD nurses/NNS/nsubj/!", "", "Anna and Peter | description-two-named-last"),
        (MET, "the two/CD Democratic/JJ nurses/NNS/nsubj/!", "", "-"),
        (MET, "the nurses/NNS/nsubj/!", "", "-"),
        (MET, "the/DT/det/+1 two/CD/nsubj/! of/IN/prep/-1 rain/NN/pobj/-1", "", "-"),
        (MET + FELL, "the/DT/det/+1 two/CD/nsubj/!", "", "Anna and Peter | description-two-named-last"),
        (MET + FELL * 2, "the/DT/det/+1 two/CD/nsubj/!", "", "-"),
        ("", "two/CD rivals/NNS/nsubj/! , PERSON[Anna] and PERSON[Peter]", "", "Anna and Peter | description-list"),
        ("", "two/CD rivals/NNS/nsubj/! , PERSON[Anna] and ORG[Acme]", "", "-"),
        ("", "two/CD reports/NNS/nsubj/! , PERSON[Anna] and PERSON[Peter]", "", "-"),
    ],
)
def test_several_are_those_who_spoke_together_or_were_named_last(
    before: str, description: str, nouns: str, expected: str
) -> None:
    """By what each of them is called, by their number, or by the list of their names."""
    known = dict.fromkeys(("Anna", "Peter"), nouns) if before else {}
    assert meant(f"{before} {{ {description} }} said/VBD/ROOT < rain/NN > .", known) == expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("PERSON[Anna/NNP/nsubj/+1] left/VBD/ROOT … as/IN/prep/-5 mayor/NN/pobj/-1", "Anna | description-as-office"),
        ("PERSON[Anna/NNP/nsubj/+1] left/VBD/ROOT … as/IN/prep/-5 the mayor/NN/pobj/-2", "-"),
        ("PERSON[Anna/NNP/nsubj/+1] left/VBD/ROOT … with/IN/prep/-5 mayor/NN/pobj/-1", "-"),
        ("PERSON[Anna/NNP/nsubj/+1] left/VBD/ROOT … as/IN/prep/-5 mayors/NNS/pobj/-1", "-"),
        ("PERSON[Peter/NNP/nsubj/+1] left/VBD/ROOT … as/IN/prep/-5 chairwoman/NN/pobj/-1", "-"),
        ("ORG[Acme/NNP/nsubj/+1] left/VBD/ROOT … as/IN/prep/-5 mayor/NN/pobj/-1", "-"),
        (
            "PERSON[Peter/NNP/nsubj/+1] made/VBD/ROOT PERSON[Anna/NNP/dobj/-1] … as/IN/prep/-6 mayor/NN/pobj/-1",
            "Anna | description-as-office",
        ),
        (
            "it/PRP/nsubj/+1 ended/VBD/ROOT PERSON[Anna/NNP/poss/+1] term/NN/dobj/-2 as/IN/prep/-1 mayor/NN/pobj/-1",
            "Anna | description-as-office",
        ),
    ],
)
def test_what_stands_behind_as_is_who_holds_the_office(line: str, expected: str) -> None:
    """Whose term it is, who is made it, or who does the thing; an office with an article is somebody's."""
    assert meant(line) == expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("the Iranian/JJ government/NN left", "Iranian government | description-power-of-place"),
        ("the Iranian/JJ army/NN left", "Iranian army | description-power-of-place"),
        ("the Tory/JJ government/NN left", "-"),
        ("the Iranian/JJ court/NN left", "-"),
        ("the old/JJ government/NN left", "-"),
    ],
)
def test_powers_of_state_have_names(line: str, expected: str) -> None:
    """The place before it and the noun; no party's government, and no court."""
    assert meant(line) == expected
