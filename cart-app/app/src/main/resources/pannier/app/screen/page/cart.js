// The shopper's screen: draws the newest state, sends touches. It decides nothing.
import { el, get, listen, post } from "/shared/live.js";
import * as pages from "/cart/page/pages.js";
import { button } from "/cart/page/parts.js";
import { apply, forget, keep, prefs } from "/cart/page/prefs.js";
import * as proofs from "/cart/page/proofs.js";
import * as sheets from "/cart/page/sheets.js";
import { hush, say, tone } from "/cart/page/sound.js";
import { below } from "/cart/page/below.js";
import { ways } from "/cart/page/tenders.js";
import { refreshed, workshop } from "/cart/page/workshop.js";
import { countIn, mass, money, speak, t } from "/shared/words.js";

const stage = document.getElementById("stage");
const bar = document.getElementById("bar");
const lost = document.getElementById("lost");
const spokenText = document.getElementById("spoken");
const draw = {
  WELCOME: pages.welcome, SHOPPING: pages.shopping, REVIEW: pages.review, PAYING: pages.paying,
  PAID: pages.paid, DECLINED: pages.declined,
  WORKSHOP: (it) => workshop(it, (body) => sendTo("/cart/workshop", body)),
};

let view = null;
let token = "";
let phone = false;
let readId = 0;
let heardSound = null;

const act = {
  phone: () => phone,
  async touch(name, values = {}) {
    await send({ touch: name, ...values });
  },
  ways: () => ways(() => view, act.touch),
  /** After a payment that was refused: a new bill, paid as is chosen by now. */
  async payAgain() {
    await send({ touch: "back" });
    await send({ touch: "pay" });
  },
  async language(code) {
    await speak("/cart/page", code);
    keep({ language: code });
    show();
  },
  recorded: () => sheets.recorded(view.stage === "WELCOME" ? null : act.forget),
  forget: () => proofs.forget(() => sendTo("/cart/forget", {})),
  dispute: (line, place) => proofs.dispute(line, place, (values) => sendTo("/cart/dispute", values)),
  look: () => sheets.look(changed),
  below: () => below(() => view, act.touch),
  code: () => sheets.code((digits) => send({ touch: "code", code: digits })),
  find: (number) => sheets.find(() => t("findName"), (item) => act.touch("answer", { number, product: item.id })),
  claim: () => sheets.claim((kind, number) => send({ touch: kind, claim: number })),
  wrong: (item) => sheets.wrong(item, () => act.touch("wrong", { product: item.id })),
  read(id) {
    readId = id;
    show();
  },
};

async function send(body) {
  await sendTo("/cart/touch", body);
}

async function sendTo(path, body) {
  try {
    await post(path, body, token);
  } catch (problem) {
    if (problem.status !== 401 && problem.status !== 403) {
      throw problem;
    }
    token = (await get("/cart/session")).token;
    await post(path, body, token);
  }
}

function changed() {
  if (!prefs.voice) {
    hush();
  }
  show();
}

/** Draws the state; whoever has the focus keeps it. */
function show() {
  if (view === null) {
    return;
  }
  if (view.stage === "WORKSHOP" && stage.dataset.stage === "WORKSHOP" && refreshed(view)) {
    return;
  }
  const key = document.activeElement?.dataset?.key;
  const scrolled = stage.querySelector(".goods")?.scrollTop ?? 0;
  stage.replaceChildren(...draw[view.stage](view, act, readId));
  stage.dataset.stage = view.stage;
  stage.querySelector(".goods")?.scrollTo(0, scrolled);
  if (key) {
    stage.querySelector(`[data-key="${CSS.escape(key)}"]`)?.focus();
  }
  document.title = `${t("title")} – Pannier`;
  showBar();
  sheets.refresh();
}

