// Bars and curves. Bars are boxes and words of the page, so that their letters are as large as all others.
import { el } from "/shared/live.js";
import { mass, number } from "/shared/words.js";

const SVG = "http://www.w3.org/2000/svg";

function node(name, attributes, text) {
  const it = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) {
    it.setAttribute(key, value);
  }
  if (text !== undefined) {
    it.textContent = text;
  }
  return it;
}

function bar(side, share) {
  const it = el("span", { class: "bar" });
  it.style.setProperty(side, `${(100 * share).toFixed(1)}%`);
  return it;
}

/** bars: [{name, value, text}], side by side; text is the value in words, none what is said if there is nothing. */
export function hours(title, bars, none) {
  const most = Math.max(1, ...bars.map((it) => it.value));
  const words = bars.filter((it) => it.value > 0).map((it) => `${it.name}: ${it.text}`).join(", ");
  return el("div", { class: "hours", role: "img", "aria-label": `${title}. ${words || none}` }, ...bars.map((it) =>
    el("div", {}, el("div", { class: "room" }, it.value > 0 ? el("span", { class: "value" }, it.value === most ? it.text : "") : null,
      bar("height", 0.8 * it.value / most)), el("span", { class: "quiet" }, it.name))));
}

/** bars: [{name, value, text}], each on a line of its own, for names that are words. */
export function rows(bars) {
  const most = Math.max(1, ...bars.map((it) => it.value));
  return el("table", { class: "rows" }, el("tbody", {}, ...bars.map((it) =>
    el("tr", {}, el("th", { scope: "row" }, it.name), el("td", {}, el("div", { class: "line" },
      el("span", { class: "rail", "aria-hidden": "true" }, bar("width", it.value / most)), el("span", { class: "value" }, it.text)))))));
}

/** points: pairs of milliseconds and grams, oldest first. */
export function curve(title, points) {
  const width = 480;
  const height = 180;
  const left = points[0][0];
  const right = Math.max(left + 1, points.at(-1)[0]);
  const grams = points.map((it) => it[1]);
  const low = Math.min(...grams);
  const high = Math.max(low + 1, ...grams);
  const x = (millis) => 8 + (width - 16) * (millis - left) / (right - left);
  const y = (each) => 30 + (height - 64) * (high - each) / (high - low);
  const svg = node("svg", { class: "plot curve", viewBox: `0 0 ${width} ${height}`, role: "img",
    "aria-label": `${title}: ${mass(grams[0])} – ${mass(grams.at(-1))}` });
  svg.append(node("line", { x1: 0, x2: width, y1: height - 28, y2: height - 28 }));
  svg.append(node("line", { class: "now", x1: x(0), x2: x(0), y1: 8, y2: height - 28 }));
  svg.append(node("polyline", { points: points.map((it) => `${x(it[0]).toFixed(1)},${y(it[1]).toFixed(1)}`).join(" ") }));
  svg.append(node("text", { x: 8, y: 18 }, mass(high)));
  svg.append(node("text", { x: 8, y: height - 8 }, mass(low)));
  svg.append(node("text", { x: width - 8, y: height - 8, "text-anchor": "end" }, `${number((right - left) / 1000, 1)} s`));
  return svg;
}
