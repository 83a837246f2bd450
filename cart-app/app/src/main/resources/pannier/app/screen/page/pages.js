// The pages of a trip, each drawn whole from the newest state.
import { el } from "/shared/live.js";
import { button, pieces, price, quantity, shot } from "/cart/page/parts.js";
import { prefs } from "/cart/page/prefs.js";
import { name, part } from "/cart/page/tenders.js";
import { LANGUAGES, mass, moment, money, number, spoken, t } from "/shared/words.js";

function sign() {
  return el("img", { class: "sign", src: "/cart/page/icon.svg", alt: "" });
}

function starting(full, act) {
  return el("div", { class: "row" },
    button(full ? t("emptied") : t("start"), { class: "main huge", "data-key": "start" }, () => act.touch("start")),
    full ? button(t("myOwnThings"), { class: "huge", "data-key": "own" }, () => act.touch("startWithOwn")) : null);
}

function byPhone() {
  return el("section", { class: "card by-phone" },
    el("img", { class: "code", src: "/cart/phone-code", alt: t("phoneCode") }),
    el("div", {}, el("h2", {}, t("byPhone")), el("p", {}, t("byPhoneText"))));
}

export function welcome(view, act, readId) {
  const sentence = view.cues.said;
  const full = view.reason === "notEmpty";
  return [
    el("div", { class: "middle" },
      act.phone() && !full ? null : sign(),
      el("h1", {}, full ? t("notEmptyTitle") : t("welcomeTitle")),
      el("p", {}, full ? t("notEmptyText") : t("welcomeText")),
      view.reason === "closed" ? el("p", {}, t("closed")) : null,
      sentence && sentence.id !== readId && sentence.key !== "notEmpty" ? said(sentence, act) : null,
      act.phone() && !full ? el("div", { class: "ways-in" }, byPhone(), el("section", { class: "card" },
        el("h2", {}, t("asGuest")), el("p", {}, t("asGuestText")), starting(full, act))) : starting(full, act),
      el("div", { class: "row", role: "radiogroup", "aria-label": t("language") },
        ...Object.entries(LANGUAGES).map(([code, name]) =>
          button(name, { role: "radio", lang: code, "aria-checked": String(code === spoken()), "data-key": code },
            () => act.language(code)))),
      el("div", { class: "row" },
        button(t("recorded"), { "data-key": "recorded" }, act.recorded),
        button(t("look"), { "data-key": "look" }, act.look))),
  ];
}

function question(matter, act) {
  const weight = matter.massGrams ? t("itWeighs", { mass: mass(matter.massGrams) }) : "";
  const title = matter.held
    ? t(matter.in ? "heldIn" : "heldOut", { mass: mass(matter.massGrams) })
    : t(matter.in ? "whichIn" : "whichOut");
  return el("section", { class: matter.held ? "card matter held" : "card matter", "data-matter": matter.number },
    el("h2", {}, title),
    el("p", {}, matter.held ? t(matter.in ? "heldInText" : "heldOutText") : weight),
    matter.choices.length === 0 ? null : el("div", { class: "choices" },
      ...matter.choices.map((item) =>
        el("button", { type: "button", "data-key": `${matter.number}-${item.id}`,
          onclick: () => act.touch("answer", { number: matter.number, product: item.id }) },
        shot(item), el("span", {}, item.name), el("span", { class: "number quiet" }, price(item))))),
    el("div", { class: "row" },
      button(t("findName"), { "data-key": `find-${matter.number}` }, () => act.find(matter.number)),
      button(t("typeCode"), { "data-key": `code-${matter.number}` }, act.code),
      matter.held
        ? matter.in
          ? button(t("myOwn"), { "data-key": `own-${matter.number}` }, () => act.touch("own", { number: matter.number }))
          : null
        : button(t("noneOfThese"), { "data-key": `none-${matter.number}` },
          () => act.touch("nothing", { number: matter.number }))));
}

