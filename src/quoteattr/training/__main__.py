"""Make the lexicon and its trees anew: ``python -m quoteattr.training PATH -o FOLDER``.

PATH is a folder in the layout of PolNeAR with a split ``train``. What is written are lemmas, other words that occur
often, labels, counts and trees: no text of the corpus. The steps, each on the same articles:

1. how often each verb, noun and adjective is a cue, by frame (``cues.tsv``);
2. what follows contents, and how often they went on there (``ends.tsv``);
3. cues again, with these ends;
4. trees that tell where a content ends (``ends_trees.json``, ``ends_counts.tsv``);
5. trees that tell whether a candidate is an attribution (``judge_trees.json``, ``judge_counts.tsv``);
6. how often quotes of each rule and probability were right (``confidence.tsv``).

The articles are dealt into five parts. Whatever is looked up for an article of one part, to fit trees or to count what
was right, comes from lexicons and trees made from the other four. So do the figures that are printed at the end, which
are those of ``python -m quoteattr.evaluation``.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

from attrs import evolve, frozen

from quoteattr.detect import ends, evidence
from quoteattr.errors import QuoteattrError
from quoteattr.evaluation import metrics, report
from quoteattr.evaluation.annotation import Document
from quoteattr.evaluation.readers.brat import read_polnear
from quoteattr.forest import Column
from quoteattr.lexicon import Lexicon
from quoteattr.lexicon.table import Count
from quoteattr.syntax import Parse
from quoteattr.training.articles import TrainingArticle
from quoteattr.training.confidence import count_right
from quoteattr.training.counting import Tally, counted
from quoteattr.training.fitting import Fitted, fit, learner
from quoteattr.training.held_out import comparisons
from quoteattr.training.rows import Labelled, candidate_rows, end_rows

__all__ = ["PARTS", "main", "train"]

PARTS = 5
END_ROUNDS, JUDGE_ROUNDS = 400, 600
"""Trees: more of them gain nothing on the parts that are held out."""


@frozen
class Made:
    """What was made from some articles."""

    lexicon: Lexicon
    ends: Fitted
    judge: Fitted

    @property
    def complete(self) -> Lexicon:
        """The lexicon with its trees."""
        return evolve(self.lexicon, ends_forest=self.ends.forest, judge=self.judge.forest)


def train(articles: Sequence[TrainingArticle], say: Callable[[str], None]) -> list[Made]:
    """What is made from all articles but those of one part, for each part; the last one is made from all.

    Args:
        articles: Their part is their number modulo ``PARTS``.
        say: Told what is being done.
    """
    kept = [[article for number, article in enumerate(articles) if number % PARTS != part] for part in range(PARTS)]
    lexicons = []
    for part, others in enumerate((*kept, articles)):
        say(f"counting, {part + 1} of {PARTS + 1}")
        lexicons.append(counted(others))
    found = _rows(articles, lexicons, end_rows)
    end_forests = list(_fits(found, ends.COLUMNS, END_ROUNDS, say))
    with_ends = [
        evolve(lexicon, ends_forest=fitted.forest) for lexicon, fitted in zip(lexicons, end_forests, strict=True)
    ]
    found = _rows(articles, with_ends, candidate_rows)
    judges = _fits(found, evidence.COLUMNS, JUDGE_ROUNDS, say)
    return [Made(*parts) for parts in zip(lexicons, end_forests, judges, strict=True)]


def _rows(
    articles: Sequence[TrainingArticle],
    lexicons: Sequence[Lexicon],
    of: Callable[[TrainingArticle, Lexicon], list[Labelled]],
) -> list[tuple[int, Labelled]]:
    """The rows of all articles with their parts, each made with the lexicon of the other parts."""
    return [
        (number % PARTS, row)
        for number, article in enumerate(articles)
        for row in of(article, lexicons[number % PARTS])
    ]


def _fits(
    rows: list[tuple[int, Labelled]], columns: Sequence[Column], rounds: int, say: Callable[[str], None]
) -> Iterator[Fitted]:
    for part in range(PARTS + 1):
        say(f"fitting {rounds} trees, {part + 1} of {PARTS + 1}")
        used = [(number, row) for number, row in rows if number != part]
        yield fit([row for _, row in used], [number for number, _ in used], columns, rounds)


def main(arguments: Sequence[str] | None = None) -> int:
    """Train, and write the tables and trees."""
    parser = argparse.ArgumentParser(
        prog="python -m quoteattr.training",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("path", metavar="PATH", type=Path, help="a folder in the layout of PolNeAR")
    parser.add_argument("--split", default="train", help="the split to learn from (default: train)")
    parser.add_argument("-o", "--output", type=Path, required=True, metavar="FOLDER", help="where the files go")
    options = parser.parse_args(arguments)
    try:
        learner()  # before an hour is spent without it
        documents = read_polnear(options.path, options.split)
        _say(f"parsing {len(documents)} articles")
        parses = list(_parses(documents))
        articles = [TrainingArticle.of(*pair) for pair in zip(documents, parses, strict=True)]
        made = train(articles, _say)
        write(options.output, articles, made)
        _say("finding quotes in the articles of each part with what was made from the others")
        lexicons = [one.complete for one in made]
        parts = [lexicons[number % PARTS] for number in range(len(articles))]
        print(report.quote_table(metrics.table(comparisons(zip(documents, parses, parts, strict=True)))))
    except QuoteattrError as error:
        print(f"{parser.prog}: {error}", file=sys.stderr)
        return 1
    _say(f"{len(articles)} articles learned from; the files are in {options.output}")
    return 0


def write(folder: Path, articles: Sequence[TrainingArticle], made: Sequence[Made]) -> None:
    """Write the files: what was made from all articles, and how often quotes of held-out ones were right."""
    everything = made[-1]
    folder.mkdir(parents=True, exist_ok=True)
    _write(folder / "cues.tsv", ("lemma", "pos", "frame", "cues", "candidates"), _cue_rows(everything.lexicon))
    ends_of = everything.lexicon.ends.items()
    rows = ((place, *_numbers(count)) for place, count in ends_of if count.candidates > 1)
    _write(folder / "ends.tsv", ("place", "goes_on", "seen"), rows)
    for name, fitted in (("ends", everything.ends), ("judge", everything.judge)):
        (folder / f"{name}_trees.json").write_text(fitted.trees, encoding="utf-8")
        (folder / f"{name}_counts.tsv").write_text(fitted.counts, encoding="utf-8")
    tally = Tally()
    for part in range(PARTS):
        count_right(articles[part::PARTS], made[part].complete, tally)
    right = ((*key, str(good), str(found)) for key, good, found in tally.items())
    _write(folder / "confidence.tsv", ("rule", "band", "right", "found"), right)


def _parses(documents: Sequence[Document]) -> Iterable[Parse]:
    from quoteattr.models import Model

    model = Model(None)
    for start in range(0, len(documents), 16):
        yield from model.parse([document.text for document in documents[start : start + 16]])


def _cue_rows(lexicon: Lexicon) -> Iterable[tuple[str, ...]]:
    """The counts, but for pairs seen once that were no cue: nothing hangs on them."""
    for (lemma, pos, frame), count in lexicon.counts.items():
        if count.candidates > 1 or count.cues:
            yield lemma, pos, frame, *_numbers(count)


def _numbers(count: Count) -> tuple[str, str]:
    return f"{count.cues:g}", f"{count.candidates:g}"


def _write(path: Path, header: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> None:
    lines = ["\t".join(row) for row in (header, *rows)]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def _say(message: str) -> None:
    print(message, file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main())
