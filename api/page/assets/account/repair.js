/* The fewest ties after which every key person has the redundancy we want, and who should make each. */

import { personLink } from "/assets/account/person_link.js";
import { dataOf } from "/assets/ask.js";
import { h, shortList, term } from "/assets/elements.js";
import { choiceOf, field } from "/assets/fields.js";
import { score, termsTable } from "/assets/figures.js";
import { fillWith } from "/assets/problem.js";
import { REPAIR_PLAN } from "/assets/questions/review.js";
import { go } from "/assets/routes.js";
import { called } from "/assets/words.js";

const SHOWN = 15;

export async function showRepair(into, place, isCurrent) {
  const { account, asOf, choice, roster } = place;
  const asked = {
    company: choice.deal ? null : account,
    opportunity: choice.deal || null,
    redundancy: whole(choice.redundancy),
    capacity: whole(choice.capacity),
    asOf,
  };
  const answer = h("div", { id: "repair", "aria-live": "polite" });
  into.replaceChildren(h("section", { "aria-labelledby": "repair-title" }, h("h2", { id: "repair-title" }, term(["Smallest repair", "最小补强方案"])), form(choice, roster), answer));
  await fillWith(answer, async () => {
    const { repairPlan } = await dataOf(REPAIR_PLAN, asked, "RepairPlan");
    return isCurrent() ? drawPlan(repairPlan, account, asOf) : [];
  });
}

function whole(text) {
  const number = Number(text || Number.NaN);
  return Number.isInteger(number) ? number : null;
}

function form(choice, roster) {
  const deals = roster.deals.filter((deal) => deal.isOpen || deal.key === choice.deal).map(({ key, name }) => [key, name]);
  const number = (name) => h("input", { type: "number", min: 1, max: 1000, step: 1, inputmode: "numeric", placeholder: "policy", value: whole(choice[name]) });
  const fields = {
    deal: field("repair-of", ["Key people of", "关键人范围"], choiceOf([["", "The whole account", "整个客户"], ...deals], choice.deal ?? "")),
    redundancy: field("redundancy", ["Live ties wanted", "冗余数"], number("redundancy"), "For each key person, by different colleagues."),
    capacity: field("capacity", ["New ties each", "每人上限"], number("capacity"), "At most, for one colleague."),
  };
  for (const [name, { input }] of Object.entries(fields)) {
    input.addEventListener("change", () => go({ ...choice, [name]: input.value }));
  }
  return h("div", { class: "filter" }, Object.values(fields).map(({ shown }) => shown));
}

function drawPlan(plan, account, asOf) {
  const bound = plan.lowerBound === plan.count ? "no plan can do with fewer" : `no plan can do with fewer than ${plan.lowerBound}`;
  const made = plan.count ? `${plan.count} ${plan.count === 1 ? "tie" : "ties"} to make; ${bound}.` : "Nothing to repair.";
  return [
    h("p", { id: "repair-count", class: "lead", role: "status" }, made),
    h("p", { class: "muted" }, `${plan.redundancy} live ties wanted for each key person, at most ${plan.capacity} new ones for one colleague.`),
    plan.impossible.length ? h("p", { class: "field-problem" }, `Not enough colleagues or room for ${plan.impossible.map(called).join(", ")}.`) : null,
    ...shortList(plan.ties.map((tie) => drawTie(tie, account, asOf)), SHOWN, "ties"),
  ];
}

function drawTie(tie, account, asOf) {
  return h(
    "li",
    { class: "handed-over proposed-tie" },
    h(
      "details",
      {},
      h(
        "summary",
        {},
        h("span", { class: "successor-name" }, h("strong", {}, called(tie.employee)), " → ", called(tie.contact), tie.contact.title && h("small", { class: "muted" }, ` ${tie.contact.title}`)),
        score(tie.plausibility),
      ),
      h("p", {}, personLink(tie.contact, account, asOf), " on the map"),
      termsTable(tie.terms),
    ),
    h("p", { class: "muted" }, tie.revived ? "Revive the tie. " : "", tie.introducer ? `Introduced by ${called(tie.introducer)}. ` : "Nobody can introduce them. ", tie.repairs),
  );
}
