"""Systematic faults of small English parsers, mended on the arrays."""

from __future__ import annotations

from collections.abc import Sequence

from quoteattr.lexicon import forms
from quoteattr.lexicon.lists import label_set, listed, word_list
from quoteattr.lexicon.names import given_names
from quoteattr.syntax.labels import CLOSING_MARKS, PROPER_TAGS, TENSED_TAGS

__all__ = ["rejoin", "rejoin_companies", "repair"]


_COMPANIES = word_list("copying", "companies")
_BEHIND_NAMES = word_list("mentions", "letters_behind_names")
_MODIFIERS = 8
"""Tokens before a name that may hang on it, at most."""
_OF, _INNER = listed("grammar", "ties"), label_set("dependencies", "inner")
_SUBJECTS = label_set("dependencies", "nominal_subjects")
_ARTICLES = listed("grammar", "articles")
_JOINS = listed("narration", "joins")
_FINITE = label_set("tags", "finite")
_FAR = 100
"""Tokens behind a verb within which its clause may go on."""
_CLAUSES = label_set("dependencies", "joined_clauses")
_ASIDE = ("appos", "conj")


def repair(words: Sequence[str], tags: list[str], deps: list[str], heads: list[int]) -> None:
    """Mend heads, labels and tags in place.

    An abbreviation with a full stop at the end of a sentence ("for Acme Corp.", "in Springfield, Ill.") is read as
    punctuation: it goes to the preposition or the place before it. An article, and the parts of a word with a
    hyphen ("the GameBox 3", "co-chairman Smith"), are read as subjects beside the true one: they go to that. Letters
    behind a name ("Jane Smith MP") are read as its last word: they hang on it. So do the parts of a word with a hyphen
    behind a verb ("said co-owner Smith"). Where somebody is of an organisation of two words ("Tom Ode of Delta
    Capital"), the second of them is read as the head of it all: the person is. A verb of saying right behind a closing
    mark ("“We won!” reply Ada and Ben.") is read as an order or as a noun: what it governs, or the name, is its
    subject. A noun behind a preposition that has no object is read as a second subject of the verb behind it ("Ann Ode,
    who sings in place of Tom Ode says"): it is that object, and a name right behind one is beside it ("the fall of the
    giant Acme"). A noun that "and" joins to an object is read so where it is the subject of the verb behind it ("heard
    the talks and Acme now thinks"). A verb that "and" joins to an object clause of another tense goes with the verb
    above it, whose tense it has ("said it will go on and expects an answer").
    """
    _letters(words, tags, deps, heads)
    _abbreviations(words, tags, deps, heads)
    _prefixes(words, tags, deps, heads)
    _people(words, tags, deps, heads)
    _subjects(words, tags, deps, heads)
    _orders(words, tags, deps, heads)
    _objects(tags, deps, heads)
    _joined(tags, deps, heads)
    _returning(words, tags, deps, heads)
    _titled(words, tags, deps, heads)


def _letters(words: Sequence[str], tags: Sequence[str], deps: list[str], heads: list[int]) -> None:
    names: dict[int, int] = {}
    letters = {word for word in set(words) if word.lower() in _BEHIND_NAMES and sum(map(str.isupper, word)) > 1}
    for token in range(2, len(words)) if letters else ():
        if words[token] in letters:
            before = (token - 2, token - 1)
            named = all(deps[one] == "compound" and tags[one] == "NNP" for one in before)
            if named and heads[token - 1] == token and heads[token - 2] in (token - 1, token):
                names[token] = token - 1
    for token, head in enumerate(heads) if names else ():
        heads[token] = names.get(head, head)
    for token, name in names.items():
        heads[name], deps[name] = heads[token], deps[token]
        heads[token], deps[token] = name, "appos"


def _prefixes(words: Sequence[str], tags: Sequence[str], deps: list[str], heads: list[int]) -> None:
    """Hang "co" and "-" of "said co-owner Smith", read as what the verb governs, on the noun behind them."""
    for token in range(len(words) - 3, -1, -1):
        verb = heads[token]
        if words[token + 1] != "-" or tags[token][:2] != "NN" or verb != heads[token + 1] or not -1 < verb < token:
            continue
        top = token + 2
        while heads[top] > top:
            top = heads[top]
        if heads[top] == verb and tags[top][:2] == "NN":
            deps[top] = deps[top] if deps[top] in _SUBJECTS else deps[token]
            heads[token] = heads[token + 1] = top
            deps[token] = deps[token + 1] = "compound"


