/* Draws the single points of failure of an account. */

import { SHOWN, finding, lessSevere, personButton } from "/assets/account/finding.js";
import { h, shortList } from "/assets/elements.js";
import { FINDINGS, moneyAtRisk, percent, sentenceCase } from "/assets/words.js";

/** `showLess` shows those of low severity too. */
export function drawRisk(into, page, onSelect, showLess) {
  const items = page.edges.map(({ node }) =>
    finding(
      node,
      `${sentenceCase(node.kind)} ${FINDINGS[node.kind] ?? ""}`,
      h(
        "p",
        {},
        personButton(node.point, onSelect),
        node.targets.length ? " → " : "",
        node.targets.flatMap((target, index) => [index ? ", " : "", personButton(target, onSelect)]),
      ),
      [`exposure ${percent(node.exposure)}`, moneyAtRisk(node)].filter(Boolean).join(" · "),
    ),
  );
  const counted = page.totalCount > page.edges.length ? `The first ${page.edges.length} of ${page.totalCount}.` : `${page.totalCount} findings.`;
  into.replaceChildren(h("p", { class: "muted" }, counted), ...shortList(items, SHOWN, "findings"), lessSevere(page.lessSevereCount, showLess));
}
