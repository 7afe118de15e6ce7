"""The cue lexicon: how often a word in a frame signals an attribution, and what attitude it expresses."""

from __future__ import annotations

import math
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from functools import cache, cached_property
from pathlib import Path
from typing import Any, Self

from attrs import evolve, field, frozen

from quoteattr.data import text_of
from quoteattr.errors import LexiconError
from quoteattr.forest import Forest
from quoteattr.lexicon import forms
from quoteattr.lexicon.counts import Count, CountedKeys, CountedWords, Key
from quoteattr.records import Attitude
from quoteattr.strict import shown

__all__ = ["ANY", "Count", "Lexicon"]

ANY = "*"
"""The frame (or lemma) that stands for all of them together."""

_FIRM = 3.0
"""Weight of the back-off against the counts of one lemma and frame, in candidates: chosen by cross-fitting on train."""
_HOPELESS = 0.05
"""The lowest threshold."""
_WIDE = 0.15
"""The threshold for the wider idea of an attribution: where linked F1 of both forests' mean is highest on PolNeAR."""
_KEPT = 20_000
"""What is kept of each sort for when it is asked for again."""
_NEW = 4.0, 0.6
"""Weight of what all lemmas do against the counts of one, and how far a lemma never seen falls short of them."""


@frozen
class Lexicon:
    """A table (lemma, part of speech, frame) with back-off, one threshold, attitudes and forms.

    Attributes:
        counts: ``(lemma, part of speech, frame)`` to its count; ``"*"`` stands for all lemmas or all frames.
        attitudes: Lemma to attitude, where it differs from that of its frame.
        ends: What may follow a content, to how often contents went on there.
        speech: Verbs of (a manner of) speaking: a quotation beside one is its content, however rare the verb.
        acts: Verbs of ordering, asking, warning and promising: what they lead to is said, not only wanted.
        threshold: Candidates below this precision are dropped.
        extra_forms: Forms of added verbs, in lower case, with their lemmas.
        ends_forest: Tells how likely a content goes on at a place; without it the counts of ``ends`` do.
        judge: Tells how likely a candidate is an attribution; without it the precision of its cue does.
        report: Tells how likely a careful reader would report it as what somebody said or thinks; without it the judge
            does.
        wide: Whether the wider idea of an attribution decides, with intentions, support and feelings.
    """

    counts: Mapping[Key, Count] = field(repr=False, hash=False)
    attitudes: Mapping[str, Attitude] = field(repr=False, hash=False)
    ends: Mapping[str, Count] = field(factory=dict, repr=False, hash=False)
    threshold: float = 0.36
    speech: frozenset[str] = frozenset()
    acts: frozenset[str] = frozenset()
    extra_forms: Mapping[str, str] = field(factory=dict, hash=False)
    ends_forest: Forest | None = field(default=None, repr=False, hash=False, eq=False)
    judge: Forest | None = field(default=None, repr=False, hash=False, eq=False)
    report: Forest | None = field(default=None, repr=False, hash=False, eq=False)
    wide: bool = False

    @classmethod
    def default(cls) -> Lexicon:
        """The lexicon that ships with the library, counted on PolNeAR's training articles and annotated news."""
        return _default()

    @classmethod
    def from_toml(cls, path: str | Path) -> Lexicon:
        """The default lexicon, extended by a TOML file.

        The file has a table ``[verbs]`` (lemma to attitude, ``"tweet" = "assertion"``) and may have a table ``[forms]``
        (lemma to a list of irregular forms) and a number ``threshold``.

        Args:
            path: The file.

        Raises:
            LexiconError: The file cannot be read, is not TOML, or has an entry of another form.
        """
        try:
            data = tomllib.loads(Path(path).read_text(encoding="utf-8"))
        except OSError as error:
            raise LexiconError(f"cannot read the lexicon {path}: {error.strerror or error}") from error
        except RecursionError:
            raise LexiconError(f"the lexicon {path} is nested too deep to be read") from None
        except ValueError as error:  # the syntax, the encoding, a number of thousands of digits, a NUL in the name
            raise LexiconError(f"the lexicon {path} is not a TOML file: {error}") from error
        unknown = sorted(set(data) - {"verbs", "forms", "threshold"})
        if unknown:
            raise LexiconError(f"the lexicon {path} may hold verbs, forms and threshold; it has {', '.join(unknown)}")
        verbs, irregular = data.get("verbs", {}), data.get("forms", {})
        if not isinstance(verbs, dict) or not isinstance(irregular, dict):
            raise LexiconError(f"verbs and forms of the lexicon {path} must be tables")
        lexicon = cls.default().extended(verbs=verbs, forms=irregular)
        if "threshold" in data:
            threshold = data["threshold"]
            if isinstance(threshold, bool) or not isinstance(threshold, int | float) or not 0 <= threshold <= 1:
                raise LexiconError(
                    f"the threshold of the lexicon {path} must be a number from 0 to 1, not {shown(threshold)}"
                )
            lexicon = evolve(lexicon, threshold=float(threshold))
        return lexicon

    def extended(
        self,
        *,
        verbs: Mapping[str, Attitude | str] | None = None,
        forms: Mapping[str, Iterable[str]] | None = None,
    ) -> Self:
        """This lexicon with more verbs that report.

        Args:
            verbs: Lemma to attitude. They are taken for cues before a clause, a quotation and an infinitive.
            forms: Lemma to its forms, where they are irregular.

        Raises:
            LexiconError: A lemma is not one word of letters and hyphens, or an attitude is unknown.

        >>> "subtweet" in Lexicon.default().extended(verbs={"subtweet": "assertion"})
        True
        """
        counts, attitudes, extra = dict(self.counts), dict(self.attitudes), dict(self.extra_forms)
        irregular = {lemma: _forms(lemma, given) for lemma, given in (forms or {}).items()}
        strangers = sorted(set(irregular).difference(verbs or {}))
        if strangers:
            raise LexiconError(f"forms are given for {', '.join(strangers)}, which no added verb is")
        for lemma, attitude in (verbs or {}).items():
            if not isinstance(lemma, str) or not lemma.replace("-", "").isalpha():
                raise LexiconError(f"a verb of the lexicon must be one word, its base form; got {shown(lemma)}")
            lemma = lemma.lower()
            try:
                attitudes[lemma] = Attitude(attitude)
            except ValueError as error:
                known = ", ".join(member.value for member in Attitude)
                raise LexiconError(
                    f"the attitude of {lemma!r} must be one of {known}; got {shown(attitude)}"
                ) from error
            for frame in _REPORTING:
                counts[lemma, "VERB", frame] = Count(100.0, 100.0)
            for form in (*_inflect(lemma), *irregular.get(lemma, ())):
                extra[form.lower()] = lemma
        return evolve(self, counts=counts, attitudes=attitudes, extra_forms=extra)

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

    def __contains__(self, lemma: object) -> bool:
        return (lemma, "VERB", ANY) in self.counts

    def lemma(self, form: str) -> str:
        """The lemma of a verb form in lower case; the form itself where it is unknown."""
        return self.extra_forms.get(form) or self._forms.get(form, form)

    def precision(self, lemma: str, pos: str, frame: str) -> float:
        """The share of candidates of this lemma and frame that are attributions, 0 to 1.

        A rare pair leans on what its lemma does in all frames and what the frame does with all lemmas (their log odds
        added), by the weight of three candidates.
        """
        cached = self._precisions.get((lemma, pos, frame))
        if cached is None:
            if len(self._precisions) >= _KEPT:
                self._precisions.clear()
            cached = self._precisions[lemma, pos, frame] = self._estimate(lemma, pos, frame)
        return cached

    def seen(self, lemma: str, pos: str, frame: str) -> float:
        """How many candidates of this lemma and frame were counted."""
        count = self.counts.get((lemma, pos, frame))
        return count.candidates if count else 0.0

    def added(self, lemma: str, frame: str) -> bool:
        """Whether a verb was added to the default lexicon, and so reports in this frame."""
        return frame in _REPORTING and lemma in self._added

    def goes_on(self, features: Sequence[str]) -> float:
        """The share of training contents that went on at a place with these features, 0 to 1.

        Args:
            features: Keys of ``ends``, the most telling first; each leans on the ones behind it.
        """
        key = tuple(features)
        known = self._shares.get(key)
        if known is not None:
            return known
        share = 0.7
        for feature in reversed(features):
            count = self.ends.get(feature)
            if count is not None:
                share = (count.cues + _FIRM * share) / (count.candidates + _FIRM)
        if len(self._shares) >= _KEPT:
            self._shares.clear()
        self._shares[key] = share
        return share

    def reports(self, lemma: str) -> bool:
        """Whether a verb is known to report clauses or quotations, so that a quotation beside it is its content."""
        known = self._reporting.get(lemma)
        if known is None:
            if len(self._reporting) >= _KEPT:
                self._reporting.clear()
            known = self._reporting[lemma] = lemma in self.speech or self._mostly_reports(lemma)
        return known

    def _mostly_reports(self, lemma: str) -> bool:
        counts = [self.counts.get((lemma, "VERB", frame)) for frame in ("clause", "clause-left", "parataxis")]
        cues = sum(count.cues for count in counts if count)
        candidates = sum(count.candidates for count in counts if count)
        return (cues + 0.6) / (candidates + 2.0) >= max(self.threshold, 0.5)

    def attitude(self, lemma: str, frame: str) -> Attitude:
        """The attitude of a cue: its own, or that of its frame."""
        own = self.attitudes.get(lemma)
        if lemma in _NAMING and not frame.endswith("infinitive"):
            return Attitude.ASSERTION
        if own is None and frame.endswith("infinitive") and not frame.startswith(("seem", "poss", "obj+")):
            return Attitude.EVENTUALITY
        return own or Attitude.ASSERTION

    @cached_property
    def _forms(self) -> Mapping[str, str]:
        return forms.table()

    @cached_property
    def _added(self) -> frozenset[str]:
        return frozenset(self.extra_forms.values())

    @cached_property
    def _reporting(self) -> dict[str, bool]:
        return {}

    @cached_property
    def _shares(self) -> dict[tuple[str, ...], float]:
        return {}

    @cached_property
    def _precisions(self) -> dict[Key, float]:
        return {}

    def _estimate(self, lemma: str, pos: str, frame: str) -> float:
        zero = Count(0.0, 0.0)
        everything = self._smoothed((ANY, pos, ANY), 0.3)
        by_frame = self._smoothed((ANY, pos, frame), everything)
        of_lemma = self.counts.get((lemma, pos, ANY), zero)
        by_lemma = (of_lemma.cues + _NEW[0] * _NEW[1] * everything) / (of_lemma.candidates + _NEW[0])
        back_off = 1.0 / (1.0 + math.exp(-(_logit(by_frame) + _logit(by_lemma) - _logit(everything))))
        own = self.counts.get((lemma, pos, frame), zero)
        return (own.cues + _FIRM * back_off) / (own.candidates + _FIRM)

    def _smoothed(self, key: Key, prior: float) -> float:
        count = self.counts.get(key, Count(0.0, 0.0))
        return (count.cues + 2.0 * prior) / (count.candidates + 2.0)


