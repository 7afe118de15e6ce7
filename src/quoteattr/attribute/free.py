"""Quotations without a cue: they go on where an attributed one stopped, or follow a sentence about who speaks."""

from __future__ import annotations

from attrs import evolve, frozen

from quoteattr.attribute.attribution import Attribution
from quoteattr.attribute.confidence import confidence_of_rule
from quoteattr.detect import ArticleFeatures, Rule
from quoteattr.detect.candidate import rule
from quoteattr.detect.quotations.quoted import begins_low
from quoteattr.detect.quotations.titles import is_title
from quoteattr.detect.sentences import last_sentence, stops
from quoteattr.detect.spans import MEDIA, clean
from quoteattr.lexicon.nouns import noun, singular
from quoteattr.records import Attitude, QuoteKind
from quoteattr.syntax import Range

__all__ = ["RULES", "free_quotations"]

FREE = rule(
    "quote-free",
    "a paragraph that is or begins with a quotation, below an attributed one: its speaker goes on",
    "The mayor said the plan was “a waste of money.”\n\n[“We would have done better with a lottery, and cheaper too.”]",
    "The report called the plan “a mistake.”\n\n[“Nobody had ever thought about what it would cost us all.”]\n\nThe "
    "dam broke on Friday.",
    "Everything will be repaired, the mayor said.\n\n[“We have lived with this dam for more than forty years.”] The "
    "dam broke on Friday.",
)
GOES_ON = rule(
    "quote-goes-on",
    "a sentence in marks behind an attribution in the same paragraph: its speaker goes on",
    "The bridge was safe, the mayor said. [“We have checked every bolt.”]",
    "“I cried for a week,” she said. Then she opened a bakery. [“It saved my life.”]",
)
BEAT = rule(
    "quote-beat",
    "a sentence in marks behind one that tells what somebody does, feels or thinks: he speaks",
    "Rosa Timm shook her head. [“Nobody asked us about it.”]",
    "The owner is not so sure. [“We have heard all this before.”]",
    "For Rosa Timm, the answer is simple. [“We need more nurses.”]",
)
RULES = (FREE, GOES_ON, BEAT)

_WORDS, _FEW = 8, 3
"""Words that a quotation has at least that begins a paragraph, and one behind another sentence of its paragraph."""
_REST = 2
"""Words that may follow an attribution without a quotation in its paragraph, so that what is below goes on from it."""
_SENTENCE_ENDS = ".?!…—–"
_FAR = 100
"""Tokens of the sentence before a quotation at most."""
_PEOPLE = frozenset(("he", "she", "they"))
_SPOKEN_TO = frozenset(("asked", "when", "question", "questions"))


@frozen
class _Voice:
    """Who speaks: an attribution's speaker, or a phrase.

    Attributes:
        rule: Which says so.
        above: The attribution, or ``None``.
        phrase: The phrase, or nothing.
    """

    rule: Rule
    above: Attribution | None = None
    phrase: tuple[Range, ...] = ()


def free_quotations(article: ArticleFeatures, attributions: list[Attribution]) -> list[Attribution]:
    """``attributions``, in text order, with the free quotations whose speaker the article tells."""
    added = [(_quotation(article, *one), one[1].above) for one in _Search(article, attributions).found()]
    out = sorted([*attributions, *(one for one, _ in added)], key=lambda one: one.content)
    place = {id(one): number for number, one in enumerate(out)}
    kept = {id(one): place[id(above)] for one, above in added if above is not None}
    return [evolve(one, keeps=kept[id(one)]) if id(one) in kept else one for one in out]


def _quotation(article: ArticleFeatures, pieces: list[Range], voice: _Voice) -> Attribution:
    return Attribution(
        content=clean(article, pieces),
        cue=(),
        source=(),
        kind=QuoteKind.DIRECT,
        attitude=Attitude.ASSERTION,
        negated=False,
        rule=voice.rule.id,
        confidence=confidence_of_rule(voice.rule.id),
        voice=voice.phrase,
    )


