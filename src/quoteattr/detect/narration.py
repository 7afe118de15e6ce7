"""Where the narrator goes on behind a content: "he was “very sorry” | and resigned", "it was late, | adding that …"."""

from __future__ import annotations

from quoteattr.detect.candidate import Candidate, OpenSpan
from quoteattr.detect.features import ArticleFeatures
from quoteattr.detect.framing import says_so
from quoteattr.detect.sentences import STOPS
from quoteattr.lexicon import meanings
from quoteattr.lexicon.lists import label_set, listed
from quoteattr.syntax import Parse
from quoteattr.syntax.labels import ADJECTIVE, FINITE_TAGS, PRONOUN_TAG, PROPER_TAGS, TENSED_TAGS

__all__ = ["narrated"]

_AND = listed("narration", "joins")
_WHILE = listed("narration", "conjunctions")
_SUBJECT = label_set("tags", "narrated")
_RELATIVES = listed("narration", "relatives")
_SUMMING, _ONE = listed("narration", "summing"), listed("narration", "one")
_TOLD_OF = label_set("tags", "summed_up")
_ASKING = listed("sources", "asking")
_ADVERBS = label_set("tags", "adverbs")
_DID, _WOULD, _BUT = "did", "would", "but"
_KEPT = listed("narration", "withheld")
_NOT = listed("grammar", "helping_negations")
_GOING_ON, _WHETHER = listed("narration", "acts"), ("if", "whether")
_PARTICLE = "prt"
_OCCASIONS, _NO_OCCASIONS = listed("narration", "occasions"), listed("narration", "no_occasions")
_ASKED = frozenset(("infinitive", "preposition"))
_PRESENT = label_set("tags", "present")
_SAYS = 5
"""Tenths of a verb's uses that are communication from which on it says something."""
_RARE = 4
"""Tokens that hang on a word which the tagger misread, at most."""
_OPENINGS = label_set("tags", "subject_openings") - {PRONOUN_TAG, ADJECTIVE}
_TELLING = listed("telling", "always") | listed("telling", "sometimes")
_FRAME = 10
"""Tokens of who says so, the verb and the end of a sentence at most."""
_FAR = 12
"""Tokens behind "and" within which the verb of a clause stands whose subject is told more of."""
_NEAR = 8
"""Tokens behind a closing mark within which the verb of a clause stands."""


def narrated(article: ArticleFeatures, candidate: Candidate, span: OpenSpan, end: int) -> int:
    """The end of a content, or the place before it at which the narrator goes on.

    Behind a closing mark he does so with a second verb of the cue's subject ("and resigned"), with a clause that
    opposes what was said ("but the union disagreed"), or with one that tells what else happened ("as protesters
    chanted"). Behind a comma he does so with a participle of saying: ", adding that …" (195 of 214 in the training
    articles), or with according to; and he joins a second verb of saying with what it says: "and insisted that …".

    Args:
        article: The article.
        candidate: The content's candidate.
        span: Its last piece.
        end: The token behind its last one.
    """
    parse = article.parse
    if candidate.lemma in _ASKING:
        end = _before_answer(article, span, end)
    for token in range(span.head + 1, end):
        if parse.region_of[token] >= 0:
            continue
        elsewhere = _goes_elsewhere(article, candidate, token) or _tells_occasion(article, candidate, span, token)
        if elsewhere or _meanwhile(article, token) or _sums_up(article, token):
            end = token
            break
    for number in sorted({region for region in parse.region_of[span.start : end] if region >= 0}):
        first, last = parse.region_tokens[number]
        if parse.regions[number].weak or not parse.regions[number].closed or not span.start <= first < last < end:
            continue
        if not first <= candidate.cue < last and _narrates(article, candidate, span, last, end):
            return last
    return end


def _before_answer(article: ArticleFeatures, span: OpenSpan, end: int) -> int:
    """The end of a question, or the place before it where the answer begins: "asked what was next | she said, “…”"."""
    parse = article.parse
    for verb in range(span.start + 2, end - 1):
        if parse.tags[verb] not in TENSED_TAGS or not article.says(verb) or parse.words[verb + 1] not in (",", ":"):
            continue
        quotation = verb + 2
        if quotation < len(parse) and parse.words[quotation].isspace():
            quotation += 1
        if quotation >= len(parse) or parse.region_of[quotation] < 0 or parse.region_of[verb] >= 0:
            continue
        first = _phrase_start(parse, span.start, verb)
        if span.start < first < verb:
            return first
    return end


