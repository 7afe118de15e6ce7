"""Make the lexicon and its trees anew: ``python -m tools.training PATH --news TEXTS ANNOTATIONS -o FOLDER``.

PATH is a folder in the layout of PolNeAR with a split ``train``. ANNOTATIONS has a folder for each outlet, or group of
outlets, with a ``NAME.json`` for each ``NAME.txt`` anywhere below TEXTS. What is written are lemmas, other words that
occur often, labels, counts and trees: no text of an article. The steps:

1. how often each verb, noun and adjective is a cue, by frame (``cues.tsv``);
2. what follows contents, and how often they went on there (``ends.tsv``);
3. cues again, with these ends;
4. trees that tell where a content ends (``ends_trees.tsv``, ``ends_values.tsv``);
5. trees that tell whether a candidate is an attribution (``judge_trees.tsv``, ``judge_values.tsv``);
6. trees that tell whether a careful reader would report it, from the news (``report_trees.tsv``,
   ``report_values.tsv``);
7. how often quotes of the news, of each rule and probability, were right (``confidence.tsv``).

The articles are dealt into five parts, and those of one outlet are in one part. Whatever is looked up for an article of
one part, to fit trees or to count what was right, comes from lexicons and trees made from the other four. So do the
figures that are printed at the end, which are those of ``python -m tools.evaluate``. Without ``--news`` there are
no trees of step 6, and confidence is counted on the corpus.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import Any

from attrs import evolve, frozen

from quoteattr.detect import boundary_features, evidence
from quoteattr.detect.classifier import HOPELESS
from quoteattr.errors import CorpusError, QuoteattrError
from quoteattr.evaluation import report
from quoteattr.evaluation.offsets import read_offsets
from quoteattr.forest import Column
from quoteattr.lexicon import ANY, Count, Lexicon
from quoteattr.lexicon.counts import Key
from quoteattr.scoring import Document, table
from quoteattr.scoring.matching import without
from quoteattr.syntax import Parse
from tools.evaluate.polnear import read_polnear
from tools.training.articles import PARTS, TrainingArticle
from tools.training.confidence import count_right
from tools.training.counting import Tally, counted
from tools.training.fitting import FEW, Fitted, fit, learner
from tools.training.held_out import comparisons
from tools.training.outline import outline
from tools.training.rows import Labelled, candidate_rows, end_rows, reported_rows

__all__ = ["main", "train"]

_ASKED_OTHERWISE = (ANY, "clause", "clause-left", "parataxis", "quote", "words")
"""Frames of candidates that a rule may be certain of, or whose counts tell whether a verb reports."""
END_ROUNDS, JUDGE_ROUNDS, REPORT_ROUNDS = 140, 200, 60
"""Trees for each seed: more of them gain nothing on the parts that are held out."""


@frozen
class Made:
    """What was made from some articles."""

    lexicon: Lexicon
    ends: Fitted
    judge: Fitted
    report: Fitted | None

    @property
    def complete(self) -> Lexicon:
        """The lexicon with its trees."""
        report = self.report.forest if self.report is not None else None
        return self.lexicon.with_classifiers(boundary=self.ends.forest, attribution=self.judge.forest, report=report)


def train(articles: Sequence[TrainingArticle], say: Callable[[str], None]) -> list[Made]:
    """What is made from all articles but those of one part, for each part; the last one is made from all.

    Args:
        articles: Each tells its part.
        say: Told what is being done.
    """
    kept = [[article for article in articles if article.part != part] for part in range(PARTS)]
    lexicons = []
    for part, others in enumerate((*kept, articles)):
        say(f"counting, {part + 1} of {PARTS + 1}")
        lexicons.append(counted(others))
    end_forests = list(_fits(_rows(articles, lexicons, end_rows), boundary_features.COLUMNS, END_ROUNDS, say))
    pairs = zip(lexicons, end_forests, strict=True)
    with_ends = [lexicon.with_classifiers(boundary=fitted.forest) for lexicon, fitted in pairs]
    judges = list(_fits(_rows(articles, with_ends, candidate_rows), evidence.COLUMNS, JUDGE_ROUNDS, say))
    pairs = zip(with_ends, judges, strict=True)
    with_judge = [lexicon.with_classifiers(attribution=fitted.forest) for lexicon, fitted in pairs]
    reports: list[Fitted | None] = [None] * (PARTS + 1)
    if any(article.is_news for article in articles):
        found = _rows(articles, with_judge, reported_rows)
        reports = list(_fits(found, evidence.REPORTED, REPORT_ROUNDS, say, FEW))
    return [Made(*parts) for parts in zip(lexicons, end_forests, judges, reports, strict=True)]


def _rows(
    articles: Sequence[TrainingArticle],
    lexicons: Sequence[Lexicon],
    of: Callable[[TrainingArticle, Lexicon], list[Labelled]],
) -> list[tuple[int, Labelled]]:
    """The rows of all articles with their parts, each made with the lexicon of the other parts."""
    return [(article.part, row) for article in articles for row in of(article, lexicons[article.part])]


def _fits(
    rows: list[tuple[int, Labelled]],
    columns: Sequence[Column],
    rounds: int,
    say: Callable[[str], None],
    settings: Mapping[str, Any] = MappingProxyType({}),
) -> Iterator[Fitted]:
    for part in range(PARTS + 1):
        say(f"fitting {rounds} trees, {part + 1} of {PARTS + 1}")
        used = [(number, row) for number, row in rows if number != part]
        yield fit([row for _, row in used], [number for number, _ in used], columns, rounds, settings=settings)


def main(arguments: Sequence[str] | None = None) -> int:
    """Train, and write the tables and trees."""
    parser = argparse.ArgumentParser(
        prog="python -m tools.training",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("path", metavar="PATH", type=Path, help="a folder in the layout of PolNeAR")
    parser.add_argument("--split", default="train", help="the split to learn from (default: train)")
    parser.add_argument(
        "--news",
        nargs=2,
        type=Path,
        metavar=("TEXTS", "ANNOTATIONS"),
        help="articles of other newsrooms: the folder with their texts, and one with a folder of annotations an outlet",
    )
    parser.add_argument("-o", "--output", type=Path, required=True, metavar="FOLDER", help="where the files go")
    options = parser.parse_args(arguments)
    try:
        learner()  # before an hour is spent without it
        dealt = [(one, number % PARTS) for number, one in enumerate(read_polnear(options.path, options.split))]
        news = list(_news(*options.news)) if options.news else []
        _say(f"parsing {len(dealt)} articles and {len(news)} of the news")
        documents = [one for one, _ in (*dealt, *news)]
        articles = [
            TrainingArticle.of(document, parse, part, is_news=number >= len(dealt))
            for number, ((document, part), parse) in enumerate(zip((*dealt, *news), _parses(documents), strict=True))
        ]
        made = train(articles, _say)
        write(options.output, articles, made)
        _say("finding quotes in the articles of each part with what was made from the others")
        _print_held_out(documents, articles, [one.complete for one in made])
    except QuoteattrError as error:
        print(f"{parser.prog}: {error}", file=sys.stderr)
        return 1
    _say(f"{len(articles)} articles learned from; the files are in {options.output}")
    return 0


def _news(texts: Path, annotations: Path) -> Iterator[tuple[Document, int]]:
    """The annotated articles of the news with their parts: each folder of annotations, an outlet, is in one part.

    Raises:
        CorpusError: There are no such folders, or a file is malformed.
    """
    outlets = sorted(path for path in annotations.glob("*") if path.is_dir())
    if not outlets:
        raise CorpusError(f"{annotations}: expected a folder with folders in it, got none")
    for number, outlet in enumerate(outlets):
        for document in read_offsets(texts, outlet):
            yield document, number % PARTS


def _print_held_out(
    documents: Sequence[Document], articles: Sequence[TrainingArticle], made: Sequence[Lexicon]
) -> None:
    """Print how good the quotes of each article are that were found with what was made from the other parts."""
    triples = [
        (document, article.parse, made[article.part]) for document, article in zip(documents, articles, strict=True)
    ]
    corpus = [(one, parse, lexicon.widened()) for one, parse, lexicon in triples if not _has_levels(one)]
    print(report.quote_table(table(comparisons(corpus))))
    news = [triple for triple in triples if _has_levels(triple[0])]
    if news:
        core = [without(comparison, "edge") for comparison in comparisons(news)]
        print(f"\nnews, core quotes\n{report.quote_table(table(core))}")


def _has_levels(document: Document) -> bool:
    return any(one.level is not None for one in document.gold)


def write(folder: Path, articles: Sequence[TrainingArticle], made: Sequence[Made]) -> None:
    """Write the files: what was made from all articles, and how often quotes of held-out ones were right."""
    everything = made[-1]
    folder.mkdir(parents=True, exist_ok=True)
    cues = {" ".join(key): count for key, count in telling_counts(everything.lexicon).items()}
    _outline(folder / "cues.tsv", "lemma+pos+frame", cues, (0, 1, 2))
    places = {place: count for place, count in everything.lexicon.ends.items() if count.candidates > 1}
    _outline(folder / "ends.tsv", "family+relation+label+kind+pause", places, (2, 3, 4, 1, 0))
    for name, fitted in (("ends", everything.ends), ("judge", everything.judge), ("report", everything.report)):
        if fitted is None:
            continue
        (folder / f"{name}_trees.tsv").write_text(fitted.trees, encoding="utf-8")
        (folder / f"{name}_values.tsv").write_text(fitted.tables, encoding="utf-8")
    tally = Tally()
    with_levels = [article for article in articles if article.is_news] or articles
    for part in range(PARTS):
        count_right([article for article in with_levels if article.part == part], made[part].complete, tally)
    right = ((*key, str(good), str(found)) for key, good, found in tally.items())
    _write(folder / "confidence.tsv", ("rule", "band", "right", "found"), right)


def _parses(documents: Sequence[Document]) -> Iterable[Parse]:
    from quoteattr.models import Model

    model = Model(None)
    for start in range(0, len(documents), 16):
        yield from model.parse([document.text for document in documents[start : start + 16]])


def telling_counts(lexicon: Lexicon) -> dict[Key, Count]:
    """The counts, but for those that nothing hangs on: pairs seen once that were no cue, and pairs without hope.

    What is without hope is not looked at (:func:`quoteattr.detect.classifier.plausible`), nor is a pair without a row
    whose lemma and frame leave it none. Rows stay where a rule may be certain of a candidate, or asks whether a verb
    reports.
    """
    counts = {key: count for key, count in lexicon.counts.items() if count.candidates > 1 or count.cues}
    doubtful = {key for key, count in counts.items() if not count.cues and _is_judged(*key)}
    without = evolve(lexicon, counts={key: count for key, count in counts.items() if key not in doubtful})
    return {
        key: count
        for key, count in counts.items()
        if key not in doubtful or max(lexicon.precision(*key), without.precision(*key)) >= HOPELESS
    }


def _is_judged(lemma: str, pos: str, frame: str) -> bool:
    """Whether all that is asked of the count of a pair is whether there is hope."""
    return lemma != ANY and frame not in _ASKED_OTHERWISE and pos not in ("PREP", "PUNCT")


def _outline(file: Path, name: str, counts: Mapping[str, Count], order: Sequence[int]) -> None:
    table = {key: f"{count.cues:g}/{count.candidates:g}" for key, count in counts.items()}
    file.write_text("\n".join(outline(name, table, order)) + "\n", encoding="utf-8")


def _write(path: Path, header: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> None:
    lines = ["\t".join(row) for row in (header, *rows)]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def _say(message: str) -> None:
    print(message, file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main())
