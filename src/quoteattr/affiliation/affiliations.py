"""For whom everybody stands: the registry of evidence, and what it finds in an article."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache

from attrs import define, evolve, field

from quoteattr.affiliation import (
    clauses,
    documents,
    names,
    offices,
    openings,
    passages,
    phrases,
    post_holders,
    posts,
    ranking,
    spoken_of,
    spokesmen,
)
from quoteattr.affiliation.evidence import Basis, Evidence, Passage
from quoteattr.affiliation.ranking import Affiliation, Affiliations, surest
from quoteattr.affiliation.survey import Survey, documents_among, offices_of, referring_in
from quoteattr.coreference.constructs import Construct
from quoteattr.coreference.context import Context
from quoteattr.coreference.entities import Entity
from quoteattr.coreference.rules import Rule
from quoteattr.syntax.labels import ADJECTIVE

__all__ = ["EVIDENCE", "FAMILIES", "RULES", "affiliations_of"]

FAMILIES = (offices, phrases, names, post_holders, spokesmen, openings, clauses, spoken_of, posts, documents, ranking)
"""The modules with the rules of affiliation, in the order in which they are asked."""
EVIDENCE: tuple[Evidence, ...] = (
    *offices.EVIDENCE,
    *phrases.EVIDENCE,
    *names.EVIDENCE,
    *post_holders.EVIDENCE,
    *spokesmen.EVIDENCE,
    *openings.EVIDENCE,
    *clauses.EVIDENCE,
    *spoken_of.EVIDENCE,
    *posts.EVIDENCE,
    *documents.EVIDENCE,
)
"""Every way in which an article says for whom somebody stands, in the order in which they are asked at a passage."""
RULES: tuple[Rule, ...] = (*ranking.RULES, *dict.fromkeys(one.rule for one in EVIDENCE))
"""All rules of affiliation, each once: what ``Speaker.organisation_rule`` may be."""
_MOST = 50
"""Affiliations that are kept of one entity, the surest."""


def affiliations_of(
    context: Context,
    constructs: Sequence[Construct],
    *,
    names_only: bool = False,
    without: Collection[str] = (),
) -> Affiliations:
    """For whom everybody stands, by what coreference has linked so far.

    Args:
        context: The article, and what each mention stands for.
        constructs: The descriptions that are tied to names and pronouns.
        names_only: Whether only people with a name are asked about: all that can be said before pronouns and
            descriptions are linked.
        without: Ids of rules that are not asked.
    """
    referring = referring_in(context)
    offices, found = offices_of(context, referring), _Findings(without, _asked_at(frozenset(without)))
    if names_only:
        referring = [(mention, entity) for mention, entity in referring if entity.names and entity.is_person]
    survey = Survey(context, referring, documents_among(referring), offices)
    found.note(passages.of_constructs(survey, constructs))
    found.note(passages.of_mentions(survey))
    for step in _LATER_STEPS:
        found.note(step(evolve(survey, known=found.affiliations())))
    return found.affiliations()


_LATER_STEPS: tuple[Callable[[Survey], Iterator[Passage]], ...] = (
    passages.of_documents,
    passages.of_same,
    passages.of_authors,
)
"""Steps that ask what the steps before have found."""


@lru_cache(maxsize=8)
def _asked_at(without: frozenset[str]) -> Mapping[Basis, Sequence[Evidence]]:
    """The evidence that is asked at each sort of passage, in order."""
    asked = [one for one in EVIDENCE if one.rule.id not in without]
    return {basis: [one for one in asked if basis in one.bases] for basis in Basis}


@define
class _Findings:
    """What the evidence has found so far."""

    _without: Collection[str]
    _asked: Mapping[Basis, Sequence[Evidence]]
    _of: dict[Entity, dict[tuple[Entity, str], Affiliation]] = field(factory=dict, init=False)
    _count: int = field(default=0, init=False)
    _known: Affiliations = field(factory=Affiliations, init=False)
    _known_count: int = field(default=-1, init=False)

    def note(self, found: Iterable[Passage]) -> None:
        """Ask the evidence at each passage, in order."""
        for passage in found:
            for one in self._asked[passage.basis]:
                if not (one.only_if_none and passage.entity in self._of):
                    for organisation in one.find(passage):
                        if organisation is not None:
                            self._weigh(one, passage, organisation)

    def _weigh(self, evidence: Evidence, passage: Passage, organisation: Entity) -> None:
        if organisation.owner is passage.entity or (passage.is_over and organisation not in passage.still):
            return
        if organisation.traits.place and _is_nationality(passage, organisation):
            return
        found, key = self._of.setdefault(passage.entity, {}), (organisation, evidence.rule.id)
        if key not in found or found[key].rank > evidence.rank:
            self._count += 1
            found[key] = Affiliation(organisation, evidence.rank, self._count, evidence.rule.id)

    def affiliations(self) -> Affiliations:
        """All that is found so far, the surest first."""
        if self._count != self._known_count:
            self._known_count = self._count
            known = {entity: _sorted(found.values()) for entity, found in self._of.items()}
            self._known = Affiliations(known, self._without)
        return self._known


def _is_nationality(passage: Passage, place: Entity) -> bool:
    """Whether the article has nothing but an adjective for a place: "the Peruvian president" names no Peru."""
    tags = passage.parse.tags
    return bool(place.names) and all(tags[end - 1] == ADJECTIVE for _, end in place.names)


def _sorted(found: Collection[Affiliation]) -> tuple[Affiliation, ...]:
    return tuple(sorted(found, key=surest)[:_MOST]) if len(found) > 1 else tuple(found)
