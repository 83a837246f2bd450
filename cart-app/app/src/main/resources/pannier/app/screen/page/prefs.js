// What this shopper wants; gone with the next one. The page keeps it over a reload.

const FRESH = { language: "en", contrast: "normal", hand: "right", reach: "full", size: "100", sounds: true, voice: false,
  budget: null, list: [] };

const KEY = "pannier-prefs";

function stored() {
  try {
    return { ...FRESH, ...JSON.parse(sessionStorage.getItem(KEY) ?? "{}") };
  } catch {
    return { ...FRESH };
  }
}

export const prefs = stored();

export function keep(changes) {
  Object.assign(prefs, changes);
  sessionStorage.setItem(KEY, JSON.stringify(prefs));
  apply();
}

export function forget() {
  keep({ ...FRESH, list: [] });
}

export function apply() {
  const root = document.documentElement;
  root.dataset.contrast = prefs.contrast;
  root.dataset.hand = prefs.hand;
  root.dataset.reach = prefs.reach;
  root.dataset.size = prefs.size;
}
