"""``python -m benchmarks.soak``: articles without end, to see that memory, open files and speed stay."""

from __future__ import annotations

import argparse
import os
import random
import sys
import time
from collections.abc import Iterator, Sequence
from itertools import chain
from pathlib import Path
from statistics import median

from attrs import frozen

from benchmarks.measuring import memory, user_time
from benchmarks.texts import paragraphs_of_seeds
from quoteattr.errors import QuoteattrError

__all__ = ["Sample", "endless", "fill", "main", "verdict"]

_SYLLABLES = "ba den fo gar hil ka lo mer ni por ras sto ta ven wil zam".split()
_PARAGRAPHS = 12
"""Of an article at most."""
_WORDS = 70_000
"""Words that are read before the first sample: tables keep up to 65,536."""
_ALLOWED = 1.05
"""Times the memory after warming up that may be held at the end."""
_MEBIBYTE = 2**20


@frozen
class Sample:
    """What was seen at a time.

    Attributes:
        seconds: Since the beginning.
        articles: Done since the sample before.
        rate: Characters in a second of a core's time, since the sample before.
        memory: Bytes held.
        handles: Open files, pipes and sockets; -1 where the system does not say.
    """

    seconds: float
    articles: int
    rate: float
    memory: int
    handles: int


def endless(paragraphs: Sequence[str], seed: int = 0) -> Iterator[str]:
    """Articles of paragraphs drawn by chance, each with a sentence whose names were never there before."""
    chance = random.Random(seed)
    while True:
        drawn = [chance.choice(paragraphs) for _ in range(chance.randint(1, _PARAGRAPHS))]
        names = ["".join(chance.choice(_SYLLABLES) for _ in range(chance.randint(2, 5))).title() for _ in range(3)]
        drawn.insert(chance.randrange(len(drawn) + 1), "“We {},” said {} {} of {}.".format(names[0].lower(), *names))
        yield "\n\n".join(drawn)


def fill() -> Iterator[str]:
    """Articles of more different words than any table keeps, so that all tables have been as large as they get."""
    for first in range(0, _WORDS, 1_000):
        words = (
            "".join(_SYLLABLES[number >> 4 * place & 15] for place in range(5))
            for number in range(first, first + 1_000)
        )
        yield " ".join(words) + "."


def verdict(samples: Sequence[Sample]) -> list[str]:
    """What is wrong with the samples of a run, the first quarter of which was warming up: nothing, it is hoped."""
    quarter = max(1, len(samples) // 4)
    early, late = samples[quarter : 2 * quarter] or samples[:1], samples[-quarter:]
    out = []
    before, after = (median(one.memory for one in part) for part in (early, late))
    if after > _ALLOWED * before:
        out.append(f"memory grew from {before / _MEBIBYTE:.0f} to {after / _MEBIBYTE:.0f} MiB")
    if max(one.handles for one in late) > max(one.handles for one in early):
        out.append(f"open files grew from {early[0].handles} to {late[-1].handles}")
    return out


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command.

    Args:
        arguments: The default is the command line.

    Returns:
        0, or 1 if memory or open files grew. (Wrong usage ends with status 2.)
    """
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.soak",
        description="Read generated articles for some time and watch memory, open files and speed.",
    )
    parser.add_argument("--minutes", type=float, default=60.0, metavar="N", help="how long (default: 60)")
    parser.add_argument("--every", type=float, default=15.0, metavar="SECONDS", help="between samples (default: 15)")
    parser.add_argument("--processes", type=int, default=1, metavar="N", help="of pipe() (default: 1)")
    options = parser.parse_args(arguments)
    try:
        samples = list(_samples(60.0 * options.minutes, options.every, options.processes))
    except QuoteattrError as error:
        print(f"{parser.prog}: {error}", file=sys.stderr)
        return 1
    found = verdict(samples)
    rates = sorted(one.rate for one in samples[1:] or samples)
    print(
        f"{sum(one.articles for one in samples):,} articles in {samples[-1].seconds / 60:.1f} minutes; "
        f"characters in a second of a core: {rates[0]:,.0f} to {rates[-1]:,.0f}, median {median(rates):,.0f}"
    )
    print("\n".join(found) or "memory and open files did not grow")
    return int(bool(found))


def _samples(seconds: float, every: float, processes: int) -> Iterator[Sample]:
    """Read for some seconds; each sample is printed as it comes."""
    from quoteattr.extractor import Extractor

    texts = chain(fill(), endless(paragraphs_of_seeds()))
    articles = Extractor().pipe(texts, processes=processes)
    for _ in range(_WORDS // 1_000):
        next(articles)
    print(f"{'seconds':>8}{'articles':>10}{'characters/s':>14}{'MiB':>8}{'files':>7}")
    begin = last = time.monotonic()
    used = user_time()
    count = characters = 0
    seen = False
    while last - begin < seconds or not seen:
        article = next(articles)
        count += 1
        characters += len(article.text)
        now = time.monotonic()
        if now - last >= every:
            spent = user_time() - used
            sample = Sample(now - begin, count, characters / max(spent, 1e-6), memory(), _handles())
            print(
                f"{sample.seconds:8.0f}{count:10,}{sample.rate:14,.0f}{sample.memory / _MEBIBYTE:8.0f}"
                f"{sample.handles:7}",
                flush=True,
            )
            yield sample
            seen = True
            last, used, count, characters = now, user_time(), 0, 0


def _handles() -> int:
    folder = Path("/proc/self/fd")
    return len(os.listdir(folder)) if folder.is_dir() else -1


if __name__ == "__main__":
    sys.exit(main())
