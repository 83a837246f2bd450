// What all pages of the console draw with, and the state that they draw.
import { el, Refusal } from "/shared/live.js";
import { has, t } from "/shared/words.js";

export const sheet = document.getElementById("sheet");

/** Who is signed in, what the gate last said, and what draws the page anew. */
export const desk = {
  me: null,
  view: { carts: [], payments: [], cash: [], letOut: [], today: { currency: "EUR", paid: 0, declined: 0, salesMinor: 0 } },
  show: () => {},
};

/** In per cent: half an hour or so, in which staff can change carts. */
export const LOW_CHARGE = 15;

export function manager() {
  return desk.me.role === "MANAGER";
}

export function since(millis) {
  const seconds = Math.max(0, Math.round((Date.now() - millis) / 1000));
  return seconds < 60 ? `${seconds} s` : `${Math.floor(seconds / 60)} min`;
}

export function button(text, onclick, attributes = {}) {
  return el("button", { type: "button", ...attributes, onclick }, text);
}

/** columns: [{name, number, class}]; rows: lists of cells. */
export function table(name, columns, rows) {
  return el("div", { class: "scroll card", tabindex: "0", role: "region", "aria-label": name },
    el("table", {},
      el("thead", {}, el("tr", {}, ...columns.map((it) =>
        el("th", { scope: "col", class: it.number ? "number" : false }, it.name)))),
      el("tbody", {}, ...rows.map((cells) =>
        el("tr", {}, ...cells.map((cell, at) => el("td", { class: columns[at].class ?? (columns[at].number ? "number" : false) }, cell)))))));
}

export function figure(name, value) {
  return el("div", { class: "card" }, el("span", { class: "quiet" }, name), el("strong", { class: "number" }, value));
}

/** Why the gate did not do it, in the reader's language. */
export function refused(problem) {
  if (!(problem instanceof Refusal)) {
    return t("refused.none");
  }
  const values = { detail: problem.message };
  return [problem.code, String(problem.status)].map((it) => `refused.${it}`).filter(has).map((key) => t(key, values))[0]
    ?? t(problem.status < 500 ? "refused.400" : "refused.500", values);
}

/** name is its own among all sheets. */
export function open(name, ...children) {
  sheet.dataset.sheet = name;
  sheet.replaceChildren(...children.filter((it) => it !== null));
  if (!sheet.open) {
    sheet.showModal();
  }
}

export function title(text) {
  return el("h2", { id: "sheet-title" }, text);
}

export function closing(attributes = {}) {
  return button(t("close"), () => sheet.close(), attributes);
}

/** Something that staff must know at once. */
export function tell(problem) {
  open("refused", title(t("notDone")), el("p", {}, refused(problem)), closing({ class: "main" }));
}

/** Does what somebody touched, and says so if the gate does not. */
export async function attempt(deed) {
  try {
    await deed();
  } catch (problem) {
    tell(problem);
  }
}

/** Asks why, and does it with the reason. */
export function ask(heading, fields, act) {
  const reason = el("textarea", { id: "reason", rows: "3", maxlength: "200", required: true });
  const problem = el("p", { class: "warning", role: "alert" });
  open("ask", title(heading), ...fields, el("label", {}, t("why"), reason), problem,
    el("div", { class: "row" },
      button(t("doIt"), async () => {
        if (reason.value.trim() === "") {
          problem.textContent = t("sayWhy");
          reason.focus();
          return;
        }
        try {
          await act(reason.value.trim());
          sheet.close();
        } catch (refusal) {
          problem.textContent = refused(refusal);
        }
      }, { class: "main", "data-key": "do" }),
      button(t("leaveIt"), () => sheet.close())));
}
