/* The page: what is chosen, the answers to it, and the power map. Everything comes from /graphql. */

import { drawChain, drawEmployee, drawGaps, drawNoOpportunity, drawPerson, drawRisk, peopleTable } from "/assets/answers.js";
import { TokenNeeded, dataOf, setToken } from "/assets/ask.js";
import { h, svg } from "/assets/elements.js";
import { PowerMap } from "/assets/map.js";
import { ACCESS_PATHS, ACCOUNTS, COVERAGE_GAPS, DECISION_CHAIN, POWER_MAP, SINGLE_POINTS } from "/assets/questions.js";
import { EDGE_KINDS, STANCES, both, percent } from "/assets/words.js";

const at = (id) => document.getElementById(id);
const map = new PowerMap(at("map"), showPerson);
let shown = { nodes: [], edges: [] };
let turn = 0;

async function start() {
  at("token-form").addEventListener("submit", (event) => {
    event.preventDefault();
    setToken(at("token").value.trim());
    at("token-form").hidden = true;
    guarded(loadAccounts);
  });
  drawEdgeSwitches();
  drawLegend();
  at("account").addEventListener("change", () => guarded(() => showAccount(null)));
  at("opportunity").addEventListener("change", () => guarded(showAnswers));
  at("as-of").addEventListener("change", () => guarded(showAnswers));
  window.addEventListener("resize", redrawSoon);
  await guarded(loadAccounts);
}

/** Runs it, and says what went wrong, or asks for the token. */
async function guarded(task) {
  at("problem").hidden = true;
  try {
    await task();
  } catch (error) {
    if (error instanceof TokenNeeded) {
      at("token-form").hidden = false;
      at("token").focus();
    } else {
      at("problem").textContent = error.message;
      at("problem").hidden = false;
    }
  }
}

async function loadAccounts() {
  const accounts = [];
  let after = null;
  do {
    const { companies } = await dataOf(ACCOUNTS, { after }, "Accounts");
    accounts.push(...companies.edges.map((edge) => edge.node));
    after = companies.pageInfo.hasNextPage ? companies.pageInfo.endCursor : null;
  } while (after);
  at("account").replaceChildren(
    ...accounts.map(({ key, name, grade }) => h("option", { value: key }, grade ? `${name} (${grade})` : name)),
  );
  if (accounts.length === 0) {
    at("map-summary").textContent = "There is no account yet: import a bundle, or run guanxi demo.";
    return;
  }
  const wanted = new URLSearchParams(window.location.hash.slice(1));
  if (accounts.some(({ key }) => key === wanted.get("account"))) {
    at("account").value = wanted.get("account");
  }
  at("as-of").value = wanted.get("asOf") ?? "";
  await showAccount(wanted.get("opportunity"));
}

/** A new account: its opportunities first, of which the open one with the most known roles is chosen. */
async function showAccount(wantedOpportunity) {
  const company = at("account").value;
  const { powerMap } = await dataOf(POWER_MAP, { company, asOf: day() }, "PowerMap");
  const deals = powerMap.nodes.filter((node) => node.kind === "Opportunity");
  const isOpen = (deal) => deal.opportunityStatus !== "WON" && deal.opportunityStatus !== "LOST";
  deals.sort((a, b) => isOpen(b) - isOpen(a) || (a.name < b.name ? -1 : 1));
  at("opportunity").replaceChildren(
    h("option", { value: "" }, "All open ones 全部"),
    ...deals.map((deal) => h("option", { value: deal.key }, isOpen(deal) ? deal.name : `${deal.name} (${deal.opportunityStatus.toLowerCase()})`)),
  );
  const rolesOf = (deal) => powerMap.edges.filter((edge) => edge.kind === "DECISION_ROLE" && edge.target === deal.id).length;
  const bestKnown = deals.filter(isOpen).sort((a, b) => rolesOf(b) - rolesOf(a))[0];
  const chosen = deals.find((deal) => deal.key === wantedOpportunity) ?? bestKnown;
  at("opportunity").value = chosen?.key ?? "";
  await showAnswers();
}

function day() {
  return at("as-of").value || null;
}

