// The staff console: sign-in, carts, payments, the day, the log, people.
import { el, get, listen, post } from "/shared/live.js";
import { moving } from "/staff/page/moving.js";
import { pairing } from "/staff/page/pairing.js";
import { curve, plot, rows } from "/staff/page/plot.js";

const head = document.getElementById("head");
const page = document.getElementById("page");
const lost = document.getElementById("lost");
const sheet = document.getElementById("sheet");
const bell = document.getElementById("alerts");

let me = null;
let view = { carts: [], payments: [], cash: [], letOut: [], today: { currency: "EUR", paid: 0, declined: 0, salesMinor: 0 } };
let shown = "carts";
let listening = false;

const moveBasket = moving({ button, sheet, money, since, token: () => me.token });

const STATES = { IDLE: "Free", SHOPPING: "Shopping", ASKING: "Answering a question", NEEDSSTAFF: "Waiting for staff",
  REVIEWING: "Looking at the bill", SETTLING: "Paying", SETTLED: "Paid", DECLINED: "Payment refused" };

const PAGES = {
  carts: { name: "Carts", draw: carts, live: true },
  till: { name: "Till", draw: till, live: true },
  payments: { name: "Payments", draw: payments, live: true },
  disputes: { name: "Disputes", draw: disputes, manager: true },
  day: { name: "Day", draw: day, manager: true },
  pairing: { name: "Pairing", draw: pairing({ button, table, sheet, show, token: () => me.token, manager: () => me.role === "MANAGER" }) },
  log: { name: "Log", draw: log, manager: true },
  shop: { name: "Shop", draw: shopPage, manager: true },
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
    it.silent && it.trip !== "" ? el("div", { class: "row" },
      button("Move its basket", () => moveBasket(it.trip), { class: "main", "data-key": `${it.id}-move` })) : null,
    it.trip === "" && !it.silent ? el("div", { class: "row" },
      button("Work at this cart", () => order({ ...it, trip: "-" }, "workshop", 0, "Its own screen then guides you: aligning cameras, enrolling products, calibrating the scale. The cart begins no trip meanwhile."),
        { "data-key": `${it.id}-workshop` })) : null,
    it.trip === "" || ["SETTLING", "SETTLED"].includes(it.state) ? null : el("div", { class: "row" },
      button("Spot check", () => spotCheck(it), { "data-key": `${it.id}-check` }),
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

/* Spot checks: the basket line by line, with what the cart saw of it. */

function spotCheck(it) {
  ask(`Spot check of ${it.id}`, [], async (reason) => {
    await post("/staff/order", { cart: it.id, trip: it.trip, kind: "spot-check", number: 0, reason }, me.token);
    setTimeout(() => showCheck(it, 20), 200);
  });
}

async function showCheck(it, tries) {
  const lines = await get(`/staff/check/${encodeURIComponent(it.trip)}`);
  if (lines.length < (it.tab?.pieces > 0 ? 1 : 0) && tries > 0) {
    setTimeout(() => showCheck(it, tries - 1), 500);
    return;
  }
  sheet.replaceChildren(
    el("h2", { id: "sheet-title" }, `What lies in ${it.id}`),
    lines.length === 0 ? el("p", {}, "Nothing lies in it, or the cart does not answer.") : el("div", { id: "check" },
      ...lines.map((line) => el("div", { class: "proof" },
        el("p", {}, el("strong", {}, `${line.pieces} × ${line.name}`), ` ${line.massGrams} g`),
        ...line.proofs.flatMap((proof, place) => Array.from({ length: proof.pictures }, (_, picture) =>
          el("img", { src: `/staff/proof/${encodeURIComponent(line.id)}/${place}/${picture}`, alt: `What the cart saw of ${line.name}` })))))),
    el("div", { class: "row" },
      button("All as billed", () => found(it, true), { class: "main", "data-key": "check-right" }),
      button("Something is wrong", () => found(it, false), { "data-key": "check-wrong" }),
      button("Close", () => sheet.close())));
  if (!sheet.open) {
    sheet.showModal();
  }
}

function found(it, right) {
  sheet.close();
  ask(right ? `${it.id}: all as billed` : `${it.id}: what is wrong?`, [], (reason) =>
    post("/staff/check", { cart: it.id, trip: it.trip, right, reason }, me.token));
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
    el("section", { class: "card" }, el("label", {}, "The code on the cart’s screen", input),
      el("div", { class: "row" }, button("A cart has died", () => moveBasket(), { "data-key": "died" }))),
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
    const done = await post("/staff/cash", { key: it.key, deed }, me.token);
    code = "";
    if (done?.receipt) {
      tell(`The basket that was moved is paid: receipt ${done.receipt}.`, "Paid");
    }
  } catch (refusal) {
    tell(refusal.message);
  }
}

/** Something that staff must know at once. */
function tell(words, title = "Not done") {
  sheet.replaceChildren(el("h2", { id: "sheet-title" }, title), el("p", {}, words), button("Close", () => sheet.close(), { class: "main" }));
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
    el("div", { class: "row" }, button("Close", () => sheet.close(), { class: "main" }),
      me.role === "MANAGER" ? button("Money back…", () => refund(id, it), { "data-key": "refund" }) : null,
      me.role === "MANAGER" ? button("Delete what came with disputes", async () => {
        await post("/staff/forget", { receipt: id }, me.token);
        sheet.close();
      }, { "data-key": "privacy" }) : null));
  sheet.showModal();
}