function doubt(it) {
  const devices = { scale: t("theScale"), battery: t("theBattery") };
  const device = devices[it.device] ?? t("camera", { n: it.number });
  return el("section", { class: "card doubt", role: "status" },
    el("span", { class: "mark", "aria-hidden": "true" }, "!"),
    el("div", {},
      el("h2", {}, t(`doubt.${it.reason}`, { device })),
      el("p", {}, t(`mend.${it.reason}`))));
}

function said(it, act) {
  return el("section", { class: "card said" },
    el("span", { class: "mark", "aria-hidden": "true" }, "i"),
    el("p", {}, t(`said.${it.key}`, it)),
    it.key === "hurry" ? button(t("moreTime"), { class: "main", "data-key": "more" }, () => act.touch("more"))
      : button(t("ok"), { "data-key": "ok" }, () => act.read(it.id)));
}

/** The store changed its prices during the trip. */
function newPrices(view) {
  return view.goods.newPrices ? el("section", { class: "card said", id: "new-prices", role: "status" },
    el("span", { class: "mark", "aria-hidden": "true" }, "i"), el("p", {}, t("newPrices"))) : null;
}

function saving(line) {
  return line.savedMinor > 0 ? ` · ${t("saved", { amount: money(line.savedMinor) })}` : "";
}

function basketLine(line, act, fresh) {
  return el("li", { class: fresh ? "line fresh" : "line" },
    shot(line.item),
    el("div", {}, el("div", { class: "name" }, line.item.name), el("div", { class: "quiet" }, quantity(line), saving(line)),
      line.below ? el("div", { class: "tag" }, t("belowTag")) : null),
    line.below
      ? button("−", { "data-key": `below-${line.item.id}`, "aria-label": t("belowOne", { name: line.item.name }) },
        () => act.touch("not-below", { product: line.item.id }))
      : button(t("wrong"), { "data-key": `wrong-${line.item.id}`, "aria-label": t("wrongAbout", { name: line.item.name }) },
        () => act.wrong(line.item)),
    el("span", { class: "amount number" }, money(line.netMinor)));
}

function ownThings(grams) {
  return el("li", { class: "line" },
    el("span", { class: "shot", "aria-hidden": "true" }, "–"),
    el("div", {}, el("div", { class: "name" }, t("ownThings")), el("div", { class: "quiet" }, mass(grams))),
    el("span"),
    el("span", { class: "amount" }, t("free")));
}

function basket(view, act) {
  const goods = view.goods;
  if (goods.lines.length === 0 && goods.personalGrams.length === 0) {
    return el("section", { class: "card empty" },
      el("h2", {}, t("emptyTitle")), el("p", { class: "quiet" }, t("emptyText")));
  }
  const newest = view.recent[0]?.in ? view.recent[0].item.id : "";
  return el("section", { class: "card" },
    el("div", { class: "heading" }, el("h2", {}, t("basket")), el("span", { class: "quiet" }, pieces(goods.lines))),
    el("ul", { id: "lines" },
      ...goods.lines.toReversed().map((line) => basketLine(line, act, line.item.id === newest)),
      ...goods.personalGrams.map(ownThings)));
}

function happening(it) {
  return el("li", { class: it.in ? "in" : "out" },
    el("span", { class: "mark", "aria-hidden": "true" }, it.in ? "+" : "−"),
    el("span", {}, el("span", { class: "what" }, t(it.in ? "putIn" : "takenOut")),
      it.pieces > 1 ? `${it.pieces} × ${it.item.name}` : it.item.name),
    el("span", { class: "number" }, money(it.in ? it.amountMinor : -it.amountMinor)));
}

function budget(total) {
  if (prefs.budget === null) {
    return null;
  }
  const left = prefs.budget - total;
  return left >= 0
    ? el("span", { class: "quiet" }, t("budgetLeft", { amount: money(left) }))
    : el("span", { class: "warning" }, t("budgetOver", { amount: money(-left) }));
}

