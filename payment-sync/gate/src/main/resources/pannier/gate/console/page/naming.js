// What a question or a hold is: staff look at the thing, and find its name.
import { el, get, post } from "/shared/live.js";
import { t } from "/shared/words.js";
import { attempt, button, closing, desk, open, refused, sheet, title } from "/staff/page/desk.js";

/** `words` say what is open, as the card of the cart does. */
export function nameIt(it, number, words) {
  const field = el("input", { id: "goods", type: "search", autocomplete: "off" });
  const anew = el("input", { id: "anew", type: "checkbox" });
  const found = el("div", { id: "found", class: "choices", "aria-live": "polite" });
  const problem = el("p", { class: "warning", role: "alert" });
  field.addEventListener("input", () => attempt(async () => {
    const asked = field.value;
    const goods = asked.trim() === "" ? [] : await get(`/staff/products?name=${encodeURIComponent(asked)}`);
    if (field.value === asked) {
      found.replaceChildren(...(goods.length === 0 && asked.trim() !== "" ? [el("p", { class: "quiet" }, t("naming.none"))] : []),
        ...goods.map((each) => button(each.name, () => say(it, number, each.id, anew.checked, problem), { "data-product": each.id })));
    }
  }));
  open("naming", title(t("naming.title", { cart: it.id })), el("p", {}, words),
    el("label", {}, t("naming.find"), field), found,
    el("label", { class: "inline" }, anew, t("naming.anew")),
    problem, el("div", { class: "row" }, closing()));
  field.focus();
}

async function say(it, number, product, anew, problem) {
  try {
    await post("/staff/order", { cart: it.id, trip: it.trip, kind: anew ? "new-pack" : "identify", number, reason: product }, desk.me.token);
    sheet.close();
  } catch (refusal) {
    problem.textContent = refused(refusal);
  }
}
