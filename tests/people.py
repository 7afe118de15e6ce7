"""Whole resolutions of small articles in a form for readers: who speaks, and who or what each mention stands for.

``python tests/people.py`` prints the files of ``tests/golden/people`` anew; read the differences before you keep them.
A file has a marked article, a line ``---``, and what is expected of it. In the article ``[[ ]]`` is a source, and
``{{ }}`` the content that it is the source of, in the same order; ``{{+ }}`` goes on with the one before, ``{{- }}``
has neither source nor cue. Below the line there are:

- a line for each attribution: name or (description) | kind | role | organisation | the rules from source to speaker;
- a line for each person, body or document that is named, speaks or is mentioned twice: its name or first words, its
  kind and the gender that is known, by what it may be called, the classes of a body; then all its mentions, each with
  the number of its sentence, ``~`` before pronouns and ``=`` before descriptions, and the rule that has linked these;
- a line for the pronouns of the third person that stand for nobody.

The files of ``tests/golden/small`` have an article on each line that does not start with a space, ``|`` for the ends of
paragraphs, and below it the same.

A line that starts with ``?`` is known to be wrong: no careful reader says so.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pipelines
from attrs import evolve

from quoteattr.attribute.attribution import Attribution
from quoteattr.coreference.entities import Entity, Mention, MentionType
from quoteattr.records import Attitude, QuoteKind
from quoteattr.resolution import Resolution, Resolved, records, resolved
from quoteattr.speaker_records import best_name, phrase_text
from quoteattr.syntax import Parse, Range
from quoteattr.syntax.reader import read

if TYPE_CHECKING:
    pass

FOLDER = Path(__file__).parent / "golden" / "people"
SMALL = FOLDER.parent / "small"
RULE = "\n---\n"
_MARK = re.compile(r"\[\[|\]\]|\{\{[+-]?|\}\}")
_MARKS = {MentionType.NAME: "", MentionType.PRONOUN: "~", MentionType.DESCRIPTION: "="}


def marked(articles: list[str]) -> list[tuple[Parse, list[Attribution]]]:
    """The parses of marked articles, and their attributions."""
    plain = [_plain(article) for article in articles]
    parses = read(pipelines.plain(), [text for text, _, _ in plain], engine=pipelines.engine())
    return [(parse, _said(parse, *spans)) for parse, (_, *spans) in zip(parses, plain, strict=True)]


_Contents = list[tuple[int, int, str]]


def _plain(article: str) -> tuple[str, list[tuple[int, int]], _Contents]:
    """The text of a marked article, its sources and contents."""
    text, last, opened = "", 0, []
    sources: list[tuple[int, int]] = []
    contents: _Contents = []
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
    return text + article[last:], sources, contents


def _said(parse: Parse, sources: list[tuple[int, int]], contents: _Contents) -> list[Attribution]:
    own = iter(sources)
    found: list[Attribution] = []
    for start, end, how in contents:
        content = parse.tokens_between(start, end)
        one = said_in(parse, content, parse.tokens_between(*next(own)) if not how else (0, 0))
        if how:
            one = evolve(one, source=(), cue=(), keeps=len(found) - 1 if how == "+" else None)
        found.append(one)
    return found


def said_in(parse: Parse, content: Range, source: Range) -> Attribution:
    """An attribution; its cue is the first verb between source and content, or right behind the source."""
    between = range(min(source[1], content[1]), max(source[0], content[0]))
    cue = next((token for token in (*between, source[1]) if token < len(parse) and parse.tags[token][:2] == "VB"), -1)
    inside = parse.lower[slice(*content)]
    mixed = QuoteKind.MIXED if "“" in inside else QuoteKind.INDIRECT
    return Attribution(
        content=(content,),
        cue=((cue, cue + 1),) if cue >= 0 else (),
        source=(source,),
        kind=QuoteKind.DIRECT if inside[:1] == ["“"] else mixed,
        attitude=Attitude.ASSERTION,
        negated=False,
        rule="test",
        confidence=1.0,
    )


def speakers(resolution: Resolution) -> list[str]:
    """Each attribution's speaker as one line: name or (description), kind, role, organisation."""
    lines = []
    for speaker, rules in zip(resolution.speaker_of, resolution.rules_of, strict=True):
        if speaker is None:
            lines.append("-")
            continue
        body = speaker.organisation
        parts = [speaker.name or f"({speaker.description})", speaker.kind.value, speaker.role or "-"]
        parts.append(body.name + "".join(f", {form}" for form in body.aliases) if body else "-")
        lines.append(" | ".join([*parts, ", ".join(rules) or "-"]))
    return lines


