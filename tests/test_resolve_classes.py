"""Golden rules of resolution by class: who a careful reader says is speaking in small invented articles.

``[[ ]]`` marks a source and ``{{ }}`` the content that it is the source of, in the same order.
"""

from __future__ import annotations

import pytest
from test_resolve_articles import Resolve, resolved, show

__all__ = ["resolved"]

KINDS = [
    (
        "[[Melford chairman Doug Carter]] said {{he was happy}}. He told the Melford website so.",
        ["Doug Carter | person | chairman | Melford"],
    ),
    (
        "Brightwater have refused to sell the striker. [[Brightwater]] said {{he would stay}}.",
        ["Brightwater | organisation | - | Brightwater"],
    ),
    (
        "[[BBC Sport]] understands {{that talks have begun}}.",
        ["BBC Sport | organisation | - | BBC Sport"],
    ),
    (
        "[[Time magazine]] named {{her one of the best}}.",
        ["Time magazine | organisation | - | Time magazine"],
    ),
    (
        "The Clean Air Act was passed in May. [[The Clean Air Act]] says {{that smoke is a crime}}.",
        ["Clean Air Act | document | - | -"],
    ),
    (
        "WARSAW - [[Peter Nowak]] said {{that it rained}}.",
        ["Peter Nowak | person | - | -"],
    ),
    (
        "The Institute for Rural Peace spoke of fish. On Friday [[the Institute]] said {{that they were few}}.",
        ["Institute for Rural Peace | organisation | - | Institute for Rural Peace"],
    ),
    (
        "[[Official figures]] show {{that trade fell}}. [[Senior party figures]] said {{that it did not}}.",
        ["(Official figures) | document | - | -", "(Senior party figures) | people | - | -"],
    ),
    (
        "The Liberal Democrats met in Bath. [[The Liberal Democrats]] said {{taxes were low}}.",
        ["Liberal Democrats | organisation | - | Liberal Democrats"],
    ),
]
REFERENCE = [
    (
        "Anna Brown and Peter Stone wrote a book about bees. {{It was sold out,}} [[they]] said.",
        ["Anna Brown and Peter Stone | people | - | -"],
    ),
    (
        "Anna Brown met Peter Stone in Rome. If [[the two]] spoke about {{the money}}, nobody heard it.",
        ["Anna Brown and Peter Stone | people | - | -"],
    ),
    (
        "Anna Brown and Peter Brown live in Rome. [[The Browns]] said {{it was hot}}.",
        ["Anna Brown and Peter Brown | people | - | -"],
    ),
    (
        "Actress Laura Hill won the prize in Cannes. [[The actress]] said {{that she was tired}}.",
        ["Laura Hill | person | Actress | -"],
    ),
    (
        "Laura Hill won the prize in Cannes. {{“It is late,”}} said [[the 46-year-old]].",
        ["Laura Hill | person | - | -"],
    ),
    (
        "Carl Weiss, a retired neurosurgeon, spoke in Iowa. [[The retired neurosurgeon]] said {{he was calm}}.",
        ["Carl Weiss | person | retired neurosurgeon | -"],
    ),
    (
        "[[One lawmaker]] said {{it was a joke}}. Representative Carl Weiss spoke to her at the party.",
        ["Carl Weiss | person | Representative | -"],
    ),
    (
        "{{He was fit,}} said [[his physician]]. Mr. Reed had asked for it. Dr. Carl Weiss wrote the letter.",
        ["Carl Weiss | person | - | -"],
    ),
    (
        "By Anna Brown\n\nPaul Brown grew roses in Devon. [[My father]] said {{that roses were patient}}.",
        ["Paul Brown | person | - | -"],
    ),
    (
        "Melford wanted more. [[Jane Wu, head of Siemens,]] said {{it was late}}. [[She]] said {{so to Lu Kang}}.",
        ["Jane Wu | person | head | Siemens", "Jane Wu | person | head | Siemens"],
    ),
    (
        "Boeing promoted Carl Weiss in May. Carl Weiss is a lawyer. {{Go,}} said [[Boeing's senior vice president]].",
        ["(Boeing's senior vice president) | person | - | Boeing"],
    ),
    (
        "Voters across Ohio, [[who]] feared {{that prices would rise}}, stayed at home.",
        ["(Voters) | people | - | -"],
    ),
    (
        "[[An Acme poll]] found {{that few slept}}. [[The Zorbix survey]] found {{that many did}}.",
        ["Acme poll | document | - | Acme", "Zorbix survey | document | - | Zorbix"],
    ),
]
ORGANISATIONS = [
    (
        (
            "[[Carl Weiss, a lawyer for Boeing,]] said {{it was cold}}. "
            "[[The Siemens lawyer]] said {{that he was free}}."
        ),
        ["Carl Weiss | person | lawyer | Boeing", "(Siemens lawyer) | person | - | Siemens"],
    ),
    (
        "President Ivan Orlov of Russia spoke first. [[The Russian leader]] said {{that it was late}}.",
        ["Ivan Orlov | person | President | Russia"],
    ),
    (
        "[[Carl Weiss, a demographer at Emory University,]] said {{that people moved}}.",
        ["Carl Weiss | person | demographer | Emory University"],
    ),
    (
        "[[Carl Weiss, a partner at Siemens,]] said {{that it paid}}.",
        ["Carl Weiss | person | - | Siemens"],
    ),
    (
        "[[Carl Weiss, a former director of Siemens,]] said {{that it paid}}. Weiss works for Boeing.",
        ["Carl Weiss | person | former director | Boeing"],
    ),
    (
        "[[House Speaker Carl Weiss]] said {{that the House would vote}}.",
        ["Carl Weiss | person | Speaker | House"],
    ),
    (
        "[[Lib Dem leader Carl Weiss]] said {{that it was time}}. [[Labour MP Anna Brown]] said {{it was not}}.",
        ["Carl Weiss | person | leader | Lib Dem", "Anna Brown | person | MP | Labour"],
    ),
    (
        "Boeing lost money. {{We will wait,}} said [[chief executive Carl Weiss]].",
        ["Carl Weiss | person | chief executive | Boeing"],
    ),
    (
        "The singer met Boeing. [[A venue spokesman]] said {{that it was full}}.",
        ["(venue spokesman) | person | - | -"],
    ),
    (
        "The Smith campaign opened an office in Ohio. [[Aides]] said {{that it was small}}.",
        ["(Aides) | people | - | -"],
    ),
    (
        "FIFA is in Zurich. On Friday [[the FIFA Ethics Committee]] said {{it was late}}.",
        ["FIFA Ethics Committee | organisation | - | FIFA"],
    ),
]


@pytest.mark.parametrize(("article", "expected"), KINDS)
def test_kinds_follow_the_evidence_of_the_article(resolved: Resolve, article: str, expected: list[str]) -> None:
    """Roles, verbs, brackets and nouns tell bodies, people and documents apart, whatever the model says."""
    assert show(resolved(article)) == expected


@pytest.mark.parametrize(("article", "expected"), REFERENCE)
def test_descriptions_and_pairs_find_their_bearers(resolved: Resolve, article: str, expected: list[str]) -> None:
    """Ages, roles, pairs, families and descriptions before the name lead to the named."""
    assert show(resolved(article)) == expected


@pytest.mark.parametrize(("article", "expected"), ORGANISATIONS)
def test_organisations_by_class(resolved: Resolve, article: str, expected: list[str]) -> None:
    """What a role, a party, a title, a clause or the body spoken of says of the speaker's organisation."""
    assert show(resolved(article)) == expected
