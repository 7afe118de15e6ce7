// An article, with all of its quotes marked.
const reader = byId("reader");
let reading = -1;

const read = (quote) => {
  const article = articleOf[quote];
  if (!reader.open || articleOf[reading] !== article) drawArticle(article);
  reading = quote;
  if (!reader.open) reader.showModal();
  mark();
};
const drawArticle = (article) => {
  const text = textOf(article);
  const marks = [];
  for (let quote = firstOf[article]; quote < firstOf[article + 1]; quote += 1) {
    const { content, cue, source } = partsOf(quote);
    for (const [from, to] of content) if (to > from) marks.push([from, to, { quote, part: "content" }]);
    for (const [from, to] of cue) if (to > from) marks.push([from, to, { quote, part: "cue" }]);
    for (const [from, to] of source) if (to > from) marks.push([from, to, { quote, part: "source" }]);
  }
  byId("reader-title").replaceChildren(isolated(titleOf(article)));
  const where = [articles.name[article], articles.date[article] && placeOf(article)[1]].filter(Boolean).map((one) => isolated(one));
  const address = articles.url[article];
  if (address && /^https?:\/\//i.test(address)) {
    const link = make("a", "", isolated(address));
    link.href = address;
    link.rel = "noreferrer noopener";
    link.target = "_blank";
    where.push(link);
  } else if (address) where.push(isolated(address));
  byId("reader-where").replaceChildren(...where.flatMap((one, index) => (index ? [" · ", one] : [one])));
  const place = byId("reader-text");
  place.replaceChildren(...stretches(text, marks));
};
const stretches = (text, marks) => {
  const opens = new Map();
  for (const [from, to, what] of marks) {
    opens.set(from, [...(opens.get(from) || []), what]);
    opens.set(to, opens.get(to) || []);
  }
  const ends = [...marks].sort((one, other) => one[1] - other[1]);
  const places = [...new Set([0, text.length, ...opens.keys()])].sort((one, other) => one - other);
  let active = [];
  let ended = 0;
  return places.slice(0, -1).map((place, index) => {
    for (; ended < ends.length && ends[ended][1] <= place; ended += 1) {
      const done = ends[ended][2];
      active = active.filter((one) => one !== done);
    }
    active = [...active, ...(opens.get(place) || [])];
    const part = text.slice(place, places[index + 1]);
    return active.length ? stretch(part, active) : harmless(part);
  });
};
const stretch = (part, active) => {
  const content = active.filter((one) => one.part === "content");
  const inner = content[content.length - 1];
  const classes = active.map((one) => one.part);
  if (inner) classes.push(kinds[kindOf[inner.quote]]);
  const element = make("span", `part ${[...new Set(classes)].join(" ")}`, part);
  element.dataset.quotes = active.map((one) => one.quote).join(" ");
  element.dataset.inner = String((inner || active[0]).quote);
  return element;
};
const mark = () => {
  let first = null;
  for (const part of reader.querySelectorAll(".part")) {
    const ours = part.dataset.quotes.split(" ").includes(String(reading));
    part.classList.toggle("chosen", ours);
    if (ours && part.classList.contains("content")) first = first || part;
  }
  if (first) first.scrollIntoView({ block: "center" });
  const article = articleOf[reading];
  const to = spelled(reading, "addressee").replace(/\s+/g, " ");
  const outer = rows.quotes.within[reading];
  const who = make("span", "", isolated(speakerOf(reading), "name"), ` · ${kinds[kindOf[reading]]}${rows.quotes.negated[reading] ? ", negated" : ""}`
    + ` · ${attitudes[rows.quotes.attitude[reading]]} · confidence ${(confidenceOf[reading] / 100).toFixed(2)}${outer < 0 ? "" : ` · within quote ${outer + 1}`}`);
  if (to) who.append(" · to ", isolated(to));
  byId("reader-who").replaceChildren(who);
  byId("reader-place").textContent = `${reading - firstOf[article] + 1} of ${articles.quotes[article]}`;
  byId("before").disabled = reading === firstOf[article];
  byId("behind").disabled = reading + 1 === firstOf[article + 1];
};
byId("before").addEventListener("click", () => read(reading - 1));
byId("behind").addEventListener("click", () => read(reading + 1));
byId("close").addEventListener("click", () => reader.close());
byId("reader-copy").addEventListener("click", (event) => copy(reading, event.currentTarget));
byId("reader-text").addEventListener("click", (event) => {
  const part = event.target.closest(".part");
  if (part && !String(window.getSelection())) read(Number(part.dataset.inner));
});
reader.addEventListener("click", (event) => { if (event.target === reader) reader.close(); });
