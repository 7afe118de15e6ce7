"""Text to be read by people, 80 columns wide: who said what, and for whom."""

from __future__ import annotations

import textwrap
import unicodedata
from collections.abc import Iterable, Iterator, Mapping

from attrs import frozen

from quoteattr.formats import evidence
from quoteattr.records import Article, Attitude, Quote, QuoteKind, Speaker

__all__ = ["PLAIN", "Look", "printable", "render", "write"]

WIDTH = 80
_LONG, _HEAD, _TAIL = 12, 8, 2
"""Lines from which on a quotation is folded, and how many of them are shown at its beginning and its end."""
_COLOURS = {QuoteKind.DIRECT: "1;34", QuoteKind.MIXED: "1;32", QuoteKind.INDIRECT: "1;33"}
_BOLD, _DIM = "1", "2"

_BIDIRECTIONAL = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


@frozen
class Look:
    """What the text looks like.

    Attributes:
        colours: Whether it goes to a terminal that has them.
        full: Whether long quotations are shown whole.
        reasons: Rule ids with their reasons, if each quote is to be explained; ``None`` if not.
    """

    colours: bool = False
    full: bool = False
    reasons: Mapping[str, str] | None = None

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
        name: What the article is called in the heading.
        article: Any article.
        look: Colours, folding, explanations.
    """
    heading = printable(name)
    lines = [*look.paint([heading], _BOLD), "=" * min(max(len(heading), 1), WIDTH)]
    lines.append(f"{_count(len(article.quotes), 'quote')}, {_count(len(article.speakers), 'speaker')}")
    room = len(str(len(article.quotes))) + 1
    for number, quote in enumerate(article.quotes, 1):
        lines.append("")
        head = _fold(f"{number:>{room}}  {_manner(quote)}: {_who(quote.speaker)}", room + 2)
        lines += look.paint(head, _COLOURS[quote.kind])
        words = _fold(" " * (room + 2) + printable(" … ".join(span.text for span in quote.content)), room + 2)
        lines += words if look.full else _shortened(words, room + 2)
        if look.reasons is not None:
            for line in evidence.explain(quote, look.reasons):
                lines += look.paint(_fold(" " * (room + 2) + "| " + printable(line), room + 4), _DIM)
    if article.quotes:
        lines += ["", *look.paint(["Speakers"], _BOLD)]
        lines += _summary(article)
    return "\n".join(lines) + "\n"


def printable(text: str) -> str:
    """``text`` on one line and harmless to a terminal.

    White space becomes single spaces; control characters, and those that turn the direction of the line, become
    U+FFFD.
    """
    return "".join(
        "\ufffd" if unicodedata.category(character) in {"Cc", "Cs"} or character in _BIDIRECTIONAL else character
        for character in " ".join(text.split())
    )


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


def _summary(article: Article) -> list[str]:
    counts: dict[str | None, int] = {}
    for quote in article.quotes:
        key = None if quote.speaker is None else quote.speaker.id
        counts[key] = counts.get(key, 0) + 1
    rows = [(counts.get(speaker.id, 0), _who(speaker)) for speaker in article.speakers]
    rows.sort(key=lambda row: -row[0])
    if None in counts:
        rows.append((counts[None], _who(None)))
    room = len(str(max(number for number, _ in rows))) + 1
    return [line for number, who in rows for line in _fold(f"{number:>{room}}  {who}", room + 2)]


def _shortened(lines: list[str], indent: int) -> list[str]:
    if len(lines) < _LONG:
        return lines
    left_out = " " * indent + f"[… {len(lines) - _HEAD - _TAIL} lines …]"
    return [*lines[:_HEAD], left_out, *lines[-_TAIL:]]


def _fold(text: str, indent: int) -> list[str]:
    return textwrap.wrap(text, WIDTH, subsequent_indent=" " * indent, break_on_hyphens=False)


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
