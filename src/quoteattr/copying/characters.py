"""Characters that are read otherwise: invisible ones, spaces and line ends of every kind, accents, letters in one.

Offsets of most stay as they are. What nobody sees is left out; each white space is one of two, a space or a line end; a
letter and its accent are one character. What was decoded wrongly is not mended, but for the marks of Windows-1252 in a
text that was read as Latin-1, which browsers read in the same way.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from quoteattr.copying.edits import Edit
from quoteattr.copying.words import is_known

__all__ = ["edits"]

_ENDS = "\n\r\x0b\x0c\x85\u2028\u2029"
_SPACES = "\x1c-\x1f\xa0\u1680\u2000-\u200a\u202f\u205f\u3000"
_INVISIBLE = (
    "\x00-\x08\x0e-\x1b\x7f\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f"
    "\ufeff\ufff9-\ufffb\U000e0001\U000e0020-\U000e007f"
)
_OTHER_FORMS = "\u2010\u2011\ufb00-\ufb06\uff01-\uff5e\U0001d400-\U0001d7ff"
_ODD = re.compile(
    rf"""
    (?P<broken> \xad++ [ \t]*+ (?: \r\n? | [\n{_ENDS}] ) [ \t]*+ )
  | (?P<end> \r\n? | [{_ENDS[2:]}] )
  | (?P<space> [{_SPACES}] )
  | (?P<accented> [^\W\d_] [\u0300-\u036f]++ (?! (?<= A[\u0302\u0303] ) [\x80-\xbf] ) )
  | (?P<invisible> [{_INVISIBLE}]++ )
  | (?P<form> [{_OTHER_FORMS}\x91-\x97] )
    """,
    re.VERBOSE,
)
_ANY = re.compile(rf"[{_ENDS[1:]}{_SPACES}\u0300-\u036f{_INVISIBLE}{_OTHER_FORMS}\x91-\x97]")
"""A character of those; most texts have none, which is soon told."""
_FORMS = {"\u2010": "-", "\u2011": "-"}
_FORMS |= dict(zip("\x91\x92\x93\x94\x95\x96\x97", "‘’“”•–—", strict=True))
_JOINERS = "\xad\u034f\u200c\u200d"
"""Characters that stand within words. The others may stand where a space should."""
_WORD = re.compile(r"[^\W\d_]++")
_LONGEST = 40
"""Letters of a word that is looked up, at most."""
_CLOSING = ",;:!?”’\"')]}…."
_CLITIC = re.compile(r"(?:s|t|d|m|re|ve|ll)(?![^\W_])")


def edits(text: str) -> Iterator[Edit]:
    """The characters of a text that are read otherwise."""
    if _ANY.search(text) is None:
        return
    for found in _ODD.finditer(text):
        start, end = found.span()
        read = _read(text, found)
        if read != text[start:end]:
            yield start, end, read


def _read(text: str, found: re.Match[str]) -> str:
    written = found[0]
    match found.lastgroup:
        case "end":
            return "\n"
        case "space":
            return " "
        case "accented":
            return _composed(written)
        case "form":
            return _FORMS.get(written) or unicodedata.normalize("NFKC", written)
        case "invisible" if written.strip(_JOINERS) and _parts(text, found.start(), found.end()):
            return " "
        case _:
            return ""


def _composed(letters: str) -> str:
    """A letter with its accents as one character, as far as there is one."""
    whole = unicodedata.normalize("NFC", letters)
    return whole if len(whole) == 1 else letters


def _parts(text: str, start: int, end: int) -> bool:
    """Whether what nobody sees stands where a space should: no other one is beside it, and two words are."""
    before, after = text[start - 1 : start], text[end : end + 1]
    if not before or not after or before.isspace() or after.isspace():
        return False
    if before in _CLOSING:
        return _parts_behind_sign(text, start, end)
    if not before.isalnum():
        return False
    if not after.isalnum():
        return after in "“‘(["
    return _parts_letters(text, start, end)


def _parts_behind_sign(text: str, start: int, end: int) -> bool:
    """Whether it parts a word from the sign before it; the sign may open, or be one within a word or a number."""
    sign, within = text[start - 1], text[start - 2 : start - 1]
    if not within or within.isspace() or within in "“‘([":
        return False
    after = text[end]
    if sign in "’'" and within.isalpha():
        return after.isalpha() and _CLITIC.match(text, end) is None
    if sign in ".,:" and (after.isdigit() or (sign == "." and (after.islower() or within.isupper()))):
        return False
    return after.isalnum() or after in "“‘(["


def _parts_letters(text: str, start: int, end: int) -> bool:
    before, after = text[start - 1], text[end]
    if before.islower() and after.isupper():
        return True
    if not (before.isalpha() and after.isalpha()):
        return False
    one = _WORD.findall(text, max(0, start - _LONGEST), start)[-1]
    two = _WORD.findall(text, end, end + _LONGEST)[0]
    return not is_known(one + two) and is_known(one) and is_known(two)
