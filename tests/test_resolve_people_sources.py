"""Who speaks by the words of a source, and whom a relative pronoun stands for, on tagged sentences."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from attrs import evolve
from promises import kept
from tagged import talk

from quoteattr.coreference.document import Document
from quoteattr.coreference.entities import Entity, MentionType
from quoteattr.coreference.sieves.descriptions import Descriptions
from quoteattr.coreference.sieves.relatives import relative_antecedent
from quoteattr.coreference.sources import speaking
from quoteattr.records import QuoteKind

SAID = " said/VBD/ROOT < rain/NN > ."
ANNA, PETER = "PERSON[Anna Brown{}]", "PERSON[Peter Stone{}]"


@pytest.fixture(scope="module", autouse=True)
def promises() -> Iterator[None]:
    """Functions return what they promise."""
    with kept():
        yield


def told(document: Document, entity: Entity | None) -> str:
    """The words by which an entity is known."""
    if entity is None:
        return "-"
    if entity.parts:
        return " + ".join(told(document, part) for part in entity.parts)
    if entity.names:
        return document.parse.words_of(entity.names[0])
    return f"({entity.best or entity.called or ''} {entity.kind.value}{' several' if entity.plural else ''})"


def described(line: str) -> Document:
    """A talk whose descriptions stand for something, too."""
    document = talk(line)
    descriptions = Descriptions(document)
    for mention in document.mentions:
        if mention.type is MentionType.DESCRIPTION and mention.noun is not None:
            mention.entity = descriptions.resolve(mention, mention.noun)
        if mention.entity is not None:
            document.note(mention.entity)
    return document


def speaker(source: str) -> str:
    """Who speaks by the words of a source."""
    document = described("{ " + source + " }" + SAID)
    return told(document, speaking(document)[0])


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        # a person of a body, where the tree has the body speak
        ("ORG[Acme/NNP/nsubj/!] 's PERSON[Anna Brown/NNP/dep]", "Anna Brown"),
        ("ORG[Acme/NNP/nsubj/!] co ~- anchor/NN/dep PERSON[Anna/NNP/compound/+1 Brown/NNP/dep]", "Anna Brown"),
        ("ORG[Acme/NNP/nsubj/!] 's PERSON[Anna Brown/NNP/dep] , who/WP", "Anna Brown"),
        ("ORG[Acme/NNP/nsubj/!] 's PERSON[Anna Brown/NNP/dep] ( 34 )", "Anna Brown"),
        ("ORG[Acme/NNP/nsubj/!] 's PERSON[Anna Brown/NNP/dep] left/VBD", "Acme"),
        ("ORG[Acme/NNP/nsubj/!] in PERSON[Anna Brown/NNP/dep]", "Acme"),
        ("ORG[Acme/NNP/nsubj/!] 's ORG[Anna Group/NNP/dep]", "Acme"),
        ("PERSON[Peter/NNP/nsubj/!] 's PERSON[Anna Brown/NNP/dep]", "Peter"),
        (f"ORG[Acme/NNP/nsubj/!] {'b/NN/dep ' * 7}PERSON[Anna/NNP/dep]", "Anna"),
        (f"ORG[Acme/NNP/nsubj/!] {'b/NN/dep ' * 8}PERSON[Anna/NNP/dep]", "Acme"),
        # a person behind a noun to which nothing ties them
        ("the co ~- host/NN/nsubj/! PERSON[Anna/NNP/dep]", "Anna"),
        ("the host/NN/nsubj/! left/VBD PERSON[Anna/NNP/dep]", "(host person)"),
        ("the host/NN/nsubj/! old/JJ/dep PERSON[Anna/NNP/dep]", "Anna"),
        ("the hosts/NNS/nsubj/! PERSON[Anna/NNP/dep]", "(host people several)"),
        ("the report/NN/nsubj/! PERSON[Anna/NNP/dep]", "(report document)"),
        ("the host/NN/nsubj/! PERSON[Anna/NNP/dep] , b", "Anna"),
        ("the host/NN/nsubj/! PERSON[Anna/NNP/dep] -- b", "Anna"),
        ("the host/NN/nsubj/! PERSON[Anna/NNP/dep] left/VBD", "(host person)"),
        ("one/CD/nsubj/! of/IN/prep/-1 the men/NNS/pobj/-2 , PERSON[Peter/NNP/dep]", "Peter"),
        ("one/CD/nsubj/! of/IN/prep/-1 the men/NNS/pobj/-2 b PERSON[Peter/NNP/dep]", "(one person)"),
        ("one/CD/nsubj/! in/IN/prep/-1 the men/NNS/pobj/-2 , PERSON[Peter/NNP/dep]", "(one person)"),
        # somebody before brackets that the tree has speak
        ("PERSON[Anna/NNP/dep] ( a nurse/NN/nsubj/! )", "Anna"),
        ("Senator/NNP/dep PERSON[Anna/NNP/dep] ( a nurse/NN/nsubj/! )", "Anna"),
        ("in PERSON[Anna/NNP/dep] ( a nurse/NN/nsubj/! )", "(nurse person)"),
        ("PERSON[Anna/NNP/dep] , a nurse/NN/nsubj/! )", "(nurse person)"),
        ("ORG[Acme/NNP/dep] ( a nurse/NN/nsubj/! )", "(nurse person)"),
        # several
        ("PERSON[Anna/NNP/nsubj/!] , PERSON[Peter/NNP/dep] and PERSON[Carl/NNP/dep]", "Anna + Peter + Carl"),
        ("PERSON[Anna/NNP/nsubj/!] , PERSON[Peter/NNP/dep] , and PERSON[Carl/NNP/dep]", "Anna + Peter + Carl"),
        ("PERSON[Anna/NNP/nsubj/!] , PERSON[Peter/NNP/dep] , PERSON[Carl/NNP/dep]", "Anna"),
        ("PERSON[Anna/NNP/nsubj/!] and PERSON[Peter/NNP/dep]", "Anna + Peter"),
        ("PERSON[Anna/NNP/nsubj/!] and PERSON[Peter/NNP/dep] ,", "Anna + Peter"),
        ("PERSON[Anna/NNP/nsubj/!] and PERSON[Peter/NNP/dep] left/VBD", "Anna"),
        ("PERSON[Anna/NNP/nsubj/!] or PERSON[Peter/NNP/dep]", "Anna"),
        ("PERSON[Anna/NNP/nsubj/!] and PERSON[Anna/NNP/dep]", "Anna"),
        ("PERSON[Anna/NNP/nsubj/!] and ORG[Acme/NNP/dep]", "Anna"),
        ("nurse/NN/dep PERSON[Anna/NNP/nsubj/!] and farmer/NN/dep PERSON[Peter/NNP/dep]", "Anna + Peter"),
        ("PERSON[Anna/NNP/nsubj/!] and/CC/cc/-1 PERSON[Peter/NNP/conj/-2]", "Anna + Peter"),
        ("ORG[Acme/NNP/nsubj/!] and/CC/cc/-1 PERSON[Peter/NNP/conj/-2]", "Acme + Peter"),
        ("the author/NN/nsubj/! and/CC/cc/-1 critic/NN/conj/-2", "(author person)"),
        ("the author/NN/nsubj/! and/CC/cc/-1 the critic/NN/conj/-3", "(author person) + (critic person)"),
        ("the author/NN/nsubj/! and/CC/cc/-1 her critic/NN/conj/-3", "(author person) + (critic person)"),
        # a conjunct within a relative clause or behind an apposition
        ("PERSON[Anna/NNP/nsubj/!] , left/VBD/relcl/-2 and/CC/cc/-3 PERSON[Peter/NNP/conj/-4]", "Anna"),
        ("PERSON[Anna/NNP/nsubj/!] , head/NN/appos/-2 and/CC/cc/-3 PERSON[Peter/NNP/conj/-4]", "Anna + Peter"),
        ("PERSON[Anna/NNP/nsubj/!] , head/NN/appos/-2 and/CC/cc/-3 ORG[Acme/NNP/conj/-4]", "Anna"),
        ("PERSON[Anna/NNP/nsubj/!] , head/NN/appos/-2 and/CC/cc/-3 a nurse/NN/conj/-5", "Anna"),
        ("PERSON[Anna/NNP/nsubj/!] , head/NN/appos/-2 and/CC/cc/-3 the nurse/NN/conj/-5", "Anna + (nurse person)"),
        ("PERSON[Anna/NNP/nsubj/!] , head/NN/appos/-2 and/CC/cc/-3 her nurse/NN/conj/-5", "Anna + (nurse person)"),
        # bodies inside the phrase
        (
            "leaders/NNS/nsubj/! of/IN/prep/-1 ORG[Acme/NNP/pobj/-1] and/CC/cc/-3 ORG[Zorbix/NNP/conj/-4]",
            "(leader people several)",
        ),
        (
            "ORG[Redwood/NNP/nsubj/!] of/IN/prep/-1 ORG[Acme/NNP/pobj/-1] and/CC/cc/-3 ORG[Zorbix/NNP/conj/-4]",
            "Redwood + Zorbix",
        ),
        (
            "leaders/NNS/nsubj/! of/IN/prep/-1 PERSON[Anna/NNP/pobj/-1] and/CC/cc/-3 ORG[Zorbix/NNP/conj/-4]",
            "(leader people several) + Zorbix",
        ),
        # a title that stands for the name beside it
        ("Captain/FW/nsubj/! PERSON[Anna/NNP/appos/-1]", "Anna"),
        # pronouns of nobody
        ("he/PRP/nsubj/!", "( person)"),
        ("she/PRP/nsubj/!", "( person)"),
        ("I/PRP/nsubj/!", "( person)"),
        ("you/PRP/nsubj/!", "(reader person)"),
        ("they/PRP/nsubj/!", "( people several)"),
        ("we/PRP/nsubj/!", "( people several)"),
        ("it/PRP/nsubj/!", "( unknown)"),
        (",", "-"),
    ],
)
def test_who_a_source_is(source: str, expected: str) -> None:
    """Members of lists, people of bodies, names beside nouns; whom the tree has is not always who speaks."""
    assert speaker(source) == expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("those/DT/dobj/-1 { who/WP/nsubj/+1 } left/VBD/relcl/-2", "(those people several)"),
        ("the rich/JJ/dobj/-1 { who/WP/nsubj/+1 } left/VBD/relcl/-2", "(rich people several)"),
        ("the old thing/NN/dobj/-1 { who/WP/nsubj/+1 } left/VBD/relcl/-2", "(the old thing person)"),
        ("the old things/NNS/dobj/-1 { who/WP/nsubj/+1 } left/VBD/acl/-2", "(the old things people several)"),
        ("the old thing/NN/dobj/-1 { which/WDT/nsubj/+1 } left/VBD/relcl/-2", "(the old thing unknown)"),
        ("the old thing/NN/dobj/-1 { who/WP/nsubj/+1 } left/VBD/ccomp/-2", "( unknown)"),
        ("{ who/WP/nsubj/+1 } left/VBD/relcl/+1 thing/NN/dobj/-1", "( unknown)"),
        (", { who/WP/nsubj/+1 } left/VBD/relcl/-2", "( unknown)"),
        (
            "thing/NN/dobj/-1 " + "{ who/WP/nsubj/+1 } " + "b/IN/x/+1 " * 10 + "left/VBD/relcl/-12",
            "(thing person)",
        ),
        ("thing/NN/dobj/-1 { who/WP/nsubj/+1 } " + "b/IN/x/+1 " * 12 + "left/VBD/relcl/-14", "( unknown)"),
    ],
)
def test_somebody_whom_only_a_clause_tells_of(line: str, expected: str) -> None:
    """Who "those who" are: they are known by the words that the clause hangs on, as far as it is near."""
    document = talk(line + " < rain/NN > .")
    assert told(document, speaking(document)[0]) == expected


def antecedent(line: str) -> str:
    """Whom the relative pronoun of a sentence stands for."""
    document = described(line)
    (mention,) = [one for one in document.mentions if document.parse.tags[one.head] in ("WP", "WDT", "WP$")]
    return told(document, relative_antecedent(document, mention))


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("PERSON[Anna/NNP/dobj/-1] who/WP/nsubj/+1 left/VBD/relcl/-2", "Anna"),
        ("PERSON[Anna/NNP/dobj/-1] who/WP/nsubj/+1 left/VBD/acl/-2", "Anna"),
        ("PERSON[Anna/NNP/dobj/-1] b b who/WP/nsubj/+1 left/VBD/dep", "Anna"),
        ("PERSON[Anna/NNP/dobj/-1] b b b who/WP/nsubj/+1 left/VBD/dep", "Anna"),
        ("PERSON[Anna/NNP/dobj/-1] b b b b who/WP/nsubj/+1 left/VBD/dep", "-"),
        ("he/PRP who/WP/nsubj/+1 left/VBD/dep", "-"),
        ("PERSON[Anna/NNP] it/PRP it/PRP it/PRP who/WP/nsubj/+1 left/VBD/dep", "Anna"),
        ("PERSON[Peter/NNP] met/VBD PERSON[Anna/NNP] , who/WP/nsubj/+1 left/VBD/relcl/-5", "Peter"),
        ("PERSON[Peter/NNP] met/VBD PERSON[Anna/NNP] , who/WP/nsubj/+1 left/VBD/dep", "Anna"),
        ("who/WP/nsubj/+1 left/VBD/relcl/+1 PERSON[Anna/NNP]", "-"),
        # several by the verb
        (
            "PERSON[Anna/NNP] and/CC/cc/-1 PERSON[Peter/NNP/conj/-2] , who/WP/nsubj/+2 have/VBP left/VBN/relcl/-4",
            "Anna + Peter",
        ),
        (
            "PERSON[Anna/NNP] and/CC/cc/-1 PERSON[Peter/NNP/conj/-2] , who/WP/nsubj/+2 has/VBZ left/VBN/relcl/-4",
            "Peter",
        ),
        ("PERSON[Anna/NNP] and/CC/cc/-1 PERSON[Peter/NNP/conj/-2] , who/WP/nsubj/+1 left/VBD/relcl/-3", "Peter"),
        ("PERSON[Anna/NNP] and/CC/cc/-1 PERSON[Peter/NNP/conj/-2] , who/WP/nsubj/+1 say/VBP/relcl/-3", "Anna + Peter"),
        (
            "PERSON[Anna/NNP] and/CC/cc/-1 PERSON[Peter/NNP/conj/-2] , who/WP/nsubjpass/+2 were/VBD left/VBN/relcl/-4",
            "Anna + Peter",
        ),
        (
            "PERSON[Anna/NNP] and/CC/cc/-1 PERSON[Peter/NNP/conj/-2] , who/WP/dobj/+2 have/VBP left/VBN/relcl/-4",
            "Peter",
        ),
        (
            "voters/NNS/nsubj of/IN/prep/-1 PERSON[Anna/NNP/pobj/-1] , who/WP/nsubj/+2 have/VBP left/VBN/relcl/-4",
            "(voter people several)",
        ),
        ("voter/NN/nsubj of/IN/prep/-1 PERSON[Anna/NNP/pobj/-1] , who/WP/nsubj/+2 have/VBP left/VBN/relcl/-4", "Anna"),
        ("voters/NNS/nsubj of/IN/prep/-1 PERSON[Anna/NNP/pobj/-1] , who/WP/nsubj/+2 has/VBZ left/VBN/relcl/-6", "Anna"),
        (
            "voters/NNS/nsubj of/IN/prep/-1 PERSON[Anna/NNP/pobj/-1] , who/WP/nsubj/+2 had/VBD left/VBN/relcl/-6",
            "(voter people several)",
        ),
        # what is nobody
        (
            "voters/NNS/nsubj of/IN/prep/-1 GPE[Ohio/NNP/pobj/-1] , who/WP/nsubj/+1 left/VBD/relcl/-3",
            "(voter people several)",
        ),
        (
            (
                "voters/NNS/nsubj of/IN/prep/-1 ORG[Acme/NNP/compound/+1 "
                "Group/NNP/pobj/-2] , who/WP/nsubj/+1 left/VBD/relcl/-3"
            ),
            "(voter people several)",
        ),
        ("voters/NNS/nsubj left/VBD/conj/-1 ORG[Acme/NNP/dobj/-1] , who/WP/nsubj/+1 left/VBD/relcl/-3", "Acme"),
        ("reports/NNS/nsubj of/IN/prep/-1 ORG[Acme/NNP/pobj/-1] , who/WP/nsubj/+1 left/VBD/relcl/-3", "Acme"),
        ("a report/NN/nsubj of/IN/prep/-1 PERSON[Anna/NNP/pobj/-1] , who/WP/nsubj/+1 left/VBD/relcl/-5", "Anna"),
        (
            "a report/NN/nsubj of/IN/prep/-1 ORG[Acme/NNP/pobj/-1] , who/WP/nsubj/+1 left/VBD/relcl/-5",
            "(report document)",
        ),
        ("GPE[Ohio/NNP/nsubj] of/IN/prep/-1 ORG[Acme/NNP/pobj/-1] , who/WP/nsubj/+1 left/VBD/relcl/-5", "Ohio"),
        # things
        ("a rival/NN/nsubj in/IN/prep/-1 ORG[Acme/NNP/pobj/-1] , which/WDT/nsubj/+1 left/VBD/relcl/-5", "Acme"),
        ("a rival/NN/nsubj in/IN/prep/-1 ORG[Acme/NNP/pobj/-1] which/WDT/nsubj/+1 left/VBD/relcl/-4", "Acme"),
        ("a rival/NN/nsubj in/IN/prep/-1 ORG[Acme/NNP/pobj/-1] that/WDT/nsubj/+1 left/VBD/relcl/-4", "(rival person)"),
        (
            "a rival/NN/nsubj in/IN/prep/-1 PERSON[Anna/NNP/pobj/-1] , which/WDT/nsubj/+1 left/VBD/relcl/-5",
            "(rival person)",
        ),
        ("a rival/NN/nsubj , which/WDT/nsubj/+1 left/VBD/relcl/-3", "(rival person)"),
        (
            "a report/NN/nsubj in/IN/prep/-1 ORG[Acme/NNP/pobj/-1] , which/WDT/nsubj/+1 left/VBD/relcl/-5",
            "(report document)",
        ),
        ("ORG[League/NNP/nsubj] in/IN/prep/-1 GPE[Ohio/NNP/pobj/-1] , which/WDT/nsubj/+1 left/VBD/relcl/-3", "Ohio"),
        ("ORG[Acme/NNP/nsubj] of/IN/prep/-1 GPE[Ohio/NNP/pobj/-1] , which/WDT/nsubj/+1 left/VBD/relcl/-3", "Acme"),
        ("ORG[Acme/NNP/nsubj] of/IN/prep/-1 GPE[Ohio/NNP/dobj/-1] , which/WDT/nsubj/+1 left/VBD/relcl/-3", "Ohio"),
        ("a company/NN/nsubj of/IN/prep/-1 GPE[Ohio/NNP/pobj/-1] , which/WDT/nsubj/+1 left/VBD/relcl/-3", "Ohio"),
        ("ORG[Acme/NNP/nsubj] of/IN/prep/-1 ORG[Zorbix/NNP/pobj/-1] , which/WDT/nsubj/+1 left/VBD/relcl/-3", "Zorbix"),
        # how far
        ("PERSON[Anna/NNP] who/WP/nsubj/+1 " + "b/IN/x/+1 " * 10 + "left/VBD/relcl/-12", "Anna"),
        (
            "PERSON[Anna/NNP] it/PRP it/PRP it/PRP it/PRP who/WP/nsubj/+1 " + "b/IN/x/+1 " * 12 + "left/VBD/relcl/-18",
            "-",
        ),
        (
            "PERSON[Anna/NNP] and/CC/cc/-1 PERSON[Peter/NNP/conj/-2] , who/WP/nsubj/+12 "
            + "b/IN " * 10
            + "have/VBP left/VBN/relcl/-14",
            "Anna + Peter",
        ),
        (
            "PERSON[Anna/NNP] and/CC/cc/-1 PERSON[Peter/NNP/conj/-2] , who/WP/nsubj/+13 "
            + "b/IN " * 11
            + "have/VBP left/VBN/relcl/-15",
            "Peter",
        ),
    ],
)
def test_whom_a_relative_pronoun_stands_for(line: str, expected: str) -> None:
    """What its clause hangs on, as far as number and kind agree; else what stands before it."""
    assert antecedent(line + " .") == expected


def test_a_quotation_goes_on_in_its_paragraph_alone() -> None:
    """Without source and cue it is by whoever spoke before it; not where it is no quotation, nor in another line."""
    talked = talk("{ PERSON[Anna/NNP/nsubj/+1] } said/VBD < “ b/NN ” > “ c/NN ” . | “ d/NN ” “ e/NN ”")
    (said,) = talked.attributions

    def speakers(*contents: tuple[tuple[int, int], ...], kind: QuoteKind = QuoteKind.DIRECT) -> list[str]:
        more = [evolve(said, content=content, source=(), cue=(), kind=kind) for content in contents]
        document = Document(talked.parse, talked.words, talked.mentions, [said, *more])
        return [told(document, one) for one in speaking(document)]

    assert speakers(((5, 8),)) == ["Anna", "Anna"]
    assert speakers(((5, 8),), kind=QuoteKind.MIXED) == ["Anna", "Anna"]
    assert speakers(((5, 8),), kind=QuoteKind.INDIRECT) == ["Anna", "-"]
    assert speakers(((10, 13),)) == ["Anna", "-"]
    assert speakers(((5, 8), (10, 13))) == ["Anna", "Anna"]
    assert speakers(((5, 8), (10, 13)), ((13, 16),)) == ["Anna", "Anna", "Anna"]
    assert speakers(((10, 13),), ((13, 16),)) == ["Anna", "-", "-"]
    assert speakers(((5, 8),), ((10, 13),)) == ["Anna", "Anna", "-"]


def test_kept_speakers_are_those_of_what_is_kept() -> None:
    """Over any number of steps, up to fifty; a number that is none keeps nobody."""
    talked = talk("{ PERSON[Anna/NNP/nsubj/+1] } said/VBD < “ b/NN ” > “ c/NN ”")
    (said,) = talked.attributions

    def last(*keeps: int) -> str:
        more = [evolve(said, source=(), keeps=kept_one) for kept_one in keeps]
        document = Document(talked.parse, talked.words, talked.mentions, [said, *more])
        return told(document, speaking(document)[1])

    assert last(0) == "Anna"
    assert last(2, 0) == "Anna"
    assert last(2, 3, 0) == "Anna"
    assert last(9) == last(-1) == last(1) == last(2) == "-"
    assert last(*range(2, 51), 0) == "Anna"
    assert last(*range(2, 53), 0) == "-"
