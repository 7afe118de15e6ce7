"""The classifiers that come with the library: forests over the features of candidates and of boundaries."""

from __future__ import annotations

from functools import cache

from attrs import frozen

from quoteattr.data import text_of
from quoteattr.forest import Forest

__all__ = ["Classifiers"]


@frozen(eq=False)
class Classifiers:
    """What tells how likely something is; each may be missing, and counts alone decide then.

    Attributes:
        boundary: How likely a content goes on at a boundary.
        attribution: How likely a candidate is an attribution.
        report: How likely a careful reader would report it as what somebody said or thinks.
    """

    boundary: Forest | None = None
    attribution: Forest | None = None
    report: Forest | None = None

    @classmethod
    def default(cls) -> Classifiers:
        """Those that come with the library."""
        return _default()


@cache
def _default() -> Classifiers:
    return Classifiers(_forest("ends"), _forest("judge"), _forest("report"))


def _forest(name: str) -> Forest | None:
    """A forest that comes with the library; ``None`` before the first training."""
    trees = text_of(f"{name}_trees.tsv")
    return Forest.from_text(trees, text_of(f"{name}_values.tsv")) if trees else None
