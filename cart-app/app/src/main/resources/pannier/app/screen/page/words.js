// Texts, amounts and masses in the shopper's language. All texts of a language stand in one file.

export const LANGUAGES = { en: "English", de: "Deutsch", fr: "Français", es: "Español" };

let texts = {};
let language = "en";
let currency = "EUR";

export async function speak(chosen) {
  const response = await fetch(`/cart/page/texts-${chosen}.json`);
  texts = await response.json();
  language = chosen;
  document.documentElement.lang = chosen;
}

export function spoken() {
  return language;
}

export function countIn(code) {
  currency = code;
}

/** The text of a key; {name} in it is replaced by values.name. */
export function t(key, values = {}) {
  const text = texts[key] ?? key;
  return text.replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);
}

/** The text for a count: key.one or key.other. */
export function count(key, number) {
  const one = new Intl.PluralRules(language).select(number) === "one";
  return t(`${key}.${one ? "one" : "other"}`, { n: new Intl.NumberFormat(language).format(number) });
}

export function money(minor) {
  const format = new Intl.NumberFormat(language, { style: "currency", currency });
  return format.format(minor / 10 ** format.resolvedOptions().maximumFractionDigits);
}

/** A number in plain digits, such as a rate in per cent. */
export function decimal(digits) {
  return new Intl.NumberFormat(language, { maximumFractionDigits: 7 }).format(Number(digits));
}

/** A typed amount, in minor units. */
export function minor(text) {
  const format = new Intl.NumberFormat(language, { style: "currency", currency });
  return Math.round(Number(text) * 10 ** format.resolvedOptions().maximumFractionDigits);
}

export function mass(grams) {
  const large = Math.abs(grams) >= 1000;
  const value = large ? grams / 1000 : grams;
  const options = { style: "unit", unit: large ? "kilogram" : "gram", maximumFractionDigits: large ? 3 : 0 };
  return new Intl.NumberFormat(language, options).format(value);
}

export function time(millis) {
  return new Intl.DateTimeFormat(language, { timeStyle: "medium" }).format(new Date(millis));
}

export function moment(iso) {
  return new Intl.DateTimeFormat(language, { dateStyle: "long", timeStyle: "short" }).format(new Date(iso));
}
