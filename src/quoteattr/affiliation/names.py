"""The organisations that stand beside a person's name: before it, behind it, in its relative clause."""

from __future__ import annotations

from collections.abc import Iterator

from quoteattr.affiliation.evidence import Basis, Evidence, Passage, Rank
from quoteattr.affiliation.homes import is_seat, unless_home
from quoteattr.affiliation.titles import before_bracket, noun_of_title, title_noun, title_start, titles_of
from quoteattr.coreference.context import Context
from quoteattr.coreference.entities import Entity
from quoteattr.coreference.organisations import (
    organisation_at,
    organisation_before,
    organisations_of_clause,
)
from quoteattr.coreference.rules import rule
from quoteattr.lexicon.lists import label_set, word_list
from quoteattr.syntax.labels import (
    ADJECTIVE_MODIFIER,
    COMPOUND,
    DETERMINER_TAG,
    NOUN,
    NOUN_MODIFIER,
    PARTICIPLE_CLAUSE,
    PLURAL_NOUN,
    POSSESSIVE_PRONOUN_TAG,
    POSSESSOR,
    PREPOSITION,
    PREPOSITION_OBJECT,
    PROPER_NOUN,
    RELATIVE_CLAUSE,
    SUBJECT,
)

__all__ = ["EVIDENCE", "RULES"]

_PREMODIFIERS = (COMPOUND, POSSESSOR, NOUN_MODIFIER, ADJECTIVE_MODIFIER)
_CLAUSES = (RELATIVE_CLAUSE, PARTICIPLE_CLAUSE)
_COMMON_NOUNS = (NOUN, PLURAL_NOUN)
_SINGULAR_NOUNS = (NOUN, PROPER_NOUN)
_POSSESSIVES = word_list("affiliation", "possessives")
_BESIDE_PREPOSITIONS = word_list("affiliation", "beside_prepositions")
_WRITING_FOR = word_list("affiliation", "writing_for")
_WORKS_FOR = word_list("affiliation", "works_for")
_WAS_WITH = word_list("affiliation", "was_with")
_COMPANIONS = word_list("affiliation", "companions")
_QUOTATION_MARKS = word_list("affiliation", "quotation_marks")
_INSIDE = label_set("tags", "before_organisations")
_IN_ROLE = label_set("tag_beginnings", "roles")
_PLAYER = "player"
"""The role of those who play for a club or a country."""
_LIST = 5
"""How many others may stand with somebody before the organisation of all."""
_ROLE = 6
"""How many tokens a role before a name may have."""
_AHEAD = 7
"""How many tokens may stand between "from" and the end of the organisation behind it."""


def _title_noun(passage: Passage) -> str:
    return title_noun(passage.context, passage.mention)


def _before_title(passage: Passage) -> Iterator[Entity | None]:
    """The organisation or place right before a title: "Texas Gov. Smith", "Tulsa police Chief Smith"."""
    start = passage.mention.start
    for title in reversed(titles_of(passage.mention)):  # "Peruvian Defence Minister Gen. Smith"
        start -= passage.mention.start - title_start(passage.mention, title)
        if start > 0:
            yield organisation_before(passage.context, start - 1, noun_of_title(passage.context, title))


def _possessive(passage: Passage) -> Iterator[Entity | None]:
    """The organisation of "CNN's Smith", by the tree or whatever it makes of the apostrophe."""
    for child in _premodifiers(passage):
        if _is_possessive(passage, child):
            yield organisation_before(passage.context, child, _role_of(passage))
    token = before_bracket(passage.context, passage.mention.start - 1)
    if token > 0 and passage.parse.lower[token] in _POSSESSIVES:
        yield _before_apostrophe(passage, token)


def _premodifier(passage: Passage) -> Iterator[Entity | None]:
    """The organisation of "Acme analyst Smith", by the tree."""
    for child in _premodifiers(passage):
        if not _is_possessive(passage, child) and (role := _role_of(passage)) and not is_seat(passage, child):
            yield organisation_before(passage.context, child, role)


def _premodifiers(passage: Passage) -> list[int]:
    parse, start = passage.parse, passage.mention.start
    return [child for child in parse.children[passage.head] if child < start and parse.deps[child] in _PREMODIFIERS]


def _is_possessive(passage: Passage, child: int) -> bool:
    parse = passage.parse
    return parse.deps[child] == POSSESSOR or parse.lower[parse.right[child] - 1] in _POSSESSIVES


def _role_of(passage: Passage) -> str:
    """The noun right before a name, else that of its title: what the name's bearer is to what stands before it."""
    parse, before = passage.parse, passage.mention.start - 1
    if before >= 0 and parse.tags[before] in _SINGULAR_NOUNS:
        return parse.lower[before]
    return _title_noun(passage)


