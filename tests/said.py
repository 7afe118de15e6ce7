"""Who says what in plain articles, with everything that the library tells of them, in a form for readers.

``python tests/said.py [WORD]`` prints the files of ``tests/golden/said`` (with this word in their names) anew; read the
differences before you keep them. A line that does not start with a space is an article, ``|`` between its paragraphs.
Below it there is a line for each quote: the words of the source; who that is, with the role, the organisation and the
rule for it; the rules from the source to the speaker; behind ``to`` to whom it is said, and who that is.

A line that starts with ``?`` is known to be wrong: no careful reader says so.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from quoteattr import Article, Quote

FOLDER = Path(__file__).parent / "golden" / "said"


def text_of(line: str) -> str:
    """The article of a line."""
    return line.replace(" | ", "\n\n")


def shown(article: Article) -> list[str]:
    """A line for each quote of an article."""
    return [_line(quote) for quote in article.quotes]


def _line(quote: Quote) -> str:
    speaker = quote.speaker
    parts = [" ".join(span.text for span in quote.source) or "-", str(speaker)]
    if speaker is not None:
        parts.append(speaker.role or "-")
        body = f"{speaker.organisation.name} ({speaker.organisation_rule})" if speaker.organisation is not None else "-"
        parts.append(body)
        parts.append(", ".join(quote.speaker_rules) or "-")
    if quote.addressee:
        parts.append(f"to {' '.join(span.text for span in quote.addressee)}: {quote.addressed_to or '-'}")
    return " | ".join(parts)


def cases(file: Path) -> Iterator[tuple[str, list[str]]]:
    """The articles of a file, and what is expected of each."""
    found: list[tuple[str, list[str]]] = []
    for line in file.read_text(encoding="utf-8").splitlines():
        if line[:1] == " ":
            found[-1][1].append(line.strip().removeprefix("? "))
        elif line and line[0] != "#":
            found.append((line, []))
    yield from found


def main(word: str = "") -> None:
    """Print the files anew; what was marked as wrong and is still there keeps its mark."""
    import quoteattr

    extractor = quoteattr.Extractor(attitudes=list(quoteattr.Attitude))
    for file in sorted(FOLDER.glob(f"*{word}*.txt" if word else "*.txt")):
        out: list[str] = []
        wrong: dict[str, set[str]] = {}
        for line in file.read_text(encoding="utf-8").splitlines():
            if line[:1] != " ":
                out.append(line)
                wrong[line] = set()
            elif line.startswith("  ? "):
                wrong[out[-1]].add(line[4:])
        lines, out = out, []
        for line in lines:
            told = shown(extractor(text_of(line))) if line and line[0] != "#" else []
            out += [line, *(f"  ? {one}" if one in wrong[line] else f"  {one}" for one in told)]
        file.write_text("\n".join(out) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:])
