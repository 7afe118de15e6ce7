"""The component itself: Docs in, Docs with an article out."""

from __future__ import annotations

import importlib.metadata
import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, TypeVar, cast

from attrs import evolve
from spacy.language import Language
from spacy.pipeline import Pipe
from spacy.tokens import Doc
from spacy.util import get_minor_version_range

from quoteattr import pipeline
from quoteattr.component.docs import KEY, SPANS, annotate, chains_of, known_in
from quoteattr.copying import ReadingCopy, led_back, reading_copy
from quoteattr.coreference.mentions.told_names import NOBODY, ToldNames
from quoteattr.engine import Engine, fastest
from quoteattr.errors import ModelError
from quoteattr.lexicon import Lexicon
from quoteattr.locks import PARSING, shared_lock
from quoteattr.models import REQUIRED
from quoteattr.people import KnownPerson, read_people, to_lines
from quoteattr.records import Versions
from quoteattr.settings import Settings
from quoteattr.syntax import Parse
from quoteattr.syntax.reader import from_doc, read
from quoteattr.versions import lexicon_version, library_version

__all__ = ["QuoteattrComponent"]

_RUN = frozenset(
    (*REQUIRED, "tok2vec", "transformer", "curated_transformer", "entity_ruler", "future_entity_ruler", "span_ruler")
)
"""What is run a second time, on the text without marks: what the rules read, and what that reads itself."""
_LEXICON, _PEOPLE = "lexicon.toml", "people.jsonl"
_PACKAGE = "quoteattr"
"""The name under which pip installs this library."""

_T = TypeVar("_T")


