"""Noun phrases as contents: "criticised the plan", "called him a liar", "cited rising costs"."""

from __future__ import annotations

from collections.abc import Iterator

from quoteattr.detect.candidate import Candidate, Tail, rule
from quoteattr.detect.listed import listed
from quoteattr.detect.reading import Reading, Verb
from quoteattr.detect.spans import clean
from quoteattr.detect.tags import FINITE
from quoteattr.syntax import Range

__all__ = ["RULES", "find"]

OBJECT = rule(
    "object",
    "a verb of saying, judging or wanting with a noun phrase as its object",
    "{The senator} criticized [the new tax on fuel].",
    "{Prosecutors} accused [the bank of fraud].",
    "{She} described [the meeting as a waste of time].",
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
RULES = (OBJECT, NAMING, RELATIVE, QUOTED)

_NAMING = listed("naming", "verbs")
_FAR = 30
"""Tokens between a verb of naming and the marks at most."""


def find(reading: Reading) -> Iterator[Candidate]:
    """One candidate for each active verb with an object and no clause."""
    parse = reading.parse
    for verb in reading.verbs:
        if verb.lemma in _NAMING and not verb.passive:
            content = _named_in_marks(reading, verb)
            if content:
                yield Candidate(QUOTED.id, verb.token, verb.lemma, "VERB", "naming", content)
        if verb.passive or verb.after("ccomp"):
            continue
        naming = verb.after("oprd")
        objects = verb.all("dobj")
        if naming:
            named = _relative(reading, objects[0]) if objects and objects[0] < verb.token else ()
            tail = Tail("naming", naming[0], verb.token + 1, parse.right[naming[0]])
            yield Candidate(NAMING.id, verb.token, verb.lemma, "VERB", "naming", named, tail=tail)
            continue
        if not objects:
            continue
        head = objects[0]
        if head < verb.token:
            content = _relative(reading, head)
            described = next((child for child in verb.after("prep") if parse.lower[child] == "as"), -1)
            if content and described >= 0:
                tail = Tail("object", described, described, parse.right[described])
                yield Candidate(OBJECT.id, verb.token, verb.lemma, "VERB", "object+as", content, tail=tail)
            elif content:
                yield Candidate(RELATIVE.id, verb.token, verb.lemma, "VERB", "object+which", content)
            continue
        frame = "object"
        following = parse.right[head]
        if (
            following < len(parse)
            and parse.deps[following] == "prep"
            and parse.lower[following] in ("as", "of", "for", "to", "about", "with", "on")
        ):
            frame = "object+" + parse.lower[following] if parse.heads[following] == verb.token else "object"
        tail = Tail("object", head, max(parse.left[head], verb.token + 1), parse.right[head])
        yield Candidate(OBJECT.id, verb.token, verb.lemma, "VERB", frame, tail=tail)


def _named_in_marks(reading: Reading, verb: Verb) -> tuple[Range, ...]:
    """What stands behind a verb, to the end of the first marks; nothing where another clause lies between."""
    parse, start = reading.parse, verb.token + 1
    if parse.lower[start : start + 1] in (["for"], ["on"], ["upon"]):
        return ()
    end = parse.paragraphs[parse.paragraph_of[verb.token]][1]
    for token in range(start, min(end, start + _FAR)):
        region = parse.region_of[token]
        if region >= 0 and not parse.regions[region].weak:
            return clean(reading, [(start, parse.region_tokens[region][1])]) if token > start else ()
        if parse.words[token][0] in ".;:" or parse.tags[token] in FINITE:
            break
    return ()


def _relative(reading: Reading, head: int) -> tuple[Range, ...]:
    """The phrase of an object before its verb, if it is a relative or interrogative pronoun; or nothing."""
    parse = reading.parse
    return clean(reading, [parse.subtree(head)]) if parse.tags[head] in ("WP", "WDT") else ()
