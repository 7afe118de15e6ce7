"""One speaker and one organisation over many articles."""

from __future__ import annotations

from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from quoteattr import Article, Organisation, Quote, QuoteKind, Span, Speaker, SpeakerKind
from quoteattr.corpus import Merged, merge
from quoteattr.corpus.bodies import body_key
from quoteattr.corpus.names import can_be_one, is_common, person_name
from quoteattr.records import Attitude

PERSON, ORGANISATION = SpeakerKind.PERSON, SpeakerKind.ORGANISATION

Told = tuple[str, str | None, str | None]
"""Name, role and organisation of a speaker."""


def article(*told: Told, aliases: tuple[str, ...] = ()) -> Article:
    """An article in which each of these says something; the first one's organisation has the aliases."""
    names = dict.fromkeys(body for _, _, body in told if body)
    bodies = {name: Organisation(f"o{n}", name, () if n > 1 else aliases) for n, name in enumerate(names, 1)}
    text = "x" * len(told)
    speakers = tuple(
        Speaker(f"s{n}", name, None, ORGANISATION if name == body else PERSON, role, bodies.get(body or ""))
        for n, (name, role, body) in enumerate(told, 1)
    )
    quotes = tuple(
        Quote(
            f"q{n}", QuoteKind.INDIRECT, Attitude.ASSERTION, False, (Span.of(text, n - 1, n),), (), (), one, "rule", 1.0
        )
        for n, one in enumerate(speakers, 1)
    )
    return Article(text, quotes, speakers, tuple(bodies.values()))


def merged(*articles: Article) -> Merged:
    """These articles together, called "1", "2" and so on."""
    return merge((str(number), one) for number, one in enumerate(articles, 1))


def people(*told: Told) -> list[str]:
    """Whom these become, each in an article of its own: the numbers of their articles together."""
    found = merged(*map(article, told))
    return ["".join(one.document for one in speaker.appearances) for speaker in found.speakers]


def test_same_name_and_organisation_are_one_person() -> None:
    """The role is another; quotes and articles add up, and the fullest name is kept."""
    found = merged(article(("John A. Smith", "clerk", "Acme")), article(("Dr John Smith", "treasurer", "The ACME Inc")))
    (speaker,) = found.speakers
    assert (speaker.name, speaker.aliases) == ("John A. Smith", ("Dr John Smith",))
    assert (speaker.quotes, speaker.indirect, speaker.documents) == (2, 2, 2)
    assert speaker.roles == ("clerk", "treasurer")
    assert found.speaker("2", "s1") is speaker and found.speaker_ids["1", "s1"] == speaker.id
    assert len(found.organisations) == 1 and speaker.organisations == (found.organisations[0].id,)


def test_namesakes_are_apart() -> None:
    """They speak for different bodies, or nothing is known of them and many have the name."""
    assert people(("John Smith", "director", "Acme"), ("John Smith", "director", "Widget")) == ["1", "2"]
    assert people(("John Smith", None, None), ("John Smith", None, None)) == ["1", "2"]
    assert people(("Ada Quillfeather", None, "Acme"), ("Ada Quillfeather", None, "Widget")) == ["1", "2"]


def test_one_who_may_be_either_namesake_is_apart() -> None:
    """Nothing tells which."""
    told = [("John Smith", "director", "Acme"), ("John Smith", "director", "Widget"), ("John Smith", "treasurer", None)]
    assert people(*told) == ["1", "2", "3"]


def test_rare_name_is_evidence() -> None:
    """Of a name that few people have, roles may differ."""
    assert people(("Ada Quillfeather", "author", None), ("Ada Quillfeather", None, None)) == ["12"]


def test_role_is_evidence() -> None:
    """A telling one; a spokesman of the same name may be another."""
    assert people(("John Smith", "Prime Minister", None), ("John Smith", "prime minister", None)) == ["12"]
    assert people(("John Smith", "spokesman", None), ("John Smith", "spokesman", None)) == ["1", "2"]
    assert people(("John Smith", "president", None), ("John Smith", "vice president", None)) == ["1", "2"]


def test_company_is_evidence() -> None:
    """The same others speak in both articles."""
    first = article(("John Smith", None, None), ("Ada Quillfeather", None, None))
    assert len(merged(first, first).speakers) == 2


def test_bodies_of_politics_do_not_exclude_each_other() -> None:
    """A senator has a party, a state and a campaign."""
    assert people(("Ada Quillfeather", None, "Senate"), ("Ada Quillfeather", None, "Republican Party")) == ["12"]


