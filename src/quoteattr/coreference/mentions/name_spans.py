"""The spans of sentences that may be names: the model's entities and capitalised runs, cut, and their edges mended."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from quoteattr.coreference.mentions import capitals, values
from quoteattr.coreference.mentions.people_spans import is_given_word
from quoteattr.coreference.mentions.values import Context, NameSpan, rule
from quoteattr.coreference.rules import Example, Rule
from quoteattr.lexicon.lists import label_set, mark_set, word_list
from quoteattr.lexicon.names import is_camel, is_elided
from quoteattr.syntax import Parse, labels

__all__ = ["RULES", "is_tight", "spans_in"]

_LABELS = label_set("entities", "names")
_LOOSE = label_set("tags", "loose")
_SYLLABLES, _LETTERS = 4, 5
"""Tokens of a name with a hyphen in the given name, and letters of each of its syllables, at most."""
_POSSESSIVES = (labels.POSSESSIVE_ENDING, "'")
_HYPHEN = "-"
_TIES = word_list("mentions", "ties")
_BRACKETS = mark_set("brackets")
_DASHES = (_HYPHEN, "–", "—", "--", ":")
_MEMBERS = word_list("mentions", "letters_of_members")
_ARTICLES = word_list("mentions", "articles")
_TRIMMED = (labels.PERSON_ENTITY, labels.ORGANISATION_ENTITY, labels.GEOPOLITICAL_ENTITY)
_PEOPLE = (labels.PERSON_ENTITY, "")


def spans_in(context: Context, start: int, end: int) -> Iterator[NameSpan]:
    """Entities and capitalised runs between titles, with their labels; edges trimmed."""
    parse, titles, after = context.parse, context.titles.starting, start
    for token in context.candidates[bisect_left(context.candidates, start) : bisect_left(context.candidates, end)]:
        if token < after:
            continue
        number = _entity_at(parse, token)
        if (told := context.told.get(token)) is not None:
            after = told.end
            yield told
        elif token in titles:
            after = token + titles[token]
        elif (named := _with_nickname(context, token, end)) is not None:
            after = named.end
            yield named
        elif number >= 0 or _is_capital(context, token):
            after = _stop(context, token, end, number)
            yield from _parts(context, NameSpan(token, after, parse.entities[number].label if number >= 0 else ""))


def _with_nickname(context: Context, token: int, end: int) -> NameSpan | None:
    for nickname in context.of(values.Nickname):
        if (span := nickname.find(context, token, end)) is not None:
            return span
    return None


def is_tight(parse: Parse, token: int) -> bool:
    """Whether a token touches both of its neighbours."""
    if not 0 < token < len(parse.words) - 1:
        return False
    return parse.ends[token - 1] == parse.starts[token] and parse.ends[token] == parse.starts[token + 1]


def _entity_at(parse: Parse, token: int) -> int:
    """The number of the entity at a token, if it may be a name, or -1."""
    number = parse.entity_of[token]
    return number if number >= 0 and parse.entities[number].label in _LABELS else -1


def _is_capital(context: Context, token: int) -> bool:
    word = context.parse.words[token]
    return _is_upper(word) and context.some(values.Capital, token)


def _stop(context: Context, token: int, end: int, number: int) -> int:
    """The token after the span that begins at ``token``, which is of this entity, or of none."""
    stop, region = token + 1, context.parse.region_of[token]
    while stop < end and _goes_on(context, stop, number) and context.parse.region_of[stop] == region:
        stop += 1
    while stop + 1 < end and context.some(values.Link, stop):
        stop += 2 + (stop + 2 < end and context.parse.words[stop + 1].islower())  # "Ji-woo Hale"
        linked = _entity_at(context.parse, stop - 1)  # "Jean-Paul Roux", of which the model has the last two words
        while stop < end and (_goes_on(context, stop, -1) or (linked >= 0 and _goes_on(context, stop, linked))):
            stop += 1
    return stop


def _goes_on(context: Context, token: int, number: int) -> bool:
    if token in context.titles.starting or token in context.told:
        return False
    if number >= 0:
        return context.parse.entity_of[token] == number
    return _is_capital(context, token) and _entity_at(context.parse, token) < 0


def _parts(context: Context, whole: NameSpan) -> Iterator[NameSpan]:
    """The names in a span, without what is no part of them at their edges."""
    todo = [whole]
    while todo:
        span = todo.pop()
        if (cut := _first_cut(context, span)) >= 0:
            person = context.parse.lower[cut] in _TIES  # "Jane Smith of Human Rights Watch"
            label = labels.PERSON_ENTITY if person else span.label
            todo += [NameSpan(cut + 1, span.end, ""), NameSpan(span.start, cut, label)]
        elif (split := _first_split(context, span)) >= 0:
            todo += [NameSpan(split, span.end, labels.PERSON_ENTITY), NameSpan(span.start, split, _before(span.label))]
        elif (edged := _edged(context, span)) is not None:
            yield edged


def _before(label: str) -> str:
    """The label of what stands before a person's name in a span."""
    return labels.GEOPOLITICAL_ENTITY if label == labels.PERSON_ENTITY else label


