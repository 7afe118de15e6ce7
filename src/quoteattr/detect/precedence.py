"""Which of two candidates that get into each other's way goes first: quotations, and what is likelier."""

from __future__ import annotations

from bisect import bisect_left

from attrs import evolve

from quoteattr.detect import (
    according,
    clauses,
    infinitives,
    inversion,
    nouns,
    objects,
    passives,
    predicates,
    prepositions,
)
from quoteattr.detect.candidate import Candidate
from quoteattr.detect.features import ArticleFeatures
from quoteattr.detect.overlaps import OverlapIndex, overlap
from quoteattr.detect.quotations import labelled_lines
from quoteattr.detect.quotations.bylines import DASH
from quoteattr.detect.quotations.cue_above import BLOCK
from quoteattr.detect.quotations.cue_after import AFTER
from quoteattr.detect.quotations.cue_before import BEFORE
from quoteattr.detect.quotations.inline_labels import NAMED
from quoteattr.detect.sentences import STOPS
from quoteattr.detect.spans import clean
from quoteattr.lexicon.lists import mark_set

__all__ = ["beside_quotations", "best_of", "unlikely_outer"]

_QUOTATIONS = {rule.id for rule in (AFTER, BEFORE, BLOCK, DASH, NAMED, labelled_lines.COLON)}
"""Rules that read a quotation and its cue off the surface."""
_YIELDING = {
    rule.id
    for rule in (
        *(inversion.AS_CLAUSE, inversion.LEFT, according.SURVEY, infinitives.INFINITIVE, infinitives.PASSIVE),
        *(objects.NAMING, nouns.BARE, nouns.GOVERNED, passives.PASSIVE_AS, predicates.PREDICATE),
        prepositions.PREPOSITION,
    )
}
"""Rules whose larger contents are wrong more often than right where a quotation with its own cue lies in them."""
_OBJECTS = {objects.OBJECT.id, infinitives.OBJECT.id}
_PARTS = mark_set("parting")


def best_of(article: ArticleFeatures, competitors: list[Candidate]) -> Candidate:
    """The likeliest of candidates with one cue.

    A likely quotation goes before what stands on the other side of its cue, and before what holds no more than whom
    it was said to or when besides: "told her, “Go home.”", "said in May, when the dam broke, “We must go.”".
    """
    best = max(competitors, key=lambda one: (one.certain, one.probability))
    for one in competitors:
        if one.rule not in _QUOTATIONS or one.probability < article.lexicon.threshold:
            continue
        beside = not overlap(one, best)
        if (beside and _opens(article, one)) or (not beside and _ends_in(article, best, one)):
            return one
    return best


def _ends_in(article: ArticleFeatures, larger: Candidate, quotation: Candidate) -> bool:
    """Whether a content to the right of its cue ends in a quotation behind a comma."""
    start, end = quotation.content[0]
    first, last = larger.content[-1]
    return (
        len(quotation.content) == len(larger.content) == 1
        and larger.cue < first < start <= last <= end
        and article.parse.words[start - 1] == ","
        and article.parse.region_of[start] >= 0
    )


def _opens(article: ArticleFeatures, one: Candidate) -> bool:
    """Whether a content begins with a quotation that begins a sentence."""
    parse = article.parse
    start = one.content[0][0]
    line = parse.line_of(start)[0]
    first = parse.trim((line, start))[1]
    return parse.region_of[start] >= 0 and (first <= line or parse.words[first - 1][-1:] in STOPS)


def beside_quotations(article: ArticleFeatures, candidates: list[Candidate]) -> list[Candidate]:
    """The candidates without those that yield to a quotation, and with those that run on over one cut before it."""
    quotations = [one for one in candidates if one.rule in _QUOTATIONS]
    if not quotations:
        return candidates
    overlapping = OverlapIndex(quotations)
    out = []
    for one in candidates:
        if one.rule in _QUOTATIONS:
            out.append(one)
            continue
        competitors = overlapping.of(one)
        if not competitors:
            out.append(one)
        elif one.rule not in _YIELDING and not any(
            _reported_by(article, one, other) or one.content == other.content for other in competitors
        ):
            found = _cut(article, one, competitors)
            if found.content:
                out.append(found)
    return out


def _reported_by(article: ArticleFeatures, one: Candidate, quotation: Candidate) -> bool:
    """Whether an object runs on over a sentence in marks and its cue: "sent out a note saying, “We will stay.”".

    Or a clause that begins with it: "Smith said: “We will stay,” she said."
    """
    parse = article.parse
    start = quotation.content[0][0]
    first = next((token for token in range(*quotation.content[0]) if parse.is_word(token)), start)
    return (
        (one.rule in _OBJECTS or (one.rule == clauses.CLAUSE.id and one.content[0][0] == start))
        and parse.region_of[start] >= 0
        and parse.words[first][0].isupper()
        and any(begin <= quotation.cue < end for begin, end in one.content)
    )


def _cut(article: ArticleFeatures, one: Candidate, quotations: list[Candidate]) -> Candidate:
    """A content up to the colon or dash before a quotation whose cue follows: "said it was late: “…,” he wrote"."""
    words = article.parse.words
    for quotation in quotations:
        edge = quotation.content[0][0]
        for start, end in one.content:
            if start < edge < end <= quotation.cue and words[edge - 1] in _PARTS:
                pieces = [(first, min(last, edge)) for first, last in one.content if first < edge]
                return evolve(one, content=clean(article, pieces))
    return one


def unlikely_outer(candidates: list[Candidate]) -> set[int]:
    """Numbers of the candidates whose contents give way to a cue within them.

    The outermost attribution is the one that counts, so what is likely for a cue within a content holds only if that
    content is none: the one within wins where that is still likelier than the outer one.
    """
    sizes = [one.size for one in candidates]
    cues = sorted((one.cue, number) for number, one in enumerate(candidates))
    out: set[int] = set()
    for number in sorted(range(len(candidates)), key=lambda number: -sizes[number]):
        one = candidates[number]
        if one.certain:
            continue
        likeliest = 0.0
        for start, end in one.content:
            for _, other in cues[bisect_left(cues, (start, 0)) : bisect_left(cues, (end, 0))]:
                if sizes[other] < sizes[number] and other not in out:
                    likeliest = max(likeliest, candidates[other].probability)
        if likeliest * (1.0 - one.probability) > one.probability:
            out.add(number)
    return out
