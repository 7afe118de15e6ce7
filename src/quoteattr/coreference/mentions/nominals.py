"""Pronouns and descriptions: the mentions that are no names."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from attrs import evolve

from quoteattr.coreference.classes import CAMPAIGN_CLASS
from quoteattr.coreference.entities import Mention, MentionType, Traits
from quoteattr.coreference.gazetteer import Gazetteer, Noun
from quoteattr.lexicon.lists import word_list
from quoteattr.records import SpeakerKind
from quoteattr.syntax import Parse, Range
from quoteattr.syntax.labels import (
    ADJECTIVE_MODIFIER,
    AGENT,
    COMPOUND,
    CONJUNCT,
    DETERMINER,
    DETERMINER_TAG,
    NOMINAL_TAGS,
    NOUN,
    NUMBER_TAG,
    PART_TAGS,
    PASSIVE_SUBJECT,
    PHRASE_BEGINNINGS,
    PLURAL_NOUN,
    PLURAL_PROPER_NOUN,
    POSSESSOR,
    PREPOSITION,
    PREPOSITION_OBJECT,
    PRONOUN_TAG,
    PRONOUN_TAGS,
    PROPER_NOUN,
    RELATIVE_DETERMINER_TAG,
    SUBJECT,
)

__all__ = ["INHABITANT", "phrase_mentions", "phrase_start", "source_head", "traits_of"]

INHABITANT = "native"
"""The noun under which "the Australian" is kept."""
_ENDS = tuple(word_list("coreference", "ends_of_inhabitants"))
_DEFINITE = word_list("coreference", "definite")
_PERSONAL = word_list("coreference", "personal_modifiers")
_EXECUTIVE = word_list("coreference", "executive_modifiers")
_SECOND = word_list("coreference", "second_in_office")
_HALVES = word_list("coreference", "halves_of_a_house")
_INDEFINITE = word_list("coreference", "indefinite")
_NOBODY = word_list("coreference", "nobody")
_PARTITIVES = word_list("coreference", "partitives")
_POWERS = word_list("coreference", "powers_of_state")
_MENTION_TAGS = NOMINAL_TAGS | PRONOUN_TAGS | {RELATIVE_DETERMINER_TAG}
"""Tags of what can head a mention that is no source."""
_OWNERS = word_list("mentions", "owners")
_LONGEST = 200
"""Tokens of a source that are looked at for its head."""
_COUNTERPART = ["opposite", "number"]
_AGE = 3
"""Tokens from the first to the last of "46-year-old"."""
_OF_NOUN = {
    "person": SpeakerKind.PERSON,
    "people": SpeakerKind.PEOPLE,
    "organisation": SpeakerKind.ORGANISATION,
    "document": SpeakerKind.DOCUMENT,
    "": SpeakerKind.UNKNOWN,
}


def phrase_mentions(
    parse: Parse, taken: Sequence[bool], sources: Iterable[Range], gazetteer: Gazetteer
) -> list[Mention]:
    """Pronouns and descriptions of the article, in text order of their heads.

    Args:
        parse: The article.
        taken: For each token, whether a name covers it.
        sources: Where sources stand; their heads are mentions whatever their noun is.
        gazetteer: The word lists.
    """
    tags = parse.tags
    heads = {token for start, end in sources if (token := source_head(parse, start, end)) >= 0}
    powers = {token for token, word in enumerate(parse.lower) if word in _POWERS}  # "military" is no noun
    asked = {token for token, tag in enumerate(tags) if tag in _MENTION_TAGS} | heads | powers
    found = []
    for token in sorted(asked):
        if taken[token] or not tags[token]:
            continue
        if tags[token] not in NOMINAL_TAGS and _is_pronoun(parse, token):
            if parse.lower[token] in gazetteer.pronouns:
                found.append(Mention(token, token + 1, token, MentionType.PRONOUN))
        elif token in heads or (
            (tags[token] in NOMINAL_TAGS or token in powers) and _is_description(parse, token, taken, gazetteer)
        ):
            found.append(description_mention(parse, token, gazetteer))
    return found


def _is_pronoun(parse: Parse, token: int) -> bool:
    """Whether a token is a personal, possessive or relative pronoun."""
    tag = parse.tags[token]
    return tag in PRONOUN_TAGS or (tag == RELATIVE_DETERMINER_TAG and parse.deps[token] in (SUBJECT, PASSIVE_SUBJECT))


def _is_description(parse: Parse, token: int, taken: Sequence[bool], gazetteer: Gazetteer) -> bool:
    """Whether a noun refers to somebody or something: a listed one, a premodifier only where it is an organisation."""
    noun = gazetteer.noun(parse.lower[token], parse.tags[token])
    if not noun.kind or _is_anybody(parse, token, noun, gazetteer):
        return False
    if parse.deps[token] == ADJECTIVE_MODIFIER or parse.tags[token] not in NOMINAL_TAGS:
        return _is_power_of_place(parse, token, noun, gazetteer)  # "US military officials"
    if parse.deps[token] != COMPOUND:
        return True
    if not noun.is_organisation or parse.heads[token] < token or noun.base == "press":  # a "press secretary"
        return False
    if _is_power_of_place(parse, token, noun, gazetteer):
        return True
    return CAMPAIGN_CLASS in noun.classes or (token > 0 and taken[token - 1] and parse.words[token - 1].isalnum())


def _is_power_of_place(parse: Parse, token: int, noun: Noun, gazetteer: Gazetteer) -> bool:
    """Whether a noun before another is what a state has, with the state's name before it: "an Iranian army post"."""
    beside = token > 0 and parse.lower[token - 1] in gazetteer.places
    return beside and noun.base in _POWERS and parse.heads[token] > token


