"""The people and organisations that a user knows: a record for each, and the files that hold them."""

from __future__ import annotations

import calendar
import contextlib
import csv
import json
import os
import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime
from typing import Any

from attrs import asdict, field, frozen

from quoteattr.errors import PeopleError, shown
from quoteattr.records import SpeakerKind

__all__ = ["KnownPerson", "day_of", "people_of", "read_people", "to_lines"]

_FIELDS = {
    "name": "name",
    "aliases": "aliases",
    "alias": "aliases",
    "role": "role",
    "organisation": "organisation",
    "organization": "organisation",
    "from": "valid_from",
    "valid_from": "valid_from",
    "to": "valid_to",
    "valid_to": "valid_to",
    "id": "id",
    "kind": "kind",
    "note": "",
}
"""What a column or key is called, to the attribute that it fills; a note fills none."""
_TOLD = "name, aliases, role, organisation, from, to, id, kind or note"
_BETWEEN = re.compile(r"[;|]")
_DAY = re.compile(r"(\d{4})(?:-(\d\d?)(?:-(\d\d?))?)?")
_FORMS = ("%B %d, %Y", "%b %d, %Y", "%d %B %Y", "%d %b %Y", "%A, %B %d, %Y", "%A, %d %B %Y", "%d.%m.%Y")
"""How dates are written out, as :func:`time.strptime` reads them."""
_TABLE = re.compile(r"\s*\[\[\s*people\s*\]\]")
_DELIMITERS = ",;\t|"
_QUOTED = re.compile(r'"[^"]*+"')
_KINDS = {"person": SpeakerKind.PERSON, "organisation": SpeakerKind.ORGANISATION}


# ---- the record: each converter is called with what the user gave --------------------------------------------------


def day_of(value: object, *, last: bool = False) -> date | None:
    """The day that a date tells: the first one of a month or a year without a day, or the ``last`` one.

    >>> day_of("2024-02", last=True)
    datetime.date(2024, 2, 29)

    Args:
        value: ``2024-05-01``, ``2024-05`` or ``2024``, with anything behind a full date, or a date in words such as
            ``May 1, 2024``; else there is no day.
        last: Whether the last day of a month or a year is meant.
    """
    if isinstance(value, date):
        return value.date() if isinstance(value, datetime) else value
    found = _DAY.match(str(value).strip())
    if found is None:
        return _day_in_words(str(value))
    year, month, day = (int(part) if part else 0 for part in found.groups())
    try:
        month = month or (12 if last else 1)
        return date(year, month, day or (calendar.monthrange(year, month)[1] if last else 1))
    except ValueError:
        return None


def _day_in_words(value: str) -> date | None:
    for form in _FORMS:
        with contextlib.suppress(ValueError):
            return datetime.strptime(" ".join(value.split()), form).date()
    return None


def _words(what: str, value: object) -> str | None:
    if value is None or isinstance(value, str):
        return " ".join(value.split()) or None if value else None
    raise PeopleError(f"{what} must be a string; got {shown(value)}")


def _name(value: object) -> str:
    name = _words("name", value)
    if name is None:
        raise PeopleError("name is missing: give each person one")
    if not any(map(str.isalpha, name)):
        raise PeopleError(f"name must have letters; got {shown(value)}")
    return name


def _aliases(value: object) -> tuple[str, ...]:
    """Several names in one string have semicolons or bars between them."""
    given = _BETWEEN.split(value) if isinstance(value, str) else () if value is None else value
    given = tuple(given) if isinstance(given, Iterable) else (None,)
    if not all(isinstance(one, str) for one in given):
        raise PeopleError(f"aliases must be a list of names, or names with semicolons between; got {shown(value)}")
    return tuple(_name(one) for one in dict.fromkeys(given) if one.strip())


def _identity(value: object) -> str | None:
    return str(value) if isinstance(value, int) and not isinstance(value, bool) else _words("id", value)


