"""The organisations in a phrase: before a role noun, behind its prepositions, in its relative clause."""

from __future__ import annotations

from collections.abc import Iterator

from quoteattr.coreference.document import Document
from quoteattr.coreference.entities import Entity, Mention, MentionType
from quoteattr.records import SpeakerKind

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


def bodies_of_phrase(document: Document, head: int, whose: Entity | None = None) -> list[Entity]:
    """The organisations in the noun phrase of ``head``, the likeliest first, each once.

    Args:
        document: The article.
        head: A noun for what somebody is ("director") or for what somebody wrote ("letter").
        whose: Whose phrase it is: no organisation of its own.
    """
    found = {id(body): body for body in _in_phrase(document, head) if body is not whose}
    return list(found.values())


def _in_phrase(document: Document, head: int) -> Iterator[Entity]:
    parse, words = document.parse, document.words
    role = words.noun(parse.lower[head], parse.tags[head]).base
    loose = role in words.unattached
    if not loose:
        yield from _before(document, head, role)
    found = False
    behind = [child for child in reversed(parse.children[head]) if child > head]
    if _is_document(document, head):
        behind = [child for child in behind if parse.lower[child] != "to"]  # "a letter to Amazon" is from others
    for body in _walk(document, behind, role, loose=loose):
        found = True
        yield body
    after = head + 2
    if not found and after < len(parse) and parse.lower[head + 1] == "," and document.name_at[after] >= 0:
        name = document.mentions[document.name_at[after]]
        last = body_at(document, name.head, role) if name.start == after else None
        if last is not None:
            yield last  # "Jane Smith, director, Amazon"
    elif not found and not loose and parse.child(head, "prep") < 0 and (near := _next_body(document, head, role)):
        yield near


def _next_body(document: Document, head: int, role: str) -> Entity | None:
    """The body behind "of" or "to" right after a role, wherever the tree hangs it: "secretary to the Treasury"."""
    parse = document.parse
    if head + 2 >= len(parse) or parse.lower[head + 1] not in ("of", "at", "for", "to"):
        return None
    token = head + 2 + (parse.tags[head + 2] == "DT")
    number = document.name_at[token] if token < len(parse) else -1
    return body_at(document, document.mentions[number].head, role) if number >= 0 else None


def bodies_of_clause(document: Document, verb: int) -> list[Entity]:
    """The organisations of somebody "who heads Amazon", "who studies law at Harvard"."""
    role = "leader" if document.parse.lower[verb] in _GOVERNS else "director"
    return list(_walk(document, _of_clause(document, verb), role))


def bodies_among(document: Document, head: int) -> list[Entity]:
    """The named bodies of "groups led by X", "groups such as X", "groups including X", "the board of X"."""
    parse, out = document.parse, []
    if parse.deps[head] == "dobj" and parse.lower[parse.heads[head]] in _INCLUDES:  # "Acme, which includes groups ..."
        verb = parse.heads[head]
        whole = parse.heads[verb] if parse.deps[verb] == "relcl" else parse.child(verb, "nsubj")
        body = body_at(document, whole, "")
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
        body = body_at(document, inner, "")
        if body is None and inner >= 0 and (deeper := parse.child(inner, "prep")) >= 0 and parse.lower[deeper] == "of":
            body = body_at(document, parse.child(deeper, "pobj"), "")  # "the board of directors of Amazon"
        if body is not None:
            out.append(body)
    return out


def _walk(document: Document, stack: list[int], role: str, *, loose: bool = False) -> Iterator[Entity]:
    """The bodies below the tokens of ``stack``, the last of which comes first."""
    parse = document.parse
    for _ in range(_STEPS):
        if not stack:
            break
        token = stack.pop()
        dep = parse.deps[token]
        if dep in ("prep", "agent"):
            if parse.lower[token] == "at" or (parse.lower[token] in _PREPOSITIONS and not loose):
                stack.extend(_below(document, token, "pobj", "pcomp"))
        elif dep in ("pobj", "dobj", "attr"):
            office = dep == "pobj" and parse.lower[parse.heads[token]] == "as"  # "served as Acme's counsel"
            bodies = list(_before(document, token, role) if office else _at_noun(document, token, role))
            yield from (body for body in bodies if not body.place or _is_direct(document, token))
            if not bodies:
                labels = ("prep", "appos", "acl") if _is_document(document, token) else ("prep", "appos")
                stack.extend(child for child in _below(document, token, *labels) if child > token)
        elif dep == "appos":
            body = body_at(document, token, role)
            if body is not None:
                yield body
        elif dep in ("relcl", "acl") or (dep == "conj" and parse.tags[token][:1] == "V"):
            stack.extend(_of_clause(document, token))


