"""Fit how sure speakers and organisations are: ``python -m tools.training.speakers TEXTS ANNOTATIONS ... -o FOLDER``.

ANNOTATIONS holds a ``NAME.json`` for each ``NAME.txt`` anywhere below TEXTS, and is one outlet or group of outlets, or
has a folder for each of them. Several may be given. ``--resolved PATH DIR`` adds the training articles of PolNeAR in
PATH whose speakers DIR resolves. What is written is ``speaker_trees.tsv``, ``speaker_values.tsv``,
``organisation_trees.tsv`` and ``organisation_values.tsv``. It takes a minute or two, and is to be run again whenever a
rule of coreference or affiliation has changed.

A row is a quote that was found and answers an annotated one. The articles of one outlet are one part; in PolNeAR their
names begin with it. The forest that judges a part is fitted to the others; by what these say of their parts the log
odds of the forests that ship, which are fitted to all, are stretched and shifted (Platt 1999), so that they keep their
word on an outlet that they have not seen. What is printed is measured in the same way.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import groupby
from pathlib import Path
from typing import Any

from attrs import evolve, frozen

from quoteattr.attribute import Attribution, attribute
from quoteattr.certainty import Forests, certainty_of, organisations, speakers
from quoteattr.certainty.mentioned import Mentioned
from quoteattr.coreference.entities import Entity
from quoteattr.detect import ArticleFeatures, detect
from quoteattr.errors import CorpusError, QuoteattrError
from quoteattr.evaluation.offsets import read_offsets, read_resolved
from quoteattr.forest import Column, Row
from quoteattr.records import Attitude, Speaker
from quoteattr.resolution import Resolved, records, resolved
from quoteattr.scoring.annotation import Annotation, Document
from quoteattr.scoring.matching import compare
from quoteattr.scoring.resolution import right_organisation, right_speaker
from quoteattr.scoring.words import Words
from quoteattr.settings import Settings
from quoteattr.syntax import Parse, Range
from tools.evaluate.polnear import read_polnear
from tools.evaluate.reliability import reliability, reliability_table
from tools.training.fitting import Fitted, calibrated, fit, learner
from tools.training.rows import Labelled

__all__ = ["Answered", "Article", "main", "train"]

ROUNDS = 35
"""Trees for each seed: more of them gain nothing on the parts that are held out."""
_SETTINGS: Mapping[str, Any] = {
    "num_leaves": 6,
    "min_data_in_leaf": 15,
    "feature_fraction": 0.6,
    "min_sum_hessian_in_leaf": 1.0,
    "monotone_constraints_method": "basic",
}
"""Settings for two thousand rows of which few are wrong."""
_FOR = frozenset({"named", "words", "namings", "last", "confidence", "gender", "speaker", "margin", "lead"})
"""Numbers of which more can only speak for somebody: with so few rows, the trees would learn accidents otherwise."""
_AGAINST = frozenset(
    {"chain", "back", "back-name", "nearer", "rivals", "place", "against", "apart", "guessed", "unknown", "length"}
)
"""Numbers of which more can only speak against somebody."""
_DECISION = ("rule", "kind", "words", "namings", "margin", "speaker")
"""What is the same of quotes whose speaker or organisation is decided once, mostly."""
_STEPS = 50
"""Steps of Newton's method, which converges in ten."""


@frozen
class Answered:
    """A quote that answers an annotated one.

    Attributes:
        number: Its attribution.
        speaker: Whether its speaker is right; ``None`` where it has none.
        organisation: Whether its organisation is right; ``None`` where it has none.
    """

    number: int
    speaker: bool | None
    organisation: bool | None


@frozen(eq=False)
class Article:
    """An annotated article, resolved.

    Attributes:
        resolved: Who speaks in it.
        answered: What is annotated of this.
        part: Its outlet.
    """

    resolved: Resolved
    answered: Sequence[Answered]
    part: int

    @classmethod
    def of(cls, document: Document, parse: Parse, found: Sequence[Attribution], part: int) -> Article:
        """An article in which ``found`` were found."""
        article = resolved(parse, found)
        made = records(article, range(len(found)))
        predicted = [
            _annotation(parse, one, number, speaker)
            for number, (one, speaker) in enumerate(zip(found, made.speaker_of, strict=True))
        ]
        pairs = compare(Words(document.text), document.gold, predicted, document.discard)
        answered = [
            _answered(pairs.gold[gold].annotation, pairs.predicted[number].annotation) for gold, number in pairs.pairs
        ]
        return cls(article, answered, part)

    def speaker_rows(self) -> Iterator[Labelled]:
        """The features of speakers, and whether each is right."""
        rows = speakers.rows_of(Mentioned(self.resolved.context), self.resolved.voices)
        yield from _labelled([(rows[one.number], one.speaker) for one in self.answered])

    def organisation_rows(self, forest: Fitted) -> Iterator[Labelled]:
        """The features of organisations, and whether each is right.

        Args:
            forest: That of speakers, from other parts.
        """
        article = self.resolved
        sure = certainty_of(article.context, article.voices, article.affiliations, Forests(forest.forest)).speakers
        shares: dict[Entity, list[float]] = {}
        for voice, share in zip(article.voices, sure, strict=True):
            if voice.entity is not None and share is not None:
                shares.setdefault(voice.entity, []).append(share)
        rows = organisations.rows_of(Mentioned(article.context), article.affiliations, shares)
        entities = [(article.voices[one.number].entity, one.organisation) for one in self.answered]
        yield from _labelled([(rows.get(entity) if entity is not None else None, right) for entity, right in entities])


