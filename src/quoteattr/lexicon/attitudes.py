"""What attitude a cue expresses: its own, or that of its frame."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping

from quoteattr.data import text_of
from quoteattr.lexicon.lists import label_set, listed
from quoteattr.records import Attitude

__all__ = ["attitude_of", "attitudes"]

_NAMING = listed("naming", "wanting")
_HELD = tuple(label_set("frames", "held"))


def attitude_of(attitudes: Mapping[str, Attitude], lemma: str, frame: str) -> Attitude:
    """The attitude of a cue.

    Args:
        attitudes: Lemma to attitude, where it differs from that of its frame.
        lemma: The cue's.
        frame: What it governs.
    """
    own = attitudes.get(lemma)
    infinitive = frame.endswith("infinitive")
    if lemma in _NAMING and not infinitive:
        return Attitude.ASSERTION
    if own is None and infinitive and not frame.startswith(_HELD):
        return Attitude.EVENTUALITY
    return own or Attitude.ASSERTION


def attitudes() -> dict[str, Attitude]:
    """The attitudes that come with the library, by lemma."""
    by_name = tomllib.loads(text_of("attitudes.toml"))
    return {lemma: Attitude(name) for name, lemmas in by_name.items() for lemma in lemmas}
