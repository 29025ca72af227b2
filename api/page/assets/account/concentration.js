/* On how few of our people an account hangs. */

import { h, shortList } from "/assets/elements.js";
import { bar } from "/assets/figures.js";
import { called, percent } from "/assets/words.js";

const SHOWN = 8;

export function drawConcentration({ concentration: found }) {
  if (found.effectiveHolders === null) {
    return h("p", { class: "muted" }, "Nobody of us has a live tie here.");
  }
  const largest = found.holders[0]?.part || 1;
  const holders = found.holders.map(({ employee, part }) => h("li", { class: "holder" }, h("span", {}, called(employee)), bar(part / largest, percent(part))));
  return [
    h("p", {}, "Live ties are spread as over ", h("strong", {}, found.effectiveHolders.toFixed(1)), " equal holders ", h("span", { lang: "zh", class: "zh" }, "等效持有人"), "."),
    busFactorOf(found),
    h("h3", {}, "Who holds how much of the tie strength ", h("span", { lang: "zh", class: "zh" }, "关系占比")),
    ...shortList(holders, SHOWN, "holders"),
  ];
}

function busFactorOf({ busFactor, exact, employees, opportunity }) {
  if (busFactor === null) {
    return h("p", { class: "muted" }, "Nobody who decides is within reach, so there is no reach to lose.");
  }
  const where = opportunity ? ` of ${opportunity.name}` : "";
  return h(
    "p",
    {},
    "Bus factor ",
    h("span", { lang: "zh", class: "zh" }, "关键人数"),
    " ",
    h("strong", {}, String(busFactor)),
    exact ? "" : " or fewer (found step by step, not by trying all)",
    `: without ${employees.map(called).join(", ")} we lose at least the policy's part (half, unless changed) of what we reach of the decision${where}.`,
  );
}
