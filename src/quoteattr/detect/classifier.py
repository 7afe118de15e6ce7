"""How likely a candidate is an attribution: trees over counts of training articles, or the counts alone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import islice
from math import cbrt

from quoteattr.detect import evidence
from quoteattr.detect.candidate import IDIOM, Candidate
from quoteattr.detect.features import ArticleFeatures
from quoteattr.detect.senses import is_non_attributive
from quoteattr.forest import Row
from quoteattr.lexicon import Lexicon
from quoteattr.lexicon.lists import label_set, listed

__all__ = ["HOPELESS", "classified", "plausible"]

HOPELESS = 0.1
"""Candidates whose cue is in so small a share of cases one in its frame are not looked at any further."""
_SURE = 0.999
_AT_ONCE = 512
_OWN_VOICE = 0.1
"""How likely it is that a reader would report what I, we and you say outside marks: 0 of 138 in the tune half."""
_IDIOMATIC = 0.9
"""How likely an idiom that names its source reports something; the trees have seen too few of them to tell."""

_SUPPOSING = listed("voice", "supposing")
_FUTURE = listed("voice", "future")
_ANYBODY = listed("voice", "anybody")
_NEGATED = listed("voice", "negations")
_IF = "if"

_DOINGS = listed("acts", "doings")
_THINGS = label_set("sorts", "things")
_ACT = 0.7
"""How likely it is that a reader would report what an act of speech has as its object, at least."""
_SPEAKERS = label_set("sorts", "telling") | label_set("entities", "agents") | listed("acts", "pronouns")

Shares = tuple[float, float]
"""How likely a candidate decides, and how likely a reader would report it."""


@cache
def _acts() -> Mapping[str, frozenset[str]]:
    """The verbs that say something by what they govern, by frames."""
    objects, doings = listed("acts", "objects"), listed("acts", "doings")
    out = {f"prep:{word}": listed("acts", word) for word in ("against", "for", "of")}
    out |= {"clause": listed("acts", "clauses"), "object+infinitive": listed("infinitives", "ordering")}
    out["for"] = out["prep:for"]
    out |= dict.fromkeys(("object", "object+at"), objects) | {"object+for": objects | listed("acts", "asking")}
    return out | dict.fromkeys(("infinitive", "gerund", "bare"), doings)


def plausible(article: ArticleFeatures, candidates: Iterable[Candidate]) -> list[Candidate]:
    """The candidates that their sense and the counts of their cue leave a chance."""
    lexicon = article.lexicon
    return [
        one
        for one in candidates
        if one.lemma not in lexicon.no_cues
        if one.certain
        or (one.frame == "quote" and one.lemma in lexicon.speech)
        or lexicon.added(one.lemma, one.frame)
        or (not lexicon.wide and one.lemma in _acts().get(one.frame, ()))
        or (lexicon.precision(one.lemma, one.pos, one.frame) >= HOPELESS and not is_non_attributive(article, one))
    ]


def classified(article: ArticleFeatures, candidates: Sequence[Candidate]) -> list[Candidate]:
    """The candidates with how likely each is an attribution.

    What the lexicon's user added to it, and what a rule is certain of, is not doubted.

    Args:
        article: The article.
        candidates: All plausible ones, with the ends of their contents.
    """
    lexicon = article.lexicon
    if lexicon.classifiers.attribution is None:
        shares = [1.0 if one.certain else lexicon.precision(one.lemma, one.pos, one.frame) for one in candidates]
        return [one.classified(share, share) for one, share in zip(candidates, shares, strict=True)]
    pairs = zip(candidates, _shares(lexicon, evidence.rows_of(article, candidates)), strict=True)
    return [one.classified(*_undoubted(lexicon, one, shares)) for one, shares in pairs]


def _shares(lexicon: Lexicon, rows: Iterator[Row]) -> Iterator[Shares]:
    """For each row how likely it decides, and how likely a reader would report it; a few hundred are held at a time."""
    attribution, report = lexicon.classifiers.attribution, lexicon.classifiers.report
    if attribution is None:
        return
    while some := list(islice(rows, _AT_ONCE)):
        attributed = attribution.probabilities(some)
        if report is None:
            yield from zip(attributed, attributed, strict=True)
            continue
        pairs = zip(some, attributed, strict=True)
        reported = report.probabilities({**row, "attributed": share, "news": 1.0} for row, share in pairs)
        if not lexicon.wide:
            reported = list(map(_told, some, reported))
        reported = [_doubted(row, share) for row, share in zip(some, reported, strict=True)]
        decide = map(_between, attributed, reported) if lexicon.wide else reported
        yield from zip(decide, reported, strict=True)


def _between(attributed: float, reported: float) -> float:
    """The geometric mean of both classifiers' odds, that of attributions counted twice, for the wider idea of one.

    The report classifier knows other newsrooms, the other one what no reader would report as said.
    """
    yes = cbrt(attributed**2 * reported)
    no = cbrt((1 - attributed) ** 2 * (1 - reported))
    return yes / (yes + no) if yes + no else 0.5


def _told(row: Row, share: float) -> float:
    """How likely a reader would report what somebody denies, demands or predicts, which few annotated articles have.

    "denied any wrongdoing", "called for a recount": the noun is all that is said.
    """
    acts = row.get("lemma") in _acts().get(str(row.get("frame")), ())
    below = row.get("label") == "xcomp" or "to" in str(row.get("helpers")).split()
    feels = row.get("lemma") in _DOINGS and row.get("head-sort") in _THINGS
    if not acts or below or feels or not _can_say(row):
        return share
    return max(share, _ACT)


def _can_say(row: Row) -> bool:
    """Whether whoever acts can say something; of who thinks something ("anybody who thinks so") nobody may say it."""
    return row.get("agent-sort") in _SPEAKERS or (row.get("agent-tag") == "WP" and row.get("frame") != "clause")


def _doubted(row: Row, share: float) -> float:
    """How likely a reader would report what nobody has said.

    The article's own voice ("I think that …"), and what is only supposed ("some will say that …", "if you say “…”").
    """
    quoted = row.get("quoted")
    narrates = row.get("own-voice") and (not quoted or row.get("clause-marker") == _IF)
    return min(share, _OWN_VOICE) if narrates or (not quoted and _is_supposed(row)) else share


def _is_supposed(row: Row) -> bool:
    """Whether a cue says that somebody may, can or should say so, or that nobody in particular will."""
    helpers = str(row.get("helpers", "")).split(" ")
    anybody = helpers[0] in _FUTURE and row.get("agent") in _ANYBODY
    return (helpers[0] in _SUPPOSING or anybody) and _NEGATED.isdisjoint(helpers)


def _undoubted(lexicon: Lexicon, one: Candidate, shares: Shares) -> Shares:
    """What is said of a candidate, where there is nothing to doubt: a verb that was added, a turn behind a name."""
    if lexicon.added(one.lemma, one.frame):
        return max(shares[0], _SURE), max(shares[1], _SURE)
    if one.certain and one.frame == IDIOM:
        return _IDIOMATIC, _IDIOMATIC
    return (shares[0], 1.0) if one.certain and one.pos == "PUNCT" else shares
