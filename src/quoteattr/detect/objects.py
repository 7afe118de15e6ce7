"""Noun phrases as contents: "criticised the plan", "called him a liar", "cited rising costs"."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import evolve

from quoteattr.detect.candidate import Candidate, OpenSpan, rule
from quoteattr.detect.features import ArticleFeatures
from quoteattr.detect.spans import MEDIA, clean
from quoteattr.lexicon.lists import label_set, listed
from quoteattr.lexicon.nouns import singular
from quoteattr.syntax import Parse, Range
from quoteattr.syntax.grammar import Verb, complement_of, is_dated
from quoteattr.syntax.labels import FINITE_TAGS, PROPER_TAGS

__all__ = ["RULES", "find"]

OBJECT = rule(
    "object",
    "a verb of saying, judging or wanting with a noun phrase as its object",
    "{The senator} criticized [the new tax on fuel].",
    "{Prosecutors} accused [the bank of fraud].",
    "{Halden Homes} denied [any wrongdoing].",
    "{Ben Lee} denied [this] at a meeting held in Halden.",
    "{The farmers} asked the council for [a new bridge].",
    "{The families} have requested [a second inquiry].",
    "{She} described [the meeting as a waste of time].",
    "{Farmers} voiced fears [the disease could spread to the valley].",
    "{The mayor} blamed [the crash on a faulty valve].",
    "{He} blamed [low rents, a strong franc and “one bank in particular” for the loss].",
    "{Members} expressed a willingness [to meet the mayor].",
    "The council built a bridge, [which] {the mayor} described [as “a waste of time.”]",
)
NAMING = rule(
    "naming",
    "a verb of calling or considering: what is called and what it is called are the content",
    "{Critics} called [the plan a disaster].",
    "{The report} called [the accident avoidable].",
    "The minister, [whom] {the mayor} called [“a fool,”] left.",
)
RELATIVE = rule(
    "object-relative",
    "a relative or interrogative pronoun that is the object of a verb of saying",
    "She wrote about the law, [which] {most farmers} support.",
    "He explained the plan, [which] {the union} opposed.",
)
QUOTED = rule(
    "naming-quoted",
    "a verb of naming, and behind it what somebody calls something in marks, however long its name is",
    "{Mr Lewis} branded [the existence of the Potato Council, set up in 1997, “surprising”].",
    "{Critics} dubbed [the new bridge over the river in May “a monument to vanity”].",
)
COUNTED = rule(
    "object-at",
    "put, something, at, and a number: how much somebody says it is",
    "{The ministry} put [the number at 38].",
    "{A union official} put [the cost at more than $4 million].",
    "{Police} put [the crowd at 2,000].",
)
RULES = (OBJECT, NAMING, RELATIVE, QUOTED, COUNTED)

_NAMING = listed("naming", "verbs")
_DESCRIBING = listed("links", "object")
_CHRISTENING = listed("naming", "christening")
_ASKING = listed("acts", "asking")
_COUNTING, _NUMBERS = listed("acts", "counting"), ("CD", "$")
_PLACES = label_set("dependencies", "places")
_COUNTED_AS = "estimate"
"""The verb whose counts stand for telling how much something is."""
_BLAMING, _BLAMED_FOR = listed("acts", "blaming"), ("for", "on")
_FAR = 30
"""Tokens between a verb of naming and the marks at most."""


def find(article: ArticleFeatures) -> Iterator[Candidate]:
    """One candidate for each active verb with an object and no clause, and for what somebody calls it in marks."""
    for verb in article.verbs:
        if verb.passive:
            continue
        if verb.lemma in _NAMING and (content := _named_in_marks(article, verb)):
            yield Candidate.of_verb(QUOTED, verb, "naming", content)
        found = None if verb.after("ccomp") else _naming(article, verb) or _object(article, verb)
        if found is not None:
            yield found


def _naming(article: ArticleFeatures, verb: Verb) -> Candidate | None:
    """What a verb calls something, with what it calls so."""
    naming, objects = verb.after("oprd"), verb.all("dobj")
    if not naming:
        return None
    named = _relative(article, objects[0]) if objects and objects[0] < verb.token else ()
    if not named and not _names_something(article.parse, verb, naming[0]):
        return None
    span = OpenSpan("naming", naming[0], verb.token + 1, article.parse.right[naming[0]])
    return Candidate.of_verb(NAMING, verb, "naming", named, open_span=span)


def _names_something(parse: Parse, verb: Verb, naming: int) -> bool:
    """Whether a verb says what something is: no "considered | the menu", no "named | her dog Rex"."""
    if verb.lemma in _CHRISTENING and not parse.quoted[naming]:
        return False
    itself = parse.lower[verb.token + 1].endswith(("self", "selves")) and not parse.quoted[naming]
    if itself and (parse.tags[naming] in PROPER_TAGS or (verb.subject >= 0 and parse.tags[verb.subject] == "WP")):
        return False  # "who calls himself Tom Ode", "those who call themselves liberal"
    return parse.quoted[naming] or parse.left[naming] > verb.token + 1 or parse.child(naming, "nsubj") >= 0


def _object(article: ArticleFeatures, verb: Verb) -> Candidate | None:
    """The object of a verb."""
    parse, objects = article.parse, verb.all("dobj")
    if not objects:
        return None
    head = objects[0]
    if head < verb.token:
        return _object_before(article, verb, head)
    if verb.lemma in _COUNTING and (counted := _counted(parse, verb, head)) is not None:
        return counted
    if verb.lemma in _BLAMING and (blamed := _blamed(article, verb, head)) is not None:
        return blamed
    following = parse.right[head]
    linked = (
        following < len(parse)
        and parse.deps[following] == "prep"
        and parse.heads[following] == verb.token
        and parse.lower[following] in _DESCRIBING
    )
    frame = "object+" + parse.lower[following] if linked else "object"
    asked = complement_of(parse, _asked_for(article, verb, head))
    if asked >= 0 and not article.lexicon.wide:
        span = OpenSpan("object", asked, parse.left[asked], parse.right[asked])
        return Candidate.of_verb(OBJECT, verb, "object+for", open_span=span)
    if parse.tags[head] == "DT" and following == head + 1 and not linked:  # "disclosed this | at a meeting"
        return Candidate.of_verb(OBJECT, verb, frame, ((head, following),))
    span = OpenSpan("object", head, max(parse.left[head], verb.token + 1), following)
    return Candidate.of_verb(OBJECT, verb, frame, open_span=span)


def _counted(parse: Parse, verb: Verb, head: int) -> Candidate | None:
    """How much somebody says something is: "put the number at 38"; none where no number follows."""
    links = (*verb.after("prep"), *parse.children[head])
    link = next((one for one in links if one > head and parse.lower[one] == "at" and parse.deps[one] == "prep"), -1)
    if verb.after("prt") or (link > 0 and parse.deps[link - 1] in _PLACES):
        return None
    what = complement_of(parse, link)
    if what < 0 or not any(parse.tags[one] in _NUMBERS for one in range(link, parse.right[link])):
        return None
    span = OpenSpan("object", what, max(parse.left[head], verb.token + 1), parse.right[link])
    found = Candidate.of_verb(COUNTED, verb, "object+at", open_span=span)
    return evolve(found, lemma=_COUNTED_AS)


def _blamed(article: ArticleFeatures, verb: Verb, head: int) -> Candidate | None:
    """Who or what is blamed, and for or on what: "blamed the bank for the crash"; none where no more is told."""
    parse = article.parse
    stop = min(article.sentence(verb.token)[1], head + _FAR)
    links = [one for one in range(head + 1, stop) if parse.lower[one] in _BLAMED_FOR and _tells_why(parse, one)]
    link = next((one for one in links if parse.heads[one] == verb.token), next(iter(links), -1))
    what = complement_of(parse, link)
    if what < 0 or any(parse.tags[one] in FINITE_TAGS and parse.deps[one] != "relcl" for one in range(head, link)):
        return None
    span = OpenSpan("object", what, max(parse.left[head], verb.token + 1), parse.right[link])
    return Candidate.of_verb(OBJECT, verb, "object+for", open_span=span)


def _tells_why(parse: Parse, link: int) -> bool:
    """Whether a preposition leads to what somebody is blamed for: no "on Monday", no "on television"."""
    what = complement_of(parse, link) if parse.deps[link] == "prep" else -1
    return what >= 0 and not is_dated(parse, what) and singular(parse.lower[what]) not in MEDIA


def _asked_for(article: ArticleFeatures, verb: Verb, head: int) -> int:
    """The preposition before what a verb asks its object for: "asked the council | for a new bridge"; or -1."""
    parse = article.parse
    if verb.lemma not in _ASKING:
        return -1
    behind = [*verb.after("prep"), *(child for child in parse.children[head] if parse.deps[child] == "prep")]
    return next((one for one in behind if one > head and parse.lower[one] == "for"), -1)


def _object_before(article: ArticleFeatures, verb: Verb, head: int) -> Candidate | None:
    """The object of a verb that stands before it, with what it is described as."""
    parse = article.parse
    content = _relative(article, head)
    if not content:
        return None
    described = next((child for child in verb.after("prep") if parse.lower[child] == "as"), -1)
    if described < 0:
        return Candidate.of_verb(RELATIVE, verb, "object+which", content)
    span = OpenSpan("object", described, described, parse.right[described])
    return Candidate.of_verb(OBJECT, verb, "object+as", content, open_span=span)


def _named_in_marks(article: ArticleFeatures, verb: Verb) -> tuple[Range, ...]:
    """What stands behind a verb, to the end of the first marks; nothing where another clause lies between."""
    parse, start = article.parse, verb.token + 1
    if parse.lower[start : start + 1] in (["for"], ["on"], ["upon"]):
        return ()
    for token in range(start, min(parse.line_of(verb.token)[1], start + _FAR)):
        if parse.quoted[token]:
            end = parse.region_tokens[parse.region_of[token]][1]
            return clean(article, [(start, end)]) if token > start else ()
        if parse.words[token][0] in ".;:" or parse.tags[token] in FINITE_TAGS:
            break
    return ()


def _relative(article: ArticleFeatures, head: int) -> tuple[Range, ...]:
    """The phrase of an object before its verb, if it is a relative or interrogative pronoun; or nothing."""
    parse = article.parse
    return clean(article, [parse.subtree(head)]) if parse.tags[head] in ("WP", "WDT") else ()
