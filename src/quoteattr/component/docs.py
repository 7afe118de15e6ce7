"""What a Doc carries: its article, as plain data and as records, and the coreference chains of other components."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any
from weakref import WeakKeyDictionary

from attrs import frozen
from spacy.pipeline import EntityLinker
from spacy.tokens import Doc, Span

from quoteattr.coreference.sieves.external import Chain
from quoteattr.errors import RecordError
from quoteattr.people import KnownPerson
from quoteattr.records import Article, Organisation, Quote, QuoteKind, Speaker, SpeakerKind
from quoteattr.syntax.labels import ORGANISATION_ENTITY, PERSON_ENTITY

__all__ = ["KEY", "SPANS", "annotate", "article_of", "chains_of", "known_in", "quote_of", "speaker_of"]

KEY = "quoteattr"
"""Where the plain data stand in ``doc.user_data``."""
SPANS = "quotes"
"""The group of ``doc.spans`` for the contents; ``quotes_cue``, ``quotes_source`` and ``quotes_addressee`` hold the
other parts."""
_PARTS = ("content", "cue", "source", "addressee")
_LABELS = frozenset((*(kind.value for kind in QuoteKind), *_PARTS))

_KINDS = {PERSON_ENTITY: SpeakerKind.PERSON, ORGANISATION_ENTITY: SpeakerKind.ORGANISATION}
"""Labels of entities that may be known."""


@frozen(eq=False)
class _Made:
    """The article of a Doc, with the data that it was made of, and its quotes by their ids."""

    data: Any
    article: Article
    quotes: dict[str, Quote]


_made: WeakKeyDictionary[Doc, _Made] = WeakKeyDictionary()


def annotate(doc: Doc, article: Article, spans_key: str = SPANS) -> None:
    """Write ``article`` to ``doc``, as ``doc._.quoteattr = article`` does, too.

    Args:
        doc: Any Doc of the article's text, parsed or not.
        article: Found, or annotated by hand (gold for ``nlp.evaluate``).
        spans_key: The group of ``doc.spans`` for the contents; ``""`` for no groups.

    Raises:
        RecordError: The article has another text.
    """
    if article.text != doc.text:
        raise RecordError(
            f"the article of a Doc must have its text; got one of {len(article.text)} characters for a Doc of "
            f"{len(doc.text)}: make the Doc of article.text"
        )
    data = article.to_dict()
    doc.user_data[KEY] = data
    _remember(doc, data, article)
    for part in _PARTS if spans_key else ():
        name = spans_key if part == "content" else f"{spans_key}_{part}"
        doc.spans[name] = list(_spans(doc, article, part))


def article_of(doc: Doc) -> Article | None:
    """The article of ``doc``, or ``None`` if no component has made one (or it was stored without its user data)."""
    made = _of(doc)
    return None if made is None else made.article


def _of(doc: Doc) -> _Made | None:
    data = doc.user_data.get(KEY)
    if data is None:
        return None
    made = _made.get(doc)
    if made is None or made.data is not data:
        made = _remember(doc, data, Article.from_dict(data))
    return made


def _remember(doc: Doc, data: Any, article: Article) -> _Made:
    made = _made[doc] = _Made(data, article, {quote.id: quote for quote in article.quotes})
    return made


def quotes_of(doc: Doc) -> tuple[Quote, ...]:
    """The quotes of ``doc``, in text order: ``doc._.quotes``."""
    made = _of(doc)
    return () if made is None else made.article.quotes


def quote_of(span: Span) -> Quote | None:
    """The quote of a Span in the groups of the component: ``span._.quote``; ``None`` for other Spans."""
    made = _of(span.doc)
    return None if made is None or span.label_ not in _LABELS else made.quotes.get(span.id_)


def speaker_of(span: Span) -> Speaker | None:
    """Who speaks: ``span._.speaker``.

    Of a Span in the groups of the component it is the speaker of the quote. Of any other, such as an entity, it is the
    speaker whom the Span mentions, wholly or in part; ``None`` if it mentions none.
    """
    quote = quote_of(span)
    if quote is not None:
        return quote.speaker
    made, start, end = _of(span.doc), span.start_char, span.end_char
    found = [
        (len(mention), speaker.id, speaker)
        for speaker in (() if made is None else made.article.speakers)
        for mention in speaker.mentions
        if mention.start <= start and end <= mention.end
    ]
    return min(found, key=lambda one: one[:2])[2] if found else None


def organisation_of(span: Span) -> Organisation | None:
    """Whom the speaker stands for: ``span._.organisation``."""
    speaker = speaker_of(span)
    return None if speaker is None else speaker.organisation


def _spans(doc: Doc, article: Article, part: str) -> Iterator[Span]:
    """Labelled with the kind (or the part), linked to the speaker's name, and with the id of the quote.

    Offsets that fall within a token of the Doc are widened to the whole of it; those that hold no token have no span.
    """
    for quote in article.quotes:
        for piece in getattr(quote, part):
            span = doc.char_span(
                piece.start,
                piece.end,
                label=quote.kind.value if part == "content" else part,
                kb_id=str(quote.speaker) if quote.speaker else "",
                span_id=quote.id,
                alignment_mode="expand",
            )
            if span is not None and len(span):
                yield span


def known_in(doc: Doc) -> tuple[KnownPerson, ...]:
    """The people and organisations that an entity linker or an entity ruler has given an id, by all their names."""
    names: dict[tuple[str, str], dict[str, None]] = {}
    for entity in doc.ents:
        identity = entity.kb_id_ or entity.ent_id_
        if identity not in ("", EntityLinker.NIL) and entity.label_ in _KINDS:
            names.setdefault((identity, entity.label_), {})[entity.text] = None
    known = []
    for (identity, label), forms in names.items():
        first, *others = sorted(filter(_is_name, forms), key=len, reverse=True) or [""]
        if first:
            known.append(KnownPerson(first, tuple(others), id=identity, kind=_KINDS[label]))
    return tuple(known)


def _is_name(text: str) -> bool:
    return any(map(str.isalpha, text))


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


Doc.set_extension(KEY, getter=article_of, setter=annotate, force=True)
if not Doc.has_extension("quotes"):  # the name may be somebody's own already
    Doc.set_extension("quotes", getter=quotes_of)
for _name, _getter in (("quote", quote_of), ("speaker", speaker_of), ("organisation", organisation_of)):
    if not Span.has_extension(_name):
        Span.set_extension(_name, getter=_getter)
