// Spot checks: the basket line by line with what the cart saw of it, why a bill was drawn, what was found.
import { el, get, post } from "/shared/live.js";
import { count, has, mass, minor, money, number, percent, t } from "/shared/words.js";
import { ask, attempt, button, closing, desk, open, sheet, since, title } from "/staff/page/desk.js";

const MILLION = 1_000_000;

/** What happened how often, in the reader's words. */
function sign(reason, totalMinor) {
  const value = reason.code === "amount" ? money(totalMinor) : mass(reason.count);
  return has(`sign.${reason.code}`) ? t(`sign.${reason.code}`, { value }) : count(`sign.${reason.code}`, reason.count);
}

function why(reason, totalMinor) {
  return el("li", {}, el("span", {}, sign(reason, totalMinor)),
    el("span", { class: "number quiet" }, t("check.points", { n: reason.points, more: percent(reason.morePpm, MILLION) })));
}

/** A bill that was drawn: nothing is paid before staff have said what they found. */
export function waiting(it) {
  const base = it.check.oddsPpm - it.check.reasons.reduce((sum, each) => sum + each.morePpm, 0);
  return el("div", { class: "need check" },
    el("p", {}, t("check.drawn", { amount: money(it.check.totalMinor), time: since(it.check.since) })),
    el("p", {}, t("check.whyDrawn", { odds: percent(it.check.oddsPpm, MILLION), score: number(it.check.score) })),
    el("ul", { class: "signs" }, ...it.check.reasons.map((each) => why(each, it.check.totalMinor)),
      base > 0 ? el("li", {}, el("span", {}, t("check.base")), el("span", { class: "number quiet" }, percent(base, MILLION))) : null),
    el("div", { class: "row" }, button(t("check.look"), () => attempt(() => look(it)), { class: "main", "data-key": `${it.id}-look` })));
}

/** Staff's own accord. */
export function spotCheck(it) {
  ask(t("check.title", { cart: it.id }), [], async (reason) => {
    await wanted(it, reason);
    setTimeout(() => attempt(() => showCheck(it, 20)), 200);
  });
}

/** A line that the shopper calls wrong: its pictures alone, for as long as staff are called for it. */
export async function wrongLine(it, words, seenTo) {
  const before = await lies(it);
  await wanted(it, t("check.wrongLineReason"), 1);
  await showWrong(it, words, seenTo, { before: before[0]?.id, tries: 20 });
}

async function showWrong(it, words, seenTo, { before, tries }) {
  const lines = (await lies(it)).filter((line) => line.id !== before);
  if (lines.length === 0 && tries > 0) {
    setTimeout(() => attempt(() => showWrong(it, words, seenTo, { before, tries: tries - 1 })), 500);
    return;
  }
  open("wrong-line", title(words), lines.length === 0 ? el("p", {}, t("check.empty")) : el("div", { id: "check" }, ...lines.map(checked)),
    el("p", { class: "quiet" }, t("check.wrongLineText")),
    el("div", { class: "row" }, button(t("carts.seenTo"), seenTo, { class: "main", "data-key": "wrong-seen-to" }), closing()));
}

function lies(it) {
  return get(`/staff/check/${encodeURIComponent(it.trip)}`);
}

async function look(it) {
  await wanted(it, t("check.drawnReason"));
  await showCheck(it, 20);
}

/** number: 0 for the whole basket, 1 for what the shopper calls wrong. */
async function wanted(it, reason, number = 0) {
  await post("/staff/order", { cart: it.id, trip: it.trip, kind: "spot-check", number, reason }, desk.me.token);
}

async function showCheck(it, tries) {
  const lines = await lies(it);
  if (lines.length < (it.tab?.pieces > 0 ? 1 : 0) && tries > 0) {
    setTimeout(() => attempt(() => showCheck(it, tries - 1)), 500);
    return;
  }
  open("check", title(t("check.lies", { cart: it.id })),
    lines.length === 0 ? el("p", {}, t("check.empty")) : el("div", { id: "check" }, ...lines.map(checked)),
    el("div", { class: "row" },
      button(t("check.asBilled"), () => found(it, true), { class: "main", "data-key": "check-right" }),
      button(t("check.wrong"), () => found(it, false), { "data-key": "check-wrong" }),
      closing()));
}

function checked(line) {
  return el("div", { class: "proof" },
    el("p", {}, el("strong", {}, `${line.pieces} × ${line.name}`), ` ${mass(line.massGrams)}`),
    ...line.proofs.flatMap((proof, place) => Array.from({ length: proof.pictures }, (_, picture) =>
      el("img", { src: `/staff/proof/${encodeURIComponent(line.id)}/${place}/${picture}`, alt: t("pictureOf", { name: line.name }) }))));
}

/** By how much a drawn bill was wrong, and which way. */
function off() {
  const way = el("select", { id: "off-way" }, el("option", { value: "1" }, t("check.missing")), el("option", { value: "-1" }, t("check.tooMuch")));
  const amount = el("input", { id: "off", type: "number", min: "0", step: "0.01", value: "0" });
  return { fields: [el("label", {}, t("check.off"), way), el("label", {}, t("check.offBy"), amount)],
    missingMinor: () => Number(way.value) * minor(amount.value) };
}

function found(it, right) {
  sheet.close();
  const by = right || (it.check ?? null) === null ? null : off();
  ask(t(right ? "check.rightOf" : "check.wrongOf", { cart: it.id }), by?.fields ?? [], (reason) =>
    post("/staff/check", { cart: it.id, trip: it.trip, right, reason, missingMinor: by?.missingMinor() ?? 0 }, desk.me.token));
}
