// Bars as SVG, with a table's words for who cannot see them.
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

/** bars: [{name, value, text}]; text is the value in words. */
export function plot(title, bars) {
  const width = 960;
  const height = 240;
  const base = height - 28;
  const most = Math.max(1, ...bars.map((it) => it.value));
  const step = width / bars.length;
  const words = bars.filter((it) => it.value > 0).map((it) => `${it.name}: ${it.text}`).join(", ");
  const svg = node("svg", { class: "plot", viewBox: `0 0 ${width} ${height}`, role: "img",
    "aria-label": `${title}. ${words || "Nothing."}` });
  svg.append(node("line", { x1: 0, x2: width, y1: base, y2: base }));
  bars.forEach((bar, at) => {
    const tall = (base - 30) * bar.value / most;
    svg.append(node("rect", { x: at * step + 4, y: base - tall, width: step - 8, height: tall, rx: 4 }));
    svg.append(node("text", { x: (at + 0.5) * step, y: height - 8, "text-anchor": "middle" }, bar.name));
    if (bar.value === most && bar.value > 0) {
      svg.append(node("text", { x: (at + 0.5) * step, y: base - tall - 8, "text-anchor": "middle" }, bar.text));
    }
  });
  return svg;
}

/** bars: [{name, value, text}], each on a line of its own, for names that are words. */
export function rows(title, bars) {
  const width = 960;
  const step = 44;
  const names = 330;
  const room = width - names - 150;
  const most = Math.max(1, ...bars.map((it) => it.value));
  const words = bars.map((it) => `${it.name}: ${it.text}`).join(", ");
  const svg = node("svg", { class: "plot rows", viewBox: `0 0 ${width} ${Math.max(1, bars.length) * step}`, role: "img",
    "aria-label": `${title}. ${words || "Nothing."}` });
  bars.forEach((bar, at) => {
    const middle = (at + 0.5) * step;
    const long = Math.max(bar.value > 0 ? 4 : 0, room * bar.value / most);
    svg.append(node("text", { x: names - 16, y: middle + 6, "text-anchor": "end" }, bar.name));
    svg.append(node("rect", { x: names, y: middle - 13, width: long, height: 26, rx: 4 }));
    svg.append(node("text", { x: names + long + 12, y: middle + 6, class: "value" }, bar.text));
  });
  return svg;
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
  const y = (mass) => 24 + (height - 52) * (high - mass) / (high - low);
  const svg = node("svg", { class: "plot curve", viewBox: `0 0 ${width} ${height}`, role: "img",
    "aria-label": `${title}: from ${grams[0]} g to ${grams.at(-1)} g` });
  svg.append(node("line", { x1: 0, x2: width, y1: height - 22, y2: height - 22 }));
  svg.append(node("line", { class: "now", x1: x(0), x2: x(0), y1: 8, y2: height - 22 }));
  svg.append(node("polyline", { points: points.map((it) => `${x(it[0]).toFixed(1)},${y(it[1]).toFixed(1)}`).join(" ") }));
  svg.append(node("text", { x: 8, y: 16 }, `${high} g`));
  svg.append(node("text", { x: 8, y: height - 6 }, `${low} g`));
  svg.append(node("text", { x: width - 8, y: height - 6, "text-anchor": "end" }, `${((right - left) / 1000).toFixed(1)} s`));
  return svg;
}
