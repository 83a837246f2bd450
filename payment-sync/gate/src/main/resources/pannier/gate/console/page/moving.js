// The basket of a cart that died: which one, where to, and what then.
import { el, get, post } from "/shared/live.js";
import { count, mass, money, t, time } from "/shared/words.js";
import { attempt, button, desk, open, refused, sheet, since, title } from "/staff/page/desk.js";
import { qr } from "/staff/page/pairing.js";

function close(text) {
  return button(text, () => sheet.close(), { "data-key": "move-close" });
}

/** The baskets that are kept; with a trip, that one at once. */
export function moveBasket(trip = "") {
  return attempt(async () => {
    const baskets = await get("/staff/baskets");
    const one = baskets.find((it) => it.trip === trip);
    if (one) {
      choose(one);
    } else {
      list(baskets, trip);
    }
  });
}

function list(baskets, trip) {
  open("baskets", title(t("move.died")),
    el("p", {}, t(trip === "" ? "move.whose" : "move.others")),
    baskets.length === 0 ? el("p", { class: "card" }, t("move.none")) : el("div", { id: "baskets" }, ...baskets.map(kept)),
    el("div", { class: "row" }, close(t("leaveIt"))));
}

function kept(it) {
  const items = count("items", it.lines.reduce((sum, line) => sum + line.pieces, 0));
  return el("section", { class: "card", "data-basket": it.trip },
    el("div", { class: "top" }, el("h2", {}, it.cart), el("strong", { class: "number" }, money(it.totalMinor))),
    el("p", { class: "quiet" }, t("move.told", { items, time: since(it.at) })),
    it.moved === "cart" ? el("p", {}, t("move.goesOn"))
      : button(t(it.moved === "till" ? "move.atTill" : "move.do"), () => choose(it), { class: "main", "data-key": `move-${it.trip}` }));
}

function choose(basket) {
  const reason = el("textarea", { id: "reason", rows: "2", maxlength: "200", required: true });
  const years = el("select", { id: "years" }, el("option", { value: "0" }, t("move.noAge")),
    ...["16", "18", "21"].map((it) => el("option", { value: it }, t("move.atLeast", { years: it }))));
  const problem = el("p", { class: "warning", role: "alert" });
  async function go(to) {
    if (reason.value.trim() === "") {
      problem.textContent = t("sayWhy");
      reason.focus();
      return;
    }
    try {
      const done = await post("/staff/move",
        { trip: basket.trip, to, reason: reason.value.trim(), years: Number(years.value) }, desk.me.token);
      if (to === "cart") {
        otherCart(basket, done);
      } else {
        till(basket, done);
      }
    } catch (refusal) {
      problem.textContent = refused(refusal);
    }
  }
  open("basket", title(t("move.of", { cart: basket.cart })),
    el("table", { id: "basket" }, el("tbody", {}, ...basket.lines.map((line) => el("tr", {},
      el("td", {}, `${line.massGrams === null ? `${line.pieces} ×` : mass(line.massGrams)} ${line.name}`),
      el("td", { class: "number" }, money(line.netMinor)))),
    el("tr", {}, el("th", { scope: "row" }, t("move.toPay")), el("td", { class: "number" }, money(basket.totalMinor))))),
    el("label", {}, t("move.age"), years),
    el("label", {}, t("why"), reason),
    problem,
    el("div", { class: "row" },
      button(t("move.payAtTill"), () => go("till"), { class: "main", "data-key": "to-till" }),
      basket.moved === "till" ? null : button(t("move.otherCart"), () => go("cart"), { "data-key": "to-cart" }),
      close(t("leaveIt"))));
}

function till(basket, done) {
  if (done.receipt) {
    open("basket-paid", title(t("move.paid")), el("p", { id: "moved" }, t("move.paidText", { cart: basket.cart, receipt: done.receipt })),
      el("div", { class: "row" }, close(t("close"))));
    return;
  }
  if (done.declined) {
    open("basket-not-paid", title(t("move.notPaid")), el("p", { id: "moved" }, t("move.notPaidText")), el("div", { class: "row" }, close(t("close"))));
    return;
  }
  const problem = el("p", { class: "warning", role: "alert" });
  async function cash(deed) {
    try {
      till(basket, await post("/staff/cash", { key: done.key, deed }, desk.me.token));
    } catch (refusal) {
      problem.textContent = refused(refusal);
    }
  }
  open("basket-cash", title(t("move.cash")),
    el("p", { class: "due number", id: "cash-due" }, money(done.amountMinor)),
    el("p", {}, t("move.waits", { code: `${done.code.slice(0, 3)} ${done.code.slice(3)}` })), problem,
    el("div", { class: "row" },
      button(t("till.taken"), () => cash("taken"), { class: "main", "data-key": "move-taken" }),
      button(t("till.refused"), () => cash("refused"), { "data-key": "move-refused" }), close(t("move.later"))));
}

function otherCart(basket, done) {
  open("basket-code", title(t("move.show")),
    el("div", { class: "pairing", id: "move-code" }, qr(done, t("move.code")),
      el("div", { class: "words" },
        el("p", {}, t("move.showText", { cart: basket.cart })),
        done.again.length === 0 ? null : el("p", {}, t("move.again", { things: done.again.join(", ") })),
        el("p", { class: "quiet" }, t("move.once", { time: time(done.until) })))),
    el("div", { class: "row" }, close(t("move.done"))));
}
