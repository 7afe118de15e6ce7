"""Where a content to the right of its cue ends: at the most useful boundary, by trees over counts of training articles.

Without the trees it ends at the first boundary where the contents of training articles mostly did not go on, and a
clause where its subtree ends.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import accumulate, compress, islice
from typing import Self

from attrs import Factory, define, evolve

from quoteattr.detect.boundaries import Boundary, boundaries
from quoteattr.detect.boundary_features import FEATURES, values_of
from quoteattr.detect.candidate import Candidate, OpenSpan
from quoteattr.detect.enclosed import in_brackets, in_clause
from quoteattr.detect.features import ArticleFeatures
from quoteattr.detect.leaning import told_more
from quoteattr.detect.lengthening import lengthened
from quoteattr.detect.narration import narrated
from quoteattr.detect.spans import clean
from quoteattr.detect.tearing import interrupts, tears
from quoteattr.forest import Forest
from quoteattr.syntax import Parse, Range

__all__ = ["bounded", "likely_boundaries", "limit_of"]

_COUNTED = frozenset(("object", "infinitive", "preposition", "naming"))
"""Families whose ends the counts alone decide better than the parse."""
_CLAUSAL = frozenset(("clause", "infinitive"))
"""Families whose contents have a verb: one that would break off goes on as well as it ends before."""
_LOST = 0.02
"""Boundaries behind which it is this unlikely, by the counts, that the content still goes on are not looked at."""
_HALF, _HALF_WIDE = 2.2, 1.5
"""What it counts to have a content half right, where to have it wholly right counts 1 more; and the same for the wider
idea of an attribution."""
_FIRST = 3
"""Boundaries of each content that are looked at in the first round; in each further one they are twice as many."""
_AT_ONCE = 256
"""Open spans whose ends are sought together, which is more than an article has: only memory needs a limit."""
_LONGEST = 250
"""Tokens of the longest content."""
_FURTHEST = 60
"""Boundaries of a content that are looked at where the counts tell its end."""
_CROWD = 1_000
"""Words of a sentence times its contents, from which on the counts tell the ends: it is no sentence, the trees have
seen nothing like it, and to look at the boundaries behind all of its cues would cost too much. The most that 1,024 news
articles have is below 750."""


def bounded(article: ArticleFeatures, candidates: Sequence[Candidate]) -> list[Candidate]:
    """The candidates with an end for each open span; without those whose content has no word, or has the cue."""
    ends = _ends(article, [(one, one.open_span) for one in candidates if one.open_span is not None])
    out = []
    for one in candidates:
        if one.open_span is not None:
            end = lengthened(article, one.cue, one.open_span, next(ends))
            end = in_clause(article, one, one.open_span, end)
            end = narrated(article, one, one.open_span, end)
            one = one.bounded(clean(article, [*one.content, (one.open_span.start, end)]))
        elif any(end - start > _LONGEST for start, end in one.content):
            one = evolve(one, content=tuple(_near(article, one.cue, piece) for piece in one.content))
        within = in_brackets(article.parse, one.cue, one.content)
        if within != one.content:
            one = evolve(one, content=clean(article, within))
        if one.content and not any(start <= one.cue < end for start, end in one.content):
            out.append(one)
    return out


def _near(article: ArticleFeatures, cue: int, piece: Range) -> Range:
    """A piece of a content; of one that is part of a sentence without an end no more than what is near its cue."""
    start, end = piece
    if end - start <= _LONGEST or article.parse.region_of[start] >= 0 or end > article.sentence(start)[1]:
        return piece
    return (start, start + _LONGEST) if start > cue else (end - _LONGEST, end)


def _ends(article: ArticleFeatures, spans: list[tuple[Candidate, OpenSpan]]) -> Iterator[int]:
    """The token behind the last one of each open span."""
    forest = article.lexicon.classifiers.boundary
    if forest is None:
        return iter([_by_counts(article, one.cue, span) for one, span in spans])
    crowds = Counter(article.sentence(span.head) for _, span in spans)
    crowded = {(first, last) for (first, last), many in crowds.items() if many * (last - first) > _CROWD}
    prose = [article.sentence(span.head) not in crowded for _, span in spans]
    found: list[int] = []
    coming = compress(spans, prose)
    while some := [_Search.of(article, one, span) for one, span in islice(coming, _AT_ONCE)]:
        _search(article, forest, some)
        found += [search.found() for search in some]
    found_ends = iter(found)
    return iter(
        [
            next(found_ends) if searched else _by_counts(article, one.cue, span)
            for (one, span), searched in zip(spans, prose, strict=True)
        ]
    )


def _search(article: ArticleFeatures, forest: Forest, todo: list[_Search]) -> None:
    """Look at boundaries of open spans until no further one of any may be its end."""
    size = _FIRST
    while todo:
        rows: list[tuple[str | float, ...]] = []
        asked = []
        for search in todo:
            found = list(islice(search.coming, size))
            rows += values_of(article, search.candidate, search.span, len(search.ends), found)
            asked.append(found)
        shares = iter(forest.probabilities_of(FEATURES, rows))
        todo = [
            search for search, found in zip(todo, asked, strict=True) if search.go(found, shares) and len(found) == size
        ]
        size *= 2


@define(eq=False)
class _Search:
    """The search for the end of one open span, a few boundaries at a time: most contents end at one of the first.

    The end that is taken need not be the likeliest one. Where the content may well go on much further, an end between
    is half right whichever of the two is true. By the usual idea of an attribution no end tears a clause apart.

    Attributes:
        parse: The article.
        candidate: The content's candidate.
        span: The open span.
        limit: Behind which token it does not go on.
        coming: The boundaries that were not looked at yet, each with the share that goes on there.
        wide: Whether the wider idea of an attribution holds.
        ends: The ends that were looked at.
        before: The boundary that each of them stands before.
        shares: For each of them how likely it is that the content ends there.
        reached: How likely it is that the content ends at none of them.
    """

    parse: Parse
    candidate: Candidate
    span: OpenSpan
    limit: int
    coming: Iterator[tuple[Boundary, float]]
    wide: bool
    ends: list[int] = Factory(list)
    before: dict[int, Boundary] = Factory(dict)
    shares: list[float] = Factory(list)
    reached: float = 1.0

    @classmethod
    def of(cls, article: ArticleFeatures, candidate: Candidate, span: OpenSpan) -> Self:
        limit = limit_of(article, candidate.cue, span)
        coming = likely_boundaries(article, candidate.cue, span)
        return cls(article.parse, candidate, span, limit, coming, article.lexicon.wide)

    @property
    def half(self) -> float:
        """What it counts to have the content half right."""
        return _HALF_WIDE if self.wide else _HALF

    def go(self, found: list[tuple[Boundary, float]], shares: Iterator[float]) -> bool:
        """Take in what the trees say of some boundaries; whether one further on may still be the end."""
        for (boundary, _), goes_on in zip(found, islice(shares, len(found)), strict=True):
            goes_on = goes_on if self.wide else told_more(self.span, boundary, goes_on)
            self.ends.append(boundary.after)
            self.before.setdefault(boundary.after, boundary)
            self.shares.append(self.reached * (1.0 - goes_on))
            self.reached *= goes_on
        if self.reached > max(self.shares, default=0.0):
            return True
        *others, best = sorted(self._worths())
        further = self.half * self._half_right(self.ends[-1], list(accumulate(self.shares, initial=0.0))) + self.reached
        return max([further, *others[-1:]]) + self.half * self.reached > best

    def found(self) -> int:
        """The end, once nothing further on may be it."""
        self.ends.append(self.limit)
        self.shares.append(self.reached)
        worths = self._worths()
        best = sorted(range(len(worths)), key=worths.__getitem__, reverse=True)
        likeliest = self.ends[best[0]]
        if self.wide or not self._tears(likeliest):
            return likeliest
        whole = [end for end in (self.ends[number] for number in best) if not self._tears(end)]
        if self.span.family not in _CLAUSAL:
            shorter = [end for end in whole if end < likeliest]
            whole = sorted(shorter, reverse=True) or whole
        return next(iter(whole), likeliest)

    def _tears(self, end: int) -> bool:
        boundary = self.before.get(end)
        breaks_off = boundary is not None and interrupts(self.parse, self.span, boundary)
        return breaks_off or tears(self.parse, self.span.head, end)

    def _worths(self) -> list[float]:
        """What each of ``ends`` is worth."""
        sums = list(accumulate(self.shares, initial=0.0))
        return [
            share + self.half * self._half_right(end, sums) for end, share in zip(self.ends, self.shares, strict=True)
        ]

    def _half_right(self, end: int, sums: list[float]) -> float:
        """How likely it is that the content has at least half of its tokens in common with one that ends at ``end``.

        Args:
            end: A token.
            sums: Of the first shares: of none, of one, and so on.
        """
        start, length = self.span.start, end - self.span.start
        first = bisect_left(self.ends, start + (length + 1) // 2)
        return sums[bisect_right(self.ends, start + 2 * length, first)] - sums[first]


def likely_boundaries(article: ArticleFeatures, cue: int, span: OpenSpan) -> Iterator[tuple[Boundary, float]]:
    """The boundaries where a span may end, as far as the counts leave a chance, each with the share that goes on."""
    region_of, quoted = article.parse.region_of, article.parse.quoted
    reached = 1.0
    for boundary in boundaries(article, cue, span.head, limit_of(article, cue, span)):
        if quoted[boundary.token] and region_of[boundary.token] == region_of[boundary.token - 1]:
            continue
        goes_on = article.lexicon.goes_on(boundary.keys(span.family))
        yield boundary, goes_on
        reached *= goes_on
        if reached < _LOST:
            break


def limit_of(article: ArticleFeatures, cue: int, span: OpenSpan) -> int:
    """Behind which token no span goes on: that of the sentence, and for what a noun says that of its phrase."""
    if span.family == "noun" and article.parse.heads[cue] > span.head:
        limit = max(article.parse.right[cue], span.edge)
    else:
        limit = article.sentence(span.head)[1]
    return min(limit, span.head + _LONGEST)


def _by_counts(article: ArticleFeatures, cue: int, span: OpenSpan) -> int:
    if span.family not in _COUNTED:
        return min(span.edge, span.head + _LONGEST)
    limit = limit_of(article, cue, span)
    for number, boundary in enumerate(boundaries(article, cue, span.head, limit)):
        if number == _FURTHEST or article.lexicon.goes_on(boundary.keys(span.family)) < 0.5:
            return boundary.after
    return limit
