"""Names that the model missed: repeated names, sources of quotes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from quoteattr.coreference.gazetteer import folded
from quoteattr.coreference.mentions.values import Known, MissedName, NameSpan, SourceName, rule
from quoteattr.coreference.rules import Example, Rule
from quoteattr.lexicon.lists import word_list
from quoteattr.syntax import Range, labels

__all__ = ["RULES", "missed_names", "names_of_sources"]

_KNOWN_LABELS = ("", labels.PERSON_ENTITY, labels.ORGANISATION_ENTITY, labels.GEOPOLITICAL_ENTITY)
_CALENDAR = word_list("mentions", "calendar")
_NO_NAMES = word_list("mentions", "no_names")
_SMALL = word_list("coreference", "small_words")
_NOUNS = "N"
"""The first letter of the tags of nouns."""
_BEHIND = word_list("mentions", "behind_places")
_LONGEST = 3
"""Tokens of a source that is a name which the model has missed."""
_PARTIES = word_list("affiliation", "nouns_of_parties")
_MEMBERS = word_list("affiliation", "members_of_parties")
_VOICES = word_list("affiliation", "party_voices")
_LETTERS = 3
"""Letters of an acronym at least."""
_BEHIND_SURNAMES = ([","], ["'s"], ["’s"])
"""What tells that a word which opens a sentence is a surname, whatever its tag."""


def missed_names(known: Known) -> Iterator[NameSpan]:
    """Names where the model saw none."""
    parse, after = known.context.parse, 0
    for token in parse.capitals:
        if token < after or known.covered[token] or token in known.context.titles.starting:
            continue
        if not parse.tags[token].startswith(_NOUNS) and not _stands_as_name(known, token):
            continue
        if (span := known.first(MissedName, token)) is not None:
            yield span
            after = span.end


def names_of_sources(known: Known, sources: Iterable[Range]) -> Iterator[NameSpan]:
    """Names that sources of quotes begin with."""
    words, covered = known.context.parse.words, bytearray(known.covered)
    for start, end in sources:
        if start < end and not covered[start] and words[start][0].isupper() and len(words[start]) > 1:
            span = known.first(SourceName, (start, end))
            if span is not None and not any(covered[span.start : span.end]):
                yield span
                covered[span.start : span.end] = b"\1" * (span.end - span.start)


def _stands_as_name(known: Known, token: int) -> bool:
    """Whether a surname that the tagger takes for another sort of word is written as a name: "Hardy, who won"."""
    parse, context = known.context.parse, known.context
    if folded(parse.lower[token]) not in known.surnames or parse.lower[token] in context.small:
        return False
    beside = [*parse.words[token - 1 : token], *parse.words[token + 1 : token + 2]]
    if not parse.words[token].istitle() or any(word[0].isupper() for word in beside):
        return False
    after = parse.lower[token + 1 : token + 2]
    return not _opens_sentence(known, token) or after in _BEHIND_SURNAMES


def _surname(known: Known, token: int) -> NameSpan | None:
    if folded(known.context.parse.lower[token]) not in known.surnames or _is_date(known, token):
        return None
    return NameSpan(token, token + 1, labels.PERSON_ENTITY)


def _is_date(known: Known, token: int) -> bool:
    """Whether a month or day that is somebody's surname, too, is none here: "in May"."""
    parse = known.context.parse
    if parse.lower[token] not in _CALENDAR:
        return False
    number = token + 1 < len(parse) and parse.words[token + 1][:1].isdigit()
    return number or not parse.deps[token].startswith("nsubj")


def _form(known: Known, token: int) -> NameSpan | None:
    parse = known.context.parse
    label = known.forms.get((parse.lower[token],)) if parse.lower[token] not in _CALENDAR else None
    return NameSpan(token, token + 1, label) if label in _KNOWN_LABELS and not parse.tags[token].endswith("S") else None


def _acronym(known: Known, token: int) -> NameSpan | None:
    """Capitals that are the first letters of a name of the article, small words left out."""
    word = known.context.parse.words[token]
    if len(word) < _LETTERS or not word.isupper() or not word.isalpha():
        return None
    for form, label in known.forms.items():
        big = [one for one in form if one not in _SMALL]
        if label == labels.ORGANISATION_ENTITY and "".join(one[0] for one in big) == word.lower():
            return NameSpan(token, token + 1, label)
    return None


