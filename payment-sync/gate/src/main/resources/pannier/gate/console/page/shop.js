// The catalogue, and help from far away.
import { el, get, post, Refusal } from "/shared/live.js";
import { count, mass, t } from "/shared/words.js";
import { ask, button, desk, refused, table } from "/staff/page/desk.js";

export async function shop() {
  const { learnt, others } = await get("/staff/masses");
  const file = el("input", { id: "file", type: "file", class: "hidden-text", accept: ".csv,.json" });
  const name = el("span", { class: "quiet", "aria-live": "polite" });
  file.addEventListener("change", () => {
    name.textContent = file.files[0]?.name ?? "";
  });
  const word = el("p", { role: "status", id: "import-word" });
  const faults = el("div", {});
  async function send(dry) {
    const chosen = file.files[0];
    faults.replaceChildren();
    if (!chosen) {
      word.textContent = t("shop.choose");
      return;
    }
    try {
      const it = await offered(chosen, dry);
      word.textContent = it.count > 0 ? count("shop.faults", it.count) : t(it.imported ? "shop.imported" : "shop.fine", { n: it.products });
      faults.replaceChildren(...(it.count === 0 ? [] : [table(t("shop.faultsTable"),
        [{ name: t("shop.line"), number: true }, { name: t("shop.field") }, { name: t("shop.found") }, { name: t("shop.wanted") }],
        it.faults.map((fault) => [String(fault.line), fault.field, fault.found, fault.wanted]))]));
    } catch (problem) {
      word.textContent = refused(problem);
    }
  }
  return [
    el("h1", {}, t("page.shop")),
    el("section", { class: "card" }, el("h2", {}, t("shop.catalogue")),
      el("div", { class: "row" }, el("label", { class: "button", for: "file" }, t("shop.file")), file, name),
      el("div", { class: "row" }, button(t("shop.try"), () => send(true), { "data-key": "try" }),
        button(t("shop.import"), () => send(false), { class: "main", "data-key": "import" })),
      word, faults),
    el("section", { class: "card", id: "masses" }, el("h2", {}, t("shop.masses")),
      el("p", {}, t("shop.massesText")),
      others === 0 ? null : el("p", { class: "quiet" }, count("shop.massesOthers", others)),
      learnt.length === 0 ? (others === 0 ? el("p", { class: "quiet" }, t("shop.massesNone")) : null) : table(t("shop.masses"),
        [{ name: t("shop.product") }, { name: t("shop.massCatalogue"), number: true }, { name: t("shop.massLearnt"), number: true },
          { name: t("shop.weighings"), number: true }, { name: "" }, { name: "" }],
        learnt.map((it) => [it.name, mass(it.catalogueGrams), mass(Math.round(it.learntGrams * 10) / 10), String(it.weighings),
          it.newPack ? el("span", { class: "badge" }, t("shop.newPack")) : "",
          button(t("shop.massBack"), () => ask(t("shop.massBackOf", { name: it.name }), [], (reason) => forget(it.product, reason)), { "data-key": `back-${it.product}` })]))),
    el("section", { class: "card" }, el("h2", {}, t("shop.help")),
      el("p", {}, t("shop.helpText")),
      el("a", { class: "button", href: "/staff/support", download: "pannier-support.zip", "data-key": "support" }, t("shop.save"))),
  ];
}

async function forget(product, reason) {
  await post("/staff/masses/forget", { product, reason }, desk.me.token);
  desk.show();
}

async function offered(file, dry) {
  const answer = await fetch(`/staff/catalogue${dry ? "?dry=1" : ""}`, { method: "POST", body: await file.text(),
    headers: { "Content-Type": file.name.endsWith(".json") ? "application/json" : "text/csv", "X-Pannier-Token": desk.me.token } });
  const it = await answer.json();
  if (!answer.ok) {
    throw new Refusal(answer.status, it.detail, it.code);
  }
  return it;
}