class QuoteattrComponent(Pipe):
    """Finds the quotes of Docs. Made by ``nlp.add_pipe("quoteattr", config={...})``.

    Args:
        nlp: The pipeline that it is in.
        name: Its name there.
        attitudes: As in :class:`~quoteattr.settings.Settings`; so are ``min_confidence``, ``kinds``,
            ``nested``, ``sourceless`` and ``rules``.
        lexicon: A TOML file with more cue words; it is stored with the pipeline.
        people: A file of people and organisations that you know, which is stored with the pipeline, or dicts with the
            same keys. Entities of a Doc with an id (``kb_id_`` of an entity linker, ``ent_id_`` of an entity ruler)
            are known as well.
        coreference: Whether coreference chains that another component has put on the Doc decide who a pronoun or a
            description is: those of coreferee, of fastcoref, or span groups ``coref_clusters_*``.
        reparse: Whether the text is parsed once more without quotation marks, which mislead small models. The article
            is then the one that an ``Extractor`` with the same model finds. If not, the Doc's own parse is read, which
            is faster and finds somewhat less, above all where lines are wrapped and characters are odd.
        accelerate: Whether this second parse is done by :mod:`quoteattr.engine`, with the same result. The pipeline
            must then not be trained or altered any more once it has read a text.
        spans_key: The group of ``doc.spans`` for the contents; ``""`` for no groups.
        scorer: What ``nlp.evaluate`` asks.

    Attributes:
        settings: Attitudes, least confidence, lexicon, people and rules.
    """

    def __init__(
        self,
        nlp: Language,
        name: str = KEY,
        *,
        attitudes: Iterable[str] | None = None,
        min_confidence: float | str | None = None,
        kinds: Iterable[str] | None = None,
        nested: bool = False,
        sourceless: bool = False,
        lexicon: str | None = None,
        people: str | Iterable[Mapping[str, Any]] | None = None,
        rules: Iterable[str] = (),
        coreference: bool = False,
        reparse: bool = True,
        accelerate: bool = False,
        spans_key: str = SPANS,
        scorer: Callable[..., dict[str, Any]] | None = None,
    ) -> None:
        self.nlp = nlp
        _require_quoteattr(nlp)
        self.name = name
        self.settings = Settings(
            attitudes=attitudes,
            min_confidence=min_confidence,
            kinds=kinds,
            nested=nested,
            sourceless=sourceless,
            lexicon=lexicon,
            people=people,
            rules=rules,
        )
        self.coreference = coreference
        self.reparse = reparse
        self.accelerate = accelerate
        self.spans_key = spans_key
        self.scorer = scorer
        self._rules = self.settings.load_rules()
        self._engine: Engine | None = None
        self._lock = shared_lock(PARSING)
        self._toml: bytes | None = None
        self._lexicon: Lexicon | None = None
        self._people: tuple[KnownPerson, ...] | None = None
        self._everywhere = NOBODY
        if lexicon is None or Path(lexicon).is_file():  # else it may come with from_disk()
            self._load(self.settings)
        if not isinstance(people, str) or Path(people).is_file():
            self._people = self.settings.load_people()

    def __call__(self, doc: Doc) -> Doc:
        """Find the quotes of one Doc."""
        ((copy, parse),) = self.parses([doc])
        self.set_annotations(doc, copy, parse)
        return doc

    def pipe(self, stream: Iterable[Doc], *, batch_size: int = 16) -> Iterator[Doc]:
        """Find the quotes of many Docs, in order."""
        handle = self.get_error_handler()
        for batch in _batched(stream, batch_size):
            try:
                parses: Sequence[tuple[ReadingCopy, Parse] | None] = self.parses(batch)
            except Exception:  # one Doc must not take the others of its batch with it
                parses = [None] * len(batch)
            for doc, parsed in zip(batch, parses, strict=True):
                try:
                    if parsed is None:
                        self(doc)
                    else:
                        self.set_annotations(doc, *parsed)
                except Exception as error:
                    handle(self.name, self, [doc], error)
                else:
                    yield doc

    def parses(self, docs: Sequence[Doc]) -> list[tuple[ReadingCopy, Parse]]:
        """What the rules read of each Doc: the reading copy of its text and the parse of this copy.

        A Doc that is not parsed once more is read as it is, with the line ends and characters of its tokens.

        Raises:
            ModelError: The pipeline (or without ``reparse``, a Doc) has no tags, no dependencies or no entities.
        """
        if not self.reparse:
            return [(ReadingCopy(doc.text, doc.text), from_doc(_checked(doc))) for doc in docs]
        copies, nlp = [reading_copy(doc.text) for doc in docs], cast(Language, _Reduced(self.nlp))
        texts = [copy.text for copy in copies]
        if not self.accelerate:
            return list(zip(copies, read(nlp, texts), strict=True))
        with self._lock:  # its tables are those of one text at a time
            self._engine = self._engine or fastest(nlp)
            return list(zip(copies, read(nlp, texts, engine=self._engine), strict=True))

    def __reduce__(self) -> tuple[Any, ...]:
        """What travels to another process: all but what is made there anew."""
        return _empty, (), {**self.__dict__, "_engine": None, "_lock": None}

    def __setstate__(self, state: dict[str, Any]) -> None:
        self.__dict__.update(state)
        self._lock = shared_lock(PARSING)

    def set_annotations(self, doc: Doc, copy: ReadingCopy, parse: Parse) -> None:
        """Write what is found in the parse of its reading copy to ``doc``."""
        chains = chains_of(doc) if self.coreference else ()
        article = pipeline.analyse(
            parse,
            self.lexicon,
            self.settings.wanted,
            rules=self._rules,
            chains=[copy.read_ranges(chain) for chain in chains],
            people=self._told(doc),
        )
        meta = self.nlp.meta
        model = f"{meta['lang']}_{meta['name']} {meta['version']}"
        versions = Versions(library_version(), model, lexicon_version(self._toml, self.people))
        annotate(doc, evolve(led_back(article, copy), versions=versions), self.spans_key)

    @property
    def lexicon(self) -> Lexicon:
        """What is a cue.

        Raises:
            LexiconError: Its file is missing or malformed.
        """
        if self._lexicon is None:
            self._load(self.settings)
        return cast(Lexicon, self._lexicon)

    @property
    def people(self) -> tuple[KnownPerson, ...]:
        """Those whom the user knows.

        Raises:
            PeopleError: Their file is missing or malformed.
        """
        if self._people is None:
            self._people = self.settings.load_people()
        return self._people

    def _told(self, doc: Doc) -> ToldNames:
        """Those whom the user knows, and whom the entities of a Doc tell."""
        linked = known_in(doc)
        if linked:
            return ToldNames((*self.people, *linked))
        if self._everywhere.people is not self.people:
            self._everywhere = ToldNames(self.people)
        return self._everywhere

    def _load(self, settings: Settings) -> None:
        self._lexicon = settings.load_lexicon()
        if isinstance(settings.lexicon, str):
            self._toml = Path(settings.lexicon).read_bytes()

    # ---- storing: settings stand in the pipeline's config, lexicon and people in files beside it -------------------

    def _stored(self) -> dict[str, str]:
        """What the files hold, by their names."""
        stored = {} if self._toml is None else {_LEXICON: self._toml.decode("utf-8-sig")}
        return stored | ({_PEOPLE: to_lines(self.people)} if self.people else {})

    def to_disk(self, path: str | Path, **_: object) -> None:
        """Write the words of the lexicon file and the people, if there are some, to the folder ``path``."""
        for name, text in self._stored().items():
            Path(path).mkdir(parents=True, exist_ok=True)
            (Path(path) / name).write_bytes(text.encode())

    def from_disk(self, path: str | Path, **_: object) -> QuoteattrComponent:
        """Read what :meth:`to_disk` wrote."""
        _require_quoteattr(self.nlp)  # meta.json, which is read before, may name another version
        file = Path(path) / _LEXICON
        if file.is_file():
            self._load(evolve(self.settings, lexicon=file))
        if (Path(path) / _PEOPLE).is_file():
            self._people = read_people(Path(path) / _PEOPLE)
        return self

    def to_bytes(self, **_: object) -> bytes:
        """What :meth:`to_disk` writes, or nothing."""
        stored = self._stored()
        return json.dumps(stored).encode() if stored else b""

    def from_bytes(self, data: bytes, **_: object) -> QuoteattrComponent:
        """Read what :meth:`to_bytes` gave."""
        _require_quoteattr(self.nlp)
        if data:
            with TemporaryDirectory() as folder:
                for name in (_LEXICON, _PEOPLE):
                    if name in (stored := json.loads(data)):
                        (Path(folder) / name).write_bytes(stored[name].encode())
                self.from_disk(folder)
        return self


