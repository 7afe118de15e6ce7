"""Paragraphs that are quoted below a line that says so: "The minister said:", "Her letter:", as web pages have them."""

from __future__ import annotations

from collections.abc import Iterator

from quoteattr.detect.candidate import Candidate, rule
from quoteattr.detect.features import ArticleFeatures
from quoteattr.detect.quotations.cue_above import colon_above, verb_above
from quoteattr.detect.quotations.signatures import signature, speaks
from quoteattr.detect.sentences import STOPS, last_sentence, wordless
from quoteattr.detect.spans import MEDIA, clean
from quoteattr.lexicon.lists import listed
from quoteattr.lexicon.nouns import singular
from quoteattr.syntax import Range
from quoteattr.syntax.labels import DASHES

__all__ = ["RULES", "find"]

UNMARKED = rule(
    "block-unmarked",
    "a line that ends with a verb of saying and a colon, and below it a paragraph of sentences without marks",
    "{Tatang Said, an official with the search agency,} said:\n\n[This morning we recovered four bodies from the "
    "sea. One of them wore a life jacket].",
    "{The bank} wrote to its customers:\n\n[We regret the delay and will repay every one of you].",
)
NOUN = rule(
    "block-noun",
    "a line that ends with somebody's statement, letter or message and a colon, and below it what that says",
    "{The club} released the following statement:\n\n[Our captain has left us after seven years].",
    "{Harbour Energy’s} reply in full:\n\n[“We regret the delay and will refund every customer.”]",
)
SIGNED_BLOCK = rule(
    "block-signed",
    "paragraphs below a line that ends with a colon, down to a dash and the name of who signs them",
    "From the letter:\n\n[We regret the delay and will pay].\n\n— {Lena Voss}, Harbour Energy",
    "The firm sent a statement:\n\n[We regret the delay].\n[We will pay for it].\n\n— {Harbour Energy}",
)
RULES = (UNMARKED, NOUN, SIGNED_BLOCK)

_NEAR = 14
"""Tokens between the verb and the colon at most."""
_WORDS = 6
"""Words of such a paragraph at least."""
_PARAGRAPHS = 8
"""Paragraphs of one that is signed at most."""
_SAYING = listed("label", "saying") | MEDIA


def find(article: ArticleFeatures) -> Iterator[Candidate]:
    """One candidate for each such paragraph."""
    parse = article.parse
    for number, line in enumerate(parse.paragraphs):
        start, end = parse.trim(line)
        if wordless(article, (start, end)):
            continue
        above = colon_above(article, number)
        found = _signed(article, number, above) if above is not None else None
        if found is None and _is_block(article, (start, end)):
            found = _below_verb(article, number, (start, end)) or _below_noun(article, above, (start, end))
        if found is not None:
            yield found


def _is_block(article: ArticleFeatures, line: Range) -> bool:
    """Whether a line is a paragraph of sentences, or one quotation."""
    parse = article.parse
    start, end = line
    if sum(parse.wordlike[start:end]) < _WORDS:
        return False
    if parse.region_of[start] >= 0:
        return parse.region_of[start] == parse.region_of[end - 1]
    return parse.words[start][:1].isupper() and parse.words[end - 1][-1:] in STOPS


def _below_verb(article: ArticleFeatures, number: int, line: Range) -> Candidate | None:
    """The candidate of a paragraph without marks below a verb of saying."""
    parse = article.parse
    cue = verb_above(article, number) if parse.region_of[line[0]] < 0 else -1
    if cue < 0 or not article.reports(cue):
        return None
    above = parse.trim(parse.line_of(cue))[1]
    if parse.words[above - 1] != ":" or above - cue > _NEAR:
        return None
    content = clean(article, [line])
    lemma = article.lexicon.lemma(parse.lower[cue])
    return Candidate(UNMARKED.id, cue, lemma, "VERB", "block", content) if content else None


def _below_noun(article: ArticleFeatures, above: Range | None, line: Range) -> Candidate | None:
    """The candidate of a paragraph below a noun of what is said, and who says it: its owner, or the verb's subject."""
    parse = article.parse
    content = clean(article, [line])
    if above is None or not content:
        return None
    start, end = max(last_sentence(article, above), above[1] - _NEAR), above[1]
    if article.has_report((start, end)):
        return None
    for noun in range(end - 2, start - 1, -1):
        if parse.tags[noun][:2] != "NN" or singular(parse.lower[noun]) not in _SAYING:
            continue
        owner = parse.child(noun, "poss")
        if owner >= 0 and parse.tags[owner] != "PRP$":
            return Candidate(NOUN.id, end - 1, ":", "PUNCT", "owned", content, source=owner, certain=True)
        verb = article.verb_at.get(parse.heads[noun])
        if verb is not None and parse.deps[noun] == "dobj" and verb.subject >= 0:
            return Candidate(NOUN.id, end - 1, ":", "PUNCT", "owned", content, source=verb.subject, certain=True)
    return None


def _signed(article: ArticleFeatures, number: int, above: Range | None) -> Candidate | None:
    """The candidate of the paragraphs from one to a signature below them."""
    parse = article.parse
    pieces: list[Range] = []
    for line in map(parse.trim, parse.paragraphs[number : number + 2 * _PARAGRAPHS]):
        if wordless(article, line):
            continue
        if parse.words[line[0]] in DASHES and pieces:
            name = signature(article, parse.trim((line[0] + 1, line[1])))
            content = clean(article, pieces)
            if name is None or not speaks(article, name) or not content:
                return None
            return Candidate.of_name(SIGNED_BLOCK, line[0], name.name, name.head(article), content)
        if len(pieces) == _PARAGRAPHS or parse.words[line[1] - 1] == ":":
            return None
        pieces.append(line)
    return None