def _is_document(document: Document, token: int) -> bool:
    """Whether a noun is one for documents: "results of a poll conducted by Acme"."""
    return document.words.noun(document.parse.lower[token], document.parse.tags[token]).kind == "document"


def _is_direct(document: Document, token: int) -> bool:
    """Whether a place behind a preposition is the role's, unlike one in "at a company in Tulsa"."""
    parse = document.parse
    if parse.deps[token] != "pobj" or parse.lower[parse.heads[token]] != "in":
        return True
    return parse.deps[parse.heads[parse.heads[token]]] != "pobj"


def _below(document: Document, token: int, *labels: str) -> list[int]:
    """Children with one of ``labels``, last first."""
    parse = document.parse
    return [child for child in reversed(parse.children[token]) if parse.deps[child] in labels]


def _of_clause(document: Document, verb: int) -> list[int]:
    """What to visit of "who heads Y", "teaching at Y", "who is a director of Y"."""
    parse, head = document.parse, document.parse.heads[verb]
    if document.words.noun(parse.lower[head], parse.tags[head]).kind == "document":  # "a study that appeared in Y"
        return [
            child for child in _below(document, verb, "prep", "agent") if parse.lower[child] in ("by", "in", "from")
        ]
    if parse.lower[verb] in document.words.affiliation_verbs:
        below = _below(document, verb, "dobj", "prep", "conj")
        if parse.lower[verb] in ("running", "runs", "ran"):  # for an office
            below = [child for child in below if parse.lower[child] != "for"]
        if parse.lower[verb] in ("works", "worked", "working"):  # for, not with
            below = [child for child in below if parse.lower[child] != "with"]
        return below
    now = parse.tags[verb] in ("VBZ", "VBP", "VBG")
    made = parse.child(verb, "dobj") >= 0  # "who filmed the feast for Acme"
    placed = _below(document, verb, "prep")
    if now and made:  # "who studies rivers at Acme", where the tree hangs "at" on the rivers
        placed += _below(document, parse.child(verb, "dobj"), "prep")
    out = [
        child
        for child in placed
        if (parse.lower[child] in ("at", "for") and now) or (parse.lower[child] == "for" and made)
    ]
    for attribute in _below(document, verb, "attr"):
        out.extend(_below(document, attribute, "prep"))
    return out + _below(document, verb, "conj")  # "who advised X and works for Y"


def _at_noun(document: Document, token: int, role: str) -> Iterator[Entity]:
    """The body that a noun behind a preposition is, or the bodies that stand before it."""
    parse = document.parse
    if parse.lower[token + 1 : token + 2] == [","]:
        named = next((body_at(document, child, role) for child in _below(document, token, "appos")), None)
        if named is not None and named.names and not named.place:
            yield named  # "Acme's parent company, Amazon"
            return
    body = body_at(document, token, role)
    if body is None:
        yield from _before(document, token, role)
        return
    mention = document.at_head.get(token)
    if mention is not None and mention.type is MentionType.DESCRIPTION:
        for child in parse.children[token]:  # "the Boston office of Amazon" is Amazon
            if parse.deps[child] == "prep" and parse.lower[child] in ("of", "at"):
                inner = body_at(document, parse.child(child, "pobj"), role)
                if inner is not None and not inner.place:
                    yield inner
    possessor = body_at(document, parse.child(token, "poss"), role)
    if possessor is not None and possessor.kind is SpeakerKind.ORGANISATION and not possessor.place:
        yield possessor  # "the union's Technology Project" is the union
    yield body


def _before(document: Document, head: int, role: str) -> Iterator[Entity]:
    parse = document.parse
    for child in reversed(parse.children[head]):  # the nearest first: "Tulsa police chief"
        if child >= head or parse.deps[child] not in _BEFORE or _cut_off(document, child, head):
            continue
        if parse.lower[child] == "campaign" and child == head - 1 and parse.lower[head + 1 : head + 2] == ["for"]:
            continue  # "campaign manager for Jane Smith's team" tells behind whose
        body = premodifier(document, child, role)
        if body is None and parse.deps[child] == "poss":
            body = _public(document, child, role)
        if body is None:  # "Wired Texas editor"
            inner = (token for token in reversed(parse.children[child]) if parse.deps[token] == "compound")
            body = next((found for token in inner if (found := premodifier(document, token, ""))), None)
        if body is not None:
            yield body


