"""What stands beside a name and says who that is, and where a phrase begins and what heads it, on tagged sentences."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from promises import kept
from tagged import tagged, talk

from quoteattr.coreference.entities import Entity, Mention, MentionType
from quoteattr.coreference.gazetteer import gazetteer
from quoteattr.coreference.mentions.nominals import description_mention, phrase_mentions, phrase_start, source_head
from quoteattr.coreference.sieves.precise import _teach, learn, learn_by_pronouns, names_behind
from quoteattr.records import SpeakerKind

BE = "is/VBZ/ROOT"


@pytest.fixture(scope="module", autouse=True)
def promises() -> Iterator[None]:
    """Functions return what they promise."""
    with kept():
        yield


def facts(line: str) -> list[str]:
    """Each fact as "name: noun rank", in order; with "=" where the description is known as that name's."""
    document = talk(line)
    parse = document.parse
    found = learn(parse, document.mentions, document.at_head, document.source_ranges, document.words)
    out = []
    for fact in found:
        other = document.at_head.get(fact.head)
        same = other is not None and other.entity is fact.mention.entity
        out.append(
            f"{parse.words_of((fact.mention.start, fact.mention.end))}: "
            f"{parse.words[fact.head]} {fact.rank}{'=' * same}"
        )
    return out


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        # apposition
        ("PERSON[Anna/NNP/nsubj/+4] , a nurse/NN/appos/-3 left/VBD", ["Anna: nurse 0="]),
        ("PERSON[Anna/NNP/nsubj/+4] , a nurse/NN/dep left/VBD", []),
        ("a nurse/NN/appos/+2 , PERSON[Anna/NNP/nsubj/+1] left/VBD", []),
        (
            "PERSON[Anna/NNP/nsubj/+6] , a nurse/NN/appos/-3 and/CC/cc/-1 farmer/NN/conj/-2 left/VBD",
            ["Anna: nurse 0=", "Anna: farmer 0="],
        ),
        ("PERSON[Anna/NNP/nsubj/+6] , a publisher/NN/appos/-3 left/VBD", ["Anna: publisher 0="]),
        ("ORG[Acme/NNP/nsubj/+6] , a publisher/NN/appos/-3 left/VBD", ["Acme: publisher 0="]),
        ("ORG[Acme/NNP/nsubj/+6] , a company/NN/appos/-3 left/VBD", ["Acme: company 0="]),
        ("PERSON[Anna/NNP/nsubj/+6] , nurses/NNS/appos/-2 left/VBD", ["Anna: nurses 0"]),
        (
            "PERSON[Anna/NNP/nsubj/+6] , one/CD/appos/-2 of/IN/prep/-1 the nurses/NNS/pobj/-2 left/VBD",
            ["Anna: nurses 0"],
        ),
        ("PERSON[Anna/NNP/nsubj/+6] , one/CD/appos/-2 in/IN/prep/-1 the nurses/NNS/pobj/-2 left/VBD", []),
        ("PERSON[Anna/NNP/nsubj/+6] , one/CD/appos/-2 of/IN/prep/-1 the nurse/NN/pobj/-2 left/VBD", []),
        (
            (
                "PERSON[Anna/NNP/nsubj/+9] , a nurse/NN/appos/-3 and/CC/cc/-1 "
                "one/CD/conj/-2 of/IN/prep/-1 the nurses/NNS/pobj/-2 left/VBD"
            ),
            ["Anna: nurse 0=", "Anna: nurses 0"],
        ),
        (
            "one/CD/nsubj/+7 of/IN/prep/-1 the nurses/NNS/pobj/-2 , PERSON[Anna/NNP/appos/-5] left/VBD",
            ["Anna: nurses 0"],
        ),
        ("the nurse/NN/nsubj/+4 , PERSON[Anna/NNP/appos/-2] left/VBD", ["Anna: nurse 0="]),
        ("PERSON[Peter/NNP/nsubj/+4] , PERSON[Anna/NNP/appos/-2] left/VBD", []),
        # whose apposition it is
        ("PERSON[Peter/NNP/dobj] , PERSON[Anna/NNP/appos/-2] , a nurse/NN/appos/-5 left/VBD", []),
        ("PERSON[Peter/NNP/dobj] , PERSON[Anna/NNP/dep] , a nurse/NN/appos/-5 left/VBD", ["Peter: nurse 0="]),
        # another noun that no list has
        (
            "PERSON[Anna/NNP/nsubj/+6] , a zornist/NN/appos/-3 at/IN/prep/-1 ORG[Acme/NNP/pobj/-1] left/VBD",
            ["Anna: zornist 0"],
        ),
        ("PERSON[Anna/NNP/nsubj/+6] , a zornist/NN/appos/-3 in/IN/prep/-1 ORG[Acme/NNP/pobj/-1] left/VBD", []),
        ("PERSON[Anna/NNP/nsubj/+6] , a zornist/NN/appos/-3 b at/IN/prep/-2 ORG[Acme/NNP/pobj/-1] left/VBD", []),
        ("PERSON[Anna/NNP/nsubj/+6] ( a zornist/NN/appos/-3 at/IN/prep/-1 ORG[Acme/NNP/pobj/-1] left/VBD", []),
        ("PERSON[Anna/NNP/nsubj/+6] , a zornist/NNP/appos/-3 at/IN/prep/-1 ORG[Acme/NNP/pobj/-1] left/VBD", []),
        ("PERSON[Anna/NNP/nsubj/+6] , a zornist/NN/appos/-3 who/WP/nsubj/+1 left/VBD/relcl/-2", ["Anna: zornist 0"]),
        ("PERSON[Anna/NNP/nsubj/+6] , a zornist/NN/appos/-3 that/WDT/nsubj/+1 left/VBD/relcl/-2", []),
        ("ORG[Acme/NNP/nsubj/+6] , a zornist/NN/appos/-3 at/IN/prep/-1 ORG[Zorbix/NNP/pobj/-1] left/VBD", []),
        # before the name
        ("the nurse/NN/compound/+1 PERSON[Anna/NNP/nsubj/+1] left/VBD", ["Anna: nurse 1"]),
        ("the nurse/NN/nmod/+1 PERSON[Anna/NNP/nsubj/+1] left/VBD", ["Anna: nurse 1="]),
        ("the nurse/NN/nmod/+2 , PERSON[Anna/NNP/nsubj/+1] left/VBD", []),
        ("the nurse/NN/x/+2 PERSON[Anna/NNP/nsubj/+1] left/VBD", ["Anna: nurse 1="]),
        ("the nurse/VB/x/+2 PERSON[Anna/NNP/nsubj/+1] left/VBD", []),
        ("the company/NN/x/+2 PERSON[Anna/NNP/nsubj/+1] left/VBD", []),
        ("the nurse/NN/x/+2 Mr. PERSON[Hall/NNP/nsubj/+1] left/VBD", []),
        ("nurse/NN/compound/+1 PERSON[Anna/NNP/nsubj/+1] left/VBD", ["Anna: nurse 1"]),
        # by "is"
        (f"PERSON[Anna/NNP/nsubj/+1] {BE} a nurse/NN/attr/-2", ["Anna: nurse 2="]),
        (f"PERSON[Anna/NNP/dobj/+1] {BE} a nurse/NN/attr/-2", []),
        ("PERSON[Anna/NNP/nsubj/+1] met/VBD/ROOT a nurse/NN/attr/-2", []),
        (f"PERSON[Anna/NNP/nsubj/+1] {BE} not/RB/neg/-1 a nurse/NN/attr/-3", []),
        ("PERSON[Anna/NNP/nsubj/+2] would/MD/aux/+1 be/VB/ROOT a nurse/NN/attr/-2", []),
        ("PERSON[Anna/NNP/nsubj/+2] has/VBZ/aux/+1 been/VBN/ROOT a nurse/NN/attr/-2", ["Anna: nurse 2="]),
        (f"PERSON[Anna/NNP/nsubj/+1] {BE} a publisher/NN/attr/-2", []),
        (f"PERSON[Anna/NNP/nsubj/+1] {BE} nurses/NNS/attr/-1", []),
        # behind a comma where the tree has no apposition
        ("PERSON[Anna/NNP/nsubj] , the former nurse/NN/x at/IN b", ["Anna: nurse 0="]),
        ("PERSON[Anna/NNP/nsubj] -- the former nurse/NN/x at/IN b", ["Anna: nurse 0="]),
        ("PERSON[Anna/NNP/nsubj] ( the former nurse/NN/x at/IN b", []),
        ("PERSON[Anna/NNP/nsubj] , the former nurse/NN/x left/VBD b", []),
        ("PERSON[Anna/NNP/nsubj] , the nurse/NN/x manager/NN/x at/IN b", ["Anna: manager 0="]),
        ("PERSON[Anna/NNP/nsubj] , left/VBD nurse/NN/x at/IN b", []),
        ("PERSON[Anna/NNP/nsubj] , ORG[Acme/NNP/x] 's nurse/NN/x at/IN b", ["Anna: nurse 0="]),
        (f"PERSON[Anna/NNP/nsubj] , {'b/JJ/x ' * 8}nurse/NN/x at/IN b", ["Anna: nurse 0="]),
        (f"PERSON[Anna/NNP/nsubj] , {'b/JJ/x ' * 9}nurse/NN/x at/IN b", []),
        (
            "PERSON[Anna/NNP/nsubj] , the nurse/NN/x and/CC/cc/-1 farmer/NN/conj/-2 at/IN b",
            ["Anna: nurse 0=", "Anna: farmer 0="],
        ),
        ("PERSON[Anna/NNP/nsubj] , nurse/NN/x", []),
        ("PERSON[Anna/NNP/nsubj] ,", []),
        ("PERSON[Anna/NNP/nsubj]", []),
        ("ORG[Acme/NNP/nsubj] , the nurse/NN/x at/IN b", []),
        # gender and number
        ("PERSON[Peter/NNP/nsubj/+4] , an actress/NN/appos/-3 left/VBD", []),
        ("PERSON[Zorn/NNP/nsubj/+4] , an actress/NN/appos/-3 left/VBD", ["Zorn: actress 0="]),
        # sources of others
        ("PERSON[Anna/NNP/nsubj/+6] , { the nurse/NN/appos/-3 } said/VBD < rain/NN > .", []),
        ("{ PERSON[Anna/NNP/nsubj/+6] , the nurse/NN/appos/-3 } said/VBD < rain/NN > .", ["Anna: nurse 0="]),
        ("PERSON[Anna/NNP/nsubj/+6] , { the nurse/NN/appos/-3 } bidding/VBG < rain/NN > .", ["Anna: nurse 0="]),
        ("PERSON[Anna/NNP/nsubj/+6] , { a nurse/NN/appos/-3 } bidding/VBG < rain/NN > .", []),
        (
            f"PERSON[Anna/NNP/nsubj/+6] , {{ the {'b/JJ ' * 7}nurse/NN/appos/-10 }} bidding/VBG < rain/NN > .",
            ["Anna: nurse 0="],
        ),
        (f"PERSON[Anna/NNP/nsubj/+6] , {{ the {'b/JJ ' * 8}nurse/NN/appos/-11 }} bidding/VBG < rain/NN > .", []),
        ("PERSON[Anna/NNP/nsubj/+6] , { the nurse/NN/appos/-3 }", ["Anna: nurse 0="]),
        # named within the source
        ("{ the nurse/NN/nsubj/! , PERSON[Anna/NNP/dep] } said/VBD < rain/NN > .", ["Anna: nurse 0="]),
        ("{ the nurses/NNS/nsubj/! , PERSON[Anna/NNP/dep] } said/VBD < rain/NN > .", []),
        ("{ the nurse/NN/nsubj/! , PERSON[Anna/NNP/dep] and PERSON[Peter/NNP/dep] } said/VBD < rain/NN > .", []),
        ("{ someone/NN/nsubj/! , PERSON[Anna/NNP/dep] } said/VBD < rain/NN > .", []),
        ("{ the zornist/NN/nsubj/! , PERSON[Anna/NNP/dep] } said/VBD < rain/NN > .", ["Anna: zornist 0="]),
        ("{ the zornist/NNP/nsubj/! , ORG[Acme/NNP/dep] } said/VBD < rain/NN > .", []),
        ("{ the site/NN/nsubj/! ORG[Acme/NNP/dep] } said/VBD < rain/NN > .", ["Acme: site 0="]),
        ("{ the site/NN/nsubj/! PERSON[Anna/NNP/dep] } said/VBD < rain/NN > .", []),
        ("{ the company/NN/nsubj/! , ORG[Acme/NNP/dep] } said/VBD < rain/NN > .", ["Acme: company 0="]),
        ("{ the country/NN/nsubj/! , GPE[France/NNP/dep] } said/VBD < rain/NN > .", []),
        ("{ the actress/NN/nsubj/! , PERSON[Peter/NNP/dep] } said/VBD < rain/NN > .", []),
    ],
)
def test_what_stands_beside_a_name(line: str, expected: list[str]) -> None:
    """Appositions, premodifiers, attributes and nouns of sources say who somebody is."""
    assert facts(line) == expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (f"she/PRP/nsubj/+1 {BE} a nurse/NN/attr/-2", ["nurse"]),
        (f"she/PRP/dobj/+1 {BE} a nurse/NN/attr/-2", []),
        ("she/PRP/nsubj/+1 met/VBD/ROOT a nurse/NN/attr/-2", []),
        (f"she/PRP/nsubj/+1 {BE} not/RB/neg/-1 a nurse/NN/attr/-3", []),
        (f"she/PRP/nsubj/+1 {BE} a company/NN/attr/-2", []),
        (f"she/PRP/nsubj/+1 {BE} PERSON[Anna/NNP/attr/-1]", []),
        (f"she/PRP/nsubj/+1 {BE} late/JJ/acomp/-1", []),
        (f"she/PRP/nsubj/+1 {BE} late/JJ/attr/-1", []),
        (f"she/PRP/nsubj/+1 {BE} late/JJ/acomp/-1 . || she/PRP/nsubj/+1 {BE} a nurse/NN/attr/-2", ["nurse"]),
        (f"it/PRP/nsubj/+1 left/VBD/ROOT . || she/PRP/nsubj/+1 {BE} a nurse/NN/attr/-2", ["nurse"]),
    ],
)
def test_what_a_pronoun_is_said_to_be(line: str, expected: list[str]) -> None:
    """As for names, but for quotations, and for people alone."""
    document = talk(line)
    for mention in document.mentions:
        if mention.type is MentionType.PRONOUN:
            mention.entity = Entity(SpeakerKind.PERSON)

    def nouns(*, quoted: bool) -> list[str]:
        found = learn_by_pronouns(document.parse, document.mentions, document.at_head, document.words, lambda _: quoted)
        return [document.parse.words[fact.head] for fact in found]

    assert nouns(quoted=False) == expected
    assert nouns(quoted=True) == []


