"""Sources and cues by the parse: where it tells who speaks, and where it is wrong."""

from __future__ import annotations

import pytest
from attrs import frozen
from parses import parse_of

from quoteattr.attribute.cues import cue_of
from quoteattr.attribute.sources import source_of
from quoteattr.detect import ArticleFeatures, Candidate
from quoteattr.lexicon import Lexicon
from quoteattr.syntax import Entity, Parse, Range

LEXICON = Lexicon.default()


@frozen
class Case:
    """A sentence with a verb, what it says, and who says it."""

    rows: str
    cue: int
    content: Range
    source: str
    entities: tuple[Entity, ...] = ()
    frame: str = "clause"
    pos: str = "VERB"

    @property
    def parse(self) -> Parse:
        """The sentence, whose rows are parted by slashes."""
        return parse_of(*self.rows.split(" / "), entities=self.entities)


def words_of(parse: Parse, ranges: tuple[Range, ...]) -> list[str]:
    return [parse.words_of(piece) for piece in ranges]


def source(case: Case) -> str:
    parse = case.parse
    lemma = LEXICON.lemma(parse.lower[case.cue])
    candidate = Candidate("rule", case.cue, lemma, case.pos, case.frame, (case.content,))
    return " ... ".join(words_of(parse, source_of(ArticleFeatures(parse, LEXICON), candidate)))


