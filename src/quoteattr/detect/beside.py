"""Which verb of saying stands beside a quotation: behind it, before it, or in the line above."""

from __future__ import annotations

from quoteattr.detect.headings import JOINTS, heads_line, names_speaker
from quoteattr.detect.nouns import noun_lemma
from quoteattr.detect.reading import Reading
from quoteattr.detect.sentences import STOPS, count_words, inner, last_sentence
from quoteattr.detect.spans import MEDIA
from quoteattr.syntax import Range

__all__ = [
    "goes_on",
    "is_title",
    "reporting_in",
    "speakable",
    "speaks",
    "verb_above",
    "verb_before",
    "verb_behind",
]

_OPENERS = frozenset("that whether if how why what".split())
_LINKS = frozenset("and but or while when who which that because although though if after before".split())
"""Words that begin a clause of its own behind a quotation: its verb does not report what stands before it."""
_NEVER = frozenset("be have do get make become go seem mean come take".split())
"""Verbs that report nothing by standing behind a quotation."""
_TITLE = 12
"""Words that a title has at most."""
_SMALL = frozenset("with from into over about that this than upon your their".split())
"""Words of four letters and more that a title may write small."""
_SHOWS = frozenset(("show", "call"))
"""Verbs in front of a title that say what it is, or that are nouns in truth: "the reality show “The House”"."""
_WORKS = frozenset("book memoir novel biography album song film movie play series show program segment musical".split())
_NEAR = 12
"""Words within which the verb of a quotation stands that nothing else tells."""
_CLOSE = 6
"""Tokens from such a verb to the quotation behind it."""
_WHOLE = 4
"""Words of a quotation that a sentence of its own introduces."""
_LOOSE, _PHRASE = 6, 16
"""Tokens behind a quotation without a stop within which its cue stands, and in which its phrase ends at a comma."""
_CLAUSE_ENDS = frozenset((".", ",", "?", "!", ";", "at", "in", "of", "on", "to", "when"))
_FINITE = frozenset(("VBD", "VBZ", "VBP", "MD"))
_NOMINAL = frozenset(("NN", "NNS", "NNP", "NNPS", "DT", "PRP", "PRP$"))


def speakable(reading: Reading, number: int) -> bool:
    """Whether a region may be a quotation: four words, or fewer that look like a sentence of their own."""
    words = reading.region_words[number]
    if words >= 4:
        return True
    stretch = inner(reading, reading.parse.region_tokens[number])
    return (
        words > 0
        and stretch[0] < stretch[1]
        and reading.parse.words[stretch[0]][0].isupper()
        and reading.parse.words[stretch[1] - 1][-1] in ",.?!…"
    )


def reporting_in(reading: Reading, tokens: Range) -> bool:
    """Whether a known verb of saying stands among ``tokens``."""
    return any(speaks(reading, token) for token in range(*tokens))


def is_title(reading: Reading, region: Range, before: Range) -> bool:
    """Whether a region is the title of a work or a show: capitals throughout, and in the middle of a phrase."""
    parse = reading.parse
    if count_words(reading, region) > _TITLE:
        return False
    words = [parse.words[token] for token in range(*region) if parse.is_word(token)]
    long = [word for word in words if len(word) > 3 and word.lower() not in _SMALL]
    if not long or not all(word[0].isupper() for word in long) or not words[0][0].isupper():
        return False
    if len(words) > 6 and 3 * sum(word[0].isupper() for word in words) < 2 * len(words):
        return False
    start, end = parse.trim((last_sentence(reading, before), before[1]))
    if start >= end or parse.words[end - 1] in (":", ".", "?", "!"):
        return False
    if speaks(reading, end - 1):
        return reading.verb_at[end - 1].lemma in _SHOWS
    if parse.words[end - 1] not in JOINTS:
        return True
    return parse.lower[end - 2] in _WORKS or not any(
        speaks(reading, token) for token in range(max(start, end - 6), end)
    )


