"""The organisations behind a noun for what somebody is, in its prepositions and clauses: "director of Acme"."""

from __future__ import annotations

from collections.abc import Iterator
from collections.abc import Set as AbstractSet

from quoteattr.coreference.classes import FACILITY_CLASS, GOVERNMENT_CLASS
from quoteattr.coreference.context import Context
from quoteattr.coreference.entities import Entity, MentionType
from quoteattr.coreference.organisations.before import before
from quoteattr.coreference.organisations.nouns import is_field, is_unknown, may_be_home, may_be_town, organisation_at
from quoteattr.lexicon.lists import word_list
from quoteattr.lexicon.meanings import known_nouns
from quoteattr.lexicon.nouns import singular
from quoteattr.syntax.labels import (
    AGENT,
    APPOSITION,
    ATTRIBUTE,
    CONJUNCT,
    DETERMINER_TAG,
    NOUN_CLAUSES,
    OBJECT,
    PARTICIPLE_CLAUSE,
    POSSESSOR,
    PREPOSITION,
    PREPOSITION_CLAUSE,
    PREPOSITION_OBJECT,
    PRESENT_TAGS,
    PROGRESSIVE_TAGS,
    SUBJECT,
)

__all__ = ["organisations_behind", "organisations_of_clause"]

_PREPOSITIONS = word_list("coreference", "role_prepositions")
_LEGISLATORS = word_list("affiliation", "legislators")
_LEARNED = word_list("coreference", "learned")
_NO_POSTS = word_list("coreference", "no_posts")
_LOCAL = word_list("coreference", "local_prepositions")
_OF_LEARNED = word_list("coreference", "learned_prepositions")
_OF_FIELDS = word_list("affiliation", "of_fields")
_FOR_FIELDS = word_list("affiliation", "for_fields")
_STUDIES = word_list("coreference", "research")
_OF_STUDIES = word_list("coreference", "research_prepositions")
_ENVOYS = word_list("coreference", "envoys")
_OF_ENVOYS = word_list("coreference", "envoy_prepositions")
_TO_ORGANISATION = word_list("coreference", "to_organisation")
_RIGHT_BEHIND = word_list("coreference", "right_behind")
_GOVERNS = word_list("coreference", "governs")
_RUNS = word_list("coreference", "runs")
_WORKS = word_list("coreference", "works")
_LIVES = word_list("coreference", "lives")
_PLAYS = word_list("coreference", "plays")
_FOR = word_list("coreference", "worked_for")
_MADE_BY = word_list("coreference", "made_by")
_OF_OTHERS = word_list("coreference", "of_others")
_SITES = word_list("coreference", "internet_media")
_PRINTED = word_list("coreference", "printed_documents")
_WAS_WITH = word_list("affiliation", "was_with")
_SEEN = word_list("coreference", "seen_by")
_OWNERS = word_list("coreference", "owners_of_things")
_OWNS = word_list("coreference", "owns")
_FROM = word_list("coreference", "before_homes")
_OLD = "old"
_STEPS = 40
"""Tokens of a phrase that are visited."""


def organisations_behind(context: Context, head: int) -> list[Entity]:
    """The organisations behind the noun ``head``, in its prepositions and clauses: "director of Acme"."""
    parse = context.parse
    if (body := _behind_region(context, head)) is not None:
        return [body]
    behind = [child for child in reversed(parse.children[head]) if child > head]
    follows = parse.lower[head + 1 : head + 2]
    if not behind and _RIGHT_BEHIND.isdisjoint(follows):
        return []
    noun = context.noun_at(head)
    loose = noun.base in context.gazetteer.unattached
    if noun.is_document:  # "a letter to Amazon" is from others, and a report on Amazon and one for it are
        others = _OF_OTHERS - ({"for"} if noun.base in _PRINTED else set())
        behind = [child for child in behind if parse.lower[child] not in others or _is_on_site(context, child)]
    found = list(_walk(context, behind, noun.base, loose=loose))
    return _without_fields(context, found) or _right_behind(context, head, noun.base, loose=loose)


