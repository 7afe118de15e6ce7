"""Golden rules of resolution where the tree or the model errs, and of what newer rules tell apart.

``[[ ]]`` marks a source and ``{{ }}`` the content that it is the source of, in the same order.
"""

from __future__ import annotations

import pytest
from test_resolve_articles import Resolve, resolved, show

__all__ = ["resolved"]

NAMES = [
    (
        "Dinesh D’Souza made a film. [[D’Souza]] said {{it rained}}. [[Dinesh D’Souza]] said {{it was cold}}.",
        ["Dinesh D’Souza | person | - | -"] * 2,
    ),
    (
        "[[The New Hampshire Union Leader]] said {{that the mayor had lost}}.",
        ["New Hampshire Union Leader | organisation | - | New Hampshire Union Leader"],
    ),
    # A line of capitals that closes with a small verb is no headline.
    (
        "[[Nadim Warrick, British Ambassador to Peru]], said:\n\n{{“It will rain on us all day long.”}}",
        ["Nadim Warrick | person | Ambassador | -"],
    ),
    (
        "[[The Republic of Turkey]] denies {{that it rained}}. They spoke of Turkey and of peace.",
        ["Republic of Turkey | organisation | - | Republic of Turkey"],
    ),
    (
        "It rained, said Peter Stone, a dentist from Porto, Portugal, [[who]] said {{he was late}}.",
        ["Peter Stone | person | dentist | -"],
    ),
    (
        "De Blasio: Trust Hall on safety. Mayor Bill de Blasio spoke. [[De Blasio]] said {{it rained}}.",
        ["Bill de Blasio | person | Mayor | -"],
    ),
    (
        "{{It rained}}, said [[his best friend at Lehigh, Bruce Hall]].",
        ["Bruce Hall | person | - | -"],
    ),
    (
        "[[The Economic Commission for Asia and the Indies (ECAI)]] said {{that trade grew}}. [[ECAI]] said {{more}}.",
        ["Economic Commission for Asia and the Indies | organisation | - | Economic Commission for Asia and the Indies"]
        * 2,
    ),
    (
        "Twitter has grown for years. [[Twitter]] said {{it was glad}}. [[The company]] said {{it would grow}}.",
        ["Twitter | organisation | - | Twitter"] * 2,
    ),
    (
        "[[Lindsey Graham]] said {{he was late}}. [[Mr. Graham]] said {{it was cold}}.",
        ["Lindsey Graham | person | - | -"] * 2,
    ),
    (
        "[[Hillary Clinton]] said {{she was late}}. [[Mr. Clinton]] said {{it was cold}}.",
        ["Hillary Clinton | person | - | -", "Clinton | person | - | -"],
    ),
]
SOURCES = [
    (
        "[[A spokesman for the foreign minister, Carl Hall]], said {{it rained}}. [[Mr. Hall]] said {{it snowed}}.",
        ["(spokesman for the foreign minister) | person | - | -", "Carl Hall | person | foreign minister | -"],
    ),
    (
        "[[The armed wing of the radical movement, Zorvan]], said {{it rained}}.",
        ["(armed wing of the radical movement) | organisation | - | -"],
    ),
    (
        "[[Chairman of the Zorbix Chiefs General Carl Hall]] said {{it rained}}.",
        ["Carl Hall | person | Chairman | Zorbix Chiefs"],
    ),
    (
        "[[A church leader]] said {{it rained}}. The Labour leader, Carl Hall, was late.",
        ["(church leader) | person | - | -"],
    ),
    (
        "[[The man who calls himself Carl Bree]] said {{it rained}}. [[He]] said {{it snowed}}.",
        ["Carl Bree | person | - | -"] * 2,
    ),
    (
        "{{It is hard}}, said [[lobbyist and GOP strategist Charlie Hall, a friend of hers]].",
        ["Charlie Hall | person | strategist | -"],
    ),
    (
        "[[Filmmaker and best-selling author Anna Hall]] said {{it rained}}.",
        ["Anna Hall | person | best-selling author | -"],
    ),
    (
        "They spoke of [[the former White House aide and current host Anna Hall]], who said {{it was cold}}.",
        ["Anna Hall | person | current host | -"],
    ),
    (
        "[[BlazeTV’s Glenn Hall]] asked {{whether it rained}}.",
        ["Glenn Hall | person | - | BlazeTV"],
    ),
    (
        "[[The Forum for the Future report]] says {{that it rained}}.",
        ["(Forum for the Future report) | document | - | Forum for the Future"],
    ),
    (
        "[[A Department for Work and Pensions spokeswoman]] said {{it rained}}.",
        ["(Department for Work and Pensions spokeswoman) | person | - | Department for Work and Pensions"],
    ),
    (
        "Donald Trump met Hillary Clinton. [[Republican Trump and Democrat Clinton]] have criticised {{the move}}.",
        ["Donald Trump and Hillary Clinton | people | - | -"],
    ),
    (
        "[[Celebrities Julianne Hall, Amy Weiss, Janelle Brown and Elizabeth Stone]] said {{they agreed}}.",
        ["Julianne Hall and Amy Weiss and Janelle Brown and Elizabeth Stone | people | - | -"],
    ),
    (
        "[[A Zorbix/Rock the Vote Millennial Poll]] finds {{that few voted}}.",
        ["Millennial Poll | document | - | Millennial"],
    ),
]
PRONOUNS = [
    (
        "[[Peter Stone]] said {{Carl Weiss was the founder of the group}}, and [[he]] repeated {{it on Thursday}}.",
        ["Peter Stone | person | - | -"] * 2,
    ),
    (
        "Anna Hall still has to say whether Amy Brown may stay. [[She]] said {{she would}}.",
        ["Anna Hall | person | - | -"],
    ),
    (
        "[[The Daily News]] said {{that it was a threat to the voters}}. [[They]] said {{it was wrong}}.",
        ["The Daily News | organisation | - | The Daily News"] * 2,
    ),
    (
        "Both are, however, members of the World Trade Organization, [[which]] writes {{the rules}}.",
        ["World Trade Organization | organisation | - | World Trade Organization"],
    ),
    (
        "Both are, however, rivals of Boeing, [[which]] argues {{that it is cheaper}}.",
        ["Boeing | organisation | - | Boeing"],
    ),
]
DESCRIPTIONS = [
    (
        (
            "[[House Speaker Paul Hall]] said {{that Republican Carl Weiss was late}}. "
            "[[The Wisconsin Republican]] said {{it was wrong}}."
        ),
        ["Paul Hall | person | Speaker | House"] * 2,
    ),
    (
        "Sen. Marco Stone and former Gov. Carl Weiss like music. [[The Florida senator]] said {{he sang}}.",
        ["Marco Stone | person | - | -"],
    ),
    (
        (
            "Anna Hall runs for mayor. [[Anna Hall]] said {{so}}. Peter Stone spoke with those - many of them friends "
            "- who help the candidate - who has said little. [[The candidate]] said {{it rained}}."
        ),
        ["Anna Hall | person | - | -"] * 2,
    ),
    (
        "[[The Zorbix Weavers union]] said {{it rained}}. [[The union]] said {{it was cold}}.",
        ["Zorbix Weavers | organisation | - | Zorbix Weavers"] * 2,
    ),
    (
        "Siemens met Boeing. [[The company that makes her dresses]] said {{it was cold}}.",
        ["(company that makes her dresses) | organisation | - | -"],
    ),
    (
        "A firm left. Washington lobbying firms are many. [[The lobbying firms]] said {{it rained}}.",
        ["(lobbying firms) | organisation | - | -"],
    ),
]
ORGANISATIONS = [
    (
        "{{It paid}}, said [[Jane Hall, a spokeswoman for Siemens's parent company, Zorbix International]].",
        ["Jane Hall | person | spokeswoman | Zorbix International"],
    ),
    (
        "{{It rained}}, said [[Jane Hall, director of Urban Studies at Northfield University]].",
        ["Jane Hall | person | director | Northfield University"],
    ),
]


