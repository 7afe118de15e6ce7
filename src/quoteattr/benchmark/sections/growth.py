"""How the time grows with the length of a text."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from quoteattr.benchmark import clock
from quoteattr.benchmark.bench import Bench
from quoteattr.benchmark.peers import Peer
from quoteattr.benchmark.plot import plot
from quoteattr.benchmark.rounds import in_turns
from quoteattr.benchmark.table import Cell, Column, Table
from quoteattr.benchmark.texts import cut, long_text
from quoteattr.extractor import Extractor

__all__ = ["LENGTHS", "curve", "measure"]

LENGTHS = (2_000, 6_000, 20_000, 60_000, 200_000)
"""Characters of the texts; the longest comes on top."""
_PEERS_READ = 60_000
"""Characters that another program reads for each length, at least."""
_PEERS_LONGEST = 200_000
"""The longest text that another program gets: spaCy needs 3 kB of memory for each character of a text."""


def measure(bench: Bench) -> Table:
    """The same words in texts of each length, one text a call."""
    whole = long_text(bench.texts, bench.longest)
    lengths = [*(length for length in LENGTHS if length < bench.longest), bench.longest]
    pieces = {length: cut(whole, length) for length in lengths}
    times = in_turns({str(length): partial(_read, bench.extractor, pieces[length]) for length in lengths}, bench.rounds)
    shortest = times[str(lengths[0])]
    rows: list[dict[str, Cell]] = []
    for length in lengths:
        taken = times[str(length)]
        rows.append(
            {
                "characters": length,
                "texts": len(pieces[length]),
                "seconds": taken.median / len(pieces[length]),
                "microseconds": 1e6 * taken.median / max(1, bench.tokens(pieces[length])),
                "ratio": taken.ratio(shortest),
            }
        )
    columns = [
        Column("characters", "characters"),
        Column("texts", "texts"),
        Column("seconds", "seconds a text", 3),
        Column("microseconds", "µs a token", 1),
        Column("ratio", f"ratio to {lengths[0]:,}"),
    ]
    for program in bench.programs:
        columns.append(Column(program.name, f"{program.name}, seconds a text", 3))
        for row, length in zip(rows, lengths, strict=True):
            row[program.name] = _seconds(program, whole, length) if length <= _PEERS_LONGEST else None
    return Table(
        "growth",
        f"{len(whole):,} characters in texts of each length, one text a call; user CPU time, "
        f"median of {bench.rounds} rounds",
        tuple(columns),
        rows,
        [
            f"{program.name}: one round, nlp(text) included, on texts that it can read, up to {_PEERS_LONGEST:,} "
            "characters."
            for program in bench.programs
        ],
    )


def curve(table: Table) -> str:
    """The growth as a picture."""
    names = {"quoteattr": "seconds"} | {column.key: column.key for column in table.columns[5:]}
    lines: dict[str, list[tuple[float, float]]] = {}
    for name, key in names.items():
        cells = [(row["characters"], row[key]) for row in table.rows]
        lines[name] = [
            (float(x), float(y)) for x, y in cells if isinstance(x, int) and isinstance(y, float) and min(x, y) > 0
        ]
    return plot("Time against length of the text", ("characters", "seconds of user CPU time"), lines)


def _read(extractor: Extractor, texts: Sequence[str]) -> None:
    for text in texts:
        extractor(text)


def _seconds(program: Peer, whole: str, length: int) -> float | None:
    """Seconds for one text of a length; texts are shortened until the program can read them."""
    texts = [_readable(program, text) for text in cut(whole[: max(length, _PEERS_READ)], length)]
    texts = [text for text in texts if text]
    if not texts:
        return None
    begin = clock.user()
    program.run(texts)
    return (clock.user() - begin) / len(texts)


def _readable(program: Peer, text: str) -> str:
    lines = text.splitlines(keepends=True)
    while lines and not program.reads("".join(lines)):
        lines.pop()
    return "".join(lines)
