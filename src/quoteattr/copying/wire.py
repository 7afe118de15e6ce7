"""What news agencies put into a text: a dateline before the first sentence, and codes of companies in angle brackets.

A dateline is read as a line of its own, so that no place in capitals belongs to the subject of the sentence behind it.
A code behind a name is left out, as are the brackets around a name: "Acme Corp <ACM.N>", "<Acme (Holdings) Ltd>".
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from quoteattr.copying.edits import Edit
from quoteattr.copying.words import word_list

__all__ = ["edits"]

_CAPITAL = "A-ZÀ-ÖØ-Þ"
_TOWN = rf"[{_CAPITAL}][{_CAPITAL}.'’-]++"
_WORD = rf"[{_CAPITAL}][\w.'’-]*+"
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}+\.?+"
_DATE = rf"(?:{_MONTH}\ \d{{1,2}}+|\d{{1,2}}+\ {_MONTH})(?:,?+\ \d{{4}})?+"
_AGENCY = rf"\([{_CAPITAL}][\w\ ./&-]{{1,30}}+\)"
_KNOWN, _STATE = (
    "(?i:" + "|".join(map(re.escape, sorted(word_list("copying", name)))) + ")" for name in ("agencies", "states")
)
_BY = rf"\({_KNOWN}\)"
_REGION = rf",\ (?!{_DATE})(?:{_WORD}(?:\ {_WORD}){{0,2}}+)"
_WIRE = re.compile(
    rf"""
    (?m: ^ ) [ \t]*+
    (?: {_TOWN} (?: [ /] {_TOWN} ){{0,3}}+ (?: {_REGION} )?+ ,?+
          (?: \ {_DATE} (?: ,?+ \ {_AGENCY} )?+ | \ {_AGENCY} )
      | {_WORD} (?: [ /] {_WORD} ){{0,3}}+ (?: {_REGION} )?+ (?: ,\ {_DATE} (?: ,?+ \ {_AGENCY} )?+ | \ {_BY} )
      | {_WORD} (?: \ {_WORD} ){{0,3}}+ , \ {_STATE}
      | {_BY}
    )
    (?P<dash> [ ]*+ (?: -{{1,3}}+ | [–—] ) [ ]*+ ) (?<! [^\ ]-) (?= [{_CAPITAL}\d“"‘'<] )
  | (?<= [\w.] ) (?P<code> [ ]?+ <[A-Z][A-Z\d]{{0,5}}+(?:\.[A-Z]{{1,3}}+)?+> )
  | (?P<opens> < ) (?= {_WORD} (?: \ [\w(][\w.&'’()-]*+ ){{1,8}}+ > )
  | (?<= [\w.)] ) (?P<closes> > ) (?! \w )
    """,
    re.VERBOSE,
)


def edits(text: str) -> Iterator[Edit]:
    """The dash of each dateline, which is a line end, and the codes and brackets around names, which are left out."""
    is_open = -1
    for found in _WIRE.finditer(text):
        kind = found.lastgroup or ""
        start, end = found.span(kind)
        if kind == "opens":
            is_open = end
        elif kind == "closes":
            if is_open < 0 or "\n" in text[is_open:start]:
                continue
            is_open = -1
        yield start, end, "\n" if kind == "dash" else ""