def _labelled(rows: Sequence[tuple[Row | None, bool | None]]) -> Iterator[Labelled]:
    """The rows that are right or wrong; equal ones of an article, which share a decision, count as one."""
    known = [(row, right) for row, right in rows if row is not None and right is not None]
    decisions = [tuple(str(row.get(name)) for name in _DECISION) for row, _ in known]
    often = Counter(decisions)
    for (row, right), decision in zip(known, decisions, strict=True):
        yield Labelled(row, right, 1.0 / often[decision])


def _annotation(parse: Parse, one: Attribution, number: int, speaker: Speaker | None) -> Annotation:
    """What was found, with its number in the place of its rule."""
    organisation = speaker.organisation if speaker is not None else None
    return Annotation(
        content=_offsets(parse, one.content),
        source=_offsets(parse, one.source),
        speaker=speaker.name if speaker is not None else None,
        description=speaker.description if speaker is not None else None,
        organisation=organisation.name if organisation is not None else None,
        rule=str(number),
    )


def _answered(gold: Annotation, predicted: Annotation) -> Answered:
    told = predicted.speaker or predicted.description
    return Answered(
        number=int(predicted.rule or 0),
        speaker=right_speaker(gold, predicted) if told else None,
        organisation=right_organisation(gold, predicted) if predicted.organisation else None,
    )


def _offsets(parse: Parse, ranges: tuple[Range, ...]) -> tuple[tuple[int, int], ...]:
    return tuple(parse.characters(tokens) for tokens in ranges)


# ---- fitting -------------------------------------------------------------------------------------------------------


@frozen
class _Crossed:
    """Forests that were fitted to all parts but one, one that was fitted to all, and what the first say of their parts.

    Attributes:
        of_part: For each part the forest of the others.
        shipped: The forest of all, its log odds stretched and shifted.
        judged: For each row how likely it is by the forest that has not seen its part, and whether it is right.
    """

    of_part: Mapping[int, Fitted]
    shipped: Fitted
    judged: Sequence[tuple[float, bool]]


def train(articles: Sequence[Article], say: Callable[[str], None]) -> tuple[Fitted, Fitted]:
    """The forests of speakers and of organisations.

    Args:
        articles: Annotated ones, each of which tells its part.
        say: Told how well they keep their word on parts that are held out.
    """
    rows = [(article.part, row) for article in articles for row in article.speaker_rows()]
    told = _crossed(rows, speakers.COLUMNS)
    say(f"speakers, held out\n{reliability_table(reliability(told.judged))}")
    rows = [(one.part, row) for one in articles for row in one.organisation_rows(told.of_part[one.part])]
    bodies = _crossed(rows, organisations.COLUMNS)
    say(f"organisations, held out\n{reliability_table(reliability(bodies.judged))}")
    return told.shipped, bodies.shipped


def _crossed(rows: Sequence[tuple[int, Labelled]], columns: Sequence[Column]) -> _Crossed:
    parts = sorted({part for part, _ in rows})
    of_part: dict[int, Fitted] = {}
    shares: list[float] = []
    judged: list[Labelled] = []
    for part in parts:
        of_part[part] = _fitted([row for row in rows if row[0] != part], columns)
        own = [row for number, row in rows if number == part]
        shares += of_part[part].forest.probabilities(row.row for row in own)
        judged += own
    slope, shift = _stretch(shares, judged)
    of_part = {part: calibrated(fitted, slope, shift) for part, fitted in of_part.items()}
    told = [(_stretched(share, slope, shift), row.right) for share, row in zip(shares, judged, strict=True)]
    return _Crossed(of_part, calibrated(_fitted(rows, columns), slope, shift), told)


