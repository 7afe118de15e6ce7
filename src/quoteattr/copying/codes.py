"""Signs of wires: brackets around the names of companies, "<Halden Homes Inc>", and codes behind them, "<HLD.L>".

Neither is read. A double mark that can only be an apostrophe is one: "Halden"s harbour".
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from quoteattr.copying.edits import Edit
from quoteattr.copying.words import word_list

__all__ = ["edits"]

_ANGLED = re.compile(r"<(?P<name>[A-Z\d](?:[^<>=/\"\n]|\n(?![ \t]*\n)){0,100})>")
_CODE = re.compile(r"[A-Z\d]{1,6}(?:[. ][A-Z]{1,3})?")
_ROUND = re.compile(
    r"(?:(?<![\w'’-])[a-z]{1,15}|[-–—])[ \n]\((?P<name>[A-Z][^()\n]{1,60} (?P<last>[A-Z][A-Za-z]{1,3})\.?)\)"
)
_MARK = re.compile('"')
_OWNED = re.compile(r'(?<=[A-Za-z])"(?=s[ ,.;])')
_COMPANIES = word_list("copying", "companies")


def edits(text: str) -> Iterator[Edit]:
    """The brackets around names of companies, the codes of shares, and double marks that are apostrophes."""
    yield from sorted([*_angled(text), *_round(text), *_apostrophes(text)])


def _apostrophes(text: str) -> Iterator[Edit]:
    """Double marks that stand for an apostrophe: behind a letter where none is open, as in "Halden"s harbour"."""
    if _OWNED.search(text) is None:
        return
    begin = 0
    for line in text.split("\n"):
        is_open = False
        for mark in _MARK.finditer(line):
            if not is_open and _OWNED.match(line, mark.start()):
                yield begin + mark.start(), begin + mark.end(), "'"
            else:
                is_open = not is_open
        begin += len(line) + 1


def _angled(text: str) -> Iterator[Edit]:
    if "<" not in text or ">" not in text:
        return
    for found in _ANGLED.finditer(text):
        start, end = found.span()
        if _CODE.fullmatch(found["name"]):
            yield start - (text[start - 1 : start] == " "), end, ""
        elif " " in found["name"] or "\n" in found["name"]:
            yield start, start + 1, ""
            yield end - 1, end, ""


def _round(text: str) -> Iterator[Edit]:
    for found in _ROUND.finditer(text):
        if found["last"].lower() in _COMPANIES:
            yield found.start("name") - 1, found.start("name"), ""
            yield found.end() - 1, found.end(), ""
