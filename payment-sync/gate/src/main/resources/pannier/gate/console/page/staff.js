// The staff console: sign-in, the frame around its pages, and what should not wait until somebody looks.
import { el, get, listen, post } from "/shared/live.js";
import { count, countIn, known, LANGUAGES, money, speak, spoken, t } from "/shared/words.js";
import { carts } from "/staff/page/carts.js";
import { day } from "/staff/page/day.js";
import { button, desk, LOW_CHARGE, manager, refused, sheet, since, tell } from "/staff/page/desk.js";
import { disputes } from "/staff/page/disputes.js";
import { log } from "/staff/page/log.js";
import { pairing } from "/staff/page/pairing.js";
import { payments } from "/staff/page/payments.js";
import { people } from "/staff/page/people.js";
import { shop } from "/staff/page/shop.js";
import { till } from "/staff/page/till.js";

const head = document.getElementById("head");
const page = document.getElementById("page");
const lost = document.getElementById("lost");
const bell = document.getElementById("alerts");
const KEY = "pannier-language";

let shown = "carts";
let listening = false;

const PAGES = {
  carts: { draw: carts, live: true },
  till: { draw: till, live: true },
  payments: { draw: payments, live: true },
  disputes: { draw: disputes, manager: true },
  day: { draw: day, manager: true },
  pairing: { draw: pairing },
  log: { draw: log, manager: true },
  shop: { draw: shop, manager: true },
  people: { draw: people, manager: true },
};

async function language(chosen) {
  localStorage.setItem(KEY, chosen);
  await speak("/staff/page", chosen);
  if (desk.me === null) {
    signIn();
  } else {
    warn();
    frame();
    await show();
  }
}

/** A box of languages, each in its own name. */
function languages() {
  return el("select", { class: "languages", "aria-label": t("language"), "data-key": "language", onchange: (event) => language(event.target.value) },
    ...Object.entries(LANGUAGES).map(([code, name]) => el("option", { value: code, lang: code, selected: code === spoken() }, name)));
}

function signIn() {
  head.hidden = true;
  document.title = `${t("title")} – Pannier`;
  const name = el("input", { id: "name", autocomplete: "username", required: true });
  const password = el("input", { id: "password", type: "password", autocomplete: "current-password", required: true });
  const problem = el("p", { class: "warning", role: "alert", id: "problem" });
  page.replaceChildren(el("form", { class: "card sign-in", onsubmit: async (event) => {
    event.preventDefault();
    problem.textContent = "";
    try {
      await enter(await post("/staff/sign-in", { name: name.value.trim(), password: password.value }));
    } catch (refusal) {
      problem.textContent = refused(refusal);
    }
  } }, el("div", { class: "top" }, el("h1", {}, t("title")), el("img", { src: "/staff/page/icon.svg", alt: "" })),
  el("label", {}, t("name"), name), el("label", {}, t("password"), password), problem,
  el("button", { class: "main", id: "enter" }, t("signIn")), languages()));
}

async function enter(who) {
  desk.me = who;
  frame();
  await show();
  if (!listening) {
    listening = true;
    listen("/staff/events", take, async (on) => {
      lost.hidden = on || desk.me === null;
      lost.textContent = t("lost");
      if (!on) {
        await get("/staff/session").catch((refusal) => {
          if (refusal.status === 401) {
            location.reload();
          }
        });
      }
    });
  }
}

function letOut(fate, key) {
  const these = desk.view.letOut.filter((it) => it.fate === fate);
  return these.length === 0 ? [] : [count(key, these.length, { amount: money(these.reduce((sum, it) => sum + it.totalMinor, 0)) })];
}

/** What should not wait until somebody looks. */
function alerts() {
  const now = Date.now();
  return [
    ...desk.view.carts.filter((it) => it.silent && it.trip !== "").map((it) => t("alert.silent", { cart: it.id })),
    ...desk.view.carts.filter((it) => it.waitingSince !== null && now - it.waitingSince > 120_000)
      .map((it) => t("alert.waits", { cart: it.id, time: since(it.waitingSince) })),
    ...desk.view.carts.filter((it) => !it.silent && (it.condition?.chargePercent ?? 100) <= LOW_CHARGE)
      .map((it) => t("alert.battery", { cart: it.id, n: it.condition.chargePercent })),
    ...letOut("UNCOLLECTED", "alert.uncollected"), ...letOut("FAILED", "alert.failed"),
    ...desk.view.cash.filter((it) => it.asked && now - it.at > 600_000).map((it) => t("alert.cash", { code: it.code, time: since(it.at) })),
  ];
}

function warn() {
  const words = desk.me === null ? [] : alerts();
  bell.hidden = words.length === 0;
  if (bell.textContent !== words.join(" ")) {
    bell.textContent = words.join(" ");
  }
  document.title = `${words.length > 0 ? `(${words.length}) ` : ""}${t("title")} – Pannier`;
}

function take(state) {
  if (state !== null) {
    desk.view = state;
    countIn(state.today.currency);
    warn();
    if (PAGES[shown].live) {
      show();
    }
  }
}

/** The bar above all pages. It stays while pages are drawn anew. */
function frame() {
  const key = document.activeElement?.dataset?.key;
  head.hidden = false;
  head.replaceChildren(
    el("img", { src: "/staff/page/icon.svg", alt: "" }),
    el("nav", { "aria-label": t("pages") }, ...Object.entries(PAGES)
      .filter(([, it]) => !it.manager || manager())
      .map(([id]) => button(t(`page.${id}`), () => {
        shown = id;
        frame();
        show();
      }, { "aria-current": id === shown ? "page" : false, "data-key": `page-${id}` }))),
    languages(),
    el("div", { class: "who" }, el("span", { class: "quiet" }, desk.me.name),
      button(t("signOut"), async () => {
        await post("/staff/sign-out", {}, desk.me.token);
        location.reload();
      }, { class: "out", "data-key": "out" })));
  refocus(head, key, null);
}

/** Draws the page; whoever has the focus keeps it, and a caret its place. */
async function show() {
  if (desk.me === null) {
    return;
  }
  const wanted = shown;
  let drawn;
  try {
    drawn = await PAGES[wanted].draw();
  } catch (problem) {
    tell(problem);
    return;
  }
  if (wanted === shown) {
    const held = document.activeElement;
    const caret = held?.tagName === "INPUT" && held.type === "text" ? held.selectionStart : null;
    page.replaceChildren(...drawn);
    page.dataset.page = wanted;
    refocus(page, held?.dataset?.key, caret);
  }
}

function refocus(part, key, caret) {
  const it = key ? part.querySelector(`[data-key="${CSS.escape(key)}"]`) : null;
  it?.focus();
  if (it !== null && caret !== null) {
    it.setSelectionRange(caret, caret);
  }
}

desk.show = show;

// Waiting times grow also while nothing changes.
setInterval(() => {
  warn();
  if (desk.me !== null && shown === "carts" && !sheet.open) {
    show();
  }
}, 5_000);

await speak("/staff/page", known(localStorage.getItem(KEY)));
try {
  await enter(await get("/staff/session"));
} catch {
  signIn();
}
