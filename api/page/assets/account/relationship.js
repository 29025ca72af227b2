/* The relationship with an account: index, concentration, organization matching, and the posture over time. */

import { drawConcentration } from "/assets/account/concentration.js";
import { drawLayers } from "/assets/account/layers.js";
import { drawMatching } from "/assets/account/matching.js";
import { drawPosture } from "/assets/account/posture.js";
import { dataOf } from "/assets/ask.js";
import { h, term } from "/assets/elements.js";
import { fillWith } from "/assets/problem.js";
import { CONCENTRATION, ORGANIZATION_MATCHING, POSTURE, RELATIONSHIP_INDEX } from "/assets/questions/review.js";

export async function showRelationship(into, place, isCurrent) {
  const { account: company, asOf } = place;
  const answers = [
    { id: "index", name: ["Relationship index", "客户关系指数"], ask: () => dataOf(RELATIONSHIP_INDEX, { company, asOf }, "RelationshipIndex"), draw: drawLayers },
    { id: "concentration", name: ["Concentration", "关系集中度"], ask: () => dataOf(CONCENTRATION, { company, asOf }, "Concentration"), draw: drawConcentration },
    { id: "posture", name: ["Posture over time", "态势变化"], ask: () => dataOf(POSTURE, { company, to: asOf }, "Posture"), draw: drawPosture },
    { id: "matching", name: ["Organization matching", "组织对接"], ask: () => dataOf(ORGANIZATION_MATCHING, { company, asOf }, "OrganizationMatching"), draw: drawMatching },
  ];
  const bodies = answers.map(({ id }) => h("div", { id }));
  into.replaceChildren(
    h(
      "div",
      { class: "relationship" },
      answers.map(({ id, name }, index) => h("section", { "aria-labelledby": `${id}-title` }, h("h2", { id: `${id}-title` }, term(name)), bodies[index])),
    ),
  );
  await Promise.all(
    answers.map(({ ask, draw }, index) =>
      fillWith(bodies[index], async () => {
        const answer = await ask();
        return isCurrent() ? draw(answer, place) : [];
      }),
    ),
  );
}
