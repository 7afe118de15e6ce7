"""The least-cost labelling of the marks of a paragraph: which of them open, which close, which do neither.

A small state machine: its state is the stack of what is open (at most four deep), and each mark moves it by opening,
closing or doing nothing. Of all ways that lead to a state the cheapest one is kept, so that a stray mark is paid for
once, where it stands, instead of turning all that follow it inside out. The work for a mark is bounded.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from attrs import frozen

from quoteattr.marks.mark import NEVER, SINGLE, Mark

__all__ = ["Labelling", "cheapest"]

STATES = frozenset({"", "D", "S", "C", "DD", "DS", "SD", "DDD", "DDS", "DSD", "SDS", "DDSD"} | {"CC", "CD", "CS", "DC"})
"""What may be open at once, outermost first: double marks in double ones are known from their facing alone."""
NESTED_ALIKE = 1.0
"""Cost of double marks within double marks."""
OTHER_SHAPE = 0.5
"""Cost of a pair of two shapes; also, what is saved where double marks within double ones have another shape."""
_LATEX = ("single accent", "single straight")
"""Shapes that make a pair as good as one of a single shape: ``so''."""
REOPENED, REOPENED_SINGLE = 1.0, 2.5
"""Cost of an opening mark within its own kind and shape: a quotation that opens again where a line end was lost."""
SHORT = 40
"""Characters within which a weak mark is closed by a mark that could be a plural possessive."""

_Trail = tuple["_Trail", Mark, Mark | None] | None
"""The pairs and the skipped marks of a labelling, last first."""


@frozen
class Labelling:
    """What the marks of a paragraph are.

    Attributes:
        pairs: Opening marks with the mark that closes each, or ``None``; in order of the opening marks.
        neither: The marks that neither open nor close, apostrophes and primes among them.
    """

    pairs: tuple[tuple[Mark, Mark | None], ...]
    neither: tuple[Mark, ...]

    def marks(self) -> Iterator[Mark]:
        """All that are quotation marks, stray ones too, in no order."""
        for opener, closer in self.pairs:
            yield opener
            if closer is not None:
                yield closer
        yield from (mark for mark in self.neither if mark.counts)


def cheapest(marks: Iterable[Mark]) -> Labelling:
    """The least-cost labelling of ``marks``, which are in text order; of two alike, what pairs earlier marks."""
    live: dict[str, tuple[float, tuple[Mark, ...], _Trail]] = {"": (0.0, (), None)}
    for mark in marks:
        following: dict[str, tuple[float, tuple[Mark, ...], _Trail]] = {}
        for state, (cost, stack, trail) in live.items():
            alike = stack[-1] if stack and stack[-1].kind == mark.kind else None
            total = cost + _skipping(mark, alike)
            if state not in following or total <= following[state][0]:
                following[state] = (total, stack, (trail, mark, mark))
            total = cost + _opening(mark, alike)
            inside = state + mark.kind
            if total < NEVER and inside in STATES and (inside not in following or total < following[inside][0]):
                following[inside] = (total, (*stack, mark), trail)
            if alike is not None:
                total = cost + _closing(mark, alike)
                outside = state[:-1]
                if total < NEVER and (outside not in following or total < following[outside][0]):
                    following[outside] = (total, stack[:-1], (trail, alike, mark))
        live = following
    return _best(live)


def _skipping(mark: Mark, alike: Mark | None) -> float:
    if alike is None or mark.opens >= mark.closes:
        return mark.skips
    if mark.kind == SINGLE:
        return REOPENED_SINGLE
    return min(mark.skips, REOPENED) if mark.shape == alike.shape else mark.skips


def _opening(mark: Mark, alike: Mark | None) -> float:
    if alike is None:
        return mark.opens
    return mark.opens + NESTED_ALIKE - (OTHER_SHAPE if mark.shape != alike.shape else 0.0)


def _closing(mark: Mark, opener: Mark) -> float:
    alike = mark.shape == opener.shape or (opener.shape, mark.shape) == _LATEX
    cost = mark.closes if alike else mark.closes + OTHER_SHAPE
    return cost + mark.closes_weak if opener.weak and mark.start - opener.end > SHORT else cost


def _best(live: dict[str, tuple[float, tuple[Mark, ...], _Trail]]) -> Labelling:
    chosen: tuple[float, tuple[Mark, ...], _Trail] = (NEVER, (), None)
    for cost, open_marks, way in live.values():
        if len(open_marks) > 1:
            continue
        total = cost + sum(mark.unclosed for mark in open_marks)
        if total < chosen[0]:
            chosen = (total, open_marks, way)
    _, stack, trail = chosen
    pairs: list[tuple[Mark, Mark | None]] = [(mark, None) for mark in stack]
    neither: list[Mark] = []
    while trail is not None:
        trail, first, last = trail
        if first is last:
            neither.append(first)
        else:
            pairs.append((first, last))
    pairs.sort(key=lambda pair: pair[0].start)
    neither.reverse()
    return Labelling(tuple(pairs), tuple(neither))
