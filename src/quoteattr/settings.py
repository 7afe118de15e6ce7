"""The settings of an extractor: checked and brought into one form, whoever takes them.

``Extractor``, ``extract``, the spaCy component, both commands and archives take the same settings. :class:`Settings`
holds plain values; lexicon files and modules with rules are read when :meth:`Settings.load_lexicon` and
:meth:`Settings.load_rules` are called.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterable, Mapping
from enum import Enum
from types import ModuleType
from typing import TYPE_CHECKING, Any, Final, Self, TypeVar

from attrs import Attribute, asdict, converters, evolve, field, frozen

from quoteattr.errors import SettingError
from quoteattr.explanation import kind_of
from quoteattr.people import KnownPerson, people_of, read_people
from quoteattr.records import Attitude, QuoteKind

if TYPE_CHECKING:
    from spacy.language import Language

    from quoteattr.coreference.sieves.external import Chain
    from quoteattr.lexicon import Lexicon
    from quoteattr.pipeline import Wanted
    from quoteattr.rules import Family

__all__ = ["ATTITUDES", "DEFAULT_POINT", "OPERATING_POINTS", "Settings", "confidence_at", "whole_number"]

_Member = TypeVar("_Member", bound=Enum)

ATTITUDES: Final = frozenset({Attitude.ASSERTION, Attitude.BELIEF, Attitude.EVENTUALITY})
"""The attitudes of indirect speech that come back unless others are asked for."""

OPERATING_POINTS: Final = {"precise": 0.8, "complete": 0.0}
"""Named points of the curve of precision and recall (``docs/confidence.md`` tells what each gives)."""

DEFAULT_POINT: Final = 0.5
"""The point without a setting: precision and recall together are best there on held-out outlets of the tune half."""

SPEAKER_POINTS: Final = {"precise": 0.85, "default": 0.7}
"""Below which confidence a name is withheld: from ``min_confidence="precise"`` on, and before."""

ORGANISATION_POINTS: Final = {"precise": 0.78, "default": 0.68}
"""The same for an organisation."""


def whole_number(name: str, value: int) -> int:
    """``value``, which the setting ``name`` holds.

    Raises:
        SettingError: It is no whole number of at least 1.
    """
    if not isinstance(value, int) or isinstance(value, bool) or value < 1:
        raise SettingError(f"{name} must be a whole number of at least 1; got {value!r:.80}")
    return value


def confidence_at(value: float | str) -> float:
    """The least confidence that a setting names: a number from 0 to 1, or an operating point.

    >>> confidence_at("precise")
    0.8

    Raises:
        SettingError: It is something else.
    """
    if isinstance(value, str) and value in OPERATING_POINTS:
        return OPERATING_POINTS[value]
    if isinstance(value, bool) or not isinstance(value, int | float) or not 0.0 <= value <= 1.0:
        named = " or ".join(map(repr, OPERATING_POINTS))
        raise SettingError(f"min_confidence must be a number from 0 to 1, or {named}; got {value!r:.80}")
    return float(value)


# ---- converters and validators: each is called with what the user gave ---------------------------------------------


def _model(value: str | os.PathLike[str] | Language | None) -> str | Language | None:
    """A saved pipeline by its absolute path, since a worker may stand in another folder."""
    if not isinstance(value, str | os.PathLike):
        return value
    name = os.fspath(value)
    return os.path.abspath(name) if os.path.isfile(os.path.join(name, "config.cfg")) else name


def _attitudes(value: Iterable[Attitude | str] | None) -> frozenset[Attitude]:
    return ATTITUDES if value is None else _members("attitudes", Attitude, value)


def _kinds(value: Iterable[QuoteKind | str] | None) -> frozenset[QuoteKind]:
    return frozenset(QuoteKind if value is None else _members("kinds", QuoteKind, value))


def _members(name: str, kind: type[_Member], value: Iterable[_Member | str]) -> frozenset[_Member]:
    """Members of an enumeration, of which some may be told by their values."""
    expected = f"{name} must be an iterable of {', '.join(repr(member.value) for member in kind)}"
    if isinstance(value, str | bytes | kind) or not isinstance(value, Iterable):
        raise SettingError(f"{expected}; got {value!r:.80}: put it in a list")
    try:
        return frozenset(kind(one) for one in value)
    except ValueError as error:
        raise SettingError(f"{expected}; {error}") from None


def _lexicon(value: Lexicon | str | os.PathLike[str] | None) -> Lexicon | str | None:
    """A file by its absolute path, since a worker may stand in another folder."""
    if isinstance(value, str | os.PathLike):
        return os.path.abspath(value)
    if value is not None:
        from quoteattr.lexicon import Lexicon

        if not isinstance(value, Lexicon):
            raise SettingError(f"lexicon must be a Lexicon or the path of a TOML file; got a {type(value).__name__}")
    return value


def _rules(value: Iterable[Family | str]) -> tuple[Family | str, ...]:
    if isinstance(value, str) or not isinstance(value, Iterable):
        raise SettingError(f"rules must be a list of modules, objects or their names; got {value!r:.80}")
    return tuple(value)


def _people(value: Iterable[KnownPerson | Mapping[str, Any]] | str | os.PathLike[str] | None) -> Any:
    """A file by its absolute path, else the records."""
    if value is None or isinstance(value, str | os.PathLike):
        return None if value is None else os.path.abspath(value)
    return people_of(value)


def _without(value: Iterable[str]) -> tuple[str, ...]:
    """Each id once, in order, so that equal settings are equal."""
    if isinstance(value, str | bytes) or not isinstance(value, Iterable):
        raise SettingError(f"without must be a list of ids of rules; got {value!r:.80}")
    ids = tuple(value)
    for one in ids:
        kind = kind_of(one) if isinstance(one, str) else None
        if kind is None:
            raise SettingError(
                f"without must hold ids of rules that quoteattr has; got {one!r:.80}: "
                "python -m quoteattr.catalogue lists them"
            )
        if kind == "names":
            raise SettingError(
                f"without must hold ids of rules that find quotes, speakers or organisations; got {one!r}, which finds "
                "names: python -m quoteattr.catalogue lists each kind under its heading"
            )
    return tuple(sorted(set(ids)))


def _function_or_none(_: object, __: object, value: Any) -> None:
    if value is not None and not callable(value):
        raise SettingError(f"coreference must be a function that gives the chains of a text; got {value!r:.80}")


def _switch(_: object, __: object, value: Any) -> None:
    if value is not None and not isinstance(value, bool):
        raise SettingError(f"accelerate must be True, False or None; got {value!r:.80}")


def _truth(_: object, attribute: Attribute[bool], value: Any) -> None:
    if not isinstance(value, bool):
        raise SettingError(f"{attribute.name} must be True or False; got {value!r:.80}")


# ---- the settings --------------------------------------------------------------------------------------------------


@frozen(kw_only=True)
class Settings:
    """What an extractor is to find, and with what. Equal settings find the same.

    Args:
        model: A spaCy package name, the path of a saved pipeline, or a loaded ``Language``; the default is the small
            English model that is installed with quoteattr.
        attitudes: Which attitudes of **indirect** speech come back, as :class:`Attitude` or its values; the default is
            assertion, belief and eventuality (orders, requests, promises). Direct and mixed quotes always come back.
        lexicon: A :class:`~quoteattr.lexicon.Lexicon`, or the path of a TOML file; the default is the lexicon that
            comes with quoteattr.
        rules: Families of custom rules (:mod:`quoteattr.rules`): modules, objects, or their names.
        coreference: A function that gives the coreference chains of a text, each a list of ``(start, end)``: a source
            that is a pronoun or a description is then whom its chain names.
        accelerate: Parse with quoteattr's own engine where it is known to give the same parse as spaCy
            (``docs/models.md``). ``None``, the default: do so for a model that quoteattr loads itself. ``True``: also
            for a loaded ``Language``, which must then not be trained or altered any more. ``False``: never.
        min_confidence: The least confidence of a quote that comes back: a number from 0 to 1, ``"precise"`` or
            ``"complete"`` (``docs/confidence.md``). The default, ``None``, is 0.5, where precision and recall together
            are best; with every attitude it is ``"complete"``.
        people: People and organisations that you know (``docs/how-to/known-people.md``): the path of a CSV, JSONL or
            TOML file, or records as :class:`~quoteattr.people.KnownPerson` or dicts. Their names are recognised, their
            aliases joined, and their ids come back as ``Speaker.known_id``.
        kinds: Which kinds of quotes come back, as :class:`QuoteKind` or its values; by default all. All are found and
            resolved first, so that the others are the same whichever are asked for.
        nested: Whether attributions within attributions come back as well, those of clauses and quotations:
            ``Quote.within`` is the id of the outer quote. The outer quotes are the same with and without.
        sourceless: Whether quotations in marks come back as well that the article gives nobody for: their ``speaker``
            is ``None``. The other quotes are the same with and without.
        without: Ids of rules that are switched off, those that find quotes, speakers or organisations
            (``python -m quoteattr.catalogue`` lists them). This is for measuring what a rule is worth
            (``docs/evaluation.md``), so that only ``Extractor.of`` takes it: nothing else is adjusted to the rules
            that are left.

    Raises:
        SettingError: A setting has a value that it may not have.
        PeopleError: A record of ``people`` is malformed.
    """

    model: str | Language | None = field(default=None, converter=_model)
    attitudes: frozenset[Attitude] = field(default=None, converter=_attitudes)
    lexicon: Lexicon | str | None = field(default=None, converter=_lexicon)
    rules: tuple[Family | str, ...] = field(default=(), converter=_rules)
    coreference: Callable[[str], Iterable[Chain]] | None = field(default=None, validator=_function_or_none)
    accelerate: bool | None = field(default=None, validator=_switch)
    min_confidence: float | None = field(default=None, converter=converters.optional(confidence_at))
    people: tuple[KnownPerson, ...] | str | None = field(default=None, converter=_people)
    kinds: frozenset[QuoteKind] = field(default=None, converter=_kinds)
    nested: bool = field(default=False, validator=_truth)
    sourceless: bool = field(default=False, validator=_truth)
    without: tuple[str, ...] = field(default=(), converter=_without)

    @property
    def least_confidence(self) -> float:
        """The least confidence of a quote that comes back, with the default worked out.

        >>> Settings().least_confidence, Settings(attitudes=list(Attitude)).least_confidence
        (0.5, 0.0)
        """
        if self.min_confidence is not None:
            return self.min_confidence
        return OPERATING_POINTS["complete"] if self.attitudes == set(Attitude) else DEFAULT_POINT

    @property
    def least_speaker_confidence(self) -> float:
        """Below which confidence the name of a speaker is withheld.

        >>> Settings(min_confidence="complete").least_speaker_confidence
        0.0
        """
        return self._at(SPEAKER_POINTS)

    @property
    def least_organisation_confidence(self) -> float:
        """Below which confidence an organisation is withheld."""
        return self._at(ORGANISATION_POINTS)

    def _at(self, points: Mapping[str, float]) -> float:
        """The point for the least confidence of a quote: none where every quote comes back."""
        least = self.least_confidence
        if least <= OPERATING_POINTS["complete"]:
            return 0.0
        return points["precise" if least >= OPERATING_POINTS["precise"] else "default"]

    @property
    def wanted(self) -> Wanted:
        """What comes back of all that is found."""
        from quoteattr.pipeline import Wanted

        return Wanted(
            attitudes=self.attitudes,
            kinds=self.kinds,
            min_confidence=self.least_confidence,
            least_speaker=self.least_speaker_confidence,
            least_organisation=self.least_organisation_confidence,
            nested=self.nested,
            sourceless=self.sourceless,
        )

    def load_lexicon(self) -> Lexicon:
        """The lexicon, with a threshold that lets the least confidence through.

        Raises:
            LexiconError: Its file cannot be read or is malformed.
        """
        from quoteattr.lexicon import Lexicon

        if self.lexicon is None:
            lexicon = Lexicon.default()
        else:
            lexicon = Lexicon.from_toml(self.lexicon) if isinstance(self.lexicon, str) else self.lexicon
        return lexicon.lenient(self.least_confidence)

    def load_rules(self) -> tuple[Family, ...]:
        """The families of custom rules.

        Raises:
            SettingError: One cannot be imported, is no family, or has the id of another rule.
        """
        if not self.rules:
            return ()
        from quoteattr.rules import families_of

        return families_of(self.rules)

    def load_people(self) -> tuple[KnownPerson, ...]:
        """Those whom the user knows.

        Raises:
            PeopleError: Their file cannot be read or is malformed.
        """
        return read_people(self.people) if isinstance(self.people, str) else self.people or ()

    def portable(self, model: str) -> Self:
        """These settings for another process: the model by its source, modules by their names."""
        named = [one.__name__ if isinstance(one, ModuleType) else one for one in self.rules]
        return evolve(self, model=model, rules=named)

    def to_dict(self) -> dict[str, Any]:
        """These settings as JSON holds them.

        Raises:
            SettingError: One is no plain value: a loaded ``Language``, a ``Lexicon``, a function or an object.
        """
        plain = asdict(self, recurse=False) | {
            "attitudes": sorted(attitude.value for attitude in self.attitudes),
            "kinds": sorted(kind.value for kind in self.kinds),
        }
        for name, value in plain.items():
            try:
                plain[name] = json.loads(json.dumps(value))
            except TypeError:
                raise SettingError(
                    f"{name} must be a plain value here, such as the name of a module or the path of a file, "
                    f"so that it can be written down; got {value!r:.80}"
                ) from None
        return plain
