// The controls, and the address: it tells what is asked for, so that the way back leads there.
const INPUTS = { words: "words", speaker: "speaker", organisation: "organisation", from: "from", to: "to" };
const SETTLED = { ...asked };

const choose = (facet, index, jump) => {
  asked[facet] = asked[facet] === index && !jump ? -1 : index;
  update(true);
  if ((facet === "person" || facet === "body") && asked[facet] >= 0 && (jump || narrow.matches)) byId("profile").scrollIntoView({ block: "start" });
};
const choosePeriod = (from, to) => {
  const same = asked.from === from && asked.to === to;
  asked.from = same ? "" : from;
  asked.to = same ? "" : to;
  update(true);
};
const narrow = window.matchMedia("(max-width: 56rem)");

const update = (step) => {
  const { key } = document.activeElement.dataset;
  const lost = document.activeElement.closest("#chips, #profile, #quotes");
  current = tally();
  drawShares("sources", "source", sources, current.source);
  drawShares("kinds", "kind", kinds, current.kind);
  drawTime(current.time);
  for (const place of Object.keys(RANKINGS)) drawRanking(place, current);
  drawProfile();
  drawQuotes();
  drawStatus();
  drawControls();
  remember(step);
  refind(key, lost);
};
// What had the focus was drawn anew.
const refind = (key, lost) => {
  const again = key && document.querySelector(`[data-key="${key}"]`);
  const place = byId("profile").hidden ? byId("status") : byId("profile");
  if (again || lost) (again || place).focus({ preventScroll: true });
};
const drawStatus = () => {
  const fitting = current.fits.length;
  byId("status").replaceChildren(make("strong", "", number.format(fitting)), ` of ${counted(total, "quote")}`);
  byId("heading").textContent = asked.person >= 0 || asked.body >= 0 ? "What was said" : "Quotes";
  byId("export").disabled = !fitting;
  const chip = (what, text, ...keys) => button("chip", `${what} ${text}: take this filter away`, () => {
    for (const key of keys) asked[key] = SETTLED[key];
    update(true);
    byId("status").scrollIntoView({ block: "nearest" });
  }, make("span", "what", what), " ", isolated(text), make("span", "cross", " ×"));
  const chips = [];
  if (asked.words) chips.push(chip("words", asked.words, "words"));
  if (asked.speaker) chips.push(chip("speaker", asked.speaker, "speaker"));
  if (asked.person >= 0) chips.push(chip("speaker", nameOf(asked.person), "person"));
  if (asked.organisation) chips.push(chip("organisation", asked.organisation, "organisation"));
  if (asked.body >= 0) chips.push(chip("organisation", people.bodies[asked.body], "body"));
  if (asked.article >= 0) chips.push(chip("article", titleOf(asked.article), "article"));
  if (asked.source >= 0) chips.push(chip("source", LABELS[sources[asked.source]], "source"));
  if (asked.kind >= 0) chips.push(chip("kind", kinds[asked.kind], "kind"));
  if (asked.from || asked.to) chips.push(chip("time", `${asked.from || "…"} to ${asked.to || "…"}`, "from", "to"));
  if (asked.same >= 0) chips.push(chip("repeated", `in ${counted(articlesWith(asked.same), "article")}`, "same"));
  if (asked.once) chips.push(chip("repeated quotations", "once", "once"));
  if (asked.floor) chips.push(chip("confidence from", asked.floor.toFixed(2), "floor"));
  if (chips.length > 1) chips.push(button("chip all", "", () => { Object.assign(asked, SETTLED); update(true); }, "clear all"));
  byId("chips").replaceChildren(...chips);
};
const drawControls = () => {
  for (const [id, key] of Object.entries(INPUTS)) if (byId(id).value !== asked[key]) byId(id).value = asked[key];
  byId("confidence").value = String(Math.round(100 * asked.floor));
  byId("floor").textContent = asked.floor.toFixed(2);
  byId("once").checked = Boolean(asked.once);
};