def everybody(article: Resolved) -> list[str]:
    """A line for each entity that is named, speaks or is mentioned twice; and one for pronouns of nobody."""
    parse, entities = article.context.parse, article.context.entities
    speaking = {voice.entity for voice in article.voices}

    def where(mention: Mention) -> str:
        number = parse.sentence_of[mention.head] + 1
        link = entities.link_of(mention) if mention.type is not MentionType.NAME else None
        told = f" {link.rule}" if link is not None else ""
        return f"{_MARKS[mention.type]}{phrase_text(parse, (mention.start, mention.end))} {number}{told}"

    of: dict[Entity, list[Mention]] = {}
    nobody = []
    for mention in sorted(article.context.document.mentions, key=lambda mention: (mention.start, mention.end)):
        entity = entities.of(mention)
        if mention.type is MentionType.PRONOUN and entities.is_open(mention) and entity not in speaking:
            nobody.append(where(mention))
        else:
            of.setdefault(entity, []).append(mention)
    lines = []
    for entity, mentions in of.items():
        if not (best_name(parse, entity) or len(mentions) > 1 or entity in speaking):
            continue
        traits = entity.traits
        name = best_name(parse, entity) or phrase_text(parse, (mentions[0].start, mentions[0].end))
        kind = "place" if traits.place else traits.kind.value + (f" {traits.gender}" if traits.gender else "")
        told = [kind, *filter(None, (", ".join(sorted(traits.nouns)), ", ".join(sorted(traits.classes))))]
        lines.append(f"{name} ({' | '.join(told)}): {', '.join(map(where, mentions))}")
    return [*lines, f"nobody: {', '.join(nobody)}"] if nobody else lines


def shown(parse: Parse, attributions: list[Attribution]) -> list[str]:
    """What resolution says of an article."""
    article = resolved(parse, attributions)
    return [*speakers(records(article, range(len(attributions)))), *everybody(article)]


def told() -> list[tuple[str, str, list[str]]]:
    """The marked articles of all files: a name for each, the article, the lines that are expected of it."""
    out = []
    for path in sorted(FOLDER.glob("*.txt")):
        article, _, expected = path.read_text(encoding="utf-8").partition(RULE)
        out.append((path.stem, article, expected.splitlines()))
    for path in sorted(SMALL.glob("*.txt")):
        for line in path.read_text(encoding="utf-8").splitlines():
            if line[:1] == " ":
                out[-1][2].append(line.strip())
            elif line and line[0] != "#":
                out.append((f"{path.stem}-{len(out)}", line.replace(" | ", "\n\n"), []))
    return [(name, article, [line.removeprefix("? ") for line in lines]) for name, article, lines in out]


def main() -> None:
    """Print the files anew; a line that was marked as wrong and is still there keeps its mark."""
    articles = [article for _, article, _ in told()]
    lines = {article: shown(*one) for article, one in zip(articles, marked(articles), strict=True)}

    def again(article: str, old: list[str], indent: str = "") -> str:
        wrong = {line.strip() for line in old if line.strip().startswith("? ")}
        return "\n".join(indent + (f"? {line}" if f"? {line}" in wrong else line) for line in lines[article])

    for path in sorted(FOLDER.glob("*.txt")):
        article, _, expected = path.read_text(encoding="utf-8").partition(RULE)
        path.write_text(article + RULE + again(article, expected.splitlines()) + "\n", encoding="utf-8")
    for path in sorted(SMALL.glob("*.txt")):
        out: list[str] = []
        below: dict[str, list[str]] = {}
        for line in path.read_text(encoding="utf-8").splitlines():
            if line[:1] == " ":
                below[out[-1]].append(line)
            else:
                out.append(line)
                below[line] = []
        rest = ((line, below[line]) for line in out)
        text = [
            f"{line}\n{again(line.replace(' | ', chr(10) * 2), old, '  ')}" if line[:1] not in ("", "#") else line
            for line, old in rest
        ]
        path.write_text("\n".join(text) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