def _party(known: Known, token: int) -> NameSpan | None:
    """The party in the plural before the office of one of its members: "Greens MP", "Nationals leader"."""
    parse = known.context.parse
    after = parse.lower[token + 1 : token + 2]
    plural = parse.lower[token] in _PARTIES and parse.lower[token].endswith("s")
    if not plural or (_MEMBERS.isdisjoint(after) and _VOICES.isdisjoint(after)):
        return None
    return NameSpan(token, token + 1, labels.ORGANISATION_ENTITY)


def _known_source(known: Known, source: Range) -> NameSpan | None:
    """A known name that a source begins with, whatever its tag says: "Jolly, who was elected"."""
    start, end = source
    lower = known.context.parse.lower
    if end - start > 1 and lower[start + 1] not in _BEHIND:
        return None
    label = labels.PERSON_ENTITY if folded(lower[start]) in known.surnames else known.forms.get((lower[start],), "")
    return NameSpan(start, start + 1, label) if label else None


def _bare_source(known: Known, source: Range) -> NameSpan | None:
    """A source that nothing else takes for a name: a word or two, capitalised, of no other meaning."""
    start, end = source
    gazetteer, word = known.context.gazetteer, known.context.parse.lower[start]
    if end - start > _LONGEST or word in gazetteer.measures or word in gazetteer.anybody or word in _CALENDAR:
        return None
    return NameSpan(start, end, "") if all(_is_bare(known, token) for token in range(start, end)) else None


def _is_bare(known: Known, token: int) -> bool:
    parse, gazetteer = known.context.parse, known.context.gazetteer
    written, word = parse.words[token], parse.lower[token]
    if not (written[0].isupper() and written.isalpha()) or word in gazetteer.pronouns:
        return False
    if parse.tags[token] != labels.PROPER_NOUN and (word in _NO_NAMES or _opens_sentence(known, token)):
        return False
    return not gazetteer.noun(word).kind and not gazetteer.noun(word, labels.PLURAL_PROPER_NOUN).kind


def _opens_sentence(known: Known, token: int) -> bool:
    parse = known.context.parse
    first = parse.sentences[parse.sentence_of[token]][0]
    return not any(map(parse.is_word, range(first, token)))


RULES: tuple[Rule, ...] = (
    rule(
        MissedName,
        "span-known-surname",
        "the surname of a person whom the article names in full is a name, even if the model labels none",
        _surname,
        Example("Peter Sessions is a lawyer. Sessions was well liked.", "Sessions", "Sessions"),
        Example("Peter Rivers left early. Rivers was ill.", "Rivers", "Rivers"),
    ),
    rule(
        MissedName,
        "span-known-form",
        "a word that the article uses as a name elsewhere is a name here, too",
        _form,
        Example("They ate at Subway. Subway workers were glad.", "Subway", "Subway"),
        Example("She works for Slack. Slack users were glad.", "Slack", "Slack"),
    ),
    rule(
        MissedName,
        "span-acronym",
        "capitals that are the first letters of an organisation's name are its acronym, even if the model labels none",
        _acronym,
        Example(
            "The measure passed after the group People for the Ethical Treatment of Animals said it would use drones. "
            "PETA said it aims to help.",
            "PETA",
            "PETA",
        ),
        Example(
            "On Monday it passed after the group People for the Ethical Treatment of Animals said it would use drones. "
            "PETA said it aims through its effort to protect animals.",
            "PETA",
            "PETA",
        ),
    ),
    rule(
        MissedName,
        "span-party-of-member",
        "a party in the plural stands before the office of its member, even if the model labels none",
        _party,
        Example("Nationals Senator Peter Hale left early.", "Nationals", "Nationals"),
        Example("Nationals leader Anna Hale left early.", "Nationals", "Nationals"),
    ),
    rule(
        SourceName,
        "span-known-source",
        "a source that begins with a known name is that name, even if the tagger sees a common word",
        _known_source,
        Example("Anna Jolly won a jolly contest. Jolly, appearing after Hall, said it was late.", "Jolly", "Jolly"),
        Example("Peter Hardy grew hardy roses. Hardy, who was elected, said it was late.", "Hardy", "Hardy"),
    ),
    rule(
        SourceName,
        "span-bare-source",
        "a source that consists of capitalised words without another meaning is a name",
        _bare_source,
        Example('"The sea is cold." — Nell Alder Wood', "Nell Alder Wood", "Nell Alder Wood"),
        Example('"It was late." — Nell Carden Grey', "Nell Carden Grey", "Nell Carden Grey"),
    ),
)