def behind(line: str) -> list[str]:
    """The names in apposition that the source of a line has behind the head."""
    document = talk("{ the nurse/NN/nsubj/! " + line + " } said/VBD .")
    starts = {one.start: one for one in document.mentions if one.type is MentionType.NAME}
    found = names_behind(document.parse, 1, tagged("{ the nurse/NN/nsubj/! " + line + " } said/VBD .")[1][0], starts)
    return [document.parse.words_of((one.start, one.end)) for one in found]


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
        (", PERSON[Anna] left/VBD PERSON[Peter]", ["Anna"]),
        (", left/VBD PERSON[Anna]", []),
        (", PERSON[Anna] 34 and PERSON[Peter]", ["Anna", "Peter"]),
        (", PERSON[Anna] b and PERSON[Peter]", ["Anna"]),
        ("b/JJ " * 4 + "PERSON[Anna]", ["Anna"]),
        ("b/JJ " * 5 + "PERSON[Anna]", []),
        ("b/JJ " * 36 + ", PERSON[Anna]", ["Anna"]),
        ("b/JJ " * 37 + ", PERSON[Anna]", ["Anna"]),
        ("b/JJ " * 38 + ", PERSON[Anna]", []),
    ],
)
def test_names_behind_the_head_of_a_source(line: str, expected: list[str]) -> None:
    """In apposition or right behind it, joined by commas and "and", as far as forty tokens."""
    assert behind(line) == expected


