"""Where object clauses begin and end: the span conventions of the annotated articles, with their counts."""

from __future__ import annotations

from quoteattr.detect.features import ArticleFeatures
from quoteattr.lexicon.lists import label_set, listed
from quoteattr.syntax import Parse, Range
from quoteattr.syntax.grammar import Verb
from quoteattr.syntax.labels import ADJECTIVE, ALL_SUBJECTS, COMMON_TAGS, FINITE_TAGS, PROPER_TAGS

__all__ = ["asks_twice", "clause_after", "clause_before", "clause_start"]

_TELLING = listed("telling", "always")
_ADDRESSING = _TELLING | listed("telling", "sometimes")
_UNADDRESSED = listed("telling", "never")
_TIMES = {name: listed("times", name) for name in ("degrees", "days", "later", "parts", "which", "periods")}
_SUBJECTS_BEHIND_TIME = label_set("tags", "behind_time")
_SUBJECTS_BEHIND_ON = label_set("tags", "behind_on")
_RELATIVES = label_set("tags", "relative_pronouns")
_RESUMING, _JOINING = listed("resumed", "openings"), listed("narration", "joins")
_BODIES = listed("hearings", "bodies")
_WHETHER, _JOINTS = listed("predicate", "interrogatives"), listed("spans", "joining")
_LONGEST_TIME = 4
"""Tokens of "late on Monday night", and of what follows "last week", at most."""
_ADDRESSEE = 12
"""Tokens that name whoever is told at most."""
_ADDRESSED = label_set("tags", "addressed")
_SUBJECT_OPENINGS = label_set("tags", "subject_openings")
_ADVERBIAL = label_set("dependencies", "adverbial")
_CONDITIONS = listed("telling", "conditions")
_CLOSING = label_set("dependencies", "closing")


def clause_start(article: ArticleFeatures, verb: Verb, clause: int) -> int:
    """Where an object clause begins: behind the time and whoever is told, with a noun parted from its subject.

    "told BBC News | people were angry", "warned his old rivals | that ...", "was told | her ticket was void", "said on
    Monday | it would close".
    """
    parse, behind = article.parse, verb.token + 1
    if asks_twice(parse, behind):
        return behind
    if verb.lemma in _TELLING and not verb.passive and (parted := _behind_told(parse, behind)) > behind:
        return parted
    start = max(parse.left[clause], behind)
    if (after := _behind_time(parse, start)) > start:
        return after
    if start == behind:
        return _behind_addressee(parse, verb, start) if verb.lemma in _ADDRESSING and not verb.passive else start
    if any(parse.deps[child] == "mark" for child in parse.children[clause]):
        return start
    if _lacks_subject(parse, verb, clause):
        return _behind_time(parse, behind)
    if verb.lemma not in _UNADDRESSED and not (verb.passive and verb.lemma in _ADDRESSING):
        return start
    return behind if _belongs_before(parse, verb, clause, (behind, start)) else start


def asks_twice(parse: Parse, start: int) -> bool:
    """Whether two words of asking open a clause: "would not say | when, or if, it would open"."""
    word, comma, joint, other, pause = [*parse.lower[start : start + 5], *[""] * 5][:5]
    return word in _WHETHER and (comma, pause) == (",", ",") and joint in _JOINTS and other in _WHETHER


def _behind_told(parse: Parse, start: int) -> int:
    """Where the subject of a clause begins behind whoever is told, if the parser reads the two as one noun phrase.

    "told the court | guides were late": somebody is told always, and a noun in the plural needs no article.
    """
    near = range(start, min(len(parse), start + _ADDRESSEE))
    verb = next((token for token in near if parse.tags[token] not in _ADDRESSED), len(parse))
    if verb >= near.stop or parse.tags[verb] not in FINITE_TAGS or parse.tags[verb - 1] != "NNS":
        return start
    first = verb - 1
    body = next((token for token in range(verb - 2, start - 1, -1) if parse.lower[token] in _BODIES), -1)
    if body >= 0:
        return body + 1
    while first > start and parse.tags[first - 1] in ("CD", ADJECTIVE):
        first -= 1
    return first if first > start and parse.tags[first - 1] in COMMON_TAGS else start


