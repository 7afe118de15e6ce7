"""The extractor: settings and a loaded model, ready to turn texts into articles."""

from __future__ import annotations

import os
import warnings
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from functools import lru_cache, partial
from itertools import repeat
from operator import length_hint
from typing import TYPE_CHECKING, Any, Literal, Self, TypeVar, overload

from attrs import evolve

from quoteattr import pipeline, workers
from quoteattr.collecting import held
from quoteattr.copying import ReadingCopy, led_back, reading_copy
from quoteattr.coreference.mentions.told_names import NOBODY, ToldNames
from quoteattr.errors import ModelError, ModelWarning, SettingError, TextError
from quoteattr.locks import MAKING, shared_lock
from quoteattr.models import Model
from quoteattr.people import KnownPerson, day_of
from quoteattr.records import Article, Attitude, QuoteKind, Versions
from quoteattr.settings import Settings, whole_number
from quoteattr.stream import Results, Text, batches, closing, entries, no_text, words_of
from quoteattr.versions import lexicon_version, library_version

if TYPE_CHECKING:
    from spacy.language import Language

    from quoteattr.coreference.sieves.external import Chain
    from quoteattr.lexicon import Lexicon
    from quoteattr.rules import Family
    from quoteattr.syntax import Parse

__all__ = ["Extractor", "extract", "kept_extractor"]

Context = TypeVar("Context")

_ABOUT = ("title", "date", "url")
"""What an article that is read keeps."""

BATCH = 16
"""Texts that are read ahead and parsed together, if the caller does not say."""

VARIANTS = 8
"""Settings that were given for single texts, of which an extractor keeps what they need."""

BATCH_CHARACTERS = 200_000
"""A batch ends before it gets longer than this, so that very long texts are parsed one by one."""