async function showAnswers() {
  turn += 1;
  const mine = turn;
  const company = at("account").value;
  const opportunity = at("opportunity").value || null;
  const asOf = day();
  const place = { account: company, ...(opportunity ? { opportunity } : {}), ...(asOf ? { asOf } : {}) };
  window.history.replaceState(null, "", `#${new URLSearchParams(place)}`);
  closePerson();
  for (const part of ["map", "chain", "risk", "gaps"]) {
    at(part).setAttribute("aria-busy", "true");
  }
  const [mapped, chain, risk, gaps] = await Promise.all([
    dataOf(POWER_MAP, { company, opportunity, asOf }, "PowerMap"),
    opportunity ? dataOf(DECISION_CHAIN, { opportunity, asOf }, "DecisionChain") : null,
    dataOf(SINGLE_POINTS, { company, asOf }, "SinglePointsOfFailure"),
    dataOf(COVERAGE_GAPS, { company, asOf }, "CoverageGaps"),
  ]);
  if (mine !== turn) {
    return; // something else has been chosen meanwhile
  }
  shown = mapped.powerMap;
  map.draw(shown);
  const people = shown.nodes.filter((node) => node.kind === "Person");
  const contacts = people.filter((person) => !person.employee);
  const covered = contacts.filter((person) => person.liveTieCount > 0).length;
  at("map-summary").textContent =
    `${contacts.length} people on ${shown.asOf}, ${covered} with a live tie, ${people.length - contacts.length} of ours. ` +
    `${percent(shown.completeness)} of levels, lines, powers and stances is known.`;
  at("people-table").replaceChildren(peopleTable(contacts, selectKey));
  if (chain) {
    drawChain(at("chain"), chain.decisionChain, selectKey);
  } else {
    drawNoOpportunity(at("chain"));
  }
  drawRisk(at("risk"), risk.singlePointsOfFailure, selectKey);
  drawGaps(at("gaps"), gaps.coverageGaps, selectKey);
  for (const part of ["map", "chain", "risk", "gaps"]) {
    at(part).removeAttribute("aria-busy");
  }
}

function selectKey(key) {
  if (!map.selectKey(key)) {
    at("problem").textContent = "That person is not on this map.";
    at("problem").hidden = false;
  }
}

function showPerson(person) {
  guarded(async () => {
    const section = at("person-section");
    if (person.employee) {
      const byId = new Map(shown.nodes.map((node) => [node.id, node]));
      drawEmployee(section, person, shown.edges, (id) => byId.get(id), selectKey, closePerson);
    } else {
      const { accessPaths } = await dataOf(ACCESS_PATHS, { to: person.key, asOf: day() }, "AccessPaths");
      drawPerson(section, person, accessPaths, selectKey, closePerson);
    }
    section.scrollIntoView({ block: "nearest" });
  });
}

function closePerson() {
  at("person-section").hidden = true;
  at("person-section").replaceChildren();
  if (map.groups) {
    map.clear();
  }
}

function drawEdgeSwitches() {
  for (const kind of Object.keys(EDGE_KINDS)) {
    const box = h("input", { type: "checkbox" });
    box.addEventListener("change", () => map.showKind(kind, box.checked));
    at("edge-kinds").append(h("label", { class: `switch ${kind.toLowerCase()}` }, box, both(EDGE_KINDS, kind)));
  }
}

function drawLegend() {
  const stances = Object.entries(STANCES).map(([stance, [english, chinese, sign]]) =>
    h(
      "span",
      { class: "legend-item" },
      svg(
        "svg",
        { width: 22, height: 22, viewBox: "-11 -11 22 22", class: "map-sample", "aria-hidden": "true" },
        svg("g", { class: `person stance-${stance.toLowerCase()}` }, svg("circle", { r: 9, class: "body" }), svg("text", { y: 4, class: "sign" }, sign)),
      ),
      `${english} ${chinese}`,
    ),
  );
  at("legend").replaceChildren(
    ...stances,
    h("span", { class: "legend-item" }, "Size: share of the decision 决策份额"),
    h("span", { class: "legend-item" }, "Ring: access strength 接触强度"),
    h("span", { class: "legend-item" }, h("i", { class: "key-dot", "aria-hidden": "true" }), "Key person 关键人"),
  );
}

let pending = null;
function redrawSoon() {
  clearTimeout(pending);
  pending = setTimeout(() => shown.nodes.length && map.draw(shown), 150);
}

start();
