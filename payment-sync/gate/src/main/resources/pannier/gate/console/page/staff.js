// The staff console: sign-in, carts, payments, the day, the log, people.
import { el, get, listen, post } from "/shared/live.js";
import { pairing } from "/staff/page/pairing.js";
import { plot } from "/staff/page/plot.js";

const head = document.getElementById("head");
const page = document.getElementById("page");
const lost = document.getElementById("lost");
const sheet = document.getElementById("sheet");

let me = null;
let view = { carts: [], payments: [], cash: [], today: { currency: "EUR", paid: 0, declined: 0, salesMinor: 0 } };
let shown = "carts";
let listening = false;

const STATES = { IDLE: "Free", SHOPPING: "Shopping", ASKING: "Answering a question", NEEDSSTAFF: "Waiting for staff",
  REVIEWING: "Looking at the bill", SETTLING: "Paying", SETTLED: "Paid", DECLINED: "Payment refused" };

const PAGES = {
  carts: { name: "Carts", draw: carts, live: true },
  till: { name: "Till", draw: till, live: true },
  payments: { name: "Payments", draw: payments, live: true },
  day: { name: "Day", draw: day, manager: true },
  pairing: { name: "Pairing", draw: pairing({ button, table, sheet, show, token: () => me.token, manager: () => me.role === "MANAGER" }) },
  log: { name: "Log", draw: log, manager: true },
  people: { name: "People", draw: people, manager: true },
};

function money(minor) {
  const format = new Intl.NumberFormat("en", { style: "currency", currency: view.today.currency });
  return format.format(minor / 10 ** format.resolvedOptions().maximumFractionDigits);
}

function clock(millis) {
  return new Intl.DateTimeFormat("en", { timeStyle: "medium", hourCycle: "h23" }).format(new Date(millis));
}

function since(millis) {
  const seconds = Math.max(0, Math.round((Date.now() - millis) / 1000));
  return seconds < 60 ? `${seconds} s` : `${Math.floor(seconds / 60)} min`;
}

function button(text, onclick, attributes = {}) {
  return el("button", { type: "button", ...attributes, onclick }, text);
}

function table(name, columns, rows) {
  return el("div", { class: "scroll card", tabindex: "0", role: "region", "aria-label": name },
    el("table", {},
      el("thead", {}, el("tr", {}, ...columns.map((it) =>
        el("th", { scope: "col", class: it.number ? "number" : false }, it.name)))),
      el("tbody", {}, ...rows.map((cells) =>
        el("tr", {}, ...cells.map((cell, at) => el("td", { class: columns[at].class ?? (columns[at].number ? "number" : false) }, cell)))))));
}

function figure(name, value) {
  return el("div", { class: "card" }, el("span", { class: "quiet" }, name), el("strong", { class: "number" }, value));
}

/* Carts. */

function mass(grams) {
  return grams === 0 ? "something" : `${Math.abs(grams)} g`;
}

function openText(open) {
  const way = open.massGrams < 0 ? "out" : "in";
  return open.held ? `Held: ${mass(open.massGrams)} went ${way} and nothing explains it`
    : `Question: what was the ${mass(open.massGrams)} that went ${way}?`;
}

function cart(it) {
  const kind = it.silent ? "silent" : it.waitingSince !== null ? "waits" : it.needs.open.length > 0 ? "asks" : "";
  return el("section", { class: `card cart ${kind}`, "data-cart": it.id },
    el("div", { class: "top" }, el("h2", {}, it.id),
      el("span", { class: "badge" }, it.silent ? `Silent for ${since(it.heard)}` : STATES[it.state] ?? it.state)),
    it.waitingSince === null ? null : el("p", { class: "warning" }, `Waits for ${since(it.waitingSince)}`),
    it.needs.call === "" ? null : el("div", { class: "need" }, el("p", {}, it.needs.call), el("div", { class: "row" }, ...answers(it))),
    ...it.needs.open.map((open) => el("div", { class: "need" }, el("p", {}, openText(open)),
      button("Settle", () => order(it, "resolve", open.number, openText(open)), { "data-key": `${it.id}-${open.number}` }))),
    ...it.needs.doubts.map((doubt) => el("p", { class: "warning" }, doubt)),
    it.tab === null ? null : el("p", {}, `${it.tab.pieces} ${it.tab.pieces === 1 ? "item" : "items"}, ${money(it.tab.totalMinor)}`),
    it.orders > 0 ? el("p", { class: "quiet" }, `${it.orders} on the way to the cart`) : null,
    it.trip === "" || ["SETTLING", "SETTLED"].includes(it.state) ? null : el("div", { class: "row" },
      button("End this trip", () => order(it, "close", 0, "The trip ends without payment"), { "data-key": `${it.id}-close` })));
}

