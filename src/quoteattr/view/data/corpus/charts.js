// Bars: of sorts of sources, of kinds, of days, and of those who speak most.
const LABELS = { official: "officials", person: "other people with a name", unnamed: "unnamed people",
  organisation: "organisations", document: "documents", unknown: "speaker not found",
  direct: "direct: in their own words", mixed: "mixed: partly in their own words", indirect: "indirect: reported" };
const SHORT = { direct: "direct", mixed: "mixed", indirect: "indirect" };
const MORE = 50;
const FEW = 10;

const stacked = (values, names, className) => {
  const bar = make("span", `stack ${className || ""}`);
  bar.setAttribute("aria-hidden", "true");
  values.forEach((value, index) => {
    if (!value) return;
    const part = make("span", `tone ${names[index]}`);
    part.style.flexGrow = String(value);
    bar.append(part);
  });
  return bar;
};

const drawShares = (place, facet, names, values) => {
  const all = values.reduce((sum, value) => sum + value, 0);
  const list = make("ul", "shares");
  names.forEach((name, index) => {
    if (!values[index] && asked[facet] !== index) return;
    const one = button("share", "", () => choose(facet, index), make("span", `swatch tone ${name}`),
      make("span", "label", LABELS[name]), make("span", "value", percent(values[index], all)),
      make("span", "count", number.format(values[index])));
    one.setAttribute("aria-pressed", String(asked[facet] === index));
    one.dataset.key = `${facet} ${index}`;
    list.append(make("li", "", one));
  });
  byId(place).replaceChildren(stacked([...values], names, "whole"), list);
};

let asShares = false;
byId("shares").addEventListener("click", () => {
  asShares = !asShares;
  byId("shares").textContent = asShares ? "show counts" : "show shares";
  drawTime(current.time);
});
const drawTime = (time) => {
  byId("time").hidden = !dated.length || firstDay === lastDay;
  const missing = dayOfArticle.length - dated.length;
  byId("undated").textContent = missing ? `${counted(missing, "article")} without a date ${missing === 1 ? "is" : "are"} not shown here.` : "";
  if (byId("time").hidden) return;
  const [first, last] = [binOf(firstDay), binOf(lastDay)];
  const sums = new Map([...time].map(([bin, values]) => [bin, values.reduce((sum, value) => sum + value, 0)]));
  const most = Math.max(1, ...sums.values());
  const columns = [];
  for (let bin = first; bin <= last; bin += 1) {
    const start = scale.start(bin);
    const end = scale.start(bin + 1) - 1;
    const name = scale.name(Math.max(start, firstDay));
    const sum = sums.get(bin) || 0;
    const parts = asShares && sum ? sources.map((source, index) => [LABELS[source], time.get(bin)[index]]).filter((one) => one[1])
      .map(([label, value]) => `, ${label} ${percent(value, sum)}`).join("") : "";
    const column = button("column", `${name}: ${counted(sum, "quote")}${parts}`, () => choosePeriod(isoOf(start), isoOf(end)));
    column.title = column.getAttribute("aria-label");
    const stack = stacked([...(time.get(bin) || [])], sources, "upright");
    stack.style.height = `${asShares ? (sum ? 100 : 0) : (100 * sum) / most}%`;
    column.append(stack);
    column.dataset.key = `time ${bin}`;
    column.setAttribute("aria-pressed", String(asked.from === isoOf(start) && asked.to === isoOf(end)));
    columns.push(column);
  }
  const ends = make("p", "axis", make("span", "", scale.name(Math.max(scale.start(first), firstDay))),
    make("span", "", asShares ? "shares of the quotes" : `highest: ${counted(most, "quote")}`), make("span", "", scale.name(scale.start(last))));
  byId("columns").replaceChildren(make("div", "plot", ...columns), ends);
};

