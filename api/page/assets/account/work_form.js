/* The form to do something with a finding. What is refused is said at the field that it is about. */

import { dataOf } from "/assets/ask.js";
import { h, term } from "/assets/elements.js";
import { choiceOf, field, rowsOf } from "/assets/fields.js";
import { busyWhile, guarded } from "/assets/problem.js";
import { WORK } from "/assets/questions/work.js";
import { WORK_ACTIONS } from "/assets/review_words.js";

const ACTOR = "guanxi.actor"; // kept for this tab alone, as the token is

/** `onDone` gets the finding as it is then, and the action. */
export function workForm(finding, onDone) {
  const idOf = (name) => `${name}-${finding.id}`;
  const fields = {
    action: field(idOf("action"), ["Do", "操作"], choiceOf(rowsOf(WORK_ACTIONS), finding.state === "OPEN" ? "ACKNOWLEDGE" : finding.state === "RESOLVED" ? "REOPEN" : "RESOLVE")),
    assignee: field(idOf("assignee"), ["To", "负责人"], h("input", { type: "text", autocomplete: "off", value: finding.assignee ?? "" })),
    until: field(idOf("until"), ["Until", "推迟至"], h("input", { type: "date" })),
    actor: field(idOf("actor"), ["Your name", "操作人"], h("input", { type: "text", autocomplete: "name", value: sessionStorage.getItem(ACTOR) ?? "" })),
    note: field(idOf("note"), ["Note", "备注"], h("input", { type: "text", autocomplete: "off" })),
  };
  const action = () => fields.action.input.value;
  const showNeeded = () => {
    fields.assignee.shown.hidden = action() !== "ASSIGN";
    fields.until.shown.hidden = action() !== "SNOOZE";
  };
  fields.action.input.addEventListener("change", showNeeded);
  showNeeded();
  const problem = h("p", { class: "field-problem", role: "alert", hidden: true });
  const form = h("form", { class: "work-form", novalidate: true }, Object.values(fields).map(({ shown }) => shown), h("button", { type: "submit" }, term(["Record", "记录"])), problem);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    guarded(() => busyWhile([form], () => record(finding, action(), fields, problem, onDone)));
  });
  return form;
}

async function record(finding, action, fields, problem, onDone) {
  for (const { refuse } of Object.values(fields)) {
    refuse(null);
  }
  problem.hidden = true;
  const { actor, note, assignee, until } = Object.fromEntries(Object.entries(fields).map(([name, { input }]) => [name, input.value.trim()]));
  if (action === "SNOOZE" && until === "") {
    fields.until.refuse("Expected a day."); // an empty one is no day that the service could be asked with
    fields.until.input.focus();
    return;
  }
  sessionStorage.setItem(ACTOR, actor);
  const needed = { ...(action === "ASSIGN" ? { assignee } : {}), ...(action === "SNOOZE" ? { until } : {}) };
  const { done } = await dataOf(WORK[action], { finding: finding.id, actor, note: note || null, ...needed }, "Work");
  if (done.userErrors.length === 0) {
    onDone(done.finding, action);
    return;
  }
  for (const { path, message } of done.userErrors) {
    const refused = fields[path.at(-1)];
    if (refused) {
      refused.refuse(message.replace(/^'.*?': /, "")); // the value itself stands in the field
    } else {
      problem.textContent = message;
      problem.hidden = false;
    }
  }
  Object.values(fields).find(({ input }) => input.getAttribute("aria-invalid"))?.input.focus();
}
