"""Pronouns and descriptions: the mentions that are no names."""

from __future__ import annotations

from attrs import evolve

from quoteattr.coreference.entities import Mention, MentionType
from quoteattr.coreference.gazetteer import Gazetteer, Noun
from quoteattr.syntax import Parse, Range

__all__ = ["description_mention", "phrase_mentions", "phrase_start"]

_BEFORE = frozenset(
    (
        "det",
        "amod",
        "compound",
        "poss",
        "nummod",
        "nmod",
        "predet",
        "quantmod",
        "advmod",
        "punct",
        "case",
        "neg",
        "npadvmod",
    )
)
_LONGEST = 200
"""Tokens of a source that are looked at for its head."""
_DEFINITE = frozenset(("the", "this", "that", "these", "those", "both"))
_PERSONAL = frozenset(("former", "ex", "retired", "one-time", "onetime", "born", "late", "top", "fashion", "old"))
_EXECUTIVE = frozenset(("chief", "executive", "finance", "financial", "operating", "marketing", "technology"))
_NOMINAL = frozenset(("NN", "NNS", "NNP", "NNPS"))
_HEADS = _NOMINAL | {"JJ", "CD", "DT", "JJS", "JJR", "RB", "VBG", "VBN", "PDT", "FW"}


def phrase_mentions(parse: Parse, taken: list[bool], sources: list[Range], words: Gazetteer) -> list[Mention]:
    """Pronouns and descriptions of the article, in text order of their heads.

    Args:
        parse: The article.
        taken: For each token, whether a name covers it.
        sources: Where sources stand; their heads are mentions whatever their noun is.
        words: The lists.
    """
    wanted = bytearray(len(parse))
    for start, end in sources:
        head = source_head(parse, start, end)
        if head >= 0:
            wanted[head] = 1
    out = []
    for token, tag in enumerate(parse.tags):
        if taken[token] or not tag:
            continue
        if tag in ("PRP", "PRP$", "WP", "WP$") or (tag == "WDT" and parse.deps[token] in ("nsubj", "nsubjpass")):
            if parse.lower[token] in words.pronouns:
                out.append(Mention(token, token + 1, token, MentionType.PRONOUN))
        elif wanted[token] or (tag in _NOMINAL and _refers(parse, token, words)):
            if parse.deps[token] == "compound" and not wanted[token] and not _compound_body(parse, token, taken, words):
                continue
            if tag in _HEADS or wanted[token]:
                out.append(description_mention(parse, token, words))
    return out


def _compound_body(parse: Parse, token: int, taken: list[bool], words: Gazetteer) -> bool:
    """Whether a premodifier is a body of its own: "Smith campaign aides", "Tulsa police spokesman"."""
    noun = words.noun(parse.lower[token], parse.tags[token])
    if noun.kind != "organisation" or parse.heads[token] < token or noun.base == "press":  # a "press secretary"
        return False
    return "campaign" in noun.classes or (token > 0 and taken[token - 1] and parse.words[token - 1].isalnum())


def _refers(parse: Parse, token: int, words: Gazetteer) -> bool:
    return bool(words.noun(parse.lower[token], parse.tags[token]).kind)


