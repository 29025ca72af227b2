/* Where the account stood, day by day, as it was computed then. */

import { lineChart } from "/assets/account/line_chart.js";
import { h, term } from "/assets/elements.js";
import { moneyFigure, severityChip } from "/assets/figures.js";
import { LAYERS } from "/assets/review_words.js";

export function drawPosture({ posture }) {
  if (posture.length === 0) {
    return h("p", { class: "muted" }, "Nothing is kept of those days.");
  }
  const days = posture.map(({ on }) => on);
  const span = days.length === 1 ? `on ${days[0]}` : `from ${days[0]} to ${days.at(-1)}`;
  const series = Object.entries(LAYERS).map(([layer, [name]]) => ({ name, values: posture.map(({ index }) => index[layer]) }));
  const findings = posture.map((day) => day.findings);
  return [
    days.length === 1 ? h("p", { class: "muted" }, "One day is kept so far; every day on which the account is computed adds one.") : null,
    h("h3", {}, term(["Relationship index", "客户关系指数"])),
    lineChart({ days, series, high: 100, label: `Relationship index by layer ${span}; the figures are in the table below` }),
    h("h3", {}, term(["Findings", "风险数"])),
    lineChart({ days, series: [{ name: "Findings", values: findings }], high: Math.max(...findings), label: `Findings ${span}; the figures are in the table below` }),
    h("details", {}, h("summary", {}, term(["As a table", "数据表"])), table(posture)),
  ];
}

function table(posture) {
  const heads = [["Day", "日期"], ...Object.values(LAYERS), ["Findings", "风险数"], ["Severity", "严重程度"], ["Value at risk", "风险金额"]];
  const figure = (value) => h("td", { class: "number" }, value === null ? "—" : String(Math.round(value)));
  const rows = posture.toReversed().map((day) =>
    h("tr", {}, h("th", { scope: "row" }, day.on), Object.keys(LAYERS).map((layer) => figure(day.index[layer])), figure(day.findings), h("td", {}, severityChip(day.severity)), h("td", { class: "number" }, moneyFigure(day))),
  );
  return h("div", { class: "table-scroll tall" }, h("table", {}, h("thead", {}, h("tr", {}, heads.map((head) => h("th", { scope: "col" }, term(head))))), h("tbody", {}, rows)));
}
