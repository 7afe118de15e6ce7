"""The spaCy component, in pipelines and through every way in which Docs and pipelines are stored."""

from __future__ import annotations

import importlib.metadata
import pickle
import re
from pathlib import Path

import pytest
import spacy
from attrs import evolve
from children import python
from spacy.language import Language
from spacy.tokens import Doc, DocBin
from spacy.training import Example

import quoteattr
from quoteattr import Article, ModelError, RecordError, SettingError
from quoteattr.component import DISPLACY, KEY, annotate, article_of, to_displacy
from quoteattr.models import DEFAULT
from quoteattr.palette import DISPLACY_COLORS

TEXT = "“We are hiring,” said Ada Smith, a spokeswoman for Acme. She added that sales had doubled."
OTHER = "The mayor believes that the bridge will hold."


@pytest.fixture(scope="module")
def pipeline() -> Language:
    """The default model, with the component behind it."""
    nlp = spacy.load(DEFAULT)
    nlp.add_pipe("quoteattr")
    return nlp


def article(doc: Doc) -> Article:
    found: Article = doc._.quoteattr
    return found


# ---- what it finds -------------------------------------------------------------------------------------------------


@pytest.mark.slow
def test_the_article_is_that_of_the_extractor(
    pipeline: Language, extractor: quoteattr.Extractor, seed_texts: list[str], seed_articles: list[Article]
) -> None:
    """For single texts and for a pipe."""
    assert article(pipeline(seed_texts[0])) == seed_articles[0]
    assert [article(doc) for doc in pipeline.pipe([TEXT, "", OTHER])] == [*map(extractor, [TEXT, "", OTHER])]


def test_spans_are_labelled_and_linked(pipeline: Language) -> None:
    """By kind, with the speaker's name, and with the id of the quote; cues and sources have groups of their own."""
    doc = pipeline(TEXT)
    content, cue, source = (doc.spans[name] for name in ("quotes", "quotes_cue", "quotes_source"))
    assert (content[0].text, content[0].label_, content[0].kb_id_, content[0].id_) == (
        "“We are hiring,”",
        "direct",
        "Ada Smith",
        "q1",
    )
    assert [span.text for span in cue if span.id_ == "q1"] == ["said"]
    assert [span.label_ for span in source] == ["source"] * len(source)


def test_spans_tell_their_quote_and_who_speaks(pipeline: Language) -> None:
    """Those of the groups; an entity tells the speaker whom it mentions."""
    doc = pipeline(TEXT)
    assert doc._.quotes == article(doc).quotes
    for group in ("quotes", "quotes_cue", "quotes_source"):
        assert [span._.quote.id for span in doc.spans[group]] == [span.id_ for span in doc.spans[group]]
    first = doc.spans["quotes"][0]
    assert (first._.speaker.name, first._.organisation.name) == ("Ada Smith", "Acme")
    ada = next(entity for entity in doc.ents if entity.text == "Ada Smith")
    assert (ada._.quote, ada._.speaker, ada[-1:]._.speaker) == (None, first._.speaker, first._.speaker)
    assert (doc[:1]._.speaker, doc[:1]._.organisation) == (None, None)


def test_a_doc_without_an_article_has_no_quotes() -> None:
    """Nor have its spans a speaker."""
    doc = spacy.blank("en")("He left.")
    assert (doc._.quotes, doc[:1]._.quote, doc[:1]._.speaker) == ((), None, None)
    with pytest.raises(RecordError, match="add_pipe"):
        to_displacy(doc)


def test_displacy_shows_the_spans(pipeline: Language) -> None:
    """In their colours, with the speaker in a link that does not break."""
    options = {**DISPLACY, "colors": DISPLACY_COLORS}
    html = spacy.displacy.render(pipeline(TEXT), style="span", options=options, jupyter=False)
    assert html.count("white-space: nowrap") == 2
    assert f"background: {DISPLACY_COLORS['direct']}" in html
    assert re.search(r'direct\s*<a [^>]*href="#">Ada Smith</a>', html)


@pytest.mark.parametrize(
    ("known", "address"),
    [
        ("Q42", "https://www.wikidata.org/wiki/Q42"),
        ("https://a.org/?b&c", "https://a.org/?b&amp;c"),
        ("javascript:1", "#"),
    ],
)
def test_displacy_links_a_known_speaker(pipeline: Language, known: str, address: str) -> None:
    """To Wikidata, or to the address that the id is; a name is no markup."""
    doc = pipeline(TEXT)
    found = article(doc)
    ada = evolve(found.speakers[0], name="<b>Ada", known_id=known)
    annotate(doc, Article(TEXT, (evolve(found.quotes[0], speaker=ada),), (ada,), found.organisations))
    html = spacy.displacy.render(to_displacy(doc), style="span", manual=True, options=DISPLACY, jupyter=False)
    assert f'href="{address}">&lt;b&gt;Ada</a>' in html


