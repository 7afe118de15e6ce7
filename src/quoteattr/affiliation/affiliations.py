"""For whom somebody stands, by all that the article says of them."""

from __future__ import annotations

from bisect import bisect_left

from quoteattr.affiliation.clauses import founded, owned_by, tied
from quoteattr.affiliation.documents import issuer_of, of_author, spread_issuers
from quoteattr.affiliation.names import beside_name, by_title, once, was
from quoteattr.affiliation.offices import Offices, is_government
from quoteattr.affiliation.ranking import organisation_of, surest
from quoteattr.coreference.document import Document
from quoteattr.coreference.entities import Affiliation, Entity, Mention, MentionType
from quoteattr.coreference.gazetteer import Noun
from quoteattr.coreference.organisations import bodies_among, bodies_of_clause, bodies_of_phrase
from quoteattr.coreference.sieves.precise import COPULA, Fact
from quoteattr.records import SpeakerKind

__all__ = ["affiliate", "organisation_of"]

_BESIDE, _DESCRIBED, _CALLED, _ISSUED, _IMPLIED, _TITLE, _TIED, _OFFICE = 1, 1, 3, 3, 5, 6, 7, 8
"""Ranks of what stands beside a name, in a description, of what a body issued, of a bare role, of a title's office, of
what a clause tells, of a public office."""
_MENTIONS, _SENTENCES = 20, 2
"""How far back the body of a bare role is looked for."""
_OF_RANK = frozenset(("the", "a", "top", "senior", "close", "key", "several", "some", "one", "campaign"))
"""What may stand before the aides of a campaign."""
_OF_PLACES = frozenset("state city county town government country party campaign intelligence fund industry".split(" "))
"""Nouns that make no body that is spoken of: "state officials", "mutual fund managers"."""
_SUBJECT = 6
"""A body that is mentioned so often is what an article is about."""
_FAR = 80
"""Mentions among which that body is looked for."""
_NOW = frozenset(("VBZ", "VBP"))
_WAS = frozenset(("was", "were", "became"))
_VOICES = frozenset(("spokesman", "spokeswoman", "spokesperson"))
_PAST = 10
"""What is added to the rank of a role that somebody had once."""


def affiliate(document: Document, facts: list[Fact]) -> None:
    """Give each entity its affiliations, by what is resolved so far.

    It may be called again when more is resolved; it starts anew each time.
    """
    for mention in document.mentions:
        if mention.entity is not None:
            mention.entity.affiliations.clear()
    offices = Offices(document)
    for fact in facts:
        _by_fact(document, fact, offices)
    for mention in document.mentions:
        entity = mention.entity
        if entity is None:
            continue
        if mention.type is MentionType.DESCRIPTION:
            _by_description(document, mention, entity, offices)
        elif mention.type is MentionType.NAME and entity.kind is SpeakerKind.PERSON:
            bodies = {id(body): body for body in beside_name(document, mention) if body is not entity}
            past = was(document, mention)
            for order, body in enumerate(bodies.values()):
                _add(entity, body, _BESIDE, order, past=past)
            for body in once(document, mention):
                _add(entity, body, _BESIDE, 0, past=True)
            for body in by_title(document, mention):
                _add(entity, body, _TITLE, 0)
            if not past:
                for body in offices.of_name(mention):
                    _add(entity, body, _OFFICE, 0)
            title = mention.name.titles[-1] if mention.name is not None and mention.name.titles else ""
            if title in document.words.bare and not past and not entity.affiliations:
                spoken = _spoken_of(document, mention.start - 1, _classes_of(title))
                if spoken is not None:
                    _add(entity, spoken, _IMPLIED, 1)  # "Chief executive Jane Smith"
        elif mention.type is MentionType.NAME and entity.kind is SpeakerKind.ORGANISATION and not entity.place:
            for owner in (founded(document, mention), owned_by(document, mention)):
                if owner is not None and owner.kind is SpeakerKind.PERSON:
                    _add(owner, entity, _TIED, 0)
        if mention.type is not MentionType.DESCRIPTION and entity.kind is SpeakerKind.PERSON:
            for body in tied(document, mention):
                _add(entity, body, _TIED, 1)
    for mention in document.mentions:
        if mention.type is MentionType.DESCRIPTION and mention.entity is not None and not mention.entity.affiliations:
            master = _master(document, mention)
            best = min(master.affiliations, key=surest, default=None) if master is not None else None
            if best is not None and best.rank < _IMPLIED:
                _add(mention.entity, best.organisation, _IMPLIED, 1)
    for mention in document.mentions:
        if mention.entity is not None and mention.entity.kind is SpeakerKind.DOCUMENT:
            issuer = of_author(document, mention)
            if issuer is not None:
                mention.entity.stand_for(Affiliation(_ISSUED, 1, issuer))
    spread_issuers(document, _OFFICE)


