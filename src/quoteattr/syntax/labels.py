"""Labels of the parser's schemes by name, and punctuation.

Tags are those of the Penn Treebank, dependency labels those of ClearNLP, entity labels those of OntoNotes, as spaCy's
English models give them.
"""

from __future__ import annotations

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
OPEN_COMPLEMENT = "xcomp"
MARKER = "mark"
CASE = "case"
NUMBER_MODIFIER = "nummod"

SUBJECTS = frozenset({SUBJECT, PASSIVE_SUBJECT, CLAUSE_SUBJECT})
"""Dependencies of grammatical subjects."""
ALL_SUBJECTS = SUBJECTS | {"csubjpass"}
"""The same with the clauses that are subjects of passives."""
PREPOSITION_COMPLEMENTS = frozenset({PREPOSITION_OBJECT, PREPOSITION_CLAUSE})
"""Dependencies of what a preposition governs."""

NOUN_PREMODIFIERS = frozenset({COMPOUND, ADJECTIVE_MODIFIER, NOUN_MODIFIER})
"""Dependencies of nouns and adjectives before a noun."""
PREMODIFIERS = NOUN_PREMODIFIERS | {POSSESSOR}
"""The same, and possessors."""
FRONTED = frozenset({PREPOSITION, PREPOSITION_OBJECT, PREPOSITION_CLAUSE, ADVERBIAL_CLAUSE, NOUN_ADVERBIAL, CONJUNCT})
"""Dependencies of phrases and clauses that may open a sentence before its subject, and of what stands in them."""
PHRASE_BEGINNINGS = frozenset(
    "det amod compound poss nummod nmod predet quantmod advmod punct case neg npadvmod".split()
)
"""Dependencies of what stands before the head of a noun phrase."""
CONTENT_CLAUSES = frozenset({COMPLEMENT, PREPOSITION_CLAUSE})
"""Dependencies of clauses that are what somebody says or does."""
NOUN_CLAUSES = frozenset({RELATIVE_CLAUSE, PARTICIPLE_CLAUSE})
"""Dependencies of clauses that hang on a noun."""

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
TO_TAG = "TO"
VERB = "VB"
PARTICIPLE_TAG = "VBG"
PRESENT_TAG = "VBP"
SINGULAR_PRESENT_TAG = "VBZ"
RELATIVE_DETERMINER_TAG = "WDT"
PREPOSITION_TAG = "IN"

POSSESSIVE_ENDING = "'s"
"""The word that the tag of possessive endings is for."""

NOMINAL_TAGS = frozenset({NOUN, PLURAL_NOUN, PROPER_NOUN, PLURAL_PROPER_NOUN})
"""Tags of common and proper nouns."""
COMMON_TAGS = frozenset({NOUN, PLURAL_NOUN})
"""Tags of common nouns."""
PHRASE_HEAD_TAGS = NOMINAL_TAGS | {PRONOUN_TAG}
"""Tags of words that can head a noun phrase."""
PROPER_TAGS = frozenset({PROPER_NOUN, PLURAL_PROPER_NOUN})
"""Tags of proper nouns."""
PRONOUN_TAGS = frozenset({PRONOUN_TAG, POSSESSIVE_PRONOUN_TAG, "WP", "WP$"})
"""Tags of personal, possessive and relative pronouns."""
PART_TAGS = frozenset({NUMBER_TAG, DETERMINER_TAG, ADJECTIVE})
"""Tags of words that stand for a part of those named behind "of"."""
NAME_MODIFIER_TAGS = NOMINAL_TAGS | {ADJECTIVE, POSSESSIVE_PRONOUN_TAG, DETERMINER_TAG, "HYPH", NUMBER_TAG}
"""Tags of words that may stand between a role and the name behind it."""
PRESENT_TAGS = frozenset({"VBZ", "VBP"})
"""Tags of finite verbs in the present."""
PROGRESSIVE_TAGS = PRESENT_TAGS | {"VBG"}
"""Tags of verbs for what goes on."""
TENSED_TAGS = PRESENT_TAGS | {"VBD"}
"""Tags of verbs with a tense."""
FINITE_TAGS = TENSED_TAGS | {MODAL_TAG}
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
SPEAKERS = frozenset({"PERSON", "ORG", "NORP"})
"""Labels of those who can speak."""
DATES = frozenset({"DATE", "TIME"})
"""Labels of dates and times."""

# Punctuation
DASHES = frozenset({"-", "–", "—", "―", "--"})
CLOSING_MARKS = frozenset({"”", "’", '"', "'", "''"})
SENTENCE_ENDS = frozenset({".", "?", "!"})
