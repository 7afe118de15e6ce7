"""What became of a part, and of all of them; and how such values travel."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from typing import Self

from attrs import asdict, define, field, frozen

__all__ = ["Report", "Totals", "Travelling"]


class Travelling:
    """An attrs class of plain values that goes from process to process as a string."""

    def to_json(self) -> str:
        """As a string."""
        return json.dumps(asdict(self))  # type: ignore[arg-type]  # all are attrs classes

    @classmethod
    def from_json(cls, data: str | bytes) -> Self:
        """What such a string holds."""
        return cls(**json.loads(data))


@frozen(kw_only=True)
class Report(Travelling):
    """What became of one part.

    Attributes:
        name: Of the part.
        articles: Rows of the input.
        quotes: Quotes found in them.
        errors: How many articles could not be read, by the sort of error.
        began: When the model was loaded and the part was begun, in seconds since the epoch.
        ended: When it was written.
        cpu: Seconds that a core has spent on it.
        worker: The machine and the process that did it.
        peak: Bytes of memory that this process has held at most; 0 where the system does not say.
        there: Whether it had been written before.
        failure: Why it was not written; it is begun again in the next run.
    """

    name: str
    articles: int = 0
    quotes: int = 0
    errors: dict[str, int] = field(factory=dict)
    began: float = 0.0
    ended: float = 0.0
    cpu: float = 0.0
    worker: str = ""
    peak: int = 0
    there: bool = False
    failure: str | None = None


@define
class Totals:
    """What became of an archive.

    Attributes:
        articles: Rows of the parts that this run has written.
        quotes: Quotes in them.
        errors: Articles that could not be read, by the sort of error; each has a row that says why.
        written: Parts that this run has written.
        there: Parts that an earlier run had written.
        failures: Parts and files of which nothing was written, with the reasons.
        cpu: Seconds that cores have spent on these parts, the start of workers apart.
        strangers: Files in the output that belong to no part: of input files that are gone or were altered.
        seconds: From the beginning to the end of the run.
    """

    articles: int = 0
    quotes: int = 0
    errors: Counter[str] = field(factory=Counter)
    written: int = 0
    there: int = 0
    failures: dict[str, str] = field(factory=dict)
    cpu: float = 0.0
    strangers: int = 0
    seconds: float = 0.0

    def add(self, report: Report) -> None:
        """Count one part."""
        if report.failure is not None:
            self.failures[report.name] = report.failure
        elif report.there:
            self.there += 1
        else:
            self.written += 1
            self.articles += report.articles
            self.quotes += report.quotes
            self.cpu += report.cpu
            self.errors.update(report.errors)

    def lines(self) -> Iterator[str]:
        """For people."""
        yield f"parts: {self.written:,} written, {self.there:,} there already, {len(self.failures):,} failed"
        rate = f" ({self.articles / self.seconds:,.1f} a second)" if self.seconds and self.articles else ""
        yield f"articles: {self.articles:,} in {self.seconds:,.1f} seconds{rate}"
        yield f"core-seconds of the workers: {self.cpu:,.1f}"
        yield f"quotes: {self.quotes:,}"
        sorts = ", ".join(f"{sort} {count:,}" for sort, count in sorted(self.errors.items()))
        yield f"error rows: {self.errors.total():,}{f' ({sorts})' if sorts else ''}"
        if self.strangers:
            yield f"files in the output that are no part of the input any more: {self.strangers:,}"
