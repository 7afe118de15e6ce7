"""The two ends of a pipe: elements in, results out, each error at the place of the element that it belongs to."""

from __future__ import annotations

import math
from collections import deque
from collections.abc import Iterable, Iterator
from itertools import count
from typing import Any

from quoteattr.errors import TextError
from quoteattr.records import Article

__all__ = ["Results", "Text", "batches", "closing", "entries", "no_text", "words_of"]

Text = str | Article
"""What is read: a text, or an article that holds one, with its title, date and address."""
_LAST = 4
"""Entries of the last lists: fewer would be read as slowly as one by one."""


class Results:
    """What comes out of a pipe. It goes on after an error, which a generator cannot do.

    Args:
        outcomes: An article or an error for each element, in order.
        contexts: What came with each element, if pairs were asked for; each is taken when its article goes out.
    """

    def __init__(self, outcomes: Iterator[Article | Exception], contexts: deque[Any] | None) -> None:
        self._outcomes = outcomes
        self._contexts = contexts

    def __iter__(self) -> Results:
        return self

    def __next__(self) -> Any:
        outcome = next(self._outcomes)
        context = None if self._contexts is None else self._contexts.popleft()
        if isinstance(outcome, Exception):
            raise outcome
        return outcome if self._contexts is None else (outcome, context)


def entries(elements: Iterable[Any], contexts: deque[Any] | None) -> Iterator[Text | Exception]:
    """The texts of a pipe, and an error in the place of each element that is none.

    Args:
        elements: Texts, or pairs of a text and a context.
        contexts: Where contexts are put aside, one for each element; ``None`` if there are no pairs.
    """
    source = iter(elements)
    for number in count():  # pragma: no branch
        context = None
        try:
            element = next(source)
        except StopIteration:
            return
        except Exception as error:  # of the caller's own iterator: raised after the texts that came before, and the end
            if contexts is not None:
                contexts.append(None)
            yield error
            return
        if contexts is None:
            entry = element if isinstance(element, str | Article) else no_text(element, number)
        elif isinstance(element, tuple | list) and len(element) == 2:
            text, context = element
            entry = text if isinstance(text, str | Article) else no_text(text, number)
        else:
            entry = TextError(
                f"with as_tuples=True each element must be a pair of a text and a context; "
                f"element {number} is {_what(element)}"
            )
        if contexts is not None:
            contexts.append(context)
        yield entry


def words_of(text: Text) -> str:
    """The text itself."""
    return text if isinstance(text, str) else text.text


def batches(
    entries: Iterable[Text | Exception], sizes: Iterable[int], characters: int
) -> Iterator[list[Text | Exception]]:
    """The entries in lists.

    Args:
        entries: Texts, and errors in the place of others.
        sizes: How many entries each list has, at most; there is no end to them.
        characters: How many characters a list has, at most; a longer text stands alone.
    """
    batch: list[Text | Exception] = []
    total = 0
    coming = iter(sizes)
    size = next(coming)
    for entry in entries:
        length = 0 if isinstance(entry, Exception) else len(words_of(entry))
        if batch and total + length > characters:
            yield batch
            batch, total, size = [], 0, next(coming)
        batch.append(entry)
        total += length
        if len(batch) == size:
            yield batch
            batch, total, size = [], 0, next(coming)
    if batch:
        yield batch


def closing(count: int, size: int, processes: int) -> Iterator[int]:
    """The sizes of lists of ``count`` entries, which get smaller in the end, so that no process waits long for another.

    Args:
        count: How many entries there are.
        size: How many a list has, at most.
        processes: How many read lists side by side.
    """
    while True:
        some = min(size, max(_LAST, math.ceil(count / (2 * processes))))
        yield some
        count -= some


def no_text(value: object, number: int | None = None) -> TextError:
    """The error for something that is not a string, element ``number`` of a pipe."""
    place = "an article" if number is None else f"element {number}"
    advice = "; decode it first, as in data.decode('utf-8')" if isinstance(value, bytes | bytearray) else ""
    return TextError(f"{place} must be a string, and is {_what(value)}{advice}")


def _what(value: object) -> str:
    return "None" if value is None else f"a value of type {type(value).__name__} ({value!r:.60})"
