"""By which words somebody is known: the fullest name, the best description; on tagged sentences."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

import pytest
from promises import kept
from tagged import talk

from quoteattr.coreference.entities import Entity, Mention, MentionType
from quoteattr.coreference.gazetteer import Noun
from quoteattr.coreference.mentions.nominals import description_mention
from quoteattr.records import SpeakerKind
from quoteattr.speaker_records import Records, best_name, describe, phrase_text


@pytest.fixture(scope="module", autouse=True)
def promises() -> Iterator[None]:
    """Functions return what they promise."""
    with kept():
        yield


def known(forms: str, kind: SpeakerKind = SpeakerKind.PERSON) -> str | None:
    """The best of some forms of a name, parted by "/"."""
    parse = talk(forms).parse
    edges = [-1, *(at for at, word in enumerate(parse.words) if word == "/"), len(parse)]
    names = [(start + 1, end) for start, end in pairwise(edges)]
    return best_name(parse, Entity(kind, names=names))


@pytest.mark.parametrize(
    ("forms", "kind", "expected"),
    [
        ("Hall / Anna Hall", "person", "Anna Hall"),
        ("Hall / ANNA HALL", "person", "Hall"),
        ("ANNA HALL", "person", "ANNA HALL"),
        ("ANNA HALL / Anna Hall", "person", "Anna Hall"),
        ("HALL / Anna Hall", "person", "Anna Hall"),
        ("Anna Hall / Dora Halls", "person", "Dora Halls"),
        ("A Bee / Annabella", "person", "A Bee"),
        ("NASA / Nasa", "organisation", "Nasa"),
        ("NASA / Space", "organisation", "Space"),
        ("NASA LABS / Labs", "organisation", "NASA LABS"),
        ("NASA LABS / Labs", "person", "Labs"),
        ("RSPCA / Rats", "organisation", "RSPCA"),
        ("RSPCA / Ratss", "organisation", "RSPCA"),
        ("BBC / CNN", "organisation", "BBC"),
    ],
)
def test_the_fullest_form_of_a_name(forms: str, kind: str, expected: str) -> None:
    """Of most words, then of most letters; capitals only where nothing else is as long."""
    assert known(forms, SpeakerKind(kind)) == expected


def test_names_that_are_put_together() -> None:
    """Of several, of somebody named with a relative only, of somebody's campaign."""
    parse = talk("Anna and Peter Hall Jr. met it").parse
    anna = Entity(SpeakerKind.PERSON, names=[(0, 1)], apart=((0, 1), (3, 4)))
    peter = Entity(SpeakerKind.PERSON, names=[(2, 5)])
    nobody = Entity(SpeakerKind.PERSON)
    assert best_name(parse, anna) == "Anna Hall"
    assert best_name(parse, Entity(SpeakerKind.PERSON, names=[(2, 4)], apart=((0, 1), (3, 4)))) == "Peter Hall"
    assert best_name(parse, Entity(SpeakerKind.PEOPLE, parts=(anna, peter))) == "Anna Hall and Peter Hall Jr."
    assert best_name(parse, Entity(SpeakerKind.PEOPLE, parts=(nobody, peter, peter))) == "Peter Hall Jr."
    assert best_name(parse, Entity(SpeakerKind.PEOPLE, parts=(nobody,))) is None
    assert best_name(parse, nobody) is None

    def owned(owner: Entity, kind: SpeakerKind = SpeakerKind.ORGANISATION, noun: str = "campaign") -> str | None:
        return best_name(parse, Entity(kind, owner=owner, nouns={noun}))

    assert owned(peter) == "Hall campaign"
    assert owned(nobody) is None
    assert owned(peter, noun="company") is None
    assert owned(peter, kind=SpeakerKind.PEOPLE) is None
    assert owned(Entity(SpeakerKind.ORGANISATION, names=[(2, 4)])) is None
    assert phrase_text(parse, (2, 2)) == ""
    assert phrase_text(parse, (2, 3)) == "Peter"


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("the old/JJ nurse/NN left", "old nurse"),
        ("a nurse/NN of/IN/prep/-1 Ohio/NNP/pobj/-1 left", "nurse of Ohio"),
        ("a nurse/NN with/IN/prep/-1 Ohio/NNP/pobj/-1 , left", "nurse with Ohio"),
        ("a nurse/NN b with/IN/prep/-2 Ohio/NNP/pobj/-1 left", "nurse"),
        ("a nurse/NN of/IN/prep/-1 " + "b/JJ " * 5 + "farm/NN/pobj/-6 left", "nurse of b b b b b farm"),
        ("a nurse/NN of/IN/prep/-1 " + "b/JJ " * 6 + "farm/NN/pobj/-7 left", "nurse"),
        ("a nurse/NN of/IN/x/-1 Ohio/NNP/pobj/-1 left", "nurse"),
        ("of/IN/prep/+2 a nurse/NN left", "nurse"),
        ("his nurse/NN left", "nurse"),
        ("nurse/NN left", "nurse"),
        ("b/JJ/amod/+3 met/VBD/amod/+2 old/JJ nurse/NN left", "old nurse"),
        ("b/JJ/amod/+3 , old/JJ/amod/+1 nurse/NN left", "old nurse"),
        ("old/JJ/amod/+2 | nurse/NN left", "nurse"),
        ("a nurse/NN of/IN/prep/-1 b/NN/pobj/-1 , c/NN/conj/-2 left", "nurse of b"),
        ("a nurse/NN of/IN/prep/-1 b/NN/pobj/-1 | c/NN/conj/-2 left", "nurse of b"),
        ("a nurse/NN of/IN/prep/-1 b/NN/pobj/-1 and/CC/cc/-1 left", "nurse of b"),
        # a source has its own words
        ("{ a nurse/NN/nsubj/! b old/JJ c } said/VBD < rain/NN >", "nurse b old c"),
        ("{ a nurse/NN/nsubj/! b , c } said/VBD < rain/NN >", "nurse b"),
        ("{ a nurse/NN/nsubj/! who/WP left } said/VBD < rain/NN >", "nurse"),
        ("{ a nurse/NN/nsubj/! b and/CC } said/VBD < rain/NN >", "nurse b"),
        ("{ a nurse/NN/nsubj/! b 's } said/VBD < rain/NN >", "nurse b"),
        ("{ b met/VBD/x/+1 nurse/NN/nsubj/! } said/VBD < rain/NN >", "b met nurse"),
        ("{ b , nurse/NN/nsubj/! } said/VBD < rain/NN >", "nurse"),
        ("{ “ nurse/NN/nsubj/! ” } said/VBD < rain/NN >", "nurse"),
        ("{ nurse/NN/nsubj/! 's } said/VBD < rain/NN >", "nurse"),
        ("{ nurse/NN/nsubj/! " + "b/JJ/x " * 59 + "} said/VBD < rain/NN >", "nurse" + " b" * 59),
        ("{ nurse/NN/nsubj/! " + "b/JJ/x " * 61 + "} said/VBD < rain/NN >", "nurse" + " b" * 59),
    ],
)
def test_the_words_of_a_description(line: str, expected: str) -> None:
    """Without an article or a possessive, up to the first comma, with what hangs on the noun beside it."""
    document = talk(line)
    head = next(token for token, word in enumerate(document.parse.lower) if word == "nurse")
    mention = description_mention(document.parse, head, document.words)
    assert describe(document, mention) == expected