/** What staff can say to a call. */
function answers(it) {
  const years = /^age check from (\d+)/.exec(it.needs.call)?.[1];
  return years
    ? [button("Old enough", () => order(it, "age", Number(years), `The shopper is at least ${years}`), { "data-key": `${it.id}-age` }),
      button("Not old enough", () => order(it, "age-denied", 0, "It must come out of the basket"), { "data-key": `${it.id}-denied` })]
    : [button("Seen to", () => order(it, "resolve", 0, `Seen to: ${it.needs.call}`), { "data-key": `${it.id}-call` })];
}

function order(it, kind, number, title) {
  const reason = el("textarea", { id: "reason", rows: "3", maxlength: "200", required: true });
  const problem = el("p", { class: "warning", role: "alert" });
  sheet.replaceChildren(
    el("h2", { id: "sheet-title" }, it.id),
    el("p", {}, title),
    el("label", {}, "Why? It is kept in the log with your name.", reason),
    problem,
    el("div", { class: "row" },
      button("Do it", async () => {
        if (reason.value.trim() === "") {
          problem.textContent = "Please say why.";
          return;
        }
        try {
          await post("/staff/order", { cart: it.id, trip: it.trip, kind, number, reason: reason.value.trim() }, me.token);
          sheet.close();
        } catch (refusal) {
          problem.textContent = refusal.message;
        }
      }, { class: "main", "data-key": "do" }),
      button("Leave it", () => sheet.close())));
  sheet.showModal();
}

function urgency(it) {
  return it.silent ? 1 : it.waitingSince !== null ? 0 : it.needs.open.length > 0 ? 2 : it.state === "IDLE" ? 4 : 3;
}

function carts() {
  const sorted = view.carts.toSorted((a, b) => urgency(a) - urgency(b) || (a.waitingSince ?? 0) - (b.waitingSince ?? 0));
  const waiting = view.carts.filter((it) => it.waitingSince !== null && !it.silent).length;
  return [
    el("h1", {}, "Carts"),
    el("div", { class: "figures" },
      figure("On a trip", String(view.carts.filter((it) => it.trip !== "").length)),
      figure("Waiting for staff", String(waiting)),
      figure("Silent", String(view.carts.filter((it) => it.silent).length)),
      figure("Sales today", money(view.today.salesMinor))),
    view.carts.length === 0 ? el("p", { class: "card" }, "No cart has told anything yet. Carts appear here by themselves.")
      : el("div", { class: "fleet" }, ...sorted.map(cart)),
  ];
}

/* Cash at the till. */

let code = "";

function till() {
  const wanted = code.toUpperCase().replace(/[^A-Z0-9]/g, "");
  const due = view.cash.filter((it) => it.asked && (wanted === "" || it.code.startsWith(wanted)));
  const owed = view.cash.filter((it) => !it.asked);
  const input = el("input", { id: "code", "data-key": "code", value: code, autocomplete: "off", maxlength: "8", oninput: (event) => {
    code = event.target.value;
    show();
  } });
  return [
    el("h1", {}, "Till"),
    el("section", { class: "card" }, el("label", {}, "The code on the cart’s screen", input)),
    el("h2", {}, "To be paid in cash"),
    due.length === 0 ? el("p", { class: "card" }, wanted === "" ? "Nobody wants to pay in cash now." : "No cart shows this code.")
      : el("div", { class: "fleet" }, ...due.map((it) => el("section", { class: "card", "data-cash": it.code },
        el("div", { class: "top" }, el("h2", { class: "hash" }, `${it.code.slice(0, 3)} ${it.code.slice(3)}`), el("strong", { class: "number" }, money(it.amountMinor))),
        el("p", { class: "quiet" }, `${it.cart}, for ${since(it.at)}`),
        el("div", { class: "row" },
          button("I have the money", () => cash(it, "taken"), { class: "main", "data-key": `taken-${it.key}` }),
          button("No cash for this", () => cash(it, "refused"), { "data-key": `refused-${it.key}` }))))),
    owed.length === 0 ? null : el("h2", {}, "To be handed out"),
    owed.length === 0 ? null : el("div", { class: "fleet" }, ...owed.map((it) => el("section", { class: "card" },
      el("div", { class: "top" }, el("h2", { class: "hash" }, it.code === "" ? "Refund" : it.code), el("strong", { class: "number" }, money(it.amountMinor))),
      el("p", { class: "quiet" }, `${it.key}, for ${since(it.at)}`),
      button("I have handed it out", () => cash(it, "handed-out"), { class: "main", "data-key": `out-${it.key}` })))),
  ].filter((it) => it !== null);
}

