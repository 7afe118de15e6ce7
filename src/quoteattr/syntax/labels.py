"""Labels of the parser's schemes by name, and punctuation.

Tags are those of the Penn Treebank, dependency labels those of ClearNLP, entity labels those of OntoNotes, as spaCy's
English models give them.
"""

from __future__ import annotations

from quoteattr.lexicon.lists import label_set, mark_set

# Dependencies
SUBJECT = "nsubj"
PASSIVE_SUBJECT = "nsubjpass"
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

SUBJECTS = label_set("dependencies", "subjects")
"""Dependencies of grammatical subjects."""
ALL_SUBJECTS = label_set("dependencies", "all_subjects")
"""The same with the clauses that are subjects of passives."""
PREPOSITION_COMPLEMENTS = label_set("dependencies", "preposition_complements")
"""Dependencies of what a preposition governs."""

NOUN_PREMODIFIERS = label_set("dependencies", "noun_premodifiers")
"""Dependencies of nouns and adjectives before a noun."""
PREMODIFIERS = label_set("dependencies", "premodifiers")
"""The same, and possessors."""
FRONTED = label_set("dependencies", "fronted")
"""Dependencies of phrases and clauses that may open a sentence before its subject, and of what stands in them."""
PHRASE_BEGINNINGS = label_set("dependencies", "phrase_beginnings")
"""Dependencies of what stands before the head of a noun phrase."""
CONTENT_CLAUSES = label_set("dependencies", "content_clauses")
"""Dependencies of clauses that are what somebody says or does."""
NOUN_CLAUSES = label_set("dependencies", "noun_clauses")
"""Dependencies of clauses that hang on a noun."""

# Tags
NOUN = "NN"
PLURAL_NOUN = "NNS"
PROPER_NOUN = "NNP"
PLURAL_PROPER_NOUN = "NNPS"
ADJECTIVE = "JJ"
SUPERLATIVE_TAG = "JJS"
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

NOMINAL_TAGS = label_set("tags", "nominal")
"""Tags of common and proper nouns."""
COMMON_TAGS = label_set("tags", "common")
"""Tags of common nouns."""
PHRASE_HEAD_TAGS = label_set("tags", "phrase_heads")
"""Tags of words that can head a noun phrase."""
PROPER_TAGS = label_set("tags", "proper")
"""Tags of proper nouns."""
PRONOUN_TAGS = label_set("tags", "pronouns")
"""Tags of personal, possessive and relative pronouns."""
PART_TAGS = label_set("tags", "parts")
"""Tags of words that stand for a part of those named behind "of"."""
NAME_MODIFIER_TAGS = label_set("tags", "name_modifiers")
"""Tags of words that may stand between a role and the name behind it."""
PRESENT_TAGS = label_set("tags", "present")
"""Tags of finite verbs in the present."""
PROGRESSIVE_TAGS = label_set("tags", "progressive")
"""Tags of verbs for what goes on."""
TENSED_TAGS = label_set("tags", "tensed")
"""Tags of verbs with a tense."""
FINITE_TAGS = label_set("tags", "finite")
"""Tags of finite verbs, modal verbs included."""

# Entities
PERSON_ENTITY = "PERSON"
ORGANISATION_ENTITY = "ORG"
GEOPOLITICAL_ENTITY = "GPE"
LOCATION_ENTITY = "LOC"
FACILITY_ENTITY = "FAC"
GROUP_ENTITY = "NORP"
NUMBER_ENTITY = "CARDINAL"

PLACE_ENTITIES = label_set("entities", "places")
"""Labels of countries, cities, states, and other places."""
SPEAKERS = label_set("entities", "speakers")
"""Labels of those who can speak."""
DATES = label_set("entities", "dates")
"""Labels of dates and times."""

# Punctuation
DASHES = mark_set("dashes")
CLOSING_MARKS = mark_set("closing")
SENTENCE_ENDS = mark_set("sentence_ends")
