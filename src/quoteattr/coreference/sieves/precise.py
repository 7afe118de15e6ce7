"""What apposition, copula, premodifiers and possessives say of a name: nouns, gender, role."""

from __future__ import annotations

from collections.abc import Callable

from attrs import frozen

from quoteattr.coreference.entities import Entity, Mention, MentionType
from quoteattr.coreference.gazetteer import Gazetteer
from quoteattr.records import SpeakerKind
from quoteattr.syntax import Parse, Range

__all__ = ["COPULA", "Fact", "learn", "learn_by_pronouns", "names_behind"]

_AFTER_ROLE = frozenset(("of", "at", "for", "with", "in", ",", "who", "from", "and", "to", "on"))
_BEFORE = frozenset(("compound", "amod", "nmod"))
_INSIDE = frozenset(("of", "the", "'s", "-"))
"""What may stand within the phrase behind a name: "the speaker of the House"."""
_SITES = frozenset(("site", "website", "blog", "magazine", "journal", "newspaper", "paper"))
"""Nouns for documents that a body may be called by: "the news site Acme"."""
_FINITE = frozenset(("VBD", "VBZ", "VBP", "MD"))
_NEAR = 10
"""Tokens between a name and a noun in apposition that another source has."""
_FAR = 40
"""Tokens behind the head of a source where names in apposition to it are looked for."""
_TITLES = 6
"""Tokens between that head and a name right behind it."""
_PARTS = frozenset((",", "--", "—", "–", ":"))
_BEFORE_NAME = frozenset(("NN", "NNP", "NNS", "NNPS", "JJ", "PRP$", "DT", "HYPH", "CD"))
_NOUNS = 40
"""Enough nouns for one entity."""
_ROLES_TOO = frozenset(("publisher", "owner", "producer", "developer", "operator"))
"""Nouns for bodies that beside a person's name say what they are."""
COPULA = 2
"""The rank of what "is" tells."""
_BE = frozenset(
    ("is", "'s", "was", "be", "been", "being", "are", "were", "'re", "am", "'m", "became", "remains", "become")
)


@frozen
class Fact:
    """That a name's bearer is what a description says.

    Attributes:
        mention: The name.
        head: The head noun of the description.
        rank: How sure the tie is: 0 beside the name, 1 as its premodifier, 2 through "is".
    """

    mention: Mention
    head: int
    rank: int


def learn(
    parse: Parse, mentions: list[Mention], at_head: dict[int, Mention], sources: dict[int, Range], words: Gazetteer
) -> list[Fact]:
    """Tie descriptions to the names they describe; teach the entities what the nouns say.

    Args:
        parse: The article.
        mentions: All mentions in text order; names have entities already.
        at_head: The mention that each head token heads.
        sources: The range of the source that each source head stands for: another speaker is no description of a name.
        words: The lists.
    """
    facts = _named_in_sources(parse, mentions, at_head, sources, words)
    ends = {mention.end: mention for mention in mentions if mention.type is MentionType.NAME}
    for mention in mentions:
        if mention.type is not MentionType.NAME or mention.entity is None:
            continue
        for head, rank in _descriptions(parse, mention, at_head, ends, words):
            source = sources.get(head)
            apart = source is not None and not source[0] <= mention.head < source[1]
            if source is not None and apart and not _is_beside(parse, mention, head, source):
                continue
            noun = words.noun(parse.lower[head], parse.tags[head])
            if noun.base in _ROLES_TOO and rank < COPULA and not noun.plural and _is_person(mention):
                facts.append(Fact(mention, head, rank))  # "Jane Smith, publisher of Acme"
                other = at_head.get(head)
                if other is not None and other.type is MentionType.DESCRIPTION and other.entity is None:
                    other.entity = mention.entity
                continue
            if noun.plural and noun.kind == "people" and mention.entity.kind is SpeakerKind.PERSON and rank == 0:
                facts.append(Fact(mention, head, rank))  # "one of the founders of Acme"
                continue
            if not _fits(mention.entity, noun.kind, noun.plural, noun.gender):
                if rank == 0 and not noun.kind and not noun.plural and _is_role(parse, mention, head):
                    facts.append(Fact(mention, head, rank))
                continue
            facts.append(Fact(mention, head, rank))
            _teach(mention.entity, parse, head, words)
            other = at_head.get(head)
            if other is not None and other.type is MentionType.DESCRIPTION and other.entity is None:
                other.entity = mention.entity
    return facts


