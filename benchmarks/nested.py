"""Whether attributions within attributions are found, by the discourse trees of GUM.

usage: ``python -m benchmarks.nested GUM [--missed]``

GUM is a copy of the corpus (https://github.com/amir-zeldes/gum), with its folders ``dep`` and ``rst/rstweb``. Its trees
join an attribution clause (the satellite) to what is said, thought or known (the nucleus). An attribution is nested if
its satellite lies in the nucleus of another one, or its cue in quotation marks; photo credits, which have no cue, do
not count. It is found if the cue or the source of a quote lies in the satellite. A nested quote is right if its cue or
source lies in the satellite of any attribution; what else may be one GUM often leaves out, so that this is less than
its precision. Every attitude is asked for.
"""

from __future__ import annotations

import argparse
import re
import xml.etree.ElementTree as ET
from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from pathlib import Path

from attrs import define, field, frozen

from quoteattr import Attitude, Extractor, Quote

__all__ = ["Document", "Relation", "main", "read"]

_OPEN, _CLOSE, _EITHER = ("“",), ("”",), ('"', "``", "''")
_INDICATIVE = frozenset(("indicative_word", "indicative_phrase"))


@frozen
class Relation:
    """An attribution of the corpus, as tokens.

    Attributes:
        satellite: Who says it, and that they do.
        content: What is said.
        cue: The token that signals it, or -1.
    """

    satellite: frozenset[int]
    content: frozenset[int]
    cue: int


@define
class Document:
    """An article of the corpus.

    Attributes:
        text: Tokens joined as the corpus says, with a blank line between paragraphs.
        starts: Where each token begins.
        forms: The tokens.
        tags: Their parts of speech.
        heads: Their heads, -1 for none.
        paragraphs: The number of the paragraph of each.
        relations: The attributions.
    """

    text: str = ""
    starts: list[int] = field(factory=list)
    forms: list[str] = field(factory=list)
    tags: list[str] = field(factory=list)
    heads: list[int] = field(factory=list)
    paragraphs: list[int] = field(factory=list)
    relations: list[Relation] = field(factory=list)

    def nested(self) -> list[Relation]:
        """The attributions within others."""
        quoted = self._quoted()
        told = [one for one in self.relations if one.cue >= 0]
        return [
            one
            for one in told
            if quoted[one.cue]
            or any(
                one.satellite <= other.content and not other.satellite & one.content
                for other in told
                if other is not one
            )
        ]

    def _quoted(self) -> list[bool]:
        """Whether each token stands between quotation marks."""
        out, inside, paragraph = [], False, -1
        for form, number in zip(self.forms, self.paragraphs, strict=True):
            if number != paragraph:
                paragraph, inside = number, False
            mark = form in (*_OPEN, *_CLOSE, *_EITHER)
            if mark:
                inside = form in _OPEN or (form in _EITHER and not inside)
            out.append(inside and not mark)
        return out

    def tokens_of(self, quote: Quote) -> set[int]:
        """The tokens of the cue and the source of a quote."""
        spans = (*quote.cue, *quote.source)
        ends = [start + len(form) for start, form in zip(self.starts, self.forms, strict=True)]
        pairs = list(enumerate(zip(self.starts, ends, strict=True)))
        return {number for span in spans for number, (start, end) in pairs if start < span.end and end > span.start}


# ---- reading the corpus --------------------------------------------------------------------------------------------


def read(folder: Path) -> Iterator[tuple[str, Document]]:
    """The documents of a copy of the corpus, by name; those whose text is withheld are left out."""
    for file in sorted((folder / "dep").glob("GUM_*.conllu")):
        if "_reddit_" not in file.name:
            document = _words(file.read_text(encoding="utf-8"))
            _relations(document, (folder / "rst" / "rstweb" / f"{file.stem}.rs4").read_text(encoding="utf-8"))
            yield file.stem, document


