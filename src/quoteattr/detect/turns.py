"""Turns of a transcript beside all other contents: what is attributed within a turn stays, and lies within it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence

from attrs import evolve, frozen

from quoteattr.detect.candidate import Candidate
from quoteattr.detect.features import ArticleFeatures
from quoteattr.syntax import Range
from quoteattr.syntax.labels import SUBJECTS

__all__ = ["Turns", "apart", "with_turns"]


@frozen
class Turns:
    """The turns of an article.

    Attributes:
        candidates: The turns, in text order.
        starts: Where each begins, its label included.
        ends: The token behind the last one of each.
    """

    candidates: tuple[Candidate, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    def fitting(self, article: ArticleFeatures, candidates: Sequence[Candidate]) -> list[Candidate]:
        """The candidates that lie within one turn, behind its label, or outside of all turns."""
        if not self.candidates:
            return list(candidates)
        return [one for one in candidates if self._fits(article, one)]

    def _fits(self, article: ArticleFeatures, one: Candidate) -> bool:
        places = {self._place(span) for span in one.with_cue}
        if len(places) > 1 or -2 in places:
            return False
        parse, verb = article.parse, article.verb_at.get(one.cue)
        if verb is None or verb.subject < 0 or self._place((verb.subject, verb.subject + 1)) != -2:
            return True
        return any(  # the parser takes the label for the subject: is there another one?
            parse.deps[child] in SUBJECTS and child != verb.subject for child in parse.children[one.cue]
        )

    def _place(self, span: Range) -> int:
        """The number of the turn that a span lies in; -1 outside of all, -2 if it lies across the edge of one."""
        number = bisect_right(self.starts, span[0]) - 1
        following = self.starts[number + 1] if number + 1 < len(self.starts) else span[1]
        if span[1] > following:
            return -2
        if number < 0 or span[0] >= self.ends[number]:
            return -1
        inside = span[0] >= self.candidates[number].content[0][0] and span[1] <= self.ends[number]
        return number if inside else -2


def apart(candidates: Iterable[Candidate]) -> tuple[Turns, list[Candidate]]:
    """The turns, and the other candidates."""
    turns: list[Candidate] = []
    others: list[Candidate] = []
    for one in candidates:
        (turns if one.is_turn else others).append(one)
    turns.sort(key=lambda one: one.content)
    starts = tuple(one.voice[0][0] if one.voice else one.content[0][0] for one in turns)
    return Turns(tuple(turns), starts, tuple(one.content[-1][1] for one in turns)), others


def with_turns(turns: Turns, candidates: Sequence[Candidate]) -> list[Candidate]:
    """The candidates with the turns, in text order, the larger content first.

    Args:
        turns: The turns.
        candidates: All others, in text order.
    """
    if not turns.candidates:
        return list(candidates)
    found = [*((-1, one) for one in turns.candidates), *enumerate(candidates)]
    found.sort(key=lambda one: (one[1].content[0][0], -one[1].content[-1][1]))
    place = {number: position for position, (number, _) in enumerate(found)}
    return [one if one.keeps is None else evolve(one, keeps=place[one.keeps]) for _, one in found]
