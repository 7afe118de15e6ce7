"""Lines with a name, above or below a line that is what the name says: vox pops, pull quotes, posts."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import evolve, frozen

from quoteattr.detect.candidate import Candidate, Rule, rule
from quoteattr.detect.features import ArticleFeatures
from quoteattr.detect.patterns import shape
from quoteattr.detect.quotations.signatures import Signature, signature
from quoteattr.detect.sentences import wordless
from quoteattr.detect.spans import clean
from quoteattr.lexicon.lists import listed, mark_set
from quoteattr.syntax import Range
from quoteattr.syntax.labels import DASHES

__all__ = ["RULES", "find"]

ABOVE = rule(
    "name-above",
    "a line with a name, and perhaps what the person is, above a line that is one quotation",
    "{Rosa Timm}, 34, nurse\n[“We need more buses, and soon.”]",
    "{Karl Brauner}, mayor:\n\n[“We are ready for winter.”]",
)
BELOW = rule(
    "name-below",
    "a line with a name, and perhaps what the person is, below a line that is one quotation",
    "[“We need more buses, and soon.”]\n{Rosa Timm}, nurse",
    "[“We are ready for winter.”]\n\n{Karl Brauner}, mayor of Halden",
)
POST = rule(
    "post",
    "the head of a post, a name and a handle, and the lines below it, or above the dash before it: they are the post",
    "{Karl Brauner} @kbrauner · 2h\n[We are closing the bridge tomorrow].",
    "[We are closing the bridge tomorrow].\n\n— {Karl Brauner} (@kbrauner) May 4, 2021",
    "RT {@kbrauner}: [We are closing the bridge tomorrow]. — Rosa Timm (@rtimm) May 4, 2021",
)
RULES = (ABOVE, BELOW, POST)

_APART = 2
"""Lines from a name to what it says, if an empty one stands between."""
_PARAGRAPHS = 40
"""Paragraphs of a quotation or a post at most."""
_DESCRIPTION = 8
"""Tokens of a line that tells what the person is, between the name and the quotation, at most."""
_HANDLE = 8
"""Tokens up to the colon behind the handle of somebody else, at most."""
_SIGNS = mark_set("before_descriptions")
_STOPS = mark_set("no_descriptions")
_LINKS = tuple(listed("label", "links"))


@frozen
class _Line:
    """A line with words.

    Attributes:
        number: That of its paragraph.
        tokens: Without white space around them.
        first: Where its words begin, behind a dash.
    """

    number: int
    tokens: Range
    first: int


def find(article: ArticleFeatures) -> Iterator[Candidate]:
    """One candidate for each quotation with such a line, and for each post."""
    parse = article.parse
    lines = []
    for number, line in enumerate(map(parse.trim, parse.paragraphs)):
        if not wordless(article, line):
            first = line[0] + (parse.words[line[0]] in DASHES)
            lines.append(_Line(number, line, parse.trim((first, line[1]))[0]))
    yield from _posts(article, lines)
    named = -1  # the line whose name is that of the quotation above it
    for place, one in enumerate(lines):
        if place == named or not _is_quotation(article, one.tokens):
            continue
        last = _last_of(article, lines, place)
        found = _above(article, lines, place, last, named)
        if found is None and last + 1 < len(lines):
            found = _below(article, lines, place, last)
            named = last + 1 if found is not None else named
        if found is not None:
            yield found


# ---- names and quotations ----------------------------------------------------------------------------------------


def _is_quotation(article: ArticleFeatures, line: Range) -> bool:
    """Whether a line is one quotation, or quotations that nothing stands between."""
    parse = article.parse
    if parse.region_of[line[0]] < 0 or parse.regions[parse.region_of[line[0]]].weak:
        return False
    return all(parse.region_of[token] >= 0 or not parse.is_word(token) for token in range(*line))


def _last_of(article: ArticleFeatures, lines: list[_Line], place: int) -> int:
    """The last line of a quotation that begins with a line: each but the last stays open, and the next opens anew."""
    parse = article.parse
    last = place
    while last + 1 < min(len(lines), place + _PARAGRAPHS):
        following = parse.region_of[lines[last + 1].tokens[0]]
        if (
            following < 0
            or not parse.regions[following].continues
            or not _is_quotation(article, lines[last + 1].tokens)
        ):
            break
        last += 1
    return last


def _above(article: ArticleFeatures, lines: list[_Line], place: int, last: int, named: int) -> Candidate | None:
    """The candidate of a quotation with a name in the line above it, or above a line that tells what the person is."""
    above = place - 1
    if above < 0 or above == named:
        return None
    near = lines[place].number - lines[above].number
    if near > _APART:
        return None
    found = _name_in(article, lines[above], near)
    if (found is None or not found.sure) and above > 0 and above - 1 != named and near == 1:
        farther = lines[above - 1]
        if lines[above].number - farther.number == 1 and _describes(article, lines[above]):
            found = _name_in(article, farther, 1) or found
    if found is None:
        return None
    return _signed(article, ABOVE, lines[place : last + 1], lines[above].tokens[1], found)


def _below(article: ArticleFeatures, lines: list[_Line], place: int, last: int) -> Candidate | None:
    """The candidate of a quotation with a name in the line below it."""
    below = last + 1
    near = lines[below].number - lines[last].number
    dashed = lines[below].first > lines[below].tokens[0]  # which is a byline
    found = None if near > _APART or dashed else _name_in(article, lines[below], near)
    if found is None or (_goes_on(article, lines, place) and not (found.sure and found.told)):
        return None
    return _signed(article, BELOW, lines[place:below], lines[last].tokens[1], found)


def _goes_on(article: ArticleFeatures, lines: list[_Line], place: int) -> bool:
    """Whether a quotation may be that of whoever speaks in the paragraph above it."""
    return place > 0 and any(article.parse.quoted[slice(*lines[place - 1].tokens)])


def _name_in(article: ArticleFeatures, line: _Line, near: int) -> Signature | None:
    """The name that a line is, if it may be that of who says what stands beside it.

    Args:
        article: The article.
        line: The line.
        near: Lines from there to the quotation: a name that an empty one parts from it is known to be a person's.
    """
    parse = article.parse
    brackets = ("(", ")") if parse.words[line.first] == "(" else (":",)
    found = signature(article, parse.trim((line.first, line.tokens[1]), brackets))
    if found is None or (found.name[1] - found.name[0] == 1 and not (found.told and found.sure)):
        return None
    named = found.told and near == 1 and parse.words[found.name[1]] in _SIGNS
    return found if found.sure or named else None


def _describes(article: ArticleFeatures, line: _Line) -> bool:
    """Whether a line may tell what somebody is: a few words without a verb and a stop."""
    parse = article.parse
    start, end = line.tokens
    if end - start > _DESCRIPTION or parse.region_of[start] >= 0 or parse.words[end - 1] in _STOPS:
        return False
    return not any(parse.tags[token][:2] in ("VB", "MD") for token in range(start, end))


def _signed(
    article: ArticleFeatures, rule: Rule, lines: list[_Line], sign: int, found: Signature, lemma: str = "—"
) -> Candidate | None:
    if rule is POST and lines and (colon := _reposted(article, lines[0].tokens)) >= 0:
        return _of_other(article, lines, colon)
    content = clean(article, [line.tokens for line in lines])
    if rule is POST and not _says_something(article, content):
        return None
    return Candidate.of_name(rule, sign, found.name, found.head(article), content, lemma) if content else None


def _says_something(article: ArticleFeatures, content: tuple[Range, ...]) -> bool:
    """Whether a post has words of its own: a link alone says nothing."""
    parse = article.parse
    return any(
        parse.is_word(token) and not parse.words[token].startswith(_LINKS)
        for start, end in content
        for token in range(start, end)
    )


# ---- posts -------------------------------------------------------------------------------------------------------


def _posts(article: ArticleFeatures, lines: list[_Line]) -> Iterator[Candidate]:
    """One candidate for each head of a post, and what is posted."""
    for place, line in enumerate(lines):
        tokens = line.first, line.tokens[1]
        head = _head(article, tokens)
        if head is None:
            found = _after_handle(article, line) or _before_dash(article, line)
        elif line.first > line.tokens[0]:
            found = _signed(article, POST, _posted_above(article, lines, place), line.tokens[0], head)
        else:
            if not head.told and place > 0:  # the handle alone, below the name
                head = _name_in(article, lines[place - 1], 1) or head
            sign = min(line.tokens[1], len(article.parse) - 1)
            found = _signed(article, POST, _posted_below(article, lines, place), sign, head)
        if found is not None:
            yield found


def _head(article: ArticleFeatures, tokens: Range) -> Signature | None:
    """Who posts, by the head of a post: a name with the handle as what is told, or else the handle."""
    found = shape("post-head", article.parse, tokens)
    if found is None:
        return None
    handle = found.tokens("handle")
    named = signature(article, article.parse.trim(found.tokens("name"), ("(",))) if "name" in found else None
    return Signature(handle, told=False, sure=True) if named is None else evolve(named, told=True)


def _reposted(article: ArticleFeatures, line: Range) -> int:
    """The colon behind the handle of somebody else with which a post begins: "RT @kbrauner: We are …"; or -1."""
    parse = article.parse
    start, end = line[0], min(line[1] - 1, line[0] + _HANDLE)
    colon = next((token for token in range(start + 1, end) if parse.words[token] == ":"), -1)
    if colon < 0 or parse.words[colon - 1][0] != "@" or article.has_finite_verb((start, colon)):
        return -1
    return colon


def _of_other(article: ArticleFeatures, lines: list[_Line], colon: int) -> Candidate | None:
    """The candidate of a post that repeats what somebody else has posted."""
    content = clean(article, [(colon + 1, lines[0].tokens[1]), *(line.tokens for line in lines[1:])])
    return Candidate.of_name(POST, colon, (colon - 1, colon), colon - 1, content, ":") if content else None


def _after_handle(article: ArticleFeatures, line: _Line) -> Candidate | None:
    """The candidate of a line that begins with a handle and a colon."""
    parse = article.parse
    start, end = line.tokens
    if parse.words[start][0] != "@" or start + 2 >= end or parse.words[start + 1] != ":":
        return None
    content = clean(article, [(start + 2, end)])
    return Candidate.of_name(POST, start + 1, (start, start + 1), start, content, ":") if content else None


def _before_dash(article: ArticleFeatures, line: _Line) -> Candidate | None:
    """The candidate of a line that ends with a dash and the head of a post."""
    parse = article.parse
    start, end = line.tokens
    dash = next((token for token in range(end - 1, start, -1) if parse.words[token] in DASHES), -1)
    head = _head(article, (dash + 1, end)) if 0 <= dash < end - 1 and parse.region_of[dash] < 0 else None
    if head is None or not head.told:
        return None
    links = [token for token in range(start, dash) if parse.words[token].startswith(_LINKS)]
    posted = evolve(line, tokens=(start, min([dash, *links])))
    return _signed(article, POST, [posted], dash, head)


def _posted_below(article: ArticleFeatures, lines: list[_Line], place: int) -> list[_Line]:
    """The lines below the head of a post: to the first empty one, or to what does not belong to it."""
    out: list[_Line] = []
    for line in lines[place + 1 : place + 1 + _PARAGRAPHS]:
        apart = line.number - (out[-1] if out else lines[place]).number
        if apart > 1 + (not out) or any(
            shape(foot, article.parse, (line.first, line.tokens[1])) for foot in ("post-head", "post-foot")
        ):
            break
        out.append(line)
    return out


def _posted_above(article: ArticleFeatures, lines: list[_Line], place: int) -> list[_Line]:
    """The lines above a dash and the head of a post, to the first empty one."""
    out: list[_Line] = []
    for line in lines[max(0, place - _PARAGRAPHS) : place][::-1]:
        apart = (out[-1] if out else lines[place]).number - line.number
        if apart > 1 + (not out) or article.parse.words[line.tokens[1] - 1] == ":":
            break
        out.append(line)
    return out[::-1]
