"""What each name names: rules vote on it, and others revise the outcome by what the other names of the article name."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence

from attrs import evolve

from quoteattr.coreference.gazetteer import Gazetteer
from quoteattr.coreference.mentions.names import Name, NameKind
from quoteattr.coreference.rules import Rule
from quoteattr.coreference.typing import context, employers, forms, model, phrases, plurals, posts, revisions, told
from quoteattr.coreference.typing.employers import name_head
from quoteattr.coreference.typing.phrases import stands_for
from quoteattr.coreference.typing.votes import (
    Ballot,
    Form,
    FormVote,
    Key,
    LabelVote,
    Occurrence,
    Revision,
    Typed,
    Verdict,
    Vote,
)
from quoteattr.syntax import Parse, labels

__all__ = ["RULES", "kinds_of", "stands_for", "verdicts"]

RULES: tuple[Rule, ...] = (
    *told.RULES,
    *context.RULES,
    *phrases.RULES,
    *employers.VOTES,
    *posts.RULES,
    *model.RULES,
    *forms.RULES,
    *employers.REVISIONS,
    *revisions.RULES,
    *plurals.RULES,
)
"""All rules in the order in which they are asked."""


def kinds_of(
    parse: Parse, names: Sequence[Name], gazetteer: Gazetteer, speaking: Collection[int] = ()
) -> dict[Key, NameKind]:
    """The kind of each name key, by all its occurrences together.

    Args:
        parse: The article.
        names: Its names.
        gazetteer: The word lists.
        speaking: The tokens of sources of quotes: who speaks is a person rather than a product.
    """
    return {key: verdict.kind for key, verdict in verdicts(parse, names, gazetteer, speaking).items()}


def verdicts(
    parse: Parse,
    names: Sequence[Name],
    gazetteer: Gazetteer,
    speaking: Collection[int] = (),
    rules: Sequence[Rule] = RULES,
) -> dict[Key, Verdict]:
    """The kind of each name key, and the rules that told it.

    Votes by occurrences come first, then one by the words of each name. The kind with most votes wins, and of kinds
    with as many that for which a rule voted first. Revisions then change kinds, each on the result of the one before.

    Args:
        parse: The article.
        names: Its names.
        gazetteer: The word lists.
        speaking: The tokens of sources of quotes.
        rules: Those that are asked.
    """
    ballots: dict[Key, dict[NameKind, int]] = {name.key: {} for name in names}
    told: dict[Key, dict[str, None]] = {key: {} for key in ballots}
    seen = list(_occurrences(parse, names, gazetteer, speaking))
    for votes in (_votes_of_occurrences(seen, names, rules), _votes_of_forms(ballots, gazetteer, rules)):
        for key, rule, weights in votes:
            told[key][rule] = None
            for kind, weight in weights.items():
                ballots[key][kind] = ballots[key].get(kind, 0) + weight
    kinds = {key: max(ballot, key=ballot.__getitem__, default=NameKind.OTHER) for key, ballot in ballots.items()}
    typed = Typed(parse, names, _speakers(seen), gazetteer, ballots, kinds)
    certain = {name.key for name in names if name.told is not None}  # what the user knows is not revised
    for revision in (rule for rule in rules if isinstance(rule, Revision)):
        keys = (key for key in revision.keys(typed) if key not in certain)
        changed = {key: revision.kind for key in keys if typed.kinds[key] is not revision.kind}
        if changed:
            typed = evolve(typed, kinds={**typed.kinds, **changed})
        for key in changed:
            told[key][revision.id] = None
    return {key: Verdict(kind, tuple(told[key])) for key, kind in typed.kinds.items()}


def _speakers(seen: Sequence[Occurrence]) -> set[Key]:
    """Names of which somebody speaks in their own right, not "in Miami"."""
    said = (one for one in seen if one.speaks and not one.name.article)
    tagged = (one for one in said if _is_tagged(one))
    return {one.name.key for one in tagged if not _is_where(one)}


def _is_where(seen: Occurrence) -> bool:
    """Whether a name stands behind a preposition, other than "according to"."""
    behind = seen.parse.deps[seen.name.end - 1] == labels.PREPOSITION_OBJECT
    return behind and (seen.before != "to" or seen.parse.lower[seen.name.start - 2] != "according")


def _is_tagged(seen: Occurrence) -> bool:
    """Whether the tagger has a proper noun, or the article says elsewhere that it is a person's."""
    return seen.parse.tags[seen.name.end - 1] in labels.PROPER_TAGS or seen.name.label == labels.PERSON_ENTITY


def _votes_of_occurrences(
    seen: Sequence[Occurrence], names: Sequence[Name], rules: Sequence[Rule]
) -> Iterator[tuple[Key, str, Ballot]]:
    for rule in rules:
        if isinstance(rule, Vote):
            for one in filter(rule.applies, seen):
                yield one.name.key, rule.id, rule.weights
        elif isinstance(rule, LabelVote):
            for key, weights in rule.votes(names).items():
                yield key, rule.id, weights


def _votes_of_forms(
    ballots: Mapping[Key, Ballot], gazetteer: Gazetteer, rules: Sequence[Rule]
) -> Iterator[tuple[Key, str, Ballot]]:
    """The vote of the first rule that applies to the words of each name."""
    of_forms = [rule for rule in rules if isinstance(rule, FormVote)]
    for key, ballot in ballots.items():
        form = Form(key, " ".join(key), ballot, gazetteer)
        for rule in of_forms:
            if rule.applies(form):
                yield key, rule.id, rule.weights
                break


def _occurrences(
    parse: Parse, names: Sequence[Name], gazetteer: Gazetteer, speaking: Collection[int]
) -> Iterator[Occurrence]:
    lower, deps = parse.lower, parse.deps
    for previous, name in zip((None, *names), names, strict=False):
        head = name_head(parse, name.start, name.end)
        below = parse.children[head]
        yield Occurrence(
            parse,
            gazetteer,
            name,
            previous,
            head,
            above=parse.heads[head],
            before=lower[name.start - 1] if name.start else "",
            after=lower[name.end] if name.end < len(parse) else "",
            speaks=name.end - 1 in speaking,
            dep=deps[head],
            appositions=[one for one in below if deps[one] == labels.APPOSITION] if below else below,
            relatives=[parse.left[one] for one in below if deps[one] == labels.RELATIVE_CLAUSE] if below else below,
        )
