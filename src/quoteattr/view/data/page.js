const all = (selector) => [...document.querySelectorAll(selector)];
const ids = (element, part) => (element.dataset[part] || "").split(" ").filter(Boolean);
const quotes = new Map(all("data.quote").map((one) => [one.dataset.id, one.dataset]));
const parts = all(".part");
const refs = all(".ref");
const buttons = all("aside .speaker, aside .organisation").filter((one) => one.tagName === "BUTTON");
const goes = all(".go");
const panel = document.querySelector(".chosen");
const quoteParts = ["content", "cue", "source"];
const hidden = new Set();
let chosen = null; // {quotes: Set, speaker, organisation, about}
let only = null; // the button of a speaker or an organisation, whose quotes alone are shown

const ofQuote = (id) => ({ quotes: new Set([id]), speaker: quotes.get(id).by, organisation: "", about: id });
const ofEntity = (speaker, organisation) => {
  const theirs = [...quotes.values()].filter((one) => (speaker ? one.by === speaker : one.for === organisation));
  return { quotes: new Set(theirs.map((one) => one.id)), speaker, organisation, about: "" };
};
const ofButton = (button) => ofEntity(button.dataset.speakerId || "", button.dataset.organisationId || "");

const show = (what) => {
  const lit = what ? what.quotes : new Set();
  for (const part of parts) {
    part.classList.toggle("lit", ids(part, "content").some((id) => lit.has(id) && !hidden.has(id)));
    const about = what && quoteParts.slice(1).some((name) => ids(part, name).some((id) => lit.has(id) && !hidden.has(id)));
    const named = what && ((what.speaker && ids(part, "speaker").includes(what.speaker))
      || (what.organisation && ids(part, "organisation").includes(what.organisation)));
    part.classList.toggle("named", Boolean(about || named));
  }
  for (const ref of refs) ref.setAttribute("aria-pressed", String(lit.has(ref.dataset.quote)));
  for (const button of buttons) {
    const pressed = what && ((what.speaker && button.dataset.speakerId === what.speaker)
      || (what.organisation && button.dataset.organisationId === what.organisation));
    button.setAttribute("aria-pressed", String(Boolean(pressed)));
    const theirs = button.parentElement.querySelector(".theirs"); // opened by a choice, not by the mouse in passing
    if (theirs) theirs.hidden = !(pressed && chosen);
  }
  for (const go of goes) go.setAttribute("aria-current", String(Boolean(what) && go.dataset.go === what.about));
  for (const about of all(".about")) about.hidden = !what || about.dataset.about !== what.about;
  const hint = document.querySelector(".hint");
  if (hint) hint.hidden = Boolean(what && what.about);
  panel.classList.toggle("open", Boolean(chosen && chosen.about));
  panel.querySelector(".close").hidden = !chosen;
  panel.querySelector(".copy").hidden = !(chosen && chosen.about);
};
const reach = (id) => {
  const ref = refs.find((one) => one.dataset.quote === id);
  if (ref) ref.scrollIntoView({ block: "nearest" });
};
const narrow = window.matchMedia("(max-width: 50rem)");
const choose = (what) => {
  chosen = what;
  show(chosen);
  if (chosen && chosen.about && narrow.matches) reach(chosen.about); // what is known of it covers the lower half
};
const same = (what) => Boolean(chosen) && chosen.about === what.about && chosen.speaker === what.speaker
  && chosen.organisation === what.organisation;
const toggle = (what) => choose(same(what) ? null : what);
// A part belongs to a quote, or else it is a mention of a speaker or of an organisation.
const at = (part) => {
  const id = quoteParts.flatMap((name) => ids(part, name)).find((one) => !hidden.has(one));
  if (id) return ofQuote(id);
  const [speaker] = ids(part, "speaker");
  const [organisation] = ids(part, "organisation");
  if (speaker) return ofEntity(speaker, "");
  return organisation ? ofEntity("", organisation) : null;
};

