"""The annotated articles, and which of their names are one person or one organisation."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from pathlib import Path

from attrs import frozen

from quoteattr.errors import CorpusError
from quoteattr.evaluation.offsets import read_offsets
from quoteattr.records import Article, Attitude, Organisation, Quote, QuoteKind, Span, Speaker, SpeakerKind
from quoteattr.scoring.annotation import Annotation, Document
from quoteattr.scoring.resolution import ArticleRecords, right_organisation, right_speaker
from quoteattr.scoring.words import Words

__all__ = ["Entities", "Half", "articles_of_gold", "entities_of", "half", "read_all"]

_SPEAK = ("person", "organisation")


@frozen
class Half:
    """The names of a half."""

    one: Mapping[str, str]
    apart: frozenset[str]

    def person(self, document: str, name: str) -> str | None:
        """Whoever has a name in an article; ``None`` for joint speakers."""
        return None if " and " in name else self.organisation(document, name)

    def organisation(self, document: str, name: str) -> str:
        """Whatever has a name in an article."""
        return f"{document}/{name}" if name in self.apart else self.one.get(name, name)


def half(which: str) -> Half:
    """The names of ``tune`` or of ``check``."""
    told = tomllib.loads((Path(__file__).parent / "names.toml").read_text(encoding="utf-8"))[which]
    one = {name: names[0] for names in (*told["people"], *told["organisations"]) for name in names}
    return Half(one, frozenset(told["apart"]))


def read_all(texts: Sequence[Path], annotations: Sequence[Path]) -> list[Document]:
    """The articles of several folders; the texts of each may be in any of the others.

    Raises:
        CorpusError: A text or an annotation is missing or malformed.
    """
    return [document for folder in annotations for document in _read(texts, folder)]


def _read(texts: Sequence[Path], folder: Path) -> list[Document]:
    """The articles of a folder of annotations, or of its folders if their texts stand in several places."""
    error = CorpusError(f"{folder}: expected its texts below one of {', '.join(map(str, texts))}")
    for text in texts:
        try:
            return read_offsets(text, folder)
        except CorpusError as found:
            error = found
    folders = sorted(one for one in folder.iterdir() if one.is_dir())
    if not folders:
        raise error
    return [document for one in folders for document in _read(texts, one)]


@frozen
class Entities:
    """By id in the article, the annotators' names of those whom the library has as they have."""

    speakers: Mapping[str, str]
    organisations: Mapping[str, str]


def entities_of(document: Document, article: Article) -> Entities:
    """Whom the annotators mean by the named speakers of an article, and by its organisations."""
    found = [Annotation.of_quote(quote) for quote in article.quotes]
    quotes = {id(one): quote for one, quote in zip(found, article.quotes, strict=True)}
    speakers, bodies = dict[str, str](), dict[str, str]()
    for gold, predicted in ArticleRecords.of(Words(document.text), document.gold, found).matched:
        speaker = quotes[id(predicted)].speaker
        if speaker is None:
            continue
        if gold.speaker and gold.type in _SPEAK and right_speaker(gold, predicted):
            speakers.setdefault(speaker.id, gold.speaker)
        if gold.organisation and speaker.organisation is not None and right_organisation(gold, predicted):
            bodies.setdefault(speaker.organisation.id, gold.organisation)
    return Entities(speakers, bodies)


def articles_of_gold(documents: Sequence[Document]) -> list[tuple[Document, Article]]:
    """Articles with the annotators' names; a speaker whom they give several organisations has the first."""
    return [(document, _article(document)) for document in documents]


def _article(document: Document) -> Article:
    gold = [one for one in document.gold if one.speaker and one.type in _SPEAK]
    named = dict.fromkeys(one.organisation for one in gold if one.organisation)
    bodies = {name: Organisation(f"o{number}", name) for number, name in enumerate(named, 1)}
    stands: dict[tuple[str, str], str | None] = {}
    for one in gold:
        key = (str(one.speaker), str(one.type))
        stands[key] = stands.get(key) or one.organisation
    speakers = {
        key: Speaker(f"s{number}", key[0], None, SpeakerKind(key[1]), None, bodies[body] if body else None)
        for number, (key, body) in enumerate(stands.items(), 1)
    }
    quotes = tuple(
        _quote(document.text, number, one, speakers[str(one.speaker), str(one.type)])
        for number, one in enumerate(gold, 1)
    )
    return Article(document.text, quotes, tuple(speakers.values()), tuple(bodies.values()))


def _quote(text: str, number: int, gold: Annotation, speaker: Speaker) -> Quote:
    content = tuple(Span.of(text, start, end) for start, end in gold.content)
    kind, attitude = QuoteKind.INDIRECT, Attitude.ASSERTION
    return Quote(f"q{number}", kind, attitude, False, content, (), (), speaker, "gold", 1.0)
