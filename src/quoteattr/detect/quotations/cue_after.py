"""The verb of saying behind a quotation: "“…,” said Jane Smith", "“a great day” for the city, the mayor said"."""

from __future__ import annotations

from quoteattr.detect.candidate import rule
from quoteattr.detect.features import ArticleFeatures
from quoteattr.detect.quotations.headings import JOINTS
from quoteattr.detect.quotations.quoted import first_letter, last_mark, past_space
from quoteattr.detect.sentences import STOPS
from quoteattr.lexicon import meanings
from quoteattr.lexicon.lists import label_set, listed
from quoteattr.syntax import Range

__all__ = ["AFTER", "verb_behind"]

AFTER = rule(
    "quote-cue-after",
    "a quotation, and a verb of saying in what follows it",
    "[“We have no plans to leave,”] said {Maria Lopez, the mayor}.",
    "[“It is over,”] {she} said. [“We will go home.”]",
    "[“We were lucky,”] {she} said, adding that the roof had held.",
    "[Without rain, “we will lose half of the crop,”] {the farmer} said.",
    "[“This is the end of the road” for the old bridge], {the mayor} said.",
    "[“We will be there when you need us,”] {she} went on.",
    "[“We will rebuild the dam,”] {she} said, adding that the state would have to pay “what it can.”",
    "[“We have never had so many guests in this town”] {the owner of the hotel} replied.",
    "[“We were ready,”] said {Army Lt. John Smith}. [“Nobody else was.”]",
)

_LINKS = listed("beside", "links")
_NEVER = listed("beside", "never")
_BROKEN_OFF = ",?!—–-…"
_SUBJECTS = listed("beside", "subjects")
_FEW = 3
"""Tokens behind a verb that name its subject, among which no other verb stands."""
_CLAUSE_ENDS = listed("beside", "clause_ends")
_NOMINAL = label_set("tags", "noun_phrases")
_MISREAD = label_set("tag_beginnings", "misread")
_NEAR, _TAG = 12, 6
"""Tokens within which the verb of a quotation stands that nothing else tells, and if it ends a separate sentence."""
_LOOSE, _PHRASE = 6, 16
"""Tokens behind a quotation without a stop within which its cue stands, and in which its phrase ends at a comma."""


def verb_behind(article: ArticleFeatures, region: Range, gap: Range) -> int:
    """The verb of saying behind a quotation in the same sentence, or -1.

    Args:
        article: The article.
        region: The quotation.
        gap: What stands between it and the next one, or the end of the paragraph.
    """
    parse = article.parse
    start, end = past_space(article, gap), gap[1]
    if start >= end:
        return -1
    last = last_mark(article, region)
    opening = start + 1 if parse.words[start] in JOINTS and start + 1 < end else start
    if parse.lower[opening] in _LINKS:
        return -1
    if last in ".;:" and not parse.words[start][0].islower():
        return _tag_sentence(article, start, end) if last == "." else -1
    if last not in ",?!—–-…." and parse.words[start] not in (",", "—", "–", "-"):
        if not first_letter(article, region).isupper():
            return -1
        end = _phrase_end(article, start, end, _sentence_like(article, region))
    found = _reporting(article, start, end)
    if found < 0 and last in ",?!":
        found = _misread(article, start, end)
    if found < 0 and (last in _BROKEN_OFF or parse.words[start] == ","):
        found = _by_form(article, start, end)
    return found


def _reporting(article: ArticleFeatures, start: int, end: int) -> int:
    """The first verb known to report, one of a relative clause only where there is no other; or -1."""
    parse = article.parse
    spare = -1
    for token in range(start, end):
        if parse.words[token] in STOPS:
            break
        if not article.reports(token):
            continue
        if parse.deps[token] in ("relcl", "acl") and token > start + 1:
            spare = token if spare < 0 else spare
        elif not _subordinate(article, token):
            return token
    return spare