_NAMING = frozenset(("call", "insist", "swear"))
"""Verbs of wanting before an infinitive, of saying elsewhere: "called the plan a disaster", "insisted that"."""
_REPORTING = (ANY, "clause", "clause-left", "parataxis", "quote", "infinitive")


def _logit(share: float) -> float:
    share = min(max(share, 0.01), 0.99)
    return math.log(share / (1.0 - share))


def _forms(lemma: str, given: object) -> tuple[str, ...]:
    listed = tuple(given) if isinstance(given, Iterable) and not isinstance(given, str) else None
    if listed is None or not all(isinstance(form, str) for form in listed):
        raise LexiconError(f"the forms of {lemma!r} must be a list of words; got {shown(given)}")
    return listed


def _inflect(lemma: str) -> tuple[str, ...]:
    return forms.inflect(lemma)


@cache
def _default() -> Lexicon:
    listed: dict[str, Any] = tomllib.loads(text_of("attitudes.toml"))
    attitudes = {lemma: Attitude(name) for name, lemmas in listed.items() for lemma in lemmas}
    speech = tomllib.loads(text_of("speech.toml"))
    return Lexicon(
        counts=CountedKeys("cues.tsv"),
        attitudes=attitudes,
        speech=frozenset(speech["verbs"]),
        acts=frozenset(speech["acts"]),
        ends=CountedWords("ends.tsv"),
        ends_forest=_forest("ends"),
        judge=_forest("judge"),
        report=_forest("report"),
    )


def _forest(name: str) -> Forest | None:
    """A forest of the data that ship; ``None`` before the first training."""
    trees = text_of(f"{name}_trees.tsv")
    return Forest.from_text(trees, text_of(f"{name}_values.tsv")) if trees else None
