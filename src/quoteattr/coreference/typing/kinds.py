"""What each name names: the model's labels are one vote among several."""

from __future__ import annotations

from collections import Counter, defaultdict
from itertools import pairwise

from quoteattr.coreference.gazetteer import Gazetteer
from quoteattr.coreference.mentions.names import Name, NameKind
from quoteattr.coreference.typing.employers import at_work, employers, is_employer, name_head
from quoteattr.syntax import Parse

__all__ = ["kinds_of", "stands_for"]

_LABEL_VOTES = {
    "PERSON": NameKind.PERSON,
    "ORG": NameKind.ORGANISATION,
    "GPE": NameKind.PLACE,
    "LOC": NameKind.PLACE,
    "FAC": NameKind.PLACE,
    "NORP": NameKind.GROUP,
    "PRODUCT": NameKind.OTHER,
    "WORK_OF_ART": NameKind.OTHER,
    "LAW": NameKind.OTHER,
    "EVENT": NameKind.OTHER,
}
_PREMODIFIERS = frozenset(("compound", "poss", "nmod", "amod"))
_OF = ("of", "for", "on")
_OF_CLUBS = frozenset(
    ("boss", "skipper", "striker", "midfielder", "defender", "winger", "goalkeeper", "chairman", "ceo", "frontman")
)
"""Roles whose body is a club, a firm or a band, hardly ever a person."""
_SEVERAL = ("have", "are", "do")
_MOST = 8
"""Votes of all labels of a name together: the model errs alike in all of them, evidence of other sorts adds up."""


def stands_for(parse: Parse, short: Name, long: Name) -> bool:
    """Whether a name in brackets is the acronym or short form of the one before: "National Health Service (NHS)"."""
    before, after = short.start - 1, short.end
    if long.end != before or after >= len(parse) or parse.words[before] != "(" or parse.words[after] != ")":
        return False
    if len(short.key) != 1 or len(short.key[0]) < 2 or len(long.key) < 2:
        return False
    capitals = sum(letter.isupper() for letter in parse.words[short.start])
    first = long.key[1 if long.key[0] == "the" else 0]
    return capitals > 1 or short.key[0][0] == first[0]


