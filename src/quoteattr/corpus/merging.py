"""One speaker and one organisation over many articles."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from attrs import define, field

from quoteattr.corpus.bodies import Bodies, is_acronym, key_in
from quoteattr.corpus.evidence import Profile, role_words
from quoteattr.corpus.groups import Groups
from quoteattr.corpus.names import is_common, person_name
from quoteattr.corpus.people import grouped
from quoteattr.corpus.records import Appearance, CorpusOrganisation, CorpusSpeaker, Merged
from quoteattr.corpus.words import comparable, fullest, most
from quoteattr.errors import RecordError
from quoteattr.records import Article, QuoteKind, Speaker, SpeakerKind

__all__ = ["Merger", "merge"]

_MANY = 20
"""Articles that somebody is in, from which on an organisation in one of them alone is taken for a mistake."""

_Who = tuple[str, ...]
"""What the speakers of a profile have in common."""


@define(eq=False)
class _Told:
    """What articles tell of the speakers of one profile, or of an organisation of one key."""

    forms: Counter[str] = field(factory=Counter)
    roles: Counter[str] = field(factory=Counter)
    kinds: Counter[QuoteKind] = field(factory=Counter)
    documents: int = 0
    last: str | None = None
    appearances: list[tuple[int, Appearance]] = field(factory=list)

    def add(self, other: _Told) -> None:
        self.forms.update(other.forms)
        self.roles.update(other.roles)
        self.kinds.update(other.kinds)
        self.documents += other.documents
        self.appearances += other.appearances


@define(eq=False)
class _Sort:
    """The speakers of one profile."""

    kind: SpeakerKind
    profile: Profile
    told: _Told = field(factory=_Told)


class Merger:
    """Merges speakers and organisations of articles that come one by one.

    It keeps names, roles, organisations and counts, and no text: memory grows with the people.

    Args:
        appearances: Whether to keep who stands where as well, which grows with the articles. Without it
            :meth:`identify` tells this of each article, in a second reading.
    """

    def __init__(self, *, appearances: bool = True) -> None:
        self._appearances = appearances
        self._articles = 0
        self._bodies = Bodies()
        self._body_told: dict[str, _Told] = {}
        self._sorts: dict[_Who, _Sort] = {}
        self._found: tuple[dict[_Who, str], dict[str, str]] | None = None

    def add(self, document: str, article: Article) -> None:
        """Take one more article.

        Args:
            document: Its id, unique in the corpus.
            article: Its records; the text is not looked at.
        """
        self._articles += 1
        self._found = None
        quotes = _quotes_by_speaker(article)
        for one in article.organisations:
            self._bodies.add(document, one.name, one.aliases)
        bodies = self._add_bodies(document, article, quotes)
        named = [speaker for speaker in article.speakers if speaker.name]
        names = {speaker.id: person_name(str(speaker.name)) for speaker in named}
        company = {name.key for name in names.values() if name.is_full} | set(bodies.values())
        for speaker in named:
            body = self._body_of(document, speaker)
            if body is not None and body not in self._bodies.found:
                self._bodies.add(document, str(speaker.organisation or speaker.name))
            sort = self._sort(document, speaker, body)
            sort.profile.note(sorted(company - {names[speaker.id].key, body}))
            self._note(sort.told, document, speaker.id, quotes.get(speaker.id, Counter()))
            sort.told.forms[str(speaker.name)] += 1
            if speaker.role:
                sort.told.roles[speaker.role] += 1
            if body is not None and names[speaker.id].is_full:
                self._bodies.found[body].note(names[speaker.id].key)

    def _add_bodies(self, document: str, article: Article, quotes: Mapping[str, Counter[QuoteKind]]) -> dict[str, str]:
        """The keys of the article's organisations, by id."""
        counts: dict[str, Counter[QuoteKind]] = {}
        for speaker in article.speakers:
            if speaker.organisation is not None:
                counts.setdefault(speaker.organisation.id, Counter()).update(quotes.get(speaker.id, Counter()))
        keys = {body.id: key_in(document, body.name) for body in article.organisations}
        for identity, key in keys.items():
            self._note(self._body_told.setdefault(key, _Told()), document, identity, counts.get(identity, Counter()))
        return keys

    def _body_of(self, document: str, speaker: Speaker) -> str | None:
        """The key of the organisation that a speaker stands for, or is."""
        if speaker.organisation is not None:
            return key_in(document, speaker.organisation.name)
        return key_in(document, str(speaker.name)) if speaker.kind is SpeakerKind.ORGANISATION else None

    def _sort(self, document: str, speaker: Speaker, body: str | None) -> _Sort:
        who = self._who(document, speaker, body)
        sort = self._sorts.get(who)
        if sort is None:
            body_name = speaker.organisation.name if speaker.organisation is not None else None
            name, role = person_name(str(speaker.name)), role_words(speaker.role)
            sort = self._sorts[who] = _Sort(speaker.kind, Profile(name, body, body_name, role, speaker.known_id))
        return sort

    def _who(self, document: str, speaker: Speaker, body: str | None) -> _Who:
        known = speaker.known_id or ""
        kind = speaker.kind.value
        if speaker.kind is SpeakerKind.ORGANISATION:
            return (kind, str(body), known)
        if speaker.kind is not SpeakerKind.PERSON:
            return (kind, "".join(comparable(str(speaker.name))), known)
        name = person_name(str(speaker.name))
        role = " ".join(sorted(role_words(speaker.role)))
        nothing = not (body or role or known) and (not name.is_full or is_common(name))
        return (kind, name.key, body or "", role, known, document if nothing else "")

    def _note(self, told: _Told, document: str, identity: str, kinds: Counter[QuoteKind]) -> None:
        told.documents += told.last != document
        told.last = document
        told.kinds.update(kinds)
        if self._appearances:
            told.appearances.append((self._articles, Appearance(document, identity, kinds.total())))

    def result(self) -> Merged:
        """The speakers and organisations of all articles so far."""
        groups = self._bodies.groups()
        by_key = self._organisations(groups)
        organisations = tuple(dict.fromkeys(by_key.values()))
        persons = self._persons(groups)
        speakers = tuple(_speaker(f"S{number}", sorts, by_key) for number, sorts in enumerate(persons, 1))
        of_sort = {id(sort): one.id for one, sorts in zip(speakers, persons, strict=True) for sort in sorts}
        self._found = (
            {who: of_sort[id(sort)] for who, sort in self._sorts.items()},
            {key: body.id for key, body in by_key.items()},
        )
        return Merged(
            speakers,
            organisations,
            {(one.document, one.id): speaker.id for speaker in speakers for one in speaker.appearances},
            {(one.document, one.id): body.id for body in organisations for one in body.appearances},
        )

    def identify(self, document: str, article: Article) -> tuple[dict[str, str], dict[str, str]]:
        """Who the speakers of an article are, and its organisations: by their ids in it, their ids in the corpus.

        Args:
            document: Its id.
            article: Its records, as they were added.

        Raises:
            RecordError: It was not added.
        """
        if self._found is None:
            self.result()
        speakers, bodies = self._found or ({}, {})
        named = [speaker for speaker in article.speakers if speaker.name]
        try:
            return (
                {one.id: speakers[self._who(document, one, self._body_of(document, one))] for one in named},
                {one.id: bodies[key_in(document, one.name)] for one in article.organisations},
            )
        except KeyError:
            raise RecordError(f"{document}: expected an article that was added, got another one") from None

    def _organisations(self, groups: Groups) -> dict[str, CorpusOrganisation]:
        """The organisations by each of their keys."""
        out: dict[str, CorpusOrganisation] = {}
        for number, keys in enumerate(groups.lists(), 1):
            told, others = _Told(), Counter[str]()
            for key in keys:
                told.forms.update(self._bodies.found[key].forms)
                others.update(self._bodies.found[key].others)
                told.add(self._body_told.get(key, _Told()))
            name = fullest(told.forms)
            aliases = most(told.forms + others, but=name)
            acronyms = tuple(form for form in aliases if is_acronym(form, name))
            places = _in_order(told)
            counts = told.kinds.total(), _documents(told, places)
            body = CorpusOrganisation(f"O{number}", name, aliases, acronyms, *counts, places)
            out |= dict.fromkeys(keys, body)
        return out

    def _persons(self, groups: Groups) -> list[list[_Sort]]:
        """The profiles of each speaker, in the order in which the first of them came."""
        sorts = list(self._sorts.values())
        place = {id(sort.profile): number for number, sort in enumerate(sorts)}
        others: dict[_Who, list[int]] = {}
        for number, (who, sort) in enumerate(self._sorts.items()):
            if sort.kind is SpeakerKind.ORGANISATION:
                others.setdefault((who[0], groups.find(who[1])), []).append(number)
            elif sort.kind is not SpeakerKind.PERSON:
                others.setdefault(who, []).append(number)
        people = [sort.profile for sort in sorts if sort.kind is SpeakerKind.PERSON]
        persons = grouped(people, groups.find, self._articles)
        found = [*others.values(), *(sorted(place[id(profile)] for profile in profiles) for profiles in persons)]
        return [[sorts[number] for number in numbers] for numbers in sorted(found)]


