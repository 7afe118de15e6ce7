"""Golden rules of resolution: for whom speakers speak, by class, in small invented articles.

``[[ ]]`` marks a source and ``{{ }}`` the content that it is the source of, in the same order.
"""

from __future__ import annotations

import pytest
from test_resolve_articles import Resolve, resolved, show

__all__ = ["resolved"]

BESIDE = [
    (
        "Weather Works is a charity. [[Weather Works' Peter Stone]] said {{it had snowed}}.",
        ["Peter Stone | person | - | Weather Works"],
    ),
    (
        "[[Anna Brown and Peter Stone of Melford College]] said {{birds sing}}.",
        ["Anna Brown and Peter Stone | people | - | Melford College"],
    ),
    (
        "The Melford Company lost money. [[Anna Brown, one of the company's directors]], said {{it was over}}.",
        ["Anna Brown | person | - | Melford Company"],
    ),
]
ROLES = [
    ("[[White House press secretary Jane Smith]] said {{it was late}}.", "press secretary"),
    ("[[The network's foreign affairs reporter, Jane Smith]], said {{it was late}}.", "foreign affairs reporter"),
    ("[[Jane Smith, a co-author of “Bees of the World,”]] said {{it was late}}.", "co-author"),
    ("[[Jane Smith]] said {{it was late}}. Smith would be a better president.", None),
    ("[[Jane Smith, the former secretary of state,]] said {{it was late}}.", "former secretary of state"),
]
TIES = [
    (
        "[[Anna Brown, a former Barton Lynch analyst who teaches at Melford College]], said {{it was late}}.",
        ["Anna Brown | person | analyst | Melford College"],
    ),
    (
        "Peter Stone spoke. {{“He is a director of Barton Lynch,”}} [[Stone]] said of Carl Hale.",
        ["Peter Stone | person | - | -"],
    ),
    (
        "Ruth Carter runs a shop. [[She]] said {{it was closed}}. She is the director of the Melford Institute.",
        ["Ruth Carter | person | director | Melford Institute"],
    ),
]
TIMES = [
    (
        "[[Former Texas Governor Jane Smith]] said {{it was hot}}. Texas is large.",
        ["Jane Smith | person | Governor | -"],
    ),
    (
        "Texas is large. [[Jane Smith]] said {{it snowed}}. She was governor of Texas.",
        ["Jane Smith | person | governor | -"],
    ),
    (
        "Cheers for Jane Smith, the next president of Brazil. [[Smith]] said {{she was glad}}. Brazil is large.",
        ["Jane Smith | person | next president | -"],
    ),
]
SPOKEN_OF = [
    (
        "Brightwater won. [[Skipper Doug Hale]] told BBC Sport {{it was easy}}. Brightwater have won before.",
        ["Doug Hale | person | Skipper | Brightwater"],
    ),
]
CAMPAIGNS = [
    (
        "The new team of campaign manager Anna Brown met. [[The campaign]] said {{it was late}}.",
        ["(campaign) | organisation | - | -"],
    ),
    (
        "[[Peter Stone, deputy campaign manager for Laura King’s campaign]], said {{it was late}}. Hale’s team left.",
        ["Peter Stone | person | deputy campaign manager | King campaign"],
    ),
    (
        "[[Peter Stone, who ran the Iowa campaign of Laura King]], said {{it was late}}.",
        ["Peter Stone | person | - | King campaign"],
    ),
    (
        "The campaign is long. [[Jane Stone, a spokeswoman for Carl Weiss,]] said {{he was tired}}.",
        ["Jane Stone | person | spokeswoman | -"],
    ),
    (
        "The campaign is long. Candidate Carl Weiss sleeps. [[Weiss aides]] said {{he was tired}}.",
        ["(Weiss aides) | people | - | Weiss campaign"],
    ),
    (
        "The road is long. [[Jane Stone, a spokeswoman for Carl Weiss,]] said {{he was tired}}.",
        ["Jane Stone | person | spokeswoman | -"],
    ),
]
OFFICES = [
    (
        "The Senate met. [[Senate Minority Whip Anna Brown (D-Ohio)]] said {{it was late}}.",
        ["Anna Brown | person | - | Senate"],
    ),
    (
        "The Ohio Senate met. [[State Sen. Anna Brown]] said {{it rained}}. [[Sen. Peter Stone]] said {{it snowed}}.",
        ["Anna Brown | person | - | Ohio Senate", "Peter Stone | person | - | -"],
    ),
    (
        "[[U.S. District Judge Peter Stone]] said {{it was late}}.",
        ["Peter Stone | person | District Judge | -"],
    ),
    (
        "[[Carl Hale, an African-American delegate]], said {{it was late}}.",
        ["Carl Hale | person | delegate | -"],
    ),
]
DOCUMENTS = [
    (
        "The Melford Forum research found gold. [[The report]] says {{it is rare}}.",
        ["(Melford Forum research) | document | - | Melford Forum"],
    ),
]
BODIES = [
    (
        "Laura King was ill. [[King’s office]] said {{she had the flu}}.",
        ["King’s office | organisation | - | -"],
    ),
    (
        "[[Melford Rising, a small committee,]] said {{it was late}}.",
        ["Melford Rising | organisation | - | Melford Rising"],
    ),
    (
        "News Corp. grew. Fox News shrank. [[Fox News]] said {{it was late}}.",
        ["Fox News | organisation | - | Fox News"],
    ),
    (
        "The CNN anchor left. [[CNN]] said {{she was ill}}.",
        ["CNN | organisation | - | CNN"],
    ),
    (
        "[[The super PAC backing Laura King]] says {{it was late}}.",
        ["(super PAC backing Laura King) | organisation | - | -"],
    ),
    (
        "[[The Federal Reserve]] said {{rates would rise}}. [[The Fed]] said {{it was sure}}.",
        ["Federal Reserve | organisation | - | Federal Reserve"] * 2,
    ),
    (
        "[[Jane Stone, a Twitter spokeswoman,]] said {{so}}. [[Howard Bell, an analyst at Jefferies,]] said {{no}}.",
        ["Jane Stone | person | spokeswoman | Twitter", "Howard Bell | person | analyst | Jefferies"],
    ),
    (
        "[[Ben Carter, publisher of The Federalist,]] said {{it was up}}.",
        ["Ben Carter | person | publisher | Federalist"],
    ),
    (
        "Ajax have sold him. Ajax boss Piet Vries is glad. [[Ajax]] said {{he was slow}}.",
        ["Ajax | organisation | - | Ajax"],
    ),
    (
        "[[The Melford Times and the Barton Post]] reported {{that it rained}}.",
        ["Melford Times and Barton Post | people | - | Melford Times and Barton Post"],
    ),
    (
        "{{It sells,}} said [[Ruth Carter, a Crowdbarn spokeswoman]]. Crowdbarn sells hay.",
        ["Ruth Carter | person | spokeswoman | Crowdbarn"],
    ),
    (
        "[[Anna May]] said {{it was late}}. Mrs May left in May.",
        ["Anna May | person | - | -"],
    ),
    (
        "LONDON, England (AFP) - [[President Jane Smith]] said {{it was late}}.",
        ["Jane Smith | person | President | -"],
    ),
    (
        "[[The ACLU of Ohio]] said {{it was late}}.",
        ["ACLU of Ohio | organisation | - | ACLU of Ohio"],
    ),
    (
        "Moscow was cold. [[Russian officials]] said {{so}}. Russia is large.",
        ["(Russian officials) | people | - | Russia"],
    ),
]


