"""The cue lexicon: all that the rules ask about words, in one value that users can extend."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping, Sequence
from functools import cache, cached_property
from pathlib import Path
from typing import Self

from attrs import evolve, field, frozen

from quoteattr.data import text_of
from quoteattr.forest import Forest
from quoteattr.lexicon import extension, forms
from quoteattr.lexicon.attitudes import attitude_of, attitudes
from quoteattr.lexicon.classifiers import Classifiers
from quoteattr.lexicon.counts import ANY, Count, CountedKeys, CountedWords, Key, Memo
from quoteattr.lexicon.tables import BoundaryTable, CueTable
from quoteattr.records import Attitude

__all__ = ["Lexicon"]

_HOPELESS = 0.05
"""The lowest threshold."""
_WIDE = 0.15
"""The threshold for the wider idea of an attribution: where linked F1 of both forests' mean is highest on PolNeAR."""
_MOSTLY = 0.5
"""The share of a verb's clauses that it reports, from which on it is known to report."""
_REPORTING = (ANY, "clause", "clause-left", "parataxis", "quote", "infinitive")
"""Frames in which a verb that a user adds is a cue."""
_SURE = Count(100.0, 100.0)


@frozen
class Lexicon:
    """A table of cues with one threshold, attitudes, forms of verbs, and a table of boundaries.

    Attributes:
        counts: ``(lemma, part of speech, frame)`` to its count; ``"*"`` stands for all lemmas or all frames.
        attitudes: Lemma to attitude, where it differs from that of its frame.
        ends: What may follow a content, to how often contents went on there.
        threshold: Candidates below this precision are dropped.
        speech: Verbs of (a manner of) speaking: a quotation beside one is its content, however rare the verb.
        acts: Verbs of ordering, asking, warning and promising: what they lead to is said, not only wanted.
        extra_forms: Forms of added verbs, in lower case, with their lemmas.
        classifiers: What weighs more than the counts; without them the counts alone decide.
        wide: Whether the wider idea of an attribution decides, with intentions, support and feelings.
        no_cues: Verbs that are no cues, whatever was counted.
        titles: Titles of people besides those that are known, in lower case.
        roles: Nouns for people besides those that are known, in lower case.
    """

    counts: Mapping[Key, Count] = field(repr=False, hash=False)
    attitudes: Mapping[str, Attitude] = field(repr=False, hash=False)
    ends: Mapping[str, Count] = field(factory=dict, repr=False, hash=False)
    threshold: float = 0.36
    speech: frozenset[str] = frozenset()
    acts: frozenset[str] = frozenset()
    extra_forms: Mapping[str, str] = field(factory=dict, hash=False)
    classifiers: Classifiers = field(factory=Classifiers, repr=False, hash=False, eq=False)
    wide: bool = False
    no_cues: frozenset[str] = frozenset()
    titles: frozenset[str] = frozenset()
    roles: frozenset[str] = frozenset()

    @classmethod
    def default(cls) -> Lexicon:
        """The lexicon that ships with the library, counted on PolNeAR's training articles and annotated news."""
        return _default()

    @classmethod
    def from_toml(cls, path: str | Path) -> Lexicon:
        """The default lexicon, extended by a TOML file.

        The file may have a table ``[verbs]`` (lemma to attitude, ``"tweet" = "assertion"``) and a table ``[forms]``
        (lemma to a list of irregular forms), the lists ``stop_verbs``, ``titles`` and ``roles``, and a number
        ``threshold``.

        Args:
            path: The file.

        Raises:
            LexiconError: The file cannot be read, is not TOML, or has an entry of another form.
        """
        data = extension.read(path)
        lexicon = cls.default().extended(
            verbs=data.get("verbs"),
            forms=data.get("forms"),
            **{name: data.get(name, ()) for name in extension.LISTS},
        )
        if "threshold" in data:
            lexicon = evolve(lexicon, threshold=extension.threshold_of(path, data["threshold"]))
        return lexicon

    def extended(
        self,
        *,
        verbs: Mapping[str, Attitude | str] | None = None,
        forms: Mapping[str, Iterable[str]] | None = None,
        stop_verbs: Iterable[str] = (),
        titles: Iterable[str] = (),
        roles: Iterable[str] = (),
    ) -> Self:
        """This lexicon with words of your own.

        Args:
            verbs: Lemma to attitude. They are taken for cues before a clause, a quotation and an infinitive.
            forms: Lemma to its forms, where they are irregular.
            stop_verbs: Verbs that are never cues, in the base form.
            titles: What stands before the names of people: "Wing Commander".
            roles: Nouns for people: "showrunner".

        Raises:
            LexiconError: A lemma is not one word of letters and hyphens, an attitude is unknown, a verb is to be a cue
                and none, or a list holds something else than words.

        >>> "subtweet" in Lexicon.default().extended(verbs={"subtweet": "assertion"})
        True
        """
        stops = extension.words("stop_verbs", stop_verbs)
        added = extension.Verbs.of(verbs or {}, forms or {}, stops)
        cues = {(lemma, "VERB", frame): _SURE for lemma in added.attitudes for frame in _REPORTING}
        return evolve(
            self,
            counts={**self.counts, **cues},
            attitudes={**self.attitudes, **added.attitudes},
            extra_forms={**self.extra_forms, **added.forms},
            no_cues=self.no_cues.difference(added.attitudes) | stops,
            titles=self.titles | extension.words("titles", titles, several=True),
            roles=self.roles | extension.words("roles", roles),
        )

    def lenient(self, share: float | None) -> Self:
        """A lexicon whose threshold lets in whatever is at least this likely; the same one where it does so already.

        Args:
            share: 0 to 1; below 0.05 nothing is worth a look. ``None`` for the threshold as it is, and 0 for the wider
                idea of an attribution.
        """
        if share == 0.0:
            return self.widened()
        if share is None or share >= self.threshold:
            return self
        return evolve(self, threshold=max(share, _HOPELESS))

    def widened(self) -> Self:
        """This lexicon with PolNeAR's wider idea of an attribution: whatever somebody says, thinks, wants or feels."""
        return evolve(self, wide=True, threshold=min(self.threshold, _WIDE))

    def with_classifiers(
        self, *, boundary: Forest | None = None, attribution: Forest | None = None, report: Forest | None = None
    ) -> Self:
        """This lexicon with these classifiers; where one is ``None``, the present one stays."""
        given = {"boundary": boundary, "attribution": attribution, "report": report}
        replaced = {name: forest for name, forest in given.items() if forest is not None}
        return evolve(self, classifiers=evolve(self.classifiers, **replaced))

    def __contains__(self, lemma: object) -> bool:
        return (lemma, "VERB", ANY) in self.counts

    def lemma(self, form: str) -> str:
        """The lemma of a verb form in lower case; the form itself where it is unknown."""
        return self.extra_forms.get(form) or self._forms.get(form, form)

    def precision(self, lemma: str, pos: str, frame: str) -> float:
        """The share of candidates of this lemma and frame that are attributions, 0 to 1.

        A rare pair leans on what its lemma does in all frames and what the frame does with all lemmas.
        """
        return self._cues.precisions[lemma, pos, frame]

    def seen(self, lemma: str, pos: str, frame: str) -> float:
        """How many candidates of this lemma and frame were counted."""
        count = self.counts.get((lemma, pos, frame))
        return count.candidates if count else 0.0

    def added(self, lemma: str, frame: str) -> bool:
        """Whether a verb was added to the default lexicon, and so reports in this frame."""
        return frame in _REPORTING and lemma in self._added

    def goes_on(self, keys: Sequence[str]) -> float:
        """The share of training contents that went on at a boundary with these keys, 0 to 1.

        Args:
            keys: Keys of ``ends``, the most telling first; each leans on the ones behind it.
        """
        return self._boundaries.shares[tuple(keys)]

    def reports(self, lemma: str) -> bool:
        """Whether a verb is known to report clauses or quotations, so that a quotation beside it is its content."""
        return self._reporting[lemma]

    def attitude(self, lemma: str, frame: str) -> Attitude:
        """The attitude of a cue: its own, or that of its frame."""
        return attitude_of(self.attitudes, lemma, frame)

    @cached_property
    def _cues(self) -> CueTable:
        return CueTable(self.counts)

    @cached_property
    def _boundaries(self) -> BoundaryTable:
        return BoundaryTable(self.ends)

    @cached_property
    def _reporting(self) -> Mapping[str, bool]:
        mostly = max(self.threshold, _MOSTLY)
        return Memo(lambda lemma: lemma not in self.no_cues and self._reports(lemma, mostly))

    def _reports(self, lemma: str, mostly: float) -> bool:
        return lemma in self.speech or self._cues.reporting(lemma) >= mostly

    @cached_property
    def _forms(self) -> Mapping[str, str]:
        return forms.table()

    @cached_property
    def _added(self) -> frozenset[str]:
        return frozenset(self.extra_forms.values()) - self.no_cues


@cache
def _default() -> Lexicon:
    speech = tomllib.loads(text_of("speech.toml"))
    return Lexicon(
        counts=CountedKeys("cues.tsv"),
        attitudes=attitudes(),
        speech=frozenset(speech["verbs"]),
        acts=frozenset(speech["acts"]),
        ends=CountedWords("ends.tsv"),
        classifiers=Classifiers.default(),
    )