def _is_anybody(parse: Parse, token: int, noun: Noun, gazetteer: Gazetteer) -> bool:
    """Whether a noun is nobody in particular: people's, or a part of a body ("their heads", unlike "its head")."""
    if parse.deps[token] == POSSESSOR and parse.left[token] == token:
        return parse.lower[token] == "people"
    owner = parse.child(token, POSSESSOR) if noun.base == "head" else -1
    if owner < 0 or parse.child(token, PREPOSITION, COMPOUND) >= 0:
        return False
    whose = gazetteer.noun(parse.lower[owner], parse.tags[owner])
    return whose.is_people or whose.is_person or parse.lower[owner] in _OWNERS


def description_mention(parse: Parse, head: int, gazetteer: Gazetteer) -> Mention:
    """The description that ``head`` governs."""
    start = phrase_start(parse, head)
    if start == head and _is_power_of_place(parse, head, gazetteer.noun(parse.lower[head]), gazetteer):
        start -= 1
    if _is_age(parse, head) and parse.tags[start] == NUMBER_TAG:
        start -= start > 0 and parse.tags[start - 1] == DETERMINER_TAG  # wherever the tree hangs the article
    definite = _is_definite(parse, start, head)
    noun = gazetteer.noun(parse.lower[head], parse.tags[head])
    for reading in READINGS:
        noun = reading(parse, start, head, noun, gazetteer)
    if noun.is_organisation and noun.base in gazetteer.document and not definite:
        noun = evolve(noun, kind="document", classes=frozenset())  # "a paper", unlike "the paper"
    return Mention(start, head + 1, head, MentionType.DESCRIPTION, noun=noun, definite=definite)


def _is_age(parse: Parse, head: int) -> bool:
    """Whether a token ends an age that stands for somebody: "the 46-year-old"."""
    return parse.lower[head] == "old" and head > _AGE and parse.lower[head - 2] == "year"


def _is_definite(parse: Parse, start: int, head: int) -> bool:
    """Whether a description is introduced by "the", "this" or a possessive, or is "campaign" in "campaign aides"."""
    if parse.lower[start] in _DEFINITE or (parse.deps[head] == COMPOUND and start == head):
        return True
    return any(
        parse.deps[child] == POSSESSOR or (parse.deps[child] == DETERMINER and parse.lower[child] in _DEFINITE)
        for child in parse.children[head]
        if child < head
    )


# ---- what the words around a noun make of it ---------------------------------------------------------------------

Reading = Callable[[Parse, int, int, Noun, Gazetteer], Noun]
"""Gives what a noun stands for, by the phrase from its first token to its head."""


def _untagged_plural(parse: Parse, start: int, head: int, noun: Noun, gazetteer: Gazetteer) -> Noun:
    """Give "Latinos", which the tagger takes for one, as several."""
    if not noun.kind and parse.tags[head] in (PROPER_NOUN, NOUN) and parse.lower[head].endswith("s"):
        several = gazetteer.noun(parse.lower[head], PLURAL_NOUN)
        return several if several.is_people else noun
    return noun


def _hyphenated(parse: Parse, start: int, head: int, noun: Noun, gazetteer: Gazetteer) -> Noun:
    """Give "non-profit", which is three tokens, as one noun."""
    if not noun.kind and head - 2 >= start and parse.words[head - 1] == "-":
        compound = gazetteer.noun("".join(parse.lower[head - 2 : head + 1]), parse.tags[head])
        return compound if compound.kind else noun
    return noun


