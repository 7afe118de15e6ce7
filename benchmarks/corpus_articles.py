"""Articles about nothing, drawn by chance: invented people of an invented town, for the page of many articles."""

from __future__ import annotations

import math
import random
from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from attrs import evolve, frozen

from quoteattr.records import Article, Attitude, Organisation, Quote, QuoteKind, Span, Speaker, SpeakerKind

__all__ = ["generated"]

_FIRST = (
    "Ada Ben Clara Daniel Edith Frank Grace Henry Ida Jonas Kate Leo Maria Noah Olga Paul Rosa Samuel Tessa Victor"
).split()
_LAST = (
    "Adler Barnes Cole Dunn Ellis Foster Grant Hughes Irving Jansen Keller Lopez Marsh Novak Owens Price Quinn Reyes "
    "Stone Turner Underhill Vance Weber Young"
).split()
_PUBLIC = (
    ("Springdale City Council", ("council member", "council leader")),
    ("Springdale Police Department", ("police chief", "spokeswoman")),
    ("Ministry of Transport", ("minister", "spokesman")),
    ("Department of Health", ("director", "spokeswoman")),
    ("Springdale Fire Department", ("fire chief",)),
)
_PRIVATE = (
    "Harbour Ferries|Lakeside University|Northern Rail|Springdale Hospital Trust|Acme Energy|Tenants’ Union|"
    "River Watch|Meadow Bank|Chamber of Commerce|Teachers’ Association|Green Valley Farms|Orchard Theatre"
).split("|")
_TOWNS = (
    "Ashford|Brookfield|Clifton|Eastham|Fairview|Greendale|Highbury|Kingsmere|Lakewood|Milltown|Norwood|Oakridge".split(
        "|"
    )
)
_TRADES = "Housing Trust|Builders|Sports Club|Medical Centre|Savings Bank|College|Water Company|Farmers’ Union".split(
    "|"
)
_ROLES = ("spokeswoman", "director", "chief executive", "professor of economics", "chairman", "engineer")
_UNNAMED = ("a neighbour", "officials", "a passenger", "residents", "a person familiar with the plans", "critics")
_PAPERS = ("a draft report", "the audit", "a letter to residents", "the annual survey")
_THINGS = (
    "the bridge",
    "the new tram line",
    "the budget",
    "the flood wall",
    "the school roof",
    "the harbour",
    "the market hall",
)
_SAYINGS = (
    "{thing} will open again in {month}",
    "{thing} has cost more than anybody planned",
    "nobody was asked about {thing}",
    "work on {thing} goes on as agreed",
    "we have waited for {thing} for {number} years",
    "{thing} is safe, and has always been safe",
    "the money for {thing} is there, all {number} million of it",
    "people here deserve better than {thing}",
    "{thing} needs another look before {month}",
)
_TAILS = (
    "",
    ", {number} families in {town} above all",
    ", as {town} knows since {number} years",
    " for {number} days at least",
    ", whatever {town} says",
    ", and {town} has {number} reasons more",
)
_MONTHS = "January February March April May June July August September October November December".split()
_CUES = ("said", "said", "said", "told reporters", "added", "warned", "insisted")
_FILLERS = (
    "The decision follows months of debate.",
    "The meeting lasted three hours.",
    "Work began in spring, and about half of it is done.",
    "No date has been set.",
    "Traffic is led around the site until further notice.",
    "The figures were published on Monday.",
    "A vote is expected before the end of the year.",
    "The town has looked into the matter twice since last autumn.",
    "Those who live close by were told about the plans in a letter.",
    "Two other offers were turned down as too expensive.",
    "The committee will hear from experts before it decides.",
    "Most of the money comes from a loan that runs for twenty years.",
    "The weather made the work harder than it should have been.",
    "It is the third delay in as many years.",
)


@frozen
class _Person:
    name: str | None
    words: str
    kind: SpeakerKind
    role: str | None
    body: str | None


def generated(count: int, *, quotes: int = 14, seed: int = 1) -> Iterator[tuple[str, Article]]:
    """Named articles of a year, with about so many quotes each.

    Args:
        count: How many articles.
        quotes: Of each article, on average.
        seed: The same number gives the same articles.
    """
    chance = random.Random(seed)
    cast = _cast(chance, max(60, count))
    bodies = {body for body, _ in _PUBLIC}
    weights = [1 / (place + 4) for place in range(len(cast))]
    for number in range(count):
        season = number / count
        day = date(2024, 1, 1) + timedelta(days=int(366 * (season + 0.05 * math.sin(4 * math.pi * season))))
        public = 1 + 0.7 * math.sin(2 * math.pi * season)
        thing = chance.choice(_THINGS)
        title = f"{chance.choice(('Dispute over', 'Questions about', 'New plans for', 'Delay for', 'Vote on'))} {thing}"
        now = [weight * public if one.body in bodies else weight for one, weight in zip(cast, weights, strict=True)]
        voices = chance.choices(cast, now, k=chance.randint(3, 7))
        built = _Article(chance, title)
        for _ in range(max(1, round(chance.gauss(quotes, quotes / 4)))):
            built.paragraph(chance.choice(voices), thing)
        article = evolve(built.article(), title=title, date=day.isoformat() if chance.random() < 0.97 else None)
        yield f"articles/{day.isoformat()}-{number:05}.txt", article