class _Search:
    """The walk through an article, paragraph by paragraph, that finds its free quotations.

    Attributes:
        article: The article.
        above: Who speaks where a paragraph begins, by the one above it; or ``None``.
    """

    def __init__(self, article: ArticleFeatures, attributions: list[Attribution]) -> None:
        self.article = article
        self.above: _Voice | None = None
        self._taken = bytearray(len(article.parse))
        for one in attributions:
            for start, end in (*one.content, *one.cue, *one.source):
                self._taken[start:end] = b"\1" * (end - start)
        self._ends = sorted(attributions, key=_end)
        self._last = -1

    def found(self) -> list[tuple[list[Range], _Voice]]:
        """The free quotations, in text order, with who speaks in them."""
        out: list[tuple[list[Range], _Voice]] = []
        number, regions = 0, self.article.parse.region_tokens
        for line in map(self.article.parse.trim, self.article.parse.paragraphs):
            if line[0] >= line[1]:
                continue
            here: list[int] = []
            while number < len(regions) and regions[number][0] < line[1]:
                here.append(number)
                number += 1
            self._read(line, here, out)
        return out

    def _read(self, line: Range, numbers: list[int], out: list[tuple[list[Range], _Voice]]) -> None:
        """Read one paragraph with its quoted regions, and who speaks below it."""
        article, goes_on, fills = self.article, self.above, False
        here: _Voice | None = None
        for number in numbers:
            region = article.parse.region_tokens[number]
            region = region[0], min(region[1], line[1])
            last = self._before(region[0])
            if last is not None and _end(last) > line[0]:
                here = _Voice(GOES_ON, last)
            if not _is_free(article, number, self._taken):
                continue
            voice = _voice(article, line, region, here, goes_on)
            if voice is None:
                continue
            opens_anew = article.parse.regions[number].continues and region[0] == line[0]
            if out and opens_anew and self._open(out[-1][0][-1]):
                out[-1][0].append(region)
            elif article.region_words[number] >= _least(voice, line, region):
                out.append(([region], voice))
            else:
                continue
            here = _Voice(GOES_ON, voice.above, voice.phrase)
            fills = region[1] == line[1]
        last = self._before(line[1])
        if last is not None and _end(last) > line[0] and not (fills and here is not None):
            self.above = _Voice(FREE, last) if _leads_on(article, last, line[1]) else None
        else:
            self.above = _Voice(FREE, here.above, here.phrase) if fills and here is not None else None

    def _open(self, piece: Range) -> bool:
        """Whether a piece of a quotation ends without a closing mark."""
        parse = self.article.parse
        region = parse.region_of[piece[0]]
        return region >= 0 and not parse.regions[region].closed

    def _before(self, token: int) -> Attribution | None:
        """The last attribution that ends before a token, which is asked for in text order."""
        while self._last + 1 < len(self._ends) and _end(self._ends[self._last + 1]) <= token:
            self._last += 1
        return self._ends[self._last] if self._last >= 0 else None


def _least(voice: _Voice, line: Range, region: Range) -> int:
    """The words that a free quotation has at least."""
    return _WORDS if region[0] == line[0] and voice.rule is FREE else _FEW


def _voice(
    article: ArticleFeatures, line: Range, region: Range, here: _Voice | None, above: _Voice | None
) -> _Voice | None:
    """Who speaks in a free quotation: whoever does in its paragraph, in the one above, or by the sentence before it."""
    if region[0] == line[0]:
        return above
    sentence = _sentence_before(article, line, region)
    if here is not None and here.above is not None and _end(here.above) > sentence[0]:
        return here
    phrase = _subject(article, sentence)
    if here is not None and (not phrase or _is_pronoun(article, phrase)):
        return here
    return _Voice(BEAT, None, (phrase,)) if phrase and not _others_words(article, sentence, phrase) else None


def _is_pronoun(article: ArticleFeatures, phrase: Range) -> bool:
    return article.parse.lower[phrase[0]] in _PEOPLE


