"""Quotation marks at the edges of the rules: a text just on this side of each, and one just on the other."""

from __future__ import annotations

import pytest
from marked import plain, shown

from quoteattr.marks import scan

# Brackets as in test_marks.py: ⟦ ⟧ around a region, ⟦ ⟩ around an unclosed one, ⟪ ⟫ around a weak one.
GOLDEN = {
    "the end of the text behind a full stop": [
        "He said ⟦“no”⟧.",
        'He said ⟦"no"⟧.',
        "He said ⟦''no''⟧.",
        "He said ⟦'no'⟧.",
    ],
    "marks between letters, where spaces were lost": [
        'He said⟦"No"⟧and left.',
        "He said⟦“No”⟧and left.",
        "He said⟦''No.''⟧",
        "He said⟦‘‘No.’’⟧",
    ],
    "a mark and a space at the beginning of a paragraph that nothing closes": [
        '⟦" we go on⟩',
        "⟦“ we go on⟩",
        'She said: ⟦"we go on⟩',
    ],
    "an equals sign at the end of the text is before no mark": ['⟦"Yes,"⟧ he said, and x =', "⟦“a”⟧ ="],
    "a pair around nothing hides no other one": ["It is “” or ⟦“yes”⟧", 'It is "" or ⟦"yes"⟧'],
    "a value in markup hides no other one": [
        '<a href="x" id="y">⟦"Yes,"⟧ he said.</a> ⟦"No."⟧',
        '<a title="say “yes” or “no”">⟦“Maybe,”⟧ he said.</a>',
    ],
    "a single mark at the beginning of a paragraph that nothing closes": [
        "'Lost boys is a film.\n⟦“Yes,”⟧ he said.",
        "⟦‘We go on with it.⟩\n⟦“Yes,”⟧ he said.",
        "It is ‘we go on with it.\n⟦“Yes,”⟧ he said.",
    ],
    "shortened words, in marks that a program has curled": [
        "⟦‘90s music is the best,’⟧ he said.",
        "⟦‘Em is a name,’⟧ he said, ⟦“is it?”⟧",
        "⟪'90s music is the best,'⟫ he said, ⟦“is it?”⟧",
        "the ‘90s and give ‘em rock ‘n’ roll",
    ],
    "plural possessives at the end of a stretch in single marks": [
        "⟦'We like the workers'⟧, he said.",
        "He wrote ⟦“much”⟧ and a book that is called ⟪'The workers'⟫",
        "⟦‘The Workers’⟧ is a film.",
        "⟦‘The Workers'⟧ is a film.",
        "The workers' house, the boys' and the girls'",
    ],
    "words in -in'": [
        "⟦“Yes,”⟧ she said, ⟦“and no.”⟧ He was ⟪'goin' home'⟫ now.",
        "⟦“I was goin' home,”⟧ he said.",
    ],
    "a quotation that opens again where a line end was lost": [
        "He said ⟦‘One. ‘Two.’⟧ and left.",
        "He said ⟦“One. “Two.”⟧ and left.",
        "⟦“One. “Two. “Three. “Four.”⟧ He left.",
    ],
    "a headline is no paragraph of its own": [
        "⟪'Yes'⟫ and ⟦“no,”⟧ he said, ⟦“never.”⟧",
        "⟦'Yes'⟧ and ⟦“no,”⟧ he said.\nHe said ⟦“never.”⟧",
        "⟦'Yes'⟧ and ⟦“no,”⟧ he said.\r⟪'Perhaps'⟫ he said, ⟦“ever.”⟧\n⟦“Never.”⟧",
        "⟪'Yes'⟫ and ⟦“no,”⟧ he said, ⟦“never.”⟧\n \n\t\n",
    ],
    "double marks that are as many as single ones, or a third": [
        "⟦'One,'⟧ he said. ⟦'Two,'⟧ he said. ⟦'Three,'⟧ he said, and ⟦“four.”⟧",
        "⟪'One,'⟫ he said. ⟪'Two,'⟫ he said, and ⟦“three.”⟧",
    ],
    "a mark before an ellipsis": [
        "He said ⟦“no”⟧... and ⟦“yes”⟧…",
        'He said ⟦"no"⟧... and ⟦"yes"⟧… and left.',
        "He said ⟦'no'⟧... and left.",
        "He said ⟦'no'⟧… and left.",
        "<p>He said ⟦'no'⟧</p>",
    ],
    "a mark inside a stretch in the other kind": [
        "⟦“He said 'no'”⟧ and left.",
        "⟦‘He said “no”’⟧ and left.",
        "⟦“He said ‘no’, ‘never’ and ‘not once’,”⟧ she said.",
    ],
    "unclosed marks in a stretch that is closed": [
        "⟦“He said ‘no and left,”⟧ she said.",
        "⟦“He said 'no and left,”⟧ she said.",
    ],
    "inches within a quotation": [
        '⟦"A 6\' 2" door,"⟧ she said, ⟦"is high."⟧',
        "⟦“A 12” pipe,”⟧ she said, ⟦“is wide.”⟧",
        "The door is 6'2“ high, and ⟦“old.”⟧",
    ],
}


