"""The extractor: settings and a loaded model, ready to turn texts into articles."""

from __future__ import annotations

import os
import threading
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any, Literal, TypeVar, cast, overload

from quoteattr import pipeline, workers
from quoteattr.errors import ModelError, SettingError, TextError
from quoteattr.lexicon import Lexicon
from quoteattr.models import Model
from quoteattr.records import Article, Attitude

if TYPE_CHECKING:
    from spacy.language import Language

__all__ = ["ATTITUDES", "Extractor", "extract"]

Context = TypeVar("Context")

ATTITUDES = frozenset({Attitude.ASSERTION, Attitude.BELIEF})
"""The attitudes of indirect speech that come back unless others are asked for."""

BATCH = 16
"""Texts that are read ahead and parsed together, if the caller does not say."""

BATCH_CHARACTERS = 200_000
"""A batch ends before it gets longer than this, so that long texts are parsed one by one."""


class Extractor:
    """Finds the quotes of texts, and who is behind them. Safe to share between threads.

    Args:
        model: A spaCy package name, a path or a loaded ``Language``; the default is the small English model that is
            installed with quoteattr.
        attitudes: Which attitudes of **indirect** speech come back, as :class:`Attitude` or its values; the default is
            assertion and belief. Direct and mixed quotes always come back.
        lexicon: A :class:`~quoteattr.lexicon.Lexicon`, or the path of a TOML file; the default is the lexicon that comes
            with quoteattr.

    Raises:
        ModelError: The model cannot be loaded, or lacks a component.
        SettingError: ``attitudes`` holds something else.
        LexiconError: The lexicon file is malformed.
    """

    def __init__(
        self,
        model: str | os.PathLike[str] | Language | None = None,
        *,
        attitudes: Iterable[Attitude | str] | None = None,
        lexicon: Lexicon | str | os.PathLike[str] | None = None,
    ) -> None:
        self._attitudes = ATTITUDES if attitudes is None else _attitudes(attitudes)
        self._lexicon = _lexicon(lexicon)
        self._own_lexicon = lexicon is not None
        self._model = Model(model)

    def __repr__(self) -> str:
        names = sorted(attitude.value for attitude in self._attitudes)
        return f"Extractor({self._model.source!r}, attitudes={names})"

    def __call__(self, text: str) -> Article:
        """The quotes of one text of any length.

        Raises:
            TextError: ``text`` is not a string.
        """
        if not isinstance(text, str):
            raise _no_text(text, None)
        return pipeline.analyse(self._model.parse([text])[0], self._lexicon, self._attitudes)

    @overload
    def pipe(
        self,
        texts: Iterable[str],
        *,
        as_tuples: Literal[False] = False,
        processes: int = 1,
        batch_size: int | None = None,
    ) -> Iterator[Article]: ...

    @overload
    def pipe(
        self,
        texts: Iterable[tuple[str, Context]],
        *,
        as_tuples: Literal[True],
        processes: int = 1,
        batch_size: int | None = None,
    ) -> Iterator[tuple[Article, Context]]: ...

    def pipe(
        self,
        texts: Iterable[Any],
        *,
        as_tuples: bool = False,
        processes: int = 1,
        batch_size: int | None = None,
    ) -> Iterator[Any]:
        """The articles of many texts, in their order, read as they are asked for.

        A text that fails raises at its place; the iterator may then be asked for the next one.

        Args:
            texts: Any iterable of texts, endless ones too.
            as_tuples: ``texts`` are pairs of a text and anything else, and so are the results.
            processes: Worker processes. Each loads the model once (about 300 MB of memory); with more than one, a script
                needs its ``if __name__ == "__main__":``.
            batch_size: Texts that are read ahead and parsed together, for each process; the default is 16.

        Raises:
            SettingError: ``processes`` or ``batch_size`` is not a whole number of at least 1.
            TextError: An element is not a string (at its place), or ``texts`` is one string.
            ModelError: More than one process, and a loaded ``Language`` that does not say from where it was loaded.
            WorkerError: A worker could not start, or ended while it read a text (at the place of that text).
        """
        if isinstance(texts, str | bytes):
            raise TextError("pipe() needs an iterable of texts, and got one: call extractor(text), or put it in a list")
        if not isinstance(texts, Iterable):
            raise TextError(f"pipe() needs an iterable of texts, and got a {type(texts).__name__}")
        size = BATCH if batch_size is None else _at_least_one("batch_size", batch_size)
        processes = _at_least_one("processes", processes)
        contexts: deque[Any] | None = deque() if as_tuples else None
        batches = _batches(_entries(texts, contexts), size)
        if processes == 1:
            outcomes = (outcome for batch in batches for outcome in self._outcomes(batch))
        else:
            outcomes = workers.spread(self._setup(), batches, processes, ahead=2 * processes * size)
        return _Results(outcomes, contexts)

    def _setup(self) -> workers.Setup[str, Article]:
        if self._model.source is None:
            raise ModelError(
                "a loaded Language that was not loaded from a folder cannot be sent to other processes: "
                "save it with to_disk() and give the path as the model, or use processes=1"
            )
        return partial(_worker, self._model.source, self._attitudes, self._lexicon if self._own_lexicon else None)

    def _outcomes(self, batch: Sequence[str | Exception]) -> list[Article | Exception]:
        """An article or an error for each element of a batch; elements that are errors already stay as they are."""
        texts = [entry for entry in batch if isinstance(entry, str)]
        articles = iter(self._articles(texts))
        return [next(articles) if isinstance(entry, str) else entry for entry in batch]

    def _articles(self, texts: Sequence[str]) -> Iterator[Article | Exception]:
        try:
            parses = self._model.parse(texts)
        except Exception as error:  # one text must not take the others of its batch with it
            if len(texts) == 1:
                yield error
            else:
                for text in texts:
                    yield from self._articles([text])
            return
        for parse in parses:
            try:
                yield pipeline.analyse(parse, self._lexicon, self._attitudes)
            except Exception as error:  # raised at the place of its text
                yield error


class _Results:
    """What comes out of a pipe: goes on after an error, which a generator cannot do."""

    def __init__(self, outcomes: Iterator[Article | Exception], contexts: deque[Any] | None) -> None:
        self._outcomes = outcomes
        self._contexts = contexts

    def __iter__(self) -> _Results:
        return self

    def __next__(self) -> Any:
        outcome = next(self._outcomes)
        context = None if self._contexts is None else self._contexts.popleft()
        if isinstance(outcome, Exception):
            raise outcome
        return outcome if self._contexts is None else (outcome, context)


def _entries(texts: Iterable[Any], contexts: deque[Any] | None) -> Iterator[str | Exception]:
    """The texts, and an error in the place of what is none; contexts are put aside."""
    source = iter(texts)
    for number in _count():
        try:
            element = next(source)
        except StopIteration:
            return
        except Exception as error:  # of the caller's own iterator: it is raised after the texts that came before
            if contexts is not None:
                contexts.append(None)
            yield error
            return
        context = None
        if contexts is not None:
            if not isinstance(element, tuple) or len(element) != 2:
                contexts.append(None)
                yield TextError(
                    f"with as_tuples=True each element must be a pair of a text and a context; "
                    f"element {number} is a {type(element).__name__}: {element!r:.80}"
                )
                continue
            element, context = element
            contexts.append(context)
        yield element if isinstance(element, str) else _no_text(element, number)
