"""Which words are pronouns and descriptions, where a phrase begins, what heads a source, and what a noun stands for."""

from __future__ import annotations

import pytest
from tagged import introduced, tagged

from quoteattr.coreference.entities import MentionType
from quoteattr.coreference.gazetteer import gazetteer
from quoteattr.coreference.mentions.nominals import (
    description_mention,
    phrase_mentions,
    phrase_start,
    source_head,
    traits_of,
)
from quoteattr.syntax import Parse

ACTIVIST = "activist/NN/nsubj/! and/CC/cc/-1 strategist/NN/conj/-2"


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
        (f"{ACTIVIST} PERSON[Anna/NNP/nsubj/!]", "Anna"),
        (f"{ACTIVIST} PERSON[Anna/NNP/dobj/!]", "activist"),
        (f"{ACTIVIST} b PERSON[Anna/NNP/nsubj/!]", "activist"),
        (f"{ACTIVIST} anna/NN/nsubj/!", "activist"),
        ("activist/NN/nsubj/! and/CC/cc/-1 strategist/NN/x/-2 PERSON[Anna/NNP/nsubj/!]", "activist"),
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


@pytest.mark.parametrize(("before", "head"), [(199, 199), (200, 0)])
def test_two_hundred_tokens_of_a_source_are_looked_at(before: int, head: int) -> None:
    """The head is not looked for behind them."""
    parse, sources, _ = tagged("{ " + "b/JJ/x/! " * before + "nurse/NN/nsubj/! } said/VBD .")
    assert source_head(parse, *sources[0]) == head


def grown(line: str) -> Parse:
    """The parse of a line, with what stands before nouns hung on them."""
    return introduced(line).context.parse


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("the nurse/NN", "the nurse | nurse person definite"),
        ("a nurse/NN", "a nurse | nurse person"),
        ("his nurse/NN", "his nurse | nurse person definite"),
        ("nurse/NN", "nurse | nurse person"),
        ("both/PDT/x/+1 the nurses/NNS", "both the nurses | nurse people definite"),
        ("all/PDT/predet/+2 the/DT/det/+1 nurses/NNS", "all the nurses | nurse people definite"),
        ("all/PDT/predet/+2 a/DT/det/+1 nurse/NN", "all a nurse | nurse person"),
        (", - nurse/NN", "nurse | nurse person"),
        ("b/JJ/x/+1 nurse/NN", "nurse | nurse person"),
        # plurals that the tagger takes for one
        ("Latinos/NNP", "Latinos | latino people"),
        ("Zorns/NNP", "Zorns | zorns "),
        # nouns with hyphens
        ("the non/NN/compound/+2 - profit/NN", "the non - profit | non-profit organisation definite"),
        ("the non/NN/compound/+2 , profit/NN", "the non , profit | profit  definite"),
        ("the/DT/det/+5 46/CD/x/+4 - year/NN/npadvmod/+2 - old/JJ", "the 46 - year - old | old person definite"),
        ("b - year/NN/npadvmod/+2 - old/JJ", "year - old | old person"),
        ("- year/NN/npadvmod/+2 - old/JJ", "year - old | old "),
        # offices of their own
        ("the vice/NN/compound/+1 president/NN", "the vice president | vice president person definite"),
        ("vice/NN/x president/NN", "president | president person"),
        ("the deputy/NN/compound/+1 mayor/NN", "the deputy mayor | deputy mayor person definite"),
        ("the minority/NN/compound/+1 leader/NN", "the minority leader | minority leader person definite"),
        ("the party/NN/compound/+1 leader/NN", "the party leader | leader person definite"),
        ("the chief/JJ/amod/+1 officer/NN", "the chief officer | executive person definite"),
        ("the police/NN/compound/+1 officer/NN", "the police officer | officer person definite"),
        ("the inspector/NN/compound/+1 general/NN", "the inspector general | inspector general person definite"),
        ("the old/JJ/amod/+1 general/NN", "the old general | general person definite"),
        ("inspector/NN/x general/NN", "general | general person"),
        # nouns for people, documents and organisations
        ("official/JJ figures/NNS", "official figures | figures document"),
        ("party/NN figures/NNS", "party figures | figure people"),
        ("the former/JJ model/NN", "the former model | model person definite"),
        ("the model/NN", "the model | model document definite"),
        ("a paper/NN", "a paper | paper document"),
        ("the paper/NN", "the paper | paper organisation definite"),
    ],
)
def test_a_description_and_its_noun(line: str, expected: str) -> None:
    """Where it begins, whether it is definite, and what its noun stands for by what is before it."""
    parse = grown(line)
    head = len(parse) - 1
    mention = description_mention(parse, head, gazetteer())
    assert mention.noun is not None
    words, noun = " ".join(parse.words[mention.start : mention.end]), mention.noun
    assert f"{words} | {noun.base} {noun.kind}{' definite' * mention.definite}" == expected
    assert mention.start == phrase_start(parse, head)


