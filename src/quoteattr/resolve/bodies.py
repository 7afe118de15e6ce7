"""The organisations in a phrase: before a role noun, behind its prepositions, in its relative clause."""

from __future__ import annotations

from collections.abc import Iterator

from quoteattr.records import SpeakerKind
from quoteattr.resolve.discourse import Discourse
from quoteattr.resolve.entities import Entity, Mention, MentionType

__all__ = ["bodies_among", "bodies_of_clause", "bodies_of_phrase", "body_at", "premodifier"]

_PREPOSITIONS = frozenset(("of", "for", "at", "with", "from", "in", "on", "by", "to", "as"))
_BEFORE = frozenset(("compound", "poss", "nmod", "amod"))
_GOVERNS = frozenset(("heads", "leads", "led", "runs", "ran", "governs", "is", "was", "'s", "represents"))
"""Verbs that tie somebody to a place as an office does."""
_INCLUDES = frozenset(("includes", "include", "comprises", "unites", "represents"))
"""Verbs that make their object part of a body."""
_LETTERS = (("gop",), ("democratic",), ("republican",))
"""Names that say of which party somebody is."""
_CANDIDATES = frozenset(("candidate", "nominee", "frontrunner", "front-runner", "runner", "hopeful", "contender"))
"""Who has a campaign."""
_IN_OFFICE = frozenset(("president", "governor", "mayor", "premier", "minister", "chancellor", "secretary", "speaker"))
"""Whose spokesmen are no campaign's."""
_FIELDS = frozenset(("studies", "sciences", "economics", "politics", "relations", "affairs", "policy", "history"))
"""Last words of the names of what is studied somewhere, or done there."""
_STEPS = 40
"""Tokens of a phrase that are visited."""


def bodies_of_phrase(discourse: Discourse, head: int, whose: Entity | None = None) -> list[Entity]:
    """The organisations in the noun phrase of ``head``, the likeliest first, each once.

    Args:
        discourse: The article.
        head: A noun for what somebody is ("director") or for what somebody wrote ("letter").
        whose: Whose phrase it is: no organisation of its own.
    """
    found = {id(body): body for body in _in_phrase(discourse, head) if body is not whose}
    return list(found.values())


def _in_phrase(discourse: Discourse, head: int) -> Iterator[Entity]:
    parse, words = discourse.parse, discourse.words
    role = words.noun(parse.lower[head], parse.tags[head]).base
    loose = role in words.unattached
    if not loose:
        yield from _before(discourse, head, role)
    found = False
    behind = [child for child in reversed(parse.children[head]) if child > head]
    if _is_document(discourse, head):
        behind = [child for child in behind if parse.lower[child] != "to"]  # "a letter to Amazon" is from others
    for body in _walk(discourse, behind, role, loose=loose):
        found = True
        yield body
    after = head + 2
    if not found and after < len(parse) and parse.lower[head + 1] == "," and discourse.name_at[after] >= 0:
        name = discourse.mentions[discourse.name_at[after]]
        last = body_at(discourse, name.head, role) if name.start == after else None
        if last is not None:
            yield last  # "Jane Smith, director, Amazon"
    elif not found and not loose and parse.child(head, "prep") < 0 and (near := _next_body(discourse, head, role)):
        yield near


def _next_body(discourse: Discourse, head: int, role: str) -> Entity | None:
    """The body behind "of" or "to" right after a role, wherever the tree hangs it: "secretary to the Treasury"."""
    parse = discourse.parse
    if head + 2 >= len(parse) or parse.lower[head + 1] not in ("of", "at", "for", "to"):
        return None
    token = head + 2 + (parse.tags[head + 2] == "DT")
    number = discourse.name_at[token] if token < len(parse) else -1
    return body_at(discourse, discourse.mentions[number].head, role) if number >= 0 else None


