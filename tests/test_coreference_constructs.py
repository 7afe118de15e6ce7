"""What stands beside a name says who that is: apposition, premodifiers, copulas and sources that end in a name."""

from __future__ import annotations

import pytest
from tagged import bearers, introduced, tagged

from quoteattr.coreference.constructs import APPOSITION, COPULA, PREMODIFIER
from quoteattr.coreference.engine import resolve_anaphora
from quoteattr.coreference.entities import MentionType
from quoteattr.coreference.gazetteer import gazetteer
from quoteattr.coreference.sieves.names_behind import names_behind
from quoteattr.coreference.sieves.precise import RULES

BE = "is/VBZ/ROOT"


def constructs(line: str) -> list[str]:
    """Each construct as "name: noun rule", with "=" where the description stands for who bears the name."""
    article = introduced(line)
    document, entities = article.context.document, article.context.entities
    out = []
    for one in article.constructs:
        name = document.parse.words_of((one.mention.start, one.mention.end))
        other = document.at_head.get(one.head)
        same = other is not None and entities.of(other) is entities.of(one.mention)
        out.append(f"{name}: {document.parse.words[one.head]} {one.rule}{'=' * same}")
    return out


APPOSITIONS = [
    ("PERSON[Anna/NNP/nsubj/+4] , a nurse/NN/appos/-3 left/VBD", ["Anna: nurse apposition-behind="]),
    ("PERSON[Anna/NNP/nsubj/+4] , a nurse/NN/dep left/VBD", []),
    ("a nurse/NN/appos/+2 , PERSON[Anna/NNP/nsubj/+1] left/VBD", []),
    (
        "PERSON[Anna/NNP/nsubj/+6] , a nurse/NN/appos/-3 and/CC/cc/-1 farmer/NN/conj/-2 left/VBD",
        ["Anna: nurse apposition-behind=", "Anna: farmer apposition-joined="],
    ),
    ("PERSON[Anna/NNP/nsubj/+6] , a publisher/NN/appos/-3 left/VBD", ["Anna: publisher apposition-behind="]),
    ("ORG[Acme/NNP/nsubj/+6] , a publisher/NN/appos/-3 left/VBD", ["Acme: publisher apposition-behind="]),
    ("ORG[Acme/NNP/nsubj/+6] , a company/NN/appos/-3 left/VBD", ["Acme: company apposition-behind="]),
    ("PERSON[Anna/NNP/nsubj/+6] , nurses/NNS/appos/-2 left/VBD", ["Anna: nurses apposition-behind"]),
    ("the nurse/NN/nsubj/+4 , PERSON[Anna/NNP/appos/-2] left/VBD", ["Anna: nurse apposition-ahead="]),
    ("PERSON[Peter/NNP/nsubj/+4] , PERSON[Anna/NNP/appos/-2] left/VBD", []),
    # an apposition behind two names is the second one's
    ("PERSON[Peter/NNP/dobj] , PERSON[Anna/NNP/appos/-2] , a nurse/NN/appos/-5 left/VBD", []),
    (
        "PERSON[Peter/NNP/dobj] , PERSON[Anna/NNP/dep] , a nurse/NN/appos/-5 left/VBD",
        ["Peter: nurse apposition-behind="],
    ),
    # gender
    ("PERSON[Peter/NNP/nsubj/+4] , an actress/NN/appos/-3 left/VBD", []),
    ("PERSON[Zorn/NNP/nsubj/+4] , an actress/NN/appos/-3 left/VBD", ["Zorn: actress apposition-behind="]),
]
ONE_OF = [
    (
        "PERSON[Anna/NNP/nsubj/+6] , one/CD/appos/-2 of/IN/prep/-1 the nurses/NNS/pobj/-2 left/VBD",
        ["Anna: nurses apposition-one-of"],
    ),
    ("PERSON[Anna/NNP/nsubj/+6] , one/CD/appos/-2 in/IN/prep/-1 the nurses/NNS/pobj/-2 left/VBD", []),
    ("PERSON[Anna/NNP/nsubj/+6] , one/CD/appos/-2 of/IN/prep/-1 the nurse/NN/pobj/-2 left/VBD", []),
    (
        (
            "PERSON[Anna/NNP/nsubj/+9] , a nurse/NN/appos/-3 and/CC/cc/-1 "
            "one/CD/conj/-2 of/IN/prep/-1 the nurses/NNS/pobj/-2 left/VBD"
        ),
        ["Anna: nurse apposition-behind=", "Anna: nurses apposition-one-of"],
    ),
    (
        "one/CD/nsubj/+7 of/IN/prep/-1 the nurses/NNS/pobj/-2 , PERSON[Anna/NNP/appos/-5] left/VBD",
        ["Anna: nurses apposition-one-of"],
    ),
]
ANNA = "PERSON[Anna/NNP/nsubj/+6]"
AT_ACME = "at/IN/prep/-1 ORG[Acme/NNP/pobj/-1] left/VBD"
UNLISTED = [
    (f"{ANNA} , a zornist/NN/appos/-3 {AT_ACME}", ["Anna: zornist apposition-behind"]),
    (f"{ANNA} , a zornist/NN/appos/-3 in/IN/prep/-1 ORG[Acme/NNP/pobj/-1] left/VBD", []),
    (f"{ANNA} , a zornist/NN/appos/-3 b at/IN/prep/-2 ORG[Acme/NNP/pobj/-1] left/VBD", []),
    (f"{ANNA} ( a zornist/NN/appos/-3 {AT_ACME}", []),
    (f"{ANNA} , a zornist/NNP/appos/-3 {AT_ACME}", []),
    (f"{ANNA} , a zornist/NN/appos/-3 who/WP/nsubj/+1 left/VBD/relcl/-2", ["Anna: zornist apposition-behind"]),
    (f"{ANNA} , a zornist/NN/appos/-3 that/WDT/nsubj/+1 left/VBD/relcl/-2", []),
    ("ORG[Acme/NNP/nsubj/+6] , a zornist/NN/appos/-3 at/IN/prep/-1 ORG[Zorbix/NNP/pobj/-1] left/VBD", []),
]
PREMODIFIERS = [
    ("the nurse/NN/compound/+1 PERSON[Anna/NNP/nsubj/+1] left/VBD", ["Anna: nurse role-before-name"]),
    ("the nurse/NN/nmod/+1 PERSON[Anna/NNP/nsubj/+1] left/VBD", ["Anna: nurse role-before-name="]),
    ("the nurse/NN/nmod/+2 , PERSON[Anna/NNP/nsubj/+1] left/VBD", []),
    ("the nurse/NN/x/+2 PERSON[Anna/NNP/nsubj/+1] left/VBD", ["Anna: nurse role-right-before-name="]),
    ("the nurse/VB/x/+2 PERSON[Anna/NNP/nsubj/+1] left/VBD", []),
    ("the company/NN/x/+2 PERSON[Anna/NNP/nsubj/+1] left/VBD", []),
    ("the nurse/NN/x/+2 Mr. PERSON[Hall/NNP/nsubj/+1] left/VBD", []),
]
COPULAS = [
    (f"PERSON[Anna/NNP/nsubj/+1] {BE} a nurse/NN/attr/-2", ["Anna: nurse copula="]),
    (f"PERSON[Anna/NNP/dobj/+1] {BE} a nurse/NN/attr/-2", []),
    ("PERSON[Anna/NNP/nsubj/+1] met/VBD/ROOT a nurse/NN/attr/-2", []),
    (f"PERSON[Anna/NNP/nsubj/+1] {BE} not/RB/neg/-1 a nurse/NN/attr/-3", []),
    ("PERSON[Anna/NNP/nsubj/+2] would/MD/aux/+1 be/VB/ROOT a nurse/NN/attr/-2", []),
    ("PERSON[Anna/NNP/nsubj/+2] has/VBZ/aux/+1 been/VBN/ROOT a nurse/NN/attr/-2", ["Anna: nurse copula="]),
    (f"PERSON[Anna/NNP/nsubj/+1] {BE} a publisher/NN/attr/-2", []),
    (f"PERSON[Anna/NNP/nsubj/+1] {BE} nurses/NNS/attr/-1", []),
]
AFTER_COMMAS = [
    ("PERSON[Anna/NNP/nsubj] , the former nurse/NN/x at/IN b", ["Anna: nurse role-behind-comma="]),
    ("PERSON[Anna/NNP/nsubj] -- the former nurse/NN/x at/IN b", ["Anna: nurse role-behind-comma="]),
    ("PERSON[Anna/NNP/nsubj] ( the former nurse/NN/x at/IN b", ["Anna: nurse role-behind-comma="]),
    ("PERSON[Anna/NNP/nsubj] , the former nurse/NN/x left/VBD b", []),
    ("PERSON[Anna/NNP/nsubj] , the nurse/NN/x manager/NN/x at/IN b", ["Anna: manager role-behind-comma="]),
    ("PERSON[Anna/NNP/nsubj] , left/VBD nurse/NN/x at/IN b", []),
    ("PERSON[Anna/NNP/nsubj] , ORG[Acme/NNP/x] 's nurse/NN/x at/IN b", ["Anna: nurse role-behind-comma="]),
    (f"PERSON[Anna/NNP/nsubj] , {'b/JJ/x ' * 8}nurse/NN/x at/IN b", ["Anna: nurse role-behind-comma="]),
    (f"PERSON[Anna/NNP/nsubj] , {'b/JJ/x ' * 9}nurse/NN/x at/IN b", []),
    (
        "PERSON[Anna/NNP/nsubj] , the nurse/NN/x and/CC/cc/-1 farmer/NN/conj/-2 at/IN b",
        ["Anna: nurse role-behind-comma=", "Anna: farmer apposition-joined="],
    ),
    ("PERSON[Anna/NNP/nsubj] , nurse/NN/x", ["Anna: nurse role-behind-comma="]),
    ("PERSON[Anna/NNP/nsubj] ,", []),
    ("ORG[Acme/NNP/nsubj] , the nurse/NN/x at/IN b", []),
]
SAID = "said/VBD < rain/NN > ."
SOURCES = [
    # a source without the name is another speaker
    (f"PERSON[Anna/NNP/nsubj/+6] , {{ the nurse/NN/appos/-3 }} {SAID}", []),
    (f"{{ PERSON[Anna/NNP/nsubj/+6] , the nurse/NN/appos/-3 }} {SAID}", ["Anna: nurse apposition-behind="]),
    (
        "PERSON[Anna/NNP/nsubj/+6] , { the nurse/NN/appos/-3 } bidding/VBG < rain/NN > .",
        ["Anna: nurse apposition-behind="],
    ),
    ("PERSON[Anna/NNP/nsubj/+6] , { a nurse/NN/appos/-3 } bidding/VBG < rain/NN > .", []),
    (
        f"PERSON[Anna/NNP/nsubj/+6] , {{ the {'b/JJ ' * 7}nurse/NN/appos/-10 }} bidding/VBG < rain/NN > .",
        ["Anna: nurse apposition-behind="],
    ),
    (f"PERSON[Anna/NNP/nsubj/+6] , {{ the {'b/JJ ' * 8}nurse/NN/appos/-11 }} bidding/VBG < rain/NN > .", []),
    # a source that ends in a name
    (f"{{ the nurse/NN/nsubj/! , PERSON[Anna/NNP/dep] }} {SAID}", ["Anna: nurse source-ends-in-name="]),
    (f"{{ the nurses/NNS/nsubj/! , PERSON[Anna/NNP/dep] }} {SAID}", []),
    (f"{{ the nurse/NN/nsubj/! , PERSON[Anna/NNP/dep] and PERSON[Peter/NNP/dep] }} {SAID}", []),
    (f"{{ someone/NN/nsubj/! , PERSON[Anna/NNP/dep] }} {SAID}", []),
    (f"{{ the zornist/NN/nsubj/! , PERSON[Anna/NNP/dep] }} {SAID}", ["Anna: zornist source-ends-in-name="]),
    (f"{{ the zornist/NNP/nsubj/! , ORG[Acme/NNP/dep] }} {SAID}", []),
    (f"{{ the site/NN/nsubj/! ORG[Acme/NNP/dep] }} {SAID}", ["Acme: site source-ends-in-name="]),
    (f"{{ the site/NN/nsubj/! PERSON[Anna/NNP/dep] }} {SAID}", []),
    (f"{{ the company/NN/nsubj/! , ORG[Acme/NNP/dep] }} {SAID}", ["Acme: company source-ends-in-name="]),
    (f"{{ the country/NN/nsubj/! , GPE[France/NNP/dep] }} {SAID}", []),
    (f"{{ the actress/NN/nsubj/! , PERSON[Peter/NNP/dep] }} {SAID}", []),
]


