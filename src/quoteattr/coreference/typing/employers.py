"""Bodies at which somebody works, whatever the model takes them for: "an Acme analyst", "a director at Acme"."""

from __future__ import annotations

from collections.abc import Iterator

from quoteattr.coreference.mentions.names import Name, NameKind
from quoteattr.coreference.rules import Example, Rule
from quoteattr.coreference.typing.votes import Key, Occurrence, Revision, Typed, Vote, revision, vote
from quoteattr.lexicon.lists import word_list
from quoteattr.lexicon.nouns import singular
from quoteattr.syntax import Parse, labels

__all__ = ["REVISIONS", "RULES", "VOTES", "name_head"]

PERSON, ORGANISATION, PLACE = NameKind.PERSON, NameKind.ORGANISATION, NameKind.PLACE

_BEFORE_PLACES = word_list("mentions", "before_places")
_AFTER_DATELINES = word_list("mentions", "after_datelines")
_BETWEEN = word_list("mentions", "between_employer_and_role")
_RUNS_BODIES = word_list("mentions", "runs_bodies")
_FOR = word_list("mentions", "between_role_and_employer")
_EMPLOYEES = word_list("mentions", "employees")
_OF_BODIES = word_list("mentions", "roles_of_bodies")
_SCENES = word_list("mentions", "scenes")
_PLAYS_IN = word_list("mentions", "plays_in")
_OF_CLUBS = word_list("mentions", "roles_of_clubs")
_PREMODIFIERS = (labels.COMPOUND, labels.POSSESSOR, labels.NOUN_MODIFIER)
_SINGULAR = (labels.NOUN, labels.PROPER_NOUN)
_NO_EMPLOYERS = (*labels.PLACE_ENTITIES, labels.GROUP_ENTITY, labels.FACILITY_ENTITY)
_PERSONS = (labels.PERSON_ENTITY, "")
_PARTS_OF_FIRMS = word_list("mentions", "parts_of_firms")
_OWNED = 3
"""Words behind a possessive among which a part of a firm is looked for: "Brellan's deputy chief executive"."""
_OF_PEOPLES = tuple(word_list("mentions", "peoples"))
_NOUNS = (*_SINGULAR, labels.PLURAL_NOUN)
_OF, _AT = word_list("mentions", "role_links"), word_list("mentions", "employer_links")
_SMALL = word_list("mentions", "before_employers")
_AT_OR_WITH = word_list("mentions", "only_before_bodies")
_TRADES, _TRADES_OF_FIRMS = word_list("mentions", "trades"), word_list("mentions", "trades_of_firms")
_COUNTRIES = word_list("mentions", "countries_of_bodies")
_MORE = ("and", ",", "-", "/")
"""What may join a second name to one: "analysts Jane Hale and Tom Brown"."""
_PAIR = 2
"""Words of a firm's name whose first one is its short name: "Dalton Energy"."""
_GAP = 3
"""Tokens between a person and the employer after a preposition: a comma, the preposition, an article."""


def name_head(parse: Parse, start: int, end: int) -> int:
    """The token of a range that governs the others: its head stands outside. The last one, where there are several."""
    for token in range(end - 1, start - 1, -1):
        outside = not start <= parse.heads[token] < end or parse.heads[token] == token
        if outside and parse.deps[token] and parse.deps[token] != labels.PUNCTUATION:
            return token
    return end - 1


def _is_led(seen: Occurrence) -> bool:
    parse, role = seen.parse, seen.name.end
    leads = seen.after in seen.gazetteer.leaders or (seen.after in _EMPLOYEES and len(seen.name.key) == 1)
    if not leads or seen.name.label == labels.GROUP_ENTITY or seen.name.titles:
        return False
    if role + 1 >= len(parse) or not parse.tags[role].startswith(labels.NOUN):
        return False
    return parse.words[role + 1][:1].isupper() and parse.tags[role + 1] == labels.PROPER_NOUN