def _before_apostrophe(passage: Passage, token: int) -> Entity | None:
    """The organisation of "Acme Works' Jane Smith", by its words."""
    context, parse = passage.context, passage.parse
    name = passage.document.name_covering(token - 1) if parse.ends[token - 1] == parse.starts[token] else None
    if name is None:
        return None
    found = organisation_at(context, name.head, _title_noun(passage))
    if found is None and context.entities.of(name).traits.place:  # "Wired London's Jane Smith"
        whole = passage.document.name_covering(name.start - 1)
        found = organisation_at(context, whole.head, "") if whole is not None else None
    return found


def _preposition(passage: Passage) -> Iterator[Entity | None]:
    """The organisation of "Smith of Amazon", by the tree."""
    parse, end = passage.parse, passage.mention.end
    for child in parse.children[passage.head]:
        beside = end <= child <= end + 1 and parse.deps[child] == PREPOSITION
        if beside and parse.lower[child] in _BESIDE_PREPOSITIONS:
            yield unless_home(
                passage, organisation_at(passage.context, parse.child(child, PREPOSITION_OBJECT), _title_noun(passage))
            )


def _clause(passage: Passage) -> Iterator[Entity | None]:
    """The organisation of "Smith, who heads Amazon"."""
    for child in _clauses_behind(passage):
        if passage.parse.lower[child] not in _WAS_WITH:
            yield next(iter(organisations_of_clause(passage.context, child)), None)


def _clauses_behind(passage: Passage) -> list[int]:
    parse, end = passage.parse, passage.mention.end
    return [child for child in parse.children[passage.head] if child >= end and parse.deps[child] in _CLAUSES]


def _before_role(passage: Passage) -> Iterator[Entity | None]:
    """The organisation of "Acme chief executive Jane Smith", "Wales coach Jane Smith", by its words."""
    role, last = _role_before(passage), passage.mention.start - 1
    if not role:
        return
    for token in range(last - 1, max(-1, last - _ROLE), -1):
        name = passage.document.name_covering(token)
        if name is not None and not _is_hyphened(passage, name.end):
            yield organisation_before(passage.context, name.head, role)
        elif name is None and role == _PLAYER:  # "Welsh hooker"
            yield organisation_before(passage.context, token, role)
        if name is not None or not _is_in_role(passage, token):
            return


def _role_before(passage: Passage) -> str:
    """The role in lower case that stands right before a name, or ``""``."""
    parse, last = passage.parse, passage.mention.start - 1
    if last < 1 or not parse.words[last].islower():
        return ""
    word = parse.lower[last]
    if word in passage.gazetteer.positions:
        return _PLAYER
    role = passage.gazetteer.noun(word, NOUN)
    serves = role.is_person and role.base not in passage.gazetteer.unattached  # "White House hopeful" tells of no House
    return word if serves and parse.tags[last][:2] == NOUN else ""


def _is_in_role(passage: Passage, token: int) -> bool:
    parse = passage.parse
    plain = parse.words[token].islower() or parse.words[token] == "-"
    return (plain and parse.tags[token][:2] in _IN_ROLE) or before_bracket(passage.context, token) != token


def _is_hyphened(passage: Passage, token: int) -> bool:
    """Whether a hyphen joins a token to the one before: "Fly-half"."""
    parse = passage.parse
    return parse.words[token] == "-" and parse.ends[token - 1] == parse.starts[token]


def _behind(passage: Passage) -> Iterator[Entity | None]:
    """The organisation of "Smith, from the campaign group Acme," by its words."""
    spoken = passage.document.is_source(passage.mention) or bool(titles_of(passage.mention))
    start = _phrase_behind(passage.context, passage.mention.end, spoken=spoken)
    if start >= 0:
        yield unless_home(passage, _organisation_ahead(passage.context, start, _title_noun(passage)))


def _ahead(passage: Passage) -> Iterator[Entity | None]:
    """The organisation of "At Acme, Smith said": where a sentence opens with it, and the one named speaks."""
    parse, end = passage.parse, passage.mention.start - 1
    name = passage.document.name_covering(end - 1) if end > 1 else None
    if name is None or name.end != end or not passage.document.is_source(passage.mention):
        return
    at = name.start - 1 - (name.start > 1 and parse.tags[name.start - 1] == DETERMINER_TAG)
    first = next(filter(parse.is_word, range(*parse.sentences[parse.sentence_of[end]])), -1)
    if at == first and parse.lower[at] == "at":
        yield organisation_at(passage.context, name.head, "")


def _joined(passage: Passage) -> Iterator[Entity | None]:
    """The organisation of "Jane Smith and John Stone of Acme", which is that of both."""
    end = _end_of_list(passage.context, passage.mention.end)
    if end > passage.mention.end:
        start = _phrase_behind(passage.context, end, spoken=passage.document.is_source(passage.mention))
        yield _organisation_ahead(passage.context, start, "") if start >= 0 else None


