"""Names of bodies that tell who is in them, or what they are for: "Pastoralists and Graziers Association"."""

from __future__ import annotations

from functools import partial

from quoteattr.coreference.mentions.values import Join, Pair, rule
from quoteattr.coreference.rules import Example, Rule
from quoteattr.lexicon.lists import word_list
from quoteattr.syntax import labels

__all__ = ["RULES"]

_TOPICS = word_list("mentions", "topics")
_PARTIES = word_list("mentions", "party_names")


def _is_topic(pair: Pair) -> bool:
    if pair.between != ("and",) or pair.right.label == labels.PERSON_ENTITY:
        return False
    if pair.first in _TOPICS:
        national = pair.last in pair.context.gazetteer.places and pair.right.end - pair.right.start == 2
        return national or pair.context.ends_organisation(pair.right.end)
    return pair.context.ends_organisation(pair.right.end) and _are_members(pair)


def _are_members(pair: Pair) -> bool:
    """Whether the members of a body stand on either side of "and": "Pastoralists and Graziers Association"."""
    words = pair.first, pair.context.parse.lower[pair.right.start]
    return all(pair.context.gazetteer.noun(word, labels.PLURAL_NOUN).is_people for word in words)


def _is_of_people(pair: Pair) -> bool:
    """Whether a nation or a faith stands before those who call themselves so: "Muslim Advocates"."""
    context, right = pair.context, pair.right
    if pair.between or pair.left.label != labels.GROUP_ENTITY or right.label not in ("", labels.ORGANISATION_ENTITY):
        return False
    parse, word = context.parse, pair.last
    noun = context.gazetteer.noun(word, labels.PLURAL_NOUN)
    alone = right.end - right.start == 1 and parse.tags[right.start] in labels.PROPER_TAGS and word.endswith("s")
    return alone and noun.is_people and noun.base not in context.gazetteer.partisans and pair.first not in _PARTIES


_organisation = partial(Join, label=labels.ORGANISATION_ENTITY)

RULES: tuple[Rule, ...] = (
    rule(
        _organisation,
        "span-people",
        "a nation or a faith and what its members are, with a capital, is the name of their group",
        _is_of_people,
        Example("She works for Muslim Advocates in Leeds.", "Muslim Advocates", "Muslim Advocates"),
        Example("She spoke for Jewish Veterans.", "Jewish Veterans", "Jewish Veterans"),
    ),
    rule(
        _organisation,
        "span-topic",
        "two topics that and joins before an organisation word are one name",
        _is_topic,
        Example("The Culture and Tourism Agency was shut.", "Culture and Tourism Agency", "Culture and Tourism Agency"),
        Example(
            "The Fish and Wildlife Service said it was late.", "Fish and Wildlife Service", "Fish and Wildlife Service"
        ),
        Example(
            "They asked the Pastoralists and Graziers Association.",
            "Pastoralists and Graziers Association",
            "Pastoralists and Graziers Association",
        ),
    ),
)
