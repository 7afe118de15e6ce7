"""Object clauses that the parser has not seen as such: "complained to the council | that the lift was late".

Small models take the subject of a clause for the object of the verb before it, or the clause for one about a noun. Its
form tells what it is: a verb of saying, that or a noun phrase, and a verb with a tense.
"""

from __future__ import annotations

from collections.abc import Iterator

from attrs import evolve

from quoteattr.detect.candidate import Candidate, OpenSpan, Rule, rule
from quoteattr.detect.clause_spans import asks_twice
from quoteattr.detect.clauses import like_of
from quoteattr.detect.features import ArticleFeatures
from quoteattr.detect.spans import MEDIA
from quoteattr.lexicon.lists import label_set, listed
from quoteattr.lexicon.nouns import noun, singular
from quoteattr.syntax import Parse, Range
from quoteattr.syntax.grammar import Verb, nominal_of
from quoteattr.syntax.labels import FINITE_TAGS

__all__ = ["RULES", "find"]

THAT = rule(
    "clause-that",
    "a verb of saying, whoever is told, and a clause with that, which the parser may hang on him",
    "{Neighbours} complained to the council [that people were sleeping in the hall of the mill].",
    "{She} reassured residents [that the bridge was safe].",
    "{The singer} told a paper outside a shop [that she was “praying for everybody.”]",
    "{The agent} has been telling anyone who will listen [that the rent will go up].",
)
BARE = rule(
    "clause-bare",
    "a verb that mostly says clauses, and right behind it a noun phrase with a verb of its own",
    "{They} also admitted [their wages as drivers were low].",
    "{She} acknowledged [her fees as a lawyer were dependent on the outcome].",
)
LACKING = rule(
    "clause-lacking",
    "a relative pronoun, who says so, and a verb that has no other subject: what he says of it",
    "They sold a mill [which] {the engineers} have argued [was unsafe].",
    "Divers heard a noise {they} believed [could be the missing boat].",
)
DOUBLED = rule(
    "clause-doubled",
    "a verb of saying, a word of asking, another between commas, and a clause: what somebody says or does not say",
    "{The mayor} would not say [when, or if, the bridge would open].",
    "{She} did not say [when, or if, the mill would open again].",
)
RULES = (THAT, BARE, LACKING, DOUBLED)

_SUBJECTS = label_set("tags", "noun_phrases") | label_set("tags", "subject_openings")
_RELATIVES = label_set("tags", "relative_pronouns")
_BREAKS = label_set("tags", "clause_breaks")
_COMPLEMENTIZERS = label_set("tags", "complementizers")
_TELLING = listed("telling", "always") | listed("telling", "sometimes")
_LIKE = dict(pair.split() for pair in listed("telling", "like"))
_TOLD = listed("surface", "told")
_FOCUS = listed("surface", "focus")
_SUPPOSING = listed("surface", "supposing")
_FRONTED = listed("surface", "fronted")
_AUXILIARIES = label_set("dependencies", "auxiliaries")
_WHOLE = ("acomp", "attr", "auxpass", "ccomp", "xcomp")
_LIKELY = 0.5
"""Share of a verb's clauses that are contents, at least."""
_MOSTLY = 1.5
"""How many times as often as with an object a verb was counted with a clause, at least."""
_SUBJECT, _ADDRESSEE, _HELPERS = 14, 10, 6
"""Tokens of the subject of a clause, of whoever is told, and from an auxiliary to its verb, at most."""


def find(article: ArticleFeatures) -> Iterator[Candidate]:
    """One candidate for each active verb of saying with such a clause and none that the parser has seen."""
    for verb in article.verbs:
        if verb.passive or verb.after("ccomp") or not _says(article, verb):
            continue
        found = _doubled(article, verb) or _lacking(article, verb) or _that(article, verb) or _bare(article, verb)
        if found is not None:
            yield found


def _says(article: ArticleFeatures, verb: Verb) -> bool:
    """Whether a verb is known to report, and what it reports are clauses."""
    lexicon, lemma = article.lexicon, _LIKE.get(verb.lemma, verb.lemma)
    return lexicon.reports(lemma) and lexicon.precision(lemma, "VERB", "clause") >= _LIKELY


def _mostly(article: ArticleFeatures, verb: Verb) -> bool:
    """Whether a verb has clauses more often than objects, and is no verb of telling, whose object is who is told."""
    clauses, objects = (article.lexicon.seen(verb.lemma, "VERB", frame) for frame in ("clause", "object"))
    return verb.lemma not in _TELLING and clauses > _MOSTLY * objects


def _candidate(
    rule: Rule, verb: Verb, parse: Parse, start: int, head: int, before: tuple[Range, ...] = (), source: int = -1
) -> Candidate:
    span = OpenSpan("clause", head, start, parse.right[head])
    found = Candidate.of_verb(rule, verb, "clause", before, source=source, open_span=span)
    return evolve(found, lemma=like_of(parse, verb, start))


