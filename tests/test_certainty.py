"""How sure speakers and organisations are, and what is told where a name is withheld."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from attrs import evolve

from quoteattr import Attitude, Extractor, Lexicon, Settings, SpeakerKind
from quoteattr.attribute import attribute
from quoteattr.certainty import Forests, certainty_of
from quoteattr.detect import ArticleFeatures, detect
from quoteattr.resolution import Resolution, Resolved, records, resolved
from quoteattr.speaker_records import Standing

BRIDGE = "“It will stand,” said Ana Ruiz, an engineer at Acme. She said that it was safe. The mayor met Ana Ruiz."


def _resolved(extractor: Extractor, text: str) -> Resolved:
    (parse,) = extractor._model.parse([text])
    features = ArticleFeatures(parse, Lexicon.default())
    return resolved(parse, attribute(features, detect(features)))


def _told(article: Resolved, shares: Sequence[float | None], least: float = 0.5) -> Resolution:
    """The records, with speakers that are as sure as ``shares`` say."""
    sure = evolve(article, certainty=evolve(article.certainty, speakers=shares))
    return records(sure, range(len(shares)), least_speaker=least)


def test_the_words_of_a_doubtful_source_stand_in_the_place_of_the_name(full_extractor: Extractor) -> None:
    """Its kind stays; the other quotes keep the speaker, who is not mentioned there any more."""
    made = _told(_resolved(full_extractor, BRIDGE), [0.9, 0.2])
    first, second = made.speaker_of
    assert first is not None and second is not None
    assert (first.name, second.name, second.description, second.kind) == ("Ana Ruiz", None, "She", SpeakerKind.PERSON)
    assert (second.organisation, second.role, made.rules_of[1]) == (None, None, ())
    assert [span.text for span in second.mentions] == ["She"]
    assert "She" not in [span.text for span in first.mentions]
    assert made.confidence_of == (0.9, 0.2)
    assert [speaker.id for speaker in made.speakers] == ["s1", "s2"]


def test_a_doubtful_description_is_told_without_its_article(full_extractor: Extractor) -> None:
    """As that of anybody unnamed."""
    text = "Ana Ruiz, the chief engineer, built the bridge. The chief engineer said that it was safe."
    article = _resolved(full_extractor, text)
    (speaker,) = _told(article, [0.9]).speaker_of
    assert speaker is not None and speaker.name == "Ana Ruiz"
    (speaker,) = _told(article, [0.1]).speaker_of
    assert speaker is not None and (speaker.name, speaker.description) == (None, "chief engineer")


def test_one_source_has_one_speaker(full_extractor: Extractor) -> None:
    """Who is sure in one quote of a source is told in all of them; a quotation that goes on has nobody to tell."""
    text = "“It leaks,” said Laura King. “It always has leaked.”\n\n“Nobody did a thing about it for ten long years.”"
    article = _resolved(full_extractor, text)
    assert len(article.voices) == 2
    assert [speaker and speaker.name for speaker in _told(article, [0.9, 0.1]).speaker_of] == ["Laura King", None]
    made = _told(article, [0.1, 0.1])
    assert [speaker and str(speaker) for speaker in made.speaker_of] == ["Laura King", "Laura King"]
    assert [speaker.name for speaker in made.speakers] == [None]


def test_whoever_is_not_named_stays(full_extractor: Extractor) -> None:
    """There is no name to withhold."""
    (speaker,) = _told(_resolved(full_extractor, "A nurse said that it was safe."), [0.1]).speaker_of
    assert speaker is not None and speaker.description == "nurse"


def test_a_doubtful_organisation_is_withheld(full_extractor: Extractor) -> None:
    """With its rule."""
    article = _resolved(full_extractor, BRIDGE)
    standings = {who: Standing(one.organisation, one.rule, 0.4) for who, one in article.standings.items()}
    for least, name, share in ((0.3, "Acme", 0.4), (0.5, None, None)):
        made = records(evolve(article, standings=standings), [0], least_organisation=least)
        (speaker,) = made.speakers
        body = speaker.organisation
        assert (body and body.name, speaker.organisation_confidence) == (name, share)
        assert (speaker.organisation_rule is None) == (name is None)
        assert bool(made.organisations) == (name is not None)


def test_everything_has_a_confidence(full_extractor: Extractor) -> None:
    """From 0 to 1, where there is a speaker or an organisation; the engineer by her full name is hardly doubted."""
    article = full_extractor(BRIDGE)
    assert [quote.speaker_confidence is not None for quote in article.quotes] == [True, True]
    assert (article.quotes[0].speaker_confidence or 0.0) > 0.8
    (speaker,) = article.speakers
    assert 0.0 < (speaker.organisation_confidence or 0.0) < 1.0


@pytest.mark.parametrize("body", ["Sony", "Shell", "The Bakers Union"])
def test_a_body_goes_on_speaking_in_a_short_text(full_extractor: Extractor, body: str) -> None:
    """It is whoever spoke in the sentence before, however seldom the text names it."""
    first, second = full_extractor(f"{body} said the figures are wrong. It said the bridge is safe.").quotes
    assert second.speaker is first.speaker is not None
    assert second.speaker.name == body.removeprefix("The ")


def test_without_forests_nothing_is_doubted(full_extractor: Extractor) -> None:
    """As before the first training."""
    article = _resolved(full_extractor, BRIDGE)
    certainty = certainty_of(article.context, article.voices, article.affiliations, Forests())
    assert (certainty.speakers, certainty.organisations) == ([None, None], {})
    made = records(evolve(article, certainty=certainty), [1], least_speaker=1.0)
    assert [speaker.name for speaker in made.speakers] == ["Ana Ruiz"]


@pytest.mark.parametrize(
    ("settings", "withholds"),
    [
        (Settings(), True),
        (Settings(min_confidence=0.2), True),
        (Settings(min_confidence="complete"), False),
        (Settings(attitudes=list(Attitude)), False),
    ],
)
def test_complete_withholds_nothing(settings: Settings, withholds: bool) -> None:
    """Nor does whoever asks for everything by all attitudes; any other number does."""
    assert (settings.least_speaker_confidence > 0, settings.least_organisation_confidence > 0) == (withholds,) * 2
    precise = Settings(min_confidence="precise")
    assert precise.least_speaker_confidence > settings.least_speaker_confidence
