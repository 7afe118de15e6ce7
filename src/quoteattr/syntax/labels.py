"""The labels of the parser's scheme by name: ClearNLP dependencies and Penn Treebank tags."""

from __future__ import annotations

__all__ = [
    "ADJECTIVE",
    "ADJECTIVE_MODIFIER",
    "ADVERB",
    "ADVERBIAL_CLAUSE",
    "AGENT",
    "APPOSITION",
    "ATTRIBUTE",
    "AUXILIARY",
    "CLAUSE_SUBJECT",
    "COMPLEMENT",
    "COMPOUND",
    "CONJUNCT",
    "CONJUNCTION",
    "CONJUNCTION_TAG",
    "DATIVE",
    "DETERMINER",
    "DETERMINER_TAG",
    "FINITE_TAGS",
    "MODAL_TAG",
    "NEGATION",
    "NOMINAL_TAGS",
    "NOUN",
    "NOUN_ADVERBIAL",
    "NOUN_MODIFIER",
    "NUMBER_TAG",
    "OBJECT",
    "PARTICIPLE_CLAUSE",
    "PASSIVE_SUBJECT",
    "PLURAL_NOUN",
    "PLURAL_PROPER_NOUN",
    "POSSESSIVE_ENDING_TAG",
    "POSSESSIVE_PRONOUN_TAG",
    "POSSESSOR",
    "PREPOSITION",
    "PREPOSITION_CLAUSE",
    "PREPOSITION_OBJECT",
    "PRESENT_TAGS",
    "PRONOUN_TAG",
    "PROPER_NOUN",
    "PROPER_TAGS",
    "PUNCTUATION",
    "RELATIVE_CLAUSE",
    "SUBJECT",
    "SUBJECTS",
]

# Dependencies
SUBJECT = "nsubj"
PASSIVE_SUBJECT = "nsubjpass"
CLAUSE_SUBJECT = "csubj"
OBJECT = "dobj"
DATIVE = "dative"
ATTRIBUTE = "attr"
AGENT = "agent"
PREPOSITION = "prep"
PREPOSITION_OBJECT = "pobj"
PREPOSITION_CLAUSE = "pcomp"
APPOSITION = "appos"
POSSESSOR = "poss"
COMPOUND = "compound"
NOUN_MODIFIER = "nmod"
NOUN_ADVERBIAL = "npadvmod"
ADJECTIVE_MODIFIER = "amod"
DETERMINER = "det"
NEGATION = "neg"
AUXILIARY = "aux"
CONJUNCT = "conj"
CONJUNCTION = "cc"
RELATIVE_CLAUSE = "relcl"
PARTICIPLE_CLAUSE = "acl"
ADVERBIAL_CLAUSE = "advcl"
COMPLEMENT = "ccomp"
PUNCTUATION = "punct"

SUBJECTS = frozenset({SUBJECT, PASSIVE_SUBJECT, CLAUSE_SUBJECT})
"""Dependencies of grammatical subjects."""

# Tags
NOUN = "NN"
PLURAL_NOUN = "NNS"
PROPER_NOUN = "NNP"
PLURAL_PROPER_NOUN = "NNPS"
ADJECTIVE = "JJ"
ADVERB = "RB"
DETERMINER_TAG = "DT"
NUMBER_TAG = "CD"
CONJUNCTION_TAG = "CC"
MODAL_TAG = "MD"
PRONOUN_TAG = "PRP"
POSSESSIVE_PRONOUN_TAG = "PRP$"
POSSESSIVE_ENDING_TAG = "POS"

NOMINAL_TAGS = frozenset({NOUN, PLURAL_NOUN, PROPER_NOUN, PLURAL_PROPER_NOUN})
"""Tags of common and proper nouns."""
PROPER_TAGS = frozenset({PROPER_NOUN, PLURAL_PROPER_NOUN})
"""Tags of proper nouns."""
PRESENT_TAGS = frozenset({"VBZ", "VBP"})
"""Tags of finite verbs in the present."""
FINITE_TAGS = frozenset({"VBD", "VBZ", "VBP", "MD"})
"""Tags of finite verbs, modal verbs included."""
