"""Quotations that go on behind and below an attribution: parses written by hand, at the edge of each rule."""

from __future__ import annotations

import pytest
from parses import BREAK, SPACE, parse_of

from quoteattr.detect import ArticleFeatures, Candidate
from quoteattr.detect.continuation.joining import joined
from quoteattr.lexicon import Lexicon
from quoteattr.syntax import Parse, Range

LEXICON = Lexicon.default()
WIDE = LEXICON.widened()
TAGS = {"said": "VBD", "told": "VBD", "says": "VBZ"}
MARKS = frozenset(("“", "”", BREAK, SPACE))

# [ ] stand around the content of an attribution and * before its cue, [2 ] and *2 for a second one; { } stand around
# what joins the first one, {2 } around what joins the second. A line ends at |, and ~ is a second space.
GOLDEN = {
    "a quoted sentence behind the one that holds the cue": [
        "[ She was glad ] , she *said . { “ It is time . ” }",
        "[ “ I am glad ” ] , she *said . { “ It is time . ” }",
        "She *said [ that she was glad ] . { “ It is time . ” }",
        "She *said [ “ I am glad . ” ] { “ It is time . ” }",
        "[ She was glad ] , she *said ? { “ It is time ! ” }",
        "[ She was glad ] , she *said ! { “ Is it time ? ” }",
        "[ Was it late ] ? *said she . { “ It is time . ” }",
        "[ “ It is late . ” ] *said she . { “ It is time . ” }",
        "She *said [ “ I am at Acme Inc. ” ] { “ It is time . ” }",
        "[ She was glad ] , she *said . ~ { “ It is time . ” }",
        "[ She was glad ] , she *said . ~ ~ { “ It is time . ” }",
        "He left the “ old house of mine ” . [ She was glad ] , she *said . { “ It is time . ” }",
    ],
    "and those behind that one": [
        "[ She was glad ] , she *said . { “ It is time . ” “ Let us go . ” }",
        "[ She was glad ] , she *said . { “ It is time . ” } It was late . “ Let us go . ”",
        "[ “ I am glad ” ] , she *said . { “ It is time . ” } { Still , “ we do not want to go . ” }",
        "[ “ I am glad ” ] , she *said . { Still , “ we do not want to go . ” “ Let us stay . ” }",
    ],
    "a quoted one must begin as sentences do, and be a sentence": [
        "[ She was glad ] , she *said . “ it is time . ”",
        "[ She was glad ] , she *said . “ Time ” came .",
        "[ She was glad ] , she *said . “ It is time ” .",
        "[ She was glad ] , she *said . { “ It is time now ” } .",
        "[ She was glad ] , she *said . { “ … It is time now . ” }",
        "[ She was glad ] , she *said . “ … ”",
    ],
    "it must follow at once": [
        "[ She was glad ] , she *said . It was late . “ It is time . ”",
        "[ She was glad ] , she *said and left . { “ It is time . ” }",
        "[ She was glad ] , she *said and left “ It is time . ”",
        "[ She was glad ] , she *said and left the “ old ” house . “ It is time . ”",
        "[ She was glad ] , she *said , “ It is time . ”",
        "“ It is time . ” [ She was glad ] , she *said .",
        "[ She was glad ] , she *said , and left . { “ It is time . ” }",
        "[ She was glad ] , she *said and so left . { “ It is time . ” }",
        "“ It is time . ” [ She was glad ] , she *said",
        "“ It is time . ” She *said [ she was glad ]",
    ],
    "in the same paragraph": [
        "[ She was glad ] , she *said . | “ It is time . ”",
        "[ She was glad ] , she *said | “ It is time . ”",
        "[ She was glad ] , she *said . | | “ It is time . ”",
        "He left . | [ She was glad ] , she *said . { “ It is time . ” }",
        "[ She was glad ] , she *said . { “ It is time . ” } | “ Let us go . ”",
        "[ She was glad ] , she *said | Now “ It is time . ”",
    ],
    "what somebody else is quoted with is not free": [
        "[ She was glad ] , she *said . [2 “ It is time ” ] , he *2said .",
        "[ She was glad ] , she *said . [2 “ It is time ” ] , he *2said . {2 “ Let us go . ” }",
        "[ She was glad ] , she *said . “ It is *2time . ”",
        "[ “ I am glad ” ] , she *said . Still , “ we do not want [2 to go ] . ”",
        "[ “ I am glad ” ] , she *said . [2 Still ] , “ we do not want to go . ”",
    ],
    "a sentence that is partly in marks goes on with one that is all in marks": [
        "[ “ I am glad ” ] , she *said . { Now , “ we have no choice . ” }",
        "[ She was glad ] , she *said . Now , “ we have no choice . ”",
        "[ She was “ glad ” ] , she *said . Now , “ we have no choice . ”",
        "[ “ I am glad ” ] , she *said . { Now “ we have no choice ” at all } .",
        "[ “ I am glad ” ] , she *said . { Now “ we have no choice ” at all } . He left .",
        "[ “ I am glad ” ] , she *said . { “ we have no choice ” at all } .",
        "[ “ I am glad ” ] , she *said . { Now “ we have no choice ” at all } ! { “ It is time . ” }",
        "[ “ I am glad ” ] , she *said . { Now “ we have no choice ” at all }",
        "[ “ I am glad ” ] , she *said . { Now “ we have no choice ” at all } | He left .",
        "[ “ I am glad ” ] , she *said . ~ { Now “ we have no choice ” at all } .",
    ],
    "of four words in marks, without a verb of saying and without a colon": [
        "[ “ I am glad ” ] , she *said . Now , “ we have none . ”",
        "[ “ I am glad ” ] , she *said . Now it told us “ we have no choice . ”",
        "[ “ I am glad ” ] , she *said . Now “ we have no choice ” it told us .",
        "[ “ I am glad ” ] , she *said . Now : “ we have no choice . ”",
        "[ “ I am glad ” ] , she *said . It was late . Now , “ we have no choice . ”",
        "[ “ I am glad ” ] , she *said . | Now , “ we have no choice . ”",
    ],
    "an abbreviation ends no sentence": [
        "[ She was glad ] , she *said to Lt . Smith . { “ It is time . ” }",
        "[ “ I am glad ” ] , she *said . { Now , Lt . Smith , “ we have no choice . ” }",
    ],
    "a quotation ends the sentence that it ends with a full stop": [
        "She *said [ “ I am glad . ” ] { “ It is time . ” }",
        "[ “ I am glad . ” ] { “ It is time . ” }",
        "She *said [ “ I am glad ” ] “ It is time . ”",
        "She *said [ “ I am glad ” ] . { “ It is time . ” }",
    ],
    "a paragraph in marks below one that is": [
        "[ “ I am glad ” ] , she *said . | { “ It is time that we all go home . ” }",
        "[ “ I am glad ” ] , she *said . | | { “ It is time that we all go home . ” }",
        "She *said , [ “ I am glad . ” ] | { “ It is time that we all go home . ” }",
        "[ “ Yes ” ] , she *said . | { “ I go to it and I am at it . ” } | { “ It was ours and it is all ours . ” }",
        "[ “ I am glad ” ] , she *said . | “ It is time that we go home . ”",
        "[ “ I am glad ” ] , she *said . | { “ It is time that we all go home . ” }",
        "[ “ I am glad ” ] , she *said . | It is “ time that we all go home now . ”",
        "[ “ I am glad ” ] , she *said . | “ It is time that we all go home ” now .",
        "[ “ I am glad ” ] , she *said . | “ It is time ” “ that we all go home now . ”",
        "[ “ I am glad ” ] , she *said . | “ It is time that we all go home ” now",
    ],
    "and no further than to the next one that is something else": [
        "[ “ I am glad ” ] , she *said . | He left . | “ It is time that we went home to bed . ”",
        "[ “ I am glad ” ] , she *said . | “ No . ” | “ It is time that we went home to bed . ”",
        "[ “ I am glad ” ] , she *said . | [2 “ No ” ] , he *2said . | {2 “ It was ours and it is all ours . ” }",
        "[ “ I am glad ” ] , she *said . | [2 he thought ] and *2said . | “ It was ours and it is all ours . ”",
    ],
    "below a content that is not all in marks, but has its cue behind it": [
        "[ She was “ glad ” to go ] , she *said . | { “ It is time that we went home to bed . ” }",
        "She *said [ she was “ glad ” to go ] . | “ It is time that we went home to bed . ”",
        "[ She was glad to go ] , she *said . | “ It is time that we went home to bed . ”",
        "[ She was glad ] , she *said . { “ It is time . ” } | “ It was ours and it is all ours . ”",
        "[ She was “ glad ” to go ] *said she . | { “ It is time that we went home to bed . ” }",
    ],
    "of two contents in a paragraph the last one goes on": [
        "[ “ I am glad ” ] , she *said . [2 “ It is time ” ] , he *2said . | {2 “ It was ours and it is all ours . ” }",
        "[ “ I am glad ” ] , she *said . He *2said [2 that it was late ] . | { “ It was ours and it is all ours . ” }",
    ],
}


