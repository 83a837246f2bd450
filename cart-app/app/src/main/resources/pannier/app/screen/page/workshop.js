// What staff do at a free cart: aligning cameras, enrolling products, calibrating the scale.
import { el } from "/shared/live.js";
import { button } from "/cart/page/parts.js";
import { find } from "/cart/page/sheets.js";
import { count, spoken, t } from "/shared/words.js";

const SVG = "http://www.w3.org/2000/svg";
let drawn = "";
let rim = null;
let asked = 0;

/** The live picture, asked for again as soon as the last one is there. */
function live() {
  const picture = el("img", { class: "live", id: "live-picture", alt: t("work.live") });
  const mine = ++asked;
  function next() {
    if (mine === asked) {
      picture.src = `/cart/workshop/picture?n=${Date.now()}`;
    }
  }
  picture.addEventListener("load", () => setTimeout(next, 60));
  picture.addEventListener("error", () => setTimeout(next, 400));
  setTimeout(next);
  return picture;
}

/** Whether only words changed, so that the picture and the drawn line may stay. */
export function refreshed(view) {
  const { task, aim, views } = view.bench;
  const kind = `${task} ${aim.camera} ${views.product} ${views.done}`;
  const words = document.getElementById("work-words");
  const same = kind === drawn && words !== null && (task === "ALIGN" || task === "ENROL");
  drawn = kind;
  if (same) {
    words.replaceChildren(...(task === "ALIGN" ? alignWords(aim) : enrolWords(views)));
    document.getElementById("work-keep")?.toggleAttribute("disabled", task === "ENROL" && views.kept === 0);
  }
  return same;
}

export function workshop(view, act) {
  asked++;
  const draw = { MENU: menu, ALIGN: align, ENROL: enrol, CALIBRATE: calibrate, STOPPED: stopped };
  return [el("div", { class: "workshop" }, ...draw[view.bench.task](view.bench, act).filter((it) => it !== null))];
}

function menu(bench, act) {
  return [
    el("h1", {}, t("work.title")),
    el("p", {}, t("work.text")),
    el("div", { class: "tiles" },
      ...Array.from({ length: bench.cameras }, (_, camera) =>
        tile(t("work.align", { n: String(camera + 1) }), t("work.alignText"), `align-${camera}`, () => act({ deed: "align", camera }))),
      bench.cameras === 0 ? null : tile(t("work.enrol"), t("work.enrolText"), "enrol", () =>
        find(() => t("work.which"), (item) => act({ deed: "enrol", product: item.id }))),
      bench.scale.fitted ? tile(t("work.calibrate"), t("work.calibrateText"), "calibrate", () => act({ deed: "calibrate", grams: 5000 })) : null),
    el("div", { class: "row" }, button(t("work.leave"), { class: "main huge", "data-key": "leave" }, () => act({ deed: "leave" }))),
  ];
}

function stopped() {
  return [el("div", { class: "middle" }, el("span", { class: "mark large", "aria-hidden": "true" }, "!"),
    el("h1", {}, t("work.stopped")), el("p", {}, t("work.stoppedText")))];
}

function tile(title, text, key, go) {
  return el("button", { type: "button", class: "tile", "data-key": key, onclick: go },
    el("strong", {}, title), el("span", { class: "quiet" }, text));
}

function back(act) {
  return button(t("work.back"), { "data-key": "menu" }, () => act({ deed: "menu" }));
}

/* Cameras. */

function node(name, attributes) {
  const it = document.createElementNS(SVG, name);
  Object.entries(attributes).forEach(([key, value]) => it.setAttribute(key, value));
  return it;
}

/** The line over the picture; its ends are dragged, or moved with arrow keys. */
function line() {
  const svg = node("svg", { class: "rim", viewBox: "0 0 1000 1000", preserveAspectRatio: "none" });
  const stroke = node("line", {});
  const ends = [0, 1].map((end) => node("ellipse", { rx: 26, ry: 34, tabindex: "0", role: "slider", "aria-valuemin": "0", "aria-valuemax": "100",
    "aria-label": t(end === 0 ? "work.left" : "work.right"), "data-key": `end-${end}` }));
  function place() {
    ["x1", "y1", "x2", "y2"].forEach((name, at) => stroke.setAttribute(name, rim[at] * 1000));
    ends.forEach((it, end) => {
      it.setAttribute("cx", rim[2 * end] * 1000);
      it.setAttribute("cy", rim[2 * end + 1] * 1000);
      it.setAttribute("aria-valuenow", String(Math.round(rim[2 * end + 1] * 100)));
    });
  }
  function move(end, x, y) {
    rim[2 * end] = Math.min(1, Math.max(0, x));
    rim[2 * end + 1] = Math.min(1, Math.max(0, y));
    place();
  }
  ends.forEach((it, end) => {
    it.addEventListener("pointerdown", (event) => it.setPointerCapture(event.pointerId));
    it.addEventListener("pointermove", (event) => {
      if (it.hasPointerCapture(event.pointerId)) {
        const box = svg.getBoundingClientRect();
        move(end, (event.clientX - box.left) / box.width, (event.clientY - box.top) / box.height);
      }
    });
    it.addEventListener("keydown", (event) => {
      const step = { ArrowLeft: [-0.01, 0], ArrowRight: [0.01, 0], ArrowUp: [0, -0.01], ArrowDown: [0, 0.01] }[event.key];
      if (step) {
        event.preventDefault();
        move(end, rim[2 * end] + step[0], rim[2 * end + 1] + step[1]);
      }
    });
  });
  svg.append(stroke, ...ends);
  place();
  return svg;
}

