/* One finding as work: its state, its assignee, what it rests on, what was done with it, and the form to do more. */

import { figures } from "/assets/account/finding.js";
import { personLink } from "/assets/account/person_link.js";
import { workForm } from "/assets/account/work_form.js";
import { spoken } from "/assets/ask.js";
import { h, term } from "/assets/elements.js";
import { severityChip } from "/assets/figures.js";
import { WORK_ACTIONS, WORK_STATES } from "/assets/review_words.js";
import { FINDINGS, both, moneyAtRisk, percent, sentenceCase, words } from "/assets/words.js";

export function drawItem(finding, account) {
  const item = h("li", { class: "finding work-item", "data-finding": finding.id });
  fillItem(item, finding, account, null);
  return item;
}

/** Draws it anew after something was done; the focus goes to what is said of that. */
function fillItem(item, finding, account, done) {
  const facts = [`${sentenceCase(finding.kind)} ${FINDINGS[finding.kind] ?? ""}`, finding.share === null ? null : percent(finding.share), moneyAtRisk(finding), finding.since && `since ${finding.since.slice(0, 10)}`];
  const said = done && h("p", { class: "done", role: "status", tabindex: "-1" }, done);
  item.replaceChildren(
    h(
      "div",
      { class: "finding-head" },
      severityChip(finding.severity),
      h("span", { class: `state ${finding.state.toLowerCase()}` }, both(WORK_STATES, finding.state), finding.snoozedUntil ? ` ${finding.snoozedUntil}` : ""),
      finding.assignee ? h("span", { class: "assignee" }, term(["for", "负责人"]), h("strong", {}, ` ${finding.assignee}`)) : "",
      h("span", { class: "muted" }, facts.filter(Boolean).join(" · ")),
    ),
    said ?? "",
    h(
      "details",
      { open: Boolean(done) },
      h("summary", spoken(), finding.summary),
      h("p", {}, h("span", spoken(), finding.action), finding.subject.kind === "Person" ? [" ", personLink(finding.subject, account, null)] : ""),
      workForm(finding, (changed, action) => fillItem(item, changed, account, `${words(WORK_ACTIONS, action)[0]}: recorded.`)),
      finding.history.length ? [h("h4", {}, term(["What was done", "处理记录"])), h("ol", { class: "history" }, finding.history.map(event))] : "",
      h("details", {}, h("summary", { class: "muted" }, term(["Evidence", "依据"])), figures(finding.evidence)),
    ),
  );
  said?.focus();
}

function event({ action, at, actor, note, assignee, until }) {
  const what = [words(WORK_ACTIONS, action)[0], assignee && `to ${assignee}`, until && `until ${until}`].filter(Boolean).join(" ");
  return h("li", {}, h("time", { datetime: at }, at.slice(0, 16).replace("T", " ")), ` ${actor}: ${what}`, note ? ` – ${note}` : "");
}
