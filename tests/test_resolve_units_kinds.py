"""Votes and revisions on trees written by hand: what is nearly evidence, and how evidence adds up."""

from __future__ import annotations

import pytest
from scenes import places_of, plain, tree

from quoteattr.coreference import typing
from quoteattr.coreference.gazetteer import gazetteer
from quoteattr.coreference.mentions.names import Name, NameKind, key_of
from quoteattr.coreference.typing.kinds import kinds_of, stands_for, verdicts
from quoteattr.coreference.typing.votes import Vote
from quoteattr.syntax import Parse

LETTERS = {
    "p": NameKind.PERSON,
    "o": NameKind.ORGANISATION,
    "l": NameKind.PLACE,
    "g": NameKind.GROUP,
    "x": NameKind.OTHER,
}


def name_of(parse: Parse, told: str, label: str = "", number: int = 0) -> Name:
    """A name by its words; "Mr. Vexo" has a title, "the Vexo" an article, "VEXO!" stands in a headline."""
    title = told.startswith("Mr. ")
    article = told.startswith("the ")
    called = told.removeprefix("Mr. ").removeprefix("the ").removesuffix("!")
    start, end = places_of(parse, called)[number]
    key = key_of(parse.words[start:end])
    return Name(start, end, key, label, ("mr.",) * title, article=article, headline=told.endswith("!"))


