"""Names of people: full name, surname, given name, initials, titles, families."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Mapping, Sequence

from attrs import define, evolve, field

from quoteattr.coreference.entities import Entity, Traits
from quoteattr.coreference.gazetteer import FEMALE, MALE, Gazetteer
from quoteattr.coreference.mentions.names import Name
from quoteattr.coreference.rules import Rule, rule
from quoteattr.coreference.sieves.bearers import PREFERENCES
from quoteattr.lexicon.lists import word_list
from quoteattr.lexicon.names import common_given_names, common_surnames
from quoteattr.records import SpeakerKind
from quoteattr.syntax.labels import PLURAL_PROPER_NOUN

__all__ = ["PREFERENCES", "RULES", "People", "roles_of_title"]

_CAP = 8
"""Bearers of one name that are compared."""
_CIVIL = word_list("mentions", "civil_titles")
_OF_GIVEN_NAMES = word_list("mentions", "titles_of_given_names")
_PARTICLES = word_list("coreference", "particles_of_one_letter")
_OF_ONE_GENDER = (0, 100)
"""Shares of girls, in per cent."""
_BY_ITSELF = 3
"""With so many words, a name's length tells no more."""

SURNAME = rule(
    "name-surname",
    "articles name people in full once and by the surname afterwards",
    "“It rained,” said Ada Brennan. [Brennan](Ada Brennan) said that it snowed.",
    "Tom Keller was late. Mr. [Keller](Tom Keller) said that the bus had left.",
    "Tan Shuyun was late. Mrs. [Tan](Tan Shuyun) said that the bus had left.",
    "Mark Diesendorf was late. [Deisendorf](Mark Diesendorf) said that the bus had left.",
    "Ada Romaszko was late. Ms. [Romanszko](Ada Romaszko) said that the bus had left.",
    "Joe Hale fell. His mother, Ada Hale, said that it rained. [Hale](Ada Hale) said that the bus had left.",
    "Joe Hale left. It was a long day in the town. Eva Hale left, too. “It rained,” [Hale](Eva Hale) said.",
    "Joe Hale and Carl Hale left. His son Carl Hale spoke. The younger [Hale](Carl Hale) said that it rained.",
    "Joe Hale’s father, Tom, said that it rained. [Mr. Hale](Tom) said that the bus had left.",
    "“It rains,” said Eluned Prys. “It does,” said her daughter Ffion. [Mrs Prys](Eluned Prys) said that it snowed.",
)
TWO_PART_SURNAME = rule(
    "name-two-part-surname",
    "two last words, or a particle and a word, are the surname of a full name that ends in them",
    "Bill de Haan was there. Mr. [de Haan](Bill de Haan) said that it rained.",
    "Ana García Vega was there. Ms. [García Vega](Ana García Vega) said that it rained.",
    "Sean Ó Griofa was there. Mr [Ó Griofa](Sean Ó Griofa) said that it rained.",
)
GIVEN_NAME = rule(
    "name-given",
    "a word that is nobody's surname in the article is the given name of the one who has it",
    "“It rained,” said Ada Brennan. [Ada](Ada Brennan) said that it snowed.",
    "Tom Keller was late. [Tom](Tom Keller) said that the bus had left.",
    "Sir Carl Webb was there. They met Eva Carl. Sir [Carl](Carl Webb) said that it rained.",
)
SURNAME_FIRST = rule(
    "name-surname-first",
    "behind “Mr.”, a word that is nobody's last name is the first word of the one name that has it, if it is no given "
    "name, or the last word stands nowhere alone",
    "Thiha Keller was late. Mr. [Thiha](Thiha Keller) said that the bus had left.",
    "Lou Jiwan was late. Mr. [Lou](Lou Jiwan) said that the bus had left.",
    "Suu Brennan was there. They met Eva Holt. Mrs. [Suu](Suu Brennan) said that it rained.",
)
MIDDLE_NAME = rule(
    "name-middle",
    "a word that is neither surname nor given name is the last name but one: the first surname of two",
    "Ana Castro Vega was there. Ms. [Castro](Ana Castro Vega) said that it rained.",
    "Luis Prado Vega was there. Mr. [Prado](Luis Prado Vega) said that it rained.",
)
INITIAL = rule(
    "name-initial",
    "an initial and a surname are the full name that has both",
    "Ada Brennan was there. [A. Brennan](Ada Brennan) said that it rained.",
    "Tom Keller was late. [T. Keller](Tom Keller) said that the bus had left.",
)
NICKNAME = rule(
    "name-nickname",
    "a nickname and a surname are the full name with the long form of the nickname",
    "William Brennan was there. [Bill Brennan](William Brennan) said that it rained.",
    "Elizabeth Keller was late. [Liz Keller](Elizabeth Keller) said that it rained.",
)
SPELLING = rule(
    "name-spelling",
    "a name with a hyphen or an umlaut is the same without the hyphen, or with an e for the umlaut",
    "Jürgen Möller was there. [Juergen Moeller](Juergen Moeller) said that it rained.",
    "Anne-Marie Holt was late. [Anne Marie Holt](Anne Marie Holt) said that it rained.",
)
MORE_WORDS = rule(
    "name-more-words",
    "names with the same given name and surname are one person, whatever stands between the two",
    "[Ada Brennan](Ada Ruth Brennan) was there. Ada Ruth Brennan said that it rained.",
    "Tom J. Keller was late. [Tom Keller](Tom J. Keller) said that it rained.",
)
FAMILY = rule(
    "name-family",
    "a plural of a surname behind “the” is the family, or the two bearers that the article knows",
    "Joe Keller arrived with Ada Keller. The [Kellers](Joe Keller and Ada Keller) said that it rained.",
    "Joe Hale arrived with Ada Hale. The [Hales](Joe Hale and Ada Hale) said no.",
)