def _add(entity: Entity, body: Entity, rank: int, order: int, *, past: bool = False) -> None:
    """Note that somebody stands for a body, or stood for it.

    Whoever held an office of a place, or served in a campaign, stands for it no more; candidates do not stand for
    their own campaign.
    """
    over = past and (body.place or not (body.names or body.count))  # a campaign that only a role tells of
    if not over and body.owner is not entity:
        entity.stand_for(Affiliation(rank + _PAST * past, order, body))


def _by_fact(document: Document, fact: Fact, offices: Offices) -> None:
    entity = fact.mention.entity
    if entity is None or entity.kind is not SpeakerKind.PERSON:
        return
    if _is_kin(document, fact.head):
        return
    if _is_future(document, fact.head):
        return
    past = _is_past(document, fact.head) or (fact.rank == COPULA and _told_in_past(document, fact.mention.head))
    now = _now(document, fact.head) if past else ()
    for order, body in enumerate(bodies_of_phrase(document, fact.head, entity)):
        _add(entity, body, fact.rank, order, past=past and body not in now)
    if not entity.affiliations:
        _by_bare_role(document, fact.head, entity)
    if not entity.affiliations:
        _by_class(document, fact.head, entity)
    if not past:
        for body in offices.of_role(fact.head):
            _add(entity, body, _OFFICE, 0)


def _is_future(document: Document, head: int) -> bool:
    """Whether a role is not held yet: "the next president"."""
    parse = document.parse
    return any(child < head and parse.lower[child] in document.words.future for child in parse.children[head])


def _told_in_past(document: Document, subject: int) -> bool:
    """Whether a copula stands in the past: "she was mayor of Tulsa"."""
    return document.parse.lower[document.parse.heads[subject]] in _WAS


def _is_past(document: Document, head: int) -> bool:
    """Whether a role is over: "a former director"."""
    parse = document.parse
    return any(parse.lower[child] in document.words.past for child in parse.children[head])


def _now(document: Document, head: int) -> list[Entity]:
    """The bodies that somebody who was something is with now: "a former analyst who teaches at Acme"."""
    parse = document.parse
    clauses = (child for child in parse.children[head] if parse.deps[child] == "relcl" and parse.tags[child] in _NOW)
    return [body for verb in clauses for body in bodies_of_clause(document, verb)]


def _is_kin(document: Document, head: int) -> bool:
    """Whether a noun tells whose relative somebody is: "her partner", unlike "a partner at Acme"."""
    parse, words = document.parse, document.words
    if words.noun(parse.lower[head], parse.tags[head]).base not in words.kinship:
        return False
    return parse.lower[head] != "partner" or parse.child(head, "poss") >= 0


def _by_bare_role(document: Document, head: int, entity: Entity) -> None:
    """The body spoken of, for a role that is always somebody's and has nobody here: "a spokeswoman said"."""
    parse = document.parse
    forms = (" ".join(parse.lower[max(0, head - size) : head + 1]) for size in range(3))
    if document.words.bare.isdisjoint(forms):
        return
    if parse.child(head, "poss") >= 0 or parse.child(head, "prep") >= 0 or _is_specified(document, head):
        return
    if parse.lower[head + 1 : head + 2] in (["of"], ["at"], ["for"], ["with"]):
        return  # of a body that is not seen to be one
    classes = {name for noun in _compounds(document, head) for name in (noun.base, *noun.classes)}
    best = _spoken_of(document, head, classes or _classes_of(parse.lower[head]))
    if best is not None:
        _add(entity, best, _IMPLIED, 0)


