// Comfort only: everything works without it. j/k next and previous move, x opens its evidence, / goes to the search;
// new moves are announced and never pushed in under the reader.
const articles = [...document.querySelectorAll("article")];
const search = document.querySelector("input[type=search]");
const live = document.getElementById("live");
const here = () => articles.indexOf(document.activeElement.closest("article"));
const go = (at) => articles[Math.max(0, Math.min(at, articles.length - 1))]?.focus();
const keys = {
  j: () => go(here() + 1),
  k: () => go(here() - 1),
  x: () => { const one = articles[here()]?.querySelector(".evidence"); if (one) one.open = !one.open; },
  "/": () => search.focus(),
};

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input, select, textarea")) return;
  if (Object.hasOwn(keys, event.key)) {
    event.preventDefault();
    keys[event.key]();
  }
});

addEventListener("beforeprint", () => {
  for (const one of document.querySelectorAll(".evidence")) one.open = true;
});

if (live && !new URLSearchParams(location.search).has("as-of")) {
  const seen = { new: 0, other: 0 };
  const stream = new EventSource(`/stream?after=${live.dataset.position}`);
  stream.addEventListener("change", (event) => {
    seen[JSON.parse(event.data).change.kind === "new" ? "new" : "other"] += 1;
    const told = [seen.new && `${seen.new} new`, seen.other && `${seen.other} changed`].filter(Boolean).join(", ");
    const link = Object.assign(document.createElement("a"), { href: location.href, textContent: "show" });
    live.replaceChildren(`${told} · `, link);
    live.hidden = false;
  });
  addEventListener("pagehide", () => stream.close());
}
