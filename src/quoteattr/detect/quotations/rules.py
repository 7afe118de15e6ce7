"""The rules for a quotation with a verb of saying beside it: behind it, before it, or in the line above."""

from __future__ import annotations

from quoteattr.detect.candidate import rule

__all__ = ["AFTER", "BEFORE", "BLOCK"]

AFTER = rule(
    "quote-cue-after",
    "a quotation, and a verb of saying in what follows it",
    "[“We have no plans to leave,”] said {Maria Lopez, the mayor}.",
    "[“It is over,”] {she} said. [“We will go home.”]",
    "[“We were lucky,”] {she} said, adding that the roof had held.",
    "[Without rain, “we will lose half of the crop,”] {the farmer} said.",
    "[“This is the end of the road” for the old bridge], {the mayor} said.",
    "[“We will be there when you need us,”] {she} went on.",
    "[“We will rebuild the dam,”] {she} said, adding that the state would have to pay “what it can.”",
    "[“We have never had so many guests in this town”] {the owner of the hotel} replied.",
    "[“We were ready,”] said {Army Lt. John Smith}. [“Nobody else was.”]",
)
BEFORE = rule(
    "quote-cue-before",
    "a verb of saying, and a quotation right behind it",
    "{The minister} told reporters: [“We will not change the law.”]",
    "{He} added, [“That is all I know about it.”]",
    "[The bridge], {the mayor} said, [“is as safe as any in the country.”]",
    "{The report} said [that “the bridge is a danger” to children].",
    "{The mayor} shot back, [“We will not be told what to do.”]",
    "In the debate {Jane Smith} cracked, [“I have never seen a bridge so long and so cheap”] - and sat down.",
    "{She} said [that the town had a choice: “We build the bridge or we leave.”]",
    "Asked about the delay, {the minister} replied, [“We are doing what we can.”]",
    "{Article 12} affirms: [“No worker shall be made to work on a day of rest.”]",
    "{The governor} agreed. [“We will build it before the winter comes.”]",
    "They passed out bottles {that} said, [“We love our river and we want it clean.”]",
)
BLOCK = rule(
    "quote-block",
    "a line that ends with a colon, and a quoted paragraph below it",
    "{The bank} issued this statement:\n\n[“We regret the delay and will repay our customers.”]",
    "{The owner} wrote:\n\n[“There will be no layoffs.”]",
    "Stated {Miller}:\n\n[“There is no water left, and nobody seems to care.”]",
)
