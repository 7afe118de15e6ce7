"""Where a content to the right of its cue ends: the most useful place, by trees over counts of training articles.

Without the trees it ends at the first place where the contents of training articles mostly did not go on, and a clause
where its subtree ends.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import accumulate, compress, islice
from typing import Self

from attrs import Factory, define, evolve

from quoteattr.detect.candidate import Candidate, Tail
from quoteattr.detect.closings import narrated
from quoteattr.detect.places import Place, places
from quoteattr.detect.reading import Reading, Verb
from quoteattr.detect.spans import clean
from quoteattr.forest import Column, Row
from quoteattr.syntax import Range

__all__ = ["COLUMNS", "closed", "limit_of", "open_places", "row_of"]

COLUMNS: tuple[Column, ...] = (
    Column.words("family", "relation", "label", "kind", "pause"),
    Column.words("relation", "label", "kind", "pause"),
    Column.words("label", "kind"),
    Column.words("label", "conjunct", "pause"),
    Column.words("label", "top tag", "pause"),
    Column.words("label", "governor tag", "relation"),
    Column.words("family", "word", "relation"),
    Column.words("family", "label", "word"),
    Column.words("label", "entity", "word"),
    Column.words("tag before", "word"),
    Column.words("cue", "label", "kind"),
    Column.words("conjunct", "cue tag"),
    Column.words("cue"),
    Column.words("word before"),
    Column.words("next word"),
    Column.words("governor label"),
    Column.words("relation"),
    Column.words("label", "next word", "pause"),
    Column.words("first", "label", "next word"),
    Column.words("first", "kind", "pause"),
    Column.words("label", "object", "word"),
    Column.words("label", "object"),
    Column.words("family", "label", "object entity"),
    Column.words("label", "joined"),
    Column.words("label", "subject word", "pause"),
    Column.number("quoted after"),
    Column.number("reports after"),
    Column.number("verbs after"),
    Column.number("counted"),
    Column.number("edge"),
    Column.number("words in"),
    Column.number("words left"),
    Column.number("number"),
    Column.number("commas"),
    Column.number("governor distance"),
    Column.number("constituent"),
    Column.number("closes"),
    Column.number("quoted before"),
    Column.number("quoted here"),
    Column.number("reports"),
    Column.number("subject"),
    Column.number("tense of head"),
    Column.number("tense of cue"),
    Column.number("news"),
)
"""What the trees look at, of the features of :func:`row_of`."""

_FEATURES = (
    "family",
    "relation",
    "label",
    "kind",
    "pause",
    "conjunct",
    "top tag",
    "governor tag",
    "governor label",
    "word",
    "next word",
    "word before",
    "tag before",
    "entity",
    "cue",
    "cue tag",
    "counted",
    "edge",
    "words in",
    "words left",
    "number",
    "commas",
    "governor distance",
    "constituent",
    "closes",
    "quoted before",
    "quoted here",
    "reports",
    "subject",
    "tense of head",
    "tense of cue",
    "first",
    "object",
    "object entity",
    "joined",
    "subject word",
    "quoted after",
    "reports after",
    "verbs after",
    "news",
)
"""What is said of a place; ``news`` tells whose conventions hold, those of the news or those of PolNeAR."""

_COUNTED = frozenset(("object", "infinitive", "preposition", "naming"))
"""Families whose ends the counts alone decide better than the parse."""
_LOST = 0.02
"""Places behind which it is this unlikely, by the counts, that the content still goes on are not looked at."""
_HALF, _HALF_WIDE = 2.2, 1.5
"""What it counts to have a content half right, where to have it wholly right counts 1 more; and the same for the wider
idea of an attribution."""
_FIRST = 3
"""Places of each content that are looked at in the first round; in each further one they are twice as many."""
_LONGEST = 250
"""Tokens of the longest content."""
_FURTHEST = 60
"""Places of a content that are looked at where the counts tell its end."""
_CROWD = 1_000
"""Words of a sentence times its contents, from which on the counts tell the ends: it is no sentence, the trees have
seen nothing like it, and to look at the places behind all of its cues would cost too much. The most that 1,024 news
articles have is below 750."""


def closed(reading: Reading, candidates: Sequence[Candidate]) -> list[Candidate]:
    """The candidates with their tails cut to length; those without a word in their content are dropped."""
    ends = _ends(reading, [(one, one.tail) for one in candidates if one.tail is not None])
    out = []
    for one in candidates:
        if one.tail is not None:
            end = narrated(reading, one, one.tail, next(ends))
            content = clean(reading, [*one.content, (one.tail.start, end)])
            one = one.closed(content)
        elif any(end - start > _LONGEST for start, end in one.content):
            one = evolve(one, content=tuple(_near(reading, one.cue, piece) for piece in one.content))
        if one.content:
            out.append(one)
    return out


def _near(reading: Reading, cue: int, piece: Range) -> Range:
    """A piece of a content; of one that is part of a sentence without an end no more than what is near its cue."""
    start, end = piece
    if end - start <= _LONGEST or reading.parse.region_of[start] >= 0 or end > reading.sentence(start)[1]:
        return piece
    return (start, start + _LONGEST) if start > cue else (end - _LONGEST, end)


def _ends(reading: Reading, tails: list[tuple[Candidate, Tail]]) -> Iterator[int]:
    """The token behind the last one of each tail."""
    forest = reading.lexicon.ends_forest
    if forest is None:
        return iter([_by_counts(reading, one.cue, tail) for one, tail in tails])
    crowds = Counter(reading.sentence(tail.head) for _, tail in tails)
    crowded = {(first, last) for (first, last), many in crowds.items() if many * (last - first) > _CROWD}
    prose = [reading.sentence(tail.head) not in crowded for _, tail in tails]
    searches = [_Search.of(reading, one, tail) for one, tail in compress(tails, prose)]
    todo, size = searches, _FIRST
    while todo:
        rows: list[tuple[str | float, ...]] = []
        asked = []
        for search in todo:
            found = list(islice(search.coming, size))
            rows += search.rows(reading, found)
            asked.append(found)
        shares = iter(forest.probabilities_of(_FEATURES, rows))
        todo = [
            search for search, found in zip(todo, asked, strict=True) if search.go(found, shares) and len(found) == size
        ]
        size *= 2
    found_ends = iter([search.found() for search in searches])
    return iter(
        [
            next(found_ends) if searched else _by_counts(reading, one.cue, tail)
            for (one, tail), searched in zip(tails, prose, strict=True)
        ]
    )


@define(eq=False)
class _Search:
    """The search for the end of one tail, a few places at a time: most contents end at one of the first.

    The end that is taken need not be the likeliest one. Where the content may well go on much further, an end between
    is half right whichever of the two is true.
    """

    candidate: Candidate
    tail: Tail
    limit: int
    coming: Iterator[tuple[Place, float]]
    ends: list[int] = Factory(list)
    shares: list[float] = Factory(list)
    """For each of ``ends`` how likely it is that the content ends there."""
    reached: float = 1.0
    """How likely it is that the content ends at none of them."""
    half: float = _HALF
    """What it counts to have the content half right."""

    @classmethod
    def of(cls, reading: Reading, candidate: Candidate, tail: Tail) -> Self:
        limit = limit_of(reading, candidate.cue, tail)
        half = _HALF_WIDE if reading.lexicon.wide else _HALF
        return cls(candidate, tail, limit, open_places(reading, candidate.cue, tail), half=half)

    def rows(self, reading: Reading, found: list[tuple[Place, float]]) -> Iterator[tuple[str | float, ...]]:
        return _values(reading, self.candidate, self.tail, len(self.ends), found)

    def go(self, found: list[tuple[Place, float]], shares: Iterator[float]) -> bool:
        """Take in what the trees say of some places; whether one further on may still be the end."""
        for (place, _), goes_on in zip(found, islice(shares, len(found)), strict=True):
            self.ends.append(place.after)
            self.shares.append(self.reached * (1.0 - goes_on))
            self.reached *= goes_on
        if self.reached > max(self.shares, default=0.0):
            return True
        *others, best = sorted(self._worths())
        further = self.half * self._half_right(self.ends[-1], list(accumulate(self.shares, initial=0.0))) + self.reached
        return max([further, *others[-1:]]) + self.half * self.reached > best

    def found(self) -> int:
        """The end, once nothing further on may be it."""
        self.ends.append(self.limit)
        self.shares.append(self.reached)
        worths = self._worths()
        return self.ends[worths.index(max(worths))]

    def _worths(self) -> list[float]:
        """What each of ``ends`` is worth."""
        sums = list(accumulate(self.shares, initial=0.0))
        return [
            share + self.half * self._half_right(end, sums) for end, share in zip(self.ends, self.shares, strict=True)
        ]

    def _half_right(self, end: int, sums: list[float]) -> float:
        """How likely it is that the content has at least half of its tokens in common with one that ends at ``end``.

        Args:
            end: A token.
            sums: Of the first shares: of none, of one, and so on.
        """
        start, length = self.tail.start, end - self.tail.start
        first = bisect_left(self.ends, start + (length + 1) // 2)
        return sums[bisect_right(self.ends, start + 2 * length, first)] - sums[first]


def open_places(reading: Reading, cue: int, tail: Tail) -> Iterator[tuple[Place, float]]:
    """The places where a tail may end, as far as the counts leave a chance, each with the share that goes on there."""
    parse, region_of = reading.parse, reading.parse.region_of
    reached = 1.0
    for place in places(reading, cue, tail.head, limit_of(reading, cue, tail)):
        region = region_of[place.token]
        if region >= 0 and region == region_of[place.token - 1] and not parse.regions[region].weak:
            continue
        goes_on = reading.lexicon.goes_on(place.features(tail.family))
        yield place, goes_on
        reached *= goes_on
        if reached < _LOST:
            break


def limit_of(reading: Reading, cue: int, tail: Tail) -> int:
    """Behind which token no tail goes on: that of the sentence, and for what a noun says that of its phrase."""
    if tail.family == "noun" and reading.parse.heads[cue] > tail.head:
        limit = max(reading.parse.right[cue], tail.edge)
    else:
        limit = reading.sentence(tail.head)[1]
    return min(limit, tail.head + _LONGEST)


def _by_counts(reading: Reading, cue: int, tail: Tail) -> int:
    if tail.family not in _COUNTED:
        return min(tail.edge, tail.head + _LONGEST)
    limit = limit_of(reading, cue, tail)
    for number, place in enumerate(places(reading, cue, tail.head, limit)):
        if number == _FURTHEST or reading.lexicon.goes_on(place.features(tail.family)) < 0.5:
            return place.after
    return limit


def row_of(reading: Reading, candidate: Candidate, tail: Tail, number: int, place: Place, counted: float) -> Row:
    """The features of a place, the one after ``number`` others; ``counted`` is the share that goes on there."""
    (values,) = _values(reading, candidate, tail, number, [(place, counted)])
    told = [value if isinstance(value, str) else float(value) for value in values]
    return dict(zip(_FEATURES, told, strict=True))


def _values(
    reading: Reading, candidate: Candidate, tail: Tail, first: int, found: Sequence[tuple[Place, float]]
) -> Iterator[tuple[str | float, ...]]:
    """The features of places, the first of which comes after ``first`` others, in the order of ``_FEATURES``."""
    parse, told, commas = reading.parse, reading.told, reading.commas
    tags, deps, region_of, entity_of = parse.tags, parse.deps, parse.region_of, parse.entity_of
    limit = reading.sentence(tail.head)[1]
    head_tag, cue_tag = tags[tail.head], tags[candidate.cue]
    before = commas[tail.start]
    openings, reports, finite = reading.openings, reading.reports, reading.finite
    for number, (place, counted) in enumerate(found, first):
        token, after, top, relation, label, kind, pause, _ = place
        governor, end = parse.heads[top], parse.right[top]
        conjunct = _conjunct(reading, governor, token) if label == "cc" else -1
        joined = conjunct if conjunct >= 0 else top
        verb = reading.verb_at.get(joined)
        joined_tag = tags[joined]
        thing = parse.child(top, "pobj", "pcomp") if label in ("prep", "agent", "dative") else -1
        yield (
            tail.family,
            relation,
            label,
            kind,
            pause,
            tags[conjunct] if conjunct >= 0 else "",
            tags[top],
            tags[governor],
            deps[governor],
            told[token],
            told[token + 1],
            told[token - 1],
            tags[token - 1],
            parse.entities[entity_of[top]].label if entity_of[top] >= 0 else "",
            candidate.lemma,
            cue_tag,
            counted,
            (after > tail.edge) - (after < tail.edge),
            after - tail.start,
            limit - token,
            number,
            commas[token] - before,
            token - governor,
            end - token,
            limit - end <= 1,
            region_of[after - 1] >= 0,
            region_of[token] >= 0,
            reading.lexicon.precision(verb.lemma, "VERB", "*") if verb is not None else -1.0,
            _subject(verb, token),
            joined_tag == head_tag,
            joined_tag == cue_tag,
            told[tail.start],
            told[thing] if thing >= 0 else "",
            parse.entities[entity_of[thing]].label if thing >= 0 and entity_of[thing] >= 0 else "",
            told[joined],
            told[verb.subject] if verb is not None and verb.subject >= 0 else "",
            openings[limit] - openings[token],
            reports[limit] - reports[token],
            finite[limit] - finite[token],
            not reading.lexicon.wide,
        )


def _subject(verb: Verb | None, token: int) -> float:
    """Whether a verb has a subject of its own behind ``token``; -1 for no verb."""
    return -1.0 if verb is None else float(verb.subject >= token)


def _conjunct(reading: Reading, governor: int, coordinator: int) -> int:
    """The conjunct that a coordinator joins to ``governor``, or -1."""
    parse = reading.parse
    for child in parse.children[governor]:
        if child > coordinator and parse.deps[child] == "conj":
            return child
    return -1
