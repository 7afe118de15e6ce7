"""Names of those whom the user knows: where they stand in a text, how they are compared, and whose they are."""

from __future__ import annotations

import pytest
from tagged import tagged

from quoteattr.coreference.mentions.told_names import RULES, ToldNames
from quoteattr.people import KnownPerson
from quoteattr.records import SpeakerKind

BODY = SpeakerKind.ORGANISATION
KNOWN = ToldNames(
    (
        KnownPerson("Ada Quill", ("Quintessa", "May", "Ray")),
        KnownPerson("Ada Quill Marsh"),
        KnownPerson("hedge lark"),
        KnownPerson("Will Stone"),
        KnownPerson("Kim Min-ho"),
        KnownPerson("Dr. Mira Holt"),
        KnownPerson("The It"),
        KnownPerson("Blue Lake", ("FoTo", "UNIT"), kind=BODY),
        KnownPerson("Board of Rivers", kind=BODY),
        KnownPerson("River Board", kind=BODY),
        KnownPerson("Norway", kind=BODY),
    )
)


def found(line: str, known: ToldNames = KNOWN, titles: dict[int, int] | None = None) -> list[str]:
    """The names that stand in a tagged text."""
    parse, _, _ = tagged(line)
    return [parse.words_of((span.start, span.end)) for span in known.find(parse, titles or {}, RULES)]


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("then Ada Quill won …", ["Ada Quill"]),
        ("Ada Quill", ["Ada Quill"]),
        ("then Ada Quill Marsh won …", ["Ada Quill Marsh"]),
        ("then Ada Quill met Will Stone …", ["Ada Quill", "Will Stone"]),
        ("then Ada Quill 's dog won …", ["Ada Quill"]),
        ("then Ada Quill Ada Quill won …", ["Ada Quill", "Ada Quill"]),
        ("Ada || Quill won …", []),
        ("then Ada M. Quill won …", []),
        ("then Mira Holt won …", ["Mira Holt"]),
        ("then Kim Min ~- ~ho won …", ["Kim Min-ho"]),
    ],
)
def test_names_are_found_whole(line: str, names: list[str]) -> None:
    """The longest first, within a sentence, without possessive endings and titles."""
    assert found(line) == names


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("then Ada Quill Foundation won …", []),
        ("then Ada Quill Reed won …", ["Ada Quill"]),
        ("then Ada Quill Jr. won …", ["Ada Quill"]),
        ("then Ada Quill Monday won …", ["Ada Quill"]),
        ("then Ada Quill reed won …", ["Ada Quill"]),
        ("then Ada Quill || Reed won …", ["Ada Quill"]),
        ("then Quintessa Reed won …", []),
        ("then Quintessa Jr. won …", ["Quintessa"]),
        ("then Reed Quintessa won …", []),
        ("then Reed || Quintessa won …", ["Quintessa"]),
        ("then Monday Quintessa won …", ["Quintessa"]),
        ("then Reed/JJ Quintessa won …", ["Quintessa"]),
        ("then Anna Ada Quill won …", []),
        ("then Norvik Ada Quill won …", ["Ada Quill"]),
        ("then Blue Lake won …", ["Blue Lake"]),
        ("then Blue Lake Group won …", []),
        ("then Blue Lake Reed won …", []),
        ("then Norvik Blue Lake won …", ["Blue Lake"]),
        ("then pro ~- ~Quintessa won …", []),
        ("then Quintessa ~- ~led groups won …", []),
        ("then it - Quintessa won …", ["Quintessa"]),
        ("then Quintessa - it won …", ["Quintessa"]),
        ("- ~Quintessa won …", ["Quintessa"]),
        ("then it won Quintessa ~-", ["Quintessa"]),
    ],
)
def test_what_stands_beside_a_name(line: str, names: list[str]) -> None:
    """A name within another one, or tied by a hyphen, is not found; one beside a date, an adjective or a place is."""
    assert found(line) == names


def test_a_title_ends_what_stands_before() -> None:
    """A capital before it is no part of the name."""
    assert found("then Captain Quintessa won …") == []
    assert found("then Captain Quintessa won …", titles={2: 1}) == ["Quintessa"]


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("then May won …", ["May"]),
        ("then DATE[May] won …", []),
        ("then May 3 won …", []),
        ("then May", ["May"]),
        ("then May/MD won …", []),
        ("then Ray/NN won …", ["Ray"]),
        ("Ray/NN won …", []),
        ("then Ray/VB won …", []),
        ("then The won …", []),
        ("then It won …", []),
        ("then it/NNP won …", []),
        ("then ray/NN won …", []),
    ],
)
def test_a_single_word_is_no_name_everywhere(line: str, names: list[str]) -> None:
    """Not a date, no verb, no pronoun, nor the first word of a sentence unless it is a name."""
    assert found(line) == names


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("then hedge lark won …", ["hedge lark"]),
        ("then Hedge Lark won …", ["Hedge Lark"]),
        ("then will stone won …", []),
        ("then Will stone won …", []),
        ("then will Stone won …", []),
        ("then WILL STONE won …", ["WILL STONE"]),
        ("then FoTo won …", ["FoTo"]),
        ("then Foto won …", []),
        ("then U.N.I.T. won …", ["U.N.I.T."]),
        ("then Unit won …", []),
        ("then kim Min ~- ~ho won …", []),
        ("then the board/NN of rivers/NNS won …", ["board of rivers"]),
        ("then the river board won …", []),
        ("then Norway won …", []),
    ],
)
def test_capitals_tell_a_name_from_words(line: str, names: list[str]) -> None:
    """As many as the user writes; a body of three words may be small. A country is left to the rules of places."""
    assert found(line) == names


