"""From text to parse: tokens keep their offsets, and the parser sees neither marks nor line breaks."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
import spacy
from hypothesis import example, given
from strategies import any_text, examples, marked_text, news_like, odd_text

from quoteattr.marks import scan
from quoteattr.syntax import Parse, reader
from quoteattr.syntax.asides import asides
from quoteattr.syntax.reader import from_doc, read
from quoteattr.syntax.tokens import is_picture

if TYPE_CHECKING:
    from spacy.language import Language

    from quoteattr import Extractor

TOKENIZER = spacy.blank("en")
"""The tokenizer of the model, and nothing else: fast enough for any number of texts."""

ARTICLE = "Mayor Wins Vote\n\n“We won,” Ana Ruiz said. “It’s over.”\nThe ‘other’ side said it won, too.\n"


def parse_of(nlp: Language, text: str) -> Parse:
    return next(read(nlp, [text]))


def assert_sound(parse: Parse, text: str) -> None:
    """What holds for the parse of any text; links to other articles have no tokens."""
    assert parse.text == text
    article = reader._blanked(text, asides(text))
    size = len(parse)
    assert {len(parse.starts), len(parse.ends), len(parse.tags), len(parse.deps), len(parse.heads)} == {size}
    covered = 0
    for word, start, end in zip(parse.words, parse.starts, parse.ends, strict=True):
        assert text[start:end] == word != ""
        assert article[covered:start].strip() == "" and start >= covered
        covered = end
    assert article[covered:].strip() == ""
    for ranges in (parse.sentences, parse.paragraphs):
        assert ranges[0][0] == 0 and ranges[-1][1] == size
        assert all(before[1] == after[0] for before, after in pairwise(ranges))
    assert all(0 <= head < size for head in parse.heads)
    assert len(parse._leaves_first) == size, "a loop"
    marks = {offset for start, end in scan(article).marks for offset in range(start, end)}
    for token in range(size):
        if parse.words[token].isspace() or parse.starts[token] in marks:
            assert (parse.heads[token], parse.tags[token], parse.deps[token]) == (token, "", "")
            assert parse.children[token] == []
    sentence_starts = {start for start, _ in parse.sentences}
    for start, end in parse.paragraphs:
        first = next((token for token in range(start, end) if visible(parse, token, marks)), None)
        if first is not None:
            begins = sentence_starts & set(range(start, first + 1))
            assert begins, "a line that begins no sentence"


def visible(parse: Parse, token: int, marks: set[int]) -> bool:
    """Whether a token is a word: no white space, no mark, no picture."""
    word = parse.words[token]
    return not (word.isspace() or is_picture(word)) and parse.starts[token] not in marks


@examples(150)
@given(any_text | odd_text | marked_text | news_like)
@example("")
@example("\n")
@example(" ")
@example("\ud83d")
@example("“”")
@example("''")
@example("\r\n\r\n")
@example("\x85\u2028\u2029\x0b\x0c")
def test_any_text_is_read(text: str) -> None:
    """All that is visible lies in tokens, tokens are their text, marks and breaks are no part of the tree."""
    assert_sound(parse_of(TOKENIZER, text), text)


@examples(40)
@given(text=any_text | marked_text | news_like)
@example(text=ARTICLE)
@example(text="\ud83d\ude00 said \udc00.")
@example(text="")
def test_any_text_is_parsed(nlp: Language, text: str) -> None:
    """The same with a tree over the tokens that the parser sees."""
    assert_sound(parse_of(nlp, text), text)


def test_marks_and_breaks_stand_among_the_tokens(nlp: Language) -> None:
    """Each is a token of its own, and the words around it are what they are without it."""
    parse = parse_of(nlp, ARTICLE)
    assert parse.words[:12] == ["Mayor", "Wins", "Vote", "\n", "\n", "“", "We", "won", ",", "”", "Ana", "Ruiz"]
    said = parse.words.index("said")
    assert parse.deps[said] == "ROOT"
    assert parse.words[parse.child(said, "nsubj")] == "Ruiz"
    assert parse.words[parse.child(said, "ccomp")] == "won"
    assert "’s" in parse.words
    assert [parse.words_of(tokens).strip() for tokens in parse.region_tokens] == [
        "“We won,”",
        "“It’s over.”",
        "‘other’",
    ]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("It lost £17m. The bank said so.", ["m", ".", "The"]),
        ("It lost £17m.", ["m", "."]),
        ("It lost “some £17m.” It said so.", ["m", ".", "”"]),
        ("It lost £17m. of its own.", ["m.", "of", "its"]),
        ("It was 8 p.m. The bank closed.", ["p.m.", "The", "bank"]),
    ],
)
def test_full_stop_behind_millions_is_a_word(text: str, words: list[str]) -> None:
    """Where it ends a sentence; the tokenizer takes the two for the end of a time."""
    parse = reader._tokenise(TOKENIZER, text)
    first = parse.words.index(words[0])
    assert parse.words[first : first + len(words)] == words


def test_headline_is_a_sentence(nlp: Language) -> None:
    """It does not run into the text below it."""
    parse = parse_of(nlp, ARTICLE)
    headline = parse.sentence_of[0]
    assert parse.sentence_of[parse.words.index("Vote")] == headline
    assert parse.sentence_of[parse.words.index("We")] != headline


def test_head_is_never_in_another_sentence(nlp: Language, seed_texts: list[str]) -> None:
    """In articles as they are."""
    for parse in read(nlp, seed_texts[:2]):
        assert [parse.sentence_of[head] for head in parse.heads] == parse.sentence_of


def test_entities_are_in_text_order(nlp: Language, seed_texts: list[str]) -> None:
    """Apart, not empty, and within one line."""
    for parse in read(nlp, seed_texts):
        assert all(before.end <= after.start for before, after in pairwise(parse.entities))
        assert all(entity.start < entity.end for entity in parse.entities)


def test_parses_come_in_the_order_of_their_texts(nlp: Language, seed_texts: list[str]) -> None:
    """One for each text, empty ones too, whatever the size of the batches."""
    texts = ["", seed_texts[0], "", "\n", "One.", ""]
    assert [parse.text for parse in read(nlp, texts)] == texts
    assert [parse.text for parse in read(nlp, texts, batch_size=1)] == texts


def test_reading_is_lazy() -> None:
    """A text is asked for when it is needed."""
    asked = []

    def texts() -> object:
        for number in range(100):
            asked.append(number)
            yield "One."

    assert next(read(TOKENIZER, texts(), batch_size=2)).text == "One."
    assert len(asked) < 10


@pytest.mark.parametrize("size", [1, 3, 10])
def test_pieces_give_the_same_tokens(monkeypatch: pytest.MonkeyPatch, seed_texts: list[str], size: int) -> None:
    """An article that is parsed in pieces has every token of the whole one, and the same lines."""
    text = "\n".join([*seed_texts[:2], "x " * 30, ""])
    whole = parse_of(TOKENIZER, text)
    monkeypatch.setattr(reader, "PIECE", size)
    cut = parse_of(TOKENIZER, text)
    assert_sound(cut, text)
    assert (cut.words, cut.starts, cut.paragraphs) == (whole.words, whole.starts, whole.paragraphs)


def test_pieces_are_cut_between_lines(monkeypatch: pytest.MonkeyPatch, nlp: Language, seed_texts: list[str]) -> None:
    """So that no sentence is torn, unless one line alone is longer than a piece."""
    tokens = reader._tokenise(nlp, seed_texts[0])
    longest = max(end - start for start, end in tokens.paragraphs)
    monkeypatch.setattr(reader, "PIECE", longest + 1)
    cuts = reader._cut(tokens)
    assert len(cuts) > 1
    assert [start for start, _ in cuts[1:]] == [end for _, end in cuts[:-1]]
    lines = [start for start, _ in tokens.paragraphs]
    for start, _ in cuts[1:]:
        before, after = tokens.visible[start - 1], tokens.visible[start]
        assert any(before < line <= after for line in lines)


@pytest.mark.parametrize("text", ["a" * 10_000, "((" * 3_000, "“" * 2_000 + "a", "." * 5_000, "x.y,z!" * 1_000])
def test_long_text_without_a_space(text: str) -> None:
    """It is cut into pieces of bounded length, and nothing of it is lost."""
    parse = parse_of(TOKENIZER, text)
    assert_sound(parse, text)
    assert "".join(parse.words) == text
    assert max(len(word) for word in parse.words if word[0] != "“") <= reader.LONGEST


def test_parse_of_a_doc(nlp: Language) -> None:
    """A Doc of somebody else's pipeline keeps its tokens, its tree and its entities, but for marks and breaks."""
    doc = nlp(ARTICLE)
    parse = from_doc(doc)
    assert (parse.text, parse.words) == (ARTICLE, [token.text for token in doc])
    assert parse.starts == [token.idx for token in doc]
    assert [(entity.start, entity.end, entity.label) for entity in parse.entities] == [
        (ent.start, ent.end, ent.label_) for ent in doc.ents
    ]
    for token in doc:
        if token.text.isspace() or token.text in "“”‘’":
            assert (parse.heads[token.i], parse.tags[token.i], parse.children[token.i]) == (token.i, "", [])
        else:
            assert parse.tags[token.i] == token.tag_
            assert parse.deps[token.i] in {token.dep_, "ROOT"}
    assert parse.regions == scan(ARTICLE).regions