def _sentence_before(article: ArticleFeatures, line: Range, region: Range) -> Range:
    """The sentence before a quotation in its paragraph."""
    start, end = max(line[0], region[0] - _FAR), region[0]
    while end > start and article.parse.words[end - 1].isspace():
        end -= 1
    return last_sentence(article, (start, end)), end


def _subject(article: ArticleFeatures, sentence: Range) -> Range | tuple[()]:
    """The one person who is the subject of a sentence, or whom it is about ("For Rosa Timm, …"); or nothing."""
    parse = article.parse
    start, end = sentence
    tokens = [token for token in range(start, end) if parse.region_of[token] < 0]
    if not tokens or any(parse.lower[token] in _SPOKEN_TO for token in tokens):
        return ()
    for token in tokens:
        if parse.deps[token] == "nsubj" and parse.deps[parse.heads[token]] in ("ROOT", "conj", "ccomp"):
            if _can_speak(article, token):
                return parse.left[token], parse.right[token]
            break
    first = tokens[0]
    entity = parse.entity_of[first]
    if entity >= 0 and parse.entities[entity].label == "PERSON":
        return parse.entities[entity].start, parse.entities[entity].end
    if parse.lower[first] == "for":
        named = parse.child(first, "pobj")
        if named >= 0 and _can_speak(article, named):
            return parse.left[named], parse.right[named]
    return ()


def _others_words(article: ArticleFeatures, sentence: Range, phrase: Range) -> bool:
    """Whether a sentence tells of something written, or of another person: the words behind it may be theirs."""
    parse = article.parse
    for token in range(*sentence):
        if phrase[0] <= token < phrase[1] or parse.tags[token][:2] != "NN":
            continue
        entity = parse.entity_of[token]
        named = entity >= 0 and parse.entities[entity].label == "PERSON"
        word = singular(parse.lower[token])
        if named or word in MEDIA or (parse.tags[token][:3] != "NNP" and noun(word).sort == "person"):
            return True
    return False


def _can_speak(article: ArticleFeatures, token: int) -> bool:
    """Whether a noun or pronoun names one person, or people."""
    parse = article.parse
    if parse.tags[token] == "PRP":
        return parse.lower[token] in _PEOPLE
    if parse.tags[token][:3] == "NNP":
        return parse.entity_labels[token] == "PERSON"
    return parse.tags[token] in ("NN", "NNS") and noun(parse.lower[token]).sort == "person"


def _is_free(article: ArticleFeatures, number: int, taken: bytearray) -> bool:
    """Whether a quoted stretch is a sentence of its own that nobody accounts for yet."""
    parse = article.parse
    start, end = parse.region_tokens[number]
    if parse.regions[number].weak or article.region_words[number] < _FEW or any(taken[start:end]):
        return False
    if begins_low(article, (start, end)) or not _begins_sentence(article, start):
        return False
    last = parse.text[max(parse.ends[end - 1] - 2, 0) : parse.ends[end - 1]]
    if parse.regions[number].closed and not any(mark in last for mark in _SENTENCE_ENDS):
        return False
    line = parse.line_of(start)[0]
    return not is_title(article, (start, end), (line, start))


def _begins_sentence(article: ArticleFeatures, start: int) -> bool:
    parse = article.parse
    line = parse.line_of(start)[0]
    before = start
    while before > line and parse.words[before - 1].isspace():
        before -= 1
    if before == line:
        return True
    mark = before - 1
    return stops(article, mark) or (parse.region_of[mark] >= 0 and mark > line and parse.words[mark - 1][-1:] in ".?!…")


def _leads_on(article: ArticleFeatures, one: Attribution, end: int) -> bool:
    """Whether a paragraph that ends at ``end`` leads on from its last attribution: by a quotation, or by its place."""
    parse = article.parse
    if one.kind is not QuoteKind.INDIRECT:
        return True
    return sum(map(parse.is_word, range(_end(one), end))) <= _REST


def _end(one: Attribution) -> int:
    """The token behind the last one of an attribution."""
    return max(end for _, end in (*one.content, *one.cue, *one.source))