def described(line: str) -> str | None:
    """The best words for somebody whom all descriptions of a line stand for."""
    document = talk(line)
    entity = Entity(SpeakerKind.PERSON, best="somebody")
    entity.mentions = [one for one in document.mentions if one.type is not MentionType.NAME]
    return Records(document)._description(entity)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("a nurse/NN left . the old/JJ nurse/NN left", "old nurse"),
        ("the old/JJ nurse/NN left . the sad/JJ nurse/NN left", "old nurse"),
        ("a nurse/NN left . a nurse/NN left . the very old/JJ farmer/NN left", "nurse"),
        ("the old/JJ nurse/NN left . { a nurse/NN/nsubj/! } said/VBD < rain >", "nurse"),
        ("the old/JJ nurse/NN left . { the nurse/NN/nsubj/! } said/VBD < rain >", "old nurse"),
        ("the old/JJ nurse/NN left . { nurse/NN/nsubj/! } said/VBD < rain >", "old nurse"),
        ("the old/JJ sad/JJ nurse/NN left . { the old/JJ nurse/NN/nsubj/! } said/VBD < rain >", "old nurse"),
        ("a nurse/NN left . { nurse/NN/nsubj/! " + "b/JJ/x " * 12 + "} said/VBD < rain >", "nurse"),
        ("a nurse/NN left . { nurse/NN/nsubj/! " + "b/JJ/x " * 11 + "} said/VBD < rain >", "nurse" + " b" * 11),
        ("he left", "somebody"),
    ],
)
def test_the_best_description(line: str, expected: str) -> None:
    """The longest by the noun that is used most, sources first; no more than twelve words after another."""
    assert described(line) == expected


