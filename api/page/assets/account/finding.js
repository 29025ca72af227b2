/* A finding: its severity, its sentence, and on demand what it rests on and what to do. */

import { spoken } from "/assets/ask.js";
import { h } from "/assets/elements.js";
import { SEVERITIES, both, called } from "/assets/words.js";

export const SHOWN = 6;

/** A person's name that selects the person on the map. */
export function personButton(person, onSelect) {
  return h("button", { type: "button", class: "link", onclick: () => onSelect(person.key) }, called(person));
}

/** Says how many more there are of low severity, and shows them when asked to. */
export function lessSevere(count, show) {
  return count ? h("p", {}, h("button", { type: "button", class: "link", onclick: show }, `Show ${count} more of low severity`)) : "";
}

export function figures(evidence) {
  const rows = [...evidence.figures, ...evidence.policy.map((found) => ({ ...found, isPolicy: true }))];
  return h(
    "dl",
    { class: "figures" },
    rows.flatMap((row) => [
      h("dt", {}, `${row.name.replaceAll("_", " ")}${row.isPolicy ? " (policy)" : ""}`),
      h("dd", {}, Number.isInteger(row.value) ? String(row.value) : row.value.toFixed(2)),
    ]),
  );
}

export function finding(found, headline, people, extra) {
  const details = h("details", {}, h("summary", spoken(), found.summary), h("p", spoken(), found.action), people, figures(found.evidence));
  return h(
    "li",
    { class: "finding" },
    h("div", { class: "finding-head" }, h("span", { class: `severity ${found.severity.toLowerCase()}` }, both(SEVERITIES, found.severity)), h("span", { class: "muted" }, headline, extra ? ` · ${extra}` : "")),
    details,
  );
}
