"""First persons, interviews and chains of others: on trees written by hand."""

from __future__ import annotations

import pytest
from scenes import called, mention, plain, scene

from quoteattr.coreference.entities import Entity
from quoteattr.coreference.sieves.first_person import author_of, resolve_first_person
from quoteattr.coreference.sieves.interviews import turns
from quoteattr.external_chains import speakers_by
from quoteattr.records import SpeakerKind

NAMES = {
    "Vexo": "body",
    "Brella": "body",
    "Anna King": "person",
    "Carl King": "person",
    "King": "person",
    "Hale": "person",
}


BYLINES = [
    ("By Anna King\n\nso it is\n", "Anna King"),
    ("By Anna King " + "so " * 10 + "\n\nso it is\n", "Anna King"),
    ("By Anna King " + "so " * 11 + "\n\nso it is\n", "-"),
    ("By now Anna King\n\nso it is\n", "-"),
    ("so\n" * 7 + "By Anna King\n", "Anna King"),
    ("so\n" * 8 + "By Anna King\n", "-"),
    ("By Vexo\n", "-"),
    ("so By Anna King\n", "-"),
    ("By", "-"),
    ("so it is\nAnna King is glad", "Anna King"),
    ("so it is\nAnna King teaches", "Anna King"),
    ("so it is\nAnna King , glad", "Anna King"),
    ("so it is\nAnna King slept", "-"),
    ("so it is\nAnna King", "-"),
    ("so it is\nso Anna King is glad", "-"),
    ("so\nAnna King is glad\nso\nso", "Anna King"),
    ("so\nAnna King is glad\nso\nso\nso", "-"),
    ("so\nHale is glad\nAnna King is glad", "Anna King"),
    ("so\nVexo is glad", "-"),
]


@pytest.mark.parametrize(("text", "author"), BYLINES)
def test_who_writes_is_told_above_or_below(text: str, author: str) -> None:
    """A short line that begins with "By", among the first eight; a note in the last three paragraphs."""
    document = scene(
        plain(text.replace("\n", " | ")).replace("|_RB_dep_0", "|__x_0").replace("|_RB_ROOT_0", "|__x_0"), NAMES
    )
    found = author_of(document)
    assert called(document, [found if found.names else None]) == [author]
    assert author_of(document) is found


def test_i_outside_quotations_is_the_author() -> None:
    """And "we" is nobody there; what is resolved already stays."""
    document = scene(plain("By Hale . I/PRP met us/PRP . we/PRP left . she/PRP left"), NAMES)
    hale = mention(document, "Hale").entity
    mention(document, "we").entity = hale
    document.author = Entity(SpeakerKind.PERSON)
    resolve_first_person(document)
    found = {word: mention(document, word).entity for word in ("I", "us", "we", "she")}
    assert found == {"I": document.author, "us": None, "we": hale, "she": None}


LETTERS = [
    ("Q | A | Question", ["Q", "A", "Question"], ["?", "-", "?"]),
    ("Q | A", ["Q"], ["?"]),
    ("A | so", ["A"], []),
    ("A | Answer", ["A", "Answer"], ["-", "-"]),
    ("A . Answer", ["A", "Answer"], []),
    ("Hale left | A | Answer", ["A", "Answer"], ["Hale", "Hale"]),
    ("Hale met Anna King . Hale | Q | A", ["Q", "A"], ["?", "Hale"]),
    ("Hale met Anna King | Q | A | Hale", ["Q", "A"], ["?", "Hale"]),
    ("Hale met Anna King . King | Q | A | Hale . Hale . Hale", ["Q", "A"], ["?", "Hale"]),
    ("so Q | so A", ["Q", "A"], []),
    ("q | a", ["q", "a"], []),
    ("Q so | A so", ["Q so", "A so"], []),
]


@pytest.mark.parametrize(("text", "speaks", "who"), LETTERS)
def test_letters_are_who_asks_and_who_answers(text: str, speaks: list[str], who: list[str]) -> None:
    """At the beginning of a line, alone; the guest is who is named most before the first question."""
    names = {one: kind for one, kind in NAMES.items() if one != "King"}
    cells = plain(text).replace("|_RB_dep_0", "|__x_0")
    document = scene(cells, names, speaks=speaks)
    found = turns(document)
    shown = [
        "?" if one.best == "interviewer" else called(document, [one if one.names else None])[0]
        for one in found.values()
    ]
    assert [shown[list(found).index(number)] for number in sorted(found)] == who


