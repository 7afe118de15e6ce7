"""The organisations in the phrase for what somebody or something is: "director of Acme", "an Acme letter"."""

from __future__ import annotations

from quoteattr.affiliation.evidence import Basis, Evidence, Passage, Rank
from quoteattr.coreference.entities import Entity
from quoteattr.coreference.organisations import organisations_among, organisations_before, organisations_behind
from quoteattr.coreference.rules import Example, Rule

__all__ = ["EVIDENCE", "RULES"]


def _before(passage: Passage) -> list[Entity]:
    """The organisations before a noun: "Amazon spokeswoman"."""
    return _others(passage, organisations_before(passage.context, passage.head))


def _behind(passage: Passage) -> list[Entity]:
    """The organisations behind a noun, in its prepositions and its clause: "director of Acme"."""
    return _others(passage, organisations_behind(passage.context, passage.head))


def _among(passage: Passage) -> list[Entity]:
    """The named organisations of "groups led by Acme", "the board of Acme"."""
    return organisations_among(passage.context, passage.head)


def _others(passage: Passage, found: list[Entity]) -> list[Entity]:
    """All but whose phrase it is."""
    return [organisation for organisation in found if organisation is not passage.entity]


_ROLE_APPOSITION_BEFORE = Rule(
    "role-apposition-before",
    "The organisation stands before what an apposition says that somebody is",
    (
        Example("“We cut costs,” said Jane Stone, a Garnet Bank spokeswoman.", "Jane Stone", "Garnet Bank"),
        Example(
            "Peter Hale, Acme's chief executive, said that sales had fallen. Acme makes soap.",
            "Peter Hale",
            "Acme",
        ),
        Example("“We were late,” said Mary Dunn, one of Garnet Bank's directors.", "Mary Dunn", "Garnet Bank"),
    ),
)
_ROLE_APPOSITION_BEHIND = Rule(
    "role-apposition-behind",
    "The organisation stands behind what an apposition says that somebody is",
    (
        Example(
            "“Birds sing,” said Ruth Carter, director of the Melford Institute.",
            "Ruth Carter",
            "Melford Institute",
        ),
        Example(
            "Anna Brown, an engineer who studies rivers at the Melford Institute, said that it was late.",
            "Anna Brown",
            "Melford Institute",
        ),
        Example("Carl Hale, Chief Secretary to the Treasury, said that taxes would fall.", "Carl Hale", "Treasury"),
        Example(
            "Ruth Carter, an editor and one of the founders of the Melford Initiative, said it worked.",
            "Ruth Carter",
            "Melford Initiative",
        ),
    ),
)
_ROLE_PREMODIFIER = Rule(
    "role-premodifier",
    "The organisation stands before the role that stands before a name",
    (
        Example("Garnet Bank spokeswoman Jane Stone said that costs had fallen.", "Jane Stone", "Garnet Bank"),
        Example(
            "“Roads are closed,” Melford University professor Carl Hale said.",
            "Carl Hale",
            "Melford University",
        ),
    ),
)
_ROLE_COPULA_BEFORE = Rule(
    "role-copula-before",
    "The organisation stands before what somebody is said to be",
    (
        Example("Jane Stone is a Garnet Bank director. “Costs fell,” Stone said.", "Jane Stone", "Garnet Bank"),
        Example(
            "Peter Hale met reporters. He said that sales had fallen. He is an Acme Foods spokesman.",
            "Peter Hale",
            "Acme Foods",
        ),
    ),
)
_ROLE_COPULA_BEHIND = Rule(
    "role-copula-behind",
    "The organisation stands behind what somebody is said to be",
    (
        Example(
            "Ruth Carter is the director of the Melford Institute. “Birds sing,” Carter said.",
            "Ruth Carter",
            "Melford Institute",
        ),
        Example(
            "Anna Brown runs a shop. She said that it was closed. She is the head of the Bakers Union.",
            "Anna Brown",
            "Bakers Union",
        ),
    ),
)
_ROLE_LATER_BEFORE = Rule(
    "role-later-before",
    "The organisation stands before a later description of somebody",
    (
        Example(
            "Jane Stone said that it was late. “Costs fell,” the Garnet Bank director said.",
            "Jane Stone",
            "Garnet Bank",
        ),
        Example(
            "Tom Baker left as Acme Foods chairman. Baker said that sales had fallen.",
            "Tom Baker",
            "Acme Foods",
        ),
    ),
)
_ROLE_LATER_BEHIND = Rule(
    "role-later-behind",
    "The organisation stands behind a later description of somebody",
    (
        Example(
            "Tom Baker left as chairman of Acme Foods. Baker said that sales had fallen.",
            "Tom Baker",
            "Acme Foods",
        ),
        Example(
            "Ruth Carter served as head of the Melford Institute. “Birds sing,” Carter said.",
            "Ruth Carter",
            "Melford Institute",
        ),
    ),
)
_DESCRIPTION_BEFORE = Rule(
    "description-before",
    "The organisation stands before the noun for somebody unnamed, or for a document",
    (
        Example("A Garnet Bank spokeswoman said that costs had fallen.", "A Garnet Bank spokeswoman", "Garnet Bank"),
        Example("Two Acme Foods employees said that the plant was closed.", "Two Acme Foods employees", "Acme Foods"),
        Example(
            "A Melford Institute report said that rivers were dirty.",
            "A Melford Institute report",
            "Melford Institute",
        ),
    ),
)
_DESCRIPTION_BEHIND = Rule(
    "description-behind",
    "The organisation stands behind the noun for somebody unnamed, or for a document",
    (
        Example("“Costs fell,” said a spokesman for Garnet Bank.", "a spokesman", "Garnet Bank"),
        Example("A letter from Acme Foods said that the plant was closed.", "A letter", "Acme Foods"),
        Example(
            "According to early results of a poll conducted by Melford Research, fish are liked.",
            "early results",
            "Melford Research",
        ),
    ),
)
_DESCRIPTION_MEMBERS = Rule(
    "description-members",
    "Several organisations, or a part of one, speak as one that the phrase names",
    (
        Example("Several groups led by the Bakers Union said that bread was dear.", "Several groups", "Bakers Union"),
        Example(
            "Local charities such as Clean Rivers Now said that the plan was weak.",
            "Local charities",
            "Clean Rivers Now",
        ),
        Example("The board of directors of Garnet Bank said that it was late.", "The board", "Garnet Bank"),
    ),
)