def kinds_of(
    parse: Parse, names: list[Name], words: Gazetteer, sources: frozenset[int] = frozenset()
) -> dict[tuple[str, ...], NameKind]:
    """The kind of each name key, by all its occurrences together.

    Args:
        parse: The article.
        names: Its names.
        words: The lists.
        sources: The tokens of sources of quotes: who speaks is a person rather than a product.
    """
    votes: dict[tuple[str, ...], Counter[NameKind]] = defaultdict(Counter)
    labels: dict[tuple[str, ...], Counter[NameKind]] = defaultdict(Counter)
    for name in names:
        _vote(parse, name, votes[name.key], words)
        if name.label:
            labels[name.key][_LABEL_VOTES[name.label]] += 1 if name.headline else 2
        else:
            votes[name.key][NameKind.OTHER] = 1
    for key, ballot in labels.items():
        share = min(1.0, _MOST / ballot.total())
        for kind, count in ballot.items():
            votes[key][kind] += round(count * share)
    for name in names:
        speaks = name.end - 1 in sources and parse.deps[name.end - 1] not in _PREMODIFIERS and not name.article
        if speaks and name.label not in ("ORG", "GPE", "LOC", "NORP"):
            votes[name.key][NameKind.PERSON] += 2
    for left, right in pairwise(names):
        if stands_for(parse, right, left):
            votes[right.key][NameKind.ORGANISATION] += 12
        elif is_employer(parse, left, right, words):
            votes[right.key][NameKind.ORGANISATION] += 5
            votes[right.key][NameKind.PERSON] -= 4
    parties = {name.key for name in names if name.article and " ".join(name.key) in words.known_organisations}
    for key, ballot in votes.items():
        _by_form(key, ballot, words)
        if key in parties and "party" in words.organisations.get(key[-1], ()):
            ballot[NameKind.ORGANISATION] += 8  # "the Conservatives"
        shortened = 1 < len(key) < 5 and key[-1:] in votes and ballot[NameKind.ORGANISATION] < 6
        if shortened and (key[0] in words.given_names or not _is_body(labels[key[-1:]])):
            ballot[NameKind.PERSON] += 4  # people go by their last word afterwards, bodies hardly ever
    kinds = {
        key: max(ballot, key=lambda kind: ballot[kind]) if ballot else NameKind.OTHER for key, ballot in votes.items()
    }
    for key in employers(parse, [name for name in names if kinds[name.key] is NameKind.PLACE], words):
        kinds[key] = NameKind.ORGANISATION
    with_title = {name.key for name in names if len(name.key) == 1 and name.titles}
    full = {key[-1] for key, kind in kinds.items() if kind is NameKind.PERSON and len(key) > 1}
    for key in at_work(parse, [name for name in names if kinds[name.key] is NameKind.PERSON], words):
        if full.isdisjoint(key):
            kinds[key] = NameKind.ORGANISATION
    papers = {key[-1] for key in kinds if len(key) > 1 and " ".join(key) in words.media}
    titled = {name.key for name in names if len(name.key) == 1 and name.key[0] in words.papers and name.article}
    heads = papers | {key[0] for key in kinds if len(key) > 2 and key[1] in ("of", "for", "on")}  # "the Forum"
    for key in kinds:
        if kinds[key] is NameKind.ORGANISATION and _generic(key, words) and not (len(key) == 1 and key[0] in heads):
            if key in titled:
                continue
            kinds[key] = NameKind.GROUP
    surnames = {key[-1] for key, kind in kinds.items() if kind is NameKind.PERSON and len(key) > 1}
    for key, kind in kinds.items():
        named = len(key) == 2 and key[0] in words.given_names and key[1] not in words.organisation_words
        called = kinds.get(key[1:]) is NameKind.PERSON and key[1:] in with_title
        if named and called and kind is NameKind.ORGANISATION:
            kinds[key] = NameKind.PERSON  # "Jane Smith", whom the article calls "Ms. Smith"
    speaking = {
        name.key
        for name in names
        if name.end - 1 in sources and not name.article and parse.tags[name.end - 1] == "NNP"
        if parse.deps[name.end - 1] != "pobj"  # "most in Miami"
    }
    introduced = _introduced(names, kinds, words)
    bearers = surnames | {key[0] for key, kind in kinds.items() if kind is NameKind.PERSON and len(key) == 1}
    for name in names:
        if (
            kinds[name.key] is not NameKind.GROUP
            and name.article
            and len(name.key) == 1
            and _is_plural_of(name.key[0], bearers, words)
        ):
            kinds[name.key] = NameKind.PERSON  # "the Smiths"
    for key in kinds:
        if len(key) == 1 and key[0] in surnames and (kinds[key] is not NameKind.GROUP or key in speaking):
            sure = votes[key][NameKind.PERSON] > votes[key][kinds[key]] or key[0] in introduced
            if key[0] in words.known_organisations and not sure:
                continue
            if key[0] in words.places and not votes[key][NameKind.PERSON] > 0 and key not in speaking:
                continue  # "Cuban said" is Mark Cuban
            kinds[key] = NameKind.PERSON
    return kinds


def _introduced(names: list[Name], kinds: dict[tuple[str, ...], NameKind], words: Gazetteer) -> set[str]:
    """Surnames whose bearer is named in full before them, where no longer name of a body begins so: "Jane Ford"."""
    seen: set[str] = set()
    others: set[str] = set()
    for name in names:
        if kinds[name.key] is NameKind.PERSON and len(name.key) > 1:
            given = name.key[0] in words.given_names and name.key[0] not in words.places
            if given and not any(word in _OF for word in name.key):
                seen.add(name.key[-1])
        elif len(name.key) > 1 or name.key[0] not in seen:
            others.add(name.key[0])
    return seen - others


