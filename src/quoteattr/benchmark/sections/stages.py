"""What is done after the parse, and how long it takes beside it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from attrs import evolve

from quoteattr.attribute import attribute
from quoteattr.benchmark import clock
from quoteattr.benchmark.bench import Bench
from quoteattr.benchmark.rounds import Times
from quoteattr.benchmark.table import Column, Table
from quoteattr.detect import ArticleFeatures as Reading
from quoteattr.detect import detect
from quoteattr.extractor import BATCH
from quoteattr.lexicon import Lexicon
from quoteattr.models import Model
from quoteattr.pipeline import analyse
from quoteattr.resolution import resolve
from quoteattr.settings import ATTITUDES

if TYPE_CHECKING:
    from quoteattr.syntax import Parse

__all__ = ["measure"]

_STAGES = {
    "parse": "parse, accelerated",
    "detect": "contents and cues",
    "attribute": "sources",
    "resolve": "speakers and organisations",
    "rules": "all after the parse, with records",
}


def measure(bench: Bench) -> Table:
    """Each stage on all articles, stage by stage."""
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
    begin = clock.user()
    parses: list[Parse] = []
    for first in range(0, len(texts), BATCH):
        parses += model.parse(texts[first : first + BATCH])
    seconds["parse"] = clock.user() - begin
    again = [evolve(parse) for parse in parses]  # without what the rules gather from a parse and keep
    begin = clock.user()
    readings = [Reading(parse, lexicon) for parse in parses]
    candidates = [detect(reading) for reading in readings]
    seconds["detect"] = clock.user() - begin
    begin = clock.user()
    found = [attribute(reading, some) for reading, some in zip(readings, candidates, strict=True)]
    seconds["attribute"] = clock.user() - begin
    begin = clock.user()
    for parse, attributions in zip(parses, found, strict=True):
        resolve(parse, attributions)
    seconds["resolve"] = clock.user() - begin
    begin = clock.user()
    for parse in again:
        analyse(parse, lexicon, ATTITUDES)
    seconds["rules"] = clock.user() - begin
    return seconds, sum(map(len, parses))
