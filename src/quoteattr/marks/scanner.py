"""STAND-IN, being rewritten."""
from __future__ import annotations
import re
from attrs import frozen
from quoteattr.records import Span

@frozen
class Region:
    start: int
    end: int
    inner_start: int
    inner_end: int
    closed: bool = True
    continues: bool = False
    single: bool = False

@frozen
class Scan:
    regions: tuple[Region, ...]
    marks: tuple[tuple[int, int], ...]

def scan(text: str) -> Scan:
    regions, marks, pos = [], [], 0
    for para in re.split(r"(\n\s*\n|\n)", text):
        start = None
        for m in re.finditer(r"[“”«»\"]|''|``|’’|‘‘", para):
            marks.append((pos + m.start(), pos + m.end()))
            if start is None:
                if m.group() not in "”»’’":
                    start = m
            elif m.group() not in "“«``‘‘":
                regions.append(Region(pos + start.start(), pos + m.end(), pos + start.end(), pos + m.start()))
                start = None
        if start is not None and (len(para) - start.start()) > 1:
            regions.append(Region(pos + start.start(), pos + len(para), pos + start.end(), pos + len(para), closed=False))
        pos += len(para)
    return Scan(tuple(regions), tuple(marks))

def find_quoted(text: str) -> tuple[Span, ...]:
    return tuple(Span.of(text, r.start, r.end) for r in scan(text).regions)