const remember = (step) => {
  const told = new URLSearchParams();
  for (const [key, value] of Object.entries(asked)) if (value !== SETTLED[key]) told.set(key, String(value));
  try {
    history[step ? "pushState" : "replaceState"](null, "", `#${told}`);
  } catch { /* a frame without an address */ }
};
const numeric = (told, otherwise) => (told.trim() && Number.isFinite(Number(told)) ? Number(told) : otherwise);
const recall = () => {
  const told = new URLSearchParams(location.hash.slice(1));
  for (const [key, value] of Object.entries(SETTLED)) {
    const given = told.get(key);
    asked[key] = given === null ? value : typeof value === "number" ? numeric(given, value) : given;
  }
  const sizes = { person: people.names, body: people.bodies, article: articles.name, source: sources, kind: kinds, same: rows.quotes.same };
  for (const [key, names] of Object.entries(sizes)) if (!(asked[key] in names)) asked[key] = -1;
  asked.floor = Math.min(1, Math.max(0, asked.floor));
};

byId("form").addEventListener("input", () => {
  for (const [id, key] of Object.entries(INPUTS)) asked[key] = byId(id).value;
  asked.floor = Number(byId("confidence").value) / 100;
  asked.once = Number(byId("once").checked);
  update(false);
});
byId("form").addEventListener("submit", (event) => event.preventDefault());
byId("order").addEventListener("input", drawQuotes);
byId("more").addEventListener("click", () => showMore(AT_ONCE));
byId("export").addEventListener("click", save);
window.addEventListener("popstate", () => { recall(); update(false); });
window.addEventListener("beforeprint", () => showMore(Math.max(0, 200 - shownQuotes)));
document.addEventListener("keydown", (event) => {
  if (event.key === "/" && !reader.open && !/^(?:INPUT|SELECT|TEXTAREA)$/.test(document.activeElement.tagName)) {
    event.preventDefault();
    byId("filters").open = true;
    byId("words").focus();
  }
});

const introduce = () => {
  const speaking = new Set(personOf);
  speaking.delete(-1);
  const named = [...speaking].filter((person) => people.named[person] === 1).length;
  const period = !dated.length ? "" : firstDay === lastDay ? `, ${written(firstDay)}` : `, ${written(firstDay)} to ${written(lastDay)}`;
  byId("kicker").textContent = `${counted(articles.name.length, "article")}${period}`;
  const share = (name) => percent(current.source[sources.indexOf(name)], total);
  const leading = ordered(RANKINGS.speakers, current.person).filter((person) => people.named[person] === 1).slice(0, 10);
  const theirs = leading.reduce((sum, person) => sum + current.person[person], 0);
  const sentences = [`${counted(total, "quote")} by ${counted(named, "speaker")} with a name, for ${counted(people.bodies.length, "organisation")}.`];
  const shares = [["official", "officials"], ["unnamed", "unnamed people"], ["organisation", "organisations"]]
    .filter(([source]) => current.source[sources.indexOf(source)]);
  if (shares.length) {
    const told = shares.map(([source, label], place) => `${label} ${place ? "" : "have "}${share(source)}${place ? "" : " of the quotes"}`);
    sentences.push(`${told[0][0].toUpperCase()}${told.join(", ").slice(1)}.`);
  }
  if (named > 10) sentences.push(`The ten who speak most have ${percent(theirs, total)}.`);
  byId("standfirst").textContent = sentences.join(" ");
  document.title = `Who speaks in ${counted(articles.name.length, "article")}`;
};
byId("filters").open = !narrow.matches;
byId("once").parentElement.hidden = !repeats.size;
Object.assign(asked, SETTLED);
current = tally();
introduce();
recall();
update(false);
const warm = (quote) => { // the words are made ready while nobody waits
  const end = Math.min(total, quote + 2000);
  for (let one = quote; one < end; one += 1) loweredOf(one);
  if (end < total) window.setTimeout(() => warm(end), 0);
};
window.setTimeout(() => warm(0), 200);
document.documentElement.dataset.ready = String(Math.round(performance.now()));
