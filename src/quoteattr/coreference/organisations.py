"""The organisations in a phrase: before a role noun, behind its prepositions, in its relative clause."""

from __future__ import annotations

from collections.abc import Iterator
from collections.abc import Set as AbstractSet

from quoteattr.coreference.context import CAMPAIGN, Context
from quoteattr.coreference.entities import Entity, Mention, MentionType
from quoteattr.coreference.gazetteer import word_list
from quoteattr.syntax import Parse
from quoteattr.syntax.labels import (
    AGENT,
    APPOSITION,
    ATTRIBUTE,
    COMPOUND,
    CONJUNCT,
    DETERMINER_TAG,
    NOUN_CLAUSES,
    OBJECT,
    PARTICIPLE_CLAUSE,
    POSSESSOR,
    PREMODIFIERS,
    PREPOSITION,
    PREPOSITION_CLAUSE,
    PREPOSITION_OBJECT,
    PROGRESSIVE_TAGS,
    RELATIVE_CLAUSE,
    SUBJECT,
)

_SUCH_AS = ["such", "as"]
_HYPHEN = "-"
__all__ = [
    "organisation_at",
    "organisation_before",
    "organisations_among",
    "organisations_before",
    "organisations_behind",
    "organisations_of_clause",
    "organisations_of_phrase",
]

_PREPOSITIONS = word_list("coreference", "role_prepositions")
_LEGISLATORS = word_list("affiliation", "legislators")
_LAWYERS = word_list("coreference", "lawyers")
_LOCAL = word_list("coreference", "local_offices")
_LEARNED = word_list("coreference", "learned")
_AT = frozenset({"at"})
_FROM = _AT | {"from", "with"}
_STUDIES = word_list("coreference", "research")
_OF_STUDIES = _PREPOSITIONS - {"in"}  # "a study in Acme Journal" is not the journal's
_TO_ORGANISATION = word_list("coreference", "to_organisation")
_RIGHT_BEHIND = _TO_ORGANISATION | {","}
_EXAMPLES_OF = word_list("coreference", "examples_of")
_GOVERNS = word_list("coreference", "governs")
_INCLUDES = word_list("coreference", "includes")
_RUNS = word_list("coreference", "runs")
_WORKS = word_list("coreference", "works")
_PARTY_WORDS = word_list("coreference", "party_words")
_CANDIDATES = word_list("coreference", "candidates")
_FIELDS = word_list("coreference", "fields_of_study")
_SECTORS = word_list("coreference", "sectors")
_MADE_BY = word_list("coreference", "made_by")
_PARTS = word_list("coreference", "parting_marks")
_VOICE = "spokes"
"""How the nouns of those begin who speak for somebody."""
_STEPS = 40
"""Tokens of a phrase that are visited."""


def organisations_of_phrase(context: Context, head: int, whose: Entity | None = None) -> list[Entity]:
    """The organisations in the noun phrase of ``head``, the likeliest first, each once.

    Args:
        context: The article.
        head: A noun for what somebody is ("director") or for what somebody wrote ("letter").
        whose: Whose phrase it is; not counted as an organisation in it.
    """
    found = (*organisations_before(context, head), *organisations_behind(context, head))
    return [organisation for organisation in dict.fromkeys(found) if organisation is not whose]


def organisations_before(context: Context, head: int) -> list[Entity]:
    """The organisations before the noun ``head``, the nearest first: "Tulsa police chief"."""
    children = context.parse.children[head]
    if not children or children[0] > head:
        return []
    role = context.noun_at(head).base
    return list(_before(context, head, role)) if role not in context.gazetteer.unattached else []