@pytest.mark.parametrize(("article", "expected"), BESIDE)
def test_what_stands_beside_a_name(resolved: Resolve, article: str, expected: list[str]) -> None:
    """Prepositions, possessives, roles and joined names, whatever the tree makes of them."""
    assert show(resolved(article)) == expected


@pytest.mark.parametrize(("article", "expected"), TIES)
def test_what_clauses_tie_somebody_to(resolved: Resolve, article: str, expected: list[str]) -> None:
    """What somebody is, founded, owns or works for, by any sentence."""
    assert show(resolved(article)) == expected


@pytest.mark.parametrize(("article", "expected"), ROLES)
def test_roles_as_written(resolved: Resolve, article: str, expected: str | None) -> None:
    """Whole offices, without their possessor, a bare preposition behind them, or what somebody only might be."""
    (speaker,) = resolved(article).speaker_of
    assert speaker is not None
    assert speaker.role == expected


@pytest.mark.parametrize(("article", "expected"), TIMES)
def test_offices_that_are_over_or_to_come(resolved: Resolve, article: str, expected: list[str]) -> None:
    """Whoever held an office of a place, or will hold one, does not stand for the place."""
    assert show(resolved(article)) == expected


@pytest.mark.parametrize(("article", "expected"), SPOKEN_OF)
def test_the_organisation_spoken_of(resolved: Resolve, article: str, expected: list[str]) -> None:
    """A role without an organisation is in the one spoken of; a medium that was told something is not that."""
    assert show(resolved(article)) == expected


@pytest.mark.parametrize(("article", "expected"), CAMPAIGNS)
def test_the_staff_of_candidates(resolved: Resolve, article: str, expected: list[str]) -> None:
    """They stand for the campaign, if the article speaks of one."""
    assert show(resolved(article)) == expected


@pytest.mark.parametrize(("article", "expected"), OFFICES)
def test_public_offices(resolved: Resolve, article: str, expected: list[str]) -> None:
    """Ministers speak for their ministry or the government, their shadows for a party, senators for the senate."""
    assert show(resolved(article)) == expected


@pytest.mark.parametrize(("article", "expected"), DOCUMENTS)
def test_who_issued_a_document(resolved: Resolve, article: str, expected: list[str]) -> None:
    """By the study spoken of, and by whoever conducted a poll."""
    assert show(resolved(article)) == expected


@pytest.mark.parametrize(("article", "expected"), BODIES)
def test_names_and_kinds_of_organisations(resolved: Resolve, article: str, expected: list[str]) -> None:
    """Short forms, clubs in the plural, several at once, countries rather than capitals."""
    assert show(resolved(article)) == expected
