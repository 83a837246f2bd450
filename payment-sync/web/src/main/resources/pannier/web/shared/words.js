// Texts, amounts and masses in somebody's language. All texts of a page in a language stand in one file.

export const LANGUAGES = { en: "English", de: "Deutsch", fr: "Français", es: "Español" };

let texts = {};
let language = "en";
let currency = "EUR";

/** Takes the texts of a folder's texts-LANGUAGE.json from now on. */
export async function speak(folder, chosen) {
  const response = await fetch(`${folder}/texts-${chosen}.json`);
  texts = await response.json();
  language = chosen;
  document.documentElement.lang = chosen;
}

export function spoken() {
  return language;
}

/** The first language of these, or of the browser's, that there are texts in. */
export function known(...wishes) {
  return [...wishes, ...navigator.languages.map((it) => it.slice(0, 2)), "en"].find((it) => it in LANGUAGES);
}

export function countIn(code) {
  currency = code;
}

/** The text of a key; {name} in it is replaced by values.name. */
export function t(key, values = {}) {
  const text = texts[key] ?? key;
  return text.replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);
}

/** Whether there is such a text. */
export function has(key) {
  return key in texts;
}

/** The text for a count: key.one or key.other. */
export function count(key, number, values = {}) {
  const one = new Intl.PluralRules(language).select(number) === "one";
  return t(`${key}.${one ? "one" : "other"}`, { n: new Intl.NumberFormat(language).format(number), ...values });
}

export function money(minor) {
  const format = new Intl.NumberFormat(language, { style: "currency", currency });
  return format.format(minor / 10 ** format.resolvedOptions().maximumFractionDigits);
}

/** A typed amount, in minor units. */
export function minor(text) {
  const format = new Intl.NumberFormat(language, { style: "currency", currency });
  return Math.round(Number(text) * 10 ** format.resolvedOptions().maximumFractionDigits);
}

/** An amount as documents have it, such as "12.50". */
export function decimal(text, code) {
  return new Intl.NumberFormat(language, { style: "currency", currency: code }).format(Number(text));
}

export function mass(grams) {
  const large = Math.abs(grams) >= 1000;
  const value = large ? grams / 1000 : grams;
  const options = { style: "unit", unit: large ? "kilogram" : "gram", maximumFractionDigits: large ? 3 : 0 };
  return new Intl.NumberFormat(language, options).format(value);
}

/** A number in plain digits, such as a rate in per cent. */
export function number(value, digits = 0, least = digits) {
  return new Intl.NumberFormat(language, { minimumFractionDigits: least, maximumFractionDigits: digits }).format(value);
}

export function percent(part, whole) {
  return whole === 0 ? "–" : new Intl.NumberFormat(language, { style: "percent", maximumFractionDigits: 1 }).format(part / whole);
}

export function time(millis) {
  return new Intl.DateTimeFormat(language, { timeStyle: "medium", hourCycle: "h23" }).format(new Date(millis));
}

export function date(millis) {
  return new Intl.DateTimeFormat(language, { dateStyle: "medium" }).format(new Date(millis));
}

export function moment(iso) {
  return new Intl.DateTimeFormat(language, { dateStyle: "long", timeStyle: "short", hourCycle: "h23" }).format(new Date(iso));
}