def verb_behind(reading: Reading, region: Range, gap: Range) -> int:
    """The verb of saying behind a quotation in the same sentence, or -1."""
    parse = reading.parse
    start, end = gap
    while start < end and parse.words[start].isspace():
        start += 1
    if start >= end:
        return -1
    stretch = inner(reading, region)
    last = parse.words[stretch[1] - 1][-1] if stretch[0] < stretch[1] else ""
    opening = start + 1 if parse.words[start] in JOINTS and start + 1 < end else start
    if parse.lower[opening] in _LINKS:
        return -1
    if last in ".;:" and not parse.words[start][0].islower():
        return _tag_sentence(reading, start, end) if last == "." else -1
    loose = last not in ",?!—–-…." and parse.words[start] not in (",", "—", "–", "-")
    if loose and not parse.words[stretch[0]][0].isupper():
        return -1
    end = _phrase_end(reading, start, end, _sentence_like(reading, region)) if loose else end
    spare = -1
    plain = -1
    for token in range(start, end):
        if parse.words[token] in STOPS:
            break
        if token not in reading.verb_at:
            continue
        if plain < 0 and last == "," and _acts(reading, token, start):
            plain = token
        if speaks(reading, token):
            if parse.deps[token] in ("relcl", "acl") and token > start + 1:
                spare = token if spare < 0 else spare
                continue
            if parse.tags[token] == "VB" and parse.child(token, "nsubj") < 0:
                continue
            if parse.tags[token] == "VBG" and _circumstance(reading, token):
                continue
            if (
                parse.tags[token] == "VBN"
                and parse.child(token, "aux", "auxpass") < 0
                and parse.deps[token] in ("acl", "advcl")
            ):
                continue
            return token
    if spare >= 0 or plain >= 0:
        return spare if spare >= 0 else plain
    return _misread(reading, start, end) if last in ",?!" else -1


def _circumstance(reading: Reading, participle: int) -> bool:
    """Whether a participle tells what somebody did besides: "“…” before laying flowers", "- raising and keeping"."""
    parse = reading.parse
    if parse.child(participle, "nsubj", "aux") >= 0:
        return False
    label, above = parse.deps[participle], parse.lower[parse.heads[participle]]
    return label == "conj" or (label == "pcomp" and above in ("after", "before"))


def _sentence_like(reading: Reading, region: Range) -> bool:
    """Whether a region begins its line or a sentence: only the comma behind it was forgotten."""
    parse = reading.parse
    line = parse.paragraphs[parse.paragraph_of[region[0]]][0]
    before = parse.trim((line, region[0]))
    return before[0] >= before[1] or parse.words[before[1] - 1][-1:] in STOPS


def _phrase_end(reading: Reading, start: int, end: int, whole: bool) -> int:
    """How far the cue of a quotation may stand that ends within a phrase: "“a great day” for the city, Smith said".

    Args:
        reading: The article.
        start: Where the words behind the quotation begin.
        end: Where they end at most.
        whole: Whether the quotation is a sentence.
    """
    parse = reading.parse
    if whole and parse.tags[start] in _NOMINAL:
        return min(end, start + _NEAR)
    if parse.tags[start] in ("IN", "TO"):
        for token in range(start, min(end, start + _PHRASE)):
            if parse.words[token] in STOPS:
                break
            if parse.words[token] == "," and token + 1 < end and parse.lower[token + 1] not in _LINKS:
                return min(end, token + 1 + _LOOSE)
    return min(end, start + _LOOSE)


def _misread(reading: Reading, start: int, end: int) -> int:
    """A verb of saying that the tagger took for a noun, at the end of its clause: "“…,” Smith answers."; or -1."""
    parse = reading.parse
    for token in range(start + 1, min(end, start + _NEAR)):
        if parse.words[token] in STOPS:
            break
        if (
            parse.tags[token][:2] in ("NN", "JJ", "VB")
            and (token + 1 >= end or parse.words[token + 1] in _CLAUSE_ENDS)
            and parse.tags[token - 1][:2] in ("NN", "PR", "CD", "JJ")
            and (reading.lexicon.reports(reading.lexicon.lemma(parse.lower[token])) or goes_on(reading, token))
        ):
            return token
    return -1