def test_surname_alone_joins_on_evidence_only() -> None:
    """A role, or an organisation, and one person alone whom it fits."""
    full = ("Ada Smith", "mayor", None)
    assert people(full, ("Smith", None, None), ("Smith", None, None)) == ["1", "2", "3"]
    assert people(full, ("Smith", "Mayor", None)) == ["12"]
    assert people(full, ("Ben Smith", "mayor", None), ("Smith", "mayor", None)) == ["1", "2", "3"]


def test_titles_accents_and_hyphens_are_ignored() -> None:
    """As far as names are compared."""
    assert person_name("Prof. Zoë Ros-Lehtinen").key == person_name("Zoe Ros Lehtinen").key
    assert person_name("Dean Smith").given == "dean" and person_name("Dr Smith").given == ""
    assert body_key("Air-Asia Ltd.") == body_key("AirAsia")
    assert body_key("Tories") == body_key("the Conservative Party")
    assert body_key("U.K.") == body_key("Britain")


def test_names_that_can_be_one() -> None:
    """Initials, nicknames and a middle name left out; no other middle name, no other generation."""
    smith = person_name("William B. Smith")
    assert all(can_be_one(smith, person_name(f"{name} Smith")) for name in ("Bill", "W.", "William", "William Ben"))
    assert not any(can_be_one(smith, person_name(name)) for name in ("Wendy Smith", "William C. Smith"))
    assert not can_be_one(smith, person_name("William B. Smith Jr."))


def test_common_names() -> None:
    """By the shares of given name and surname."""
    assert is_common(person_name("John Smith")) and not is_common(person_name("Ada Quillfeather"))


def test_acronym_joins_the_name_that_an_article_gives_beside_it() -> None:
    """And those that it could be the initials of, if it has four letters."""
    first = article(("Ada Smith", None, "Widget Makers Guild"), aliases=("WMG",))
    (body,) = merged(first, article(("Ben Lee", None, "WMG"))).organisations
    assert (body.name, body.aliases, body.acronyms) == ("Widget Makers Guild", ("WMG",), ("WMG",))
    assert body.quotes == 2
    assert (
        len(merged(article(("A B", None, "Gamma Ray Users Board")), article(("C D", None, "GRUB"))).organisations) == 1
    )


def test_acronym_of_two_bodies_joins_neither() -> None:
    """Nothing tells which."""
    guild = article(("Ada Smith", None, "Widget Makers Guild"), aliases=("WMG",))
    group = article(("Ada Smith", None, "World Music Group"), aliases=("WMG",))
    assert len(merged(guild, group, article(("Ben Lee", None, "WMG"))).organisations) == 3


def test_word_of_a_name_is_no_acronym() -> None:
    """An article may call it so; another one means another body."""
    watch = article(("Ada Smith", None, "Apple Watch"), aliases=("Apple",))
    assert len(merged(watch, article(("Ben Lee", None, "Apple"))).organisations) == 2


def test_common_noun_is_another_body_in_another_article() -> None:
    """The government of one country, and that of another."""
    assert len(merged(*[article(("Ada Smith", None, "government"))] * 2).organisations) == 2


def test_organisation_that_speaks_has_its_name() -> None:
    """The fullest, also where it speaks by another one."""
    full = article(("Widget Makers Guild", None, "Widget Makers Guild"), aliases=("WMG",))
    (speaker,) = merged(full, article(("WMG", None, "WMG"))).speakers
    assert (speaker.name, speaker.kind, speaker.documents) == ("Widget Makers Guild", ORGANISATION, 2)


_NAMES = st.sampled_from(["John Smith", "J. Smith", "Smith", "Ada Quillfeather", "A. Quillfeather Jr", "Dr", "–", "x"])
_ROLES = st.sampled_from([None, "director", "mayor", "vice president"])
_BODIES = st.sampled_from([None, "Acme", "Senate", "Acme Bolt Company Ltd", "ABC", "government", "x"])


@given(st.lists(st.lists(st.tuples(_NAMES, _ROLES, _BODIES), max_size=4), max_size=6))
def test_everybody_who_is_named_is_somebody(told: list[list[Told]]) -> None:
    """Each speaker and organisation of each article is one of the corpus, and quotes add up."""
    articles = [article(*one) for one in told]
    found = merged(*articles)
    places = [(str(n), one) for n, each in enumerate(articles, 1) for one in each.speakers]
    assert set(found.speaker_ids) == {(document, one.id) for document, one in places}
    assert sum(one.quotes for one in found.speakers) == len(places)
    assert [one.id for one in found.speakers] == [f"S{n}" for n in range(1, len(found.speakers) + 1)]
    assert all(found.organisation(str(n), one.id) for n, each in enumerate(articles, 1) for one in each.organisations)


