"""The towns and districts that people are from, which are no organisations of theirs."""

from __future__ import annotations

from quoteattr.affiliation.evidence import Passage
from quoteattr.coreference.entities import Entity
from quoteattr.coreference.holders import post_of
from quoteattr.coreference.organisations import is_unknown, may_be_home, may_be_town
from quoteattr.lexicon.lists import word_list
from quoteattr.syntax.labels import ADJECTIVE, NOUN

__all__ = ["is_seat", "unless_home"]

_FOR_FIELDS = word_list("affiliation", "for_fields")
_BEFORE_TOWNS = word_list("affiliation", "before_towns")
_HOMES = word_list("coreference", "before_homes")
_BEHIND_HOMES = word_list("affiliation", "behind_homes")


def unless_home(passage: Passage, found: Entity | None) -> Entity | None:
    """The organisation behind a name, unless it may be the town of a farmer: "grazier Tom Hale from Longreach"."""
    post = post_of(passage.parse, passage.gazetteer, passage.mention.start)
    if found is not None and post is not None and post.of_body and not found.traits.place:
        return found  # "sales director Tom Hale from Brellan"
    beside = passage.parse.lower[max(0, passage.mention.start - 1) : passage.mention.start]
    roles = passage.entity.traits.nouns.union(beside, post.nouns if post is not None else ())
    if found is None or may_be_home(passage.context, found, roles):
        return None
    town = may_be_town(passage.context, found, roles) and _stands_behind(passage)
    return None if town or _may_be_town(passage, found) else found


def _stands_behind(passage: Passage) -> bool:
    """Whether the preposition for a home stands behind a name: "nurse Jane Smith of Halden", but not "at Halden"."""
    end = passage.mention.end
    return not _HOMES.isdisjoint(passage.parse.lower[end : end + 2])


def _may_be_town(passage: Passage, found: Entity) -> bool:
    """Whether one word that tells nothing stands behind a name as a town does: "Smith from Halden"."""
    if _is_placed(passage, found):
        return True
    if not is_unknown(passage.context, found) or any(end - start > 1 for start, end in found.names):
        return False
    return all(_stands_as_town(passage, start) for start, _ in found.names)


def _stands_as_town(passage: Passage, start: int) -> bool:
    """Whether a word stands behind "from" or "in", or before the noun for a team: "from the Halden policing team"."""
    parse = passage.parse
    if parse.lower[start - 1] == "the":
        return parse.tags[start + 1 : start + 2] in ([NOUN], [ADJECTIVE])
    return parse.lower[start - 1] in _BEFORE_TOWNS


def _is_placed(passage: Passage, found: Entity) -> bool:
    """Whether it is told where something with a name of one word is: "Smith of Halden, west of Leeds"."""
    parse = passage.parse
    ends = [end for start, end in found.names if end - start == 1 and end > passage.mention.end]
    behind = parse.lower[ends[0] : ends[0] + 2] if ends and is_unknown(passage.context, found) else []
    return not _BEHIND_HOMES.isdisjoint(behind[:1] if behind[:1] != [","] else behind[1:])


def is_seat(passage: Passage, child: int) -> bool:
    """Whether a name is what somebody is a member or a minister for: "State member for Halden Ada Smith"."""
    lower = passage.parse.lower
    name = passage.document.name_covering(child)
    start = name.start if name is not None else child
    return start > 1 and lower[start - 1] == "for" and lower[start - 2] in _FOR_FIELDS
