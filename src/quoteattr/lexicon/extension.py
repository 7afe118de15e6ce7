"""What users add to the lexicon: verbs with their attitudes and forms, lists of words; and the file that holds them."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from attrs import frozen

from quoteattr.errors import LexiconError, shown
from quoteattr.lexicon.forms import inflect
from quoteattr.records import Attitude

__all__ = ["LISTS", "Verbs", "read", "threshold_of", "words"]

LISTS = ("stop_verbs", "titles", "roles")
"""The lists that a file may have."""
_TABLES = ("verbs", "forms")

_NAMED = 5
"""Names that an error tells, at most."""


@frozen
class Verbs:
    """Verbs that report.

    Attributes:
        attitudes: Lemma to attitude, in lower case.
        forms: Form to lemma, in lower case.
    """

    attitudes: Mapping[str, Attitude]
    forms: Mapping[str, str]

    @classmethod
    def of(
        cls,
        verbs: Mapping[str, Attitude | str],
        forms: Mapping[str, Iterable[str]],
        stops: Iterable[str] = (),
    ) -> Verbs:
        """The verbs that a user gives, with their regular forms and the irregular ones.

        Args:
            verbs: Lemma to attitude.
            forms: Lemma to its irregular forms.
            stops: Lemmas of verbs that are no cues; they have forms, too.

        Raises:
            LexiconError: A lemma is not one word of letters and hyphens, an attitude is unknown, or forms are no list
                of words, or of no verb among these, or a verb is also one that is no cue.
        """
        irregular = {lemma: _forms(lemma, given) for lemma, given in forms.items()}
        strangers = sorted(set(irregular).difference(verbs, stops))
        if strangers:
            raise LexiconError(f"forms are given for {_some(strangers)}, which no added verb is")
        attitudes, lemmas = dict[str, Attitude](), dict[str, str]()
        for given, attitude in verbs.items():
            lemma = _lemma(given)
            attitudes[lemma] = _attitude(lemma, attitude)
            lemmas |= {form.lower(): lemma for form in (*inflect(lemma), *irregular.get(given, ()))}
        for lemma in stops:
            if lemma in attitudes:
                raise LexiconError(f"{lemma!r} is among the verbs and among the stop_verbs; take it out of one of them")
            lemmas |= {form.lower(): lemma for form in (*inflect(lemma), *irregular.get(lemma, ()))}
        return cls(attitudes, lemmas)


def words(name: str, given: Iterable[str], *, several: bool = False) -> frozenset[str]:
    """The entries of a list of words, in lower case.

    Args:
        name: What the list is called, for an error.
        given: The list.
        several: Whether an entry may be several words.

    Raises:
        LexiconError: It is no list of words.
    """
    listed = tuple(given) if isinstance(given, Iterable) and not isinstance(given, str) else (None,)
    for one in listed:
        parts = one.replace("-", "").replace(".", "").split() if isinstance(one, str) else ()
        if not parts or not all(map(str.isalpha, parts)) or (len(parts) > 1 and not several):
            raise LexiconError(
                f"{name} must be a list of {'words' if several else 'single words'}; got {shown(one or given)}"
            )
    return frozenset(" ".join(str(one).lower().split()) for one in listed)


def read(path: str | Path) -> dict[str, Any]:
    """The tables ``verbs`` and ``forms``, the lists and the threshold of a lexicon file.

    Raises:
        LexiconError: The file cannot be read, is not TOML, or has an entry of another name or form.
    """
    try:
        data = tomllib.loads(Path(path).read_text(encoding="utf-8-sig"))
    except OSError as error:
        raise LexiconError(f"cannot read the lexicon {path}: {error.strerror or error}") from error
    except RecursionError:
        raise LexiconError(f"the lexicon {path} is nested too deep to be read") from None
    except ValueError as error:  # the syntax, the encoding, a number of thousands of digits, a NUL in the name
        raise LexiconError(f"the lexicon {path} is not a TOML file: {error}") from error
    unknown = sorted(set(data) - {*_TABLES, *LISTS, "threshold"})
    if unknown:
        known = ", ".join((*_TABLES, *LISTS))
        raise LexiconError(f"the lexicon {path} may hold {known} and threshold; it has {_some(unknown)}")
    if not isinstance(data.get("verbs", {}), dict) or not isinstance(data.get("forms", {}), dict):
        raise LexiconError(f"verbs and forms of the lexicon {path} must be tables")
    lost = [one for name in _TABLES for one in (*LISTS, "threshold") if one in data.get(name, ())]
    if lost:
        raise LexiconError(f"the lexicon {path} has {_some(lost)} within a table: put it above [verbs] and [forms]")
    return data


def _some(names: Sequence[str]) -> str:
    """The first names of many, and how many more there are."""
    more = f" and {len(names) - _NAMED} more" if len(names) > _NAMED else ""
    return ", ".join(f"{name:.60}" for name in names[:_NAMED]) + more


def threshold_of(path: str | Path, threshold: object) -> float:
    """The threshold that a lexicon file holds.

    Raises:
        LexiconError: It is no number from 0 to 1.
    """
    if isinstance(threshold, bool) or not isinstance(threshold, int | float) or not 0 <= threshold <= 1:
        raise LexiconError(f"the threshold of the lexicon {path} must be a number from 0 to 1, not {shown(threshold)}")
    return float(threshold)


def _lemma(given: object) -> str:
    if not isinstance(given, str) or not given.replace("-", "").isalpha():
        raise LexiconError(f"a verb of the lexicon must be one word, its base form; got {shown(given)}")
    return given.lower()


def _attitude(lemma: str, given: Attitude | str) -> Attitude:
    try:
        return Attitude(given)
    except ValueError as error:
        known = ", ".join(member.value for member in Attitude)
        raise LexiconError(f"the attitude of {lemma!r} must be one of {known}; got {shown(given)}") from error


def _forms(lemma: str, given: object) -> tuple[str, ...]:
    listed = tuple(given) if isinstance(given, Iterable) and not isinstance(given, str) else None
    if listed is None or not all(isinstance(form, str) for form in listed):
        raise LexiconError(f"the forms of {lemma!r} must be a list of words; got {shown(given)}")
    return listed
