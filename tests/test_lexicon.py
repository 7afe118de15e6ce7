"""The cue lexicon: forms, precision with back-off, attitudes, and how users extend it."""

from __future__ import annotations

import pickle
from pathlib import Path

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from quoteattr import Attitude, Extractor, Lexicon, QuoteKind, extract
from quoteattr.errors import LexiconError
from quoteattr.lexicon import ANY, Count
from quoteattr.lexicon.forms import inflect, table

TINY = Lexicon(
    counts={
        (ANY, "VERB", ANY): Count(300, 1000),
        (ANY, "VERB", "clause"): Count(200, 400),
        (ANY, "VERB", "object"): Count(100, 600),
        ("say", "VERB", ANY): Count(99, 100),
        ("say", "VERB", "clause"): Count(90, 90),
        ("see", "VERB", ANY): Count(5, 100),
        ("see", "VERB", "clause"): Count(4, 20),
        ("muse", "VERB", ANY): Count(1, 1),
        ("muse", "VERB", "clause"): Count(1, 1),
    },
    attitudes={"hope": Attitude.BELIEF, "state": Attitude.ASSERTION},
    ends={"x": Count(9, 10), "y": Count(0, 10)},
    speech=frozenset({"mumble"}),
)


# ---- forms ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("form", "lemma"),
    [
        ("said", "say"),
        ("says", "say"),
        ("say", "say"),
        ("told", "tell"),
        ("thought", "think"),
        ("hoped", "hope"),
        ("rated", "rate"),
        ("denied", "deny"),
        ("planning", "plan"),
        ("lying", "lie"),
        ("is", "be"),
        ("'ve", "have"),
        ("criticises", "criticize"),
        ("emphasised", "emphasize"),
        ("favoured", "favor"),
        ("grumpled", "grumpled"),
    ],
)
def test_lemma_of_a_form(form: str, lemma: str) -> None:
    """By the table; a form that nobody knows is its own lemma."""
    assert Lexicon.default().lemma(form) == lemma


@pytest.mark.parametrize(
    ("lemma", "forms"),
    [
        ("tweet", ("tweets", "tweeted", "tweeting")),
        ("decry", ("decries", "decried", "decrying")),
        ("say", ("says", "sayed", "saying")),
        ("state", ("states", "stated", "stating")),
        ("agree", ("agrees", "agreed", "agreeing")),
        ("lie", ("lies", "lied", "lying")),
        ("dye", ("dyes", "dyed", "dyeing")),
        ("tip", ("tips", "tipped", "tipping")),
        ("visit", ("visits", "visited", "visiting")),
        ("mix", ("mixes", "mixed", "mixing")),
        ("bow", ("bows", "bowed", "bowing")),
        ("sleep", ("sleeps", "sleeped", "sleeping")),
        ("preach", ("preaches", "preached", "preaching")),
        ("veto", ("vetoes", "vetoed", "vetoing")),
    ],
)
def test_regular_forms(lemma: str, forms: tuple[str, ...]) -> None:
    """By the spelling rules of English."""
    assert inflect(lemma) == (lemma, *forms)


@pytest.mark.slow
@given(st.text(max_size=8))
def test_anything_has_forms(lemma: str) -> None:
    """No word fails, and the base form comes first."""
    assert inflect(lemma)[0] == lemma


def test_forms_lead_to_lemmas() -> None:
    """The lemma of a lemma is itself."""
    forms = table()
    assert [lemma for lemma in set(forms.values()) if forms[lemma] != lemma] == []


# ---- precision ------------------------------------------------------------------------------------------------------


def test_frequent_pair_stands_for_itself() -> None:
    """With many candidates, the share is near the counted one."""
    assert TINY.precision("say", "VERB", "clause") > 0.98
    assert TINY.precision("see", "VERB", "clause") == pytest.approx(0.2, abs=0.03)


def test_unseen_pair_leans_on_lemma_and_frame() -> None:
    """A known lemma in a new frame, a new lemma in a known frame."""
    assert TINY.precision("say", "VERB", "object") > TINY.precision("see", "VERB", "object")
    assert TINY.precision("zzz", "VERB", "clause") > TINY.precision("zzz", "VERB", "object")


def test_rare_pair_leans() -> None:
    """One cue of one is no proof: it moves the share by less than is left to 1."""
    counts = {key: count for key, count in TINY.counts.items() if key != ("muse", "VERB", "clause")}
    without = evolve(TINY, counts=counts).precision("muse", "VERB", "clause")
    precision = TINY.precision("muse", "VERB", "clause")
    assert 0 < precision - without < 1 - precision


