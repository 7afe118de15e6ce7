"""Quotation marks: where quoted stretches begin and end, without a parse."""

from quoteattr.marks.region import Region, Scan
from quoteattr.marks.scanner import find_quoted, scan

__all__ = ["Region", "Scan", "find_quoted", "scan"]