def test_a_description_teaches_its_nouns() -> None:
    """Its noun, what stands before it and behind "of", the gender, and of a body the classes."""
    parse = talk("the old farm/NN/compound/+1 chairwoman/NN of/IN/prep/-1 Ohio/NNP/pobj/-1 left/VBD").parse
    entity = Entity(SpeakerKind.PERSON, nouns={"a"})
    _teach(entity, parse, 3, gazetteer())
    assert (entity.nouns, entity.gender) == ({"a", "chairwoman", "farm", "ohio", "old"}, "f")
    body = Entity(SpeakerKind.ORGANISATION, classes={"group"})
    _teach(body, talk("the company/NN in/IN/prep/-1 Ohio/NNP/pobj/-1").parse, 1, gazetteer())
    assert (body.nouns, body.classes) == ({"company"}, {"company"})
    _teach(vice := Entity(SpeakerKind.PERSON), talk("vice/NN/x president/NN").parse, 1, gazetteer())
    assert vice.nouns == {"vice president"}
    _teach(first := Entity(SpeakerKind.PERSON), talk("president/NN").parse, 0, gazetteer())
    assert first.nouns == {"president"}
    for size, known in ((40, 41), (41, 41)):
        many = Entity(SpeakerKind.PERSON, nouns={str(number) for number in range(size)})
        _teach(many, talk("president/NN").parse, 0, gazetteer())
        assert len(many.nouns) == known


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("the nurse/NN/nsubj/!", "nurse"),
        ("he/PRP/nsubj/! b/NN/x/!", "he"),
        ("old/JJ/x/! he/PRP/nsubj/!", "he"),
        ("old/JJ/x/! nurse/NN/nsubj/!", "nurse"),
        ("nurse/NN/nsubj/! PERSON[Anna/NNP/x/!]", "nurse"),
        ("of/IN/prep/! the nurse/NN/pobj/-2", "nurse"),
        ("by/IN/agent/! the nurse/NN/pobj/-2", "nurse"),
        ("by/IN/dep/! the nurse/NN/pobj/-2", "by"),
        ("b/RB/x/! by/IN/agent/! the nurse/NN/pobj/-2", "b"),
        (", %/NN/nsubj/!", "%"),
        (", .", "-"),
        # two subjects
        ("activist/NN/nsubj/! and/CC/cc/-1 strategist/NN/conj/-2 PERSON[Anna/NNP/nsubj/!]", "Anna"),
        ("activist/NN/nsubj/! and/CC/cc/-1 strategist/NN/conj/-2 PERSON[Anna/NNP/dobj/!]", "activist"),
        ("activist/NN/nsubj/! and/CC/cc/-1 strategist/NN/conj/-2 b PERSON[Anna/NNP/nsubj/!]", "activist"),
        ("activist/NN/nsubj/! and/CC/cc/-1 strategist/NN/x/-2 PERSON[Anna/NNP/nsubj/!]", "activist"),
        ("activist/NN/nsubj/! and/CC/cc/-1 strategist/NN/conj/-2 anna/NN/nsubj/!", "activist"),
        # a clause
        ("the/DT/det/+1 group/NN/nsubj/+1 backing/VBG/x/! PERSON[Anna/NNP/dobj/-1]", "group"),
        ("the/DT/det/+1 group/NN/compound/+1 backing/VBG/x/! PERSON[Anna/NNP/dobj/-1]", "group"),
        ("b/RB/x/+3 the/DT/det/+1 group/NN/nsubj/+1 backing/VBG/x/!", "backing"),
        ("backing/VBG/x/! PERSON[Anna/NNP/dobj/-1]", "backing"),
    ],
)
def test_the_head_of_a_source(source: str, expected: str) -> None:
    """What governs it from outside, a noun rather than another word."""
    parse, sources, _ = tagged("{ " + source + " } said/VBD/ROOT .")
    head = source_head(parse, *sources[0])
    assert (parse.words[head] if head >= 0 else "-") == expected


