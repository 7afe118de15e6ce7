"""Quotations without a cue: they go on where an attributed one stopped, or follow a sentence about who speaks."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from attrs import evolve, frozen

from quoteattr.detect.candidate import Candidate, Rule, rule
from quoteattr.detect.features import ArticleFeatures
from quoteattr.detect.overlaps import SpanOccupancy
from quoteattr.detect.quotations.quoted import begins_low
from quoteattr.detect.quotations.titles import is_title
from quoteattr.detect.sentences import ends_before, last_sentence, past_space_before
from quoteattr.detect.spans import MEDIA, clean
from quoteattr.lexicon.lists import label_set, listed
from quoteattr.lexicon.nouns import noun, singular
from quoteattr.syntax import Parse, Range
from quoteattr.syntax.grammar import nominal_of
from quoteattr.syntax.labels import CLOSING_MARKS, COMMON_TAGS

__all__ = ["RULES", "is_sentence", "with_free_quotations"]

FREE = rule(
    "quote-free",
    "a paragraph that is or begins with a quotation, below an attributed one: its speaker goes on",
    "The mayor said the plan was “a waste of money.”\n\n[“We would have done better with a lottery, and cheaper too.”]",
    "The report called the plan “a mistake.”\n\n[“Nobody had ever thought about what it would cost us all.”]\n\nThe "
    "dam broke on Friday.",
    "The mayor says it was a bad year.\n\n[“Nobody told us anything.”]",
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
    "Asked about the noise, the mayor shrugged. [“I sleep very well.”]",
    "Asked what he would take for it, Mr Lee did not hesitate.\n\n[“A million. In writing.”]",
    "For Rosa Timm, the answer is simple. [“We need more nurses.”]",
    "The town is proud of its baker, Rosa Timm. [“I start at two in the morning, and I never use a machine.”]",
)
RULES = (FREE, GOES_ON, BEAT)

_LEAST, _FEW = 4, 3
"""Words that a quotation has at least that begins a paragraph, and one behind another sentence of its paragraph."""
_WORDS = 8
"""The same for one behind a sentence that only names somebody."""
_REST = 2
"""Words that may follow an attribution without a quotation in its paragraph, so that what is below goes on from it."""
_SENTENCE_ENDS = ".?!…—–"
_ASKED = 4
"""Tokens at the beginning of a sentence of which one may tell that its subject is asked."""
_FAR = 100
"""Tokens of the sentence before a quotation at most."""
_PEOPLE = listed("voice", "people")
_SPOKEN_TO = listed("voice", "spoken_to")
_ASKING = listed("sources", "asking")
_NARRATOR = listed("voice", "narrator")
_CLAUSES = label_set("dependencies", "main_clauses")
_DASH = "—"
"""The lemma of the cue of a quotation that is signed, which is no word."""


@frozen
class _Attributed:
    """A content that is attributed, and how far its attribution reaches.

    Attributes:
        number: Its number among all of them.
        spans: Its content, its cue and its source.
        quotes: Whether some of the content stands in marks.
        silent: Whether nobody is its source.
    """

    number: int
    spans: tuple[Range, ...]
    quotes: bool
    silent: bool

    @classmethod
    def of(cls, article: ArticleFeatures, number: int, one: Candidate) -> _Attributed:
        source = _source(article, one)
        spans = (*one.with_cue, source) if source else one.with_cue
        quotes = any(any(article.parse.quoted[start:end]) for start, end in one.content)
        return cls(number, spans, quotes, not source and one.cue >= 0 and not one.voice)

    @property
    def end(self) -> int:
        """The token behind its last one."""
        return max(end for _, end in self.spans)


def _source(article: ArticleFeatures, one: Candidate) -> Range | None:
    """The phrase of the source, as far as the tree tells without much search."""
    parse, verb = article.parse, article.verb_at.get(one.cue)
    head = one.source if one.source >= 0 or verb is None else verb.subject
    if head < 0:
        return None
    start, end = parse.subtree(head)
    for first, last in one.with_cue:
        if last <= head:
            start = max(start, last)
        else:
            end = min(end, first)
    return (start, end) if start < end else None


@frozen
class _Voice:
    """Who speaks: whoever does in an attribution, or a phrase.

    Attributes:
        rule: Which says so.
        above: The attribution, or ``None``.
        phrase: The phrase, or nothing.
    """

    rule: Rule
    above: _Attributed | None = None
    phrase: tuple[Range, ...] = ()


@frozen
class _Free:
    """A free quotation: its pieces, and who speaks in it."""

    pieces: list[Range]
    voice: _Voice


def with_free_quotations(
    article: ArticleFeatures, candidates: Sequence[Candidate], without: Collection[str] = ()
) -> list[Candidate]:
    """The candidates, in text order, with the free quotations whose speaker the article tells.

    Args:
        article: The article.
        candidates: Its attributions, in text order.
        without: Ids of rules whose free quotations are dropped.
    """
    attributed = [_Attributed.of(article, number, one) for number, one in enumerate(candidates)]
    free = [one for one in _Search(article, attributed).found() if one.voice.rule.id not in without]
    found = [*enumerate(candidates), *((-1, _candidate(article, one)) for one in free)]
    found.sort(key=lambda one: one[1].content)
    place = {number: position for position, (number, _) in enumerate(found)}
    out = [one if one.keeps is None else evolve(one, keeps=place[one.keeps]) for _, one in found]
    return [_kept(article.parse, out, number) for number in range(len(out))]


def _candidate(article: ArticleFeatures, one: _Free) -> Candidate:
    keeps = one.voice.above.number if one.voice.above is not None else None
    content = clean(article, one.pieces)
    return Candidate(one.voice.rule.id, -1, "", "", "", content, certain=True, keeps=keeps, voice=one.voice.phrase)


def _kept(parse: Parse, found: Sequence[Candidate], number: int) -> Candidate:
    """A candidate; if it has neither cue nor source, it keeps the speaker before it in its paragraph."""
    one = found[number]
    silent = (one.cue < 0 or one.lemma == _DASH) and one.source < 0 and one.keeps is None and not one.voice
    if not silent or number == 0 or not any(any(parse.quoted[start:end]) for start, end in one.content):
        return one
    before = found[number - 1].content[-1][0]
    same = parse.paragraph_of[before] == parse.paragraph_of[one.content[0][0]]
    return evolve(one, keeps=number - 1) if same else one


class _Search:
    """The walk through an article, paragraph by paragraph, that finds its free quotations.

    Attributes:
        article: The article.
        above: Who speaks where a paragraph begins, by the one above it; or ``None``.
    """

    def __init__(self, article: ArticleFeatures, attributed: Sequence[_Attributed]) -> None:
        self.article = article
        self.above: _Voice | None = None
        self._found: list[_Free] = []
        self._occupancy = SpanOccupancy(len(article.parse))
        for one in attributed:
            self._occupancy.take(one.spans)
        self._ends = sorted(attributed, key=lambda one: one.end)
        self._last = -1

    def found(self) -> list[_Free]:
        """The free quotations, in text order."""
        number, regions = 0, self.article.parse.region_tokens
        for line in map(self.article.parse.trim, self.article.parse.paragraphs):
            if line[0] >= line[1]:
                continue
            here: list[int] = []
            while number < len(regions) and regions[number][0] < line[1]:
                here.append(number)
                number += 1
            self._read(line, here)
        return self._found

    def _read(self, line: Range, numbers: list[int]) -> None:
        """Read one paragraph with its quoted regions, and who speaks below it."""
        fills, here = False, None
        for number in numbers:
            region = self.article.parse.region_tokens[number]
            region = region[0], min(region[1], line[1])
            last = self._before(region[0], line)
            if last is not None:
                here = _Voice(GOES_ON, last)
            voice = self._quotation(line, number, region, here)
            if voice is not None:
                here, fills = _Voice(GOES_ON, voice.above, voice.phrase), region[1] == line[1]
        last = self._before(line[1], line)
        if fills and here is not None:
            self.above = _Voice(FREE, here.above, here.phrase)
        else:
            leads = last is not None and _leads_on(self.article, last, line)
            self.above = _asked(self.article, line) or (_Voice(FREE, last) if leads else None)

    def _quotation(self, line: Range, number: int, region: Range, here: _Voice | None) -> _Voice | None:
        """Who speaks in a region, if it is a free quotation, which is taken in then."""
        parse = self.article.parse
        if not self._occupancy.is_free(parse.region_tokens[number]) or not is_sentence(self.article, number):
            return None
        voice = _voice(self.article, line, region, here, self.above)
        if voice is None:
            return None
        opens_anew = parse.regions[number].continues and region[0] == line[0]
        if self._found and opens_anew and _is_open(parse, self._found[-1].pieces[-1]):
            self._found[-1].pieces.append(region)
        elif self.article.region_words[number] >= _least(voice, line, region):
            self._found.append(_Free([region], voice))
        else:
            return None
        return voice

    def _before(self, token: int, line: Range) -> _Attributed | None:
        """The last attribution that ends in a line before a token, which is asked for in text order."""
        while self._last + 1 < len(self._ends) and self._ends[self._last + 1].end <= token:
            self._last += 1
        last = self._ends[self._last] if self._last >= 0 else None
        return last if last is not None and last.end > line[0] else None


def _is_open(parse: Parse, piece: Range) -> bool:
    """Whether a piece of a quotation ends without a closing mark."""
    region = parse.region_of[piece[0]]
    return region >= 0 and not parse.regions[region].closed


def _least(voice: _Voice, line: Range, region: Range) -> int:
    """The words that a free quotation has at least."""
    return _LEAST if region[0] == line[0] and voice.rule is FREE else _FEW


def _asked(article: ArticleFeatures, line: Range) -> _Voice | None:
    """Who answers below a paragraph that ends with a sentence by which he is asked; or ``None``."""
    sentence = last_sentence(article, line), line[1]
    answering = _answering(article, sentence)
    phrase = _subject(article.parse, answering) if answering != sentence else ()
    return _Voice(BEAT, None, (phrase,)) if phrase else None


def _leads_on(article: ArticleFeatures, one: _Attributed, line: Range) -> bool:
    """Whether a paragraph leads on from its last attribution: by a quotation, or by its place."""
    if one.quotes or sum(article.parse.wordlike[one.end : line[1]]) <= _REST:
        return True
    return last_sentence(article, line) < one.end


def _voice(
    article: ArticleFeatures, line: Range, region: Range, here: _Voice | None, above: _Voice | None
) -> _Voice | None:
    """Who speaks in a free quotation: whoever does in its paragraph, in the one above, or by the sentence before it."""
    if region[0] == line[0]:
        return above
    sentence = _sentence_before(article, line, region)
    if here is not None and here.above is not None and here.above.end > sentence[0] and not here.above.silent:
        return here
    phrase = _subject(article.parse, _answering(article, sentence))
    if not phrase and here is None and article.region_words[article.parse.region_of[region[0]]] >= _WORDS:
        phrase = _only_person(article.parse, sentence)
    if here is not None and (not phrase or article.parse.lower[phrase[0]] in _PEOPLE):
        return here
    return _Voice(BEAT, None, (phrase,)) if phrase and not _others_words(article.parse, sentence, phrase) else None


def _sentence_before(article: ArticleFeatures, line: Range, region: Range) -> Range:
    """The sentence before a quotation in its paragraph."""
    start = max(line[0], region[0] - _FAR)
    end = past_space_before(article.parse, region[0], (start, region[0]))
    first = last_sentence(article, (start, end))
    while first < end and article.parse.words[first] in CLOSING_MARKS:
        first += 1  # those of what is quoted before it
    return first, end


def _answering(article: ArticleFeatures, sentence: Range) -> Range:
    """A sentence without the clause in front by which its subject is asked: "Asked about it, | she shrugged"."""
    parse, (start, end) = article.parse, sentence
    for asked in range(start, min(end, start + _ASKED)):
        if parse.deps[asked] == "advcl" and article.lexicon.lemma(parse.lower[asked]) in _ASKING:
            asker = parse.child(asked, "nsubj", "nsubjpass")
            named = asker >= 0 and parse.lower[asker] not in _NARRATOR
            inside = start <= parse.left[asked] and asked < parse.heads[asked] and not named
            return (parse.right[asked], end) if inside else sentence
    return sentence


def _subject(parse: Parse, sentence: Range) -> Range | tuple[()]:
    """The one person who is the subject of a sentence, or whom it is about ("For Rosa Timm, …"); or nothing."""
    tokens = [token for token in range(*sentence) if parse.region_of[token] < 0]
    if not tokens or any(parse.lower[token] in _SPOKEN_TO for token in tokens):
        return ()
    for token in tokens:
        if parse.deps[token] == "nsubj" and parse.deps[parse.heads[token]] in _CLAUSES:
            if _can_speak(parse, token):
                return parse.subtree(token)
            break
    first = tokens[0]
    if parse.entity_labels[first] == "PERSON":
        person = parse.entities[parse.entity_of[first]]
        return person.start, person.end
    named = nominal_of(parse, first) if parse.lower[first] == "for" else -1
    return parse.subtree(named) if named >= 0 and _can_speak(parse, named) else ()


def _only_person(parse: Parse, sentence: Range) -> Range | tuple[()]:
    """The one person whom a sentence names; or nothing: "The town is proud of its baker, Omar Reyes. “…”"."""
    tokens = [token for token in range(*sentence) if parse.region_of[token] < 0]
    named = {parse.entity_of[token] for token in tokens if parse.entity_labels[token] == "PERSON"}
    if len(named) != 1 or any(parse.lower[token] in _SPOKEN_TO for token in tokens):
        return ()
    person = parse.entities[named.pop()]
    return person.start, person.end


def _can_speak(parse: Parse, token: int) -> bool:
    """Whether a noun or pronoun names one person, or people."""
    if parse.tags[token] == "PRP":
        return parse.lower[token] in _PEOPLE
    if parse.tags[token][:3] == "NNP":
        return parse.entity_labels[token] == "PERSON"
    return parse.tags[token] in COMMON_TAGS and noun(parse.lower[token]).sort == "person"


def _others_words(parse: Parse, sentence: Range, phrase: Range) -> bool:
    """Whether a sentence tells of something written, or of another person: the words behind it may be theirs."""
    for token in range(*sentence):
        if phrase[0] <= token < phrase[1] or parse.tags[token][:2] != "NN" or _is_apposed(parse, token, phrase):
            continue
        word = singular(parse.lower[token])
        person = parse.tags[token] in COMMON_TAGS and noun(word).sort == "person"
        if person or word in MEDIA or parse.entity_labels[token] == "PERSON":
            return True
    return False


def _is_apposed(parse: Parse, token: int, phrase: Range) -> bool:
    """Whether a noun says who a phrase is: "its baker, Omar Reyes"."""
    above = parse.heads[token]
    told = parse.deps[token] == "appos" and phrase[0] <= above < phrase[1]
    return told or any(parse.heads[one] == token and parse.deps[one] == "appos" for one in range(*phrase))


def is_sentence(article: ArticleFeatures, number: int) -> bool:
    """Whether a quoted stretch is a separate sentence, and no title."""
    parse = article.parse
    start, end = parse.region_tokens[number]
    if parse.regions[number].weak or article.region_words[number] < _FEW:
        return False
    if begins_low(article, (start, end)) or not _begins_sentence(article, start):
        return False
    last = parse.text[max(parse.ends[end - 1] - 2, 0) : parse.ends[end - 1]]
    if parse.regions[number].closed and not any(mark in last for mark in _SENTENCE_ENDS):
        return False
    return not is_title(article, (start, end), (parse.line_of(start)[0], start))


def _begins_sentence(article: ArticleFeatures, start: int) -> bool:
    line = article.parse.line_of(start)
    end = past_space_before(article.parse, start, line)
    return end == line[0] or ends_before(article, end)
