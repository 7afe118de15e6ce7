"""Decisions about names that hang on what other names name, in order, each on the result of the one before."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from quoteattr.coreference.gazetteer import FEMALE, MALE, Gazetteer
from quoteattr.coreference.mentions.names import Name, NameKind
from quoteattr.coreference.rules import Example
from quoteattr.coreference.typing.model import KINDS
from quoteattr.coreference.typing.votes import Key, Revision, Typed, revision
from quoteattr.lexicon.lists import word_list
from quoteattr.lexicon.meanings import known_nouns
from quoteattr.lexicon.names import common_given_names
from quoteattr.syntax import Parse
from quoteattr.syntax.labels import NOUN, PLURAL_NOUN, SUBJECT

__all__ = ["RULES"]

PERSON, ORGANISATION, PLACE, GROUP, OTHER = NameKind

_GENERIC = word_list("mentions", "generic")
_COUNCILS = word_list("mentions", "local_councils")
_DOMAINS = tuple(domain.replace(".", "") for domain in word_list("mentions", "domains"))
"""Last letters of the keys of websites, which have no full stops."""
_JOINS = word_list("mentions", "joins")
_OF_FIELDS = word_list("affiliation", "offices_of_fields")
_PAPERS = word_list("mentions", "papers")
_PRODUCTS_TOO = word_list("mentions", "organisation_words_and_products")
_SURNAMES_TOO = word_list("mentions", "organisation_words_and_surnames")
_SINGULAR = {"he": MALE, "she": FEMALE}
_THING = "artifact"
_PAIR = 2
"""Letters of a rank or a title, at most."""
_MARGIN = 4
"""So many votes less than the winner a person may have whose last word stands alone elsewhere."""


def _called_by_last_word(typed: Typed) -> list[Key]:
    long = [key for key in typed.kinds if 1 < len(key) < 5 and key[-1:] in typed.kinds]
    open_keys = [key for key in long if typed.count(key, ORGANISATION) < 6 and _is_close(typed, key)]
    organisations = _labelled_organisations(typed.names) if open_keys else set()
    given_names = typed.gazetteer.given_names
    return [key for key in open_keys if key[0] in given_names or key[-1:] not in organisations]


def _is_close(typed: Typed, key: Key) -> bool:
    return typed.count(key, PERSON) + _MARGIN > typed.count(key, typed.kinds[key])


def _labelled_organisations(names: Sequence[Name]) -> set[Key]:
    """Names that the model takes for places or organisations more often than not: "Turkey", beside a republic of it."""
    balance: Counter[Key] = Counter()
    for name in names:
        if name.label:
            balance[name.key] += 1 if KINDS.get(name.label) in (PLACE, ORGANISATION) else -1
    return {key for key, surplus in balance.items() if surplus > 0}


def _called_by_organisation_word(typed: Typed) -> Iterator[Key]:
    """Given names with an organisation word that the article, or the model, takes for a surname: "Grace Church"."""
    articles = {name.key for name in typed.names if name.article}
    for key in typed.of_kind(ORGANISATION):
        if len(key) == 2 and key not in articles and key[1] in typed.gazetteer.organisation_words:
            given = key[0] in typed.gazetteer.given_names and key[0] not in typed.gazetteer.places
            labelled = key[1] in _SURNAMES_TOO and typed.count(key, PERSON) >= _MARGIN
            alone = key[1:] in typed.speakers and key[1:] not in articles
            person = labelled or (alone and key[0] in common_given_names())  # "Villa" is no surname of an Aston
            if given and person and not typed.is_listed(key):
                yield key


def _generic(typed: Typed) -> Iterator[Key]:
    heads = _heads(typed)
    for key in typed.of_kind(ORGANISATION):
        if _is_generic(key, typed.gazetteer) and (len(key) > 1 or key[0] not in heads):
            yield key
    for key in typed.of_kind(PERSON):  # "Government spokesman Ben Hale"
        if len(key) == 1 and _is_generic(key, typed.gazetteer) and key[0] not in _SURNAMES_TOO:
            yield key


def _is_generic(key: Key, gazetteer: Gazetteer) -> bool:
    text = " ".join(key)
    listed = text in gazetteer.media or text in gazetteer.known_organisations or text in _COUNCILS
    if listed or (len(key) > 1 and key[0] not in _GENERIC):
        return False
    return all(word in gazetteer.organisation_words or word in _GENERIC for word in key)


def _heads(typed: Typed) -> set[str]:
    """Words that stand for a longer name of the article, or for a newspaper: "the Forum", "the Post"."""
    papers = {key[-1] for key in typed.kinds if len(key) > 1 and " ".join(key) in typed.gazetteer.media}
    institutions = {key[0] for key in typed.kinds if len(key) > 2 and key[1] in _JOINS}
    return papers | institutions | {name.key[0] for name in typed.names if name.article and name.key[0] in _PAPERS}


def _products(typed: Typed) -> Iterator[Key]:
    """Names of an organisation's things with an article: "the Apple Watch", where Apple is named as often."""
    organisations = set(typed.of_kind(ORGANISATION))
    counts = Counter(name.key for name in typed.names)
    with_article = {name.key for name in typed.names if name.article and len(name.key) > 1}
    for key in sorted((with_article & organisations).difference(typed.speakers)):
        maker = key[:-1] if not typed.is_listed(key) else ()
        if maker in organisations and counts[maker] >= counts[key] and _is_thing(key[-1], typed.gazetteer):
            yield key