def test_two_hundred_tokens_of_a_source_are_looked_at() -> None:
    """And no more."""
    for size, expected in ((199, 199), (200, 0)):
        parse, sources, _ = tagged("{ " + "b/JJ/x/! " * size + "nurse/NN/nsubj/! } said/VBD .")
        assert source_head(parse, *sources[0]) == expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("the nurse/NN", "the nurse | nurse person definite"),
        ("a nurse/NN", "a nurse | nurse person"),
        ("his nurse/NN", "his nurse | nurse person definite"),
        ("nurse/NN", "nurse | nurse person"),
        ("nurse/NN/compound/+1 b/X", "nurse | nurse person definite"),
        ("both/PDT/x/+1 the nurses/NNS", "both the nurses | nurse people definite"),
        ("all/PDT/predet/+2 the/DT/det/+1 nurses/NNS", "all the nurses | nurse people definite"),
        ("all/PDT/predet/+2 a/DT/det/+1 nurse/NN", "all a nurse | nurse person"),
        ("Latinos/NNP", "Latinos | latino people"),
        ("Zorns/NNP", "Zorns | zorns "),
        ("the non/NN/compound/+2 - profit/NN", "the non - profit | non-profit organisation definite"),
        ("the non/NN/compound/+2 , profit/NN", "the non , profit | profit  definite"),
        ("the vice/NN/compound/+1 president/NN", "the vice president | vice president person definite"),
        ("vice/NN/x president/NN", "president | president person"),
        ("the deputy/NN/compound/+1 mayor/NN", "the deputy mayor | deputy mayor person definite"),
        ("the minority/NN/compound/+1 leader/NN", "the minority leader | minority leader person definite"),
        ("the party/NN/compound/+1 leader/NN", "the party leader | leader person definite"),
        ("the chief/JJ/amod/+1 officer/NN", "the chief officer | executive person definite"),
        ("the police/NN/compound/+1 officer/NN", "the police officer | officer person definite"),
        ("the inspector/NN/compound/+1 general/NN", "the inspector general | inspector general person definite"),
        ("the old/JJ/amod/+1 general/NN", "the old general | general person definite"),
        ("general/NN", "general | general person"),
        ("inspector/NN/x general/NN", "general | general person"),
        ("the/DT/det/+5 46/CD/x/+4 - year/NN/npadvmod/+2 - old/JJ", "the 46 - year - old | old person definite"),
        ("b - year/NN/npadvmod/+2 - old/JJ", "year - old | old person"),
        ("- year/NN/npadvmod/+2 - old/JJ", "year - old | old "),
        ("official/JJ figures/NNS", "official figures | figures document"),
        ("party/NN figures/NNS", "party figures | figure people"),
        ("the former/JJ model/NN", "the former model | model person definite"),
        ("the model/NN", "the model | model document definite"),
        ("a paper/NN", "a paper | paper document"),
        ("the paper/NN", "the paper | paper organisation definite"),
        (", - nurse/NN", "nurse | nurse person"),
        ("b/JJ/x/+1 nurse/NN", "nurse | nurse person"),
    ],
)
def test_a_description_and_its_noun(line: str, expected: str) -> None:
    """Where it begins, whether it is definite, and what its noun stands for by what is before it."""
    parse = talk(line).parse
    nouns = [
        token for token, tag in enumerate(parse.tags) if tag in ("NN", "NNS", "NNP") or parse.lower[token] == "old"
    ]
    head = 0 if "compound/+1 b/X" in line else nouns[-1]
    mention = description_mention(parse, head, gazetteer())
    noun = mention.noun
    assert noun is not None
    shown = (
        f"{' '.join(parse.words[mention.start : mention.end])} | "
        f"{noun.base} {noun.kind}{' definite' * mention.definite}"
    )
    assert shown == expected
    assert mention.start == phrase_start(parse, head)