function totals(view) {
  return el("section", { class: "card total" },
    el("span", { class: "quiet" }, t("total")),
    el("strong", { class: "number", id: "total" }, money(view.goods.sums.totalMinor)),
    view.goods.sums.savedMinor > 0 ? el("span", {}, t("saved", { amount: money(view.goods.sums.savedMinor) })) : null,
    view.goods.sums.benefitsMinor > 0
      ? el("span", {}, t("benefitsMay", { amount: money(view.goods.sums.benefitsMinor) })) : null,
    budget(view.goods.sums.totalMinor),
    view.cues.liveGrams === null ? null
      : el("span", { class: "quiet", id: "live" }, t("weighing", { mass: mass(view.cues.liveGrams) })));
}

function todo(view) {
  if (prefs.list.length === 0) {
    return null;
  }
  const names = view.goods.lines.map((line) => line.item.name.toLowerCase());
  const open = prefs.list.filter((word) => !names.some((name) => name.includes(word.toLowerCase())));
  return el("section", { class: "card" },
    el("h2", {}, t("stillToGet")),
    open.length === 0 ? el("p", {}, t("allGot")) : el("ul", {}, ...open.map((word) => el("li", {}, `• ${word}`))));
}

export function shopping(view, act, readId) {
  const sentence = view.cues.said;
  return [
    el("div", { class: "shop" },
      el("div", { class: "goods" },
        sentence && sentence.id !== readId ? said(sentence, act) : null,
        ...view.open.map((matter) => question(matter, act)),
        ...view.cues.doubts.map(doubt),
        newPrices(view),
        basket(view, act)),
      el("div", { class: "side" },
        totals(view),
        view.cues.staff ? el("section", { class: "card said", role: "status" },
          el("span", { class: "mark", "aria-hidden": "true" }, "i"),
          el("div", {}, el("h2", {}, t("staffCome")), el("p", {}, t(view.reason)))) : null,
        todo(view),
        view.recent.length === 0 ? null : el("section", { class: "card" },
          el("h2", {}, t("justNow")),
          el("ul", { class: "now", id: "now" }, ...view.recent.slice(0, 4).map(happening))),
        el("div", { class: "push" },
          button(view.cues.payWaits ? t("payWaits") : t("pay"),
            { class: "main pay", "data-key": "pay", disabled: view.cues.payWaits || view.goods.lines.length === 0 },
            () => act.touch("pay"))))),
  ];
}

export function review(view, act) {
  return [
    el("div", { class: "shop" },
      el("div", { class: "goods" },
        el("section", { class: "card paper" },
          el("h1", {}, t("reviewTitle")),
          view.goods.newPrices ? el("p", { id: "new-prices" }, t("newPrices")) : null,
          el("table", {},
            el("tbody", {}, ...view.goods.lines.map((line) =>
              el("tr", {}, el("th", { scope: "row", colspan: "2" }, line.item.name, el("div", { class: "quiet" }, quantity(line), saving(line))),
                el("td", { class: "number" }, money(line.netMinor))))),
            el("tfoot", {}, row(t("total"), view.goods.sums.totalMinor),
              view.goods.sums.depositsMinor > 0 ? row(t("deposits"), view.goods.sums.depositsMinor) : null,
              view.goods.sums.taxOnTopMinor > 0 ? row(t("taxes"), view.goods.sums.taxOnTopMinor) : null)))),
      el("div", { class: "side" },
        totals(view),
        payment(view, act),
        el("p", { class: "quiet" }, t("reviewText")),
        el("div", { class: "push foot" },
          button(t("claim"), { "data-key": "claim" }, act.claim),
          button(t("backToShopping"), { "data-key": "back" }, () => act.touch("back")),
          button(t("payNow"), { class: "main pay", "data-key": "exit", disabled: view.goods.payment.dueMinor > 0 },
            () => act.touch("exit"))))),
  ];
}