def goes_on(reading: Reading, token: int) -> bool:
    """Whether a verb is go with on, which says that somebody speaks on."""
    parse = reading.parse
    return (
        reading.lexicon.lemma(parse.lower[token]) == "go" and token + 1 < len(parse) and parse.lower[token + 1] == "on"
    )


def _tag_sentence(reading: Reading, start: int, end: int) -> int:
    """The verb of a sentence that says who spoke and no more, behind a full stop: "“…missing.” Smith said."; or -1."""
    parse = reading.parse
    for token in range(start, min(end, start + 6)):
        if parse.words[token] in (".", "\n"):
            last = token - 1
            return last if last > start and speaks(reading, last) and parse.tags[last] != "VB" else -1
    return -1


def _acts(reading: Reading, token: int, start: int) -> bool:
    """Whether a verb that is no known verb of saying stands where one would: "“…,” she shot back"."""
    parse = reading.parse
    verb = reading.verb_at.get(token)
    if verb is None or parse.tags[token] not in ("VBD", "VBZ") or verb.lemma in _NEVER or token > start + 8:
        return False
    return parse.deps[token] not in ("relcl", "acl", "advcl") and any(
        parse.tags[before][:2] in ("NN", "PR") for before in range(start, token)
    )


def verb_before(reading: Reading, region: Range, gap: Range) -> tuple[int, int]:
    """The verb of saying before a quotation, or -1; and where the content begins."""
    parse = reading.parse
    start, end = last_sentence(reading, gap), gap[1]
    while end > start and parse.words[end - 1].isspace():
        end -= 1
    if start < end and parse.words[end - 1] == ".":
        return _agreed(reading, (start, end - 1), region), region[0]
    if start >= end or parse.words[end - 1] in ("?", "!"):
        return -1, region[0]
    if parse.words[end - 1] == ":" and heads_line(reading, (start, end - 1)) < end - 1:
        return -1, region[0]
    if parse.words[end - 1] == ":" and not any(speaks(reading, token) for token in range(start, end)):
        noun = _read_as_noun(reading, end - 2)
        if noun >= start:
            return noun, region[0]
        if names_speaker(reading, end - 1):
            return -1, region[0]
        verbs = [
            token
            for token in range(start, end)
            if token in reading.verb_at and parse.deps[token] not in ("relcl", "acl")
        ]
        return (verbs[-1] if verbs else -1), region[0]
    opener = end - 1 if parse.lower[end - 1] in _OPENERS else -1
    if end - 2 > start and parse.words[end - 1] == "," and parse.lower[end - 2] == "that":
        opener = end - 2
    jointed = parse.words[end - 1] in JOINTS
    for token in range(end - 1, start - 1, -1):
        if speaks(reading, token):
            close = token == end - 1
            if not (jointed or close or opener >= 0):
                return -1, region[0]
            stretch = inner(reading, region)
            lower = stretch[0] < stretch[1] and not parse.words[stretch[0]][0].isupper()
            if close and not jointed and lower and not _ends_sentence(reading, region):
                return -1, region[0]
            if lower and jointed and count_words(reading, (token + 1, end)) > 2:
                return -1, region[0]
            if (
                opener >= 0
                and reading.region_words[parse.region_of[region[0]]] < 4
                and not _ends_sentence(reading, region)
            ):
                return -1, region[0]
            return token, opener if opener >= 0 else _said_before(reading, token, end - 1, region[0])
        if parse.tags[token] not in _FINITE or parse.words[end - 1] == ":":
            continue
        governor = parse.heads[token] if parse.deps[token] in ("aux", "auxpass") else token
        if parse.deps[governor] != "relcl":
            return (token if _cries(reading, token, start, end, region) else -1), region[0]
    return -1, region[0]


