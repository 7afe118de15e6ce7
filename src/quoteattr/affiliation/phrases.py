"""The organisations in the phrase for what somebody or something is: "director of Acme", "an Acme letter"."""

from __future__ import annotations

from quoteattr.affiliation.evidence import Basis, Evidence, Passage, Rank
from quoteattr.affiliation.titles import titles_of
from quoteattr.coreference.classes import GOVERNMENT_CLASS
from quoteattr.coreference.entities import Entity
from quoteattr.coreference.organisations import (
    is_unknown,
    organisations_among,
    organisations_before,
    organisations_behind,
)
from quoteattr.coreference.rules import rule
from quoteattr.lexicon.lists import word_list
from quoteattr.syntax.labels import CONJUNCT

__all__ = ["EVIDENCE", "RULES"]

_HEADS = word_list("affiliation", "heads_of_government")


def _before(passage: Passage) -> list[Entity]:
    """The organisations before a noun, "Amazon spokeswoman", but no place in "Ohio secretary of the union"."""
    found = _others(passage, organisations_before(passage.context, passage.head))
    doubted = [one for one in found if _tells_where(passage, one)]
    if doubted and not all(_tells_where(passage, one) for one in _behind(passage)):
        return [one for one in found if one not in doubted]
    return found


def _tells_where(passage: Passage, organisation: Entity) -> bool:
    """Whether an organisation is a place, or may be one for all that its name tells."""
    return organisation.traits.place or is_unknown(passage.context, organisation)


def _behind(passage: Passage) -> list[Entity]:
    """The organisations behind a noun, in its prepositions and its clause: "author and director of Acme"."""
    parse, context = passage.parse, passage.context
    heads = [passage.head]
    joined = parse.child(passage.head, CONJUNCT)
    if joined > passage.head and context.noun_at(joined).is_person and not context.noun_at(joined).plural:
        heads.append(joined)
    return _others(passage, [one for head in heads for one in organisations_behind(context, head)])


def _behind_later(passage: Passage) -> list[Entity]:
    """The same for a later description, unless it is that of another one in such an office: "the union's president"."""
    found = _behind(passage)
    if not found or not _is_head_of_government(passage):
        return found
    return [one for one in found if one.traits.place or GOVERNMENT_CLASS in one.traits.nouns]


def _is_head_of_government(passage: Passage) -> bool:
    """Whether a noun is the title with which the article names somebody: "President Smith"."""
    noun = passage.parse.lower[passage.head]
    return noun in _HEADS and any(titles_of(mention)[-1:] == (noun,) for mention in passage.entity.mentions)


def _among(passage: Passage) -> list[Entity]:
    """The named organisations of "groups led by Acme", "the board of Acme"."""
    return organisations_among(passage.context, passage.head)


def _others(passage: Passage, found: list[Entity]) -> list[Entity]:
    """All but whose phrase it is."""
    return [organisation for organisation in found if organisation is not passage.entity]


