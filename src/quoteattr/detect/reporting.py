"""What a reader would report or not, whatever the trees say: rare acts of speech, and what is only supposed."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from quoteattr.forest import Row
from quoteattr.lexicon.lists import label_set, listed
from quoteattr.syntax.labels import FINITE_TAGS, PROPER_TAGS

__all__ = ["acts", "doubted", "told", "undergone"]

_UNLIKELY = 0.1
"""How likely it is that a reader would report what I, we and you say outside marks: 0 of 138 in the tune half."""
_ACT = 0.7
"""How likely it is that a reader would report what an act of speech has as its object, at least."""

_SUPPOSING = listed("voice", "supposing")
_FUTURE = listed("voice", "future")
_ANYBODY = listed("voice", "anybody")
_NEGATED = listed("voice", "negations")
_SHOWING = listed("voice", "showing")
_POINTING = label_set("tags", "pointing")
_IF = "if"

_DOINGS = listed("acts", "doings")
_JUDGING = listed("naming", "judging")
_JUDGED = label_set("frames", "judged")
_QUESTIONED = listed("acts", "questioned")
_GOING_ON = listed("acts", "going_on")
_GIVING = listed("acts", "giving")
_GIVEN = label_set("sorts", "given")
_THINGS = label_set("sorts", "things")
_SPEAKERS = label_set("sorts", "telling") | label_set("entities", "agents") | listed("acts", "pronouns")
_QUANTIFIERS = listed("acts", "quantifiers")
_FINDINGS = label_set("sorts", "findings")


@cache
def acts() -> Mapping[str, frozenset[str]]:
    """The verbs that say something by what they govern, by frames."""
    objects, doings = listed("acts", "objects"), listed("acts", "doings")
    out = {f"prep:{word}": listed("acts", word) for word in ("against", "for", "of", "to")}
    out |= {"clause": listed("acts", "clauses"), "object+infinitive": listed("infinitives", "ordering")}
    out["for"] = out["prep:for"]
    out |= dict.fromkeys(("object", "object+at"), objects)
    out["object+for"] = objects | listed("acts", "asking") | listed("acts", "faulting")
    out |= {"object+to": listed("acts", "likening"), "object+as": listed("acts", "taking")}
    out["naming"] = listed("acts", "calling")
    return out | dict.fromkeys(("infinitive", "bare"), doings) | {"gerund": doings | listed("acts", "gerunds")}


@cache
def undergone() -> Mapping[str, frozenset[str]]:
    """Cues whose subject, if they have one, is not who speaks: passives, and nouns, by frames."""
    return {
        "pass+infinitive": listed("acts", "asked"),
        "poss+that": listed("acts", "nouns"),
        "that": listed("acts", "nouns"),
    }


def told(row: Row, share: float) -> float:
    """How likely a reader would report what somebody denies, demands or predicts, which few annotated articles have.

    "denied any wrongdoing", "called for a recount": the noun is all that is said.
    """
    below = row.get("label") == "xcomp" or "to" in str(row.get("helpers")).split()
    if below or row.get("own-voice") or not (_acts(row) or _judges(row) or _gives(row)):
        return share
    return max(share, _ACT)


def _acts(row: Row) -> bool:
    """Whether a verb says something by what it governs."""
    feels = row.get("lemma") in _DOINGS and row.get("head-sort") in _THINGS
    frame = str(row.get("frame"))
    if row.get("lemma") in undergone().get(frame, ()):
        return _is_undergone(row, frame)
    return row.get("lemma") in acts().get(frame, ()) and not feels and _can_say(row)


def _is_undergone(row: Row, frame: str) -> bool:
    """Whether a passive is whole and asks for no answer; whether somebody is given for a noun without owner."""
    if frame.startswith("pass+"):
        helpers = str(row.get("helpers")).split()
        asked = row.get("lemma") not in _QUESTIONED or not _GOING_ON.isdisjoint(helpers)
        return bool(helpers) and not row.get("marker") and asked
    return frame != "that" or bool(row.get("given"))


def _can_say(row: Row) -> bool:
    """Whether whoever acts can say something; of who thinks something ("anybody who thinks so") nobody may say it."""
    sort, tag, clause = row.get("agent-sort"), row.get("agent-tag"), row.get("frame") == "clause"
    if sort in _SPEAKERS or tag in PROPER_TAGS or row.get("agent") in _QUANTIFIERS:
        return True
    return sort in _FINDINGS and row.get("cue-tag") in FINITE_TAGS if clause else tag == "WP"


def _judges(row: Row) -> bool:
    """Whether somebody tells what he thinks of something: "dismissed it as a stunt", "was hailed as a hero"."""
    return row.get("lemma") in _JUDGING and row.get("frame") in _JUDGED


def _gives(row: Row) -> bool:
    """Whether somebody gives or finds what a clause with that tells: "found evidence that", "posted the news that"."""
    given = row.get("cue-sort") in _GIVEN and row.get("above") in _GIVING
    return row.get("frame") == "obj+that" and given and _can_say(row)


def doubted(row: Row, share: float) -> float:
    """How likely a reader would report what nobody has said.

    The article's own voice ("I think that …"), what is only supposed ("some will say that …", "if you say “…”"), and
    what a sentence shows and no one ("This suggests that …").
    """
    quoted = row.get("quoted")
    narrates = row.get("own-voice") and (not quoted or row.get("clause-marker") == _IF)
    return min(share, _UNLIKELY) if narrates or (not quoted and (_is_supposed(row) or _is_shown(row))) else share


def _is_supposed(row: Row) -> bool:
    """Whether a cue says that somebody may, can or should say so, or that nobody in particular will."""
    helpers = str(row.get("helpers", "")).split(" ")
    anybody = helpers[0] in _FUTURE and row.get("agent") in _ANYBODY
    return (helpers[0] in _SUPPOSING or anybody) and _NEGATED.isdisjoint(helpers)


def _is_shown(row: Row) -> bool:
    """Whether what was told before shows something: "This suggests that …", "…, which suggests that …"."""
    return row.get("lemma") in _SHOWING and row.get("agent-tag") in _POINTING