@examples(60)
@given(text=marked_text.filter(lambda text: not any("\ud800" <= letter <= "\udfff" for letter in text)))
@example(text="")
@example(text="“\n”")
def test_parse_of_any_doc(nlp: Language, text: str) -> None:
    """Its tree has no loop and nothing hangs on a token that is no part of it."""
    parse = from_doc(nlp(text))
    assert parse.text == text
    assert len(parse._leaves_first) == len(parse)
    for token, head in enumerate(parse.heads):
        assert head == token or parse.tags[head]


def test_case_of_a_headline_changes_for_the_parser_alone(nlp: Language) -> None:
    """The words of the parse are those of the article."""
    text = "Mayor Wins Vote On New Bridge\n\nThe mayor won a vote on the new bridge. Voters liked the bridge.\n"
    parse = parse_of(nlp, text)
    assert parse.words[:6] == ["Mayor", "Wins", "Vote", "On", "New", "Bridge"]
    assert parse.tags[5] == "NN"
    assert parse.text == text


@pytest.mark.parametrize("source", ["Tom Ode of Delta Capital", "Lena Ode of Delta Capital"])
def test_somebody_of_an_organisation_is_the_speaker(extractor: Extractor, source: str) -> None:
    """Not the organisation, whose last word the parser reads as the head."""
    (quote,) = extractor(f"“Sales rose,” said {source}.").quotes
    assert quote.speaker is not None
    assert quote.speaker.name == source.partition(" of ")[0]
