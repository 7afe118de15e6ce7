"""The engine for a pipeline: the fast one where it is sure to do the same, spaCy's own code everywhere else."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from quoteattr.engine.parser_input import Engine, ParserInput

if TYPE_CHECKING:
    from spacy.language import Language

__all__ = ["fastest"]

_log = logging.getLogger(__name__)

_SAMPLE = """\
Ann Lee , chief executive of Acme Corp. , said on Monday that the plant in New York would n't close .
The company paid $ 3.5 million last year , a spokesman told Reuters , adding : No one knows .
Mayor Smith Wins
What I saw , he said , was what they were looking for : a bank with the money that people had put in ."""
"""Lines that a pipeline is tried on."""


def fastest(nlp: Language) -> Engine:
    """The fast engine for ``nlp`` if it gives what spaCy gives, spaCy's own code if not.

    Why the fast engine does not fit is told once, at level INFO.

    Args:
        nlp: A pipeline that nobody alters any more.
    """
    from quoteattr.engine.numpy_engine import NumpyEngine
    from quoteattr.engine.parameters import Mismatch
    from quoteattr.engine.spacy_engine import SpacyEngine

    plain = SpacyEngine(nlp, fixed=True)
    try:
        fast = NumpyEngine(nlp)
        _try(fast, plain)
    except Mismatch as mismatch:
        _log.info("spaCy's own code parses, not the accelerated one (%s): the results are the same", mismatch)
        return plain
    return fast


def _try(fast: Engine, plain: Engine) -> None:
    from quoteattr.engine.parameters import Mismatch

    lines = _SAMPLE.splitlines()
    whole, part = _parser_input(*lines), _parser_input(lines[0])
    # Thrice the same, which is enough for the lockstep; and a single line, which spaCy parses.
    expected, expected_part = plain.parse([whole, part])
    if fast.parse([whole] * 3) != [expected] * 3 or fast.parse([part]) != [expected_part]:
        raise Mismatch("it does not parse a sample as spaCy does")


def _parser_input(*lines: str) -> ParserInput:
    words: list[str] = []
    starts = []
    for line in lines:
        starts.append(len(words))
        words += line.split()
    return ParserInput(words, [0] * len(words), [True] * len(words), starts)