def _first_cut(context: Context, span: NameSpan) -> int:
    for token in range(span.start, span.end) if span.end - span.start > 1 else ():
        mark = not context.parse.words[token][0].isalnum() or context.parse.lower[token] in _TIES
        if mark and context.some(values.Cut, span, token) and not context.some(values.Keep, span, token):
            return token
    return -1


def _first_split(context: Context, span: NameSpan) -> int:
    for split in context.of(values.Split):
        if (token := split.token(context, span)) >= 0:
            return token
    return -1


def _edged(context: Context, span: NameSpan) -> NameSpan | None:
    """A span without what is no part of a name at its edges; ``None`` if no capital is left."""
    while span.start < span.end and context.some(values.FrontTrim, span, span.start):
        span = NameSpan(span.start + 1, span.end, span.label, span.role, span.told)
    while span.start < span.end and context.some(values.BackTrim, span, span.end - 1):
        if context.some(values.Keep, span, span.end - 1):
            break
        span = NameSpan(span.start, span.end - 1, span.label, span.role, span.told)
    capital = any(map(_is_upper, context.parse.words[span.start : span.end]))
    return span if capital else None


def _is_upper(word: str) -> bool:
    """Whether a word begins with a capital or a particle before one, or is written as firms are: "eBay"."""
    return word[:1].isupper() or is_elided(word) or is_camel(word)


def _is_hyphen(context: Context, token: int) -> bool:
    parse = context.parse
    return parse.words[token] == _HYPHEN and parse.tags[token + 1] == labels.PROPER_NOUN and is_tight(parse, token)


def _is_hyphen_of_syllable(context: Context, token: int) -> bool:
    """Whether a hyphen stands in a Korean given name before a surname: "Ji-woo Hale"."""
    parse, first = context.parse, token - 1
    if parse.words[token] != _HYPHEN or token + 2 >= len(parse) or not is_tight(parse, token):
        return False
    one, other = parse.words[first], parse.words[token + 1]
    short = max(len(one), len(other)) <= _LETTERS and one.istitle() and other.isalpha() and other.islower()
    person = parse.entity_labels[first] == labels.PERSON_ENTITY or parse.lower[first] in context.gazetteer.surname_first
    return short and person and parse.words[token + 2].istitle() and parse.tags[token + 2] == labels.PROPER_NOUN


def _is_dash(context: Context, span: NameSpan, token: int) -> bool:
    return context.parse.lower[token] in _DASHES and not is_tight(context.parse, token)


def _is_comma_before_person(context: Context, span: NameSpan, token: int) -> bool:
    comma = context.parse.lower[token] == ","
    return comma and (_is_person(context, token + 1, span.end) or _parts_phrases(context, span, token))