function payments() {
  return [
    el("h1", {}, "Payments today"),
    el("div", { class: "figures" }, figure("Paid", String(view.today.paid)), figure("Not paid", String(view.today.declined)),
      figure("Sales", money(view.today.salesMinor))),
    ...letOut(),
    view.payments.length === 0 ? el("p", { class: "card" }, "No payment yet today.")
      : table("Payments", [{ name: "Time" }, { name: "Cart" }, { name: "Items", number: true }, { name: "Total", number: true },
        { name: "State" }, { name: "Receipt" }],
      view.payments.map((it) => [clock(it.at), it.cart, String(it.pieces), money(it.totalMinor), PAID[it.state],
        it.receipt === null ? "–" : button(it.receipt, () => receipt(it.receipt), { "data-key": it.receipt })])),
  ];
}

const FATES = { WAITING: "Waits for the bank", UNCOLLECTED: "The card did not pay", FAILED: "Cannot be settled: please look" };

/** What the gate let out on its own word, as long as it is not paid. */
function letOut() {
  return view.letOut.length === 0 ? [] : [
    el("h2", {}, "Let out, and not paid yet"),
    table("Let out, and not paid yet", [{ name: "When" }, { name: "Cart" }, { name: "Total", number: true }, { name: "What became of it" }, { name: "Receipt" }],
      view.letOut.map((it) => [`${new Date(it.at).toLocaleDateString("en")} ${clock(it.at)}`, it.cart, money(it.totalMinor), FATES[it.fate] ?? it.fate, it.receipt])),
  ];
}

/* Disputes, decided by what the cart saw and felt. */

const SAID = { "not-taken": "I did not take this", fewer: "I took fewer", "other-product": "It was another product",
  price: "The price is wrong", other: "Something else is wrong" };

async function disputes() {
  const open = await get("/staff/disputes");
  return [
    el("h1", {}, "Disputes"),
    open.length === 0 ? el("p", { class: "card" }, "Nobody waits for a decision.")
      : el("div", {}, ...open.map(dispute)),
  ];
}