@given(
    cues=st.integers(0, 50),
    others=st.integers(0, 50),
    more=st.integers(1, 20),
    frame=st.sampled_from(["clause", "object", "unseen"]),
)
def test_precision_grows_with_cues(cues: int, others: int, more: int, frame: str) -> None:
    """One more candidate that is a cue never makes a pair less likely, one more that is none never more; 0 to 1."""

    def precision(right: int, found: int) -> float:
        counts = {
            **TINY.counts,
            ("muse", "VERB", frame): Count(right, found),
            ("muse", "VERB", ANY): Count(right, found),
        }
        return evolve(TINY, counts=counts).precision("muse", "VERB", frame)

    middle = precision(cues, cues + others)
    assert 0 <= precision(cues, cues + others + more) <= middle <= precision(cues + more, cues + others + more) <= 1


@given(st.text(max_size=5), st.sampled_from(["VERB", "NOUN", "ADJ", "PREP", "PUNCT", "X"]), st.text(max_size=5))
def test_any_question_has_an_answer(lemma: str, pos: str, frame: str) -> None:
    """Also in an empty lexicon."""
    for lexicon in (TINY, Lexicon.default(), Lexicon({}, {})):
        assert 0 <= lexicon.precision(lemma, pos, frame) <= 1
        assert isinstance(lexicon.attitude(lemma, frame), Attitude)


def test_shipped_counts_tell_cues_from_others() -> None:
    """Plain cases on both sides of the threshold."""
    lexicon = Lexicon.default()
    assert lexicon.precision("say", "VERB", "clause") > 0.8
    assert lexicon.precision("eat", "VERB", "object") < lexicon.threshold < lexicon.precision("claim", "VERB", "clause")


def test_contents_go_on_by_counts() -> None:
    """The first feature weighs most, what it lacks comes from those behind it, and nothing known leans to yes."""
    assert TINY.goes_on(("x",)) > 0.8
    assert TINY.goes_on(("y",)) < 0.3
    assert TINY.goes_on(("x", "y")) > TINY.goes_on(("y", "x"))
    assert TINY.goes_on(("unseen", "y")) == TINY.goes_on(("y",))
    assert TINY.goes_on(()) == TINY.goes_on(("unseen",)) > 0.5


def test_verbs_that_report() -> None:
    """Those that mostly do before a clause, and those of the list of speech."""
    assert TINY.reports("say")
    assert TINY.reports("mumble")
    assert not TINY.reports("see")
    assert not TINY.reports("zzz")


# ---- attitude -------------------------------------------------------------------------------------------------------


def test_attitude_of_lemma_and_frame() -> None:
    """A lemma's own, else that of its frame: an infinitive is wanted, the rest is asserted."""
    assert TINY.attitude("hope", "clause") is Attitude.BELIEF
    assert TINY.attitude("hope", "infinitive") is Attitude.BELIEF
    assert TINY.attitude("say", "clause") is Attitude.ASSERTION
    assert TINY.attitude("vow", "infinitive") is Attitude.EVENTUALITY
    assert TINY.attitude("state", "infinitive") is Attitude.ASSERTION


@pytest.mark.parametrize(
    ("lemma", "frame", "attitude"),
    [
        ("say", "clause", Attitude.ASSERTION),
        ("say", "quote", Attitude.ASSERTION),
        ("expect", "clause", Attitude.BELIEF),
        ("think", "clause", Attitude.BELIEF),
        ("know", "clause", Attitude.FACT),
        ("regret", "clause", Attitude.FACT),
        ("want", "infinitive", Attitude.EVENTUALITY),
        ("refuse", "infinitive", Attitude.EVENTUALITY),
        ("promise", "infinitive", Attitude.EVENTUALITY),
    ],
)
def test_attitudes_that_ship(lemma: str, frame: str, attitude: Attitude) -> None:
    """Plain cases of the four classes."""
    assert Lexicon.default().attitude(lemma, frame) is attitude


# ---- extension ------------------------------------------------------------------------------------------------------


def test_added_verb_is_in_the_lexicon() -> None:
    """With its forms, its attitude and a precision above the threshold; the lexicon that was there is as it was."""
    default = Lexicon.default()
    lexicon = default.extended(verbs={"Grumple": "belief"})
    assert "grumple" in lexicon and "grumple" not in default
    assert [lexicon.lemma(form) for form in ("grumples", "grumpled", "grumpling")] == ["grumple"] * 3
    assert lexicon.attitude("grumple", "clause") is Attitude.BELIEF
    assert lexicon.reports("grumple")
    assert lexicon.precision("grumple", "VERB", "clause") > 0.9
    assert default.lemma("grumpled") == "grumpled"


def test_irregular_forms() -> None:
    """Beside the regular ones."""
    lexicon = Lexicon.default().extended(verbs={"spling": Attitude.ASSERTION}, forms={"spling": ["Splang", "splung"]})
    assert {lexicon.lemma(form) for form in ("splang", "splung", "splinged")} == {"spling"}
    assert lexicon == Lexicon.default().extended(
        verbs={"spling": "assertion"}, forms={"spling": iter(["splang", "splung"])}
    )


