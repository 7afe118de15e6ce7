"""Quotation marks: where quoted stretches begin and end, without a parse."""

from quoteattr.marks.scanner import Region, Scan, find_quoted, scan

__all__ = ["Region", "Scan", "find_quoted", "scan"]
