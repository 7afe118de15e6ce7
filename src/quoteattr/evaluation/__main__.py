"""``python -m quoteattr.evaluation PATH``: how good the library is on an annotated corpus."""

from __future__ import annotations

import argparse
import contextlib
import io
import os
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from attrs import frozen

from quoteattr.arguments import confidence
from quoteattr.errors import CorpusError, QuoteattrError
from quoteattr.evaluation import metrics, mistakes, reliability, report, run
from quoteattr.evaluation.annotation import Annotation, Document
from quoteattr.evaluation.matching import Comparison, compare, without
from quoteattr.evaluation.mistakes import MistakeKind
from quoteattr.evaluation.readers import read_corpus
from quoteattr.evaluation.readers.offsets import read_offsets
from quoteattr.evaluation.readers.predictions import read_predictions, write_predictions
from quoteattr.evaluation.readers.resolution import read_resolved
from quoteattr.evaluation.resolution import ResolutionTally, found
from quoteattr.evaluation.words import Words
from quoteattr.records import Attitude, QuoteKind
from quoteattr.settings import OPERATING_POINTS

__all__ = ["main"]

Annotations = Mapping[str, Sequence[Annotation]]


def main(arguments: Sequence[str] | None = None, extractor: run.Pipes | None = None) -> int:
    """Run the command.

    Args:
        arguments: The default is the command line.
        extractor: What is evaluated; the default finds quotes of every attitude.

    Returns:
        0, or 1 if something cannot be read, loaded or written. (Wrong usage ends with status 2.)
    """
    parser = _parser()
    options = parser.parse_args(arguments)
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="replace")
    try:
        _evaluate(options, parser, extractor)
        sys.stdout.flush()
    except BrokenPipeError:
        with contextlib.suppress(OSError, ValueError):
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    except (QuoteattrError, OSError) as error:
        print(f"{parser.prog}: {error}", file=sys.stderr)
        return 1
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m quoteattr.evaluation",
        description="Find the quotes of an annotated corpus and compare them with its gold.",
    )
    add = parser.add_argument
    add("path", type=Path, help="a corpus in the layout of PolNeAR, or a folder of .json or .ann files beside texts")
    add("--split", default="dev", help="which part of a corpus in the layout of PolNeAR (default: dev)")
    add("--annotations", type=Path, metavar="DIR", help="gold as offsets: NAME.json for the NAME.txt of the corpus")
    add(
        "--core",
        action="store_true",
        help="count only the core quotes of a gold with levels; default settings find them",
    )
    add("--limit", type=_positive, metavar="N", help="only the first N articles")
    add("--predictions", type=Path, metavar="FILE", help="compare this file instead of running the extractor")
    add("--second-reading", type=Path, metavar="DIR", help="compare what another reader annotated: NAME.json in DIR")
    add("--write", type=Path, metavar="FILE", help="write what was found to this file, in the form of --predictions")
    add("--resolution", type=Path, metavar="DIR", help="articles with resolved speakers: adds their table")
    add("--oracle", action="store_true", help="run only resolution, on the gold content, cue and source")
    add("--by-rule", action="store_true", help="add a table of how often each rule is right")
    add("--reliability", action="store_true", help="add a table of confidence against the share of right quotes")
    named = " or ".join(OPERATING_POINTS)
    add("--min-confidence", type=confidence, metavar="SHARE", help=f"run the extractor with it: 0 to 1, or {named}")
    add("--errors", type=_positive, metavar="N", help="show N mistakes, spread evenly over the articles")
    add("--error-kind", choices=[kind.value for kind in MistakeKind], help="of this kind (default: missed)")
    add("--kind", choices=[kind.value for kind in QuoteKind], help="on quotes of this kind")
    return parser


def _positive(value: str) -> int:
    with contextlib.suppress(ValueError):
        if int(value) > 0:
            return int(value)
    raise argparse.ArgumentTypeError(f"expected a number of at least 1, got {value!r}")


@frozen
class _Corpus:
    """What there is to compare with."""

    documents: list[Document]
    is_native: bool
    resolved: Annotations
    """Gold with speakers, of those articles that have it."""


