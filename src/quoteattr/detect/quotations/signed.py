"""Quotations with the name of the speaker beside them and no verb: "“…” (Rosa Timm, nurse)", "Rosa Timm – “…”"."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import evolve

from quoteattr.detect.candidate import Candidate, Rule, rule
from quoteattr.detect.features import ArticleFeatures
from quoteattr.detect.patterns import shape
from quoteattr.detect.quotations.quoted import ends_sentence
from quoteattr.detect.quotations.signatures import LONGEST, Signature, signature, speaks
from quoteattr.detect.quotations.titles import is_title
from quoteattr.detect.sentences import ends_before, wordless
from quoteattr.detect.spans import clean
from quoteattr.lexicon.lists import mark_set
from quoteattr.syntax import Range
from quoteattr.syntax.tokens import is_picture

__all__ = ["RULES", "find"]

BRACKETS = rule(
    "signed-brackets",
    "a sentence in marks, and behind it in brackets who said it",
    "[“We need more buses.”] ({Rosa Timm}, nurse)",
    "Best line of the night: [“We are ready for winter.”] ({Karl Brauner})",
)
BEHIND = rule(
    "signed-behind",
    "a line that is a quotation, and behind it, perhaps behind a colon or a bar, who said it",
    "[“We need more buses, and soon.”] : {Rosa Timm}",
    "[“We need more buses, and soon.”] {Rosa Timm}, nurse",
    "[“We need more buses”] | {Rosa Timm}",
)
OPENS = rule(
    "signed-before",
    "a line that begins with a name and, behind a dash, a bar or a colon, what the name says in marks",
    "{Rosa Timm} – [“We need more buses, and soon.”]",
    "• {Karl Brauner} (mayor): [“We are ready.”]",
    "{Rosa Timm}, 34, nurse | [“We need more buses.”]",
)
RULES = (BRACKETS, BEHIND, OPENS)

_BRACKETS = {"(": ")", "[": "]"}
_SIGNS = mark_set("before_signatures")
_BULLETS = mark_set("bullets")
_JOINTS = mark_set("signature_joints")
_YEAR = 4


def find(article: ArticleFeatures) -> Iterator[Candidate]:
    """One candidate for each quotation with a name beside it."""
    parse = article.parse
    for number, region in enumerate(parse.region_tokens):
        if parse.regions[number].weak or not article.region_words[number]:
            continue
        line = parse.trim(parse.line_of(region[0]))
        found = _behind(article, number, line) or _before(article, number, line)
        if found is not None:
            yield found


def _behind(article: ArticleFeatures, number: int, line: Range) -> Candidate | None:
    """The candidate of a quotation with a name behind it."""
    parse = article.parse
    region = parse.region_tokens[number]
    start, end = parse.trim((region[1], line[1]))
    while start < end and parse.words[start] in (".", ","):
        start = parse.trim((start + 1, end))[0]
    if start >= end or not parse.regions[number].closed:
        return None
    if parse.words[start] in _BRACKETS:
        return _in_brackets(article, region, (start, end), line)
    if _first(article, line) != region[0] or end - start > LONGEST + 1:
        return None
    sign = start
    if parse.words[sign] in _SIGNS:
        start = parse.trim((sign + 1, end))[0]
    elif not ends_sentence(article, region) or parse.words[sign] in _JOINTS:
        return None
    found = signature(article, parse.trim((start, end), (".",)))
    if found is None or not (speaks(article, found) or (sign < start and end - start == 1)):
        return None
    if sign == start and not found.sure:
        return None
    return _candidate(article, BEHIND, region, sign, found)


def _in_brackets(article: ArticleFeatures, region: Range, tokens: Range, line: Range) -> Candidate | None:
    """The candidate of a quotation that begins a sentence and has a name in brackets behind it."""
    parse = article.parse
    opening, end = tokens
    closing = _BRACKETS[parse.words[opening]]
    last = next(
        (token for token in range(opening, min(end, opening + LONGEST)) if parse.words[token][0] == closing), -1
    )
    if last < 0 or not _stands_alone(article, region, line):
        return None
    dated = parse.words[last - 1].isdigit() and len(parse.words[last - 1]) == _YEAR
    found = signature(article, parse.trim((opening + 1, last)))
    if dated or found is None or not speaks(article, found):
        return None
    return _candidate(article, BRACKETS, region, opening, found)


def _stands_alone(article: ArticleFeatures, region: Range, line: Range) -> bool:
    """Whether a quotation is a sentence of its own, or stands behind a colon that no verb of saying precedes."""
    parse = article.parse
    first = _first(article, line)
    before = parse.trim((first, region[0]))
    if before[0] >= before[1] or ends_before(article, before[1]) or parse.words[before[1] - 1] in (")", "]"):
        return not is_title(article, region, before)
    return parse.words[before[1] - 1] == ":" and not article.has_report(before)


def _first(article: ArticleFeatures, line: Range) -> int:
    """Where a line begins behind its bullet or number."""
    parse = article.parse
    start, end = line
    number = shape("list-number", parse, line)
    if number is not None:
        return parse.trim((number.end, end))[0]
    while start + 1 < end and (parse.words[start] in _BULLETS or is_picture(parse.words[start])):
        start = parse.trim((start + 1, end))[0]
    return start


def _before(article: ArticleFeatures, number: int, line: Range) -> Candidate | None:
    """The candidate of a quotation with a name before it, which its line begins with."""
    parse = article.parse
    region = parse.region_tokens[number]
    end = parse.trim((line[0], region[0]))[1]
    joint = parse.words[end - 1][-1:] if end > line[0] else ""
    if joint not in _JOINTS:
        return None
    first = _first(article, line)
    found = _named(article, parse.trim((first, end - 1)))
    bare = found is not None and not found.told and joint == ":" and first == line[0]  # a speaker label
    if found is None or bare or not speaks(article, found):
        return None
    whole = wordless(article, (region[1], line[1]))
    if joint != ":" and not (whole and parse.words[parse.trim(line)[1] - 1][-1:] != ","):
        return None
    if not (whole or found.told or ends_before(article, region[1])):
        return None
    return _candidate(article, OPENS, region, end - 1, found)


def _named(article: ArticleFeatures, tokens: Range) -> Signature | None:
    """The name that a stretch begins with, or that stands behind what the person is: "The mayor, Karl Brauner"."""
    parse = article.parse
    found = signature(article, tokens)
    comma = next((token for token in range(tokens[1] - 1, tokens[0], -1) if parse.words[token] == ","), -1)
    if found is not None or comma < 0 or article.has_finite_verb(tokens):
        return found
    behind = signature(article, (comma + 1, tokens[1]))
    return evolve(behind, told=True) if behind is not None and behind.sure and not behind.told else None


def _candidate(article: ArticleFeatures, rule: Rule, region: Range, sign: int, found: Signature) -> Candidate | None:
    content = clean(article, [region])
    head = found.head(article)
    return Candidate.of_name(rule, sign, found.name, head, content, ":") if content else None
