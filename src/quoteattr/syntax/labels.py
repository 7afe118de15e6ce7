"""Labels of the parser's schemes, and punctuation, in the groups that rules ask for.

Tags are those of the Penn Treebank, dependency labels those of ClearNLP, entity labels those of OntoNotes, as spaCy's
English models give them.
"""

from __future__ import annotations

__all__ = [
    "CLOSING_MARKS",
    "DASHES",
    "DATES",
    "FINITE",
    "NAMES",
    "NOMINAL",
    "NOUNS",
    "PREPOSITIONAL_OBJECTS",
    "SENTENCE_ENDS",
    "SUBJECTS",
    "TENSED",
]

NOUNS = frozenset(("NN", "NNS"))
"""Tags of common nouns."""
NAMES = frozenset(("NNP", "NNPS"))
"""Tags of proper nouns."""
NOMINAL = NOUNS | NAMES | {"PRP"}
"""Tags of words that can head a noun phrase."""
TENSED = frozenset(("VBD", "VBZ", "VBP"))
"""Tags of verbs with a tense."""
FINITE = TENSED | {"MD"}
"""Tags of verbs with a tense, and of modal ones."""

SUBJECTS = ("nsubj", "nsubjpass", "csubj", "csubjpass")
"""Dependency labels of subjects."""
PREPOSITIONAL_OBJECTS = ("pobj", "pcomp")
"""Dependency labels of what a preposition governs."""

DATES = frozenset(("DATE", "TIME"))
"""Entity labels of dates and times."""

DASHES = frozenset(("-", "–", "—", "―", "--"))
CLOSING_MARKS = frozenset(("”", "’", '"', "'", "''"))
SENTENCE_ENDS = frozenset((".", "?", "!"))
