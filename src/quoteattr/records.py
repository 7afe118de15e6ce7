"""The records: what a user of quoteattr holds in hand.

All are attrs classes, frozen, slotted and hashable; none needs spaCy. Offsets are Unicode code points into
``Article.text``, half-open, and ``article.text[span.start:span.end] == span.text`` holds for every span.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Mapping
from typing import TYPE_CHECKING, Any, Self

from attrs import evolve, field, frozen, validators

from quoteattr.comparing import ComparedOnce
from quoteattr.enumerations import Attitude, QuoteKind, SpeakerKind
from quoteattr.errors import RecordError

if TYPE_CHECKING:
    import pandas

__all__ = [
    "Addressee",
    "Article",
    "Attitude",
    "Organisation",
    "Quote",
    "QuoteKind",
    "Span",
    "Speaker",
    "SpeakerKind",
    "Versions",
]

_SHOWN = 60
"""Characters of a quote that ``str(quote)`` shows."""
_FIRST = 2
"""Quotes that ``str(article)`` shows."""
_WITHIN = validators.and_(validators.ge(0.0), validators.le(1.0))
_SHARE = validators.optional(_WITHIN)


def shorten(text: str, length: int) -> str:
    """``text`` on one line, cut with an ellipsis if it is longer than ``length`` characters."""
    line = " ".join(text.split())
    return line if len(line) <= length else f"{line[: length - 1]}…"


@frozen(order=True)
class Span:
    """A stretch of the article.

    Args:
        start: Offset of its first character, in Unicode code points.
        end: Offset after its last character.
        text: The characters themselves, unaltered.

    Raises:
        RecordError: ``end`` is before ``start``, or ``text`` has another length.
    """

    start: int
    end: int
    text: str = field(order=False)

    def __attrs_post_init__(self) -> None:
        if not 0 <= self.start <= self.end or self.end - self.start != len(self.text):
            raise RecordError(
                f"a span needs 0 <= start <= end and a text of end - start characters; "
                f"got {self.start}, {self.end} and {len(self.text)} characters"
            )

    @classmethod
    def of(cls, text: str, start: int, end: int) -> Self:
        """The span of ``text`` from ``start`` to ``end``."""
        return cls(start, end, text[start:end])

    def __len__(self) -> int:
        return self.end - self.start


@frozen(eq=False, unsafe_hash=True, cache_hash=True)
class Organisation(ComparedOnce):
    """A body that somebody in the article speaks for, or that speaks itself.

    Attributes:
        id: Unique within the article (``"o1"``).
        name: The fullest form that the article gives.
        aliases: The other forms that occur (acronym, short form), in text order.
        mentions: Every stretch of the article that names it or stands for it, in text order.
    """

    id: str
    name: str
    aliases: tuple[str, ...] = ()
    mentions: tuple[Span, ...] = field(default=(), repr=False)

    def __str__(self) -> str:
        return self.name


@frozen(eq=False, unsafe_hash=True, cache_hash=True)
class Speaker(ComparedOnce):
    """Who is the source of one or more quotes.

    Attributes:
        id: Unique within the article (``"s1"``).
        name: The fullest name that the article gives, titles dropped; ``None`` if it never names this speaker.
        description: The words that best describe a speaker without a name ("campaign operative"), else ``None``.
        kind: Person, people, organisation, document or unknown.
        role: As written, without the organisation ("director of technologies and liberties"), or ``None``.
        organisation: Whom the speaker stands for by the article, or ``None``; a speaking organisation stands for
            itself.
        mentions: Every stretch of the article that is this speaker (names, pronouns, descriptions), in text order.
        organisation_rule: Id of the rule that gave the organisation; ``None`` where there is no organisation.
        organisation_confidence: 0 to 1: how likely a careful reader would give this organisation; ``None`` where there
            is no organisation, or where nothing tells (see ``docs/confidence.md``).
        known_id: The id of the one among the people whom you know (``Extractor(people=...)``) whose name this is;
            ``None`` for everybody else.
    """

    id: str
    name: str | None
    description: str | None
    kind: SpeakerKind
    role: str | None = None
    organisation: Organisation | None = None
    mentions: tuple[Span, ...] = field(default=(), repr=False)
    organisation_rule: str | None = None
    organisation_confidence: float | None = field(default=None, validator=_SHARE)
    known_id: str | None = None

    def __str__(self) -> str:
        return self.name or self.description or "unknown"


@frozen
class Addressee:
    """Whom a quote is said to, where the article names them.

    Attributes:
        name: The fullest name that the article gives, titles dropped.
        kind: Person, people, organisation, document or unknown.
        speaker: The id of their :class:`Speaker` in the article, which tells the rest; ``None`` if they say nothing
            there themselves.
    """

    name: str
    kind: SpeakerKind
    speaker: str | None = None

    def __str__(self) -> str:
        return self.name


@frozen
class Quote:
    """One attribution: a content that the article ascribes to a source.

    Attributes:
        id: Unique within the article (``"q1"``), numbered in text order.
        kind: Direct, mixed or indirect.
        attitude: Assertion, belief, fact or eventuality.
        negated: Whether the cue is negated ("did not say that").
        content: What was said, in one or more spans in text order; quotation marks are included.
        cue: The words that signal it ("has said", "according to"); empty where there are none.
        source: The words of the source as they stand at this place; empty where there are none.
        speaker: Who these words are, by the whole article; ``None`` where it does not tell. A quotation that goes on
            in a further paragraph has a speaker though no source stands there.
        rule: Id of the rule that found the quote.
        confidence: 0 to 1: the share of quotes found in this way that were right on the training articles
            (see ``docs/confidence.md``).
        speaker_rules: Ids of the rules that link the source to the speaker, in order from the source on
            (``("pronoun-he", "name-surname")``); empty where nothing had to be linked.
        speaker_confidence: 0 to 1: how likely a careful reader would give this name or description; where a name is
            withheld, how likely it was. ``None`` where there is no speaker, or where nothing tells
            (see ``docs/confidence.md``).
        within: The id of the quote in whose content this one is reported; ``None`` for all that are not asked for with
            ``nested=True``.
        addressee: The words for whom it was said to ("the BBC" of "told the BBC"); empty where nobody is named.
        addressed_to: Who these words are, where the article names them, else ``None``.
        addressee_rule: Id of the rule that found the addressee; ``None`` where there is none.
        context: The sentences in which content, cue and source stand, whole, in text order; those that follow each
            other are one span.
    """

    id: str
    kind: QuoteKind
    attitude: Attitude
    negated: bool
    content: tuple[Span, ...]
    cue: tuple[Span, ...]
    source: tuple[Span, ...]
    speaker: Speaker | None
    rule: str
    confidence: float = field(validator=_WITHIN)
    speaker_rules: tuple[str, ...] = ()
    speaker_confidence: float | None = field(default=None, validator=_SHARE)
    within: str | None = None
    addressee: tuple[Span, ...] = ()
    addressed_to: Addressee | None = None
    addressee_rule: str | None = None
    context: tuple[Span, ...] = field(default=(), repr=False)

    def __str__(self) -> str:
        """Who says what, on one line: ``Ada Smith: “We are hiring,” (direct)``."""
        return f"{self.speaker or 'unknown'}: {shorten(self.text, _SHOWN)} ({self.kind.value})"

    @property
    def text(self) -> str:
        """The content as one string: its spans joined by a space."""
        return " ".join(span.text for span in self.content)

    @property
    def start(self) -> int:
        """Offset of the first character of the content."""
        return self.content[0].start

    @property
    def end(self) -> int:
        """Offset after the last character of the content."""
        return self.content[-1].end


def _among(quote: Quote, ids: Container[str], outer: Mapping[str, str | None], speakers: Container[str]) -> Quote:
    """A quote that refers to no quote and no speaker but these; ``outer`` tells within which quote each one is."""
    within, to = quote.within, quote.addressed_to
    for _ in outer:  # no more steps than there are quotes
        if within is None or within in ids:
            break
        within = outer.get(within)
    if to is not None and to.speaker is not None and to.speaker not in speakers:
        to = evolve(to, speaker=None)
    return (
        quote if (within, to) == (quote.within, quote.addressed_to) else evolve(quote, within=within, addressed_to=to)
    )


@frozen
class Versions:
    """What made an article, as the rows of an archive tell it, too.

    Attributes:
        library: The version of quoteattr.
        model: Name and version of the language model.
        lexicon: A digest of word lists and counts, and behind a plus sign one of the user's own lexicon.
    """

    library: str
    model: str
    lexicon: str


@frozen
class Article:
    """A text and all that was found in it.

    Attributes:
        text: The text exactly as it was given.
        quotes: In text order.
        speakers: Every speaker of a quote, in order of first mention.
        organisations: Every organisation of a speaker, in order of first mention.
        title: Its title, where somebody has told it: the text is not searched for one.
        date: The day of its publication, likewise, as ISO 8601 or as it was told.
        url: Where it was published, likewise.
        notes: What the text looks like, where that may explain what was found: ``markup`` (HTML or Markdown was left in
            it), ``mail`` (lines are quoted as in mail), ``wrapped`` (lines were broken to fit; they are read as
            paragraphs), ``misdecoded`` (its letters were read in a wrong encoding; they stay as they are), ``capitals``
            (it is written in capitals, in which names cannot be told from other words).
        versions: What found the quotes, where it is known. Articles may be equal whatever found them.
    """

    text: str = field(repr=lambda text: repr(text if len(text) < 60 else text[:57] + "..."))
    quotes: tuple[Quote, ...] = ()
    speakers: tuple[Speaker, ...] = ()
    organisations: tuple[Organisation, ...] = ()
    title: str | None = None
    date: str | None = None
    url: str | None = None
    notes: tuple[str, ...] = ()
    versions: Versions | None = field(default=None, eq=False, repr=False)

    def __str__(self) -> str:
        """How much was found, and on a second line the first quotes."""
        lists = (("quote", self.quotes), ("speaker", self.speakers), ("organisation", self.organisations))
        counts = ", ".join(f"{len(found)} {noun}{'' if len(found) == 1 else 's'}" for noun, found in lists)
        if not self.quotes:
            return counts
        first = "; ".join(map(str, self.quotes[:_FIRST]))
        return f"{counts}\n{first}{'; …' if len(self.quotes) > _FIRST else ''}"

    def quotes_by(self, speaker: Speaker) -> tuple[Quote, ...]:
        """The quotes of one speaker, in text order."""
        return tuple(quote for quote in self.quotes if quote.speaker is not None and quote.speaker.id == speaker.id)

    def filter(self, keep: Callable[[Quote], object]) -> Article:
        """The article with the quotes that ``keep`` wants, their speakers and the organisations of these. Ids stay.

        A quote whose outer quote is not wanted is within the next outer one that is. An addressee who speaks in none of
        these quotes has no speaker any more.

        >>> Article("No quotes.").filter(lambda quote: quote.confidence >= 0.6).quotes
        ()
        """
        kept_quotes = [quote for quote in self.quotes if keep(quote)]
        speakers = {quote.speaker.id for quote in kept_quotes if quote.speaker is not None}
        outer, ids = {quote.id: quote.within for quote in self.quotes}, {quote.id for quote in kept_quotes}
        quotes = tuple(_among(quote, ids, outer, speakers) for quote in kept_quotes)
        kept = tuple(speaker for speaker in self.speakers if speaker.id in speakers)
        bodies = {speaker.organisation.id for speaker in kept if speaker.organisation is not None}
        kept_bodies = tuple(body for body in self.organisations if body.id in bodies)
        return evolve(self, quotes=quotes, speakers=kept, organisations=kept_bodies)

    def to_dict(self) -> dict[str, Any]:
        """Plain data (dicts, lists, strings, numbers, ``None``), ready for JSON.

        Speakers and organisations stand once in their lists; quotes and speakers refer to them by id.
        """
        from quoteattr import serialise

        return serialise.to_dict(self)

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Article:
        """The article that :meth:`to_dict` gave. Equal to it.

        Raises:
            RecordError: A field is missing or of a wrong type, a span does not fit the text, an id is unknown.
        """
        from quoteattr import serialise

        return serialise.from_dict(data)

    def to_records(self) -> list[dict[str, Any]]:
        """A flat dict for each quote, as data frames want them: ``pandas.DataFrame(article.to_records())``.

        Speaker and organisation are told in each; spans are lists of ``[start, end]`` (see ``docs/formats.md``).
        """
        from quoteattr import tables

        return tables.to_rows(self)

    def to_frame(self) -> pandas.DataFrame:
        """:meth:`to_records` as a data frame of pandas, with the columns of ``docs/formats.md``, each of its type.

        Raises:
            SettingError: pandas is not installed.
        """
        from quoteattr import tables

        frame: pandas.DataFrame = tables.to_frame(self)
        return frame

    @classmethod
    def from_records(cls, text: str, records: Iterable[Mapping[str, Any]]) -> Article:
        """The article of which :meth:`to_records` gave ``records``.

        Args:
            text: Its text, which records do not hold.
            records: As they were given, or as a data frame gives them back (``frame.to_dict("records")``).

        Raises:
            RecordError: A field is missing or of a wrong type, or offsets do not fit the text.
        """
        from quoteattr import tables

        return tables.from_rows(text, records)

    def to_json(self, *, indent: int | None = None) -> str:
        """:meth:`to_dict` as a JSON string (non-ASCII characters kept)."""
        from quoteattr import serialise

        return serialise.to_json(self, indent=indent)

    @classmethod
    def from_json(cls, data: str | bytes) -> Article:
        """The article that :meth:`to_json` gave.

        Raises:
            RecordError: Not JSON, or not an article.
        """
        from quoteattr import serialise

        return serialise.from_json(data)

    def _repr_html_(self) -> str:
        """The article as notebooks show it: the page of :func:`quoteattr.render` in a frame."""
        from quoteattr.view import embedded

        return embedded(self)
