"""Golden articles of resolution: what they say of each bearer of a name and of each speaker, written for readers.

A file of ``tests/golden/affiliations`` has articles, one after another::

    == what it is about
    [[Jane Smith, director of Acme Films,]] said {{it rained}}. [[She]] left.
    --
    1, 2: Jane Smith | person | director | Acme Films
    Jane Smith: person f; director; for Acme Films (role-apposition-behind); named Jane Smith; she She

``[[ ]]`` marks a source and ``{{ }}`` the content that it is the source of, in the same order. Below the line stands
who said which contents, as the record has it (name, kind, role, organisation), then everybody and everything named or
speaking: its kind, the gender by which antecedents are ruled out, the role, the organisations from the surest to the
least sure (with the rules that say so), where it is mentioned by name, by pronoun and by description. ``nobody`` are
the names that name neither people nor organisations.

``python tests/golden_affiliations.py [WORD]`` prints the answers of files with this word in their name that have
changed; with ``--write`` they are written anew, and are to be read one by one.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from attrs import frozen
from pipelines import engine, plain

from quoteattr.attribute.attribution import Attribution
from quoteattr.coreference.entities import Entity, Mention, MentionType
from quoteattr.coreference.mentions.names import find_names
from quoteattr.records import Attitude, QuoteKind, Span, Speaker
from quoteattr.resolution import Resolved, records, resolved
from quoteattr.speaker_records import best_name, phrase_text
from quoteattr.syntax.reader import read

if TYPE_CHECKING:
    from quoteattr.resolution import Resolution

FOLDER = Path(__file__).parent / "golden" / "affiliations"
MARK = re.compile(r"\[\[|\]\]|\{\{|\}\}")
SHOWN = {MentionType.NAME: "named", MentionType.PRONOUN: "she", MentionType.DESCRIPTION: "called"}


@frozen
class Golden:
    """One article of a file.

    Attributes:
        title: What it is about.
        marked: Its text with marks.
        answer: The lines below it.
    """

    title: str
    marked: str
    answer: tuple[str, ...]


def goldens(file: Path) -> list[Golden]:
    """The articles of a file."""
    out = []
    for part in re.split(r"^== ", file.read_text(encoding="utf-8"), flags=re.MULTILINE)[1:]:
        head, _, answer = part.partition("\n--\n")
        title, _, marked = head.partition("\n")
        out.append(Golden(title, marked.rstrip("\n"), tuple(answer.rstrip("\n").splitlines())))
    return out


def unmarked(marked: str) -> tuple[str, list[tuple[int, ...]]]:
    """A text without its marks; start and end of each source, start and end of its content."""
    text, last = "", 0
    offsets: dict[str, list[int]] = {"[[": [], "]]": [], "{{": [], "}}": []}
    for mark in MARK.finditer(marked):
        text += marked[last : mark.start()]
        offsets[mark.group()].append(len(text))
        last = mark.end()
    if len({len(found) for found in offsets.values()}) > 1:
        raise ValueError(f"marks without others: {marked}")
    return text + marked[last:], list(zip(*offsets.values(), strict=True))


def answers(articles: Iterable[Golden]) -> Iterator[tuple[str, ...]]:
    """The answer to each article, as it is now."""
    texts = [unmarked(article.marked) for article in articles]
    parses = read(plain(), [text for text, _ in texts], engine=engine())
    for parse, (text, places) in zip(parses, texts, strict=True):
        attributions = []
        for source_start, source_end, start, end in places:
            attributions.append(
                Attribution(
                    content=(parse.tokens_between(start, end),),
                    cue=(),
                    source=(parse.tokens_between(source_start, source_end),),
                    kind=QuoteKind.DIRECT if text[start] in '“"' else QuoteKind.INDIRECT,
                    attitude=Attitude.ASSERTION,
                    negated=False,
                    rule="test",
                    confidence=1.0,
                )
            )
        yield tuple(_shown(resolved(parse, attributions)))


def _shown(article: Resolved) -> Iterator[str]:
    made = records(article, range(len(article.voices)))
    yield from _said(made)
    speaking = {speaker.mentions: speaker for speaker in made.speakers if speaker.mentions}
    context = article.context
    for entity in dict.fromkeys(map(context.entities.of, context.document.mentions)):
        speaker = speaking.get(_spans(article, entity))
        if speaker is not None or (entity.names and not entity.traits.place):
            yield _line(article, entity, _called(speaker) if speaker is not None else best_name(context.parse, entity))
    for organisation in made.organisations:
        if organisation.aliases:
            yield f"{organisation.name}: also {'; '.join(organisation.aliases)}"
    named = {mention.start for mention in context.document.mentions if mention.type is MentionType.NAME}
    sources = [tokens for attribution in context.document.attributions for tokens in attribution.source]
    names = find_names(context.parse, context.gazetteer, sources)
    others = [phrase_text(context.parse, (name.start, name.end)) for name in names if name.start not in named]
    if others:
        yield f"nobody: {'; '.join(others)}"


def _said(made: Resolution) -> Iterator[str]:
    for speaker in dict.fromkeys(made.speaker_of):
        said = ", ".join(str(number) for number, one in enumerate(made.speaker_of, 1) if one is speaker)
        if speaker is None:
            yield f"{said}: -"
            continue
        organisation = speaker.organisation.name if speaker.organisation is not None else "-"
        yield f"{said}: {_called(speaker)} | {speaker.kind.value} | {speaker.role or '-'} | {organisation}"


def _called(speaker: Speaker) -> str:
    return speaker.name or f"({speaker.description or 'unnamed'})"


def _ranges(article: Resolved, entity: Entity) -> list[Mention]:
    together = [voice.mention for voice in article.voices if voice.entity is entity and voice.mention is not None]
    return sorted({(one.start, one.end): one for one in (*entity.mentions, *together)}.values(), key=_place)


def _place(mention: Mention) -> tuple[int, int]:
    return mention.start, mention.end


def _spans(article: Resolved, entity: Entity) -> tuple[Span, ...]:
    parse = article.context.parse
    ranges = sorted(set(map(_place, _ranges(article, entity))))
    return tuple(Span.of(parse.text, *parse.characters(tokens)) for tokens in ranges)


def _line(article: Resolved, entity: Entity, name: str | None) -> str:
    """One entity as one line."""
    parse, traits = article.context.parse, entity.traits
    place = "place " if traits.place else ""
    parts = [f"{place}{entity.kind.value} {traits.gender if entity.is_person else ''}".rstrip()]
    parts += [article.roles[entity]] if entity in article.roles else []
    for one in article.affiliations.of(entity):
        organisation = best_name(parse, one.organisation) or " ".join(sorted(one.organisation.traits.nouns))
        parts.append(f"for {organisation} ({one.rule})")
    if traits.homes:
        parts.append(f"from {', '.join(sorted(traits.homes))}")
    for kind, word in SHOWN.items():
        found = [mention for mention in _ranges(article, entity) if mention.type is kind]
        if found:
            parts.append(f"{word} {', '.join(phrase_text(parse, _place(mention)) for mention in found)}")
    return f"{name}: {'; '.join(parts)}"


def main(arguments: list[str]) -> None:
    """Print or write the answers that have changed."""
    word = next((one for one in arguments if not one.startswith("-")), "")
    for file in sorted(FOLDER.glob(f"*{word}*.txt" if word else "*.txt")):
        articles = goldens(file)
        found = list(answers(articles))
        for article, answer in zip(articles, found, strict=True):
            if answer != article.answer:
                print(f"== {article.title}", article.marked, "--", *answer, "", sep="\n")
        if "--write" in arguments:
            parts = [
                "\n".join((f"== {article.title}", article.marked, "--", *answer))
                for article, answer in zip(articles, found, strict=True)
            ]
            file.write_text("\n\n".join(parts) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
