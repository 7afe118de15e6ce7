"""Groups that are named after what they are for or against: "Students for Clean Rivers"."""

from __future__ import annotations

from quoteattr.coreference.mentions.values import Completion, Context, NameSpan, rule
from quoteattr.coreference.rules import Example, Rule
from quoteattr.lexicon.lists import word_list
from quoteattr.lexicon.meanings import known_nouns
from quoteattr.syntax import labels

__all__ = ["RULES"]

_JOINS = word_list("mentions", "cause_joins")


def _with_cause(context: Context, span: NameSpan) -> NameSpan:
    """A name with the noun that is for it, where a capital that opens no sentence says that both are one name."""
    parse, noun = context.parse, span.start - 2
    if noun < 0 or parse.lower[noun + 1] not in _JOINS or not parse.words[noun][0].isupper():
        return span
    if (
        not _is_common(context, noun)
        or noun in context.titles.starting
        or parse.region_of[noun] != parse.region_of[span.start]
    ):
        return span
    if not any(_is_capital_inside(context, token) for token in _alike(context, noun)):
        return span
    return NameSpan(noun, span.end, labels.ORGANISATION_ENTITY)


def _is_common(context: Context, token: int) -> bool:
    """Whether a word is a common noun, for people or for anything else."""
    word, tag = context.parse.lower[token], context.parse.tags[token]
    known = word in known_nouns() or bool(context.gazetteer.noun(word, tag).kind)
    return known and tag[:1] == "N" and not context.is_given(token) and word not in context.gazetteer.places


def _alike(context: Context, noun: int) -> list[int]:
    """Where the article has the same three words: the noun, what joins, and what it is for."""
    lower = context.parse.lower
    form = lower[noun : noun + 3]
    return [token for token in context.parse.capitals if lower[token : token + 3] == form]


def _is_capital_inside(context: Context, token: int) -> bool:
    """Whether a capital stands behind a small word of its sentence."""
    return token > 0 and context.parse.words[token - 1].islower() and context.parse.is_word(token - 1)


RULES: tuple[Rule, ...] = (
    rule(
        Completion,
        "span-cause",
        "a noun with a capital, for or against, and a name are the name of a group",
        _with_cause,
        Example("They joined Doctors for Peace in May.", "Doctors for Peace", "Doctors for Peace"),
        Example(
            "The lobby group Democracy for Ohio met. Democracy for Ohio said it was late.",
            "Democracy for Ohio",
            "Democracy for Ohio",
        ),
    ),
)
