"""How well repeated quotations are found: python -m benchmarks.repeated.

An archive of made-up articles in Parquet, whose quotes are words of the seed articles in an order drawn by chance. Some
quotes are planted a second time: as they are (in another typography), with one word changed, left out or put in, one
half of them, and, to be left alone, with every third word changed, with another number, or, if short, from somebody
else.
"""

from __future__ import annotations

import argparse
import contextlib
import io
import random
import re
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from time import perf_counter

import pyarrow
from attrs import frozen
from pyarrow import parquet

from benchmarks import measuring
from benchmarks.tables import Cell, Column, Table, as_text, positive
from quoteattr.corpus.__main__ import main as corpus_command
from quoteattr.tables import COLUMNS, arrow_schema

__all__ = ["main", "planted", "quotes_of"]

_SEED = 11
_SEEDS = Path(__file__).parent.parent / "seeds"
_SHORTEST, _LONGEST = 5, 40
_ARTICLE = 5
"""Quotes of an article."""
SORTS = ("exact", "substituted", "left out", "put in", "a half", "third changed", "other number", "other speaker")
FOUND = SORTS[:5]
"""Those that are to be found."""
_COLUMNS = (
    Column("what", "planted"),
    Column("pairs", "pairs"),
    Column("found", "found"),
    Column("share", "found %", 1),
)


@frozen
class Planted:
    """A quote that stands a second time.

    Attributes:
        sort: One of :data:`SORTS`.
        first: The number of the quote.
        again: The number of its repetition.
    """

    sort: str
    first: int
    again: int


def vocabulary() -> list[str]:
    """The words of the seed articles, in lower case, as often as they occur there."""
    texts = [file.read_text(encoding="utf-8") for file in sorted(_SEEDS.glob("*.txt"))]
    return [word for text in texts for word in re.findall(r"[a-z]{2,}", text.lower())]


def planted(count: int, pairs: int, words: Sequence[str]) -> tuple[list[tuple[str, str]], list[Planted]]:
    """Texts and speakers of ``count`` quotes, and which of them are repetitions; the same ones each time."""
    drawn = random.Random(_SEED)
    quotes = [(_sentence(drawn, words), f"Ada Speaker{_letters(number % 997)}") for number in range(count)]
    places = drawn.sample(range(count), 2 * pairs * len(SORTS))
    out = []
    for number, (first, again) in enumerate(zip(places[::2], places[1::2], strict=True)):
        sort = SORTS[number % len(SORTS)]
        if sort == "other speaker":
            quotes[first] = (_sentence(drawn, words, longest=10), "Ben Somebody")
        if sort == "a half":
            quotes[first] = (_sentence(drawn, words, shortest=16), quotes[first][1])
        if sort == "other number":
            quotes[first] = (f"{quotes[first][0]} {drawn.randrange(10, 99)}", quotes[first][1])
        quotes[again] = _again(drawn, *quotes[first], sort, words)
        out.append(Planted(sort, first, again))
    return quotes, out


def _sentence(drawn: random.Random, words: Sequence[str], *, shortest: int = _SHORTEST, longest: int = _LONGEST) -> str:
    return " ".join(drawn.choices(words, k=drawn.randint(shortest, longest)))


def _letters(number: int) -> str:
    return "".join(chr(97 + int(digit)) for digit in str(number))