_ROLE_APPOSITION_BEFORE = rule(
    "role-apposition-before",
    "the organisation stands before what an apposition says that somebody is",
    "“We cut costs,” said [Jane Stone](Garnet Bank), a Garnet Bank spokeswoman.",
    "[Peter Hale](Acme), Acme's chief executive, said that sales had fallen. Acme makes soap.",
    "“We were late,” said [Mary Dunn](Garnet Bank), one of Garnet Bank's directors.",
    "The Bakers Union met. The union's vice-president, [Mary Dunn](Bakers Union), said that it was late.",
    "The Melford Institute met. The institute's Rivers Unit director, [Mary Dunn](Melford Institute), said it rained.",
)
_ROLE_APPOSITION_BEHIND = rule(
    "role-apposition-behind",
    "the organisation stands behind what an apposition says that somebody is",
    "“Birds sing,” said [Ruth Carter](Melford Institute), director of the Melford Institute.",
    "[Anna Brown](Melford Institute), an engineer who studies rivers at the Melford Institute, said that it was late.",
    "“It rains,” said [Rosa Dunn](Halden Hotels Corporation), Group President, Asia Pacific, Halden Hotels "
    "Corporation.",
    "[Carl Hale](Treasury), Chief Secretary to the Treasury, said that taxes would fall.",
    "[Ruth Carter](Melford Initiative), an editor and one of the founders of the Melford Initiative, said it worked.",
)
_ROLE_PREMODIFIER = rule(
    "role-premodifier",
    "the organisation stands before the role that stands before a name",
    "Garnet Bank spokeswoman [Jane Stone](Garnet Bank) said that costs had fallen.",
    "“Roads are closed,” Melford University professor [Carl Hale](Melford University) said.",
    "Marlow County (Ariz.) Sheriff [Joe Dell](Marlow County) said that it was late. Marlow County is large.",
    "UN spokesman [Carl Hale](UN) said that it was late.",
    "Peruvian Prime Minister [Mary Dunn](Peru), leader of the Melford Workers Party, said it was late. Peru is large.",
)
_ROLE_COPULA_BEFORE = rule(
    "role-copula-before",
    "the organisation stands before what somebody is said to be",
    "[Jane Stone](Garnet Bank) is a Garnet Bank director. “Costs fell,” Stone said.",
    "[Peter Hale](Acme Foods) met reporters. He said that sales had fallen. He is an Acme Foods spokesman.",
)
_ROLE_COPULA_BEHIND = rule(
    "role-copula-behind",
    "the organisation stands behind what somebody is said to be",
    "[Ruth Carter](Melford Institute) is the director of the Melford Institute. “Birds sing,” Carter said.",
    "[Anna Brown](Bakers Union) runs a shop. She said that it was closed. She is the head of the Bakers Union.",
)
_ROLE_LATER_BEFORE = rule(
    "role-later-before",
    "the organisation stands before a later description of somebody",
    "[Jane Stone](Garnet Bank) said that it was late. “Costs fell,” the Garnet Bank boss said.",
    "[Tom Baker](Acme Foods) left as Acme Foods chairman. Baker said that sales had fallen.",
)
_ROLE_LATER_BEHIND = rule(
    "role-later-behind",
    "the organisation stands behind a later description of somebody",
    "[Tom Baker](Acme Foods) left as chairman of Acme Foods. Baker said that sales had fallen.",
    "[Ruth Carter](Melford Institute) served as head of the Melford Institute. “Birds sing,” Carter said.",
)
_DESCRIPTION_BEFORE = rule(
    "description-before",
    "the organisation stands before the noun for somebody unnamed, or for a document",
    "[A Garnet Bank spokeswoman](Garnet Bank) said that costs had fallen.",
    "[Two Acme Foods employees](Acme Foods) said that the plant was closed.",
    "[A Melford Institute report](Melford Institute) on Acme Foods said that rivers were dirty.",
    "[A United Nations report](United Nations) said that rivers were dirty.",
)
_DESCRIPTION_BEHIND = rule(
    "description-behind",
    "the organisation stands behind the noun for somebody unnamed, or for a document",
    "“Costs fell,” said [a spokesman](Garnet Bank) for Garnet Bank.",
    "[A letter](Acme Foods) from Acme Foods said that the plant was closed.",
    "According to [early results](Melford Research) of a poll conducted by Melford Research, fish are liked.",
)
_DESCRIPTION_MEMBERS = rule(
    "description-members",
    "several organisations, or a part of one, speak as one that the phrase names",
    "[Several groups](Bakers Union) led by the Bakers Union said that bread was dear.",
    "[Local charities](Clean Rivers Now) such as Clean Rivers Now said that the plan was weak.",
    "[The board](Garnet Bank) of directors of Garnet Bank said that it was late.",
    "[A panel](Melford Institute) of experts at the Melford Institute said that it was late.",
)

EVIDENCE = (
    Evidence(_ROLE_APPOSITION_BEFORE, Rank.APPOSITION, (Basis.APPOSITION,), _before),
    Evidence(_ROLE_APPOSITION_BEHIND, Rank.APPOSITION, (Basis.APPOSITION,), _behind),
    Evidence(_ROLE_PREMODIFIER, Rank.BESIDE, (Basis.PREMODIFIER,), _before),
    Evidence(_ROLE_COPULA_BEFORE, Rank.COPULA, (Basis.COPULA,), _before),
    Evidence(_ROLE_COPULA_BEHIND, Rank.COPULA, (Basis.COPULA,), _behind),
    Evidence(_ROLE_LATER_BEFORE, Rank.LATER, (Basis.LATER,), _before),
    Evidence(_ROLE_LATER_BEHIND, Rank.LATER, (Basis.LATER,), _behind_later),
    Evidence(_DESCRIPTION_BEFORE, Rank.BESIDE, (Basis.DESCRIPTION,), _before),
    Evidence(_DESCRIPTION_BEHIND, Rank.BESIDE, (Basis.DESCRIPTION,), _behind),
    Evidence(_DESCRIPTION_MEMBERS, Rank.BESIDE, (Basis.SEVERAL,), _among),
)
RULES = tuple(dict.fromkeys(one.rule for one in EVIDENCE))