def _is_of_trade(seen: Occurrence) -> bool:
    """Whether a name stands alone behind several people whose trade firms have: "brokers Dalton Grey"."""
    parse, before = seen.parse, seen.name.start - 1
    plural = before >= 0 and parse.tags[before] == labels.PLURAL_NOUN and seen.before in _TRADES_OF_FIRMS
    return plural and not seen.name.titles and (seen.after not in _MORE or _is_said_behind(seen))


def _is_said_behind(seen: Occurrence) -> bool:
    """Whether a clause goes on behind a comma: "brokers Dalton Grey, which", and no second name."""
    parse, behind = seen.parse, seen.name.end + 1
    return seen.after == "," and behind < len(parse) and parse.tags[behind] not in labels.PROPER_TAGS


def _owns_person(seen: Occurrence) -> bool:
    """Whether a name in the possessive stands right before a full one: "Acme's Jane Smith"."""
    parse, start = seen.parse, seen.name.end + 1
    if parse.lower[seen.name.end : start] != ["'s"] or seen.name.label in _NO_EMPLOYERS or start + 1 >= len(parse):
        return False
    given = parse.lower[start] in seen.gazetteer.given_names
    joined = parse.words[start + 1] == "-" and start + 2 < len(parse)  # "Acme's Beth-Ann Smith"
    return given and {parse.tags[start], parse.tags[start + 1 + joined]} == {labels.PROPER_NOUN}


def _is_run(seen: Occurrence) -> bool:
    """Whether somebody runs a name: "she heads Acme"."""
    above = seen.parse.lower[seen.above]
    return seen.dep == labels.OBJECT and above in _RUNS_BODIES and seen.name.label not in _NO_EMPLOYERS


def _has_role(seen: Occurrence) -> bool:
    role, label = _role(seen), seen.name.label
    if role < 0 or _opens_quotation(seen) or not _is_member(seen, role):
        return False
    if seen.parse.tags[role] not in (_NOUNS if seen.word_above == "at" else _SINGULAR):
        return False
    if label == labels.PERSON_ENTITY:
        return _is_no_persons(seen, role)
    return label not in labels.PLACE_ENTITIES or seen.noun(role).base not in seen.gazetteer.place_offices


def _is_no_persons(seen: Occurrence, role: int) -> bool:
    """Whether no person has somebody for a role: "an editor at Acme", "a trader with Acme", "Acme's head"."""
    word = seen.parse.lower[role]
    if seen.dep == labels.PREPOSITION_OBJECT:
        given = seen.name.key[0] in seen.gazetteer.given_names
        return word in seen.gazetteer.leaders or (not given and seen.word_above in _AT_OR_WITH)
    return word in _OF_BODIES and seen.dep == labels.POSSESSOR and seen.parse.deps[role] == labels.APPOSITION


def _role(seen: Occurrence) -> int:
    """The role that stands in a name's phrase, or -1."""
    parse, name = seen.parse, seen.name
    if (name.label == labels.GROUP_ENTITY and _is_people(seen)) or name.titles:
        return -1
    if seen.dep == labels.PREPOSITION_OBJECT and seen.word_above in _OF:
        holder = seen.previous is not None and seen.above < seen.previous.start and seen.previous.end == name.start
        return -1 if holder else parse.heads[seen.above]  # "analyst of Acme Jane Hale"
    if name.end < len(parse) and parse.deps[name.end] == labels.COMPOUND and name.label not in labels.PLACE_ENTITIES:
        return name.end
    club = seen.dep == labels.COMPOUND and seen.above == name.end and seen.after in _OF_CLUBS
    owner = seen.dep == labels.POSSESSOR and (
        seen.word_above in seen.gazetteer.leaders or seen.word_above in _OF_BODIES
    )
    return seen.above if club or owner else -1


def _is_people(seen: Occurrence) -> bool:
    """Whether a name that the model takes for a nation's or a party's may be one: "Lutheran", unlike "Corvex"."""
    listed = seen.name.text in seen.gazetteer.places or seen.name.end - seen.name.start > 1
    return listed or seen.name.text.endswith(_OF_PEOPLES)


