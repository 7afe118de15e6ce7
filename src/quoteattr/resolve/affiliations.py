"""For whom somebody stands: the organisation beside a role, before it, behind a preposition or in a relative clause."""

from __future__ import annotations

from quoteattr.records import SpeakerKind
from quoteattr.resolve.discourse import Discourse
from quoteattr.resolve.entities import Affiliation, Entity, Mention, MentionType
from quoteattr.resolve.facts import Fact
from quoteattr.syntax import Parse

__all__ = ["affiliate", "bodies_of_phrase", "organisation_of"]

_PREPOSITIONS = frozenset(("of", "for", "at", "with", "from", "in", "on", "by", "to"))
_ISSUES = frozenset(("released", "issued", "published", "sent", "wrote", "filed", "made", "posted", "delivered", "releases", "publishes"))
_PAST = frozenset(("former", "ex", "retired", "one-time", "onetime", "then", "late"))
_NOBODY = frozenset(("people", "public", "some", "many", "most", "others", "few", "all", "woman", "man", "women", "men", "one", "family", "crowd"))
_BRANCH_LIMIT = 40


def affiliate(discourse: Discourse, facts: list[Fact]) -> None:
    """Add to each named entity what its own phrases, and the facts about it, tell of its organisation."""
    for fact in facts:
        entity = fact.mention.entity
        if entity is None or entity.kind is not SpeakerKind.PERSON:
            continue
        noun = discourse.words.noun(discourse.parse.lower[fact.head], discourse.parse.tags[fact.head])
        if noun.base in discourse.words.kinship:
            continue
        past = bool(_PAST & {discourse.parse.lower[child] for child in discourse.parse.children[fact.head]})
        for order, body in enumerate(bodies_of_phrase(discourse, fact.head, entity)):
            entity.affiliations.append(Affiliation(fact.rank + 4 * past, order, body))
    for mention in discourse.mentions:
        entity = mention.entity
        if mention.type is MentionType.DESCRIPTION:
            affiliate_description(discourse, mention)
        elif mention.type is MentionType.NAME and entity is not None and entity.kind is SpeakerKind.PERSON:
            for order, body in enumerate(_beside_name(discourse, mention)):
                entity.affiliations.append(Affiliation(1, order, body))
            for body in _by_title(discourse, mention):
                entity.affiliations.append(Affiliation(6, 0, body))


def affiliate_description(discourse: Discourse, mention: Mention) -> None:
    """Add what a description of somebody unnamed says of its organisation: "a spokesman for Amazon", "Amazon officials"."""
    entity, noun, words = mention.entity, mention.noun, discourse.words
    if entity is None or noun is None or entity.names or noun.kind == "organisation" or noun.base in words.kinship:
        return
    if noun.base in _NOBODY:
        return
    for order, body in enumerate(bodies_of_phrase(discourse, mention.head, entity)):
        entity.affiliations.append(Affiliation(1, order, body))
    if noun.kind == "document" and (issuer := _issuer(discourse, mention)) is not None:
        entity.affiliations.append(Affiliation(3, 0, issuer))


def _issuer(discourse: Discourse, mention: Mention) -> Entity | None:
    """Who "said in a statement", "released a report", "sent a letter": the body for which the verb's subject stands."""
    parse, token = discourse.parse, mention.head
    if parse.deps[token] == "pobj" and parse.lower[parse.heads[token]] == "in":
        token = parse.heads[token]
    elif parse.deps[token] != "dobj":
        return None
    verb = parse.heads[token]
    if parse.deps[token] == "dobj" and parse.lower[verb] not in _ISSUES:
        return None
    subject = parse.child(verb, "nsubj")
    other = discourse.at_head.get(subject) if subject >= 0 else None
    if other is None or other.entity is None or (token > 0 and parse.deps[token] == "prep" and subject not in discourse.attribution_of):
        return None
    return other.entity if other.entity.kind is SpeakerKind.ORGANISATION and other.entity.names else None


def organisation_of(entity: Entity) -> Entity | None:
    """The surest organisation of an entity; a speaking organisation stands for itself."""
    if entity.kind is SpeakerKind.ORGANISATION and (entity.names or entity.owner is not None):
        if entity.owner is not None and not entity.names and entity.label is None:
            return entity.owner if entity.owner.kind is SpeakerKind.ORGANISATION else entity
        return entity
    if entity.maker is not None:
        return entity.maker
    best = min(entity.affiliations, key=lambda one: (one.rank, one.position), default=None)
    return best.organisation if best is not None else None


