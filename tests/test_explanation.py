"""Why a quote was found, why this is its speaker, and why this is the organisation."""

from __future__ import annotations

import subprocess
import sys
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given
from strategies import articles

from quoteattr import Extractor, explanation
from quoteattr.catalogue import families, rules_table
from quoteattr.data import text_of
from quoteattr.explanation import explain, reason_of
from quoteattr.records import Article, Attitude, Organisation, Quote, QuoteKind, Span, Speaker, SpeakerKind

TEXT = "Ada Smith runs Acme. She does not believe that sales will fall. Smith will resign, “soon”."


def span(words: str) -> Span:
    """Where ``words`` first stand."""
    return Span.of(TEXT, TEXT.index(words), TEXT.index(words) + len(words))


ACME = Organisation("o1", "Acme", (), (span("Acme"),))
SMITH = Speaker(
    "s1",
    "Ada Smith",
    None,
    SpeakerKind.PERSON,
    None,
    ACME,
    (span("Ada Smith"), span("She"), span("Smith will")),
    "subject-of",
)
QUOTE = Quote(
    "q1",
    QuoteKind.INDIRECT,
    Attitude.BELIEF,
    True,
    (span("that sales will fall"),),
    (span("does not believe"),),
    (span("She"),),
    SMITH,
    "clause",
    0.5,
    ("pronoun-she", "name-first"),
)
REASONS = {"pronoun-she": "a woman who was named before", "subject-of": "the subject of a verb of leading"}


def explained(quote: Quote, custom: dict[str, str] = REASONS) -> explanation.Explanation:
    (one,) = explain(Article(TEXT, (quote,)), custom)
    return one


def test_an_explanation_tells_rules_with_their_reasons() -> None:
    """In order from the source to the organisation; a rule without a known reason is told by its id."""
    one = explained(QUOTE)
    assert one.quote == (
        "rule clause: a verb with an object clause behind it",
        "cue 'does not believe' at 25; confidence 0.50",
    )
    assert one.speaker == (
        "source 'She' at 21",
        "speaker rule pronoun-she: a woman who was named before",
        "speaker rule name-first",
        "mentioned before as 'Ada Smith' at 0",
        "named 'Ada Smith' at 0",
    )
    assert one.organisation == (
        "organisation rule subject-of: the subject of a verb of leading",
        "stands for Acme, first told 'Acme' at 15",
    )


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({"speaker": None}, ("source 'She' at 21: nobody whom the article tells",)),
        ({"speaker": None, "source": ()}, ("no source at this place",)),
        (
            {"source": (), "speaker_rules": ()},
            ("no source at this place: Ada Smith speaks on", "named 'Ada Smith' at 0"),
        ),
        ({"source": (span("Ada Smith"),), "speaker_rules": ()}, ("source 'Ada Smith' at 0", "named 'Ada Smith' at 0")),
        (
            {"speaker": Speaker("s2", None, "a rival", SpeakerKind.PERSON), "speaker_rules": ()},
            ("source 'She' at 21", "never named; described as 'a rival'"),
        ),
    ],
    ids=["nobody", "nobody nowhere", "goes on", "by name", "never named"],
)
def test_why_this_speaker(changes: dict[str, Any], told: tuple[str, ...]) -> None:
    """By what the records hold."""
    assert explained(evolve(QUOTE, **changes)).speaker == told


def test_why_this_organisation() -> None:
    """Nothing where there is none; by the rule alone where a body speaks for itself."""
    assert explained(evolve(QUOTE, speaker=None)).organisation == ()
    assert explained(evolve(QUOTE, speaker=evolve(SMITH, organisation=None))).organisation == ()
    itself = Speaker("s1", "Acme", None, SpeakerKind.ORGANISATION, None, ACME, ACME.mentions, "itself")
    assert explained(evolve(QUOTE, speaker=itself)).organisation == ("organisation rule itself",)
    unmentioned = evolve(SMITH, organisation=evolve(ACME, mentions=()), organisation_rule=None)
    assert explained(evolve(QUOTE, speaker=unmentioned)).organisation == ("stands for Acme",)


@given(articles())
def test_every_article_is_explained(article: Article) -> None:
    """A quote has an explanation, whatever its records are."""
    assert len(explain(article)) == len(article.quotes)


def test_mentions_are_not_looked_at_once_a_quote() -> None:
    """The time of an explanation does not grow with the square of an article."""
    text = "she " * 1_000
    looks = 0

    class Mention(Span):
        def __getattribute__(self, name: str) -> Any:
            nonlocal looks
            looks += 1
            return super().__getattribute__(name)

    mentions = tuple(Mention.of(text, start, start + 3) for start in range(0, 4_000, 4))
    speaker = Speaker("s1", "Ada", None, SpeakerKind.PERSON, None, None, mentions)
    quotes = tuple(
        evolve(QUOTE, id=f"q{number}", speaker=speaker, source=(Span.of(text, place.start, place.end),))
        for number, place in enumerate(mentions)
    )
    looks = 0
    explain(Article(text, quotes, (speaker,)))
    assert looks < 60 * len(quotes)


# ---- the table of reasons ------------------------------------------------------------------------------------------


def test_the_table_is_made_of_the_rules() -> None:
    """A rule has one row with its kind and its reason, and a rule that is gone is gone from the table."""
    table = text_of("rules.tsv")
    assert table == rules_table(), "run: python -m quoteattr.catalogue --table"


def test_a_reason_is_found_by_the_id_of_a_rule() -> None:
    """Ids are those of one rule each; there is no reason for others."""
    rules = [rule for family in families() for rule in family.rules]
    assert len({rule.id for rule in rules}) == len(rules)
    assert {rule.id: reason_of(rule.id) for rule in rules} == {rule.id: rule.reason for rule in rules}
    assert reason_of("no-such-rule") is None


@pytest.mark.slow
def test_reasons_are_known_without_spacy() -> None:
    """Nor is the code of a rule imported."""
    code = """
import sys
from quoteattr.data import text_of
from quoteattr.explanation import reason_of
print(reason_of("clause"), [name for name in ("spacy", "quoteattr.detect") if name in sys.modules])
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "a verb with an object clause behind it []\n"


def test_an_addressee_is_explained_by_its_rule(extractor: Extractor) -> None:
    """With the words for it."""
    (reason,) = explain(extractor("“It is late,” Ada Smith told Acme News."))
    assert [line for line in reason.quote if "addressee" in line or "said to" in line] == [
        "said to 'Acme News' at 29",
        "addressee rule addressee-told: the object of a verb of telling is who is told",
    ]