function dispute(it) {
  return el("section", { class: "card", "data-dispute": it.id },
    el("div", { class: "top" }, el("h2", {}, `${it.pieces} × ${it.name}`), el("strong", { class: "number" }, money(it.netMinor))),
    el("p", {}, `“${SAID[it.said] ?? it.said}”`),
    el("p", { class: "quiet" }, `${it.receipt}, ${it.cart}`),
    ...it.proofs.map((proof, place) => el("div", { class: "proof" },
      el("p", {}, `${proof.in ? "In" : "Out"} at ${clock(proof.at)}${proof.massGrams === 0 ? "" : `, ${Math.abs(proof.massGrams)} g`}`),
      ...Array.from({ length: proof.pictures }, (_, picture) =>
        el("img", { src: `/staff/proof/${encodeURIComponent(it.id)}/${place}/${picture}`, alt: `What the cart saw of ${it.name}` })),
      proof.curve.length > 1 ? curve("The scale", proof.curve) : null)),
    it.proofs.length === 0 ? el("p", { class: "quiet" }, "The cart has nothing kept of it.") : null,
    el("div", { class: "row" },
      button("Pay back", () => decide(it, true), { class: "main", "data-key": `grant-${it.id}` }),
      button("Refuse", () => decide(it, false), { "data-key": `refuse-${it.id}` })));
}

function decide(it, granted) {
  const pieces = el("input", { id: "pieces", type: "number", min: "1", max: String(it.pieces), value: String(it.pieces) });
  ask(granted ? `Pay back ${it.name}` : `Refuse: ${it.name}`,
    granted ? [el("label", {}, `Pieces, of ${it.pieces}`, pieces)] : [],
    async (reason) => {
      await post("/staff/dispute", { id: it.id, granted, pieces: Number(pieces.value), reason }, me.token);
      show();
    });
}

/** Asks why, and does it. */
function ask(title, fields, act) {
  const reason = el("textarea", { id: "reason", rows: "3", maxlength: "200", required: true });
  const problem = el("p", { class: "warning", role: "alert" });
  sheet.replaceChildren(
    el("h2", { id: "sheet-title" }, title), ...fields,
    el("label", {}, "Why? It is kept in the log with your name.", reason), problem,
    el("div", { class: "row" },
      button("Do it", async () => {
        if (reason.value.trim() === "") {
          problem.textContent = "Please say why.";
          return;
        }
        try {
          await act(reason.value.trim());
          sheet.close();
        } catch (refusal) {
          problem.textContent = refusal.message;
        }
      }, { class: "main", "data-key": "do" }),
      button("Leave it", () => sheet.close())));
  sheet.showModal();
}

/* Refunds, line by line. */

const REASONS = { damaged: "It is damaged", wrong_product: "It is not what was billed", changed_mind: "The shopper changed their mind",
  returned_before_leaving: "It went back before leaving", price_accuracy: "The shelf asked less" };

async function refund(receiptId, it) {
  const left = await get(`/staff/left/${encodeURIComponent(receiptId)}`);
  const id = `F-${[...crypto.getRandomValues(new Uint8Array(12))].map((it) => it.toString(16).padStart(2, "0")).join("")}`;
  const line = el("select", { id: "line" }, ...it.lines.map((each, place) =>
    el("option", { value: String(place), disabled: left[place].leftMinor < 1 }, `${each.name}, ${money(left[place].leftMinor)} left`)));
  const pieces = el("input", { id: "pieces", type: "number", min: "1", value: "1" });
  const reason = el("select", { id: "refund-reason" }, ...Object.entries(REASONS).map(([word, text]) => el("option", { value: word }, text)));
  const problem = el("p", { class: "warning", role: "alert" });
  sheet.replaceChildren(
    el("h2", { id: "sheet-title" }, `Money back: ${receiptId}`),
    el("label", {}, "Line", line), el("label", {}, "Pieces", pieces), el("label", {}, "Why", reason), problem,
    el("div", { class: "row" },
      button("Pay back", async () => {
        try {
          const back = await post("/staff/refund",
            { receipt: receiptId, line: Number(line.value), pieces: Number(pieces.value), reason: reason.value, id }, me.token);
          sheet.replaceChildren(el("h2", { id: "sheet-title" }, "Paid back"),
            el("p", {}, `${money(back.backMinor)} go back to what paid for it. Cash is on the Till page.`),
            button("Close", () => sheet.close(), { class: "main" }));
        } catch (refusal) {
          problem.textContent = refusal.message;
        }
      }, { class: "main", "data-key": "refund-do" }),
      button("Leave it", () => sheet.close())));
}

