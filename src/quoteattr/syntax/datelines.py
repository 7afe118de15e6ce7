"""Where the text begins behind a dateline: "NEW YORK, March 2 (AP) - The company said …"."""

from __future__ import annotations

import re

from quoteattr.lexicon.lists import word_list

__all__ = ["datelines"]

_PLACE = r"[A-ZÀ-ÖØ-Þ][A-ZÀ-ÖØ-Þ.'’-]++(?:[ /](?:[A-ZÀ-ÖØ-Þ][A-ZÀ-ÖØ-Þ.'’-]++|de|di|del|la)){0,3}+"
_REGION = r",[ ][A-Z][\w.]*+(?:[ ][A-Z][\w.]++)?+"
_DATE = (
    r",?+[ ](?:(?i:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)(?:[a-z]{2,6}+)?+\.?+[ ]\d{1,2}+"
    r"|\d{1,2}+[ ](?i:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)(?:[a-z]{2,6}+)?+)(?:,?+[ ]\d{4}+)?+"
)
_AGENCY = r",?+[ ]\([A-Z][\w./ &-]{1,40}+\)"
_DATELINE = re.compile(
    rf"(?:\A|(?<=\n))[ \t]*+(?P<place>{_PLACE})(?P<region>{_REGION})??(?P<date>{_DATE})?+(?P<agency>{_AGENCY})?+"
    r"[ ]?(?:--|[-–—])[ ]+(?=[^\s])"
)
_CITIES = word_list("mentions", "cities") | word_list("copying", "datelines")
_KNOWN, _STATE = (
    "(?i:" + "|".join(sorted(map(re.escape, word_list("copying", name)), reverse=True)) + ")"
    for name in ("agencies", "states")
)
_WORD = r"[A-ZÀ-ÖØ-Þ][\w.'’-]*+"
_SMALL_PLACE = rf"{_WORD}(?:[ /]{_WORD}){{0,3}}+"
_TOLD_BY = rf"(?:{_REGION})??(?:{_DATE})(?:{_AGENCY})?+|(?:{_REGION})??[ ]\({_KNOWN}\)|,[ ]{_STATE}"
_IN_SMALL = re.compile(
    rf"(?:\A|(?<=\n))[ \t]*+(?:{_SMALL_PLACE}(?:{_TOLD_BY})|\({_KNOWN}\))[ ]?(?:--|[-–—])[ ]+(?=[A-ZÀ-ÖØ-Þ\d“\"‘'<])"
)
"""A place in small letters with a date, a known agency or a state, or an agency alone: "(CNN) -- Smith said"."""


def datelines(text: str) -> list[int]:
    """Where the text begins behind the datelines of its lines, as character offsets in text order.

    A place in capitals is a dateline if a region, a date or an agency stands behind it, or if it is a large city; a
    place in small letters needs a date, an agency that is known or a state. An agency in brackets may stand alone.

    Args:
        text: The article.
    """
    told = {found.end() for found in _DATELINE.finditer(text) if _is_told(found)}
    return sorted(told.union(found.end() for found in _IN_SMALL.finditer(text)))


def _is_told(found: re.Match[str]) -> bool:
    """Whether more than capitals and a dash tell a dateline."""
    return any(found[part] for part in ("region", "date", "agency")) or found["place"].lower() in _CITIES