def _documents(told: _Told, places: Sequence[Appearance]) -> int:
    """In how many articles somebody is; where this was not kept, twice who is in one under two names."""
    return len({one.document for one in places}) if places else told.documents


def _speaker(identity: str, sorts: Sequence[_Sort], by_key: Mapping[str, CorpusOrganisation]) -> CorpusSpeaker:
    told, bodies = _Told(), Counter[str]()
    for sort in sorts:
        told.add(sort.told)
        if sort.profile.body is not None:
            bodies[by_key[sort.profile.body].id] += sort.told.documents
    places = _in_order(told)
    if told.documents >= _MANY:
        bodies = Counter({body: count for body, count in bodies.items() if count > 1})
    if sorts[0].kind is SpeakerKind.ORGANISATION and sorts[0].profile.body is not None:
        body = by_key[sorts[0].profile.body]
        name, aliases = body.name, body.aliases
    else:
        name = fullest(told.forms)
        aliases = most(told.forms, but=name)
    return CorpusSpeaker(
        id=identity,
        name=name,
        kind=sorts[0].kind,
        aliases=aliases,
        roles=most(told.roles),
        organisations=most(bodies),
        quotes=told.kinds.total(),
        direct=told.kinds[QuoteKind.DIRECT],
        mixed=told.kinds[QuoteKind.MIXED],
        indirect=told.kinds[QuoteKind.INDIRECT],
        documents=_documents(told, places),
        appearances=places,
        known_id=next((one.profile.known_id for one in sorts if one.profile.known_id is not None), None),
    )


def _quotes_by_speaker(article: Article) -> dict[str, Counter[QuoteKind]]:
    out: dict[str, Counter[QuoteKind]] = {}
    for quote in article.quotes:
        if quote.speaker is not None:
            out.setdefault(quote.speaker.id, Counter())[quote.kind] += 1
    return out


def _in_order(told: _Told) -> tuple[Appearance, ...]:
    return tuple(one for _, one in sorted(told.appearances, key=lambda pair: pair[0]))


def merge(articles: Iterable[tuple[str, Article]]) -> Merged:
    """The speakers and organisations of many articles, each once.

    Args:
        articles: Ids of documents, each unique, with the records. An iterator is read once; no article is kept.
    """
    merger = Merger()
    for document, article in articles:
        merger.add(document, article)
    return merger.result()