def bodies_of_clause(discourse: Discourse, verb: int) -> list[Entity]:
    """The organisations of somebody "who heads Amazon", "who studies law at Harvard"."""
    role = "leader" if discourse.parse.lower[verb] in _GOVERNS else "director"
    return list(_walk(discourse, _of_clause(discourse, verb), role))


def bodies_among(discourse: Discourse, head: int) -> list[Entity]:
    """The named bodies of "groups led by X", "groups such as X", "groups including X", "the board of X"."""
    parse, out = discourse.parse, []
    if parse.deps[head] == "dobj" and parse.lower[parse.heads[head]] in _INCLUDES:  # "Acme, which includes groups ..."
        verb = parse.heads[head]
        whole = parse.heads[verb] if parse.deps[verb] == "relcl" else parse.child(verb, "nsubj")
        body = body_at(discourse, whole, "")
        if body is not None:
            out.append(body)
    for child in parse.children[head]:
        if child < head:
            continue
        word, inner = parse.lower[child], -1
        if word == "led":
            agent = parse.child(child, "agent")
            inner = parse.child(agent, "pobj") if agent >= 0 else -1
        elif word in ("including", "like", "of") or (word == "as" and parse.lower[child - 1] == "such"):
            inner = parse.child(child, "pobj")
        body = body_at(discourse, inner, "")
        if body is None and inner >= 0 and (deeper := parse.child(inner, "prep")) >= 0 and parse.lower[deeper] == "of":
            body = body_at(discourse, parse.child(deeper, "pobj"), "")  # "the board of directors of Amazon"
        if body is not None:
            out.append(body)
    return out


def _walk(discourse: Discourse, stack: list[int], role: str, *, loose: bool = False) -> Iterator[Entity]:
    """The bodies below the tokens of ``stack``, the last of which comes first."""
    parse = discourse.parse
    for _ in range(_STEPS):
        if not stack:
            break
        token = stack.pop()
        dep = parse.deps[token]
        if dep in ("prep", "agent"):
            if parse.lower[token] == "at" or (parse.lower[token] in _PREPOSITIONS and not loose):
                stack.extend(_below(discourse, token, "pobj", "pcomp"))
        elif dep in ("pobj", "dobj", "attr"):
            office = dep == "pobj" and parse.lower[parse.heads[token]] == "as"  # "served as Acme's counsel"
            bodies = list(_before(discourse, token, role) if office else _at_noun(discourse, token, role))
            yield from (body for body in bodies if not body.place or _is_direct(discourse, token))
            if not bodies:
                labels = ("prep", "appos", "acl") if _is_document(discourse, token) else ("prep", "appos")
                stack.extend(child for child in _below(discourse, token, *labels) if child > token)
        elif dep == "appos":
            body = body_at(discourse, token, role)
            if body is not None:
                yield body
        elif dep in ("relcl", "acl") or (dep == "conj" and parse.tags[token][:1] == "V"):
            stack.extend(_of_clause(discourse, token))


def _is_document(discourse: Discourse, token: int) -> bool:
    """Whether a noun is one for documents: "results of a poll conducted by Acme"."""
    return discourse.words.noun(discourse.parse.lower[token], discourse.parse.tags[token]).kind == "document"


def _is_direct(discourse: Discourse, token: int) -> bool:
    """Whether a place behind a preposition is the role's, unlike one in "at a company in Tulsa"."""
    parse = discourse.parse
    if parse.deps[token] != "pobj" or parse.lower[parse.heads[token]] != "in":
        return True
    return parse.deps[parse.heads[parse.heads[token]]] != "pobj"


def _below(discourse: Discourse, token: int, *labels: str) -> list[int]:
    """Children with one of ``labels``, last first."""
    parse = discourse.parse
    return [child for child in reversed(parse.children[token]) if parse.deps[child] in labels]


