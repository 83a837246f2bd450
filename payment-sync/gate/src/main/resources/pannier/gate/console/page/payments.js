// Payments of today, their receipts, and money back line by line.
import { el, get, post } from "/shared/live.js";
import { date, decimal, has, moment, money, t, time } from "/shared/words.js";
import { attempt, button, closing, desk, figure, manager, open, refused, sheet, table, title } from "/staff/page/desk.js";

export function payments() {
  const { payments: all, today } = desk.view;
  return [
    el("h1", {}, t("payments.title")),
    el("div", { class: "figures" }, figure(t("payments.paid"), String(today.paid)), figure(t("payments.notPaid"), String(today.declined)),
      figure(t("payments.sales"), money(today.salesMinor))),
    ...letOut(),
    find(),
    all.length === 0 ? el("p", { class: "card" }, t("payments.none"))
      : table(t("page.payments"), [{ name: t("payments.time") }, { name: t("payments.cart") }, { name: t("payments.items"), number: true },
        { name: t("payments.total"), number: true }, { name: t("payments.state") }, { name: t("payments.receipt") }],
      all.map((it) => [time(it.at), it.cart, String(it.pieces), money(it.totalMinor), t(`paid.${it.state}`),
        it.receipt === null ? "–" : button(it.receipt, () => attempt(() => receipt(it.receipt)), { "data-key": it.receipt })])),
  ];
}

let wanted = "";

/** Money back and what shoppers want deleted are also about other days. */
function find() {
  const input = el("input", { id: "find-receipt", "data-key": "find-receipt", value: wanted, autocomplete: "off", maxlength: "18", oninput: (event) => {
    wanted = event.target.value;
  } });
  return el("form", { class: "card find", onsubmit: (event) => {
    event.preventDefault();
    attempt(() => receipt(wanted.trim().toUpperCase()));
  } }, el("label", { class: "inline" }, t("receipt.find"), input), el("button", { "data-key": "open-receipt" }, t("receipt.open")));
}

/** What the gate let out on its own word, as long as it is not paid. */
function letOut() {
  return desk.view.letOut.length === 0 ? [] : [
    el("h2", {}, t("letOut.title")),
    table(t("letOut.title"), [{ name: t("letOut.when") }, { name: t("payments.cart") }, { name: t("payments.total"), number: true },
      { name: t("letOut.fate") }, { name: t("payments.receipt") }],
    desk.view.letOut.map((it) => [`${date(it.at)} ${time(it.at)}`, it.cart, money(it.totalMinor), t(`fate.${it.fate}`), it.receipt])),
  ];
}

async function receipt(id) {
  const it = await get(`/staff/receipt/${encodeURIComponent(id)}`);
  const amount = (text) => decimal(text, it.currency);
  open("receipt", title(t("receipt.title", { id })),
    el("p", { class: "quiet" }, t("receipt.of", { cart: it.cart, time: moment(it.settled_at) })),
    el("table", {}, el("tbody", {}, ...it.lines.map((line) => row(`${line.pieces} × ${line.name}`, amount(line.net)))),
      el("tfoot", {}, row(t("payments.total"), amount(it.total)),
        ...it.tenders.map((tender) => row(has(`tender.${tender.kind}`) ? t(`tender.${tender.kind}`) : tender.kind, amount(tender.amount))))),
    el("p", { class: "fine", role: "status", id: "receipt-word" }),
    el("div", { class: "row" }, closing({ class: "main" }),
      manager() ? button(t("receipt.back"), () => attempt(() => refund(id, it)), { "data-key": "refund" }) : null,
      manager() ? button(t("receipt.forget"), () => attempt(async () => {
        await post("/staff/forget", { receipt: id }, desk.me.token);
        document.getElementById("receipt-word").textContent = t("receipt.forgotten");
      }), { "data-key": "privacy" }) : null));
}

function row(name, amount) {
  return el("tr", {}, el("th", { scope: "row" }, name), el("td", { class: "number" }, amount));
}

const REASONS = ["damaged", "wrong_product", "changed_mind", "returned_before_leaving", "price_accuracy"];

async function refund(receiptId, it) {
  const left = await get(`/staff/left/${encodeURIComponent(receiptId)}`);
  const id = `F-${[...crypto.getRandomValues(new Uint8Array(12))].map((byte) => byte.toString(16).padStart(2, "0")).join("")}`;
  const line = el("select", { id: "line" }, ...it.lines.map((each, place) =>
    el("option", { value: String(place), disabled: left[place].leftMinor < 1 }, t("refund.left", { name: each.name, amount: money(left[place].leftMinor) }))));
  const pieces = el("input", { id: "pieces", type: "number", min: "1", value: "1" });
  const reason = el("select", { id: "refund-reason" }, ...REASONS.map((word) => el("option", { value: word }, t(`reason.${word}`))));
  const problem = el("p", { class: "warning", role: "alert" });
  open("refund", title(t("refund.title", { id: receiptId })),
    el("label", {}, t("refund.line"), line), el("label", {}, t("refund.pieces"), pieces), el("label", {}, t("refund.why"), reason), problem,
    el("div", { class: "row" },
      button(t("refund.do"), async () => {
        try {
          const back = await post("/staff/refund",
            { receipt: receiptId, line: Number(line.value), pieces: Number(pieces.value), reason: reason.value, id }, desk.me.token);
          open("refunded", title(t("refund.done")), el("p", { role: "status" }, t("refund.doneText", { amount: money(back.backMinor) })), closing({ class: "main" }));
        } catch (refusal) {
          problem.textContent = refused(refusal);
        }
      }, { class: "main", "data-key": "refund-do" }),
      button(t("leaveIt"), () => sheet.close())));
}
