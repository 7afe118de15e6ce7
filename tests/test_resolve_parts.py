"""The parts of resolution on parses written by hand: no model is needed."""

from __future__ import annotations

from quoteattr.attribute.attribution import Attribution
from quoteattr.coreference.gazetteer import gazetteer
from quoteattr.coreference.mentions.names import NameKind, find_names, key_of
from quoteattr.coreference.mentions.nominals import phrase_start, source_head
from quoteattr.coreference.typing.kinds import kinds_of
from quoteattr.records import Attitude, QuoteKind, SpeakerKind
from quoteattr.resolution import resolve
from quoteattr.syntax import Entity, Parse


def parse_of(*rows: str, entities: tuple[Entity, ...] = ()) -> Parse:
    """A parse from rows "word tag dep head", one sentence, tokens parted by a space."""
    cells = [row.split() for row in rows]
    text, starts, ends = "", [], []
    for word, *_ in cells:
        text += " " if text else ""
        starts.append(len(text))
        text += word
        ends.append(len(text))
    whole = [(0, len(cells))]
    return Parse(
        text=text,
        starts=starts,
        ends=ends,
        words=[cell[0] for cell in cells],
        tags=[cell[1] for cell in cells],
        deps=[cell[2] for cell in cells],
        heads=[int(cell[3]) for cell in cells],
        entities=entities,
        sentences=whole,
        paragraphs=whole,
    )


def attribution(source: tuple[int, int] | None, content: tuple[int, int], keeps: int | None = None) -> Attribution:
    """An indirect attribution with this source and content."""
    return Attribution(
        content=(content,),
        cue=(),
        source=(source,) if source else (),
        kind=QuoteKind.INDIRECT,
        attitude=Attitude.ASSERTION,
        negated=False,
        rule="test",
        confidence=1.0,
        keeps=keeps,
    )


SAID = parse_of(
    "Ms. NNP compound 2",
    "Ana NNP compound 2",
    "Ruiz NNP nsubj 3",
    "said VBD ROOT 3",
    "it PRP nsubj 5",
    "rained VBD ccomp 3",
    entities=(Entity(1, 3, "ORG"),),
)


def test_a_title_is_no_part_of_a_name() -> None:
    """The name begins behind its title, and the title makes a person of what the model took for a body."""
    (name,) = find_names(SAID, gazetteer())
    assert (name.start, name.end, name.titles, name.gender) == (1, 3, ("ms.",), "f")
    assert kinds_of(SAID, [name], gazetteer())[name.key] is NameKind.PERSON


def test_keys_forget_full_stops_and_suffixes() -> None:
    """Two forms of one name have one key."""
    assert key_of(["A.C.L.U."]) == key_of(["ACLU"])
    assert key_of(["Acme", "Inc."], frozenset({"inc"})) == ("acme",)
    assert key_of(["Jean", "-", "Paul", "Belot"]) == ("jean-paul", "belot")


def test_a_source_has_its_governing_noun_as_head() -> None:
    """The head of a source is the token that the rest of it hangs on."""
    assert source_head(SAID, 0, 3) == 2
    assert phrase_start(SAID, 2) == 0


def test_a_continued_quotation_keeps_its_speaker() -> None:
    """An attribution without a source of its own has the speaker of the one that it continues."""
    result = resolve(SAID, [attribution((0, 3), (4, 5)), attribution(None, (5, 6), keeps=0)])
    first, second = result.speaker_of
    assert first is not None
    assert first is second
    assert (first.name, first.kind) == ("Ana Ruiz", SpeakerKind.PERSON)


def test_without_a_source_there_is_no_speaker() -> None:
    """Where the article gives no source and none is kept, nobody speaks."""
    assert resolve(SAID, [attribution(None, (4, 6))]).speaker_of == (None,)


def test_keeping_in_a_circle_ends() -> None:
    """Attributions that keep each other's speaker have none."""
    circle = [attribution(None, (4, 5), keeps=1), attribution(None, (5, 6), keeps=0)]
    assert resolve(SAID, circle).speaker_of == (None, None)


def test_ids_follow_first_mention() -> None:
    """Speakers are numbered in the order in which the article first mentions them."""
    result = resolve(SAID, [attribution((4, 5), (5, 6)), attribution((0, 3), (4, 6))])
    assert [speaker.id for speaker in result.speakers] == [f"s{n}" for n in range(1, len(result.speakers) + 1)]
    starts = [speaker.mentions[0].start for speaker in result.speakers if speaker.mentions]
    assert starts == sorted(starts)
