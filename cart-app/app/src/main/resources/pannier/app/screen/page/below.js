// The sheet on which shoppers declare what lies on the lower shelf, by its code.
import { el } from "/shared/live.js";
import { button, quantity, shot } from "/cart/page/parts.js";
import { digits, field, open } from "/cart/page/sheets.js";
import { money, t } from "/shared/words.js";

/** now() gives the newest view; touch sends one. */
export function below(now, touch) {
  const input = field(t("codeDigits"), "", (text) => text.replace(/[^0-9]/g, "").slice(0, 13));
  const problem = el("p", { class: "warning", role: "alert" });
  const keys = digits(input, "");
  const add = button(t("add"), { class: "main", "data-key": "below-add" }, async () => {
    try {
      await touch("below", { code: input.value });
      input.value = "";
      problem.textContent = "";
    } catch {
      problem.textContent = t("codeWrong");
    }
  });
  touch("below-look");
  open("below", () => t("belowTitle"), () => [
    el("p", {}, t("belowText")),
    el("div", { class: "sides" },
      el("div", {}, look(now(), touch), declared(now(), touch)),
      el("div", {}, input, problem, keys, add)),
  ], true);
}

function look(view, touch) {
  return view.cues.looking
    ? el("p", { class: "looking", role: "status" }, el("span", { class: "mark", "aria-hidden": "true" }, "◉"), t("belowLooking"))
    : button(t("belowLook"), { "data-key": "below-look" }, () => touch("below-look"));
}

function declared(view, touch) {
  const lines = view.goods.lines.filter((line) => line.below);
  if (lines.length === 0) {
    return el("p", { class: "quiet" }, t("belowEmpty"));
  }
  return el("div", {},
    el("ul", { class: "ways shelf", id: "below" }, ...lines.map((line) => el("li", {},
      shot(line.item),
      el("span", { class: "what" }, el("strong", {}, line.item.name), el("span", { class: "quiet" }, quantity(line))),
      el("strong", { class: "number" }, money(line.netMinor)),
      button("−", { "data-key": `less-${line.item.id}`, "aria-label": t("belowOne", { name: line.item.name }) },
        () => touch("not-below", { product: line.item.id }))))),
    el("p", { class: "quiet" }, t("belowMore")));
}