def test_organisation_in_few_of_many_articles_is_a_mistake() -> None:
    """Of a rare name; the organisation is no fact of the speaker then."""
    often = [article(("Ada Quillfeather", "mayor", "Acme Bolts"))] * 20
    found = merged(*often, article(("Ada Quillfeather", None, "Widget")))
    assert [(one.documents, one.organisations) for one in found.speakers] == [(21, ("O1",))]


def test_part_of_a_name_of_a_body_is_evidence() -> None:
    """Of two words at least; one word is none, and excludes nobody."""
    assert people(("John Smith", None, "Fox News"), ("John Smith", None, "Fox News Channel")) == ["12"]
    assert people(("John Smith", None, "Acme"), ("John Smith", None, "Acme Research")) == ["1", "2"]
    assert people(("Ada Quillfeather", None, "Acme"), ("Ada Quillfeather", None, "Acme Research")) == ["12"]


def test_given_name_that_is_cut_short() -> None:
    """With evidence, and where no list says that one is a woman's name and the other a man's."""
    assert people(("Geoffrey Smith", None, "Acme"), ("Geoff Smith", None, "Acme")) == ["12"]
    assert not can_be_one(person_name("Paula Smith"), person_name("Paul Smith"))


def test_rare_surname_of_somebody_everybody_knows() -> None:
    """An article that gives no more means the one who is in many."""
    often = [article(("Ada Quillfeather", None, None))] * 5
    assert len(merged(*often, article(("Quillfeather", None, None))).speakers) == 1
    assert len(merged(*often[:4], article(("Quillfeather", None, None))).speakers) == 2
    assert len(merged(*often, article(("Ben Quillfeather", None, None), ("Quillfeather", None, None))).speakers) == 3


def test_acronym_is_of_the_body_that_most_articles_explain_it_by() -> None:
    """Another one in one article does not take it away."""
    guild = article(("Ada Smith", None, "Widget Makers Guild"), aliases=("WMG",))
    group = article(("Ada Smith", None, "World Music Group"), aliases=("WMG",))
    found = merged(guild, guild, guild, guild, group, article(("Ben Lee", None, "WMG")))
    assert [one.documents for one in found.organisations] == [5, 1]


def test_list_of_the_user_decides() -> None:
    """One id is one person by whatever names; two are two, though all the rest is the same."""
    one, other = (article((name, "mayor", "Acme")) for name in ("Ada Smith", "Ada Smith-Lee"))

    def known(of: Article, identity: str) -> Article:
        (speaker,) = of.speakers
        found = evolve(speaker, known_id=identity)
        return evolve(of, speakers=(found,), quotes=tuple(evolve(quote, speaker=found) for quote in of.quotes))

    assert [each.known_id for each in merged(known(one, "Q1"), known(other, "Q1")).speakers] == ["Q1"]
    assert [each.known_id for each in merged(known(one, "Q1"), known(one, "Q2")).speakers] == ["Q1", "Q2"]


def test_one_under_two_names_in_an_article_is_in_one_article() -> None:
    """As an organisation that has two names there."""
    twice = article(("Ada Smith", "mayor", "Widget Makers Guild"), ("Smith", "mayor", "WMG"), aliases=("WMG",))
    found = merged(twice)
    assert [(one.documents, one.quotes) for one in (*found.speakers, *found.organisations)] == [(1, 2), (1, 2)]


def test_organisation_that_the_article_does_not_list() -> None:
    """It counts as evidence, as it stands with the speaker."""
    one = evolve(article(("John Smith", None, "Acme Bolts")), organisations=())
    found = merged(one, one)
    assert len(found.speakers) == 1 and found.organisation("1", "o1") is None
    assert [each.name for each in found.organisations] == ["Acme Bolts"]


def test_short_name_joins_by_those_who_speak_for_it() -> None:
    """Another article calls so what this one names in full."""
    full = article(("Ada Smith", None, "Marsh & Hill Partners"), aliases=("Marsh", "MARSH & HILL PARTNERS"))
    short = article(("Ada Smith", None, "Marsh"))
    (body,) = merged(full, short).organisations
    assert (body.name, body.documents) == ("Marsh & Hill Partners", 2)
    assert len(merged(full, article(("Ben Lee", None, "Marsh"))).organisations) == 2


def test_initials_of_three_letters_need_somebody_who_speaks_for_both() -> None:
    """Three letters are the initials of many."""
    full, short = (article(("Ada Quillfeather", None, body)) for body in ("Widget Makers Guild", "WMG"))
    assert len(merged(full, short).organisations) == 1
    assert len(merged(full, article(("Ben Lee", None, "WMG"))).organisations) == 2
