"""Label Studio, doccano, Prodigy, INCEpTION and CoNLL-U: what their own programs read, and what people correct."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given
from strategies import articles, odd_text

from quoteattr import Article, Attitude, Organisation, Quote, QuoteKind, RecordError, SettingError, Span, Speaker
from quoteattr.formats import READERS, companions, conllu, doccano, inception, labelstudio, prodigy
from quoteattr.formats.corrected import article_of
from quoteattr.formats.graph import CHOICES, DETAILS, LABELS, LINKS, Graph, Link, Mark, graph_of
from quoteattr.formats.utf16 import Units
from quoteattr.records import SpeakerKind

TEXT = "😀 “We hire,” said Ada Smith of Acme. She won’t leave, Ben Lee told the BBC.\n“No 😀.”"


def span(words: str) -> Span:
    start = TEXT.index(words)
    return Span.of(TEXT, start, start + len(words))


ACME = Organisation("o1", "Acme", (), (span("Acme"),))
ADA = Speaker("s1", "Ada Smith", None, SpeakerKind.PERSON, "head", ACME, (span("Ada Smith"), span("She")), "role-of")
BEN = Speaker("s2", "Ben Lee", None, SpeakerKind.PERSON, mentions=(span("Ben Lee"),))
ASSERTION = Attitude.ASSERTION
HIRE = Quote(
    "q1",
    QuoteKind.DIRECT,
    ASSERTION,
    False,
    (span("“We hire,”"),),
    (span("said"),),
    (span("Ada Smith"),),
    ADA,
    "r",
    0.9,
)
LEAVE = Quote(
    *("q2", QuoteKind.INDIRECT, Attitude.EVENTUALITY, True, (span("She won’t leave"),), (span("told"),)),
    *((span("Ben Lee"),), BEN, "told", 0.5, ("name-same",), 0.8, None, (span("the BBC"),), None),
    context=(span("She won’t leave, Ben Lee told the BBC."),),
)
ARTICLE = Article(TEXT, (HIRE, LEAVE), (ADA, BEN), (ACME,))
GRAPH = graph_of(ARTICLE)


def place(label: str, words: str) -> int:
    """Where the mark of these words stands among all."""
    wanted = span(words)
    return next(n for n, one in enumerate(GRAPH.marks) if (one.label, one.start) == (label, wanted.start))


def with_mark(label: str, words: str, *links: tuple[str, int]) -> Graph:
    """The graph with one mark more, linked to others."""
    where = span(words)
    added = [Link(name, other, len(GRAPH.marks)) for name, other in links]
    return evolve(GRAPH, marks=[*GRAPH.marks, Mark(label, where.start, where.end)], links=[*GRAPH.links, *added])


def without_mark(number: int) -> Graph:
    """The graph without a mark and its links, as a tool takes it away."""
    links = [
        Link(one.label, one.head - (one.head > number), one.tail - (one.tail > number))
        for one in GRAPH.links
        if number not in (one.head, one.tail)
    ]
    return evolve(GRAPH, marks=[*GRAPH.marks[:number], *GRAPH.marks[number + 1 :]], links=links)


def with_other(number: int, **changes: Any) -> Graph:
    """The graph with a mark changed."""
    marks = list(GRAPH.marks)
    marks[number] = evolve(marks[number], **changes)
    return evolve(GRAPH, marks=marks)


# ---- there and back ------------------------------------------------------------------------------------------------


@given(articles())
@pytest.mark.parametrize("name", ["labelstudio", "doccano", "prodigy"])
def test_the_tools_hold_everything(name: str, article: Article) -> None:
    """Whatever the records are: what has no stretch stands beside the marks."""
    form = {"labelstudio": labelstudio, "doccano": doccano, "prodigy": prodigy}[name]
    assert dict(form.read("".join(form.write([("a\nb", article)], False)))) == {"a\nb": article}


@given(articles(odd_text.filter(lambda text: text.encode(errors="replace").decode() == text)))
def test_inception_holds_everything(article: Article) -> None:
    """But lone surrogates, which UTF-16 has no place for."""
    assert dict(inception.read(inception.render("a b", article))) == {"a b": article}


def test_a_lone_surrogate_is_told() -> None:
    """With its place."""
    with pytest.raises(RecordError, match="without lone surrogates, got one at 2"):
        inception.render("a", Article("ab\ud800"))


def test_what_is_told_of_an_article_comes_back() -> None:
    """Its title, its date, its address."""
    article = evolve(ARTICLE, title="Hiring", date="2024-01-01", url="https://example.org/", notes=("wrapped",))
    for form in (labelstudio, doccano, prodigy, inception, conllu):
        assert dict(form.read("".join(form.write([("a", article)], False)))) == {"a": article}


# ---- offsets -------------------------------------------------------------------------------------------------------


def test_doccano_and_inception_count_units_of_utf16() -> None:
    """As JavaScript and Java do; Label Studio and Prodigy count code points."""
    wanted = span("“No 😀.”")
    article = Article(TEXT, (evolve(HIRE, content=(wanted,), cue=(), source=(), speaker=None),))
    entity = doccano.render("a", article)["entities"][0]
    assert (entity["start_offset"], entity["end_offset"]) == (wanted.start + 1, wanted.end + 2)
    cas = json.loads(inception.render("a", article))["%FEATURE_STRUCTURES"]
    part = next(one for one in cas if one["%TYPE"].endswith("QuoteattrPart"))
    assert (part["begin"], part["end"]) == (wanted.start + 1, wanted.end + 2)
    region = labelstudio.render("a", article)["predictions"][0]["result"][0]["value"]
    for task in (region, prodigy.render("a", article)["spans"][0]):
        assert (task["start"], task["end"]) == (wanted.start, wanted.end)


@given(odd_text)
def test_units_are_those_of_utf16(text: str) -> None:
    """There and back, at every character."""
    units = Units(text)
    for offset in range(len(text) + 1):
        assert units.of(offset) == len(text[:offset].encode("utf-16-le", "surrogatepass")) // 2
        assert units.back(units.of(offset)) == offset


def test_an_offset_within_a_character_is_told() -> None:
    """It is no offset of the text."""
    with pytest.raises(RecordError, match="got 1, in the middle of a character"):
        Units("😀").back(1)


# ---- what other programs read --------------------------------------------------------------------------------------


def test_label_studio_takes_the_tasks() -> None:
    """By its own check of configuration and predictions, where its package is installed."""
    interface = pytest.importorskip("label_studio_sdk.label_interface").LabelInterface(
        companions("labelstudio")["labelstudio.xml"]
    )
    interface.validate()
    task = labelstudio.render("a", ARTICLE)
    assert interface.validate_prediction(task["predictions"][0], return_errors=True) == []


def test_the_configuration_of_label_studio_has_every_label() -> None:
    """And every link, detail and choice."""
    tree = pytest.importorskip("lxml.etree").fromstring(companions("labelstudio")["labelstudio.xml"].encode())
    assert [one.get("value") for one in tree.iter("Label")] == list(LABELS)
    assert [one.get("value") for one in tree.iter("Relation")] == list(LINKS)
    for name, values in CHOICES.items():
        (control,) = (one for one in tree.iter("Choices") if one.get("name") == name)
        assert [one.get("value") for one in control] == values
    named = {one.get("name") for one in (*tree.iter("Choices"), *tree.iter("TextArea"))}
    assert named == {name for names in DETAILS.values() for name in names}


def test_cassis_reads_the_annotation() -> None:
    """Layers with their features, and the words that they cover; relations lead from part to part."""
    cassis = pytest.importorskip("cassis")
    cas = cassis.load_cas_from_json(inception.render("a", ARTICLE))
    parts = {(one.label, one.get_covered_text()): one for one in cas.select("webanno.custom.QuoteattrPart")}
    assert parts["Speaker", "Ada Smith"].role == "head"
    assert parts["Indirect", "She won’t leave"].negated == "negated"
    links = {
        (one.label, one.Governor.get_covered_text(), one.Dependent.get_covered_text())
        for one in cas.select("webanno.custom.QuoteattrLink")
    }
    assert ("HasAddressee", "She won’t leave", "the BBC") in links
    assert ("StandsFor", "Ada Smith", "Acme") in links


def test_xmi_is_read_as_well() -> None:
    """INCEpTION exports it by default."""
    cas = pytest.importorskip("cassis").load_cas_from_json(inception.render("a", ARTICLE))
    assert dict(inception.read(cas.to_xmi())) == {"a": ARTICLE}


def test_the_package_conllu_reads_the_lines() -> None:
    """Sentences with their text, and MISC as keys and values."""
    package = pytest.importorskip("conllu")
    first, second = package.parse(conllu.render("a", ARTICLE))
    assert first.metadata["newdoc id"] == "a"
    assert second.metadata["text"] == "“No 😀.”"
    assert [token["form"] for token in first if token["misc"] and "Speaker" in token["misc"]] == [
        "Ada",
        "Smith",
        "She",
        "Ben",
        "Lee",
    ]
    assert first[1]["misc"] == {"Content": "(q1", "SpaceAfter": "No"}


def test_a_conllu_file_that_another_program_has_filled_is_read() -> None:
    """Lemmas, heads and comments of others do no harm."""
    lines = conllu.render("a", ARTICLE).splitlines()
    filled = ["# global.columns = ID FORM", *lines[:2]]
    for line in lines[2:]:
        cells = line.split("\t")
        filled.append(
            "\t".join([*cells[:2], "lemma", "NOUN", "NN", "_", "0", "root", *cells[8:]]) if len(cells) > 1 else line
        )
    assert dict(conllu.read("\n".join(filled))) == {"a": ARTICLE}


def test_spans_of_prodigy_stand_on_its_tokens() -> None:
    """Whatever ends within a word ends a token."""
    task = prodigy.render("a", evolve(ARTICLE, quotes=(evolve(HIRE, content=(span("hi"),)), LEAVE)))
    tokens = task["tokens"]
    assert [token["text"] for token in tokens] == [TEXT[token["start"] : token["end"]] for token in tokens]
    for one in (*task["spans"], *(relation["head_span"] for relation in task["relations"])):
        assert tokens[one["token_start"]]["start"] == one["start"]
        assert tokens[one["token_end"]]["end"] == one["end"]


# ---- what people correct -------------------------------------------------------------------------------------------


def test_an_end_that_was_moved_keeps_the_record() -> None:
    """Its id, its rule, its confidence, its speaker."""
    (first, _) = article_of(with_other(place("Direct", "“We hire,”"), start=span("We").start)).quotes
    assert first == evolve(HIRE, content=(span("We hire,”"),))


def test_a_kind_that_was_changed_is_read() -> None:
    """It is the label of the content."""
    (first, _) = article_of(with_other(place("Direct", "“We hire,”"), label="Mixed")).quotes
    assert first == evolve(HIRE, kind=QuoteKind.MIXED)


def test_details_that_were_changed_are_read() -> None:
    """One that is left out is none."""
    found = article_of(with_other(place("Speaker", "Ada Smith"), details={"name": "Ada B. Smith", "kind": "people"}))
    assert found.speakers[0] == evolve(ADA, name="Ada B. Smith", kind=SpeakerKind.PEOPLE, role=None)
    assert found.quotes[0].speaker == found.speakers[0]


def test_a_quote_that_was_taken_away_is_gone() -> None:
    """Its cue and its source, which nobody has taken away, go to the nearest quote that is left."""
    found = article_of(without_mark(place("Direct", "“We hire,”")))
    assert [quote.id for quote in found.quotes] == ["q2"]
    assert [one.text for one in found.quotes[0].cue] == ["said", "told"]


def test_a_quote_that_was_added_is_read() -> None:
    """Its cue is the nearest, its speaker the one that is linked."""
    found = article_of(with_mark("Direct", "“No 😀.”", ("SpokenBy", place("Speaker", "Ben Lee"))))
    assert found.quotes == (
        HIRE,
        LEAVE,
        Quote("q3", QuoteKind.DIRECT, ASSERTION, False, (span("“No 😀.”"),), (), (), BEN, "annotated", 1.0),
    )


@pytest.mark.parametrize(
    ("words", "name", "description"), [("the BBC", None, "the BBC"), ("Ben", "Ben", None), ("She", None, "She")]
)
def test_a_speaker_that_was_added_is_called_by_its_mention(
    words: str, name: str | None, description: str | None
) -> None:
    """A name begins with a capital and is no pronoun."""
    speaker = next(one for one in article_of(with_mark("Speaker", words)).speakers if one.id == "s3")
    assert (speaker.name, speaker.description, speaker.kind) == (name, description, SpeakerKind.UNKNOWN)


def test_an_organisation_that_was_added_has_a_rule() -> None:
    """Nothing tells how sure it is."""
    found = article_of(with_mark("Organisation", "the BBC", ("", place("Speaker", "Ben Lee"))))
    ben = next(one for one in found.speakers if one.id == "s2")
    assert ben.organisation is not None and ben.organisation.name == "the BBC"
    assert (ben.organisation_rule, ben.organisation_confidence) == ("annotated", None)


def test_a_link_may_be_drawn_either_way_and_bear_any_name() -> None:
    """The labels at its ends tell what it means."""
    turned = evolve(GRAPH, links=[Link("x", one.tail, one.head) for one in GRAPH.links])
    assert article_of(turned) == ARTICLE


def test_a_quote_within_another_is_told_by_name_and_direction() -> None:
    """All other links between contents make one quote of them."""
    ends = place("Direct", "“We hire,”"), place("Indirect", "She won’t leave")
    found = article_of(evolve(GRAPH, links=[*GRAPH.links, Link("Within", *ends)]))
    assert [quote.within for quote in found.quotes] == ["q2", None]
    (one,) = article_of(evolve(GRAPH, links=[*GRAPH.links[:-4], Link("", *ends)])).quotes
    assert [part.text for part in one.content] == ["“We hire,”", "She won’t leave"]


def test_an_addressee_that_was_taken_away_is_gone() -> None:
    """The sentences around the quote stay."""
    found = article_of(without_mark(place("Addressee", "the BBC"))).quotes[1]
    assert found == evolve(LEAVE, addressee=())


def test_a_speaker_that_was_taken_away_is_nobody() -> None:
    """Quotes have no speaker then, and no rule that leads to one."""
    found = article_of(without_mark(place("Speaker", "Ben Lee")))
    assert found.speakers == (ADA,)
    assert found.quotes[1] == evolve(LEAVE, speaker=None, speaker_rules=(), speaker_confidence=None)


def test_two_speakers_of_one_quote_are_told() -> None:
    """With the words, and with what to do."""
    links = [*GRAPH.links, Link("SpokenBy", place("Direct", "“We hire,”"), place("Speaker", "Ben Lee"))]
    with pytest.raises(RecordError, match=r"one speaker of what stands at 2 to 12, '“We hire,”'.*, got 2: take"):
        article_of(evolve(GRAPH, links=links))


def test_speakers_that_were_linked_are_one() -> None:
    """The first keeps its record."""
    links = [*GRAPH.links, Link("SameAs", place("Speaker", "Ada Smith"), place("Speaker", "Ben Lee"))]
    (one,) = article_of(evolve(GRAPH, links=links)).speakers
    assert (one.id, [mention.text for mention in one.mentions]) == ("s1", ["Ada Smith", "She", "Ben Lee"])


def test_an_annotation_from_nothing_is_read() -> None:
    """Without records, and with labels of others; the mention at the source is the speaker."""
    words = [
        ("Direct", "“We hire,”"),
        ("Cue", "said"),
        ("Source", "Ada Smith"),
        ("Speaker", "Ada Smith"),
        ("Verb", "told"),
    ]
    marks = [Mark(label, span(one).start, span(one).end) for label, one in words]
    (quote,) = article_of(Graph(TEXT, marks, [Link("", 4, 3)])).quotes
    assert (quote.cue, quote.source, quote.rule) == (HIRE.cue, HIRE.source, "annotated")
    assert quote.speaker is not None and quote.speaker.name == "Ada Smith"


# ---- files of the tools --------------------------------------------------------------------------------------------


def test_label_studio_is_read_by_its_annotations() -> None:
    """The one that is ground truth, else the last one that was not cancelled; without any it is not annotated yet."""
    task = labelstudio.render("a", ARTICLE)
    result = task["predictions"][0]["result"]
    other = json.loads(json.dumps(result).replace('"Direct"', '"Mixed"'))

    def kinds(*annotations: dict[str, Any]) -> list[str]:
        exported = {**task, "id": 7, "annotations": list(annotations), "predictions": [3]}
        return [quote.kind.value for _, article in labelstudio.read(json.dumps([exported])) for quote in article.quotes]

    assert kinds() == kinds({"result": result, "was_cancelled": True}) == []
    assert kinds({"result": result}, {"result": other}) == ["mixed", "indirect"]
    assert kinds({"result": result}, {"result": other, "was_cancelled": True}) == ["direct", "indirect"]
    assert kinds({"result": result, "ground_truth": True}, {"result": other}) == ["direct", "indirect"]


def test_an_export_of_doccano_is_read() -> None:
    """With ids of its own, and metadata beside the rest or in an object."""
    task = doccano.render("a", ARTICLE)
    exported = {
        "id": 3,
        "text": task["text"],
        "Comments": [],
        "entities": [one | {"id": one["id"] + 500} for one in task["entities"]],
        "relations": [one | {key: one[key] + 500 for key in ("from_id", "to_id")} for one in task["relations"]],
    }
    beside = {key: task[key] for key in ("file", "quoteattr")}
    for entry in ({**exported, **beside}, {**exported, "metadata": beside}):
        assert dict(doccano.read("\n" + json.dumps(entry))) == {"a": ARTICLE}


def test_tasks_that_nobody_accepted_are_passed_over_in_prodigy() -> None:
    """Rejected and ignored ones."""
    tasks = [prodigy.render(answer, ARTICLE) | {"answer": answer} for answer in ("accept", "reject", "ignore")]
    assert [name for name, _ in prodigy.read("\n".join(map(json.dumps, tasks)))] == ["accept"]


def test_relations_of_prodigy_follow_their_spans() -> None:
    """Its interface for overlapping spans shows none, and loses the names of spans that were moved."""
    task = prodigy.render("a", ARTICLE)
    for one in task["spans"]:
        del one["id"]
        if one["label"] == "Direct":
            one.update(start=span("We").start, label="Mixed")
    task["relations"] = json.loads(json.dumps(prodigy.render("a", ARTICLE)["relations"]))
    ((_, article),) = prodigy.read(json.dumps(task))
    assert article.quotes == (evolve(HIRE, kind=QuoteKind.MIXED, content=(span("We hire,”"),)), LEAVE)
    task["spans"] = [one for one in task["spans"] if one["label"] not in ("Speaker", "Organisation")]
    ((_, article),) = prodigy.read(json.dumps(task))
    assert article.speakers == ()


def _broken(form: Any, break_: Callable[[Any], object]) -> str:
    task = form.render("a", ARTICLE)
    break_(task)
    return json.dumps(form.render("b", ARTICLE)) + "\n" + json.dumps(task)


@pytest.mark.parametrize(
    ("name", "data", "told"),
    [
        ("doccano", _broken(doccano, lambda task: task["entities"][0].update(end_offset=999)), "line 2: .*stretch of"),
        ("doccano", _broken(doccano, lambda task: task["entities"][0].update(start_offset=1)), "line 2: .*the middle"),
        (
            "doccano",
            _broken(doccano, lambda task: task["relations"][0].update(to_id=99)),
            "line 2: expected a text",
        ),
        ("doccano", "\n{", "line 2: "),
        ("prodigy", _broken(prodigy, lambda task: task["spans"][0].update(end=-1)), "line 2: .*stretch of the text"),
        (
            "prodigy",
            _broken(prodigy, lambda task: task["spans"][0].pop("label")),
            "line 2: expected a task with",
        ),
        (
            "prodigy",
            _broken(prodigy, lambda task: task["quoteattr"].update(quotes=7)),
            "line 2: quotes: expected",
        ),
        (
            "prodigy",
            _broken(
                prodigy, lambda task: task["relations"][0].update(head_span={"label": "Cue", "start": 0, "end": "x"})
            ),
            "line 2: expected a task with",
        ),
        ("labelstudio", '[{"data": {"text": "a"}, "annotations": []}, {}]', "task 2: expected a task with a text"),
        ("labelstudio", "{", "expected JSON"),
        ("inception", "{}", "a UIMA CAS|layers of quoteattr"),
        ("inception", "<a", "expected a UIMA CAS"),
    ],
)
def test_a_damaged_file_is_told_with_its_place(name: str, data: str, told: str) -> None:
    """Line or task, and what was expected."""
    with pytest.raises(RecordError, match=told):
        list(READERS[name](data, {}))


def test_inception_without_cassis_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    """The extra."""
    monkeypatch.setitem(__import__("sys").modules, "cassis", None)
    with pytest.raises(SettingError, match=r"quoteattr\[inception\]"):
        inception.render("a", ARTICLE)
