"""Which names name the same: full name, surname, first name, initials, titles, acronyms, short forms."""

from __future__ import annotations

from collections import Counter, defaultdict
from itertools import pairwise

from attrs import define, field

from quoteattr.coreference.entities import Entity, Mention, MentionType
from quoteattr.coreference.gazetteer import Gazetteer
from quoteattr.coreference.mentions.names import Name, NameKind
from quoteattr.coreference.typing.employers import name_head
from quoteattr.coreference.typing.kinds import stands_for
from quoteattr.records import SpeakerKind
from quoteattr.syntax import Parse

__all__ = ["cluster"]

_KINDS = {
    NameKind.PERSON: SpeakerKind.PERSON,
    NameKind.ORGANISATION: SpeakerKind.ORGANISATION,
    NameKind.PLACE: SpeakerKind.ORGANISATION,
    NameKind.OTHER: SpeakerKind.UNKNOWN,
}
_CLIPPED = 3
"""Letters of a name that is the beginning of a longer one."""
_NO_COMPANY = frozenset(
    (
        "convention",
        "program",
        "programme",
        "conference",
        "summit",
        "initiative",
        "forum",
        "project",
        "tower",
        "hall",
        "park",
    )
)
"""Last words of names that are no company's."""
_SMALL = frozenset(("of", "the", "for", "and", "on", "&", "in", "to", "at"))


def cluster(parse: Parse, names: list[Name], kinds: dict[tuple[str, ...], NameKind], words: Gazetteer) -> list[Mention]:
    """A mention for each name, with its entity; groups ("Republicans") are left to the descriptions."""
    mentions: list[Mention] = []
    people = _People(words, [name for name in names if kinds[name.key] is NameKind.PERSON and name.key])
    bodies = _Bodies(words, [name for name in names if kinds[name.key] is NameKind.ORGANISATION and name.key])
    for long, short in pairwise(names):
        if stands_for(parse, short, long):
            bodies.alias.setdefault(_plain(short.key), _plain(long.key))
    others: dict[tuple[NameKind, str], Entity] = {}
    inside: list[tuple[Name, Entity]] = []
    for name in names:
        kind = kinds[name.key]
        if kind is NameKind.GROUP or not name.key:
            continue
        if kind is NameKind.PERSON:
            entity = people.family(name) if people.is_family(name, parse.tags[name.end - 1]) else people.entity(name)
        elif len(name.key) > 1 and name.key[-1] in words.poll:
            entity = bodies.poll(name, others)
        elif kind is NameKind.ORGANISATION:
            entity = bodies.entity(name)
            if len(name.key) > 2 and name.key[-1] in words.organisations:
                inside.append((name, entity))
        else:
            key = (
                words.places.get(" ".join(name.key), " ".join(name.key))
                if kind is NameKind.PLACE
                else " ".join(name.key)
            )
            sort = SpeakerKind.DOCUMENT if kind is NameKind.OTHER and name.key[-1] in words.laws else _KINDS[kind]
            entity = others.setdefault((kind, key), Entity(sort, place=kind is NameKind.PLACE))
            if entity.place:
                entity.classes.add("government")
                entity.nouns.update(_place_nouns(name, key, words))
        paper = kind is NameKind.ORGANISATION and "media" in entity.classes and "broadcast" not in entity.classes
        capital = paper and name.start > 0 and parse.words[name.start - 1] == "The"
        entity.names.append((name.start - 1 if capital else name.start, name.end))
        if kind is NameKind.PERSON:
            if name.gender:
                entity.gender = name.gender if entity.presumed else entity.gender or name.gender
                entity.presumed = False
            if name.surname[1] and entity.apart is None:
                entity.apart = ((name.start, name.end), name.surname)
            for title in name.titles:
                entity.nouns.update(_roles(title, words))
        head = name_head(parse, name.start, name.end)
        mention = Mention(name.start, name.end, head, MentionType.NAME, name=name, entity=entity)
        mentions.append(mention)
    for entity in others.values():
        if entity.place:
            _by_own_name(parse, entity, words)
    for name, entity in inside:
        entity.owner = entity.owner or bodies.holder(name, entity)
    return mentions


