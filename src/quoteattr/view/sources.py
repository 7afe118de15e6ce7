"""What sort of source a speaker is, as an audit of a newspaper counts them."""

from __future__ import annotations

import enum
import re
from functools import cache

from quoteattr.data import text_of
from quoteattr.lexicon.lists import word_list
from quoteattr.records import Speaker, SpeakerKind

__all__ = ["Source", "source_of"]

_WORDS = re.compile(r"[^\W_]++(?:[.'’&-][^\W_]++)*+")
_LONGEST = 3
"""Words of an entry of the lists, at most."""
_LABELS = {SpeakerKind.ORGANISATION: "organisation", SpeakerKind.DOCUMENT: "document"}


class Source(enum.Enum):
    """A sort of source. Each speaker is of one; the first that fits counts."""

    OFFICIAL = "official"
    """A person with a name who holds a public office, or speaks for a public body."""
    PERSON = "person"
    """Any other person with a name."""
    UNNAMED = "unnamed"
    """A person or people without a name: "a neighbour", "officials"."""
    ORGANISATION = "organisation"
    """A body that speaks itself."""
    DOCUMENT = "document"
    """A letter, report, poll, law, book or page."""
    UNKNOWN = "unknown"
    """The article does not tell."""


def source_of(speaker: Speaker | None) -> Source:
    """What sort of source a speaker is; :attr:`Source.UNKNOWN` for none.

    >>> source_of(Speaker("s1", "Ada Smith", None, SpeakerKind.PERSON, "mayor of Springfield")).value
    'official'
    """
    if speaker is None:
        return Source.UNKNOWN
    if speaker.kind in _LABELS:
        return Source(_LABELS[speaker.kind])
    if speaker.name is None:
        return Source.UNNAMED if speaker.description is not None else Source.UNKNOWN
    body = speaker.organisation.name if speaker.organisation is not None else None
    return Source.OFFICIAL if is_official(speaker.role, body) else Source.PERSON


@cache
def is_official(role: str | None, body: str | None) -> bool:
    """Whether a role is a public office, or a body a public one. Offices of the past do not count."""
    terms = _terms(role or "")
    if terms & (_listed("past") | _listed("outsiders")):
        return False
    if terms & _listed("offices"):
        return True
    name = (body or "").lower().replace("’", "'")
    if name in _countries():  # teams are called like countries
        return bool(terms & (_listed("either") | _listed("voices")))
    public = name in _listed("whole") or bool(_terms(name) & _listed("bodies"))
    return public or (body is None and bool(terms & _listed("either")))


def _listed(name: str) -> frozenset[str]:
    return word_list("officials", name)


def _terms(text: str) -> frozenset[str]:
    """Its words, and each two and three that stand side by side, in lower case."""
    words = _WORDS.findall(text.lower().replace("’", "'"))
    return frozenset(
        " ".join(words[start : start + length])
        for length in range(1, _LONGEST + 1)
        for start in range(len(words) + 1 - length)
    )


@cache
def _countries() -> frozenset[str]:
    """Countries, and what else may stand for their governments."""
    lines = (line.lower().split("\t") for line in text_of("places.tsv").splitlines() if not line.startswith("#"))
    return frozenset(name for country, *others in lines for name in (country, *"|".join(others).split("|")) if name)