def _is_member(seen: Occurrence, role: int) -> bool:
    """Whether a role is of somebody in an organisation, and not a relative or a critic."""
    noun, gazetteer = seen.noun(role), seen.gazetteer
    if (
        not (noun.is_person or (noun.is_people and seen.word_above == "at"))
        or noun.base in gazetteer.kinship
        or noun.base == "delegate"
    ):
        return False
    return noun.base not in gazetteer.unattached or seen.word_above == "at"


def _opens_quotation(seen: Occurrence) -> bool:
    """Whether quotation marks begin right before a name: a title of a work."""
    region, start = seen.parse.region_of, seen.name.start
    return region[start] >= 0 and region[start] != region[max(0, start - 1)]


def _is_after_employee(seen: Occurrence) -> bool:
    person, employer, parse = seen.previous, seen.name, seen.parse
    if person is None or employer.start - person.end > _GAP or employer.label in _NO_EMPLOYERS or employer.titles:
        return False
    between = [word for word in parse.lower[person.end : employer.start] if word not in _SMALL]
    proper = parse.tags[employer.end - 1] in labels.PROPER_TAGS
    link = " ".join(between)
    given = len(person.key) > 1 and person.label in _PERSONS and person.key[0] in seen.gazetteer.given_names
    named = link == "at" and len(person.key) > 1 and person.label == labels.PERSON_ENTITY
    if not given and not named and not person.titles:
        return False
    if link == "with":
        return proper and employer.label in (labels.ORGANISATION_ENTITY, "")
    analyst = not _EMPLOYEES.isdisjoint((*person.titles, parse.lower[person.start - 1])) and proper
    return (link == "of" and (analyst or employer.label != labels.PERSON_ENTITY)) or (link in _AT and proper)


def _employers(typed: Typed) -> set[Key]:
    """Names of places where somebody works for them and nothing is in them."""
    names = [name for name in typed.names if typed.kinds[name.key] is PLACE]
    places = {name.key for name in names if _is_where(typed, name)}
    return {name.key for name in names if name.key not in places and _has_employee(typed, name)}


def _is_where(typed: Typed, name: Name) -> bool:
    """Whether a name is known as a place, or stands as one: "in Acme", "ACME -", "Acme, Texas"."""
    parse = typed.parse
    if parse.words[name.start].endswith(".") or name.text in typed.gazetteer.places or name.text in _SCENES:
        return True
    if name.start and parse.lower[name.start - 1] in _BEFORE_PLACES:
        return True
    after = parse.lower[name.end] if name.end < len(parse) else ""
    dateline = after in _AFTER_DATELINES and parse.words[name.start].isupper()
    return dateline or (after == "," and _is_state(parse, name.end + 1))


def _is_state(parse: Parse, token: int) -> bool:
    """Whether the model takes a token for a place: the state behind a city."""
    number = parse.entity_of[token] if token < len(parse) else -1
    return number >= 0 and parse.entities[number].label == labels.GEOPOLITICAL_ENTITY


def _has_employee(typed: Typed, name: Name) -> bool:
    parse, corporate = typed.parse, typed.gazetteer.corporate
    head = name_head(parse, name.start, name.end)
    above, dep = parse.heads[head], parse.deps[head]
    if dep in _PREMODIFIERS and above >= name.end:
        beside = above == name.end or (above == name.end + 1 and parse.lower[name.end] in _BETWEEN)
        return beside and singular(parse.lower[above]) in corporate
    for_it = dep == labels.PREPOSITION_OBJECT and parse.lower[above] in _FOR
    return for_it and parse.lower[parse.heads[above]] in corporate


