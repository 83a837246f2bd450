// Who may sign in.
import { el, get, post } from "/shared/live.js";
import { t } from "/shared/words.js";
import { button, desk, refused, table } from "/staff/page/desk.js";

let saved = "";

export async function people() {
  const all = await get("/staff/accounts");
  const name = el("input", { id: "new-name", autocomplete: "off", maxlength: "64" });
  const password = el("input", { id: "new-password", type: "password", autocomplete: "new-password" });
  const role = el("select", { id: "new-role" }, ...["ATTENDANT", "MANAGER"].map((it) => el("option", { value: it }, t(`people.${it}`))));
  const word = el("p", { class: "warning", role: "alert" });
  const done = el("p", { class: "fine", role: "status" }, saved === "" ? "" : t("people.saved", { name: saved }));
  saved = "";
  return [
    el("h1", {}, t("page.people")),
    table(t("people.accounts"), [{ name: t("name") }, { name: t("people.role") }, { name: t("people.signIn") }],
      all.map((it) => [it.name, t(`people.${it.role}`), t(it.locked ? "people.locked" : "people.free")])),
    el("section", { class: "card" },
      el("h2", {}, t("people.add")),
      el("div", { class: "row" }, el("label", {}, t("name"), name), el("label", {}, t("people.newPassword"), password),
        el("label", {}, t("people.role"), role)),
      word, done,
      button(t("people.save"), async () => {
        try {
          await post("/staff/account", { name: name.value.trim(), password: password.value, role: role.value }, desk.me.token);
          saved = name.value.trim();
          desk.show();
        } catch (refusal) {
          word.textContent = refused(refusal);
        }
      }, { class: "main", "data-key": "save" })),
  ];
}
