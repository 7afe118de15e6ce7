"""What the library says about articles: all of it, or resolution alone on gold spans. Only this module needs spaCy."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Protocol

from attrs import evolve
from tqdm import tqdm

from quoteattr.evaluation.annotation import Annotation, Document, Offsets
from quoteattr.evaluation.words import Words
from quoteattr.records import Article, Attitude, Speaker

if TYPE_CHECKING:
    from quoteattr.attribute.attribution import Attribution
    from quoteattr.syntax import Parse, Range

__all__ = ["Pipes", "extract", "resolve_gold"]


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
) -> dict[str, tuple[Annotation, ...]]:
    """The quotes of ``documents`` by their names, with a progress bar on a terminal.

    Args:
        documents: The articles; their gold is not looked at.
        extractor: The default is one with these settings:
        min_confidence: The least confidence.
        attitudes: Those of indirect speech; ``None`` for those that come back unless others are asked for.
    """
    if extractor is None:
        from quoteattr.extractor import Extractor

        extractor = Extractor(attitudes=attitudes, min_confidence=min_confidence)
    articles = extractor.pipe(document.text for document in documents)
    with tqdm(articles, total=len(documents), unit="article", disable=None) as progress:
        return {
            document.name: tuple(Annotation.of_quote(quote) for quote in article.quotes)
            for document, article in zip(documents, progress, strict=True)
        }


def resolve_gold(
    documents: Sequence[Document], gold: Mapping[str, Sequence[Annotation]]
) -> dict[str, tuple[Annotation, ...]]:
    """The gold annotations of ``documents`` with the speakers that resolution finds for them.

    So the figures show what resolution does when content, cue and source are all right.
    """
    from quoteattr.models import Model

    model = Model()
    out = {}
    for document in tqdm(documents, unit="article", disable=None):
        (parse,) = model.parse([document.text])
        out[document.name] = tuple(_resolve(parse, gold[document.name]))
    return out


def _resolve(parse: Parse, gold: Sequence[Annotation]) -> Iterator[Annotation]:
    from quoteattr.resolution import resolve

    words = Words(parse.text)
    in_order = sorted(gold, key=lambda annotation: annotation.content)
    pairs = [(annotation, _attribution(parse, words, annotation)) for annotation in in_order]
    known = [(annotation, attribution) for annotation, attribution in pairs if attribution is not None]
    speakers = resolve(parse, [attribution for _, attribution in known]).speaker_of
    for (annotation, _), speaker in zip(known, speakers, strict=True):
        yield _with_speaker(annotation, speaker)


def _with_speaker(annotation: Annotation, speaker: Speaker | None) -> Annotation:
    organisation = speaker.organisation if speaker else None
    return evolve(
        annotation,
        speaker=speaker.name if speaker else None,
        description=speaker.description if speaker else None,
        type=speaker.kind.value if speaker else None,
        organisation=organisation.name if organisation else None,
    )


def _attribution(parse: Parse, words: Words, annotation: Annotation) -> Attribution | None:
    """The annotation as token ranges; ``None`` if its content has no token."""
    from quoteattr.attribute.attribution import Attribution

    content = _tokens(parse, annotation.content)
    if not content:
        return None
    cue = _tokens(parse, annotation.cue)
    return Attribution(
        content=content,
        cue=cue,
        source=_tokens(parse, annotation.source),
        kind=words.kind(words.of(annotation.content)),
        attitude=annotation.attitude or Attitude.ASSERTION,
        negated=False,
        rule="gold",
        confidence=1.0,
        cue_head=_head(parse, cue),
    )


def _tokens(parse: Parse, parts: Iterable[Offsets]) -> tuple[Range, ...]:
    ranges = sorted(parse.tokens_between(start, end) for start, end in parts)
    return tuple((first, last) for first, last in ranges if first < last)


def _head(parse: Parse, cue: Sequence[Range]) -> int:
    """The first token of ``cue`` whose head is none of its tokens, or -1."""
    tokens = [token for first, last in cue for token in range(first, last)]
    inside = set(tokens)
    return next((token for token in tokens if parse.heads[token] not in inside or parse.heads[token] == token), -1)
