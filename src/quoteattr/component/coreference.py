"""Coreference chains that other components have put on a Doc. None of them is needed here."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Doc

from quoteattr.coreference.sieves.external import Chain

__all__ = ["chains_of"]


def chains_of(doc: Doc) -> tuple[Chain, ...]:
    """The chains on ``doc``, as character offsets; none if there are none."""
    if doc.has_extension("coref_clusters"):  # fastcoref: lists of offsets
        return tuple([(start, end) for start, end in chain] for chain in doc._.coref_clusters or ())
    if doc.has_extension("coref_chains"):  # coreferee: chains of mentions, which are lists of tokens
        mentions = [[list(mention.token_indexes) for mention in chain] for chain in doc._.coref_chains or ()]
        return tuple([_around(doc, tokens) for tokens in chain] for chain in mentions)
    groups = [group for key, group in doc.spans.items() if key.startswith("coref_clusters")]  # spacy-experimental
    return tuple([(span.start_char, span.end_char) for span in group] for group in groups)


def _around(doc: Doc, tokens: Sequence[int]) -> tuple[int, int]:
    """Where ``tokens`` stand; the whole entity if the first is a part of one, since coreferee tells heads alone."""
    first, last = doc[min(tokens)], doc[max(tokens)]
    whole = next((one for one in doc.ents if one.start <= first.i < one.end), doc[first.i : last.i + 1])
    return whole.start_char, max(whole.end_char, last.idx + len(last))
