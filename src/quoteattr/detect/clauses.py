"""Object clauses to the right of their verb: "she said (that) it was late"."""

from __future__ import annotations

from collections.abc import Iterator

from quoteattr.detect.candidate import Candidate, Tail, rule
from quoteattr.detect.listed import listed
from quoteattr.detect.reading import Reading, Verb
from quoteattr.detect.spans import clause_after
from quoteattr.detect.tags import FINITE

__all__ = ["RULES", "find"]

CLAUSE = rule(
    "clause",
    "a verb with an object clause behind it",
    "{The company} said [that it would close two plants].",
    "{Analysts} expect [prices will fall next year].",
    "{She} did not say [whether the money had been found].",
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
RULES = (CLAUSE, PASSIVE, MEDIUM, FOR, TOLD)

_TELLING = listed("telling", "always") | listed("telling", "sometimes")


_NEAR = 10
"""Tokens behind whoever tells something within which the clause begins."""
_MEDIA = frozenset("in on at during via through with".split())


def find(reading: Reading) -> Iterator[Candidate]:
    """One candidate for each verb with a clausal complement to its right."""
    for verb in reading.verbs:
        clauses = verb.after("ccomp")
        if clauses:
            rule, frame = (PASSIVE, "pass+clause") if verb.passive else (CLAUSE, "clause")
            start, edge = clause_after(reading, verb, clauses[0])
            tail = Tail("clause", clauses[0], start, edge)
        elif (that := _behind_agent(reading, verb)) >= 0:
            agent = reading.parse.child(verb.first("agent"), "pobj")
            head = _head_behind(reading, that)
            tail = Tail("clause", head, that, max(reading.parse.right[head], that + 1))
            yield Candidate(TOLD.id, verb.token, verb.lemma, "VERB", "pass+clause", source=agent, tail=tail)
            continue
        elif (clause := _for_clause(reading, verb)) >= 0:
            rule, frame = FOR, "for"
            tail = Tail("clause", clause, reading.parse.left[clause], reading.parse.right[clause])
        elif (complementizer := _behind_medium(reading, verb)) >= 0:
            rule, frame = MEDIUM, "pass+clause" if verb.passive else "clause"
            limit = reading.sentence(complementizer)[1]
            tail = Tail("clause", _head_behind(reading, complementizer), complementizer, limit)
        else:
            continue
        yield Candidate(rule.id, verb.token, verb.lemma, "VERB", frame, tail=tail)


def _behind_agent(reading: Reading, verb: Verb) -> int:
    """The word that behind whoever tells somebody something: "were told by inspectors that …"; or -1."""
    parse = reading.parse
    agent = verb.first("agent")
    teller = parse.child(agent, "pobj") if agent >= 0 and verb.passive and verb.lemma in _TELLING else -1
    if teller < 0:
        return -1
    for token in range(teller + 1, min(len(parse), teller + _NEAR)):
        if parse.lower[token] == "that" and parse.tags[token] in ("IN", "WDT"):
            return token if _has_subject(reading, token) else -1
        if parse.tags[token] in FINITE or parse.words[token] in (".", ";"):
            break
    return -1


def _for_clause(reading: Reading, verb: Verb) -> int:
    """An infinitive with for and a subject, which the parser calls adverbial; or -1."""
    parse = reading.parse
    for clause in verb.after("advcl", "xcomp"):
        first = parse.left[clause]
        if (
            parse.lower[first] == "for"
            and parse.heads[first] == clause
            and any(parse.tags[child] == "TO" for child in parse.children[clause])
            and first == verb.token + 1
        ):
            return clause
    return -1


def _behind_medium(reading: Reading, verb: Verb) -> int:
    """The word that, behind the phrase in which a verb of saying names its medium; or -1.

    "said in a letter that …": small models read the clause as one about the letter.
    """
    parse = reading.parse
    if not reading.lexicon.reports(verb.lemma) or verb.all("dobj", "xcomp", "oprd") or verb.all("ccomp"):
        return -1
    phrases = [child for child in verb.after("prep") if parse.lower[child] in _MEDIA and parse.right[child] > child + 1]
    if not phrases or phrases[0] > verb.token + 2:
        return -1
    limit = parse.right[phrases[-1]]
    for token in range(phrases[0] + 2, limit):
        inner = reading.verb_at.get(token)
        if inner is not None and not inner.passive and reading.lexicon.reports(inner.lemma):
            return -1
        if (
            parse.lower[token] == "that"
            and parse.tags[token] in ("IN", "WDT")
            and parse.tags[token - 1][:2] in ("NN", "CD")
        ):
            return token if _has_subject(reading, token) else -1
    return -1


def _has_subject(reading: Reading, complementizer: int) -> bool:
    """Whether a clause behind that has a subject of its own, so that the word is no subject itself."""
    parse = reading.parse
    if parse.deps[complementizer] in ("nsubj", "nsubjpass"):
        return False
    following = complementizer + 1
    return following < len(parse) and (
        parse.tags[following][:2] in ("NN", "PR", "DT", "CD", "JJ", "IN", "EX", "RB") or not parse.tags[following]
    )


def _head_behind(reading: Reading, complementizer: int) -> int:
    """The verb that a clause with that belongs to, or the complementizer itself."""
    head = reading.parse.heads[complementizer]
    return max(complementizer, head)
