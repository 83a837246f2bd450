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