def _kind(value: object) -> SpeakerKind:
    if isinstance(value, SpeakerKind) and value in _KINDS.values():
        return value
    given = str(value).strip().lower().replace("organization", "organisation") if isinstance(value, str) else value
    if not given:
        return SpeakerKind.PERSON
    if given not in _KINDS:
        raise PeopleError(f"kind must be person or organisation; got {shown(value)}")
    return _KINDS[given]


def _day(what: str, value: object, *, last: bool = False) -> date | None:
    if value is None or value == "":
        return None
    found = day_of(value, last=last) if isinstance(value, date) or _is_day(value) else None
    if found is None:
        raise PeopleError(f"{what} must be a date such as 2024-05-01, 2024-05 or 2024; got {shown(value)}")
    return found


def _role(value: object) -> str | None:
    return _words("role", value)


def _organisation(value: object) -> str | None:
    return _words("organisation", value)


def _from(value: object) -> date | None:
    return _day("from", value)


def _to(value: object) -> date | None:
    return _day("to", value, last=True)


def _is_day(value: object) -> bool:
    return isinstance(value, str | int) and _DAY.fullmatch(str(value).strip()) is not None


@frozen
class KnownPerson:
    """A person, or an organisation, whom the user knows, with what he or she was during one period.

    Somebody who has held several offices has a record for each, with the same id, or with the same name and no id.

    Args:
        name: The full name.
        aliases: Other names in full, short forms and acronyms: all by which articles call nobody else, such as a
            surname alone. A string may hold several, with semicolons between.
        role: "minister of health".
        organisation: For whom the person speaks.
        valid_from: The first day on which role and organisation hold; ``None`` for any.
        valid_to: The last day; ``None`` for any. Both are dates, or strings as ``2024-05-01``, ``2024-05`` or ``2024``.
        id: What others know the person by, such as a Wikidata item (``"Q42"``).
        kind: Person or organisation.

    Raises:
        PeopleError: There is no name, or one of these is of another form.
    """

    name: str = field(converter=_name)
    aliases: tuple[str, ...] = field(default=(), converter=_aliases)
    role: str | None = field(default=None, converter=_role)
    organisation: str | None = field(default=None, converter=_organisation)
    valid_from: date | None = field(default=None, converter=_from)
    valid_to: date | None = field(default=None, converter=_to)
    id: str | None = field(default=None, converter=_identity)
    kind: SpeakerKind = field(default=SpeakerKind.PERSON, converter=_kind)

    def __attrs_post_init__(self) -> None:
        if self.valid_from is not None and self.valid_to is not None and self.valid_to < self.valid_from:
            raise PeopleError(f"from must be before to; got {self.valid_from} and {self.valid_to}")

    @property
    def forms(self) -> tuple[str, ...]:
        """The name and the aliases."""
        return self.name, *self.aliases

    @property
    def key(self) -> str:
        """What all records of one person share: the id, or without one the name."""
        return self.id or f"name {self.name.casefold()}"

    def holds_on(self, day: date | None) -> bool:
        """Whether role and organisation hold on a day; on an unknown one they do."""
        if day is None:
            return True
        return (self.valid_from or day) <= day <= (self.valid_to or day)


def people_of(records: object) -> tuple[KnownPerson, ...]:
    """The records that a user gives in a list: as :class:`KnownPerson`, or as dicts with the keys of the files.

    Raises:
        PeopleError: It is no list of these; the text tells which element is wrong.
    """
    if isinstance(records, str | bytes | Mapping | KnownPerson) or not isinstance(records, Iterable):
        raise PeopleError(f"people must be a list of records, or the path of a file; got {shown(records)}")
    return tuple(_person(one, f"person {number}") for number, one in enumerate(records, 1))


def _person(given: object, place: str) -> KnownPerson:
    if isinstance(given, KnownPerson):
        return given
    if not isinstance(given, Mapping):
        raise PeopleError(f"{place}: expected a KnownPerson, or a dict with a name; got {shown(given)}")
    values: dict[str, Any] = {}
    for key, value in given.items():
        attribute = _FIELDS.get(str(key).strip().lower())
        if attribute is None:
            raise PeopleError(f"{place}: expected {_TOLD}, got {shown(key)}: rename it to note to have it passed over")
        if attribute:
            values[attribute] = value
    try:
        return KnownPerson(**{"name": None} | values)
    except PeopleError as error:
        raise PeopleError(f"{place}: {error}") from None


