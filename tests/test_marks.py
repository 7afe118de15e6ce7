"""Quotation marks: what is quoted, which characters are marks, and that any string gives an answer in linear work."""

from __future__ import annotations

import re
import sys
from types import FrameType
from typing import Any, SupportsIndex

import pytest
from attrs import evolve
from hypothesis import assume, given
from hypothesis import strategies as st
from marked import plain, shown
from strategies import any_text, marked_text, news_like

from quoteattr.marks import Region, find_quoted, scan
from quoteattr.marks.table import table
from quoteattr.records import Span

LINE_END = "[\n\r\f\u2028\u2029]"

texts = st.one_of(any_text, marked_text, news_like)

# In these texts ⟦ and ⟧ stand around a region, ⟦ and ⟩ around an unclosed one, ⟪ and ⟫ around a weak one.
GOLDEN = {
    "double marks of every shape": [
        "⟦“Yes,”⟧ she said, ⟦“and no.”⟧",
        '⟦"Yes,"⟧ she said, ⟦"and no."⟧',
        "⟦''Yes,''⟧ she said, ⟦''and no.''⟧",
        "⟦``Yes,''⟧ she said, ⟦``and no.''⟧",
        "⟦‘‘Yes,’’⟧ she said, ⟦’’and no.’’⟧",
        "⟦« Oui »⟧, dit-elle, ⟦«non»⟧.",
        "⟦„Ja“⟧, sagte sie. ⟦»Nein«⟧, sagte er.",
        "⟦＂Yes＂⟧ and ⟦「no」⟧ and ⟦\x93maybe\x94⟧",
        '⟦“Yes,"⟧ she said, ⟦"and no.”⟧',
    ],
    "nested marks are part of the outer stretch": [
        "⟦“a ‘b’ c”⟧ d",
        "⟦\"a 'b' c\"⟧ d",
        "⟦''She said, 'Yes.'''⟧ Then",
        "⟦'''Yes,' she told me,''⟧ he said.",
        "⟦“She told me ‘say “no”’ then,”⟧ he said.",
        "⟦‘She said “no” to me,’⟧ he said.",
        "⟦“Use ''this'' here,”⟧ he said.",
        "⟦“ ‘spaced’ ”⟧ and ⟦\" 'spaced' \"⟧",
    ],
    "marks of one kind within each other are told apart by their facing": [
        "⟦“He told me “no” again,”⟧ she said.",
        '⟦"He told me "no" again,"⟧ she said, ⟦"twice."⟧',
        "⟦“They call it “cold” or “wet.””⟧",
    ],
    "an opening mark that is lost within a stretch does not end it": [
        "⟦“He said “no,”⟧ she said.",
        '⟦"A first point. "A second point. "A third."⟧ He left.',
    ],
    "a mark that faces the wrong way": [
        "working ⟦“behind the scenes for years.“⟧",
        "the ⟦“good old days“⟧ of ⟦“free trade”⟧",
        "⟦” hello “⟧ he said",
        "She adds,⟦” nothing is lost.”⟧",
        "⟦”Welcome,”⟧ he wrote.",
        '⟦"a dangerous power "⟧.',
        "⟦“cameras (and bells) ”⟧, said a group",
        "⟦‘The best‘⟧, he said.",
    ],
    "spaces on both sides": [
        '⟦" hello "⟧ he said and ⟦" bye "⟧',
        "⟦“ hello ”⟧ he said",
    ],
    "no spaces at all": [
        '⟦"What?"⟧she asked.⟦"No,"⟧he said.',
        '(⟦“so”⟧) [⟦"so"⟧] —⟦“so”⟧—and ⟦"so"⟧—',
        '⟦“one”⟧⟦“two”⟧⟦"three"⟧',
    ],
    "a full stop at the beginning": [
        '⟦"...and so"⟧ ⟦"…and so"⟧ ⟦".22 caliber"⟧ ⟦".@somebody said"⟧',
    ],
    "one stray mark does not turn the others inside out": [
        'Yes," he said. ⟦"No."⟧',
        '⟦"One"⟧ two" three ⟦"four"⟧',
        "Two” three ⟦“four”⟧",
        'The new rules" of the ⟦"open city"⟧ office',
    ],
    "a closing mark with nothing open, and a mark alone": ["for years.”", "for years.“", '"', "“", " ” ", '"\n"\n"'],
    "marks around nothing": ['""', '" "', "“”"],
    "an unclosed mark holds to the end of its paragraph": [
        "said ⟦“we will not go⟩\nand nothing more.",
        'said ⟦"we will not go.⟩  \r\nand ⟦"no"⟧',
    ],
    "unclosed marks around closed ones of another shape": [
        '⟦"Smith called it “no concern” of his and “a joke” then.⟩\nYes.',
    ],
    "inches and feet": [
        "He is 6'2\" tall, and 5’10” is ⟦“short”⟧.",
        'a 12" pipe and a 14" pipe, 7 1/2" wide, 5½" long, 6\' 2" high',
        '⟦"The 12" pipe broke,"⟧ she said.',
        "⟦“The door is 6’2”,”⟧ she said, ⟦“not 5’10”. Or 5’11”.”⟧",
        '⟦"We won by 12,"⟧ he said. ⟦"Only 12"⟧ he added.',
        "a 5' pipe and a 6’ pipe",
        '6\'2" is tall, 5\'9" is ⟦"short"⟧',
    ],
    "apostrophes": [
        "don't don’t don`t don''t ma'am o'clock 1980's e.v.’s",
        "the '90s and the ’90s and the ‘90s, '16 and ’08",
        "rock 'n' roll, rock ’n’ roll, rock ‘n’ roll",
        "the workers’ union and the bosses' club and Jones’ house in St. James'",
        "'Tis the season, ’twas the workers' lament, give 'em hell, 'cause I'm goin' home",
        '⟦“Hamlet”⟧’s ghost and ⟦"Hamlet"⟧\'s ghost and ⟦“the Stars”⟧’ host',
        "⟦“’Twas the workers’ lament, and rock ’n’ roll,”⟧ he said.",
    ],
    "curly single marks": [
        "⟦‘It’s fine,’⟧ he said. ⟦‘I don’t mind the dogs’ noise.’⟧",
        "Call it ⟦‘the best’⟧, ⟦‘the dogs’⟧, ⟦‘the Stars’⟧ show.",
        "⟦‚Ja‘⟧ ⟦‹oui›⟧ ⟦`yes'⟧ ⟦\x91aye\x92⟧",
    ],
    "straight single marks are weak beside double ones": [
        "⟦“Yes,”⟧ she said, ⟦“and no.”⟧ " + text
        for text in (
            "⟪'We will win'⟫, says Smith",
            "It is ⟪'fine'⟫ (⟪'good'⟫); ⟪'no.'⟫",
            "⟪'the workers' union is bad,'⟫ he said",
            "⟪'I was goin' home,'⟫ he said.",
            "The ⟪'famous'⟫ boards",
            "Smith: ⟪’no’⟫",
        )
    ],
    "straight single marks that stand outside are firm": [
        "⟦'We will win'⟧, says Smith",
        "It is ⟦'fine'⟧ (⟦'good'⟧); ⟦'no.'⟧",
        "⟦'the workers' union is bad,'⟧ he said",
        "⟦'I was goin' home,'⟧ he said.",
        "Smith: ⟦’no’⟧",
        "⟦'She told me \"no\" twice,'⟧ he said. ⟦'I don't mind the dogs' noise.'⟧",
        "Mr Hall: ⟦'I told them, \"Go.\" They went.'⟧ Ms Reed was ⟦'sorry about the Joneses' house'⟧.",
        "Born in the '90s, he found the players' lounge at ten o'clock ⟦'a bit rock 'n' roll'⟧, and told 'em.",
        "⟦'One,'⟧ he said. ⟦'Two.'⟧ The bar is called ⟦\"Four\"⟧. ⟦'Three,'⟧ she said.",
        "⟦‘One,’⟧ he said. ⟦’Two,’⟧ she said.",
    ],
    "straight single marks outside may stay open to the end of a paragraph": [
        "⟦'We begin.⟩\n⟦'We go on with what we said about the teachers' plan.⟩\n⟦'We end,'⟧ he said.",
        "'Twas late.\n⟦'Yes,'⟧ he said.\n⟦'Lost boys'⟧ is a film.",
    ],
    "straight single marks of a headline are firm": [
        "Minister calls plan ⟦'a disaster'⟧\nHe ⟦“did not”⟧ call it so, ⟦“ever”⟧, or ⟪'anything like it'⟫.",
        "Council to ⟦'look again'⟧ at bridge.\n\n⟦“Yes,”⟧ he said, ⟦“we look.”⟧",
        "⟦“Yes,”⟧ she said, ⟦“and no,”⟧ in a text of one line, ⟪'as it were'⟫.",
        "\n" * 100 + "Minister calls plan ⟦'a disaster'⟧\nHe ⟦“did not”⟧ call it so, ⟦“ever”⟧.",
        "A first line " + "of many words " * 10 + "is ⟪'no headline'⟫.\nHe ⟦“did not”⟧ write it, ⟦“ever”⟧.",
    ],
    "apostrophes on two words make no article of single marks": [
        "⟪'Arry met the workers'⟫ union at the players' club.",
        "'Twas the night of the boys' party, and the girls' one.",
    ],
    "straight single marks that may be apostrophes are none": [
        "'90 percent agree, he said' to the workers' union",
        "a' b c d' e 'f",
        "the 'umble noise that the neighbours of the old workers' union made",
        "he said: ' hello ' and went",
    ],
    "values in markup are no quotations": [
        '<a href="http://example.org" class=\'wide\'>⟦"Yes,"⟧ he said.</a>',
        '<post author="a" text="He said "no" and left">',
    ],
    "a row of marks is an ornament": ["“" * 9, '"' * 30 + " ⟦“yes”⟧ " + "'" * 11],
    "line ends of every kind end a paragraph": [
        "⟦“a⟩\n⟦“b⟩\r\n⟦“c⟩\r⟦“d⟩\f⟦“e⟩\u2028⟦“f⟩\u2029⟦“g”⟧",
    ],
}


