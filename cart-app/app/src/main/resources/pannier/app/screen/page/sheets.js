// Sheets over the page: what is recorded, how it looks, search, code, budget, list, language.
import { el, get } from "/shared/live.js";
import { button, price, shot } from "/cart/page/parts.js";
import { keep, prefs } from "/cart/page/prefs.js";
import { LANGUAGES, minor, money, spoken, t } from "/shared/words.js";

const sheet = document.getElementById("sheet");
let redraw = () => {};
let live = false;

/** name is its own among all sheets. A live one is drawn anew with each state. */
export function open(name, title, draw, isLive = false) {
  sheet.dataset.sheet = name;
  live = isLive;
  redraw = () => sheet.replaceChildren(
    el("div", { class: "heading" }, el("h2", { id: "sheet-title" }, title()), button(t("close"), {}, close)),
    ...draw().filter((it) => it !== null));
  redraw();
  if (!sheet.open) {
    sheet.showModal();
  }
}

export function close() {
  sheet.close();
}

/** Draws a live sheet anew, or any in another language; whoever has the focus keeps it. */
export function refresh() {
  const another = sheet.lang !== spoken();
  sheet.lang = spoken();
  if (sheet.open && (live || another)) {
    const key = document.activeElement?.dataset?.key;
    redraw();
    if (key) {
      sheet.querySelector(`[data-key="${CSS.escape(key)}"]`)?.focus();
    }
  }
}

/** Live sheets are about what is on the page. */
export function closeLive() {
  if (live) {
    sheet.close();
  }
}

/** forget: deletes it; null where there is nothing yet. */
export function recorded(forget) {
  open("recorded", () => t("recorded"), () => [
    el("ul", { class: "plain" },
      ...["weights", "pictures", "noFaces", "touches", "receiptKept", "nothingElse"].map((it) =>
        el("li", {}, t(`recorded.${it}`)))),
    forget === null ? null : button(t("deleteMine"), { "data-key": "forget" }, forget),
  ]);
}

export function language(choose) {
  open("language", () => t("language"), () => [
    el("div", { class: "row", role: "radiogroup", "aria-label": t("language") },
      ...Object.entries(LANGUAGES).map(([code, name]) =>
        button(name, { role: "radio", lang: code, class: "huge", "aria-checked": String(code === spoken()) }, async () => {
          await choose(code);
          close();
        }))),
  ]);
}

function setting(label, key, on, off, changed) {
  const is = prefs[key] === on;
  return el("div", { class: "setting" },
    el("span", { id: `set-${key}` }, label),
    el("button", { type: "button", "aria-pressed": String(is), "aria-labelledby": `set-${key}`, onclick: () => {
      keep({ [key]: is ? off : on });
      changed();
      redraw();
    } }, is ? t("on") : t("off")));
}

export function look(changed) {
  open("look", () => t("look"), () => [
    el("div", {},
      el("div", { class: "setting" }, el("span", {}, t("textSize")),
        el("div", { class: "row" }, ...["100", "150", "200"].map((size) =>
          button(`${size} %`, { "aria-pressed": String(prefs.size === size) }, () => {
            keep({ size });
            redraw();
          })))),
      setting(t("highContrast"), "contrast", "high", "normal", changed),
      setting(t("leftHanded"), "hand", "left", "right", changed),
      setting(t("lowReach"), "reach", "low", "full", changed),
      setting(t("sounds"), "sounds", true, false, changed),
      setting(t("voice"), "voice", true, false, changed)),
  ]);
}

/** A field that is filled by touch: the cart has no keyboard. */
export function field(label, value, filter) {
  return el("input", { type: "text", value, "aria-label": label, autocomplete: "off", inputmode: "none",
    oninput: (event) => {
      event.target.value = filter(event.target.value);
    } });
}

function press(input, change) {
  input.value = change(input.value);
  input.dispatchEvent(new Event("input"));
}

export function digits(input, extra) {
  return el("div", { class: "keys" },
    ...["1", "2", "3", "4", "5", "6", "7", "8", "9", extra, "0"].map((key) =>
      key ? button(key, {}, () => press(input, (text) => text + key)) : el("span")),
    button("⌫", { "aria-label": t("delete") }, () => press(input, (text) => text.slice(0, -1))));
}