def learn_by_pronouns(
    parse: Parse,
    mentions: list[Mention],
    at_head: dict[int, Mention],
    words: Gazetteer,
    is_quoted: Callable[[int], bool],
) -> list[Fact]:
    """What "she is a director of Acme" says of whom the pronoun stands for, except inside quotation marks."""
    facts = []
    for mention in mentions:
        entity = mention.entity
        if mention.type is not MentionType.PRONOUN or entity is None or entity.kind is not SpeakerKind.PERSON:
            continue
        verb = parse.heads[mention.head]
        if parse.deps[mention.head] != "nsubj" or parse.lower[verb] not in _BE or not _is_asserted(parse, verb):
            continue
        if is_quoted(mention.head):
            continue
        head = parse.child(verb, "attr")
        if head < 0 or not _is_common(parse, head, at_head):
            continue
        noun = words.noun(parse.lower[head], parse.tags[head])
        if _fits(entity, noun.kind, noun.plural, noun.gender):
            facts.append(Fact(mention, head, COPULA))
    return facts


def _named_in_sources(
    parse: Parse, mentions: list[Mention], at_head: dict[int, Mention], sources: dict[int, Range], words: Gazetteer
) -> list[Fact]:
    """Descriptions that are sources and end with the name: "the author of the book, Jane Smith"."""
    starts = {mention.start: mention for mention in mentions if mention.type is MentionType.NAME}
    facts = []
    for head, source in sources.items():
        other = at_head.get(head)
        if other is None or other.type is not MentionType.DESCRIPTION or other.noun is None or other.noun.plural:
            continue
        names = names_behind(parse, head, source, starts)
        if len(names) != 1 or names[0].entity is None:
            continue
        entity, noun = names[0].entity, other.noun
        anybody = noun.base in words.anybody
        unknown = not noun.kind and entity.kind is SpeakerKind.PERSON and parse.tags[head] == "NN"
        site = entity.kind is SpeakerKind.ORGANISATION and noun.base in _SITES
        if not (anybody or unknown or site or _fits(entity, noun.kind, noun.plural, noun.gender)):
            continue
        if entity.kind not in (SpeakerKind.PERSON, SpeakerKind.ORGANISATION) or entity.place:
            continue
        other.entity = entity
        if not anybody:
            facts.append(Fact(names[0], head, 0))
            _teach(entity, parse, head, words)
    return facts


def names_behind(parse: Parse, head: int, source: Range, starts: dict[int, Mention]) -> list[Mention]:
    """The names in apposition that a source has behind its head: "her rivals, Jane Smith of Ohio and Bob Jones".

    Args:
        parse: The article.
        head: The head of the source.
        source: Its tokens.
        starts: Names by their first token.
    """
    end = min(source[1], head + _FAR)
    near = next((token for token in range(head + 1, min(end, head + _TITLES)) if token in starts), end)
    if near < end and all(parse.tags[token] in _BEFORE_NAME for token in range(head + 1, near)):
        token = head  # "the news site Acme", "hopefuls former Gov. Jane Smith and Bob Jones"
    else:
        token = next((token for token in range(head + 1, end) if parse.lower[token] in _PARTS), end)
    names: list[Mention] = []
    joint = True  # whether a name may come now
    while token + 1 < end:
        token += 1
        if parse.lower[token] == "(":  # "(I-Vt.)"
            token = next((close for close in range(token, min(end, token + _NEAR)) if parse.lower[close] == ")"), token)
            continue
        name = starts.get(token)
        if name is not None and name.entity is not None and name.entity.place:
            token = name.end - 1
        elif name is not None:
            if not joint and name.entity is not None and name.entity.kind is SpeakerKind.ORGANISATION:
                token = name.end - 1  # "Jane Smith, the speaker of the House, and Bob Jones"
                continue
            if not joint:
                break
            token = name.end - 1
            if token + 1 < end and parse.lower[token + 1] in ("'s", "'"):
                continue  # "Acme's Jane Smith"
            names.append(name)
            joint = False
        elif parse.lower[token] in ("and", ",", "&"):
            joint = True
        elif joint and names and parse.lower[token] == "of":
            joint = False
        elif joint and parse.tags[token] not in _BEFORE_NAME and parse.is_word(token) and parse.lower[token] != "'s":
            return names
        elif not joint and parse.lower[token] not in _INSIDE and parse.tags[token] not in ("CD", "NNP"):
            break
    return names