def _cast(chance: random.Random, size: int) -> Sequence[_Person]:
    names = [f"{first} {last}" for first in _FIRST for last in _LAST]
    names += [f"{first} {middle}. {last}" for middle in "ABCDEFGHKLMNPRST" for first in _FIRST for last in _LAST]
    chance.shuffle(names)
    cast = []
    for name in names[:size]:
        if chance.random() < 0.4:
            body, roles = chance.choice(_PUBLIC)
            role = chance.choice(roles)
        else:
            local = f"{chance.choice(_TOWNS)} {chance.choice(_TRADES)}"
            body, role = chance.choice((local, chance.choice(_PRIVATE))), chance.choice(_ROLES)
        cast.append(_Person(name, f"{name}, {role} of {body}", SpeakerKind.PERSON, role, body))
    others = [_Person(None, words, SpeakerKind.PEOPLE, None, None) for words in _UNNAMED for _ in range(3)]
    others += [_Person(None, words, SpeakerKind.DOCUMENT, None, None) for words in _PAPERS]
    others += [_Person(name, name, SpeakerKind.ORGANISATION, None, name) for name in _PRIVATE]
    for one in others:
        cast.insert(chance.randrange(3, 50), one)
    return cast


class _Article:
    """An article that grows by a paragraph for each quote."""

    def __init__(self, chance: random.Random, title: str) -> None:
        self.chance = chance
        self.text = f"{title}\n"
        self.quotes: list[Quote] = []
        self.speakers: dict[_Person, Speaker] = {}
        self.bodies: dict[str, Organisation] = {}

    def paragraph(self, person: _Person, thing: str) -> None:
        chance = self.chance
        saying = chance.choice(_SAYINGS).format(thing=thing, month=chance.choice(_MONTHS), number=chance.randint(2, 40))
        saying += chance.choice(_TAILS).format(town=chance.choice(_TOWNS), number=chance.randint(2, 90))
        known = person in self.speakers and person.name is not None and person.kind is SpeakerKind.PERSON
        source = str(person.name).rpartition(" ")[2] if known else person.words
        cue = chance.choice(_CUES)
        kind = chance.choices(list(QuoteKind), (5, 1, 4))[0]
        self.text += "\n"
        match kind:
            case QuoteKind.DIRECT:
                content = self.add(f"“{saying[0].upper()}{saying[1:]},”", " ")
                spoken, told = self.add(source, " "), self.add(cue, ". ")
            case QuoteKind.MIXED:
                spoken, told = self.add(source[0].upper() + source[1:], " "), self.add(cue, " ")
                content = self.add(f"that “{saying}”", ". ")
            case _:
                spoken, told = self.add(source[0].upper() + source[1:], " "), self.add(cue, " ")
                content = self.add(f"that {saying}", ". ")
        self.text += " ".join(chance.sample(_FILLERS, 5)) + "\n"
        share = round(min(1.0, max(0.3, chance.gauss(0.85, 0.12))), 2)
        speaker = self.speaker(person)
        number = f"q{len(self.quotes) + 1}"
        self.quotes.append(
            Quote(number, kind, Attitude.ASSERTION, False, (content,), (told,), (spoken,), speaker, "clause", share)
        )

    def add(self, words: str, behind: str) -> Span:
        start = len(self.text)
        self.text += words + behind
        return Span(start, start + len(words), words)

    def speaker(self, person: _Person) -> Speaker:
        if person not in self.speakers:
            body = None
            if person.body is not None:
                body = self.bodies.setdefault(person.body, Organisation(f"o{len(self.bodies) + 1}", person.body))
            description = None if person.name else person.words
            self.speakers[person] = Speaker(
                f"s{len(self.speakers) + 1}", person.name, description, person.kind, person.role, body
            )
        return self.speakers[person]

    def article(self) -> Article:
        return Article(self.text, tuple(self.quotes), tuple(self.speakers.values()), tuple(self.bodies.values()))
