"""What the library finds in articles. Only this module needs spaCy."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import Protocol

from tqdm import tqdm

from quoteattr.records import Article, Attitude
from quoteattr.scoring.annotation import Annotation, Document

__all__ = ["Pipes", "extract"]


class Pipes(Protocol):
    """What an extractor does here."""

    def pipe(self, texts: Iterable[str]) -> Iterator[Article]:
        """The articles of ``texts``, in order."""
        ...


def extract(
    documents: Sequence[Document],
    extractor: Pipes | None = None,
    min_confidence: float | None = None,
    attitudes: Iterable[Attitude] | None = tuple(Attitude),
    without: Collection[str] = (),
) -> dict[str, tuple[Annotation, ...]]:
    """The quotes of ``documents`` by their names, with a progress bar on a terminal.

    Args:
        documents: The articles; their gold is not looked at.
        extractor: The default is one with these settings:
        min_confidence: The least confidence.
        attitudes: Those of indirect speech; ``None`` for those that come back unless others are asked for.
        without: Ids of rules that are switched off.

    Raises:
        SettingError: One of these is not the id of a rule that can be switched off, or another setting is wrong.
    """
    if extractor is None:
        from quoteattr.extractor import Extractor
        from quoteattr.settings import Settings

        settings = Settings(attitudes=attitudes, min_confidence=min_confidence, without=without)
        extractor = Extractor.of(settings)
    articles = extractor.pipe(document.text for document in documents)
    with tqdm(articles, total=len(documents), unit="article", disable=None) as progress:
        return {
            document.name: tuple(Annotation.of_quote(quote) for quote in article.quotes)
            for document, article in zip(documents, progress, strict=True)
        }