def _require_quoteattr(nlp: Language) -> None:
    """Write quoteattr into the requirements of a pipeline, for ``spacy package``.

    spaCy looks for the package of a factory in the files top_level.txt, which many packages do not have any more. What
    somebody else requires of quoteattr stays.
    """
    version = importlib.metadata.version(_PACKAGE)
    others = [one for one in nlp.meta.get("requirements", ()) if not one.startswith(f"{_PACKAGE}>=")]
    if all(re.split(r"[^\w.-]", one, maxsplit=1)[0] != _PACKAGE for one in others):
        others.append(f"{_PACKAGE}{get_minor_version_range(version)}")
    nlp.meta["requirements"] = others


def _empty() -> QuoteattrComponent:
    """A component that is yet to get its state."""
    return QuoteattrComponent.__new__(QuoteattrComponent)


class _Reduced:
    """A pipeline as the reader asks for it, with only the components that the rules need."""

    def __init__(self, nlp: Language) -> None:
        self.vocab, self.tokenizer = nlp.vocab, nlp.tokenizer
        self.get_pipe_meta, self.get_pipe = nlp.get_pipe_meta, nlp.get_pipe
        factories = {name: nlp.get_pipe_meta(name).factory for name in nlp.pipe_names}
        self.pipeline = [
            (name, component) for name, component in nlp.pipeline if name in _RUN or factories.get(name) in _RUN
        ]
        self.pipe_names = [name for name, _ in self.pipeline]
        missing = [name for name in REQUIRED if name not in factories and name not in factories.values()]
        if missing:
            raise ModelError(
                f"quoteattr needs a {', a '.join(REQUIRED)} in the pipeline, and there is no active "
                f"{' and no '.join(missing)} (there are: {', '.join(factories) or 'none'}): load a pipeline that has "
                "them, such as en_core_web_sm, and do not disable them; or, if the Docs have been parsed elsewhere, "
                'add_pipe("quoteattr", config={"reparse": False})'
            )

    def pipe(self, docs: Iterable[Doc], *, batch_size: int) -> Iterator[Doc]:
        """As ``Language.pipe`` does."""
        for batch in _batched(docs, batch_size):
            stream: Iterable[Doc] = batch
            for _, one in self.pipeline:
                stream = one.pipe(stream, batch_size=batch_size) if hasattr(one, "pipe") else map(one, stream)
            yield from stream


def _batched(items: Iterable[_T], size: int) -> Iterator[list[_T]]:
    """The items in lists of ``size``, the last one shorter."""
    source = iter(items)
    while batch := list(islice(source, size)):
        yield batch


def _checked(doc: Doc) -> Doc:
    missing = [
        what
        for what, layer in (("tags", "TAG"), ("dependencies", "DEP"), ("entities", "ENT_IOB"))
        if len(doc) and not doc.has_annotation(layer)
    ]
    if missing:
        raise ModelError(
            "quoteattr reads tags, dependencies and entities of a Doc, "
            f"and this one has no {' and no '.join(missing)}: "
            "put quoteattr behind a tagger, a parser and a named entity recogniser"
        )
    return doc
