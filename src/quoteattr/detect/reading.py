"""One article as the rules read it: its parse, the lexicon, and what governs what, gathered once."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Sequence
from functools import cached_property
from itertools import accumulate, chain

from attrs import define, field

from quoteattr.lexicon import Lexicon
from quoteattr.syntax import Parse, Range

__all__ = ["Reading", "Verb"]

SUBJECTS = frozenset(("nsubj", "nsubjpass", "csubj", "csubjpass", "expl"))
_PASSIVE = frozenset(("nsubjpass", "auxpass", "csubjpass"))
_FINITE = frozenset(("VBD", "VBZ", "VBP", "MD"))
_LONG = 4
"""Words in a quoted region from which on nothing inside it is a cue of the article (on train 97 % lie in a content)."""


@define
class Verb:
    """A verb and what hangs on it, by label, in text order."""

    token: int
    lemma: str
    passive: bool
    by_label: dict[str, list[int]] = field(repr=False)
    subject: int = field(init=False)
    """Its subject, or -1."""

    def __attrs_post_init__(self) -> None:
        self.subject = self.first("nsubj", "nsubjpass", "csubj", "csubjpass")

    def all(self, *labels: str) -> list[int]:
        """Its children with one of ``labels``, in text order."""
        if len(labels) == 1:
            return self.by_label.get(labels[0], [])
        if self.by_label.keys().isdisjoint(labels):
            return []
        found = [self.by_label[label] for label in labels if label in self.by_label]
        return found[0] if len(found) == 1 else sorted(chain.from_iterable(found))

    def first(self, *labels: str) -> int:
        """Its first child with one of ``labels``, or -1."""
        by_label, found = self.by_label, -1
        for label in labels:
            if label in by_label and not 0 <= found <= by_label[label][0]:
                found = by_label[label][0]
        return found

    def after(self, *labels: str) -> list[int]:
        """Its children with one of ``labels`` that stand to its right."""
        if self.by_label.keys().isdisjoint(labels):
            return []
        token = self.token
        return [child for child in self.all(*labels) if child > token]


@define(slots=False)
class Reading:
    """One article as the rules read it."""

    parse: Parse
    lexicon: Lexicon

    @cached_property
    def top(self) -> list[int]:
        """For each token the head of the largest constituent that begins with it; itself where none does."""
        parse = self.parse
        left = parse.left
        top = parse.numbers[:-1]
        for token, head, first in zip(parse.numbers, parse.heads, left, strict=False):
            if head == token or left[head] != first:
                top[first] = token
        return top

    @cached_property
    def told(self) -> list[str]:
        """The tokens as features, as :func:`~quoteattr.detect.words.word_at` says, and ``""`` for none at the end."""
        parse, lemma = self.parse, self.lexicon.lemma
        out = [*parse.lower, ""]
        for token, tag in enumerate(parse.tags):
            if tag[:3] == "NNP" or tag == "CD":
                entity = parse.entity_of[token]
                out[token] = parse.entities[entity].label if entity >= 0 else tag
            elif tag[:2] == "VB":
                out[token] = lemma(out[token])
        for token, word in enumerate(parse.words):
            if word.isspace():
                out[token] = ""
        return out

    @cached_property
    def commas(self) -> Sequence[int]:
        """The number of commas before each token."""
        return _sums([word == "," for word in self.parse.words])

    @cached_property
    def openings(self) -> Sequence[int]:
        """The number of quoted regions that began before each token."""
        begins = [0] * len(self.parse)
        for start, _ in self.parse.region_tokens:
            begins[start] += 1
        return _sums(begins)

    @cached_property
    def reports(self) -> Sequence[int]:
        """The number of verbs with a subject that mostly report before each token."""
        reports, found = self.lexicon.reports, [0] * len(self.parse)
        for verb in self.verbs:
            found[verb.token] = verb.subject >= 0 and reports(verb.lemma)
        return _sums(found)

    @cached_property
    def finite(self) -> Sequence[int]:
        """The number of finite verbs before each token."""
        return _sums([tag in _FINITE for tag in self.parse.tags])

    @cached_property
    def verbs(self) -> list[Verb]:
        """The verbs that may be cues: no auxiliaries, none inside a long quotation, in text order."""
        parse, hidden = self.parse, self.hidden
        out = []
        for token, tag in enumerate(parse.tags):
            if (
                tag[:2] == "VB"
                and not hidden[token]
                and parse.deps[token] not in ("aux", "auxpass")
                and parse.lower[token] != "according"
            ):
                out.append(self._verb(token))
        return out

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

    def says_what(self, preposition: int) -> bool:
        """Whether a phrase can be a content: it has an object, and that is no date or time."""
        parse = self.parse
        found = parse.child(preposition, "pobj", "pcomp")
        entity = parse.entity_of[found] if found >= 0 else -1
        return found >= 0 and (entity < 0 or parse.entities[entity].label not in ("DATE", "TIME"))

    def _verb(self, token: int) -> Verb:
        parse, deps = self.parse, self.parse.deps
        by_label: dict[str, list[int]] = {}
        for child in parse.children[token]:
            label = deps[child]
            if label in by_label:
                by_label[label].append(child)
            else:
                by_label[label] = [child]
        passive = not _PASSIVE.isdisjoint(by_label)
        if (
            not passive
            and parse.tags[token] == "VBN"
            and parse.deps[token] in ("acl", "advcl")
            and "aux" not in by_label
        ):
            passive = not by_label.keys() & {"dobj", "nsubj"}
        return Verb(token, self.lexicon.lemma(parse.lower[token]), passive, by_label)


def _sums(numbers: Iterable[int]) -> Sequence[int]:
    """The sum of all before each one, and of all."""
    return array("i", accumulate(numbers, initial=0))
