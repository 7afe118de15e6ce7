"""Votes of the model, and of the quotes: what it labels a name, and whether somebody of that name speaks."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from quoteattr.coreference.mentions.names import Name, NameKind
from quoteattr.coreference.mentions.values import rule
from quoteattr.coreference.rules import Example, Rule
from quoteattr.coreference.typing.votes import Ballot, Key, LabelVote, Occurrence, vote
from quoteattr.lexicon.lists import word_list
from quoteattr.syntax import labels

__all__ = ["KINDS", "RULES"]

KINDS = {
    labels.PERSON_ENTITY: NameKind.PERSON,
    labels.ORGANISATION_ENTITY: NameKind.ORGANISATION,
    labels.GEOPOLITICAL_ENTITY: NameKind.PLACE,
    labels.LOCATION_ENTITY: NameKind.PLACE,
    labels.FACILITY_ENTITY: NameKind.PLACE,
    labels.GROUP_ENTITY: NameKind.GROUP,
}
"""What the model's labels say; the others say that a name is of something else."""
_PREMODIFIERS = (labels.COMPOUND, labels.POSSESSOR, labels.NOUN_MODIFIER, labels.ADJECTIVE_MODIFIER)
_NO_SPEAKERS = (*labels.PLACE_ENTITIES, labels.GROUP_ENTITY, labels.ORGANISATION_ENTITY)
_BESIDE = word_list("mentions", "between_role_and_employer")
_MOST = 8
"""Votes of all labels of a name together: the model errs alike in all of them, evidence of other sorts adds up."""


def _labels(names: Sequence[Name]) -> Mapping[Key, Ballot]:
    ballots: dict[Key, Counter[NameKind]] = defaultdict(Counter)
    for name in names:
        if name.label:
            ballots[name.key][KINDS.get(name.label, NameKind.OTHER)] += 1 if name.headline else 2
    for ballot in ballots.values():
        share = min(1.0, _MOST / ballot.total())
        for kind, count in ballot.items():
            ballot[kind] = round(count * share)
    return ballots


def _speaks(seen: Occurrence) -> bool:
    if not seen.speaks or seen.name.article or seen.name.label in _NO_SPEAKERS:
        return False
    return seen.parse.deps[seen.name.end - 1] not in _PREMODIFIERS and not _is_behind_speaker(seen)


def _is_behind_speaker(seen: Occurrence) -> bool:
    """Whether a name only tells more of who speaks: "a trader with Acme"."""
    noun = seen.parse.heads[seen.above]
    behind = seen.dep == labels.PREPOSITION_OBJECT and seen.word_above in _BESIDE and noun < seen.above
    return behind and seen.noun(noun).is_person


RULES: tuple[Rule, ...] = (
    rule(
        LabelVote,
        "type-label",
        "the model is usually right; where it errs, it errs in every occurrence, so all its votes together are limited",
        _labels,
        Example("The mayor of Leeds met Anna Hall.", "Leeds", "place"),
        Example("They like Kafka.", "Kafka", "person"),
        Example("A Turkish boat sank.", "Turkish", "group"),
    ),
    vote(
        {NameKind.PERSON: 2},
        "type-speaks",
        "a person rather than a thing speaks",
        _speaks,
        Example("Jolly said that it was late.", "Jolly", "person"),
        Example("Boulud said that it was late.", "Boulud", "person"),
    ),
)
