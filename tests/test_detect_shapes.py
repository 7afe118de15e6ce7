"""Patterns over text as data: their examples, what they cost on hostile texts, and how matches become tokens."""

from __future__ import annotations

import re
import subprocess
import sys
from typing import Any

import pytest
import regex
from parses import parse_of

from quoteattr.detect import ArticleFeatures
from quoteattr.detect import patterns as module
from quoteattr.detect.patterns import shape, shapes_within
from quoteattr.detect.quotations import labelled_lines, labelled_quotations, surface, transcripts
from quoteattr.lexicon import Lexicon
from quoteattr.lexicon import patterns as data
from quoteattr.lexicon.patterns import Pattern, compiled, patterns
from quoteattr.syntax import Parse

ALL = [pytest.param(one, id=one.id) for one in patterns().values()]
MATCHES = [
    pytest.param(one, example, id=f"{one.id}: {example['text']}")
    for one in patterns().values()
    for example in one.matches
]
DIFFERS = [pytest.param(one, text, id=f"{one.id}: {text}") for one in patterns().values() for text in one.differs]
LONG = 300_000


def found(pattern: Pattern, text: str) -> Any:
    """The match of a pattern, where it is looked for in the way of the rules."""
    expression = compiled(pattern.id)
    return (expression.search if pattern.anywhere else expression.match)(text)


@pytest.mark.parametrize(("pattern", "example"), MATCHES)
def test_what_matches_a_pattern(pattern: Pattern, example: dict[str, str]) -> None:
    """Each named group holds what the example says, and the others hold nothing; the colon is not written down."""
    match = found(pattern, example["text"])
    assert match is not None
    held = {name: held for name, held in match.groupdict().items() if held is not None and name != "colon"}
    assert {"text": example["text"], **held} == example


@pytest.mark.parametrize(("pattern", "text"), DIFFERS)
def test_what_does_not_match_a_pattern(pattern: Pattern, text: str) -> None:
    """It looks alike, and is something else."""
    assert found(pattern, text) is None


@pytest.mark.parametrize("pattern", ALL)
def test_a_pattern_is_documented(pattern: Pattern) -> None:
    """By a reason in one line, two texts that match, and one that does not."""
    assert re.fullmatch(r"[a-z-]+", pattern.id)
    assert pattern.reason and "\n" not in pattern.reason
    assert len(pattern.matches) >= 2
    assert pattern.differs


def test_ids_are_unique() -> None:
    """A pattern is not lost because another one has its name."""
    assert len(patterns()) == len(data._data()["pattern"])


def quantifiers(source: str) -> list[str]:
    """The quantifiers of a pattern that are no fixed number."""
    bare = re.sub(r"\\p\{\w+\}|\\L<\w+>|\\.", "x", source)
    bare = re.sub(r"\[[^\]]*\]", "x", bare)
    bare = re.sub(r"\(\?(?:<?[=!]|i?:|<\w+>)", "(", bare)
    return re.findall(r"(?:[*+?]|\{\d+,\d*\})\+?", bare)


@pytest.mark.parametrize("pattern", ALL)
def test_no_pattern_gives_back_what_it_has_taken(pattern: Pattern) -> None:
    """Every quantifier is possessive, so a pattern passes over a text once and not again and again."""
    assert [one for one in quantifiers(pattern.source) if len(one) < 2 or one[-1] != "+"] == []


def test_quantifiers_that_give_back_are_counted() -> None:
    """Greedy, lazy and bounded ones."""
    assert quantifiers(r"(?<a> \w+ )[+*]*? (?: x{2,3} ) \p{Lu}++ \+") == ["+", "*", "?", "{2,3}", "++"]


HOSTILE = {
    "one letter": "A",
    "one small letter": "a",
    "colons": ":",
    "capitals and spaces": "A ",
    "labels": "A: ",
    "long labels": "Smith and Jones: ",
    "dashes": "- ",
    "dashes and names": " - Smith",
    "long dashes": "—",
    "full stops": "A.",
    "white space": " ",
    "quotation marks": "“",
    "numbers": "1.",
}