// Whom a person stands for most often, over all articles.
const bodyOfPerson = (() => {
  const counts = new Map();
  for (let quote = 0; quote < total; quote += 1) {
    if (personOf[quote] < 0 || bodyOf[quote] < 0) continue;
    if (people.names[personOf[quote]] === people.bodies[bodyOf[quote]]) continue;
    const key = personOf[quote] * people.bodies.length + bodyOf[quote];
    counts.set(key, (counts.get(key) || 0) + 1);
  }
  const best = new Map();
  for (const [key, value] of counts) {
    const person = Math.floor(key / people.bodies.length);
    if (!best.has(person) || best.get(person)[1] < value) best.set(person, [key % people.bodies.length, value]);
  }
  return best;
})();
const standing = (person) => {
  const best = bodyOfPerson.get(person);
  return [["unnamed", "", "document"][people.named[person]], best ? `for ${people.bodies[best[0]]}` : ""].filter(Boolean).join(", ");
};

const RANKINGS = {
  speakers: { facet: "person", title: "Speakers", names: people.names, kinds: "kindsOfPerson", about: standing },
  organisations: { facet: "body", title: "Organisations", names: people.bodies, kinds: "kindsOfBody", about: () => "" },
  articles: { facet: "article", title: "Articles", names: articles.name, about: (article) => (dayOfArticle[article] === UNDATED ? "" : written(dayOfArticle[article])) },
};
for (const one of Object.values(RANKINGS)) Object.assign(one, { by: "count", shown: FEW });
const labelOf = (ranking, index) => (ranking.facet === "article" ? titleOf(index) : ranking.names[index] || "unnamed");
const compared = new Intl.Collator("en").compare;

const ordered = (ranking, counts) => {
  const found = [];
  for (let index = 0; index < counts.length; index += 1) if (counts[index] > 0) found.push(index);
  if (ranking.by === "count") return found.sort((one, other) => counts[other] - counts[one] || one - other);
  return found.sort((one, other) => compared(labelOf(ranking, one), labelOf(ranking, other)));
};

const drawRanking = (place, tallied) => {
  const ranking = RANKINGS[place];
  const counts = tallied[ranking.facet];
  const found = ordered(ranking, counts);
  const list = make("ol", "bars");
  let most = 1;
  for (const value of counts) if (value > most) most = value;
  const chosen = asked[ranking.facet];
  const shown = found.slice(0, ranking.shown);
  if (chosen >= 0 && !shown.includes(chosen)) shown.unshift(chosen);
  for (const index of shown) list.append(make("li", "", barOf(ranking, index, counts[index], most, tallied)));
  const sort = button("sort", "", () => { ranking.by = ranking.by === "count" ? "name" : "count"; refocus(place, ".sort"); },
    ranking.by === "count" ? "sort by name" : "sort by count");
  const head = make("header", "", make("h3", "", ranking.title, make("span", "total", ` ${number.format(found.length)}`)), sort);
  const parts = [head, list];
  if (found.length > ranking.shown) {
    parts.push(button("action", "", () => { ranking.shown += MORE; refocus(place, ".action"); },
      `Show ${Math.min(MORE, found.length - ranking.shown)} more`));
  }
  if (!found.length) parts.push(make("p", "note", "None."));
  byId(place).replaceChildren(...parts);
};
const refocus = (place, selector) => {
  drawRanking(place, current);
  const again = byId(place).querySelector(selector);
  if (again) again.focus();
};

const barOf = (ranking, index, value, most, tallied) => {
  const name = labelOf(ranking, index);
  const about = ranking.about(index);
  const one = button("bar-row", "", () => choose(ranking.facet, index), isolated(name, ranking.facet === "person" && !people.named[index] ? "name nameless" : "name"),
    make("span", "count", number.format(value)));
  if (about) one.append(isolated(about, "about"));
  const track = make("span", "track");
  const kept = ranking.kinds ? [...tallied[ranking.kinds].subarray(index * kinds.length, (index + 1) * kinds.length)] : [value];
  const bar = stacked(kept, ranking.kinds ? kinds : ["plain"]);
  bar.style.width = `${Math.max(0.5, (100 * value) / most)}%`;
  track.append(bar);
  one.append(track);
  one.dataset.key = `${ranking.facet} ${index}`;
  one.setAttribute("aria-pressed", String(asked[ranking.facet] === index));
  return one;
};
