"""The votes on what a name names, on trees written by hand: each sort of evidence by itself, and how they add up."""

from __future__ import annotations

from collections import Counter

import pytest
from scenes import places_of, plain, tree

from quoteattr.coreference.gazetteer import gazetteer
from quoteattr.coreference.mentions.names import Name, NameKind, key_of
from quoteattr.coreference.typing import kinds
from quoteattr.coreference.typing.kinds import kinds_of, stands_for
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


def shown(ballot: Counter[NameKind]) -> str:
    """A ballot as one line: "o5 p-4"."""
    letters = {kind: letter for letter, kind in LETTERS.items()}
    return " ".join(
        f"{letters[kind]}{count}" for kind, count in sorted(ballot.items(), key=lambda one: one[0].value) if count
    )


def ballot_of(text: str) -> Counter[NameKind]:
    """The ballot that such a line shows."""
    return Counter({LETTERS[part[0]]: int(part[1:]) for part in text.split()})


VOTES = [
    # capitals
    ("VEXO left", "VEXO", "", "o1"),
    ("VEXOLES left", "VEXOLES", "", ""),
    ("VEXOLE left", "VEXOLE", "", "o1"),
    ("VX left", "VX", "", ""),
    ("VEX left", "VEX", "", "o1"),
    ("VEXO left", "VEXO!", "", ""),
    ("VEXO SOAPS left", "VEXO SOAPS", "", ""),
    # title and article
    ("Mr. Vexo left", "Mr. Vexo", "", "p8"),
    ("the Vexo/NNP/nsubj/+1 left/VBD/ROOT/+0", "the Vexo", "", ""),
    ("the Vexo/NNP/compound/+1 left/VBD/ROOT/+0", "the Vexo", "", ""),
    ("the Vexo/NNP/nsubj/+2 soap/NN left/VBD/ROOT/+0", "the Vexo", "", "o2 p-4"),
    ("the Vexo/NNP/poss/+2 soap/NN left/VBD/ROOT/+0", "the Vexo", "", "o2 p-4"),
    # apposition
    ("doctor/NN/nsubj/+2 Vexo/NNP/appos/-1 left/VBD/ROOT/+0", "Vexo", "", "p7"),
    ("firm/NN/nsubj/+2 Vexo/NNP/appos/-1 left/VBD/ROOT/+0", "Vexo", "", "o5"),
    ("doctor/NN/nsubj/+3 of Vexo/NNP/appos/-2 left/VBD/ROOT/+0", "Vexo", "", "p4"),
    ("Vexo/NNP/nsubj/+2 doctor/NN/appos/-1 left/VBD/ROOT/+0", "Vexo", "", "p3"),
    ("Vexo/NNP/nsubj/+2 firm/NN/appos/-1 left/VBD/ROOT/+0", "Vexo", "", "o3"),
    ("Vexo/NNP/nsubj/+3 a/DT/det/+1 firm/NN/appos/-2 left/VBD/ROOT/+0", "Vexo", "", "o6 p-2"),
    ("Vexo/NNP/nsubj/+3 a/DT/det/+1 maker/NN/appos/-2 left/VBD/ROOT/+0", "Vexo", "", "o3"),
    ("Vexo/NNP/nsubj/+2 soap/NN/appos/-1 left/VBD/ROOT/+0", "Vexo", "", ""),
    ("Vexo/NNP/nsubj/+4 one/CD/appos/-1 of/IN/prep/-1 firms/NNS/pobj/-1 left/VBD/ROOT/+0", "Vexo", "", "o3"),
    ("Vexo/NNP/nsubj/+4 one/CD/appos/-1 of/IN/prep/-1 doctors/NNS/pobj/-1 left/VBD/ROOT/+0", "Vexo", "", "p3"),
    ("Vexo/NNP/nsubj/+4 one/CD/appos/-1 of/IN/prep/-1 critics/NNS/pobj/-1 left/VBD/ROOT/+0", "Vexo", "", "p3"),
    ("Vexo/NNP/nsubj/+3 one/CD/appos/-1 of/IN/prep/-1 left/VBD/ROOT/+0", "Vexo", "", ""),
    # relative clauses
    ("Vexo/NNP/nsubj/+3 who/WP/nsubj/+1 sings/VBZ/relcl/-2 left/VBD/ROOT/+0", "Vexo", "", "p3"),
    ("Vexo/NNP/nsubj/+4 whom/WP/dobj/+2 we/PRP/nsubj/+1 met/VBD/relcl/-3 left/VBD/ROOT/+0", "Vexo", "", "p3"),
    ("Vexo/NNP/nsubj/+3 who/WP/nsubj/+1 sings/VBZ/relcl/-2 left/VBD/ROOT/+0", "Vexo", "NORP", ""),
    ("Vexo/NNP/nsubj/+3 who/WP/nsubj/+1 sings/VBZ/relcl/-2 left/VBD/ROOT/+0", "Vexo", "GPE", "p3"),
    ("Vexo/NNP/pobj/+3 who/WP/nsubj/+1 sings/VBZ/relcl/-2 left/VBD/ROOT/+0", "Vexo", "GPE", ""),
    ("Vexo/NNP/pobj/+3 who/WP/nsubj/+1 sings/VBZ/relcl/-2 left/VBD/ROOT/+0", "Vexo", "ORG", "p3"),
    ("Vexo/NNP/nsubj/+4 who/WP/nsubj/+1 are/VBP/relcl/-2 third left/VBD/ROOT/+0", "Vexo", "", "o3"),
    ("Vexos/NNPS/nsubj/+4 who/WP/nsubj/+1 are/VBP/relcl/-2 third left/VBD/ROOT/+0", "Vexos", "", "p3"),
    ("Vexo/NNP/nsubj/+4 who/WP/nsubj/+2 now are/VBP/relcl/-3 left/VBD/ROOT/+0", "Vexo", "", "p3"),
    ("Vexo/NNP/nsubj/+3 which/WDT/nsubj/+1 sings/VBZ/relcl/-2 left/VBD/ROOT/+0", "Vexo", "", "o1 p-3"),
    ("Vexo/NNP/nsubj/+3 that/WDT/nsubj/+1 sings/VBZ/relcl/-2 left/VBD/ROOT/+0", "Vexo", "", ""),
    # what stands before and behind
    ("Vexo campaign left", "Vexo", "", "p3"),
    ("Vexo soap left", "Vexo", "", ""),
    ("so Vexo", "Vexo", "", ""),
    ("firm/NN Vexo left", "Vexo", "", "o5"),
    ("firm/NN Vexo left", "Vexo", "GPE", ""),
    ("firm/NN Vexo left", "Vexo", "NORP", ""),
    ("firm/JJ Vexo left", "Vexo", "", ""),
    ("firm/NN Vexo left", "Mr. Vexo", "", "p8"),
    ("doctor/NN Vexo left", "Vexo", "", "p3"),
    ("doctor/NN Vexo left", "Vexo", "GPE", "p3"),
    ("doctor/NN Vexo left", "Mr. Vexo", "", "p8"),
    ("doctor/JJ Vexo left", "Vexo", "", ""),
    ("soap/NN Vexo left", "Vexo", "", ""),
    ("Vexo 's/POS left", "Vexo", "NORP", "o4"),
    ("Vexo left", "Vexo", "NORP", ""),
    ("Vexo/JJ 's/POS left", "Vexo", "NORP", ""),
    ("Vexo 's/POS left", "Vexo", "ORG", ""),
    ("France 's/POS left", "France", "NORP", ""),
    # several
    ("Vexo/NNP/nsubj/+1 have/VBP/ROOT/+0 it", "Vexo", "", "o5 p-2"),
    ("Vexo/NNP/nsubj/+1 are/VBP/ROOT/+0 glad", "Vexo", "", "o5 p-2"),
    ("Vexo/NNP/nsubj/+1 is/VBZ/ROOT/+0 glad", "Vexo", "", ""),
    ("Vexos/NNPS/nsubj/+1 are/VBP/ROOT/+0 glad", "Vexos", "", ""),
    ("Vexo/NNP/dobj/+1 are/VBP/ROOT/+0 glad", "Vexo", "", ""),
    ("Vexo/NNP/nsubj/+2 are/VBP/aux/+1 going/VBG/ROOT/+0", "Vexo", "", "o5 p-2"),
    ("Vexo/NNP/nsubj/+5 so so so are/VBP/aux/+1 going/VBG/ROOT/+0", "Vexo", "", ""),
    ("Vexo/NNP/nsubj/+4 so so are/VBP/aux/+1 going/VBG/ROOT/+0", "Vexo", "", "o5 p-2"),
    ("are/VBP/aux/+2 Vexo/NNP/nsubj/+1 going/VBG/ROOT/+0", "Vexo", "", ""),
    ("are/VBP/ROOT/+0 Vexo/NNP/nsubj/-1 glad", "Vexo", "", ""),
    ("Vexo/NNP/nsubj/+3 and Brella/NNP/conj/-2 are/VBP/ROOT/+0 glad", "Vexo", "", ""),
    ("so . Vexo have left", "Vexo", "", "o5 p-2"),
    ("so . “ Vexo have left", "Vexo", "", "o5 p-2"),
    ("so . so Vexo have left", "Vexo", "", ""),
    ("Vexo have to/TO go", "Vexo", "", ""),
    ("Vexo have", "Vexo", "", ""),
    ("Vexo Soap have left", "Vexo Soap", "", ""),
    ("Vexo had left", "Vexo", "", ""),
    # roles
    ("Vexo/NNP/compound/+2 chairman/NN/compound/+1 Hale/NNP/ROOT/+0", "Vexo", "", "o7 p-2"),
    ("Vexo/NNP/compound/+2 chairman/JJ/compound/+1 Hale/NNP/ROOT/+0", "Vexo", "", ""),
    ("Vexo/NNP/compound/+2 chairman/NN/compound/+1 hale/NNP/ROOT/+0", "Vexo", "", "o3"),
    ("Vexo/NNP/compound/+2 chairman/NN/compound/+1 Hale/NN/ROOT/+0", "Vexo", "", "o3"),
    ("Vexo/NNP/dep/+2 chairman/NN/dep/+1 Hale/NNP/ROOT/+0", "Vexo", "NORP", ""),
    ("Vexo/NNP/dep/+2 chairman/NN/dep/+1 Hale/NNP/ROOT/+0", "Mr. Vexo", "", "p8"),
    ("Vexo chairman/NN", "Vexo", "", ""),
    ("doctor/NN/ROOT/+0 at/IN/prep/-1 Vexo/NNP/pobj/-1", "Vexo", "", "o3"),
    ("doctor/NN/ROOT/+0 of/IN/prep/-1 Vexo/NNP/pobj/-1", "Vexo", "", "o3"),
    ("doctor/NN/ROOT/+0 for/IN/prep/-1 Vexo/NNP/pobj/-1", "Vexo", "", ""),
    ("doctor/NN/ROOT/+0 at/IN/prep/-1 Vexo/NNP/pobj/-1", "Vexo", "PERSON", ""),
    ("director/NN/ROOT/+0 at/IN/prep/-1 Vexo/NNP/pobj/-1", "Vexo", "PERSON", "o3"),
    ("doctor/NN/ROOT/+0 at/IN/prep/-1 Vexo/NNP/pobj/-1", "Vexo", "NORP", ""),
    ("soap/NN/ROOT/+0 at/IN/prep/-1 Vexo/NNP/pobj/-1", "Vexo", "", ""),
    ("doctors/NNS/ROOT/+0 at/IN/prep/-1 Vexo/NNP/pobj/-1", "Vexo", "", ""),
    ("friend/NN/ROOT/+0 at/IN/prep/-1 Vexo/NNP/pobj/-1", "Vexo", "", ""),
    ("delegate/NN/ROOT/+0 of/IN/prep/-1 Vexo/NNP/pobj/-1", "Vexo", "", ""),
    ("critic/NN/ROOT/+0 of/IN/prep/-1 Vexo/NNP/pobj/-1", "Vexo", "", ""),
    ("mayor/NN/ROOT/+0 of/IN/prep/-1 Vexo/NNP/pobj/-1", "Vexo", "GPE", ""),
    ("mayor/NN/ROOT/+0 of/IN/prep/-1 Vexo/NNP/pobj/-1", "Vexo", "", "o3"),
    ("doctor/NN/ROOT/+0 of/IN/prep/-1 Vexo/NNP/pobj/-1", "Vexo", "GPE", "o3"),
    ("Vexo/NNP/compound/+1 singer/NN/compound/+1 Hale/NNP/ROOT/+0", "Vexo", "", "o3"),
    ("Vexo/NNP/compound/+1 singer/NN/compound/+1 Hale/NNP/ROOT/+0", "Vexo", "GPE", ""),
    ("Vexo/NNP/compound/+1 ceo/NN/nsubj/+1 left/VBD/ROOT/+0", "Vexo", "", "o3"),
    ("Vexo/NNP/compound/+1 ceo/NN/nsubj/+1 left/VBD/ROOT/+0", "Vexo", "GPE", "o3"),
    ("Vexo/NNP/compound/+1 singer/NN/nsubj/+1 left/VBD/ROOT/+0", "Vexo", "", ""),
    ("Vexo/NNP/compound/+2 ceo/NN/dep/+1 left/VBD/ROOT/+0", "Vexo", "", ""),
    ("Vexo/NNP/poss/+1 editor/NN/nsubj/+1 left/VBD/ROOT/+0", "Vexo", "", "o3"),
    ("Vexo/NNP/poss/+1 singer/NN/nsubj/+1 left/VBD/ROOT/+0", "Vexo", "", ""),
    # age
    ("Vexo/NNP/nsubj/+3 , 46 left/VBD/ROOT/+0", "Vexo", "", "p2"),
    ("Vexo/NNP/dobj/+3 , 46 left/VBD/ROOT/+0", "Vexo", "", ""),
    ("Vexo/NNP/nsubj/+3 , old left/VBD/ROOT/+0", "Vexo", "", ""),
    ("Vexo/NNP/nsubj/+3 ; 46 left/VBD/ROOT/+0", "Vexo", "", ""),
    ("Vexo/NNP/nsubj/+0 ,", "Vexo", "", ""),
]
FORMS = [
    ("fish act", "", "x12"),
    ("fish poll", "", "x12"),
    ("anna poll", "", "p3"),
    ("act", "", ""),
    ("may", "", "x12 p2"),
    ("may", "p5", "x12 p7"),
    ("may", "p6", "p8"),
    ("may hale", "", "p3"),
    ("truthcom", "", "o6"),
    ("truenet", "", ""),
    ("big truthcom", "", ""),
    ("democrats", "", "g8"),
    ("democrats", "o6", "g8 o6"),
    ("democrats", "o7", "o7"),
    ("conservatives", "", "o6"),
    ("france", "", "l12"),
    ("france", "g2 l1", "g14 l1"),
    ("france", "g1 l1", "g1 l13"),
    ("twitter", "p5 x2", "o6 p3"),
    ("twitter", "p2 x2", "o6 p2"),
    ("goldman sachs", "p5 x2", "o10 p5"),
    ("cnn", "p5 x2", "o6 p5"),
    ("ford", "p5", "o6 p5"),
    ("bbc sport", "", "o6"),
    ("bbc anna", "", ""),
    ("vox ohio", "", "o6"),
    ("google reuters", "", "o6"),
    ("ohio union leader", "", "o6"),
    ("vexo union leader", "o4", "g3 o4"),
    ("vexo motors", "", "o8"),
    ("vexo inc", "", "o8"),
    ("motors", "", "o3"),
    ("institute for rivers", "", "o8"),
    ("institute in rivers", "", ""),
    ("institute for", "", ""),
    ("officer", "", "g8"),
    ("chief officer", "", "g8"),
    ("chief officer", "o5", "g8 o5"),
    ("blue officer", "", "g8"),
    ("blue officer", "o3", "g8 o3"),
    ("blue officer", "o4", "g3 o4"),
    ("blue officer", "p2", "g8 p2"),
    ("blue officer", "p3", "p3"),
    ("anna officer", "", "p3"),
    ("senior investigative", "", "g8"),
    ("senior vexo", "", ""),
    ("american vexo", "", "o4"),
    ("american vexo", "p6", "o4 p6"),
    ("american vexo", "p7", "p7"),
    ("blue american vexo", "", "o4"),
    ("blue american", "", "g8"),
    ("anna vexo", "", "p3"),
    ("anna vexo", "l1", "p1 l1"),
    ("anna of vexo", "", ""),
    ("anna the vexo", "", ""),
    ("anna m vexo hale", "", "p3"),
    ("anna m vexo hale reed", "", ""),
    ("m vexo hale", "", "p3"),
    ("m vexo", "", "p3"),
    ("m vexo hale reed", "", ""),
    ("7 vexo", "", ""),
    ("anna", "", "p2"),
    ("vexo", "", ""),
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
    ("Vexo left", [("Vexo", "PERSON")], "p"),
    ("Vexo left", [("Vexo", "ORG")], "o"),
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
    ("Vexo Gas ( VG ) left", [("Vexo Gas", "ORG"), ("VG", "PERSON")], "o"),
    ("Anna Hale at Vexo left", [("Anna Hale", "PERSON"), ("Vexo", "PERSON")], "o"),
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
    ("Board left", [("Board", "ORG")], "g"),
    ("City Council left", [("City Council", "ORG")], "g"),
    ("Vexo Council left", [("Vexo Council", "ORG")], "o"),
    ("the Post left", [("the Post", "ORG")], "o"),
    ("Post left", [("Post", "ORG")], "g"),
    ("Forum for Peace met Forum", [("Forum for Peace", "ORG"), ("Forum", "ORG", 1)], "o"),
    ("Forum with Peace met Forum", [("Forum with Peace", "ORG"), ("Forum", "ORG", 1)], "g"),
    ("Forum Peace met Forum", [("Forum Peace", "ORG"), ("Forum", "ORG", 1)], "g"),
    # given names and surnames
    ("Anna Vexo met Mr. Vexo", [("Anna Vexo", "ORG"), ("Mr. Vexo", "PERSON", 1)], "p"),
    ("Anna Vexo left", [("Anna Vexo", "ORG")], "p"),
    ("Anna Smith met the Smiths", [("Anna Smith", "PERSON"), ("the Smiths", "ORG")], "p"),
    ("Anna Smith met Smiths", [("Anna Smith", "PERSON"), ("Smiths", "ORG")], "o"),
    ("Anna Smith met Smith", [("Anna Smith", "PERSON"), ("Smith", "ORG", 1)], "p"),
    ("Anna Ford met Ford", [("Anna Ford", "PERSON"), ("Ford", "ORG", 1)], "p"),
    ("Ford met Anna Ford", [("Ford", "ORG"), ("Anna Ford", "PERSON"), ("Ford", "ORG")], "o"),
    ("Sofia Ford met Ford", [("Sofia Ford", "PERSON"), ("Ford", "ORG", 1)], "o"),
    ("Anna Ford of Ford Motor met Ford", [("Anna Ford", "PERSON"), ("Ford Motor", "ORG"), ("Ford", "ORG", 2)], "o"),
    ("Anna France met France", [("Anna France", "PERSON"), ("France", "GPE", 1)], "l"),
    ("Anna France met France", [("Anna France", "PERSON"), ("France", "GPE", 1), "speaks"], "p"),
    ("Anna France met in France/NNP/pobj/-1", [("Anna France", "PERSON"), ("France", "GPE", 1), "speaks"], "l"),
    ("Anna Smith met Smith", [("Anna Smith", "PERSON"), ("Smith", "NORP", 1)], "g"),
    ("Anna Smith met Smith", [("Anna Smith", "PERSON"), ("Smith", "NORP", 1), "speaks"], "p"),
    # people are called by their last word, bodies are not
    ("Blue Vexo met Vexo", [("Blue Vexo", "ORG"), ("Vexo", "PERSON", 1)], "p0"),
    ("Blue Vexo met Vexo", [("Blue Vexo", "ORG"), ("Vexo", "ORG", 1)], "o0"),
    ("Anna Vexo met Vexo", [("Anna Vexo", "GPE"), ("Vexo", "GPE", 1)], "p0"),
    # at work
    ("an/DT Oakland/NNP/compound/+1 analyst/NN left", [("Oakland", "GPE")], "o"),
    ("an/DT Oakland/NNP/compound/+1 doctor/NN left", [("Oakland", "GPE")], "l"),
    ("analyst/NN at/IN/prep/-1 Jefferies/NNP/pobj/-1", [("Jefferies", "PERSON")], "o"),
    (
        "analyst/NN at/IN/prep/-1 Hale/NNP/pobj/-1 met Anna Hale",
        [("Anna Hale", "PERSON"), ("Hale", "PERSON", 0)],
        "p",
    ),
]


@pytest.mark.parametrize(("text", "name", "label", "votes"), VOTES)
def test_what_stands_around_a_name_votes(text: str, name: str, label: str, votes: str) -> None:
    """Each sort of evidence has its weight, and what is nearly such evidence has none."""
    parse = tree(plain(text))
    ballot: Counter[NameKind] = Counter()
    kinds._vote(parse, name_of(parse, name, label), ballot, gazetteer())
    assert shown(ballot) == votes


@pytest.mark.parametrize(("key", "before", "after"), FORMS)
def test_the_words_of_a_name_vote(key: str, before: str, after: str) -> None:
    """Known names, last words and first words, by what the other votes are."""
    ballot = ballot_of(before)
    kinds._by_form(tuple(key.split()), ballot, gazetteer())
    assert shown(ballot) == after


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