def _office_of_its_own(parse: Parse, start: int, head: int, noun: Noun, gazetteer: Gazetteer) -> Noun:
    """Give "vice president" and "minority leader" as separate offices: neither is a president or a leader."""
    before = parse.lower[head - 1] if head else ""
    second = head - 1 >= start and before in _SECOND
    if second or (noun.base == "leader" and before in _HALVES):
        return evolve(noun, base=f"{before} {noun.base}")
    return noun


def _officer(parse: Parse, start: int, head: int, noun: Noun, gazetteer: Gazetteer) -> Noun:
    """Give "the chief financial officer" as no policeman, and "the inspector general" as no general."""
    if noun.base == "officer" and not _EXECUTIVE.isdisjoint(parse.lower[start:head]):
        return evolve(noun, base="executive")
    if noun.base == "general" and head > start and parse.tags[head - 1][:2] == NOUN:
        return evolve(noun, base=f"{parse.lower[head - 1]} general")
    return noun


def _age(parse: Parse, start: int, head: int, noun: Noun, gazetteer: Gazetteer) -> Noun:
    """Give "the 46-year-old" as a person."""
    return Noun("old", "person") if _is_age(parse, head) else noun


def _inhabitant(parse: Parse, start: int, head: int, noun: Noun, gazetteer: Gazetteer) -> Noun:
    """Give "the Australian", who says something, as a person."""
    word = parse.lower[head]
    place = gazetteer.places.get(word, "") if parse.lower[start] == "the" and head == start + 1 else ""
    acts = parse.deps[head] == SUBJECT and parse.words[head][0].isupper()
    return Noun(INHABITANT, "person") if place.lower() not in ("", word) and acts and word.endswith(_ENDS) else noun


def _counterpart(parse: Parse, start: int, head: int, noun: Noun, gazetteer: Gazetteer) -> Noun:
    """Give "her opposite number" as a person."""
    return Noun("counterpart", "person") if parse.lower[head - 1 : head + 1] == _COUNTERPART else noun


def _figures(parse: Parse, start: int, head: int, noun: Noun, gazetteer: Gazetteer) -> Noun:
    """Give "official figures", unlike "party figures", as a document."""
    if noun.base == "figure" and gazetteer.figures.isdisjoint(parse.lower[start:head]):
        return Noun("figures", "document", noun.plural)
    return noun


def _personal(parse: Parse, start: int, head: int, noun: Noun, gazetteer: Gazetteer) -> Noun:
    """Give "the former model" as a person."""
    if noun.base in gazetteer.person_too and not _PERSONAL.isdisjoint(parse.lower[start:head]):
        return evolve(noun, kind="person")
    return noun


READINGS: tuple[Reading, ...] = (
    _untagged_plural,
    _hyphenated,
    _office_of_its_own,
    _officer,
    _age,
    _inhabitant,
    _counterpart,
    _figures,
    _personal,
)
"""What the words around a noun make of it, in this order."""


def phrase_start(parse: Parse, head: int) -> int:
    """The first token of the noun phrase before ``head``."""
    start = head
    for child in reversed(parse.children[head]):
        if child < head and parse.deps[child] in PHRASE_BEGINNINGS and parse.right[child] <= head:
            start = min(start, parse.left[child])
    while start < head and (not parse.tags[start] or not parse.is_word(start)):
        start += 1
    return start


# ---- the head of a source ------------------------------------------------------------------------------------------


def source_head(parse: Parse, start: int, end: int) -> int:
    """The token that stands for the whole source: governs from outside, nominal rather than not; -1 for no word."""
    end = min(end, start + _LONGEST)
    best = _governing(parse, start, end)
    if best < 0:
        return best
    if parse.deps[best] == SUBJECT and parse.tags[best] == NOUN:
        best = _second_subject(parse, best, end)
    return _opening_of_clause(parse, start, best) if parse.tags[best][:1] == "V" else best


def _governing(parse: Parse, start: int, end: int) -> int:
    """The token of a range that hangs on something outside, the nominal one of several; -1 where there is none."""
    best = -1
    for token in range(start, end):
        if not parse.tags[token] or not (parse.is_word(token) or parse.lower[token] == "%"):
            continue
        if start <= parse.heads[token] < end and parse.heads[token] != token:
            continue
        if token == start and (inner := _inside_preposition(parse, token, end)) >= 0:
            return inner
        if best < 0 or (_is_nominal(parse, token) and not _is_nominal(parse, best) and not _is_personal(parse, best)):
            best = token
    return best


