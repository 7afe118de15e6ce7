"""Object clauses to the right of their verb: "she said (that) it was late"."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import evolve

from quoteattr.detect.candidate import Candidate, OpenSpan, rule
from quoteattr.detect.clause_spans import clause_after
from quoteattr.detect.features import ArticleFeatures
from quoteattr.detect.hearings import COUNTED_AS, HEARING, is_heard
from quoteattr.lexicon.lists import label_set, listed
from quoteattr.lexicon.nouns import noun
from quoteattr.syntax import Parse, Range
from quoteattr.syntax.grammar import Verb, agent_of, is_infinitive
from quoteattr.syntax.labels import FINITE_TAGS, PRONOUN_TAG, PROPER_TAGS

__all__ = ["RULES", "find", "like_of"]

CLAUSE = rule(
    "clause",
    "a verb with an object clause behind it",
    "{The company} said [that it would close two plants].",
    "{Analysts} expect [prices will fall next year].",
    "{She} did not say [whether the money had been found].",
    "{He} allowed [that his members were tired].",
    "{Ada Smith} told Halden Crown Court [Lee ran up debts on five cards].",
    "{Landlords} told researchers [they often hear of leaks too late].",
    "{Ada Smith} told the court [guides were ordered to leave the canyon].",
    "{The union} wants [the council to find the money elsewhere].",
    "The plan, [which] {critics} say [would add to the noise], was dropped.",
    "They closed the bridge, [which] {the engineer} had warned [was unsafe].",
    "They closed the bridge, [which] {the mayor} says [he never crossed].",
)
PASSIVE = rule(
    "clause-passive",
    "a passive verb with an object clause: the source is the by-phrase or nobody",
    "It was reported [that the talks had failed].",
    "It was announced by {the ministry} [that the road would close].",
)
MEDIUM = rule(
    "clause-medium",
    "a verb of saying, where it was said, and a clause with that, which the parser may hang on the medium",
    "{The groups} said in a petition posted on the Internet [that Amazon profits from injustice].",
    "{The agency} said in a report published on Monday [that the air was unsafe].",
)
FOR = rule(
    "clause-for",
    "a verb of asking with for, somebody, and what he is to do",
    "{Residents} asked [for the vote to be delayed].",
    "{Campaigners} pleaded [for the judge to stop the sale].",
)
TOLD = rule(
    "clause-told",
    "a passive verb of telling, by whom, and a clause with that, which the parser may hang on the teller",
    "Owners were told by {inspectors} [that the bridge was unsafe].",
    "Shareholders were told by {the board} [that profits had halved].",
)
HEARD = rule(
    "clause-heard",
    "a court or another body hears a clause, or is told it: somebody says it before them",
    "The court heard [that the money had been spent on a boat].",
    "Halden Crown Court heard [how the brakes had failed].",
    "The committee heard from {Ada Smith} [that the bridge was unsafe].",
    "The inquest was told [that nobody had checked the bolts].",
)
RULES = (HEARD, CLAUSE, PASSIVE, MEDIUM, FOR, TOLD)

_TELLING = listed("telling", "always") | listed("telling", "sometimes")
_LIKE = dict(pair.split() for pair in listed("telling", "like"))
_MEDIUM_LINKS = listed("medium", "links")
_RELATIVES = label_set("tags", "relative_pronouns")
_PEOPLE = label_set("sorts", "people")
_NEAR = 10
"""Tokens behind whoever tells something within which the clause begins."""
_OPENINGS = label_set("tag_beginnings", "clauses")


def find(article: ArticleFeatures) -> Iterator[Candidate]:
    """One candidate for each verb with a clausal complement to its right."""
    for verb in article.verbs:
        found = (
            _object_clause(article, verb)
            or _behind_agent(article, verb)
            or _for_clause(article, verb)
            or _behind_medium(article, verb)
            or _behind_told(article, verb)
        )
        if found is not None:
            yield found


def _object_clause(article: ArticleFeatures, verb: Verb) -> Candidate | None:
    """The candidate of a verb with an object clause."""
    clauses = verb.after("ccomp")
    if not clauses:
        return None
    rule, frame = (PASSIVE, "pass+clause") if verb.passive else (CLAUSE, "clause")
    heard = is_heard(article, verb)
    if heard:
        rule, frame = (HEARD, HEARING)
    start, edge = clause_after(article, verb, clauses[0])
    span = OpenSpan("clause", clauses[0], start, edge)
    found = Candidate.of_verb(rule, verb, frame, _spoken_of(article.parse, verb, span), open_span=span)
    like = COUNTED_AS if heard else like_of(article.parse, verb, start)
    return evolve(found, lemma=like) if like != verb.lemma else found


def like_of(parse: Parse, verb: Verb, start: int) -> str:
    """The verb whose counts stand for those of a rare one before a clause with that; its own lemma for any other."""
    return _LIKE.get(verb.lemma, verb.lemma) if parse.lower[start] == "that" else verb.lemma


def _spoken_of(parse: Parse, verb: Verb, span: OpenSpan) -> tuple[Range, ...]:
    """The relative pronoun before the verb's subject that its clause lacks: "which | she said | was late"."""
    token = parse.left[verb.subject] - 1 if 0 <= verb.subject < verb.token else -1
    if token < 0 or parse.tags[token] not in _RELATIVES:
        return ()
    lacks = parse.child(span.head, "nsubj", "nsubjpass", "csubj", "expl") < 0
    within = span.start <= parse.heads[token] < span.edge
    return ((token, token + 1),) if lacks or within or _stranded(parse, verb, token) else ()


