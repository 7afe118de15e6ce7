"""``python -m benchmarks.known_people TEXTS ANNOTATIONS``: what it is worth to tell quoteattr who is who.

It makes a file of people of the speakers and organisations that the annotators name, and prints speaker and
organisation F1 without the file and with it.
"""

from __future__ import annotations

import argparse
import csv
import sys
import tempfile
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from quoteattr import Article, Extractor
from quoteattr.evaluation.command import ended
from quoteattr.evaluation.offsets import load, read_offsets
from quoteattr.evaluation.scores import Scores
from quoteattr.scoring.annotation import Annotation, Document
from quoteattr.scoring.names import name_words, same_name
from quoteattr.scoring.resolution import ArticleRecords, right_speaker
from quoteattr.scoring.words import Words

__all__ = ["main", "people_rows"]

HEAD = ("name", "role", "organisation", "kind", "id")
_NAMED = ("person", "organisation")
_SHOWN = ("speaker F1", "organisation F1", "named recall", "pronoun recall", "speaker accuracy when matched")
Row = tuple[str, str, str, str, str]


def people_rows(annotations: Path, *, names_only: bool = False) -> Iterator[Row]:
    """Name, role, organisation, kind, and the name as id, of everybody whom the annotations name as a speaker.

    Somebody with several roles or organisations, in one article or in several, has none here.

    Args:
        annotations: A folder with a ``NAME.json`` for each article, or with folders of them.
        names_only: Whether roles and organisations are left out.
    """
    told: dict[tuple[str, str], dict[str, Counter[str]]] = defaultdict(lambda: defaultdict(Counter))
    for file in sorted(annotations.rglob("*.json")):
        for one in load(file):
            if one.get("speaker") and one.get("type") in _NAMED and " and " not in one["speaker"]:
                for field in HEAD[1:3]:
                    told[one["speaker"], one["type"]][field].update(filter(None, [one.get(field)]))
    for (name, kind), fields in told.items():
        role, organisation = ("" if names_only or len(fields[one]) > 1 else "".join(fields[one]) for one in HEAD[1:3])
        yield name, role, organisation if kind == "person" and organisation != name else "", kind, name


def _written(rows: Iterable[Row], folder: str, name: str) -> Path:
    path = Path(folder, name)
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([HEAD, *rows])
    return path


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.known_people", description=(__doc__ or "").strip())
    parser.add_argument("texts", type=Path, help="a folder with a NAME.txt for each annotated article")
    parser.add_argument("annotations", type=Path, help="a folder with a NAME.json for each article")
    options = parser.parse_args(arguments)
    return ended(parser.prog, lambda: _blocks(options.texts, options.annotations))


def _blocks(texts: Path, annotations: Path) -> Iterator[str]:
    documents = read_offsets(texts, annotations)
    rows = {names: list(people_rows(annotations, names_only=names)) for names in (True, False)}
    yield f"{annotations}: {len(documents)} articles, {len(rows[True])} people and organisations in the file"
    with tempfile.TemporaryDirectory() as folder:
        for title, people in (
            ("without", None),
            ("with their names", _written(rows[True], folder, "names.csv")),
            ("with names, roles and organisations", _written(rows[False], folder, "people.csv")),
        ):
            articles = list(Extractor(people=people).pipe(document.text for document in documents))
            pairs = zip(documents, articles, strict=True)
            predicted = {one.name: tuple(map(Annotation.of_quote, article.quotes)) for one, article in pairs}
            scores = Scores(documents, predicted, core_only=True)
            lines = [line for block in scores.speaker_blocks() for line in block.split("\n")]
            named = f"  right where the source names the speaker  {_named(documents, predicted)}"
            ids = f"  ids that are the speaker's  {_identified(documents, articles)}"
            yield "\n".join([title, *(line for line in lines if line.strip().startswith(_SHOWN)), named, ids])


def _named(documents: Iterable[Document], predicted: Mapping[str, Sequence[Annotation]]) -> str:
    """Of the core quotes that are found and whose source holds the speaker's name, how many have the right speaker."""
    right = []
    for document in documents:
        core = [one for one in document.gold if one.level == "core"]
        for gold, found in ArticleRecords.of(Words(document.text), core, predicted[document.name]).matched:
            source = " ".join(document.text[slice(*piece)] for piece in gold.source)
            name = name_words(gold.speaker)
            told = name[-1:] if gold.type == "person" else name  # a surname is enough
            if gold.speaker and gold.type in _NAMED and set(told) <= set(name_words(source)):
                right.append(right_speaker(gold, found))
    return f"{sum(right)} of {len(right)}"


def _identified(documents: Iterable[Document], articles: Iterable[Article]) -> str:
    """Of the quotes that begin where an annotated one does and have an id, how many have the speaker's own."""
    right: list[bool] = []
    for document, article in zip(documents, articles, strict=True):
        gold = {one.content[0][0]: one.speaker for one in document.gold}
        ids = ((quote.speaker.known_id, quote.start) for quote in article.quotes if quote.speaker is not None)
        right += [same_name(known, gold[start]) for known, start in ids if known is not None and start in gold]
    return f"{sum(right)} of {len(right)}"


if __name__ == "__main__":
    sys.exit(main())
