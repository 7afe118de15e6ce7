"""What stands outside the marks and still belongs to a quotation: the words before and behind it in its sentence.

A sentence that is only partly in marks is one content: "Without rain, “we will lose the crop,” he said", "Rain, she
said, “is what we need”", "“This is the end of the road” for the bridge, they said". Marks tell where the quotation
ends, but not where the content does.
"""

from __future__ import annotations

from quoteattr.detect.features import ArticleFeatures
from quoteattr.detect.quotations.headings import JOINTS
from quoteattr.detect.quotations.quoted import first_letter, last_mark, past_space, tells_when
from quoteattr.detect.sentences import count_words
from quoteattr.detect.spans import MEDIA
from quoteattr.lexicon.lists import listed, mark_set
from quoteattr.syntax import Range
from quoteattr.syntax.grammar import is_dated

__all__ = ["behind", "fragment", "lead"]

_BREAKS = mark_set("breaks")
_OPENINGS = listed("beside", "openings")
_LONGEST = 30
"""Words that go before a quotation in its sentence at most."""


def lead(article: ArticleFeatures, region: Range, start: int) -> int:
    """Where the content begins of a quotation behind which its cue stands, in a sentence that begins at ``start``."""
    parse = article.parse
    start = past_space(article, (start, region[0]))
    outside = start, region[0]
    words = count_words(article, outside)
    if not 0 < words <= _LONGEST:
        return region[0]
    before = parse.words[region[0] - 1]
    if before not in JOINTS:
        return start if first_letter(article, region).islower() else region[0]
    spoken = before == "," and words > 1 and not article.has_report(outside) and _topic(article, outside)
    return start if spoken else region[0]


def fragment(article: ArticleFeatures, region: Range, cue: int, start: int) -> Range | None:
    """The beginning of a sentence that its cue parts from the quotation: "Rain, she said, “is what we need”"."""
    parse = article.parse
    verb = article.verb_at.get(cue)
    if verb is None or parse.words[region[0] - 1] not in (",", ":"):
        return None
    subject = verb.first("nsubj")
    edge = parse.left[subject] if start < subject < cue else cue
    start = past_space(article, (start, region[0]))
    if edge <= start or parse.words[edge - 1] != ",":
        return None
    tokens = (start, edge - 1)
    return tokens if _begins(article, tokens, region) else None


def _begins(article: ArticleFeatures, tokens: Range, region: Range) -> bool:
    """Whether words before a cue begin the sentence that a quotation behind it goes on with."""
    parse = article.parse
    words = count_words(article, tokens)
    if not 0 < words <= _LONGEST or article.has_report(tokens):
        return False
    if not first_letter(article, region).islower() and not _goes_with_anything(article, tokens):
        return False
    nominal = words > 1 or parse.tags[tokens[0]][:2] in ("NN", "PR", "DT")
    return nominal and _topic(article, tokens)


def _goes_with_anything(article: ArticleFeatures, tokens: Range) -> bool:
    """Whether words before a cue belong to what is said even if the quotation begins like a separate sentence."""
    lower = article.parse.lower
    return lower[tokens[0]] == "if" or " ".join(lower[tokens[0] : tokens[0] + 2]) in _OPENINGS


def _topic(article: ArticleFeatures, tokens: Range) -> bool:
    """Whether words before a quotation speak of its matter: not of when, where or in answer to what it was said."""
    parse = article.parse
    if parse.tags[tokens[0]] in ("VBN", "VBG"):
        return False
    if article.has_finite_verb(tokens):
        return True
    return not any(parse.lower[token] in MEDIA or is_dated(parse, token) for token in range(*tokens))


def behind(article: ArticleFeatures, region: Range, limit: int) -> int:
    """Where the content ends of a quotation that stops within a sentence: "“the end of the road” for the party"."""
    parse = article.parse
    start = region[1]
    if start >= limit or last_mark(article, region) in ",.?!;:—–-…" or parse.tags[start] not in ("IN", "TO", "CC"):
        return region[1]
    if parse.tags[start] == "CC" and start + 1 < limit and article.acts(start + 1):
        return region[1]  # "said that “it is a gift” | and left"
    if tells_when(article, start) and article.has_finite_verb((start, limit)):
        return region[1]  # "sang “goodbye, my town” | as the ship left"
    end = start
    while end < limit and not parse.words[end].isspace():
        if parse.words[end] in _BREAKS and parse.tags[end] != "HYPH":
            break
        end += 1
    return end if end > start + 1 and _topic(article, (start, end)) else region[1]