def _is_body(ballot: Counter[NameKind]) -> bool:
    """Whether the model takes a name for a place or a body more often than not: "Turkey", beside a republic of it."""
    return 2 * (ballot[NameKind.PLACE] + ballot[NameKind.ORGANISATION]) > ballot.total()


def _is_plural_of(word: str, bearers: set[str], words: Gazetteer) -> bool:
    """Whether a word is the plural of somebody's surname, and no name by itself."""
    return word.endswith("s") and word[:-1] in bearers and word not in bearers | words.organisation_words


def _generic(key: tuple[str, ...], words: Gazetteer) -> bool:
    """Whether a name is made of nouns that any body could have: "Board", "Super PAC"."""
    joined = " ".join(key)
    if joined in words.media or joined in words.known_organisations:
        return False
    return all(word in words.organisation_words or word in words.common for word in key) and (
        len(key) < 2 or key[0] in words.common
    )


def _vote(parse: Parse, name: Name, ballot: Counter[NameKind], words: Gazetteer) -> None:
    if (
        name.end - name.start == 1
        and not name.headline
        and parse.words[name.start].isupper()
        and 2 < len(parse.words[name.start]) < 7
    ):
        ballot[NameKind.ORGANISATION] += 1
    if name.titles:
        ballot[NameKind.PERSON] += 8
    head = name_head(parse, name.start, name.end)
    if name.article and parse.heads[head] != name.end and parse.deps[head] != "compound":
        ballot[NameKind.ORGANISATION] += 2
        ballot[NameKind.PERSON] -= 4
    if (
        parse.deps[head] == "appos"
        and words.noun(parse.lower[parse.heads[head]], parse.tags[parse.heads[head]]).kind == "person"
    ):
        ballot[NameKind.PERSON] += 4
    for child in parse.children[head]:
        if parse.deps[child] == "appos":
            kind = words.noun(parse.lower[child], parse.tags[child]).kind
            if parse.lower[child] == "one" and (of := parse.child(child, "prep")) >= 0:
                inner = parse.child(of, "pobj")  # "Acme, one of the biggest firms"
                kind = words.noun(parse.lower[inner], parse.tags[inner]).kind if inner >= 0 else kind
                kind = "person" if kind == "people" else kind
            if kind == "person":
                ballot[NameKind.PERSON] += 3
            elif kind == "organisation":
                told = parse.child(child, "det") >= 0 and not parse.lower[child].endswith(("er", "or"))
                ballot[NameKind.ORGANISATION] += 6 if told else 3  # "Acme Rising, a committee": no "manufacturer"
                ballot[NameKind.PERSON] -= 2 * told
        elif (
            parse.deps[child] == "relcl"
            and parse.lower[parse.left[child]] in ("who", "whom")
            and name.label != "NORP"
            and not (name.label in ("GPE", "LOC") and parse.deps[head] == "pobj")  # "a doctor from Porto, who"
        ):
            several = parse.lower[parse.left[child] + 1] in _SEVERAL and parse.tags[name.end - 1] != "NNPS"
            ballot[NameKind.ORGANISATION if several else NameKind.PERSON] += 3  # "Ajax, who are third"
        elif parse.deps[child] == "relcl" and parse.lower[parse.left[child]] == "which":
            ballot[NameKind.ORGANISATION] += 1
            ballot[NameKind.PERSON] -= 3
    if parse.lower[name.end : name.end + 1] and parse.lower[name.end] in words.following:
        ballot[NameKind.PERSON] += 3
    before = parse.lower[name.start - 1] if name.start > 0 and parse.tags[name.start - 1] == "NN" else ""
    if not name.titles and name.label not in ("GPE", "LOC", "NORP") and words.noun(before).kind == "organisation":
        ballot[NameKind.ORGANISATION] += 5  # "the research firm Acme"
    elif not name.titles and words.noun(before).kind == "person" and before not in words.organisations:
        ballot[NameKind.PERSON] += 3  # "the candidate Jane Smith"
    if name.label == "NORP" and " ".join(name.key) not in words.places and parse.tags[name.end - 1] == "NNP":
        ballot[NameKind.ORGANISATION] += 4 * (parse.tags[name.end : name.end + 1] == ["POS"])  # "Acme's"
    if _is_collective(parse, head) or _opens_as_several(parse, name):
        ballot[NameKind.ORGANISATION] += 5
        ballot[NameKind.PERSON] -= 2
    _vote_by_role(parse, name, head, ballot, words)
    age = name.end + 1 < len(parse) and parse.lower[name.end] == "," and parse.words[name.end + 1].isdigit()
    if age and parse.deps[head].startswith("nsubj"):
        ballot[NameKind.PERSON] += 2


