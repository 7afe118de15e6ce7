"""Direct quotations read off the surface: a quoted stretch, and a verb of saying beside it.

No parse is asked where a quotation ends or which verb it hangs on: parsers err most there. On train this is right
for 97 of 100 quotations (CORPUS, conclusion 6).
"""

from __future__ import annotations

from collections.abc import Iterator

from attrs import define

from quoteattr.detect.candidate import Candidate, Example, Rule
from quoteattr.detect.reading import Reading
from quoteattr.syntax import Range

__all__ = ["RULES", "find", "names_speaker", "reporting_in", "speakable"]

AFTER = Rule(
    "quote-cue-after",
    "a quotation, and a verb of saying in what follows it",
    (
        Example(
            "“We have no plans to leave,” said Maria Lopez, the mayor.",
            ("“We have no plans to leave,”",),
            "Maria Lopez, the mayor",
        ),
        Example("“It is over,” she said. “We will go home.”", ("“It is over,”", "“We will go home.”"), "she"),
        Example("“We were lucky,” she said, adding that the roof had held.", ("“We were lucky,”",), "she"),
    ),
)
BEFORE = Rule(
    "quote-cue-before",
    "a verb of saying, and a quotation right behind it",
    (
        Example(
            "The minister told reporters: “We will not change the law.”",
            ("“We will not change the law.”",),
            "The minister",
        ),
        Example("He added, “That is all I know about it.”", ("“That is all I know about it.”",), "He"),
        Example(
            "Asked about the delay, the minister replied, “We are doing what we can.”",
            ("“We are doing what we can.”",),
            "the minister",
        ),
    ),
)
BLOCK = Rule(
    "quote-block",
    "a line that ends with a colon, and a quoted paragraph below it",
    (
        Example(
            "The bank issued this statement:\n\n“We regret the delay and will repay our customers.”",
            ("“We regret the delay and will repay our customers.”",),
            "The bank",
        ),
        Example("The owner wrote:\n\n“There will be no layoffs.”", ("“There will be no layoffs.”",), "The owner"),
    ),
)
RULES = (AFTER, BEFORE, BLOCK)

_STOPS = frozenset(".?!;")
_JOINTS = frozenset((",", ":", "—", "–", "-", "―", "--"))
_OPENERS = frozenset("that whether if how why what".split())
_LINKS = frozenset("and but or while when who which that because although though if after before".split())
"""Words that begin a clause of its own behind a quotation: its verb does not report what stands before it."""
_NEVER = frozenset("be have do get make become go seem mean come take".split())
"""Verbs that report nothing by standing behind a quotation."""
_FINITE = frozenset(("VBD", "VBZ", "VBP", "MD"))


@define
class _Found:
    rule: str
    cue: int
    pieces: list[Range]


def find(reading: Reading) -> Iterator[Candidate]:
    """Quotations with a verb of saying beside them, paragraph by paragraph."""
    parse = reading.parse
    by_paragraph: dict[int, list[int]] = {}
    for number, (start, end) in enumerate(parse.region_tokens):
        if start < end and not parse.regions[number].weak:
            by_paragraph.setdefault(parse.paragraph_of[start], []).append(number)
    open_quote: _Found | None = None
    for paragraph, numbers in by_paragraph.items():
        found = _paragraph(reading, paragraph, numbers)
        if open_quote is not None:
            if found and found[0].cue < 0 and _continues(reading, open_quote, paragraph, numbers[0]):
                open_quote.pieces += found.pop(0).pieces
                if not found:
                    continue
            yield from _candidates(reading, [open_quote])
            open_quote = None
        if found and _reaches_end(reading, found[-1], paragraph):
            open_quote = found.pop()
        yield from _candidates(reading, found)
    if open_quote is not None:
        yield from _candidates(reading, [open_quote])


def _candidates(reading: Reading, found: list[_Found]) -> Iterator[Candidate]:
    for one in found:
        if one.cue >= 0:
            verb = reading.verb_at[one.cue]
            yield Candidate(one.rule, one.cue, verb.lemma, "VERB", "quote", tuple(one.pieces))


