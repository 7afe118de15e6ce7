"""Names of short tagged texts, and which of them name the same, in a form for readers.

``python tests/tagged.py`` prints ``tests/golden/names.txt`` anew; read the differences before you keep them. A line of
that file that does not start with a space is a text: words parted by spaces, ``word/TAG`` where the tag is not the
usual one, ``word/TAG/nsubj/+2`` where the tree is not flat (its head is two words on; ``!`` for the first
"said"). There are

- ``ORG[`` ... ``]`` around what the model takes for a body, ``{`` ... ``}`` around a source, ``<`` ... ``>`` around a
  content;
- ``~`` before a word that touches the one before, ``|`` for a line break, ``||`` for the end of a sentence;
- ``…`` for four long words in lower case: a sentence without is soon taken for a headline.

Each line below it is a name: its words; what the model says; its key where that is not its words; titles, gender, the
given surname and what else is known; then the number of who or what bears it, with the kind, the gender, what it may be
called, its classes; where it stands first, the rules that have voted on what it names or changed that (type-…).

A line with ``?`` is known to be wrong.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from itertools import pairwise, zip_longest
from pathlib import Path

from attrs import evolve

from quoteattr.attribute.attribution import Attribution
from quoteattr.coreference.context import Context
from quoteattr.coreference.engine import Introduced, introduce, resolve_anaphora
from quoteattr.coreference.entities import Entities, MentionType
from quoteattr.coreference.entities import Entity as EntityOfArticle
from quoteattr.coreference.gazetteer import gazetteer
from quoteattr.coreference.mentions.names import Name, find_names
from quoteattr.coreference.sieves.names import link_names
from quoteattr.coreference.typing.kinds import verdicts
from quoteattr.marks import scan
from quoteattr.records import Attitude, QuoteKind
from quoteattr.syntax import Entity, Parse, Range

FILE = Path(__file__).parent / "golden" / "names.txt"
_USUAL = {
    **dict.fromkeys(("the", "a", "an", "this", "no", "another"), "DT"),
    **dict.fromkeys(("of", "for", "on", "in", "at", "by", "with", "from", "beyond", "unlike", "like"), "IN"),
    **dict.fromkeys(("and", "or", "but", "&"), "CC"),
    **dict.fromkeys(("said", "met", "left", "won", "read", "spoke", "wrote"), "VBD"),
    **dict.fromkeys(("he", "she", "it", "they"), "PRP"),
    **dict.fromkeys(("his", "her", "their"), "PRP$"),
    "'s": "POS",
    "’s": "POS",
    "-": "HYPH",
    "is": "VBZ",
    "who": "WP",
    "to": "TO",
}
_BEFORE_NOUN = {
    **dict.fromkeys(("NN", "NNS", "NNP", "NNPS"), "compound"),
    "DT": "det",
    "JJ": "amod",
    "CD": "nummod",
    "PRP$": "poss",
}
_FILLER = " ".join(f"{word}/RB" for word in ("yesterday", "quietly", "afterwards", "altogether"))
_PART = re.compile(r"([A-Z_]+\[)?(.*?)(\]?)$")


def tagged(line: str) -> tuple[Parse, list[Range], list[Range]]:
    """The parse of a tagged text, its sources and contents."""
    text, all_words, tags, starts, entities, ends, opened = "", [], [], [], [], [0], (0, "")
    marked: dict[str, list[Range]] = {"}": [], ">": []}
    begin: list[int] = []
    deps: list[str] = []
    heads: list[int | None] = []
    for part in line.replace("…", _FILLER).split():
        if part == "||":
            ends.append(len(all_words))
            continue
        if part in ("{", "<"):
            begin.append(len(all_words))
            continue
        if part in marked:
            marked[part].append((begin.pop(), len(all_words)))
            continue
        entity, word, closed = _PART.match(part).groups()  # type: ignore[union-attr]
        glued = word[:1] == "~" and len(word) > 1
        word, tag, dep, step = [*(word[glued:].split("/") if len(word) > 1 + glued else [word[glued:]]), *[""] * 3][:4]
        if word == "|":
            word = "\n"
        if text and not glued and word != "\n" and text[-1] != "\n":
            text += " "
        if entity:
            opened = len(all_words), entity[:-1]
        starts.append(len(text))
        text += word
        all_words.append(word)
        tags.append(tag or _tag(word))
        deps.append(dep or "dep")
        heads.append(None if step == "!" else max(0, len(heads) + int(step or 0)))
        if closed:
            entities.append(Entity(opened[0], len(all_words), opened[1]))
    sentences = [(start, end) for start, end in zip(ends, [*ends[1:], len(all_words)], strict=True) if start < end]
    size = len(all_words)
    said = all_words.index("said") if None in heads else -1
    edges = [0, *(number + 1 for number, word in enumerate(all_words) if word == "\n"), size]
    parse = Parse(
        text=text,
        starts=starts,
        ends=[start + len(word) for start, word in zip(starts, all_words, strict=True)],
        words=all_words,
        tags=tags,
        deps=deps,
        heads=[said if head is None else min(head, size - 1) for head in heads],
        entities=tuple(entities),
        sentences=sentences,
        paragraphs=[(start, end) for start, end in pairwise(edges) if start < end],
        regions=scan(text).regions,
    )
    return parse, marked["}"], marked[">"]


def _grown(parse: Parse, sources: list[Range]) -> Parse:
    """The same with what stands before a noun hung on it, and the rest of a source on its subject, if nothing tells."""
    deps, heads = list(parse.deps), list(parse.heads)
    for token, tag in enumerate(parse.tags):
        if deps[token] != "dep" or tag not in _BEFORE_NOUN:
            continue
        end = token
        while end < len(parse) and parse.tags[end] in _BEFORE_NOUN:
            end += 1
        head = next((one for one in range(end - 1, token, -1) if parse.tags[one][:2] == "NN"), -1)
        if head >= 0:
            deps[token], heads[token] = _BEFORE_NOUN[tag], head
    for start, end in sources:
        subject = next((token for token in range(start, end) if deps[token] == "nsubj"), -1)
        for token in range(start, end):
            if subject >= 0 and deps[token] == "dep" and heads[token] == token:
                heads[token] = subject
    return evolve(parse, deps=deps, heads=heads)


def introduced(line: str) -> Introduced:
    """A tagged text whose names, and the descriptions beside them, have their entities."""
    parse, sources, contents = tagged(line)
    said = [said_in(parse, content, source) for source, content in zip_longest(sources, contents)]
    return introduce(_grown(parse, sources), said, gazetteer())


def meant(line: str, nouns: Mapping[str, str] | None = None, **served: str) -> str:
    """Whom the last description of a line stands for, and by which rule; "-" where no rule has spoken.

    Args:
        line: A tagged text.
        nouns: By which nouns somebody may be called from the beginning, by name.
        served: The organisations that somebody stands for, by name.
    """
    article = introduced(line)
    context, named = article.context, bearers(article.context)
    for name, told in (nouns or {}).items():
        traits = named[name].traits
        context.entities.teach(named[name], evolve(traits, nouns=traits.nouns | set(told.split())))
    tied = {named[name]: tuple(named[one] for one in told.split()) for name, told in served.items()}
    context = resolve_anaphora(article, tied).context
    last = [one for one in context.document.mentions if one.type is MentionType.DESCRIPTION][-1]
    link = context.entities.link_of(last)
    return f"{called(context, link.entity)} | {link.rule}" if link is not None else "-"


def bearers(context: Context) -> dict[str, EntityOfArticle]:
    """Who or what bears each name, by the first form of it."""
    names = (one for one in context.document.mentions if one.type is MentionType.NAME)
    return {called(context, entity): entity for entity in map(context.entities.of, names)}


def called(context: Context, entity: EntityOfArticle) -> str:
    """The first name of an entity, the names of several, or the words of its first mention in brackets."""
    parse = context.parse
    if entity.parts:
        return " and ".join(called(context, part) for part in entity.parts)
    if entity.names:
        return parse.words_of(entity.names[0])
    first = min((one.start, one.end) for one in entity.mentions)
    return f"({' '.join(parse.words[slice(*first)])})"


def said_in(parse: Parse, content: Range | None, source: Range) -> Attribution:
    """An attribution; its cue is the first verb between source and content, or right behind the source."""
    content = content or (source[1], source[1])
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


def _tag(word: str) -> str:
    usual = _USUAL.get(word.lower())
    if usual or not word[:1].isalnum():
        return usual or ("" if word == "\n" else word)
    return "NNP" if word[0].isupper() else "CD" if word[0].isdigit() else "NN"


def shown(line: str) -> list[str]:
    """The names of a tagged text, one a line."""
    (parse, sources, _), lists = tagged(line), gazetteer()
    names = find_names(parse, lists, sources)
    told = verdicts(parse, names, lists, {token for source in sources for token in range(*source)})
    kinds = {key: verdict.kind for key, verdict in told.items()}
    entities = Entities()
    bearer = {mention.start: entities.of(mention) for mention in link_names(parse, names, kinds, lists, entities)}
    numbers: dict[int, int] = {}
    out = []
    for name in names:
        entity = bearer.get(name.start)
        votes = ", ".join(one.removeprefix("type-") for one in told.pop(name.key).rules) if name.key in told else ""
        parts = [parse.words_of((name.start, name.end)), name.label or "-", *_known(parse, name)]
        if entity is None:
            out.append(" | ".join([*parts, f"no bearer: {kinds[name.key].value}", *filter(None, [votes])]))
            continue
        new = id(entity) not in numbers
        number = numbers.setdefault(id(entity), len(numbers) + 1)
        if new:
            traits = entity.traits
            known = [
                "place" if traits.place else traits.kind.value,
                traits.gender + ("?" if traits.gender and traits.presumed else ""),
                f"lean {traits.lean}" if traits.lean != 50 else "",
                "called " + ", ".join(sorted(traits.nouns)) if traits.nouns else "",
                "a " + ", ".join(sorted(traits.classes)) if traits.classes else "",
                f"of {numbers.get(id(entity.owner), 'others')}" if entity.owner else "",
                "guessed" if traits.guessed else "",
                f"by {numbers.get(id(entity.maker), 'others')}" if entity.maker else "",
                f"{len(entity.parts)} of them" if entity.parts else "",
                "named " + " / ".join(parse.words_of(tokens) for tokens in entity.names),
                "apart" if entity.apart else "",
            ]
            parts.append(f"{number} is " + "; ".join(filter(None, known)))
        else:
            parts.append(str(number))
        out.append(" | ".join([*parts, *filter(None, [votes])]))
    return out


def _known(parse: Parse, name: Name) -> list[str]:
    out = []
    if list(name.key) != parse.lower[name.start : name.end]:
        out.append("key " + " ".join(name.key))
    out += [f"title {title}" for title in name.titles]
    out += [f"gender {name.gender}"] if name.gender else []
    out += ["headline"] if name.headline else []
    out += ["the"] if name.article else []
    out += [f"surname {parse.words_of(name.surname)}"] if name.surname[1] else []
    return out


def cases() -> list[tuple[str, list[str]]]:
    """The texts of the file, and what is expected of each."""
    out: list[tuple[str, list[str]]] = []
    for line in FILE.read_text(encoding="utf-8").splitlines():
        if line[:1] == " ":
            out[-1][1].append(line.strip().removeprefix("? "))
        elif line and line[0] != "#":
            out.append((line, []))
    return out


def main() -> None:
    """Print the file anew; what was marked as wrong and is still there keeps its mark."""
    out: list[str] = []
    wrong: dict[str, set[str]] = {}
    for line in FILE.read_text(encoding="utf-8").splitlines():
        if line[:1] != " ":
            out.append(line)
            wrong.setdefault(line, set())
        elif line.startswith("  ? "):
            wrong[out[-1]].add(line[4:])
    lines, out = out, []
    for line in lines:
        told = shown(line) if line and line[0] != "#" else []
        out += [line, *(f"  ? {name}" if name in wrong[line] else f"  {name}" for name in told)]
    FILE.write_text("\n".join(out) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