def _again(drawn: random.Random, text: str, speaker: str, sort: str, words: Sequence[str]) -> tuple[str, str]:
    told = text.split()
    place, word = drawn.randrange(len(told)), drawn.choice([one for one in words if one not in told])
    match sort:
        case "exact":
            return drawn.choice([f"“{text.capitalize()},”", f'"{text}."', f"that {text}", text.upper()]), speaker
        case "substituted":
            told[place] = word
        case "left out":
            del told[place]
        case "put in":
            told.insert(place, word)
        case "a half":
            told = told[: len(told) // 2] if place % 2 else told[len(told) // 2 :]
        case "third changed":
            others = drawn.choices([one for one in words if one not in told], k=len(told))
            told = [others[number] if number % 3 == 0 else one for number, one in enumerate(told)]
        case "other number":
            told[-1] = str(int(told[-1]) + 1)
        case "other speaker":
            speaker = "Clara Another"
    return " ".join(told), speaker


def quotes_of(articles: int, quotes: Sequence[tuple[str, str]]) -> Iterator[dict[str, object]]:
    """The rows of an archive: the quotes are dealt to the articles one by one, so that no article has one twice."""
    empty: dict[str, object] = {column.name: [] if column.is_list else None for column in COLUMNS}
    for number in range(articles):
        for index in range(number, len(quotes), articles):
            text, speaker = quotes[index]
            told: dict[str, object] = {
                "id": f"q{index}",
                "kind": "direct",
                "text": text,
                "speaker": speaker,
                "speaker_kind": "person",
            }
            yield empty | told | {"article_id": f"a{number}", "speaker_id": f"s{index}"}


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; the exit status is 1 if less is found than is promised."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.repeated", description=__doc__)
    parser.add_argument("--articles", type=positive, default=20_000, metavar="N", help="how many (20000)")
    parser.add_argument("--pairs", type=positive, default=1_000, metavar="N", help="of each sort (1000)")
    options = parser.parse_args(arguments)
    quotes, repetitions = planted(options.articles * _ARTICLE, options.pairs, vocabulary())
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        _write(place / "quotes.parquet", options.articles, quotes)
        measuring.reset_peak()
        loaded, begin = measuring.memory(), perf_counter()
        with contextlib.redirect_stdout(io.StringIO()):
            status = corpus_command([str(place / "quotes.parquet"), "-o", str(place / "tables")])
        seconds, peak = perf_counter() - begin, measuring.peak()
        found = parquet.read_table(place / "tables" / "repeated.parquet").to_pylist() if status == 0 else []
    rows, false, promised = _counts(found, repetitions)
    setting: dict[str, Cell] = {
        "articles": options.articles,
        "quotes": len(quotes),
        "seconds": round(seconds, 1),
        "memory more than before, MiB": round((peak - loaded) / 2**20),
        "quotations of which two that were not planted together are one": false,
    }
    print(as_text(setting, [Table("repeated", "quotations planted in two articles", _COLUMNS, rows)]), end="")
    return 0 if promised and not false else 1


def _write(place: Path, articles: int, quotes: Sequence[tuple[str, str]]) -> None:
    string = pyarrow.field("article_id", pyarrow.string())
    schema = arrow_schema(COLUMNS).append(string)
    rows = list(quotes_of(articles, quotes))
    parquet.write_table(pyarrow.Table.from_pylist(rows, schema=schema), place, row_group_size=10_000)


def _counts(
    found: Sequence[Mapping[str, object]], repetitions: Sequence[Planted]
) -> tuple[list[Mapping[str, Cell]], int, bool]:
    """The rows of the table, the false quotations, and whether as many are found as is promised."""
    group = {int(str(row["quote_id"])[1:]): row["id"] for row in found}
    right = Counter(one.sort for one in repetitions if one.first in group and group[one.first] == group.get(one.again))
    pairs = Counter(one.sort for one in repetitions)
    together: dict[object, set[int]] = {}
    for number, identity in group.items():
        together.setdefault(identity, set()).add(number)
    wanted = {frozenset((one.first, one.again)) for one in repetitions if one.sort in FOUND}
    false = sum(frozenset(numbers) not in wanted for numbers in together.values())
    rows: list[Mapping[str, Cell]] = [
        {"what": sort, "pairs": pairs[sort], "found": right[sort], "share": 100 * right[sort] / max(1, pairs[sort])}
        for sort in SORTS
    ]
    changed = sum(right[sort] for sort in FOUND[1:4]) / max(1, sum(pairs[sort] for sort in FOUND[1:4]))
    return rows, false, right["exact"] == pairs["exact"] and changed >= 0.95


if __name__ == "__main__":
    sys.exit(main())