class Extractor:
    """Finds the quotes of texts, and who is behind them. Safe to share between threads, and to fork beside them.

    It can be pickled: in another process it has the same settings, and all that come there share one model. A copy is
    the same one.

    The arguments are those of :class:`~quoteattr.settings.Settings`, which tells what each means.

    Attributes:
        settings: What it was made with.

    Raises:
        ModelError: The model cannot be loaded, or lacks a component.
        SettingError: A setting has a value that it may not have.
        LexiconError: The lexicon file is malformed.
        PeopleError: The people are, or their file.
    """

    settings: Settings

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
        people: Iterable[KnownPerson | Mapping[str, Any]] | str | os.PathLike[str] | None = None,
        kinds: Iterable[QuoteKind | str] | None = None,
        nested: bool = False,
        sourceless: bool = False,
    ) -> None:
        self._prepare(
            Settings(
                model=model,
                attitudes=attitudes,
                lexicon=lexicon,
                rules=rules,
                coreference=coreference,
                accelerate=accelerate,
                min_confidence=min_confidence,
                people=people,
                kinds=kinds,
                nested=nested,
                sourceless=sourceless,
            )
        )

    @classmethod
    def of(cls, settings: Settings) -> Self:
        """An extractor with these settings.

        Raises:
            ModelError: As the class does; so do the others.
        """
        return cls.__new__(cls)._prepare(settings)

    def _prepare(self, settings: Settings, load: Callable[..., Model] = Model) -> Self:
        self.settings = settings
        self._variants: dict[Any, Self] = {}
        self._lexicon = settings.load_lexicon()
        self._rules = settings.load_rules()
        people = settings.load_people()
        self._people = ToldNames(people) if people else NOBODY
        self._model = load(settings.model, accelerate=settings.accelerate)
        self._versions = Versions(library_version(), self._model.version, lexicon_version(settings.lexicon, people))
        return self

    def __reduce__(self) -> tuple[Any, ...]:
        """What travels to another process: the settings, with which it loads the model once.

        Raises:
            ModelError: The model is a loaded ``Language`` that was not loaded from a folder.
        """
        return _again, (type(self), self._portable())

    def __copy__(self) -> Self:
        """The same one: nothing in it changes."""
        return self

    def __deepcopy__(self, _: object) -> Self:
        return self

    def __repr__(self) -> str:
        names = sorted(attitude.value for attitude in self.settings.attitudes)
        return f"Extractor({self._model.source!r}, attitudes={names})"

    def __call__(
        self,
        text: Text,
        *,
        min_confidence: float | str | None = None,
        kinds: Iterable[QuoteKind | str] | None = None,
    ) -> Article:
        """The quotes of one text of any length.

        Args:
            text: A string; or an article that holds one, of which title, date and address stay: by its date it is told
                which of the offices that somebody has held is meant (``people``).
            min_confidence: As in :class:`~quoteattr.settings.Settings`, for this text; ``None`` for the extractor's.
            kinds: Likewise.

        Raises:
            TextError: ``text`` is neither.
            SettingError: One of the others has a value that it may not have.
        """
        if not isinstance(text, str | Article):
            raise no_text(text)
        if min_confidence is not None or kinds is not None:
            return self._varied(min_confidence, kinds)(text)
        ((copy, parse),) = self._read([text])
        return self._analyse(text, copy, parse)

    def _varied(self, min_confidence: float | str | None, kinds: Iterable[QuoteKind | str] | None) -> Self:
        """The extractor with other settings and the same model; the last few are kept."""
        settings = self.settings
        settings = evolve(
            settings,
            min_confidence=settings.min_confidence if min_confidence is None else min_confidence,
            kinds=settings.kinds if kinds is None else kinds,
        )
        key = settings.min_confidence, settings.kinds
        variant = self._variants.get(key)
        if variant is None:
            if len(self._variants) >= VARIANTS:
                self._variants.clear()
            variant = type(self).__new__(type(self))._prepare(settings, lambda *_, **__: self._model)
            self._variants[key] = variant
        return variant

    @held()
    def _read(self, texts: Sequence[Text]) -> list[tuple[ReadingCopy, Parse]]:
        copies = [reading_copy(words_of(text)) for text in texts]
        return list(zip(copies, self._model.parse([copy.text for copy in copies]), strict=True))

    @held()
    def _analyse(self, given: Text, copy: ReadingCopy, parse: Parse) -> Article:
        settings = self.settings
        chains = () if settings.coreference is None else settings.coreference(copy.original)
        article = pipeline.analyse(
            parse,
            self._lexicon,
            settings.wanted,
            rules=self._rules,
            chains=[copy.read_ranges(chain) for chain in chains],
            without=settings.without,
            people=self._people,
            day=day_of(given.date) if isinstance(given, Article) else None,
        )
        about = {name: getattr(given, name) for name in _ABOUT} if isinstance(given, Article) else {}
        return evolve(led_back(article, copy), versions=self._versions, **about)

    @overload
    def pipe(
        self,
        texts: Iterable[Text],
        *,
        as_tuples: Literal[False] = False,
        processes: int = 1,
        batch_size: int | None = None,
    ) -> Iterator[Article]: ...

    @overload
    def pipe(
        self,
        texts: Iterable[tuple[Text, Context]],
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
            texts: Any iterable of texts, an endless one too: strings, or articles as :meth:`__call__` takes them.
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
        processes = whole_number("processes", processes)
        size = BATCH if batch_size is None else whole_number("batch_size", batch_size)
        contexts: deque[Any] | None = deque() if as_tuples else None
        count = length_hint(texts) if processes > 1 else 0
        sizes = closing(count, size, processes) if count else repeat(size)
        ahead = batches(entries(texts, contexts), sizes, BATCH_CHARACTERS)
        if processes == 1:
            return Results((outcome for batch in ahead for outcome in self._outcomes(batch)), contexts)
        return Results(workers.spread(self._setup(), ahead, processes, ahead=2 * processes * size), contexts)

    def _outcomes(self, batch: Sequence[Text | Exception]) -> Iterator[Article | Exception]:
        """An article or an error for each element; elements that are errors already stay as they are."""
        articles = self._articles([entry for entry in batch if not isinstance(entry, Exception)])
        for entry in batch:
            yield entry if isinstance(entry, Exception) else next(articles)

    def _articles(self, texts: Sequence[Text]) -> Iterator[Article | Exception]:
        try:
            read = self._read(texts)
        except Exception as error:  # one text must not take the others of its batch with it
            if len(texts) == 1:
                yield error
            else:
                for text in texts:
                    yield from self._articles([text])
            return
        for text, (copy, parse) in zip(texts, read, strict=True):
            try:
                article = self._analyse(text, copy, parse)
            except SystemExit as error:  # of custom rules: it must not end the others
                yield SettingError(f"a custom rule, or the function coreference, called sys.exit({error.code!r:.80})")
            except Exception as error:  # raised at the place of its text
                yield error
            else:
                yield article

    def _setup(self) -> workers.Setup:
        return partial(_work, self._portable())

    def _portable(self) -> Settings:
        if self._model.source is None:
            raise ModelError(
                "a loaded Language that was not loaded from a folder cannot be sent to other processes: "
                "save it with to_disk() and give the path as the model, or use processes=1"
            )
        return self.settings.portable(self._model.source)


def _work(settings: Settings) -> workers.Work:
    """What a worker process does with its texts."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", ModelWarning)  # the process that sends the texts has told it
        extractor = Extractor.of(settings)
    return lambda texts: list(extractor._articles(texts))


# ---- extractors that are kept --------------------------------------------------------------------------------------

_lock = shared_lock(MAKING)
_shared_model = lru_cache(maxsize=2)(Model)


@lru_cache(maxsize=8)
def _made(settings: Settings, *_: float | None) -> Extractor:
    return Extractor.__new__(Extractor)._prepare(settings, _shared_model)


def kept_extractor(settings: Settings) -> Extractor:
    """The extractor with these settings, which is made once and kept, with a model that it may share with others.

    The eight that were used last are kept. A file of words or people that has changed since is read again.

    Raises:
        ModelError: As :class:`Extractor` does; so do the others.
    """
    changed: list[float | None] = [None, None]
    for number, file in enumerate((settings.lexicon, settings.people)):
        if isinstance(file, str):
            with suppress(OSError, ValueError):  # its reader tells what is wrong with a file
                changed[number] = os.stat(file).st_mtime
    with _lock:
        try:
            hash(settings)
        except TypeError:  # custom rules may be objects of any class
            return Extractor.of(settings)
        return _made(settings, *changed)


def _again(kind: type[Extractor], settings: Settings) -> Extractor:
    """An extractor that comes from another process; with it come others, which need no model of their own."""
    return kept_extractor(settings) if kind is Extractor else kind.of(settings)


def extract(
    text: Text,
    *,
    model: str | os.PathLike[str] | Language | None = None,
    attitudes: Iterable[Attitude | str] | None = None,
    lexicon: Lexicon | str | os.PathLike[str] | None = None,
    rules: Iterable[Family | str] = (),
    coreference: Callable[[str], Iterable[Chain]] | None = None,
    accelerate: bool | None = None,
    min_confidence: float | str | None = None,
    people: Iterable[KnownPerson | Mapping[str, Any]] | str | os.PathLike[str] | None = None,
    kinds: Iterable[QuoteKind | str] | None = None,
    nested: bool = False,
    sourceless: bool = False,
) -> Article:
    """The quotes of one text, by an :class:`Extractor` with these settings that is made once and kept.

    The arguments are those of :class:`~quoteattr.settings.Settings`, which tells what each means.

    Raises:
        TextError: ``text`` is not a string.
        ModelError: As :class:`Extractor` does; so do the others.
    """
    if not isinstance(text, str | Article):
        raise no_text(text)
    settings = Settings(
        model=model,
        attitudes=attitudes,
        lexicon=lexicon,
        rules=rules,
        coreference=coreference,
        accelerate=accelerate,
        min_confidence=min_confidence,
        people=people,
        kinds=kinds,
        nested=nested,
        sourceless=sourceless,
    )
    return kept_extractor(settings)(text)
