"""Turns of transcripts and printed interviews: whom the label of a turn names, and to whom a question is put."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence

from attrs import evolve, field, frozen

from quoteattr.attribute.attribution import Attribution
from quoteattr.coreference.context import Context
from quoteattr.coreference.entities import Entity, Mention, MentionType, Traits
from quoteattr.coreference.gazetteer import Gazetteer
from quoteattr.coreference.rules import Rule, rule
from quoteattr.coreference.sieves.interviews import Story
from quoteattr.lexicon.lists import word_list
from quoteattr.records import SpeakerKind
from quoteattr.syntax import Parse, Range

__all__ = ["RULES", "link_turns", "untitled"]

_ASKS = word_list("coreference", "questions")
_ANSWERS = word_list("coreference", "answers")
_TURN_ROLES = word_list("coreference", "turn_roles")
_FEW = 2
"""Answers that tell an interview where no question is an attribution; and parties of an interview with one guest."""
_SEVERAL = 2
"""Answers to a question from which on several guests answer it."""
_MOSTLY = 0.5
"""The share of the turns of whoever asks that end with a question, at least; of whoever answers fewer do."""
_INITIALS = 4
"""Letters of initials at most."""

NAME = rule(
    "turn-named",
    "the label of a turn is the person whose surname or given name it is, however it is written",
    "Anna Brown met Carl Weiss in May.\n\nANNA: Where were you born?\n\n[CARL](Carl Weiss): In Ohio.\n\nANNA: Why?",
    "Anna Brown met Diego Lopez in May.\n\nAnna: Where were you born?\n\n[DIEGO](Diego Lopez): In Ohio.\n\nAnna: Why?",
)
INITIALS = rule(
    "turn-initials",
    "a label in capitals is the one person with these initials",
    "Anna Brown met Carl Weiss in May.\n\nAB: Where were you born?\n\n[CW](Carl Weiss): In Ohio.\n\nAB: Why?",
    "Anna Brown met Carl Weiss in May.\n\nCW: Was it late?\n\n[AB](Anna Brown): It was.\n\nCW: And then?",
)
SAME = rule(
    "turn-same",
    "turns with the same label are of the same speaker",
    "Host: Where were you born?\n\nSmith: In Ohio.\n\n[Host](Host): Did you leave?",
    "Reporter: Were you born here?\n\nSmith: In Ohio.\n\n[Reporter](Reporter): Did you leave?",
)
QUESTION = rule(
    "interview-question",
    "the letter “Q” at the beginning of a line is who asks",
    "Laura King spoke to us.\n\nQ: Where were you born?\n\nA: In a small town in Ohio.\n\n[Q](interviewer): "
    "Why did you leave it?\n\nA: Because there was no work for anybody.",
    "Peter Stone is an actor.\n\nQuestion: Where do you live?\n\nAnswer: In a small town in "
    "Ohio.\n\n[Question](interviewer): Do you like it?\n\nAnswer: I have never liked it.",
)
ASKER = rule(
    "interview-asker",
    "who asks is whom the article has interview the guest",
    "Anna Brown interviewed Peter Stone.\n\nQ: Where do you live?\n\nA: In a small town in Ohio.\n\n"
    "[Q](Anna Brown): Do you like it?\n\nA: I have never liked it.",
    "Peter Stone told the Melford Gazette of his life.\n\nQ: Where do you live?\n\nA: In a small town in Ohio.\n\n"
    "[Q](Melford Gazette): Do you like it?\n\nA: I have never liked it.",
)
ANSWER = rule(
    "interview-answer",
    "the letter “A” at the beginning of a line is who is interviewed, or is named most before the first question",
    "Laura King spoke to us.\n\nQ: Where were you born?\n\nA: In a small town in Ohio.\n\nQ: Why did you leave "
    "it?\n\n[A](Laura King): Because there was no work for anybody.",
    "Peter Stone is an actor.\n\nQuestion: Where do you live?\n\nAnswer: In a small town in Ohio.\n\nQuestion: "
    "Do you like it?\n\n[Answer](Peter Stone): I have never liked it.",
)
RULES = (NAME, INITIALS, SAME, QUESTION, ASKER, ANSWER)


@frozen(eq=False)
class _Turn:
    """A turn and what stands in its label.

    Attributes:
        number: The index of its attribution.
        label: The tokens of its label.
        mention: What stands there.
    """

    number: int
    label: Range
    mention: Mention


def link_turns(context: Context, without: Collection[str] = ()) -> Mapping[int, Mention]:
    """Link the labels of turns to who speaks.

    Args:
        context: The article, with its names linked.
        without: Ids of rules that are not asked.

    Returns:
        For each turn that is put to somebody, the label of whoever answers.
    """
    letters = _Letters.of(context)
    if letters is not None:
        letters.link(without)
        return dict.fromkeys((one.number for one in letters.asked), letters.answered[0].mention) if letters.both else {}
    turns = list(_turns(context))
    if not turns:
        return {}
    story, groups = Story(context, turns[0].label[0]), _joined(_grouped(context.parse, turns))
    people = _People(context, story, turns)
    for words, alike in groups.items():
        _link_group(context, people, words, alike, without)
    return _addressed(context, story, turns)


def _grouped(parse: Parse, turns: Sequence[_Turn]) -> dict[tuple[str, ...], list[_Turn]]:
    """The turns whose labels are written alike, by their words."""
    groups: dict[tuple[str, ...], list[_Turn]] = {}
    for one in turns:
        groups.setdefault(_words(parse, one.label), []).append(one)
    return groups


def _joined(groups: Mapping[tuple[str, ...], list[_Turn]]) -> dict[tuple[str, ...], list[_Turn]]:
    """The turns of each speaker: a surname is whoever alone has a label that ends so, "JANE SMITH" and "SMITH"."""
    full: dict[str, list[tuple[str, ...]]] = {}
    for words in groups:
        if len(words) > 1:
            full.setdefault(words[-1], []).append(words)
    out: dict[tuple[str, ...], list[_Turn]] = {}
    for words, alike in groups.items():
        whole = full.get(words[0], []) if len(words) == 1 else []
        out.setdefault(whole[0] if len(whole) == 1 else words, []).extend(alike)
    return out


def untitled(parse: Parse, gazetteer: Gazetteer, attributions: Sequence[Attribution]) -> Sequence[Attribution]:
    """The attributions of an article, the name in the label of a turn without titles: "MS. SMITH"."""
    return [_untitled(parse, gazetteer, one) if one.is_turn else one for one in attributions]


def _untitled(parse: Parse, gazetteer: Gazetteer, turn: Attribution) -> Attribution:
    ((start, end), *_) = turn.source
    while start < end - 1 and ((parse.lower[start],) in gazetteer.titles or not parse.is_word(start)):
        start += 1
    named = any(map(str.isalpha, parse.words_of((start, end))))  # "Speaker 1" is not "1"
    return evolve(turn, voice=((start, end),)) if named else turn


def _turns(context: Context) -> Iterator[_Turn]:
    for number, one in enumerate(context.document.attributions):
        if one.is_turn and (found := _turn(context, number)) is not None:
            yield found


def _turn(context: Context, number: int) -> _Turn | None:
    label = context.document.attributions[number].voices[:1]
    heads = context.document.source_heads[number]
    mention = context.document.mention_at(heads[0]) if label and heads else None
    return _Turn(number, label[0], mention) if mention is not None else None


def _words(parse: Parse, tokens: Range) -> tuple[str, ...]:
    """The words of a label or a name in small letters, without the full stops of abbreviations."""
    words = (word.strip(".").casefold() for word in parse.words[slice(*tokens)])
    return tuple(word for word in words if word)


# ---- names ---------------------------------------------------------------------------------------------------------


class _People:
    """Who is named outside of what is said in turns, by the words of their names.

    Attributes:
        context: The article.
    """

    def __init__(self, context: Context, story: Story, turns: Sequence[_Turn]) -> None:
        self.context = context
        self._by_word: dict[str, dict[Entity, None]] = {}
        self._by_initials: dict[str, dict[Entity, None]] = {}
        document, asking = context.document, frozenset(story.interviewing(story.guest()))
        said = bytearray(len(context.parse))
        for one in turns:
            for start, end in document.attributions[one.number].content:
                said[start:end] = b"\1" * (end - start)
        for mention in document.mentions:
            entity = context.entities.of(mention)
            if mention.type is MentionType.NAME and not said[mention.head] and (entity.is_person or entity in asking):
                self._note(_words(context.parse, (mention.start, mention.end)), entity, asks=entity in asking)

    def _note(self, words: Sequence[str], entity: Entity, *, asks: bool) -> None:
        if len(words) > 1 or asks:
            self._by_initials.setdefault("".join(word[0] for word in words), {})[entity] = None
        for word in {words[0], words[-1]} if len(words) > 1 else ():
            self._by_word.setdefault(word, {})[entity] = None

    def with_initials(self, label: _Turn) -> Entity | None:
        """The one person whose initials a label is."""
        written = "".join(self.context.parse.words[slice(*label.label)]).replace(".", "")
        if not (len(written) <= _INITIALS and written.isalpha() and written.isupper()):
            return None
        return _only(self._by_initials.get(written.casefold(), {}))

    def with_word(self, words: Sequence[str]) -> Entity | None:
        """The one person whose surname, or given name, a label is."""
        return _only(self._by_word.get(words[0], {})) if len(words) == 1 and len(words[0]) > 1 else None


def _only(found: Mapping[Entity, None]) -> Entity | None:
    return next(iter(found)) if len(found) == 1 else None


def _link_group(
    context: Context, people: _People, words: Sequence[str], turns: Sequence[_Turn], without: Collection[str]
) -> None:
    """Link the labels that are written alike."""
    found, by = people.with_initials(turns[0]), INITIALS
    if found is None or by.id in without:
        found, by = people.with_word(words), NAME
    if found is None or by.id in without:
        found, by = _named_by_label(context, words, turns), SAME
    if by.id not in without:
        _link(context, turns, found, by)
        _teach_gender(context, found, turns[0].label)


def _link(context: Context, turns: Sequence[_Turn], entity: Entity, by: Rule) -> None:
    """Let labels that stand for somebody else stand for ``entity``."""
    first = next(iter(entity.mentions), None)
    for one in turns:
        if context.entities.of(one.mention) is not entity:
            context.entities.link(one.mention, entity, by.id, first)


def _named_by_label(context: Context, words: Sequence[str], turns: Sequence[_Turn]) -> Entity:
    """Who the labels themselves name; where nothing says that they are a name, the words tell whether they are."""
    entities = [context.entities.of(one.mention) for one in turns]
    named = Counter(entity for entity in entities if entity.names)
    numbered = any(any(map(str.isdigit, word)) for word in words)  # "Speaker 1" and "Speaker 2" are two
    start, end = max((one.label for one in turns), key=lambda label: label[1] - label[0])
    if named and not numbered:
        found = named.most_common(1)[0][0]
        longer = all(stop - first < end - start for first, stop in found.names)
        if longer and found.is_person and all(map(str.isalpha, context.parse.words[start:end])):
            found.names.append((start, end))  # "JANE SMITH", of which the model has "JANE"
        return found
    if numbered:
        return Entity(Traits(SpeakerKind.PERSON, best=context.parse.words_of((start, end))))
    if not _TURN_ROLES.isdisjoint(words):
        return entities[0]
    return Entity(Traits(SpeakerKind.PERSON), names=[(start, end)])


def _teach_gender(context: Context, entity: Entity, label: Range) -> None:
    """Let a title before a label tell a gender: "MS. SMITH"."""
    titles, (start, _) = context.gazetteer.titles, label
    before = context.parse.lower[max(0, start - 2) : start]  # "MS." may be two tokens
    gender = next((titles[(word,)] for word in before if titles.get((word,))), "")
    if gender and not entity.is_organisation:
        context.entities.teach(entity, evolve(entity.traits, kind=SpeakerKind.PERSON, gender=gender))


def _addressed(context: Context, story: Story, turns: Sequence[_Turn]) -> dict[int, Mention]:
    """The turns of who asks, where two speak and one of them asks, with a label of the other."""
    parties: dict[Entity, list[_Turn]] = {}
    for one in turns:
        parties.setdefault(context.entities.of(one.mention), []).append(one)
    if len(parties) != _FEW:
        return {}
    asking = frozenset(story.interviewing(story.guest()))
    told = [party for party in parties if party in asking]
    if len(told) != 1:
        shares = {party: sum(_asks(context, one) for one in said) / len(said) for party, said in parties.items()}
        told = [party for party, share in shares.items() if share >= _MOSTLY]
    if len(told) != 1:
        return {}
    ((guest, *_),) = (said for party, said in parties.items() if party is not told[0])
    return dict.fromkeys((one.number for one in parties[told[0]]), guest.mention)


def _asks(context: Context, turn: _Turn) -> bool:
    """Whether a turn ends with a question."""
    end = context.document.attributions[turn.number].content[-1][1]
    return "?" in "".join(context.parse.words[end - 1 : end + 1])


# ---- letters -------------------------------------------------------------------------------------------------------


@frozen(eq=False)
class _Letters:
    """The questions and answers of an interview whose labels are letters."""

    context: Context = field(repr=False)
    asked: Sequence[_Turn]
    answered: Sequence[_Turn]

    @classmethod
    def of(cls, context: Context) -> _Letters | None:
        """The questions and answers of an article; ``None`` where it has no such interview."""
        asked: list[_Turn] = []
        answered: list[_Turn] = []
        for number, one in enumerate(context.document.attributions):
            letter = _letter(context.parse, one.source[0]) if one.source else ""
            if letter in _ASKS or letter in _ANSWERS:
                found = _turn(context, number)
                if found is not None:
                    (asked if letter in _ASKS else answered).append(found)
        return cls(context, asked, answered) if asked or len(answered) >= _FEW else None

    @property
    def both(self) -> bool:
        """Whether there is a question and an answer."""
        return bool(self.asked and self.answered)

    def link(self, without: Collection[str]) -> None:
        """Link the letters to who asks and who answers."""
        first = min(one.label[0] for one in (*self.asked, *self.answered))
        story = Story(self.context, first)
        several = len(self.answered) >= _SEVERAL * len(self.asked) > 0
        guest = None if several else story.guest()
        asker = story.asker(guest) if ASKER.id not in without else None
        for turns, found, by, words in (
            (self.asked, asker, QUESTION if asker is None else ASKER, "interviewer"),
            (self.answered, guest, ANSWER, "interviewee"),
        ):
            if by.id not in without:
                _link(self.context, turns, found or Entity(Traits(SpeakerKind.PERSON, best=words)), by)


def _letter(parse: Parse, source: Range) -> str:
    """The word of a source that is one word at the beginning of a line, in lower case, else an empty string."""
    words = [token for token in range(*source) if parse.is_word(token) and not parse.words[token].isdigit()]
    line = parse.paragraphs[parse.paragraph_of[source[0]]][0]
    opens = not any(parse.is_word(token) for token in range(line, source[0]))
    return parse.lower[words[0]] if len(words) == 1 and opens and parse.words[words[0]][0].isupper() else ""
