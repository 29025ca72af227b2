/* The power map of an account with the answers beside it. */

import { drawChain, drawNoOpportunity } from "/assets/account/chain.js";
import { drawGaps } from "/assets/account/gaps.js";
import { drawEmployee, drawPerson, peopleTable } from "/assets/account/person.js";
import { drawRisk } from "/assets/account/risk.js";
import { dataOf } from "/assets/ask.js";
import { h, svg } from "/assets/elements.js";
import { soon } from "/assets/fields.js";
import { PowerMap } from "/assets/map/map.js";
import { busyWhile, guarded, sayProblem } from "/assets/problem.js";
import { ACCESS_PATHS, COVERAGE_GAPS, DECISION_CHAIN, POWER_MAP, SINGLE_POINTS } from "/assets/questions/account.js";
import { EDGE_KINDS, STANCES, both, percent } from "/assets/words.js";

const at = (id) => document.getElementById(id);
let map = null;
let shown = { nodes: [], edges: [] };
let day = null;

export function startMap() {
  map = new PowerMap(at("map"), showPerson);
  drawEdgeSwitches();
  drawLegend();
  window.addEventListener("resize", soon(redrawMap, 150));
}

export function redrawMap() {
  if (shown.nodes.length && !at("map-part").hidden && at("map").clientWidth !== map.drawnWidth) {
    map.draw(shown);
  }
}

export async function showMap(into, { account: company, opportunity, asOf, choice }, isCurrent) {
  closePerson();
  const parts = ["map", "chain", "risk", "gaps"].map(at);
  const [mapped, chain, risk, gaps] = await busyWhile(parts, () =>
    Promise.all([
      dataOf(POWER_MAP, { company, opportunity, asOf }, "PowerMap"),
      opportunity ? dataOf(DECISION_CHAIN, { opportunity, asOf }, "DecisionChain") : null,
      dataOf(SINGLE_POINTS, { company, asOf, minSeverity: "MODERATE" }, "SinglePointsOfFailure"),
      dataOf(COVERAGE_GAPS, { company, asOf, minSeverity: "MODERATE" }, "CoverageGaps"),
    ]),
  );
  if (!isCurrent()) {
    return; // something else has been chosen meanwhile
  }
  [shown, day] = [mapped.powerMap, asOf];
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
  const showAll = (part, document, name, draw) => () =>
    guarded(async () => {
      const found = await busyWhile([part], () => dataOf(document, { company, asOf, minSeverity: null }, name));
      if (isCurrent()) {
        draw(found);
      }
    });
  const drawAllRisk = (found) => drawRisk(at("risk"), found.singlePointsOfFailure, selectKey, null);
  const drawAllGaps = (found) => drawGaps(at("gaps"), found.coverageGaps, selectKey, null);
  drawRisk(at("risk"), risk.singlePointsOfFailure, selectKey, showAll(at("risk"), SINGLE_POINTS, "SinglePointsOfFailure", drawAllRisk));
  drawGaps(at("gaps"), gaps.coverageGaps, selectKey, showAll(at("gaps"), COVERAGE_GAPS, "CoverageGaps", drawAllGaps));
  if (choice.person) {
    selectKey(choice.person);
  }
}

function selectKey(key) {
  if (!map.selectKey(key)) {
    sayProblem("That person is not on this map.");
  }
}

function showPerson(person) {
  guarded(async () => {
    const section = at("person-section");
    if (person.employee) {
      const byId = new Map(shown.nodes.map((node) => [node.id, node]));
      drawEmployee(section, person, shown.edges, (id) => byId.get(id), selectKey, closePerson);
    } else {
      const { accessPaths } = await dataOf(ACCESS_PATHS, { to: person.key, asOf: day }, "AccessPaths");
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
