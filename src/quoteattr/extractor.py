"""The extractor: settings and a loaded model, ready to turn texts into articles."""

from __future__ import annotations

import os
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, Any, Literal, TypeVar, overload

from quoteattr import pipeline, workers
from quoteattr.coreference.sieves.external import Chain
from quoteattr.errors import ModelError, SettingError, TextError
from quoteattr.lexicon import Lexicon
from quoteattr.models import Model
from quoteattr.points import confidence_for
from quoteattr.records import Article, Attitude
from quoteattr.rules import Family, families_of
from quoteattr.stream import Results, batches, entries, no_text

if TYPE_CHECKING:
    from spacy.language import Language

    from quoteattr.syntax import Parse

__all__ = ["ATTITUDES", "Extractor", "attitudes_of", "extract"]

Context = TypeVar("Context")

ATTITUDES = frozenset({Attitude.ASSERTION, Attitude.BELIEF, Attitude.EVENTUALITY})
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
            assertion, belief and eventuality (orders, requests, promises). Direct and mixed quotes always come back.
        lexicon: A :class:`~quoteattr.lexicon.Lexicon`, or the path of a TOML file; the default is the lexicon that
            comes with quoteattr.
        rules: Families of rules of one's own (:mod:`quoteattr.rules`): modules, objects, or their names.
        accelerate: Parse with quoteattr's own sums where they are known to come to the same as spaCy's
            (``docs/models.md``). ``None``, the default: do so for a model that is loaded here. ``False``: never.
            ``True``: also for a loaded ``Language``, which must then not be trained or altered any more.
        min_confidence: Quotes below this confidence, 0 to 1, are left out, and the less likely ones that are not
            below it come back as well, or ``"precise"`` or ``"complete"`` (``docs/confidence.md``). The default,
            ``None``, is 0.5, where precision and recall together are best; where every attitude is asked for, it is
            ``"complete"``.
        coreference: Gives the coreference chains of a text, each a list of ``(start, end)``, where somebody else has
            found them: a source that is a pronoun or a description is then who its chain says.

    Raises:
        ModelError: The model cannot be loaded, or lacks a component.
        SettingError: ``attitudes``, ``lexicon``, ``rules``, ``accelerate`` or ``min_confidence`` hold something else.
        LexiconError: The lexicon file is malformed.
    """

    def __init__(
        self,
        model: str | os.PathLike[str] | Language | None = None,
        *,
        attitudes: Iterable[Attitude | str] | None = None,
        lexicon: Lexicon | str | os.PathLike[str] | None = None,
        rules: Iterable[Family | str] = (),
        coreference: Callable[[str], Iterable[Chain]] | None = None,
        accelerate: bool | None = None,
        min_confidence: float | str | None = None,
    ) -> None:
        if accelerate is not None and not isinstance(accelerate, bool):
            raise SettingError(f"accelerate must be True, False or None; got {accelerate!r:.80}")
        self._attitudes = ATTITUDES if attitudes is None else attitudes_of(attitudes)
        self._min_confidence = confidence_for(min_confidence, self._attitudes)
        self._lexicon = _lexicon(lexicon).lenient(self._min_confidence)
        self._own_lexicon = lexicon is not None
        self._rules = families_of(rules)
        self._coreference = coreference
        self._accelerate = accelerate
        self._model = Model(model, accelerate=accelerate)

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
        return self._analyse(self._model.parse([text])[0])

    def _analyse(self, parse: Parse) -> Article:
        chains = () if self._coreference is None else tuple(self._coreference(parse.text))
        return pipeline.analyse(
            parse,
            self._lexicon,
            self._attitudes,
            min_confidence=self._min_confidence,
            rules=self._rules,
            chains=chains,
        )

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
            SettingError: ``processes`` or ``batch_size`` is not a whole number of at least 1, or a setting of this
                extractor cannot be sent to other processes.
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
                article = self._analyse(parse)
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
        settings = {
            "attitudes": self._attitudes,
            "lexicon": self._lexicon if self._own_lexicon else None,
            "rules": [one.__name__ if isinstance(one, ModuleType) else one for one in self._rules],
            "coreference": self._coreference,
            "accelerate": self._accelerate,
            "min_confidence": self._min_confidence,
        }
        return partial(_work, self._model.source, settings)


def _work(model: str, settings: dict[str, Any]) -> workers.Work:
    """What a worker process does with its texts."""
    extractor = Extractor(model, **settings)
    return lambda texts: list(extractor._articles(texts))


def attitudes_of(values: Iterable[Attitude | str]) -> frozenset[Attitude]:
    """The attitudes that a setting names.

    Raises:
        SettingError: It is no iterable of attitudes or of their values.
    """
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