EDGES = [
    ("VEXOLES left", "VEXOLES", "", ""),
    ("VEXOLE left", "VEXOLE", "", "acronym"),
    ("VX left", "VX", "", ""),
    ("VEX left", "VEX", "", "acronym"),
    ("VEXO left", "VEXO!", "", ""),
    ("VEXO SOAPS left", "VEXO SOAPS", "", ""),
    ("the Vexo/NNP/nsubj/+1 left/VBD/ROOT/+0", "the Vexo", "", ""),
    ("the Vexo/NNP/compound/+1 left/VBD/ROOT/+0", "the Vexo", "", ""),
    ("the Vexo/NNP/poss/+2 soap/NN left/VBD/ROOT/+0", "the Vexo", "", "article"),
    ("Vexo/NNP/nsubj/+3 a/DT/det/+1 maker/NN/appos/-2 left/VBD/ROOT/+0", "Vexo", "", "organisation-apposed-bare"),
    ("Vexo/NNP/nsubj/+2 soap/NN/appos/-1 left/VBD/ROOT/+0", "Vexo", "", ""),
    (
        "Vexo/NNP/nsubj/+4 one/CD/appos/-1 of/IN/prep/-1 firms/NNS/pobj/-1 left/VBD/ROOT/+0",
        "Vexo",
        "",
        "organisation-apposed-bare",
    ),
    (
        "Vexo/NNP/nsubj/+4 one/CD/appos/-1 of/IN/prep/-1 doctors/NNS/pobj/-1 left/VBD/ROOT/+0",
        "Vexo",
        "",
        "person-apposed",
    ),
    ("Vexo/NNP/nsubj/+3 one/CD/appos/-1 of/IN/prep/-1 left/VBD/ROOT/+0", "Vexo", "", ""),
    ("Vexo/NNP/nsubj/+4 whom/WP/dobj/+2 we/PRP/nsubj/+1 met/VBD/relcl/-3 left/VBD/ROOT/+0", "Vexo", "", "who"),
    ("Vexo/NNP/nsubj/+3 who/WP/nsubj/+1 sings/VBZ/relcl/-2 left/VBD/ROOT/+0", "Vexo", "NORP", ""),
    ("Vexo/NNP/pobj/+3 who/WP/nsubj/+1 sings/VBZ/relcl/-2 left/VBD/ROOT/+0", "Vexo", "GPE", ""),
    ("Vexos/NNPS/nsubj/+4 who/WP/nsubj/+1 are/VBP/relcl/-2 third left/VBD/ROOT/+0", "Vexos", "", "who"),
    ("Vexo/NNP/nsubj/+4 who/WP/nsubj/+2 now are/VBP/relcl/-3 left/VBD/ROOT/+0", "Vexo", "", "who"),
    ("Vexo/NNP/nsubj/+3 that/WDT/nsubj/+1 sings/VBZ/relcl/-2 left/VBD/ROOT/+0", "Vexo", "", ""),
    ("firm/NN Vexo left", "Vexo", "GPE", "after-organisation-noun"),
    ("firm/NN Vexo left", "Vexo", "NORP", ""),
    ("firm/JJ Vexo left", "Vexo", "", ""),
    ("firm/NN Vexo left", "Mr. Vexo", "", "title"),
    ("doctor/NN Vexo left", "Vexo", "GPE", "after-person-noun"),
    ("doctor/JJ Vexo left", "Vexo", "", ""),
    ("Vexo/NNP/nsubj/+1 is/VBZ/ROOT/+0 glad", "Vexo", "", ""),
    ("Vexos/NNPS/nsubj/+1 are/VBP/ROOT/+0 glad", "Vexos", "", ""),
    ("Vexo/NNP/dobj/+1 are/VBP/ROOT/+0 glad", "Vexo", "", ""),
    ("Vexo/NNP/nsubj/+5 so so so are/VBP/aux/+1 going/VBG/ROOT/+0", "Vexo", "", ""),
    ("Vexo/NNP/nsubj/+4 so so are/VBP/aux/+1 going/VBG/ROOT/+0", "Vexo", "", "plural-verb"),
    ("are/VBP/aux/+2 Vexo/NNP/nsubj/+1 going/VBG/ROOT/+0", "Vexo", "", ""),
    ("are/VBP/ROOT/+0 Vexo/NNP/nsubj/-1 glad", "Vexo", "", ""),
    ("Vexo/NNP/nsubj/+3 and Brella/NNP/conj/-2 are/VBP/ROOT/+0 glad", "Vexo", "", ""),
    ("so . “ Vexo have left", "Vexo", "", "plural-verb"),
    ("so . so Vexo have left", "Vexo", "", ""),
    ("Vexo have to/TO go", "Vexo", "", ""),
    ("Vexo have", "Vexo", "", ""),
    ("Vexo Soap have left", "Vexo Soap", "", ""),
    ("Vexo/NNP/compound/+2 chairman/JJ/compound/+1 Hale/NNP/ROOT/+0", "Vexo", "", ""),
    ("Vexo/NNP/compound/+2 chairman/NN/compound/+1 hale/NNP/ROOT/+0", "Vexo", "", "role"),
    ("Vexo/NNP/dep/+2 chairman/NN/dep/+1 Hale/NNP/ROOT/+0", "Vexo", "NORP", ""),
    ("Vexo chairman/NN", "Vexo", "", ""),
    ("doctor/NN/ROOT/+0 for/IN/prep/-1 Vexo/NNP/pobj/-1", "Vexo", "", ""),
    ("doctor/NN/ROOT/+0 of/IN/prep/-1 Vexo/NNP/pobj/-1", "Vexo", "PERSON", ""),
    ("director/NN/ROOT/+0 at/IN/prep/-1 Vexo/NNP/pobj/-1", "Vexo", "PERSON", "role"),
    ("doctor/NN/ROOT/+0 at/IN/prep/-1 Vexo/NNP/pobj/-1", "Vexo", "NORP", ""),
    ("soap/NN/ROOT/+0 at/IN/prep/-1 Vexo/NNP/pobj/-1", "Vexo", "", ""),
    ("doctors/NNS/ROOT/+0 at/IN/prep/-1 Vexo/NNP/pobj/-1", "Vexo", "", "role"),
    ("doctors/NNS/ROOT/+0 of/IN/prep/-1 Vexo/NNP/pobj/-1", "Vexo", "", ""),
    ("friend/NN/ROOT/+0 at/IN/prep/-1 Vexo/NNP/pobj/-1", "Vexo", "", ""),
    ("delegate/NN/ROOT/+0 of/IN/prep/-1 Vexo/NNP/pobj/-1", "Vexo", "", ""),
    ("critic/NN/ROOT/+0 of/IN/prep/-1 Vexo/NNP/pobj/-1", "Vexo", "", ""),
    ("mayor/NN/ROOT/+0 of/IN/prep/-1 Vexo/NNP/pobj/-1", "Vexo", "GPE", ""),
    ("mayor/NN/ROOT/+0 of/IN/prep/-1 Vexo/NNP/pobj/-1", "Vexo", "", "role"),
    ("doctor/NN/ROOT/+0 of/IN/prep/-1 Vexo/NNP/pobj/-1", "Vexo", "GPE", "role"),
    ("Vexo/NNP/compound/+1 singer/NN/compound/+1 Hale/NNP/ROOT/+0", "Vexo", "GPE", ""),
    ("Vexo/NNP/compound/+1 ceo/NN/nsubj/+1 left/VBD/ROOT/+0", "Vexo", "GPE", "role"),
    ("Vexo/NNP/compound/+1 singer/NN/nsubj/+1 left/VBD/ROOT/+0", "Vexo", "", ""),
    ("Vexo/NNP/compound/+2 ceo/NN/dep/+1 left/VBD/ROOT/+0", "Vexo", "", ""),
    ("Vexo/NNP/poss/+1 editor/NN/nsubj/+1 left/VBD/ROOT/+0", "Vexo", "", "role"),
    ("Vexo/NNP/poss/+1 singer/NN/nsubj/+1 left/VBD/ROOT/+0", "Vexo", "", ""),
    ("Vexo/NNP/dobj/+3 , 46 left/VBD/ROOT/+0", "Vexo", "", ""),
    ("Vexo/NNP/nsubj/+3 , old left/VBD/ROOT/+0", "Vexo", "", ""),
    ("Vexo/NNP/nsubj/+3 ; 46 left/VBD/ROOT/+0", "Vexo", "", ""),
]
FORMS = [
    ("anna poll", "full-name"),
    ("act", ""),
    ("may hale", "full-name"),
    ("truenet", ""),
    ("big truthcom", ""),
    ("conservatives", "listed-word-only"),
    ("cnn", "listed-word"),
    ("ford", "listed-word"),
    ("bbc anna", ""),
    ("vox ohio", "local-media"),
    ("google reuters", "local-media"),
    ("institute in rivers", ""),
    ("institute for", ""),
    ("anna officer", "full-name"),
    ("senior vexo", ""),
    ("blue american vexo", "nationwide"),
    ("anna of vexo", ""),
    ("anna the vexo", ""),
    ("anna m vexo hale", "full-name"),
    ("anna m vexo hale reed", ""),
    ("7 vexo", ""),
    ("vexo", ""),
]
SHORT = [
    ("Vexo Gas ( VG ) left", "VG", True),
    ("Vexo Gas ( Vexgas ) left", "Vexgas", True),
    ("Vexo Gas ( Brella ) left", "Brella", False),
    ("Vexo Gas ( BRELLA ) left", "BRELLA", True),
    ("Vexo Gas ( V ) left", "V", False),
    ("Vexo Gas ( V G ) left", "V G", False),
    ("Vexo Gas , VG ) left", "VG", False),
    ("Vexo Gas ( VG , left", "VG", False),
    ("Vexo Gas so ( VG ) left", "VG", False),
    ("Vexo Gas ( VG", "VG", False),
]
KINDS = [
    # labels: twice each, eight at most
    ("Vexo left", [("Vexo", "GPE")], "l"),
    ("Vexo left", [("Vexo", "LOC")], "l"),
    ("Vexo left", [("Vexo", "FAC")], "l"),
    ("Vexo left", [("Vexo", "NORP")], "g"),
    ("Vexo left", [("Vexo", "EVENT")], "x"),
    ("Vexo left", [("Vexo", "LAW")], "x"),
    ("Vexo left", [("Vexo", "PRODUCT")], "x"),
    ("Vexo left", [("Vexo", "WORK_OF_ART")], "x"),
    ("Vexo left", [("Vexo", "")], "x"),
    ("Vexo left Vexo", [("Vexo!", "ORG"), ("Vexo", "PERSON", 1)], "p"),
    ("Vexo Vexo Vexo Vexo Vexo Vexo firm/NN Vexo", [("Vexo", "PERSON", n) for n in range(6)] + [("Vexo", "", 6)], "p"),
    # apposition of names, places of work
    ("Anna Hale in Vexo left", [("Anna Hale", "PERSON"), ("Vexo", "PERSON")], "p"),
    # whom a source names
    ("Vexo left", [("Vexo", "PRODUCT"), "speaks"], "x"),
    ("Vexo left", [("Vexo", ""), "speaks"], "p"),
    ("Vexo/NNP/compound/+1 left", [("Vexo", ""), "speaks"], "x"),
    ("Vexo left", [("Vexo", "ORG"), "speaks"], "o"),
    ("the Vexo/NNP/compound/+1 left", [("the Vexo", ""), "speaks"], "x"),
    # parties, plurals, generic names
    ("the Conservatives left", [("the Conservatives", "NORP")], "o"),
    ("Conservatives left", [("Conservatives", "NORP")], "o"),
    ("Vexo Council left", [("Vexo Council", "ORG")], "o"),
    ("the Post left", [("the Post", "ORG")], "o"),
    ("Post left", [("Post", "ORG")], "g"),
    ("Forum for Peace met Forum", [("Forum for Peace", "ORG"), ("Forum", "ORG", 1)], "o"),
    ("Forum with Peace met Forum", [("Forum with Peace", "ORG"), ("Forum", "ORG", 1)], "g"),
    ("Forum Peace met Forum", [("Forum Peace", "ORG"), ("Forum", "ORG", 1)], "g"),
    # given names and surnames
    ("Anna Vexo left", [("Anna Vexo", "ORG")], "p"),
    ("Anna Smith met Smiths", [("Anna Smith", "PERSON"), ("Smiths", "ORG")], "o"),
    ("Ford met Anna Ford", [("Ford", "ORG"), ("Anna Ford", "PERSON"), ("Ford", "ORG")], "o"),
    ("Sofia Ford met Ford", [("Sofia Ford", "PERSON"), ("Ford", "ORG", 1)], "o"),
    ("Anna Ford of Ford Motor met Ford", [("Anna Ford", "PERSON"), ("Ford Motor", "ORG"), ("Ford", "ORG", 2)], "o"),
    ("Anna France met France", [("Anna France", "PERSON"), ("France", "GPE", 1)], "l"),
    ("Anna France met in France/NNP/pobj/-1", [("Anna France", "PERSON"), ("France", "GPE", 1), "speaks"], "l"),
    ("Anna Smith met Smith", [("Anna Smith", "PERSON"), ("Smith", "NORP", 1)], "g"),
    ("Anna Smith met Smith", [("Anna Smith", "PERSON"), ("Smith", "NORP", 1), "speaks"], "p"),
    # people are called by their last word, organisations are not
    ("Blue Vexo met Vexo", [("Blue Vexo", "ORG"), ("Vexo", "ORG", 1)], "o0"),
    ("Anna Vexo met Vexo", [("Anna Vexo", "GPE"), ("Vexo", "GPE", 1)], "p0"),
    # at work
    ("an/DT Oakland/NNP/compound/+1 doctor/NN left", [("Oakland", "GPE")], "l"),
    (
        "analyst/NN at/IN/prep/-1 Hale/NNP/pobj/-1 met Anna Hale",
        [("Anna Hale", "PERSON"), ("Hale", "PERSON", 0)],
        "p",
    ),
]


