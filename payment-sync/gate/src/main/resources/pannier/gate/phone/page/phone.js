// The phone page: the receipts that this phone was shown. It alone remembers which.
import { el, get, listen, post } from "/shared/live.js";

const TEXTS = {
  en: { basket: "My basket", soFar: "So far", emptyBasket: "Nothing is in it yet.", over: "This trip is over.", paidNow: "Paid. Your receipt is below.", lost: "No connection; it is tried again.", notMember: "This is no customer card number of this store.", begin: "Begin shopping", hold: "Hold this before the camera of your cart.", left: "It works once. Good for {n} s.", member: "Customer card number, if you have one", code: "Show a code", with: "You are shopping with {n}.", late: "The code was too old. Make a new one.", guest: "No phone needed: every cart also starts without.", failed: "No code just now: {n}", title: "My receipts", none: "No receipt yet. After paying, scan the code on the cart’s screen.", items: "Items",
    total: "Total", deposits: "of which deposits", tax: "of which tax, {n} %", number: "Receipt {n}", forget: "Forget this receipt",
    all: "Forget all on this phone", kept: "Only this phone remembers which receipts are yours: no account, no tracking. The store keeps each receipt as the law asks.",
    gone: "This receipt is not known here.", language: "Language", wrong: "That’s wrong", what: "What is wrong with: {n}?", told: "The store knows. Staff decide.",
    "not-taken": "I did not take this", fewer: "I took fewer", "other-product": "It was another product", price: "The price is wrong", other: "Something else",
    erase: "Delete my pictures", erased: "The store has no pictures of this purchase any more. It keeps the receipt, as the law asks.", unsent: "That did not work. Please try again." },
  de: { basket: "Mein Korb", soFar: "Bis jetzt", emptyBasket: "Noch ist nichts darin.", over: "Dieser Einkauf ist beendet.", paidNow: "Bezahlt. Ihr Beleg steht unten.", lost: "Keine Verbindung; sie wird wieder versucht.", notMember: "Das ist keine Kundenkartennummer dieses Ladens.", begin: "Einkauf beginnen", hold: "Halten Sie dies vor die Kamera Ihres Wagens.", left: "Gilt einmal, noch {n} s.", member: "Kundenkartennummer, falls vorhanden", code: "Code zeigen", with: "Sie kaufen mit {n} ein.", late: "Der Code war zu alt. Machen Sie einen neuen.", guest: "Es geht auch ohne Telefon: Jeder Wagen startet auch so.", failed: "Gerade kein Code: {n}", title: "Meine Belege", none: "Noch kein Beleg. Scannen Sie nach dem Bezahlen den Code auf dem Bildschirm des Wagens.", items: "Artikel",
    total: "Summe", deposits: "davon Pfand", tax: "davon Steuer, {n} %", number: "Beleg {n}", forget: "Diesen Beleg vergessen",
    all: "Alles auf diesem Telefon vergessen", kept: "Nur dieses Telefon weiß, welche Belege Ihnen gehören: kein Konto, keine Verfolgung. Der Laden bewahrt jeden Beleg auf, wie das Gesetz es verlangt.",
    gone: "Dieser Beleg ist hier nicht bekannt.", language: "Sprache", wrong: "Das stimmt nicht", what: "Was stimmt nicht mit: {n}?", told: "Der Laden weiß es. Das Personal entscheidet.",
    "not-taken": "Das habe ich nicht genommen", fewer: "Ich nahm weniger", "other-product": "Es war ein anderes Produkt", price: "Der Preis stimmt nicht", other: "Etwas anderes",
    erase: "Meine Bilder löschen", erased: "Der Laden hat keine Bilder dieses Einkaufs mehr. Den Beleg bewahrt er auf, wie das Gesetz es verlangt.", unsent: "Das ging nicht. Bitte versuchen Sie es noch einmal." },
  fr: { basket: "Mon panier", soFar: "Jusqu’ici", emptyBasket: "Il est encore vide.", over: "Ces achats sont terminés.", paidNow: "Payé. Votre ticket est ci-dessous.", lost: "Pas de connexion ; nouvel essai.", notMember: "Ce n’est pas un numéro de carte client de ce magasin.", begin: "Commencer les achats", hold: "Présentez ceci à la caméra de votre chariot.", left: "Valable une fois, encore {n} s.", member: "Numéro de carte client, si vous en avez une", code: "Afficher un code", with: "Vous faites vos achats avec {n}.", late: "Le code était trop ancien. Faites-en un nouveau.", guest: "Sans téléphone aussi : chaque chariot démarre sans code.", failed: "Pas de code pour l’instant : {n}", title: "Mes tickets", none: "Pas encore de ticket. Après le paiement, scannez le code sur l’écran du chariot.", items: "Articles",
    total: "Total", deposits: "dont consignes", tax: "dont taxe, {n} %", number: "Ticket {n}", forget: "Oublier ce ticket",
    all: "Tout oublier sur ce téléphone", kept: "Seul ce téléphone sait quels tickets sont à vous : ni compte, ni suivi. Le magasin garde chaque ticket comme la loi le demande.",
    gone: "Ce ticket n’est pas connu ici.", language: "Langue", wrong: "C’est faux", what: "Qu’est-ce qui ne va pas avec : {n} ?", told: "Le magasin le sait. Le personnel décide.",
    "not-taken": "Je ne l’ai pas pris", fewer: "J’en ai pris moins", "other-product": "C’était un autre produit", price: "Le prix est faux", other: "Autre chose",
    erase: "Effacer mes images", erased: "Le magasin n’a plus d’images de cet achat. Il garde le ticket, comme la loi le demande.", unsent: "Cela n’a pas marché. Veuillez réessayer." },
  es: { basket: "Mi cesta", soFar: "Hasta ahora", emptyBasket: "Aún no hay nada.", over: "Esta compra ha terminado.", paidNow: "Pagado. Su recibo está abajo.", lost: "Sin conexión; se intenta de nuevo.", notMember: "No es un número de tarjeta de cliente de esta tienda.", begin: "Empezar la compra", hold: "Muestre esto a la cámara de su carrito.", left: "Sirve una vez, durante {n} s.", member: "Número de tarjeta de cliente, si tiene", code: "Mostrar un código", with: "Está comprando con {n}.", late: "El código era demasiado antiguo. Haga uno nuevo.", guest: "También sin teléfono: cada carrito empieza sin código.", failed: "Ahora no hay código: {n}", title: "Mis recibos", none: "Aún no hay recibos. Tras pagar, escanee el código en la pantalla del carrito.", items: "Artículos",
    total: "Total", deposits: "de ello, depósitos", tax: "de ello, impuesto, {n} %", number: "Recibo {n}", forget: "Olvidar este recibo",
    all: "Olvidar todo en este teléfono", kept: "Solo este teléfono sabe qué recibos son suyos: sin cuenta ni seguimiento. La tienda guarda cada recibo como pide la ley.",
    gone: "Este recibo no se conoce aquí.", language: "Idioma", wrong: "Esto está mal", what: "¿Qué está mal con: {n}?", told: "La tienda lo sabe. El personal decide.",
    "not-taken": "No cogí esto", fewer: "Cogí menos", "other-product": "Era otro producto", price: "El precio está mal", other: "Otra cosa",
    erase: "Borrar mis imágenes", erased: "La tienda ya no tiene imágenes de esta compra. Guarda el recibo, como pide la ley.", unsent: "No funcionó. Inténtelo de nuevo." },
};
const NAMES = { en: "English", de: "Deutsch", fr: "Français", es: "Español" };
const KEY = "pannier-receipts";

