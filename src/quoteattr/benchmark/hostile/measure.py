"""One text in a process of its own, which may be stopped: time, memory, and whether the answer is sound."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

from quoteattr.benchmark import clock
from quoteattr.benchmark.fresh import SHORT
from quoteattr.benchmark.hostile.drawn import case_of
from quoteattr.errors import WorkerError
from quoteattr.records import Article, Organisation, Span, Speaker

__all__ = ["faults", "measured"]


def measured(case: str, size: int, patience: float) -> dict[str, Any] | None:
    """What the text of a case costs; ``None`` if it took too long.

    Args:
        case: A name in ``CASES``, or of a drawn text.
        size: Of its text.
        patience: Seconds.

    Returns:
        ``characters``, ``seconds``, ``loaded`` and ``peak`` (bytes of memory), ``quotes``, ``faults``.

    Raises:
        WorkerError: The process failed.
    """
    try:
        done = subprocess.run(  # noqa: S603 - this very interpreter
            [sys.executable, "-m", __name__],
            input=json.dumps({"case": case, "size": size}).encode(),
            capture_output=True,
            check=False,
            timeout=patience,
            env={**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))},
        )
    except subprocess.TimeoutExpired:
        return None
    if done.returncode:
        last = done.stderr.decode(errors="replace").strip().rpartition("\n")[2]
        raise WorkerError(f"the text {case!r} of size {size} ended its process with status {done.returncode}: {last}")
    answer: dict[str, Any] = json.loads(done.stdout)
    return answer


def faults(article: Article, text: str) -> list[str]:
    """What is wrong with the records of a text: nothing, for every text."""
    out = [] if article.text == text else ["the text is another one"]
    for where, span in _spans(article):
        if not 0 <= span.start <= span.end <= len(text) or text[span.start : span.end] != span.text:
            out.append(f"{where}: {span.start} to {span.end} is not {span.text!r:.60}")
    starts = [quote.start for quote in article.quotes]
    if starts != sorted(starts):
        out.append("quotes are not in text order")
    for quote in article.quotes:
        parts = sorted((*quote.content, *quote.cue, *quote.source), key=lambda span: (span.start, span.end))
        out += [f"{quote.id}: {one} and {two} overlap" for one, two in pairwise(parts) if two.start < one.end]
    return out


def _spans(article: Article) -> Iterator[tuple[str, Span]]:
    for quote in article.quotes:
        for span in (*quote.content, *quote.cue, *quote.source):
            yield quote.id, span
    entities: tuple[Speaker | Organisation, ...] = (*article.speakers, *article.organisations)
    for one in entities:
        for span in one.mentions:
            yield one.id, span


def _measure(case: str, size: int) -> dict[str, Any]:
    from quoteattr.extractor import Extractor

    text = case_of(case).make(size)
    extractor = Extractor()
    extractor(SHORT)
    clock.reset_peak()
    loaded, begin = clock.memory(), clock.user()
    article = extractor(text)
    return {
        "characters": len(text),
        "seconds": clock.user() - begin,
        "loaded": loaded,
        "peak": clock.peak(),
        "quotes": len(article.quotes),
        "faults": faults(article, text)[:5],
    }


if __name__ == "__main__":
    print(json.dumps(_measure(**json.load(sys.stdin))))