def _cut_off(document: Document, child: int, head: int) -> bool:
    """Whether a dash or bracket parts a premodifier from its noun: "ROME (AFP) - President Smith"."""
    parse = document.parse
    for token in range(child + 1, min(head, child + _STEPS)):
        if parse.lower[token] in (")", "--", "—", "–", ":"):
            return True
        if parse.lower[token] == "-" and parse.ends[token - 1] != parse.starts[token]:
            return True
    return False


def _public(document: Document, token: int, role: str) -> Entity | None:
    """The place whose official somebody is: "the city's lawyer", unlike "the city's biggest star"."""
    mention = document.at_head.get(token)
    if mention is None or mention.type is not MentionType.DESCRIPTION or mention.entity is None:
        return None
    return mention.entity if mention.entity.place and role in document.words.voices else None


def premodifier(document: Document, token: int, role: str) -> Entity | None:
    """The body that a premodifier or possessive stands for: "Amazon spokeswoman", "French president"."""
    parse, words = document.parse, document.words
    found = body_at(document, token, role)
    if found is not None:
        return found
    if words.noun(parse.lower[token], parse.tags[token]).base in words.organisations:
        for child in parse.children[token]:
            mention = document.at_head.get(child)
            if mention is not None and mention.entity is not None and mention.entity.kind is SpeakerKind.PERSON:
                return document.campaigns.get(id(mention.entity))
    hyphened = parse.words[token - 1] == "-" and parse.ends[token - 1] == parse.starts[token]  # "African-American"
    if role in words.place_offices and parse.lower[token] in words.places and not hyphened:
        return document.places.get(words.places[parse.lower[token]])
    return None


def body_at(document: Document, token: int, role: str) -> Entity | None:
    """The organisation that a noun or name stands for to somebody with this role, or ``None``."""
    mention = _mention_at(document, token)
    if mention is None or mention.entity is None:
        return None
    entity, words = mention.entity, document.words
    if entity.kind is SpeakerKind.PERSON:
        parse = document.parse
        behind = parse.deps[mention.head] == "pobj" and parse.lower[parse.heads[mention.head]] not in ("for", "to")
        return _campaign_of(document, entity, role) if role in words.voices and not behind else None
    if entity.kind is not SpeakerKind.ORGANISATION or entity.plural:
        return None
    if mention.noun is not None and mention.noun.base in ("industry", "sector"):
        return None
    if mention.name is not None and (mention.name.key in _LETTERS or _is_field(document, mention.name.key)):
        return None  # a party letter is no organisation, nor what is studied at one
    if entity.place:
        return entity if role in words.place_offices else None
    if "party" in entity.classes and role in words.partisans:
        return None
    if entity.names or entity.owner is None:
        return entity if entity.names else None
    return entity if "campaign" in entity.nouns or entity.owner.kind is SpeakerKind.PERSON else entity.owner


def _is_field(document: Document, key: tuple[str, ...]) -> bool:
    """Whether a name is that of a field: "director of Urban Studies at ..."."""
    return key[-1] in _FIELDS and document.words.organisation_words.isdisjoint(key)


def _campaign_of(document: Document, person: Entity, role: str) -> Entity | None:
    """The campaign of a candidate: the one that the article speaks of, if only as "the campaign"."""
    known = document.campaigns.get(id(person))
    staff = role in document.words.staff or role.startswith("spokes")
    running = not _CANDIDATES.isdisjoint(person.nouns)
    running = running or (role.startswith("spokes") and _IN_OFFICE.isdisjoint(person.nouns))
    if known is None and staff and running and document.is_settled and document.has_campaign:
        known = Entity(SpeakerKind.ORGANISATION, nouns={"campaign", "team"}, classes={"campaign"}, owner=person)
        document.campaigns[id(person)] = known
    return known


def _mention_at(document: Document, token: int) -> Mention | None:
    """The mention that a token heads, else the name that covers it."""
    if token < 0:
        return None
    number = document.name_at[token]
    return document.at_head.get(token) or (document.mentions[number] if number >= 0 else None)