async function cash(it, deed) {
  try {
    await post("/staff/cash", { key: it.key, deed }, me.token);
    code = "";
  } catch (refusal) {
    tell(refusal.message);
  }
}

/** Something that staff must know at once. */
function tell(words) {
  sheet.replaceChildren(el("h2", { id: "sheet-title" }, "Not done"), el("p", {}, words), button("Close", () => sheet.close(), { class: "main" }));
  sheet.showModal();
}

/* Payments. */

const PAID = { SETTLED: "Paid", DECLINED: "Not paid", INTENDED: "Under way" };

async function receipt(id) {
  const it = await get(`/staff/receipt/${encodeURIComponent(id)}`);
  sheet.replaceChildren(
    el("h2", { id: "sheet-title" }, `Receipt ${id}`),
    el("p", { class: "quiet" }, `Cart ${it.cart}, ${new Date(it.settled_at).toLocaleString("en", { hourCycle: "h23" })}`),
    el("table", {}, el("tbody", {}, ...it.lines.map((line) =>
      el("tr", {}, el("td", {}, `${line.pieces} × ${line.name}`), el("td", { class: "number" }, line.net))),
    el("tr", {}, el("th", { scope: "row" }, "Total"), el("td", { class: "number" }, it.total)),
    ...it.tenders.map((tender) => el("tr", {}, el("td", {}, tender.kind), el("td", { class: "number" }, tender.amount))))),
    button("Close", () => sheet.close(), { class: "main" }));
  sheet.showModal();
}

function payments() {
  return [
    el("h1", {}, "Payments today"),
    el("div", { class: "figures" }, figure("Paid", String(view.today.paid)), figure("Not paid", String(view.today.declined)),
      figure("Sales", money(view.today.salesMinor))),
    view.payments.length === 0 ? el("p", { class: "card" }, "No payment yet today.")
      : table("Payments", [{ name: "Time" }, { name: "Cart" }, { name: "Items", number: true }, { name: "Total", number: true },
        { name: "State" }, { name: "Receipt" }],
      view.payments.map((it) => [clock(it.at), it.cart, String(it.pieces), money(it.totalMinor), PAID[it.state],
        it.receipt === null ? "–" : button(it.receipt, () => receipt(it.receipt), { "data-key": it.receipt })])),
  ];
}

/* The day. */

let chosenDay = "";

async function day() {
  const it = await get(`/staff/report?day=${chosenDay}`);
  const hours = Array.from({ length: 24 }, (_, hour) => it.hours.find((each) => each.hour === hour)?.salesMinor ?? 0);
  return [
    el("h1", {}, `The day: ${it.day}`),
    el("div", { class: "row" }, el("label", {}, "Another day", el("input", { type: "date", value: it.day, onchange: (event) => {
      chosenDay = event.target.value;
      show();
    } }))),
    el("div", { class: "figures" }, figure("Sales", money(it.sum.salesMinor)), figure("Bills paid", String(it.sum.paid)),
      figure("Payments refused", String(it.sum.declined)), figure("Bills made anew", String(it.corrected)),
      figure("Orders by staff", String(it.orders))),
    el("section", { class: "card" }, el("h2", {}, "Sales by hour"),
      plot("Sales by hour", hours.map((minor, hour) => ({ name: String(hour), value: minor, text: money(minor) })))),
    el("section", { class: "card" }, el("h2", {}, "What sold best"),
      it.products.length === 0 ? el("p", {}, "Nothing was sold.") : el("table", {},
        el("thead", {}, el("tr", {}, el("th", { scope: "col" }, "Product"), el("th", { scope: "col", class: "number" }, "Pieces"),
          el("th", { scope: "col", class: "number" }, "Sales"))),
        el("tbody", {}, ...it.products.map((sold) => el("tr", {}, el("td", {}, sold.name),
          el("td", { class: "number" }, String(sold.pieces)), el("td", { class: "number" }, money(sold.salesMinor))))))),
  ];
}

/* The log. */

