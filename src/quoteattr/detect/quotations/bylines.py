"""Bylines of quotations: "“We will go.” — Jane Smith", or the name in the line below."""

from __future__ import annotations

from quoteattr.detect.candidate import Candidate, rule
from quoteattr.detect.features import ArticleFeatures
from quoteattr.detect.patterns import Shape, shape, shapes_within
from quoteattr.detect.quotations.headings import name_head
from quoteattr.detect.spans import clean
from quoteattr.lexicon.lists import label_set, mark_set
from quoteattr.syntax import Range

__all__ = ["DASH", "signed"]

DASH = rule(
    "turn-dash",
    "a quotation signed with a name: behind a dash, or in a line below that its marks hold",
    "[“Everything that can break will break one day.”] — {Jane Smith}",
    "[“There is no such thing as bad weather.”] -- {Maria Lopez, mayor of Springfield}",
    "[“There are no roads where we are going, and no maps.”]\n\n- {Jane Smith}.",
    "[“We had a house by the sea].\n\n[“Nobody asked us when the dam broke.”] ― {A teacher in Springfield}",
    "[“Nobody asked us when the dam broke]. ― {Jane Smith}.",
    "[“Nobody asked us when the dam broke.”] — {Anne-Marie Roux (D-Ohio)}",
    "[“There is no money left in the town for a new bridge].\n{Jane Smith, Institute of Bridges}.”",
)

_NAME_TAGS = label_set("tags", "bylines")
_ENDS = mark_set("final")
_SIGNED = 16
"""Tokens that the name of a speaker and what is said of him have at most."""
_LINE = 20
"""Tokens that a line has at most which is a dash and such a name."""
_PARAGRAPHS = 40
"""Paragraphs of a quotation that is signed at its end, at most."""
_FIRST = 4
"""Tokens within which the name stands in a line without a dash."""


def signed(article: ArticleFeatures, line: Range, above: Range | None) -> Candidate | None:
    """The candidate of a line that signs the quotation in it or the one in the line above.

    Args:
        article: The article.
        line: The line, without white space around it.
        above: The line above that has words.
    """
    found = _behind_quotation(article, line)
    if found is None and above is not None:
        found = _below(article, above, line) or _within(article, above, line)
    return found


def _behind_quotation(article: ArticleFeatures, line: Range) -> Candidate | None:
    """A line of quotations, of which the last may never be closed, and then a dash and a name."""
    parse = article.parse
    start, end = line
    bylines = shapes_within("byline", parse, (max(start, end - _SIGNED), end))
    byline = next((one for one in reversed(list(bylines)) if _parts(article, one)), None)
    if byline is None or any(parse.tags[token] not in _NAME_TAGS for token in range(*byline.tokens("name"))):
        return None
    dash = byline.tokens("dash")[0]
    number = shape("list-number", parse, line)
    first = start if number is None else parse.trim((number.end, end))[0]  # "1. “…” — Jane Smith"
    region = parse.region_of[first]
    if region < 0 or any(parse.region_of[token] < 0 and parse.is_word(token) for token in range(first, dash)):
        return None
    return _signature(article, region, (first, dash), (dash, end))


def _parts(article: ArticleFeatures, byline: Shape) -> bool:
    """Whether a dash stands between a quotation and who said it: outside of marks, or behind a stop of open ones."""
    parse = article.parse
    dash = byline.tokens("dash")[0]
    region = parse.region_of[dash]
    if region < 0:
        return True
    last = parse.trim((parse.region_tokens[region][0], dash))[1] - 1
    return not parse.regions[region].closed and parse.words[last][-1:] in _ENDS


def _whole(article: ArticleFeatures, region: int, last: Range) -> list[Range]:
    """A quotation with the paragraphs above that it goes on from."""
    parse = article.parse
    pieces = [last]
    while region > 0 and parse.regions[region].continues and len(pieces) < _PARAGRAPHS:
        region -= 1
        pieces.append(parse.region_tokens[region])
    return pieces[::-1]


def _below(article: ArticleFeatures, above: Range, line: Range) -> Candidate | None:
    """A line that is one quotation, and the name of its speaker behind a dash in the line below."""
    parse = article.parse
    region = parse.region_of[above[0]]
    if region < 0 or region != parse.region_of[above[1] - 1] or parse.regions[region].weak or line[1] - line[0] > _LINE:
        return None
    byline = shape("byline", parse, line)
    return None if byline is None else _signature(article, region, above, line)


def _within(article: ArticleFeatures, above: Range, line: Range) -> Candidate | None:
    """A line that opens a quotation, and one that holds no more than the name of its speaker and closes it."""
    start, closing = line[0], line[1] - 1
    if line[1] - start > _SIGNED or not _opens(article, above) or not _names_and_closes(article, line):
        return None
    tags = article.parse.tags
    first = next((token for token in range(start, min(closing, start + _FIRST)) if tags[token][:3] == "NNP"), -1)
    if first < 0:
        return None
    return _candidate(article, [above], closing, name_head(article, first, (start, closing)))


def _opens(article: ArticleFeatures, line: Range) -> bool:
    """Whether a line is the beginning of a quotation that nothing closes."""
    parse = article.parse
    number = parse.region_of[line[0]]
    if number < 0 or line[0] != parse.region_tokens[number][0]:
        return False
    return not parse.regions[number].closed and not parse.regions[number].weak


def _names_and_closes(article: ArticleFeatures, line: Range) -> bool:
    """Whether a line outside of marks has no verb and ends with a closing mark."""
    parse = article.parse
    start, closing = line[0], line[1] - 1
    verb = any(parse.tags[token][:2] in ("VB", "MD") for token in range(start, closing))
    return not parse.tags[closing] and parse.region_of[start] < 0 and not verb


def _signature(article: ArticleFeatures, region: int, last: Range, tokens: Range) -> Candidate | None:
    """A quotation and the dash and the name that sign it; behind a long dash whoever it is, "― a teacher in Ohio".

    Args:
        article: The article.
        region: In which the quotation ends.
        last: Its last paragraph.
        tokens: The dash, to which the first name may be attached, and what stands behind it.
    """
    parse = article.parse
    dash, end = tokens
    if dash >= end - 1:
        return None
    named = parse.tags[dash + 1][:3] == "NNP" or parse.tags[dash + 1] == "ADD"
    if not named and (parse.words[dash] == "-" or parse.tags[dash + 1] not in ("DT", "NN", "JJ")):
        return None
    return _candidate(article, _whole(article, region, last), dash, name_head(article, dash + 1, (dash + 1, end)))


def _candidate(article: ArticleFeatures, quotation: list[Range], cue: int, source: int) -> Candidate | None:
    content = clean(article, quotation)
    return Candidate(DASH.id, cue, "—", "PUNCT", "dash", content, source=source, certain=True) if content else None