function alignWords(aim) {
  return [
    el("p", { class: aim.light === "good" ? "fine" : "warning" }, t(`work.light.${aim.light}`)),
    el("p", { class: aim.sharp ? "fine" : "warning" }, t(aim.sharp ? "work.sharp" : "work.blurred")),
    ...(aim.kept ? [el("p", { class: "fine", role: "status" }, t("work.rimKept"))] : []),
  ];
}

function align(bench, act) {
  rim = [...bench.aim.rim];
  return [
    el("h1", {}, t("work.align", { n: String(bench.aim.camera + 1) })),
    el("div", { class: "sides wide" },
      el("div", { class: "live-frame" }, live(), line()),
      el("div", {},
        el("p", {}, t("work.alignHow")),
        el("div", { id: "work-words" }, ...alignWords(bench.aim)),
        button(t("work.keepRim"), { class: "main", "data-key": "rim" }, () => act({ deed: "rim", x0: rim[0], y0: rim[1], x1: rim[2], y1: rim[3] })),
        back(act))),
  ];
}

/* Products. */

function enrolWords(views) {
  return views.done ? [el("p", { class: "fine", role: "status" }, t("work.kept"))] : [
    el("p", { class: "large" }, count("work.views", views.kept)),
    el("p", { role: "status" }, views.enough ? t("work.enough") : t(`work.advice.${views.advice}`)),
  ];
}

function enrol(bench, act) {
  const views = bench.views;
  return [
    el("h1", {}, t("work.enrolOf", { name: views.name })),
    el("div", { class: views.done ? "sides over" : "sides wide" },
      views.done ? el("div", { class: "big-mark", "aria-hidden": "true" }, "✓") : el("div", { class: "live-frame" }, live()),
      el("div", {},
        views.done ? null : el("p", {}, t("work.enrolHow")),
        el("div", { id: "work-words" }, ...enrolWords(views)),
        views.done ? null : button(t("work.keep"), { class: "main", id: "work-keep", "data-key": "keep", disabled: views.kept === 0 }, () => act({ deed: "keep" })),
        back(act))),
  ];
}

/* The scale. */

function fine(grams) {
  return new Intl.NumberFormat(spoken(), { style: "unit", unit: "gram", maximumFractionDigits: 1 }).format(grams);
}

function calibrateWords(scale) {
  switch (scale.state) {
    case "done": return t("work.calibrated", { mass: fine(scale.errorGrams) });
    case "refused": return t("work.refused");
    case "weighing": return t("work.weighing");
    default: return scale.step === "" ? t("work.wait") : t(`work.step.${scale.step}`);
  }
}

const PLACES = { middle: [200, 150], middle_again: [200, 150], front_left: [112, 98], front_right: [288, 98], rear_left: [112, 202], rear_right: [288, 202] };

/** The basket from above, its front up, and where the mass is to stand. */
function plan(scale) {
  const svg = node("svg", { class: "plan", viewBox: "0 0 400 300", "aria-hidden": "true" });
  svg.append(node("rect", { class: "basket", x: 12, y: 12, width: 376, height: 276, rx: 34 }),
    node("rect", { class: "rail", x: 40, y: 38, width: 320, height: 224, rx: 18 }));
  const place = PLACES[scale.step];
  for (const name of ["front_left", "front_right", "rear_left", "rear_right"]) {
    const [cx, cy] = PLACES[name];
    svg.append(node("circle", { class: name === scale.step ? "cell on" : "cell", cx, cy, r: 34 }));
  }
  if (place) {
    const words = node("text", { x: place[0], y: place[1] + 9 });
    words.textContent = "5 kg";
    svg.append(node("circle", { class: scale.state === "weighing" ? "mass busy" : "mass", cx: place[0], cy: place[1], r: 44 }), words);
  }
  return svg;
}

function dots(place) {
  return el("div", { class: "dots", "aria-hidden": "true" },
    ...Array.from({ length: 8 }, (_, at) => el("span", { class: at < place ? "past" : "" })));
}

function calibrate(bench, act) {
  const scale = bench.scale;
  const over = scale.state === "done" || scale.state === "refused";
  const begun = scale.step !== "" && !over;
  return [
    el("h1", {}, t("work.calibrate")),
    el("div", { class: over ? "sides over" : "sides wide" },
      over ? el("div", { class: scale.state === "done" ? "big-mark" : "big-mark bad", "aria-hidden": "true" }, scale.state === "done" ? "✓" : "!")
        : plan(scale),
      el("div", {},
        begun ? el("p", { class: "quiet work-place" }, t("work.step", { n: String(scale.place) })) : null,
        begun ? dots(scale.place) : null,
        el("p", { class: "large", role: "status" }, calibrateWords(scale)),
        scale.state === "again" ? el("p", { class: "warning" }, t("work.again")) : null,
        begun ? button(t("work.placed"), { class: "main huge", "data-key": "placed", disabled: scale.state === "weighing" },
          () => act({ deed: "placed" })) : null,
        back(act))),
  ];
}
