// The basket of a cart that died: which one, where to, and what then.
import { el, get, post } from "/shared/live.js";
import { qr } from "/staff/page/pairing.js";

/** kit has what the console draws with: button, sheet, money, since, token(), ask for cash. */
export function moving(kit) {
  const title = (text) => el("h2", { id: "sheet-title" }, text);

  function open(...content) {
    kit.sheet.replaceChildren(...content.filter((it) => it !== null));
    if (!kit.sheet.open) {
      kit.sheet.showModal();
    }
  }

  function close(text = "Close") {
    return kit.button(text, () => kit.sheet.close(), { "data-key": "move-close" });
  }

  function items(basket) {
    const pieces = basket.lines.reduce((sum, line) => sum + line.pieces, 0);
    return `${pieces} ${pieces === 1 ? "item" : "items"}, ${kit.money(basket.totalMinor)}`;
  }

  /** The baskets that are kept; with a trip, that one at once. */
  async function begin(trip = "") {
    const baskets = await get("/staff/baskets");
    const one = baskets.find((it) => it.trip === trip);
    if (one) {
      choose(one);
      return;
    }
    open(title("A cart has died"),
      el("p", {}, trip === "" ? "Whose basket is it? It is as the cart told it last."
        : "Its cart told nothing of its basket. These are known:"),
      baskets.length === 0 ? el("p", { class: "card" }, "No basket is known.") : el("div", { id: "baskets" },
        ...baskets.map((it) => el("section", { class: "card", "data-basket": it.trip },
          el("div", { class: "top" }, el("h2", {}, it.cart), el("strong", { class: "number" }, kit.money(it.totalMinor))),
          el("p", { class: "quiet" }, `${items(it)}, told ${kit.since(it.at)} ago`),
          it.moved === "cart" ? el("p", {}, "Another cart goes on with it.")
            : kit.button(it.moved === "till" ? "Go on at the till" : "Move it", () => choose(it), { class: "main", "data-key": `move-${it.trip}` })))),
      el("div", { class: "row" }, close("Leave it")));
  }

  function choose(basket) {
    const reason = el("textarea", { id: "reason", rows: "2", maxlength: "200", required: true });
    const years = el("select", { id: "years" },
      ...[["0", "Nothing in it has an age limit"], ["16", "At least 16"], ["18", "At least 18"], ["21", "At least 21"]]
        .map(([value, text]) => el("option", { value }, text)));
    const problem = el("p", { class: "warning", role: "alert" });
    async function go(to) {
      if (reason.value.trim() === "") {
        problem.textContent = "Please say why.";
        return;
      }
      try {
        const done = await post("/staff/move",
          { trip: basket.trip, to, reason: reason.value.trim(), years: Number(years.value) }, kit.token());
        if (to === "cart") {
          otherCart(basket, done);
        } else {
          till(basket, done);
        }
      } catch (refusal) {
        problem.textContent = refusal.message;
      }
    }
    open(title(`The basket of ${basket.cart}`),
      el("table", { id: "basket" }, el("tbody", {}, ...basket.lines.map((line) => el("tr", {},
        el("td", {}, `${line.massGrams === null ? `${line.pieces} ×` : `${line.massGrams} g`} ${line.name}`),
        el("td", { class: "number" }, kit.money(line.netMinor)))),
      el("tr", {}, el("th", { scope: "row" }, "To pay"), el("td", { class: "number" }, kit.money(basket.totalMinor))))),
      el("label", {}, "How old is the shopper?", years),
      el("label", {}, "Why? It is kept in the log with your name.", reason),
      problem,
      el("div", { class: "row" },
        kit.button("Pay it at a till", () => go("till"), { class: "main", "data-key": "to-till" }),
        basket.moved === "till" ? null : kit.button("Go on with another cart", () => go("cart"), { "data-key": "to-cart" }),
        close("Leave it")));
  }

  function till(basket, done) {
    if (done.receipt) {
      open(title("Paid"), el("p", { id: "moved" }, `${basket.cart}’s basket is paid: receipt ${done.receipt}. The shopper may leave.`),
        el("div", { class: "row" }, close()));
      return;
    }
    if (done.declined) {
      open(title("Not paid"), el("p", { id: "moved" }, "No cash was taken for this basket. Its things stay in the store."), el("div", { class: "row" }, close()));
      return;
    }
    const problem = el("p", { class: "warning", role: "alert" });
    async function cash(deed) {
      try {
        till(basket, await post("/staff/cash", { key: done.key, deed }, kit.token()));
      } catch (refusal) {
        problem.textContent = refusal.message;
      }
    }
    open(title("Take the cash"),
      el("p", { class: "due number", id: "cash-due" }, kit.money(done.amountMinor)),
      el("p", {}, `It also waits on the Till page, under the code ${done.code.slice(0, 3)} ${done.code.slice(3)}.`), problem,
      el("div", { class: "row" },
        kit.button("I have the money", () => cash("taken"), { class: "main", "data-key": "move-taken" }),
        kit.button("No cash for this", () => cash("refused"), { "data-key": "move-refused" }), close("Later")));
  }

  function otherCart(basket, done) {
    open(title("Show this to the other cart’s camera"),
      el("div", { class: "pairing", id: "move-code" }, qr(done, "Code for the other cart"),
        el("div", { class: "words" },
          el("p", {}, `${basket.cart} can no longer pay for this basket. Lay the things into the other cart, before or after.`),
          done.again.length === 0 ? null : el("p", {}, `Put in anew, once it goes on: ${done.again.join(", ")}.`),
          el("p", { class: "quiet" }, `It works once, until ${new Date(done.until).toLocaleTimeString("en", { hourCycle: "h23" })}.`))),
      el("div", { class: "row" }, close("Done")));
  }

  return begin;
}
