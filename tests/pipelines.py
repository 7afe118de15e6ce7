"""The language model, loaded once for all tests of a process, and pipelines that share its components."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.language import Language

    from quoteattr.engine import Engine


@cache
def plain() -> Language:
    """The default model as the library loads it, without the components that nothing reads."""
    from quoteattr import models

    return models._load(models.DEFAULT)


@cache
def engine() -> Engine:
    """The accelerated engine of that pipeline, for tests of what is made of a parse."""
    from quoteattr import models

    return models.fastest(plain())


def sharing(nlp: Language) -> Language:
    """A pipeline with the components and the tokenizer of another one, to which a test may add components of its own.

    A tokenizer of its own would take longer to make than most tests take.
    """
    from spacy.lang.en import English

    pipeline = English(nlp.vocab, create_tokenizer=lambda _: nlp.tokenizer)
    for name in nlp.pipe_names:
        pipeline.add_pipe(name, source=nlp)
    return pipeline
