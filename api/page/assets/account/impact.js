/* What a departure does to one account: figures before and after, decisions, who is lost, who could take over. */

import { personLink, personLinks } from "/assets/account/person_link.js";
import { drawSeat, drawSuccession } from "/assets/account/successors.js";
import { h, shortList, term } from "/assets/elements.js";
import { bar, cardTable, change, moneyFigure } from "/assets/figures.js";
import { LINES, atRisk, percent } from "/assets/words.js";

const SHOWN = 12;

export function drawImpact(impact, isOpen, asOf) {
  const at = impact.company.key;
  const lost = impact.lost.length ? shortList(impact.lost.map((person) => h("li", {}, personLink(person, at, asOf))), SHOWN, "people") : null;
  return h(
    "details",
    { class: "impact", open: isOpen, "data-account": at },
    h("summary", {}, h("strong", {}, impact.company.name), h("span", { class: "muted" }, ` ${summaryOf(impact)}`)),
    h("div", { class: "impact-figures" }, figuresTable(impact), dealsTable(impact)),
    ...(lost ? [title("Out of reach", "失去接触"), h("div", { class: "in-line" }, lost)] : []),
    ...(impact.keyPeople.length ? [title("Key people it takes us away from", "关键人影响"), keyTable(impact, at, asOf)] : []),
    ...(impact.handovers.length
      ? [title("Contacts to hand over, most exposed first", "需交接的联系人"), ...shortList(impact.handovers.map((handover) => drawSuccession(handover, at, asOf)), SHOWN, "contacts")]
      : []),
    ...(impact.seats.length ? [title("Seats that become empty", "空缺岗位"), h("ul", { class: "plain" }, impact.seats.map((seat) => drawSeat(seat, at, asOf)))] : []),
  );
}

function title(english, chinese) {
  return h("h3", {}, term([english, chinese]));
}

function summaryOf(impact) {
  return [
    impact.shareLost > 0 ? `loses up to ${percent(impact.shareLost)} of a decision` : "loses no part of a decision",
    impact.valueAtRisk === 0 ? null : atRisk(impact),
  ]
    .filter(Boolean)
    .join(", ");
}

function figuresTable(impact) {
  const figures = [
    [["People within reach", "可接触人数"], impact.peopleWithinReach, String],
    [["Key people covered", "已覆盖关键人"], impact.keyPeopleCovered, String],
    [["Held by one of us alone", "单线联系"], impact.singleHeld, String],
    [["Contacts covered", "覆盖率"], impact.coverage, percent],
    ...impact.lines
      .filter(({ before, after }) => before !== after)
      .map((line) => [LINES.find(([name]) => name === line.line).slice(1), line, percent]),
  ];
  const rows = figures.map(([name, { before, after }, write]) => h("tr", {}, h("th", { scope: "row" }, term(name)), h("td", { class: "number" }, change(before, after, write))));
  return h("table", { class: "before-after" }, h("caption", {}, term(["Before → after", "前 → 后"])), h("tbody", {}, rows));
}

function dealsTable({ opportunities }) {
  if (opportunities.length === 0) {
    return h("p", { class: "muted" }, "No open opportunity: measured by who decides there.");
  }
  const heads = [["Opportunity", "项目"], ["Decision share within reach", "可接触决策份额"], ["At risk", "风险金额"]];
  const rows = opportunities.map((deal) => [
    deal.opportunity.name,
    h("span", { class: "double" }, bar(deal.share.before, percent(deal.share.before), "before"), bar(deal.share.after, percent(deal.share.after), deal.share.after < deal.share.before ? "after" : "before")),
    moneyFigure(deal),
  ]);
  return cardTable(heads, rows, term(["Before above, after below", "上：之前，下：之后"]));
}

function keyTable({ keyPeople }, at, asOf) {
  const heads = [["Key person", "关键人"], ["Access strength", "接触强度"], ["Live ties", "活跃关系"]];
  const rows = keyPeople.map(({ person, accessStrength, liveTies }) => [
    h("span", {}, personLinks([person], at, asOf)),
    change(accessStrength.before, accessStrength.after, percent),
    change(liveTies.before, liveTies.after),
  ]);
  return cardTable(heads, rows);
}