def _is_thing(word: str, gazetteer: Gazetteer) -> bool:
    """Whether a word ends the name of a product rather than that of an organisation."""
    meaning = known_nouns().get(word)
    if meaning is None or meaning.sort != _THING:
        return False
    return word in _PRODUCTS_TOO or word not in gazetteer.organisation_endings


def _short_forms(typed: Typed) -> Iterator[Key]:
    """Single words that speak and begin the name of a company: "Halden", behind "Halden Homes Inc"."""
    parse, companies = typed.parse, set(typed.of_kind(ORGANISATION))
    opened: set[str] = set()
    for name in typed.names:
        if len(name.key) > 1 and name.key in companies:
            suffixed = parse.lower[name.end - 1] not in name.key  # a key has no "Inc"
            opened |= {name.key[0]} if suffixed else set()
    opened -= typed.gazetteer.places.keys()
    for key in typed.speakers:
        if len(key) == 1 and key[0] in opened and typed.kinds.get(key) in (PLACE, OTHER, PERSON):
            yield key


def _owners_of_websites(typed: Typed) -> list[Key]:
    """Single words that are the address of a website without its last part: "Velora", beside "Velora.com"."""
    single = {key[0] for key in typed.kinds if len(key) == 1}
    named = ((site.removesuffix(domain),) for site in single for domain in _DOMAINS if site.endswith(domain))
    return [key for key in named if key in typed.kinds]


def _initials_of_offices(typed: Typed) -> Iterator[Key]:
    """Letters behind "the" that are the first ones of an office of the article: "the PRO"."""
    for name in typed.names:
        letters = typed.parse.words[name.start]
        initials = name.article and len(name.key) == 1 and letters.isupper() and len(letters) > _PAIR
        if initials and typed.kinds[name.key] is ORGANISATION and _is_office(typed, letters):
            yield name.key


def _is_office(typed: Typed, letters: str) -> bool:
    """Whether words with these first letters, the last of which is a noun for a person, stand in the article."""
    parse, size = typed.parse, len(letters)
    for start in parse.capitals:
        words = parse.words[start : start + size]
        if [word[:1] for word in words] == list(letters) and not words[0].isupper():
            return typed.gazetteer.noun(parse.lower[start + size - 1]).is_person
    return False


def _offices_of_fields(typed: Typed) -> Iterator[Key]:
    """Offices with what they are for, which name nobody: "Commissioner for Finance"."""
    for key in typed.of_kind(ORGANISATION):
        if len(key) > _PAIR and key[0] in _OF_FIELDS and key[1] in _JOINS:
            yield key


def _families(typed: Typed) -> Iterator[Key]:
    bearers = {key[-1] for key in typed.of_kind(PERSON)}
    plurals = {f"{bearer}s" for bearer in bearers} - bearers - typed.gazetteer.organisation_words
    for name in typed.names:
        if name.article and len(name.key) == 1 and name.key[0] in plurals and typed.kinds[name.key] is not GROUP:
            yield name.key


def _surnames(typed: Typed) -> Iterator[Key]:
    """Single words that are surnames of people named in full, and groups only if they speak."""
    surnames = typed.surnames()
    for key, kind in typed.kinds.items():
        if len(key) == 1 and key[0] in surnames and (kind is not GROUP or key in typed.speakers):
            yield key


