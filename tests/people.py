"""Whole resolutions of small articles in a form for readers: who speaks, and who or what each mention stands for.

``python tests/people.py`` prints the files of ``tests/golden/people`` anew; read the differences before you keep them.
A file has a marked article, a line ``---``, and what is expected of it. In the article ``[[ ]]`` is a source, and
``{{ }}`` the content that it is the source of, in the same order; ``{{+ }}`` goes on with the one before, and ``{{- }}``
has neither source nor cue. Below the line there are:

- a line for each attribution: name or (description) | kind | role | organisation;
- a line for each person, body or document that is named, speaks or is mentioned twice: its name or first words, its
  kind and the gender that is known, by what it may be called, the classes of a body; then all its mentions, each with
  the number of its sentence, ``~`` before pronouns and ``=`` before descriptions;
- a line for the pronouns of the third person that stand for nobody.

A line that starts with ``?`` is known to be wrong: no careful reader says so.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING
from unittest import mock

from quoteattr.attribute.attribution import Attribution
from quoteattr.records import Attitude, QuoteKind
from quoteattr.resolve import Resolution, resolve, resolver
from quoteattr.resolve.entities import Entity, Mention, MentionType
from quoteattr.resolve.speakers import Records, best_name, phrase_text
from quoteattr.syntax import Parse, Range
from quoteattr.syntax.reader import read

if TYPE_CHECKING:
    from spacy.language import Language

FOLDER = Path(__file__).parent / "golden" / "people"
RULE = "\n---\n"
_MARK = re.compile(r"\[\[|\]\]|\{\{[+-]?|\}\}")
_MARKS = {MentionType.NAME: "", MentionType.PRONOUN: "~", MentionType.DESCRIPTION: "="}


def marked(nlp: Language, article: str) -> tuple[Parse, list[Attribution]]:
    """The parse of a marked article, and its attributions."""
    text, last, opened = "", 0, []
    sources: list[tuple[int, int]] = []
    contents: list[tuple[int, int, str]] = []
    for mark in _MARK.finditer(article):
        text += article[last : mark.start()]
        last = mark.end()
        if mark.group() in ("]]", "}}"):
            how, start = opened.pop()
            if mark.group() == "]]":
                sources.append((start, len(text)))
            else:
                contents.append((start, len(text), how))
        else:
            opened.append((mark.group()[2:], len(text)))
    text += article[last:]
    parse = next(iter(read(nlp, [text])))
    own = iter(sources)
    found: list[Attribution] = []
    for start, end, how in contents:
        content = parse.tokens_between(start, end)
        source = () if how else (parse.tokens_between(*next(own)),)
        quoted = "“" in text[start:end]
        found.append(
            Attribution(
                content=(content,),
                cue=_cue(parse, source[0], content) if source else (),
                source=source,
                kind=(QuoteKind.DIRECT if text[start] == "“" else QuoteKind.MIXED) if quoted else QuoteKind.INDIRECT,
                attitude=Attitude.ASSERTION,
                negated=False,
                rule="test",
                confidence=1.0,
                keeps=len(found) - 1 if how == "+" else None,
            )
        )
    return parse, found


def _cue(parse: Parse, source: Range, content: Range) -> tuple[Range, ...]:
    """The first verb between source and content, or right behind the source."""
    between = range(min(source[1], content[1]), max(source[0], content[0]))
    found = (token for token in (*between, source[1]) if token < len(parse) and parse.tags[token][:2] == "VB")
    return tuple((token, token + 1) for token in found)[:1]


def speakers(resolution: Resolution) -> list[str]:
    """Each attribution's speaker as one line: name or (description), kind, role, organisation."""
    lines = []
    for speaker in resolution.speaker_of:
        if speaker is None:
            lines.append("-")
            continue
        body = speaker.organisation
        parts = [speaker.name or f"({speaker.description})", speaker.kind.value, speaker.role or "-"]
        lines.append(" | ".join([*parts, body.name + "".join(f", {form}" for form in body.aliases) if body else "-"]))
    return lines


def everybody(parse: Parse, mentions: list[Mention], speaking: set[int]) -> list[str]:
    """A line for each entity that is named, speaks or is mentioned twice; and one for pronouns of nobody."""

    def where(mention: Mention) -> str:
        number = parse.sentence_of[mention.head] + 1
        return f"{_MARKS[mention.type]}{phrase_text(parse, (mention.start, mention.end))} {number}"

    entities: dict[int, Entity] = {}
    of: dict[int, list[Mention]] = {}
    nobody = []
    for mention in sorted(mentions, key=lambda mention: (mention.start, mention.end)):
        if mention.entity is None:
            nobody.append(where(mention))
            continue
        entities.setdefault(id(mention.entity), mention.entity)
        of.setdefault(id(mention.entity), []).append(mention)
    lines = []
    for number, entity in entities.items():
        if not (best_name(parse, entity) or len(of[number]) > 1 or number in speaking):
            continue
        name = best_name(parse, entity) or phrase_text(parse, (of[number][0].start, of[number][0].end))
        kind = "place" if entity.place else entity.kind.value + (f" {entity.gender}" if entity.gender else "")
        told = [kind, *filter(None, (", ".join(sorted(entity.nouns)), ", ".join(sorted(entity.classes))))]
        lines.append(f"{name} ({' | '.join(told)}): {', '.join(map(where, of[number]))}")
    return [*lines, f"nobody: {', '.join(nobody)}"] if nobody else lines


def shown(parse: Parse, attributions: list[Attribution]) -> list[str]:
    """What resolution says of an article."""
    seen: list[tuple[Records, set[int]]] = []

    class Kept(Records):
        def make(self, entities):  # type: ignore[no-untyped-def]
            seen.append((self, {id(entity) for entity in entities}))
            return super().make(entities)

    with mock.patch.object(resolver, "Records", Kept):
        resolution = resolve(parse, attributions)
    (records, speaking), *_ = seen
    return [*speakers(resolution), *everybody(parse, records.discourse.mentions, speaking)]


def told(path: Path) -> tuple[str, list[str]]:
    """The marked article of a file, and the lines that are expected of it."""
    article, _, expected = path.read_text(encoding="utf-8").partition(RULE)
    return article, [line.removeprefix("? ") for line in expected.splitlines()]


def main() -> None:
    """Print the files anew; a line that was marked as wrong and is still there keeps its mark."""
    import spacy

    from quoteattr.models import DEFAULT, EXCLUDED

    nlp = spacy.load(DEFAULT, exclude=EXCLUDED)
    for path in sorted(FOLDER.glob("*.txt")):
        article, _, old = path.read_text(encoding="utf-8").partition(RULE)
        article = article.rstrip("\n")
        wrong = {line for line in old.splitlines() if line.startswith("? ")}
        lines = shown(*marked(nlp, article))
        new = [f"? {line}" if f"? {line}" in wrong else line for line in lines]
        path.write_text(article + RULE + "\n".join(new) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
