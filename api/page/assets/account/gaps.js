/* Draws the coverage gaps: the grid of levels and lines, and what was found. */

import { SHOWN, finding, lessSevere, personButton } from "/assets/account/finding.js";
import { h, shortList, term } from "/assets/elements.js";
import { FINDINGS, LEVELS, LINES, percent, sentenceCase } from "/assets/words.js";

/** `showLess` shows those of low severity too. */
export function drawGaps(into, gaps, onSelect, showLess) {
  const items = gaps.findings.map((found) =>
    finding(
      found,
      `${sentenceCase(found.kind)} ${FINDINGS[found.kind] ?? ""}`,
      h("p", {}, found.subject.kind === "Person" ? personButton(found.subject, onSelect) : (found.subject.name ?? found.subject.key)),
      found.share === null ? "" : percent(found.share),
    ),
  );
  into.replaceChildren(
    grid(gaps.grid),
    h("p", { class: "muted" }, `${gaps.findings.length} findings. ${percent(gaps.completeness)} of what goes in is known.`),
    ...shortList(items, SHOWN, "findings"),
    lessSevere(gaps.lessSevereCount, showLess),
  );
}

function grid(cells) {
  const lines = LINES.filter(([line]) => cells.some((cell) => cell.line === line));
  const levels = LEVELS.filter(([level]) => cells.some((cell) => cell.level === level));
  const head = h("tr", {}, h("td", {}), lines.map(([, ...name]) => h("th", { scope: "col" }, term(name))));
  const rows = levels.map(([level, ...name]) =>
    h("tr", {}, h("th", { scope: "row" }, term(name)), lines.map(([line]) => gridCell(cells.find((cell) => cell.line === line && cell.level === level)))),
  );
  const caption = h("caption", {}, "Covered of all people; in brackets with two of us or more ", h("span", { lang: "zh", class: "zh" }, "覆盖人数"));
  return h("div", { class: "table-scroll" }, h("table", { class: "grid" }, caption, h("thead", {}, head), h("tbody", {}, rows)));
}

function gridCell(cell) {
  if (!cell) {
    return h("td", { class: "empty" }, "·");
  }
  const band = cell.covered === 0 ? "none" : cell.target !== null && cell.ratio < cell.target ? "below" : "enough";
  const target = cell.target === null ? "no target" : `target ${percent(cell.target)}`;
  return h("td", { class: band, title: `${percent(cell.ratio)} covered, ${target}` }, `${cell.covered}/${cell.people}`, h("small", {}, ` (${cell.redundant})`));
}
