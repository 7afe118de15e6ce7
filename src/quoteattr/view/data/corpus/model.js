// What the page holds: columns of numbers for the quotes, names for the numbers, and the texts in blocks.
const rows = JSON.parse(document.getElementById("rows").textContent);
const { articles, people, kinds, attitudes, sources } = rows;
const total = rows.quotes.kind.length;
const kindOf = Uint8Array.from(rows.quotes.kind);
const confidenceOf = Uint8Array.from(rows.quotes.confidence);
const voiceOf = Int32Array.from(rows.quotes.voice);
const spans = Int32Array.from(rows.quotes.spans);
const articleOf = new Int32Array(total);
const personOf = new Int32Array(total);
const bodyOf = new Int32Array(total);
const sourceOf = new Uint8Array(total);
const dayOf = new Int32Array(total);
const spansOf = new Int32Array(total);
const firstOf = [0];
const UNKNOWN = sources.indexOf("unknown");
const UNDATED = -0x80000000;
const DAY = 864e5;
const PARTS = 4; // content, cue, source, addressee
const dayOfArticle = articles.day.map((day) => (day ? Date.parse(`${day}T00:00Z`) / DAY : UNDATED));
articles.quotes.forEach((count, article) => {
  articleOf.fill(article, firstOf[article], firstOf[article] + count);
  firstOf.push(firstOf[article] + count);
});
for (let quote = 0, at = 0; quote < total; quote += 1) {
  const voice = voiceOf[quote] < 0 ? null : people.voices[voiceOf[quote]];
  personOf[quote] = voice ? voice[0] : -1;
  bodyOf[quote] = voice ? voice[1] : -1;
  sourceOf[quote] = voice ? voice[3] : UNKNOWN;
  dayOf[quote] = dayOfArticle[articleOf[quote]];
  spansOf[quote] = at;
  at += 2;
  for (let part = 0; part < PARTS; part += 1) at += 1 + 2 * spans[at];
}
// The same words in several articles: by the first quote with them, all of these.
const repeats = new Map();
rows.quotes.same.forEach((first, quote) => {
  if (first < 0) return;
  if (!repeats.has(first)) repeats.set(first, [first]);
  repeats.get(first).push(quote);
});
const firstSaid = (quote) => (rows.quotes.same[quote] < 0 ? quote : rows.quotes.same[quote]);
const articlesWith = (quote) => new Set((repeats.get(firstSaid(quote)) || []).map((one) => articleOf[one])).size;
const roleOf = (quote) => (voiceOf[quote] < 0 ? "" : people.roles[people.voices[voiceOf[quote]][2]]);

const blocks = [...document.querySelectorAll("script.texts")];
const texts = [];
const textOf = (article) => {
  const block = Math.floor(article / rows.block);
  texts[block] = texts[block] || JSON.parse(blocks[block].textContent);
  return texts[block][article % rows.block];
};
// Where a quote stands in its article: its sentences, and the spans of content, cue and source.
const partsOf = (quote) => {
  let at = spansOf[quote];
  const start = spans[at];
  const end = start + spans[at + 1];
  at += 2;
  const [content, cue, source, addressee] = [0, 1, 2, 3].map(() => {
    const found = [];
    const count = spans[at];
    at += 1;
    for (let number = 0; number < count; number += 1, at += 2) {
      found.push([start + spans[at], start + spans[at] + spans[at + 1]]);
    }
    return found;
  });
  return { start, end, content, cue, source, addressee };
};
const spelled = (quote, part) => {
  const text = textOf(articleOf[quote]);
  return partsOf(quote)[part].map(([start, end]) => text.slice(start, end)).join(" ");
};
const wordsOf = (quote) => spelled(quote, "content");
const lowered = [];
const loweredOf = (quote) => {
  if (lowered[quote] === undefined) lowered[quote] = plain(wordsOf(quote));
  return lowered[quote];
};
const plain = (text) => text.toLowerCase().replace(/[’‘]/g, "'").replace(/\s+/g, " ");

const number = new Intl.NumberFormat("en");
const counted = (count, one, many) => `${number.format(count)} ${count === 1 ? one : many || `${one}s`}`;
const percent = (count, of) => (of && count && count * 200 < of ? "<1 %" : `${of ? Math.round((100 * count) / of) : 0} %`);
const dateOf = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" });
const written = (day) => dateOf.format(new Date(day * DAY));
const isoOf = (day) => new Date(day * DAY).toISOString().slice(0, 10);
const nameOf = (person) => (person < 0 ? "speaker not found" : people.names[person] || "unnamed");
const FILE = /^.*[/\\]([^/\\]+\.(?:txt|text|md|x?html?))$/i; // of a path, the file is enough
const titleOf = (article) => articles.title[article] || articles.name[article].replace(FILE, "$1");
const speakerOf = (quote) => {
  const body = bodyOf[quote] < 0 ? "" : people.bodies[bodyOf[quote]];
  const name = nameOf(personOf[quote]);
  return [name, roleOf(quote), body === name ? "" : body].filter(Boolean).join(", ");
};

const make = (tag, className, ...children) => {
  const element = document.createElement(tag);
  if (className) element.className = className;
  element.append(...children);
  return element;
};
// What comes from an article turns no other words around.
const isolated = (text, className) => make("bdi", className, text);
const TURNING = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/;
const harmless = (text) => (TURNING.test(text) ? isolated(text) : text);
const button = (className, label, act, ...children) => {
  const element = make("button", className, ...children);
  element.type = "button";
  if (label) element.setAttribute("aria-label", label);
  element.addEventListener("click", act);
  return element;
};
const byId = (id) => document.getElementById(id);
