"""The verb of saying before a quotation: "She said, “…”", "said that “…”", "The mayor agreed. “…”"."""

from __future__ import annotations

from quoteattr.detect.candidate import rule
from quoteattr.detect.features import ArticleFeatures
from quoteattr.detect.quotations.headings import JOINTS, heads_line, names_speaker
from quoteattr.detect.quotations.quoted import begins_low, ends_sentence, last_mark, tells_when
from quoteattr.detect.sentences import count_words, last_sentence
from quoteattr.detect.spans import MEDIA
from quoteattr.lexicon.lists import listed
from quoteattr.lexicon.nouns import singular
from quoteattr.syntax import Range
from quoteattr.syntax.labels import FINITE_TAGS

__all__ = ["BEFORE", "goes_as", "verb_before"]

BEFORE = rule(
    "quote-cue-before",
    "a verb of saying, and a quotation right behind it",
    "{The minister} told reporters: [“We will not change the law.”]",
    "{He} added, [“That is all I know about it.”]",
    "[The bridge], {the mayor} said, [“is as safe as any in the country.”]",
    "{The mayor} said, and I quote, [“We love the badly built.”]",
    "{The report} said [that “the bridge is a danger” to children].",
    "{The mayor} shot back, [“We will not be told what to do.”]",
    "In the debate, {Jane Smith} cracked, [“I have never seen a bridge so long and so cheap”] - and sat down.",
    "{She} said [that the town had a choice: “We build the bridge or we leave.”]",
    "Asked about the delay, {the minister} replied, [“We are doing what we can.”]",
    "{Article 12} affirms: [“No worker shall be made to work on a day of rest.”]",
    "{The governor} agreed. [“We will build it before the winter comes.”]",
    "{Maria Hall} was quoted by the Post as saying: [“The bridge is unsafe, and it always was.”]",
    "As {the mayor} put it, [“we have no money left”].",
    "They passed out bottles {that} said, [“We love our river and we want it clean.”]",
)

_NEVER = listed("beside", "never")
_OPENERS = listed("beside", "openers")
_INTERJECTED = listed("beside", "interjected")
_CLOSE = 6
"""Tokens from a verb that is not known to report to the quotation behind it."""
_BESIDE = 2
"""Tokens from a verb to the quotation where only a comma stands between them."""
_AS, _AS_WITH_IT = listed("beside", "as"), listed("beside", "as_with_it")
_WHOLE = 4
"""Words of a quotation that a separate sentence introduces."""


def verb_before(article: ArticleFeatures, region: Range, gap: Range) -> tuple[int, int]:
    """The verb of saying before a quotation, or -1; and where the content begins.

    Args:
        article: The article.
        region: The quotation.
        gap: What stands between it and the one before, or the beginning of the paragraph.
    """
    parse = article.parse
    start, end = last_sentence(article, gap), gap[1]
    end = _without_interjection(article, (start, end))
    mark = parse.words[end - 1] if start < end else ""
    if mark == ".":
        return _agreed(article, (start, end - 1), region), region[0]
    if mark in ("", "?", "!"):
        return -1, region[0]
    if mark == ":":
        if heads_line(article, (start, end - 1)) < end - 1:
            return -1, region[0]
        if not article.has_report((start, end)):
            return _before_colon(article, (start, end)), region[0]
    if mark == ",":
        noun = _read_as_noun(article, end - 2)
        if noun < start:
            noun = _as_is_said(article, (start, end - 1))
        if noun >= start:
            return noun, region[0]
    return _nearest(article, region, (start, end))


def _without_interjection(article: ArticleFeatures, clause: Range) -> int:
    """Where what leads to a quotation ends, without white space and ", and I quote,"."""
    parse, (start, end) = article.parse, clause
    while end > start and parse.words[end - 1].isspace():
        end -= 1
    return end - 4 if end - 4 > start and " ".join(parse.lower[end - 4 : end - 1]) in _INTERJECTED else end


def _nearest(article: ArticleFeatures, region: Range, clause: Range) -> tuple[int, int]:
    """The last verb known to report in what leads to a quotation, unless another finite one stands behind it."""
    parse = article.parse
    start, end = clause
    opener = end - 1 if parse.lower[end - 1] in _OPENERS else -1
    for token in range(end - 1, start - 1, -1):
        if article.reports(token):
            if not _introduces(article, token, region, end, opener):
                return -1, region[0]
            return token, opener if opener >= 0 else _said_before(article, token, end - 1, region[0])
        governor = parse.heads[token] if parse.deps[token] in ("aux", "auxpass") else token
        if parse.tags[token] in FINITE_TAGS and parse.words[end - 1] != ":" and parse.deps[governor] != "relcl":
            return (token if _cries(article, token, region, clause) else -1), region[0]
    return -1, region[0]