CLIMBING = {
    "a participle in what is seen has its subject": Case(
        "The DT det 1 / mayor NN nsubj 2 / saw VBD ROOT 2 / the DT det 4 / baker NN nsubj 5 / close VB ccomp 2 / "
        "his PRP$ poss 7 / shop NN dobj 5 / , , punct 5 / citing VBG advcl 5 / the DT det 11 / rent NN dobj 9",
        9, (10, 12), "the baker", frame="object",
    ),
    "a participle behind a predicate noun and a comma has the subject of be": Case(
        "She PRP nsubj 1 / was VBD ROOT 1 / the DT det 4 / first JJ amod 4 / guest NN attr 1 / to TO aux 6 / "
        "speak VB relcl 4 / , , punct 4 / praising VBG acl 4 / the DT det 10 / choir NN dobj 8",
        8, (9, 11), "She", frame="object",
    ),
    "time that is spent does not speak": Case(
        "She PRP nsubj 1 / spent VBD ROOT 1 / days NNS dobj 1 / saying VBG acl 2 / it PRP nsubj 5 / rained VBD ccomp 3",
        3, (4, 6), "She",
    ),
    "whose promise it is does what the infinitive says": Case(
        "Her PRP$ poss 1 / promise NN nsubj 6 / to TO aux 3 / say VB acl 1 / who WP nsubj 5 / paid VBD ccomp 3 / "
        "came VBD ROOT 6 / late RB advmod 6",
        3, (4, 6), "Her",
    ),
    "who is to do something in a headline does it": Case(
        "Mayor NN ROOT 0 / to TO aux 2 / say VB acl 0 / who WP nsubj 4 / paid VBD ccomp 2",
        2, (3, 5), "Mayor",
    ),
    "no farther than six verbs": Case(
        "She PRP nsubj 1 / tried VBD ROOT 1 / to TO aux 3 / begin VB xcomp 1 / to TO aux 5 / hope VB xcomp 3 / "
        "to TO aux 7 / learn VB xcomp 5 / to TO aux 9 / dare VB xcomp 7 / to TO aux 11 / try VB xcomp 9 / "
        "to TO aux 13 / say VB xcomp 11 / who WP nsubj 15 / paid VBD ccomp 13",
        13, (14, 16), "",
    ),
}  # fmt: skip
MISREAD = {
    "a conjunct within what somebody is made to do": Case(
        "Rain NN nsubj 1 / made VBD ROOT 1 / the DT det 3 / mayor NN nsubj 4 / relent VB ccomp 1 / and CC cc 4 / "
        "admit VB conj 4 / it PRP nsubj 8 / leaked VBD ccomp 6",
        6, (7, 9), "the mayor",
    ),
    "a speaker behind an opening phrase, a dash before it": Case(
        "- : punct 7 / Informed VBN advcl 7 / of IN prep 1 / leaks NNS pobj 2 / , , punct 3 / Jane NNP compound 6 / "
        "Smith NNP appos 3 / said VBD ROOT 7 / it PRP nsubj 9 / rained VBD ccomp 7",
        7, (8, 10), "Jane Smith",
    ),
    "a speaker behind a comma in marks": Case(
        "Informed VBN advcl 8 / of IN prep 0 / “ / leaks NNS pobj 1 / , , punct 3 / ” / Jane NNP compound 7 / "
        "Smith NNP appos 3 / said VBD ROOT 8 / it PRP nsubj 10 / rained VBD ccomp 8",
        8, (9, 11), "Jane Smith",
    ),
    "a speaker behind a date between commas": Case(
        "In IN prep 7 / rain NN pobj 0 / , , punct 1 / Tuesday NNP npadvmod 1 / , , punct 1 / Jane NNP compound 6 / "
        "Smith NNP appos 1 / said VBD ROOT 7 / it PRP nsubj 9 / rained VBD ccomp 7",
        7, (8, 10), "Jane Smith", (Entity(3, 4, "DATE"),),
    ),
    "an opening phrase without a comma": Case(
        "In IN prep 3 / town NN pobj 0 / farmers NNS dep 1 / said VBD ROOT 3 / it PRP nsubj 5 / rained VBD ccomp 3",
        3, (4, 6), "farmers",
    ),
    "those among whom somebody is admired": Case(
        "He PRP nsubjpass 2 / is VBZ auxpass 2 / admired VBN ROOT 2 / among IN prep 2 / teachers NNS pobj 3",
        2, (0, 1), "teachers", frame="pass+subj",
    ),
    "who calls it so behind the closing mark": Case(
        "It PRP nsubjpass 2 / was VBD auxpass 2 / called VBN ROOT 2 / “ / a DT det 5 / gift NN oprd 2 / ” / "
        "by IN prep 5 / teachers NNS pobj 7",
        2, (4, 6), "teachers", frame="pass+naming",
    ),
    "a subject that is read as a clause": Case(
        "People NNS nsubj 1 / briefed VBN csubj 4 / on IN prep 1 / it PRP pobj 2 / said VBD ROOT 4 / "
        "banks NNS nsubj 6 / closed VBD ccomp 4",
        4, (5, 7), "People briefed on it",
    ),
    "a subject behind a date and an adjective": Case(
        "Tuesday NNP nsubj 6 / , , punct 0 / wet JJ amod 0 / , , punct 0 / the DT det 5 / mayor NN appos 0 / "
        "said VBD ROOT 6 / it PRP nsubj 8 / rained VBD ccomp 6",
        6, (7, 9), "the mayor", (Entity(0, 1, "DATE"),),
    ),
    "a name between a quotation and its verb, read as an auxiliary": Case(
        "“ / It PRP nsubj 2 / rained VBD ccomp 6 / , , punct 6 / ” / Will MD aux 6 / said VBD ROOT 6",
        6, (0, 5), "Will", frame="quote",
    ),
    "a name that is read as an apposition to what stands before its comma": Case(
        "To TO prep 5 / farmers NNS pobj 0 / , , punct 1 / Jane NNP compound 4 / Smith NNP appos 1 / "
        "explained VBD ROOT 5 / it PRP nsubj 7 / rained VBD ccomp 5",
        5, (6, 8), "Jane Smith",
    ),
}  # fmt: skip
EXTENTS = {
    "the place of a report is left out": Case(
        "OSLO NNP nmod 6 / ( -LRB- punct 2 / Ritzau NNP appos 0 / ) -RRB- punct 0 / - : punct 6 / The DT det 6 / "
        "mayor NN nsubj 7 / said VBD ROOT 7 / it PRP nsubj 9 / rained VBD ccomp 7",
        7, (8, 10), "The mayor",
    ),
    "a bracket that closes what opened before is left out": Case(
        "( -LRB- punct 7 / It PRP nsubj 2 / rained VBD ccomp 7 / , , punct 7 / the DT det 5 / mayor NN nsubj 7 / "
        ") -RRB- punct 5 / said VBD ROOT 7",
        7, (1, 3), "the mayor", frame="clause-left",
    ),
    "a relative clause in marks stays": Case(
        "Jane NNP nsubj 11 / , , punct 0 / who WP nsubj 5 / “ / never RB neg 5 / gave VBD relcl 0 / in IN prt 5 / "
        "to IN prep 5 / anyone NN pobj 7 / , , punct 0 / ” / said VBD ROOT 11 / it PRP nsubj 13 / rained VBD ccomp 11",
        11, (12, 14), "Jane, who “never gave in to anyone,”",
    ),
    "a name that the parser cut is whole": Case(
        "Aides NNS nsubj 5 / of IN prep 0 / Bank NNP pobj 1 / of IN prep 5 / Norway NNP pobj 3 / said VBD ROOT 5 / "
        "it PRP nsubj 7 / rained VBD ccomp 5",
        5, (6, 8), "Aides of Bank of Norway", (Entity(2, 5, "ORG"),),
    ),
    "a dash is nobody": Case(
        "“ / It PRP nsubj 2 / rained VBD ccomp 5 / , , punct 5 / ” / said VBD ROOT 5 / -- NN nsubj 5",
        5, (0, 5), "", frame="quote",
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", CLIMBING.values(), ids=CLIMBING)
def test_a_verb_without_a_subject(case: Case) -> None:
    """What stands above it in the tree tells who does what it says."""
    assert source(case) == case.source


@pytest.mark.parametrize("case", MISREAD.values(), ids=MISREAD)
def test_a_subject_that_the_parser_misread(case: Case) -> None:
    """The order of the words tells whose it is."""
    assert source(case) == case.source


@pytest.mark.parametrize("case", EXTENTS.values(), ids=EXTENTS)
def test_how_far_a_source_reaches(case: Case) -> None:
    """Over what tells who it is, and no farther."""
    assert source(case) == case.source


CUES = {
    "a medium before a clause": (
        "She PRP nsubj 1 / wrote VBD ROOT 1 / in IN prep 1 / letters NNS pobj 2 / it PRP nsubj 5 / rained VBD acl 3",
        Candidate("rule", 1, "write", "VERB", "clause", ((4, 6),)),
        "wrote in letters",
    ),
    "a particle behind a medium": (
        (
            "She PRP nsubj 1 / wrote VBD ROOT 1 / in IN prep 1 / letters NNS pobj 2 / back RP prt 1 / it PRP nsubj 6 / "
            "rained VBD ccomp 1"
        ),
        Candidate("rule", 1, "write", "VERB", "clause", ((5, 7),)),
        "wrote in letters back",
    ),
    "a noun behind what it tells of": (
        "It PRP nsubj 1 / rained VBD ROOT 1 / was VBD conj 1 / her PRP$ poss 5 / first JJ amod 5 / claim NN attr 2",
        Candidate("rule", 5, "claim", "NOUN", "poss", ((0, 2),), source=3),
        "first claim",
    ),
    "the speaker between verb and noun": (
        (
            "Then RB advmod 1 / made VBD ROOT 1 / she PRP nsubj 1 / her PRP$ poss 4 / call NN dobj 1 / for IN prep 4 / "
            "rain NN pobj 5"
        ),
        Candidate("rule", 4, "call", "NOUN", "obj+prep:for", ((6, 7),), source=3),
        "call for",
    ),
    "no preposition where one is looked for": (
        "She PRP nsubj 1 / spoke VBD ROOT 1 / yesterday RB advmod 1 / rain NN npadvmod 1",
        Candidate("rule", 1, "speak", "VERB", "prep:of", ((3, 4),)),
        "spoke yesterday",
    ),
    "no more than three verbs above": (
        (
            "She PRP nsubj 1 / tried VBD ROOT 1 / to TO aux 3 / begin VB xcomp 1 / to TO aux 5 / hope VB xcomp 3 / "
            "to TO aux 7 / learn VB xcomp 5 / to TO aux 9 / say VB xcomp 7 / who WP nsubj 11 / paid VBD ccomp 9"
        ),
        Candidate("rule", 9, "say", "VERB", "clause", ((10, 12),)),
        "to begin to hope to learn to say",
    ),
}


@pytest.mark.parametrize(("rows", "candidate", "cue"), CUES.values(), ids=CUES)
def test_how_far_a_cue_reaches(rows: str, candidate: Candidate, cue: str) -> None:
    """Over what belongs to it, and neither into the content nor into the source."""
    parse = parse_of(*rows.split(" / "))
    article = ArticleFeatures(parse, LEXICON)
    assert words_of(parse, cue_of(article, candidate, source_of(article, candidate))) == [cue]