def _continues(reading: Reading, before: _Found, paragraph: int, number: int) -> bool:
    """Whether a quotation that fills the start of a paragraph goes on with the one that ended the paragraph before."""
    parse = reading.parse
    last = before.pieces[-1][1]
    if before.cue < 0 or parse.trim((last, parse.region_tokens[number][0]))[0] != parse.region_tokens[number][0]:
        return False
    region = parse.region_of[last - 1]
    return parse.regions[number].continues or (region >= 0 and not parse.regions[region].closed)


def _reaches_end(reading: Reading, found: _Found, paragraph: int) -> bool:
    start, end = reading.parse.paragraphs[paragraph]
    last = found.pieces[-1][1]
    return last > start and reading.parse.trim((last, end))[0] >= end


def _paragraph(reading: Reading, number: int, numbers: list[int]) -> list[_Found]:
    """The quotations of one paragraph; one without a cue (-1) may belong to what stands before the paragraph."""
    paragraph = reading.parse.paragraphs[number]
    regions = [reading.parse.region_tokens[number] for number in numbers]
    out: list[_Found] = []
    for position, (region_number, region) in enumerate(zip(numbers, regions, strict=True)):
        current = out[-1] if out else None
        since = (current.pieces[-1][1] if current else paragraph[0], region[0])
        before = (regions[position - 1][1] if position else paragraph[0], region[0])
        after = (region[1], regions[position + 1][0] if position + 1 < len(regions) else paragraph[1])
        if not speakable(reading, region_number):
            if current and not _words(reading, since):
                current.pieces.append(region)
            continue
        if _is_title(reading, region, before):
            continue
        cue_after = _cue_after(reading, region, after)
        cue_before, start = _cue_before(reading, region, before)
        if cue_after >= 0 and cue_before == before[1] - 2 and cue_after > region[1] + 4:
            cue_after = -1  # “said, "A," when she was asked …”
        if current and current.cue >= 0:
            if cue_after < 0 and (
                cue_before == current.cue or (cue_before < 0 and _joins(reading, current, since, region))
            ):
                current.pieces.append((start, region[1]))
                continue
            if cue_after >= 0 and cue_before == current.cue and not _closes(reading, before):
                current.pieces.append((start, region[1]))
                continue
        if cue_after >= 0:
            out.append(_Found(AFTER.id, cue_after, [_from_sentence_start(reading, region, before)]))
        elif cue_before >= 0:
            out.append(_Found(BEFORE.id, cue_before, [(start, region[1])]))
        elif not out and not _words(reading, before):
            cue = _cue_above(reading, number)
            out.append(_Found(BLOCK.id if cue >= 0 else "", cue, [region]))
        elif current and current.cue < 0 and not _words(reading, since):
            current.pieces.append(region)
    return out


def _cue_above(reading: Reading, paragraph: int) -> int:
    """The verb of a line that ends with a colon right above a quoted block: the last that reports, else the last of all."""
    parse = reading.parse
    for number in range(paragraph - 1, max(-1, paragraph - 4), -1):
        start, end = parse.trim(parse.paragraphs[number])
        if start >= end:
            continue
        if parse.words[end - 1] != ":":
            return -1
        verbs = [token for token in range(_last_sentence(reading, (start, end)), end) if token in reading.verb_at]
        reporting = [token for token in verbs if _speaks(reading, token)]
        return (reporting or verbs or [-1])[-1]
    return -1


def speakable(reading: Reading, number: int) -> bool:
    """Whether a region may be a quotation: four words, or fewer that look like a sentence of their own."""
    words = reading.region_words[number]
    if words >= 4:
        return True
    inner = _inner(reading, reading.parse.region_tokens[number])
    return (
        words > 0
        and inner[0] < inner[1]
        and reading.parse.words[inner[0]][0].isupper()
        and reading.parse.words[inner[1] - 1][-1] in ",.?!…"
    )


def reporting_in(reading: Reading, tokens: Range) -> bool:
    """Whether a known verb of saying stands among ``tokens``."""
    return any(_speaks(reading, token) for token in range(*tokens))


