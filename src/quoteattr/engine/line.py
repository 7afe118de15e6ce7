"""The machine of one line, in plain Python.

Words of the line are counted from 1; 0 is no word, and behind the last one come two words of the next line, which may
be looked at.
"""

from __future__ import annotations

from attrs import define, field

__all__ = ["BELOW", "BREAK", "LEFT", "REDUCE", "RIGHT", "SHIFT", "Line"]

SHIFT, REDUCE, LEFT, RIGHT, BREAK = range(5)
"""Kinds of moves."""

BELOW = 3
"""Zeros under each stack: the three words on top are looked at, whether there are so many or not."""


@define(eq=False)
class Line:
    """One line, as far as it is parsed.

    Attributes:
        number: Of the line.
        before: Words of the batch before it.
        size: Words of the line.
        text_end: The word after the last one of its text.
        rows: For each word, no word and the two of the next line where its vectors begin, one for each role.
        begins: For each word, no word and the two of the next line whether a sentence begins there.
        heads: For each word the word that it hangs on, or no word.
        moves: The move that hung it there, or -1.
        leftmost: The first of the children to its left.
        rightmost: The last of the children to its right.
        right_before: Of a right child, the right child that its head had before.
        unshiftable: Whether it came back from the stack and must not go there again.
        stack: Words that are not done, the last one on top.
        returned: Words that went from the stack back to the front of the buffer, the last one first.
        upcoming: The next word that never was on the stack.
        leaks: Whether the line made a sentence start at the second word of the next one.
    """

    number: int
    before: int
    size: int
    text_end: int
    rows: list[int]
    begins: list[bool]
    heads: list[int]
    moves: list[int]
    leftmost: list[int]
    rightmost: list[int]
    right_before: list[int]
    unshiftable: list[bool]
    stack: list[int]
    returned: list[int]
    upcoming: int
    leaks: bool = False
    _b0: int = field(init=False, default=0)
    _b1: int = field(init=False, default=0)

    @property
    def done(self) -> bool:
        """Whether there is no move left."""
        return self.upcoming > self.size and len(self.stack) == BELOW and not self.returned

    def state(self) -> tuple[tuple[int, ...], int]:
        """The vectors of the words that describe the state, role by role, and what is allowed, as four bits."""
        text_end, upcoming, returned, begins = self.text_end, self.upcoming, self.returned, self.begins
        b0 = upcoming if upcoming < text_end else 0
        b1 = upcoming + 1 if upcoming + 1 < text_end else 0
        if returned:
            b0, b1 = returned[-1], returned[-2] if len(returned) > 1 else b0
        self._b0, self._b1 = b0, b1
        s0 = self.stack[-1]
        remaining = text_end - upcoming + len(returned)
        code = 0
        if s0:
            code = 2
            if not begins[b0]:
                code += (remaining > 1 and not self.unshiftable[b0]) + 4 * (remaining > 0)
        else:
            code = 1
        if remaining > 1 and b1 == b0 + 1 and not begins[b1]:
            code += 8
        # Children of the word after the line belong to the parse of the next line, which nobody here has seen.
        rows, leftmost = self.rows, self.leftmost
        roles = (
            rows[b0], rows[b1] + 1, rows[s0] + 2, rows[self.stack[-2]] + 3, rows[self.stack[-3]] + 4,
            rows[leftmost[b0]] + 5, rows[leftmost[s0]] + 6, rows[self.rightmost[s0]] + 7,
        )  # fmt: skip
        return roles, code

    def do(self, move: int, kind: int) -> None:
        """Make a move in the state that was told last."""
        b0, stack = self._b0, self.stack
        if kind == SHIFT:
            self._push(b0)
        elif kind == RIGHT:
            head = stack[-1]
            self.heads[b0], self.moves[b0] = head, move
            self.right_before[b0] = self.rightmost[head]
            self.rightmost[head] = b0
            self._push(b0)
        elif kind == LEFT:
            self._attach_left(stack.pop(), b0, move)
        elif kind == REDUCE:
            word = stack.pop()
            if not self.heads[word] and len(stack) > BELOW:
                self.unshiftable[word] = True
                self.returned.append(word)
        elif b0 > self.size:
            self.leaks = self.begins[self._b1] = True
        else:
            self.begins[self._b1] = True

    def _push(self, word: int) -> None:
        self.stack.append(word)
        if self.returned:
            self.returned.pop()
        else:
            self.upcoming += 1

    def _attach_left(self, child: int, head: int, move: int) -> None:
        # A word that has a head already hangs on the word below it on the stack, as its last right child.
        old = self.heads[child]
        if old:
            self.rightmost[old] = self.right_before[child]
        self.heads[child], self.moves[child] = head, move
        self.leftmost[head] = child
        self.unshiftable[head] = False
