"""Attributions that frame their sentence: at its end or in its middle, between commas, whatever the parser says.

"Unemployment fell in May, official data show." "The bill is expected to pass, two aides said on Monday." Parsers hang
such a clause on whatever verb stands before it; its form tells what it is: a comma, a short noun phrase, a verb of
saying without an object, and the end of the sentence or another comma.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from quoteattr.detect.candidate import Candidate, Rule, rule
from quoteattr.detect.listed import listed
from quoteattr.detect.quotations.quoted import speakable
from quoteattr.detect.reading import Reading
from quoteattr.detect.sentences import surface_sentences
from quoteattr.detect.spans import clean
from quoteattr.detect.tags import finite_in
from quoteattr.syntax import Range

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
)
RULES = (FINAL, MEDIAL)
FRAMES = frozenset(rule.id for rule in RULES)
"""Rules whose sources stand between a comma and the cue."""

_NOMINAL = frozenset(("NN", "NNS", "NNP", "NNPS", "PRP", "CD"))
_PHRASE = _NOMINAL | frozenset(("DT", "JJ", "JJR", "JJS", "PRP$", "POS", "PDT", "VBN", "HYPH", "VBG", "NFP"))
_TENSED = frozenset(("VBD", "VBZ", "VBP"))
_HELPERS = frozenset("has have had 's 've 'd also later".split())
_LINKS = frozenset("at for from in of on to with".split())
_DAYS = frozenset(
    "today yesterday monday tuesday wednesday thursday friday saturday sunday earlier later recently".split()
)
_SUBORDINATORS = listed("framing", "subordinators")
_CUES = listed("framing", "cues")
"""Verbs besides those that are known to report."""
_SHORTEST = 5
"""Tokens of a sentence that holds such a clause."""
_OPENING = 60
"""Tokens from the beginning of a sentence within which such a clause ends that stands in its middle."""
_LONGEST, _TAIL = 16, 12
"""Tokens of who says so, and behind the verb, at most."""


def find(reading: Reading) -> Iterator[Candidate]:
    """One candidate for each sentence with such a clause."""
    for start, end in surface_sentences(reading):
        last = end
        while last > start and not reading.parse.is_word(last - 1):
            last -= 1
        if not last - start >= _SHORTEST or reading.parse.region_of[last - 1] >= 0:
            continue
        found = _final(reading, start, last) or _medial(reading, start, last)
        if found is not None:
            yield found


def _final(reading: Reading, start: int, end: int) -> Candidate | None:
    """The candidate of a sentence that ends with who says so."""
    comma = _last_comma(reading, start, end)
    if comma < 0 or not _is_sentence(reading, (start, comma)) or _begins_in_marks(reading, start):
        return None
    cue, source = says_so(reading, (comma + 1, end))
    return _candidate(reading, FINAL, cue, source, [(start, comma)]) if cue >= 0 else None


def _is_sentence(reading: Reading, tokens: Range) -> bool:
    """Whether tokens hold a main clause: not only one with when or because, or a participle."""
    parse = reading.parse
    start, end = tokens
    while start < end and not parse.is_word(start):
        start += 1
    hangs = parse.tags[start] in ("VBN", "VBG") and parse.deps[start] in ("acl", "advcl")
    if start < end and (parse.lower[start] in _SUBORDINATORS or hangs):
        start = next((token for token in range(start, end) if parse.words[token] == ","), end)
    return finite_in(reading, (start, end))


def _begins_in_marks(reading: Reading, start: int) -> bool:
    """Whether a sentence begins with a quotation, whose cue is read off the surface."""
    parse = reading.parse
    while start < len(parse) - 1 and parse.words[start].isspace():
        start += 1
    region = parse.region_of[start]
    return region >= 0 and not parse.regions[region].weak and speakable(reading, region)


def _last_comma(reading: Reading, start: int, end: int) -> int:
    parse = reading.parse
    for token in range(end - 1, max(start, end - _LONGEST - _TAIL), -1):
        if parse.words[token] == "," and parse.region_of[token] < 0:
            return token
    return -1


def _medial(reading: Reading, start: int, end: int) -> Candidate | None:
    """The candidate of a sentence with who says so between its first words, which are no sentence, and the rest."""
    parse = reading.parse
    near = range(start, min(end, start + _OPENING))
    commas = [token for token in near if parse.words[token] == "," and parse.region_of[token] < 0]
    for first, second in pairwise(commas):
        if finite_in(reading, (start, first)):
            return None
        if (
            second - first > _LONGEST + _TAIL
            or not finite_in(reading, (second, end))
            or _asides(reading, second + 1, end)
        ):
            continue
        cue, source = says_so(reading, (first + 1, second))
        if cue > first + 1:
            begin = 1 + max((token for token in range(start, first) if parse.words[token] == ";"), default=start - 1)
            return _candidate(reading, MEDIAL, cue, source, [(begin, first), (second + 1, end)])
    return None


def _asides(reading: Reading, start: int, end: int) -> bool:
    """Whether what follows a comma is no second half: the clause that the verb reports, or a further aside."""
    parse = reading.parse
    return start >= end or parse.lower[start] == "that" or parse.words[start + 1 : start + 2] == [","]


def between_pauses(reading: Reading, candidate: Candidate) -> tuple[Range, ...]:
    """The source of a candidate of these rules with its cue behind it: from the comma to the cue and its helpers."""
    parse = reading.parse
    start = end = candidate.source
    while start > 0 and parse.words[start - 1] != "," and candidate.source - start < _LONGEST:
        start -= 1
    while end + 1 < candidate.cue and parse.lower[end + 1] not in _HELPERS:
        end += 1
    return ((start, end + 1),)


def says_so(reading: Reading, tokens: Range) -> tuple[int, int]:
    """Cue and head of the source of a clause that is a noun phrase and a verb of saying without an object; or -1 twice.

    The verb may stand first: ", said Pia Lund, a farmer".
    """
    parse, (start, end) = reading.parse, tokens
    if start < end and _reports(reading, start) and parse.tags[start] != "VBN":
        return _inverted(reading, tokens)
    head = -1
    for token in range(start, min(end, start + _LONGEST)):
        tag, word = parse.tags[token], parse.lower[token]
        if head >= 0 and _reports(reading, token) and _ends_here(reading, token + 1, end):
            return token, head
        if tag in _PHRASE:
            if tag in _NOMINAL and (
                head < 0 or (parse.lower[token - 1] not in _LINKS and _grows(reading, head, token))
            ):
                head = token
        elif not (head >= 0 and (word in _LINKS or word in _HELPERS or word in ("and", "who"))):
            break
    return -1, -1


def _inverted(reading: Reading, tokens: Range) -> tuple[int, int]:
    """The same of a verb with its subject behind it, and none before it by the parser."""
    parse, (start, end) = reading.parse, tokens
    verb = reading.verb_at.get(start)
    if verb is not None and 0 <= verb.subject < start:
        return -1, -1
    head = -1
    for token in range(start + 1, min(end, start + _LONGEST)):
        if parse.tags[token] in _NOMINAL:
            head = token
        elif parse.tags[token] not in _PHRASE:
            break
    return (start, head) if head >= 0 and not finite_in(reading, (start + 1, end)) else (-1, -1)


def _grows(reading: Reading, head: int, token: int) -> bool:
    """Whether a noun stands in one phrase with the head before it, and so is its head."""
    return all(reading.parse.tags[between] in _PHRASE for between in range(head, token))


def _reports(reading: Reading, token: int) -> bool:
    """Whether a word is a finite form of a verb of saying, which the tagger may take for a noun."""
    parse = reading.parse
    tag = parse.tags[token]
    lemma = reading.lexicon.lemma(parse.lower[token])
    if not (reading.lexicon.reports(lemma) or lemma in _CUES):
        return False
    if tag in ("NN", "NNS") and parse.tags[token - 1][:2] == "NN":  # "data show", "research shows"
        plural = parse.tags[token - 1] == "NNS" or parse.lower[token - 1] == "data"
        return parse.lower[token] == lemma if plural else parse.lower[token].endswith("s")
    return tag in _TENSED or (tag == "VBN" and parse.lower[token - 1] in _HELPERS)


def _ends_here(reading: Reading, start: int, end: int) -> bool:
    """Whether nothing follows a verb but a time, a place, a medium or whoever is told."""
    parse = reading.parse
    if end - start > _TAIL:
        return False
    if start >= end:
        return True
    first = parse.lower[start]
    if first not in _LINKS and first not in _DAYS:
        return False
    return not any(parse.tags[token][:2] in ("VB", "MD", "WP", "WD") for token in range(start, end))


def _candidate(reading: Reading, rule: Rule, cue: int, source: int, pieces: list[Range]) -> Candidate | None:
    content = clean(reading, pieces)
    lemma = reading.lexicon.lemma(reading.parse.lower[cue])
    frame = "clause-left" if rule is FINAL else "parataxis"
    return Candidate(rule.id, cue, lemma, "VERB", frame, content, source=source, certain=True) if content else None
