// The fleet: who waits for help, what staff can do about it, and spot checks.
import { el, post } from "/shared/live.js";
import { count, has, mass, money, t } from "/shared/words.js";
import { spotCheck, waiting, wrongLine } from "/staff/page/checks.js";
import { ask, attempt, button, desk, figure, LOW_CHARGE, since } from "/staff/page/desk.js";
import { moveBasket } from "/staff/page/moving.js";
import { nameIt } from "/staff/page/naming.js";

/** What carts say in English, in the reader's words. */
const CALLS = [
  [/^the shopper asks for help$/, "call.help", []],
  [/^the shopper says that (.+) is wrong$/, "call.wrong", ["product"]],
  [/^something in the basket that nothing explains$/, "call.unexplained", []],
  [/^age check from (\d+): (.*)$/, "call.age", ["years", "product"]],
  [/^left alone since minute (\d+) of the trip$/, "call.leftAlone", ["minute"]],
];

function call(text) {
  const [pattern, key, names] = CALLS.find(([it]) => it.test(text)) ?? [null, "", []];
  return pattern === null ? text : t(key, Object.fromEntries(names.map((name, at) => [name, pattern.exec(text)[at + 1]])));
}

function doubt(text) {
  const [, device, number, what] = /^(\w+) ?(\d*): (.*)$/.exec(text) ?? [null, "", "", ""];
  const key = `doubt.${what.replace("gives ", "").replaceAll(" ", "-")}`;
  return has(`doubt.${device}`)
    ? t("doubt.of", { device: t(`doubt.${device}`, { n: Number(number) + 1 }), what: has(key) ? t(key) : what }) : text;
}

function openText(it) {
  const way = it.massGrams < 0 ? "Out" : "In";
  return t(`open.${it.held ? "held" : "asked"}${way}`, { mass: it.massGrams === 0 ? t("open.something") : mass(Math.abs(it.massGrams)) });
}

/** What came of work at a cart: a code and what it is about. */
function workText(it) {
  const [code, ...about] = it.result.split(" ");
  return has(`work.${code}`) ? t(`work.${code}`, { about: about.join(" "), views: about.at(-1) ?? "", product: about.slice(0, -1).join(" ") }) : it.result;
}

function working(it) {
  return it.work?.open && it.trip === "";
}

function stopped(it) {
  return working(it) && it.work.result === "stopped";
}

/** What can be done at a cart that nobody shops with. */
function freeDeeds(it) {
  const at = { ...it, trip: "-" };
  const deed = (kind, main = false) => button(t(kind === "workshop" ? "carts.work" : `carts.${kind}`),
    () => order(at, kind, 0, t(kind === "workshop" ? "carts.workText" : `carts.${kind}Text`)), { "data-key": `${it.id}-${kind}`, class: main ? "main" : false });
  return stopped(it) ? [deed("return", true)] : [deed("start"), deed("workshop"), deed("stop")];
}

function kind(it) {
  return it.silent || stopped(it) ? "silent" : it.waitingSince !== null || it.check !== null ? "waits" : it.needs.open.length > 0 ? "asks" : it.trip === "" && !working(it) ? "free" : "";
}

