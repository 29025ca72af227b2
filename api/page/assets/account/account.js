/* An account: what is chosen of it, and its parts, of which one is shown and asked for. */

import { showChanges } from "/assets/account/changes.js";
import { startFinder, showName } from "/assets/account/finder.js";
import { showLeaving } from "/assets/account/leaving.js";
import { showMap, startMap } from "/assets/account/map_part.js";
import { showRelationship } from "/assets/account/relationship.js";
import { showRepair } from "/assets/account/repair.js";
import { readRoster } from "/assets/account/roster.js";
import { showWork } from "/assets/account/work.js";
import { h, term } from "/assets/elements.js";
import { addressOf, chosen, go } from "/assets/routes.js";
import { GRADES } from "/assets/review_words.js";
import { both, money } from "/assets/words.js";

const at = (id) => document.getElementById(id);
const PARTS = {
  map: { name: ["Power map", "权力地图"], show: showMap },
  findings: { name: ["Findings", "待办"], show: showWork },
  leaving: { name: ["If somebody leaves", "离职影响"], show: showLeaving },
  relationship: { name: ["Relationship", "客户关系"], show: showRelationship },
  repair: { name: ["Repair", "补强方案"], show: showRepair },
  changes: { name: ["What changed", "变化"], show: showChanges },
};
const SHARED = ["account", "opportunity", "asOf"];

export function startAccount() {
  startFinder((key) => go({ ...kept(chosen(), ["asOf", "part"]), account: key }));
  startMap();
  at("parts").append(...Object.entries(PARTS).map(([part, { name }]) => h("a", { "data-part": part }, term(name))));
  at("choice").addEventListener("submit", (event) => event.preventDefault());
  at("opportunity").addEventListener("change", () => go({ ...chosen(), person: null, opportunity: at("opportunity").value || "all" }));
  at("as-of").addEventListener("change", () => go({ ...chosen(), person: null, asOf: at("as-of").value }));
}

/** Of a choice only that. */
function kept(choice, names) {
  return Object.fromEntries(names.filter((name) => choice[name]).map((name) => [name, choice[name]]));
}

export async function showAccount(view, choice, isCurrent) {
  const part = PARTS[choice.part] ? choice.part : "map";
  const roster = await readRoster(choice.account, choice.asOf || null);
  if (!isCurrent()) {
    return;
  }
  const deal = choice.opportunity === "all" ? null : (roster.deals.find(({ key }) => key === choice.opportunity) ?? roster.bestKnown);
  drawHead(roster, choice, deal);
  drawParts(choice, part);
  at("map-part").hidden = part !== "map";
  at("part").hidden = part === "map";
  if (part !== "map" && at("part").dataset.shown !== `${choice.account} ${part}`) {
    at("part").replaceChildren(h("p", { class: "muted", role: "status" }, "Loading …"));
    at("part").dataset.shown = `${choice.account} ${part}`;
  }
  const place = { account: choice.account, opportunity: deal?.key ?? null, asOf: choice.asOf || null, roster, choice };
  await PARTS[part].show(part === "map" ? at("map-part") : at("part"), place, isCurrent);
}

function drawHead({ company, deals }, choice, deal) {
  const facts = [
    company.grade && `Grade ${both(GRADES, company.grade)}`,
    company.industry,
    company.region,
    company.annualValue !== null && `${money(company.annualValue, company.currency)} a year`,
  ];
  at("account-title").textContent = company.name;
  at("account-facts").textContent = facts.filter(Boolean).join(" · ");
  document.title = `${company.name} · Guanxi`;
  showName(company);
  at("as-of").value = choice.asOf ?? "";
  at("opportunity-label").hidden = Boolean(choice.part) && choice.part !== "map";
  at("opportunity").replaceChildren(
    h("option", { value: "" }, "All open ones 全部"),
    ...deals.map(({ key, name, isOpen, status }) => h("option", { value: key }, isOpen ? name : `${name} (${status.toLowerCase()})`)),
  );
  at("opportunity").value = deal?.key ?? "";
}

/** The links stay in place, and the focus with them. */
function drawParts(choice, shown) {
  for (const link of at("parts").children) {
    link.href = addressOf({ ...kept(choice, SHARED), part: link.dataset.part });
    link.setAttribute("aria-current", link.dataset.part === shown ? "page" : "false");
  }
}
