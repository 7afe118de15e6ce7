"""What the scanner finds: quoted regions, and the marks."""

from __future__ import annotations

from attrs import field, frozen

__all__ = ["Region", "Scan"]


@frozen
class Region:
    """A quoted stretch, in character offsets, half-open.

    Attributes:
        start: Where its opening mark begins.
        end: Where its closing mark ends; for an unclosed region, where the words of its paragraph end, or the next
            region begins.
        inner_start: Where the opening mark ends.
        inner_end: Where the closing mark begins; ``end`` for an unclosed region.
        closed: Whether a closing mark was found.
        continues: Whether it goes on with the unclosed region that the paragraph before ended with: the convention for
            a quotation of several paragraphs, each of which opens anew.
        single: Whether single marks enclose it.
        weak: Whether it is single and its opening mark could be an apostrophe by its shape (``'`` or ``’``).
    """

    start: int
    end: int
    inner_start: int
    inner_end: int
    closed: bool = True
    continues: bool = False
    single: bool = False
    weak: bool = False


@frozen
class Scan:
    """The quotation marks of a text.

    Attributes:
        regions: The outermost quoted stretches, weak ones among them, in text order and apart.
        marks: ``(start, end)`` of everything that serves as a quotation mark, nested and stray ones too, in text order
            and apart. Apostrophes, primes and inch signs are not there.
        nested: The stretches inside a region, in order of their beginnings.
    """

    regions: tuple[Region, ...] = ()
    marks: tuple[tuple[int, int], ...] = ()
    nested: tuple[Region, ...] = field(default=(), repr=False)
