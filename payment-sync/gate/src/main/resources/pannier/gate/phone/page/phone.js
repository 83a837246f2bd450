// The phone page: the receipts that this phone was shown. It alone remembers which.
import { el, get, listen, post, Refusal } from "/shared/live.js";
import { countIn, decimal, has, known, LANGUAGES, mass, moment, money, number, speak, spoken, t } from "/shared/words.js";

const LANGUAGE = "pannier-language";
const KEY = "pannier-receipts";

const page = document.getElementById("page");
/** Why the store did not do it. */
function refused(problem) {
  if (!(problem instanceof Refusal)) {
    return t("refused.none");
  }
  const key = `refused.${problem.status}`;
  return t(has(key) ? key : problem.status < 500 ? "refused.400" : "refused.500", { detail: problem.message });
}

function mine() {
  try {
    return JSON.parse(localStorage.getItem(KEY) ?? "[]").filter((id) => /^R-[0-9A-Z]{16}$/.test(id));
  } catch {
    return [];
  }
}

function keep(ids) {
  localStorage.setItem(KEY, JSON.stringify(ids));
}

function row(name, amount, deed = null) {
  return el("tr", {}, el("th", { scope: "row" }, name, deed), el("td", {}, amount));
}

const REASONS = ["not-taken", "fewer", "other-product", "price", "other"];

/** A line of a receipt, and saying that it is wrong. */
function line(id, it, place, amount) {
  const name = `${it.mass_g === undefined ? `${it.pieces} ×` : mass(it.mass_g)} ${it.name}`;
  const box = el("details", { class: "wrong" }, el("summary", { "aria-label": `${t("wrong")}: ${it.name}` }, t("wrong")));
  const word = el("p", { role: "status" });
  box.append(el("p", {}, t("what", { n: it.name })), ...REASONS.map((reason) =>
    el("button", { type: "button", "data-reason": reason, onclick: () => say(word, t("told"), "/phone/dispute", { receipt: id, line: place, reason }) }, t(reason))), word);
  return row(name, amount, box);
}

async function say(word, done, path, body) {
  try {
    await post(path, body);
    word.textContent = done;
  } catch (problem) {
    word.textContent = refused(problem);
  }
}

function card(id, it) {
  const forget = el("button", { type: "button", onclick: () => {
    keep(mine().filter((other) => other !== id));
    draw();
  } }, t("forget"));
  if (it instanceof Error) {
    return el("section", { class: "card" }, el("h2", {}, t("number", { n: id })), el("p", {}, it.status === 404 ? t("gone") : refused(it)), forget);
  }
  const erased = el("p", { role: "status" });
  const amount = (text) => decimal(text, it.currency);
  return el("section", { class: "card", "data-receipt": id },
    el("div", { class: "heading" }, el("h2", {}, moment(it.settled_at)), el("strong", {}, amount(it.total))),
    el("details", { open: mine()[0] === id }, el("summary", {}, t("items")),
      el("table", {}, el("tbody", {},
        ...it.lines.map((each, place) => line(id, each, place, amount(each.net))),
        row(t("total"), amount(it.total)),
        Number(it.deposits) > 0 ? row(t("deposits"), amount(it.deposits)) : null,
        ...it.taxes.map((tax) => row(t("tax", { n: number(100 * Number(tax.rate), 3, 0) }), amount(tax.tax)))))),
    el("p", { class: "quiet" }, t("number", { n: id })),
    erased,
    el("div", { class: "row" }, forget,
      el("button", { type: "button", "data-erase": id, onclick: () => say(erased, t("erased"), "/phone/forget", { receipt: id }) }, t("erase"))));
}

/* Beginning a trip: a code for the cart's camera. */

const SVG = "http://www.w3.org/2000/svg";
const MEMBER = "pannier-member";
let code = null;
let begun = () => "";

function picture() {
  const svg = document.createElementNS(SVG, "svg");
  for (const [name, value] of Object.entries({ viewBox: `0 0 ${code.side} ${code.side}`, "shape-rendering": "crispEdges",
    class: "qr", role: "img", "aria-label": t("hold") })) {
    svg.setAttribute(name, value);
  }
  const paper = document.createElementNS(SVG, "path");
  paper.setAttribute("class", "paper");
  paper.setAttribute("d", `M0 0h${code.side}v${code.side}H0z`);
  const ink = document.createElementNS(SVG, "path");
  ink.setAttribute("d", code.path);
  svg.append(paper, ink);
  return svg;
}

async function newCode(member) {
  const cart = new URLSearchParams(location.search).get("cart");
  localStorage.setItem(MEMBER, member);
  begun = () => "";
  try {
    code = await post("/phone/login", { ...(member === "" ? {} : { member }), ...(cart === null ? {} : { cart }) });
  } catch (refusal) {
    begun = () => refusal.status === 400 && member !== "" ? t("notMember") : t("failed", { why: refused(refusal) });
  }
  draw();
}

