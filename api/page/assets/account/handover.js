/* The handover plan of one of us: the last day, the plan, and its two files. */

import { drawLeftOver } from "/assets/account/left_over.js";
import { personLink } from "/assets/account/person_link.js";
import { TokenNeeded, dataOf, hasToken, save } from "/assets/ask.js";
import { h, term } from "/assets/elements.js";
import { field } from "/assets/fields.js";
import { cardTable, score } from "/assets/figures.js";
import { busyWhile, guarded } from "/assets/problem.js";
import { HANDOVER_PLAN } from "/assets/questions/leaving.js";
import { HANDOVER_STATUSES, SOLVERS } from "/assets/review_words.js";
import { go } from "/assets/routes.js";
import { both, called, percent, words } from "/assets/words.js";

const FILES = [
  ["xlsx", ["Workbook", "工作簿"]],
  ["html", ["Page to print", "打印页"]],
];

/** The form; with a last day in the address, the plan below it. What is refused is said at the field. */
export async function drawHandover(into, employee, { asOf, choice }) {
  const input = h("input", { type: "date", value: choice.lastDay ?? "" });
  const lastDay = field("last-day", ["Last working day", "最后工作日"], input, "The plan hands every contact over before it.");
  input.addEventListener("change", () => go({ ...choice, lastDay: input.value }));
  const plan = h("div", { id: "plan", "aria-live": "polite" });
  into.setAttribute("aria-labelledby", "handover-title");
  into.replaceChildren(h("h2", { id: "handover-title" }, term(["Handover plan", "交接计划"])), h("div", { class: "filter" }, lastDay.shown), plan);
  if (!choice.lastDay) {
    return;
  }
  try {
    const asked = { employee: employee.key, lastDay: choice.lastDay, asOf };
    const { handoverPlan } = await busyWhile([plan], () => dataOf(HANDOVER_PLAN, asked, "HandoverPlan"));
    plan.replaceChildren(...drawPlan(handoverPlan, asOf), drawFiles(asked, lastDay.refuse));
  } catch (error) {
    if (error instanceof TokenNeeded) {
      throw error;
    }
    lastDay.refuse(error.message);
  }
}

function drawPlan(plan, asOf) {
  const heads = [["By", "日期"], ["Contact", "联系人"], ["Account", "客户"], ["To", "接手人"], ["Fit", "匹配度"], ["Status", "状态"]];
  const rows = plan.items.map((item) => [
    item.by,
    personLink(item.contact, item.account.key, asOf),
    item.account.name,
    called(item.to),
    score(item.score),
    both(HANDOVER_STATUSES, item.status),
  ]);
  const gain = plan.score - plan.greedyScore;
  const against = gain > 1e-9 ? `; taking the best pair first would reach ${plan.greedyScore.toFixed(2)}` : "; taking the best pair first reaches the same";
  return [
    plan.items.length ? drawFit(plan) : "",
    plan.unassignedDetails.length ? drawLeftOver(plan.unassignedDetails, asOf) : "",
    plan.items.length
      ? h("details", { id: "plan-items" }, h("summary", {}, `${plan.items.length} ${plan.items.length === 1 ? "contact" : "contacts"} to hand over, the first by ${plan.items[0].by}`), cardTable(heads, rows))
      : h("p", { class: "muted" }, plan.unassignedDetails.length ? "No contact goes to anybody." : "There is no contact to hand over."),
    plan.items.length ? h("p", { class: "muted" }, `Sum of fits ${plan.score.toFixed(2)}: ${words(SOLVERS, plan.solver)[0]}${against}. At most ${plan.capacity} contacts each.`) : "",
    plan.handedOver.length
      ? h("p", { class: "muted" }, `Handed over already: ${plan.handedOver.map(({ contact, on, to }) => `${called(contact)}${to ? ` to ${called(to)}` : ""} on ${on}`).join(", ")}.`)
      : "",
    plan.dormant.length ? h("p", { class: "muted" }, `Ties that are no longer live: ${plan.dormant.map(called).join(", ")}.`) : "",
  ];
}

/** How good the plan is: the mean and the lowest fit. */
function drawFit({ items, meanFit, lowestFit, unassignedDetails }) {
  const count = items.length + unassignedDetails.length;
  return h(
    "p",
    { id: "plan-fit", class: "lead" },
    `${items.length} of ${count} ${count === 1 ? "contact goes" : "contacts go"} to somebody. `,
    term(["Mean fit", "平均匹配度"]),
    ` ${percent(meanFit)}, `,
    term(["lowest", "最低"]),
    ` ${percent(lowestFit)}.`,
  );
}

/** Links; a link cannot carry the token, so with one the file is asked for here and saved. */
function drawFiles({ employee, lastDay, asOf }, refuse) {
  const parameters = new URLSearchParams({ lastDay, ...(asOf ? { asOf } : {}) });
  const links = FILES.map(([kind, label]) => {
    const path = `/handover-plan/${encodeURIComponent(employee)}.${kind}?${parameters}`;
    const name = `handover ${employee}.${kind}`;
    const link = h("a", kind === "xlsx" ? { href: path, download: name } : { href: path, target: "_blank", rel: "noopener" }, term(label));
    link.addEventListener("click", (event) => {
      if (hasToken()) {
        event.preventDefault();
        guarded(async () => refuse(await save(path, name)));
      }
    });
    return link;
  });
  return h("p", { id: "plan-files", class: "files" }, links);
}