/* The day. */

let chosenDay = "";

const DEEDS = { "signed-in": "Signed in", refused: "Sign-in refused", "order-resolve": "Settled a call or a hold",
  "order-close": "Ended a trip", "order-age": "Approved an age", "order-age-denied": "Refused an age", "order-spot-check": "Asked for a spot check", "order-workshop": "Worked at a cart",
  "check-right": "Spot check: all as billed", "check-wrong": "Spot check: something wrong", "dispute-granted": "Dispute: paid back",
  "dispute-refused": "Dispute: refused", refund: "Gave money back", account: "Changed an account", catalogue: "Imported a catalogue",
  paired: "Paired a cart", unpair: "Unpaired a cart", revoke: "Revoked a cart", "pairing-code": "Showed a pairing code", "cash-taken": "Took cash",
  "cash-refused": "Refused cash", "move-to-till": "Moved a basket to a till", "move-to-cart": "Moved a basket to another cart", "cash-handed-out": "Handed cash out", "privacy-delete": "Deleted a shopper’s data" };

function share(part, whole) {
  return whole === 0 ? "–" : `${(100 * part / whole).toFixed(1)} %`;
}

/** What carts asked, what looking found, what the day cost. */
function quality(it) {
  const { checks, wrong, granted, refused } = it.losses.checks;
  const lost = [["Let out, and the card did not pay", it.losses.uncollectedMinor], ["Trips ended without payment", it.losses.endedMinor],
    ["Given back", it.losses.refundedMinor]];
  const decided = granted + refused;
  return [
    el("section", { class: "card" }, el("h2", {}, "How well the carts knew"),
      rows("How well the carts knew", [
        { name: "Questions to shoppers", value: it.asked.asked, text: `${it.asked.asked}, ${perTrip(it.asked.asked, it.sum.paid)}` },
        { name: "Things that nothing explained", value: it.asked.held, text: `${it.asked.held}, ${perTrip(it.asked.held, it.sum.paid)}` },
        { name: "Bills made anew", value: it.corrected, text: String(it.corrected) },
        { name: "Disputes", value: decided, text: decided === 0 ? "0" : `${decided}, the shopper was right in ${granted}` }]),
      el("p", {}, checks === 0 ? "No basket was looked through." :
        `${checks} ${checks === 1 ? "basket was" : "baskets were"} looked through; ${share(checks - wrong, checks)} were as billed.`)),
    el("section", { class: "card" }, el("h2", {}, "What the day cost"),
      rows("What the day cost", lost.map(([name, minor]) => ({ name, value: minor, text: money(minor) }))),
      el("p", {}, `Together ${money(lost.reduce((sum, [, minor]) => sum + minor, 0))}, ${share(lost.reduce((sum, [, minor]) => sum + minor, 0), it.sum.salesMinor)} of sales.`,
        it.losses.wavedMinor === 0 ? "" : ` Staff settled by their word what nothing explained in baskets worth ${money(it.losses.wavedMinor)}.`)),
  ];
}

function perTrip(times, trips) {
  return trips === 0 ? "no bill paid" : `${(times / trips).toFixed(2)} a bill`;
}

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
    ...quality(it),
    el("section", { class: "card" }, el("h2", {}, "What staff did"),
      Object.keys(it.deeds).length === 0 ? el("p", {}, "Nothing.")
        : rows("What staff did", Object.entries(it.deeds).toSorted((a, b) => b[1] - a[1])
          .map(([name, times]) => ({ name: DEEDS[name] ?? name, value: times, text: String(times) })))),
    el("section", { class: "card" }, el("h2", {}, "What sold best"),
      it.products.length === 0 ? el("p", {}, "Nothing was sold.") : el("table", {},
        el("thead", {}, el("tr", {}, el("th", { scope: "col" }, "Product"), el("th", { scope: "col", class: "number" }, "Pieces"),
          el("th", { scope: "col", class: "number" }, "Sales"))),
        el("tbody", {}, ...it.products.map((sold) => el("tr", {}, el("td", {}, sold.name),
          el("td", { class: "number" }, String(sold.pieces)), el("td", { class: "number" }, money(sold.salesMinor))))))),
  ];
}