def shifted(region: Region, by: int) -> Region:
    """The region in a text that begins ``by`` characters earlier, as if it stood alone."""
    return evolve(
        region,
        start=region.start + by,
        end=region.end + by,
        inner_start=region.inner_start + by,
        inner_end=region.inner_end + by,
        continues=False,
    )


@pytest.mark.parametrize(
    "golden",
    [
        pytest.param(text, id=f"{name} {number}")
        for name, group in GOLDEN.items()
        for number, text in enumerate(group, start=1)
    ],
)
def test_regions_of_golden_texts(golden: str) -> None:
    """What stands between the brackets is what the scanner finds."""
    assert shown(plain(golden), scan(plain(golden))) == golden


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“a ‘b’ c” d’s", "“ ‘ ’ ”"),
        ("\"a 'b' c\" d's 'e'", "\" ' ' \" ' '"),
        ("``a'' '''b' c''", "`` '' '' ' ' ''"),
        ("a” b", "”"),
        ("6'2\" the '90s rock 'n' roll, the workers' union", ""),
        ("“It is 6’2”,” she said", "“ ”"),
        ('"""""""""', '"""""""""'),
        ("no marks", ""),
    ],
)
def test_marks_are_all_that_serve_as_quotation_marks(text: str, expected: str) -> None:
    """Nested and stray marks are there, apostrophes, feet and inches are not."""
    assert [text[start:end] for start, end in scan(text).marks] == expected.split()


