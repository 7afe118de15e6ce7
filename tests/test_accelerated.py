"""The accelerated engine gives what spaCy's own code gives: tags, heads, labels, sentences and entities."""

from __future__ import annotations

import os
import random
from typing import TYPE_CHECKING, Any

import numpy as np
import pytest
import spacy
from attrs import frozen
from hypothesis import example, given
from strategies import any_text, examples, marked_text, odd_text

from quoteattr.engine import Engine, ParserInput, Tree, arc_eager, fastest
from quoteattr.engine import parser_input as parser_input_module
from quoteattr.engine.numpy_engine import NumpyEngine
from quoteattr.engine.spacy_engine import SpacyEngine, doc_of, tree_of
from quoteattr.models import DEFAULT, EXCLUDED, Model
from quoteattr.syntax.reader import read

if TYPE_CHECKING:
    from spacy.language import Language

    from quoteattr.syntax import Parse

SLOW = pytest.mark.skipif("QUOTEATTR_SLOW" not in os.environ, reason="takes a minute: set QUOTEATTR_SLOW")

NAMES = "Ana Ruiz;Tom O’Neill;Dr. Wei Chen;Sir Paul Grey;Mary-Jane Watson Smith;J.P. Hale;Abu Omar al-Masri;Lena".split(
    ";"
)
BODIES = "Acme Corp.;the U.N.;Bank of the North;City Hall;Fox Hill High School;EU;the Ministry of Health;Zed Inc".split(
    ";"
)
PLACES = "Springfield, Ill.;New York;Addis Ababa;the West Bank;St. Ives;Paris".split(";")
VERBS = "said;told reporters;wrote in a letter;denied;hopes;insisted on Monday;did not say;can’t believe".split(";")
THINGS = "the deal;$3.5 million;a 12-year-old girl;the bill, which failed,;20% of voters;state-run TV;its plan".split(
    ";"
)
ODD = [
    "",
    " ",
    "\n\n\n",
    "Yes",
    "—",
    ":) :( ;-) <3 ¯\\_(ツ)_/¯ : ) ( : (: ;) ) :",
    "a.m . p.m. e.g . i.e. can not cannot gon na gonna ' s 's s' 'S n't do n't",
    "naïve café e\u0301te\u0301 Å Å ﬁnance № ½ ²",
    "\u200bzero\u200bwidth\ufeff \u00a0no\u00a0break\u2009thin \u3000wide",
    "right \u202eleft\u202c عربى עברית हिन्दी 日本語の文章。中文文章！ ภาษาไทย",
    "👩‍👩‍👧‍👦 said 🇺🇸🇬🇧 “👍🏽” he said.",
    "\ud800 lone \udfff halves \udc00\ud800 of characters",
    "tab\tseparated\x0bvertical\x0cform\x1cfile\x85next\u2028line\u2029paragraph\r\nreturn",
    "\x00null \x07bell \x1bescape",
    "http://example.org/a?b=c&d=e#f mail@example.org @someone #tag 1,000.50 10:30 1990s '90s",
    "A" * 500,
    "word" * 200 + " " + "((" * 200 + " " + "." * 121 + " end",
    "U.S. U.K. Inc. Corp. Co. Ltd. Jr. Sr. No. vs. St. Mt. Gen. Sen. Rep. Gov.",
    "ALL CAPITALS HERE\nMIXED Capitals Of A Headline\nall small\n",
    "one\ntwo\nthree\nfour\nfive\nsix\nseven\n" * 5,
    "The mayor, who won. " * 60,
    "he said she said they said it said we said " * 40,
    "cat " * 700,
]


def article(rng: random.Random) -> str:
    """An invented article: a headline or not, lines of any length, marks, names and numbers."""

    def sentence() -> str:
        name, body, place = rng.choice(NAMES), rng.choice(BODIES), rng.choice(PLACES)
        thing, verb = rng.choice(THINGS), rng.choice(VERBS)
        return rng.choice(
            [
                f"{name}, a spokesman for {body}, {verb} that {thing} would not stop {rng.choice(THINGS)}.",
                f"“We like {thing},” {name} {verb}. “It’s {rng.choice(THINGS)} that we fear.”",
                f"In {place}, {body} {verb}: {thing} costs {rng.randint(2, 9_999):,} euros a year!",
                f"What {name} saw in {place} was what {body} had been looking for",
                f"{body} ({place}) — {verb} {name.split()[-1]}; and {thing}?",
                f'"{thing}," according to {name}\'s {rng.randint(2, 40)}-page report for {body}.',
                f"{rng.choice(['He', 'She', 'They'])} {verb} whether {thing} were for {place}...",
            ]
        )

    lines = [" ".join(sentence() for _ in range(rng.randint(1, 3))) for _ in range(rng.randint(1, 5))]
    if rng.random() < 0.5:
        lines.insert(0, f"{rng.choice(BODIES)} Wins Vote On {rng.choice(THINGS)} In {rng.choice(PLACES)}".title())
    return rng.choice(["\n", "\n\n", "\r\n", " "]).join(lines)