EVIDENCE = (
    Evidence(_ROLE_APPOSITION_BEFORE, Rank.APPOSITION, (Basis.APPOSITION,), _before),
    Evidence(_ROLE_APPOSITION_BEHIND, Rank.APPOSITION, (Basis.APPOSITION,), _behind),
    Evidence(_ROLE_PREMODIFIER, Rank.BESIDE, (Basis.PREMODIFIER,), _before),
    Evidence(_ROLE_COPULA_BEFORE, Rank.COPULA, (Basis.COPULA,), _before),
    Evidence(_ROLE_COPULA_BEHIND, Rank.COPULA, (Basis.COPULA,), _behind),
    Evidence(_ROLE_LATER_BEFORE, Rank.LATER, (Basis.LATER,), _before),
    Evidence(_ROLE_LATER_BEHIND, Rank.LATER, (Basis.LATER,), _behind),
    Evidence(_DESCRIPTION_BEFORE, Rank.BESIDE, (Basis.DESCRIPTION,), _before),
    Evidence(_DESCRIPTION_BEHIND, Rank.BESIDE, (Basis.DESCRIPTION,), _behind),
    Evidence(_DESCRIPTION_MEMBERS, Rank.BESIDE, (Basis.SEVERAL,), _among),
)
RULES = tuple(dict.fromkeys(one.rule for one in EVIDENCE))