def _places(typed: Typed) -> Iterator[Key]:
    """Names of which nothing tells what they name, and in which somebody is wherever they occur, but in no band."""
    inside: dict[Key, bool] = {}
    for name in typed.names:
        inside[name.key] = inside.get(name.key, True) and _holds_person(typed, name)
    for key in typed.of_kind(ORGANISATION):
        unknown = typed.gazetteer.organisation_words.isdisjoint(key) and not typed.is_listed(key)
        if inside[key] and unknown and typed.gazetteer.organisations.keys().isdisjoint(key):
            yield key


def _holds_person(typed: Typed, name: Name) -> bool:
    """Whether somebody is "in" a name: "the coordinator in Palan Bu", but not "the singer in Acme"."""
    parse, gazetteer = typed.parse, typed.gazetteer
    head = name_head(parse, name.start, name.end)
    within = parse.heads[head]
    if parse.deps[head] != labels.PREPOSITION_OBJECT or parse.lower[within] not in _BEFORE_PLACES or name.article:
        return False
    noun = parse.heads[within]
    person = gazetteer.noun(parse.lower[noun], parse.tags[noun]).is_person and parse.lower[noun] not in _PLAYS_IN
    return person or parse.entity_of[noun] >= 0


def _firms(typed: Typed) -> set[Key]:
    """The first words of the names of firms, as short names of these."""
    ends = typed.gazetteer.organisation_endings | _TRADES | _COUNTRIES
    whole = {key for key in typed.of_kind(ORGANISATION) if len(key) == _PAIR and key[-1] in ends}
    people = {word for key in typed.of_kind(PERSON) if len(key) > 1 for word in key}
    firsts = {name.key[0] for name in typed.names if "&" in name.key} - typed.surnames()
    unknown = {key for key, kind in typed.kinds.items() if len(key) == 1 and kind in (PERSON, NameKind.OTHER)}
    firsts |= {key[0] for key in whole if key[:1] in unknown} - people - typed.gazetteer.places.keys()
    return {name.key for name in typed.names if len(name.key) == 1 and name.key[0] in firsts and not name.titles}


def _owners_of_firms(typed: Typed) -> set[Key]:
    """Names that own what only firms have, "Brellan's administrators", and longer ones that begin with these."""
    parse, surnames = typed.parse, typed.surnames()
    found: set[Key] = set()
    for name in typed.names:
        known = (
            name.key[0] in typed.gazetteer.given_names or name.key[0] in surnames or name.text in typed.gazetteer.places
        )
        if len(name.key) == 1 and not known and not name.titles and _owns_part_of_firm(parse, name):
            found.add(name.key)
    titled = {name.key for name in typed.names if name.titles}
    return {key for key in typed.kinds if key[:1] in found and len(key) <= _PAIR and key not in titled}


def _owns_part_of_firm(parse: Parse, name: Name) -> bool:
    """Whether what stands right behind a name is a board, administrators or shareholders: its, not somebody's."""
    owned = parse.lower[name.end : name.end + 1] == ["'s"]
    behind = parse.lower[name.end + owned : name.end + owned + _OWNED]
    reach = next((at for at, word in enumerate(behind) if word in _PARTS_OF_FIRMS), -1)
    return reach == 0 or (owned and reach > 0 and all(word.isalpha() for word in behind[:reach]))


def _is_before_holder(seen: Occurrence) -> bool:
    """Whether a body stands between an office and its holder: "chairman of Acme Jane Hale"."""
    parse, above = seen.parse, seen.above
    if seen.dep != labels.COMPOUND or above < seen.name.end or seen.name.label in labels.PLACE_ENTITIES:
        return False
    place = parse.heads[above]
    if parse.deps[above] != labels.PREPOSITION_OBJECT or parse.lower[place] not in _FOR or seen.name.titles:
        return False
    role = seen.noun(parse.heads[place])
    return role.is_person and role.base not in seen.gazetteer.place_offices and parse.tags[above] == labels.PROPER_NOUN


