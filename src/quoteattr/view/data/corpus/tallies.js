// What is asked for, which quotes fit, and how often each speaker, organisation, kind and day is among them.
const asked = { words: "", speaker: "", organisation: "", from: "", to: "", floor: 0, person: -1, body: -1, article: -1,
  source: -1, kind: -1, same: -1, once: 0 };
const FACETS = { person: 1, body: 2, article: 4, source: 8, kind: 16, time: 32, other: 64 };

const plainNames = new Map([people.names, people.bodies].map((names) => [names, names.map(plain)]));
const having = (names, part) => {
  const wanted = plain(part.trim());
  return wanted ? Uint8Array.from(plainNames.get(names), (name) => (name.includes(wanted) ? 1 : 0)) : null;
};
// Words in marks are looked for as they stand, the others in any order.
const termsOf = (words) => [...plain(words).matchAll(/["“]([^"”]+)["”]|\S+/g)].map((found) => found[1] || found[0]);

const tally = () => {
  const terms = termsOf(asked.words);
  const speakers = having(people.names, asked.speaker);
  const bodies = having(people.bodies, asked.organisation);
  const floor = Math.round(asked.floor * 100);
  const from = asked.from ? Date.parse(`${asked.from}T00:00Z`) / DAY : UNDATED;
  const to = asked.to ? Date.parse(`${asked.to}T00:00Z`) / DAY : Infinity;
  const timed = Boolean(asked.from || asked.to);
  const fits = [];
  const found = { person: new Int32Array(people.names.length), body: new Int32Array(people.bodies.length),
    article: new Int32Array(articles.name.length), source: new Int32Array(sources.length),
    kind: new Int32Array(kinds.length), time: new Map(), fits };
  found.kindsOfPerson = new Int32Array(people.names.length * kinds.length);
  found.kindsOfBody = new Int32Array(people.bodies.length * kinds.length);
  for (let quote = 0; quote < total; quote += 1) {
    if (confidenceOf[quote] < floor) continue;
    if (asked.once && rows.quotes.same[quote] >= 0) continue;
    if (asked.same >= 0 && firstSaid(quote) !== asked.same) continue;
    if (speakers && !(personOf[quote] >= 0 && speakers[personOf[quote]])) continue;
    if (bodies && !(bodyOf[quote] >= 0 && bodies[bodyOf[quote]])) continue;
    let fails = 0;
    if (asked.person >= 0 && personOf[quote] !== asked.person) fails |= FACETS.person;
    if (asked.body >= 0 && bodyOf[quote] !== asked.body) fails |= FACETS.body;
    if (asked.article >= 0 && articleOf[quote] !== asked.article) fails |= FACETS.article;
    if (asked.source >= 0 && sourceOf[quote] !== asked.source) fails |= FACETS.source;
    if (asked.kind >= 0 && kindOf[quote] !== asked.kind) fails |= FACETS.kind;
    if (timed && (dayOf[quote] === UNDATED || dayOf[quote] < from || dayOf[quote] > to)) fails |= FACETS.time;
    if (fails & (fails - 1)) continue; // two facets fail: no count has it
    if (terms.length && !terms.every((term) => loweredOf(quote).includes(term))) continue;
    count(found, quote, fails);
  }
  return found;
};
// A facet counts what the others let through, so that a choice can be changed.
const count = (found, quote, fails) => {
  const [person, body, kind] = [personOf[quote], bodyOf[quote], kindOf[quote]];
  if (!fails) found.fits.push(quote);
  if (person >= 0 && !(fails & ~FACETS.person)) {
    found.person[person] += 1;
    found.kindsOfPerson[person * kinds.length + kind] += 1;
  }
  if (body >= 0 && !(fails & ~FACETS.body)) {
    found.body[body] += 1;
    found.kindsOfBody[body * kinds.length + kind] += 1;
  }
  if (!(fails & ~FACETS.article)) found.article[articleOf[quote]] += 1;
  if (!(fails & ~FACETS.source)) found.source[sourceOf[quote]] += 1;
  if (!(fails & ~FACETS.kind)) found.kind[kind] += 1;
  if (dayOf[quote] !== UNDATED && !(fails & ~FACETS.time)) {
    const bin = binOf(dayOf[quote]);
    if (!found.time.has(bin)) found.time.set(bin, new Int32Array(sources.length));
    found.time.get(bin)[sourceOf[quote]] += 1;
  }
};

const dated = dayOfArticle.filter((day) => day !== UNDATED);
let [firstDay, lastDay] = [Infinity, -Infinity];
for (const day of dated) {
  firstDay = Math.min(firstDay, day);
  lastDay = Math.max(lastDay, day);
}
const MONTH = new Intl.DateTimeFormat("en-GB", { month: "short", year: "numeric", timeZone: "UTC" });
const monthsOf = (day) => { const date = new Date(day * DAY); return date.getUTCFullYear() * 12 + date.getUTCMonth(); };
const ofMonths = (months) => Date.UTC(Math.floor(months / 12), months % 12, 1) / DAY;
// Columns are days, weeks, months or years: as many as fit.
const scale = (() => {
  const length = lastDay - firstDay + 1;
  if (length <= 45) return { bin: (day) => day, start: (bin) => bin, name: written };
  const monday = firstDay - ((new Date(firstDay * DAY).getUTCDay() + 6) % 7);
  if (length <= 300) {
    return { bin: (day) => Math.floor((day - monday) / 7), start: (bin) => monday + 7 * bin,
      name: (day) => `week of ${written(day)}` };
  }
  if (length <= 2200) return { bin: monthsOf, start: ofMonths, name: (day) => MONTH.format(new Date(day * DAY)) };
  return { bin: (day) => Math.floor(monthsOf(day) / 12), start: (bin) => ofMonths(bin * 12), name: (day) => isoOf(day).slice(0, 4) };
})();
const bins = new Map();
const binOf = (day) => {
  if (!bins.has(day)) bins.set(day, scale.bin(day));
  return bins.get(day);
};