def _fitted(rows: Sequence[tuple[int, Labelled]], columns: Sequence[Column]) -> Fitted:
    signs = [1 if one.counted or one.name in _FOR else -(one.name in _AGAINST) for one in columns]
    settings = {**_SETTINGS, "monotone_constraints": signs}
    return fit([row for _, row in rows], [part for part, _ in rows], columns, ROUNDS, settings=settings)


def _stretch(shares: Sequence[float], rows: Sequence[Labelled]) -> tuple[float, float]:
    """The slope and the shift of log odds with which ``shares`` foretell best which rows are right."""
    import numpy as np

    odds = _odds(np.array(shares))
    good, weight = (
        np.array(some, dtype=float) for some in zip(*((row.right, row.weight) for row in rows), strict=True)
    )
    told = np.stack([odds, np.ones_like(odds)])
    line = np.array([1.0, 0.0])
    for _ in range(_STEPS):
        likely = 1.0 / (1.0 + np.exp(-(line @ told)))
        curve = (told * (weight * likely * (1.0 - likely))) @ told.T
        line -= np.linalg.solve(curve + 1e-6 * np.eye(2), told @ (weight * (likely - good)))
    return round(float(line[0]), 6), round(float(line[1]), 6)


def _stretched(share: float, slope: float, shift: float) -> float:
    import numpy as np

    return float(1.0 / (1.0 + np.exp(-(slope * _odds(np.array(share)) + shift))))


def _odds(share: Any) -> Any:
    """Log odds, of shares that a forest gives to six digits."""
    import numpy as np

    kept = np.clip(share, 1e-6, 1.0 - 1e-6)
    return np.log(kept / (1.0 - kept))


# ---- the command ---------------------------------------------------------------------------------------------------


def main(arguments: Sequence[str] | None = None) -> int:
    """Fit, and write the trees."""
    parser = argparse.ArgumentParser(
        prog="python -m tools.training.speakers",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("texts", metavar="TEXTS", type=Path, help="the folder with the texts of the news")
    parser.add_argument(
        "annotations",
        metavar="ANNOTATIONS",
        nargs="+",
        type=Path,
        help="the annotations of an outlet, or a folder with a folder of annotations for each",
    )
    parser.add_argument(
        "--resolved", nargs=2, type=Path, metavar=("PATH", "DIR"), help="PolNeAR, and the gold of some of its articles"
    )
    parser.add_argument("-o", "--output", type=Path, required=True, metavar="FOLDER", help="where the files go")
    options = parser.parse_args(arguments)
    try:
        learner()
        articles = list(_articles(options))
        fitted = zip(("speaker", "organisation"), train(articles, _say), strict=True)
        for name, forest in fitted:
            (options.output / f"{name}_trees.tsv").write_text(forest.trees, encoding="utf-8")
            (options.output / f"{name}_values.tsv").write_text(forest.tables, encoding="utf-8")
    except (QuoteattrError, OSError) as error:
        print(f"{parser.prog}: {error}", file=sys.stderr)
        return 1
    _say(f"{len(articles)} articles learned from; the files are in {options.output}")
    return 0


def _articles(options: argparse.Namespace) -> Iterator[Article]:
    outlets = [outlet for folder in options.annotations for outlet in _outlets(folder)]
    for part, outlet in enumerate(outlets):
        yield from _read(read_offsets(options.texts, outlet), Settings(), part)
    if options.resolved:
        path, folder = options.resolved
        gold = read_resolved(folder)
        known = [evolve(one, gold=gold[one.name]) for one in read_polnear(path, "train") if one.name in gold]
        by_outlet = groupby(sorted(known, key=lambda one: one.name), lambda one: one.name.partition("_")[0])
        for part, (_, some) in enumerate(by_outlet, len(outlets)):
            yield from _read(list(some), Settings(attitudes=list(Attitude)), part)


def _outlets(folder: Path) -> list[Path]:
    """The folders with the annotations of an outlet: a folder with annotations in it, or those within it."""
    if any(folder.glob("*.json")):
        return [folder]
    outlets = sorted(path for path in folder.glob("*") if path.is_dir())
    if not outlets:
        raise CorpusError(f"{folder}: expected annotations, or folders with annotations, got neither")
    return outlets


def _read(documents: Sequence[Document], settings: Settings, part: int) -> Iterator[Article]:
    """Find and resolve the quotes of articles, with the settings for what is annotated in them."""
    from quoteattr.models import Model

    model, lexicon = Model(None), settings.load_lexicon()
    for start in range(0, len(documents), 16):
        some = documents[start : start + 16]
        for document, parse in zip(some, model.parse([one.text for one in some]), strict=True):
            features = ArticleFeatures(parse, lexicon)
            yield Article.of(document, parse, attribute(features, detect(features)), part)


def _say(message: str) -> None:
    print(message, file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main())