def test_nested_regions_are_kept_apart() -> None:
    """The stretches inside a region are listed beside the regions."""
    text = "“a ‘b “c”’ d” ‘e’"
    assert [text[region.start : region.end] for region in scan(text).nested] == ["‘b “c”’", "“c”"]


def test_a_paragraph_that_opens_again_continues_the_one_before() -> None:
    """A blank line between does no harm, a closed region or words before the mark end the quotation."""
    text = "He said: “One.\n\n“Two.\n“Three.”\n“Four.”\nHe said “Five.\nthen “Six.\nSeven.\n“Eight.”"
    found = [(text[r.inner_start : r.inner_end], r.closed, r.continues) for r in scan(text).regions]
    assert found == [
        ("One.", False, False),
        ("Two.", False, True),
        ("Three.", True, True),
        ("Four.", True, False),
        ("Five.", False, False),
        ("Six.", False, False),
        ("Eight.", True, False),
    ]


def test_single_marks_continue_single_marks_only() -> None:
    """The convention holds for ‘ ’ too, within one kind of marks."""
    found = scan("‘One.\n‘Two.’\n‘Three.\n“Four.”").regions
    assert [region.continues for region in found] == [False, True, False, False]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("‘a “b” c’ “d” 'e'", ["‘a “b” c’", "“d”"]),
        ("'He said \"no\" now,' she wrote", ["'He said \"no\" now,'"]),
        ("'Quoted headline' in a paper", ["'Quoted headline'"]),
        ("'Go,' he said.\n'Go on.\n'She said \"no\",' he said", ["'Go,'", "'Go on.", "'She said \"no\",'"]),
        ("It's the workers' union. \"Don't,\" said 'Arry. The boys' club isn't open.", ['"Don\'t,"']),
        ("The workers' and farmers' unions met.", []),
        ('\'"It is late," she said, "and we are closed."\'', ['\'"It is late," she said, "and we are closed."\'']),
        ("", []),
    ],
)
def test_find_quoted_reads_straight_single_marks_where_they_are_the_outer_ones(text: str, expected: list[str]) -> None:
    """The outermost stretches in marks that are no apostrophes by their shape, or by those of the whole article."""
    assert [span.text for span in find_quoted(text)] == expected


def test_table_is_consistent() -> None:
    """Every mark is one character with a shape, and the word lists are in lower case."""
    known = table()
    assert set(known.facing) == set(known.shape)
    assert known.single < set(known.facing)
    assert all(len(char) == 1 and not char.isalnum() and not char.isspace() for char in known.facing)
    assert all(word == word.lower() for word in known.lost_beginning | known.lost_end)