const page = document.getElementById("page");
let language = [localStorage.getItem("pannier-language"), ...navigator.languages.map((it) => it.slice(0, 2)), "en"]
  .find((it) => it in TEXTS);

function t(key, n = "") {
  return TEXTS[language][key].replace("{n}", n);
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

function money(decimal, currency) {
  return new Intl.NumberFormat(language, { style: "currency", currency }).format(Number(decimal));
}

function row(name, amount, deed = null) {
  return el("tr", {}, el("th", { scope: "row" }, name, deed), el("td", {}, amount));
}

const REASONS = ["not-taken", "fewer", "other-product", "price", "other"];

/** A line of a receipt, and saying that it is wrong. */
function line(id, it, place, amount) {
  const name = `${it.mass_g === undefined ? `${it.pieces} ×` : `${it.mass_g} g`} ${it.name}`;
  const box = el("details", { class: "wrong" }, el("summary", { "aria-label": `${t("wrong")}: ${it.name}` }, t("wrong")));
  const word = el("p", { role: "status" });
  box.append(el("p", {}, t("what", it.name)), ...REASONS.map((reason) =>
    el("button", { type: "button", "data-reason": reason, onclick: () => say(word, t("told"), "/phone/dispute", { receipt: id, line: place, reason }) }, t(reason))), word);
  return row(name, amount, box);
}

async function say(word, done, path, body) {
  try {
    await post(path, body);
    word.textContent = done;
  } catch {
    word.textContent = t("unsent");
  }
}

function card(id, it) {
  const forget = el("button", { type: "button", onclick: () => {
    keep(mine().filter((other) => other !== id));
    draw();
  } }, t("forget"));
  if (it === null) {
    return el("section", { class: "card" }, el("h2", {}, t("number", id)), el("p", {}, t("gone")), forget);
  }
  const erased = el("p", { role: "status" });
  const at = new Intl.DateTimeFormat(language, { dateStyle: "long", timeStyle: "short" }).format(new Date(it.settled_at));
  const amount = (decimal) => money(decimal, it.currency);
  return el("section", { class: "card", "data-receipt": id },
    el("div", { class: "heading" }, el("h2", {}, at), el("strong", {}, amount(it.total))),
    el("details", { open: mine()[0] === id }, el("summary", {}, t("items")),
      el("table", {}, el("tbody", {},
        ...it.lines.map((each, place) => line(id, each, place, amount(each.net))),
        row(t("total"), amount(it.total)),
        Number(it.deposits) > 0 ? row(t("deposits"), amount(it.deposits)) : null,
        ...it.taxes.map((tax) => row(t("tax", String(Number(tax.rate) * 100)), amount(tax.tax)))))),
    el("p", { class: "quiet" }, t("number", id)),
    erased,
    el("div", { class: "row" }, forget,
      el("button", { type: "button", "data-erase": id, onclick: () => say(erased, t("erased"), "/phone/forget", { receipt: id }) }, t("erase"))));
}

/* Beginning a trip: a code for the cart's camera. */

const SVG = "http://www.w3.org/2000/svg";
const MEMBER = "pannier-member";
let code = null;
let begun = "";

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
  begun = "";
  try {
    code = await post("/phone/login", { ...(member === "" ? {} : { member }), ...(cart === null ? {} : { cart }) });
  } catch (refusal) {
    begun = refusal.status === 400 && member !== "" ? t("notMember") : t("failed", refusal.message);
  }
  draw();
}