@pytest.mark.parametrize("pattern", ALL)
def test_long_texts_are_read(pattern: Pattern) -> None:
    """From the beginning and, where a pattern is looked for anywhere, from every place."""
    for name, unit in HOSTILE.items():
        text = unit * (LONG // len(unit))
        assert text.isprintable(), name
        ends = 0
        for match in compiled(pattern.id).finditer(text) if pattern.anywhere else [found(pattern, text)]:
            if match is not None:
                assert match.start() >= ends, name
                ends = match.end()


class Counted:
    """A compiled pattern that counts the characters that it is given."""

    def __init__(self, expression: Any, sizes: list[int]) -> None:
        self.expression, self.sizes = expression, sizes

    def match(self, text: str, start: int, end: int) -> Any:
        self.sizes.append(end - start)
        return self.expression.match(text, start, end)

    def finditer(self, text: str, start: int, end: int) -> Any:
        self.sizes.append(end - start)
        return self.expression.finditer(text, start, end)


def given(parse: Parse, monkeypatch: pytest.MonkeyPatch) -> int:
    """How many characters the rules give to patterns when they read a text."""
    sizes: list[int] = []
    with monkeypatch.context() as patch:
        patch.setattr(module, "compiled", lambda pattern: Counted(compiled(pattern), sizes))
        article = ArticleFeatures(parse, Lexicon.default())
        for family in (surface, transcripts, labelled_quotations, labelled_lines):
            for _ in family.find(article):
                pass
    return sum(sizes)


@pytest.mark.parametrize(
    "line",
    [
        "SMITH : No . |",
        "SMITH : “ No .”",
        "“ SMITH : We will go . ” — Smith |",
        "“ Gone With the Wind ” - Smith : “ We will all go . ” ",
        "A",
        ":",
        "- Smith",
    ],
)
def test_the_characters_given_to_patterns_grow_with_the_text(line: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Three times the text is three times as many, and a few for each character."""
    counts = []
    for times in (100, 300):
        rows = [row if row in ("|", "“", "”") else f"{row} NNP dep 0" for row in line.split() * times]
        parse = parse_of(*rows)
        counts.append((given(parse, monkeypatch), len(parse.text)))
    (few, short), (many, long) = counts
    assert 0 < few <= 8 * short
    assert many * short <= 1.1 * few * long


def test_groups_become_tokens() -> None:
    """Also those that begin within a token; a group that holds nothing is not there."""
    parse = parse_of(
        "“", "SMITH NNP dep 1", ": : punct 1", "No UH dep 1", ". . punct 1", "-Jane NNP dep 1", "Lee NNP dep 1"
    )
    label = shape("speaker-label", parse, (0, 5))
    assert label is not None
    assert (label.tokens("mark"), label.tokens("label"), label.tokens("colon")) == ((0, 1), (1, 2), (2, 3))
    assert "capitals" in label and "link" not in label
    (byline,) = shapes_within("byline", parse, (3, 7))
    assert (byline.tokens("dash"), byline.tokens("name"), byline.end) == ((5, 6), (5, 7), 7)
    assert shape("byline", parse, (0, 5)) is None


def test_a_pattern_that_is_not_there_is_an_error() -> None:
    """A wrong name in a rule does not pass for a text without the shape."""
    with pytest.raises(KeyError, match="no-such-pattern"):
        compiled("no-such-pattern")


@pytest.mark.slow
def test_patterns_are_compiled_when_they_are_used() -> None:
    """Neither quoteattr nor its rules import the package regex, and all patterns are its own."""
    check = "import sys, quoteattr, quoteattr.detect; sys.exit('regex' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", check], check=False).returncode == 0
    assert all(isinstance(compiled(one), regex.Pattern) for one in patterns())