def _introduces(article: ArticleFeatures, cue: int, region: Range, end: int, opener: int) -> bool:
    """Whether a verb of saying leads to a quotation, and not to a phrase with a few words in marks.

    Args:
        article: The article.
        cue: The verb.
        region: The quotation.
        end: Where the words before it end.
        opener: The conjunction among them, or -1.
    """
    parse = article.parse
    jointed, close = parse.words[end - 1] in JOINTS, cue == end - 1 or _only_when(article, (cue + 1, end))
    if not (jointed or close or opener >= 0):
        return False
    if begins_low(article, region):
        goes_on = not ends_sentence(article, region) and not tells_when(article, region[1])
        if close and not jointed and goes_on:
            return False
        if jointed and count_words(article, (cue + 1, end)) > 2:
            return False
    return True


def _as_is_said(article: ArticleFeatures, clause: Range) -> int:
    """The verb of a clause that tells whose saying follows: "As the song goes, “…”", "As she put it, “…”"; or -1."""
    parse = article.parse
    start, end = clause
    if parse.lower[start : start + 1] != ["as"] or end - start > _CLOSE + _CLOSE:
        return -1
    verb = end - 1 - (parse.lower[end - 1] == "it")
    return verb if verb > start + 1 and goes_as(article, verb) else -1


def goes_as(article: ArticleFeatures, verb: int) -> bool:
    """Whether a verb before a comma tells how a saying goes, or how somebody put it."""
    lower, lemma = article.parse.lower, article.lexicon.lemma(article.parse.lower[verb])
    if lower[verb + 1 : verb + 3] == ["it", ","]:
        return lemma in _AS_WITH_IT
    return lemma in _AS and lower[verb + 1 : verb + 2] == [","]


def _only_when(article: ArticleFeatures, tokens: Range) -> bool:
    """Whether tokens say when something was said and no more: "tweeted on Friday “…”"."""
    parse = article.parse
    start, end = tokens
    start += parse.lower[start : start + 1] == ["on"]
    entity = parse.entity_of[start] if start < end else -1
    return entity >= 0 and parse.entities[entity].label == "DATE" and parse.entities[entity].end == end


def _agreed(article: ArticleFeatures, sentence: Range, region: Range) -> int:
    """The verb of saying that ends a separate sentence before a quotation: "The mayor agreed. “We must go.”"; or -1.

    Behind it may stand the medium: "She said in a statement. “…”".
    """
    parse = article.parse
    start, end = parse.trim(sentence)
    if end - 1 > start and singular(parse.lower[end - 1]) in MEDIA:
        while end - 1 > start and parse.tags[end - 1] in ("NN", "NNP", "DT", "JJ", "PRP$", "VBN"):
            end -= 1
        end -= parse.lower[end - 1] in ("in", "on", "via")
    token = end - 1
    if end - start < 2 or not article.reports(token) or article.region_words[parse.region_of[region[0]]] < _WHOLE:
        return -1
    verb = article.verb_at[token]
    return token if parse.tags[token] in ("VBD", "VBZ") and not verb.passive and not verb.all("ccomp", "dobj") else -1


def _before_colon(article: ArticleFeatures, clause: Range) -> int:
    """What stands for a verb of saying before a colon, where none is known to report; or -1 behind a name."""
    parse = article.parse
    start, end = clause
    noun = _read_as_noun(article, end - 2)
    if noun >= start:
        return noun
    if names_speaker(article, end - 1):
        return -1
    verbs = [
        token for token in range(start, end) if token in article.verb_at and parse.deps[token] not in ("relcl", "acl")
    ]
    return verbs[-1] if verbs else -1


def _read_as_noun(article: ArticleFeatures, token: int) -> int:
    """A verb of saying right before a colon that the tagger took for a noun: "Article 3 affirms: “…”"; or -1."""
    parse = article.parse
    finite = parse.tags[token] in ("NNS", "NN") and parse.lower[token].endswith(("s", "ed"))
    before = token > 0 and parse.tags[token - 1][:2] in ("NN", "PR", "CD")
    return token if finite and before and article.says(token) else -1


def _said_before(article: ArticleFeatures, cue: int, colon: int, start: int) -> int:
    """Where a content begins that goes on in marks: "said that she had a choice: “…”", "said that in May, “…”"."""
    parse = article.parse
    for token in range(cue + 1, min(cue + 4, colon)):
        if parse.lower[token] == "that" and parse.tags[token] == "IN":
            return token
    clause = article.verb_at[cue].after("ccomp")
    if parse.words[colon] != ":" or not clause or not cue < clause[0] < colon:
        return start
    return max(parse.left[clause[0]], cue + 1)


def _cries(article: ArticleFeatures, token: int, region: Range, clause: Range) -> bool:
    """Whether a verb that is no known verb of saying stands where one would: "Smith shot back, “We will not.”"."""
    parse = article.parse
    start, end = clause
    verb = article.verb_at.get(token)
    return (
        verb is not None
        and parse.tags[token] in ("VBD", "VBZ")
        and verb.lemma not in _NEVER
        and parse.words[end - 1] == ","
        and end - token <= _CLOSE
        and article.region_words[parse.region_of[region[0]]] >= _WHOLE
        and not begins_low(article, region)
        and (last_mark(article, region) in ",.?!" or end - token == _BESIDE)
        and any(parse.tags[before][:2] in ("NN", "PR") for before in range(start, token))
    )
