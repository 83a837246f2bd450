// The catalogue, and help from far away.
import { el, Refusal } from "/shared/live.js";
import { count, t } from "/shared/words.js";
import { button, desk, refused, table } from "/staff/page/desk.js";

export function shop() {
  const file = el("input", { id: "file", type: "file", accept: ".csv,.json" });
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
      el("label", {}, t("shop.file"), file),
      el("div", { class: "row" }, button(t("shop.try"), () => send(true), { "data-key": "try" }),
        button(t("shop.import"), () => send(false), { class: "main", "data-key": "import" })),
      word, faults),
    el("section", { class: "card" }, el("h2", {}, t("shop.help")),
      el("p", {}, t("shop.helpText")),
      el("a", { class: "button", href: "/staff/support", download: "pannier-support.zip", "data-key": "support" }, t("shop.save"))),
  ];
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