def test_displacy_shows_words_as_they_stand(pipeline: Language) -> None:
    """With their punctuation, and cues beside the contents; long names are cut."""
    long = "a spokeswoman for the society of friends of old bridges"
    data = to_displacy(pipeline(f"“We are\nhiring”, said {long}."))
    words = data["tokens"]
    spans = [
        (" ".join(words[one["start_token"] : one["end_token"]]), one["label"], one["kb_id"]) for one in data["spans"]
    ]
    assert spans == [("“We are hiring”,", "direct", "spokeswoman for the society of …"), ("said", "cue", "")]
    html = spacy.displacy.render(data, style="span", manual=True, options=DISPLACY, jupyter=False)
    assert "bridges." in html


def test_settings(own: Language) -> None:
    """Attitudes, confidence and groups of spans, as they stand in a config."""
    own.add_pipe("quoteattr", config={"attitudes": [], "min_confidence": 0.5, "spans_key": "said"})
    doc = own(TEXT)
    assert [quote.kind.value for quote in article(doc).quotes] == ["direct"]
    assert article(doc).speakers == (article(doc).quotes[0].speaker,)
    assert set(doc.spans) == {"said", "said_cue", "said_source", "said_addressee"}


def test_without_a_second_parse_the_doc_itself_is_read(nlp: Language) -> None:
    """A Doc that another pipeline has parsed; one that nobody has is an error that says what is missing."""
    only = spacy.blank("en", vocab=nlp.vocab)
    only.add_pipe("quoteattr", config={"reparse": False})
    doc = only(nlp(TEXT))
    assert article(doc).quotes[0].speaker is not None
    with pytest.raises(ModelError, match="no tags and no dependencies and no entities: put quoteattr behind"):
        only(TEXT)


@pytest.mark.parametrize("name", ["parser", "ner", "tagger"])
def test_a_pipeline_that_lacks_a_component_is_told_so(name: str) -> None:
    """When the first text comes, since components may be added in any order."""
    base = spacy.blank("en")
    for other in {"parser", "ner", "tagger"} - {name}:
        base.add_pipe(other)
    base.add_pipe("quoteattr", first=True)
    with pytest.raises(ModelError, match=f"no active {name} .there are: quoteattr"):
        base(TEXT)


def test_any_english_pipeline_will_do(own: Language, extractor: quoteattr.Extractor) -> None:
    """Its components may bear other names."""
    for name in ("tagger", "parser", "ner"):
        own.rename_pipe(name, f"my_{name}")
    own.add_pipe("quoteattr", first=True)
    assert article(own(TEXT)) == extractor(TEXT)


def test_wrong_settings_are_told() -> None:
    """When the component is made."""
    blank = spacy.blank("en")
    with pytest.raises(SettingError, match="'opinion'"):
        blank.add_pipe("quoteattr", config={"attitudes": ["opinion"]})
    with pytest.raises(SettingError, match="min_confidence"):
        blank.add_pipe("quoteattr", config={"min_confidence": 2})


@pytest.mark.slow
def test_the_second_parse_can_be_accelerated(
    own: Language,
    extractor: quoteattr.Extractor,
    seed_texts: list[str],
    seed_articles: list[Article],
    caplog: pytest.LogCaptureFixture,
) -> None:
    """With the same articles, in another process, too, and without a word that it does not fit."""
    caplog.set_level("INFO", logger="quoteattr")
    own.add_pipe("quoteattr", config={"accelerate": True})
    assert [article(doc) for doc in own.pipe(seed_texts[:2])] == seed_articles[:2]
    assert caplog.messages == []
    assert article(pickle.loads(pickle.dumps(own.get_pipe("quoteattr")))(own.make_doc(TEXT))) == extractor(TEXT)


def test_an_error_in_one_doc_leaves_the_others(pipeline: Language, monkeypatch: pytest.MonkeyPatch) -> None:
    """With spaCy's own handler that logs instead of raising."""
    component = pipeline.get_pipe("quoteattr")
    usual = component.set_annotations

    def failing(doc: Doc, *read: object) -> None:
        if "bridge" in doc.text:
            raise IndexError("a fault")
        usual(doc, *read)

    monkeypatch.setattr(component, "set_annotations", failing)
    failed: list[str] = []
    component.set_error_handler(lambda name, pipe, docs, error: failed.extend(doc.text for doc in docs))
    try:
        assert [doc.text for doc in pipeline.pipe([TEXT, OTHER, TEXT])] == [TEXT, TEXT]
    finally:
        del component.error_handler
    assert failed == [OTHER]


# ---- storing -------------------------------------------------------------------------------------------------------


