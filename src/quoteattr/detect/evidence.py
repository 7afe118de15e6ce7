"""What speaks for and against a candidate: its features, as the trees look at them."""

from __future__ import annotations

from quoteattr.detect.candidate import Candidate
from quoteattr.detect.reading import Reading
from quoteattr.detect.words import word_at
from quoteattr.forest import Column, Row

__all__ = ["COLUMNS", "row_of"]

COLUMNS: tuple[Column, ...] = (
    Column.words("lemma", "frame"),
    Column.words("lemma"),
    Column.words("rule"),
    Column.words("lemma", "head tag"),
    Column.words("lemma", "head"),
    Column.words("lemma", "cue tag"),
    Column.words("lemma", "first"),
    Column.words("lemma", "next"),
    Column.words("lemma", "doer tag"),
    Column.words("frame", "first"),
    Column.words("frame", "head"),
    Column.words("frame", "cue tag"),
    Column.words("frame", "doer tag"),
    Column.words("frame", "doer entity"),
    Column.words("frame", "doer"),
    Column.words("frame", "helpers"),
    Column.words("frame", "label"),
    Column.words("before"),
    Column.words("next"),
    Column.words("above"),
    Column.words("above tag"),
    Column.words("root"),
    Column.words("first tag"),
    Column.words("last tag"),
    Column.number("precision"),
    Column.number("precision of lemma"),
    Column.number("seen"),
    Column.number("seen in frame"),
    Column.number("words"),
    Column.number("gap"),
    Column.number("longest quotation"),
    Column.number("quoted"),
    Column.number("sentence"),
    Column.number("place"),
    Column.number("depth"),
    Column.number("line"),
    Column.number("line number"),
    Column.number("doer distance"),
    Column.number("clause"),
    Column.number("entities"),
)
"""What the trees look at, of the features of :func:`row_of`."""

_DEEPEST = 12
_FIRST_LINES = 8
_STEPS = 4
_CLIMBS = frozenset(("conj", "advcl", "xcomp", "ccomp", "pcomp", "prep", "acomp"))


def row_of(reading: Reading, candidate: Candidate) -> Row:
    """The features of a candidate with its tail cut to length."""
    parse, lexicon = reading.parse, reading.lexicon
    cue = candidate.cue
    tokens = [token for start, end in candidate.content for token in range(start, end)]
    first, last = tokens[0], tokens[-1]
    head = _head(reading, candidate)
    seen = lexicon.seen(candidate.lemma, candidate.pos, "*")
    row: dict[str, str | float] = {
        "rule": candidate.rule,
        "lemma": candidate.lemma,
        "frame": candidate.frame,
        "head": word_at(reading, head),
        "head tag": parse.tags[head],
        "first": word_at(reading, first),
        "first tag": parse.tags[first],
        "last tag": parse.tags[last],
        "precision": lexicon.precision(candidate.lemma, candidate.pos, candidate.frame),
        "precision of lemma": lexicon.precision(candidate.lemma, candidate.pos, "*"),
        "seen": float(seen),
        "seen in frame": float(lexicon.seen(candidate.lemma, candidate.pos, candidate.frame)),
        "words": float(len(tokens)),
        **_quoted(reading, tokens),
        "clause": float(any(parse.tags[token][:2] == "VB" or parse.tags[token] == "MD" for token in tokens)),
        "entities": float(len({parse.entity_of[token] for token in tokens} - {-1})),
    }
    if cue >= 0:
        row |= _around(reading, cue, first)
        row |= _doer(reading, candidate)
    return row


def _head(reading: Reading, candidate: Candidate) -> int:
    """The first token of the content whose head lies outside it."""
    parse = reading.parse
    first, last = candidate.content[0][0], candidate.content[-1][1]
    for start, end in candidate.content:
        for token in range(start, end):
            if parse.tags[token] and not (first <= parse.heads[token] < last and parse.heads[token] != token):
                return token
    return first


def _quoted(reading: Reading, tokens: list[int]) -> dict[str, float]:
    parse = reading.parse
    regions = [parse.region_of[token] for token in tokens if parse.is_word(token)]
    firm = [region for region in regions if region >= 0 and not parse.regions[region].weak]
    return {
        "quoted": round(len(firm) / len(regions), 3) if regions else 0.0,
        "longest quotation": float(max((reading.region_words[region] for region in firm), default=0)),
    }


def _around(reading: Reading, cue: int, first: int) -> dict[str, str | float]:
    """The cue in its sentence and its line."""
    parse = reading.parse
    governor = parse.heads[cue]
    start, end = reading.sentence(cue)
    line = parse.paragraph_of[cue]
    depth, top = 0, cue
    while parse.heads[top] != top and depth < _DEEPEST:
        top, depth = parse.heads[top], depth + 1
    helpers = [parse.lower[child] for child in parse.children[cue] if parse.deps[child] in ("aux", "auxpass", "neg")]
    return {
        "cue tag": parse.tags[cue],
        "label": parse.deps[cue],
        "before": word_at(reading, cue - 1),
        "next": word_at(reading, cue + 1),
        "above": word_at(reading, governor) if governor != cue else "",
        "above tag": parse.tags[governor] if governor != cue else "",
        "root": word_at(reading, top),
        "helpers": " ".join(helpers),
        "gap": float(first - cue),
        "sentence": float(end - start),
        "place": round((cue - start) / (end - start), 3),
        "depth": float(depth),
        "line": float(parse.paragraphs[line][1] - parse.paragraphs[line][0]),
        "line number": float(min(line, _FIRST_LINES)),
    }


def _doer(reading: Reading, candidate: Candidate) -> dict[str, str | float]:
    """Who does what the cue says, as far as the tree tells without much search."""
    parse = reading.parse
    found = candidate.source if candidate.source >= 0 else _subject(reading, candidate.cue)
    if found < 0:
        return {}
    entity = parse.entity_of[found]
    return {
        "doer": word_at(reading, found),
        "doer tag": parse.tags[found],
        "doer entity": parse.entities[entity].label if entity >= 0 else "",
        "doer distance": float(found - candidate.cue),
    }


def _subject(reading: Reading, token: int) -> int:
    parse = reading.parse
    for _ in range(_STEPS):
        verb = reading.verb_at.get(token)
        if verb is not None and verb.subject >= 0:
            return verb.subject
        if parse.deps[token] in ("relcl", "acl"):
            return parse.heads[token]
        if parse.deps[token] not in _CLIMBS and verb is not None:
            return -1
        token = parse.heads[token]
    return -1