@pytest.mark.parametrize(("text", "name", "label", "voted"), EDGES)
def test_what_is_nearly_evidence_does_not_vote(text: str, name: str, label: str, voted: str) -> None:
    """Of the rules that look at an occurrence these vote, and no others."""
    parse = tree(plain(text))
    rules = [rule for rule in typing.RULES if isinstance(rule, Vote)]
    (verdict,) = verdicts(parse, [name_of(parse, name, label)], gazetteer(), rules=rules).values()
    assert [rule.removeprefix("type-") for rule in verdict.rules] == voted.split()


@pytest.mark.parametrize(("key", "voted"), FORMS)
def test_the_words_of_a_name_vote_once(key: str, voted: str) -> None:
    """By the first rule that applies, or by none."""
    name = Name(0, 1, tuple(key.split()), "")
    (verdict,) = verdicts(tree(plain("Vexo left")), [name], gazetteer()).values()
    assert "".join(verdict.rules).removeprefix("type-") == voted


@pytest.mark.parametrize(("text", "name", "short"), SHORT)
def test_a_name_in_brackets_may_be_a_short_form(text: str, name: str, short: bool) -> None:
    """Of a name of several words right before: by capitals, or by the same first letter."""
    parse = tree(plain(text))
    assert stands_for(parse, name_of(parse, name), name_of(parse, "Vexo Gas")) is short


@pytest.mark.parametrize(("text", "names", "kind"), KINDS)
def test_all_occurrences_tell_the_kind(text: str, names: list[object], kind: str) -> None:
    """The last name of those given is of this kind (with 0 behind it, the first)."""
    parse = tree(plain(text))
    found = [name_of(parse, *one) for one in names if isinstance(one, tuple)]
    sources = frozenset((found[-1].end - 1,)) if "speaks" in names else frozenset()
    told = kinds_of(parse, sorted(found, key=lambda name: name.start), gazetteer(), sources)
    assert told[found[0 if kind[1:] else -1].key] is LETTERS[kind[0]]