/** Who pays how much; act is null where nothing can be changed any more. */
function payment(view, act) {
  const pay = view.goods.payment;
  return pay.ways.length === 0 ? null : el("section", { class: "card", id: "payment" },
    el("div", { class: "heading" }, el("h2", {}, t("paidBy")),
      act === null || pay.kinds.length === 0 ? null : button(t("change"), { "data-key": "ways", "aria-label": t("howToPay") }, act.ways)),
    el("ul", { class: "ways short" }, ...pay.ways.map((way) => el("li", {},
      el("span", { class: "what" }, el("span", {}, name(way.kind)),
        pay.ways.length > 1 ? el("span", { class: "quiet" }, part(way)) : null),
      el("strong", { class: "number" }, money(way.amountMinor))))),
    pay.dueMinor > 0 ? el("p", { class: "warning", role: "status" }, t("notCovered", { amount: money(pay.dueMinor) })) : null);
}

/** What the shopper does at the gate, in the order in which it asks. */
function steps(view) {
  const kinds = view.goods.payment.ways.filter((it) => it.amountMinor > 0).map((it) => it.kind);
  const pin = kinds.includes("snap") || kinds.includes("ebt_cash");
  const words = [pin ? t("stepPin") : null, kinds.includes("card") ? t("stepCard") : null].filter((it) => it !== null);
  return words.length === 0 ? null : el("ul", { class: "steps" }, ...words.map((it) => el("li", {}, it)));
}

function waiting(view) {
  if (view.cues.said?.key === "spotCheck") {
    return [el("span", { class: "mark large calm", "aria-hidden": "true" }, "i"),
      el("h1", { id: "spot-check" }, t("checkTitle")), el("p", {}, t("said.spotCheck"))];
  }
  return [
    el("div", { class: "wheel" }),
    el("h1", {}, t("payingTitle")),
    el("p", {}, view.reason ? t(view.reason) : t("payingText")),
    view.reason ? null : steps(view),
  ].filter((it) => it !== null);
}

/** The code that a shopper says at a till. */
function atTill(pay) {
  const cash = pay.ways.filter((it) => it.kind === "cash").reduce((sum, it) => sum + it.amountMinor, 0);
  return [
    el("h1", {}, t("tillTitle")),
    el("p", {}, t("tillText", { amount: money(cash) })),
    el("p", { class: "code-word", id: "hand-over" }, `${pay.code.slice(0, 3)} ${pay.code.slice(3)}`),
  ];
}

export function paying(view, act) {
  return [
    el("div", { class: "middle" },
      el("div", { class: "beside" },
        el("div", { class: "words" },
          ...(view.goods.payment.code === "" ? waiting(view) : atTill(view.goods.payment))),
        payment(view, null)),
      view.reason ? null : button(t("payOtherwise"), { "data-key": "otherwise" }, () => act.touch("back"))),
  ];
}

export function declined(view, act) {
  const partial = view.goods.payment.partial;
  const place = partial === null ? -1 : view.goods.payment.ways.findIndex((it) => it.kind === partial.kind);
  return [
    el("div", { class: "middle" },
      el("div", { class: "beside" },
        el("div", { class: "words" },
          el("span", { class: "mark large", "aria-hidden": "true" }, "!"),
          el("h1", {}, t("declinedTitle")),
          el("p", {}, partial === null ? t(view.reason)
            : t(view.reason, { kind: name(partial.kind), amount: money(partial.amountMinor) })),
          el("p", { class: "quiet" }, t("nothingCharged"))),
        payment(view, act)),
      el("div", { class: "row" },
        button(t("backToShopping"), { class: "huge", "data-key": "back" }, () => act.touch("back")),
        place < 0 || partial.amountMinor < 1
          ? button(t("tryAgain"), { class: "main huge", "data-key": "again", disabled: view.goods.payment.dueMinor > 0 }, act.payAgain)
          : button(t("takeWhatIsOnIt", { amount: money(partial.amountMinor) }), { class: "main huge", "data-key": "again" }, async () => {
            await act.touch("pay-amount", { place, amountMinor: partial.amountMinor });
            if (view.goods.payment.ways.every((it, at) => at === place || it.mostMinor !== null || it.products.length > 0)) {
              await act.touch("pay-add", { kind: "card" });
            }
            await act.payAgain();
          }))),
  ];
}

