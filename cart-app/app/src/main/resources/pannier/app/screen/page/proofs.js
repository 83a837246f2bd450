// What is kept of a line, and saying that it is wrong.
import { el, get } from "/shared/live.js";
import { button } from "/cart/page/parts.js";
import { close, open } from "/cart/page/sheets.js";
import { mass, t, time } from "/shared/words.js";

const REASONS = ["not-taken", "fewer", "other-product", "price", "other"];
const SVG = "http://www.w3.org/2000/svg";

function node(name, attributes) {
  const it = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) {
    it.setAttribute(key, value);
  }
  return it;
}

/** How the scale moved: pairs of milliseconds and grams. */
function curve(points) {
  const grams = points.map((it) => it[1]);
  const low = Math.min(...grams);
  const high = Math.max(low + 1, ...grams);
  const span = Math.max(1, points.at(-1)[0] - points[0][0]);
  const way = points.map((it) =>
    `${(4 + 292 * (it[0] - points[0][0]) / span).toFixed(1)},${(8 + 84 * (high - it[1]) / (high - low)).toFixed(1)}`);
  const svg = node("svg", { class: "curve", viewBox: "0 0 300 100", role: "img",
    "aria-label": t("scaleMoved", { from: mass(grams[0]), to: mass(grams.at(-1)) }) });
  svg.append(node("polyline", { points: way.join(" ") }));
  return svg;
}

function proof(it, name) {
  return el("li", { class: "proof" },
    ...Array.from({ length: it.pictures }, (_, place) =>
      el("img", { src: `/cart/proof/${it.number}/${place}`, alt: t("pictureOf", { name }) })),
    el("div", {},
      el("strong", {}, t(it.in ? "putInAt" : "takenOutAt", { time: time(it.at) })),
      it.massGrams === 0 ? null : el("div", { class: "quiet" }, mass(Math.abs(it.massGrams))),
      it.curve.length > 1 ? curve(it.curve) : null));
}

/** line is of the receipt; place counts its lines from 0. */
export async function dispute(line, place, send) {
  const proofs = await get(`/cart/proofs?product=${encodeURIComponent(line.product)}`).catch(() => []);
  let reason = "";
  const problem = el("p", { class: "warning", role: "alert" });
  const draw = () => [
    el("p", {}, t("disputeText")),
    proofs.length === 0 ? el("p", { class: "quiet" }, t("nothingKept"))
      : el("ul", { class: "proofs" }, ...proofs.map((it) => proof(it, line.name))),
    el("h3", {}, t("whatIsWrong")),
    el("div", { class: "row start", role: "radiogroup", "aria-label": t("whatIsWrong") }, ...REASONS.map((it) =>
      button(t(`dispute.${it}`), { role: "radio", "aria-checked": String(it === reason), "data-key": `reason-${it}` }, () => {
        reason = it;
        show();
      }))),
    problem,
    el("div", { class: "foot" }, button(t("sendDispute"), { class: "main", "data-key": "send-dispute", disabled: reason === "" }, async () => {
      try {
        await send({ line: place, product: line.product, reason });
        open("dispute-sent", () => t("disputeSent"), () => [el("p", {}, t("disputeSentText")), button(t("done"), { class: "main", "data-key": "dispute-done" }, close)]);
      } catch {
        problem.textContent = t("notSent");
      }
    })),
  ];
  const show = () => open("dispute", () => t("wrongAbout", { name: line.name }), draw);
  show();
}

/** Deletes what the cart keeps of this trip. */
export function forget(send) {
  const problem = el("p", { class: "warning", role: "alert" });
  open("delete", () => t("deleteMine"), () => [
    el("p", {}, t("deleteText")), problem,
    el("div", { class: "row" },
      button(t("deleteNow"), { class: "main", "data-key": "delete-now" }, async () => {
        try {
          await send();
          open("deleted", () => t("deleted"), () => [el("p", {}, t("deletedText")), button(t("done"), { class: "main", "data-key": "deleted-done" }, close)]);
        } catch {
          problem.textContent = t("notSent");
        }
      }),
      button(t("close"), {}, close)),
  ]);
}