def _sums_up(article: ArticleFeatures, token: int) -> bool:
    """Whether the narrator tells what that is which was said: ", a move that has surprised the council"."""
    parse = article.parse
    if parse.words[token - 1] != "," or parse.lower[token] not in _ONE:
        return False
    if parse.lower[token] in _SUMMING:
        return True
    behind = parse.lower[token + 1 : token + 3]
    last = next((token + 1 + place for place, word in enumerate(behind) if word in _SUMMING), -1)
    return last > 0 and not _TOLD_OF.isdisjoint(parse.tags[last + 1 : last + 2])


def _meanwhile(article: ArticleFeatures, token: int) -> bool:
    """Whether a headline goes on with what happens at the same time: "Mayor says bridge is safe | as town waits"."""
    parse = article.parse
    if parse.lower[token] != "as" or parse.tags[token] != "IN" or parse.words[token - 1] == ",":
        return False
    last = parse.line_of(token)[1]
    while last > token and not parse.is_word(last - 1):
        if parse.words[last - 1][-1:] in STOPS:
            return False
        last -= 1
    subject = parse.tags[token + 1 : token + 2]
    happens = subject != [] and subject[0] in _SUBJECT - {"RB"} and article.has_finite_verb((token + 2, last))
    return happens and "VBD" not in parse.tags[token:last]


def _tells_occasion(article: ArticleFeatures, candidate: Candidate, span: OpenSpan, token: int) -> bool:
    """Whether news begin with what somebody has asked, and then with why: "has vowed to stay | after he was booed"."""
    parse = article.parse
    if parse.lower[token] not in _OCCASIONS or span.family not in _ASKED or parse.tags[token] != "IN":
        return False
    lasts = any(parse.deps[one] == "aux" and parse.tags[one] in _PRESENT for one in parse.children[candidate.cue])
    return lasts and parse.lower[token - 1] not in _NO_OCCASIONS and parse.words[token - 1] != ","


def _phrase_start(parse: Parse, start: int, verb: int) -> int:
    """Where the noun phrase right before a verb begins, at ``start`` or later: at a determiner, or a run of names."""
    first = verb - 1
    if parse.tags[first] == PRONOUN_TAG:
        return first
    named = parse.tags[first] in PROPER_TAGS
    while first > start and parse.tags[first] in _SUBJECT and parse.tags[first] not in ("DT", "PRP$"):
        if named and parse.tags[first - 1] not in PROPER_TAGS:
            break
        first -= 1
    return first


def _goes_elsewhere(article: ArticleFeatures, candidate: Candidate, token: int) -> bool:
    """Whether a token outside marks begins another attribution of the same sentence."""
    adds = article.parse.tags[token] == "VBG" and _adds(article, candidate, token)
    return _frames(article, candidate, token) or adds or _says_more(article, candidate, token)


def _says_more(article: ArticleFeatures, candidate: Candidate, token: int) -> bool:
    """Whether a second verb of saying is joined with what it says: "and insisted that …", "and he replied that …"."""
    parse = article.parse
    if parse.lower[token] not in _AND:
        return False
    for verb in range(token + 1, min(len(parse) - 1, token + _NEAR)):
        tag = parse.tags[verb]
        if tag in FINITE_TAGS:
            lemma = article.lexicon.lemma(parse.lower[verb])
            if _acts_on(article, candidate, verb, lemma, token):
                return True
            following = (
                verb + 2 if parse.deps[verb + 1] == "prt" and verb + 2 < len(parse) else verb + 1
            )  # "points out"
            says = tag == parse.tags[candidate.cue] and parse.lower[following : following + 1] == ["that"]
            return says and article.lexicon.reports(lemma)
        if tag not in _SUBJECT:
            break
    return False


