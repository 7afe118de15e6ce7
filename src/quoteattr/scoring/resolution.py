"""Whether the right speaker and the right organisation were named."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Self

from attrs import define, frozen

from quoteattr.scoring.annotation import Annotation
from quoteattr.scoring.matching import Comparison, pair
from quoteattr.scoring.names import name_words, same_description, same_name
from quoteattr.scoring.words import Words

__all__ = [
    "ArticleRecords",
    "Found",
    "ResolutionTally",
    "found",
    "organisation_found",
    "right_organisation",
    "right_speaker",
    "speaker_found",
]


def right_speaker(gold: Annotation, predicted: Annotation) -> bool:
    """Whether ``predicted`` names the speaker of ``gold``, or describes the one whom ``gold`` does not name."""
    if gold.speaker:
        return bool(predicted.speaker) and same_name(gold.speaker, predicted.speaker)
    return not predicted.speaker and same_description(gold.description, predicted.description)


def right_organisation(gold: Annotation, predicted: Annotation) -> bool:
    """Whether both have an organisation, and the same."""
    return bool(gold.organisation and predicted.organisation) and same_name(gold.organisation, predicted.organisation)


# ---- the table over resolved articles ----------------------------------------------------------------------------


@frozen
class ArticleRecords:
    """The records of one article, gold and predicted, with those that answer each other.

    Attributes:
        gold: Gold records, without those of an unknown type or of none.
        predicted: Predicted ones that hold a word.
        matched: Pairs of a gold record and a predicted one that have half of the words of either content in common.
    """

    gold: Sequence[Annotation]
    predicted: Sequence[Annotation]
    matched: Sequence[tuple[Annotation, Annotation]]

    @classmethod
    def of(cls, words: Words, gold: Iterable[Annotation], predicted: Iterable[Annotation]) -> Self:
        """Pair the records of an article."""
        golds = [record for record in gold if record.type not in ("unknown", None)]
        predictions = [record for record in predicted if words.of(record.content)]
        gold_words, predicted_words = ([words.of(record.content) for record in side] for side in (golds, predictions))
        pairs = pair(gold_words, predicted_words)
        return cls(golds, predictions, [(golds[one], predictions[other]) for one, other in pairs])


@define
class ResolutionTally:
    """Sums over articles whose speakers were resolved by hand. Gold of an unknown type, or of none, is left out.

    Attributes:
        records: Gold records.
        predicted: Predicted ones.
        matched: Pairs with half of the content words in common.
        right: Matched, and the right speaker.
        named: Gold records with a name.
        named_right: Of these, matched and right.
        named_strict: Of these, right word for word.
        pronouns: Gold records whose source is a pronoun.
        pronouns_right: Of these, matched and right.
        type_right: Matched, and of the right type.
        organisations: Gold records with an organisation.
        organisations_predicted: Predicted records with one.
        organisations_right: Matched, and the right one.
    """

    records: int = 0
    predicted: int = 0
    matched: int = 0
    right: int = 0
    named: int = 0
    named_right: int = 0
    named_strict: int = 0
    pronouns: int = 0
    pronouns_right: int = 0
    type_right: int = 0
    organisations: int = 0
    organisations_predicted: int = 0
    organisations_right: int = 0

    def add(self, words: Words, gold: Iterable[Annotation], predicted: Iterable[Annotation]) -> None:
        """Count the records of one article."""
        records = ArticleRecords.of(words, gold, predicted)
        self.records += len(records.gold)
        self.predicted += len(records.predicted)
        self.organisations_predicted += sum(bool(record.organisation) for record in records.predicted)
        self.organisations += sum(bool(record.organisation) for record in records.gold)
        self.named += sum(bool(record.speaker) for record in records.gold)
        self.pronouns += sum(record.pronoun for record in records.gold)
        for pair_of in records.matched:
            self._add_pair(*pair_of)

    def _add_pair(self, gold: Annotation, predicted: Annotation) -> None:
        right = right_speaker(gold, predicted)
        self.matched += 1
        self.right += right
        if gold.speaker and right:
            self.named_right += 1
            self.named_strict += name_words(gold.speaker) == name_words(predicted.speaker)
        self.pronouns_right += right and gold.pronoun
        self.type_right += gold.type == predicted.type
        self.organisations_right += right_organisation(gold, predicted)

    def figures(self) -> dict[str, int | float]:
        """The table: counts as integers, shares and F1 in per cent as floats."""
        return {
            "records": self.records,
            "predicted": self.predicted,
            "matched": self.matched,
            "speaker F1": _f1(self.right, self.predicted, self.records),
            "speaker accuracy when matched": _share(self.right, self.matched),
            "named recall": _share(self.named_right, self.named),
            "named strict recall": _share(self.named_strict, self.named),
            "pronoun recall": _share(self.pronouns_right, self.pronouns),
            "type accuracy when matched": _share(self.type_right, self.matched),
            "organisation F1": _f1(self.organisations_right, self.organisations_predicted, self.organisations),
        }


def _share(right: int, count: int) -> float:
    return 100 * right / max(1, count)


def _f1(right: int, predicted: int, gold: int) -> float:
    return 100 * 2 * right / max(1, predicted + gold)


# ---- the counts over our own gold --------------------------------------------------------------------------------


@frozen
class Found:
    """How much of a resolved gold is found, counted over gold quotes.

    Attributes:
        gold: Gold quotes.
        found: Paired with a predicted one.
        speaker: Found, with the right speaker (none, where the gold has none).
        organisation: Found, with the right organisation (none, where the gold has none).
        with_organisation: Gold quotes that have an organisation.
        organisation_given: Of these, found with the right one.
    """

    gold: int
    found: int
    speaker: int
    organisation: int
    with_organisation: int
    organisation_given: int


def found(comparisons: Iterable[Comparison], level: str | None = None) -> Found:
    """Count over articles whose gold holds speakers.

    Args:
        comparisons: The articles.
        level: Only gold quotes of this level; the default is all.
    """
    gold = pairs = speaker = organisation = with_organisation = given = 0
    for comparison in comparisons:
        partner_of = dict(comparison.pairs)
        for gold_number, item in enumerate(comparison.gold):
            wanted = item.annotation
            if level is not None and wanted.level != level:
                continue
            gold += 1
            with_organisation += bool(wanted.organisation)
            if gold_number not in partner_of:
                continue
            got = comparison.predicted[partner_of[gold_number]].annotation
            pairs += 1
            speaker += speaker_found(wanted, got)
            organisation += organisation_found(wanted, got)
            given += right_organisation(wanted, got)
    return Found(gold, pairs, speaker, organisation, with_organisation, given)


def speaker_found(gold: Annotation, predicted: Annotation) -> bool:
    """:func:`right_speaker`, or neither has a speaker at all."""
    if not (gold.speaker or gold.description):
        return not (predicted.speaker or predicted.description)
    return right_speaker(gold, predicted)


def organisation_found(gold: Annotation, predicted: Annotation) -> bool:
    """:func:`right_organisation`, or neither has one."""
    return right_organisation(gold, predicted) or not (gold.organisation or predicted.organisation)
