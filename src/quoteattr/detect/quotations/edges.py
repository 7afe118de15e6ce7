"""What stands outside the marks and still belongs to a quotation: the words before and behind it in its sentence.

A sentence that is only partly in marks is one content: "Without rain, “we will lose the crop,” he said", "Rain, she
said, “is what we need”", "“This is the end of the road” for the bridge, they said". Marks tell where the quotation
ends, but not where the content does.
"""

from __future__ import annotations

from quoteattr.detect.quotations.headings import JOINTS
from quoteattr.detect.quotations.quoted import first_letter, last_mark, past_space
from quoteattr.detect.quotations.speaking import reporting_in
from quoteattr.detect.reading import Reading
from quoteattr.detect.sentences import STOPS, count_words
from quoteattr.detect.spans import MEDIA
from quoteattr.detect.tags import acts, finite_in
from quoteattr.syntax import Range

__all__ = ["behind", "fragment", "lead"]

_BREAKS = frozenset(",;:()—–―") | STOPS | {"--", "-", "…"}
_OPENINGS = frozenset((("of", "course"), ("in", "other")))
"""How sentences begin that go on whatever a quotation begins with: "In other words, she said, “It is not safe.”"."""
_LONGEST = 30
"""Words that go before a quotation in its sentence at most."""


def lead(reading: Reading, region: Range, start: int) -> int:
    """Where the content begins of a quotation behind which its cue stands, in a sentence that begins at ``start``."""
    parse = reading.parse
    start = past_space(reading, (start, region[0]))
    outside = start, region[0]
    words = count_words(reading, outside)
    if not 0 < words <= _LONGEST:
        return region[0]
    before = parse.words[region[0] - 1]
    if before not in JOINTS:
        return start if first_letter(reading, region).islower() else region[0]
    spoken = before == "," and words > 1 and not reporting_in(reading, outside) and _topic(reading, outside)
    return start if spoken else region[0]


def fragment(reading: Reading, region: Range, cue: int, start: int) -> Range | None:
    """The beginning of a sentence that its cue parts from the quotation: "Rain, she said, “is what we need”"."""
    parse = reading.parse
    verb = reading.verb_at.get(cue)
    if verb is None or parse.words[region[0] - 1] not in (",", ":"):
        return None
    subject = verb.first("nsubj")
    edge = parse.left[subject] if start < subject < cue else cue
    start = past_space(reading, (start, region[0]))
    if edge <= start or parse.words[edge - 1] != ",":
        return None
    tokens = (start, edge - 1)
    return tokens if _begins(reading, tokens, region) else None


def _begins(reading: Reading, tokens: Range, region: Range) -> bool:
    """Whether words before a cue begin the sentence that a quotation behind it goes on with."""
    parse = reading.parse
    words = count_words(reading, tokens)
    if not 0 < words <= _LONGEST or reporting_in(reading, tokens):
        return False
    if not first_letter(reading, region).islower() and not _goes_with_anything(reading, tokens):
        return False
    nominal = words > 1 or parse.tags[tokens[0]][:2] in ("NN", "PR", "DT")
    return nominal and _topic(reading, tokens)


def _goes_with_anything(reading: Reading, tokens: Range) -> bool:
    """Whether words before a cue belong to what is said even if the quotation begins like a sentence of its own."""
    lower = reading.parse.lower
    return lower[tokens[0]] == "if" or tuple(lower[tokens[0] : tokens[0] + 2]) in _OPENINGS


def _topic(reading: Reading, tokens: Range) -> bool:
    """Whether words before a quotation speak of its matter: not of when, where or in answer to what it was said."""
    parse = reading.parse
    if parse.tags[tokens[0]] in ("VBN", "VBG"):
        return False
    if finite_in(reading, tokens):
        return True
    for token in range(*tokens):
        entity = parse.entity_of[token]
        if parse.lower[token] in MEDIA or (entity >= 0 and parse.entities[entity].label in ("DATE", "TIME")):
            return False
    return True


def behind(reading: Reading, region: Range, limit: int) -> int:
    """Where the content ends of a quotation that stops within a sentence: "“the end of the road” for the party"."""
    parse = reading.parse
    start = region[1]
    if start >= limit or last_mark(reading, region) in ",.?!;:—–-…" or parse.tags[start] not in ("IN", "TO", "CC"):
        return region[1]
    if parse.tags[start] == "CC" and start + 1 < limit and acts(reading, start + 1):
        return region[1]  # "said that “it is a gift” | and left"
    end = start
    while end < limit and not parse.words[end].isspace():
        if parse.words[end] in _BREAKS and parse.tags[end] != "HYPH":
            break
        end += 1
    return end if end > start + 1 and _topic(reading, (start, end)) else region[1]
