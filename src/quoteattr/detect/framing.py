"""Attributions that frame their sentence: at its end or in its middle, between commas, whatever the parser says.

"Unemployment fell in May, official data show." "The bill is expected to pass, two aides said on Monday." Parsers hang
such a clause on whatever verb stands before it; its form tells what it is: a comma, a short noun phrase, a verb of
saying without an object, and the end of the sentence or another comma.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from quoteattr.detect.candidate import Candidate, Rule, rule
from quoteattr.detect.features import ArticleFeatures
from quoteattr.detect.quotations.quoted import speakable
from quoteattr.detect.sentences import surface_sentences
from quoteattr.detect.spans import clean
from quoteattr.lexicon.lists import label_set, listed
from quoteattr.syntax import Parse, Range
from quoteattr.syntax.labels import TENSED_TAGS

__all__ = ["FRAMES", "RULES", "between_pauses", "find", "says_so"]

FINAL = rule(
    "frame-final",
    "a sentence, and behind a comma who says so: no verb within it takes the sentence from him",
    "[Unemployment fell to 5 percent in May], {Labor Department data} show.",
    "[He stopped because he feared a split], {old files} show.",
    "[The bill is expected to pass in the autumn], {two aides to the senator} said on Monday.",
    "[Eating fish makes children sleep well], {researchers} have found.",
)
MEDIAL = rule(
    "frame-medial",
    "who says so, between commas behind the first words of a sentence: both halves are said",
    "[The new rules], {the ministry} said in a statement on Monday, [will come into force in May].",
    "[In the end], {the inspectors} found, [nobody had looked at the bolts].",
    "[After the court had ruled on the mill], {the mayor} said, [most of the plans were thought to be safe].",
    "[Old stoves], {two dealers} told me, [are selling faster than at any time since the war].",
)
RULES = (FINAL, MEDIAL)
FRAMES = frozenset(rule.id for rule in RULES)
"""Rules whose sources stand between a comma and the cue."""

_HEADS = label_set("tags", "source_heads")
_PHRASE = label_set("tags", "source_phrases")
_HELPERS = listed("framing", "helpers")
_LINKS = listed("framing", "links")
_TIMES = listed("framing", "times")
_ME = listed("framing", "told")
_SUBORDINATORS = listed("framing", "subordinators")
_CUES = listed("framing", "cues")
"""Verbs besides those that are known to report."""
_SHORTEST = 5
"""Tokens of a sentence that holds such a clause."""
_OPENING = 60
"""Tokens from the beginning of a sentence within which such a clause ends that stands in its middle."""
_LONGEST, _TAIL = 16, 12
"""Tokens of who says so, and behind the verb, at most."""


def find(article: ArticleFeatures) -> Iterator[Candidate]:
    """One candidate for each sentence with such a clause."""
    for start, end in surface_sentences(article):
        last = end
        while last > start and not article.parse.is_word(last - 1):
            last -= 1
        if not last - start >= _SHORTEST or article.parse.region_of[last - 1] >= 0:
            continue
        found = _final(article, start, last) or _medial(article, start, last)
        if found is not None:
            yield found


def _final(article: ArticleFeatures, start: int, end: int) -> Candidate | None:
    """The candidate of a sentence that ends with who says so."""
    comma = _last_comma(article, start, end)
    cue, source = says_so(article, (comma + 1, end))
    before = _last_comma(article, start, comma) if cue < 0 else -1
    if before >= 0 and _reports(article, before + 1):  # ", said Pia Lund, a farmer"
        comma = before
        cue, source = says_so(article, (comma + 1, end))
    if comma < 0 or cue < 0 or not _is_sentence(article, (start, comma)) or _begins_in_marks(article, start):
        return None
    return _candidate(article, FINAL, cue, source, [(start, comma)])


def _is_sentence(article: ArticleFeatures, tokens: Range) -> bool:
    """Whether tokens hold a main clause: not only one with when or because, or a participle."""
    parse = article.parse
    start, end = tokens
    while start < end and not parse.is_word(start):
        start += 1
    hangs = parse.tags[start] in ("VBN", "VBG") and parse.deps[start] in ("acl", "advcl")
    if start < end and (parse.lower[start] in _SUBORDINATORS or hangs):
        start = next((token for token in range(start, end) if parse.words[token] == ","), end)
    return article.has_finite_verb((start, end))


def _begins_in_marks(article: ArticleFeatures, start: int) -> bool:
    """Whether a sentence begins with a quotation, whose cue is read off the surface."""
    parse = article.parse
    while start < len(parse) - 1 and parse.words[start].isspace():
        start += 1
    return parse.quoted[start] and speakable(article, parse.region_of[start])


def _last_comma(article: ArticleFeatures, start: int, end: int) -> int:
    parse = article.parse
    for token in range(end - 1, max(start, end - _LONGEST - _TAIL), -1):
        if parse.words[token] == "," and parse.region_of[token] < 0:
            return token
    return -1


def _medial(article: ArticleFeatures, start: int, end: int) -> Candidate | None:
    """The candidate of a sentence with who says so between its first words, which are no sentence, and the rest."""
    parse = article.parse
    near = range(start, min(end, start + _OPENING))
    commas = [token for token in near if parse.words[token] == "," and parse.region_of[token] < 0]
    for first, second in pairwise(commas):
        if article.has_finite_verb((start, first)) and not _goes_on(article, start, first, second):
            return None
        halves = article.has_finite_verb((second, end)) and not _is_aside(parse, second + 1, end)
        if second - first > _LONGEST + _TAIL or not halves:
            continue
        cue, source = says_so(article, (first + 1, second - (parse.lower[second - 1] in _ME)))
        if cue > first + 1:
            begin = 1 + max((token for token in range(start, first) if parse.words[token] == ";"), default=start - 1)
            return _candidate(article, MEDIAL, cue, source, [(begin, first), (second + 1, end)])
    return None


def _goes_on(article: ArticleFeatures, start: int, first: int, second: int) -> bool:
    """Whether a clause up to the comma ``first`` does not stand for itself, and is said with what follows ``second``.

    "After the court ruled, | she said, | it closed": no marks begin either half.
    """
    parse = article.parse
    if parse.quoted[second + 1 : second + 2] == [True]:
        return False
    while start < first and not parse.is_word(start):
        start += 1
    subordinate = parse.region_of[start] < 0 and parse.lower[start] in _SUBORDINATORS
    return subordinate and "," not in parse.words[start:first]


def _is_aside(parse: Parse, start: int, end: int) -> bool:
    """Whether what follows a comma is no second half: the clause that the verb reports, or a further aside."""
    return start >= end or parse.lower[start] == "that" or parse.words[start + 1 : start + 2] == [","]


def between_pauses(article: ArticleFeatures, candidate: Candidate) -> tuple[Range, ...]:
    """The source of a candidate of these rules with its cue behind it: from the comma to the cue and its helpers."""
    parse = article.parse
    start = end = candidate.source
    while start > 0 and parse.words[start - 1] != "," and candidate.source - start < _LONGEST:
        start -= 1
    while end + 1 < candidate.cue and parse.lower[end + 1] not in _HELPERS:
        end += 1
    return ((start, end + 1),)


def says_so(article: ArticleFeatures, tokens: Range) -> tuple[int, int]:
    """Cue and head of the source of a clause that is a noun phrase and a verb of saying without an object; or -1 twice.

    The verb may stand first: ", said Pia Lund, a farmer".
    """
    parse, (start, end) = article.parse, tokens
    if start < end and _reports(article, start) and parse.tags[start] != "VBN":
        return _inverted(article, tokens)
    head = -1
    for token in range(start, min(end, start + _LONGEST)):
        tag, word = parse.tags[token], parse.lower[token]
        if head >= 0 and _reports(article, token) and _ends_here(article, token + 1, end):
            return token, head
        if tag in _PHRASE:
            if tag in _HEADS and (head < 0 or _grows(parse, head, token)):
                head = token
        elif head < 0 or not (word in _LINKS or word in _HELPERS or word in ("and", "who")):
            break
    return -1, -1


def _inverted(article: ArticleFeatures, tokens: Range) -> tuple[int, int]:
    """The same of a verb with its subject behind it, and none before it by the parser, or one on each side."""
    parse, (start, end) = article.parse, tokens
    verb = article.verb_at.get(start)
    if verb is not None and 0 <= verb.subject < start and not verb.after("nsubj"):
        return -1, -1
    head = -1
    for token in range(start + 1, min(end, start + _LONGEST)):
        if parse.tags[token] in _HEADS:
            head = token
        elif parse.tags[token] not in _PHRASE:
            break
    return (start, head) if head >= 0 and not article.has_finite_verb((start + 1, end)) else (-1, -1)


def _grows(parse: Parse, head: int, token: int) -> bool:
    """Whether a noun stands in one phrase with the head before it, and so is its head."""
    return parse.lower[token - 1] not in _LINKS and _PHRASE.issuperset(parse.tags[head:token])


def _reports(article: ArticleFeatures, token: int) -> bool:
    """Whether a word is a finite form of a verb of saying, which the tagger may take for a noun."""
    parse = article.parse
    tag = parse.tags[token]
    lemma = article.lexicon.lemma(parse.lower[token])
    if not (article.lexicon.reports(lemma) or lemma in _CUES):
        return False
    if tag in ("NN", "NNS") and parse.tags[token - 1][:2] == "NN":  # "data show", "research shows"
        plural = parse.tags[token - 1] == "NNS" or parse.lower[token - 1] == "data"
        return parse.lower[token] == lemma if plural else parse.lower[token].endswith("s")
    return tag in TENSED_TAGS or (tag == "VBN" and parse.lower[token - 1] in _HELPERS)


def _ends_here(article: ArticleFeatures, start: int, end: int) -> bool:
    """Whether nothing follows a verb but a time, a place, a medium or whoever is told."""
    parse = article.parse
    if end - start > _TAIL:
        return False
    if start >= end:
        return True
    first = parse.lower[start]
    if first not in _LINKS and first not in _TIMES:
        return False
    return not any(parse.tags[token][:2] in ("VB", "MD", "WP", "WD") for token in range(start, end))


def _candidate(article: ArticleFeatures, rule: Rule, cue: int, source: int, pieces: list[Range]) -> Candidate | None:
    content = clean(article, pieces)
    lemma = article.lexicon.lemma(article.parse.lower[cue])
    frame = "clause-left" if rule is FINAL else "parataxis"
    return Candidate(rule.id, cue, lemma, "VERB", frame, content, source=source, certain=True) if content else None
