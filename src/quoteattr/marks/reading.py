"""The least-cost reading of the marks of a paragraph: which of them open, which close, which do neither.

A small state machine: its state is the stack of what is open (at most three deep), and each mark moves it by opening,
closing or doing nothing. Of all ways that lead to a state the cheapest one is kept, so that a stray mark is paid for
once, where it stands, instead of turning all that follow it inside out. The work for a mark is bounded.
"""

from __future__ import annotations

from collections.abc import Iterable

from attrs import frozen

from quoteattr.marks.mark import DOUBLE, NEVER, SINGLE, Mark

__all__ = ["Reading", "cheapest"]

STATES = frozenset({"", "D", "S", "DD", "DS", "SD", "DDS", "DSD", "SDS"})
"""What may be open at once, outermost first: double marks in double ones are known from their facing alone."""
NESTED_ALIKE = 1.0
"""Cost of double marks within double marks."""
REOPENED = 2.5
"""Cost of an opening mark that is lost within the same kind: ``“He said “no,” she said``."""

_Trail = tuple["_Trail", Mark, Mark | None] | None
"""The pairs and the skipped marks of a reading, last first."""


@frozen
class Reading:
    """What the marks of a paragraph are.

    Attributes:
        pairs: Opening marks with the mark that closes each, or ``None``; in order of the opening marks.
        strays: The marks that do neither, apostrophes and primes among them.
    """

    pairs: tuple[tuple[Mark, Mark | None], ...]
    strays: tuple[Mark, ...]


def cheapest(marks: Iterable[Mark]) -> Reading:
    """The least-cost reading of ``marks``, which are in text order; of two alike, the one that pairs earlier marks."""
    live: dict[str, tuple[float, tuple[Mark, ...], _Trail]] = {"": (0.0, (), None)}
    for mark in marks:
        following: dict[str, tuple[float, tuple[Mark, ...], _Trail]] = {}
        for state, (cost, stack, trail) in live.items():
            total = cost + _skipping(mark, state)
            if state not in following or total <= following[state][0]:
                following[state] = (total, stack, (trail, mark, mark))
            total = cost + _opening(mark, state)
            inside = state + mark.kind
            if total < NEVER and inside in STATES and (inside not in following or total < following[inside][0]):
                following[inside] = (total, (*stack, mark), trail)
            if state and state[-1] == mark.kind:
                total = cost + _closing(mark, stack[-1])
                outside = state[:-1]
                if total < NEVER and (outside not in following or total < following[outside][0]):
                    following[outside] = (total, stack[:-1], (trail, stack[-1], mark))
        live = following
    return _best(live)


def _skipping(mark: Mark, state: str) -> float:
    reopened = mark.kind == DOUBLE and DOUBLE in state and mark.opens < mark.closes
    return min(mark.skips, REOPENED) if reopened else mark.skips


def _opening(mark: Mark, state: str) -> float:
    return mark.opens + NESTED_ALIKE if state.endswith(mark.kind) else mark.opens


def _closing(mark: Mark, opener: Mark) -> float:
    return mark.closes + mark.possessive if opener.weak and mark.kind == SINGLE else mark.closes


def _best(live: dict[str, tuple[float, tuple[Mark, ...], _Trail]]) -> Reading:
    chosen: tuple[float, tuple[Mark, ...], _Trail] = (NEVER, (), None)
    for cost, open_marks, way in live.values():
        if len(open_marks) > 1:
            continue
        total = cost + sum(mark.unclosed for mark in open_marks)
        if total < chosen[0]:
            chosen = (total, open_marks, way)
    _, stack, trail = chosen
    pairs: list[tuple[Mark, Mark | None]] = [(mark, None) for mark in stack]
    strays: list[Mark] = []
    while trail is not None:
        trail, first, last = trail
        if first is last:
            strays.append(first)
        else:
            pairs.append((first, last))
    pairs.sort(key=lambda pair: pair[0].start)
    strays.reverse()
    return Reading(tuple(pairs), tuple(strays))
