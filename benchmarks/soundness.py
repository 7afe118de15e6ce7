"""One text in a process of its own, which may be stopped: time, memory, and whether the answer is sound."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import Any

from benchmarks import measuring
from benchmarks.hostile_texts import case_of
from benchmarks.processes import SHORT, answer_of
from quoteattr.extractor import Extractor
from quoteattr.records import Article, Organisation, Span, Speaker

__all__ = ["faults", "measure", "measured"]


def measured(case: str, size: int, patience: float) -> dict[str, Any] | None:
    """What the text of a case costs; ``None`` if it took too long.

    Args:
        case: A name in ``CASES``, or of a drawn text.
        size: Of its text.
        patience: Seconds.

    Returns:
        What :func:`measure` answers.

    Raises:
        WorkerError: The process failed.
    """
    return answer_of("benchmarks.soundness:measure", {"case": case, "size": size}, patience)


def measure(case: str, size: int) -> dict[str, Any]:
    """What the text of a case costs in this process.

    Returns:
        ``characters``, ``seconds``, ``loaded`` and ``peak`` (bytes of memory), ``quotes``, ``faults``.
    """
    text = case_of(case).make(size)
    extractor = Extractor()
    extractor(SHORT)
    measuring.reset_peak()
    loaded, begin = measuring.memory(), measuring.user_time()
    article = extractor(text)
    return {
        "characters": len(text),
        "seconds": measuring.user_time() - begin,
        "loaded": loaded,
        "peak": measuring.peak(),
        "quotes": len(article.quotes),
        "faults": faults(article, text)[:5],
    }


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