function cart(it) {
  return el("section", { class: `card cart ${kind(it)}`, "data-cart": it.id },
    el("div", { class: "top" }, el("h2", {}, it.id),
      el("span", { class: "badge" }, it.silent ? t("carts.silentFor", { time: since(it.heard) })
        : stopped(it) ? t("carts.outOfUse") : working(it) ? t("carts.atWork", { staff: it.work.staff })
          : has(`state.${it.state}`) ? t(`state.${it.state}`) : it.state)),
    it.condition === null || it.silent ? null : condition(it.condition),
    it.waitingSince === null ? null : el("p", { class: "warning" }, t("carts.waitsFor", { time: since(it.waitingSince) })),
    it.needs.call === "" ? null : el("div", { class: "need" }, el("p", {}, call(it.needs.call)), el("div", { class: "row" }, ...answers(it))),
    ...it.needs.open.map((each) => el("div", { class: "need" }, el("p", {}, openText(each)),
      el("div", { class: "row" },
        button(t("carts.nameIt"), () => nameIt(it, each.number, openText(each)), { "data-key": `${it.id}-${each.number}-name`, class: "main" }),
        button(t("carts.settle"), () => order(it, "resolve", each.number, openText(each)), { "data-key": `${it.id}-${each.number}` })))),
    it.check === null ? null : waiting(it),
    ...it.needs.doubts.map((each) => el("p", { class: "warning" }, doubt(each))),
    it.tab === null ? null : el("p", { class: "tab" }, el("span", {}, count("items", it.tab.pieces)), el("strong", { class: "number" }, money(it.tab.totalMinor))),
    it.orders > 0 ? el("p", { class: "quiet" }, t("carts.onTheWay", { n: it.orders })) : null,
    it.work === null || it.work.result === "" || it.trip !== "" || stopped(it) ? null : el("p", { class: "work fine" }, workText(it.work)),
    it.silent && it.trip !== "" ? el("div", { class: "row" },
      button(t("move.basket"), () => moveBasket(it.trip), { class: "main", "data-key": `${it.id}-move` })) : null,
    it.trip === "" && !it.silent && (stopped(it) || !working(it)) ? el("div", { class: "row" }, ...freeDeeds(it)) : null,
    it.trip === "" || ["SETTLING", "SETTLED"].includes(it.state) ? null : el("div", { class: "row" },
      button(t("carts.check"), () => spotCheck(it), { "data-key": `${it.id}-check` }),
      button(t("carts.end"), () => order(it, "close", 0, t("carts.endText")), { "data-key": `${it.id}-close` })));
}

/** What staff can say to a call. */
function answers(it) {
  const years = /^age check from (\d+)/.exec(it.needs.call)?.[1];
  return years
    ? [button(t("carts.oldEnough"), () => order(it, "age", Number(years), t("carts.isOldEnough", { years })), { "data-key": `${it.id}-age` }),
      button(t("carts.notOldEnough"), () => order(it, "age-denied", 0, t("carts.mustGo")), { "data-key": `${it.id}-denied` })]
    : [
      ...(CALLS[1][0].test(it.needs.call) ? [button(t("check.pictures"), () => attempt(() => wrongLine(it, call(it.needs.call), () => seenTo(it))),
        { class: "main", "data-key": `${it.id}-wrong` })] : []),
      button(t("carts.seenTo"), () => seenTo(it), { "data-key": `${it.id}-call` })];
}

function seenTo(it) {
  order(it, "resolve", 0, t("carts.seenToCall", { call: call(it.needs.call) }));
}

/** How long a cart can go on, and how well it is heard; what is low says so in words, not by colour alone. */
function condition({ chargePercent: charge, signalDbm: signal }) {
  const strength = signal === null ? "" : signal >= -65 ? "good" : signal >= -75 ? "fair" : "weak";
  return el("p", { class: "condition" },
    charge === null ? null : el("span", { class: charge <= LOW_CHARGE ? "warning" : false },
      el("span", { class: "gauge", "aria-hidden": "true" }, el("span", { class: `full-${Math.round(charge / 10)}` })),
      t("carts.charge", { n: charge })),
    strength === "" ? null : el("span", { class: strength === "weak" ? "warning" : false },
      el("span", { class: `bars ${strength}`, "aria-hidden": "true" }, el("span"), el("span"), el("span")), t(`signal.${strength}`)));
}

function order(it, what, number, words) {
  ask(it.id, [el("p", {}, words)], (reason) =>
    post("/staff/order", { cart: it.id, trip: it.trip, kind: what, number, reason }, desk.me.token));
}

function urgency(it) {
  return ["waits", "silent", "asks", "", "free"].indexOf(kind(it));
}

export function carts() {
  const { carts: all, today } = desk.view;
  const sorted = all.toSorted((a, b) => urgency(a) - urgency(b) || (a.waitingSince ?? 0) - (b.waitingSince ?? 0));
  return [
    el("h1", {}, t("page.carts")),
    el("div", { class: "figures" },
      figure(t("carts.onTrip"), String(all.filter((it) => it.trip !== "").length)),
      figure(t("carts.waiting"), String(all.filter((it) => (it.waitingSince !== null || it.check !== null) && !it.silent).length)),
      figure(t("carts.silent"), String(all.filter((it) => it.silent).length)),
      figure(t("carts.salesToday"), money(today.salesMinor))),
    all.length === 0 ? el("p", { class: "card" }, t("carts.none")) : el("div", { class: "fleet" }, ...sorted.map(cart)),
  ];
}