@pytest.mark.parametrize(
    ("line", "expected"),
    [*APPOSITIONS, *ONE_OF, *UNLISTED, *PREMODIFIERS, *COPULAS, *AFTER_COMMAS, *SOURCES],
)
def test_what_stands_beside_a_name_says_who_that_is(line: str, expected: list[str]) -> None:
    """The rules find the descriptions of names, and link those that nobody else has."""
    assert constructs(line) == expected


def test_every_rule_of_constructs_has_its_rank() -> None:
    """Apposition, and what is like it, is surer than a premodifier, and that is surer than a copula."""
    lines = [line for line, _ in (*APPOSITIONS, *ONE_OF, *PREMODIFIERS, *COPULAS, *AFTER_COMMAS, *SOURCES)]
    ranks = {one.rule: one.rank for line in lines for one in introduced(line).constructs}
    others = {"copula": COPULA, "role-before-name": PREMODIFIER, "role-right-before-name": PREMODIFIER}
    assert ranks == {rule.id: others.get(rule.id, APPOSITION) for rule in RULES}


def test_someone_by_name_is_linked_without_a_construct() -> None:
    """In "someone, Anna" the word is hers, and teaches nothing of her."""
    article = introduced(f"{{ someone/NN/nsubj/! , PERSON[Anna/NNP/dep] }} {SAID}")
    document, entities = article.context.document, article.context.entities
    someone, anna = document.mentions
    assert entities.of(someone) is entities.of(anna)
    assert entities.rules_of(someone) == ("source-ends-in-name",)
    assert not entities.of(anna).traits.nouns


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (f"she/PRP/nsubj/+1 {BE} a nurse/NN/attr/-2", ["nurse"]),
        (f"“ she/PRP/nsubj/+1 {BE} a nurse/NN/attr/-2 ”", ["nurse"]),
        (f"{{ PERSON[Anna/NNP/nsubj/+1] }} said/VBD < “ she/PRP/nsubj/+1 {BE} a nurse/NN/attr/-2 ” >", []),
        (f"she/PRP/dobj/+1 {BE} a nurse/NN/attr/-2", []),
        ("she/PRP/nsubj/+1 met/VBD/ROOT a nurse/NN/attr/-2", []),
        (f"she/PRP/nsubj/+1 {BE} not/RB/neg/-1 a nurse/NN/attr/-3", []),
        (f"she/PRP/nsubj/+1 {BE} a company/NN/attr/-2", []),
        (f"she/PRP/nsubj/+1 {BE} an actor/NN/attr/-2", []),
        (f"it/PRP/nsubj/+1 {BE} a nurse/NN/attr/-2", []),
        (f"she/PRP/nsubj/+1 {BE} PERSON[Carl/NNP/attr/-1]", []),
        (f"she/PRP/nsubj/+1 {BE} late/JJ/acomp/-1", []),
    ],
)
def test_what_a_pronoun_is_said_to_be(line: str, expected: list[str]) -> None:
    """As for names, but for pronouns in quotations, and for people alone."""
    article = resolve_anaphora(introduced(f"PERSON[Anna/NNP/nsubj/+1] left/VBD/ROOT . || {line}"), {})
    parse = article.context.parse
    found = [one for one in article.constructs if one.mention.type is MentionType.PRONOUN]
    assert [parse.words[one.head] for one in found] == expected
    assert {one.rule for one in found} <= {"copula"}