def _words(source: str) -> Document:
    document, parts = Document(), [""]
    blocks: list[int] = []  # sentences left in each open block
    breaks, spaced, paragraph = False, True, 0
    for sentence in source.strip().split("\n\n"):
        comments = [line for line in sentence.split("\n") if line.startswith("#")]
        breaks = breaks or any(re.match(r"# newpar\s*(=|$)", line) for line in comments)
        blocks += [
            int(found) for line in comments if "newpar_block" in line for found in re.findall(r"\((\d+) s\)", line)
        ]
        if document.forms:
            parts.append("\n\n" if breaks else " " if spaced else "")
            paragraph += breaks
        spaced, breaks = _sentence(document, sentence, parts, paragraph), False
        blocks = [left - 1 for left in blocks]
        breaks = 0 in blocks
        blocks = [left for left in blocks if left > 0]
    document.text = "".join(parts)
    size, place = 0, 0
    for part in parts:
        if place < len(document.forms) and part == document.forms[place] and document.starts[place] < 0:
            document.starts[place], place = size, place + 1
        size += len(part)
    return document


def _sentence(document: Document, sentence: str, parts: list[str], paragraph: int) -> bool:
    """Add the words of a sentence; whether a space follows it."""
    base, last, spaced, joined = len(document.forms), 0, True, True
    rows = [line.split("\t") for line in sentence.split("\n") if line and not line.startswith("#")]
    words = [row for row in rows if row[0].isdigit()]
    for row in rows:
        space = "SpaceAfter=No" not in row[9]
        if "-" in row[0]:
            last, joined = int(row[0].split("-")[1]), space
        if not row[0].isdigit():
            continue
        document.forms.append(row[1])
        document.starts.append(-1)
        document.tags.append(row[3])
        document.heads.append(base + int(row[6]) - 1 if row[6] != "0" else -1)
        document.paragraphs.append(paragraph)
        parts.append(row[1])
        number = int(row[0])
        spaced = space if number > last else joined and number == last
        if spaced and row is not words[-1]:
            parts.append(" ")
    return spaced


@define
class _Tree:
    """A discourse tree.

    Attributes:
        units: The tokens of each elementary unit.
        nodes: Parent, relation and sort of each node.
    """

    units: dict[str, range] = field(factory=dict)
    nodes: dict[str, tuple[str | None, str, str]] = field(factory=dict)
    nuclear: dict[str, list[str]] = field(factory=lambda: defaultdict(list))
    satellites: dict[str, list[str]] = field(factory=lambda: defaultdict(list))

    def own(self, node: str) -> list[str]:
        """The units of a node without what is attached to it."""
        if node in self.units:
            return [node]
        return [one for child in self.nuclear[node] for one in self.full(child)]

    def full(self, node: str) -> list[str]:
        """The units of a node with what is attached to it."""
        return self.own(node) + [one for child in self.satellites[node] for one in self.full(child)]

    def core(self, node: str) -> list[str]:
        """The units that carry a node."""
        return [node] if node in self.units else [one for child in self.nuclear[node] for one in self.core(child)]

    def tokens(self, units: Collection[str]) -> frozenset[int]:
        """The tokens of units."""
        return frozenset(token for unit in units for token in self.units[unit])