def _people(words: Sequence[str], tags: Sequence[str], deps: list[str], heads: list[int]) -> None:
    for token in range(1, len(words) - 3):
        last = heads[token]
        if words[token + 1] not in _OF or heads[token + 1] != token or last < token + 3 or deps[token] not in _INNER:
            continue
        person = deps[token - 1] == "compound" and words[token - 1].lower() in given_names()
        if person and all(tag == "NNP" for tag in (tags[token], *tags[token + 2 : last + 1])):
            for one in range(token + 2, last):
                heads[one], deps[one] = last, "compound"
            for one in range(max(0, token - _MODIFIERS), token):
                heads[one] = token if heads[one] == last else heads[one]
            above = heads[last]
            heads[token], deps[token] = token if above == last else above, deps[last]
            heads[last], deps[last] = token + 1, "pobj"


def _subjects(words: Sequence[str], tags: Sequence[str], deps: list[str], heads: list[int]) -> None:
    first = dict(zip(reversed(heads), range(len(heads) - 1, -1, -1), strict=True))
    """For each head the first token that hangs on it."""
    for token in range(len(deps) - 2, -1, -1):
        if deps[token] not in _SUBJECTS or heads[token] <= token + 1:
            continue
        article = words[token].lower() in _ARTICLES
        if not article and "-" not in (words[token], words[token + 1]):
            continue
        last = token + 1
        while last < heads[token] and heads[last] != heads[token]:
            above = heads[last]
            if above <= last:
                break
            last = above
        if (
            last < heads[token]
            and heads[last] == heads[token]
            and deps[last] in _SUBJECTS
            and tags[last][:2] == "NN"
            and min(first.get(last, last), last) <= token + 1
        ):
            heads[token], deps[token] = last, "det" if article else "compound"
            first[last] = min(first.get(last, last), token)


def _orders(words: Sequence[str], tags: list[str], deps: list[str], heads: list[int]) -> None:
    for token in range(1, len(words) - 1):
        if words[token - 1] not in CLOSING_MARKS or words[token] not in forms.of_speech():
            continue
        behind = range(token + 1, min(len(words), token + _MODIFIERS))
        subject = next((other for other in behind if heads[other] == token), -1)
        if tags[token] == "VB" and subject > 0 and deps[subject] == "dobj" and tags[subject][:2] == "NN":
            tags[token], deps[subject] = "VBP", "nsubj"
        elif tags[token] == "NN" and deps[token] == "compound" and tags[token + 1] == "NNP":
            name = heads[token]
            first = name not in heads[max(0, token - _MODIFIERS) : token]
            if name > token and heads[name] == name and first:
                tags[token], deps[token], deps[name] = "VBP", "ROOT", "nsubj"
                heads[token] = heads[name] = token


def _objects(tags: Sequence[str], deps: list[str], heads: list[int]) -> None:
    subjects: set[int] = set()
    for token, verb in enumerate(heads):
        if deps[token] not in _SUBJECTS or verb <= token:
            continue
        first = token
        while first > 0 and first <= heads[first - 1] <= token:
            first -= 1
        before = first - 1
        if verb in subjects and tags[token][:2] == "NN":
            if deps[before] == "prep" and tags[before] in ("IN", "TO"):
                heads[token], deps[token] = before, "pobj"
            elif deps[before] == "pobj" and tags[before] == "NN" and tags[token] == "NNP":
                heads[token], deps[token] = before, "appos"
        subjects.add(verb)


def _joined(tags: Sequence[str], deps: list[str], heads: list[int]) -> None:
    for token in range(2, len(deps) - 2):
        above = heads[token]
        if deps[token] != "conj" or deps[above] != "dobj" or tags[token][:2] != "NN":
            continue
        verb, main = token + 1 + (tags[token + 1] == "RB"), heads[above]
        if tags[verb] not in TENSED_TAGS or heads[verb] != main or deps[verb] not in _CLAUSES:
            continue
        if not any(heads[one] == verb and deps[one] in _SUBJECTS for one in range(main + 1, verb)):
            heads[token], deps[token], deps[verb] = verb, "nsubj", "conj"
            for one in range(above + 1, token):
                if heads[one] == above and deps[one] == "cc":
                    heads[one] = main


def _returning(words: Sequence[str], tags: Sequence[str], deps: list[str], heads: list[int]) -> None:
    for token in range(3, len(deps)):
        clause = heads[token]
        if deps[token] != "conj" or deps[clause] != "ccomp" or not heads[clause] < clause < token:
            continue
        join = token - 1 - (tags[token - 1] == "RB")
        says, tense = heads[clause], _tense(tags, heads, token)
        if words[join].lower() not in _JOINS or heads[join] != clause or tags[says] not in TENSED_TAGS:
            continue
        other = _tense(tags, heads, clause)
        if tense == tags[says] and other and other != tense and clause not in heads[token + 1 :][:_FAR]:
            heads[token] = heads[join] = says