def _plain_surnames(typed: Typed) -> Iterator[Key]:
    for key in _surnames(typed):
        if key[0] not in typed.gazetteer.known_organisations and key[0] not in typed.gazetteer.places:
            yield key


def _known_surnames(typed: Typed) -> list[Key]:
    gazetteer = typed.gazetteer
    known = [key for key in _surnames(typed) if key[0] in gazetteer.known_organisations]
    known = [key for key in known if key[0] not in gazetteer.places]
    introduced = _introduced(typed) if known else set()
    return [
        key for key in known if key[0] in introduced or typed.count(key, PERSON) > typed.count(key, typed.kinds[key])
    ]


def _place_surnames(typed: Typed) -> Iterator[Key]:
    for key in _surnames(typed):
        if key[0] in typed.gazetteer.places and (typed.count(key, PERSON) > 0 or key in typed.speakers):
            yield key


def _given_names(typed: Typed) -> Iterator[Key]:
    """Single words that speak, and are the given names of people named in full: "Helen", beside Helen Ward."""
    gazetteer, tags = typed.gazetteer, typed.parse.tags
    full = {key[0] for key in typed.of_kind(PERSON) if len(key) > 1} & gazetteer.given_names.keys()
    single = {key for key in typed.speakers if len(key) == 1 and key[0] in full and key[0] not in gazetteer.places}
    modifiers = {name.key for name in typed.names if tags[name.end : name.end + 1] in ([NOUN], [PLURAL_NOUN])}
    for key in sorted(single - modifiers):  # unlike "a Garnet spokesman"
        if typed.kinds.get(key) not in (PERSON, None) and not typed.is_listed(key):
            yield key


def _followed_by_pronoun(typed: Typed) -> Iterator[Key]:
    """Given names alone that a "he" or "she" of the next sentence can only stand for."""
    parse, given = typed.parse, typed.gazetteer.given_names
    for number, name in enumerate(typed.names):
        kind = typed.kinds[name.key]
        if kind is PERSON:
            return
        if kind is not ORGANISATION or len(name.key) > 1 or name.article or name.key[0] not in given:
            continue
        acts = parse.deps[name.end - 1] == SUBJECT and not name.headline
        if acts and name.key[0] not in typed.gazetteer.places and not typed.is_listed(name.key):
            pronoun = _next_pronoun(parse, name.end - 1, typed.gazetteer.gender_of_name(name.key[0]))
            if pronoun >= 0 and all(later.start > pronoun for later in typed.names[number + 1 : number + 2]):
                yield name.key


def _next_pronoun(parse: Parse, token: int, gender: str) -> int:
    """The first "he" or "she" of a gender that is a subject of the sentence behind that of a token; or -1."""
    following = parse.sentence_of[token] + 1
    for start, end in parse.sentences[following : following + 1]:
        for one in range(start, end):
            if parse.lower[one] in _SINGULAR and parse.deps[one] == SUBJECT:
                return one if gender in ("", _SINGULAR[parse.lower[one]]) else -1
    return -1


def _introduced(typed: Typed) -> set[str]:
    """Surnames of people whom the article names in full first, unless a longer name begins so: "Ford Motor"."""
    seen: set[str] = set()
    others: set[str] = set()
    for name in typed.names:
        if len(name.key) == 1 or typed.kinds[name.key] is not PERSON:
            others |= {name.key[0]} - (seen if len(name.key) == 1 else set())
        elif _is_introduction(name, typed.gazetteer):
            seen.add(name.key[-1])
    return seen - others


def _is_introduction(name: Name, gazetteer: Gazetteer) -> bool:
    given = name.key[0]
    return given in gazetteer.given_names and given not in gazetteer.places and _JOINS.isdisjoint(name.key)


