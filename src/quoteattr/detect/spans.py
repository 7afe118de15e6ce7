"""What belongs to a span: trimmed of what stands at its ends, by the conventions of the annotated articles."""

from __future__ import annotations

from collections.abc import Iterable

from quoteattr.detect.features import ArticleFeatures
from quoteattr.lexicon.lists import label_set, listed, mark_set
from quoteattr.syntax import Parse, Range
from quoteattr.syntax.grammar import complement_of

__all__ = ["MEDIA", "clean", "trimmed"]

_EDGE = mark_set("edges")
_DANGLING = listed("boundaries", "dangling")
_JOINING = listed("spans", "joining")
_LEADING_TO = label_set("dependencies", "leading")

MEDIA = listed("medium", "nouns")


def clean(article: ArticleFeatures, ranges: Iterable[Range]) -> tuple[Range, ...]:
    """``ranges`` in text order, neighbours joined, trimmed, the empty ones dropped.

    What goes on behind "she said" keeps its conjunction: "Prices have risen, … and will rise again".
    """
    whole: list[Range] = []
    wordlike = article.parse.wordlike
    for start, end in sorted(ranges):
        if whole and start <= whole[-1][1] and wordlike[start - 1]:
            whole[-1] = whole[-1][0], max(end, whole[-1][1])
        elif start < end:
            whole.append((start, end))
    out: list[Range] = []
    for first, last in whole:
        start, end = trimmed(article, (first, last))
        if start >= end:
            continue
        if out and start > first and article.parse.lower[start - 1] in _JOINING:
            start -= 1
        if out and start <= out[-1][1]:
            out[-1] = out[-1][0], max(end, out[-1][1])
        else:
            out.append((start, end))
    return tuple([(start, end) for start, end in out if any(wordlike[start:end])])


def trimmed(article: ArticleFeatures, tokens: Range) -> Range:
    """``tokens`` without punctuation, white space and dangling conjunctions at its ends.

    Quotation marks stay, but for one that opens a quotation behind the content or closes one before it.
    """
    parse = article.parse
    start, end = tokens
    while start < end and (_is_edge(parse, start) or _is_mark(parse, start, 1) or _is_time(parse, start)):
        start += 1
    while start < end and (
        _is_edge(parse, end - 1)
        or parse.lower[end - 1] == "or"
        or _is_mark(parse, end - 1, 0)
        or _leads_on(parse, end - 1)
    ):
        end -= 1
    return (_whole_word(parse, start), end) if start < end else (start, end)


def _is_edge(parse: Parse, token: int) -> bool:
    word = parse.words[token]
    return word.isspace() or word in _EDGE or parse.lower[token] in _DANGLING


def _is_time(parse: Parse, token: int) -> bool:
    """Whether a token is the time at which a line was written, and stands before all else in it: "16.06 The jet"."""
    word = parse.words[token]
    hours, _, minutes = word.replace(":", ".").partition(".")
    shaped = len(hours) in (1, 2) and len(minutes) == 2 and (hours + minutes).isdecimal()
    behind = parse.words[token + 1 : token + 2]
    return (
        shaped
        and int(hours) < 24
        and int(minutes) < 60
        and parse.line_of(token)[0] == token
        and behind != []
        and behind[0][:1].isupper()
    )


def _is_mark(parse: Parse, token: int, side: int) -> bool:
    """Whether a token is the mark that opens (side 0) or closes (side 1) its quoted region."""
    if parse.tags[token] or parse.region_of[token] < 0:
        return False
    region = parse.region_tokens[parse.region_of[token]]
    return token == (region[0] if side == 0 else region[1] - 1) and region[1] - region[0] > 1


def _leads_on(parse: Parse, last: int) -> bool:
    """Whether the last word leads to one behind the content: a determiner, an auxiliary, a preposition."""
    if parse.deps[last] in _LEADING_TO:
        return parse.heads[last] > last
    return parse.deps[last] == "prep" and complement_of(parse, last) > last


def _whole_word(parse: Parse, start: int) -> int:
    """Where the word begins that ``start`` is a part of behind a hyphen, with its article: "the e-|mail"."""
    first = start
    while (
        start > 1
        and parse.words[start - 1] == "-"
        and parse.ends[start - 1] == parse.starts[start]
        and parse.ends[start - 2] == parse.starts[start - 1]
        and parse.wordlike[start - 2]
    ):
        start -= 2
    if 0 < start < first and parse.tags[start - 1] == "DT":
        start -= 1
    return start
