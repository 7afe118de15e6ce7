"""Names of short tagged texts, and which of them name the same, in a form for readers.

``python tests/tagged.py`` prints ``tests/golden/names.txt`` anew; read the differences before you keep them. A line of
that file that does not start with a space is a text: words parted by spaces, ``word/TAG`` where the tag is not the usual
one, ``ORG[`` ... ``]`` around what the model takes for a body, ``{`` ... ``}`` around a source, ``~`` before a word that touches the one before, ``|``
for a line break, ``||`` for the end of a sentence, ``…`` for four long words in lower case (a sentence without is soon taken for a
headline). Each line below it is a name: its words; what the model says; its
key where that is not its words; titles, gender, the given surname and what else is known; then the number of who or
what bears it, with the kind, the gender, what it may be called, its classes.

A line with ``?`` is known to be wrong.
"""

from __future__ import annotations

import re
from pathlib import Path

from quoteattr.marks import scan
from quoteattr.resolve.clusters import cluster
from quoteattr.resolve.kinds import kinds_of
from quoteattr.resolve.names import Name, find_names
from quoteattr.resolve.words import words
from quoteattr.syntax import Entity, Parse, Range

FILE = Path(__file__).parent / "golden" / "names.txt"
_USUAL = {
    **dict.fromkeys(("the", "a", "an", "this", "no", "another"), "DT"),
    **dict.fromkeys(("of", "for", "on", "in", "at", "by", "with", "from", "beyond", "unlike", "like"), "IN"),
    **dict.fromkeys(("and", "or", "but", "&"), "CC"),
    **dict.fromkeys(("said", "met", "left", "won", "read", "spoke", "wrote"), "VBD"),
    **dict.fromkeys(("he", "she", "it", "they"), "PRP"),
    **dict.fromkeys(("his", "her", "their"), "PRP$"),
    **{"'s": "POS", "’s": "POS", "-": "HYPH", "is": "VBZ", "who": "WP", "to": "TO"},
}
_FILLER = " ".join(f"{word}/RB" for word in ("yesterday", "quietly", "afterwards", "altogether"))
_PART = re.compile(r"([A-Z_]+\[)?(.*?)(\]?)$")


def tagged(line: str) -> tuple[Parse, list[Range]]:
    """The parse of a tagged text, with a flat tree, and its sources."""
    text, all_words, tags, starts, entities, ends, opened = "", [], [], [], [], [0], (0, "")
    sources: list[Range] = []
    begin = 0
    for part in line.replace("…", _FILLER).split():
        if part == "||":
            ends.append(len(all_words))
            continue
        if part == "{":
            begin = len(all_words)
            continue
        if part == "}":
            sources.append((begin, len(all_words)))
            continue
        entity, word, closed = _PART.match(part).groups()  # type: ignore[union-attr]
        glued = word[:1] == "~" and len(word) > 1
        word, _, tag = word[glued:].partition("/") if len(word) > 1 + glued else (word[glued:], "", "")
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
        if closed:
            entities.append(Entity(opened[0], len(all_words), opened[1]))
    sentences = [(start, end) for start, end in zip(ends, [*ends[1:], len(all_words)], strict=True) if start < end]
    size = len(all_words)
    edges = [0, *(number + 1 for number, word in enumerate(all_words) if word == "\n"), size]
    parse = Parse(
        text=text,
        starts=starts,
        ends=[start + len(word) for start, word in zip(starts, all_words, strict=True)],
        words=all_words,
        tags=tags,
        deps=["dep"] * size,
        heads=list(range(size)),
        entities=tuple(entities),
        sentences=sentences,
        paragraphs=[(start, end) for start, end in zip(edges, edges[1:], strict=False) if start < end],
        regions=scan(text).regions,
    )
    return parse, sources


def _tag(word: str) -> str:
    usual = _USUAL.get(word.lower())
    if usual or not word[:1].isalnum():
        return usual or ("" if word == "\n" else word)
    return "NNP" if word[0].isupper() else "CD" if word[0].isdigit() else "NN"


def shown(line: str) -> list[str]:
    """The names of a tagged text, one a line."""
    (parse, sources), lists = tagged(line), words()
    names = find_names(parse, lists, sources)
    kinds = kinds_of(parse, names, lists)
    bearer = {mention.start: mention.entity for mention in cluster(parse, names, kinds, lists)}
    numbers: dict[int, int] = {}
    out = []
    for name in names:
        entity = bearer.get(name.start)
        parts = [parse.words_of((name.start, name.end)), name.label or "-", *_known(parse, name)]
        if entity is None:
            out.append(" | ".join([*parts, f"no bearer: {kinds[name.key].value}"]))
            continue
        new = id(entity) not in numbers
        number = numbers.setdefault(id(entity), len(numbers) + 1)
        if new:
            told = [
                "place" if entity.place else entity.kind.value,
                entity.gender + ("?" if entity.gender and entity.presumed else ""),
                f"lean {entity.lean}" if entity.lean != 50 else "",
                "called " + ", ".join(sorted(entity.nouns)) if entity.nouns else "",
                "a " + ", ".join(sorted(entity.classes)) if entity.classes else "",
                f"of {numbers.get(id(entity.owner), 'others')}" if entity.owner else "",
                "guessed" if entity.guessed else "",
                f"by {numbers.get(id(entity.maker), 'others')}" if entity.maker else "",
                f"{len(entity.parts)} of them" if entity.parts else "",
                "named " + " / ".join(parse.words_of(tokens) for tokens in entity.names),
                "apart" if entity.apart else "",
            ]
            parts.append(f"{number} is " + "; ".join(filter(None, told)))
        else:
            parts.append(str(number))
        out.append(" | ".join(parts))
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
    wrong: set[str] = set()
    lines = FILE.read_text(encoding="utf-8").splitlines()
    wrong = {line.strip() for line in lines if line.startswith("  ? ")}
    for line in lines:
        if line[:1] == " ":
            continue
        out.append(line)
        if line and line[0] != "#":
            out += [f"  ? {name}" if f"? {name}" in wrong else f"  {name}" for name in shown(line)]
    FILE.write_text("\n".join(out) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