TEXTS = ODD + [article(random.Random(number)) for number in range(100 - len(ODD))]


@pytest.fixture(scope="module")
def expected(nlp: Language) -> list[Parse]:
    """What spaCy makes of the texts."""
    return list(read(nlp, TEXTS, engine=SpacyEngine(nlp)))


@pytest.fixture(scope="module")
def fast(nlp: Language) -> Engine:
    """The accelerated engine."""
    return NumpyEngine(nlp)


def test_the_default_model_is_accelerated() -> None:
    """With any release of spaCy that the tests run on: where this fails, the results stay right but come slowly."""
    assert isinstance(Model()._engine, NumpyEngine)


@pytest.mark.slow
def test_a_hundred_texts(nlp: Language, fast: Engine, expected: list[Parse]) -> None:
    """In batches, as the extractor reads them."""
    for one, other in zip(read(nlp, TEXTS, engine=fast), expected, strict=True):
        assert one == other


@pytest.mark.slow
def test_one_text_a_call(nlp: Language, fast: Engine, expected: list[Parse]) -> None:
    """What stands beside a text in its batch changes nothing."""
    for text, parse in zip(TEXTS[::3], expected[::3], strict=True):
        assert list(read(nlp, [text], engine=fast)) == [parse]


def test_seeds(nlp: Language, fast: Engine, seed_texts: list[str]) -> None:
    """Articles as they are."""
    assert list(read(nlp, seed_texts, engine=fast)) == list(read(nlp, seed_texts))


@examples(40)
@given(text=marked_text | odd_text | any_text)
@example(text="“\n”")
def test_any_text(nlp: Language, fast: Engine, text: str) -> None:
    """Whatever it holds."""
    assert list(read(nlp, [text], engine=fast)) == list(read(nlp, [text]))


def test_plain_engine_reads_what_tokens_say(nlp: Language) -> None:
    """The other side of the comparison is spaCy itself, token by token."""
    words = "Ana Ruiz of Acme Corp. did n't say what she was looking for . She left .".split()
    parser_input = ParserInput(words, [0] * len(words), [True] * len(words), [0])
    doc = nlp(doc_of(nlp.vocab, parser_input))
    assert tree_of(doc) == Tree(
        tags=[token.tag_ for token in doc],
        deps=[token.dep_ for token in doc],
        heads=[token.head.i for token in doc],
        begins=[token.i for token in doc if token.is_sent_start],
        entities=[(entity.start, entity.end, entity.label_) for entity in doc.ents],
    )
    assert SpacyEngine(nlp).parse([parser_input]) == [tree_of(doc)]


@pytest.mark.slow
def test_portions_change_nothing(
    monkeypatch: pytest.MonkeyPatch, nlp: Language, fast: Engine, expected: list[Parse]
) -> None:
    """A batch may be parsed in any number of portions."""
    monkeypatch.setattr(parser_input_module, "BATCH_WORDS", 50)
    assert list(read(nlp, TEXTS[:40:2], engine=fast)) == expected[:40:2]
    assert list(read(nlp, TEXTS[:40:2])) == expected[:40:2]


def _parser_input(rng: random.Random, lines: list[list[str]]) -> ParserInput:
    words: list[str] = []
    starts = []
    for line in rng.sample(lines, rng.randint(0, 9)):
        if rng.random() < 0.8:
            starts.append(len(words))
        words += line[: rng.choice((1, 2, 3, 5, 8, 30))]
    return ParserInput(words, [0] * len(words), [rng.random() < 0.9 for _ in words], starts)


@frozen
class Noisy:
    """A pipeline with noise in the weights of its parsers, and what spaCy makes of some inputs with it.

    Attributes:
        nlp: The pipeline.
        weights: The weights with noise, by layer.
        inputs: The inputs.
        trees: What spaCy makes of them.
    """

    nlp: Any
    weights: tuple[tuple[Any, np.ndarray], ...]
    inputs: list[ParserInput]
    trees: list[Tree]

    def make_noise(self) -> None:
        for layer, values in self.weights:
            layer.set_param("W", values)


@pytest.fixture(scope="module")
def noisy() -> list[Noisy]:
    """Models that make moves that a good one never makes."""
    nlp: Any = spacy.load(DEFAULT, exclude=EXCLUDED)
    rng = random.Random(1)
    lines = [line.split() for text in TEXTS[len(ODD) :] for line in text.splitlines() if line]
    layers = [nlp.get_pipe(name).model.get_ref("upper") for name in ("parser", "ner")]
    usual = [layer.get_param("W") for layer in layers]
    out = []
    for seed in range(9):
        noise = np.random.default_rng(seed)
        weights = []
        for layer, values in zip(layers, usual, strict=True):
            scale = (0.3, 1, 3)[seed % 3] * values.std()
            weights.append((layer, (values + scale * noise.standard_normal(values.shape)).astype(np.float32)))
        inputs = [_parser_input(rng, lines) for _ in range(25)]
        out.append(Noisy(nlp, tuple(weights), inputs, []))
        out[-1].make_noise()
        out[-1].trees.extend(SpacyEngine(nlp).parse(inputs))
    return out


