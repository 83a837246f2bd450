// The day: sales, what carts asked, what looking found, what it cost, what staff did.
import { el, get } from "/shared/live.js";
import { count, date, has, money, number, percent, t } from "/shared/words.js";
import { desk, figure } from "/staff/page/desk.js";
import { hours, rows } from "/staff/page/plot.js";

let chosen = "";

export async function day() {
  const it = await get(`/staff/report?day=${chosen}`);
  const sales = Array.from({ length: 24 }, (_, hour) => it.hours.find((each) => each.hour === hour)?.salesMinor ?? 0);
  return [
    el("div", { class: "top wrap" }, el("h1", {}, t("day.title", { day: date(`${it.day}T12:00`) })),
      el("label", { class: "inline" }, t("day.another"), el("input", { type: "date", value: it.day, "data-key": "day", onchange: (event) => {
        chosen = event.target.value;
        desk.show();
      } }))),
    el("div", { class: "figures" }, figure(t("day.sales"), money(it.sum.salesMinor)), figure(t("day.paid"), String(it.sum.paid)),
      figure(t("day.refused"), String(it.sum.declined)), figure(t("day.anew"), String(it.corrected)), figure(t("day.orders"), String(it.orders))),
    part(t("day.byHour"), hours(t("day.byHour"), sales.map((minor, hour) => ({ name: String(hour), value: minor, text: money(minor) })), t("nothing"))),
    el("div", { class: "pair" }, knew(it), cost(it)),
    el("div", { class: "pair" }, staffDid(it), best(it)),
  ];
}

function part(title, ...children) {
  return el("section", { class: "card" }, el("h2", {}, title), ...children);
}

function perBill(times, bills) {
  return bills === 0 ? t("day.noBill", { n: times }) : t("day.perBill", { n: times, share: number(times / bills, 2) });
}

function knew(it) {
  const { checks, wrong, granted, refused } = it.losses.checks;
  const decided = granted + refused;
  return part(t("day.knew"), rows([
    { name: t("day.questions"), value: it.asked.asked, text: perBill(it.asked.asked, it.sum.paid) },
    { name: t("day.unexplained"), value: it.asked.held, text: perBill(it.asked.held, it.sum.paid) },
    { name: t("day.anew"), value: it.corrected, text: String(it.corrected) },
    { name: t("day.disputes"), value: decided, text: decided === 0 ? "0" : t("day.disputesRight", { n: decided, right: granted }) }]),
  el("p", {}, checks === 0 ? t("day.noChecks") : count("day.checks", checks, { share: percent(checks - wrong, checks) })), ...drawn(it.drawn));
}

/** What the gate drew, and how telling each sign has turned out. */
function drawn(it) {
  const sums = { wrong: it.wrong, missing: money(it.missingMinor), tooMuch: money(it.tooMuchMinor) };
  const signs = it.learnt.filter((each) => each.checks > 0);
  return [it.checks === 0 ? null : el("p", { id: "drawn" }, count("day.drawn", it.checks, sums)),
    signs.length === 0 ? null : el("div", {}, el("h3", {}, t("day.learnt")),
      rows(signs.map((each) => ({ name: t(`name.${each.sign}`), value: each.lift, text: t("day.lift", { checks: each.checks, wrong: each.wrong, lift: number(each.lift, 1) }) }))))]
    .filter((each) => each !== null);
}

function cost(it) {
  const lost = [["day.uncollected", it.losses.uncollectedMinor], ["day.ended", it.losses.endedMinor], ["day.givenBack", it.losses.refundedMinor]];
  const sum = lost.reduce((all, [, minor]) => all + minor, 0);
  return part(t("day.cost"), rows(lost.map(([key, minor]) => ({ name: t(key), value: minor, text: money(minor) }))),
    el("p", {}, t("day.together", { amount: money(sum), share: percent(sum, it.sum.salesMinor) })),
    it.losses.wavedMinor === 0 ? null : el("p", {}, t("day.waved", { amount: money(it.losses.wavedMinor) })));
}

function staffDid(it) {
  const deeds = Object.entries(it.deeds).toSorted((a, b) => b[1] - a[1]);
  return part(t("day.staffDid"), deeds.length === 0 ? el("p", {}, t("nothing"))
    : rows(deeds.map(([name, times]) => ({ name: deed(name), value: times, text: String(times) }))));
}

/** A deed of the log in words. */
export function deed(name) {
  return has(`deed.${name}`) ? t(`deed.${name}`) : name;
}

function best(it) {
  return part(t("day.best"), it.products.length === 0 ? el("p", {}, t("day.nothingSold")) : el("table", {},
    el("thead", {}, el("tr", {}, el("th", { scope: "col" }, t("day.product")), el("th", { scope: "col", class: "number" }, t("day.pieces")),
      el("th", { scope: "col", class: "number" }, t("day.sales")))),
    el("tbody", {}, ...it.products.map((sold) => el("tr", {}, el("td", {}, sold.name),
      el("td", { class: "number" }, String(sold.pieces)), el("td", { class: "number" }, money(sold.salesMinor)))))));
}
