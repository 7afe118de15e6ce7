"""Where a quote stands: the sentences that the article tells, or else those between full stops in the same line."""

from __future__ import annotations

import re

from quoteattr.records import Quote

__all__ = ["context_of"]

_FARTHEST = 300
"""Characters before and behind the words of a quote, at most."""
_ENDING = re.compile(
    r"(?<![A-Z]\.)(?<!\b(?:Mr|Ms|Dr|St|Jr|Sr|Lt)\.)(?<!\b(?:Mrs|Sen|Gov|Gen|Rep|Inc)\.)(?<=[.!?…”\"])\s++(?=\W?[A-Z0-9])"
)
"""White space between two sentences."""


def context_of(text: str, quote: Quote) -> tuple[int, int]:
    """The sentences in which content, cue and source of a quote stand: offsets into ``text``, half-open."""
    if quote.context:
        return quote.context[0].start, quote.context[-1].end
    spans = [span for span in (*quote.content, *quote.cue, *quote.source) if len(span)] or list(quote.content)
    start, end = min(span.start for span in spans), max(span.end for span in spans)
    before = text[max(0, start - _FARTHEST) : start].rpartition("\n")[2]
    behind = text[end : end + _FARTHEST].partition("\n")[0]
    begins = [match.end() for match in _ENDING.finditer(f"{before}{text[start:end][:2]}") if match.end() <= len(before)]
    ends = [match.start() for match in _ENDING.finditer(f"{text[start:end][-2:]}{behind}")]
    first = start - len(before) + (begins[-1] if begins else 0)
    last = end + len(behind) if not ends else max(end, end - min(2, end - start) + ends[0])
    inside = text[first:start]
    return first + len(inside) - len(inside.lstrip()), end + len(text[end:last].rstrip())
