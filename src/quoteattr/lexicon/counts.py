"""Counted tables: how often something was right, among how many."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import cached_property
from typing import Generic, TypeVar

from attrs import frozen

from quoteattr.data import text_of
from quoteattr.data.outline import read_outline

__all__ = ["ANY", "Count", "CountedKeys", "CountedWords", "Key", "Memo"]

ANY = "*"
"""The frame (or lemma) that stands for all of them together."""

Key = tuple[str, str, str]
"""A lemma, a part of speech and a frame."""
K = TypeVar("K", str, Key)
Question = TypeVar("Question")
Answer = TypeVar("Answer")
_KEPT = 20_000


@frozen
class Count:
    """How many candidates were seen, and how many of them were attributions."""

    cues: float
    candidates: float


class _Table(Mapping[K, Count], Generic[K]):
    """A table of the data that ship: an outline, in which ``3/4`` are three right ones of four.

    It is read when it is first asked for something, and what it tells becomes a count when its key is asked for: one
    article asks for a few hundred keys out of some thousand.
    """

    def __init__(self, name: str) -> None:
        self._name = name
        self._known: dict[object, Count] = {}

    def get(self, key: object, default: Count | None = None) -> Count | None:  # type: ignore[override]
        count = self._known.get(key)
        if count is None:
            told = self._told.get(self._joined(key))
            if told is None:
                return default
            count = self._known[key] = Count(*map(float, told.split("/")))
        return count

    def __getitem__(self, key: K) -> Count:
        count = self.get(key)
        if count is None:
            raise KeyError(key)
        return count

    def __contains__(self, key: object) -> bool:
        return self.get(key) is not None

    def __iter__(self) -> Iterator[K]:
        return map(self._split, self._told)

    def __len__(self) -> int:
        return len(self._told)

    def __reduce__(self) -> tuple[type, tuple[str]]:
        return type(self), (self._name,)

    @cached_property
    def _told(self) -> dict[str, str]:
        """What the file tells of each key."""
        told: dict[str, str] = {}
        for _, keys, counts in read_outline(text_of(self._name)):
            told |= zip(keys, counts, strict=True)
        return told

    def _joined(self, key: object) -> str:
        raise NotImplementedError

    def _split(self, key: str) -> K:
        raise NotImplementedError


class CountedKeys(_Table[Key]):
    """A table whose keys are of three parts."""

    def _joined(self, key: object) -> str:
        return " ".join(map(str, key)) if isinstance(key, tuple) else ""

    def _split(self, key: str) -> Key:
        lemma, pos, frame = key.split(" ")
        return lemma, pos, frame


class CountedWords(_Table[str]):
    """A table whose keys are strings."""

    def _joined(self, key: object) -> str:
        return key if isinstance(key, str) else ""

    def _split(self, key: str) -> str:
        return key


class Memo(dict[Question, Answer]):
    """Answers that are worked out when they are first asked for; all are forgotten when there are very many."""

    def __init__(self, answer: Callable[[Question], Answer]) -> None:
        super().__init__()
        self._answer = answer

    def __missing__(self, question: Question) -> Answer:
        if len(self) >= _KEPT:
            self.clear()
        answer = self[question] = self._answer(question)
        return answer