def found(line: str, *taken: int) -> str:
    """The mentions of a line that are no names."""
    parse, sources, _ = tagged(line)
    known = [token in taken for token in range(len(parse))]
    kinds = {MentionType.PRONOUN: "~", MentionType.DESCRIPTION: "="}
    mentions: list[Mention] = phrase_mentions(parse, known, sources, gazetteer())
    return " ".join(kinds[one.type] + parse.words[one.head] for one in mentions)


@pytest.mark.parametrize(
    ("line", "taken", "expected"),
    [
        ("he left it/PRP", (), "~he ~it"),
        ("he left it/PRP", (0,), "~it"),
        ("that/WDT/nsubj left that/WDT/dobj and that/IN", (), "~that"),
        ("the nurse left the zorn", (), "=nurse"),
        ("{ the zorn } left", (), "=zorn"),
        ("{ left/VBD } the zorn", (), "=left"),
        ("police/NN/compound/+1 aides/NNS", (), "=aides"),
        ("campaign/NN/compound/+1 aides/NNS", (), "=campaign =aides"),
        ("Tulsa police/NN/compound/+1 aides/NNS", (0,), "=police =aides"),
        ("Tulsa police/NN/compound/+1 aides/NNS", (), "=aides"),
        (") police/NN/compound/+1 aides/NNS", (0,), "=aides"),
        ("aides/NNS campaign/NN/compound/-1", (), "=aides"),
        ("Tulsa press/NN/compound/+1 aides/NNS", (0,), "=aides"),
        ("{ nurse/NN/compound/+1 } aides/NNS", (), "=nurse =aides"),
        ("zorn/PRP left", (), ""),
    ],
)
def test_mentions_that_are_no_names(line: str, taken: tuple[int, ...], expected: str) -> None:
    """Pronouns, nouns of the lists, heads of sources; of premodifiers those that are bodies of their own."""
    assert found(line, *taken) == expected
