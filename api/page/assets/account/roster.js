/* Who and what there is to choose from in an account; read once for an account and day. */

import { dataOf } from "/assets/ask.js";
import { ROSTER } from "/assets/questions/account.js";

let last = { of: null, roster: null };

/**
 * The company, the day that is shown, its contacts (those who decide most first), our people with ties (most live ones first), and its
 * opportunities (open ones first), with the open one of which the most decision roles are known.
 */
export async function readRoster(account, asOf) {
  const of = JSON.stringify([account, asOf]);
  if (last.of !== of) {
    const data = await dataOf(ROSTER, { company: account, asOf }, "Roster");
    last = { of, roster: rosterOf(data) };
  }
  return last.roster;
}

function rosterOf({ company, powerMap }) {
  const people = powerMap.nodes.filter((node) => node.kind === "Person");
  const roles = Map.groupBy(
    powerMap.edges.filter((edge) => edge.kind === "DECISION_ROLE"),
    (edge) => edge.target,
  );
  const deals = powerMap.nodes
    .filter((node) => node.kind === "Opportunity")
    .map(({ id, key, name, opportunityStatus }) => ({
      key,
      name,
      status: opportunityStatus,
      isOpen: opportunityStatus !== "WON" && opportunityStatus !== "LOST",
      roleCount: roles.get(id)?.length ?? 0,
    }))
    .sort((a, b) => b.isOpen - a.isOpen || (a.name < b.name ? -1 : 1));
  return {
    company,
    asOf: powerMap.asOf,
    deals,
    bestKnown: deals.filter((deal) => deal.isOpen).sort((a, b) => b.roleCount - a.roleCount)[0] ?? null,
    contacts: people.filter((person) => !person.employee).sort(by("decisionShare")),
    employees: people.filter((person) => person.employee).sort(by("liveTieCount")),
  };
}

function by(figure) {
  return (a, b) => (b[figure] ?? 0) - (a[figure] ?? 0) || (a.key < b.key ? -1 : 1);
}