def _end_of_list(context: Context, start: int) -> int:
    """The token behind the last of those whom a list joins to the one named before it; ``start`` if there is none."""
    lower, token = context.parse.lower, start
    for _ in range(_LIST):
        token += lower[token : token + 2] == [",", "and"]
        joint = lower[token : token + 1]
        after = _end_of_companion(context, token + 1) if joint in ([","], ["and"]) else -1
        if after < 0 or joint == ["and"]:
            return max(after, start)
        token = after
    return start


def _end_of_companion(context: Context, token: int) -> int:
    """The token behind a person's name with titles, or behind "his colleagues", that begins at ``token``; or -1."""
    parse = context.parse
    while token < len(parse) and _opens_companion(context, token):
        token += 1
    if token < len(parse) and context.noun_at(token).base in _COMPANIONS:
        return token + 1
    name = context.document.name_covering(token) if token < len(parse) else None
    return name.end if name is not None and context.entities.of(name).is_person else -1


def _opens_companion(context: Context, token: int) -> bool:
    """Whether a word stands before a name as a title, or before "colleagues" as a possessive."""
    title = (context.parse.lower[token],) in context.gazetteer.titles
    return title or context.parse.tags[token] == POSSESSIVE_PRONOUN_TAG


def _phrase_behind(context: Context, token: int, *, spoken: bool) -> int:
    """The first token of the phrase behind "from" at ``token``, as in "Smith, from the group Acme", or -1.

    Without a comma the one named must speak: "he met Smith at Acme" tells where they met.
    """
    parse = context.parse
    words = parse.lower[token : token + 2]
    comma = words[:1] == [","]
    preposition = words[comma : comma + 1]
    if _BESIDE_PREPOSITIONS.isdisjoint(preposition):
        return -1
    return token + comma + 1 if comma or spoken or preposition == ["of"] else -1


def _writing(passage: Passage) -> Iterator[Entity | None]:
    """The organisation of "Smith, writing in Wired"."""
    parse, token = passage.parse, passage.mention.end
    words = parse.lower[token : token + 3]
    if words[:1] == [","] and " ".join(words[1:]) in _WRITING_FOR:
        yield _organisation_ahead(passage.context, token + 3, _title_noun(passage))


def _organisation_ahead(context: Context, start: int, role: str) -> Entity | None:
    """The first organisation of the phrase that begins at ``start``."""
    document = context.document
    for token in _phrase(context, start):
        name = document.name_covering(token)
        found = organisation_at(context, name.head, role) if name is not None else _described(context, token, role)
        if found is not None:
            return found if name is None or _is_whole(context, name.end) else None
    return None


def _phrase(context: Context, start: int) -> Iterator[int]:
    """The tokens of a phrase, up to what cannot stand before the organisation in it."""
    parse = context.parse
    for token in range(start, min(start + _AHEAD, len(parse))):
        yield token
        name = context.document.name_covering(token)
        if name is not None:
            goes_on = context.entities.of(name).traits.place
        else:
            goes_on = parse.tags[token] in _INSIDE or parse.lower[token] in _QUOTATION_MARKS
        if not goes_on:
            return


def _described(context: Context, token: int, role: str) -> Entity | None:
    """The named organisation that a description stands for: "of the New York delegation"."""
    mention = context.document.at_head.get(token)
    found = organisation_at(context, token, role) if mention is not None and mention.noun is not None else None
    return found if found is not None and found.names else None


def _is_whole(context: Context, after: int) -> bool:
    """Whether a phrase ends with the name of an organisation, or a noun for organisations: not "Acme clothes"."""
    parse = context.parse
    return after >= len(parse) or parse.tags[after] not in _COMMON_NOUNS or context.noun_at(after).is_organisation


def _writes_for(passage: Passage) -> Iterator[Entity | None]:
    """The organisation of "Smith wrote for Wired"."""
    parse, head = passage.parse, passage.mention.head
    verb = parse.heads[head]
    named = passage.mention.name is not None and parse.deps[head] == SUBJECT
    if named and parse.lower[verb] in passage.gazetteer.writes:
        for child in parse.children[verb]:
            beside = verb < child <= verb + 2 or child == passage.mention.end  # "wrote Smith for Acme"
            if beside and parse.lower[child] in _WORKS_FOR:
                yield organisation_at(passage.context, parse.child(child, PREPOSITION_OBJECT), "")