@pytest.mark.slow
@pytest.mark.parametrize(
    ("rounds", "few"),
    [(10**6, 0), (10**6, 10**6), (10**6, 5), (0, 0)],
    ids=["lockstep", "line by line", "the last lines line by line", "spaCy"],
)
def test_parsers_that_do_anything(monkeypatch: pytest.MonkeyPatch, noisy: list[Noisy], rounds: int, few: int) -> None:
    """Models with noise in them make moves that a good one never makes; what becomes of them is the same."""
    monkeypatch.setattr(arc_eager, "_ONE_BY_ONE", few)
    monkeypatch.setattr(arc_eager, "_ROUNDS", rounds)
    leaks = []
    parse = arc_eager._Run.parse

    def watched(self: arc_eager._Run, numbers: arc_eager.Ints, broken: arc_eager.Flags) -> None:
        parse(self, numbers, broken)
        leaks.append(int(broken.sum()))

    monkeypatch.setattr(arc_eager._Run, "parse", watched)
    for one in noisy[: 9 if rounds else 3]:
        one.make_noise()
        assert NumpyEngine(one.nlp).parse(one.inputs) == one.trees
    assert not rounds or sum(leaks) > 100, "no sentence was made to start within the next line"


@pytest.mark.slow
@pytest.mark.parametrize("rounds", [10**6, 0], ids=["lockstep", "spaCy"])
def test_both_ways_to_the_trees(
    monkeypatch: pytest.MonkeyPatch, nlp: Language, fast: Engine, expected: list[Parse], rounds: int
) -> None:
    """The lockstep gives the same as spaCy, which is asked where lines reach into each other."""
    monkeypatch.setattr(arc_eager, "_ROUNDS", rounds)
    texts = TEXTS[: len(ODD) + 10]
    assert list(read(nlp, texts, engine=fast)) == expected[: len(texts)]


def test_lines_that_reach_into_each_other_are_left_to_spacy(
    monkeypatch: pytest.MonkeyPatch, nlp: Language, fast: Engine
) -> None:
    """To parse them side by side would take as many rounds as there are lines; a few are tried."""
    rounds: list[int] = []
    parse = arc_eager._Run.parse

    def counted(self: arc_eager._Run, numbers: arc_eager.Ints, broken: arc_eager.Flags) -> None:
        rounds.append(len(numbers))
        parse(self, numbers, broken)

    monkeypatch.setattr(arc_eager._Run, "parse", counted)
    texts = ["\n\n ; Dr. to n't . ! ’ " * 100]
    assert list(read(nlp, texts, engine=fast)) == list(read(nlp, texts))
    assert 1 < len(rounds) <= 4


def test_nothing_to_parse(fast: Engine) -> None:
    """No inputs, and empty ones between others."""
    empty, one = ParserInput([], [], [], []), ParserInput(["Yes"], [0], [True], [0])
    assert fast.parse([]) == []
    trees = fast.parse([empty, one, empty])
    assert [len(tree.tags) for tree in trees] == [0, 1, 0]
    assert fast.parse([empty, empty]) == [Tree([], [], [], [], [])] * 2


def test_the_switch(nlp: Language) -> None:
    """What was loaded here is accelerated unless it shall not be, a pipeline of the caller if it shall."""
    assert isinstance(Model(accelerate=False)._engine, SpacyEngine)
    assert isinstance(Model(nlp)._engine, SpacyEngine)
    assert isinstance(Model(nlp, accelerate=True)._engine, NumpyEngine)
    text = [TEXTS[-1]]
    assert Model(accelerate=False).parse(text) == Model().parse(text) == Model(nlp, accelerate=True).parse(text)


def test_words_of_the_model_are_forgotten(nlp: Language) -> None:
    """The accelerated engine keeps rows of numbers, not words in the vocabulary."""
    model = Model()
    model.parse(["Once upon a time."])
    before = len(model._nlp.vocab.strings)
    model.parse([f"Qqx{number} met Qqy{number}." for number in range(50)])
    assert len(model._nlp.vocab.strings) == before


@pytest.mark.slow
@SLOW
def test_a_very_long_text(nlp: Language) -> None:
    """A text of 900 kB, on one line and on many."""
    rng = random.Random(5)
    text = "\n".join(article(rng) for _ in range(2_000))[:900_000]
    engine = fastest(nlp)
    for one in (text, text[:100_000].replace("\n", " ")):
        assert list(read(nlp, [one], engine=engine)) == list(read(nlp, [one]))