def _acts_on(article: ArticleFeatures, candidate: Candidate, verb: int, lemma: str, joint: int) -> bool:
    """Whether whoever says something goes on to do something by words: "said it was unfair and threatened to sue"."""
    parse = article.parse
    past = parse.tags[verb] == parse.tags[candidate.cue] == "VBD"
    alone = all(parse.tags[one] in _ADVERBS for one in range(joint + 1, verb))
    if alone and parse.tags[candidate.cue] == "VBD" and (parse.lower[verb] == _DID or _withholds(parse, joint, verb)):
        return parse.lower[verb + 1] in _NOT and not _KEPT.isdisjoint(parse.lower[verb + 2 : verb + 3])
    asks = lemma in _ASKING and parse.lower[verb + 1] in _WHETHER and parse.words[joint - 1] == ","
    return past and alone and (asks or lemma in _GOING_ON)


def _withholds(parse: Parse, joint: int, verb: int) -> bool:
    """Whether "but would" is joined: "and would" may be a part of what is said."""
    return parse.lower[verb] == _WOULD and parse.lower[joint] == _BUT


def _frames(article: ArticleFeatures, candidate: Candidate, token: int) -> bool:
    """Whether who says the whole sentence stands behind a comma: "…, according to the paper", "…, the file states"."""
    parse = article.parse
    if parse.words[token - 1] != ",":
        return False
    if parse.lower[token] == "according":
        return parse.lower[token + 1 : token + 2] == ["to"]
    last = article.sentence(token)[1]
    if candidate.lemma not in _TELLING or last - token > _FRAME:
        return False
    while last > token and not parse.is_word(last - 1):
        last -= 1
    return says_so(article, (token, last))[0] >= 0


def _adds(article: ArticleFeatures, candidate: Candidate, participle: int) -> bool:
    """Whether a participle says something more: behind a comma, or behind and where the cue is one, too."""
    parse, before = article.parse, article.parse.lower[participle - 1]
    lemma = article.lexicon.lemma(parse.lower[participle])
    says = lemma in article.lexicon.speech or meanings.verb(lemma).says >= _SAYS
    if not says:
        return False
    if before == ",":
        return parse.deps[participle] == "advcl"
    return before == "and" and parse.tags[candidate.cue] == "VBG" and candidate.cue < participle


def _misread_past(article: ArticleFeatures, candidate: Candidate, token: int) -> bool:
    """Whether a past that the tagger took for a participle or an adjective stands beside a past cue: "and left"."""
    parse, word = article.parse, article.parse.lower[token]
    past = parse.tags[token] in ("JJ", "VBN", "NN") and article.lexicon.lemma(word) != word and word[-3:] != "ing"
    return past and parse.tags[candidate.cue] == "VBD" and parse.right[token] - token <= _RARE


def _begins_clause(article: ArticleFeatures, start: int, end: int) -> bool:
    """Whether a clause with a noun as its subject begins behind "“…,” and": the comma within the marks parts it."""
    parse = article.parse
    nominal = parse.tags[start] in _OPENINGS
    return nominal and article.has_finite_verb((start, min(end, start + _FAR)))


def _narrates(article: ArticleFeatures, candidate: Candidate, span: OpenSpan, start: int, end: int) -> bool:
    """Whether the narrator goes on behind a closing mark."""
    parse = article.parse
    if parse.words[start] == ",":
        start += 1
        if start < end and parse.lower[start] in _RELATIVES and article.has_finite_verb((start, end)):
            return True
    if start + 1 >= end or any(region >= 0 for region in parse.region_of[start:end]):
        return False
    word, following = parse.lower[start], start + 1
    if word in _WHILE:
        acts = word != "while" and parse.tags[following] == "VBG"
        return parse.tags[start] == "IN" and (acts or article.has_finite_verb((following, end)))
    if word not in _AND:
        return False
    if parse.words[start - 2] == "," and _begins_clause(article, following, end):
        return True
    while following < end and parse.tags[following] in _ADVERBS:
        following += 1
    if following < end and _misread_past(article, candidate, following):
        return True
    if following < end and parse.tags[following] in FINITE_TAGS:  # "was proud of “…” but was worried": both are said
        changes = span.family != "clause" or article.acts(following)
        return parse.tags[following] == parse.tags[candidate.cue] and changes
    return word == "but" and article.has_finite_verb((following, min(end, following + _NEAR)))