def test_nothing_is_said_of_a_pronoun_of_nobody() -> None:
    """A pronoun for which no rule has found anybody has no construct."""
    assert not resolve_anaphora(introduced(f"she/PRP/nsubj/+1 {BE} a nurse/NN/attr/-2"), {}).constructs


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (", PERSON[Anna]", ["Anna"]),
        (": PERSON[Anna]", ["Anna"]),
        ("-- PERSON[Anna]", ["Anna"]),
        ("PERSON[Anna]", ["Anna"]),
        ("old/JJ PERSON[Anna]", ["Anna"]),
        ("of PERSON[Anna]", []),
        (", PERSON[Anna] and PERSON[Peter]", ["Anna", "Peter"]),
        (", PERSON[Anna] & PERSON[Peter]", ["Anna", "Peter"]),
        (", PERSON[Anna] of GPE[Ohio] and PERSON[Peter]", ["Anna", "Peter"]),
        (", PERSON[Anna] , of GPE[Ohio] , and PERSON[Peter]", ["Anna", "Peter"]),
        (", PERSON[Anna] ( I/NN ~- ~Vt/NN ) and PERSON[Peter]", ["Anna", "Peter"]),
        (f", PERSON[Anna] ( {'b ' * 8}) and PERSON[Peter]", ["Anna", "Peter"]),
        (f", PERSON[Anna] ( {'b ' * 9}) and PERSON[Peter]", ["Anna"]),
        (", PERSON[Anna] 's PERSON[Peter]", ["Peter"]),
        (", ORG[Acme] 's PERSON[Anna]", ["Anna"]),
        (", PERSON[Anna] , the speaker/NN of the ORG[Acme] , and PERSON[Peter]", ["Anna", "Peter"]),
        (", PERSON[Anna] left/VBD PERSON[Peter]", []),
        (", PERSON[Anna] and PERSON[Peter] left/VBD", ["Anna"]),
        (", left/VBD PERSON[Anna]", []),
        (", PERSON[Anna] 34 and PERSON[Peter]", ["Anna", "Peter"]),
        (", PERSON[Anna] b and PERSON[Peter]", ["Anna"]),
        ("b/JJ " * 4 + "PERSON[Anna]", ["Anna"]),
        ("b/JJ " * 5 + "PERSON[Anna]", []),
        ("b/JJ " * 37 + ", PERSON[Anna]", ["Anna"]),
        ("b/JJ " * 38 + ", PERSON[Anna]", []),
    ],
)
def test_names_behind_the_head_of_a_source(line: str, expected: list[str]) -> None:
    """In apposition or right behind it, joined by commas and "and", as far as forty tokens."""
    told = "{ the nurse/NN/nsubj/! " + line + " } said/VBD ."
    context = introduced(told).context
    found = names_behind(context.document, context.entities, 1, tagged(told)[1][0], context.named.starts)
    assert [context.parse.words_of((one.start, one.end)) for one in found] == expected


