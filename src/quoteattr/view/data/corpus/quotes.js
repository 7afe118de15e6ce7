// The quotes that fit, each in its sentence, some at a time; and what is known of a chosen speaker or organisation.
const AT_ONCE = 40;
const LONGEST = 900;
let current = null;
let inOrder = [];
let shownQuotes = 0;

// The stretches of a text between two offsets: [start, end, classes], flat, in order.
const cut = (start, end, marks) => {
  const edges = new Set([start, end]);
  for (const mark of marks) for (const edge of mark) if (typeof edge === "number" && edge > start && edge < end) edges.add(edge);
  const places = [...edges].sort((one, other) => one - other);
  return places.slice(0, -1).map((place, index) => [place, places[index + 1],
    marks.filter((mark) => mark[0] <= place && mark[1] >= places[index + 1]).map((mark) => mark[2])]);
};

// Where the words that are looked for stand in a stretch.
const hits = (text, start, end) => termsOf(asked.words).flatMap((term) => {
  const form = term.replace(/[.*+?^${}()|[\]\\/-]/g, "\\$&").replace(/'/g, "['’‘]").replace(/ /g, "\\s+");
  return [...text.slice(start, end).matchAll(new RegExp(form, "gi"))]
    .map((found) => [start + found.index, start + found.index + found[0].length, "hit"]);
});
const sentenceOf = (quote) => {
  const text = textOf(articleOf[quote]);
  const { start, end, content, cue, source } = partsOf(quote);
  const marks = [...content.map(([from, to]) => [from, to, `content ${kinds[kindOf[quote]]}`]),
    ...cue.map(([from, to]) => [from, to, "cue"]), ...source.map(([from, to]) => [from, to, "source"])];
  for (const [from, to] of content) marks.push(...hits(text, from, to));
  const words = make("blockquote", "words");
  let left = LONGEST;
  for (const [from, to, classes] of cut(start, end, marks)) {
    const part = text.slice(from, Math.min(to, from + left));
    words.append(classes.length ? make("span", classes.join(" "), part) : harmless(part));
    left -= part.length;
    if (left <= 0) { words.append(" …"); break; }
  }
  return words;
};

const placeOf = (article) => [titleOf(article), dayOfArticle[article] === UNDATED ? articles.date[article] : written(dayOfArticle[article])].filter(Boolean);

const quoteItem = (quote) => {
  const person = personOf[quote];
  const by = make("p", "by", person < 0 ? make("span", "name", nameOf(person))
    : button(people.named[person] ? "name" : "name nameless", "", () => choose("person", person, true), isolated(nameOf(person))));
  if (roleOf(quote)) by.append(isolated(roleOf(quote), "role"));
  const body = bodyOf[quote];
  if (body >= 0 && people.bodies[body] !== nameOf(person)) {
    by.append(button("body", "", () => choose("body", body, true), isolated(people.bodies[body])));
  }
  const article = articleOf[quote];
  const [title, date] = placeOf(article);
  const where = make("p", "where", button("open", "", () => read(quote), isolated(title)));
  if (date) where.append(make("span", "date", date));
  where.append(make("span", `kind ${kinds[kindOf[quote]]}`, SHORT[kinds[kindOf[quote]]]),
    make("span", "sure", `confidence ${(confidenceOf[quote] / 100).toFixed(2)}`));
  const others = articlesWith(quote);
  if (others > 1) where.append(button("open", "", () => choose("same", firstSaid(quote)), `in ${number.format(others)} articles`));
  by.append(button("copy", `Copy this quote of ${nameOf(person)}`, (event) => copy(quote, event.currentTarget), "Copy"));
  const item = make("li", "quote", by, sentenceOf(quote), where);
  item.dataset.quote = String(quote);
  return item;
};

const drawQuotes = () => {
  const order = byId("order").value;
  inOrder = current.fits;
  if (order !== "place") {
    const value = { new: (quote) => -dayOf[quote], old: (quote) => (dayOf[quote] === UNDATED ? Infinity : dayOf[quote]),
      sure: (quote) => -confidenceOf[quote] }[order];
    inOrder = [...inOrder].sort((one, other) => { const [left, right] = [value(one), value(other)]; return left === right ? one - other : left < right ? -1 : 1; });
  }
  shownQuotes = 0;
  byId("quotes").replaceChildren();
  showMore(AT_ONCE);
};
const showMore = (most) => {
  const next = inOrder.slice(shownQuotes, shownQuotes + most);
  byId("quotes").append(...next.map(quoteItem));
  shownQuotes += next.length;
  byId("more").hidden = shownQuotes >= inOrder.length;
  byId("more").textContent = `Show more quotes: ${number.format(shownQuotes)} of ${number.format(inOrder.length)} shown`;
};

const most = (values, names, limit) => {
  const counts = new Map();
  for (const value of values) if (value !== "" && value !== -1) counts.set(value, (counts.get(value) || 0) + 1);
  return [...counts].sort((one, other) => other[1] - one[1]).slice(0, limit)
    .map(([value, times]) => [names ? names[value] : value, times]);
};
const drawProfile = () => {
  const profile = byId("profile");
  const { person, body } = asked;
  profile.hidden = person < 0 && body < 0;
  if (profile.hidden) return;
  const all = [];
  for (let quote = 0; quote < total; quote += 1) {
    if ((person < 0 || personOf[quote] === person) && (body < 0 || bodyOf[quote] === body)) all.push(quote);
  }
  const name = person >= 0 ? nameOf(person) : people.bodies[body];
  const also = person >= 0 ? people.also[person] : people.alsoBodies[body];
  const facts = make("dl", "");
  const fact = (term, pairs) => {
    if (!pairs.length) return;
    const value = make("dd", "");
    pairs.forEach(([what, times], index) => value.append(index ? "; " : "", isolated(what), pairs.length > 1 && times ? ` (${number.format(times)})` : ""));
    facts.append(make("dt", "", term), value);
  };
  fact("Also called", also.map((one) => [one, 0]));
  if (person >= 0 && people.known[person]) fact("Known as", [[people.known[person], 0]]);
  fact("Role", most(all.map(roleOf), null, 6));
  const names = people.bodies.filter((one) => one !== name);
  if (person >= 0 && names.length) fact("Speaks for", most(all.map((quote) => bodyOf[quote]), people.bodies, 6).filter(([one]) => one !== name));
  if (person < 0) fact("Voices", most(all.map((quote) => personOf[quote]), people.names, 8));
  fact("Counted among", most(all.map((quote) => LABELS[sources[sourceOf[quote]]]), null, 3));
  const days = all.map((quote) => dayOf[quote]).filter((day) => day !== UNDATED);
  if (days.length) {
    const [first, last] = days.reduce(([least, latest], day) => [Math.min(least, day), Math.max(latest, day)], [Infinity, -Infinity]);
    fact("Quoted", [[first === last ? written(first) : `${written(first)} to ${written(last)}`, 1]]);
  }
  const counts = kinds.map((_, kind) => all.filter((quote) => kindOf[quote] === kind).length);
  profile.replaceChildren(
    button("close", "Let go", () => { asked.person = -1; asked.body = -1; update(true); }, "×"),
    make("p", "kicker", person >= 0 ? "Speaker" : "Organisation"), make("h2", "", isolated(name)),
    make("p", "note", `${counted(all.length, "quote")} in ${counted(new Set(all.map((quote) => articleOf[quote])).size, "article")}: `
      + kinds.map((kind, index) => `${number.format(counts[index])} ${kind}`).join(", ")),
    stacked(counts, kinds, "whole"), facts);
};