def _right_behind(context: Context, head: int, role: str, *, loose: bool) -> list[Entity]:
    """The organisation of "director, Amazon" and "secretary to the Treasury", wherever the tree hangs it."""
    parse, after = context.parse, head + 2
    word = parse.lower[head + 1] if after < len(parse) else ""
    speaks = not context.noun_at(head).is_person or role in context.gazetteer.voices | context.gazetteer.leaders
    name = context.document.name_covering(after) if word == "," and speaks else None
    if word in _TO_ORGANISATION and not loose and role not in _ENVOYS and parse.child(head, PREPOSITION) < 0:
        after += parse.tags[after] == DETERMINER_TAG
        name = context.document.name_covering(after)
    elif name is not None and name.start != after:
        return []
    found = organisation_at(context, name.head, role) if name is not None else None
    return [found] if found is not None else []


def _is_on_site(context: Context, place: int) -> bool:
    """Whether "on" tells where a document stands: "a letter on Acme's website"."""
    inside = context.parse.child(place, PREPOSITION_OBJECT)
    return inside >= 0 and context.parse.lower[place] == "on" and context.parse.lower[inside] in _SITES


def _behind_region(context: Context, head: int) -> Entity | None:
    """The organisation behind the region of a post: "Group President, Asia Pacific, Garnet Hotels"."""
    names = context.document.name_covering
    region = names(head + 2) if context.parse.lower[head + 1 : head + 2] == [","] else None
    if region is None or region.end + 1 >= len(context.parse) or context.parse.lower[region.end] != ",":
        return None
    place, name = context.entities.of(region), names(region.end + 1)
    if not place.traits.place or name is None or name.start != region.end + 1:
        return None
    body = context.entities.of(name)
    return body if body.is_organisation and not body.traits.place and not is_unknown(context, body) else None


def organisations_of_clause(context: Context, verb: int) -> list[Entity]:
    """The organisations of somebody "who heads Amazon", "who studies law at Harvard"."""
    word = context.parse.lower[verb]
    role = "leader" if word in _GOVERNS else "farmer" if word in _LIVES else "director"
    return _without_fields(context, list(_walk(context, _of_clause(context, verb), role)))


def _without_fields(context: Context, found: list[Entity]) -> list[Entity]:
    """Organisations but for what is studied at the others: "director of Rivers and Lakes at Acme University"."""
    sure = [one for one in found if not (is_unknown(context, one) and _is_in_nouns(context, one))]
    return sure if any(not is_unknown(context, one) for one in sure) else found


def _is_in_nouns(context: Context, body: Entity) -> bool:
    """Whether the first and the last word of a name are common nouns."""
    parse = context.parse
    ends = [token for start, end in body.names for token in (start, end - 1)]
    return all(singular(parse.lower[token]) in known_nouns() for token in ends)


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
            deeper = _behind_object(context, token) if not bodies or _is_placed_part(context, token, bodies) else []
            yield from (body for body in bodies if not deeper and _is_his(context, token, role, body))
            stack.extend(deeper)
        elif dep == APPOSITION:
            if (body := organisation_at(context, token, role)) is not None:
                yield body
        elif dep in NOUN_CLAUSES or (dep == CONJUNCT and parse.tags[token][:1] == "V"):
            stack.extend(_of_clause(context, token))


def _prepositions_of(role: str, *, loose: bool) -> AbstractSet[str]:
    """What may bring in the organisation of a role or of a document."""
    if role in _NO_POSTS:
        return set()
    if loose:
        return _OF_LEARNED if role in _LEARNED else _LOCAL
    if role in _ENVOYS:
        return _OF_ENVOYS
    return _OF_STUDIES if role in _STUDIES else _PREPOSITIONS


def _of_object(context: Context, token: int, role: str) -> list[Entity]:
    """The organisations at a noun behind a verb or a preposition; before it in "served as Acme's counsel"."""
    parse = context.parse
    office = parse.deps[token] == PREPOSITION_OBJECT and parse.lower[parse.heads[token]] == "as"
    return list(before(context, token, role) if office else _at_noun(context, token, role))