/* The catalogue, and help from far away. */

function shopPage() {
  const file = el("input", { id: "file", type: "file", accept: ".csv,.json" });
  const word = el("p", { role: "status", id: "import-word" });
  const faults = el("div", {});
  async function send(dry) {
    const chosen = file.files[0];
    if (!chosen) {
      word.textContent = "Please choose a file.";
      return;
    }
    const answer = await fetch(`/staff/catalogue${dry ? "?dry=1" : ""}`, { method: "POST", body: await chosen.text(),
      headers: { "Content-Type": chosen.name.endsWith(".json") ? "application/json" : "text/csv", "X-Pannier-Token": me.token } });
    const it = await answer.json();
    if (!answer.ok) {
      word.textContent = it.detail;
      return;
    }
    word.textContent = it.count > 0 ? `${it.count} ${it.count === 1 ? "fault" : "faults"}; nothing was imported.`
      : it.imported ? `${it.products} products are imported. The gate sells by them from its next start.`
        : `${it.products} products, nothing is wrong. Nothing was imported yet.`;
    faults.replaceChildren(...(it.count === 0 ? [] : [table("Faults",
      [{ name: "Line", number: true }, { name: "Field" }, { name: "Found" }, { name: "What would be right" }],
      it.faults.map((fault) => [String(fault.line), fault.field, fault.found, fault.wanted]))]));
  }
  return [
    el("h1", {}, "Shop"),
    el("section", { class: "card" }, el("h2", {}, "A new catalogue"),
      el("label", {}, "CSV or JSON", file),
      el("div", { class: "row" }, button("Try it", () => send(true), { "data-key": "try" }),
        button("Import", () => send(false), { class: "main", "data-key": "import" })),
      word, faults),
    el("section", { class: "card" }, el("h2", {}, "Help from far away"),
      el("p", {}, "Figures, versions and states of carts in one file. It names no person, no trip, no receipt and nothing that was bought."),
      el("a", { class: "button", href: "/staff/support", download: "pannier-support.zip", "data-key": "support" }, "Save the file")),
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

/** What should not wait until somebody looks. */
function alerts() {
  const now = Date.now();
  return [
    ...view.carts.filter((it) => it.silent && it.trip !== "").map((it) => `${it.id} has gone silent during a trip.`),
    ...view.carts.filter((it) => it.waitingSince !== null && now - it.waitingSince > 120_000)
      .map((it) => `${it.id} has waited for ${since(it.waitingSince)}.`),
    ...[["UNCOLLECTED", "were let out, and the card did not pay"], ["FAILED", "were let out and cannot be settled"]]
      .map(([fate, words]) => [view.letOut.filter((it) => it.fate === fate), words]).filter(([these]) => these.length > 0)
      .map(([these, words]) => `${these.length} ${these.length === 1 ? "bill" : "bills"}, ${money(these.reduce((sum, it) => sum + it.totalMinor, 0))}, ${words}.`),
    ...view.cash.filter((it) => it.asked && now - it.at > 600_000).map((it) => `Code ${it.code} is not paid for ${since(it.at)}.`),
  ];
}

function warn() {
  const words = me === null ? [] : alerts();
  bell.hidden = words.length === 0;
  if (bell.textContent !== words.join(" ")) {
    bell.textContent = words.join(" ");
  }
  document.title = `${words.length > 0 ? `(${words.length}) ` : ""}Staff – Pannier`;
}

function take(state) {
  if (state !== null) {
    view = state;
    warn();
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
  warn();
  if (me !== null && shown === "carts" && !sheet.open) {
    show();
  }
}, 5_000);

try {
  await enter(await get("/staff/session"));
} catch {
  signIn();
}
