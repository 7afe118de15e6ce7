"""Object clauses that the parser has not seen as such: "found that | if it rains, the dam breaks", "they said was late".

Small models take the subject of a clause for the object of the verb before it, or the clause for one about a noun. Its
form tells what it is: a verb of saying, that or a noun phrase, and a verb with a tense.
"""

from __future__ import annotations

from collections.abc import Iterator

from quoteattr.detect.candidate import Candidate, OpenSpan, rule
from quoteattr.detect.features import ArticleFeatures
from quoteattr.lexicon.lists import label_set, listed
from quoteattr.syntax import Parse, Range
from quoteattr.syntax.grammar import Verb
from quoteattr.syntax.labels import FINITE_TAGS

__all__ = ["RULES", "find"]

THAT = rule(
    "clause-that",
    "a verb of saying, and a clause with that, which the parser may hang on a noun",
    "{The doctors} found [that if the children slept less, the fever came back].",
)
BARE = rule(
    "clause-bare",
    "a verb of saying, and right behind it a noun phrase with a verb of its own: a clause without that",
    "{She} adds [the results of the trial open doors for other towns].",
)
LACKING = rule(
    "clause-lacking",
    "a relative pronoun or a noun, who says so, and a verb that has no subject else: that is what he says of it",
    "The council sold the mill, [which] {engineers} have said [will fall down by winter].",
)
RULES = (THAT, BARE, LACKING)

_SUBJECTS = label_set("tags", "noun_phrases") | label_set("tags", "subject_openings")
_RELATIVES = label_set("tags", "relative_pronouns")
_TELLING = listed("telling", "always") | listed("telling", "sometimes")
_LIKELY = 0.5
_SUBJECT = 14
"""Tokens of the subject of a clause, at most."""
_TOLD = 10
_FOCUS = frozenset(("not", "only", "so"))
_THINKING = frozenset(("say", "think", "believe", "hope", "fear", "speculate", "argue", "claim"))
_FRONTED = frozenset(("if", "when", "while", "although", "because", "after", "before"))


def find(article: ArticleFeatures) -> Iterator[Candidate]:
    """One candidate for each verb of saying with such a clause and no other."""
    for verb in article.verbs:
        if verb.passive or verb.after("ccomp") or not _says(article, verb):
            continue
        found = _lacking(article, verb) or _that(article, verb) or _bare(article, verb)
        if found is not None:
            yield found


def _says(article: ArticleFeatures, verb: Verb) -> bool:
    lexicon = article.lexicon
    return lexicon.reports(verb.lemma) and lexicon.precision(verb.lemma, "VERB", "clause") >= _LIKELY


def _that(article: ArticleFeatures, verb: Verb) -> Candidate | None:
    """The candidate of a clause with that behind a verb, and behind adverbs and whoever it is said to."""
    parse, token = article.parse, verb.token + 1
    stop = article.sentence(verb.token)[1]
    while token < stop and parse.tags[token] == "RB" and parse.lower[token] not in _FOCUS:
        token += 1
    told = verb.after("dobj", "dative") if verb.lemma in _TELLING else verb.after("prep")
    if told and told[0] == token and (verb.lemma in _TELLING or parse.lower[token] in ("to", "before")):
        token = next((one for one in range(token, min(stop, token + _TOLD)) if parse.lower[one] == "that"), stop)
    if token >= stop or parse.lower[token] != "that" or parse.tags[token] not in ("IN", "WDT"):
        return None
    if "," in parse.words[verb.token : token]:
        return None
    head = _tensed(article, token + 1, stop, clause=True)
    if head < 0 or parse.deps[token] in ("nsubj", "nsubjpass"):
        return None
    return Candidate.of_verb(THAT, verb, "clause", open_span=OpenSpan("clause", head, token, parse.right[head]))


def _bare(article: ArticleFeatures, verb: Verb) -> Candidate | None:
    """The candidate of a clause without that right behind a verb."""
    parse, start = article.parse, verb.token + 1
    stop = article.sentence(verb.token)[1]
    own = 0 <= verb.subject < verb.token or (parse.tags[verb.token] == "VBG" and parse.deps[verb.token] != "acl")
    if not own or verb.lemma in _TELLING or start >= stop:
        return None
    if parse.tags[start] not in _SUBJECTS or parse.lower[start] == "that":
        return None
    head = _tensed(article, start, stop)
    if head < 0:
        return None
    return Candidate.of_verb(BARE, verb, "clause", open_span=OpenSpan("clause", head, start, parse.right[head]))


def _lacking(article: ArticleFeatures, verb: Verb) -> Candidate | None:
    """The candidate of a verb with a tense right behind a relative pronoun, a subject and the verb of saying."""
    parse, start = article.parse, verb.token + 1
    subject = max(verb.all("nsubj"), default=-1)
    before = parse.left[subject] - 1 if 0 <= subject < verb.token else -1
    if before < 0 or start >= len(parse) or parse.tags[start] not in FINITE_TAGS or verb.lemma in _TELLING:
        return None
    relative = parse.tags[before] == "WDT" or (parse.tags[before] == "WP" and parse.lower[before] == "who")
    if not relative and not (parse.tags[start] == "MD" and parse.deps[verb.token] == "relcl" and verb.lemma in _THINKING):
        return None
    pieces: tuple[Range, ...] = ((before, before + 1),) if relative else ()
    span = OpenSpan("clause", start, start, parse.right[start])
    return Candidate.of_verb(LACKING, verb, "clause", pieces, source=subject, open_span=span)


def _tensed(article: ArticleFeatures, start: int, stop: int, *, clause: bool = False) -> int:
    """The verb with a tense behind the subject of a clause that begins at ``start``, or -1."""
    parse = article.parse
    fronted = parse.lower[start] in _FRONTED
    for token in range(start, min(stop, start + _SUBJECT * (2 if fronted else 1))):
        tag, word = parse.tags[token], parse.words[token]
        if parse.region_of[token] >= 0:
            return -1
        if fronted:
            fronted = word != ","
        elif tag in FINITE_TAGS and token > start:
            if article.says(token) and parse.words[token + 1 : token + 2] in ([","], [":"]):
                return -1
            verb = parse.heads[token] if parse.deps[token] in ("aux", "auxpass") else token
            if clause or parse.deps[verb] != "relcl":
                return token
        elif tag in _RELATIVES or tag in ("CC", ":", "TO", "WRB", ".") or word in (",", ";"):
            return -1
        elif token > start and (parse.deps[token] == "mark" or parse.lower[token] in _FRONTED | {"that"}):
            return -1
    return -1