def _relations(document: Document, source: str) -> None:
    root, tree, place = ET.fromstring(source), _Tree(), 0
    several = {one.get("name") for one in root.iter("rel") if one.get("type") == "multinuc"}
    for one in (*root.iter("segment"), *root.iter("group")):
        name, length = one.get("id", ""), len((one.text or "").split()) if one.tag == "segment" else 0
        if one.tag == "segment":
            tree.units[name] = range(place, place + length)
        place += length
        tree.nodes[name] = one.get("parent"), one.get("relname") or "", one.get("type") or "segment"
    for name, (parent, relation, _) in tree.nodes.items():
        if parent:
            nuclear = relation == "span" or (relation in several and tree.nodes[parent][2] == "multinuc")
            (tree.nuclear if nuclear else tree.satellites)[parent].append(name)
    signals: dict[str, list[int]] = defaultdict(list)
    for one in root.iter("signal"):
        if one.get("type") == "lexical" and one.get("subtype") in _INDICATIVE:
            signals[one.get("source", "")] += [
                int(token) - 1 for token in (one.get("tokens") or "").split(",") if token
            ]
    pairs = [
        (name, parent, name) for name, (parent, relation, _) in tree.nodes.items() if relation.startswith("attribution")
    ]
    pairs += [
        (one.get("source", ""), one.get("target", ""), one.get("id", ""))
        for one in root.iter("secedge")
        if (one.get("relname") or "").startswith("attribution")
    ]
    document.relations = [
        _relation(document, tree, satellite, nucleus, signals[signal])
        for satellite, nucleus, signal in pairs
        if nucleus
    ]


def _relation(document: Document, tree: _Tree, satellite: str, nucleus: str, signals: Sequence[int]) -> Relation:
    units = tree.core(satellite)
    tokens = tree.tokens(units)
    unit = nucleus  # the satellite often hangs on the first half of a unit that something interrupts
    while tree.nodes[unit][1] == "span" and tree.nodes[unit][0]:
        unit = tree.nodes[unit][0] or unit
    parent = tree.nodes[unit][0]
    more = tree.own(parent) if parent and tree.nodes[unit][1] == "same-unit" else []
    first = min(tree.tokens(tree.own(nucleus)))
    more = [one for one in more if tree.units[one][0] > min(tokens) or first < min(tokens)]
    content = tree.tokens([one for one in tree.own(nucleus) + more if one not in units])
    words = any(re.search(r"\w", document.forms[token]) for token in content)
    return Relation(tokens, content, _cue(document, tokens, signals) if words else -1)


def _cue(document: Document, tokens: Collection[int], signals: Sequence[int]) -> int:
    """The token that signals an attribution: a marked one, a verb or predicate that heads the satellite; or -1."""
    forms, tags, heads = document.forms, document.tags, document.heads
    head = next((token for token in sorted(tokens) if heads[token] not in tokens), min(tokens))
    marked = [token for token in signals if token in tokens]
    if head in marked:
        return head
    for sort in (("VERB",), ("VERB", "NOUN", "ADJ", "AUX", "ADP", "ADV")) if marked else ():
        if found := [token for token in marked if tags[token] in sort]:
            return found[0]
    if marked:
        return marked[0]
    according = [token for token in sorted(tokens) if forms[token].lower() == "according"]
    verbs = [token for token in sorted(tokens) if tags[token] == "VERB"]
    if according or tags[head] in ("VERB", "AUX", "ADJ"):
        return (according or [head])[0]
    return verbs[0] if verbs else -1


# ---- the command ---------------------------------------------------------------------------------------------------


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gum", type=Path)
    parser.add_argument("--missed", action="store_true", help="list what is missed")
    options = parser.parse_args(arguments)
    extractor = Extractor(attitudes=list(Attitude), nested=True)
    wanted = found = given = right = 0
    for name, document in read(options.gum):
        quotes = [(quote, document.tokens_of(quote)) for quote in extractor(document.text).quotes]
        for one in document.nested():
            wanted += 1
            hit = any(tokens & one.satellite for _, tokens in quotes)
            found += hit
            if options.missed and not hit:
                print(name, " ".join(document.forms[token] for token in sorted(one.satellite)))
        for quote, tokens in quotes:
            if "." in quote.id:
                given += 1
                right += any(tokens & one.satellite for one in document.relations)
    print(f"nested attributions {wanted}: found {found} ({found / max(1, wanted):.1%})")
    print(f"nested quotes {given}: attributions of GUM {right} ({right / max(1, given):.1%})")


if __name__ == "__main__":
    main()