def organisations_behind(context: Context, head: int) -> list[Entity]:
    """The organisations behind the noun ``head``, in its prepositions and clauses: "director of Acme"."""
    parse = context.parse
    behind = [child for child in reversed(parse.children[head]) if child > head]
    follows = parse.lower[head + 1 : head + 2]
    if not behind and _RIGHT_BEHIND.isdisjoint(follows):
        return []
    noun = context.noun_at(head)
    loose = noun.base in context.gazetteer.unattached
    if noun.is_document:
        behind = [child for child in behind if parse.lower[child] != "to"]  # "a letter to Amazon" is from others
    return list(_walk(context, behind, noun.base, loose=loose)) or _right_behind(context, head, noun.base, loose=loose)


def _right_behind(context: Context, head: int, role: str, *, loose: bool) -> list[Entity]:
    """The organisation of "director, Amazon" and "secretary to the Treasury", wherever the tree hangs it."""
    parse, after = context.parse, head + 2
    word = parse.lower[head + 1] if after < len(parse) else ""
    name = context.document.name_covering(after) if word == "," else None
    if word in _TO_ORGANISATION and not loose and parse.child(head, PREPOSITION) < 0:
        after += parse.tags[after] == DETERMINER_TAG
        name = context.document.name_covering(after)
    elif name is not None and name.start != after:
        return []
    found = organisation_at(context, name.head, role) if name is not None else None
    return [found] if found is not None else []


def organisations_of_clause(context: Context, verb: int) -> list[Entity]:
    """The organisations of somebody "who heads Amazon", "who studies law at Harvard"."""
    role = "leader" if context.parse.lower[verb] in _GOVERNS else "director"
    return list(_walk(context, _of_clause(context, verb), role))


def organisations_among(context: Context, head: int) -> list[Entity]:
    """The named bodies of "groups led by X", "groups such as X", "groups including X", "the board of X"."""
    parse = context.parse
    found = [_including(context, head)]
    for child in parse.children[head]:
        if child > head and (inner := _example(context, child)) >= 0:
            body = organisation_at(context, inner, "")
            if body is None and (deeper := parse.child(inner, PREPOSITION)) >= 0 and parse.lower[deeper] == "of":
                body = organisation_at(context, parse.child(deeper, PREPOSITION_OBJECT), "")  # "the board of ... of X"
            found.append(body)
    return [body for body in found if body is not None]


def _including(context: Context, head: int) -> Entity | None:
    """The organisation of "Acme, which includes groups ..."."""
    parse, verb = context.parse, context.parse.heads[head]
    if parse.deps[head] != OBJECT or parse.lower[verb] not in _INCLUDES:
        return None
    whole = parse.heads[verb] if parse.deps[verb] == RELATIVE_CLAUSE else parse.child(verb, SUBJECT)
    return organisation_at(context, whole, "")


def _example(context: Context, child: int) -> int:
    """The noun of "led by X", "including X", "such as X" below "groups", or -1."""
    parse, word = context.parse, context.parse.lower[child]
    if word == "led":
        agent = parse.child(child, AGENT)
        return parse.child(agent, PREPOSITION_OBJECT) if agent >= 0 else -1
    if word in _EXAMPLES_OF or parse.lower[child - 1 : child + 1] == _SUCH_AS:
        return parse.child(child, PREPOSITION_OBJECT)
    return -1


def _walk(context: Context, stack: list[int], role: str, *, loose: bool = False) -> Iterator[Entity]:
    """The organisations below the tokens of ``stack``, the last of which comes first."""
    parse = context.parse
    for _ in range(_STEPS):
        if not stack:
            break
        token = stack.pop()
        dep = parse.deps[token]
        if dep in (PREPOSITION, AGENT):
            if parse.lower[token] in _prepositions_of(role, loose=loose):
                stack.extend(_below(context, token, PREPOSITION_OBJECT, PREPOSITION_CLAUSE))
        elif dep in (PREPOSITION_OBJECT, OBJECT, ATTRIBUTE):
            bodies = _of_object(context, token, role)
            yield from (body for body in bodies if not body.traits.place or _is_direct(context, token, role))
            if not bodies:
                stack.extend(_behind_object(context, token))
        elif dep == APPOSITION:
            if (body := organisation_at(context, token, role)) is not None:
                yield body
        elif dep in NOUN_CLAUSES or (dep == CONJUNCT and parse.tags[token][:1] == "V"):
            stack.extend(_of_clause(context, token))


