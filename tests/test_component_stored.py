"""The spaCy component: batches that fail, groups of spans that nobody wants, and pipelines without a lexicon file."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import spacy
from pipelines import sharing
from spacy.cli.package import get_meta
from spacy.language import Language
from spacy.util import get_minor_version_range

import quoteattr
from quoteattr import Article, Attitude, Extractor, Quote, QuoteKind, Span
from quoteattr.component import annotate, article_of

TEXTS = ["“We are hiring,” said Ada Smith.", "The mayor said that it rained.", "Nothing happened."]


@pytest.fixture(scope="module")
def pipeline(nlp: Language) -> Language:
    """The default model, with the component behind it."""
    made = sharing(nlp)
    made.add_pipe("quoteattr")
    return made


def test_a_batch_that_cannot_be_parsed_is_read_one_by_one(
    pipeline: Language, extractor: Extractor, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One Doc must not take the others with it."""
    component = pipeline.get_pipe("quoteattr")
    usual, sizes = component.parses, []

    def failing(docs: list[object]) -> object:
        sizes.append(len(docs))
        if len(docs) > 1:
            raise MemoryError("too many")
        return usual(docs)

    monkeypatch.setattr(component, "parses", failing)
    assert [article_of(doc) for doc in pipeline.pipe(TEXTS)] == [extractor(text) for text in TEXTS]
    assert sizes == [3, 1, 1, 1]


def test_without_a_key_there_are_no_groups_of_spans(pipeline: Language, extractor: Extractor) -> None:
    """The article alone is written to the Doc."""
    doc = pipeline.make_doc(TEXTS[0])
    annotate(doc, extractor(TEXTS[0]), "")
    assert list(doc.spans) == []
    assert article_of(doc) == extractor(TEXTS[0])


@pytest.mark.parametrize("place", [(0, 0), (3, 3), (3, 4)])
def test_a_stretch_without_a_token_has_no_span(pipeline: Language, place: tuple[int, int]) -> None:
    """What is empty, or a space alone; the other stretches of the quote have theirs."""
    doc = pipeline.make_doc("Ann said it rained.")
    content = (Span.of(doc.text, *place), Span.of(doc.text, 9, 18))
    quote = Quote("q1", QuoteKind.INDIRECT, Attitude.ASSERTION, False, content, (), (), None, "r", 0.5)
    annotate(doc, Article(doc.text, (quote,), (), ()))
    assert [span.text for span in doc.spans["quotes"]] == ["it rained"]


@pytest.mark.slow
def test_a_pipeline_without_a_lexicon_file_is_stored_without_one(pipeline: Language, tmp_path: Path) -> None:
    """On disk and as bytes; it is the same when it comes back."""
    pipeline.to_disk(tmp_path)
    assert list(tmp_path.rglob("*.toml")) == []
    assert pipeline.get_pipe("quoteattr").to_bytes() == b""
    for back in (
        spacy.load(tmp_path),
        spacy.util.load_model_from_config(pipeline.config).from_bytes(pipeline.to_bytes()),
    ):
        component = back.get_pipe("quoteattr")
        component.from_disk(tmp_path / "quoteattr")
        found: Article | None = article_of(back(TEXTS[0]))
        assert found == article_of(pipeline(TEXTS[0]))


# ---- packages --------------------------------------------------------------------------------------------------------


def _requirements(nlp: Language, folder: Path) -> list[str]:
    """What ``spacy package`` writes into the package of a pipeline."""
    nlp.to_disk(folder)
    meta = json.loads((folder / "meta.json").read_text(encoding="utf-8"))
    requirements: list[str] = get_meta(folder, meta)["requirements"]
    return requirements


@pytest.mark.slow
@pytest.mark.parametrize("distributions", [{}, {"quoteattr": ["quoteattr"]}], ids=["unknown", "known"])
def test_a_package_requires_quoteattr(
    distributions: dict[str, list[str]], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Once, in the minor version that is installed, whether spaCy knows which package the factory is from or not."""
    monkeypatch.setattr("spacy.util.packages_distributions", lambda: distributions)
    nlp = spacy.blank("en")
    nlp.add_pipe("quoteattr")
    assert _requirements(nlp, tmp_path) == [f"quoteattr{get_minor_version_range(quoteattr.__version__)}"]


@pytest.mark.slow
def test_a_package_requires_the_quoteattr_that_made_it(tmp_path: Path) -> None:
    """Not the one that stored the pipeline long ago; other requirements stay as they are."""
    nlp = spacy.blank("en")
    nlp.add_pipe("quoteattr")
    now = nlp.meta["requirements"]
    nlp.meta["requirements"] = ["quoteattr>=0.0.1,<0.1.0", "coreferee>=1.4"]
    data = nlp.to_bytes()
    nlp.to_disk(tmp_path)
    for stored in (spacy.load(tmp_path), spacy.blank("en", config=nlp.config).from_bytes(data)):
        assert stored.meta["requirements"] == ["coreferee>=1.4", *now]


@pytest.mark.slow
@pytest.mark.parametrize("own", ["quoteattr @ https://example.org/quoteattr.whl", "quoteattr[arrow]>=0.1", "quoteattr"])
def test_a_requirement_of_the_user_stays(own: str, tmp_path: Path) -> None:
    """An address, or an extra."""
    nlp = spacy.blank("en")
    nlp.meta["requirements"] = [own]
    nlp.add_pipe("quoteattr")
    assert _requirements(nlp, tmp_path) == [own]


# ---- people --------------------------------------------------------------------------------------------------------

KNOWN = [{"name": "Ada Smith", "aliases": ["Smith"], "role": "mayor", "from": "2019", "id": "Q1"}]
NAMED = "Smith said that it was late. Zella Quint left. “It rained,” said the Iron Clerk."


@pytest.mark.slow
def test_people_are_known_and_stored(own: Language, tmp_path: Path) -> None:
    """Those of the setting, from a file as well; the file need not be there when the pipeline is loaded."""
    file = tmp_path / "people.jsonl"
    file.write_text("".join(json.dumps(one) for one in KNOWN), encoding="utf-8")
    expected = Extractor(people=file)(NAMED)
    assert [speaker.known_id for speaker in expected.speakers] == ["Q1", None]
    for people in (KNOWN, str(file)):
        if "quoteattr" in own.pipe_names:
            own.remove_pipe("quoteattr")
        own.add_pipe("quoteattr", config={"people": people})
        assert article_of(own(NAMED)).speakers == expected.speakers  # type: ignore[union-attr]
    own.to_disk(tmp_path / "pipeline")
    file.unlink()
    again = spacy.load(tmp_path / "pipeline")
    assert article_of(again(NAMED)).speakers == expected.speakers  # type: ignore[union-attr]
    again.get_pipe("quoteattr")._people = ()
    assert article_of(again.from_bytes(own.to_bytes())(NAMED)).speakers == expected.speakers  # type: ignore[union-attr]


def test_entities_with_an_id_are_known(own: Language) -> None:
    """Those of an entity ruler or linker, by all names that have the id; not those without a link."""
    patterns = {"Zella Quint": "Q2", "Iron Clerk": "Q2", "Smith": "NIL"}
    ruler = own.add_pipe("entity_ruler", config={"overwrite_ents": True})
    ruler.add_patterns([{"label": "PERSON", "pattern": name, "id": number} for name, number in patterns.items()])
    own.add_pipe("quoteattr")
    speakers = article_of(own(NAMED)).speakers  # type: ignore[union-attr]
    assert [(speaker.name, speaker.known_id) for speaker in speakers] == [("Smith", None), ("Zella Quint", "Q2")]