def names_speaker(reading: Reading, colon: int) -> bool:
    """Whether the words right before a colon are a name, so that who speaks is said without a verb."""
    parse = reading.parse
    entity = parse.entity_of[colon - 1]
    return parse.tags[colon - 1][:3] == "NNP" and (
        entity < 0 or parse.entities[entity].label in ("PERSON", "ORG", "NORP")
    )


def _is_title(reading: Reading, region: Range, before: Range) -> bool:
    """Whether a region is the title of a work or a show: capitals throughout, and in the middle of a phrase."""
    parse = reading.parse
    words = [parse.words[token] for token in range(*region) if parse.is_word(token)]
    long = [word for word in words if len(word) > 3]
    if len(words) > 6 or not long or not all(word[0].isupper() for word in long) or not words[0][0].isupper():
        return False
    start, end = parse.trim((_last_sentence(reading, before), before[1]))
    if start >= end or _speaks(reading, end - 1) or parse.words[end - 1] in (":", ".", "?", "!"):
        return False
    return parse.words[end - 1] not in _JOINTS or not any(
        _speaks(reading, token) for token in range(max(start, end - 6), end)
    )


def _inner(reading: Reading, region: Range) -> Range:
    """A region without its marks."""
    tags, words = reading.parse.tags, reading.parse.words
    start, end = region
    while start < end and (not tags[start] or words[start].isspace()):
        start += 1
    while start < end and (not tags[end - 1] or words[end - 1].isspace()):
        end -= 1
    return start, end


def _words(reading: Reading, tokens: Range) -> int:
    return sum(map(reading.parse.is_word, range(*tokens)))


def _speaks(reading: Reading, token: int) -> bool:
    verb = reading.verb_at.get(token)
    return verb is not None and reading.lexicon.reports(verb.lemma)


def _cue_after(reading: Reading, region: Range, gap: Range) -> int:
    """The verb of saying behind a quotation in the same sentence, or -1."""
    parse = reading.parse
    start, end = gap
    while start < end and parse.words[start].isspace():
        start += 1
    if start >= end:
        return -1
    inner = _inner(reading, region)
    last = parse.words[inner[1] - 1][-1] if inner[0] < inner[1] else ""
    opening = start + 1 if parse.words[start] in _JOINTS and start + 1 < end else start
    if parse.lower[opening] in _LINKS:
        return -1
    if last in ".;:" and not parse.words[start][0].islower():
        return _tag_sentence(reading, start, end) if last == "." else -1
    loose = last not in ",?!—–-…." and parse.words[start] not in (",", "—", "–", "-")
    if loose and not parse.words[inner[0]][0].isupper():
        return -1
    end = min(end, start + 6) if loose else end
    spare = -1
    plain = -1
    for token in range(start, end):
        word = parse.words[token]
        if word in _STOPS:
            break
        if plain < 0 and last == "," and _acts(reading, token, start):
            plain = token
        if _speaks(reading, token):
            if parse.deps[token] in ("relcl", "acl") and token > start + 1:
                spare = token if spare < 0 else spare
                continue
            if parse.tags[token] == "VB" and parse.child(token, "nsubj") < 0:
                continue
            if (
                parse.tags[token] == "VBN"
                and parse.child(token, "aux", "auxpass") < 0
                and parse.deps[token] in ("acl", "advcl")
            ):
                continue
            return token
    return spare if spare >= 0 else plain


def _tag_sentence(reading: Reading, start: int, end: int) -> int:
    """The verb of a sentence that says who spoke and no more, behind a full stop: "“…missing.” Smith said."; or -1."""
    parse = reading.parse
    for token in range(start, min(end, start + 6)):
        if parse.words[token] in (".", "\n"):
            last = token - 1
            return last if last > start and _speaks(reading, last) and parse.tags[last] != "VB" else -1
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


def _last_sentence(reading: Reading, gap: Range) -> int:
    """Where the last sentence of a gap begins."""
    words = reading.parse.words
    start, end = gap
    for token in range(end - 1, start - 1, -1):
        if words[token] in (".", "?", "!") and token < end - 1:
            return token + 1
    return start