RULES = (
    SPELLING,
    MORE_WORDS,
    INITIAL,
    NICKNAME,
    TWO_PART_SURNAME,
    SURNAME,
    SURNAME_FIRST,
    GIVEN_NAME,
    MIDDLE_NAME,
    FAMILY,
)


def roles_of_title(title: str, gazetteer: Gazetteer) -> frozenset[str]:
    """The nouns by which a title lets somebody be called; a vice president is no president."""
    role = gazetteer.title_roles.get(title, title)
    if gazetteer.titles.get(tuple(title.split())) and not gazetteer.noun(role).is_person:
        return frozenset()  # "Mr."
    return frozenset({role}) if role.startswith(("vice ", "deputy ")) else frozenset({role, *role.split(" ")})


@define
class People:
    """The people of an article by surname and given name, for the time in which its names are linked.

    Attributes:
        gazetteer: The word lists.
        names: The names of people, in text order.
        spelt: Keys that the article spells otherwise elsewhere.
        speaking: First tokens of the names of those who speak.
        later: First tokens of the surnames behind "the younger" and "the older".
        acting: First tokens of the full names of those who act or speak.
        kin: By the first token of a given name behind a word for a relative: the surname of whose relative that is.
    """

    gazetteer: Gazetteer
    names: Sequence[Name]
    spelt: Mapping[tuple[str, ...], tuple[str, ...]] = field(factory=dict)
    speaking: Collection[int] = ()
    kin: Mapping[int, str] = field(factory=dict)
    later: Collection[int] = ()
    acting: Collection[int] = ()
    full: dict[tuple[str, str], Entity] = field(factory=dict, init=False)
    """By surname and given name in its long form."""
    initials: dict[tuple[str, str], Entity] = field(factory=dict, init=False)
    by_surname: dict[str, list[Entity]] = field(factory=lambda: defaultdict(list), init=False)
    by_given: dict[str, list[Entity]] = field(factory=lambda: defaultdict(list), init=False)
    by_middle: dict[str, list[Entity]] = field(factory=lambda: defaultdict(list), init=False)
    """By the last name but one: "Ms. Castro" is Ana Castro Vega."""
    weight: Counter[Entity] = field(factory=Counter, init=False)
    last: dict[str, Entity] = field(factory=dict, init=False)
    """The bearer of a surname whose full name came last."""
    full_at: dict[Entity, int] = field(factory=dict, init=False)
    """The first token of the full name of each that came last."""
    bare: Counter[str] = field(factory=Counter, init=False)
    """Occurrences of a surname alone."""
    titled: dict[str, Counter[str]] = field(factory=lambda: defaultdict(Counter), init=False)
    """What the titles before a bare surname say."""
    alone: dict[tuple[str, str], Entity] = field(factory=dict, init=False)
    families: dict[str, Entity] = field(factory=dict, init=False)
    spoke: dict[str, list[Entity]] = field(factory=lambda: defaultdict(list), init=False)
    """The bearers of a surname who have spoken so far, relatives included whom only a given name names."""
    of_relatives: set[int] = field(factory=set, init=False)
    """First tokens of the surnames that name a relative, who is known by a given name alone."""
    keys: dict[Entity, tuple[str, ...]] = field(factory=dict, init=False)
    """The fullest name of each."""

    def __attrs_post_init__(self) -> None:
        first: dict[Entity, int] = {}
        names = [self._respelt(name) for name in self.names]
        for name in sorted(names, key=self._length):  # longest first, then in text order
            if len(name.key) > 1:
                entity = self._by_two_part_surname(name) or self._by_full_name(name)
                first[entity] = min(name.start, first.get(entity, name.start))
                self.weight[entity] += 1 if name.headline else 2
                self.call(entity, name)
            else:
                self.bare[name.key[0]] += 1
                if name.gender:
                    self.titled[name.key[0]][name.gender] += 1
        for table in (self.by_surname, self.by_given):
            for bearers in table.values():
                bearers.sort(key=lambda entity: first.get(entity, 0))

    def _respelt(self, name: Name) -> Name:
        return evolve(name, key=self.spelt[name.key]) if name.key in self.spelt else name

    def _length(self, name: Name) -> int:
        """Names of three words before those of two, and these before single words; particles begin a surname."""
        return -min(len(name.key), 2 if name.key[0] in self.gazetteer.nobiliary else _BY_ITSELF)

    def call(self, entity: Entity, name: Name) -> None:
        """Let somebody be called by the nouns of the titles before a name."""
        if name.titles:
            roles = frozenset().union(*(roles_of_title(title, self.gazetteer) for title in name.titles))
            if not roles <= entity.traits.nouns:
                entity.traits = evolve(entity.traits, nouns=entity.traits.nouns | roles)

    def _by_full_name(self, name: Name) -> Entity:
        surname, given = name.key[-1], name.key[0]
        if len(given) == 1 and (surname, given) in self.initials:
            return self.initials[surname, given]
        key = (surname, self.gazetteer.nicknames.get(given, (given,))[0])
        entity = self.full.get(key) or self.full.get((surname, given[0]))
        if entity is None:
            entity = self.full[key] = Entity(self._traits(name))
            self._index(entity, name)
        return entity

    def _traits(self, name: Name) -> Traits:
        """What a full name tells of its bearer."""
        given = name.key[0]
        asian = self._is_surname_first(name)
        return Traits(
            SpeakerKind.PERSON,
            gender=name.gender or ("" if asian else self.gazetteer.gender_of_name(given)),
            presumed=not name.gender and not self._tells_gender(name),
            lean=50 if asian else self.gazetteer.given_names.get(given, 50),
        )

    def _tells_gender(self, name: Name) -> bool:
        """Whether a given name is a common one that is only ever of one gender, before one surname: "Mike Lake"."""
        given = name.key[0]
        certain = self.gazetteer.given_names.get(given) in _OF_ONE_GENDER and given in common_given_names()
        return certain and len(name.key) == 2 and not self._is_surname_first(name)

    def _is_surname_first(self, name: Name) -> bool:
        """Whether a name is Chinese or Korean or Vietnamese, as far as can be told: "Wang Qiang" is Mr. Wang."""
        return name.key[0] in self.gazetteer.surname_first and name.key[-1] not in self.gazetteer.given_names

    def _index(self, entity: Entity, name: Name) -> None:
        surname, given = name.key[-1], name.key[0]
        self.keys[entity] = name.key
        self.by_surname[surname].append(entity)
        if len(name.key) > 2 and (len(name.key[-2]) > 1 or name.key[-2] in _PARTICLES):
            self.by_surname[" ".join(name.key[-2:])].append(entity)
            self.by_middle[name.key[-2]].append(entity)
        self.by_given[given].append(entity)
        if ("-" in surname and len(name.key) == 2) or self._is_surname_first(name):
            self.by_surname[given].append(entity)  # "Roh Min-seo" is Mr. Roh
        self.initials.setdefault((surname, given[0]), entity)

    def entity(self, name: Name) -> tuple[Entity, Rule | None]:
        """Who is named, and the rule that says so; ``None`` for the fullest name itself."""
        found, rule = self._entity(name)
        if name.start in self.kin:
            self.last[self.kin[name.start]] = found
        if name.start in self.speaking:
            surname = self.kin.get(name.start, name.key[-1])
            if found not in self.spoke[surname]:
                self.spoke[surname].append(found)
        return found, rule

    def _entity(self, name: Name) -> tuple[Entity, Rule | None]:
        if name.key in self.spelt:
            spelt, rule = self._entity(self._respelt(name))
            return spelt, rule or SPELLING
        if len(name.key) == 1:
            return self._of_one_word(name)
        if (found := self._by_two_part_surname(name)) is not None:
            return found, TWO_PART_SURNAME
        found = self._by_full_name(name)
        self.full_at[found] = name.start
        self.last[name.key[-1]] = found
        self.last[name.key[0]] = found
        return found, self._why_full(name, found)

    def _why_full(self, name: Name, entity: Entity) -> Rule | None:
        key = self.keys[entity]
        if name.key == key:
            return None
        if name.key[0] == key[0]:
            return MORE_WORDS
        return INITIAL if 1 in (len(name.key[0]), len(key[0])) else NICKNAME

    def _of_one_word(self, name: Name) -> tuple[Entity, Rule | None]:
        word = name.key[0]
        rule, bearers = self._bearers_of(name)
        titled = self.titled[word].most_common(1)
        expected = name.gender or (titled[0][0] if titled else "")
        kin = [one for one in self.spoke[word] if one not in bearers] if rule is SURNAME else []
        if not _CIVIL.isdisjoint(name.titles) and any(self._has_spoken(one, word, expected) for one in bearers):
            kin = []  # "Mrs Hale" is no daughter Ada of Anna Hale
        fitting = [one for one in (*bearers, *kin) if not expected or one.traits.gender in ("", expected)]
        if fitting:
            best = max(fitting, key=lambda entity: self._rank(entity, name))
            if best in kin:
                self.of_relatives.add(name.start)
            return best, rule
        return self._alone(name, expected), None

    def _has_spoken(self, entity: Entity, surname: str, gender: str) -> bool:
        """Whether a bearer of a surname has spoken, and may be of a gender."""
        return entity in self.spoke[surname] and (not gender or entity.traits.gender in ("", gender))

    def _bearers_of(self, name: Name) -> tuple[Rule, Sequence[Entity]]:
        """Who may be named by a name of one word: "Sir Carl" by the given name, "Mr. Carl" never."""
        word = name.key[0]
        if not _OF_GIVEN_NAMES.isdisjoint(name.titles) and word in self.by_given:
            return GIVEN_NAME, self.by_given[word][:_CAP]
        if not _CIVIL.isdisjoint(name.titles):
            return self._bearers_with_title(word)
        return self._bearers(word)

    def _bearers_with_title(self, word: str) -> tuple[Rule, Sequence[Entity]]:
        """Who may be named by a word behind "Mr.": by the first word of a full name only if it is no given name."""
        first = self.by_given.get(word, [])
        alone = word not in self.by_surname and len(first) == 1
        if alone and (word not in self.gazetteer.given_names or self._may_be_surname_first(self.keys[first[0]])):
            return SURNAME_FIRST, first
        return self._bearers(word, given=False)

    def _may_be_surname_first(self, key: tuple[str, ...]) -> bool:
        """Whether the last of two words may be a given name: it is on no list, and stands nowhere alone."""
        last = key[-1]
        listed = last in self.gazetteer.given_names or last in common_surnames()
        return len(key) == 2 and "-" not in last and not listed and not self.bare[last]

    def _bearers(self, word: str, *, given: bool = True) -> tuple[Rule, Sequence[Entity]]:
        """Who may be named by one word, and by which rule."""
        if bearers := self.by_surname.get(word):
            return SURNAME, bearers[:_CAP]
        if given and (bearers := self.by_given.get(word)):
            return GIVEN_NAME, bearers[:_CAP]
        return MIDDLE_NAME, self.by_middle.get(word, [])[:_CAP]

    def _alone(self, name: Name, expected: str) -> Entity:
        """Who is only ever named by this one word."""
        word = name.key[0]
        key = (word, expected)
        if not expected:
            key = next(((word, gender) for gender in ("", MALE, FEMALE) if (word, gender) in self.alone), key)
        elif (word, "") in self.alone and self.alone[word, ""].traits.gender in ("", name.gender):
            key = (word, "")
        if key not in self.alone:
            gender = expected or ("" if name.titles else self.gazetteer.gender_of_name(word))
            self.alone[key] = Entity(Traits(SpeakerKind.PERSON, gender=gender))
        return self.alone[key]

    def _rank(self, entity: Entity, name: Name) -> float:
        """How likely a bare name is this bearer's."""
        return sum(preference.weight for preference in PREFERENCES if preference.holds(self, entity, name)) + (
            min(self.weight[entity], 4) / 4
        )

    def bearers(self, word: str) -> Sequence[Entity]:
        """Who has a word as a name, in the order in which the article introduces them."""
        return self._bearers(word)[1]

    def _by_two_part_surname(self, name: Name) -> Entity | None:
        """Whose last two words these are: "Mr. de Blasio", "Garcia Marquez"; "von der Leyen" is known by them, too."""
        particle = self.gazetteer.nobiliary.issuperset(name.key[:-1]) or name.key[0] in _PARTICLES
        given = name.key[0] in self.gazetteer.given_names and not particle
        if (len(name.key) != 2 and not particle) or (given and not name.titles):
            return None
        found = self.by_surname.get(" ".join(name.key[-2:]))
        return found[0] if found else None

    def is_family(self, name: Name, tag: str) -> bool:
        """Whether a name is that of a family: "the Smiths"."""
        if len(name.key) > 1 or name.titles or not name.article or not name.key[0].endswith("s"):
            return False
        surname = name.key[0][:-1]
        return tag == PLURAL_PROPER_NOUN or surname in self.by_surname or bool(self.bare[surname])

    def family(self, name: Name) -> Entity:
        """The family of that name; where the article knows two bearers of it, these."""
        surname = name.key[0][:-1]
        if name.key[0] not in self.families:
            single = ((surname, gender) for gender in ("", MALE, FEMALE))
            bearers = [*self.by_surname.get(surname, []), *(self.alone[key] for key in single if key in self.alone)]
            parts = tuple(bearers) if len(bearers) == 2 else ()
            self.families[name.key[0]] = Entity(Traits(SpeakerKind.PEOPLE, plural=True), parts=parts)
        return self.families[name.key[0]]