def _subordinate(article: ArticleFeatures, verb: int) -> bool:
    """Whether a verb is an infinitive, or a participle of circumstance: it reports something else, or nothing."""
    parse = article.parse
    tag = parse.tags[verb]
    if tag == "VB":
        return parse.child(verb, "nsubj") < 0
    return tag == "VBG" and _circumstance(article, verb)


def _circumstance(article: ArticleFeatures, participle: int) -> bool:
    """Whether a participle tells what somebody did besides: "“…” before laying flowers", "- raising and keeping"."""
    parse = article.parse
    if parse.child(participle, "nsubj", "aux") >= 0:
        return False
    label, above = parse.deps[participle], parse.lower[parse.heads[participle]]
    return label == "conj" or (label == "pcomp" and above in ("after", "before"))


def _misread(article: ArticleFeatures, start: int, end: int) -> int:
    """A verb of saying that the tagger took for a noun, at the end of its clause: "“…,” Smith answers."; or -1."""
    parse = article.parse
    for token in range(start + 1, min(end, start + _NEAR)):
        if parse.words[token] in STOPS:
            break
        last = token + 1 >= end or parse.words[token + 1] in _CLAUSE_ENDS
        behind_noun = parse.tags[token][:2] in _MISREAD and parse.tags[token - 1][:2] in ("NN", "PR", "CD", "JJ")
        if last and behind_noun and (article.says(token) or article.goes_on(token)):
            return token
    return -1


def _by_form(article: ArticleFeatures, start: int, end: int) -> int:
    """A verb right behind a quotation, and its subject behind it, which say who speaks by their form alone; or -1.

    "“Over here!” called Dana Cole.", "“We won,” deadpanned the coach."
    """
    parse = article.parse
    start += parse.words[start] == ","
    following = start + 1
    following += parse.lower[following : following + 1] in (["out"], ["back"])
    if following >= end or not parse.words[start].isalpha() or not parse.words[start].islower():
        return -1
    lemma = article.lexicon.lemma(parse.lower[start])
    known = lemma != parse.lower[start] and meanings.verb(lemma).says > 0
    rare = parse.lower[start].endswith("ed") and lemma == parse.lower[start]
    if lemma in _NEVER or not (known or rare):
        return -1
    named = parse.tags[following] in ("NNP", "DT", "PRP$") or parse.lower[following] in _SUBJECTS
    return start if named and not article.has_finite_verb((following, min(end, following + _FEW))) else -1


def _sentence_like(article: ArticleFeatures, region: Range) -> bool:
    """Whether a region begins its line or a sentence: only the comma behind it was forgotten."""
    parse = article.parse
    line = parse.line_of(region[0])[0]
    before = parse.trim((line, region[0]))
    return before[0] >= before[1] or parse.words[before[1] - 1][-1:] in STOPS


def _phrase_end(article: ArticleFeatures, start: int, end: int, whole: bool) -> int:
    """How far the cue of a quotation may stand that ends within a phrase: "“a great day” for the city, Smith said".

    Args:
        article: The article.
        start: Where the words behind the quotation begin.
        end: Where they end at most.
        whole: Whether the quotation is a sentence.
    """
    parse = article.parse
    if whole and parse.tags[start] in _NOMINAL:
        return min(end, start + _NEAR)
    if parse.tags[start] in ("IN", "TO"):
        for token in range(start, min(end, start + _PHRASE)):
            if parse.words[token] in STOPS:
                break
            if parse.words[token] == "," and token + 1 < end and parse.lower[token + 1] not in _LINKS:
                return min(end, token + 1 + _LOOSE)
    return min(end, start + _LOOSE)


def _tag_sentence(article: ArticleFeatures, start: int, end: int) -> int:
    """The verb of a sentence that says who spoke and no more, behind a full stop: "“…missing.” Smith said."; or -1."""
    parse = article.parse
    for token in range(start, min(end, start + _TAG)):
        if parse.words[token] in (".", "\n"):
            last = token - 1
            return last if last > start and article.reports(last) and parse.tags[last] != "VB" else -1
    return -1
