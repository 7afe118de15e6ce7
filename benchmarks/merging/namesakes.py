"""Different people who get one name: how many of them are merged."""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence

from attrs import evolve

from benchmarks.tables import Cell, Column, Table
from quoteattr.corpus import merge
from quoteattr.corpus.names import common_names
from quoteattr.records import Article, Speaker, SpeakerKind

__all__ = ["namesakes"]

_SEED = 7
_MOST_COMMON = 40
"""Given names and surnames of which names are made, the most common ones."""
_COLUMNS = (Column("what", "what is known of them"), Column("pairs", "pairs"), Column("merged", "merged"))

Named = Sequence[tuple[str, Article]]


def namesakes(articles: Named) -> Table:
    """People of different articles are drawn, two by two, and renamed; each pair gets a common name of its own."""
    drawn = random.Random(_SEED)
    people = [(document, one) for document, article in articles for one in article.speakers if _is_named(one)]
    drawn.shuffle(people)
    given, surnames = common_names()
    names = [f"{first} {last}" for last in surnames[:_MOST_COMMON] for first in given[:_MOST_COMMON]]
    drawn.shuffle(names)
    pairs = [(one, other) for one, other in zip(people[::2], people[1::2], strict=False) if _differ(one, other)]
    renamed: dict[tuple[str, str], str] = {}
    for (one, other), name in zip(pairs, names, strict=False):
        renamed[one[0], one[1].id] = renamed[other[0], other[1].id] = name
    merged = merge((document, _renamed(document, article, renamed)) for document, article in articles)
    counts: dict[str, list[int]] = {"both organisation or role": [0, 0], "less": [0, 0]}
    for one, other in pairs:
        row = counts["both organisation or role" if _is_known(one[1]) and _is_known(other[1]) else "less"]
        row[0] += 1
        row[1] += merged.speaker(one[0], one[1].id) == merged.speaker(other[0], other[1].id)
    rows: list[Mapping[str, Cell]] = [{"what": what, "pairs": n, "merged": m} for what, (n, m) in counts.items()]
    return Table("namesakes", "different people with one common name", _COLUMNS, rows)


def _is_named(speaker: Speaker) -> bool:
    return bool(speaker.name) and speaker.kind is SpeakerKind.PERSON


def _is_known(speaker: Speaker) -> bool:
    return bool(speaker.role or speaker.organisation)


def _differ(one: tuple[str, Speaker], other: tuple[str, Speaker]) -> bool:
    return one[0] != other[0] and str(one[1].name).split()[-1] != str(other[1].name).split()[-1]


def _renamed(document: str, article: Article, names: Mapping[tuple[str, str], str]) -> Article:
    speakers = {
        one.id: evolve(one, name=names.get((document, one.id), one.name)) if one.name else one
        for one in article.speakers
    }
    quotes = tuple(evolve(one, speaker=one.speaker and speakers[one.speaker.id]) for one in article.quotes)
    return evolve(article, speakers=tuple(speakers.values()), quotes=quotes)