def _evaluate(options: argparse.Namespace, parser: argparse.ArgumentParser, extractor: run.Pipes | None) -> None:
    corpus = _read(options)
    kind = MistakeKind(options.error_kind or ("speaker" if options.oracle else "missed"))
    about_speakers = kind in (MistakeKind.SPEAKER, MistakeKind.ORGANISATION)
    if (options.oracle or about_speakers) and not (options.resolution or corpus.is_native):
        parser.error(f"{'--oracle' if options.oracle else f'--error-kind {kind.value}'} needs --resolution DIR")
    if options.oracle and options.predictions:
        parser.error("--oracle runs resolution, --predictions runs nothing: give one of them")
    predicted = _predict(options, corpus, extractor)
    if options.write:
        write_predictions(options.write, predicted)
    gold = {document.name: document.gold for document in corpus.documents}
    compared = _compare(corpus.documents, gold, predicted)
    resolved = _compare(corpus.documents, corpus.resolved, predicted)
    print(f"{options.path}: {len(corpus.documents)} articles")
    has_edges = any(one.level == "edge" for document in corpus.documents for one in document.gold)
    if options.core:
        compared = [(document, without(comparison, "edge")) for document, comparison in compared]
        resolved = [(document, without(comparison, "edge")) for document, comparison in resolved]
        has_edges = False
    if not options.oracle:
        print(report.quote_table(metrics.table(comparison for _, comparison in compared)))
    if has_edges:
        core = [without(comparison, "edge") for _, comparison in compared]
        print(f"\ncore quotes; what answers an edge quote is not counted\n{report.quote_table(metrics.table(core))}")
    if corpus.is_native and not options.core:
        for name, level in _levels(corpus.documents).items():
            print(f"\n{report.counts(name, found((comparison for _, comparison in compared), level))}")
    if options.resolution or options.oracle or corpus.is_native:
        on_gold = ", on gold content, cue and source" if options.oracle else ""
        print(f"\nspeakers and organisations, {len(resolved)} articles{on_gold}")
        tally = _tally_core(compared) if options.core else _tally(corpus, predicted)
        print(report.resolution_table(tally.figures()))
        if has_edges and not options.resolution:
            print("\nspeakers and organisations of core quotes; what answers an edge quote is not counted")
            print(report.resolution_table(_tally_core(compared).figures()))
    if options.by_rule:
        print(f"\n{report.rule_table(metrics.by_rule(comparison for _, comparison in compared))}")
    if options.reliability:
        bins = reliability.reliability(reliability.judged(comparison for _, comparison in compared))
        print(f"\n{report.reliability_table(bins)}")
    if options.errors:
        wrong = list(
            mistakes.find(
                resolved if about_speakers else compared, kind, QuoteKind(options.kind) if options.kind else None
            )
        )
        shown = mistakes.sample(wrong, options.errors)
        print("\n\n".join([f"\n{len(shown)} of {len(wrong)} mistakes ({kind.value})", *map(report.mistake, shown)]))


def _read(options: argparse.Namespace) -> _Corpus:
    if options.annotations:
        documents, is_native = read_offsets(options.path, options.annotations), True
        if options.second_reading:
            read_twice = read_resolved(options.second_reading)
            documents = [document for document in documents if document.name in read_twice]
    else:
        documents, is_native = read_corpus(options.path, options.split)
    resolved: Annotations = {document.name: document.gold for document in documents} if is_native else {}
    if options.resolution:
        resolved = read_resolved(options.resolution)
        unknown = sorted(set(resolved).difference(document.name for document in documents))
        if unknown:
            raise CorpusError(f"{options.resolution}: expected articles of {options.path}, got {unknown[0]!r}")
    return _Corpus(documents[: options.limit], is_native, resolved)


def _predict(options: argparse.Namespace, corpus: _Corpus, extractor: run.Pipes | None) -> Annotations:
    if options.oracle:
        return run.resolve_gold([one for one in corpus.documents if one.name in corpus.resolved], corpus.resolved)
    if options.second_reading:
        read = read_resolved(options.second_reading)
        return {
            name: [one for one in listed if not (options.core and one.level == "edge")] for name, listed in read.items()
        }
    if not options.predictions:
        attitudes = None if options.core else tuple(Attitude)
        return run.extract(corpus.documents, extractor, options.min_confidence, attitudes)
    predicted = read_predictions(options.predictions)
    if predicted and not any(document.name in predicted for document in corpus.documents):
        raise CorpusError(
            f"{options.predictions}: expected predictions for articles of {options.path} such as "
            f"{corpus.documents[0].name!r}, got none for any of them, but for {next(iter(predicted))!r}"
        )
    return predicted


def _compare(
    documents: Sequence[Document], gold: Annotations, predicted: Annotations
) -> list[tuple[Document, Comparison]]:
    return [
        (one, compare(Words(one.text), gold[one.name], predicted.get(one.name, ()), one.discard))
        for one in documents
        if one.name in gold
    ]


def _levels(documents: Sequence[Document]) -> dict[str, str | None]:
    """What to count gold quotes under: all, and each level that the gold has."""
    levels = {annotation.level for document in documents for annotation in document.gold}
    return {"all quotes": None, **{f"{level} quotes": level for level in sorted(filter(None, levels))}}


def _tally(corpus: _Corpus, predicted: Annotations) -> ResolutionTally:
    tally = ResolutionTally()
    for document in corpus.documents:
        if document.name in corpus.resolved:
            tally.add(Words(document.text), corpus.resolved[document.name], predicted.get(document.name, ()))
    return tally


def _tally_core(compared: Sequence[tuple[Document, Comparison]]) -> ResolutionTally:
    tally = ResolutionTally()
    for document, comparison in compared:
        core = without(comparison, "edge")
        gold, found = ([item.annotation for item in side] for side in (core.gold, core.predicted))
        tally.add(Words(document.text), gold, found)
    return tally


if __name__ == "__main__":
    sys.exit(main())