/** Why a line costs what it does, and what benefits paid of it. */
function reasons(it) {
  const paid = { kind: name("snap"), amount: money(it.benefitsMinor) };
  return [
    it.lower === null ? null : t("lowerHeld", { shelf: money(it.lower.shelfMinor), gate: money(it.lower.gateMinor) }),
    it.depositMinor > 0 ? t("lineDeposit", { amount: money(it.depositMinor) }) : null,
    it.benefitsMinor === 0 ? null : it.untaxed ? t("benefitsUntaxed", paid) : t("benefitsPaid", paid),
  ].filter((text) => text !== null);
}

function paperLine(line, place, act) {
  const amount = line.massGrams === null ? `${line.pieces} ×` : mass(line.massGrams);
  return el("tr", {}, el("th", { scope: "row" }, `${amount} ${line.name}`,
    line.savedMinor > 0 ? el("div", { class: "quiet" }, t("saved", { amount: money(line.savedMinor) })) : null,
    ...reasons(line.reasons).map((text) => el("div", { class: "quiet" }, text))),
  el("td", {}, button(t("wrong"), { "data-key": `dispute-${place}`, class: "small", "aria-label": t("wrongAbout", { name: line.name }) },
    () => act.dispute(line, place))),
  el("td", { class: "number" }, money(line.netMinor)));
}

function row(label, minor) {
  return el("tr", {}, el("th", { scope: "row", colspan: "2" }, label), el("td", { class: "number" }, money(minor)));
}

function tender(it) {
  return row(name(it.kind), it.amountMinor);
}

export function paid(view, act) {
  const receipt = view.receipt;
  const paper = receipt === null
    ? el("section", { class: "card paper" }, el("h2", {}, t("receipt")), el("p", {}, t("receiptAtGate")))
    : el("section", { class: "card paper", id: "receipt" },
      el("div", { class: "heading" }, el("h2", {}, t("receipt")), el("span", { class: "quiet" }, moment(receipt.at))),
      el("table", {},
        el("tbody", {}, ...receipt.lines.map((line, place) => paperLine(line, place, act))),
        el("tfoot", {}, row(t("total"), receipt.sum.totalMinor),
          receipt.sum.depositsMinor > 0 ? row(t("deposits"), receipt.sum.depositsMinor) : null,
          ...receipt.taxes.map((tax) =>
            row(t(receipt.sum.taxIncluded ? "taxIn" : "taxOnTop", { percent: number(Number(tax.percent), 7, 0) }), tax.taxMinor)),
          ...receipt.tenders.map(tender))),
      receipt.lines.some((line) => line.reasons.benefitsMinor > 0) ? el("p", {}, t("benefitsText", { kind: name("snap") })) : null,
      ...receipt.notes.map((note) => el("p", {}, t(`note.${note}`))),
      el("p", { class: "quiet" }, t("receiptNumber", { id: receipt.id })));
  return [
    el("div", { class: "shop" },
      el("div", { class: "goods" }, paper),
      el("div", { class: "side" },
        el("section", { class: "card total" }, el("h1", {}, t("thanks")), el("p", {}, t("thanksText"))),
        receipt?.code ? el("section", { class: "card" },
          el("p", {}, t("receiptCode")),
          el("img", { class: "code", src: `/cart/receipt-code/${receipt.id}`, alt: t("receiptCode") })) : null,
        el("div", { class: "push" }),
        button(t("deleteMine"), { "data-key": "forget" }, act.forget),
        button(t("newTrip"), { class: "main pay", "data-key": "done" }, () => act.touch("done")))),
  ];
}
