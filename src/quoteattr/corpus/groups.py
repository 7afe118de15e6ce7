"""Groups that grow together: a union-find whose first member stands for the group."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import define, field

__all__ = ["Groups"]


@define
class Groups:
    """Members and the groups that they are in."""

    above: dict[str, str] = field(factory=dict)

    def find(self, member: str) -> str:
        """The one that stands for the member's group; a new member is a group of its own."""
        top = self.above.setdefault(member, member)
        while self.above[top] != top:
            top = self.above[top]
        while self.above[member] != top:
            self.above[member], member = top, self.above[member]
        return top

    def join(self, one: str, other: str) -> None:
        """Make one group of two; the first one's stands for it."""
        self.above[self.find(other)] = self.find(one)

    def lists(self) -> Iterator[list[str]]:
        """The groups, in the order of their first members."""
        out: dict[str, list[str]] = {}
        for member in self.above:
            out.setdefault(self.find(member), []).append(member)
        yield from out.values()
