"""The classifiers that come with the library: forests over the features of candidates and of boundaries."""

from __future__ import annotations

from functools import cache
from importlib import resources
from importlib.resources.abc import Traversable

from attrs import frozen

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
    folder = resources.files("quoteattr").joinpath("data/en")
    return Classifiers(_forest(folder, "ends"), _forest(folder, "judge"), _forest(folder, "report"))


def _forest(folder: Traversable, name: str) -> Forest | None:
    trees, counts = folder.joinpath(f"{name}_trees.json"), folder.joinpath(f"{name}_counts.tsv")
    if not trees.is_file():  # before the first training
        return None
    return Forest.from_text(trees.read_text(encoding="utf-8"), counts.read_text(encoding="utf-8"))
