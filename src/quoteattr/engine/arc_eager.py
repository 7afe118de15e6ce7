"""Arc-eager parsing of many lines in lockstep.

Where a sentence start is given beforehand, the machine must empty its stack before it reads on, and nothing that it did
before has any influence on what it does after. So the lines between given starts are parsed side by side: in each round
every line that is not done makes one move, and the scores of all states come from one product. The states are arrays as
long as many lines are left, and plain Python where there are few (:mod:`quoteattr.engine.line`). Two things reach over
the end of a line, and both are kept: the words after it are looked at, and a sentence may be made to start at the
second word of the next line; then that line is parsed again.

Words are counted from 1 here; 0 is no word.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from quoteattr.engine.blas import Floats, Ints
from quoteattr.engine.line import BELOW, BREAK, LEFT, REDUCE, RIGHT, SHIFT, Line
from quoteattr.engine.transitions import Product, TransitionModel

__all__ = ["ArcEagerParser", "Lines"]

_KINDS = {"S": SHIFT, "D": REDUCE, "L": LEFT, "R": RIGHT, "B": BREAK}

_ROUNDS = 4
"""How often lines are parsed again because the one before reached into them. News needs one or two rounds; texts made
for it need as many as they have lines, and spaCy is quicker with them."""

_FEW = 64
"""States whose vectors are gathered in one go."""
_ONE_BY_ONE = 24
"""Lines whose machines are plain Python: numpy takes as long for a move of one line as for those of fifty."""

Flags = NDArray[np.bool_]


class Lines:
    """Where the lines of a batch are.

    Args:
        starts: First word of each line, in order; the first word of each text is one.
        ends: The word after each line's last.
        text_ends: The word after the last one of the text that the line belongs to.
    """

    def __init__(self, starts: Ints, ends: Ints, text_ends: Ints) -> None:
        self.starts, self.ends, self.text_ends = starts, ends, text_ends

    def __len__(self) -> int:
        return len(self.starts)


class ArcEagerParser:
    """The moves of an arc-eager parser.

    Raises:
        ValueError: The moves are not those of such a parser.
    """

    def __init__(self, scorer: TransitionModel) -> None:
        if scorer.roles != 8:
            raise ValueError(f"{scorer.roles} words describe a state, not 8")
        kinds = [_kind(name) for name in scorer.moves]
        if kinds.count(SHIFT) != 1 or kinds.count(REDUCE) != 1 or kinds.count(BREAK) != 1:
            raise ValueError(f"moves other than one S, one D, L and R of each label and one B: {scorer.moves}")
        self._scorer, self.roles = scorer, scorer.roles
        self.kinds = kinds
        self._kinds = np.array(kinds, np.intp)
        # The bias of each move; what may not be done gets minus infinity, by the four questions that _move asks.
        self._masks = np.full((16, len(kinds)), -np.inf, np.float32)
        for code in range(16):
            shift, reduce, arc, part = (bool(code & bit) for bit in (1, 2, 4, 8))
            open_kinds = [kind for kind, allowed in enumerate((shift, reduce, arc, arc, part)) if allowed]
            self._masks[code, np.isin(self._kinds, open_kinds)] = 0
        self._masks += scorer.upper_bias
        self.labels = [name[2:] for name in scorer.moves]

    def find(self, encoded: Floats, lines: Lines, product: Product) -> tuple[Ints, Ints] | None:
        """For each word, from 1, the word it hangs on and the move that hung it there; 0 and -1 for a root.

        ``None`` if lines depend on each other so much that to parse them side by side does not pay.
        """
        inputs = self._scorer.entries(encoded, product)
        vectors = self._scorer.in_all_roles(inputs, product)
        run = _Run(self, vectors, lines, len(encoded), product)
        todo = np.arange(len(lines))
        follows = np.zeros(len(lines), bool)
        follows[1:] = lines.starts[1:] == lines.ends[:-1]
        follows[1:] &= lines.text_ends[1:] == lines.text_ends[:-1]
        broken = np.zeros(len(lines), bool)
        for _ in range(_ROUNDS):
            run.parse(todo, broken[todo])
            wanted = np.zeros(len(lines), bool)
            wanted[1:] = run.leaks[:-1] & follows[1:]
            todo = np.flatnonzero(wanted != broken)
            if not len(todo):
                return run.heads, run.moves
            broken = wanted
        return None

    def choose(self, total: Floats, code: Ints | list[int], product: Product) -> Ints:
        """The best allowed move of each state, for the summed vectors of its words and its bias."""
        scores = self._scorer.unbiased(total, product)
        scores += self._masks.take(code, axis=0)
        best: Ints = scores.argmax(axis=1)
        return best

    def kinds_of(self, moves: Ints) -> Ints:
        kinds: Ints = self._kinds[moves]
        return kinds


class _Run:
    """The machine's memory for all lines of a batch, word by word."""

    def __init__(self, finder: ArcEagerParser, vectors: Floats, lines: Lines, count: int, product: Product) -> None:
        self.finder, self.vectors, self.lines, self.product = finder, vectors, lines, product
        size = count + 3
        self.heads = np.zeros(size, np.intp)
        self.moves = np.full(size, -1, np.intp)
        self.leftmost = np.zeros(size, np.intp)
        self.rightmost = np.zeros(size, np.intp)
        self.right_before = np.zeros(size, np.intp)
        """The right child that the head of a right child had before it."""
        self.unshiftable = np.zeros(size, bool)
        self.given = np.zeros(size, bool)
        self.given[lines.starts] = True
        self.begins = self.given.copy()
        self.leaks = np.zeros(len(lines), bool)
        """Whether a line made a sentence start at the second word of the next one."""
        self.stack = np.zeros(size + (BELOW + 1) * len(lines), np.intp)
        self.order = np.arange(finder.roles)[:, None]
        self.returned = np.zeros(size, np.intp)
        """Words that went from the stack back to the front of the buffer, as a stack for each line."""

    def parse(self, numbers: Ints, broken: Flags) -> None:
        """Parse some lines from their first word.

        Args:
            numbers: Of the lines.
            broken: Whether a sentence starts at the second word of each.
        """
        lines = self.lines
        self._clear(numbers)
        self.begins[lines.starts[numbers[broken]] + 1] = True
        first, end, text_end = lines.starts[numbers], lines.ends[numbers], lines.text_ends[numbers]
        base = first + BELOW * (numbers + 1) + numbers
        depth, back = np.zeros(len(numbers), np.intp), np.zeros(len(numbers), np.intp)
        upcoming = first.copy()
        while len(numbers) > _ONE_BY_ONE:
            top = base + depth
            any_back = bool(np.count_nonzero(back))
            b0, b1 = self._buffer(first, upcoming, text_end, back, any_back)
            s0 = self.stack[top - 1]
            ahead = b0 == end
            begins1 = np.where(ahead, self.given[b1] | self.leaks[numbers], self.begins[b1])
            move, kind = self._move(top, s0, b0, b1, depth, ahead, begins1, text_end - upcoming + back)
            # Each move, for the lines that make it.
            pushed = (kind == SHIFT) | (kind == RIGHT)
            self._attach(kind, move, s0, b0)
            to_buffer = kind == REDUCE
            to_buffer &= (self.heads[s0] == 0) & (depth != 1)
            part = kind == BREAK
            if np.count_nonzero(part):
                self.leaks[numbers[part & ahead]] = True
                self.begins[b1[part & ~ahead]] = True
            depth -= (kind == REDUCE) | (kind == LEFT)
            self.stack[top[pushed]] = b0[pushed]
            depth += pushed
            if any_back:
                upcoming += pushed & (back == 0)
                back -= pushed & (back > 0)
            else:
                upcoming += pushed
            if np.count_nonzero(to_buffer):
                words = s0[to_buffer]
                self.unshiftable[words] = True
                self.returned[first[to_buffer] + back[to_buffer]] = words
                back += to_buffer
            done = (depth == 0) & (upcoming >= end)
            if np.count_nonzero(done):
                done &= back == 0
                left = ~done
                numbers, first, end, text_end = numbers[left], first[left], end[left], text_end[left]
                base, depth, back, upcoming = base[left], depth[left], back[left], upcoming[left]
        states = (numbers, first, end, text_end, base, depth, back, upcoming)
        self._one_by_one([self._line(*state) for state in zip(*(values.tolist() for values in states), strict=True)])

    def _line(
        self, number: int, first: int, end: int, text_end: int, base: int, depth: int, back: int, upcoming: int
    ) -> Line:
        """A line in the state that it is in."""
        before, size, roles = first - 1, end - first, self.finder.roles

        def own(words: Ints) -> list[int]:
            """What is known of the words of the line, and that nothing is of no word and those of the next line."""
            return [0, *np.maximum(words[first:end] - before, 0).tolist(), 0, 0]

        begins = [False, *self.begins[first:end].tolist(), True, bool(self.given[end + 1] or self.leaks[number])]
        stack = self.stack[base : base + depth] - before
        return Line(
            number=number,
            before=before,
            size=size,
            text_end=text_end - before,
            rows=[0, *range((before + 1) * roles, (before + size + 3) * roles, roles)],
            begins=begins,
            heads=own(self.heads),
            moves=[-1, *self.moves[first:end].tolist()],
            leftmost=own(self.leftmost),
            rightmost=own(self.rightmost),
            right_before=own(self.right_before),
            unshiftable=[False, *self.unshiftable[first:end].tolist(), False, False],
            stack=[0] * BELOW + stack.tolist(),
            returned=(self.returned[first : first + back] - before).tolist(),
            upcoming=upcoming - before,
            leaks=bool(self.leaks[number]),
        )

    def _one_by_one(self, todo: list[Line]) -> None:
        """Parse lines to their ends."""
        count, kinds, bias = self.finder.roles + 1, self.finder.kinds, len(self.vectors) - 1
        lines = todo
        while lines:
            rows: list[int] = []
            codes: list[int] = []
            for line in lines:
                roles, code = line.state()
                rows += roles
                rows.append(bias)
                codes.append(code)
            vectors = self.vectors.take(np.array(rows, np.intp).reshape(len(lines), count).T, axis=0)
            moves = self.finder.choose(np.add.reduce(vectors, axis=0), codes, self.product).tolist()
            for line, move in zip(lines, moves, strict=True):
                line.do(move, kinds[move])
            lines = [line for line in lines if not line.done]
        for line in todo:
            own = slice(line.before + 1, line.before + 1 + line.size)
            heads = np.array(line.heads[1 : line.size + 1], np.intp)
            self.heads[own] = np.where(heads > 0, heads + line.before, 0)
            self.moves[own] = line.moves[1:]
            self.leaks[line.number] = line.leaks

    def _clear(self, numbers: Ints) -> None:
        """Forget what earlier rounds did in these lines."""
        self.leaks[numbers] = False
        if len(numbers) == len(self.lines):
            return
        for start, end in zip(self.lines.starts[numbers].tolist(), self.lines.ends[numbers].tolist(), strict=True):
            for words in (self.heads, self.leftmost, self.rightmost, self.right_before, self.unshiftable):
                words[start:end] = 0
            self.moves[start:end] = -1
            self.begins[start:end] = self.given[start:end]

    def _buffer(self, first: Ints, upcoming: Ints, text_end: Ints, back: Ints, any_back: bool) -> tuple[Ints, Ints]:
        """The next two words."""
        b0 = np.where(upcoming < text_end, upcoming, 0)
        b1 = np.where(upcoming + 1 < text_end, upcoming + 1, 0)
        if any_back:
            (one,), (two,) = back.nonzero(), (back > 1).nonzero()
            b1[one] = b0[one]
            b0[one] = self.returned[first[one] + back[one] - 1]
            b1[two] = self.returned[first[two] + back[two] - 2]
        return b0, b1

    def _move(
        self, top: Ints, s0: Ints, b0: Ints, b1: Ints, depth: Ints, ahead: Flags, begins1: Flags, remaining: Ints
    ) -> tuple[Ints, Ints]:
        """The best allowed move of each line, and its kind."""
        # Children of the word after the line belong to the parse of the next line, which nobody here has seen.
        of_next = self.leftmost[b0]
        of_next[ahead] = 0
        roles = (b0, b1, s0, self.stack[top - 2], self.stack[top - 3], of_next, self.leftmost[s0], self.rightmost[s0])
        total = self._summed(np.array(roles))
        stacked = depth > 0
        begins0 = self.begins[b0]
        two_left = remaining >= 2
        shift = ~stacked | (two_left & ~begins0 & ~self.unshiftable[b0])
        arc = stacked & (remaining > 0) & ~begins0
        part = two_left & (b1 == b0 + 1) & ~begins1
        code = shift + 2 * stacked + 4 * arc + 8 * part.astype(np.intp)
        move = self.finder.choose(total, code, self.product)
        return move, self.finder.kinds_of(move)

    def _summed(self, words: Ints) -> Floats:
        """The sum of the vectors of the words of states, by role and state, and the bias; always in the same order."""
        rows = words * len(words)
        rows += self.order
        total: Floats
        if rows.shape[1] <= _FEW:
            total = np.add.reduce(self.vectors.take(rows, axis=0), axis=0)
            total += self.vectors[-1]
            return total
        total = self.vectors.take(rows[0], axis=0)  # role after role, as many rows do not fit into the cache together
        vectors = np.empty_like(total)
        for own in rows[1:]:
            self.vectors.take(own, axis=0, out=vectors, mode="clip")
            total += vectors
        total += self.vectors[-1]
        return total

    def _attach(self, kind: Ints, move: Ints, s0: Ints, b0: Ints) -> None:
        (left,) = (kind == LEFT).nonzero()
        child, head = s0[left], b0[left]
        # A word that has a head already hangs on the word below it on the stack, as its last right child.
        old = self.heads[child]
        had = old > 0
        self.rightmost[old[had]] = self.right_before[child[had]]
        self.heads[child], self.moves[child] = head, move[left]
        self.leftmost[head] = child
        self.unshiftable[head] = False
        (right,) = (kind == RIGHT).nonzero()
        child, head = b0[right], s0[right]
        self.heads[child], self.moves[child] = head, move[right]
        self.right_before[child] = self.rightmost[head]
        self.rightmost[head] = child


def _kind(name: str) -> int:
    kind = _KINDS.get(name[:1], -1)
    labelled = len(name) > 2 and name[1] == "-"
    if kind < 0 or labelled != (kind in (LEFT, RIGHT, BREAK)) or (not labelled and len(name) != 1) or "subtok" in name:
        raise ValueError(f"a move that is not known: {name}")
    return kind
