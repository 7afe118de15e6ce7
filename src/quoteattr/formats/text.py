"""Text to be read by people, at most 80 columns wide: who said what, and for whom."""

from __future__ import annotations

import textwrap
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from attrs import field, frozen

from quoteattr.explanation import explain
from quoteattr.records import Article, Attitude, Quote, QuoteKind, Speaker
from quoteattr.terminal import printable

__all__ = ["PLAIN", "Look", "render", "write"]

WIDTH = 80
_STANDARD = "-"
_LONG, _HEAD, _TAIL = 12, 8, 2
"""Lines from which on a quotation is folded, and how many of them are shown at its beginning and its end."""
_COLOURS = {QuoteKind.DIRECT: "1;34", QuoteKind.MIXED: "1;32", QuoteKind.INDIRECT: "1;33"}
_BOLD, _DIM = "1", "2"


@frozen
class Look:
    """What the text looks like.

    Attributes:
        colours: Whether it goes to a terminal that has them.
        width: Columns, at most.
        full: Whether long quotations are shown whole.
        explained: Whether each quote is explained.
        custom: Ids of custom rules with their reasons, for explanations.
    """

    colours: bool = False
    width: int = WIDTH
    full: bool = False
    explained: bool = False
    custom: Mapping[str, str] = field(factory=dict)

    def paint(self, lines: list[str], colour: str) -> list[str]:
        """``lines`` in a colour, if there are colours."""
        return [f"\x1b[{colour}m{line}\x1b[0m" for line in lines] if self.colours else lines


PLAIN = Look()


def write(named: Iterable[tuple[str, Article]], several: bool, look: Look = PLAIN) -> Iterator[str]:
    """Each article as :func:`render` gives it, with an empty line between two."""
    for number, (name, article) in enumerate(named):
        yield ("\n" if number else "") + render(name, article, look)


def render(name: str, article: Article, look: Look = PLAIN) -> str:
    """One article: a heading, its quotes with their speakers, and how often each speaker speaks.

    Args:
        name: What the article is called in the heading; ``-`` is standard input.
        article: Any article.
        look: Colours, folding, explanations.
    """
    heading = "standard input" if name == _STANDARD else printable(name)
    lines = [*look.paint([heading], _BOLD), "=" * min(max(len(heading), 1), look.width)]
    counts = f"{_count(len(article.quotes), 'quote')}, {_count(len(article.speakers), 'speaker')}"
    lines.append(counts if article.text.strip() else "no text in it")
    labels = _labels(article.quotes)
    indent = max(map(len, labels), default=1) + 3
    reasons = explain(article, look.custom) if look.explained else [None] * len(article.quotes)
    for label, quote, reason in zip(labels, article.quotes, reasons, strict=True):
        lines += ["", *_quote(label, quote, indent, look)]
        for line in (*reason.quote, *reason.speaker, *reason.organisation) if reason else ():
            lines += look.paint(_fold(f"{'':{indent}}| {printable(line)}", indent + 2, look.width), _DIM)
    if article.quotes:
        lines += ["", *look.paint(["Speakers"], _BOLD)]
        lines += _summary(article, look.width)
    return "\n".join(lines) + "\n"


def _labels(quotes: Sequence[Quote]) -> list[str]:
    """The quotes numbered: 1, 2, 3, and 2.1 for the first that is reported within the second."""
    counts, of = Counter[str](), dict[str, str]()
    labels = []
    for quote in quotes:
        outer = of.get(quote.within or "", "")
        counts[outer] += 1
        labels.append(f"{outer}.{counts[outer]}" if outer else str(counts[outer]))
        of[quote.id] = labels[-1]
    return labels


def _quote(label: str, quote: Quote, indent: int, look: Look) -> list[str]:
    """Who says it, and below that the words."""
    head = _fold(f"{label:>{indent - 2}}  {_manner(quote)}: {_who(quote.speaker)}{_to(quote)}", indent, look.width)
    words = _fold(" " * indent + printable(" … ".join(span.text for span in quote.content)), indent, look.width)
    return look.paint(head, _COLOURS[quote.kind]) + (words if look.full else _shortened(words, indent))


def _to(quote: Quote) -> str:
    """Whom they told, where the article names them."""
    return "" if quote.addressed_to is None else printable(f", to {quote.addressed_to}")


def _manner(quote: Quote) -> str:
    notes = [] if quote.attitude is Attitude.ASSERTION else [quote.attitude.value]
    if quote.negated:
        notes.append("negated")
    return f"{quote.kind.value} ({', '.join(notes)})" if notes else quote.kind.value


def _who(speaker: Speaker | None) -> str:
    if speaker is None:
        return "speaker not found"
    words = str(speaker)
    if speaker.role:
        words += f", {speaker.role}"
    organisation = speaker.organisation
    if organisation is not None and organisation.name != speaker.name:
        words += f" ({organisation.name})"
    return printable(words)


def _summary(article: Article, width: int) -> list[str]:
    counts = Counter(None if quote.speaker is None else quote.speaker.id for quote in article.quotes)
    rows = sorted(((counts[speaker.id], _who(speaker)) for speaker in article.speakers), key=lambda row: -row[0])
    if counts[None]:
        rows.append((counts[None], _who(None)))
    room = len(str(max(number for number, _ in rows))) + 1
    return [line for number, who in rows for line in _fold(f"{number:>{room}}  {who}", room + 2, width)]


def _shortened(lines: list[str], indent: int) -> list[str]:
    if len(lines) < _LONG:
        return lines
    left_out = " " * indent + f"[… {len(lines) - _HEAD - _TAIL} lines …]"
    return [*lines[:_HEAD], left_out, *lines[-_TAIL:]]


def _fold(text: str, indent: int, width: int) -> list[str]:
    return textwrap.wrap(text, width, subsequent_indent=" " * indent, break_on_hyphens=False)


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
