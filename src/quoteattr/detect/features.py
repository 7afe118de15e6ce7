"""One article as the rules read it: its parse, the lexicon, and what governs what, gathered once."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Sequence
from functools import cached_property
from itertools import accumulate

from attrs import define

from quoteattr.lexicon import Lexicon
from quoteattr.lexicon.lists import label_set, listed
from quoteattr.syntax import Parse, Range
from quoteattr.syntax.grammar import Verb, complement_of, is_dated
from quoteattr.syntax.labels import FINITE_TAGS

__all__ = ["ArticleFeatures"]

_AUXILIARIES = label_set("dependencies", "auxiliaries")
_HELPING = listed("grammar", "auxiliaries")
_STATES = listed("grammar", "states")
_LONG = 4
"""Words in a quoted region from which on nothing inside it is a cue of the article (on train 97 % lie in a content)."""


@define(slots=False)
class ArticleFeatures:
    """One article as the rules read it.

    Attributes:
        parse: The article.
        lexicon: What is a cue in it.
        spoken: Where it is read as what somebody says: for each token whether it stands in that person's words, where
            "I" is not the article's own voice.
    """

    parse: Parse
    lexicon: Lexicon
    spoken: Sequence[bool] = ()

    @cached_property
    def constituents(self) -> list[int]:
        """For each token the head of the largest constituent that begins with it; itself where none does."""
        parse = self.parse
        left = parse.left
        top = parse.numbers[:-1]
        for token, head, first in zip(parse.numbers, parse.heads, left, strict=False):
            if head == token or left[head] != first:
                top[first] = token
        return top

    @cached_property
    def token_features(self) -> list[str]:
        """The tokens as features, which are said of them on other news too, so no names, numbers or times.

        A verb's lemma, another word in lower case; for a name or a number what it names, or its tag; ``""`` for white
        space and for none, which is the last one, so that -1 and the token behind the article can be asked for.
        """
        parse, lemma = self.parse, self.lexicon.lemma
        out = [*parse.lower, ""]
        tags = set(parse.tags)
        named = {tag for tag in tags if tag[:3] == "NNP" or tag == "CD"}
        verbs = {tag for tag in tags if tag[:2] == "VB"}
        for token, tag in enumerate(parse.tags):
            if tag in named:
                out[token] = parse.entity_labels[token] or tag
            elif tag in verbs:
                out[token] = lemma(out[token])
        space = {word for word in parse.forms if word.isspace()}
        for token, word in enumerate(parse.words):
            if word in space:
                out[token] = ""
        return out

    @cached_property
    def commas_before(self) -> Sequence[int]:
        """The number of commas before each token."""
        return _sums([word == "," for word in self.parse.words])

    @cached_property
    def quotations_before(self) -> Sequence[int]:
        """The number of quoted regions that began before each token."""
        begins = [0] * len(self.parse)
        for start, _ in self.parse.region_tokens:
            begins[start] += 1
        return _sums(begins)

    @cached_property
    def reports_before(self) -> Sequence[int]:
        """The number of verbs with a subject that mostly report before each token."""
        reports, found = self.lexicon.reports, [0] * len(self.parse)
        for verb in self.verbs:
            found[verb.token] = verb.subject >= 0 and reports(verb.lemma)
        return _sums(found)

    @cached_property
    def finite_before(self) -> Sequence[int]:
        """The number of finite verbs before each token."""
        return _sums([tag in FINITE_TAGS for tag in self.parse.tags])

    @cached_property
    def verbs(self) -> list[Verb]:
        """The verbs that may be cues: no auxiliaries, none inside a long quotation, in text order."""
        parse, hidden, lemma = self.parse, self.hidden, self.lexicon.lemma
        return [
            Verb.at(parse, token, lemma(parse.lower[token]))
            for token, tag in enumerate(parse.tags)
            if tag[:2] == "VB"
            and not hidden[token]
            and not (parse.deps[token] in _AUXILIARIES and lemma(parse.lower[token]) in _HELPING)
            and parse.lower[token] != "according"
        ]

    @cached_property
    def verb_at(self) -> dict[int, Verb]:
        """The verbs by token."""
        return {verb.token: verb for verb in self.verbs}

    @cached_property
    def hidden(self) -> list[bool]:
        """Which tokens lie inside a quoted region of four or more words."""
        out = [False] * len(self.parse)
        for number, (start, end) in enumerate(self.parse.region_tokens):
            if self.region_words[number] >= _LONG and not self.parse.regions[number].weak:
                out[start:end] = [True] * (end - start)
        return out

    @cached_property
    def region_words(self) -> list[int]:
        """The number of words in each quoted region."""
        return [sum(self.parse.wordlike[start:end]) for start, end in self.parse.region_tokens]

    def sentence(self, token: int) -> Range:
        """The token range of the sentence of ``token``."""
        return self.parse.sentences[self.parse.sentence_of[token]]

    def reports(self, token: int) -> bool:
        """Whether a token is a verb that is known to report."""
        verb = self.verb_at.get(token)
        return verb is not None and self.lexicon.reports(verb.lemma)

    def says(self, token: int) -> bool:
        """Whether a word is a form of a verb that is known to report, whatever its tag."""
        return self.lexicon.reports(self.lexicon.lemma(self.parse.lower[token]))

    def goes_on(self, token: int) -> bool:
        """Whether a verb is go with on, which says that somebody speaks on."""
        lower = self.parse.lower
        return self.lexicon.lemma(lower[token]) == "go" and lower[token + 1 : token + 2] == ["on"]

    def has_report(self, tokens: Range) -> bool:
        """Whether a verb that is known to report stands among ``tokens``."""
        return any(map(self.reports, range(*tokens)))

    def has_finite_verb(self, tokens: Range) -> bool:
        """Whether a finite verb stands among ``tokens``."""
        return not FINITE_TAGS.isdisjoint(self.parse.tags[tokens[0] : tokens[1]])

    def acts(self, token: int) -> bool:
        """Whether a token is a finite verb of doing something, not of being or having."""
        return self.parse.tags[token] in FINITE_TAGS and self.lexicon.lemma(self.parse.lower[token]) not in _STATES

    def can_be_content(self, preposition: int) -> bool:
        """Whether a phrase can be a content: it has an object, and that is no date or time."""
        found = complement_of(self.parse, preposition)
        return found >= 0 and not is_dated(self.parse, found)


def _sums(numbers: Iterable[int]) -> Sequence[int]:
    """The sum of all before each one, and of all."""
    return array("i", accumulate(numbers, initial=0))
