"""According to: the sentence around the phrase is the content, its object the source."""

from __future__ import annotations

from collections.abc import Iterator

from quoteattr.detect.candidate import Candidate, rule
from quoteattr.detect.features import ArticleFeatures
from quoteattr.detect.sentences import sentence_around
from quoteattr.detect.spans import clean
from quoteattr.lexicon.lists import label_set, listed
from quoteattr.lexicon.nouns import noun, singular
from quoteattr.syntax import Parse, Range
from quoteattr.syntax.grammar import complement_of, nominal_of
from quoteattr.syntax.labels import (
    COMMON_TAGS,
    FINITE_TAGS,
    PROPER_TAGS,
)

__all__ = ["RULES", "comma_behind", "find"]

ACCORDING = rule(
    "according-to",
    "according to names the source of the clause that it stands in",
    "[Sales fell by a third], according to {the company}.",
    "According to {the report}, a copy of which is with this newspaper, [the dam was unsafe].",
    "According to {police}, [nobody was hurt].",
    "According to {Halden Robotics, a firm in the valley,} [the machine has climbed a hill].",
    "According to {Ada Smith, head of research at Halden Robotics,} [there is no evidence of a leak].",
    "According to {the head of the union}, Ada Smith, [more than half of the members have left].",
    "[The talks], according to {diplomats}, [will go on all week].",
    "[Exports fell by a third], according to {the company}, but it has opened new shops.",
)
SURVEY = rule(
    "in-survey",
    "a poll, study or count in whose numbers something holds",
    "In {the latest poll}, [the mayor leads her rival by six points].",
    "In {a poll released on Friday}, [52 percent favored the plan].",
)
RULES = (ACCORDING, SURVEY)

_SURVEYS = listed("according", "surveys")
_OFFICES = listed("according", "offices")
_SAYING = label_set("sorts", "saying")
_ADDED = label_set("tags", "added")
_RELATIVES = label_set("tags", "relative_pronouns")
_PEOPLE = label_set("sorts", "people")
_IN_PHRASES = label_set("tags", "source_phrases")
"""Tags of words that may go on a phrase up to its noun."""
_OPENINGS = label_set("tags", "behind_added")
_A = ("a", "an")
_LISTING = frozenset({",", "and", "or"})
"""What stands in the subject of a clause where the words before it may be the first of several."""
_LONGEST = 30
"""Tokens of a name with what is added to it."""
_TURNS = (["and"], ["but"], ["while"], ["though"], ["although"])
"""Words that begin a clause behind the phrase that is no longer according to anybody."""
_CLAUSES = label_set("dependencies", "clauses_above")


def find(article: ArticleFeatures) -> Iterator[Candidate]:
    """One candidate for each "according to" outside a long quotation, and for each survey."""
    lower = article.parse.lower
    for token, word in enumerate(lower):
        if word == "according" and lower[token + 1 : token + 2] == ["to"] and not article.hidden[token]:
            yield from _according(article, token)
        elif word in ("in", "by") and not article.hidden[token]:
            yield from _in_survey(article, token)


def _according(article: ArticleFeatures, token: int) -> Iterator[Candidate]:
    """The candidate of an "according" before to."""
    source = complement_of(article.parse, token + 1)
    if source < 0:
        source = nominal_of(article.parse, token)
    content = clean(article, _framed(article, token) or _clause(article, token, source)) if source >= 0 else ()
    if content:
        certain = _can_say(article.parse, source)
        yield Candidate(ACCORDING.id, token, "according", "PREP", "to", content, source=source, certain=certain)


def _in_survey(article: ArticleFeatures, token: int) -> Iterator[Candidate]:
    """The candidate of an in or by that leads to a survey."""
    parse, survey = article.parse, nominal_of(article.parse, token)
    if survey < 0 or parse.deps[token] != "prep" or parse.heads[token] not in article.verb_at:
        return
    frame = singular(parse.lower[survey])
    content = clean(article, _clause(article, token, survey)) if frame in _SURVEYS else ()
    if content:
        yield Candidate(SURVEY.id, token, parse.lower[token], "PREP", frame, content, source=survey)