def _classes_of(role: str) -> set[str]:
    """Of which classes a body is that has such a role: a "skipper" is a club's. Empty: of any."""
    if role in ("coach", "head coach", "skipper", "boss"):
        return {"club"}
    return {"company", "group", "club", "body", "party"} if role.startswith("chair") else set()


def _spoken_of(document: Document, token: int, classes: set[str]) -> Entity | None:
    """The body spoken of before a token: the one that spoke last, else the one most mentioned; no reporting medium."""
    parse = document.parse
    position, sentence = bisect_left(document.heads, token), parse.sentence_of[token]
    best = None
    for other in reversed(document.mentions[max(0, position - _MENTIONS) : position]):
        if sentence - parse.sentence_of[other.head] > _SENTENCES:
            break
        body = other.entity
        if body is None or body.kind is not SpeakerKind.ORGANISATION:
            continue
        if is_government(body) or (body.names and ("party" in classes or not _political(body))):
            if classes and not classes & (body.nouns | body.classes):
                continue  # "a police spokesman"
            if "media" in body.classes and body.count < _SUBJECT:
                continue  # "told BBC Sport"
            if other.head in document.attribution_of:
                return body  # whoever spoke last has a spokesman
            best = body if best is None or body.count > best.count else best
    return best if best is not None else _main(document, position, classes or {"company"})


def _main(document: Document, position: int, classes: set[str]) -> Entity | None:
    """The one body of these classes that the article is about, where none is spoken of nearby."""
    bodies = {
        id(other.entity): other.entity
        for other in document.mentions[max(0, position - _FAR) : position]
        if other.entity is not None and other.entity.names and classes & other.entity.classes and not other.entity.place
        if other.entity.kind is SpeakerKind.ORGANISATION and other.entity.count >= _SUBJECT
    }
    return next(iter(bodies.values())) if len(bodies) == 1 else None


def _by_class(document: Document, head: int, entity: Entity) -> None:
    """The body spoken of, for a role in a common noun for one: "an agency official", "company executives"."""
    parse, words = document.parse, document.words
    if words.noun(parse.lower[head], parse.tags[head]).base not in words.voices or parse.child(head, "prep") >= 0:
        return
    nouns = [noun for noun in _compounds(document, head) if noun.kind == "organisation"]
    if len(nouns) != 1 or nouns[0].base in _OF_PLACES or parse.child(head, "poss") >= 0:
        return
    common, public = nouns[0], "government" in nouns[0].classes
    position, sentence = bisect_left(document.heads, head), parse.sentence_of[head]
    for other in reversed(document.mentions[max(0, position - 2 * _MENTIONS) : position]):
        body = other.entity
        if sentence - parse.sentence_of[other.head] > 2 * _SENTENCES:
            return
        if body is None or body.kind is not SpeakerKind.ORGANISATION or not body.names or _political(body):
            continue
        if common.base in body.nouns or (not public and common.classes & body.classes):
            _add(entity, body, _IMPLIED, 0)
            return


def _is_specified(document: Document, head: int) -> bool:
    """Whether a noun before a role says for what it is: "a venue spokesman", unlike "a company spokesman"."""
    return any(
        noun.kind != "organisation" and noun.base not in ("chief", "vice", "managing", "executive", "finance")
        for noun in _compounds(document, head)
    )


def _compounds(document: Document, head: int) -> list[Noun]:
    """The nouns that stand before a noun as its premodifiers."""
    parse = document.parse
    before = [child for child in parse.children[head] if child < head and parse.deps[child] == "compound"]
    return [document.words.noun(parse.lower[child], parse.tags[child]) for child in before]


