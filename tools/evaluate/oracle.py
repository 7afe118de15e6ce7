"""Resolution alone: the speakers that it finds where content, cue and source are those of the gold."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence

from attrs import evolve
from tqdm import tqdm

from quoteattr.attribute.attribution import Attribution
from quoteattr.models import Model
from quoteattr.records import Attitude, Speaker
from quoteattr.resolution import records, resolved
from quoteattr.scoring.annotation import Annotation, Document, Offsets
from quoteattr.scoring.words import Words
from quoteattr.settings import Settings
from quoteattr.syntax import Parse, Range

__all__ = ["resolve_gold"]


def resolve_gold(documents: Sequence[Document], without: Collection[str] = ()) -> dict[str, tuple[Annotation, ...]]:
    """The gold annotations of ``documents`` with the speakers that resolution finds for them, by their names.

    So the figures show what resolution does when content, cue and source are all right.

    Args:
        documents: The articles.
        without: Ids of rules that are switched off.

    Raises:
        SettingError: One of these is not the id of a rule that can be switched off.
    """
    without = Settings(without=without).without
    model = Model()
    out = {}
    for document in tqdm(documents, unit="article", disable=None):
        (parse,) = model.parse([document.text])
        out[document.name] = tuple(_resolve(parse, document.gold, without))
    return out


def _resolve(parse: Parse, gold: Sequence[Annotation], without: Collection[str]) -> Iterator[Annotation]:
    words = Words(parse.text)
    in_order = sorted(gold, key=lambda annotation: annotation.content)
    pairs = [(annotation, _attribution(parse, words, annotation)) for annotation in in_order]
    known = [(annotation, attribution) for annotation, attribution in pairs if attribution is not None]
    article = resolved(parse, [attribution for _, attribution in known], without=without)
    made = records(article, range(len(known)))
    for (annotation, _), speaker, rules in zip(known, made.speaker_of, made.rules_of, strict=True):
        yield _with_speaker(annotation, speaker, rules)


def _with_speaker(annotation: Annotation, speaker: Speaker | None, rules: tuple[str, ...]) -> Annotation:
    organisation = speaker.organisation if speaker else None
    return evolve(
        annotation,
        speaker=speaker.name if speaker else None,
        description=speaker.description if speaker else None,
        type=speaker.kind.value if speaker else None,
        organisation=organisation.name if organisation else None,
        speaker_rules=rules,
        organisation_rule=speaker.organisation_rule if speaker else None,
    )


def _attribution(parse: Parse, words: Words, annotation: Annotation) -> Attribution | None:
    """The annotation as token ranges; ``None`` if its content has no token."""
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