VOTES: tuple[Vote, ...] = (
    vote(
        {ORGANISATION: 5, PERSON: -4},
        "type-owner-of-person",
        "an organisation in the possessive stands before the full name of one of its people",
        _owns_person,
        Example("Brellan's Peter Hall was glad.", "Brellan", "organisation"),
        Example("They heard Orlin's Laura Smith.", "Orlin", "organisation"),
    ),
    vote(
        {ORGANISATION: 4, PERSON: -4},
        "type-run",
        "people run, head and found organisations",
        _is_run,
        Example("She runs Hobson Tools.", "Hobson Tools", "organisation"),
        Example("Peter Hall, who founded Laura Ashley, was glad.", "Laura Ashley", "organisation"),
    ),
    vote(
        {ORGANISATION: 4, PERSON: -2},
        "type-led",
        "a role that only organisations have stands between an organisation and a person",
        _is_led,
        Example("Laura Ashley spokesman Peter Hall was glad.", "Laura Ashley", "organisation"),
        Example("Keane frontman Peter Hall sang.", "Keane", "organisation"),
    ),
    vote(
        {ORGANISATION: 6, PERSON: -6},
        "type-trade",
        "one name behind several people whose trade firms have is that of a firm",
        _is_of_trade,
        Example("Rents rose, according to brokers Lorna Hale.", "Lorna Hale", "organisation"),
        Example("The accountants Walter Orlin said it was late.", "Walter Orlin", "organisation"),
    ),
    vote(
        {ORGANISATION: 3},
        "type-role",
        "people have roles at, of and in organisations",
        _has_role,
        Example("A doctor at Brellan was there.", "Brellan", "organisation"),
        Example("A driver at Vogue was there.", "Vogue", "organisation"),
    ),
    vote(
        {ORGANISATION: 5, PERSON: -4},
        "type-office",
        "a body stands between an office and the name of its holder",
        _is_before_holder,
        Example("Managing director of Karsten Steel Nicola Hale said it was late.", "Karsten Steel", "organisation"),
        Example("Chief executive of Logan Steel Nicola Hale said it was late.", "Logan Steel", "organisation"),
    ),
    vote(
        {ORGANISATION: 5, PERSON: -4},
        "type-employee",
        "a person's name and at, from or of stand before the employer",
        _is_after_employee,
        Example("Peter Hall at Julius Baer was glad.", "Julius Baer", "organisation"),
        Example("Peter Hall of Boston Provident was there.", "Boston Provident", "organisation"),
    ),
)
REVISIONS: tuple[Revision, ...] = (
    revision(
        ORGANISATION,
        "type-firm-short",
        "the first word of a firm's name of two words, or with &, is the firm, unless somebody has that name",
        _firms,
        Example("Shares in Acme & Holt fell. Acme was late.", "Acme", "organisation"),
        Example("Brunner & Holt was founded in May. Brunner makes nails.", "Brunner", "organisation"),
        Example("Dalton Energy was sold. A Dalton spokesman was there.", "Dalton", "organisation"),
    ),
    revision(
        ORGANISATION,
        "type-owner-of-board",
        "what has administrators, a board or shareholders is an organisation, unless somebody has that name",
        _owners_of_firms,
        Example("Brellan's administrators said it was late. Brellan was glad.", "Brellan", "organisation"),
        Example("The Kolmar board met. Kolmar was glad.", "Kolmar", "organisation"),
    ),
    revision(
        ORGANISATION,
        "type-employer",
        "a place for which somebody works, and in which nothing happens, is an organisation",
        _employers,
        Example("An Oakland analyst was there.", "Oakland", "organisation"),
        Example("A Brellan spokeswoman was there.", "Brellan", "organisation"),
    ),
    revision(
        PLACE,
        "type-inside",
        "a name of which nothing tells what it names, and that stands behind in and nowhere else, is a place's",
        _places,
        Example("Anna Hale in Palan Bun said it was late.", "Palan Bun", "place"),
        Example("Peter Hale in Dunmere Bun said it was late.", "Dunmere Bun", "place"),
    ),
)
RULES: tuple[Rule, ...] = (*VOTES, *REVISIONS)
