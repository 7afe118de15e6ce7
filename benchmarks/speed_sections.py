"""The sections of the speed that run in this process: each measures one thing and gives a table."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING

from attrs import evolve

from benchmarks.bench import Bench
from benchmarks.measuring import Times, in_turns, user_time
from benchmarks.peers import Peer
from benchmarks.plot import plot
from benchmarks.tables import Cell, Column, Table
from benchmarks.texts import cut, long_text
from quoteattr.attribute import attribute
from quoteattr.detect import ArticleFeatures, detect
from quoteattr.extractor import BATCH, Extractor
from quoteattr.lexicon import Lexicon
from quoteattr.models import Model
from quoteattr.pipeline import analyse
from quoteattr.resolution import resolve
from quoteattr.settings import Settings

if TYPE_CHECKING:
    from quoteattr.syntax import Parse

__all__ = ["LENGTHS", "SECTIONS", "curve", "growth", "same", "speed", "stages"]

_PLAIN = "spaCy: nlp(text)"
_STAGES = {
    "parse": "parse, accelerated",
    "detect": "contents and cues",
    "attribute": "sources",
    "resolve": "speakers and organisations",
    "rules": "all after the parse, with records",
}
LENGTHS = (2_000, 6_000, 20_000, 60_000, 200_000)
"""Characters of the texts; the longest comes on top."""
_PEERS_READ = 60_000
"""Characters that another program reads for each length, at least."""
_PEERS_LONGEST = 200_000
"""The longest text that another program gets: spaCy needs 3 kB of memory for each character of a text."""


def speed(bench: Bench) -> Table:
    """The whole work, text in and records out, beside spaCy alone, and beside other programs."""
    texts, nlp = bench.texts, bench.nlp
    for program in bench.programs:
        program.failed = 0
    variants: dict[str, Callable[[], object]] = {
        _PLAIN: lambda: _drain(map(nlp, texts)),
        "spaCy: nlp.pipe(texts)": lambda: _drain(nlp.pipe(texts, batch_size=BATCH)),
        "quoteattr: pipe(texts)": lambda: _drain(bench.extractor.pipe(texts)),
        "quoteattr: one text a call": lambda: _drain(map(bench.extractor, texts)),
        "quoteattr: pipe(texts), accelerate=False": lambda: _drain(bench.unaccelerated.pipe(texts)),
        **{program.name: partial(program.run, texts) for program in bench.programs},
    }
    times = in_turns(variants, bench.rounds)
    tokens = bench.tokens(texts)
    return Table(
        "speed",
        f"{len(texts)} articles, {tokens:,} tokens; user CPU time of one process, median of {bench.rounds} rounds",
        (
            Column("variant", "variant"),
            Column("seconds", "seconds"),
            Column("ratio", "ratio to nlp(text)"),
            Column("tokens_per_second", "tokens a second", 0),
        ),
        [
            {
                "variant": name,
                "seconds": taken.median,
                "ratio": taken.ratio(times[_PLAIN]),
                "tokens_per_second": taken.rate(tokens),
            }
            for name, taken in times.items()
        ],
        [
            f"{program.name} raises an error on {program.failed // (bench.rounds + 1)} of {len(texts)} articles."
            for program in bench.programs
            if program.failed
        ],
    )


def _drain(results: Iterable[object]) -> None:
    for _ in results:
        pass


def same(bench: Bench) -> Table:
    """The records of all articles with the accelerator and without it, compared."""
    differ = quotes = 0
    for one, other in zip(bench.extractor.pipe(bench.texts), bench.unaccelerated.pipe(bench.texts), strict=True):
        differ += one != other
        quotes += len(one.quotes)
    return Table(
        "same",
        "records with the accelerator and without it",
        (Column("articles", "articles"), Column("quotes", "quotations"), Column("differ", "articles that differ")),
        [{"articles": len(bench.texts), "quotes": quotes, "differ": differ}],
    )


def stages(bench: Bench) -> Table:
    """What is done after the parse, stage by stage on all articles, and how long it takes beside the parse."""
    model, lexicon = Model(), Lexicon.default()
    rounds = [_round(model, lexicon, bench.texts) for _ in range(bench.rounds + 1)][1:]  # the first one warms up
    times = {name: Times([seconds[name] for seconds, _ in rounds]) for name in _STAGES}
    tokens = rounds[0][1]
    return Table(
        "stages",
        f"{len(bench.texts)} articles, {tokens:,} tokens with marks and line breaks; user CPU time, "
        f"median of {bench.rounds} rounds",
        (
            Column("stage", "stage"),
            Column("seconds", "seconds"),
            Column("microseconds", "µs a token", 1),
            Column("share", "ratio to the parse"),
        ),
        [
            {
                "stage": _STAGES[name],
                "seconds": taken.median,
                "microseconds": 1e6 * taken.median / max(1, tokens),
                "share": taken.ratio(times["parse"]),
            }
            for name, taken in times.items()
        ],
    )


def _round(model: Model, lexicon: Lexicon, texts: Sequence[str]) -> tuple[dict[str, float], int]:
    """The seconds of each stage, and the number of tokens."""
    seconds = {}
    begin = user_time()
    parses: list[Parse] = []
    for first in range(0, len(texts), BATCH):
        parses += model.parse(texts[first : first + BATCH])
    seconds["parse"] = user_time() - begin
    again = [evolve(parse) for parse in parses]  # without what the rules gather from a parse and keep
    begin = user_time()
    features = [ArticleFeatures(parse, lexicon) for parse in parses]
    candidates = [detect(one) for one in features]
    seconds["detect"] = user_time() - begin
    begin = user_time()
    found = [attribute(one, some) for one, some in zip(features, candidates, strict=True)]
    seconds["attribute"] = user_time() - begin
    begin = user_time()
    for parse, attributions in zip(parses, found, strict=True):
        resolve(parse, attributions)
    seconds["resolve"] = user_time() - begin
    begin = user_time()
    for parse in again:
        analyse(parse, lexicon, Settings().wanted)
    seconds["rules"] = user_time() - begin
    return seconds, sum(map(len, parses))


def growth(bench: Bench) -> Table:
    """How the time grows with the length of a text: the same words in texts of each length, one text a call."""
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
    begin = user_time()
    program.run(texts)
    return (user_time() - begin) / len(texts)


def _readable(program: Peer, text: str) -> str:
    lines = text.splitlines(keepends=True)
    while lines and not program.reads("".join(lines)):
        lines.pop()
    return "".join(lines)


SECTIONS: Mapping[str, Callable[[Bench], Table]] = {"speed": speed, "same": same, "stages": stages, "growth": growth}
"""By name, in the order in which they run."""