function showBar() {
  bar.hidden = view.stage === "WELCOME" || view.stage === "WORKSHOP";
  bar.setAttribute("aria-label", t("tools"));
  const key = document.activeElement?.dataset?.key;
  bar.replaceChildren(
    button(t("look"), { "data-key": "bar-look" }, act.look),
    button(t("language"), { "data-key": "bar-language" }, () => sheets.language(act.language)),
    button(t("recorded"), { "data-key": "bar-recorded" }, act.recorded),
    ...(view.stage === "SHOPPING" ? [
      button(t("below"), { "data-key": "bar-below" }, act.below),
      button(t("priceCheck"), { "data-key": "bar-price" }, () => sheets.find(() => t("priceCheck"), null)),
      button(t("shoppingList"), { "data-key": "bar-list" }, () => sheets.list(show)),
      button(t("budget"), { "data-key": "bar-budget" }, () => sheets.budget(show)),
      button(t("help"), { class: "help", "data-key": "bar-help", disabled: view.cues.staff }, () => act.touch("help")),
    ] : []));
  if (key?.startsWith("bar-")) {
    bar.querySelector(`[data-key="${key}"]`)?.focus();
  }
}

/** Says what is new, aloud if wanted, and to screen readers in any case. */
function tell(before) {
  const words = [];
  const known = before?.recent[0]?.number ?? 0;
  for (const it of view.recent.filter((each) => each.number > known).reverse()) {
    words.push(t(it.in ? "tellIn" : "tellOut", { name: it.item.name, amount: money(it.amountMinor) }));
  }
  const asked = new Set((before?.open ?? []).map((it) => it.number));
  for (const it of view.open.filter((each) => !asked.has(each.number))) {
    words.push(it.held ? t(it.in ? "heldIn" : "heldOut", { mass: mass(it.massGrams) })
      : t(it.in ? "whichIn" : "whichOut"));
    words.push(...it.choices.map((item) => item.name));
  }
  if (view.cues.doubts.length > (before?.cues.doubts.length ?? 0)) {
    words.push(...view.cues.doubts.map((it) => t(`mend.${it.reason}`)));
  }
  if (view.cues.said && view.cues.said.id !== before?.cues.said?.id) {
    words.push(t(`said.${view.cues.said.key}`, view.cues.said));
  }
  if (view.stage !== before?.stage) {
    words.push(...{ REVIEW: [t("reviewTitle"), `${t("total")}: ${money(view.goods.sums.totalMinor)}`],
      PAYING: view.goods.payment.code === "" ? [t("payingTitle")] : [t("tillTitle"), [...view.goods.payment.code].join(" ")], PAID: [t("thanks")], DECLINED: [t("declinedTitle")] }[view.stage] ?? []);
  }
  if (words.length > 0) {
    spokenText.textContent = words.join(". ");
    if (prefs.voice) {
      say(words.join(". "));
    }
  }
}

async function take(state) {
  if (state === null) {
    return;
  }
  const before = view;
  view = state.view;
  countIn(view.goods.currency);
  if (before !== null && before.stage !== "WELCOME" && view.stage === "WELCOME") {
    sheets.close();
    hush();
    forget();
    await speak("/cart/page", prefs.language);
  }
  if (before !== null && before.stage !== view.stage) {
    sheets.closeLive();
  }
  show();
  if (before?.stage !== view.stage && before !== null) {
    stage.focus();
  }
  tell(before);
  const sound = view.cues.sound;
  if (sound && before !== null && sound.id !== heardSound && prefs.sounds) {
    tone(sound.tone);
  }
  heardSound = sound?.id ?? null;
  requestAnimationFrame(() => setTimeout(() => {
    document.documentElement.dataset.lagMillis = String(Math.round(performance.timeOrigin + performance.now() - state.at));
  }));
}

function linked(on) {
  lost.hidden = on;
  lost.textContent = on ? "" : t("lost");
}

apply();
await speak("/cart/page", prefs.language);
({ token, phone } = await get("/cart/session"));
stage.append(el("div", { class: "middle" }, el("div", { class: "wheel" })));
listen("/cart/events", take, linked);
