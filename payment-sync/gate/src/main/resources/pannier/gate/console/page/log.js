// What staff did, in a chain that shows tampering.
import { el, get } from "/shared/live.js";
import { date, t, time } from "/shared/words.js";
import { deed } from "/staff/page/day.js";
import { table } from "/staff/page/desk.js";

export async function log() {
  const it = await get("/staff/log");
  return [
    el("h1", {}, t("page.log")),
    it.tamperedAt > 0 ? el("p", { class: "card warning", role: "alert" }, t("log.tampered", { n: it.tamperedAt }))
      : el("p", { class: "card fine" }, t("log.fine")),
    table(t("page.log"), [{ name: t("log.number"), number: true }, { name: t("log.time") }, { name: t("log.who") }, { name: t("log.what") },
      { name: t("log.about") }, { name: t("log.why") }, { name: t("log.seal"), class: "hash" }],
    it.entries.map((entry) => [String(entry.number), `${date(entry.at)} ${time(entry.at)}`,
      entry.staff, deed(entry.deed), entry.about, entry.reason, entry.hash.slice(0, 12)])),
  ];
}