@pytest.mark.parametrize("verb", ["two words", "", "a1", "say.", 7])
def test_verb_must_be_a_word(verb: object) -> None:
    """The message says what was expected and what came."""
    with pytest.raises(LexiconError, match="one word, its base form; got"):
        Lexicon.default().extended(verbs={verb: "assertion"})


@pytest.mark.parametrize("attitude", ["claim", "", None, 1, []])
def test_attitude_must_be_known(attitude: object) -> None:
    """The message names the four."""
    with pytest.raises(LexiconError, match=r"'tweet' must be one of assertion, belief, fact, eventuality; got"):
        Lexicon.default().extended(verbs={"tweet": attitude})


@pytest.mark.parametrize("forms", ["tweets", [1], 5, None])
def test_forms_must_be_words(forms: object) -> None:
    """One string is no list."""
    with pytest.raises(LexiconError, match="the forms of 'tweet' must be a list of words"):
        Lexicon.default().extended(verbs={"tweet": "assertion"}, forms={"tweet": forms})


def test_invented_verb_is_found_end_to_end() -> None:
    """Before a clause, behind a quotation and behind a clause; without it in the lexicon there is no such quote."""
    text = (
        "The mayor grumpled that the bridge would never open. Ana Ruiz has grumpled that prices are too high.\n"
        "“We were never asked about this,” grumpled the mayor."
    )
    lexicon = Lexicon.default().extended(verbs={"grumple": "assertion"})
    quotes = Extractor(lexicon=lexicon)(text).quotes
    assert [
        (quote.text, [span.text for span in quote.cue], [span.text for span in quote.source]) for quote in quotes
    ] == [
        ("that the bridge would never open", ["grumpled"], ["The mayor"]),
        ("that prices are too high", ["has grumpled"], ["Ana Ruiz"]),
        ("“We were never asked about this,”", ["grumpled"], ["the mayor"]),
    ]
    assert [quote.kind for quote in quotes] == [QuoteKind.INDIRECT, QuoteKind.INDIRECT, QuoteKind.DIRECT]


# ---- files ----------------------------------------------------------------------------------------------------------


def toml(folder: Path, text: str) -> Path:
    path = folder / "lexicon.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_lexicon_of_a_file(tmp_path: Path) -> None:
    """The default, more verbs, their forms and another threshold."""
    path = toml(
        tmp_path, 'threshold = 0.25\n[verbs]\ngrumple = "belief"\nspling = "fact"\n[forms]\nspling = ["splang"]\n'
    )
    lexicon = Lexicon.from_toml(path)
    expected = Lexicon.default().extended(
        verbs={"grumple": "belief", "spling": Attitude.FACT}, forms={"spling": ["splang"]}
    )
    assert lexicon == evolve(expected, threshold=0.25)
    assert Lexicon.from_toml(str(path)) == lexicon


OWN = """
stop_verbs = ["joke", "grumple"]
titles = ["Wing Commander", "Sayadaw"]
roles = ["showrunner"]
"""


def test_a_stop_verb_is_no_cue(tmp_path: Path) -> None:
    """In none of its forms; what the lexicon knew of it is forgotten."""
    text = "The mayor joked that it would rain. Ada Smith said that it was late."
    lexicon = Lexicon.from_toml(toml(tmp_path, OWN))
    assert [quote.cue[0].text for quote in extract(text).quotes] == ["joked", "said"]
    assert [quote.cue[0].text for quote in extract(text, lexicon=lexicon).quotes] == ["said"]
    assert not lexicon.extended(stop_verbs=["say"]).reports("say")
    assert lexicon.lemma("grumpled") == "grumple"
    assert lexicon.extended(verbs={"joke": "belief"}).no_cues == {"grumple"}


def test_a_title_of_ones_own_is_no_part_of_a_name(tmp_path: Path) -> None:
    """It stands before the name, and what follows is a person."""
    text = "Sayadaw Ramesh Rao said that it was late."
    own = extract(text, lexicon=Lexicon.from_toml(toml(tmp_path, OWN)))
    assert extract(text).speakers[0].name != "Ramesh Rao" == own.speakers[0].name


def test_a_noun_for_people_of_ones_own_tells_a_role(tmp_path: Path) -> None:
    """And somebody is called by it."""
    text = "Ada Smith is the showrunner of the series. The showrunner said that it was late."
    own = extract(text, lexicon=Lexicon.from_toml(toml(tmp_path, OWN)))
    assert [str(extract(text).speakers[0]), str(own.speakers[0])] == ["showrunner", "Ada Smith"]
    assert own.speakers[0].role == "showrunner of the series"


