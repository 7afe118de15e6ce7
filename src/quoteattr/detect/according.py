"""According to: the sentence around the phrase is the content, its object the source."""

from __future__ import annotations

from collections.abc import Iterator

from quoteattr.detect.candidate import Candidate, rule
from quoteattr.detect.features import ArticleFeatures
from quoteattr.detect.sentences import sentence_around
from quoteattr.detect.spans import clean
from quoteattr.lexicon.nouns import noun, singular
from quoteattr.syntax import Range
from quoteattr.syntax.labels import FINITE

__all__ = ["RULES", "find"]

ACCORDING = rule(
    "according-to",
    "according to names the source of the clause that it stands in",
    "[Sales fell by a third], according to {the company}.",
    "According to {police}, [nobody was hurt].",
    "[The talks], according to {diplomats}, [will go on all week].",
    "[Exports fell by a third], according to {the company}, but it has opened new shops.",
)
SURVEY = rule(
    "in-survey",
    "a poll, study or count in whose numbers something holds",
    "In {the latest poll}, [the mayor leads her rival by six points].",
    "In {a poll released on Friday}, [52 percent favored the plan].",
)
WORDS = rule(
    "in-words-of",
    "in the words of somebody: what follows is said by him",
    "In the words of {Maria Keller}, [“the bridge is a death trap.”]",
    "In the words of {the mayor}, [the town has never been so poor].",
)
RULES = (ACCORDING, SURVEY, WORDS)

_SURVEYS = frozenset("analysis average census count estimate poll ranking study survey tally".split())

_SAYING = frozenset(("act", "cognition", "communication", "group", "person"))
"""Sorts of nouns that can say something: polls and studies are acts, theories cognition."""
_ADDED = frozenset(("VBN", "VBG", "WDT", "WP", "WP$", "WRB"))
"""How what is added to a name begins."""
_LONGEST = 30
"""Tokens of a name with what is added to it."""
_TURNS = (["and"], ["but"], ["while"], ["though"], ["although"])
"""Words that begin a clause behind the phrase that is no longer according to anybody."""


def find(article: ArticleFeatures) -> Iterator[Candidate]:
    """One candidate for each "according to" outside a long quotation, and for each survey."""
    parse = article.parse
    for token, word in enumerate(parse.lower):
        if word != "according" or article.hidden[token] or token + 1 >= len(parse) or parse.lower[token + 1] != "to":
            continue
        source = parse.child(token + 1, "pobj", "pcomp")
        if source < 0:
            source = parse.child(token, "pobj")
        if source < 0:
            continue
        pieces = _framed(article, token) or _clause(article, token, source)
        content = clean(article, pieces)
        if content:
            yield Candidate(
                ACCORDING.id,
                token,
                "according",
                "PREP",
                "to",
                content,
                source=source,
                certain=_can_say(article, source),
            )
    yield from _in_words_of(article)
    for token, word in enumerate(parse.lower):
        if word in ("in", "by") and parse.deps[token] == "prep" and not article.hidden[token]:
            survey = parse.child(token, "pobj")
            if survey < 0 or singular(parse.lower[survey]) not in _SURVEYS or parse.heads[token] not in article.verb_at:
                continue
            content = clean(article, _clause(article, token, survey))
            if content:
                yield Candidate(SURVEY.id, token, word, "PREP", singular(parse.lower[survey]), content, source=survey)


def _in_words_of(article: ArticleFeatures) -> Iterator[Candidate]:
    """One candidate for each sentence that begins with "In the words of", and names somebody."""
    parse = article.parse
    for token in range(2, len(parse) - 2):
        if parse.lower[token] != "words" or parse.lower[token - 2 : token + 2] != ["in", "the", "words", "of"]:
            continue
        start, end = sentence_around(article, token)
        source = parse.child(token + 1, "pobj")
        comma = _behind_name(article, token + 2, end) if token - 2 == start and source >= 0 else -1
        content = clean(article, [(comma + 1, end)]) if comma >= 0 else ()
        if content:
            yield Candidate(WORDS.id, token, "word", "NOUN", "words", content, source=source, certain=True)


def _can_say(article: ArticleFeatures, source: int) -> bool:
    """Whether whatever something is according to says anything: not an amount, a rule or a plan."""
    parse = article.parse
    if parse.tags[source] not in ("NN", "NNS"):
        return True
    word = parse.lower[source]
    meanings = noun(word), noun(singular(word))
    return any(one.sort in _SAYING or not one.sort or one.says > 0 or one.other > 0 for one in meanings)


def _framed(article: ArticleFeatures, token: int) -> list[Range]:
    """The rest of a sentence that begins or ends with the phrase, apart by a comma; or nothing."""
    parse = article.parse
    start, end = sentence_around(article, token)
    while start < end and not parse.is_word(start):
        start += 1
    if start == token:
        comma = _behind_name(article, token + 2, end)
        return [(comma + 1, end)] if comma >= 0 else []
    if parse.words[token - 1] == "," and not article.has_finite_verb((token, end)):
        for stop in range(token - 1, start, -1):
            if parse.words[stop] == ";":
                start = stop + 1
                break
        return [(start, token - 1)] if article.has_finite_verb((start, token)) else []
    return []


def _behind_name(article: ArticleFeatures, start: int, end: int) -> int:
    """The comma behind a name at the beginning of a sentence, and behind what is added to it; or -1."""
    parse = article.parse
    for token in range(start, min(end, start + _LONGEST)):
        if parse.words[token] == "," and parse.region_of[token] < 0:
            following = parse.tags[token + 1] if token + 1 < end else ""
            if following not in _ADDED and article.has_finite_verb((token + 1, end)):
                return token
        elif parse.tags[token] in FINITE and parse.deps[token] not in ("relcl", "aux", "auxpass"):
            return -1
    return -1


def _clause(article: ArticleFeatures, token: int, source: int) -> list[Range]:
    """The clause without the phrase; cut at the conjunct that the phrase hangs in when it stands at the end."""
    parse = article.parse
    start, end = token, max(parse.right[token], parse.right[source])
    governor = parse.heads[token]
    sentence = article.sentence(token)
    if governor == token:
        return [(sentence[0], start), (end, sentence[1])]
    while (
        parse.deps[governor] not in ("ROOT", "conj", "ccomp", "relcl", "advcl", "parataxis")
        and parse.heads[governor] != governor
    ):
        governor = parse.heads[governor]
    if parse.deps[governor] != "conj" and start > sentence[0]:
        governor = next((above for above in reversed(list(parse.ancestors(governor)))), governor)
    first, last = parse.subtree(governor)
    if start > first and parse.words[end : end + 1] == [","] and parse.lower[end + 1 : end + 2] in _TURNS:
        last = end
    return [(first, start), (end, max(end, last))]
