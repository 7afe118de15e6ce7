"""Speaker labels with more than a name, right before a quotation: "Jane Smith, 34, of Ohio: “…”", "Her answer: “…”"."""

from __future__ import annotations

from collections.abc import Iterator

from quoteattr.detect.candidate import Candidate, Example, Rule
from quoteattr.detect.listed import listed
from quoteattr.detect.reading import Reading
from quoteattr.detect.spans import clean
from quoteattr.lexicon.meanings import noun_lemma
from quoteattr.syntax import Range

__all__ = ["RULES", "find"]

NAME = Rule(
    "opening-name",
    "a name with what it is, and a colon, at the beginning of a line that is a quotation otherwise",
    (
        Example(
            "Jane Smith, 34, a teacher from Ohio: “We came here long ago, and it was hard.”",
            ("“We came here long ago, and it was hard.”",),
            "Jane Smith, 34, a teacher from Ohio",
        ),
        Example(
            "Maria Lopez, the mayor of Springfield: “We have no plans to close the bridge.”",
            ("“We have no plans to close the bridge.”",),
            "Maria Lopez, the mayor of Springfield",
        ),
    ),
)
OWN = Rule(
    "opening-own",
    "somebody's answer, message or the like, and a colon, before a quotation at the beginning of a sentence",
    (
        Example(
            "Jane Smith’s answer: “We came here long ago, and it was hard.”",
            ("“We came here long ago, and it was hard.”",),
            "Jane Smith’s",
        ),
        Example(
            "The bridge was closed. Her message to the drivers: “Stay at home today.”",
            ("“Stay at home today.”",),
            "Her",
        ),
    ),
)
RULES = (NAME, OWN)

_LONGEST = 16
"""Tokens before the colon at most."""
_FEWEST = 3
"""Words of the quotation at least."""
_SAYING = listed("label", "saying")
"""Nouns for what is said, whose owner says it."""


def find(reading: Reading) -> Iterator[Candidate]:
    """A candidate for each quotation behind such a colon."""
    parse = reading.parse
    for number, region in enumerate(parse.region_tokens):
        colon = region[0] - 1
        if (
            colon < 1
            or parse.words[colon] != ":"
            or reading.region_words[number] < _FEWEST
            or parse.regions[number].weak
        ):
            continue
        line = parse.paragraphs[parse.paragraph_of[colon]][0]
        start = parse.trim((max(line, reading.sentence(colon - 1)[0]), colon))[0]
        if colon - start > _LONGEST or any(parse.tags[token][:2] in ("VB", "MD") for token in range(start, colon)):
            continue
        content = clean(reading, [region])
        if not content:
            continue
        owner = _owner(reading, (start, colon))
        if owner >= 0:
            yield Candidate(OWN.id, colon, ":", "PUNCT", "owned", content, source=owner, certain=True)
        elif start == parse.trim((line, colon))[0] and (name := _name(reading, (start, colon))) >= 0:
            yield Candidate(NAME.id, colon, ":", "PUNCT", "named", content, source=name, certain=True)


def _owner(reading: Reading, tokens: Range) -> int:
    """Whose answer or message an opening is, or -1."""
    parse = reading.parse
    for token in range(*tokens):
        if parse.deps[token] == "poss" and parse.left[token] == tokens[0]:
            noun = parse.heads[token]
            said = tokens[0] <= noun < tokens[1] and noun_lemma(parse.lower[noun]) in _SAYING
            return token if said else -1
    return -1


def _name(reading: Reading, tokens: Range) -> int:
    """The head of the name of a person that an opening begins with, if something else stands behind it; or -1."""
    parse = reading.parse
    entity = parse.entity_of[tokens[0]]
    if entity < 0 or parse.entities[entity].label != "PERSON" or parse.entities[entity].end >= tokens[1]:
        return -1
    end = parse.entities[entity].end
    return end - 1 if parse.words[end] in (",", "(") else -1