def _prepositions_of(role: str, *, loose: bool) -> AbstractSet[str]:
    """What may bring in the organisation of a role or of a document."""
    if loose:
        return _FROM if role in _LEARNED else _AT
    return _OF_STUDIES if role in _STUDIES else _PREPOSITIONS


def _of_object(context: Context, token: int, role: str) -> list[Entity]:
    """The organisations at a noun behind a verb or a preposition; before it in "served as Acme's counsel"."""
    parse = context.parse
    office = parse.deps[token] == PREPOSITION_OBJECT and parse.lower[parse.heads[token]] == "as"
    return list(_before(context, token, role) if office else _at_noun(context, token, role))


def _behind_object(context: Context, token: int) -> list[int]:
    """What to visit behind a noun that is no organisation itself."""
    clause = (PARTICIPLE_CLAUSE,) if context.noun_at(token).is_document else ()  # "a poll conducted by Acme"
    return [child for child in _below(context, token, PREPOSITION, APPOSITION, *clause) if child > token]


def _is_direct(context: Context, token: int, role: str) -> bool:
    """Whether a place behind a preposition is the role's, unlike that of "company in Tulsa", "lawmaker from Ohio"."""
    parse = context.parse
    if role in _LEGISLATORS and parse.lower[parse.heads[token]] == "from":
        return False
    if parse.deps[token] != PREPOSITION_OBJECT or parse.lower[parse.heads[token]] != "in":
        return True
    return parse.deps[parse.heads[parse.heads[token]]] != PREPOSITION_OBJECT


def _below(context: Context, token: int, *labels: str) -> list[int]:
    """Children with one of ``labels``, last first."""
    parse = context.parse
    return [child for child in reversed(parse.children[token]) if parse.deps[child] in labels]


def _of_clause(context: Context, verb: int) -> list[int]:
    """What to visit of "who heads Y", "teaching at Y", "who is a director of Y"."""
    parse, word = context.parse, context.parse.lower[verb]
    noun = context.noun_at(parse.heads[verb])
    if noun.is_document:  # "a poll conducted by Y", "a story that appeared in Y"
        made_by = _MADE_BY - {"in"} if noun.base in _STUDIES else _MADE_BY
        return [child for child in _below(context, verb, PREPOSITION, AGENT) if parse.lower[child] in made_by]
    if word in context.gazetteer.affiliation_verbs:
        unlike = "for" if word in _RUNS else "with" if word in _WORKS else ""  # "runs for mayor", "worked with Acme"
        return [child for child in _below(context, verb, OBJECT, PREPOSITION, CONJUNCT) if parse.lower[child] != unlike]
    return _of_other_clause(context, verb)


def _of_other_clause(context: Context, verb: int) -> list[int]:
    """What to visit of "who studies rivers at Y", "who filmed the feast for Y", "who is a director of Y"."""
    parse = context.parse
    now = parse.tags[verb] in PROGRESSIVE_TAGS
    made = parse.child(verb, OBJECT)
    placed = _below(context, verb, PREPOSITION)
    if now and made >= 0:  # "who studies rivers at Acme", where the tree hangs "at" on the rivers
        placed += _below(context, made, PREPOSITION)
    wanted = {word for word, counts in (("at", now), ("for", now or made >= 0)) if counts}
    if parse.lower[verb] == "is":
        wanted |= {"on", "with"}  # "who is on the board of Acme"
    out = [child for child in placed if parse.lower[child] in wanted]
    for attribute in _below(context, verb, ATTRIBUTE):
        out.extend(_below(context, attribute, PREPOSITION))
    return out + _below(context, verb, CONJUNCT)  # "who advised X and works for Y"