def article(
    golden: str, lemma: str = "say", rule: str = "clause-right", lexicon: Lexicon = WIDE
) -> tuple[ArticleFeatures, list[Candidate], list[tuple[Range, ...]]]:
    """The parse, its attributions, and the contents that they have in the end."""
    rows: list[str] = []
    cues, begun = {"": -1, "2": -1}, 0
    given: dict[str, list[Range]] = {"": [], "2": []}
    wanted: dict[str, list[Range]] = {"": [], "2": []}
    pieces, owner = given, ""
    for token in golden.split():
        if token[0] in "[{":
            pieces, owner, begun = (given if token[0] == "[" else wanted), token[1:], len(rows)
        elif token in ("]", "}"):
            pieces[owner].append((begun, len(rows)))
        elif token in MARKS:
            rows.append(token)
        else:
            if token[0] == "*":
                number = "2" if token[1] == "2" else ""
                cues[number], token = len(rows), token[1 + len(number) :]
            rows.append(f"{token} {TAGS.get(token, 'NN')} dep 0")
    numbers = [number for number in given if given[number] or cues[number] >= 0]
    reading = ArticleFeatures(parse_of(*rows), lexicon)
    candidates = [Candidate(rule, cues[number], lemma, "VERB", "ccomp", tuple(given[number])) for number in numbers]
    return reading, candidates, [together(given[number] + wanted[number]) for number in numbers]


