/* Figures for people to read: bars, before and after, and the terms of a score. */

import { h, term } from "/assets/elements.js";
import { TERMS } from "/assets/review_words.js";
import { SEVERITIES, amountAtRisk, both, percent, ratesOf, words } from "/assets/words.js";

/** A bar from 0 to 1 with its text beside it; colour is never the only mark. */
export function bar(part, text, kind = "") {
  const filled = h("span", { class: "filled" });
  filled.style.width = `${Math.round(Math.min(1, Math.max(0, part ?? 0)) * 1000) / 10}%`;
  return h("span", { class: `bar ${kind}` }, h("span", { class: "track", "aria-hidden": "true" }, filled), h("span", { class: "figure" }, text));
}

/** An index from 0 to 100. */
export function indexBar(value) {
  return value === null || value === undefined ? h("span", { class: "muted" }, "not known") : bar(value / 100, String(Math.round(value)), indexBand(value));
}

export function indexBand(value) {
  return value < 34 ? "weak" : value < 67 ? "fair" : "good";
}

export function severityChip(severity) {
  return severity ? h("span", { class: `severity ${severity.toLowerCase()}` }, both(SEVERITIES, severity)) : h("span", { class: "muted" }, "none 无");
}

/** Money at risk, with the day of its rates below it. */
export function moneyFigure(found) {
  const rates = ratesOf(found);
  return [h("span", { class: "figure" }, amountAtRisk(found)), rates && h("small", { class: "muted block rates" }, term(rates))];
}

/** A number before and after: what is the same is said once. */
export function change(before, after, write = String) {
  const [was, is] = [write(before), write(after)];
  return was === is
    ? h("span", { class: "figure muted" }, is)
    : h("span", { class: "figure change" }, was, h("span", { "aria-hidden": "true" }, " → "), h("span", { class: "visually-hidden" }, " before, after "), h("strong", {}, is));
}

/** How a score comes about: each term with its value, its weight of the policy, and what both make. */
export function termsTable(terms, nameOf = (name) => words(TERMS, name)) {
  const heads = [["Term", "项"], ["Value", "值"], ["Weight", "权重"], ["Adds", "得分"]];
  const rows = terms.map(({ name, value, weight }) =>
    h(
      "tr",
      {},
      h("th", { scope: "row" }, term(nameOf(name))),
      h("td", { class: "number" }, value === null ? "not known" : value.toFixed(2)),
      h("td", { class: "number" }, weight.toFixed(2)),
      h("td", { class: "number" }, value === null ? "—" : (value * weight).toFixed(3)),
    ),
  );
  return h("div", { class: "table-scroll" }, h("table", { class: "terms" }, h("thead", {}, h("tr", {}, heads.map((head) => h("th", { scope: "col" }, term(head))))), h("tbody", {}, rows)));
}

/** A table from heads [english, chinese] and rows of cells; on a phone each row becomes a card. */
export function cardTable(heads, rows, caption) {
  const head = h("tr", { role: "row" }, heads.map((label) => h("th", { scope: "col", role: "columnheader" }, term(label))));
  const drawn = rows.map((cells) =>
    h("tr", { role: "row" }, cells.map((cell, index) => h(index ? "td" : "th", { scope: index ? null : "row", role: index ? "cell" : "rowheader", "data-label": heads[index].join(" ") }, cell))),
  );
  return h("table", { class: "cards", role: "table" }, caption && h("caption", {}, caption), h("thead", { role: "rowgroup" }, head), h("tbody", { role: "rowgroup" }, drawn));
}

export function score(value) {
  return bar(value, percent(value));
}
