// What leaves the page: a quote with its source, and a table of all that fit.
const sourced = (quote) => {
  const article = articleOf[quote];
  return `${wordsOf(quote).replace(/\s+/g, " ").trim()} — ${speakerOf(quote)}. ${[...placeOf(article), articles.url[article] || (articles.title[article] ? articles.name[article] : "")].filter(Boolean).join(", ")}`;
};
const copy = async (quote, from) => {
  const done = await put(sourced(quote));
  from.textContent = done ? "Copied" : "Not copied";
  from.focus();
  window.setTimeout(() => { from.textContent = "Copy"; }, 1500);
};

const FIELDS = {
  file: (quote) => articles.name[articleOf[quote]],
  title: (quote) => titleOf(articleOf[quote]),
  date: (quote) => articles.date[articleOf[quote]],
  url: (quote) => articles.url[articleOf[quote]],
  speaker: (quote) => (personOf[quote] < 0 ? "" : nameOf(personOf[quote])),
  role: roleOf,
  organisation: (quote) => (bodyOf[quote] < 0 ? "" : people.bodies[bodyOf[quote]]),
  source_type: (quote) => sources[sourceOf[quote]],
  kind: (quote) => kinds[kindOf[quote]],
  attitude: (quote) => attitudes[rows.quotes.attitude[quote]],
  negated: (quote) => (rows.quotes.negated[quote] ? "true" : "false"),
  confidence: (quote) => (confidenceOf[quote] / 100).toFixed(2),
  speaker_confidence: (quote) => (rows.quotes.sure[quote] < 0 ? "" : (rows.quotes.sure[quote] / 100).toFixed(2)),
  rule: (quote) => rows.rules[rows.quotes.rule[quote]],
  text: wordsOf,
  cue: (quote) => spelled(quote, "cue"),
  source: (quote) => spelled(quote, "source"),
  addressee: (quote) => spelled(quote, "addressee"),
  context: (quote) => { const { start, end } = partsOf(quote); return textOf(articleOf[quote]).slice(start, end); },
  start: (quote) => points(quote, (parts) => parts.content[0][0]),
  end: (quote) => points(quote, (parts) => parts.content[parts.content.length - 1][1]),
};
// Offsets count characters in a table, not the units of the browser's strings.
const points = (quote, of) => {
  const text = textOf(articleOf[quote]);
  const offset = of(partsOf(quote));
  return String(offset - (text.slice(0, offset).match(/[\ud800-\udbff][\udc00-\udfff]/g) || []).length);
};
// A spreadsheet takes no cell for a formula, nor what would be one if the cell ended before it.
const INNER = /(?<![\s'";|])([\s'";|]+)([=+\-@＝＋－＠])/g;
const cell = (value) => {
  const text = String(value === null || value === undefined ? "" : value)
    .replace(INNER, (found, before, sign) => (/[;|\t\r\n]/.test(before) ? `${before}'${sign}` : found));
  return `"${(/^'*(?:\s*[=+\-@＝＋－＠]|[\t\r\n])/.test(text) ? `'${text}` : text).replace(/"/g, '""')}"`;
};
const table = (chosen) => {
  const lines = [Object.keys(FIELDS).map(cell).join(",")];
  for (const quote of chosen) lines.push(Object.values(FIELDS).map((field) => cell(field(quote))).join(","));
  return `\ufeff${lines.join("\r\n")}\r\n`;
};
const save = () => {
  const link = make("a", "");
  link.href = URL.createObjectURL(new Blob([table(inOrder)], { type: "text/csv;charset=utf-8" }));
  link.download = "quotes.csv";
  link.click();
  window.setTimeout(() => URL.revokeObjectURL(link.href), 10000);
};