def test_several_without_names_have_the_words_of_their_source() -> None:
    """Those of the first mention."""
    document = talk("the nurse/NN and the farmer/NN left")
    entity = Entity(SpeakerKind.PEOPLE, parts=(Entity(SpeakerKind.PERSON), Entity(SpeakerKind.PERSON)))
    entity.mentions = [Mention(0, 5, 1, MentionType.DESCRIPTION), Mention(3, 5, 4, MentionType.PRONOUN)]
    document.source_ranges[1] = (0, 5)
    assert Records(document)._description(entity) == "nurse and the farmer"
    entity.mentions = [Mention(3, 5, 4, MentionType.PRONOUN), Mention(0, 1, 0, MentionType.PRONOUN)]
    assert Records(document)._description(entity) == "the farmer"
    entity.mentions = [Mention(1, 2, 1, MentionType.DESCRIPTION, noun=Noun("nurse", "person"))]
    assert Records(document)._description(entity) == "nurse and the farmer"


def test_records_are_numbered_by_first_mention() -> None:
    """Speakers and bodies each; who is mentioned nowhere comes last; an organisation has its other forms as aliases."""
    document = talk("ORG[Acme] met ORG[Acme Group] and PERSON[Anna] …")
    acme, group, anna = (document.mentions[number].entity for number in range(3))
    assert acme is not None
    assert group is not None
    assert anna is not None
    for mention in document.mentions:
        if mention.entity is not None:
            mention.entity.mentions.append(mention)
    lost = Entity(SpeakerKind.PERSON)
    speakers, bodies, each = Records(document).make([lost, anna, None, acme, anna])
    assert [(one.id, one.name) for one in speakers] == [("s1", "Acme Group"), ("s2", "Anna"), ("s3", None)]
    assert [(one.id, one.name, one.aliases) for one in bodies] == [("o1", "Acme Group", ("Acme",))]
    assert [one.id if one else "-" for one in each] == ["s3", "s2", "-", "s1", "s2"]
    assert [span.text for span in bodies[0].mentions] == ["Acme", "Acme Group"]


def test_a_capital_that_stands_for_a_country_is_no_name_of_it() -> None:
    """Unless it speaks, or nothing else is known."""
    document = talk("GPE[Tehran] met GPE[Iran] and PERSON[Anna] …")
    place = Entity(SpeakerKind.ORGANISATION, names=[(0, 1), (2, 3)], place=True)
    records = Records(document)
    assert records._organisation(place, "o1", speaks=True).name == "Tehran"
    assert records._organisation(place, "o1", speaks=False).name == "Iran"
    place.names = [(0, 1)]
    assert records._organisation(place, "o1", speaks=False).name == "Tehran"
    body = Entity(SpeakerKind.ORGANISATION, names=[(0, 1), (2, 3)])
    assert records._organisation(body, "o1", speaks=False).name == "Tehran"
    assert records._organisation(Entity(SpeakerKind.ORGANISATION), "o1", speaks=False).name == "government"
