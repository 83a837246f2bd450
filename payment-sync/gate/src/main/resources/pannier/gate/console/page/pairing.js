// Pairing: the code that a cart reads, the store's carts, and how one leaves.
import { el, get, post } from "/shared/live.js";
import { moment, t } from "/shared/words.js";
import { ask, button, desk, manager, refused, table } from "/staff/page/desk.js";

const SVG = "http://www.w3.org/2000/svg";

/** A QR code as the gate describes it. */
export function qr(code, label = t("pair.code")) {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("viewBox", `0 0 ${code.side} ${code.side}`);
  svg.setAttribute("shape-rendering", "crispEdges");
  svg.setAttribute("class", "qr");
  svg.setAttribute("role", "img");
  svg.setAttribute("aria-label", label);
  const paper = document.createElementNS(SVG, "path");
  paper.setAttribute("d", `M0 0h${code.side}v${code.side}H0z`);
  paper.setAttribute("class", "paper");
  const ink = document.createElementNS(SVG, "path");
  ink.setAttribute("d", code.path);
  svg.append(paper, ink);
  return svg;
}

let code = null;
let wanted = "";
let timer = 0;
let note = "";

function over(words) {
  clearInterval(timer);
  code = null;
  note = words;
  desk.show();
}

async function begin(cart) {
  clearInterval(timer);
  note = "";
  try {
    code = await post("/staff/pairing/code", cart === "" ? {} : { cart }, desk.me.token);
    wanted = cart;
    timer = setInterval(tick, 1_000);
  } catch (refusal) {
    note = refused(refusal);
  }
  desk.show();
}

async function tick() {
  const left = document.getElementById("left");
  if (code === null || left === null) {
    return;
  }
  const seconds = Math.ceil((code.until - Date.now()) / 1_000);
  if (seconds <= 0) {
    over(t("pair.late"));
    return;
  }
  left.textContent = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
  const now = await get(`/staff/pairing/code/${code.id}`).catch(() => ({ used: false }));
  if (now.used) {
    over(wanted === "" ? t("pair.done") : t("pair.renewed", { cart: wanted }));
  }
}

function showing() {
  return el("section", { class: "card pairing" },
    qr(code),
    el("div", { class: "words" },
      el("h2", {}, wanted === "" ? t("pair.hold") : t("pair.holdTo", { cart: wanted })),
      el("p", {}, t("pair.how")),
      el("p", { class: "quiet" }, `${t("pair.once")} `, el("strong", { id: "left", class: "number" }, "2:00")),
      el("details", {}, el("summary", {}, t("pair.typed")),
        el("code", { class: "text" }, `./pannier pair --config cart.json --code ${code.text}`)),
      button(t("pair.away"), () => over(""), { "data-key": "away" })));
}

function asking() {
  return el("section", { class: "card" },
    el("h2", {}, t("pair.title")),
    el("p", {}, t("pair.text")),
    note === "" ? null : el("p", { class: "fine", role: "status", id: "pairing-note" }, note),
    el("div", { class: "row" }, button(t("pair.show"), () => begin(""), { class: "main", "data-key": "code" })));
}

function end(cart, how) {
  ask(t(`pair.${how}Of`, { cart }), [el("p", {}, t(`pair.${how}Text`))], async (reason) => {
    await post("/staff/pairing/end", { cart, how, reason }, desk.me.token);
    desk.show();
  });
}

function deeds(it) {
  return el("div", { class: "row" },
    button(t("pair.newKey"), () => begin(it.cart), { "data-key": `rotate-${it.cart}` }),
    ...(manager() ? [
      button(t("pair.unpair"), () => end(it.cart, "unpair"), { "data-key": `unpair-${it.cart}` }),
      button(t("pair.revoke"), () => end(it.cart, "revoke"), { "data-key": `revoke-${it.cart}` })] : []));
}

export async function pairing() {
  const carts = await get("/staff/pairing");
  return [
    el("h1", {}, t("page.pairing")),
    code === null ? asking() : showing(),
    carts.length === 0 ? el("p", { class: "card" }, t("pair.none"))
      : table(t("pair.carts"), [{ name: t("pair.cart") }, { name: t("pair.since") }, { name: t("pair.by") }, { name: t("pair.key"), class: "hash" },
        { name: t("pair.deeds") }],
      carts.map((it) => [it.cart, moment(it.since), it.by, it.key, deeds(it)])),
  ];
}
