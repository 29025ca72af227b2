/* How two organizations meet: levels, lines, pairs, agreements and joint events. */

import { finding } from "/assets/account/finding.js";
import { personLink } from "/assets/account/person_link.js";
import { h, shortList, term } from "/assets/elements.js";
import { AGREEMENTS, INTERACTIONS, PAIRS } from "/assets/review_words.js";
import { FINDINGS, LEVELS, LINES, both, called, percent, sentenceCase } from "/assets/words.js";

const SHOWN = 8;

export function drawMatching({ organizationMatching: found }, { account, asOf }) {
  return [
    matrix(found),
    h("h3", {}, term(["What is missing", "缺口"])),
    ...listOr(found.findings.map((gap) => finding(gap, `${sentenceCase(gap.kind)} ${FINDINGS[gap.kind] ?? ""}`, subjectOf(gap, account, asOf), gap.share === null ? "" : percent(gap.share))), "findings", "Nothing."),
    h("h3", {}, term(["Pairs", "对接关系"])),
    ...drawPairs(found.pairs, account, asOf),
    h("h3", {}, term(["Agreements", "协议"])),
    ...listOr(found.agreements.map(({ kind, name, validFrom, validTo }) => h("li", {}, both(AGREEMENTS, kind), name ? `: ${name}` : "", periodOf(validFrom, validTo))), "agreements", "None is in force."),
    h("h3", {}, term(["Joint events", "联合活动"])),
    ...listOr(found.jointEvents.map(({ kind, on, subject }) => h("li", {}, on, " ", both(INTERACTIONS, kind), subject ? `: ${subject}` : "")), "events", "None within the policy's days."),
  ];
}

function listOr(items, label, otherwise) {
  return items.length ? shortList(items, SHOWN, label) : [h("p", { class: "muted" }, otherwise)];
}

function periodOf(from, to) {
  return [from && `, from ${from}`, to && ` until ${to}`].filter(Boolean).join("");
}

function subjectOf({ subject }, account, asOf) {
  return h("p", {}, subject.kind === "Person" ? personLink(subject, account, asOf) : called(subject));
}

/** Level by line: how many of theirs, how many of them matched, and how many of ours. */
function matrix({ levels, lines, cells }) {
  const rows = LEVELS.filter(([level]) => levels.some((found) => found.level === level));
  const columns = LINES.filter(([line]) => lines.some((found) => found.line === line));
  const cellOf = (level, line) => cells.find((cell) => cell.level === level && cell.line === line);
  const head = h("tr", {}, h("td", {}), columns.map(([, ...name]) => h("th", { scope: "col" }, term(name))), h("th", { scope: "col" }, term(["All", "合计"])));
  const body = rows.map(([level, ...name]) =>
    h("tr", {}, h("th", { scope: "row" }, term(name)), columns.map(([line]) => matrixCell(cellOf(level, line))), matrixCell(levels.find((found) => found.level === level))),
  );
  const foot = h("tr", {}, h("th", { scope: "row" }, term(["Line meets line", "条线对接"])), columns.map(([line]) => lineCell(lines.find((found) => found.line === line))), h("td", {}));
  const caption = h("caption", {}, "Matched by level of all of theirs; in brackets ours ", h("span", { lang: "zh", class: "zh" }, "对接人数/客户人数（我方）"));
  return h("div", { class: "table-scroll" }, h("table", { class: "grid" }, caption, h("thead", {}, head), h("tbody", {}, body), h("tfoot", {}, foot)));
}

function matrixCell(cell) {
  if (!cell) {
    return h("td", { class: "empty" }, "·");
  }
  const ours = cell.ours === undefined ? null : h("small", {}, ` (${cell.ours})`);
  const band = cell.theirs === 0 ? "" : cell.matched === 0 ? "none" : cell.matched < cell.theirs ? "below" : "enough";
  return h("td", { class: band }, `${cell.matched}/${cell.theirs}`, ours);
}

function lineCell(line) {
  return line.theirs === 0 ? h("td", { class: "empty" }, "·") : h("td", { class: line.matched ? "enough" : "none" }, line.matched ? "yes 是" : "no 否");
}

function drawPairs(pairs, account, asOf) {
  if (pairs.length === 0) {
    return [h("p", { class: "muted" }, "Nobody of us has a live tie here.")];
  }
  return Object.keys(PAIRS).flatMap((kind) => {
    const ofKind = pairs.filter((pair) => pair.kind === kind);
    const items = ofKind.map(({ contact, employee }) => h("li", {}, personLink(contact, account, asOf), " – ", called(employee)));
    return ofKind.length ? [h("details", { class: "pairs", "data-kind": kind }, h("summary", {}, `${both(PAIRS, kind)}: ${ofKind.length}`), ...shortList(items, SHOWN, "pairs"))] : [];
  });
}
