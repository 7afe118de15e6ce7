"""The labels of the parser's scheme by name: ClearNLP dependencies, Penn Treebank tags, OntoNotes entities."""

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
    "DATIVE",
    "DETERMINER",
    "DETERMINER_TAG",
    "FACILITY_ENTITY",
    "FINITE_TAGS",
    "GEOPOLITICAL_ENTITY",
    "GROUP_ENTITY",
    "LOCATION_ENTITY",
    "MODAL_TAG",
    "NEGATION",
    "NOMINAL_TAGS",
    "NOUN",
    "NOUN_MODIFIER",
    "NUMBER_TAG",
    "OBJECT",
    "ORGANISATION_ENTITY",
    "PARTICIPLE_CLAUSE",
    "PASSIVE_SUBJECT",
    "PERSON_ENTITY",
    "PLACE_ENTITIES",
    "PLURAL_NOUN",
    "PLURAL_PROPER_NOUN",
    "POSSESSIVE_ENDING",
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
    "TO_TAG",
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
MODAL_TAG = "MD"
PRONOUN_TAG = "PRP"
POSSESSIVE_PRONOUN_TAG = "PRP$"
POSSESSIVE_ENDING_TAG = "POS"
TO_TAG = "TO"

POSSESSIVE_ENDING = "'s"
"""The word that the tag of possessive endings is for."""

NOMINAL_TAGS = frozenset({NOUN, PLURAL_NOUN, PROPER_NOUN, PLURAL_PROPER_NOUN})
"""Tags of common and proper nouns."""
PROPER_TAGS = frozenset({PROPER_NOUN, PLURAL_PROPER_NOUN})
"""Tags of proper nouns."""
PRESENT_TAGS = frozenset({"VBZ", "VBP"})
"""Tags of finite verbs in the present."""
FINITE_TAGS = frozenset({"VBD", "VBZ", "VBP", "MD"})
"""Tags of finite verbs, modal verbs included."""

# Entities
PERSON_ENTITY = "PERSON"
ORGANISATION_ENTITY = "ORG"
GEOPOLITICAL_ENTITY = "GPE"
LOCATION_ENTITY = "LOC"
FACILITY_ENTITY = "FAC"
GROUP_ENTITY = "NORP"

PLACE_ENTITIES = frozenset({GEOPOLITICAL_ENTITY, LOCATION_ENTITY})
"""Labels of countries, cities, states, and other places."""
