/* A cause: what is wrong with one person, line or stage, told by its worst finding; it opens to all its findings. */

import { personLink } from "/assets/account/person_link.js";
import { drawItem } from "/assets/account/work_item.js";
import { spoken } from "/assets/ask.js";
import { h } from "/assets/elements.js";
import { severityChip } from "/assets/figures.js";
import { WORK_STATES } from "/assets/review_words.js";
import { LINES, STAGES, both, moneyAtRisk, percent, words } from "/assets/words.js";

/** A cause of one finding is that finding. */
export function drawCause(cause, account) {
  if (cause.count === 1) {
    return drawItem(cause.findings[0], account);
  }
  const facts = [cause.share === null ? null : percent(cause.share), moneyAtRisk(cause), `${cause.count} findings`];
  return h(
    "li",
    { class: "finding cause", "data-cause": cause.id },
    h(
      "div",
      { class: "finding-head" },
      severityChip(cause.severity),
      h("strong", {}, subjectOf(cause)),
      cause.states.map(({ state, count }) => h("span", { class: `state ${state.toLowerCase()}` }, both(WORK_STATES, state), ` ${count}`)),
      h("span", { class: "muted" }, facts.filter(Boolean).join(" · ")),
    ),
    h(
      "details",
      {},
      h("summary", spoken(), cause.summary),
      h("p", {}, h("span", spoken(), cause.action), cause.subject.kind === "Person" ? [" ", personLink(cause.subject, account, null)] : ""),
      h("ul", { class: "plain" }, cause.findings.map((finding) => drawItem(finding, account))),
    ),
  );
}

function subjectOf({ subject, stage }) {
  if (subject.kind === "Line") {
    const line = LINES.find(([member]) => member === subject.key);
    return line ? `${line[1]} ${line[2]}` : subject.name;
  }
  return [subject.name ?? subject.key, stage && words(STAGES, stage).join(" ")].filter(Boolean).join(", ");
}