def _of_spoken(document: Document, mention: Mention, entity: Entity, *, campaign: bool) -> None:
    """The campaign spoken of, for "aides say", or the body, for "leaders say": where they are nobody else's."""
    parse = document.parse
    if parse.child(mention.head, "poss", "prep", "relcl") >= 0:
        return
    if _compounds(document, mention.head) or not _OF_RANK.issuperset(parse.lower[mention.start : mention.head]):
        return
    position, sentence = document.index[mention.head], parse.sentence_of[mention.head]
    for other in reversed(document.mentions[max(0, position - 2 * _MENTIONS) : position]):
        body = other.entity
        if sentence - parse.sentence_of[other.head] > 2 * _SENTENCES:
            break
        if campaign and body is not None and body.kind is SpeakerKind.PERSON:
            body = document.campaigns.get(id(body))
        if body is None or body.kind is not SpeakerKind.ORGANISATION:
            continue
        if (body.owner is not None and "campaign" in body.nouns) if campaign else (body.names and not _political(body)):
            entity.stand_for(Affiliation(_IMPLIED, 0, body))
            return


def _political(body: Entity) -> bool:
    """Whether a body is a country or a party, for which nobody is called just "the chairman"."""
    return body.place or "party" in body.classes or "gop" in body.nouns


def _by_description(document: Document, mention: Mention, entity: Entity, offices: Offices) -> None:
    """What a description of somebody unnamed says: "a spokesman for Amazon", "a letter from Amazon"."""
    noun, words, parse = mention.noun, document.words, document.parse
    if noun is None:
        return
    if entity.names:
        if entity.kind is SpeakerKind.PERSON and noun.kind == "person" and noun.base not in words.kinship:
            if _is_future(document, mention.head):
                return
            past = _is_past(document, mention.head)
            past = past or (parse.deps[mention.head] == "attr" and parse.lower[parse.heads[mention.head]] in _WAS)
            for order, body in enumerate(bodies_of_phrase(document, mention.head, entity)):
                _add(entity, body, _CALLED, order, past=past)
            if not past:
                for body in offices.of_role(mention.head):
                    _add(entity, body, _OFFICE, 0)
        return
    if noun.kind == "organisation":
        for order, body in enumerate(bodies_among(document, mention.head)):
            entity.stand_for(Affiliation(_DESCRIBED, order, body))
        return
    if noun.base in words.kinship or noun.base in words.nobody:
        return
    for order, body in enumerate(bodies_of_phrase(document, mention.head, entity)):
        entity.stand_for(Affiliation(_DESCRIBED, order, body))
    if noun.kind == "person" and not entity.affiliations:
        _by_bare_role(document, mention.head, entity)
    if not entity.affiliations:
        _by_class(document, mention.head, entity)
    if not entity.affiliations and offices.government is not None and mention.head - mention.start < 2:
        bare = noun.base == "minister" if noun.plural else noun.base in _VOICES
        if bare and parse.child(mention.head, "poss", "prep", "compound", "amod") < 0:
            _add(entity, offices.government, _OFFICE, 0)  # "ministers say", "a spokesman said"
    if not entity.affiliations and noun.base in words.staff:
        _of_spoken(document, mention, entity, campaign=True)
    elif not entity.affiliations and noun.base in words.insiders and noun.plural:
        _of_spoken(document, mention, entity, campaign=False)
    if noun.kind == "document" and (issuer := issuer_of(document, mention)) is not None:
        entity.stand_for(Affiliation(_ISSUED, 0, issuer))


def _master(document: Document, mention: Mention) -> Entity | None:
    """The person for whom somebody speaks or works: "a spokesman for Smith", "Smith's chief of staff"."""
    parse, words = document.parse, document.words
    noun = mention.noun
    of_staff = parse.lower[mention.head : mention.head + 3] == ["chief", "of", "staff"]
    if noun is None or not (noun.base in words.staff or noun.base in _VOICES or of_staff):
        return None
    tokens = [parse.child(mention.head, "poss")]
    tokens += [
        parse.child(child, "pobj")
        for child in parse.children[mention.head]
        if parse.deps[child] == "prep" and parse.lower[child] in ("for", "to")
    ]
    for token in tokens:
        other = document.at_head.get(token)
        if other is not None and other.entity is not None and other.entity.kind is SpeakerKind.PERSON:
            return other.entity if other.entity is not mention.entity else None
    return None