@given(texts)
def test_regions_are_in_order_and_apart(text: str) -> None:
    """Any string gives regions that are within the text, disjoint and in text order, and hold more than space."""
    position = 0
    for region in scan(text).regions:
        assert position <= region.start < region.inner_start < region.inner_end <= region.end <= len(text)
        assert text[region.inner_start : region.inner_end].strip()
        position = region.end


@given(texts)
def test_marks_are_in_order_and_apart(text: str) -> None:
    """Marks are mark characters, disjoint and in text order."""
    position = 0
    for start, end in scan(text).marks:
        assert position <= start < end
        assert set(text[start:end]) <= set(table().facing)
        position = end
    assert position <= len(text)


@given(texts)
def test_regions_begin_and_end_with_marks(text: str) -> None:
    """An unclosed region ends with the words of its paragraph; none crosses a line end."""
    found = scan(text)
    marks = set(found.marks)
    for region in (*found.regions, *found.nested):
        assert (region.start, region.inner_start) in marks
        assert not re.search(LINE_END, text[region.start : region.end])
        if region.closed:
            assert (region.inner_end, region.end) in marks
        else:
            assert region.inner_end == region.end
            assert not re.split(LINE_END, text[region.end :])[0].strip()


@given(texts)
def test_nested_regions_lie_within_a_region(text: str) -> None:
    """Each nested region is between the marks of one outer region."""
    found = scan(text)
    for inner in found.nested:
        assert any(outer.inner_start <= inner.start and inner.end <= outer.inner_end for outer in found.regions)


@given(texts)
def test_quoted_spans_round_trip(text: str) -> None:
    """Spans give back their text, in order and apart."""
    position = 0
    for span in find_quoted(text):
        assert span == Span.of(text, span.start, span.end)
        assert text[span.start : span.end] == span.text
        assert position <= span.start
        position = span.end


@given(texts, texts)
def test_paragraphs_are_read_by_themselves(first: str, second: str) -> None:
    """Two texts on two lines have the regions and marks of both.

    Only ``continues`` looks across a line end, and single marks that may be apostrophes, of which
    the whole article tells.
    """
    assume(not any(char in table().single and table().facing[char] <= 0 for char in first + second))
    together, one, two = scan(f"{first}\n{second}"), scan(first), scan(second)
    by = len(first) + 1
    assert [shifted(r, 0) for r in together.regions] == [
        *(shifted(r, 0) for r in one.regions),
        *(shifted(r, by) for r in two.regions),
    ]
    assert together.marks == (*one.marks, *((start + by, end + by) for start, end in two.marks))


@given(st.lists(st.sampled_from(["yes", "we go", "don’t", "the ’90s"]), min_size=1, max_size=6))
def test_well_formed_quotations_are_found_whole(words: list[str]) -> None:
    """Quotations with their marks where they belong are all found, whatever the shape of the marks."""
    for left, right in ("“”", '""', "«»", ("''", "''"), ("``", "''"), "‘’"):
        quoted = [f"{left}{word},{right}" for word in words]
        text = " he said ".join(quoted)
        assert [span.text for span in find_quoted(text)] == quoted


class CountedText(str):
    """A text that counts the characters that are taken out of it."""

    __slots__ = ("taken",)

    def __getitem__(self, key: SupportsIndex | slice) -> str:
        part = super().__getitem__(key)
        self.taken = getattr(self, "taken", 0) + len(part)
        return part


def work(text: str) -> tuple[int, int]:
    """How many lines of the package run while ``text`` is scanned, and how many characters are taken out of it."""
    lines = 0

    def trace(frame: FrameType, event: str, arg: Any) -> Any:
        nonlocal lines
        lines += event == "line"
        return trace if "quoteattr" in frame.f_code.co_filename else None

    counted = CountedText(text)
    before = sys.gettrace()
    sys.settrace(trace)
    try:
        scan(counted)
    finally:
        sys.settrace(before)
    return lines, getattr(counted, "taken", 0)


@pytest.mark.slow
@pytest.mark.parametrize(
    "unit",
    [
        "“",
        "“ ",
        "“a ",
        '"a ',
        '" ',
        "'a ",
        "‘a ",
        "a” ",
        "''a ",
        '"a b" ',
        "“a ‘b ",
        "6'2\" ",
        "“\n",
        "7",
        "ab ",
        '"  ',
    ],
)
def test_work_is_linear_in_the_text(unit: str) -> None:
    """Eight times the text takes no more than eight times the steps, and a bounded number of steps for a character."""
    scan("")
    short, long = work(unit * 100), work(unit * 800)
    assert long[0] <= 8.5 * short[0] + 100
    assert long[1] <= 8.5 * short[1] + 100
    assert long[0] <= 150 * len(unit * 800)
    assert long[1] <= 30 * len(unit * 800)