@pytest.mark.parametrize(
    "golden",
    [
        pytest.param(text, id=f"{name} {number}")
        for name, group in GOLDEN.items()
        for number, text in enumerate(group, start=1)
    ],
)
def test_regions_at_the_edge_of_a_rule(golden: str) -> None:
    """What stands between the brackets is what the scanner finds."""
    assert shown(plain(golden), scan(plain(golden))) == golden


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # a mark of a run stands beside a mark, not within a word
        ("“He said 'no'”then", "“ ' ' ”"),
        ("He said“'No' is a word.”", "“ ' ' ”"),
        ("'“Yes,” he said", "' “ ”"),
        # a plural possessive ends no long stretch, but for one before another mark
        ("“He said 'we of all the many towns and their old workers' too.”", "“ ”"),
        ("“He said 'we of all the many towns and their old workers'” too.", "“ ' ' ”"),
        ("“It was ‘fine’… and over,” he said.", "“ ‘ ’ ”"),
        # apostrophes
        ("“It was the workers’… house,” he said.", "“ ”"),
        ("Don''t go to the 'umble house of the ‘90s, give ‘em rock ‘n’ roll", ""),
        ("a 6'2\" door, 12\" pipes and 7' poles", ""),
        # with spaces around it, a mark is no apostrophe
        ("he said ' no", "'"),
        ("he said: ' no ' and left", "' '"),
    ],
)
def test_marks_at_the_edge_of_a_rule(text: str, expected: str) -> None:
    """Which characters serve as quotation marks."""
    assert [text[start:end] for start, end in scan(text).marks] == expected.split()


@pytest.mark.parametrize(("length", "count"), [(6, 6), (7, 7), (8, 1), (9, 1), (40, 1)])
def test_a_row_of_eight_marks_is_an_ornament(length: int, count: int) -> None:
    """One of seven is seven marks."""
    found = scan("“" * length)
    assert len(found.marks) == count
    assert found.marks[0][0] == 0
    assert found.marks[-1][1] == length


def stretch(length: int, end: str) -> str:
    """So many characters that end with a word."""
    return ("They " + "met " * length)[: length - len(end) - 1].rstrip().ljust(length - len(end) - 1, "m") + " " + end


@pytest.mark.parametrize(
    ("length", "end", "weak"),
    [(39, "workers", 1), (40, "workers", 1), (41, "workers", 0), (60, "workers", 0), (41, "town", 1), (60, "town", 1)],
)
def test_a_plural_possessive_closes_no_stretch_of_more_than_forty_characters(length: int, end: str, weak: int) -> None:
    """What can be nothing but a closing mark does."""
    quoted = stretch(length, end)
    assert len(quoted) == length
    text = f"“Yes,” he said, “and no.” He wrote that '{quoted}' then."
    assert [text[r.inner_start : r.inner_end] for r in scan(text).regions if r.weak] == [quoted] * weak


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\f", "\u2028", "\u2029"])
@pytest.mark.parametrize(("length", "weak"), [(119, False), (120, False), (121, True), (200, True)])
def test_a_headline_has_at_most_a_hundred_and_twenty_characters(length: int, weak: bool, end: str) -> None:
    """However its line ends, and without the space before it."""
    line = ("Minister calls plan 'a disaster' and " + "says so " * 30)[:length].rstrip().ljust(length, "x")
    text = f" \n{line}{end}He “did not” call it so, “ever”."
    single, *doubles = scan(text).regions
    assert single.weak is weak
    assert len(doubles) == 2