def _of_clause(discourse: Discourse, verb: int) -> list[int]:
    """What to visit of "who heads Y", "teaching at Y", "who is a director of Y"."""
    parse, head = discourse.parse, discourse.parse.heads[verb]
    if discourse.words.noun(parse.lower[head], parse.tags[head]).kind == "document":  # "a study that appeared in Y"
        return [
            child for child in _below(discourse, verb, "prep", "agent") if parse.lower[child] in ("by", "in", "from")
        ]
    if parse.lower[verb] in discourse.words.affiliation_verbs:
        below = _below(discourse, verb, "dobj", "prep", "conj")
        if parse.lower[verb] in ("running", "runs", "ran"):  # for an office
            below = [child for child in below if parse.lower[child] != "for"]
        if parse.lower[verb] in ("works", "worked", "working"):  # for, not with
            below = [child for child in below if parse.lower[child] != "with"]
        return below
    now = parse.tags[verb] in ("VBZ", "VBP", "VBG")
    made = parse.child(verb, "dobj") >= 0  # "who filmed the feast for Acme"
    placed = _below(discourse, verb, "prep")
    if now and made:  # "who studies rivers at Acme", where the tree hangs "at" on the rivers
        placed += _below(discourse, parse.child(verb, "dobj"), "prep")
    out = [
        child
        for child in placed
        if (parse.lower[child] in ("at", "for") and now) or (parse.lower[child] == "for" and made)
    ]
    for attribute in _below(discourse, verb, "attr"):
        out.extend(_below(discourse, attribute, "prep"))
    return out + _below(discourse, verb, "conj")  # "who advised X and works for Y"


def _at_noun(discourse: Discourse, token: int, role: str) -> Iterator[Entity]:
    """The body that a noun behind a preposition is, or the bodies that stand before it."""
    parse = discourse.parse
    if parse.lower[token + 1 : token + 2] == [","]:
        named = next((body_at(discourse, child, role) for child in _below(discourse, token, "appos")), None)
        if named is not None and named.names and not named.place:
            yield named  # "Acme's parent company, Amazon"
            return
    body = body_at(discourse, token, role)
    if body is None:
        yield from _before(discourse, token, role)
        return
    mention = discourse.at_head.get(token)
    if mention is not None and mention.type is MentionType.DESCRIPTION:
        for child in parse.children[token]:  # "the Boston office of Amazon" is Amazon
            if parse.deps[child] == "prep" and parse.lower[child] in ("of", "at"):
                inner = body_at(discourse, parse.child(child, "pobj"), role)
                if inner is not None and not inner.place:
                    yield inner
    possessor = body_at(discourse, parse.child(token, "poss"), role)
    if possessor is not None and possessor.kind is SpeakerKind.ORGANISATION and not possessor.place:
        yield possessor  # "the union's Technology Project" is the union
    yield body


def _before(discourse: Discourse, head: int, role: str) -> Iterator[Entity]:
    parse = discourse.parse
    for child in reversed(parse.children[head]):  # the nearest first: "Tulsa police chief"
        if child >= head or parse.deps[child] not in _BEFORE or _cut_off(discourse, child, head):
            continue
        if parse.lower[child] == "campaign" and child == head - 1 and parse.lower[head + 1 : head + 2] == ["for"]:
            continue  # "campaign manager for Jane Smith's team" tells behind whose
        body = premodifier(discourse, child, role)
        if body is None and parse.deps[child] == "poss":
            body = _public(discourse, child, role)
        if body is None:  # "Wired Texas editor"
            inner = (token for token in reversed(parse.children[child]) if parse.deps[token] == "compound")
            body = next((found for token in inner if (found := premodifier(discourse, token, ""))), None)
        if body is not None:
            yield body


def _cut_off(discourse: Discourse, child: int, head: int) -> bool:
    """Whether a dash or bracket parts a premodifier from its noun: "ROME (AFP) - President Smith"."""
    parse = discourse.parse
    for token in range(child + 1, min(head, child + _STEPS)):
        if parse.lower[token] in (")", "--", "—", "–", ":"):
            return True
        if parse.lower[token] == "-" and parse.ends[token - 1] != parse.starts[token]:
            return True
    return False