def _can_say(parse: Parse, source: int) -> bool:
    """Whether whatever something is according to says anything: not an amount, a rule or a plan."""
    if parse.tags[source] not in COMMON_TAGS:
        return True
    word = parse.lower[source]
    meanings = noun(word), noun(singular(word))
    return any(one.sort in _SAYING or not one.sort or one.says > 0 or one.other > 0 for one in meanings)


def _framed(article: ArticleFeatures, token: int) -> list[Range]:
    """The rest of a sentence that begins or ends with the phrase, apart by a comma; or nothing."""
    parse = article.parse
    start, end = sentence_around(article, token)
    while start < end and not parse.is_word(start):
        start += 1
    if start == token:
        comma = comma_behind(article, token + 2, end)
        return [(comma + 1, end)] if comma >= 0 else []
    if parse.words[token - 1] == "," and not article.has_finite_verb((token, end)):
        for stop in range(token - 1, start, -1):
            if parse.words[stop] == ";":
                start = stop + 1
                break
        return [(start, token - 1)] if article.has_finite_verb((start, token)) else []
    return []


def comma_behind(article: ArticleFeatures, start: int, end: int) -> int:
    """The comma behind a name at the beginning of a sentence, and behind what is added to it; or -1."""
    parse, told = article.parse, False
    for token in range(start, min(end, start + _LONGEST)):
        if parse.words[token] == "," and parse.region_of[token] < 0:
            following = parse.tags[token + 1] if token + 1 < end else ""
            told = _is_apposition(article, token + 1, end)
            if not (told or following in _ADDED) and article.has_finite_verb((token + 1, end)):
                return token
        elif not told and parse.tags[token] in FINITE_TAGS and parse.deps[token] not in ("relcl", "aux", "auxpass"):
            return -1
    return -1


def _is_apposition(article: ArticleFeatures, start: int, end: int) -> bool:
    """Whether words behind a comma tell who somebody is, and a clause follows: ", a group in Halden, the mill is"."""
    parse = article.parse
    commas = (token for token in range(start, min(end, start + _LONGEST)) if parse.words[token] == ",")
    comma = next(commas, -1)
    if comma < 0 or not (parse.lower[start] in _A or _tells_who(parse, start, comma)):
        return False
    verb = next((token for token in range(start, end) if parse.tags[token] in FINITE_TAGS), -1)
    related = any(tag in _RELATIVES for tag in parse.tags[start:comma])
    if (verb < comma and not related) or _OPENINGS.isdisjoint(parse.tags[comma + 1 : end][:1]):
        return False
    main = next((token for token in range(comma + 1, end) if parse.tags[token] in FINITE_TAGS), -1)
    return main >= 0 and _LISTING.isdisjoint(parse.lower[comma + 1 : main])


def _tells_who(parse: Parse, start: int, end: int) -> bool:
    """Whether words are an office, "chief executive of Acme", or the name of whom an office stands for."""
    if all(parse.tags[token] in PROPER_TAGS for token in range(start, end)):
        return parse.tags[start - 2] in COMMON_TAGS
    nouns = (token for token in range(start, end) if parse.tags[token + 1] not in _IN_PHRASES)
    last = next(nouns, end - 1)
    word = singular(parse.lower[last])
    return parse.tags[last] in COMMON_TAGS and (word in _OFFICES or noun(word).sort in _PEOPLE)


def _clause(article: ArticleFeatures, token: int, source: int) -> list[Range]:
    """The clause without the phrase; cut at the conjunct that the phrase hangs in when it stands at the end."""
    parse = article.parse
    start, end = token, max(parse.right[token], parse.right[source])
    governor = parse.heads[token]
    sentence = article.sentence(token)
    if governor == token:
        return [(sentence[0], start), (end, sentence[1])]
    while parse.deps[governor] not in _CLAUSES and parse.heads[governor] != governor:
        governor = parse.heads[governor]
    if parse.deps[governor] != "conj" and start > sentence[0]:
        governor = [governor, *parse.ancestors(governor)][-1]
    first, last = parse.subtree(governor)
    if start > first and parse.words[end : end + 1] == [","] and parse.lower[end + 1 : end + 2] in _TURNS:
        last = end
    return [(first, start), (end, max(end, last))]
