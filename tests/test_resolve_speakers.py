"""Golden rules of who speaks, by class: names, descriptions, groups, pronouns, interviews, in invented articles.

``[[ ]]`` marks a source and ``{{ }}`` the content that it is the source of, in the same order.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from attrs import evolve
from test_resolve_articles import Resolve, attributions_of, resolved, show

from quoteattr.coreference.gazetteer import gazetteer
from quoteattr.resolution import resolve

if TYPE_CHECKING:
    from spacy.language import Language

__all__ = ["resolved"]

NAMES = [
    (
        "Ana Castro Vega runs the bank. [[Ms. Castro]] said {{it was late}}.",
        ["Ana Castro Vega | person | - | -"],
    ),
    (
        "[[Sen. Peter Stone (a Democrat so young he was once taken for a page)]] said {{it was late}}.",
        ["Peter Stone | person | Democrat | -"],
    ),
    (
        "[[Peter Stone, head of the Melford Institute, and a Democrat]], said {{it was late}}.",
        ["Peter Stone | person | head | Melford Institute"],
    ),
    (
        "Walter “Duke” Henson met reporters. [[Henson]] said {{it was late}}.",
        ["Walter “Duke” Henson | person | - | -"],
    ),
    (
        "Clara May, the shadow minister, was in Leeds. [[May]] said {{it rained}}.",
        ["Clara May | person | shadow minister | -"],
    ),
    (
        "Peter and Laura Quill own the mill. [[Peter]] said {{it was sold}}. Peter Quill sold it.",
        ["Peter Quill | person | - | -"],
    ),
    (
        "Tindr opened in Rome. Its rivals envied Tindr. [[Tindr]] closed {{her account}}. [[Tindr]] said {{so}}.",
        ["Tindr | organisation | - | Tindr", "Tindr | organisation | - | Tindr"],
    ),
    (
        "The Federal Reserve met on Monday. [[The Fed]] said {{that rates would rise}}.",
        ["The Federal Reserve | organisation | - | The Federal Reserve"],
    ),
    (
        "Rocker Hale fined\n\nSinger Tom Hale was fined on Monday. [[Hale]] said {{he was sorry}}.",
        ["Tom Hale | person | Rocker | -"],
    ),
    (
        "Iran closed the border. [[Tehran]] said {{it was safe}}.",
        ["Iran | organisation | - | Iran"],
    ),
    (
        "The diver Roh Min-seo won in Busan. [[Roh]] said {{she was glad}}.",
        ["Roh Min-seo | person | diver | -"],
    ),
    (
        "Peter and Laura Quill own the mill. [[Mr. Quill]] said {{it was sold}}.",
        ["Peter Quill | person | - | -"],
    ),
]
NAMED_IN_SOURCES = [
    (
        "[[The author of the book, Mitchell Zorn,]] said {{it was true}}.",
        ["Mitchell Zorn | person | author of the book | -"],
    ),
    (
        "[[One of the nurses, Laura King, 34,]] said {{it was late}}.",
        ["Laura King | person | - | -"],
    ),
    (
        "[[A former aide to the mayor, Oleg Voss,]] said {{it was a lie}}. {{“I was there,”}} [[he]] said.",
        ["Oleg Voss | person | former aide to the mayor | -"] * 2,
    ),
    (
        "[[Two of her rivals, Anna Brown and Peter Stone,]] said {{she would lose}}.",
        ["Anna Brown and Peter Stone | people | - | -"],
    ),
    (
        "[[The news site Harbour Post]] said {{the ship had sunk}}.",
        ["Harbour Post | organisation | - | Harbour Post"],
    ),
]
DESCRIPTIONS = [
    (
        (
            "A farmer from Kent has told a court that he was cheated. [[Peter Stone]] said {{he had lost his land}}. "
            "[[The farmer]] said {{it was a crime}}."
        ),
        ["Peter Stone | person | - | -"] * 2,
    ),
    (
        "No other senator spoke. Senator Laura King was ill. [[The senator]] said {{it was the flu}}.",
        ["Laura King | person | Senator | -"],
    ),
    (
        (
            "In her years as mayor, Laura King built roads. Carl Weiss praised them. "
            "[[The former mayor]] said {{they were good}}."
        ),
        ["Laura King | person | - | -"],
    ),
    (
        "President Carl Weiss flew to Lyon. [[The French president]] said {{he was glad}}.",
        ["(French president) | person | - | -"],
    ),
    (
        (
            "Sen. Laura King (R-Ohio) met Sen. Carl Weiss (D-Iowa). [[The Iowa senator]] said {{it was late}}. "
            "[[The Ohio Republican]] said {{it was early}}."
        ),
        ["Carl Weiss | person | - | -", "Laura King | person | - | -"],
    ),
    (
        (
            "Vice President Laura King met President Carl Weiss. [[The vice president]] said {{it was late}}. "
            "[[The president]] said {{it was early}}."
        ),
        ["Laura King | person | Vice President | -", "Carl Weiss | person | President | -"],
    ),
    (
        "Republican voters liked it. [[Republicans]] said {{it was good}}.",
        ["(Republicans) | people | - | -"],
    ),
    (
        "Iranian officials left. [[Israeli officials]] said {{it was good}}. [[The officials]] said {{it was bad}}.",
        ["(Israeli officials) | people | - | -"] * 2,
    ),
    (
        "The campaign of Laura King was late. [[The campaign of Carl Weiss]] said {{it was early}}.",
        ["Weiss campaign | organisation | - | Weiss campaign"],
    ),
    (
        "Saudi Arabia is rich. [[The government in Lisbon]] said {{that Portugal was poor}}. Portugal is small.",
        ["Portugal | organisation | - | Portugal"],
    ),
    (
        (
            "[[The inspector general]] said {{Gen. Carl Weiss was late}}. Gen. Carl Weiss smiled. "
            "[[The general]] said {{it was early}}."
        ),
        ["(inspector general) | person | - | -", "Carl Weiss | person | - | -"],
    ),
]
RELATIVES = [
    (
        (
            "Tom Hale won the race. Hale thanked his brother, Jack Hale. Carl Weiss, a friend of the mayor, was there. "
            "{{“He is fast,”}} said [[Hale's brother]]."
        ),
        ["Jack Hale | person | - | -"],
    ),
]
GROUPS = [
    (
        "[[The two rivals, Anna Brown, the speaker of the House, and Peter Stone,]] said {{it was late}}.",
        ["Anna Brown and Peter Stone | people | - | -"],
    ),
    (
        (
            "[[Anna Brown and Peter Stone]] sent a letter about {{the dam}}. The minister, Carl Weiss, met Laura King. "
            "[[The two]] said {{it leaked}}."
        ),
        ["Anna Brown and Peter Stone | people | - | -"] * 2,
    ),
    (
        (
            "Committee chairman Carl Weiss and committee chairman Peter Stone met. "
            "[[Carl Weiss and Peter Stone]] said {{it was late}}. [[The chairmen]] said {{it was early}}."
        ),
        ["Carl Weiss and Peter Stone | people | - | -"] * 2,
    ),
    (
        "[[Leaders in the Senate and the House of Representatives]] said {{that it was over}}.",
        ["(Leaders in the Senate and the House of Representatives) | people | - | Senate"],
    ),
]
PRONOUNS = [
    (
        "Carl Hale won. In [[his]] plan, Peter Stone wrote {{that it was late}}.",
        ["Peter Stone | person | - | -"],
    ),
    (
        "Carl Hale won. As for Peter Stone, [[he]] said {{it was late}}.",
        ["Peter Stone | person | - | -"],
    ),
    (
        "Carl Hale’s aide, Peter Stone, smiled. [[He]] urged Carl Hale {{to resign}}.",
        ["Peter Stone | person | aide | -"],
    ),
    (
        "Carl Weiss met Peter Stone on Monday. [[He]] said {{that Stone was late}}.",
        ["Carl Weiss | person | - | -"],
    ),
    (
        (
            "Carl Weiss runs for mayor. Weiss likes dams. Weiss built three. {{“Weiss will win,”}} said "
            "[[Tom Hale]], a shopkeeper. {{“Weiss is cheap,”}} [[he]] added."
        ),
        ["Tom Hale | person | shopkeeper | -"] * 2,
    ),
    (
        "[[Lindsey Stone]] said {{it was late}}. The dam was old. [[He]] added {{that it leaked}}.",
        ["Lindsey Stone | person | - | -"] * 2,
    ),
    (
        "Voters across Ohio, [[who]] have seen {{the dam}}, like it.",
        ["(Voters) | people | - | -"],
    ),
    (
        "The prize went to Anna Brown and Peter Stone, [[who]] have praised {{the dam}}.",
        ["Anna Brown and Peter Stone | people | - | -"],
    ),
]
INTERVIEWS = [
    (
        "Laura King spoke to us.\n\n[[Q]]: {{Where were you born?}}\n\n[[A]]: {{In a small town in Ohio.}}",
        ["(interviewer) | person | - | -", "Laura King | person | - | -"],
    ),
]


@pytest.mark.parametrize(("article", "expected"), NAMES)
def test_names_join_what_is_one(resolved: Resolve, article: str, expected: list[str]) -> None:
    """Nicknames, surnames that are months, shared surnames, clipped names and capitals lead to one name."""
    assert show(resolved(article)) == expected


@pytest.mark.parametrize(("article", "expected"), NAMED_IN_SOURCES)
def test_a_name_within_the_source_is_the_speaker(resolved: Resolve, article: str, expected: list[str]) -> None:
    """What a source describes and then names is known by the name, also to later pronouns."""
    assert show(resolved(article)) == expected


@pytest.mark.parametrize(("article", "expected"), DESCRIPTIONS)
def test_descriptions_fit_those_they_stand_for(resolved: Resolve, article: str, expected: list[str]) -> None:
    """Place, party, office and complement of a description rule out whom they do not fit."""
    assert show(resolved(article)) == expected


@pytest.mark.parametrize(("article", "expected"), RELATIVES)
def test_relatives_are_those_of_their_owner(resolved: Resolve, article: str, expected: list[str]) -> None:
    """Somebody's brother is the one who was named as such, and nobody else's."""
    assert show(resolved(article)) == expected


@pytest.mark.parametrize(("article", "expected"), GROUPS)
def test_groups_that_spoke_together_are_meant_again(resolved: Resolve, article: str, expected: list[str]) -> None:
    """Pairs and plural roles are those who spoke together; a body inside a phrase joins no people."""
    assert show(resolved(article)) == expected


@pytest.mark.parametrize(("article", "expected"), PRONOUNS)
def test_pronouns_follow_speech_and_agreement(resolved: Resolve, article: str, expected: list[str]) -> None:
    """Whom a content names does not say it; whoever spoke last goes on; "who" agrees with its verb."""
    assert show(resolved(article)) == expected


@pytest.mark.parametrize(("article", "expected"), INTERVIEWS)
def test_interviews_have_an_asker_and_a_guest(resolved: Resolve, article: str, expected: list[str]) -> None:
    """In questions and answers, the guest is whoever was named before."""
    assert show(resolved(article)) == expected


def test_a_quotation_without_a_source_has_the_speaker_that_it_keeps(nlp: Language) -> None:
    """Detection decides which quotation it continues."""
    parse, (said, loose) = attributions_of(
        nlp, "{{“It leaks,”}} said [[Laura King]]. {{“It always has leaked, as far as I know.”}} [[It]] is old."
    )
    resolution = resolve(parse, [said, evolve(loose, source=(), keeps=0)])
    assert show(resolution) == ["Laura King | person | - | -"] * 2


def test_states_behind_party_letters_are_places() -> None:
    """Every abbreviation of a state stands for a place of the list."""
    lists = gazetteer()
    assert {state for state in lists.states.values() if state.lower() not in lists.places} == set()