def _behind_object(context: Context, token: int) -> list[int]:
    """What to visit behind a noun that is no organisation itself."""
    clause = (PARTICIPLE_CLAUSE,) if context.noun_at(token).is_document else ()  # "a poll conducted by Acme"
    told = {"on"} if context.parse.deps[token] == OBJECT else set()  # "leading the charge on her father's campaign"
    below = _below(context, token, PREPOSITION, APPOSITION, *clause)
    return [child for child in below if child > token and context.parse.lower[child] not in told]


def _is_placed_part(context: Context, token: int, bodies: list[Entity]) -> bool:
    """Whether places stand before the noun for a part, of which is told behind it: "the Ohio chapter of Acme"."""
    place = all(body.traits.place for body in bodies) and context.entity_at(token) not in bodies
    return place and context.parse.lower[token + 1 : token + 2] == ["of"]


def _is_his(context: Context, token: int, role: str, body: Entity) -> bool:
    """Whether an organisation behind a preposition is the role's, and no place; nothing may tell what a name names."""
    if context.parse.deps[token] == PREPOSITION_OBJECT and _is_home(context, token, role, body):
        return False
    if _is_where_done(context, token, body) or _is_where_run(context, token, body):
        return False
    if not (body.traits.place or is_unknown(context, body)):
        return True
    if role in _FOR_FIELDS and context.parse.lower[context.parse.heads[token]] == "for" and is_field(context, body):
        return False  # "the Minister for the Environment"
    if context.parse.deps[token] == OBJECT and context.entity_at(token) is not body:
        return False  # "who runs an Ohio newsletter"
    return _is_direct(context, token, role) and (body.traits.place or not _is_where(context, token, role))


def _is_home(context: Context, token: int, role: str, body: Entity) -> bool:
    """Whether a preposition brings in where somebody lives: "a grazier at Halden", "a 30-year-old from Halden"."""
    if may_be_home(context, body, {role}):
        return True
    place = context.parse.heads[token]
    if context.parse.lower[place] not in _FROM or not is_unknown(context, body):
        return False
    return may_be_town(context, body, {role}) or _is_aged(context, context.parse.heads[place])


def _is_aged(context: Context, noun: int) -> bool:
    """Whether an age stands before a noun: "a 30-year-old clerk"."""
    parse = context.parse
    before = (child for child in parse.children[noun] if child < noun)
    return parse.lower[noun] == _OLD or any(parse.lower[child] == _OLD for child in before)


def _is_where_done(context: Context, token: int, body: Entity) -> bool:
    """Whether "in" tells where something is done: "who directs operations in Ohio province"."""
    parse = context.parse
    place = parse.heads[token]
    if (
        parse.deps[token] != PREPOSITION_OBJECT
        or parse.lower[place] != "in"
        or GOVERNMENT_CLASS not in body.traits.classes
    ):
        return False
    return parse.deps[parse.heads[place]] == OBJECT


def _is_where_run(context: Context, token: int, body: Entity) -> bool:
    """Whether "at" tells in which town something is that somebody runs: "who runs a feedlot at Longreach"."""
    parse, place = context.parse, context.parse.heads[token]
    if parse.lower[place] != "at" or not is_unknown(context, body) or any(end - start > 1 for start, end in body.names):
        return False
    above = parse.heads[place]
    verb = parse.heads[above] if parse.deps[above] == OBJECT else above
    thing = parse.child(verb, OBJECT)
    return parse.lower[verb] in _OWNS and thing >= 0 and not context.noun_at(thing).is_organisation


def _is_where(context: Context, token: int, role: str) -> bool:
    """Whether "in" tells where something is that is nobody's role: "a post in Acme"."""
    inside = context.parse.deps[token] == PREPOSITION_OBJECT and context.parse.lower[context.parse.heads[token]] == "in"
    return inside and not context.gazetteer.noun(role).is_person


