"""The reading copy: an article as the rules read it, without the line ends, characters and markup of its transport.

News comes hard-wrapped, with invisible characters and with markup left in. All rules see a clean copy, in which a line
is a paragraph; every stretch of it leads back to the characters that the user gave, which are never altered.
"""

from quoteattr.copying.articles import led_back
from quoteattr.copying.reading import ReadingCopy, reading_copy

__all__ = ["ReadingCopy", "led_back", "reading_copy"]
