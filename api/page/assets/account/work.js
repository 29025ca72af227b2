/* The findings of an account as work: how far each is, who takes care of it, and what can be done. */

import { drawCause } from "/assets/account/cause_item.js";
import { dataOf } from "/assets/ask.js";
import { h, term } from "/assets/elements.js";
import { choiceOf, field, rowsOf } from "/assets/fields.js";
import { busyWhile, fillWith, guarded } from "/assets/problem.js";
import { FINDINGS } from "/assets/questions/work.js";
import { go } from "/assets/routes.js";
import { WORK_STATES } from "/assets/review_words.js";
import { SEVERITIES } from "/assets/words.js";

const PAGE_SIZE = 20;
const NOT_DONE = ["OPEN", "ACKNOWLEDGED"];

export async function showWork(into, { account, choice }, isCurrent) {
  const filter = {
    company: account,
    state: choice.state === "any" ? null : choice.state ? [choice.state] : NOT_DONE,
    severity: choice.severity && choice.severity !== "any" ? [choice.severity] : null,
    minSeverity: choice.severity ? null : "MODERATE",
    assignee: choice.assignee || null,
  };
  const answer = h("div", { id: "work" });
  into.replaceChildren(
    h("section", { "aria-labelledby": "work-title" }, h("h2", { id: "work-title" }, term(["Findings as work", "待办事项"])), h("p", { class: "muted" }, "As found on the day of the last computation, whatever day is chosen above."), filters(choice), answer),
  );
  await fillWith(answer, async () => {
    const page = await readPage(filter, null);
    return isCurrent() ? drawPage(page, filter, account, choice) : [];
  });
}

function filters(choice) {
  const fields = {
    state: field("work-state", ["State", "状态"], choiceOf([["", "Not done", "未完成"], ["any", "All", "全部"], ...rowsOf(WORK_STATES)], choice.state ?? "")),
    severity: field("work-severity", ["Severity", "严重程度"], choiceOf([["", "Moderate and above", "中等以上"], ["any", "All", "全部"], ...rowsOf(SEVERITIES)], choice.severity ?? "")),
    assignee: field("work-assignee", ["Assignee", "负责人"], h("input", { type: "search", value: choice.assignee ?? "", autocomplete: "off" })),
  };
  for (const [name, { input }] of Object.entries(fields)) {
    input.addEventListener("change", () => go({ ...choice, [name]: input.value.trim() }));
  }
  return h("div", { class: "filter" }, Object.values(fields).map(({ shown }) => shown));
}

async function readPage(filter, after) {
  const { findings } = await dataOf(FINDINGS, { filter, first: PAGE_SIZE, after }, "Findings");
  return findings;
}

function drawPage(page, filter, account, choice) {
  const list = h("ul", { class: "plain work-items" });
  const more = h("button", { type: "button" }, term(["Show more", "更多"]));
  let shown = 0;
  const counted = h("p", { class: "muted", role: "status" });
  const less = page.lessSevereCount
    ? h("p", { class: "muted" }, h("button", { type: "button", class: "link", onclick: () => go({ ...choice, severity: "any" }) }, `Show ${page.lessSevereCount} more of low severity`))
    : "";
  const add = ({ edges, pageInfo, totalCount }) => {
    list.append(...edges.map(({ cause }) => drawCause(cause, account)));
    shown += edges.length;
    counted.textContent = totalCount === 0 ? "No finding is so." : `${shown} of ${totalCount} causes; each opens to its findings.`;
    more.hidden = !pageInfo.hasNextPage;
    more.dataset.after = pageInfo.endCursor ?? "";
  };
  more.addEventListener("click", () => guarded(async () => add(await busyWhile([list], () => readPage(filter, more.dataset.after)))));
  add(page);
  return [counted, list, more, less];
}