def together(pieces: list[Range]) -> tuple[Range, ...]:
    """Pieces in text order, neighbours as one."""
    out: list[Range] = []
    for start, end in sorted(pieces):
        out[-1:] = [(out[-1][0], end)] if out and out[-1][1] == start else [*out[-1:], (start, end)]
    return tuple(out)


def told(parse: Parse, contents: list[tuple[Range, ...]]) -> list[tuple[str, ...]]:
    """The words of contents."""
    return [tuple(parse.words_of(piece) for piece in content) for content in contents]


@pytest.mark.parametrize(
    "golden",
    [
        pytest.param(text, id=f"{name} {number}")
        for name, group in GOLDEN.items()
        for number, text in enumerate(group, start=1)
    ],
)
def test_what_joins_an_attribution(golden: str) -> None:
    """What stands between the braces is what joins, with the wider idea of an attribution."""
    reading, candidates, expected = article(golden)
    found = joined(reading, candidates)
    assert told(reading.parse, [one.content for one in found]) == told(reading.parse, expected)
    assert [one.content for one in found] == expected


@pytest.mark.parametrize(
    "golden",
    [
        "[ “ I am glad ” ] , she *said . { “ It is time . ” }",
        "[ “ I am glad ” ] , she *said . { “ It is time . ” “ Let us go . ” }",
        "[ “ I am glad ” ] , she *said . { Now , “ we have no choice . ” }",
        "[ She was glad ] , she *said . “ It is time . ”",
        "[ She was “ glad ” ] , she *said . “ It is time . ”",
        "[ “ I am glad ” ] , she *said . | “ It is time that we all go home . ”",
        "[ She was “ glad ” to go ] , she *said . | “ It is time that we went home to bed . ”",
    ],
)
def test_by_default_a_sentence_joins_only_what_is_all_in_marks(golden: str) -> None:
    """In the same paragraph; what else stands in marks is a quotation of its own."""
    reading, candidates, expected = article(golden, lexicon=LEXICON)
    assert [one.content for one in joined(reading, candidates)] == expected


@pytest.mark.parametrize(
    ("golden", "lemma", "rule"),
    [
        ("[ She was glad ] , she *said . “ It is time . ”", "fear", "clause-left"),
        ("[ She was glad ] , she *said . “ It is time . ”", "say", "infinitive"),
        ("[ She was glad ] , she *said . “ It is time . ”", "fear", "infinitive-object"),
        ("[ She was “ glad ” ] , she *said . { “ It is time . ” }", "fear", "clause-left"),
        ("[ “ I am glad ” ] , she *said . { “ It is time . ” }", "fear", "infinitive"),
    ],
)
def test_what_is_thought_or_wanted_does_not_go_on(golden: str, lemma: str, rule: str) -> None:
    """Unless some of it is in marks."""
    reading, candidates, expected = article(golden, lemma, rule)
    assert [one.content for one in joined(reading, candidates)] == expected


@pytest.mark.parametrize(("count", "joins"), [(1, True), (59, True), (60, True), (61, False), (80, False)])
def test_a_sentence_around_marks_that_joins_is_no_longer_than_sixty_words_before_them(count: int, joins: bool) -> None:
    """What is longer may be anything."""
    words = " ".join(["Now", *["then"] * (count - 1)])
    around = f"{words} “ we have no choice . ”"
    golden = f"[ “ I am glad ” ] , she *said . {f'{{ {around} }}' if joins else around}"
    reading, candidates, expected = article(golden)
    assert [one.content for one in joined(reading, candidates)] == expected


def test_nothing_joins_nothing() -> None:
    """Candidates to which nothing is added come back as they are."""
    reading, candidates, _ = article("[ She was glad ] , she *said .")
    (found,) = joined(reading, candidates)
    assert found is candidates[0]
    assert joined(reading, []) == []
