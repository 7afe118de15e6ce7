"""What holds for any article and any attributions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st
from pipelines import engine
from strategies import examples

from quoteattr.attribute.attribution import Attribution
from quoteattr.records import Attitude, QuoteKind
from quoteattr.resolution import resolve
from quoteattr.syntax.reader import read

if TYPE_CHECKING:
    from spacy.language import Language

WORDS = st.sampled_from(
    "Ms. Smith Anna said she he they it we I who the company Amazon , . ( ) “ ” ' 's \n - / of for and Mr. King police "
    "campaign poll spokesman U.S. THE 7 director Texas Gov. latter one percent , says my father two both Smiths "
    "46-year-old – -".split(" ")
)
ARTICLES = st.one_of(st.lists(WORDS, max_size=60).map(" ".join), st.text(max_size=60))


@examples(150)
@given(data=st.data())
def test_any_article_with_any_attributions_has_an_answer(nlp: Language, data: st.DataObject) -> None:
    """Resolution never fails, gives one answer an attribution, and every mention is a stretch of the article."""
    text = data.draw(ARTICLES)
    parse = next(iter(read(nlp, [text], engine=engine())))
    edges = st.integers(0, len(parse))
    ranges = st.tuples(edges, edges).map(sorted).map(tuple).filter(lambda tokens: tokens[0] < tokens[1])
    some = st.lists(ranges, max_size=2).map(tuple) if len(parse) else st.just(())
    attributions = data.draw(
        st.lists(
            st.builds(
                Attribution,
                content=some,
                cue=some,
                source=some,
                kind=st.sampled_from(QuoteKind),
                attitude=st.just(Attitude.ASSERTION),
                negated=st.booleans(),
                rule=st.just("test"),
                confidence=st.just(1.0),
                keeps=st.none() | st.integers(-2, 8),
            ),
            max_size=6,
        )
    )
    result = resolve(parse, attributions)
    assert len(result.speaker_of) == len(attributions)
    assert {id(speaker) for speaker in result.speaker_of if speaker} == {id(speaker) for speaker in result.speakers}
    known = {organisation.id for organisation in result.organisations}
    assert known == {speaker.organisation.id for speaker in result.speakers if speaker.organisation}
    for record in (*result.speakers, *result.organisations):
        assert all(text[span.start : span.end] == span.text for span in record.mentions)
        assert list(record.mentions) == sorted(record.mentions)
    for speaker in result.speakers:
        assert not (speaker.name and speaker.description)


def test_resolution_is_repeatable(nlp: Language) -> None:
    """The same article gives the same records again."""
    parse = next(iter(read(nlp, ["Anna Smith of Amazon met Tom King of Google. The company said she was late."])))
    source = parse.tokens_between(45, 56)
    attributions = [Attribution(((12, 15),), (), (source,), QuoteKind.INDIRECT, Attitude.ASSERTION, False, "test", 1.0)]
    assert resolve(parse, attributions) == resolve(parse, attributions)