@pytest.mark.parametrize(("article", "expected"), NAMES)
def test_names_that_the_model_cuts_or_labels_wrongly(resolved: Resolve, article: str, expected: list[str]) -> None:
    """Apostrophes, colons, "and", papers, places, firms and headings: what the article tells mends the model."""
    assert show(resolved(article)) == expected


@pytest.mark.parametrize(("article", "expected"), SOURCES)
def test_sources_of_which_the_tree_has_the_wrong_head(resolved: Resolve, article: str, expected: list[str]) -> None:
    """Two roles and one name, a body and its reporter, a body and its report, a list of names."""
    assert show(resolved(article)) == expected


@pytest.mark.parametrize(("article", "expected"), PRONOUNS)
def test_pronouns_prefer_the_sentence_to_its_inner_clauses(
    resolved: Resolve, article: str, expected: list[str]
) -> None:
    """Who is the subject of the sentence, the body that spoke last, and the body before "which"."""
    assert show(resolved(article)) == expected


@pytest.mark.parametrize(("article", "expected"), DESCRIPTIONS)
def test_descriptions_find_whoever_is_meant(resolved: Resolve, article: str, expected: list[str]) -> None:
    """From a state, of a candidate, behind a name, with a clause that restricts, and by the words that speak."""
    assert show(resolved(article)) == expected


def test_a_title_may_be_the_last_word_of_an_article(resolved: Resolve) -> None:
    """What is looked at behind a role ends with the text."""
    assert show(resolved("[[Anna Hall]] said {{it rained}}. Hall is the mayor")) == ["Anna Hall | person | mayor | -"]


@pytest.mark.parametrize(("article", "expected"), ORGANISATIONS)
def test_bodies_behind_other_words(resolved: Resolve, article: str, expected: list[str]) -> None:
    """A body in apposition to the noun, and the university of a field."""
    assert show(resolved(article)) == expected