def _inside_preposition(parse: Parse, token: int, end: int) -> int:
    """The noun behind a preposition that opens a source, or -1."""
    if parse.deps[token] not in (PREPOSITION, AGENT):
        return -1
    inner = parse.child(token, PREPOSITION_OBJECT)
    return inner if token <= inner < end else -1


def _is_nominal(parse: Parse, token: int) -> bool:
    return parse.tags[token] in NOMINAL_TAGS or parse.tags[token] == PRONOUN_TAG


def _is_personal(parse: Parse, token: int) -> bool:
    return parse.tags[token].startswith(PRONOUN_TAG)


def _opening_of_clause(parse: Parse, start: int, verb: int) -> int:
    """Whoever stands first in a source that the tree takes for a clause: "the group backing Jane Smith"."""
    opening = next((token for token in range(start, verb) if _opens(parse, token, start)), verb)
    beside = opening == verb > start and parse.deps[verb - 1] == COMPOUND and parse.heads[verb - 1] == verb
    return verb - 1 if beside else opening


def _second_subject(parse: Parse, noun: int, end: int) -> int:
    """The name of "activist and party strategist Jane Smith", where the tree has two subjects."""
    conjunct = parse.child(noun, CONJUNCT)
    if not noun < conjunct < end:
        return noun
    for token in range(conjunct + 1, end):
        if parse.tags[token] == PROPER_NOUN and parse.heads[token] == parse.heads[noun]:
            return token if parse.deps[token] == SUBJECT and parse.left[token] == conjunct + 1 else noun
    return noun


def _opens(parse: Parse, token: int, start: int) -> bool:
    """Whether a token heads a noun phrase that begins at ``start``."""
    return (
        parse.tags[token] in NOMINAL_TAGS and parse.deps[token] not in PHRASE_BEGINNINGS and parse.left[token] <= start
    )


# ---- what a mention tells of its entity ----------------------------------------------------------------------------


def traits_of(parse: Parse, mention: Mention, gazetteer: Gazetteer) -> Traits:
    """What a description tells by itself of what it stands for."""
    noun = mention.noun or gazetteer.noun(parse.lower[mention.head], parse.tags[mention.head])
    kind, plural = _kind_of(parse, mention, noun, gazetteer)
    return Traits(
        kind,
        gender=noun.gender,
        plural=plural or kind is SpeakerKind.PEOPLE,
        called=noun.base,
        nouns=_called(parse, mention, noun),
        classes=noun.classes,
        introduced=parse.lower[mention.start] in _INDEFINITE,
    )


def _kind_of(parse: Parse, mention: Mention, noun: Noun, gazetteer: Gazetteer) -> tuple[SpeakerKind, bool]:
    """What sort a description stands for, and whether it is several."""
    anybody = parse.lower[mention.head] in gazetteer.anybody
    inner = _partitive(parse, mention, gazetteer)
    if inner is None:
        if anybody:
            return SpeakerKind.PERSON, noun.plural
        counted = not noun.kind and parse.tags[mention.head] in (NUMBER_TAG, PLURAL_PROPER_NOUN)
        return (SpeakerKind.PEOPLE if counted else _OF_NOUN[noun.kind]), noun.plural
    if anybody and (inner.is_people or inner.is_person):
        return SpeakerKind.PERSON, noun.plural
    if inner.is_people or not noun.kind or noun.is_people:
        return _OF_NOUN[inner.kind], not anybody
    return _OF_NOUN[noun.kind], noun.plural


def _called(parse: Parse, mention: Mention, noun: Noun) -> frozenset[str]:
    """The words by which a later description may find somebody; none for nobody ("no other senator")."""
    if parse.lower[mention.start] in _NOBODY:
        return frozenset()
    before = range(mention.start, mention.head)
    wanted = (ADJECTIVE_MODIFIER, COMPOUND)
    return frozenset({noun.base, *(parse.lower[token] for token in before if parse.deps[token] in wanted)})


def _partitive(parse: Parse, mention: Mention, gazetteer: Gazetteer) -> Noun | None:
    """What "one of the doctors" and "a group of doctors" are of."""
    head, word = mention.head, parse.lower[mention.head]
    if word not in gazetteer.measures and word not in gazetteer.anybody and parse.tags[head] not in PART_TAGS:
        return None
    for child in parse.children[head]:
        if parse.deps[child] == PREPOSITION and parse.lower[child] in _PARTITIVES:
            inner = parse.child(child, PREPOSITION_OBJECT)
            if inner >= 0:
                noun = gazetteer.noun(parse.lower[inner], parse.tags[inner])
                return noun if noun.kind else None
    return None