def description_mention(parse: Parse, head: int, words: Gazetteer) -> Mention:
    """The description that ``head`` governs."""
    start = phrase_start(parse, head)
    first = parse.lower[start]
    definite = first in _DEFINITE or any(
        parse.deps[child] == "poss" or (parse.deps[child] == "det" and parse.lower[child] in _DEFINITE)
        for child in parse.children[head]
        if child < head
    )
    if parse.deps[head] == "compound" and start == head:
        definite = True  # "campaign aides" are those of the campaign spoken of
    noun = words.noun(parse.lower[head], parse.tags[head])
    if not noun.kind and parse.tags[head] in ("NNP", "NN") and parse.lower[head].endswith("s"):
        several = words.noun(parse.lower[head], "NNS")
        noun = several if several.kind == "people" else noun  # "Latinos", which the tagger takes for one
    if not noun.kind and head - 2 >= start and parse.words[head - 1] == "-":
        compound = words.noun("".join(parse.lower[head - 2 : head + 1]), parse.tags[head])
        noun = compound if compound.kind else noun  # "non-profit"
    if parse.lower[head - 1 : head] in (["vice"], ["deputy"]) and head - 1 >= start:
        noun = evolve(noun, base=f"{parse.lower[head - 1]} {noun.base}")  # no president
    if noun.base == "leader" and parse.lower[head - 1 : head] in (["minority"], ["majority"]):
        noun = evolve(noun, base=f"{parse.lower[head - 1]} leader")  # an office of its own
    if noun.base == "officer" and not _EXECUTIVE.isdisjoint(parse.lower[start:head]):
        noun = evolve(noun, base="executive")  # "the chief financial officer" is no policeman
    if noun.base == "general" and head > start and parse.tags[head - 1][:2] == "NN":
        noun = evolve(noun, base=f"{parse.lower[head - 1]} general")  # "the inspector general" is no general
    if parse.lower[head] == "old" and head > 3 and parse.lower[head - 2] == "year":
        noun = Noun("old", "person")  # "the 46-year-old"
    if noun.base == "figure" and not words.figures & set(parse.lower[start:head]):
        noun = Noun("figures", "document", noun.plural)  # "official figures", unlike "party figures"
    if noun.base in words.person_too and any(parse.lower[token] in _PERSONAL for token in range(start, head)):
        noun = evolve(noun, kind="person")  # "the former model"
    if noun.kind == "organisation" and noun.base in words.document and not definite:
        noun = evolve(noun, kind="document", classes=frozenset())  # "a paper", unlike "the paper"
    return Mention(start, head + 1, head, MentionType.DESCRIPTION, noun=noun, definite=definite)


def phrase_start(parse: Parse, head: int) -> int:
    """The first token of the noun phrase before ``head``."""
    start = head
    for child in reversed(parse.children[head]):
        if child < head and parse.deps[child] in _BEFORE and parse.right[child] <= head:
            start = min(start, parse.left[child])
    while start < head and (not parse.tags[start] or not parse.is_word(start)):
        start += 1
    return start


def source_head(parse: Parse, start: int, end: int) -> int:
    """The token that stands for the whole source: governs from outside, nominal rather than not; -1 for no word."""
    best = -1
    for token in range(start, min(end, start + _LONGEST)):
        if not parse.tags[token] or not (parse.is_word(token) or parse.lower[token] == "%"):
            continue
        head = parse.heads[token]
        if not start <= head < end or head == token:
            if parse.deps[token] in ("prep", "agent") and token == start:
                inner = parse.child(token, "pobj")
                if start <= inner < end:
                    return inner
            nominal = parse.tags[token] in _NOMINAL or parse.tags[token] == "PRP"
            if best < 0 or (nominal and parse.tags[best] not in _NOMINAL and parse.tags[best][:3] != "PRP"):
                best = token
    if best >= 0 and parse.deps[best] == "nsubj" and parse.tags[best] == "NN":
        best = _second_subject(parse, best, min(end, start + _LONGEST))
    if best >= 0 and parse.tags[best][:1] == "V":  # the tree takes the source for a clause: whoever stands first in it
        opening = next((token for token in range(start, best) if _opens(parse, token, start)), best)
        beside = opening == best > start and parse.deps[best - 1] == "compound" and parse.heads[best - 1] == best
        return best - 1 if beside else opening  # "the group backing Jane Smith", read as one noun
    return best


def _second_subject(parse: Parse, noun: int, end: int) -> int:
    """The name of "activist and party strategist Jane Smith", where the tree has two subjects."""
    conjunct = parse.child(noun, "conj")
    if not noun < conjunct < end:
        return noun
    for token in range(conjunct + 1, end):
        if parse.tags[token] == "NNP" and parse.heads[token] == parse.heads[noun]:
            return token if parse.deps[token] == "nsubj" and parse.left[token] == conjunct + 1 else noun
    return noun


def _opens(parse: Parse, token: int, start: int) -> bool:
    """Whether a token heads a noun phrase that begins at ``start``."""
    return parse.tags[token] in _NOMINAL and parse.deps[token] not in _BEFORE and parse.left[token] <= start