def _stranded(parse: Parse, verb: Verb, pronoun: int) -> bool:
    """Whether a relative pronoun before who says so can only belong to the clause: "which | she says | he built".

    Behind a preposition it tells where that was said, and before tell whom.
    """
    relative = parse.deps[verb.token] == "relcl" and parse.lower[pronoun] != "what"
    return relative and verb.lemma not in _TELLING and parse.deps[pronoun - 1] != "prep"


def _behind_agent(article: ArticleFeatures, verb: Verb) -> Candidate | None:
    """The candidate of a clause with that behind whoever tells somebody something: "were told by inspectors that …"."""
    parse = article.parse
    teller = agent_of(parse, verb.token) if verb.passive and verb.lemma in _TELLING else -1
    if teller < 0:
        return None
    for token in range(teller + 1, min(len(parse), teller + _NEAR)):
        if _is_that(parse, token):
            if not _has_subject(parse, token):
                return None
            head = _head_behind(parse, token)
            span = OpenSpan("clause", head, token, max(parse.right[head], token + 1))
            return Candidate.of_verb(TOLD, verb, "pass+clause", source=teller, open_span=span)
        if parse.tags[token] in FINITE_TAGS or parse.words[token] in (".", ";"):
            break
    return None


def _for_clause(article: ArticleFeatures, verb: Verb) -> Candidate | None:
    """The candidate of an infinitive with for and a subject, which the parser calls adverbial."""
    parse = article.parse
    for clause in verb.after("advcl", "xcomp"):
        first = parse.left[clause]
        own = parse.lower[first] == "for" and parse.heads[first] == clause
        if own and is_infinitive(parse, clause) and first == verb.token + 1:
            span = OpenSpan("clause", clause, first, parse.right[clause])
            return Candidate.of_verb(FOR, verb, "for", open_span=span)
    return None


def _behind_medium(article: ArticleFeatures, verb: Verb) -> Candidate | None:
    """The candidate of a clause with that behind the phrase in which a verb of saying names its medium.

    "said in a letter that …": small models read the clause as one about the letter.
    """
    parse = article.parse
    if not article.lexicon.reports(verb.lemma) or verb.all("dobj", "xcomp", "oprd", "ccomp"):
        return None
    phrases = [
        child for child in verb.after("prep") if parse.lower[child] in _MEDIUM_LINKS and parse.right[child] > child + 1
    ]
    if not phrases or phrases[0] > verb.token + 2:
        return None
    for token in range(phrases[0] + 2, parse.right[phrases[-1]]):
        if article.reports(token) and not article.verb_at[token].passive:
            return None
        if _is_that(parse, token) and parse.tags[token - 1][:2] in ("NN", "CD"):
            if not _has_subject(parse, token):
                return None
            span = OpenSpan("clause", _head_behind(parse, token), token, article.sentence(token)[1])
            return Candidate.of_verb(MEDIUM, verb, "pass+clause" if verb.passive else "clause", open_span=span)
    return None


def _behind_told(article: ArticleFeatures, verb: Verb) -> Candidate | None:
    """The candidate of a clause behind whoever is told, which the parser reads as one about him.

    "told researchers | they often hear of leaks"; no "told the man | who came".
    """
    parse, told = article.parse, verb.after("dobj", "dative")
    if verb.passive or verb.lemma not in _TELLING or not told:
        return None
    clause = parse.child(told[0], "relcl")
    subject = parse.child(clause, "nsubj", "nsubjpass") if clause > told[0] else -1
    if not told[0] < subject < clause or parse.left[clause] != parse.left[subject] or parse.tags[subject] in _RELATIVES:
        return None
    tensed = any(parse.tags[token] in FINITE_TAGS for token in (clause, *parse.children[clause]) if token <= clause)
    named = (
        parse.tags[told[0]] in PROPER_TAGS
        or parse.child(told[0], "det", "poss") < 0
        or _is_told(parse, told[0], subject)
    )
    if not tensed or not (named or _is_whole(parse, clause)) or verb.after("xcomp", "oprd"):
        return None
    span = OpenSpan("clause", clause, parse.left[subject], parse.right[clause])
    return Candidate.of_verb(CLAUSE, verb, "clause", open_span=span)


def _is_told(parse: Parse, told: int, subject: int) -> bool:
    """Whether a noun can only be who is told: "told the station | she had gone", no "told the story she had heard"."""
    return parse.tags[subject] == PRONOUN_TAG and noun(parse.lower[told]).sort in _PEOPLE


def _is_whole(parse: Parse, clause: int) -> bool:
    """Whether a clause speaks of no noun before it: it is a passive, or has an object of its own."""
    return parse.child(clause, "dobj", "attr", "acomp", "ccomp", "auxpass") >= 0


def _is_that(parse: Parse, token: int) -> bool:
    return parse.lower[token] == "that" and parse.tags[token] in ("IN", "WDT")


def _has_subject(parse: Parse, complementizer: int) -> bool:
    """Whether a clause behind that has its own subject, so that the word is no subject itself."""
    if parse.deps[complementizer] in ("nsubj", "nsubjpass"):
        return False
    following = parse.tags[complementizer + 1 : complementizer + 2]
    return following != [] and (following[0][:2] in _OPENINGS or not following[0])


def _head_behind(parse: Parse, complementizer: int) -> int:
    """The verb that a clause with that belongs to, or the complementizer itself."""
    return max(complementizer, parse.heads[complementizer])