def _is_direct(context: Context, token: int, role: str) -> bool:
    """Whether a place behind a preposition is the role's, unlike that of "company in Tulsa", "lawmaker from Ohio"."""
    parse = context.parse
    if role in _LEGISLATORS and parse.lower[parse.heads[token]] == "from":
        return False
    if parse.deps[token] != PREPOSITION_OBJECT or parse.lower[parse.heads[token]] != "in":
        return True
    above = parse.heads[parse.heads[token]]  # of a verb, "in" tells where it does what it does: "runs a firm in Tulsa"
    return parse.deps[above] != PREPOSITION_OBJECT and parse.child(above, OBJECT) < 0


def _below(context: Context, token: int, *labels: str) -> list[int]:
    """Children with one of ``labels``, last first."""
    parse = context.parse
    return [child for child in reversed(parse.children[token]) if parse.deps[child] in labels]


def _of_clause(context: Context, verb: int) -> list[int]:
    """What to visit of "who heads Y", "teaching at Y", "who is a director of Y"."""
    parse, word = context.parse, context.parse.lower[verb]
    noun = context.noun_at(parse.heads[verb])
    if (noun.is_document and word in _SEEN) or _is_of_owned(context, verb):
        return []  # "documents reviewed by Y" are others'
    if noun.is_document:  # "a poll conducted by Y", "a story that appeared in Y"
        made_by = _MADE_BY - {"in"} if noun.base in _STUDIES else _MADE_BY
        placed = (child for child in _below(context, verb, PREPOSITION, AGENT) if parse.lower[child] in made_by)
        return [child for child in placed if parse.lower[child] != "in" or _is_medium(context, child)]
    if word in _PLAYS:
        return [child for child in _below(context, verb, PREPOSITION) if parse.lower[child] in _FOR]
    thing = context.parse.child(verb, OBJECT)
    if word in _OWNS and thing >= 0 and context.document.name_covering(thing) is not None:
        return [thing]  # "who founded Y in a room at Z"
    if word in context.gazetteer.affiliation_verbs:
        unlike = "for" if word in _RUNS else "with" if word in _WORKS else ""  # "runs for mayor", "worked with Acme"
        return [child for child in _below(context, verb, OBJECT, PREPOSITION, CONJUNCT) if parse.lower[child] != unlike]
    return _of_other_clause(context, verb)


def _is_of_owned(context: Context, verb: int) -> bool:
    """Whether a clause is about what somebody has: "whose testimony led Y to act"."""
    subject = context.parse.child(verb, SUBJECT)
    owner = context.parse.child(subject, POSSESSOR) if subject >= 0 else -1
    return owner >= 0 and context.parse.lower[owner] == "whose"


def _is_medium(context: Context, place: int) -> bool:
    """Whether "in" brings in something named: "a story that appeared in Y", not "in the wake of Y"."""
    inside = context.parse.child(place, PREPOSITION_OBJECT)
    return inside >= 0 and context.document.name_covering(inside) is not None


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
    past = parse.tags[verb] not in PRESENT_TAGS
    joined = (one for one in _below(context, verb, CONJUNCT) if past or parse.lower[one] not in _WAS_WITH)
    return [*out, *joined]  # "who advised X and works for Y", but not "who works for Y and was with X"


def _at_noun(context: Context, token: int, role: str) -> Iterator[Entity]:
    """The organisation that a noun behind a preposition is, or those that stand before it."""
    if (named := _renamed(context, token, role)) is not None:
        yield named
        return
    body = organisation_at(context, token, role)
    if body is None:
        noun = context.noun_at(token)
        found = before(context, token, noun.base if noun.base in _OF_FIELDS else role)  # "for the Oil Minister"
        if role in _OWNERS and not noun.kind:
            return  # "owners of an old Acme sedan"
        placed = bool(noun.kind) and FACILITY_CLASS not in noun.classes
        yield from (one for one in found if placed or not one.traits.place)  # "manager of the Tulsa abattoir"
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
