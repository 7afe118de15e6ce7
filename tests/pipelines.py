"""The language model, loaded once for all tests of a process, and pipelines that share its components."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.language import Language

    from quoteattr.engine import Engine


@cache
def plain() -> Language:
    """The default model as spaCy loads it, without the components that nothing reads."""
    import spacy

    from quoteattr.models import DEFAULT, EXCLUDED

    return spacy.load(DEFAULT, exclude=EXCLUDED)


@cache
def engine() -> Engine:
    """The accelerated engine of that pipeline, for tests of what is made of a parse."""
    from quoteattr.engine import fastest

    return fastest(plain())


def sharing(nlp: Language) -> Language:
    """A pipeline with the components of another one, to which a test may add some of its own."""
    import spacy

    pipeline = spacy.blank("en", vocab=nlp.vocab)
    for name in nlp.pipe_names:
        pipeline.add_pipe(name, source=nlp)
    return pipeline