RULES: tuple[Revision, ...] = (
    revision(
        PERSON,
        "type-last-word",
        "articles call people by the last word of their names, and hardly ever organisations",
        _called_by_last_word,
        Example("Walsh Vexo was there. They saw Vexo twice.", "Walsh Vexo", "person"),
        Example("They tried Vidar Brellan in May. Later Brellan was free.", "Vidar Brellan", "person"),
    ),
    revision(
        PERSON,
        "type-organisation-word-surname",
        "an organisation word behind a given name is a surname, where it speaks alone or the model says so",
        _called_by_organisation_word,
        Example("Grace Church said it was late. “It was late,” Church said.", "Grace Church", "person"),
        Example("Bill Post said the plan was dead. “It is dead,” Post said.", "Bill Post", "person"),
    ),
    revision(
        GROUP,
        "type-generic",
        "words that suit any organisation name none, unless they are short for a longer name",
        _generic,
        Example("The Board was glad.", "Board", "group"),
        Example("The State Board met.", "State Board", "group"),
    ),
    revision(
        ORGANISATION,
        "type-owner-of-website",
        "the address of a website without its last part is the organisation whose it is",
        _owners_of_websites,
        Example("Buyers of Velora.com were glad. Velora grew.", "Velora", "organisation"),
        Example("Readers of Marlow.com were told. Marlow said no.", "Marlow", "organisation"),
    ),
    revision(
        OTHER,
        "type-initials-of-office",
        "letters behind the that an office of the article begins with are its holder, and no body",
        _initials_of_offices,
        Example("The Public Health Officer left. It was late, the PHO said.", "PHO", "other"),
        Example("The Police Relations Officer left. It was late, the PRO said.", "PRO", "other"),
    ),
    revision(
        GROUP,
        "type-office-of-field",
        "an office with what it is for is no body",
        _offices_of_fields,
        Example("She met the Commissioner for Health in May.", "Commissioner for Health", "group"),
        Example("She wrote to the Minister of Public Works.", "Minister of Public Works", "group"),
    ),
    revision(
        OTHER,
        "type-product",
        "an organisation's name with an article before it and a thing behind it names what the organisation makes",
        _products,
        Example("Acme grew. Acme showed the Acme Watch in May.", "Acme Watch", "other"),
        Example("Microsoft shares rose. Microsoft sold the Microsoft Kettle.", "Microsoft Kettle", "other"),
    ),
    revision(
        ORGANISATION,
        "type-short-form-of-company",
        "a single word that speaks and begins the name of a company is that company",
        _short_forms,
        Example("HALDEN, Ohio - Halden Homes Inc grew. Halden said that sales had fallen.", "Halden", "organisation"),
        Example(
            "MELFORD, England - Melford Hats Ltd grew. Melford said that sales had fallen.", "Melford", "organisation"
        ),
    ),
    revision(
        PERSON,
        "type-family",
        "the plural of somebody's surname after the names the family",
        _families,
        Example("Peter Clinton was there. They like the Clintons.", "Clintons", "person"),
        Example("Anna Smith is rich. The Smiths have a boat.", "Smiths", "person"),
    ),
    revision(
        PERSON,
        "type-surname",
        "the surname of a person whom the article names in full is that person's",
        _plain_surnames,
        Example("Anna Brellan spoke. Shares of Brellan were sold.", "Brellan", "person"),
        Example("Ffion Stone spoke. They expect Stone to win the stone.", "Stone", "person"),
    ),
    revision(
        PERSON,
        "type-surname-of-organisation",
        "a listed organisation's name is a surname, if the article names the person in full first",
        _known_surnames,
        Example("Anna Ford was late. Ford's car had broken.", "Ford", "person"),
        Example("Rupert Boeing spoke. Boeing was ill.", "Boeing", "person"),
    ),
    revision(
        PERSON,
        "type-surname-of-place",
        "a place's name is a surname, if its bearer speaks or acts as a person",
        _place_surnames,
        Example("Mark Cuban spoke. Cuban said that it was late.", "Cuban", "person"),
        Example('Steve Israel spoke. "It is late," Israel said.', "Israel", "person"),
    ),
    revision(
        PERSON,
        "type-given-name-alone",
        "a word that speaks and is the given name of a person whom the article names in full is that person's",
        _given_names,
        Example("Lachlan Dunn was late. “It was late,” Lachlan said.", "Lachlan", "person"),
        Example("Scott McBride was ill. “It was late,” Scott said.", "Scott", "person"),
    ),
    revision(
        PERSON,
        "type-pronoun-behind",
        "a given name alone is a person's, where “he” or “she” in the next sentence stands for nobody else",
        _followed_by_pronoun,
        Example("Burton explained it from a podium. “It is late,” he said.", "Burton", "person"),
        Example("Preston waited for the bus. He said that it was late.", "Preston", "person"),
    ),
)