@pytest.mark.parametrize(
    ("line", "nouns"),
    [
        ("the nurse/NN/nsubj , PERSON[Anna/NNP/appos/-2]", {"nurse"}),
        (
            "the old farm/NN/compound/+1 chairwoman/NN of/IN/prep/-1 Ohio/NNP/pobj/-1 , PERSON[Anna/NNP/appos/-4]",
            {"chairwoman", "farm", "ohio", "old"},
        ),
        ("the old/JJ nurse/NN/nsubj , PERSON[Anna/NNP/appos/-2]", {"nurse", "old"}),
        ("the nurse/NN/nsubj in/IN/prep/-1 Ohio/NNP/pobj/-1 , PERSON[Anna/NNP/appos/-4]", {"nurse"}),
        ("the nurse/NN/nsubj of/IN/prep/-1 all/DT Ohio/NNP/pobj/-2 , PERSON[Anna/NNP/appos/-5]", {"nurse"}),
        ("vice/NN/x president/NN/nsubj , PERSON[Anna/NNP/appos/-2]", {"vice president"}),
        ("president/NN/nsubj , PERSON[Anna/NNP/appos/-2]", {"president"}),
    ],
)
def test_a_description_teaches_by_which_nouns_somebody_goes(line: str, nouns: set[str]) -> None:
    """Its noun, and the words before it and behind "of"; a vice president is no president."""
    context = introduced(line).context
    assert bearers(context)["Anna"].traits.nouns == nouns


def test_a_description_teaches_gender_and_classes() -> None:
    """An actress is a woman; the classes of what a noun calls a company are its own instead of guessed ones."""
    context = introduced("PERSON[Zorn/NNP/nsubj/+4] , an actress/NN/appos/-3 left/VBD").context
    assert bearers(context)["Zorn"].traits.gender == "f"
    context = introduced("ORG[Acme/NNP/nsubj/+4] , a court/NN/appos/-3 left/VBD").context
    assert bearers(context)["Acme"].traits.classes == gazetteer().noun("court", "NN").classes


def test_forty_nouns_are_enough() -> None:
    """Somebody who is called by more than forty is taught no further ones."""
    words = " ".join(f"{'ab'[n % 2]}{'cdefghijklmnopqrstuvwx'[n // 2]}/JJ" for n in range(40))
    told = (
        f"the {words} nurse/NN/nsubj , PERSON[Anna/NNP/appos/-2] || PERSON[Anna/NNP/nsubj/+1] {BE} a farmer/NN/attr/-2"
    )
    for line in (told, told.replace("ac/JJ ", "")):
        assert len(bearers(introduced(line).context)["Anna"].traits.nouns) == 41