async function watch() {
  const left = document.getElementById("left");
  if (code === null || left === null) {
    return;
  }
  const seconds = Math.ceil((code.until - Date.now()) / 1_000);
  left.textContent = t("left", { n: Math.max(0, seconds) });
  const now = await get(`/phone/login/${code.id}`).catch(() => ({ cart: "" }));
  if (now.cart !== "" || seconds <= 0) {
    begun = () => now.cart === "" ? t("late") : "";
    if (now.cart !== "") {
      localStorage.setItem(TRIP, code.id);
      follow();
    }
    code = null;
    draw();
  }
}

/* The trip that began with a code: what lies in the cart just now. */

const TRIP = "pannier-trip";
let basket = null;
let linked = true;
let following = "";

function follow() {
  const id = localStorage.getItem(TRIP) ?? "";
  if (!/^[0-9a-f]{64}$/.test(id) || id === following) {
    return;
  }
  following = id;
  listen(`/phone/basket/${id}`, (state) => {
    if (id === following && state !== null) {
      take(state);
    }
  }, (on) => {
    if (on !== linked && following !== "") {
      linked = on;
      drawBasket();
    }
  });
}

function take(state) {
  const over = state.state === "OVER" || state.state === "SETTLED";
  basket = state;
  if (!over || (state.state === "SETTLED" && state.receipt === null)) {
    drawBasket();
    return;
  }
  localStorage.removeItem(TRIP);
  following = "";
  basket = null;
  begun = () => t(state.receipt === null ? "over" : "paidNow");
  if (state.receipt !== null) {
    keep([state.receipt, ...mine().filter((other) => other !== state.receipt)]);
  }
  draw();
}

function inCart() {
  countIn(basket.currency);
  return el("section", { class: "card", id: "basket", "aria-live": "polite" },
    el("div", { class: "heading" }, el("h2", {}, t("basket")), el("strong", {}, money(basket.totalMinor))),
    el("p", { class: "quiet" }, t("with", { n: basket.cart })),
    linked ? null : el("p", { role: "status" }, t("lost")),
    basket.pieces === 0 ? el("p", {}, t("emptyBasket")) : el("table", {}, el("tbody", {},
      ...basket.lines.toReversed().map((it) =>
        row(`${it.massGrams === 0 ? `${it.pieces} ×` : mass(it.massGrams)} ${it.name}`, money(it.netMinor))),
      row(t("soFar"), money(basket.totalMinor)))));
}

function drawBasket() {
  const old = document.getElementById("basket");
  if (old !== null && basket !== null) {
    old.replaceWith(inCart());
  } else {
    draw();
  }
}

function begin() {
  if (basket !== null) {
    return inCart();
  }
  if (code !== null) {
    return el("section", { class: "card begin" }, el("h2", {}, t("hold")), picture(),
      el("p", { class: "quiet", id: "left" }, t("left", { n: 60 })));
  }
  const member = el("input", { id: "member", maxlength: "64", autocomplete: "off", value: localStorage.getItem(MEMBER) ?? "" });
  return el("section", { class: "card begin" }, el("h2", {}, t("begin")),
    begun() === "" ? null : el("p", { role: "status", id: "begun" }, begun()),
    el("label", {}, t("member"), member),
    el("button", { type: "button", class: "main", id: "code", onclick: () => newCode(member.value.trim()) }, t("code")),
    el("p", { class: "quiet" }, t("guest")));
}

async function draw() {
  document.title = `${t("title")} – Pannier`;
  const ids = mine();
  const receipts = await Promise.all(ids.map((id) => get(`/phone/receipt/${id}`).catch((problem) => problem)));
  page.replaceChildren(
    el("div", { class: "top" }, el("img", { src: "/phone/page/icon.svg", alt: "" }), el("h1", {}, t("title"))),
    begin(),
    ...(ids.length === 0 ? [el("p", { class: "card" }, t("none"))] : ids.map((id, at) => card(id, receipts[at]))),
    el("p", { class: "quiet" }, t("kept")),
    ids.length === 0 ? "" : el("button", { type: "button", onclick: () => {
      keep([]);
      draw();
    } }, t("all")),
    el("div", { class: "row", role: "group", "aria-label": t("language") }, ...Object.entries(LANGUAGES).map(([code, name]) =>
      el("button", { type: "button", lang: code, "aria-pressed": String(code === spoken()), onclick: async () => {
        localStorage.setItem(LANGUAGE, code);
        await speak("/phone/page", code);
        draw();
      } }, name))));
}

function takeFromLink() {
  const id = location.hash.slice(1);
  if (/^R-[0-9A-Z]{16}$/.test(id)) {
    keep([id, ...mine().filter((other) => other !== id)]);
    history.replaceState(null, "", "/phone");
  }
}

addEventListener("hashchange", () => {
  takeFromLink();
  draw();
});
takeFromLink();
await speak("/phone/page", known(localStorage.getItem(LANGUAGE)));
follow();
draw();
setInterval(watch, 1_000);