def _that(article: ArticleFeatures, verb: Verb) -> Candidate | None:
    """The candidate of a clause with that behind a verb, and behind adverbs and whoever it is said to."""
    parse, token = article.parse, verb.token + 1
    stop = article.sentence(verb.token)[1]
    while token < stop and parse.tags[token] == "RB" and parse.lower[token] not in _FOCUS:
        token += 1
    tells = verb.lemma in _TELLING
    told = verb.after("dobj", "dative") if tells else verb.after("prep")
    if told and parse.left[told[0]] == token and (tells or parse.lower[token] in _TOLD):
        near = range(token, min(stop, token + _ADDRESSEE, parse.right[told[0]] + 1))
        found = next((one for one in near if parse.lower[one] == "that" or parse.words[one] == ","), stop)
        token = _behind_place(article, verb, stop) if tells and found >= stop else found
    if token >= stop or parse.lower[token] != "that" or parse.tags[token] not in _COMPLEMENTIZERS:
        return None
    head = _tensed(article, token + 1, stop, complementizer=True)
    if head < 0 or parse.deps[token] in ("nsubj", "nsubjpass") or noun(parse.lower[token - 1]).says > 0:
        return None
    return _candidate(THAT, verb, parse, token, head)


def _behind_place(article: ArticleFeatures, verb: Verb, stop: int) -> int:
    """The word that opens a clause behind where somebody is told it: "told us on the radio | that she was ill".

    Behind a noun for no medium the clause must be whole, or it tells more of the place: "in the house that he built".
    """
    parse = article.parse
    for preposition in verb.after("prep"):
        noun = nominal_of(parse, preposition)
        if noun >= 0 and parse.lower[noun + 1 : noun + 2] == ["that"] and parse.tags[noun + 1] in _COMPLEMENTIZERS:
            clause = parse.heads[noun + 1]
            whole = clause > noun and (parse.quoted[clause] or parse.child(clause, *_WHOLE) >= 0)
            return noun + 1 if whole or singular(parse.lower[noun]) in MEDIA else stop
    return stop


def _doubled(article: ArticleFeatures, verb: Verb) -> Candidate | None:
    """The candidate of a clause behind two words of asking: "would not say | when, or if, it would open"."""
    start = verb.token + 1
    if not asks_twice(article.parse, start):
        return None
    head = _tensed(article, start + 5, article.sentence(verb.token)[1])
    return None if head < 0 else _candidate(DOUBLED, verb, article.parse, start, head)


def _bare(article: ArticleFeatures, verb: Verb) -> Candidate | None:
    """The candidate of a clause without that right behind a verb."""
    parse, start = article.parse, verb.token + 1
    stop = article.sentence(verb.token)[1]
    if 0 <= verb.subject < verb.token:
        own = parse.tags[verb.subject] not in _RELATIVES or parse.words[verb.subject - 1] == ","
    else:
        own = parse.tags[verb.token] == "VBG" and parse.deps[verb.token] != "acl"
    if not own or start >= stop or not _mostly(article, verb):
        return None
    if parse.tags[start] not in _SUBJECTS or parse.lower[start] == "that":
        return None
    head = _tensed(article, start, stop)
    return None if head < 0 else _candidate(BARE, verb, parse, start, head)


def _lacking(article: ArticleFeatures, verb: Verb) -> Candidate | None:
    """The candidate of a verb with a tense right behind a relative pronoun, a subject and the verb of saying."""
    parse, start = article.parse, verb.token + 1
    subject = max(verb.all("nsubj"), default=-1)
    before = parse.left[subject] - 1 if 0 <= subject < verb.token else -1
    if before < 0 or start >= len(parse) or parse.tags[start] not in FINITE_TAGS or not _mostly(article, verb):
        return None
    head = _main_verb(parse, start)
    if parse.tags[before] == "WDT" or parse.lower[before] == "who":
        return _candidate(LACKING, verb, parse, start, head, ((before, before + 1),), subject)
    supposes = verb.lemma in _SUPPOSING and parse.tags[start] == "MD" and parse.deps[verb.token] == "relcl"
    return _candidate(LACKING, verb, parse, start, head, (), subject) if supposes else None


def _tensed(article: ArticleFeatures, start: int, stop: int, *, complementizer: bool = False) -> int:
    """The verb with a tense behind the subject of a clause that begins at ``start``, or -1.

    Args:
        article: The article.
        start: The first token of the subject, or of a clause with if or when before it.
        stop: The end of the sentence.
        complementizer: Whether that stands before it, so that its verb may seem that of a relative clause.
    """
    parse = article.parse
    fronted = start < stop and parse.lower[start] in _FRONTED
    for token in range(start, min(stop, start + _SUBJECT * (2 if fronted else 1))):
        if parse.region_of[token] >= 0:
            return -1
        if fronted:
            fronted = parse.words[token] != ","
        elif parse.tags[token] in FINITE_TAGS and token > start:
            if article.says(token) and parse.words[token + 1 : token + 2] in ([","], [":"]):
                return -1
            verb = _main_verb(parse, token)
            if complementizer or parse.deps[verb] != "relcl":
                return verb
        elif _breaks(parse, token, token > start):
            return -1
    return -1


def _main_verb(parse: Parse, token: int) -> int:
    """The verb that an auxiliary right before it belongs to; ``token`` itself where it is none."""
    above = parse.heads[token]
    return above if parse.deps[token] in _AUXILIARIES and token < above < token + _HELPERS else token


def _breaks(parse: Parse, token: int, inside: bool) -> bool:
    """Whether a token does not stand within the subject of a clause."""
    if parse.tags[token] in _BREAKS or parse.words[token] in (",", ";"):
        return True
    marks = parse.deps[token] == "mark" and parse.lower[token] != "as"  # "their pay as guides was low"
    return inside and (marks or parse.lower[token] == "that" or parse.lower[token] in _FRONTED)