async function log() {
  const it = await get("/staff/log");
  return [
    el("h1", {}, "Log"),
    it.tamperedAt > 0
      ? el("p", { class: "card warning", role: "alert" }, `This log has been tampered with: entry ${it.tamperedAt} is not as it was written.`)
      : el("p", { class: "card fine" }, "Every entry is as it was written."),
    table("Log", [{ name: "No.", number: true }, { name: "Time" }, { name: "Who" }, { name: "What" }, { name: "About" },
      { name: "Why" }, { name: "Seal", class: "hash" }],
    it.entries.map((entry) => [String(entry.number), `${new Date(entry.at).toLocaleDateString("en")} ${clock(entry.at)}`,
      entry.staff, entry.deed, entry.about, entry.reason, entry.hash.slice(0, 12)])),
  ];
}

/* People. */

async function people() {
  const all = await get("/staff/accounts");
  const name = el("input", { id: "new-name", autocomplete: "off", maxlength: "64" });
  const password = el("input", { id: "new-password", type: "password", autocomplete: "new-password" });
  const role = el("select", { id: "new-role" }, el("option", { value: "ATTENDANT" }, "Attendant"), el("option", { value: "MANAGER" }, "Manager"));
  const word = el("p", { class: "warning", role: "alert" });
  return [
    el("h1", {}, "People"),
    table("Accounts", [{ name: "Name" }, { name: "Role" }, { name: "" }],
      all.map((it) => [it.name, it.role === "MANAGER" ? "Manager" : "Attendant", it.locked ? "Locked for now" : "May sign in"])),
    el("section", { class: "card sign-in-new" },
      el("h2", {}, "Add somebody, or give them a new password"),
      el("div", { class: "row" }, el("label", {}, "Name", name), el("label", {}, "Password, 10 characters or more", password),
        el("label", {}, "Role", role)),
      word,
      button("Save", async () => {
        try {
          await post("/staff/account", { name: name.value.trim(), password: password.value, role: role.value }, me.token);
          show();
        } catch (refusal) {
          word.textContent = refusal.message;
        }
      }, { class: "main", "data-key": "save" })),
  ];
}

/* Sign-in and the frame. */

function signIn() {
  head.hidden = true;
  const name = el("input", { id: "name", autocomplete: "username", required: true });
  const password = el("input", { id: "password", type: "password", autocomplete: "current-password", required: true });
  const problem = el("p", { class: "warning", role: "alert", id: "problem" });
  page.replaceChildren(el("form", { class: "card sign-in", onsubmit: async (event) => {
    event.preventDefault();
    problem.textContent = "";
    try {
      await enter(await post("/staff/sign-in", { name: name.value.trim(), password: password.value }));
    } catch (refusal) {
      problem.textContent = refusal.message;
    }
  } }, el("h1", {}, "Staff"), el("label", {}, "Name", name), el("label", {}, "Password", password), problem,
  el("button", { class: "main", id: "enter" }, "Sign in")));
}

async function enter(who) {
  me = who;
  head.hidden = false;
  await show();
  if (!listening) {
    listening = true;
    listen("/staff/events", take, async (on) => {
      lost.hidden = on || me === null;
      lost.textContent = "The connection to the gate is lost. It is tried again.";
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

function take(state) {
  if (state !== null) {
    view = state;
    if (PAGES[shown].live) {
      show();
    }
  }
}

async function show() {
  if (me === null) {
    return;
  }
  const wanted = shown;
  const drawn = await PAGES[wanted].draw();
  if (wanted !== shown) {
    return;
  }
  const key = document.activeElement?.dataset?.key;
  head.replaceChildren(
    el("img", { src: "/staff/page/icon.svg", alt: "" }),
    el("nav", { "aria-label": "Pages" }, ...Object.entries(PAGES)
      .filter(([, it]) => !it.manager || me.role === "MANAGER")
      .map(([id, it]) => button(it.name, () => {
        shown = id;
        show();
      }, { "aria-current": id === shown ? "page" : false, "data-key": `page-${id}` }))),
    el("span", { class: "quiet" }, me.name),
    button("Sign out", async () => {
      await post("/staff/sign-out", {}, me.token);
      location.reload();
    }, { class: "out", "data-key": "out" }));
  page.replaceChildren(...drawn);
  if (key) {
    document.querySelector(`[data-key="${CSS.escape(key)}"]`)?.focus();
  }
}

// Waiting times grow also while nothing changes.
setInterval(() => {
  if (me !== null && shown === "carts" && !sheet.open) {
    show();
  }
}, 5_000);

try {
  await enter(await get("/staff/session"));
} catch {
  signIn();
}