def test_empty_file_is_the_default(tmp_path: Path) -> None:
    """Nothing is added."""
    assert Lexicon.from_toml(toml(tmp_path, "")) == Lexicon.default()


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("verbs = ", "is not a TOML file"),
        ("[nouns]\nclaim = 1\n", "may hold verbs, forms, stop_verbs, titles, roles and threshold; it has nouns"),
        ("verbs = ['tweet']\n", "must be tables"),
        ("forms = 1\n", "must be tables"),
        ("threshold = 2\n", "must be a number from 0 to 1, not 2"),
        ("threshold = true\n", "must be a number from 0 to 1"),
        ("threshold = nan\n", "must be a number from 0 to 1"),
        ("threshold = 'low'\n", "must be a number from 0 to 1"),
        ("[verbs]\ntweet = 'claim'\n", "must be one of assertion"),
        ("[verbs]\n'two words' = 'belief'\n", "must be one word"),
        ("[verbs]\ntweet = 'belief'\n[forms]\ntweet = 'tweets'\n", "must be a list of words"),
        ("[verbs]\ntweet = 'belief'\n[forms]\ntweet = 5\n", "must be a list of words"),
        ("stop_verbs = 'tip'\n", "stop_verbs must be a list of single words"),
        ("stop_verbs = ['tip off']\n", "stop_verbs must be a list of single words; got 'tip off'"),
        ("roles = [3]\n", "roles must be a list of single words"),
        ("titles = ['']\n", "titles must be a list of words"),
        ("stop_verbs = ['tip']\n[verbs]\ntip = 'belief'\n", "'tip' is among the verbs and among the stop_verbs"),
        ("[verbs]\ntip = 'belief'\ntitles = ['Shri']\n", "has titles within a table: put it above"),
    ],
)
def test_malformed_file(tmp_path: Path, text: str, message: str) -> None:
    """Each error is one of the library's and says what is wrong."""
    with pytest.raises(LexiconError, match=message):
        Lexicon.from_toml(toml(tmp_path, text))


def test_forms_of_no_verb_are_an_error(tmp_path: Path) -> None:
    """A slip of the pen must not be passed over in silence."""
    with pytest.raises(LexiconError, match="twet"):
        Lexicon.from_toml(toml(tmp_path, "[verbs]\ntweet = 'belief'\n[forms]\ntwet = ['twote']\n"))


def test_a_byte_order_mark_is_no_part_of_a_lexicon(tmp_path: Path) -> None:
    """As editors of Windows write it."""
    path = tmp_path / "l.toml"
    path.write_text('\ufeff[verbs]\ntweet = "belief"\n', encoding="utf-8")
    assert "tweet" in Lexicon.from_toml(path)


def test_a_lexicon_with_much_that_is_unknown_has_a_short_error(tmp_path: Path) -> None:
    """The first keys, and how many more there are."""
    path = tmp_path / "l.toml"
    path.write_text("".join(f"key{number:05} = 1\n" for number in range(20_000)), encoding="utf-8")
    with pytest.raises(LexiconError, match=r"it has key00000, .*, key00004 and 19995 more") as caught:
        Lexicon.from_toml(path)
    assert len(str(caught.value)) < 1_000
    forms = "".join(f"verb{'x' * 200}{'y' * number} = ['a']\n" for number in range(300))
    path.write_text(f"[verbs]\n[forms]\n{forms}", encoding="utf-8")
    with pytest.raises(LexiconError, match="295 more, which no added verb is"):
        Lexicon.from_toml(path)


def test_file_that_cannot_be_read(tmp_path: Path) -> None:
    """Missing, a folder, or not UTF-8."""
    with pytest.raises(LexiconError, match="cannot read the lexicon"):
        Lexicon.from_toml(tmp_path / "missing.toml")
    with pytest.raises(LexiconError, match="cannot read the lexicon"):
        Lexicon.from_toml(tmp_path)
    path = tmp_path / "latin.toml"
    path.write_bytes(b"# caf\xe9\n")
    with pytest.raises(LexiconError, match="is not a TOML file"):
        Lexicon.from_toml(path)


# ---- values ---------------------------------------------------------------------------------------------------------


def test_lexicons_are_values() -> None:
    """Equal by what is in them, also through pickle and after they were asked; hashable."""
    lexicon = Lexicon.default().extended(verbs={"grumple": "belief"})
    assert lexicon == Lexicon.default().extended(verbs={"grumple": "belief"}) != Lexicon.default()
    assert lexicon.precision("grumple", "VERB", "quote") > 0.5 and lexicon.lemma("said") == "say"
    copy = pickle.loads(pickle.dumps(lexicon))
    assert copy == lexicon and hash(copy) == hash(lexicon)
    assert copy.precision("grumple", "VERB", "quote") == lexicon.precision("grumple", "VERB", "quote")


def test_default_is_loaded_once() -> None:
    """The same lexicon for everybody."""
    assert Lexicon.default() is Lexicon.default()
