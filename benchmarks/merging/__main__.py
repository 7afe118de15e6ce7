"""Prints how well speakers and organisations are merged over annotated articles."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from benchmarks.merging.gold import Half, articles_of_gold, entities_of, half, read_all
from benchmarks.merging.namesakes import namesakes
from benchmarks.merging.scores import Item, Scores, scores_of
from benchmarks.tables import Cell, Column, Table, as_text
from quoteattr.corpus import Merged, merge
from quoteattr.errors import QuoteattrError
from quoteattr.extractor import Extractor
from quoteattr.records import Article
from quoteattr.scoring.annotation import Document

_COLUMNS = (
    Column("what", "what is merged"),
    Column("articles", "articles"),
    Column("items", "in articles"),
    Column("pairs", "pairs that are one"),
    Column("precision", "precision %", 1),
    Column("recall", "recall %", 1),
    Column("b3_precision", "B³ precision %", 1),
    Column("b3_recall", "B³ recall %", 1),
)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; the exit status."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.merging", description=__doc__)
    parser.add_argument("texts", nargs="+", type=Path, metavar="TEXTS", help="folders with a NAME.txt for each article")
    parser.add_argument("--annotations", nargs="+", type=Path, required=True, metavar="FOLDER", help="of annotations")
    parser.add_argument("--half", choices=("tune", "check"), default="tune", help="whose names are read (tune)")
    options = parser.parse_args(arguments)
    try:
        documents = read_all(options.texts, options.annotations)
    except QuoteattrError as error:
        print(error, file=sys.stderr)
        return 2
    names = half(options.half)
    articles = list(zip(documents, Extractor().pipe(one.text for one in documents), strict=True))
    rows = [*_rows("as extracted", articles, names), *_rows("as annotated", articles_of_gold(documents), names)]
    notes = ("as annotated: the annotators' names and organisations; they noted no roles.",)
    tables = [
        Table("merging", "pairs of different articles", _COLUMNS, rows, notes),
        namesakes([(one.name, article) for one, article in articles]),
    ]
    print(as_text({"half": options.half, "articles": len(documents)}, tables), end="")
    return 0


def _rows(how: str, articles: Sequence[tuple[Document, Article]], names: Half) -> Iterator[Mapping[str, Cell]]:
    merged = merge((document.name, article) for document, article in articles)
    for what, items in (("speakers", _speakers), ("organisations", _organisations)):
        found = list(items(articles, merged, names))
        yield {"what": f"{what} {how}", "articles": len(articles), **_cells(scores_of(found), len(found))}


def _cells(scores: Scores, items: int) -> dict[str, Cell]:
    return {
        "items": items,
        "pairs": scores.pairs,
        "precision": scores.precision,
        "recall": scores.recall,
        "b3_precision": scores.b3_precision,
        "b3_recall": scores.b3_recall,
    }


def _speakers(articles: Sequence[tuple[Document, Article]], merged: Merged, names: Half) -> Iterator[Item]:
    for document, article in articles:
        for identity, name in entities_of(document, article).speakers.items():
            if (entity := names.person(document.name, name)) is not None:
                yield Item(document.name, entity, merged.speaker_ids[document.name, identity])


def _organisations(articles: Sequence[tuple[Document, Article]], merged: Merged, names: Half) -> Iterator[Item]:
    for document, article in articles:
        for identity, name in entities_of(document, article).organisations.items():
            entity = names.organisation(document.name, name)
            yield Item(document.name, entity, merged.organisation_ids[document.name, identity])


if __name__ == "__main__":
    sys.exit(main())