def _public(discourse: Discourse, token: int, role: str) -> Entity | None:
    """The place whose official somebody is: "the city's lawyer", unlike "the city's biggest star"."""
    mention = discourse.at_head.get(token)
    if mention is None or mention.type is not MentionType.DESCRIPTION or mention.entity is None:
        return None
    return mention.entity if mention.entity.place and role in discourse.words.voices else None


def premodifier(discourse: Discourse, token: int, role: str) -> Entity | None:
    """The body that a premodifier or possessive stands for: "Amazon spokeswoman", "French president"."""
    parse, words = discourse.parse, discourse.words
    found = body_at(discourse, token, role)
    if found is not None:
        return found
    if words.noun(parse.lower[token], parse.tags[token]).base in words.organisations:
        for child in parse.children[token]:
            mention = discourse.at_head.get(child)
            if mention is not None and mention.entity is not None and mention.entity.kind is SpeakerKind.PERSON:
                return discourse.campaigns.get(id(mention.entity))
    hyphened = parse.words[token - 1] == "-" and parse.ends[token - 1] == parse.starts[token]  # "African-American"
    if role in words.place_offices and parse.lower[token] in words.places and not hyphened:
        return discourse.places.get(words.places[parse.lower[token]])
    return None


def body_at(discourse: Discourse, token: int, role: str) -> Entity | None:
    """The organisation that a noun or name stands for to somebody with this role, or ``None``."""
    mention = _mention_at(discourse, token)
    if mention is None or mention.entity is None:
        return None
    entity, words = mention.entity, discourse.words
    if entity.kind is SpeakerKind.PERSON:
        parse = discourse.parse
        behind = parse.deps[mention.head] == "pobj" and parse.lower[parse.heads[mention.head]] not in ("for", "to")
        return _campaign_of(discourse, entity, role) if role in words.voices and not behind else None
    if entity.kind is not SpeakerKind.ORGANISATION or entity.plural:
        return None
    if mention.noun is not None and mention.noun.base in ("industry", "sector"):
        return None
    if mention.name is not None and (mention.name.key in _LETTERS or _is_field(discourse, mention.name.key)):
        return None  # a party letter is no organisation, nor what is studied at one
    if entity.place:
        return entity if role in words.place_offices else None
    if "party" in entity.classes and role in words.partisans:
        return None
    if entity.names or entity.owner is None:
        return entity if entity.names else None
    return entity if "campaign" in entity.nouns or entity.owner.kind is SpeakerKind.PERSON else entity.owner


def _is_field(discourse: Discourse, key: tuple[str, ...]) -> bool:
    """Whether a name is that of a field: "director of Urban Studies at ..."."""
    return key[-1] in _FIELDS and discourse.words.organisation_words.isdisjoint(key)


def _campaign_of(discourse: Discourse, person: Entity, role: str) -> Entity | None:
    """The campaign of a candidate: the one that the article speaks of, if only as "the campaign"."""
    known = discourse.campaigns.get(id(person))
    staff = role in discourse.words.staff or role.startswith("spokes")
    running = not _CANDIDATES.isdisjoint(person.nouns)
    running = running or (role.startswith("spokes") and _IN_OFFICE.isdisjoint(person.nouns))
    if known is None and staff and running and discourse.is_settled and discourse.has_campaign:
        known = Entity(SpeakerKind.ORGANISATION, nouns={"campaign", "team"}, classes={"campaign"}, owner=person)
        discourse.campaigns[id(person)] = known
    return known


def _mention_at(discourse: Discourse, token: int) -> Mention | None:
    """The mention that a token heads, else the name that covers it."""
    if token < 0:
        return None
    number = discourse.name_at[token]
    return discourse.at_head.get(token) or (discourse.mentions[number] if number >= 0 else None)