def _is_collective(parse: Parse, head: int) -> bool:
    """Whether a singular name is the subject of a plural verb, as British clubs and bands are: "Ajax have said"."""
    if parse.tags[head] != "NNP" or not parse.deps[head].startswith("nsubj") or parse.child(head, "conj") >= 0:
        return False
    verb = parse.heads[head]
    if head > verb:
        return False
    first = next((child for child in parse.children[verb] if head < child and parse.deps[child][:3] == "aux"), verb)
    return head < first <= head + 3 and parse.lower[first] in _SEVERAL


def _opens_as_several(parse: Parse, name: Name) -> bool:
    """Whether a name of one word opens a sentence before "have", whatever the tree makes of it: "Ajax have said"."""
    if name.end - name.start > 1 or name.end + 1 >= len(parse) or parse.lower[name.end] != "have":
        return False
    first = parse.sentences[parse.sentence_of[name.start]][0]
    return not any(parse.is_word(token) for token in range(first, name.start)) and parse.tags[name.end + 1] != "TO"


def _vote_by_role(parse: Parse, name: Name, head: int, ballot: Counter[NameKind], words: Gazetteer) -> None:
    """Where "director at X" and "X singer Jane Smith" tell that X is a body."""
    if name.label != "NORP" and not name.titles and _heads_it(parse, name, words):
        ballot[NameKind.ORGANISATION] += 4
        ballot[NameKind.PERSON] -= 2
    if name.label == "NORP" or name.titles:
        return
    role = -1
    if parse.region_of[name.start] >= 0 and parse.region_of[name.start] != parse.region_of[max(0, name.start - 1)]:
        return  # a title in quotation marks
    if parse.deps[head] == "pobj" and parse.lower[parse.heads[head]] in ("at", "of"):
        role = parse.heads[parse.heads[head]]
    elif name.end < len(parse) and parse.deps[name.end] == "compound" and name.label not in ("GPE", "LOC"):
        role = name.end
    elif parse.deps[head] == "compound" and parse.heads[head] == name.end and parse.lower[name.end] in _OF_CLUBS:
        role = name.end  # "Ajax boss"
    elif parse.deps[head] == "poss" and parse.lower[parse.heads[head]] in words.leaders:
        role = parse.heads[head]  # "Wired's editor"
    if role < 0 or parse.tags[role] not in ("NN", "NNP"):
        return
    noun = words.noun(parse.lower[role], parse.tags[role])
    if name.label == "PERSON" and not (parse.lower[role] in words.leaders and parse.deps[head] == "pobj"):
        return
    office = name.label in ("GPE", "LOC") and noun.base in words.place_offices
    loose = noun.base in words.kinship or noun.base == "delegate"
    loose = loose or (noun.base in words.unattached and parse.lower[parse.heads[head]] != "at")
    if noun.kind == "person" and not loose and not office:
        ballot[NameKind.ORGANISATION] += 3