def _lacks_subject(parse: Parse, verb: Verb, clause: int) -> bool:
    """Whether a finite clause has its subject before it: the parser took it for the object of the verb, or for a part.

    "warned growth in the north | is weak", "said in the merger holders | would be paid". A clause without a subject
    behind a relative pronoun lacks none: "which the mayor told the paper | was late".
    """
    first = parse.left[clause]
    if verb.passive or parse.tags[first] not in FINITE_TAGS or _is_relative(parse, verb.subject):
        return False
    own = not ALL_SUBJECTS.isdisjoint(parse.deps[child] for child in parse.children[clause] if child < clause)
    return not own and any(verb.token < child < first for child in verb.all("dobj", "prep", "dep", "advcl"))


def _is_relative(parse: Parse, subject: int) -> bool:
    """Whether a relative pronoun stands before a subject."""
    return subject < 0 or (parse.left[subject] > 0 and parse.tags[parse.left[subject] - 1] in _RELATIVES)


def _belongs_before(parse: Parse, verb: Verb, clause: int, between: Range) -> bool:
    """Whether what the parser hangs on the verb opens its clause: a noun, "in order to …", or what acts in it.

    The last is a participle before a clause without a subject: "said being late is never easy".
    """
    if tuple(parse.lower[between[0] : between[0] + 3]) == ("in", "order", "to"):
        return True
    if 0 <= verb.subject < verb.token and any(child < clause for child in verb.after("nsubj")):
        return True  # "says farmers with more than a ton | have had enough"
    for child in verb.after("dobj", "dep", "xcomp"):
        if parse.subtree(child) == between:
            acts = parse.deps[child] == "xcomp" and parse.tags[between[0]] == "VBG"
            noun = parse.deps[child] != "xcomp" and parse.tags[child][:2] in ("NN", "PR")
            return noun or (acts and parse.child(clause, "nsubj", "nsubjpass", "csubj", "expl") < 0)
    return False


def _behind_time(parse: Parse, start: int) -> int:
    """The token behind the words that tell when somebody spoke, where the subject of the clause follows them.

    The parser hangs them on the clause. "said Monday's match was off" and "said last year's ruling" tell no such time.
    """
    lower, token = [*parse.lower[start : start + _LONGEST_TIME], *[""] * _LONGEST_TIME], 0
    token += lower[token] in _TIMES["degrees"]
    preposition = lower[token] == "on"
    token += preposition
    if lower[token] in _TIMES["days"]:
        token += 1 + (lower[token + 1] in _TIMES["parts"])
    elif lower[token] in _TIMES["which"] and lower[token + 1] in _TIMES["periods"] and not preposition:
        token += 2
    elif lower[0] in _TIMES["later"]:
        token = 1
    else:
        return start
    behind = parse.tags[start + token : start + token + 1]
    whole = lower[0] in _TIMES["which"]  # "last night AWB had", no "Monday Night Football was"
    opens = _SUBJECTS_BEHIND_ON if preposition else _SUBJECTS_BEHIND_TIME | (PROPER_TAGS if whole else frozenset())
    return start + token if not opens.isdisjoint(behind) else start


def _behind_addressee(parse: Parse, verb: Verb, start: int) -> int:
    """Where a clause begins that the parser begins with whoever is told; ``start`` where it does not."""
    limit = min(len(parse), start + _ADDRESSEE)
    for token in range(start, limit):
        if parse.lower[token] == "that" and parse.deps[token] == "mark":
            return token
        if parse.tags[token][:2] == "VB" and parse.lower[token + 1 : token + 2] != ["that"]:
            break
        if not parse.tags[token] or parse.tags[token] in ("MD", ",", ":"):
            break
    if verb.lemma not in _TELLING:
        return start
    token = start
    while token < limit and parse.tags[token] in PROPER_TAGS:
        token += 1
        if parse.lower[token - 1] in _BODIES and parse.tags[token] in PROPER_TAGS:
            return token  # "told Halden Crown Court | Lee spent the money"
    return token if start < token < limit and parse.tags[token] in _SUBJECT_OPENINGS else start


def clause_after(article: ArticleFeatures, verb: Verb, clause: int) -> Range:
    """The object clause to the right of its verb.

    The subtree, and what follows it on the same verb without a comma: the parser hangs the clause's own adverbials on
    the cue (prepositional phrases belong to the content in 73 % of such cases on train, clauses in 38 %).
    """
    parse = article.parse
    start, end = clause_start(article, verb, clause), parse.right[clause]
    cut = _second_attribution(article, clause)
    if cut:
        return start, cut
    for child in parse.children[verb.token]:
        if child < end or child <= clause or parse.deps[child] == "punct":
            continue
        if not _belongs_to_clause(parse, child):
            break
        end = parse.right[child]
    return start, end