def _at_noun(context: Context, token: int, role: str) -> Iterator[Entity]:
    """The organisation that a noun behind a preposition is, or those that stand before it."""
    if (named := _renamed(context, token, role)) is not None:
        yield named
        return
    body = organisation_at(context, token, role)
    if body is None:
        yield from _before(context, token, role)
        return
    mention = context.document.at_head.get(token)
    if mention is not None and mention.type is MentionType.DESCRIPTION:
        yield from _of_office(context, token, role)
    possessor = organisation_at(context, context.parse.child(token, POSSESSOR), role)
    if possessor is not None and possessor.is_organisation and not possessor.traits.place:
        yield possessor  # "the union's Technology Project" is the union
    yield body


def _renamed(context: Context, token: int, role: str) -> Entity | None:
    """The organisation in apposition to a noun: "Acme's parent company, Amazon"."""
    if context.parse.lower[token + 1 : token + 2] != [","]:
        return None
    named = next((organisation_at(context, child, role) for child in _below(context, token, APPOSITION)), None)
    return named if named is not None and named.names and not named.traits.place else None


def _of_office(context: Context, token: int, role: str) -> Iterator[Entity]:
    """The organisation whose office a noun is: "the Boston office of Amazon" is Amazon."""
    parse = context.parse
    for child in parse.children[token]:
        if parse.deps[child] == PREPOSITION and parse.lower[child] in ("of", "at"):
            inner = organisation_at(context, parse.child(child, PREPOSITION_OBJECT), role)
            if inner is not None and not inner.traits.place:
                yield inner


def _before(context: Context, head: int, role: str) -> Iterator[Entity]:
    """The organisations before a noun, the nearest first: "Tulsa police chief"."""
    parse = context.parse
    for child in reversed(parse.children[head]):
        if child >= head or parse.deps[child] not in PREMODIFIERS or _is_cut_off(context, child, head):
            continue
        if parse.lower[child] == "campaign" and child == head - 1 and parse.lower[head + 1 : head + 2] == ["for"]:
            continue  # "campaign manager for Jane Smith's team" tells behind whose
        body = organisation_before(context, child, role)
        if body is None and parse.deps[child] == POSSESSOR:
            body = _public(context, child, role)
        if body is None:  # "Wired Texas editor"
            inner = (token for token in reversed(parse.children[child]) if parse.deps[token] == COMPOUND)
            body = next((found for token in inner if (found := organisation_before(context, token, ""))), None)
        if body is not None:
            yield body


def _is_cut_off(context: Context, child: int, head: int) -> bool:
    """Whether a dash or bracket parts a premodifier from its noun: "ROME (AFP) - President Smith"."""
    parse = context.parse
    for token in range(child + 1, min(head, child + _STEPS)):
        if parse.lower[token] in _PARTS:
            return True
        if parse.lower[token] == _HYPHEN and parse.ends[token - 1] != parse.starts[token]:
            return True
    return False


def _public(context: Context, token: int, role: str) -> Entity | None:
    """The place whose official somebody is: "the city's lawyer", unlike "the city's biggest star"."""
    mention = context.document.at_head.get(token)
    if mention is None or mention.type is not MentionType.DESCRIPTION or role not in context.gazetteer.voices:
        return None
    entity = context.entities.of(mention)
    return entity if entity.traits.place else None


def organisation_before(context: Context, token: int, role: str) -> Entity | None:
    """The organisation that a premodifier or possessive stands for: "Amazon spokeswoman", "French president"."""
    name = context.document.name_covering(token)
    if _is_hyphened(context.parse, name.end if name is not None else token + 1):
        return None  # "Acme-trained surgeon"
    found = organisation_at(context, token, role)
    if found is None and context.noun_at(token).base in context.gazetteer.organisations:
        found = _campaign_before(context, token)
    if found is not None or role not in context.gazetteer.place_offices:
        return found
    parse, places = context.parse, context.gazetteer.places
    word = parse.lower[token]
    if (pair := " ".join(parse.lower[max(0, token - 1) : token + 1])) in places:  # "South Korean"
        word = pair
    if word not in places or _is_hyphened(parse, token - 1):  # "African-American"
        return None
    if role in _LOCAL and word in context.gazetteer.capitals:
        return None
    return context.named.places.get(places[word])


