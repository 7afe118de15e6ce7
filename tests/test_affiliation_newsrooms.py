"""For whom somebody stands in the prose of farming, city and show-business pages: bodies by evidence, towns never."""

from __future__ import annotations

import pytest

from quoteattr import Article, Extractor

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
    # trades and offices that open a sentence, and what somebody is a member for
    ("Citrus agronomist Dr Ada Smith", None),
    ("Trawler owner Ben Lee", None),
    ("Minister of State for Flood Relief Ada Smith", None),
    ("State member for Barradine Ben Lee", None),
    ("Ben Lee, who runs Brahmans at Larrimah,", None),
    ("A student of Microbiology, Ben Lee,", None),
    ("Ben Lee, from the Dunsby neighbourhood policing team,", None),
    ("The Commissioner for Finance, Ben Lee,", None),
    ("Owners of an old Voltaire sedan", None),
    ("Ada Smith, whose testimony led Congress to act,", None),
    ("Halden Homes critic Ben Lee", None),
    ("Variety reporter Leon Marks", "Variety"),
    ("Analyst Ada Smith, of Seymour Pryce,", "Seymour Pryce"),
    ("Ben Lee, who runs a feedlot at Longreach,", None),
    # letters in brackets before a role, bodies in the plural possessive, parties, firms with capitals inside
    ("Union of Halden Teachers (UHT) branch secretary Ben Lee", "Union of Halden Teachers"),
    ("Northern Growers' Association president Ben Lee", "Northern Growers' Association"),
    ("Greens MP Ben Lee", "Greens"),
    ("AgForce", "AgForce"),
    ("Meat and Livestock Australia", "Meat and Livestock Australia"),
    ("The Halden Fishermen's Co-operative", "Halden Fishermen's Co-operative"),
    ("A commodities analyst with Rabo Rural, Ben Lee,", "Rabo Rural"),
    ("The wheat exporter AWG", "AWG"),
]


@pytest.fixture(scope="module")
def articles(extractor: Extractor) -> dict[str, Article]:
    """What is found in a sentence of each of them, all of them read together."""
    return dict(zip(dict(TOLD), extractor.pipe(source + SAYS for source in dict(TOLD)), strict=True))


@pytest.mark.parametrize(("source", "organisation"), TOLD)
def test_a_speaker_stands_for_a_body_and_for_no_place(
    articles: dict[str, Article], source: str, organisation: str | None
) -> None:
    """One sentence tells for whom somebody speaks, or for nobody."""
    (quote,) = articles[source].quotes
    assert quote.speaker is not None
    found = quote.speaker.organisation
    assert (found.name if found is not None else None) == organisation


def test_a_union_secretary_is_of_the_union_spoken_of(extractor: Extractor) -> None:
    """A noun with a capital before a role means the body that was named."""
    article = extractor("The Bakers Union is angry. Union secretary Bill Hurst said that bread was dear.")
    assert [one.name for one in article.organisations] == ["Bakers Union"]


@pytest.mark.parametrize(
    ("text", "organisation"),
    [
        ("The Halden Forum met. The forum's chairman, Ada Smith, said that it rained.", "Halden Forum"),
        ("The Lower Halden Board met. Board engineer Ben Lee said that it rained.", "Lower Halden Board"),
        ("Halden Regional Hospital was shut. A spokesman for the hospital said it rained.", "Halden Regional Hospital"),
        ("The records were lost, according to documents reviewed by The Halden Gazette.", None),
        ("The City Council met. Councilwoman Ada Smith said that it rained.", "City Council"),
        ("“It rains,” the GP said.", None),
    ],
)
def test_bodies_are_told_in_a_sentence_before(extractor: Extractor, text: str, organisation: str | None) -> None:
    """Forums, boards, hospitals and councils are found again; media that have read documents have not issued them."""
    (quote,) = extractor(text).quotes
    assert quote.speaker is not None
    found = quote.speaker.organisation
    assert (found.name.removeprefix("The ") if found is not None else None) == organisation


def test_a_chamber_that_an_article_names_once_and_far_away_is_nobodys(extractor: Extractor) -> None:
    """A title alone names no chamber."""
    rain = "It rained. It was cold. It was late. It was dark. "
    article = extractor(f"Sen. Ada Smith said that taxes would fall. {rain}The Senate Fish Committee met.")
    assert [one.name for one in article.organisations if one.name == "Senate"] == []


def test_a_president_of_a_country_is_of_no_union_whose_president_stands_beside_him(extractor: Extractor) -> None:
    """What a namesake in office is president of ties nobody to it."""
    article = extractor(
        "President Dale Harlan met senators at noon. “We had a good talk,” Mr. Harlan said, flanked by his labor "
        "secretary and the president of the International Federation of Marine Trades."
    )
    assert [one.name for one in article.organisations] == []
