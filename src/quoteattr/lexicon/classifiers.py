"""The classifiers that come with the library: forests over the features of candidates and of boundaries."""

from __future__ import annotations

from functools import cache

from attrs import frozen

from quoteattr.forest import Forest, shipped

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
    return Classifiers(shipped("ends"), shipped("judge"), shipped("report"))
