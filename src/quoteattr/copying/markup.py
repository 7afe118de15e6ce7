"""Markup that was left in: tags and entities of HTML, emphasis, links, notes and headings of Markdown.

It is read through, not read: of a link the words stay, a paragraph or a line of HTML is one of the copy. Signs that
mark nothing up stay as they are: "a < b", "AT&T", "5 * 3", ``some_name``.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

from quoteattr.copying.edits import Edit

__all__ = ["edits", "emphasis"]

_BLOCKS = (
    "address|article|aside|blockquote|body|caption|center|dd|details|div|dl|dt|figcaption|figure|footer|form|h[1-6]|head|header|"
    "hr|html|li|main|nav|ol|p|pre|section|summary|table|tbody|tfoot|thead|title|tr|ul"
)
_WITHIN = (
    "a|abbr|acronym|b|bdi|bdo|big|button|cite|code|data|del|dfn|em|font|i|iframe|img|input|ins|kbd|label|link|mark|meta|noscript|"
    "picture|q|s|samp|script|small|source|span|strike|strong|style|sub|sup|svg|time|tt|u|var|video|wbr"
)
_HTML = re.compile(
    rf"""
    < (?P<close> / )?+
      (?P<name> (?: br | t[dh] | {_BLOCKS} | {_WITHIN} ) (?! [\w-] ) )
      (?: \s++ [^\s<>="']++ \s*+ = \s*+ (?: "[^"<]*+" | '[^'<]*+' | [^\s<>"']++ ) | \s++ (?= /?> ) )*+
      /?+ (?: > | (?<= [\w/] ) \Z )
  | (?P<hidden> <!-- | <!(?i:doctype)\b | <\?xml )
  | &(?:amp;)?+ (?P<entity> \# (?: \d{{1,7}}+ | [xX][\da-fA-F]{{1,6}}+ ) | [A-Za-z][A-Za-z\d]{{1,31}}+ ) ;
    """,
    re.VERBOSE | re.IGNORECASE,
)
_ENDS_OF_HIDDEN = {"<!--": "-->", "script": "</script", "style": "</style"}
"""What ends a stretch that nobody sees; others end with their tag."""
_MARKS = {False: "“", True: "”"}


def edits(text: str) -> Iterator[Edit]:
    """The tags and entities of HTML in a text, each with what it is read as."""
    if ("<" not in text or (">" not in text and "</" not in text)) and "&" not in text:
        return
    missing: set[str] = set()  # ends that do not come any more: looked for once
    position = 0
    for found in _HTML.finditer(text):
        start, end = found.span()
        if start < position:
            continue
        read = _read_html(found)
        last = "" if found["close"] or found["entity"] else _end_of_hidden(found)
        if last and last not in missing:
            until = text.find(last, end)
            if until < 0:
                missing.add(last)
            else:
                end = until + len(last) * (last in "-->")
                read = ""
        if read is not None:
            yield start, end, read
            position = end


def _end_of_hidden(found: re.Match[str]) -> str:
    if found["hidden"]:
        return _ENDS_OF_HIDDEN.get(found["hidden"], ">")
    return _ENDS_OF_HIDDEN.get(found["name"].lower(), "")


def _read_html(found: re.Match[str]) -> str | None:
    """What a tag or an entity is read as; ``None`` where it is none."""
    if found["hidden"]:
        return None
    if found["entity"]:
        read = html.unescape(f"&{found['entity']};")
        return None if read == found[0] else read
    name = found["name"].lower()
    if name == "q":
        return _MARKS[bool(found["close"])]
    if name == "br":
        return "\n"
    if name in ("td", "th"):
        return " "
    return "\n\n" if re.fullmatch(_BLOCKS, name) else ""


_SIGN = re.compile(r"[*_~#!\[\]\\]")
_TARGET = r"""
    \] (?: \( [^()\s]*+ (?: \( [^()\s]*+ \) [^()\s]*+ )?+ (?: [ \t]++ "[^"\n]*+" )?+ \) | \[ [\w-]{0,20}+ \] )
"""
"""Where a link leads to, behind its words."""
_MARKDOWN = re.compile(
    rf"""
    (?P<heading> (?<! [^\n] ) \#{{1,6}}+ [ \t]++ (?= \S ) )
  | (?P<image> !\[ [^\[\]\n]*+ \] \( [^()\s]*+ \) )
  | (?P<link> \[ (?= [^\[\]\n]++ {_TARGET} ) )
  | (?P<target> {_TARGET} )
  | (?P<note> (?<= [^\s\[(] ) \[ \^?+ \d{{1,3}}+ \] (?! \( ) )
  | (?P<address> (?<! [^\n] ) \[ [^\[\]\n]{{1,20}}+ \]: [ \t]++ https?:\S++ )
  | (?P<escape> \\ (?= [*_~\#\[\]] ) )
  | (?P<signs> \*++ | _++ | (?<! ~ ) ~~ (?! ~ ) )
    """,
    re.VERBOSE,
)
_GAP = re.compile(r"\n[ \t]*+\n")
_LONGEST = 3
"""Signs in a row that mark words, at most."""
_TIED = "@#/\\"
"""What stands before a sign that is part of a name or an address."""
_ADDRESS = 200
"""Characters of an address before a sign in it, at most."""


def emphasis(text: str) -> Iterator[Edit]:
    """The signs of Markdown in a text that are not read."""
    found: list[Edit] = []
    opened: dict[str, tuple[int, int]] = {}
    linked, position = False, 0
    for sign in _SIGN.finditer(text):
        match = _MARKDOWN.match(text, sign.start()) if sign.start() >= position else None
        if match is None:
            continue
        kind, (start, end) = match.lastgroup, match.span()
        if opened and _GAP.search(text, position, start):
            opened.clear()
        if kind == "signs":
            found += _paired(text, start, end, opened)
        elif kind != "target" or linked:
            found.append((start, end, ""))
            linked = kind == "link"
        position = end
    yield from sorted(found)


def _paired(text: str, start: int, end: int, opened: dict[str, tuple[int, int]]) -> Iterator[Edit]:
    """The signs that end here and those that they belong to; signs that may begin here are kept in ``opened``."""
    signs, before, after = text[start:end], text[start - 1 : start], text[end : end + 1]
    if end - start > _LONGEST:
        return
    if signs in opened and not before.isspace() and not after.isalnum():
        for one, two in (opened.pop(signs), (start, end)):
            yield one, two, ""
    elif after and not after.isspace() and not before.isalnum() and not _is_tied(text, start):
        opened[signs] = (start, end)


def _is_tied(text: str, start: int) -> bool:
    """Whether a sign is part of a name or an address."""
    if not start or text[start - 1].isspace():
        return False
    word = text[max(0, start - _ADDRESS) : start].split()[-1]
    return word[-1] in _TIED or "://" in word or word.startswith("www.")