def _belongs_to_clause(parse: Parse, child: int) -> bool:
    """Whether what hangs on the cue behind its clause is a part of the clause."""
    label, first = parse.deps[child], parse.left[child]
    if label == "ccomp":
        return True
    if parse.words[first - 1] in (",", ";"):
        return False
    return label in _ADVERBIAL or (label == "advcl" and parse.lower[first] in _CONDITIONS)


def _second_attribution(article: ArticleFeatures, clause: int) -> int:
    """Where a clause that holds another attribution begins inside an object clause; 0 if none does.

    ", adding …", ", saying …": out of the content in 92 %. ", and the other group said …": a conjunct with a subject
    and its own verb of saying.
    """
    parse = article.parse
    at = clause
    while at >= 0:
        conjunct = -1
        for child in parse.children[at]:
            if child < at:
                continue
            if parse.deps[child] == "conj":
                conjunct = child
            start = _start_of_attribution(article, child)
            if start:
                return start
        at = conjunct
    return 0


def _start_of_attribution(article: ArticleFeatures, child: int) -> int:
    """Where a participle or a conjunct begins that is a separate attribution; 0 if it is none."""
    parse, label, first = article.parse, article.parse.deps[child], article.parse.left[child]
    if not article.reports(child):
        return 0
    if label == "advcl":
        adds = parse.tags[child] == "VBG" and first == child and parse.words[first - 1] == ","
        return first if adds else 0
    verb = article.verb_at[child]
    if label != "conj" or first >= child or verb.first("nsubj") < first:
        return 0
    coordinator = first - 1 if parse.lower[first - 1] in ("and", "but", "while") else first
    apart = parse.words[coordinator - 1] == "," or (parse.lower[coordinator] == "but" and bool(verb.after("ccomp")))
    return coordinator if apart and verb.after("ccomp", "dobj", "xcomp") else 0


def clause_before(article: ArticleFeatures, verb: Verb, clause: int) -> list[Range]:
    """The object clause to the left of its verb; what of it stands behind the verb is its second piece."""
    parse = article.parse
    own = [
        parse.left[child]
        for child in parse.children[verb.token]
        if child != clause and parse.left[child] > clause and not _ends_clause(parse, verb, child)
    ]
    stop = min([verb.token, *(edge for edge in own if edge < verb.token and parse.wordlike[edge])])
    pieces = [(parse.left[clause], stop)]
    if parse.right[clause] > verb.token + 1:
        after = max([verb.token + 1, *(parse.right[child] for child in verb.all("nsubj", "advmod", "npadvmod"))])
        if after < parse.right[clause]:
            pieces.append((after, parse.right[clause]))
    return pieces if len(pieces) > 1 else [*pieces, *_resumed(article, verb)]


def _resumed(article: ArticleFeatures, verb: Verb) -> list[Range]:
    """What goes on behind a verb that stands between commas, as the only element of a list; or none.

    "The work would take a year, she said, and need two teams". Nobody else says anything there.
    """
    parse, subject = article.parse, verb.subject
    first = min(verb.token, parse.left[subject]) if subject >= 0 else 0
    if first < 1 or parse.words[first - 1] != "," or parse.region_of[first - 1] >= 0 or parse.quoted[first - 2]:
        return []
    own = verb.all("nsubj", "advmod", "npadvmod", "dobj", "dative", "prt")
    comma = max([verb.token + 1, *(parse.right[child] for child in own)])
    stop = article.sentence(verb.token)[1]
    if comma + 2 >= stop or parse.words[comma] != "," or parse.lower[comma + 1] not in _RESUMING:
        return []
    joins = parse.lower[comma + 1] in _JOINING
    other = any(article.reports(token) for token in range(comma + 1, stop)) or (joins and _acts(parse, comma + 2, verb))
    return [] if other else [(comma + 1, stop)]


def _acts(parse: Parse, token: int, verb: Verb) -> bool:
    """Whether a verb behind and has the tense of the verb of saying, and so may be the speaker's own deed."""
    return parse.tags[token] == parse.tags[verb.token]


def _ends_clause(parse: Parse, verb: Verb, child: int) -> bool:
    """Whether what the parser hung on the cue stands at the end of the clause, with a comma only behind it."""
    return (
        parse.deps[child] in _CLOSING
        and parse.words[parse.left[child] - 1] != ","
        and parse.right[child] < verb.token
        and parse.words[parse.right[child]] == ","
    )