def _place_nouns(name: Name, key: str, words: Gazetteer) -> tuple[str, ...]:
    """By which nouns a place may be called: countries and states are listed, other places of politics are cities."""
    if key in words.states.values():
        return ("state",)
    if " ".join(name.key) in words.places:
        return ("country", "government")
    return ("city", "town", "county", "province", "government") if name.label == "GPE" else ()


def _roles(title: str, words: Gazetteer) -> set[str]:
    """The nouns by which a title lets somebody be called; a vice president is no president."""
    role = words.title_roles.get(title, title)
    if words.titles.get(tuple(title.split())) and words.noun(role).kind != "person":
        return set()  # "Mr."
    return {role} if role.startswith(("vice ", "deputy ")) else {role, *role.split(" ")}


def _by_own_name(parse: Parse, entity: Entity, words: Gazetteer) -> None:
    """Leave a place the forms that are its name, where it has some: "Iran", not "Tehran"."""
    own = [
        (start, end)
        for start, end in entity.names
        if (form := " ".join(parse.lower[start:end])) in words.places and words.places[form].lower() == form
    ]
    if own and len(own) < len(entity.names):
        entity.names = own


@define
class _People:
    """Persons by surname and given name."""

    words: Gazetteer
    names: list[Name]
    full: dict[tuple[str, str], Entity] = field(factory=dict, init=False)
    """(surname, given name in its long form)."""
    initials: dict[tuple[str, str], Entity] = field(factory=dict, init=False)
    by_surname: dict[str, list[Entity]] = field(factory=lambda: defaultdict(list), init=False)
    by_given: dict[str, list[Entity]] = field(factory=lambda: defaultdict(list), init=False)
    by_middle: dict[str, list[Entity]] = field(factory=lambda: defaultdict(list), init=False)
    """By the last name but one: "Ms. Castro" is Ana Castro Vega."""
    weight: Counter[int] = field(factory=Counter, init=False)
    last: dict[str, Entity] = field(factory=dict, init=False)
    """The bearer of a surname whose full name came last."""
    bare: Counter[str] = field(factory=Counter, init=False)
    """Occurrences of a surname alone."""
    titled: dict[str, Counter[str]] = field(factory=lambda: defaultdict(Counter), init=False)
    """What the titles before a bare surname say."""
    alone: dict[tuple[str, str], Entity] = field(factory=dict, init=False)
    families: dict[str, Entity] = field(factory=dict, init=False)

    def __attrs_post_init__(self) -> None:
        first: dict[int, int] = {}
        for name in sorted(self.names, key=self._weight):  # longest first, then in text order
            if len(name.key) > 1:
                entity = self._two_part_surname(name) or self._full(name)
                first[id(entity)] = min(name.start, first.get(id(entity), name.start))
                self.weight[id(entity)] += 1 if name.headline else 2
                for title in name.titles:
                    entity.nouns.update(_roles(title, self.words))
            else:
                self.bare[name.key[0]] += 1
                if name.gender:
                    self.titled[name.key[0]][name.gender] += 1
        for table in (self.by_surname, self.by_given):
            for bearers in table.values():
                bearers.sort(key=lambda entity: first.get(id(entity), 0))

    def _weight(self, name: Name) -> int:
        """Names of three words before those of two, and these before single words; particles begin a surname."""
        return -min(len(name.key), 2 if name.key[0] in self.words.nobiliary else 3)

    def _full(self, name: Name) -> Entity:
        surname, given = name.key[-1], name.key[0]
        if len(given) == 1 and (surname, given) in self.initials:
            return self.initials[surname, given]
        key = (surname, self.words.nicknames.get(given, (given,))[0])
        entity = self.full.get(key) or self.full.get((surname, given[0]))
        if entity is None:
            asian = given in self.words.surname_first and surname not in self.words.given_names
            entity = self.full[key] = Entity(
                SpeakerKind.PERSON,
                gender=name.gender or ("" if asian else self.words.gender_of_name(given)),
                presumed=not name.gender,
                lean=50 if asian else self.words.given_names.get(given, 50),
            )
            self.by_surname[surname].append(entity)
            if len(name.key) > 2 and len(name.key[-2]) > 1:
                self.by_surname[" ".join(name.key[-2:])].append(entity)
                self.by_middle[name.key[-2]].append(entity)
            self.by_given[given].append(entity)
            if "-" in surname and len(name.key) == len(key):
                self.by_surname[given].append(entity)  # "Roh Min-seo" is Mr. Roh
            self.initials.setdefault((surname, given[0]), entity)
        return entity

    def entity(self, name: Name) -> Entity:
        if len(name.key) > 1 and (found := self._two_part_surname(name)) is None:
            found = self._full(name)
            self.last[name.key[-1]] = found
            self.last[name.key[0]] = found
            return found
        if len(name.key) > 1:
            return found  # type: ignore[return-value]
        word = name.key[0]
        candidates = self.by_surname.get(word, [])[:8] or ([] if name.gender else self.by_given.get(word, [])[:8])
        candidates = candidates or self.by_middle.get(word, [])[:8]
        titled = self.titled[word].most_common(1)
        expected = name.gender or (titled[0][0] if titled else "")
        fitting = [entity for entity in candidates if not expected or entity.gender in ("", expected)]
        if fitting:
            return max(fitting, key=lambda entity: self._rank(entity, name))
        key = (word, expected)
        if not expected:
            key = next(((word, gender) for gender in ("", "m", "f") if (word, gender) in self.alone), key)
        elif (word, "") in self.alone and self.alone[word, ""].gender in ("", name.gender):
            key = (word, "")
        if key not in self.alone:
            gender = expected or ("" if name.titles else self.words.gender_of_name(word))
            self.alone[key] = Entity(SpeakerKind.PERSON, gender=gender)
        return self.alone[key]

    def _rank(self, entity: Entity, name: Name) -> float:
        """How likely a bare surname is this bearer: whom the article introduced first, whom its titles fit."""
        word = name.key[0]
        family = self.by_surname.get(word) or self.by_given.get(word) or self.by_middle[word]
        score = 2.0 if family[0] is entity else 0.0
        score += min(self.weight[id(entity)], 4) / 4
        if self.weight[id(entity)] > 2 * self.bare[word]:
            score -= 2.5  # whoever is named in full again and again is not the one who goes by the surname
        if self.last.get(word) is entity:
            score += 0.8
        if {self.words.title_roles.get(title, title) for title in name.titles} & entity.nouns:
            score += 4.0
        genders = self.titled[word]
        if entity.gender and genders:
            score += 3.0 if genders.most_common(1)[0][0] == entity.gender else 0.0
        return score

    def _two_part_surname(self, name: Name) -> Entity | None:
        """Whose last two words these are: "Mr. de Blasio", "Garcia Marquez"; "von der Leyen" is known by them, too."""
        particle = self.words.nobiliary.issuperset(name.key[:-1])
        given = name.key[0] in self.words.given_names and not particle
        if (len(name.key) != 2 and not particle) or (given and not name.titles):
            return None
        found = self.by_surname.get(" ".join(name.key[-2:]))
        return found[0] if found else None

    def is_family(self, name: Name, tag: str) -> bool:
        """Whether a name is that of a family: "the Smiths"."""
        if len(name.key) > 1 or name.titles or not name.article or not name.key[0].endswith("s"):
            return False
        surname = name.key[0][:-1]
        return tag == "NNPS" or surname in self.by_surname or bool(self.bare[surname])

    def family(self, name: Name) -> Entity:
        """The family of that name; where the article knows two bearers of it, these."""
        surname = name.key[0][:-1]
        if name.key[0] not in self.families:
            bearers = [
                *self.by_surname.get(surname, []),
                *(self.alone[surname, gender] for gender in ("", "m", "f") if (surname, gender) in self.alone),
            ]
            parts = tuple(bearers) if len(bearers) == 2 else ()
            self.families[name.key[0]] = Entity(SpeakerKind.PEOPLE, plural=True, parts=parts)
        return self.families[name.key[0]]


