"""The rules for a quotation with a verb of saying beside it: behind it, before it, or in the line above."""

from __future__ import annotations

from quoteattr.detect.candidate import Example, Rule

__all__ = ["AFTER", "BEFORE", "BLOCK"]

AFTER = Rule(
    "quote-cue-after",
    "a quotation, and a verb of saying in what follows it",
    (
        Example(
            "“We have no plans to leave,” said Maria Lopez, the mayor.",
            ("“We have no plans to leave,”",),
            "Maria Lopez, the mayor",
        ),
        Example("“It is over,” she said. “We will go home.”", ("“It is over,”", "“We will go home.”"), "she"),
        Example("“We were lucky,” she said, adding that the roof had held.", ("“We were lucky,”",), "she"),
        Example(
            "Without rain, “we will lose half of the crop,” the farmer said.",
            ("Without rain, “we will lose half of the crop,”",),
            "the farmer",
        ),
        Example(
            "“This is the end of the road” for the old bridge, the mayor said.",
            ("“This is the end of the road” for the old bridge",),
            "the mayor",
        ),
        Example("“We will be there when you need us,” she went on.", ("“We will be there when you need us,”",), "she"),
        Example(
            "“We will rebuild the dam,” she said, adding that the state would have to pay “what it can.”",
            ("“We will rebuild the dam,”",),
            "she",
        ),
        Example(
            "“We have never had so many guests in this town” the owner of the hotel replied.",
            ("“We have never had so many guests in this town”",),
            "the owner of the hotel",
        ),
        Example(
            "“We were ready,” said Army Lt. John Smith. “Nobody else was.”",
            ("“We were ready,”", "“Nobody else was.”"),
            "Army Lt. John Smith",
        ),
    ),
)
BEFORE = Rule(
    "quote-cue-before",
    "a verb of saying, and a quotation right behind it",
    (
        Example(
            "The minister told reporters: “We will not change the law.”",
            ("“We will not change the law.”",),
            "The minister",
        ),
        Example("He added, “That is all I know about it.”", ("“That is all I know about it.”",), "He"),
        Example(
            "The bridge, the mayor said, “is as safe as any in the country.”",
            ("The bridge", "“is as safe as any in the country.”"),
            "the mayor",
        ),
        Example(
            "The report said that “the bridge is a danger” to children.",
            ("that “the bridge is a danger” to children",),
            "The report",
        ),
        Example(
            "The mayor shot back, “We will not be told what to do.”",
            ("“We will not be told what to do.”",),
            "The mayor",
        ),
        Example(
            "In the debate Jane Smith cracked, “I have never seen a bridge so long and so cheap” - and sat down.",
            ("“I have never seen a bridge so long and so cheap”",),
            "Jane Smith",
        ),
        Example(
            "She said that the town had a choice: “We build the bridge or we leave.”",
            ("that the town had a choice: “We build the bridge or we leave.”",),
            "She",
        ),
        Example(
            "Asked about the delay, the minister replied, “We are doing what we can.”",
            ("“We are doing what we can.”",),
            "the minister",
        ),
        Example(
            "Article 12 affirms: “No worker shall be made to work on a day of rest.”",
            ("“No worker shall be made to work on a day of rest.”",),
            "Article 12",
        ),
        Example(
            "The governor agreed. “We will build it before the winter comes.”",
            ("“We will build it before the winter comes.”",),
            "The governor",
        ),
        Example(
            "They passed out bottles that said, “We love our river and we want it clean.”",
            ("“We love our river and we want it clean.”",),
            "that",
        ),
    ),
)
BLOCK = Rule(
    "quote-block",
    "a line that ends with a colon, and a quoted paragraph below it",
    (
        Example(
            "The bank issued this statement:\n\n“We regret the delay and will repay our customers.”",
            ("“We regret the delay and will repay our customers.”",),
            "The bank",
        ),
        Example("The owner wrote:\n\n“There will be no layoffs.”", ("“There will be no layoffs.”",), "The owner"),
        Example(
            "Stated Miller:\n\n“There is no water left, and nobody seems to care.”",
            ("“There is no water left, and nobody seems to care.”",),
            "Miller",
        ),
    ),
)