def _descriptions(
    parse: Parse, mention: Mention, at_head: dict[int, Mention], ends: dict[int, Mention], words: Gazetteer
) -> list[tuple[int, int]]:
    head, out = mention.head, []
    for child in parse.children[head]:
        if parse.deps[child] == "appos" and child >= mention.end and (one := _one_of(parse, child)) >= 0:
            out.append((one, 0))
        elif parse.deps[child] == "appos" and child >= mention.end and _is_common(parse, child, at_head):
            if _is_anothers(parse, mention, child, ends):
                continue
            out.append((child, 0))
            out.extend(
                (more, 0)
                for more in parse.children[child]
                if parse.deps[more] == "conj" and _is_common(parse, more, at_head)
            )
            joined = (_one_of(parse, more) for more in parse.children[child] if parse.deps[more] == "conj")
            out.extend((one, 0) for one in joined if one >= 0)
        elif (
            child < mention.start
            and parse.deps[child] in _BEFORE
            and not any(parse.tags[child + 1 : mention.start])
            and _is_common(parse, child, at_head)
        ):
            out.append((child, 1))
    if (
        parse.deps[head] == "appos"
        and parse.heads[head] < mention.start
        and _is_common(parse, parse.heads[head], at_head)
    ):
        out.append((parse.heads[head], 0))
    elif parse.deps[head] == "appos" and (one := _one_of(parse, parse.heads[head])) >= 0:
        out.append((one, 0))  # "one of Acme's directors, Jane Smith"
    elif not any(words.noun(parse.lower[near], parse.tags[near]).kind for near, _ in out) and mention.name is not None:
        near = _after_comma(parse, mention, at_head, words)
        if near >= 0:
            out.append((near, 0))
            joined = (more for more in parse.children[near] if parse.deps[more] == "conj")
            out.extend((more, 0) for more in joined if _is_common(parse, more, at_head))
    beside = mention.start - 1
    if not any(head == beside for head, _ in out) and _is_role_beside(parse, mention, at_head, words):
        out.append((beside, 1))
    verb = parse.heads[head]
    if parse.deps[head] == "nsubj" and parse.lower[verb] in _BE and _is_asserted(parse, verb):
        attribute = parse.child(verb, "attr")
        if attribute >= 0 and _is_common(parse, attribute, at_head):
            out.append((attribute, COPULA))
    return out


def _is_person(mention: Mention) -> bool:
    return mention.entity is not None and mention.entity.kind is SpeakerKind.PERSON


def _one_of(parse: Parse, token: int) -> int:
    """The plural noun of "one of the founders of Acme", or -1."""
    of = parse.child(token, "prep") if parse.lower[token] == "one" else -1
    inner = parse.child(of, "pobj") if of >= 0 and parse.lower[of] == "of" else -1
    return inner if inner >= 0 and parse.tags[inner] == "NNS" else -1


def _is_asserted(parse: Parse, verb: int) -> bool:
    """Whether a copula says what somebody is: no "is not", no "would be"."""
    if parse.child(verb, "neg") >= 0:
        return False
    return not any(parse.tags[child] == "MD" for child in parse.children[verb] if parse.deps[child] == "aux")


def _is_beside(parse: Parse, mention: Mention, head: int, source: Range) -> bool:
    """Whether only a comma parts a name and a description that is no subject: "Smith, the mayor bidding for ..."."""
    after = mention.end
    tied = parse.deps[head] in ("appos", "nmod") and mention.head < head
    finite = source[1] < len(parse) and parse.tags[source[1]] in _FINITE
    beside = parse.lower[after : after + 2] == [",", "the"] and head - after < _NEAR
    return tied and beside and not finite