def bodies_of_phrase(discourse: Discourse, head: int, whose: Entity | None = None) -> list[Entity]:
    """The organisations in the noun phrase of ``head``, the likeliest first."""
    parse = discourse.parse
    role = discourse.words.noun(parse.lower[head], parse.tags[head]).base
    out: list[Entity] = []
    loose = role in discourse.words.unattached
    for child in parse.children[head]:
        if child < head and parse.deps[child] in ("compound", "poss", "nmod", "amod") and not loose:
            _add(out, _premodifier(discourse, child, role), whose)
    stack = [child for child in reversed(parse.children[head]) if child > head]
    for _ in range(_BRANCH_LIMIT):
        if not stack:
            break
        token = stack.pop()
        dep = parse.deps[token]
        if dep in ("prep", "agent") and parse.lower[token] in _PREPOSITIONS and (not loose or parse.lower[token] == "at"):
            stack.extend(child for child in reversed(parse.children[token]) if parse.deps[child] in ("pobj", "pcomp"))
        elif dep in ("pobj", "dobj", "attr"):
            body = _body_at(discourse, token, role)
            if body is not None and token in discourse.at_head and discourse.at_head[token].type is MentionType.DESCRIPTION:
                for inner in _inside(discourse, token, role):
                    _add(out, inner, whose)  # "the Boston office of Amazon" is Amazon
            _add(out, body, whose)
            if body is None:
                for child in parse.children[token]:
                    if child < token and parse.deps[child] in ("compound", "poss", "nmod"):
                        _add(out, _premodifier(discourse, child, role), whose)
                stack.extend(child for child in reversed(parse.children[token]) if child > token and parse.deps[child] in ("prep", "appos"))
        elif dep == "appos":
            _add(out, _body_at(discourse, token, role), whose)
        elif dep in ("relcl", "acl") and parse.lower[token] in discourse.words.affiliation_verbs:
            stack.extend(child for child in reversed(parse.children[token]) if parse.deps[child] in ("dobj", "prep", "agent"))
        elif dep in ("relcl", "acl"):
            stack.extend(child for child in reversed(parse.children[token]) if parse.deps[child] == "prep" and parse.lower[child] == "at")
            for attribute in parse.children[token]:
                if parse.deps[attribute] == "attr":
                    stack.extend(child for child in reversed(parse.children[attribute]) if parse.deps[child] == "prep")
    if not out and head + 2 < len(parse) and parse.lower[head + 1] == ",":
        name = _name_over(discourse, head + 2)
        if name is not None and name.start == head + 2:  # "Jane Smith, director, Amazon"
            _add(out, _body_at(discourse, name.head, role), whose)
    return out


def _inside(discourse: Discourse, token: int, role: str) -> list[Entity]:
    """Bodies named behind "of" in the phrase of a body."""
    parse, out = discourse.parse, []
    for child in parse.children[token]:
        if parse.deps[child] == "prep" and parse.lower[child] in ("of", "at"):
            inner = parse.child(child, "pobj")
            body = _body_at(discourse, inner, role) if inner >= 0 else None
            if body is not None and not body.place:
                out.append(body)
    return out


def _add(out: list[Entity], body: Entity | None, whose: Entity | None) -> None:
    if body is not None and body is not whose and body not in out:
        out.append(body)


def _body_at(discourse: Discourse, token: int, role: str) -> Entity | None:
    """The organisation that a noun phrase inside a role phrase stands for."""
    mention = discourse.at_head.get(token) or _name_over(discourse, token)
    if mention is None or mention.entity is None:
        return None
    entity = mention.entity
    if entity.kind is SpeakerKind.PERSON:
        parse = discourse.parse
        behind = parse.deps[mention.head] == "pobj" and parse.lower[parse.heads[mention.head]] != "for"
        return discourse.campaigns.get(id(entity)) if role in discourse.words.voices and not behind else None
    if entity.kind is not SpeakerKind.ORGANISATION or entity.plural:
        return None
    if mention.name is not None and mention.name.key == ("gop",):
        return None  # a party letter is no organisation
    if entity.place:
        return entity if role in discourse.words.place_offices else None
    if entity.names or entity.label is not None:
        return entity
    if entity.owner is not None:
        return entity if "campaign" in entity.nouns or entity.owner.kind is SpeakerKind.PERSON else entity.owner
    return None