_NAME_POSSESSIVE = rule(
    "name-possessive",
    "the organisation is the possessor of a person's name",
    "“Rain fell,” said CNN's [Mark Stone](CNN).",
    "Garnet Works' [Anna Brown](Garnet Works) said that snow had fallen.",
    "Wired London's [Jane Hobson](Wired) said that chips were dear. London is large.",
    "The Garnet Workers Union's (GWU) [Anna Brown](Garnet Workers Union) said that snow had fallen.",
)
_NAME_PREMODIFIER = rule(
    "name-premodifier",
    "the organisation stands in the words before a name that say what somebody is",
    "House Republican [Thomas Hale](House) said that it was late. The House met.",
    "The Senate met. “It is late,” said Senate Republican [Jane Stone](Senate).",
)
_NAME_PREPOSITION = rule(
    "name-preposition",
    "the organisation stands behind a name, with a preposition",
    "“Birds sing,” said [Ruth Carter](Melford Institute) of the Melford Institute.",
    "[Paul Hobson](Garnet Bank) at Garnet Bank said that rates would rise.",
)
_NAME_CLAUSE = rule(
    "name-clause",
    "a relative clause says what somebody heads, or for whom they work",
    "[Ruth Carter](Melford Institute), who heads the Melford Institute, said that birds sing.",
    "“It was good,” said [Anna Brown](Melford Films), who filmed the feast for Melford Films.",
)
_NAME_ROLE = rule(
    "name-role",
    "the organisation stands before the role that stands before a name, whatever the tree has",
    "Wales prop [Tom Reed](Wales) said that he was sad.",
    "England lock [Danny Grewson](England) said that the match was over.",
    "Australian paceman [Danny Grewson](Australia) said that the match was over. Australia won.",
)
_NAME_BEHIND = rule(
    "name-behind",
    "the organisation stands behind a name and a preposition, whatever the tree has",
    "[Anna Brown](Clean Rivers Now), from the small campaign group Clean Rivers Now, said that the plan was weak.",
    "“Pay is low,” said [Doug Reed](Garnet Workers United), from the trade union Garnet Workers United.",
)
_NAME_WRITING = rule(
    "name-writing",
    "somebody writes, reports or speaks for an organisation",
    "[Ruth Carter](Melford Gazette), writing in the Melford Gazette, said that birds sing.",
    "[Peter Hale](Slate), blogging for Slate, said that shells fell.",
)
_NAME_JOINED = rule(
    "name-joined",
    "the organisation stands behind two names that “and” joins, and is that of both",
    "[Anna Brown](Melford College) and Peter Stone of Melford College spoke. Brown said that birds sing.",
    "[Peter Stone](Melford College) and Carl Hale of Melford College left. “It rains,” Stone said.",
)
_NAME_AHEAD = rule(
    "name-ahead",
    "a sentence opens with the organisation at which whoever speaks is",
    "At Garnet Bank, [Anna Brown](Garnet Bank) said that costs had fallen.",
    "At the Melford Institute, [Peter Hale](Melford Institute) warned that rivers were dirty.",
)
_NAME_TITLE = rule(
    "name-title",
    "an organisation or a place stands right before a title",
    "Texas Gov. [Ellen Park](Texas) said that taxes would fall. Texas is hot.",
    "“Taxes will rise,” said Ohio Gov. [Paul Stone](Ohio). Ohio is large.",
    "Peruvian Defence Minister Gen. [Mary Dunn](Peru) said that it was late. Peru is large.",
)
_NAME_WRITES_FOR = rule(
    "name-writes-for",
    "somebody writes or works for an organisation",
    "[Ruth Carter](Wired) wrote for Wired. Carter said that chips were dear.",
    "[Anna Brown](Garnet Bank) works at Garnet Bank. “Markets fell,” Brown said.",
)

EVIDENCE = (
    Evidence(_NAME_POSSESSIVE, Rank.BESIDE, (Basis.BEFORE_NAME,), _possessive),
    Evidence(_NAME_PREMODIFIER, Rank.BESIDE, (Basis.BEFORE_NAME,), _premodifier),
    Evidence(_NAME_PREPOSITION, Rank.BESIDE, (Basis.BEHIND_NAME,), _preposition),
    Evidence(_NAME_CLAUSE, Rank.BESIDE, (Basis.BEHIND_NAME,), _clause),
    Evidence(_NAME_ROLE, Rank.BESIDE, (Basis.BEFORE_NAME,), _before_role),
    Evidence(_NAME_BEHIND, Rank.BESIDE, (Basis.BEHIND_NAME,), _behind),
    Evidence(_NAME_WRITING, Rank.BESIDE, (Basis.BEHIND_NAME,), _writing),
    Evidence(_NAME_JOINED, Rank.BESIDE, (Basis.BEHIND_NAME,), _joined),
    Evidence(_NAME_AHEAD, Rank.LATER, (Basis.BEHIND_COMMA,), _ahead),
    Evidence(_NAME_TITLE, Rank.BESIDE, (Basis.TITLE,), _before_title),
    Evidence(_NAME_WRITES_FOR, Rank.BESIDE, (Basis.CLAUSE,), _writes_for),
)
RULES = tuple(dict.fromkeys(one.rule for one in EVIDENCE))