async function watch() {
  const left = document.getElementById("left");
  if (code === null || left === null) {
    return;
  }
  const seconds = Math.ceil((code.until - Date.now()) / 1_000);
  left.textContent = t("left", String(Math.max(0, seconds)));
  const now = await get(`/phone/login/${code.id}`).catch(() => ({ cart: "" }));
  if (now.cart !== "" || seconds <= 0) {
    begun = now.cart === "" ? t("late") : "";
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
  begun = state.receipt === null ? t("over") : t("paidNow");
  if (state.receipt !== null) {
    keep([state.receipt, ...mine().filter((other) => other !== state.receipt)]);
  }
  draw();
}

function inCart() {
  const format = new Intl.NumberFormat(language, { style: "currency", currency: basket.currency });
  const amount = (minor) => format.format(minor / 10 ** format.resolvedOptions().maximumFractionDigits);
  return el("section", { class: "card", id: "basket", "aria-live": "polite" },
    el("div", { class: "heading" }, el("h2", {}, t("basket")), el("strong", {}, amount(basket.totalMinor))),
    el("p", { class: "quiet" }, t("with", basket.cart)),
    linked ? null : el("p", { role: "status" }, t("lost")),
    basket.pieces === 0 ? el("p", {}, t("emptyBasket")) : el("table", {}, el("tbody", {},
      ...basket.lines.toReversed().map((it) =>
        row(`${it.massGrams === 0 ? `${it.pieces} ×` : `${it.massGrams} g`} ${it.name}`, amount(it.netMinor))),
      row(t("soFar"), amount(basket.totalMinor)))));
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
      el("p", { class: "quiet", id: "left" }, t("left", "60")));
  }
  const member = el("input", { id: "member", maxlength: "64", autocomplete: "off", value: localStorage.getItem(MEMBER) ?? "" });
  return el("section", { class: "card begin" }, el("h2", {}, t("begin")),
    begun === "" ? null : el("p", { role: "status", id: "begun" }, begun),
    el("label", {}, t("member"), member),
    el("button", { type: "button", class: "main", id: "code", onclick: () => newCode(member.value.trim()) }, t("code")),
    el("p", { class: "quiet" }, t("guest")));
}

async function draw() {
  document.documentElement.lang = language;
  document.title = `${t("title")} – Pannier`;
  const ids = mine();
  const receipts = await Promise.all(ids.map((id) => get(`/phone/receipt/${id}`).catch(() => null)));
  page.replaceChildren(
    el("div", { class: "top" }, el("img", { src: "/phone/page/icon.svg", alt: "" }), el("h1", {}, t("title"))),
    begin(),
    ...(ids.length === 0 ? [el("p", { class: "card" }, t("none"))] : ids.map((id, at) => card(id, receipts[at]))),
    el("p", { class: "quiet" }, t("kept")),
    ids.length === 0 ? "" : el("button", { type: "button", onclick: () => {
      keep([]);
      draw();
    } }, t("all")),
    el("div", { class: "row", role: "group", "aria-label": t("language") }, ...Object.entries(NAMES).map(([code, name]) =>
      el("button", { type: "button", lang: code, "aria-pressed": String(code === language), onclick: () => {
        language = code;
        localStorage.setItem("pannier-language", code);
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
follow();
draw();
setInterval(watch, 1_000);
