/* If somebody leaves: who, what every account loses, who could take over, and the handover plan of our employee. */

import { drawHandover } from "/assets/account/handover.js";
import { drawImpact } from "/assets/account/impact.js";
import { dataOf } from "/assets/ask.js";
import { h, term } from "/assets/elements.js";
import { field } from "/assets/fields.js";
import { fillWith } from "/assets/problem.js";
import { DEPARTURE_IMPACT } from "/assets/questions/leaving.js";
import { go } from "/assets/routes.js";
import { atRisk, called } from "/assets/words.js";

export async function showLeaving(into, place, isCurrent) {
  const { roster, choice, asOf } = place;
  const employee = roster.employees.find(({ key }) => key === choice.who) ?? null;
  const leaver = employee ?? roster.contacts.find(({ key }) => key === choice.who) ?? null;
  const answer = h("div", { id: "impact", "aria-live": "polite" });
  const handover = h("section", { id: "handover", hidden: employee === null });
  into.replaceChildren(chooser(place, leaver), handover, answer);
  if (leaver === null) {
    const text = choice.who ? "That person is not in this account on that day." : "Choose who leaves. Nothing is written.";
    answer.replaceChildren(h("section", {}, h("p", { class: "muted" }, text)));
    return;
  }
  // the losses are those of the last day that was entered; one before the day shown is refused by the plan
  const lastDay = employee && choice.lastDay;
  const on = lastDay && !(asOf && lastDay < asOf) ? lastDay : asOf;
  await Promise.all([
    employee ? drawHandover(handover, employee, place) : null,
    fillWith(answer, async () => {
      const { departureImpact } = await dataOf(DEPARTURE_IMPACT, { people: [leaver.key], on }, "DepartureImpact");
      return isCurrent() ? drawAnswer(departureImpact, leaver, place) : [];
    }),
  ]);
}

function chooser({ roster, choice }, leaver) {
  const option = (person) => h("option", { value: person.key }, [called(person), person.title].filter(Boolean).join(", "));
  const select = h(
    "select",
    {},
    h("option", { value: "" }, "Nobody 未选择"),
    h("optgroup", { label: "Our people with ties here 我方" }, roster.employees.map(option)),
    h("optgroup", { label: "Contacts 客户人员" }, roster.contacts.map(option)),
  );
  select.value = leaver?.key ?? "";
  select.addEventListener("change", () => go({ ...choice, who: select.value }));
  return h(
    "section",
    { "aria-labelledby": "leaving-title" },
    h("h2", { id: "leaving-title" }, term(["If somebody leaves", "离职影响"])),
    h("div", { class: "filter" }, field("who", ["Who", "谁"], select, "One of us, or somebody of the account.").shown),
  );
}

function drawAnswer({ asOf, totals, accounts }, leaver, { account, choice }) {
  const count = (number, one, many = `${one}s`) => `${number} ${number === 1 ? one : many}`;
  const sentence = [
    `Without ${called(leaver)} on ${asOf}: ${count(totals.accounts, "account")} touched, ${count(totals.people, "person", "people")} out of reach`,
    totals.orphaned ? `${count(totals.orphaned, "contact")} without a live tie` : null,
    totals.weakened ? `${totals.weakened} weakened` : null,
    atRisk(totals),
  ];
  const ordered = [...accounts].sort((a, b) => (b.company.key === account) - (a.company.key === account));
  return [
    h("p", { id: "impact-totals", class: "lead", role: "status" }, sentence.filter(Boolean).join(", "), "."),
    ...(accounts.length === 0 ? [h("p", { class: "muted" }, "No account loses anything.")] : []),
    ...ordered.map((impact) => drawImpact(impact, impact.company.key === account, choice.asOf || null)),
  ];
}