def _parts_phrases(context: Context, span: NameSpan, token: int) -> bool:
    """Whether what stands on either side of a comma hangs on something else: "According to Hale, Reed's claims"."""
    if span.label in labels.PLACE_ENTITIES or not span.start < token < span.end - 1:
        return False
    heads = context.parse.heads
    above = [{heads[one] for one in part} for part in (range(span.start, token), range(token + 1, span.end))]
    outside = [{head for head in part if not span.start <= head < span.end} for part in above]
    apart = above[0].isdisjoint(range(token, span.end)) and above[1].isdisjoint(range(span.start, token))
    return apart and len(outside[0]) == len(outside[1]) == 1 and outside[0] != outside[1]


def _is_person(context: Context, start: int, end: int) -> bool:
    """Whether a given name and one more word stand here, none that ends the name of an organisation."""
    return end - start > 1 and context.is_given(start) and not context.ends_organisation(end)


def _is_mark(context: Context, span: NameSpan, token: int) -> bool:
    return not context.parse.is_word(token) or context.parse.lower[token] == labels.POSSESSIVE_ENDING


def _is_possessive_in_organisation(context: Context, span: NameSpan, token: int) -> bool:
    if _is_of_members(context, span, token):
        return True
    possessive = context.parse.lower[token] == labels.POSSESSIVE_ENDING and token > span.start
    if not possessive or span.label != labels.ORGANISATION_ENTITY or not 2 <= span.end - token <= 4:
        return False
    if context.ends_organisation(token):
        return False  # "the Union Party's Jane Smith"
    return context.parse.words[token + 1][0].isupper() and not _is_person(context, token + 1, span.end)


def _is_of_members(context: Context, span: NameSpan, token: int) -> bool:
    """Whether an apostrophe stands behind the members of a body: "Farmers' Association"."""
    parse = context.parse
    if parse.words[token] not in ("'", "’") or not span.start < token < span.end - 1:
        return False
    return parse.lower[token - 1].endswith("s") and context.ends_organisation(token + 2)


def _begins_small(context: Context, span: NameSpan, token: int) -> bool:
    word = context.parse.words[token]
    return not (_is_upper(word) or word[:1].isdigit())


def _ends_small(context: Context, span: NameSpan, token: int) -> bool:
    word = context.parse.words[token]
    return word[0].islower() and not _is_upper(word)


def _is_loose(context: Context, span: NameSpan, token: int) -> bool:
    if context.parse.tags[token] not in _LOOSE or span.label not in _TRIMMED or span.end - span.start == 1:
        return False
    return span.label != labels.PERSON_ENTITY or not is_given_word(context, token)


def _is_syllable(context: Context, span: NameSpan, token: int) -> bool:
    parse, size = context.parse, span.end - span.start
    if span.label not in _PEOPLE or token != span.end - 1 or size < _SYLLABLES or not is_tight(parse, token - 1):
        return False
    first, hyphen, second = parse.words[token - 2 : token + 1]
    short = max(len(first), len(second)) <= _LETTERS and first.isalpha() and second.isalpha()
    return short and hyphen == _HYPHEN and first[0].isupper()