CHAINS = [
    ([["Hale", "she"]], "Hale"),
    ([["she", "Hale"]], "Hale"),
    ([["she", "Vexo", "Hale"]], "Hale"),
    ([["she", "Vexo", "Brella"]], "Vexo"),
    ([["she", "Brella"]], "Brella"),
    ([["she", "it"]], None),
    ([["it", "Hale"]], None),
    ([["she", "Hale"], ["she", "Vexo"]], "Hale"),
    ([["Hale left and so on and so on and it was so and so she", "Vexo"]], None),
]


@pytest.mark.parametrize(("chains", "name"), CHAINS)
def test_a_chain_tells_who_a_pronoun_is(chains: list[list[str]], name: str | None) -> None:
    """By the nearest name before it; a chain without the source, or without a name, tells nothing."""
    text = "it/PRP met Hale . Vexo met Hale left and so on and so on and it was so and so"
    text += " she/PRP/nsubj/+1 said/VBD/ROOT/+0 . Brella left"
    document = scene(plain(text), NAMES, speaks=["she"])
    whole = document.parse.text
    spans = [[(whole.rindex(one), whole.rindex(one) + len(one)) for one in chain] for chain in chains]
    (speaker,) = speakers_by(document.parse, document.attributions, spans)
    assert (speaker.name if speaker is not None else None) == name
    (speaker,) = speakers_by(document.parse, document.attributions, [[(-1, 2), (5, 5), (3, len(whole) + 1)]])
    assert speaker is None or speaker.name is None


def test_a_long_stretch_of_a_chain_tells_nothing() -> None:
    """Twelve tokens may stand for a name, thirteen hold others."""
    text = "Vexo left and so on and so on and it was so and so she/PRP/nsubj/+1 said/VBD/ROOT/+0"
    document = scene(plain(text), NAMES, speaks=["she"])
    parse, she = document.parse, document.parse.words.index("she")
    for size, name in ((12, "Vexo"), (13, None)):
        chain = [(0, 4), (parse.starts[she + 1 - size], parse.ends[she])]
        (speaker,) = speakers_by(parse, document.attributions, [chain])
        assert speaker is not None
        assert speaker.name == name


def test_the_nearest_name_of_a_chain_may_stand_right_before() -> None:
    """The end of the name is where the pronoun begins."""
    document = scene(plain("Brella met Vexo she/PRP/nsubj/+1 said/VBD/ROOT/+0"), NAMES, speaks=["she"])
    (speaker,) = speakers_by(document.parse, document.attributions, [[(0, 6), (11, 15), (16, 19)]])
    assert speaker is not None
    assert speaker.name == "Vexo"


def test_a_source_is_a_mention_of_whom_its_chain_tells() -> None:
    """It is taken from whoever had it; whom no chain concerns keeps their mentions."""
    text = "Anna/NNP/compound/+1 King/NNP/nsubj/+1 left/VBD/ROOT/+0 ."
    text += " Carl/NNP/compound/+1 King/NNP/nsubj/+1 left/VBD/ROOT/+0 ."
    text += " she/PRP/nsubj/+1 said/VBD/ROOT/+0 so . Vexo/NNP/nsubj/+1 said/VBD/ROOT/+0 so"
    document = scene(plain(text), NAMES, speaks=["Anna King", "she", "Vexo"])
    parse, attributions = document.parse, document.attributions
    start = parse.text.index("she")
    carl = parse.text.index("Carl")
    for chains, speaks, others in (([], "Anna King", 2), ([[(carl, carl + 9), (start, start + 3)]], "Carl King", 1)):
        anna, she, vexo = speakers_by(parse, attributions, chains)
        assert anna is not None
        assert she is not None
        assert vexo is not None
        assert she.name == speaks
        assert start in [span.start for span in she.mentions]
        assert len(anna.mentions) == others
        assert len(vexo.mentions) == 1
