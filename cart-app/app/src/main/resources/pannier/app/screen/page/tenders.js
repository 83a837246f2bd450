// The sheet on which shoppers choose how to pay: the cart keeps what they chose, the page only shows it.
import { el } from "/shared/live.js";
import { button, shot } from "/cart/page/parts.js";
import { close, digits, field, open } from "/cart/page/sheets.js";
import { count, minor, money, t } from "/shared/words.js";

const PAYERS = [2, 3, 4, 5, 6];

export function name(kind) {
  const known = ["card", "snap", "ebt_cash", "gift", "credit", "cash"];
  return known.includes(kind) ? t(`tender.${kind}`) : kind;
}

/** What of the bill it pays, in words. */
export function part(way) {
  if (way.products.length > 0) {
    return count("paysItems", way.products.length);
  }
  if (way.percent > 0) {
    return t("paysShare", { percent: String(way.percent) });
  }
  return way.mostMinor === null ? t(way.kind === "snap" ? "paysFood" : "paysRest") : t("paysMost", { amount: money(way.mostMinor) });
}

/** now() gives the newest view; touch sends one. */
export function ways(now, touch) {
  open("ways", () => t("howToPay"), () => sheet(now(), now, touch), true);
}

function sheet(view, now, touch) {
  const pay = view.goods.payment;
  const back = () => ways(now, touch);
  return [
    el("div", { class: "due" },
      el("span", {}, t("total")), el("strong", { class: "number" }, money(view.goods.sums.totalMinor))),
    el("ol", { class: "ways", id: "ways" }, ...pay.ways.map((way, place) => row(way, place, view, { touch, back }))),
    pay.dueMinor > 0 ? el("p", { class: "warning", role: "status" }, t("notCovered", { amount: money(pay.dueMinor) })) : null,
    el("h3", {}, t("addWay")),
    el("div", { class: "row start" }, ...pay.kinds.map((it) =>
      button(name(it.kind), { "data-key": `add-${it.kind}` }, () =>
        it.number ? number(it.kind, touch, back) : touch("pay-add", { kind: it.kind })))),
    pay.kinds.some((it) => it.kind === "card") ? el("h3", {}, t("severalPayers")) : null,
    pay.kinds.some((it) => it.kind === "card") ? el("div", { class: "row start" }, ...PAYERS.map((payers) =>
      button(String(payers), { "data-key": `split-${payers}`, "aria-label": t("splitBy", { n: String(payers) }) }, () => touch("pay-evenly", { payers }))),
    button(t("onePays"), { "data-key": "usual" }, () => touch("pay-usual"))) : null,
    el("div", { class: "foot" }, button(t("done"), { class: "main", "data-key": "ways-done" }, close)),
  ];
}

function row(way, place, view, { touch, back }) {
  const tell = { place };
  return el("li", {},
    el("span", { class: "what" }, el("strong", {}, name(way.kind)), el("span", { class: "quiet" }, part(way))),
    el("strong", { class: "number" }, money(way.amountMinor)),
    el("span", { class: "row" },
      button(t("amount"), { "data-key": `amount-${place}`, "aria-label": `${t("amount")}: ${name(way.kind)}` },
        () => amount(way, place, touch, back)),
      way.kind === "snap" ? null : button(t("items"), { "data-key": `items-${place}`, "aria-label": `${t("items")}: ${name(way.kind)}` },
        () => items(way, place, view, { touch, back })),
      button(t("remove"), { "data-key": `remove-${place}`, "aria-label": t("removeWord", { word: name(way.kind) }),
        disabled: view.goods.payment.ways.length === 1 }, () => touch("pay-remove", tell))));
}

function amount(way, place, touch, back) {
  const input = field(t("amount"), "", (text) => text.replace(/[^0-9.]/g, "").slice(0, 8));
  open("amount", () => `${name(way.kind)}: ${t("amount")}`, () => [
    el("p", {}, t("amountText")), input, digits(input, "."),
    el("div", { class: "row" },
      button(t("allThatIsLeft"), { "data-key": "rest" }, async () => {
        await touch("pay-amount", { place });
        back();
      }),
      button(t("done"), { class: "main", "data-key": "amount-done" }, async () => {
        const most = minor(input.value);
        await (most > 0 ? touch("pay-amount", { place, amountMinor: most }) : touch("pay-amount", { place }));
        back();
      })),
  ]);
}

/** The lines that one of several payers takes. */
function items(way, place, view, { touch, back }) {
  const chosen = new Set(way.products);
  const products = new Map(view.goods.lines.map((line) => [line.item.id, line.item]));
  open("items", () => `${name(way.kind)}: ${t("items")}`, () => [
    el("p", {}, t("itemsText")),
    el("div", { class: "found pick" }, ...[...products.values()].map((item) => {
      const it = el("button", { type: "button", "data-key": `pick-${item.id}`, "aria-pressed": String(chosen.has(item.id)), onclick: () => {
        if (!chosen.delete(item.id)) {
          chosen.add(item.id);
        }
        it.setAttribute("aria-pressed", String(chosen.has(item.id)));
      } }, shot(item), el("span", {}, item.name));
      return it;
    })),
    button(t("done"), { class: "main", "data-key": "items-done" }, async () => {
      await touch("pay-lines", { place, products: [...chosen] });
      back();
    }),
  ]);
}

function number(kind, touch, back) {
  const input = field(t("tenderNumber"), "", (text) => text.replace(/[^0-9]/g, "").slice(0, 40));
  const problem = el("p", { class: "warning", role: "alert" });
  open("number", () => name(kind), () => [
    el("p", {}, t("tenderNumberText")), input, problem, digits(input, ""),
    button(t("done"), { class: "main", "data-key": "number-done" }, async () => {
      try {
        await touch("pay-add", { kind, number: input.value });
        back();
      } catch {
        problem.textContent = t("tenderNumberWrong");
      }
    }),
  ]);
}