@pytest.mark.slow
def test_several_processes(pipeline: Language) -> None:
    """The article comes back from another process."""
    docs = list(pipeline.pipe([TEXT, OTHER] * 2, n_process=2, batch_size=1))
    assert [article(doc) for doc in docs] == [article(pipeline(text)) for text in [TEXT, OTHER] * 2]


def test_docs_can_be_stored(pipeline: Language, tmp_path: Path) -> None:
    """As bytes, on disk, copied and in a DocBin; without its user data a Doc has no article."""
    doc = pipeline(TEXT)
    wanted = article(doc)
    assert article(Doc(pipeline.vocab).from_bytes(doc.to_bytes())) == wanted
    doc.to_disk(tmp_path / "doc")
    assert article(Doc(pipeline.vocab).from_disk(tmp_path / "doc")) == wanted
    assert article(doc.copy()) == wanted
    for kept in (True, False):
        stored = DocBin(docs=[doc], store_user_data=kept).to_bytes()
        (back,) = DocBin().from_bytes(stored).get_docs(pipeline.vocab)
        assert back._.quoteattr == (wanted if kept else None)
        assert [span.id_ for span in back.spans["quotes"]] == [span.id_ for span in doc.spans["quotes"]]


@pytest.mark.slow
def test_pipelines_can_be_stored(own: Language, tmp_path: Path) -> None:
    """With settings and with the words of the lexicon file, which may be gone by then; as bytes, too."""
    words = tmp_path / "words.toml"
    words.write_text('[verbs]\n"subtweet" = "assertion"\n', encoding="utf-8")
    own.add_pipe("quoteattr", config={"lexicon": str(words), "min_confidence": 0.25})
    own.to_disk(tmp_path / "model")
    data = own.to_bytes()
    words.unlink()
    for back in (spacy.load(tmp_path / "model"), spacy.util.load_model_from_config(own.config).from_bytes(data)):
        component = back.get_pipe("quoteattr")
        assert component.settings.min_confidence == 0.25
        assert "subtweet" in component.lexicon
        assert article(back(TEXT)) == article(own(TEXT))


def test_a_lexicon_file_that_is_missing_is_told(own: Language) -> None:
    """When it is needed, since it may come with the stored pipeline."""
    own.add_pipe("quoteattr", config={"lexicon": "missing.toml"})
    with pytest.raises(quoteattr.LexiconError, match=r"missing\.toml"):
        own(TEXT)


def test_the_article_is_made_once(pipeline: Language) -> None:
    """And anew when the data are other ones."""
    doc = pipeline(TEXT)
    back = Doc(pipeline.vocab).from_bytes(doc.to_bytes())
    assert article(back) is article(back)
    back.user_data[KEY] = Article(TEXT).to_dict()
    assert article(back).quotes == ()


def test_an_article_can_be_set(pipeline: Language) -> None:
    """As gold, on a Doc that nobody has parsed; only one of the same text."""
    doc = pipeline.make_doc(TEXT)
    assert doc._.quoteattr is None
    doc._.quoteattr = article(pipeline(TEXT))
    assert article_of(doc) == article(pipeline(TEXT))
    with pytest.raises(RecordError, match="must have its text"):
        annotate(doc, Article("Other"))


# ---- scores --------------------------------------------------------------------------------------------------------


def test_evaluate_scores_against_articles(pipeline: Language) -> None:
    """The figures of the evaluation, as shares; references without an article do not count."""
    gold = pipeline.make_doc(TEXT)
    gold._.quoteattr = article(pipeline(TEXT)).filter(lambda quote: quote.kind is quoteattr.QuoteKind.DIRECT)
    examples = [Example(pipeline.make_doc(TEXT), gold), Example(pipeline.make_doc(OTHER), pipeline.make_doc(OTHER))]
    scores = pipeline.evaluate(examples)
    assert (scores["quotes_exact_r"], scores["quotes_exact_p"], scores["quotes_speaker"]) == (1.0, 0.5, 1.0)
    assert scores["quotes_linked_per_type"]["direct"]["f"] == 1.0
    assert pipeline.evaluate(examples[1:])["quotes_linked_f"] is None


@pytest.mark.slow
def test_the_component_needs_no_import(tmp_path: Path) -> None:
    """The entry point is installed, and spaCy finds it."""
    (entry,) = importlib.metadata.entry_points(group="spacy_factories", name="quoteattr")
    assert entry.value == "quoteattr.component:make_quoteattr"
    code = "import spacy; nlp = spacy.blank('en'); nlp.add_pipe('quoteattr'); print(nlp.pipe_names)"
    result = python("-c", code, text=True, check=True, cwd=tmp_path)
    assert result.stdout == "['quoteattr']\n"