def _name_over(discourse: Discourse, token: int) -> Mention | None:
    """The name that covers a token which is not its head."""
    number = discourse.name_at[token]
    return discourse.mentions[number] if number >= 0 else None


def _premodifier(discourse: Discourse, token: int, role: str) -> Entity | None:
    parse, words = discourse.parse, discourse.words
    found = _body_at(discourse, token, role)
    if found is not None:
        return found
    base = words.noun(parse.lower[token], parse.tags[token]).base
    if base in words.organisations:
        for child in parse.children[token]:
            mention = discourse.at_head.get(child)
            if mention is not None and mention.entity is not None and mention.entity.kind is SpeakerKind.PERSON:
                return discourse.campaigns.get(id(mention.entity))
    if role in words.place_offices and parse.lower[token] in words.places:
        return discourse.places.get(words.places[parse.lower[token]])
    return None


def _beside_name(discourse: Discourse, mention: Mention) -> list[Entity]:
    """ "CNN's Smith", "Amazon spokeswoman Smith", "Smith of Amazon", "Smith, who heads Amazon"."""
    parse, words, head = discourse.parse, discourse.words, mention.head
    out: list[Entity] = []
    role = _role_before(parse, mention)
    title = mention.name.titles[-1] if mention.name is not None and mention.name.titles else ""
    for child in parse.children[head]:
        dep = parse.deps[child]
        if child < mention.start and dep in ("compound", "poss", "nmod", "amod"):
            if dep == "poss" or role or title or parse.lower[parse.right[child] - 1] in ("'s", "'"):
                _add(out, _premodifier(discourse, child, role or _office(discourse, title)), mention.entity)
        elif child >= mention.end and dep == "prep" and parse.lower[child] in ("of", "from", "with", "at"):
            inner = parse.child(child, "pobj")
            if inner >= 0 and child <= mention.end + 1:
                _add(out, _body_at(discourse, inner, ""), mention.entity)
        elif child >= mention.end and dep == "relcl" and parse.lower[child] in words.affiliation_verbs:
            for inner in parse.children[child]:
                if parse.deps[inner] == "dobj":
                    _add(out, _body_at(discourse, inner, "leader"), mention.entity)
                elif parse.deps[inner] == "prep" and parse.child(inner, "pobj") >= 0:
                    _add(out, _body_at(discourse, parse.child(inner, "pobj"), "leader"), mention.entity)
    verb = parse.heads[head]
    if parse.deps[head] == "nsubj" and parse.lower[verb] in ("wrote", "writes", "works", "worked", "blogged", "reported"):
        for child in parse.children[verb]:
            if parse.deps[child] == "prep" and parse.lower[child] in ("for", "at") and child <= verb + 2 and parse.child(child, "pobj") >= 0:
                _add(out, _body_at(discourse, parse.child(child, "pobj"), ""), mention.entity)
    if not out and title:
        start = mention.start - len(title.replace("-", " - ").split())
        if start > 0 and discourse.name_at[start - 1] >= 0:
            other = discourse.mentions[discourse.name_at[start - 1]]
            _add(out, _body_at(discourse, other.head, _office(discourse, title)), mention.entity)
        elif start > 0 and (start - 1) in discourse.at_head:
            _add(out, _body_at(discourse, start - 1, _office(discourse, title)), mention.entity)
        elif start > 0 and parse.lower[start - 1] in words.places and _office(discourse, title) in words.place_offices:
            _add(out, discourse.places.get(words.places[parse.lower[start - 1]]), mention.entity)
    return out


def _office(discourse: Discourse, title: str) -> str:
    """The noun of a title: "governor" for "gov."."""
    return discourse.words.title_roles.get(title, title.split(" ")[-1])


def _role_before(parse: Parse, mention: Mention) -> str:
    before = mention.start - 1
    return parse.lower[before] if before >= 0 and parse.tags[before] in ("NN", "NNP") else ""


def _by_title(discourse: Discourse, mention: Mention) -> list[Entity]:
    """The body that a title belongs to, if the article names it."""
    assert mention.name is not None
    out = []
    for title in mention.name.titles:
        office = discourse.words.offices.get(title)
        if office and office in discourse.offices:
            out.append(discourse.offices[office])
    return out