for (const part of parts) {
  part.addEventListener("mouseenter", () => { if (!chosen) show(at(part)); });
  part.addEventListener("mouseleave", () => { if (!chosen) show(null); });
  part.addEventListener("click", () => {
    const what = at(part);
    if (what && !String(window.getSelection())) toggle(what);
  });
}
for (const ref of refs) ref.addEventListener("click", () => toggle(ofQuote(ref.dataset.quote)));
for (const button of buttons) {
  button.addEventListener("mouseenter", () => { if (!chosen) show(ofButton(button)); });
  button.addEventListener("mouseleave", () => { if (!chosen) show(null); });
  button.addEventListener("click", () => {
    const what = ofButton(button);
    toggle(what);
    const first = [...what.quotes].find((id) => !hidden.has(id));
    if (chosen && first) reach(first);
  });
}
for (const go of goes) {
  go.addEventListener("click", () => { choose(ofQuote(go.dataset.go)); reach(go.dataset.go); });
}
for (const one of all(".only")) {
  one.addEventListener("click", () => {
    const owner = one.closest(".theirs").parentElement.querySelector("button");
    only = only === owner ? null : owner;
    filter();
  });
}
const copy = panel.querySelector(".copy");
copy.addEventListener("click", async () => {
  const about = all(".about").find((one) => one.dataset.about === chosen.about);
  const words = about.querySelector("dd.words").textContent.replace(/\s+/g, " ").trim();
  const done = await put(`${words} — ${about.dataset.source}`);
  copy.textContent = done ? "Copied" : "Not copied";
  window.setTimeout(() => { copy.textContent = "Copy"; }, 1500);
});
panel.querySelector(".close").addEventListener("click", () => choose(null));
document.addEventListener("keydown", (event) => { if (event.key === "Escape") choose(null); });

const filter = () => {
  const kinds = new Set(all("input[name=kind]:checked").map((box) => box.value));
  const floor = Number(document.getElementById("confidence").value);
  document.getElementById("floor").textContent = floor.toFixed(2);
  hidden.clear();
  for (const [id, one] of quotes) {
    const theirs = !only || (only.dataset.speakerId ? one.by === only.dataset.speakerId : one.for === only.dataset.organisationId);
    if (!theirs || !kinds.has(one.kind) || Number(one.confidence) < floor) hidden.add(id);
  }
  const alone = document.querySelector(".alone");
  alone.hidden = !only;
  alone.querySelector("bdi").textContent = only ? only.querySelector(".name").textContent : "";
  for (const one of all(".only")) one.setAttribute("aria-pressed", String(only === one.closest(".theirs").parentElement.querySelector("button")));
  for (const part of parts) {
    const mine = quoteParts.flatMap((name) => ids(part, name));
    part.classList.toggle("off", mine.length > 0 && mine.every((id) => hidden.has(id)));
  }
  for (const ref of refs) ref.classList.toggle("off", hidden.has(ref.dataset.quote));
  for (const about of all(".about")) about.classList.toggle("off", hidden.has(about.dataset.about));
  for (const go of goes) go.classList.toggle("off", hidden.has(go.dataset.go));
  document.getElementById("shown").textContent = String(quotes.size - hidden.size);
  const left = [...quotes.values()].filter((one) => !hidden.has(one.id));
  for (const count of all(".count")) {
    const { count: by, countFor } = count.dataset;
    count.textContent = String(left.filter((one) => (by === undefined ? one.for === countFor : one.by === by)).length);
    count.parentElement.classList.toggle("silent", count.textContent === "0");
  }
  show(chosen);
};
const form = document.querySelector(".filters");
if (form) {
  form.addEventListener("input", filter);
  form.querySelector(".everybody").addEventListener("click", () => { only = null; filter(); });
  form.addEventListener("submit", (event) => event.preventDefault());
  filter();
}
