// Disputes, decided by what the cart saw and felt.
import { el, get, post } from "/shared/live.js";
import { has, mass, money, t, time } from "/shared/words.js";
import { ask, button, desk } from "/staff/page/desk.js";
import { curve } from "/staff/page/plot.js";

export async function disputes() {
  const all = await get("/staff/disputes");
  return [
    el("h1", {}, t("page.disputes")),
    all.length === 0 ? el("p", { class: "card" }, t("disputes.none")) : el("div", { class: "stack" }, ...all.map(dispute)),
  ];
}

function dispute(it) {
  return el("section", { class: "card", "data-dispute": it.id },
    el("div", { class: "top" }, el("h2", {}, `${it.pieces} × ${it.name}`), el("strong", { class: "number" }, money(it.netMinor))),
    el("p", { class: "said" }, `“${has(`said.${it.said}`) ? t(`said.${it.said}`) : it.said}”`),
    el("p", { class: "quiet" }, `${it.receipt}, ${it.cart}`),
    ...it.proofs.map((proof, place) => evidence(it, proof, place)),
    it.proofs.length === 0 ? el("p", { class: "quiet" }, t("disputes.nothingKept")) : null,
    el("div", { class: "row" },
      button(t("disputes.payBack"), () => decide(it, true), { class: "main", "data-key": `grant-${it.id}` }),
      button(t("disputes.refuse"), () => decide(it, false), { "data-key": `refuse-${it.id}` })));
}

function evidence(it, proof, place) {
  return el("div", { class: "proof" },
    el("p", {}, t(proof.in ? "disputes.in" : "disputes.out", { time: time(proof.at) }), proof.massGrams === 0 ? "" : `, ${mass(Math.abs(proof.massGrams))}`),
    ...Array.from({ length: proof.pictures }, (_, picture) =>
      el("img", { src: `/staff/proof/${encodeURIComponent(it.id)}/${place}/${picture}`, alt: t("pictureOf", { name: it.name }) })),
    proof.curve.length > 1 ? curve(t("disputes.scale"), proof.curve) : null);
}

function decide(it, granted) {
  const pieces = el("input", { id: "pieces", type: "number", min: "1", max: String(it.pieces), value: String(it.pieces) });
  ask(t(granted ? "disputes.payBackOf" : "disputes.refuseOf", { name: it.name }),
    granted ? [el("label", {}, t("disputes.piecesOf", { n: it.pieces }), pieces)] : [],
    async (reason) => {
      await post("/staff/dispute", { id: it.id, granted, pieces: Number(pieces.value), reason }, desk.me.token);
      desk.show();
    });
}