def test_a_bare_premodifier_is_definite() -> None:
    """The "campaign" of "campaign aides" is one that is known."""
    parse = grown("campaign/NN/compound/+1 aides/NNS")
    assert [description_mention(parse, token, gazetteer()).definite for token in (0, 1)] == [True, False]


@pytest.mark.parametrize(
    ("line", "names", "expected"),
    [
        ("he left it/PRP", (), "~he ~it"),
        ("he left it/PRP", (0,), "~it"),
        ("that/WDT/nsubj left that/WDT/dobj and that/IN", (), "~that"),
        ("zorn/PRP left", (), ""),
        ("the nurse left the zorn", (), "=nurse"),
        ("{ the zorn } left", (), "=zorn"),
        ("{ left/VBD } the zorn", (), "=left"),
        ("police/NN/compound/+1 aides/NNS", (), "=aides"),
        ("campaign/NN/compound/+1 aides/NNS", (), "=campaign =aides"),
        ("aides/NNS campaign/NN/compound/-1", (), "=aides"),
        ("Tulsa police/NN/compound/+1 aides/NNS", (0,), "=police =aides"),
        ("Tulsa police/NN/compound/+1 aides/NNS", (), "=aides"),
        ("Tulsa press/NN/compound/+1 aides/NNS", (0,), "=aides"),
        (") police/NN/compound/+1 aides/NNS", (0,), "=aides"),
        ("{ nurse/NN/compound/+1 } aides/NNS", (), "=nurse =aides"),
    ],
)
def test_mentions_that_are_no_names(line: str, names: tuple[int, ...], expected: str) -> None:
    """Pronouns, nouns of the lists, heads of sources; of premodifiers those that are organisations of their own."""
    parse, sources, _ = tagged(line)
    kinds = {MentionType.PRONOUN: "~", MentionType.DESCRIPTION: "="}
    found = phrase_mentions(parse, [token in names for token in range(len(parse))], sources, gazetteer())
    assert " ".join(kinds[one.type] + parse.words[one.head] for one in found) == expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("the nurse/NN", "person | nurse"),
        ("a nurse/NN", "person introduced | nurse"),
        ("no nurse/NN", "person | "),
        ("the old/JJ nurse/NN", "person | nurse old"),
        ("the nurses/NNS", "people plural | nurse"),
        ("the zorn/NN", "unknown | zorn"),
        ("the three/CD", "people plural | three"),
        ("the three/CD of/IN/prep/-1 the nurses/NNS/pobj/-2", "people plural | three"),
        ("someone/NN", "person | someone"),
        ("one/CD of/IN/prep/-1 the nurses/NNS/pobj/-2", "person introduced | one"),
        ("a group/NN of/IN/prep/-1 nurses/NNS/pobj/-1", "people plural introduced | group"),
        ("a group/NN with/IN/prep/-1 nurses/NNS/pobj/-1", "organisation introduced | group"),
        ("a group/NN of/IN/prep/-1 zorns/NNS/pobj/-1", "organisation introduced | group"),
        ("a group/NN of/IN/prep/-1 companies/NNS/pobj/-1", "organisation introduced | group"),
        ("most/JJ of/IN/prep/-1 the reports/NNS/pobj/-2", "document plural | most"),
    ],
)
def test_what_a_description_tells_of_its_entity(line: str, expected: str) -> None:
    """Its kind, its number, whether it is introduced, and its nouns; a measure tells what it is a measure of."""
    parse = grown(line)
    head = max(token for token, above in enumerate(parse.heads) if token == above)
    traits = traits_of(parse, description_mention(parse, head, gazetteer()), gazetteer())
    told = f"{traits.kind.value}{' plural' * traits.plural}{' introduced' * traits.introduced}"
    assert f"{told} | {' '.join(sorted(traits.nouns))}" == expected
