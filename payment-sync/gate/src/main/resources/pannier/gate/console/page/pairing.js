// Pairing: the code that a cart reads, the store's carts, and how one leaves.
import { el, get, post } from "/shared/live.js";

const SVG = "http://www.w3.org/2000/svg";

/** A QR code as the gate describes it. */
export function qr(code, label = "Pairing code") {
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

/**
 * The page; kit has what the console draws with: button, table, sheet, token(), manager(), show().
 */
export function pairing(kit) {
  let code = null;
  let wanted = "";
  let timer = 0;
  let note = "";

  function over(words) {
    clearInterval(timer);
    code = null;
    note = words;
    kit.show();
  }

  async function begin(cart) {
    clearInterval(timer);
    note = "";
    try {
      code = await post("/staff/pairing/code", cart === "" ? {} : { cart }, kit.token());
      wanted = cart;
      timer = setInterval(tick, 1_000);
    } catch (refusal) {
      note = refusal.message;
    }
    kit.show();
  }

  async function tick() {
    const left = document.getElementById("left");
    if (code === null || left === null) {
      return;
    }
    const seconds = Math.ceil((code.until - Date.now()) / 1_000);
    if (seconds <= 0) {
      over("The code’s two minutes are over. Nothing was paired.");
      return;
    }
    left.textContent = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
    const now = await get(`/staff/pairing/code/${code.id}`).catch(() => ({ used: false }));
    if (now.used) {
      over(wanted === "" ? "The cart is paired." : `${wanted} is paired, with a new key.`);
    }
  }

  function showing() {
    return el("section", { class: "card pairing" },
      qr(code),
      el("div", { class: "words" },
        el("h2", {}, wanted === "" ? "Show this to the cart’s camera" : `Show this to ${wanted}`),
        el("p", {}, "Hold the screen over the basket, a hand’s length from the camera. The cart says when it has read it."),
        el("p", { class: "quiet" }, "It works once. Good for ", el("strong", { id: "left", class: "number" }, "2:00")),
        el("details", {}, el("summary", {}, "Or type it on the cart’s own shell"),
          el("code", { class: "text" }, `./pannier pair --config cart.json --code ${code.text}`)),
        kit.button("Take it away", () => over(""), { "data-key": "away" })));
  }

  function asking() {
    return el("section", { class: "card" },
      el("h2", {}, "Pair a cart"),
      el("p", {}, "A new cart waits for a code when it is switched on."),
      note === "" ? null : el("p", { class: "fine", role: "status", id: "pairing-note" }, note),
      el("div", { class: "row" }, kit.button("Show a code", () => begin(""), { class: "main", "data-key": "code" })));
  }

  function end(cart, how, title, words) {
    const reason = el("textarea", { id: "reason", rows: "3", maxlength: "200", required: true });
    const problem = el("p", { class: "warning", role: "alert" });
    kit.sheet.replaceChildren(
      el("h2", { id: "sheet-title" }, title),
      el("p", {}, words),
      el("label", {}, "Why? It is kept in the log with your name.", reason),
      problem,
      el("div", { class: "row" },
        kit.button("Do it", async () => {
          if (reason.value.trim() === "") {
            problem.textContent = "Please say why.";
            return;
          }
          try {
            await post("/staff/pairing/end", { cart, how, reason: reason.value.trim() }, kit.token());
            kit.sheet.close();
            kit.show();
          } catch (refusal) {
            problem.textContent = refusal.message;
          }
        }, { class: "main", "data-key": "do" }),
        kit.button("Leave it", () => kit.sheet.close())));
    kit.sheet.showModal();
  }

  function deeds(it) {
    return el("div", { class: "row" },
      kit.button("New key", () => begin(it.cart), { "data-key": `rotate-${it.cart}` }),
      ...(kit.manager() ? [
        kit.button("Unpair", () => end(it.cart, "unpair", `Unpair ${it.cart}`,
          "The cart leaves the store at once. It can be paired again."), { "data-key": `unpair-${it.cart}` }),
        kit.button("Revoke", () => end(it.cart, "revoke", `Revoke ${it.cart}`,
          "For a cart that was stolen, or whose key was seen: that key never counts again."), { "data-key": `revoke-${it.cart}` })] : []));
  }

  return async () => {
    const carts = await get("/staff/pairing");
    return [
      el("h1", {}, "Pairing"),
      code === null ? asking() : showing(),
      carts.length === 0 ? el("p", { class: "card" }, "No cart is paired with this store yet.")
        : kit.table("Paired carts", [{ name: "Cart" }, { name: "Since" }, { name: "By" }, { name: "Key", class: "hash" }, { name: "" }],
          carts.map((it) => [it.cart, new Date(it.since).toLocaleString("en", { dateStyle: "medium", timeStyle: "short", hourCycle: "h23" }),
            it.by, it.key, deeds(it)])),
    ];
  };
}