def _is_role(parse: Parse, mention: Mention, head: int) -> bool:
    """Whether a noun that no list has is what somebody is: "Jane Smith, a demographer at Acme"."""
    if mention.entity is None or mention.entity.kind is not SpeakerKind.PERSON or parse.tags[head] != "NN":
        return False
    if parse.lower[mention.end : mention.end + 1] != [","]:
        return False
    place, clause = parse.child(head, "prep"), parse.child(head, "relcl")
    if head > mention.end and clause == head + 2 and parse.lower[head + 1] == "who":
        return True  # "Jane Smith, the icon who founded Acme"
    return head > mention.end and place == head + 1 and parse.lower[place] in ("at", "with", "for")


def _is_anothers(parse: Parse, mention: Mention, child: int, ends: dict[int, Mention]) -> bool:
    """Whether another person's name stands right before an apposition: "wrote to Smith, Jones, head of Acme, said"."""
    other = ends.get(parse.left[child] - 1)
    if other is None or other is mention or other.start <= mention.head:
        return False
    return other.entity is not None and other.entity.kind is SpeakerKind.PERSON and parse.deps[other.head] == "appos"


def _is_role_beside(parse: Parse, mention: Mention, at_head: dict[int, Mention], words: Gazetteer) -> bool:
    """Whether the noun before a person's name says what they are, whatever the tree has: "actress Jane Smith"."""
    beside = mention.start - 1
    if beside < 0 or mention.name is None or mention.name.titles or parse.tags[beside] not in ("NN", "NNP"):
        return False
    other = at_head.get(beside)
    noun = words.noun(parse.lower[beside], parse.tags[beside])
    return noun.kind == "person" and other is not None and other.type is MentionType.DESCRIPTION


def _is_common(parse: Parse, token: int, at_head: dict[int, Mention]) -> bool:
    other = at_head.get(token)
    return parse.tags[token][:2] == "NN" and (other is None or other.type is MentionType.DESCRIPTION)


def _after_comma(parse: Parse, mention: Mention, at_head: dict[int, Mention], words: Gazetteer) -> int:
    """The role noun of "NAME, the former director of ..." where the parser saw no apposition, or -1."""
    token = mention.end
    if token + 1 >= len(parse) or parse.lower[token] not in (",", "--", "—", "–"):
        return -1
    for step in range(token + 1, min(token + 10, len(parse) - 1)):
        tag = parse.tags[step]
        if tag in ("NN", "NNP") and words.noun(parse.lower[step], tag).kind == "person":
            if parse.tags[step + 1] in ("NN", "NNP"):
                continue
            other = at_head.get(step)
            free = other is None or (other.type is MentionType.DESCRIPTION and other.entity is None)
            return step if free and parse.lower[step + 1] in _AFTER_ROLE else -1
        if parse.deps[step] == "compound" and parse.words[step].islower():
            continue
        if tag[:1] not in ("N", "J", "D", "P", "C", "R") and parse.lower[step] not in ("'s", "-", "'"):
            return -1
    return -1


def _fits(entity: Entity, kind: str, plural: bool, gender: str) -> bool:
    if entity.kind is SpeakerKind.PERSON:
        return kind == "person" and not plural and not (gender and entity.gender and gender != entity.gender)
    if entity.kind is SpeakerKind.ORGANISATION:
        return kind == "organisation" and not plural
    return False


def _teach(entity: Entity, parse: Parse, head: int, words: Gazetteer) -> None:
    noun = words.noun(parse.lower[head], parse.tags[head])
    if len(entity.nouns) > _NOUNS:
        return
    second = parse.lower[head - 1] if head and parse.lower[head - 1] in ("vice", "deputy") else ""
    entity.nouns.add(f"{second} {noun.base}".strip())  # a vice president is no president
    entity.gender = entity.gender or noun.gender
    if noun.kind == "organisation":
        entity.classes = set(noun.classes)
    for child in parse.children[head]:
        if parse.deps[child] in ("amod", "compound") and child < head:
            entity.nouns.add(parse.lower[child])
        elif parse.deps[child] == "prep" and parse.lower[child] == "of":
            inner = parse.child(child, "pobj")
            if inner >= 0 and inner == child + 1:
                entity.nouns.add(parse.lower[inner])