def test_nobody_is_found_where_nobody_is_known() -> None:
    """Nor where no rule is asked."""
    assert found("then Ada Quill won …", ToldNames()) == []
    parse, _, _ = tagged("then Ada Quill won …")
    assert KNOWN.find(parse, {}, ()) == []


def test_a_name_has_twelve_words_at_most() -> None:
    """Longer ones are not looked for."""
    words = "Alpha Beta Gamma Delta Epsilon Zeta Eta Theta Iota Kappa Lambda Mu Nu".split()
    for size, names in ((12, 1), (13, 0)):
        name = " ".join(words[:size])
        assert len(found(f"then {name} won …", ToldNames((KnownPerson(name, kind=BODY),)))) == names


@pytest.mark.parametrize(
    ("form", "key"),
    [
        ("Ada Quill", ("ada", "quill")),
        ("The Ash Group", ("ash", "group")),
        ("The", ("the",)),
        ("Dr. Ada Quill", ("ada", "quill")),
        ("Prof. Dr. Ada Quill", ("ada", "quill")),
        ("Mr. Quill", ("mr", "quill")),
        ("Ada Quill Jr.", ("ada", "quill")),
        ("Lloyd’s Bank", ("lloyd", "bank")),
        ("Kim Min-ho", ("kim", "min-ho")),
    ],
)
def test_the_words_by_which_names_are_compared(form: str, key: tuple[str, ...]) -> None:
    """Without article, title and suffix."""
    assert ToldNames.key(form) == key


ADA, MARY, BODIES = KnownPerson("Ada Quill", ("Zee",)), KnownPerson("Mary Jane Holt"), KnownPerson("Ash Bay", kind=BODY)


@pytest.mark.parametrize(
    ("name", "known"),
    [
        ("Ada Quill", {ADA.key: True}),
        ("Zee", {ADA.key: False}),
        ("Ada M. Quill", {ADA.key: True}),
        ("Quill", {}),
        ("Mary J. Holt", {MARY.key: True}),
        ("Mary Holt", {MARY.key: True}),
        ("Mary Jo Holt", {}),
        ("Mary B. Holt", {}),
        ("M. Jane Holt", {}),
        ("Ash Bay", {BODIES.key: True}),
        ("Ash North Bay", {}),
    ],
)
def test_a_middle_name_may_lack(name: str, known: dict[str, bool]) -> None:
    """Or be an initial; the names of bodies are compared whole."""
    assert ToldNames((ADA, MARY, BODIES)).known_as(name) == known


def test_a_second_name_leads_to_the_own_one() -> None:
    """If that stands in the article, or else to the longest."""
    told = ToldNames((KnownPerson("Ada Quill", ("Zee", "Little Ada Zee")),))
    assert told.own_keys([("zee",), ("ada", "quill")]) == {("zee",): ("ada", "quill")}
    assert told.own_keys([("ada", "quill"), ("little", "ada", "zee")]) == {("little", "ada", "zee"): ("ada", "quill")}
    assert told.own_keys([("zee",), ("little", "ada", "zee")]) == {("zee",): ("little", "ada", "zee")}
    assert told.own_keys([("zee",)]) == {}
    assert told.own_keys([("zee",), ("bo", "zee"), ("ada", "quill")]) == {}


def test_whose_a_name_is() -> None:
    """His own before an alias of others; one of two only if the article names the one in full."""
    one, two, three = KnownPerson("Ada Quill", ("Zee",)), KnownPerson("Bo Lind", ("Zee",)), KnownPerson("Zee")
    ada, bo, zee = ("ada", "quill"), ("bo", "lind"), ("zee",)
    told = ToldNames((one, two))
    assert told.bearers_of([zee]) == {}
    assert told.bearers_of([zee, ada]) == {zee: one.key, ada: one.key}
    assert told.bearers_of([zee, ada, bo]) == {ada: one.key, bo: two.key}
    assert ToldNames((one, two, three)).bearers_of([zee]) == {zee: three.key}
    assert told.bearers_of([("cy", "moss")]) == {}
    assert ToldNames().bearers_of([zee]) == {}


def test_records_of_one_person_are_kept_together() -> None:
    """By the id, or the name."""
    records = (KnownPerson("Ada Quill", role="mayor"), KnownPerson("Bo Lind"), KnownPerson("ada quill", role="judge"))
    assert {key: [one.role for one in some] for key, some in ToldNames(records).records.items()} == {
        "name ada quill": ["mayor", "judge"],
        "name bo lind": [None],
    }
