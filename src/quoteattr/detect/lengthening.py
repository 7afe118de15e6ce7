"""Ends that come too early, by the form of what follows: within a list, or before what else is said now."""

from __future__ import annotations

from quoteattr.detect.candidate import OpenSpan
from quoteattr.detect.features import ArticleFeatures
from quoteattr.lexicon.lists import label_set, listed
from quoteattr.syntax import Parse

__all__ = ["lengthened"]

_ITEMS = label_set("tags", "list_items")
_JOINING = listed("spans", "joining")
_LONGEST = 40
"""Tokens of the rest of a list at most."""
_SUBJECT = _ITEMS | label_set("tags", "subjects_on") - {","}
_AUXILIARIES = label_set("dependencies", "auxiliaries")
_BACKSHIFTED, _AND = listed("resumed", "backshifted"), listed("narration", "joins")
_PAST = "VBD"
_NEAR = 10
"""Tokens of a second subject at most."""
_PRESENT = label_set("tags", "present")
_PEOPLE = listed("acts", "pronouns")
_NEGATIONS = listed("grammar", "helping_negations")


def lengthened(article: ArticleFeatures, cue: int, span: OpenSpan, end: int) -> int:
    """The end of a content, or a later one.

    A list of things goes on behind its first one: "appealed for water, | tents and blankets". What somebody says now,
    and denies or cannot do now, are both said: "says it is safe, | but he can't promise that it will last". So is what
    had been or would be behind a cue in the past: "said it was late, | and the bus would not wait".

    Args:
        article: The article.
        cue: The cue.
        span: The last piece of its content.
        end: The token behind its last one.
    """
    stop = article.sentence(span.head)[1]
    if end + 3 >= stop or article.parse.words[end] != "," or article.parse.region_of[end] >= 0:
        return end
    if span.family == "clause":
        if _says_on(article.parse, cue, end):
            return stop
        return max(end, _backshifted(article.parse, cue, end, stop))
    return _list_end(article.parse, end, stop)


def _list_end(parse: Parse, comma: int, stop: int) -> int:
    """The end of a list that goes on behind a comma, with "and" before its last item; ``comma`` where none does."""
    joined = False
    for token in range(comma + 1, min(stop, comma + _LONGEST)):
        if parse.tags[token] == "CC":
            joined = joined or parse.lower[token] in _JOINING
        elif parse.tags[token] not in _ITEMS and parse.lower[token] != "of":
            several = parse.tags[comma + 1] != "CC"  # ", and the group in Oslo said" is another clause
            closes = parse.words[token][0] in ".;" or (several and parse.tags[token] in ("IN", "TO"))
            return token if joined and closes and parse.region_of[token] < 0 else comma
    return comma


def _says_on(parse: Parse, cue: int, comma: int) -> bool:
    """Whether "but he can't promise" follows, and the cue stands in the present as well."""
    tags, lower = parse.tags, parse.lower
    return (
        tags[cue] in _PRESENT
        and lower[comma + 1] == "but"
        and lower[comma + 2] in _PEOPLE
        and (tags[comma + 3] in _PRESENT or tags[comma + 3] == "MD")
        and not _NEGATIONS.isdisjoint(lower[comma + 4 : comma + 5])
    )


def _backshifted(parse: Parse, cue: int, comma: int, stop: int) -> int:
    """The end of a second clause with a subject and had or would behind a cue in the past; -1 where none is."""
    if parse.tags[cue] != _PAST or parse.lower[comma + 1] not in _AND:
        return -1
    verb = comma + 2
    while verb < min(stop, comma + _NEAR) and parse.tags[verb] in _SUBJECT:
        verb += 1
    if verb == comma + 2 or verb >= stop or parse.lower[verb] not in _BACKSHIFTED:
        return -1
    above = parse.heads[verb] if parse.deps[verb] in _AUXILIARIES else verb
    return min(stop, parse.right[max(above, verb)])