RULES: tuple[Rule, ...] = (
    *capitals.RULES,
    rule(
        values.Link,
        "span-hyphen",
        "a hyphen without spaces joins two capitalised words",
        _is_hyphen,
        Example("She read the Herald-Leader at breakfast.", "Herald-Leader", "Herald-Leader"),
        Example("The Mota-Engil bridge was praised.", "Mota-Engil", "Mota-Engil"),
    ),
    rule(
        values.Link,
        "span-syllable-before-surname",
        "a hyphen joins the syllables of a Korean given name, and a surname follows",
        _is_hyphen_of_syllable,
        Example("They asked Ji-woo Brandvold.", "Ji-woo Brandvold", "Ji-woo Brandvold"),
        Example(
            "Analyst Ji-woo Brandvold of Sextant Maritime Research pointed out that it was late.",
            "Ji-woo Brandvold",
            "Ji-woo Brandvold",
        ),
    ),
    rule(
        values.Cut,
        "span-possessive",
        "a possessive ending separates two names",
        lambda context, _, token: context.parse.lower[token] in _POSSESSIVES,
        Example("The Associated Press' London office was shut.", "London", "London"),
        Example("The book is Smith's Long Road Home.", "Long Road Home", "Long Road Home"),
    ),
    rule(
        values.Cut,
        "span-bracket",
        "a bracket separates two names",
        lambda context, _, token: context.parse.lower[token] in _BRACKETS,
        Example("Vox Populi (Voice of the People) ran a column.", "Vox Populi", "Vox Populi"),
        Example("The band Blue Sky (Red Earth) was there.", "Blue Sky", "Blue Sky"),
    ),
    rule(
        values.Cut,
        "span-dash",
        "a colon or a dash with a space beside it separates two names",
        _is_dash,
        Example("The book Crippled Dreams: How to Win was sold.", "Crippled Dreams", "Crippled Dreams"),
        Example("Anna Hall - Smith's sister - left.", "Anna Hall", "Anna Hall"),
    ),
    rule(
        values.Cut,
        "span-comma",
        "a comma before a given name and a surname separates two names",
        _is_comma_before_person,
        Example("Said a friend at Lehigh, Bruce Ford, who was there.", "Lehigh", "Lehigh"),
        Example("said a friend at Lehigh, Bruce Dell, who, like her, was ill.", "Bruce Dell", "Bruce Dell"),
    ),
    rule(
        values.FrontTrim,
        "span-small-start",
        "a name begins with a capital or a digit",
        _begins_small,
        Example("A pro-Clinton group paid for it.", "Clinton", "Clinton"),
        Example("Fighters of al-Nusra left the town.", "Nusra", "Nusra"),
    ),
    rule(
        values.FrontTrim,
        "span-article",
        "an article is not part of a name",
        lambda context, _, token: context.parse.lower[token] in _ARTICLES,
        Example("The show was The Late Hour on Friday.", "Late Hour", "Late Hour"),
        Example("She read The Lost Summer in bed.", "Lost Summer", "Lost Summer"),
    ),
    rule(
        values.FrontTrim,
        "span-loose",
        "a preposition, conjunction or verb before a name is not part of it",
        _is_loose,
        Example("Beyond Hall, nobody knew.", "Hall", "Hall"),
        Example("Will Hall come to the party?", "Hall", "Hall"),
    ),
    rule(
        values.BackTrim,
        "span-mark",
        "a mark at the end of a name is not part of it",
        _is_mark,
        Example("Sen. Jane Smith (Vt.) lost.", "Vt", "Vt"),
        Example("The “Brella” Hall was shut.", "Brella", "Brella"),
    ),
    rule(
        values.BackTrim,
        "span-member",
        "MP or MEP behind a name is no part of it",
        lambda context, span, token: token > span.start and context.parse.lower[token] in _MEMBERS,
        Example("The Halden MEP, who quit the party, was ill.", "Halden", "Halden"),
        Example("The Brellan MP, who quit the party, was ill.", "Brellan", "Brellan"),
    ),
    rule(
        values.BackTrim,
        "span-small-end",
        "a lower-case word at the end of a name is not part of it",
        _ends_small,
        Example("He told the Associated Press of the fire.", "Associated Press", "Associated Press"),
        Example("Her vote in favor of the Iraq war was recalled.", "Iraq", "Iraq"),
    ),
    rule(
        values.Keep,
        "span-organisation-possessive",
        "the name of an organisation may contain a possessive, if no person's name follows",
        _is_possessive_in_organisation,
        Example(
            "The sale at Christie's Auction House was stopped.", "Christie's Auction House", "Christie's Auction House"
        ),
        Example("Moody's Analytics said it was late.", "Moody's Analytics", "Moody's Analytics"),
    ),
    rule(
        values.Keep,
        "span-syllable",
        "a short word after a hyphen ends a Korean or Chinese given name",
        _is_syllable,
        Example("Lee Min-ho sang in Seoul.", "Lee Min-ho", "Lee Min-ho"),
        Example("Park Geun-hye resigned in March.", "Park Geun-hye", "Park Geun-hye"),
    ),
)
