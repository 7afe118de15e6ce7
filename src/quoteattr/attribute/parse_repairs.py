"""Subjects and agents where parsers misread: the real subject behind an opening phrase, an agent hung elsewhere."""

from __future__ import annotations

from collections.abc import Iterator

from quoteattr.detect import ArticleFeatures, Candidate
from quoteattr.lexicon.lists import label_set
from quoteattr.syntax import Parse, Range
from quoteattr.syntax.grammar import is_dated, nominal_of, phrase_head
from quoteattr.syntax.labels import CLOSING_MARKS, DASHES, PHRASE_HEAD_TAGS, PROPER_TAGS

__all__ = ["agent_elsewhere", "is_nominal", "led_in", "true_subject"]

_LEADING = label_set("tags", "leading")
_OPENINGS = label_set("tags", "openings")
_CAPITALISED = label_set("tag_beginnings", "capitalised")
_OPENING = 12
"""Tokens within which a line names the place of a report before a dash."""


def is_nominal(parse: Parse, token: int) -> bool:
    """A noun, a number or a personal pronoun, or a capital that the tagger took for something else ("said Will")."""
    tag, word = parse.tags[token], parse.lower[token]
    if word == "old" and parse.words[token - 1] == "-":  # "the 43-year-old said"
        return True
    named = parse.words[token][:1].isupper() and tag[:2] in _CAPITALISED
    nominal = tag in PHRASE_HEAD_TAGS or tag == "CD" or named or (tag == "DT" and word == "another")
    return nominal and not is_dated(parse, token)


def true_subject(parse: Parse, verb: int, subject: int) -> int:
    """The subject of a verb, or the one behind it where it only opens the sentence: "Tuesday, the mayor said"."""
    if 0 <= subject < verb and (inner := _with_somebody(parse, verb, subject)) >= 0:
        return inner
    for start in _behind_openings(parse, verb, subject) if 0 <= subject < verb else ():
        for token in range(start, verb):
            if parse.words[token] == ",":
                break
            if is_nominal(parse, token):
                return phrase_head(parse, token, (start, verb))
    return subject


def _with_somebody(parse: Parse, participle: int, subject: int) -> int:
    """The name between "with" and a participle in what the parser calls its subject, or -1: "with Smith saying"."""
    if parse.tags[participle] != "VBG" or parse.tags[participle - 1] not in PROPER_TAGS:
        return -1
    name = participle - 1
    return name if name > subject and parse.lower[parse.heads[name]] == "with" else -1


def _behind_openings(parse: Parse, verb: int, subject: int) -> Iterator[int]:
    """Where the subject of a verb may begin, if what the parser calls its subject only opens the sentence.

    A date ("Tuesday in Oslo, the mayor said"), the place of a report ("OSLO (Ritzau) - The mayor said"), or a
    participle ("Appearing in Oslo, the mayor said").
    """
    start = parse.left[subject]
    line = parse.line_of(subject)[0]
    place = line <= start < line + 2
    participle = parse.tags[start] in ("VBG", "VBN") and parse.deps[subject] in ("csubj", "nsubj")
    for token in range(max(start, subject), verb - 1):
        if parse.tags[token + 1] not in _OPENINGS or _is_aside(parse, (token + 1, verb)):
            continue
        dash = parse.words[token] in DASHES and parse.ends[token] < parse.starts[token + 1]
        comma = parse.words[token] == "," and (participle or is_dated(parse, subject))
        if comma or (dash and place and token < line + _OPENING):
            yield token + 1


def led_in(parse: Parse, start: int, verb: int) -> int:
    """Where the subject of a verb begins in a sentence that opens with something else, or -1.

    "At the mill, where it has rained for days, the mayor said", "Informed of the leak, Jane Smith said".
    """
    while start < verb and not parse.is_word(start):
        start += 1
    if parse.tags[start] not in _LEADING and not is_dated(parse, start):
        return -1
    for token in range(start + 1, verb - 1):
        if parse.words[token] == ",":
            first = token + 1 + (parse.words[token + 1] in CLOSING_MARKS)
            opens = first < verb and (parse.tags[first] in _OPENINGS or parse.words[first][:1].isupper())
            if opens and not _is_aside(parse, (first, verb)):
                return first
    return -1


def _is_aside(parse: Parse, tokens: Range) -> bool:
    """Whether a date, or a place between commas, begins here: "Speaking in Salem, New Hampshire, the mayor said"."""
    token, verb = tokens
    if is_dated(parse, token):
        return True
    entity = parse.entity_of[token]
    if parse.entity_labels[token] != "GPE":
        return False
    while token < verb and parse.entity_of[token] == entity:
        token += 1
    return token < verb - 1 and parse.words[token] == ","


def agent_elsewhere(article: ArticleFeatures, candidate: Candidate) -> int:
    """Who does what a passive says whose by-phrase the parser hung elsewhere, or -1.

    "The plan was called “a mistake” by Jane Smith", "The mayor is admired among teachers".
    """
    parse = article.parse
    for child in article.verb_at[candidate.cue].after("prep"):
        if parse.lower[child] in ("by", "among"):
            return nominal_of(parse, child)
    end = max(last for _, last in candidate.content)
    while end < len(parse) and parse.words[end] in CLOSING_MARKS:
        end += 1
    return nominal_of(parse, end) if parse.lower[end : end + 1] == ["by"] and end > candidate.cue else -1
