"""Forms of quotations that other programs test themselves by, in words of our own."""

from __future__ import annotations

import pytest

from quoteattr import Extractor, find_quoted

MARKED = {
    "a shortened word begins the quotation": ["⟦'Twas late,'⟧ he said."],
    "a shortened word behind a mark of its own": [
        "⟦''Tis nobler,'⟧ said Ada Smith. ⟦'I went to the mill yesterday,'⟧ Ben Lee said.",
        "⟦''90s songs were best,'⟧ said Ada Smith.",
    ],
    "two single marks stay one double mark": ["⟦''Tis a fine day,''⟧ said Ada Smith."],
    "no quotation in shortened words alone": ["'90s fans' love of rock 'n' roll, she said."],
    "single marks over lines": [
        "Some words here ⟦'Welcome,\nI am the second line.\nI am the last.'⟧ and more of them",
        "⟦'Welcome,\nI am the second line.\nI am the last.'⟧",
        "⟦‘Welcome,\nI am the second line.\nI am the last,’⟧ said Ada Smith.",
    ],
    "double marks over lines": ["⟦“Welcome,\nI am the second line.\nI am the last.”⟧", '⟦"Welcome,\nI am the last."⟧'],
    "single marks over paragraphs that open anew": [
        "Ada Smith told them: ⟦'Welcome,⟧\n\n⟦'This is the second.⟧\n\n⟦'This is the last,'⟧ and left.",
    ],
    "double marks within single ones": ['⟦\'"Welcome," she said, "to the old mill."\'⟧'],
    "single marks within double ones": ["⟦\"'Welcome,' she said, 'to the old mill.'\"⟧"],
    "a quotation that goes on in small letters behind empty lines": [
        "⟦“Come in,”⟧ he said, ⟦“and I will\n\ntry to mend the roof of\n\nthis mill.”⟧",
    ],
    "marks within marks to the same end": ["⟦``Old ``and `new ``mills'''''''⟧", "⟦``Old ``and ``new'' mills'' here''⟧"],
    "a stray corner mark": ["It was 「well to say ⟦`Wait,'⟧ but ⟦«she had ``gone'' and \"left»⟧"],
    "a running clause": [
        "It was very well to say ⟦'Wait here,'⟧ but the old man left. ⟦'No, I'll \"go\" first,'⟧ he said."
    ],
}


@pytest.mark.parametrize("marked", [text for texts in MARKED.values() for text in texts])
def test_quoted_stretches(marked: str) -> None:
    """What stands between the brackets is what is found."""
    stretches = [piece.split("⟧")[0] for piece in marked.split("⟦")[1:]]
    text = marked.replace("⟦", "").replace("⟧", "")
    assert [span.text for span in find_quoted(text)] == stretches


SPOKEN = {
    "a verb in the plural behind a mark": [
        ('"We love the mill!" reply Ada Smith and Ben Lee.', [('"We love the mill!"', "Ada Smith and Ben Lee")]),
        ("“Come on in!” insist the owners of the mill.", [("“Come on in!”", "owners of the mill")]),
    ],
    "an order is nobody's verb": [("“Wait!” Say no more.", [])],
    "a shortened word begins the quotation": [("'Twas late,' Ben Lee said.", [("'Twas late,'", "Ben Lee")])],
    "a given name alone, and he": [
        ('Burton waited at the podium. "It is late," he said.', [('"It is late,"', "Burton")]),
    ],
    "a pronoun of another gender stands for somebody else": [
        ('Burton waited at the podium. "It is late," she said.', [('"It is late,"', "unknown")]),
    ],
    "marks around a whole quotation": [
        ('\'"Welcome," Ada Smith said, "to the mill."\'', [('"Welcome,"', "Ada Smith")]),
        ("It rained. \"'We won,' said Ben Lee; 'and I was glad.'\"", [("'We won,'", "Ben Lee")]),
        (
            "\"'We won,' and 'we lost,' are both true,\" Ben Lee said.",
            [("\"'We won,' and 'we lost,' are both true,\"", "Ben Lee")],
        ),
    ],
    "a part of a body is nobody": [
        (
            '"He pointed it at people\'s heads," said Ben Lee, a detective.\nThey call him the robber of the mill.',
            [('"He pointed it at people\'s heads,"', "Ben Lee"), ("him the robber of the mill", "unknown")],
        ),
    ],
    "what opens a clause belongs to it": [
        (
            "Ada Smith said in order to save money, the town will close the pool.",
            [("in order to save money, the town will close the pool", "Ada Smith")],
        ),
        (
            "The chief said being involved in violence is never easy.",
            [("being involved in violence is never easy", "chief")],
        ),
    ],
}


@pytest.mark.parametrize(("text", "expected"), [case for cases in SPOKEN.values() for case in cases])
def test_who_speaks(text: str, expected: list[tuple[str, str]], extractor: Extractor) -> None:
    """The words of each quote, and who says them."""
    assert [(quote.content[0].text, str(quote.speaker)) for quote in extractor(text).quotes] == expected