def _cue_before(reading: Reading, region: Range, gap: Range) -> tuple[int, int]:
    """The verb of saying before a quotation, or -1; and where the content begins."""
    parse = reading.parse
    start, end = _last_sentence(reading, gap), gap[1]
    while end > start and parse.words[end - 1].isspace():
        end -= 1
    if start >= end or parse.words[end - 1] in (".", "?", "!"):
        return -1, region[0]
    if parse.words[end - 1] == ":" and not any(_speaks(reading, token) for token in range(start, end)):
        if names_speaker(reading, end - 1):
            return -1, region[0]
        verbs = [
            token
            for token in range(start, end)
            if token in reading.verb_at and parse.deps[token] not in ("relcl", "acl")
        ]
        return (verbs[-1] if verbs else -1), region[0]
    opener = end - 1 if parse.lower[end - 1] in _OPENERS else -1
    jointed = parse.words[end - 1] in _JOINTS
    for token in range(end - 1, start - 1, -1):
        if _speaks(reading, token):
            close = token == end - 1
            if not (jointed or close or opener >= 0):
                return -1, region[0]
            inner = _inner(reading, region)
            lower = inner[0] < inner[1] and not parse.words[inner[0]][0].isupper()
            if close and not jointed and lower and not _ends_sentence(reading, region):
                return -1, region[0]
            if lower and jointed and _words(reading, (token + 1, end)) > 2:
                return -1, region[0]
            if (
                opener >= 0
                and reading.region_words[parse.region_of[region[0]]] < 4
                and not _ends_sentence(reading, region)
            ):
                return -1, region[0]
            return token, opener if opener >= 0 else region[0]
        governor = parse.heads[token] if parse.deps[token] in ("aux", "auxpass") else token
        if parse.tags[token] in _FINITE and parse.words[end - 1] != ":" and parse.deps[governor] != "relcl":
            return -1, region[0]
    return -1, region[0]


def _ends_sentence(reading: Reading, region: Range) -> bool:
    """Whether nothing follows a region in its sentence."""
    parse = reading.parse
    following = parse.trim((region[1], parse.paragraphs[parse.paragraph_of[region[0]]][1]))
    if following[0] >= following[1] or parse.words[following[0]] in (".", "?", "!"):
        return True
    inner = _inner(reading, region)
    return (
        inner[0] < inner[1] and parse.words[inner[1] - 1] in (".", "?", "!") and parse.words[following[0]][0].isupper()
    )


def _joins(reading: Reading, current: _Found, gap: Range, region: Range) -> bool:
    """Whether nothing but the rest of the cue's sentence stands between two stretches of one quotation."""
    parse = reading.parse
    if not _words(reading, gap):
        return True
    if not gap[0] <= current.cue < gap[1]:
        return _words(reading, gap) <= 2 and not any(parse.tags[token][:2] == "VB" for token in range(*gap))
    for token in range(current.cue, gap[1]):
        if parse.words[token] in (".", "?", "!", ":"):
            return not _words(reading, (token + 1, gap[1]))
    inner = _inner(reading, region)
    last = parse.trim(gap)[1] - 1
    return parse.words[last] in _JOINTS or (inner[0] < inner[1] and parse.words[inner[0]][0].isupper())


def _closes(reading: Reading, gap: Range) -> bool:
    return any(reading.parse.words[token] in _STOPS for token in range(*gap))


def _from_sentence_start(reading: Reading, region: Range, gap: Range) -> Range:
    """A quotation that begins inside a sentence ("It was “a great day for us,” he said") takes the words before it in."""
    parse = reading.parse
    inner = _inner(reading, region)
    start = _last_sentence(reading, gap)
    while start < gap[1] and parse.words[start].isspace():
        start += 1
    if (
        inner[0] < inner[1]
        and parse.words[inner[0]][0].islower()
        and start < gap[1]
        and _words(reading, (start, gap[1])) <= 25
    ):
        if parse.words[gap[1] - 1] not in _JOINTS:
            return start, region[1]
    return region
