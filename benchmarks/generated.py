"""Articles that are made from sentences with gaps: as many as are wanted, and the same ones for the same number.

People, organisations and events are invented. An article has three speakers: each is told with name, office and
organisation first, then with the surname or a pronoun. Quotes are direct, indirect and mixed.
"""

from __future__ import annotations

import random
from collections.abc import Iterator

from attrs import field, frozen

__all__ = ["Person", "Story", "article", "articles", "people"]

_WOMEN = "Alice Anna Carol Clara Diana Emily Grace Helen Irene Julia Laura Maria Nancy Rachel Susan Teresa".split()
_MEN = "Adam Brian Carl Daniel Edward Frank George Henry Isaac James Kevin Martin Oliver Peter Simon Thomas".split()
_SURNAMES = (
    "Abbott Barlow Calder Dalton Ellison Farrow Gibson Halford Ingram Jarvis Kendall Lawson Mercer Norris Osborne "
    "Parrish Quigley Radford Sawyer Tilman Underhill Vickers Wardell Yardley"
).split()
_OFFICES = ("director", "spokesman", "chairman", "president", "chief executive", "head")
_WOMENS_OFFICES = ("director", "spokeswoman", "president", "chief executive", "head")
_BODIES = (
    "the Harbour Trust",
    "the Northern Water Company",
    "the Institute for Soil Research",
    "the National Bakers Union",
    "Calder Motors",
    "the Rivers Agency",
    "the Teachers Association",
    "Westfield University",
    "Orion Energy",
    "the Island Council",
    "the Museum of Glass",
    "the Farmers Federation",
)
_FACTS = (
    "the old bridge would stay closed until the spring",
    "prices had fallen by a third since March",
    "the new school needed forty more teachers",
    "nobody had asked the residents about the plan",
    "the report was late and far too short",
    "the water was safe to drink",
    "the factory would open again in June",
    "most of the money had been spent on roads",
    "the storm had damaged more than two hundred homes",
    "the trains would run every ten minutes",
)
_SAYINGS = (
    "We cannot wait for another winter",
    "This is good news for the whole valley",
    "Nobody knows what the repairs will cost",
    "The people who live here deserve an answer",
    "It took us three years to build that road",
    "I have never seen a harvest like this one",
    "The old rules do not work any more",
    "There is no reason to close the library",
    "My family has lived on this street since the war",
    "They were told about the danger and did nothing",
)
_SECOND = (
    "The next step is up to the council",
    "We will publish the figures on Friday",
    "That is what the inspectors found",
    "I would do the same thing again",
    "The money is there and the will is not",
)
_PARTS = ("a wasted year", "the worst of both worlds", "a step in the right direction", "bad for everybody")
_SCENES = (
    "Work on the site began in April and will take two years.",
    "The meeting lasted three hours and drew a large crowd.",
    "Snow fell in the hills on Tuesday and several roads were closed.",
    "The budget for the coming year is twelve million pounds.",
    "About four hundred people live in the village.",
)


@frozen
class Person:
    """A speaker of an article."""

    given: str
    surname: str
    woman: bool
    office: str
    body: str

    @property
    def name(self) -> str:
        """Given name and surname."""
        return f"{self.given} {self.surname}"

    @property
    def pronoun(self) -> str:
        """``she`` or ``he``."""
        return "she" if self.woman else "he"


@frozen
class Story:
    """What an article has told so far."""

    chance: random.Random
    facts: list[str] = field(factory=list)

    def scene(self) -> str:
        """Two sentences that nobody says."""
        return f"{self.of(_SCENES)} {self.of(_SCENES)}"

    def of(self, some: tuple[str, ...]) -> str:
        """One that the article has not told yet, while there are such."""
        rest = [one for one in some if one not in self.facts] or list(some)
        self.facts.append(self.chance.choice(rest))
        return self.facts[-1]


def people(chance: random.Random, count: int) -> list[Person]:
    """Speakers who share neither a name nor an organisation."""
    surnames, bodies = chance.sample(_SURNAMES, count), chance.sample(_BODIES, count)
    women, men = chance.sample(_WOMEN, count), chance.sample(_MEN, count)
    out = []
    for number in range(count):
        woman = chance.random() < 1 / 2
        office = chance.choice(_WOMENS_OFFICES if woman else _OFFICES)
        out.append(Person((women if woman else men)[number], surnames[number], woman, office, bodies[number]))
    return out


def article(seed: int) -> str:
    """One article: a title, and paragraphs that blank lines part; marks are curly."""
    chance = random.Random(seed)
    story = Story(chance)
    paragraphs = [story.scene()]
    for person in people(chance, 3):
        paragraphs += _told(story, person)
        if chance.random() < 1 / 3:
            paragraphs.append(story.of(_SCENES))
    return "\n\n".join(paragraphs) + "\n"


def _told(story: Story, person: Person) -> Iterator[str]:
    chance, office = story.chance, f"{person.name}, {person.office} of {person.body},"
    yield chance.choice(
        (
            f"“{story.of(_SAYINGS)},” said {office[:-1]}. “{story.of(_SECOND)}.”",
            f"{office} said that {story.of(_FACTS)}.",
            f"{office} said {story.of(_FACTS)}. “{story.of(_SAYINGS)},” {person.pronoun} said.",
            f"{office} called the plan “{story.of(_PARTS)}”.",
        )
    )
    later = (
        f"“{story.of(_SAYINGS)},” {person.surname} said.",
        f"{person.surname} added that {story.of(_FACTS)}.",
        f"{person.surname} said the decision was “{story.of(_PARTS)}”.",
        f"“{story.of(_SAYINGS)},” {person.pronoun} said. “{story.of(_SECOND)}.”",
    )
    yield from chance.sample(later, chance.choice((1, 2)))


def articles(count: int, first: int = 0) -> Iterator[str]:
    """So many articles, one for each number from ``first`` on."""
    return map(article, range(first, first + count))