def _heads_it(parse: Parse, name: Name, words: Gazetteer) -> bool:
    """Whether a role that only bodies have stands between a name and a person's: "Acme chairman Jane Smith"."""
    role = name.end
    if role + 1 >= len(parse) or parse.lower[role] not in words.leaders or parse.tags[role][:2] != "NN":
        return False
    return parse.words[role + 1][:1].isupper() and parse.tags[role + 1] == "NNP"


def _by_form(key: tuple[str, ...], ballot: Counter[NameKind], words: Gazetteer) -> None:
    joined = " ".join(key)
    if (len(key) > 1 and (key[-1] in words.laws or (key[-1] in words.poll and key[0] not in words.given_names))) or (
        len(key) == 1 and key[0] in words.calendar and ballot[NameKind.PERSON] < 6
    ):
        ballot[NameKind.OTHER] += 12
    if len(key) == 1 and key[0].endswith(("com", "org", "net")) and len(key[0]) > 7:
        ballot[NameKind.ORGANISATION] += 6
    elif (
        len(key) == 1
        and key[0].endswith("s")
        and words.noun(key[0], "NNPS").kind == "people"
        and joined not in words.known_organisations
        and not ballot[NameKind.ORGANISATION] > 6
    ):
        ballot[NameKind.GROUP] += 8
    elif joined in words.places:
        ballot[NameKind.GROUP if ballot[NameKind.GROUP] > ballot[NameKind.PLACE] else NameKind.PLACE] += 12
    elif joined in words.media or joined in words.known_organisations:
        ballot[NameKind.ORGANISATION] += 6 if len(key) == 1 else 10
        ballot[NameKind.OTHER] = 0
        if (
            len(key) == 1
            and joined in words.known_organisations
            and key[0] not in words.given_names
            and key[0] not in words.surnames
        ):
            ballot[NameKind.PERSON] = min(ballot[NameKind.PERSON], 3)  # "Twitter", which the model takes for somebody
    elif len(key) > 1 and (
        (key[0] in words.acronyms and key[-1] not in words.given_names)
        or (key[0] in words.media and " ".join(key[1:]) in words.places)
        or (key[0] in words.known_organisations and " ".join(key[1:]) in words.media)
        or (" ".join(key[-2:]) in words.media and " ".join(key[:-2]) in words.places)  # "Ohio Union Leader"
    ):
        ballot[NameKind.ORGANISATION] += 6  # "BBC Sport", "YouGov/Economist"
    elif (len(key) > 1 and (key[-1] in words.organisation_words or key[-1] in words.company_suffixes)) or (
        len(key) > 2 and any(word in words.organisation_words and after in _OF for word, after in pairwise(key))
    ):
        ballot[NameKind.ORGANISATION] += 8
    elif words.noun(key[-1]).kind == "person" and key[0] not in words.given_names and ballot[NameKind.PERSON] < 3:
        rank = len(key) == 1 or not words.ranks.isdisjoint(key[:-1])
        ballot[NameKind.GROUP] += 8 if rank or ballot[NameKind.ORGANISATION] < 4 else 3  # "Chief Operating Officer"
    elif len(key) > 1 and words.ranks.issuperset(key):
        ballot[NameKind.GROUP] += 8  # "Senior Investigative"
    elif (
        len(key) > 1
        and (key[0] in words.national or len(key) > 2)
        and words.national & set(key[:-1])
        and not ballot[NameKind.PERSON] > 6
    ):
        ballot[NameKind.ORGANISATION] += 4
    elif len(key) in (2, 3, 4) and key[0] in words.given_names and "of" not in key and "the" not in key:
        ballot[NameKind.PERSON] += 1 if ballot[NameKind.PLACE] else 3
    elif len(key) in (2, 3) and len(key[0]) == 1 and key[0].isalpha():
        ballot[NameKind.PERSON] += 3  # "M. Jane Smith"
    elif len(key) == 1 and key[0] in words.given_names:
        ballot[NameKind.PERSON] += 2
    elif len(key) == 1 and key[0] in words.organisation_words:
        ballot[NameKind.ORGANISATION] += 3
