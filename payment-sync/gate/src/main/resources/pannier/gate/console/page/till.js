// Cash at the till: what shoppers pay there, and what goes back to them.
import { el, post } from "/shared/live.js";
import { money, t } from "/shared/words.js";
import { attempt, button, closing, desk, open, since, title } from "/staff/page/desk.js";
import { moveBasket } from "/staff/page/moving.js";

let code = "";

export function till() {
  const wanted = code.toUpperCase().replace(/[^A-Z0-9]/g, "");
  const due = desk.view.cash.filter((it) => it.asked && (wanted === "" || it.code.startsWith(wanted)));
  const owed = desk.view.cash.filter((it) => !it.asked);
  const input = el("input", { id: "code", "data-key": "code", value: code, autocomplete: "off", maxlength: "8", oninput: (event) => {
    code = event.target.value;
    desk.show();
  } });
  return [
    el("h1", {}, t("page.till")),
    el("section", { class: "card" }, el("label", {}, t("till.code"), input),
      el("div", { class: "row" }, button(t("move.died"), () => moveBasket(), { "data-key": "died" }))),
    el("h2", {}, t("till.due")),
    due.length === 0 ? el("p", { class: "card" }, t(wanted === "" ? "till.nobody" : "till.noCode"))
      : el("div", { class: "fleet" }, ...due.map(payer)),
    ...(owed.length === 0 ? [] : [el("h2", {}, t("till.owed")), el("div", { class: "fleet" }, ...owed.map(payee))]),
  ];
}

function payer(it) {
  return el("section", { class: "card", "data-cash": it.code },
    el("div", { class: "top" }, el("h2", { class: "hash" }, `${it.code.slice(0, 3)} ${it.code.slice(3)}`), el("strong", { class: "number" }, money(it.amountMinor))),
    el("p", { class: "quiet" }, t("till.for", { cart: it.cart, time: since(it.at) })),
    el("div", { class: "row" },
      button(t("till.taken"), () => cash(it, "taken"), { class: "main", "data-key": `taken-${it.key}` }),
      button(t("till.refused"), () => cash(it, "refused"), { "data-key": `refused-${it.key}` })));
}

function payee(it) {
  return el("section", { class: "card" },
    el("div", { class: "top" }, el("h2", { class: "hash" }, it.code === "" ? t("till.refund") : it.code), el("strong", { class: "number" }, money(it.amountMinor))),
    el("p", { class: "quiet" }, t("till.for", { cart: it.key, time: since(it.at) })),
    button(t("till.handedOut"), () => cash(it, "handed-out"), { class: "main", "data-key": `out-${it.key}` }));
}

function cash(it, deed) {
  return attempt(async () => {
    const done = await post("/staff/cash", { key: it.key, deed }, desk.me.token);
    code = "";
    if (done?.receipt) {
      open("till-paid", title(t("move.paid")), el("p", {}, t("move.tillPaid", { receipt: done.receipt })), closing({ class: "main" }));
    }
  });
}