@define
class _Bodies:
    """Organisations by their words."""

    words: Gazetteer
    names: list[Name]
    by_key: dict[tuple[str, ...], Entity] = field(factory=dict, init=False)
    alias: dict[tuple[str, ...], tuple[str, ...]] = field(factory=dict, init=False)
    forms: set[tuple[str, ...]] = field(factory=set, init=False)
    """Every form that the article has."""

    def __attrs_post_init__(self) -> None:
        counts = Counter(_plain(name.key) for name in self.names)
        self.forms = set(counts)
        for brief, longer in self.words.short_names.items():
            found = next((full for name in longer if (full := tuple(name.split(" "))) in counts), None)
            if found is not None and tuple(brief.split(" ")) in counts:
                self.alias.setdefault(tuple(brief.split(" ")), found)
        for key in sorted(counts, key=lambda key: (-len(key), -counts[key])):
            if len(key) > 1:
                for short in self._short_forms(key):
                    self.alias.setdefault(short, key)
        unclipped: dict[str, list[tuple[str, ...]]] = defaultdict(list)
        for key in counts:
            if len(key) > 1 and len(key[0]) > _CLIPPED:
                unclipped[key[0][:_CLIPPED]].append(key)
        for name in self.names:
            if name.article and len(name.key) == 1 and len(unclipped.get(name.key[0], ())) == 1:
                self.alias.setdefault(name.key, unclipped[name.key[0]][0])  # "the Fed" is the Federal Reserve

    def _short_forms(self, key: tuple[str, ...]) -> list[tuple[str, ...]]:
        big = [word for word in key if word not in _SMALL]
        out: list[tuple[str, ...]] = []
        if len(big) > 1:
            out.append(("".join(word[0] for word in big),))
            out.append(("".join(word[0] for word in key),))
            out.append(("".join(word[0] for word in big) + "c",))  # of a corporation
            if big[0] in ("us", "uk", "eu", "un"):
                out.append((big[0] + "".join(word[0] for word in big[1:]),))
        generic = self.words.organisation_words | self.words.company_suffixes
        if len(key[-1]) > 4 and key[-1].endswith("s"):
            out.append((*key[:-1], key[-1][:-1]))
        if " ".join(key) in self.words.media:
            out.append((key[-1],))
        if len(key) > 2 and key[1] in ("of", "for", "on") and key[0] in self.words.organisation_words:
            out.append((key[0],))
        if len(key) > 2 and key[1] not in _SMALL:
            out.extend(key[at:] for at in range(1, min(len(key) - 1, 6)) if key[at] not in _SMALL)
        short = 2 if key[0] in generic or key[0] in self.words.places else 1
        out.extend(key[:cut] for cut in range(short, min(len(key), 6)) if generic.issuperset(key[cut:]))
        return out

    def entity(self, name: Name) -> Entity:
        key = _plain(name.key)
        for _ in range(4):
            if key not in self.alias or self.alias[key] == key:
                break
            key = self.alias[key]
        entity = self.by_key.get(key)
        if entity is None:
            entity = self.by_key[key] = Entity(SpeakerKind.ORGANISATION)
            entity.nouns.update(key[:8])
            for word in key:
                if word in self.words.organisations:
                    entity.classes |= self.words.organisations[word]
            joined = " ".join(key)
            if joined in self.words.media:
                tv = joined in self.words.broadcasters or key[-1] in ("television", "tv", "radio")
                entity.classes.update(("media", "broadcast" if tv else "print"))
            if joined in self.words.places or not entity.classes:
                entity.classes.update(("company", "group", "club") if key[-1] not in _NO_COMPANY else ("group",))
                entity.guessed = True
        return entity

    def poll(self, name: Name, others: dict[tuple[NameKind, str], Entity]) -> Entity:
        """A poll, and who made it: "USA TODAY/Suffolk University Poll"."""
        entity = others.setdefault(
            (NameKind.OTHER, " ".join(name.key)), Entity(SpeakerKind.DOCUMENT, nouns={name.key[-1]})
        )
        if entity.maker is None:
            whole = self.by_key.get(self.alias.get(name.key[:-1], name.key[:-1]))
            entity.maker = whole or Entity(SpeakerKind.ORGANISATION, names=[(name.start, name.end - 1)])
        return entity

    def holder(self, name: Name, entity: Entity) -> Entity | None:
        """The body that another is part of by its name: "the RNC Rules Committee"."""
        key = _plain(name.key)
        if "body" not in self.words.organisations[key[-1]]:
            return None
        for cut in range(len(key) - 1, 0, -1):
            if key[:cut] in self.forms and not self.words.organisation_words.issuperset(key[:cut]):
                owner = self.by_key.get(self.alias.get(key[:cut], key[:cut]))
                return owner if owner is not entity else None
        return None


def _plain(key: tuple[str, ...]) -> tuple[str, ...]:
    return key[1:] if len(key) > 1 and key[0] == "the" else key
