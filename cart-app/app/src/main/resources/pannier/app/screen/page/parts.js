// Pieces that several pages show.
import { el } from "/shared/live.js";
import { count, mass, money, t } from "/shared/words.js";

export function shot(item) {
  const frame = el("span", { class: "shot", "aria-hidden": "true" });
  if (item.picture) {
    frame.append(el("img", { src: `/cart/pictures/${encodeURIComponent(item.id)}`, alt: "", decoding: "async" }));
  } else {
    frame.textContent = item.name.slice(0, 1);
  }
  return frame;
}

export function price(item) {
  return item.perKilogram ? t("perKilogram", { price: money(item.priceMinor) }) : money(item.priceMinor);
}

export function quantity(line) {
  return line.massGrams === null
    ? t("pieces", { n: line.pieces, price: price(line.item) })
    : t("weighed", { mass: mass(line.massGrams), price: price(line.item) })
      + (line.item.tareGrams > 0 ? ` · ${t("tare", { mass: mass(line.item.tareGrams * line.pieces) })}` : "");
}

export function pieces(lines) {
  return count("things", lines.reduce((sum, line) => sum + line.pieces, 0));
}

export function button(label, attributes, onclick) {
  return el("button", { type: "button", ...attributes, onclick }, label);
}
