"""The extractor: settings and a loaded model, ready to turn texts into articles."""

from __future__ import annotations

import os
import threading
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, TypeVar, overload

from quoteattr import pipeline, workers
from quoteattr.errors import ModelError, SettingError, TextError
from quoteattr.lexicon import Lexicon
from quoteattr.models import Model
from quoteattr.records import Article, Attitude
from quoteattr.stream import Results, batches, entries, no_text

if TYPE_CHECKING:
    from spacy.language import Language

__all__ = ["ATTITUDES", "Extractor", "extract"]

Context = TypeVar("Context")

ATTITUDES = frozenset({Attitude.ASSERTION, Attitude.BELIEF})
"""The attitudes of indirect speech that come back unless others are asked for."""

BATCH = 16
"""Texts that are read ahead and parsed together, if the caller does not say."""

BATCH_CHARACTERS = 200_000
"""A batch ends before it gets longer than this, so that very long texts are parsed one by one."""


class Extractor:
    """Finds the quotes of texts, and who is behind them. Safe to share between threads.

    Args:
        model: A spaCy package name, a path or a loaded ``Language``; the default is the small English model that is
            installed with quoteattr.
        attitudes: Which attitudes of **indirect** speech come back, as :class:`Attitude` or its values; the default is
            assertion and belief. Direct and mixed quotes always come back.
        lexicon: A :class:`~quoteattr.lexicon.Lexicon`, or the path of a TOML file; the default is the lexicon that
            comes with quoteattr.

    Raises:
        ModelError: The model cannot be loaded, or lacks a component.
        SettingError: ``attitudes`` holds something else, or ``lexicon`` is something else.
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
            raise no_text(text)
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
        """The articles of many texts, in their order, made as they are asked for.

        A text that fails raises at its place; the iterator may then be asked for the next one.

        Args:
            texts: Any iterable of texts, an endless one too.
            as_tuples: ``texts`` are pairs of a text and anything else, and so are the results.
            processes: Worker processes. Each loads the model once (about 300 MB of memory); with more than one, a
                script needs its ``if __name__ == "__main__":``.
            batch_size: Texts that are read ahead and parsed together, in each process; the default is 16.

        Raises:
            SettingError: ``processes`` or ``batch_size`` is not a whole number of at least 1.
            TextError: An element is not a string (at its place), or ``texts`` is one string.
            ModelError: More than one process, and a loaded ``Language`` that does not say where it was loaded from.
            WorkerError: A worker could not start, or ended while it read a text (at the place of that text).
        """
        if isinstance(texts, str | bytes) or not isinstance(texts, Iterable):
            raise TextError(
                f"pipe() needs an iterable of texts, and got one {type(texts).__name__}: "
                "call the extractor itself for a single text"
            )
        processes = _at_least_one("processes", processes)
        size = BATCH if batch_size is None else _at_least_one("batch_size", batch_size)
        contexts: deque[Any] | None = deque() if as_tuples else None
        ahead = batches(entries(texts, contexts), size, BATCH_CHARACTERS)
        if processes == 1:
            return Results((outcome for batch in ahead for outcome in self._outcomes(batch)), contexts)
        return Results(workers.spread(self._setup(), ahead, processes, ahead=2 * processes * size), contexts)

    def _outcomes(self, batch: Sequence[str | Exception]) -> Iterator[Article | Exception]:
        """An article or an error for each element; elements that are errors already stay as they are."""
        articles = self._articles([entry for entry in batch if isinstance(entry, str)])
        for entry in batch:
            yield next(articles) if isinstance(entry, str) else entry

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
                article = pipeline.analyse(parse, self._lexicon, self._attitudes)
            except Exception as error:  # raised at the place of its text
                yield error
            else:
                yield article

    def _setup(self) -> workers.Setup:
        if self._model.source is None:
            raise ModelError(
                "a loaded Language that was not loaded from a folder cannot be sent to other processes: "
                "save it with to_disk() and give the path as the model, or use processes=1"
            )
        return partial(_work, self._model.source, self._attitudes, self._lexicon if self._own_lexicon else None)


def _work(model: str, attitudes: Iterable[Attitude], lexicon: Lexicon | None) -> workers.Work:
    """What a worker process does with its texts."""
    extractor = Extractor(model, attitudes=attitudes, lexicon=lexicon)
    return lambda texts: list(extractor._articles(texts))


def _attitudes(values: Iterable[Attitude | str]) -> frozenset[Attitude]:
    expected = f"attitudes must be an iterable of {', '.join(repr(attitude.value) for attitude in Attitude)}"
    if isinstance(values, str | bytes | Attitude) or not isinstance(values, Iterable):
        raise SettingError(f"{expected}; got {values!r:.80}: put it in a list")
    try:
        return frozenset(Attitude(value) for value in values)
    except ValueError as error:
        raise SettingError(f"{expected}; {error}") from None


def _lexicon(value: Lexicon | str | os.PathLike[str] | None) -> Lexicon:
    if value is None:
        return Lexicon.default()
    if isinstance(value, Lexicon):
        return value
    if isinstance(value, str | os.PathLike):
        return Lexicon.from_toml(Path(value))
    raise SettingError(f"lexicon must be a Lexicon or the path of a TOML file; got a {type(value).__name__}")


def _at_least_one(name: str, value: int) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or value < 1:
        raise SettingError(f"{name} must be a whole number of at least 1; got {value!r:.80}")
    return value


_default: Extractor | None = None
_default_lock = threading.Lock()


def extract(text: str) -> Article:
    """The quotes of one text, by an :class:`Extractor` with default settings that is loaded once and kept.

    Raises:
        TextError: ``text`` is not a string.
        ModelError: The model cannot be loaded.
    """
    global _default
    if not isinstance(text, str):
        raise no_text(text)
    with _default_lock:
        if _default is None:
            _default = Extractor()
    return _default(text)
