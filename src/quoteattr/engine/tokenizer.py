"""The words of a text, as the tokenizer of a pipeline finds them.

The tokenizer cuts at white space first and then looks at each stretch alone, and most stretches are seen again and
again. Its own memory of them is shut while a batch is read whose words are to be forgotten, so they are kept here. One
thing reaches from one stretch into the next: its special cases (": )", "a.m.") are looked for in the finished row of
words. Stretches that might be parts of one are given to it together.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

__all__ = ["LONGEST", "CachedTokenizer", "Word", "tokenize", "tokenizer_of"]

LONGEST = 120
"""Characters without a space that the tokenizer is given at once: its time grows with the square of their number."""

CAPACITY = 65_536
"""Stretches that are kept. All are forgotten when there are more."""

_STRETCH = re.compile(r"\S+")
_UNBROKEN = re.compile(rf"\S{{{LONGEST}}}")

Word = tuple[int, int, int]
"""First character, character after the last, and the norm as a key of the vocabulary if it is a special one, or 0."""


def tokenizer_of(nlp: Language, *, fixed: bool) -> Callable[[str], Iterable[Word]]:
    """A function that finds the words of a text.

    Args:
        nlp: The pipeline.
        fixed: Its tokenizer stays as it is, so what it does with a stretch may be kept.
    """
    if fixed:
        try:
            return CachedTokenizer(nlp).of
        except ValueError:  # a tokenizer that nothing is known about
            pass
    return partial(tokenize, nlp)


def tokenize(nlp: Language, text: str) -> Iterable[Word]:
    """The words of ``text``, by the tokenizer of any pipeline; a stretch without a space is cut at :data:`LONGEST`."""
    position = 0
    for end in [*(match.end() for match in _UNBROKEN.finditer(text)), len(text)]:
        if position < end:
            part = text[position:end]
            for start, stop, norm in _read(nlp.tokenizer(part)):
                if not part[start:stop].isspace():
                    yield position + start, position + stop, norm
        position = end


def _read(doc: Doc) -> list[Word]:
    """All tokens of a Doc."""
    columns = doc.to_array(["IDX", "LENGTH", "ORTH", "NORM"])
    starts, lengths, forms, norms = columns.T.tolist()
    usual = {form: doc.vocab[form].norm for form in set(forms)}
    return [
        (start, start + length, norm if norm != usual[form] else 0)
        for start, length, form, norm in zip(starts, lengths, forms, norms, strict=True)
    ]


class CachedTokenizer:
    """The words of texts by a tokenizer that stays as it is.

    Raises:
        ValueError: The tokenizer is not spaCy's own, or has special cases with white space in them.
    """

    def __init__(self, nlp: Language) -> None:
        tokenizer: Any = nlp.tokenizer
        kind = type(tokenizer)
        if (kind.__module__, kind.__name__) != ("spacy.tokenizer", "Tokenizer"):
            raise ValueError(f"a tokenizer of its own: {kind.__name__}")
        rules = list(tokenizer.rules or ())
        if any(len(rule.split()) > 1 for rule in rules):
            raise ValueError("a tokenizer with special cases of several words")
        self._tokenizer = tokenizer
        self._rules = "\0".join(rules)
        self._known: dict[str, tuple[Word, ...]] = {}
        self._first: dict[str, str] = {}
        self._last: dict[str, str] = {}
        """The first and last word of a stretch, if it occurs within a special case."""
        self._pairs: dict[tuple[str, str], bool] = {}

    def of(self, text: str) -> list[Word]:
        """The words of ``text``."""
        spans, stretches = _stretches(text)
        self._learn(stretches)
        known, last, first = self._known, self._last, self._first
        out: list[Word] = []
        before, before_end = "", -1
        for (start, end), stretch in zip(spans, stretches, strict=True):
            if (
                before in last
                and stretch in first
                and start == before_end + 1
                and text[before_end] == " "
                and self._may_join(last[before], first[stretch])
            ):
                return self._joined(text, spans, stretches)
            for left, right, norm in known[stretch]:
                out.append((start + left, start + right, norm))
            before, before_end = stretch, end
        return out

    def _joined(self, text: str, spans: Sequence[tuple[int, int]], stretches: Sequence[str]) -> list[Word]:
        """The words of a text with stretches that must be read together."""
        last, first = self._last, self._first
        runs: list[list[int]] = []
        before = ""
        for (start, end), stretch in zip(spans, stretches, strict=True):
            near = bool(runs) and start == runs[-1][1] + 1 and text[start - 1] == " "
            if near and before in last and stretch in first and self._may_join(last[before], first[stretch]):
                runs[-1][1] = end
            else:
                runs.append([start, end])
            before = stretch
        parts = [text[start:end] for start, end in runs]
        self._learn(parts)
        return [
            (start + left, start + right, norm)
            for (start, _), part in zip(runs, parts, strict=True)
            for left, right, norm in self._known[part]
        ]

    def _may_join(self, left: str, right: str) -> bool:
        found = self._pairs.get((left, right))
        if found is None:
            found = self._pairs[left, right] = left + right in self._rules
        return found

    def _learn(self, stretches: Sequence[str]) -> None:
        if len(self._known) > CAPACITY:
            self._known, self._first, self._last, self._pairs = {}, {}, {}, {}
        new = [stretch for stretch in dict.fromkeys(stretches) if stretch not in self._known]
        if not new:
            return
        # Between two stretches stands a line break, which is a token: nothing reaches over it.
        words = iter(_read(self._tokenizer("\n".join(new))))
        offset = 0
        for stretch in new:
            end = offset + len(stretch)
            found = []
            for start, stop, norm in words:
                if start >= end:  # the line break
                    break
                found.append((start - offset, stop - offset, norm))
            self._known[stretch] = tuple(found)
            if " " not in stretch:
                left, right = stretch[: found[0][1]], stretch[found[-1][0] :]
                if left in self._rules:
                    self._first[stretch] = left
                if right in self._rules:
                    self._last[stretch] = right
            offset = end + 1


def _stretches(text: str) -> tuple[list[tuple[int, int]], list[str]]:
    """Where the stretches between white space are, cut at :data:`LONGEST`, and what they are."""
    spans, stretches = [], []
    for match in _STRETCH.finditer(text):
        start, end = match.span()
        stretch = match[0]
        while end - start >= LONGEST:
            spans.append((start, start + LONGEST))
            stretches.append(stretch[:LONGEST])
            start, stretch = start + LONGEST, stretch[LONGEST:]
        if stretch:
            spans.append((start, end))
            stretches.append(stretch)
    return spans, stretches