function letters(input) {
  const rows = { de: "qwertzuiopasdfghjklyxcvbnmäöüß", fr: "azertyuiopqsdfghjklmwxcvbnéèçà",
    es: "qwertyuiopasdfghjklñzxcvbnmáéí" };
  const row = rows[spoken()] ?? "qwertyuiopasdfghjklzxcvbnm";
  return el("div", { class: "letters" },
    ...[..."1234567890", ...row].map((key) => button(key, {}, () => press(input, (text) => text + key))),
    button(t("space"), { class: "space" }, () => press(input, (text) => `${text} `)),
    button("⌫", { class: "wide", "aria-label": t("delete") }, () => press(input, (text) => text.slice(0, -1))));
}

export function code(show) {
  const input = field(t("codeDigits"), "", (text) => text.replace(/[^0-9]/g, "").slice(0, 13));
  const problem = el("p", { class: "warning", role: "alert" });
  open("code", () => t("typeCode"), () => [
    el("p", {}, t("codeText")), input, problem, digits(input, ""),
    button(t("done"), { class: "main" }, async () => {
      try {
        await show(input.value);
        close();
      } catch {
        problem.textContent = t("codeWrong");
      }
    }),
  ]);
}

/** A coupon's or a member's number. */
export function claim(give) {
  const input = field(t("claimNumber"), "", (text) => text.slice(0, 64));
  const problem = el("p", { class: "warning", role: "alert" });
  async function send(kind) {
    try {
      await give(kind, input.value.trim());
      close();
    } catch {
      problem.textContent = t("claimWrong");
    }
  }
  open("claim", () => t("claim"), () => [
    input, problem, letters(input),
    el("div", { class: "row" },
      button(t("isCoupon"), { class: "main" }, () => send("coupon")),
      button(t("isMember"), { class: "main" }, () => send("member"))),
  ]);
}

/** Search by name; choose is called with what is touched, or null for looking only. */
export function find(title, choose) {
  const list = el("div", { class: "found", id: "found" });
  let latest = 0;
  async function search(words) {
    const mine = ++latest;
    const items = words.trim() ? await get(`/cart/products?words=${encodeURIComponent(words)}`) : [];
    if (mine !== latest) {
      return;
    }
    list.replaceChildren(...(items.length === 0 && words.trim() ? [el("p", {}, t("nothingFound"))] : items.map((item) => {
      const inside = [shot(item), el("span", {}, item.name), el("span", { class: "number" }, price(item))];
      return choose
        ? el("button", { type: "button", onclick: () => {
          choose(item);
          close();
        } }, ...inside)
        : el("div", {}, ...inside);
    })));
  }
  const input = field(t("search"), "", (text) => text.slice(0, 60));
  input.addEventListener("input", () => search(input.value));
  open("find", title, () => [input, list, letters(input)]);
}

export function wrong(item, sure) {
  open("wrong", () => t("wrongAbout", { name: item.name }), () => [
    el("p", {}, t("wrongText")),
    el("div", { class: "row" },
      button(t("callStaff"), { class: "main", "data-key": "sure" }, () => {
        sure();
        close();
      })),
  ]);
}

export function budget(changed) {
  const input = field(t("budget"), "", (text) => text.replace(/[^0-9.]/g, "").slice(0, 7));
  open("budget", () => t("budget"), () => [
    el("p", {}, prefs.budget === null ? t("budgetText") : t("budgetNow", { amount: money(prefs.budget) })),
    input, digits(input, "."),
    el("div", { class: "row" },
      button(t("noBudget"), {}, () => {
        keep({ budget: null });
        changed();
        close();
      }),
      button(t("done"), { class: "main" }, () => {
        const amount = minor(input.value);
        keep({ budget: amount > 0 ? amount : prefs.budget });
        changed();
        close();
      })),
  ]);
}

export function list(changed) {
  const input = field(t("shoppingList"), "", (text) => text.slice(0, 40));
  function add() {
    if (input.value.trim() && prefs.list.length < 40) {
      keep({ list: [...prefs.list, input.value.trim()] });
      input.value = "";
      changed();
      redraw();
    }
  }
  open("list", () => t("shoppingList"), () => [
    el("ul", { class: "todo" }, ...prefs.list.map((word, place) =>
      el("li", {}, el("span", {}, word),
        button(t("remove"), { "aria-label": t("removeWord", { word }) }, () => {
          keep({ list: prefs.list.filter((_, other) => other !== place) });
          changed();
          redraw();
        })))),
    input, letters(input),
    button(t("add"), { class: "main" }, add),
  ]);
}