def _agreed(reading: Reading, sentence: Range, region: Range) -> int:
    """The verb of saying that ends a sentence of its own before a quotation: "The mayor agreed. “We must go.”"; or -1.

    Behind it may stand the medium: "She said in a statement. “…”".
    """
    parse = reading.parse
    start, end = parse.trim(sentence)
    if end - 1 > start and noun_lemma(parse.lower[end - 1]) in MEDIA:
        while end - 1 > start and parse.tags[end - 1] in ("NN", "NNP", "DT", "JJ", "PRP$", "VBN"):
            end -= 1
        end -= parse.lower[end - 1] in ("in", "on", "via")
    token = end - 1
    if end - start < 2 or not speaks(reading, token) or reading.region_words[parse.region_of[region[0]]] < _WHOLE:
        return -1
    if any(parse.region_of[other] >= 0 for other in range(start, end)):
        return -1
    verb = reading.verb_at[token]
    return token if parse.tags[token] in ("VBD", "VBZ") and not verb.passive and not verb.all("ccomp", "dobj") else -1


def _read_as_noun(reading: Reading, token: int) -> int:
    """A verb of saying right before a colon that the tagger took for a noun: "Article 3 affirms: “…”"; or -1."""
    parse = reading.parse
    word = parse.lower[token]
    finite = parse.tags[token] in ("NNS", "NN") and word.endswith(("s", "ed"))
    before = token > 0 and parse.tags[token - 1][:2] in ("NN", "PR", "CD")
    return token if finite and before and reading.lexicon.reports(reading.lexicon.lemma(word)) else -1


def _said_before(reading: Reading, cue: int, colon: int, start: int) -> int:
    """Where a content begins that goes on in marks: "said that she had a choice: “…”", "said that in May, “…”"."""
    parse = reading.parse
    verb = reading.verb_at[cue]
    for token in range(cue + 1, min(cue + 4, colon)):
        if parse.lower[token] == "that" and parse.tags[token] == "IN":
            return token
    clause = verb.after("ccomp")
    if parse.words[colon] != ":" or not clause or not cue < clause[0] < colon or parse.tags[cue] == "VBN":
        return start
    return max(parse.left[clause[0]], cue + 1)


def _cries(reading: Reading, token: int, start: int, end: int, region: Range) -> bool:
    """Whether a verb that is no known verb of saying stands where one would: "Smith shot back, “We will not.”"."""
    parse = reading.parse
    verb = reading.verb_at.get(token)
    stretch = inner(reading, region)
    return (
        verb is not None
        and parse.words[end - 1] == ","
        and end - token <= _CLOSE
        and parse.tags[token] in ("VBD", "VBZ")
        and verb.lemma not in _NEVER
        and reading.region_words[parse.region_of[region[0]]] >= 4
        and parse.words[stretch[0]][0].isupper()
        and parse.words[stretch[1] - 1][-1] in ",.?!"
        and any(parse.tags[before][:2] in ("NN", "PR") for before in range(start, token))
    )


def _ends_sentence(reading: Reading, region: Range) -> bool:
    """Whether nothing follows a region in its sentence."""
    parse = reading.parse
    following = parse.trim((region[1], parse.paragraphs[parse.paragraph_of[region[0]]][1]))
    if following[0] >= following[1] or parse.words[following[0]] in (".", "?", "!"):
        return True
    stretch = inner(reading, region)
    return (
        stretch[0] < stretch[1]
        and parse.words[stretch[1] - 1] in (".", "?", "!")
        and parse.words[following[0]][0].isupper()
    )


def verb_above(reading: Reading, paragraph: int) -> int:
    """The verb of a line that ends with a colon above a quoted block: the last that reports, else the last of all."""
    parse = reading.parse
    for number in range(paragraph - 1, max(-1, paragraph - 4), -1):
        start, end = parse.trim(parse.paragraphs[number])
        if start >= end:
            continue
        if parse.words[end - 1] != ":":
            return -1
        verbs = [token for token in range(last_sentence(reading, (start, end)), end) if token in reading.verb_at]
        reporting = [token for token in verbs if speaks(reading, token)]
        if not verbs and parse.lower[start].endswith("ed") and parse.tags[start + 1][:3] == "NNP":
            reporting = [start] if reading.lexicon.reports(reading.lexicon.lemma(parse.lower[start])) else []
        return (reporting or verbs or [-1])[-1]
    return -1


def speaks(reading: Reading, token: int) -> bool:
    verb = reading.verb_at.get(token)
    return verb is not None and reading.lexicon.reports(verb.lemma)
