"""For whom somebody stands in the prose of farming, city and show-business pages: bodies by evidence, towns never."""

from __future__ import annotations

import pytest

from quoteattr import Extractor

SAYS = " says that the crop is gone."
TOLD = [
    # a title between a role and a name
    ("CSIRO scientist Dr Helen Croft", "CSIRO"),
    # "with" and "from" an employer, whatever the model takes it for
    ("Mark Dole, a grain trader with Agfarm,", "Agfarm"),
    ("Graham Lew, from security company Sofix,", "Sofix"),
    ("Jan Kroll, Valdo's head of games,", "Valdo"),
    # bodies by their members, by their topics, of a faith
    ("Sandy McTag, from the Pastoralists and Graziers Association,", "Pastoralists and Graziers Association"),
    ("Shire of Broome president Ted Hall", "Shire of Broome"),
    ("Farhana Kell, executive director of Muslim Advocates,", "Muslim Advocates"),
    ("Mike Slade, president of the Tulsa chapter of the Sierra Club,", "Sierra Club"),
    # towns, districts, peoples, trades and platforms
    ("Cattle grazier Jim Reed from Longreach", None),
    ("Ann Marsh, who grows oranges at Renmark,", None),
    ("Jim Reed, a Mallee wheat farmer,", None),
    ("Jim Reed, an Aboriginal elder,", None),
    ("Jim Reed, a Hollywood producer,", None),
    ("Jim Reed, a National Party senator,", None),
    ("Wool broker Rob Penny", None),
    ("Steve Kons, the state's Primary Industries Minister,", None),
    ("Ana Bloom, who plays a nurse in The Long Night,", None),
    ("Ann Hall, the ambassador to Peru,", None),
    ("Ann Hall, who runs a Nevada newsletter,", None),
]


@pytest.mark.parametrize(("source", "organisation"), TOLD)
def test_a_speaker_stands_for_a_body_and_for_no_place(
    extractor: Extractor, source: str, organisation: str | None
) -> None:
    """One sentence tells for whom somebody speaks, or for nobody."""
    (quote,) = extractor(source + SAYS).quotes
    assert quote.speaker is not None
    found = quote.speaker.organisation
    assert (found.name if found is not None else None) == organisation


def test_a_union_secretary_is_of_the_union_spoken_of(extractor: Extractor) -> None:
    """A noun with a capital before a role means the body that was named."""
    article = extractor("The Bakers Union is angry. Union secretary Bill Hurst said that bread was dear.")
    assert [one.name for one in article.organisations] == ["Bakers Union"]