def _is_hyphened(parse: Parse, token: int) -> bool:
    """Whether a hyphen at a token joins the word behind it to the one before."""
    return 0 < token < len(parse) - 1 and parse.words[token] == _HYPHEN and parse.ends[token] == parse.starts[token + 1]


def _campaign_before(context: Context, token: int) -> Entity | None:
    """The campaign of the person before "campaign" or "team": "Smith campaign aides"."""
    for child in context.parse.children[token]:
        entity = context.entity_at(child)
        if entity is not None and entity.is_person:
            return context.campaign_of(entity)
    return None


def organisation_at(context: Context, token: int, role: str) -> Entity | None:
    """The organisation that a noun or name stands for to somebody with this role, or ``None``."""
    mention = context.document.mention_at(token)
    entity = context.known(mention) if mention is not None else None
    if mention is None or entity is None:
        return None
    if entity.is_person:
        speaks = role in context.gazetteer.voices and role not in _LAWYERS
        return _campaign(context, mention, entity, role) if speaks else None
    if not entity.is_organisation or entity.traits.plural or _is_no_organisation(context, mention):
        return None
    if entity.traits.place:
        local = role in _LOCAL and context.parse.lower[mention.head] in context.gazetteer.capitals
        return entity if role in context.gazetteer.place_offices and not local else None
    if "party" in entity.traits.classes and role in context.gazetteer.partisans:
        return None
    if entity.names or entity.owner is None:
        return (_whole(context, mention) or entity) if entity.names else None
    own = CAMPAIGN in entity.traits.nouns or entity.owner.is_person
    return entity if own else entity.owner


def _whole(context: Context, part: Mention) -> Entity | None:
    """The institution that a named part is in: "the Rivers Centre at Melford University", "Acme's Rivers Centre"."""
    parse, after = context.parse, part.end + 1
    if part.name is None or after >= len(parse):
        return None
    whole = None
    if parse.lower[part.end] == "at":
        whole = context.document.name_covering(after + (parse.tags[after] == DETERMINER_TAG))
        if whole is not None and parse.lower[whole.end : whole.end + 1] == ["'s"]:
            whole = context.document.name_covering(whole.end + 1)
    elif part.start > 1 and parse.lower[part.start - 1] == "'s":
        whole = context.document.name_covering(part.start - 2)
    entity = context.entities.of(whole) if whole is not None else None
    return entity if entity is not None and entity.is_organisation and not entity.traits.place else None


def _is_no_organisation(context: Context, mention: Mention) -> bool:
    """Whether a mention is that of a sector, of a party letter or of what is studied somewhere."""
    if mention.noun is not None and mention.noun.base in _SECTORS:
        return True
    if mention.name is None:
        return False
    key = mention.name.key
    field = key[-1] in _FIELDS and context.gazetteer.organisation_words.isdisjoint(key)  # "director of Urban Studies"
    return field or (len(key) == 1 and key[0] in _PARTY_WORDS)


def _campaign(context: Context, mention: Mention, person: Entity, role: str) -> Entity | None:
    """The campaign of a candidate for whom somebody speaks: the one that the article speaks of, or an implied one."""
    parse = context.parse
    above = parse.lower[parse.heads[mention.head]]
    if parse.deps[mention.head] == PREPOSITION_OBJECT and above not in ("for", "to"):
        return None
    known = context.campaign_of(person)
    if known is None and _runs(context, person, role):
        known = context.implied_campaigns.get(person)
    return known


def _runs(context: Context, person: Entity, role: str) -> bool:
    """Whether somebody who speaks for a person by this role speaks for a campaign."""
    voice = role.startswith(_VOICE) or role in context.gazetteer.staff
    return voice and not _CANDIDATES.isdisjoint(person.traits.nouns)
