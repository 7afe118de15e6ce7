"""What stands outside the marks and still belongs to a quotation: the words before and behind it in its sentence.

A sentence that is only partly in marks is one content: "Without rain, “we will lose the crop,” he said", "Rain, she
said, “is what we need”", "“This is the end of the road” for the bridge, they said". Marks tell where the quotation
ends, but not where the content does.
"""

from __future__ import annotations

from quoteattr.detect.beside import reporting_in
from quoteattr.detect.headings import JOINTS
from quoteattr.detect.reading import Reading
from quoteattr.detect.sentences import STOPS, count_words, inner
from quoteattr.detect.spans import MEDIA
from quoteattr.syntax import Range

__all__ = ["behind", "fragment", "lead"]

_BREAKS = frozenset(",;:()—–―") | STOPS | {"--", "-", "…"}
_ASIDE = frozenset("as after before when while during at since though although".split())
"""Words that begin the circumstances in which something was said, behind a quotation."""
_OPENINGS = frozenset((("of", "course"), ("in", "other")))
"""How sentences begin that go on whatever a quotation begins with: "In other words, she said, “It is not safe.”"."""
_FINITE = frozenset(("VBD", "VBZ", "VBP", "MD"))
_VERBS = ("VB", "MD")
_LONGEST = 30
"""Words that go before a quotation in its sentence at most."""


def lead(reading: Reading, region: Range, start: int) -> int:
    """Where the content begins of a quotation behind which its cue stands, in a sentence that begins at ``start``."""
    parse = reading.parse
    stretch = inner(reading, region)
    while start < region[0] and parse.words[start].isspace():
        start += 1
    words = count_words(reading, (start, region[0]))
    if stretch[0] >= stretch[1] or not words or words > _LONGEST:
        return region[0]
    before = parse.words[region[0] - 1]
    if before not in JOINTS:
        return start if parse.words[stretch[0]][0].islower() else region[0]
    if (
        before != ","
        or words < 2
        or reporting_in(reading, (start, region[0]))
        or not _topic(reading, (start, region[0]))
    ):
        return region[0]
    return start


def fragment(reading: Reading, region: Range, cue: int, start: int) -> Range | None:
    """The beginning of a sentence that its cue parts from the quotation: "Rain, she said, “is what we need”"."""
    parse = reading.parse
    stretch = inner(reading, region)
    if stretch[0] >= stretch[1] or parse.words[region[0] - 1] not in (",", ":"):
        return None
    verb = reading.verb_at.get(cue)
    subject = verb.first("nsubj") if verb is not None else -1
    if verb is None or (parse.tags[cue] in ("VBG", "VBN", "VB") and not verb.all("aux")):
        return None
    edge = parse.left[subject] if start < subject < cue else cue
    while start < region[0] and parse.words[start].isspace():
        start += 1
    if edge <= start or parse.words[edge - 1] != ",":
        return None
    tokens = (start, edge - 1)
    words = count_words(reading, tokens)
    if not parse.words[stretch[0]][0].islower() and not _goes_with_anything(reading, tokens):
        return None
    if not words or words > _LONGEST or reporting_in(reading, tokens):
        return None
    if parse.tags[stretch[0]][:2] in _VERBS:
        return tokens
    if words == 1 and parse.tags[start][:2] not in ("NN", "PR", "DT"):
        return None
    return tokens if _topic(reading, tokens) else None


def _goes_with_anything(reading: Reading, tokens: Range) -> bool:
    """Whether words before a cue belong to what is said even if the quotation begins like a sentence of its own."""
    lower = reading.parse.lower
    return lower[tokens[0]] == "if" or tuple(lower[tokens[0] : tokens[0] + 2]) in _OPENINGS


def _topic(reading: Reading, tokens: Range) -> bool:
    """Whether words before a quotation speak of its matter: not of when, where or in answer to what it was said."""
    parse = reading.parse
    if parse.tags[tokens[0]] in ("VBN", "VBG") or parse.lower[tokens[0]] == "asked":
        return False
    if any(parse.tags[token] in _FINITE for token in range(*tokens)):
        return parse.lower[tokens[0] + 1] != "asked"
    for token in range(*tokens):
        entity = parse.entity_of[token]
        if parse.lower[token] in MEDIA or (entity >= 0 and parse.entities[entity].label in ("DATE", "TIME")):
            return False
    return True


def behind(reading: Reading, region: Range, limit: int) -> int:
    """Where the content ends of a quotation that stops within a sentence: "“the end of the road” for the party".

    Behind a comma within the marks such a phrase must end right before the clause of the cue: "“…,” like many others,
    said Jane Smith".
    """
    parse = reading.parse
    stretch = inner(reading, region)
    token = region[1]
    if stretch[0] >= stretch[1] or token >= limit or parse.words[stretch[1] - 1][-1] in ".?!;:—–-…":
        return region[1]
    if parse.tags[token] not in ("IN", "TO", "CC") or parse.lower[token] in _ASIDE:
        return region[1]
    if parse.tags[token] == "CC" and parse.tags[token + 1][:2] in _VERBS:
        return region[1]
    end = token
    while end < limit and not parse.words[end].isspace():
        if parse.words[end] in _BREAKS and parse.tags[end] != "HYPH":
            break
        end += 1
    if end == token + 1 or not _topic(reading, (token, end)):
        return region[1]
    if parse.words[stretch[1] - 1][-1] == "," and not (parse.words[end] == "," and _clause_of(reading, limit, end + 1)):
        return region[1]
    return end


def _clause_of(reading: Reading, cue: int, start: int) -> bool:
    """Whether the clause of a cue begins at ``start``: with the verb, or with its subject."""
    verb = reading.verb_at.get(cue)
    subject = verb.first("nsubj") if verb is not None else -1
    return start == cue or (0 <= subject < cue and reading.parse.left[subject] == start)
