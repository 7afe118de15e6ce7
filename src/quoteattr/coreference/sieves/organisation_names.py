"""Names of organisations: acronyms, brackets, short forms, and the whole that a part names."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence

from attrs import define, field, frozen

from quoteattr.coreference.classes import BODY_CLASS
from quoteattr.coreference.entities import Entity, Traits
from quoteattr.coreference.gazetteer import Gazetteer
from quoteattr.coreference.mentions.names import Name
from quoteattr.coreference.rules import Rule, rule
from quoteattr.coreference.sieves.misspelt import misspelt_bodies
from quoteattr.lexicon.lists import word_list
from quoteattr.records import SpeakerKind
from quoteattr.syntax import Parse

__all__ = ["RULES", "SHORT_FORMS", "Organisations", "ShortForm", "plain", "title_end"]

Key = tuple[str, ...]
"""The words of a name in lower case, without full stops and marks."""

_SMALL = word_list("coreference", "small_words")
_COUNTRIES_SHORT = word_list("coreference", "short_countries")
_OF = word_list("coreference", "joins_of_institutions")
_NO_COMPANY = word_list("coreference", "no_company")
_BROADCASTS = word_list("coreference", "broadcasts")
_AGENCIES = word_list("coreference", "news_agencies")
_PARTS = word_list("coreference", "words_of_parts")
_FIRM = "&"
_HYPHEN = "-"
_PAPERS = word_list("coreference", "words_of_papers")
_DOMAINS = tuple(domain.replace(".", "") for domain in word_list("mentions", "domains"))
"""Last letters of the keys of websites, which have no full stops."""
_CLIPPED = 3
"""Letters of a name that is the beginning of a longer one."""
_TAILS = 6
"""Words of a name that are left out at its beginning or its end, at most."""
_NOUNS = 8
"""Words of a name by which its bearer may be called, at most."""
_TITLE, _LINES = 25, 3
"""Tokens of a line that is a title, at most; lines of an article with a title, at least."""
_STEPS = 4
"""How many aliases lead from a form to the fullest name, at most."""

LISTED = rule(
    "name-listed-short-form",
    "a list knows the short form of the name",
    "The Liberal Democrats met. The [Lib Dems](Liberal Democrats) said no.",
    "The Conservative Party met. The [Tories](Conservative Party) said that it rained.",
)
ACRONYM = rule(
    "name-acronym",
    "the capitals of a name's words, small words left out or not, are its acronym",
    "The Scottish National Party met. The [SNP](The Scottish National Party) said no.",
    "The Institute for Melon Research met. [IMR](The Institute for Melon Research) said that it rained.",
)
PART = rule(
    "name-acronym-in-front",
    "the capitals of a name's first words may stand for them before the rest",
    "Imperial Coastal Gas was for sale. [IC Gas](Imperial Coastal Gas) said no.",
    "United Southern Lines Inc. grew. [U.S. Lines](United Southern Lines Inc.) said that it rained.",
)
PLURAL = rule(
    "name-singular",
    "the last word of a name may lose its plural",
    "Acme Systems grew. [Acme System](Acme Systems) said no.",
    "Apex Motors fell. [Apex Motor](Apex Motors) said that sales had fallen.",
)
PAPER = rule(
    "name-of-paper",
    "a newspaper is known by the last word of its name",
    "The Washington Post asked. The [Post](The Washington Post) said that it rained.",
    "The New York Times asked. The [Times](The New York Times) said that it rained.",
    "It was late, the Chicago Herald-Times reported. The [Herald-Times](Chicago Herald-Times) reported that it rained.",
)
HEAD = rule(
    "name-institution",
    "“The Department” is the Department of something",
    "The Department of Rivers met. The [Department](Department of Rivers) said that it rained.",
    "The Bank of England met. The [Bank](Bank of England) said that it rained.",
)
TAIL = rule(
    "name-without-first-words",
    "a name of three words or more may lose the words at its beginning",
    "The Ohio Garnet Foundation met. The [Garnet Foundation](The Ohio Garnet Foundation) said no.",
    "The Royal Melford Hospital met. The [Melford Hospital](The Royal Melford Hospital) said no.",
)
GENERIC = rule(
    "name-without-last-words",
    "a name may lose the words at its end that any organisation could have: Group, Inc., University",
    "Disney Group grew. [Disney](Disney Group) said that sales had grown.",
    "The Melford Foods Group grew. [Melford Foods](Melford Foods Group) said no.",
)
WEBSITE = rule(
    "name-of-website",
    "a website is known by its address without the last part",
    "Readers asked FreeNet.org. [FreeNet](FreeNet.org) said that prices had fallen.",
    "Buyers asked RentMatch.com. [RentMatch](RentMatch.com) said that rents had fallen.",
)
CLIPPED = rule(
    "name-clipped",
    "“The” and the first letters of the one longer name that begins with them",
    "The Environment Agency met. The [Env](Environment Agency) said that it rained.",
    "The Metropolitan Museum opened. The [Met](Metropolitan Museum) said no.",
)
FIRST = rule(
    "name-first-words",
    "behind the full name, the words at its beginning are enough; of several such names the last one is meant, "
    "or the first one of a sentence",
    "Brunner & Holt grew. [Brunner](Brunner & Holt) said that sales had grown.",
    "The board of Vexo Shaw Hayward met. [Vexo](Vexo Shaw Hayward) said that sales had grown.",
    "Vexo Rope Inc will pay two million crowns for its smaller rival Vexo Kettle Inc. [Vexo](Vexo Rope Inc) said that "
    "sales had grown.",
)
BRACKETS = rule(
    "name-in-brackets",
    "a name in brackets right behind another is its acronym or short form",
    "The Garnet Health Service (GaHS) met. [GaHS](The Garnet Health Service) said that it rained.",
    "The Melford River Trust (MeRT) met. [MeRT](The Melford River Trust) said that it rained.",
)

MISSPELT = rule(
    "name-of-organisation-misspelt",
    "a name that differs by one letter of one word, or by a space, from one that the article has more often is that",
    "Halden Airways grew. Shares of Halden Airways fell. [Haldan Airways](Halden Airways) said no.",
    "Melford Works grew. Shares of Melford Works fell. The [MelfordWorks](Melford Works) group said that it rained.",
)

RULES = (LISTED, ACRONYM, PART, PLURAL, PAPER, HEAD, TAIL, GENERIC, WEBSITE, CLIPPED, FIRST, BRACKETS, MISSPELT)


@frozen
class ShortForm:
    """A way in which a name is made shorter."""

    rule: Rule
    forms: Callable[[Gazetteer, Key], Iterable[Key]]


def _acronyms(gazetteer: Gazetteer, key: Key) -> Iterable[Key]:
    big = [word for word in key if word not in _SMALL]
    if len(big) < 2:
        return
    letters = "".join(word[0] for word in big)
    yield (letters,)
    yield ("".join(word[0] for word in key),)
    yield (letters + "c",)  # of a corporation
    if big[0] in _COUNTRIES_SHORT:
        yield (big[0] + letters[1:],)


def _acronyms_in_front(gazetteer: Gazetteer, key: Key) -> Iterable[Key]:
    for at in range(2, min(len(key), _TAILS)):
        if _SMALL.isdisjoint(key[: at + 1]):
            letters = "".join(word[0] for word in key[:at])
            yield (letters, *key[at:])
            yield from ((letters, *form[at:]) for form in _without_generic(gazetteer, key) if len(form) > at)


def _without_plural(gazetteer: Gazetteer, key: Key) -> Iterable[Key]:
    if len(key[-1]) > _CLIPPED + 1 and key[-1].endswith("s"):
        yield (*key[:-1], key[-1][:-1])


def _paper(gazetteer: Gazetteer, key: Key) -> Iterable[Key]:
    last = key[-1].rpartition(_HYPHEN)[2]
    if " ".join(key) in gazetteer.media or (last != key[-1] and last in _PAPERS and len(key) > 1):
        yield (key[-1],)  # "the Sun-Times"


def _institution(gazetteer: Gazetteer, key: Key) -> Iterable[Key]:
    if len(key) > 2 and key[1] in _OF and key[0] in gazetteer.organisation_words:
        yield (key[0],)


def _tails(gazetteer: Gazetteer, key: Key) -> Iterable[Key]:
    if len(key) > 2 and key[1] not in _SMALL:
        for at in range(1, min(len(key) - 1, _TAILS)):
            if key[at] not in _SMALL and not _is_whole(gazetteer, key, at):
                yield key[at:]


def _is_whole(gazetteer: Gazetteer, key: Key, at: int) -> bool:
    """Whether the last words of a name are a listed one, and those before no place: "International New York Times"."""
    tail = " ".join(key[at:])
    listed = tail in gazetteer.media or tail in gazetteer.known_organisations
    before = " ".join(key[:at])
    return listed and before not in gazetteer.places and before not in gazetteer.media


def _without_generic(gazetteer: Gazetteer, key: Key) -> Iterable[Key]:
    generic = gazetteer.organisation_words | gazetteer.company_suffixes
    shortest = 2 if key[0] in generic or key[0] in gazetteer.places else 1
    for cut in range(shortest, min(len(key), _TAILS)):
        if generic.issuperset(key[cut:]) and not _is_listed_maker(gazetteer, key[:cut], key[cut:]):
            yield key[:cut]


def _is_listed_maker(gazetteer: Gazetteer, key: Key, rest: Key) -> bool:
    """Whether a listed organisation has a part or a thing by the whole name: "Microsoft Research" is no Microsoft."""
    listed = " ".join(key) in gazetteer.known_organisations or " ".join(key) in gazetteer.media
    return listed and not _PARTS.isdisjoint(rest)


def _website(gazetteer: Gazetteer, key: Key) -> Iterable[Key]:
    if len(key) == 1:
        yield from ((key[0].removesuffix(domain),) for domain in _DOMAINS if key[0].endswith(domain))


SHORT_FORMS = (
    ShortForm(ACRONYM, _acronyms),
    ShortForm(PART, _acronyms_in_front),
    ShortForm(PLURAL, _without_plural),
    ShortForm(PAPER, _paper),
    ShortForm(HEAD, _institution),
    ShortForm(TAIL, _tails),
    ShortForm(GENERIC, _without_generic),
    ShortForm(WEBSITE, _website),
)
"""How names are shortened; where two names give one form, the longer one has it, and of these the more frequent one."""


def title_end(parse: Parse) -> int:
    """The token behind a first line that is short and stands above longer ones; 0 if there is none."""
    lines = [end - start for start, end in parse.paragraphs if any(map(parse.is_word, range(start, end)))]
    titled = len(lines) > _LINES and lines[0] <= _TITLE
    return parse.paragraphs[0][1] if titled else 0


def plain(key: Key) -> Key:
    """A name without its article."""
    return key[1:] if len(key) > 1 and key[0] == "the" else key


@define
class Organisations:
    """The organisations of an article by their words, for the time in which its names are linked.

    Attributes:
        gazetteer: The word lists.
        names: The names of organisations, in text order.
        sentence_of: The number of the sentence of each token.
        title_end: The token behind the line that opens the article as its title; 0 if there is none.
        alias: Shorter form to a longer one, and the rule that ties them.
    """

    gazetteer: Gazetteer
    names: Sequence[Name]
    sentence_of: Sequence[int] = ()
    title_end: int = 0
    alias: dict[Key, tuple[Key, Rule]] = field(factory=dict, init=False)
    _by_key: dict[Key, Entity] = field(factory=dict, init=False)
    _forms: frozenset[Key] = field(init=False)
    """Every form that the article has."""

    def __attrs_post_init__(self) -> None:
        counts = Counter(plain(name.key) for name in self.names)
        self._forms = frozenset(counts)
        for short, longer in self.gazetteer.short_names.items():
            found = next((full for name in longer if (full := tuple(name.split(" "))) in counts), None)
            if found is not None and tuple(short.split(" ")) in counts:
                self._note(tuple(short.split(" ")), found, LISTED)
        for key in sorted(counts, key=lambda key: (-len(key), -counts[key])):
            if len(key) > 1 or key[0].endswith(_DOMAINS):
                for way in SHORT_FORMS:
                    for short_form in way.forms(self.gazetteer, key):
                        self._note(short_form, key, way.rule)
        self._note_clipped(counts)
        self._note_first()
        for wrong, right in misspelt_bodies(counts):
            self._note(wrong, right, MISSPELT)

    def _note_first(self) -> None:
        """Let the first words of a name stand for it where it stands before them or they are those of a firm with &."""
        known: dict[Key, dict[Key, None]] = defaultdict(dict)
        known_words = self.gazetteer.organisation_words | self.gazetteer.places.keys() | self.gazetteer.media
        seen: set[Key] = set()
        nearest: dict[Key, Key] = {}
        first: dict[Key, int] = {}
        for name in self.names:
            key = plain(name.key)
            if name.headline or name.start < self.title_end or key in seen or key[-1] in self.gazetteer.poll:
                continue
            seen.add(key)
            first[key] = self.sentence_of[name.start] if self.sentence_of else name.start
            if len(longer := known.get(key, {})) > 1:
                nearest[key] = self._meant(list(longer), first)
            if key[-1] in self.gazetteer.places:
                continue  # a branch: "Acme America"
            for size in range(1, len(key)):
                whole = not _is_listed_maker(self.gazetteer, key[:size], key[size:])
                if whole and known_words.isdisjoint(key[:size]) and (key[:size] not in seen or key[size] == _FIRM):
                    known[key[:size]][key] = None
        for short, longer in known.items():
            if short in self._forms and len(longer) == 1:
                self._note(short, next(iter(longer)), FIRST)
            elif short in nearest:
                self._note(short, nearest[short], FIRST)

    def _meant(self, longer: Sequence[Key], first: Mapping[Key, int]) -> Key:
        """Which of several names is meant by their first words: the last one, but the first where one sentence has all.

        "Halden Foods agreed to buy Halden Mills": the one that acts is spoken of on.
        """
        return longer[0 if first[longer[0]] == first[longer[-1]] else -1]

    def _note_clipped(self, forms: Iterable[Key]) -> None:
        unclipped: dict[str, list[Key]] = defaultdict(list)
        for key in forms:
            if len(key) > 1 and len(key[0]) > _CLIPPED:
                unclipped[key[0][:_CLIPPED]].append(key)
        for name in self.names:
            if name.article and len(name.key) == 1 and len(longer := unclipped.get(name.key[0], [])) == 1:
                self._note(name.key, longer[0], CLIPPED)

    def _note(self, short: Key, long: Key, rule: Rule) -> None:
        self.alias.setdefault(short, (long, rule))

    def note_brackets(self, short: Name, long: Name) -> None:
        """Let a name in brackets stand for the one before it, if nothing else does."""
        self._note(plain(short.key), plain(long.key), BRACKETS)

    def entity(self, name: Name) -> tuple[Entity, Rule | None]:
        """What is named, and the rule that says so; ``None`` for the fullest name itself."""
        key, rule = plain(name.key), None
        for _ in range(_STEPS):
            longer, why = self.alias.get(key, (key, None))
            if longer == key:
                break
            key, rule = longer, rule or why
        entity = self._by_key.get(key)
        if entity is None:
            entity = self._by_key[key] = Entity(self._traits(key))
        return entity, rule

    def _traits(self, key: Key) -> Traits:
        """What its words tell of an organisation."""
        gazetteer, joined = self.gazetteer, " ".join(key)
        classes: set[str] = set()
        for word in key:
            classes |= gazetteer.organisations.get(word, frozenset())
        if joined in gazetteer.media:
            classes.update(("media", self._medium(key)))
        guessed = joined in gazetteer.places or not classes
        if guessed:
            classes.update(("company", "group", "club") if key[-1] not in _NO_COMPANY else ("group",))
        return Traits(
            SpeakerKind.ORGANISATION, nouns=frozenset(key[:_NOUNS]), classes=frozenset(classes), guessed=guessed
        )

    def _medium(self, key: Key) -> str:
        """The class of a listed medium besides that of all media."""
        joined = " ".join(key)
        if joined in _AGENCIES:
            return "wire"
        return "broadcast" if joined in self.gazetteer.broadcasters or key[-1] in _BROADCASTS else "print"

    def whole(self, key: Key) -> Entity | None:
        """The organisation with these words as its name, or as a short form of it, if the article has named it."""
        return self._by_key.get(self.alias.get(key, (key, None))[0])

    def holder(self, name: Name, entity: Entity) -> Entity | None:
        """The organisation that another is part of by its name: "the RNC Rules Committee"."""
        key = plain(name.key)
        if BODY_CLASS not in self.gazetteer.organisations[key[-1]]:
            return None
        for cut in range(len(key) - 1, 0, -1):
            if key[:cut] in self._forms and not self.gazetteer.organisation_words.issuperset(key[:cut]):
                if " ".join(key[:cut]) in self.gazetteer.places:
                    return None  # "the UN Security Council"
                owner = self.whole(key[:cut])
                return owner if owner is not entity else None
        return None