# ---- files ---------------------------------------------------------------------------------------------------------


def read_people(path: str | os.PathLike[str]) -> tuple[KnownPerson, ...]:
    """The people of a file: CSV (``.csv``, ``.tsv``), JSON lines (``.jsonl``, ``.ndjson``) or TOML (``.toml``).

    Args:
        path: The file.

    Raises:
        PeopleError: It cannot be read, is of another format, or holds something that is no person; the text tells the
            line.
    """
    name = os.fspath(path)
    reader = _READERS.get(os.path.splitext(name)[1].lower())
    if reader is None:
        raise PeopleError(f"people are read from {', '.join(_READERS)}; got {name}: save it as one of these")
    try:
        with open(name, encoding="utf-8-sig", newline="") as file:
            return tuple(_person(record, f"{name}, {place}") for place, record in reader(file.read(), name))
    except OSError as error:
        raise PeopleError(f"cannot read the people of {name}: {error.strerror or error}") from error
    except UnicodeDecodeError as error:
        raise PeopleError(f"{name}: byte {error.start} is not UTF-8: save the file as UTF-8") from None
    except (RecursionError, ValueError) as error:
        if isinstance(error, PeopleError):
            raise
        raise PeopleError(f"{name}: {error}") from None


def to_lines(people: Iterable[KnownPerson]) -> str:
    """People as JSON lines, as :func:`read_people` reads them."""
    names = {"valid_from": "from", "valid_to": "to"}
    lines = []
    for person in people:
        told = {names.get(name, name): value for name, value in asdict(person).items() if value}
        lines.append(json.dumps(told | {"kind": person.kind.value}, ensure_ascii=False, default=str) + "\n")
    return "".join(lines)


Records = Iterator[tuple[str, Mapping[str, Any]]]


def _of_csv(text: str, name: str) -> Records:
    lines = text.splitlines(keepends=True)
    head = _QUOTED.sub("", lines[0]) if lines else ""
    rows = csv.reader(lines, delimiter=max(_DELIMITERS, key=head.count), strict=True)
    try:
        names = next(rows, [])
        if "name" not in {one.strip().lower() for one in names}:
            raise PeopleError(
                f"{name}, line 1: expected the names of the columns, name among them; got {', '.join(names)!r:.80}"
            )
        for cells in rows:
            place = f"line {rows.line_num}"
            if len(cells) > len(names):
                raise PeopleError(
                    f"{name}, {place}: expected {len(names)} cells, got {len(cells)}: "
                    "put a cell that holds the delimiter between quotation marks"
                )
            if any(cell.strip() for cell in cells):
                yield place, {key: cell for key, cell in zip(names, cells, strict=False) if cell.strip()}
    except csv.Error as error:
        raise PeopleError(f"{name}, line {rows.line_num}: {error}: see that all quotation marks are closed") from None


def _of_lines(text: str, name: str) -> Records:
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip():
            try:
                yield f"line {number}", json.loads(line)
            except ValueError as error:
                raise PeopleError(f"{name}, line {number}: expected a JSON object on each line; {error}") from None


def _of_toml(text: str, name: str) -> Records:
    data = tomllib.loads(text)
    people = data.get("people", [])
    if set(data) - {"people"} or not isinstance(people, list):
        raise PeopleError(f"{name}: expected tables [[people]] and nothing else; got {', '.join(data)!r:.80}")
    lines = [number for number, line in enumerate(text.split("\n"), 1) if _TABLE.match(line)]
    for number, record in enumerate(people):
        yield f"line {lines[number]}" if len(lines) == len(people) else f"person {number + 1}", record


_READERS = {".csv": _of_csv, ".tsv": _of_csv, ".jsonl": _of_lines, ".ndjson": _of_lines, ".toml": _of_toml}