def _titled(words: Sequence[str], tags: Sequence[str], deps: list[str], heads: list[int]) -> None:
    for token in range(2, len(deps)):
        name = heads[token]
        if deps[token] != "conj" or tags[name] not in PROPER_TAGS or deps[name] not in _ASIDE or heads[name] == name:
            continue
        title = heads[name]
        between = range(title + 1, name)
        told = tags[title][:2] == "NN" and tags[name] == "NNP" and deps[title] not in ("appos", "conj")
        if not (0 <= title < name < min(token, title + _MODIFIERS) and told) or not all(
            words[one][:1].isalpha() for one in between
        ):
            continue
        if any(deps[one] == "cc" for one in between) or (
            deps[name] == "appos" and any(heads[one] != name for one in between)
        ):
            continue
        heads[name], deps[name] = name if heads[title] == title else heads[title], deps[title]
        heads[title], deps[title] = name, "compound"


def _tense(tags: Sequence[str], heads: Sequence[int], verb: int) -> str:
    """The tag that tells the tense of a verb: its own, or that of its auxiliary; empty if it has none."""
    if tags[verb] in TENSED_TAGS:
        return tags[verb]
    before = range(max(0, verb - _MODIFIERS), verb)
    return next((tags[one] for one in before if heads[one] == verb and tags[one] in _FINITE), "")


def _abbreviations(words: Sequence[str], tags: Sequence[str], deps: list[str], heads: list[int]) -> None:
    for token, label in enumerate(deps):
        if label != "punct" or tags[token][:3] != "NNP":
            continue
        first = token
        while first > 0 and heads[first - 1] == token and deps[first - 1] == "compound":
            first -= 1
        before = first - 1
        if before < 0 or heads[before] == token:
            continue
        if tags[before] == "IN" and not any(heads[other] == before for other in range(before + 1, first)):
            heads[token], deps[token] = before, "pobj"
        elif words[before] == "," and before > 0 and tags[before - 1][:3] == "NNP":
            heads[token], deps[token] = before - 1, "appos"


def rejoin(tags: Sequence[str], deps: list[str], heads: list[int], begins: bytearray) -> None:
    """Mend sentences that begin behind their first word, in place: "Graeme | Souness thinks so", "Ajax | have won".

    A noun that is a sentence alone, with neither a stop nor a line end behind it, goes to the noun behind it, or is the
    subject of the verb.

    Args:
        tags: The tags; those of marks and space are empty.
        deps: The labels.
        heads: The heads.
        begins: For each token whether it begins a sentence.
    """
    for token in range(len(tags) - 1):
        following = token + 1
        if not (begins[token] and begins[following]) or tags[token][:2] != "NN" or heads[token] != token:
            continue
        if tags[following][:2] == "NN":
            head = _topmost(deps, heads, following, ("compound", "nmod"))
            heads[token], deps[token] = head, "compound"
        elif tags[following] in TENSED_TAGS:
            head = _topmost(deps, heads, following, ("aux", "auxpass"))
            taken = any(heads[other] == head and deps[other] in _SUBJECTS for other in range(following, head))
            if taken:
                continue
            heads[token], deps[token] = head, "nsubj"
        else:
            continue
        begins[following] = 0


def rejoin_companies(
    words: Sequence[str], tags: Sequence[str], deps: list[str], heads: list[int], begins: bytearray
) -> None:
    """Mend sentences that begin with the last word of a company's name, in place: "Halden Homes | Inc said".

    What is a sentence of names alone before it, without a stop or a line end between, hangs on it.

    Args:
        words: The words.
        tags: The tags; those of marks and space are empty.
        deps: The labels.
        heads: The heads.
        begins: For each token whether it begins a sentence.
    """
    for token in range(1, len(tags)):
        if not begins[token] or words[token].lower().rstrip(".") not in _COMPANIES:
            continue
        start = token - 1
        while start and not begins[start]:
            start -= 1
        if tags[token] in PROPER_TAGS and all(tag in PROPER_TAGS for tag in tags[start:token]):
            for root in (one for one in range(start, token) if heads[one] == one):
                heads[root], deps[root] = token, "compound"
            begins[token] = 0


def _topmost(deps: Sequence[str], heads: Sequence[int], token: int, labels: tuple[str, ...]) -> int:
    """What a token hangs on by ``labels`` at last; itself where it does not."""
    while deps[token] in labels and heads[token] > token:
        token = heads[token]
    return token
