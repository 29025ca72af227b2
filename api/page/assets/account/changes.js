/* What changed in an account between two days, by kind. */

import { personLink } from "/assets/account/person_link.js";
import { TokenNeeded, dataOf } from "/assets/ask.js";
import { h, shortList, term } from "/assets/elements.js";
import { field } from "/assets/fields.js";
import { busyWhile } from "/assets/problem.js";
import { CHANGES as ASK_CHANGES } from "/assets/questions/review.js";
import { CHANGES } from "/assets/review_words.js";
import { go } from "/assets/routes.js";
import { STANCES, both, called, words } from "/assets/words.js";

const SHOWN = 10;

export async function showChanges(into, { account, asOf, choice, roster }, isCurrent) {
  const to = choice.to || roster.asOf;
  const from = choice.from || yearBefore(to);
  const days = {
    from: field("changes-from", ["From", "起"], h("input", { type: "date", value: from })),
    to: field("changes-to", ["To", "止"], h("input", { type: "date", value: to })),
  };
  for (const [name, { input }] of Object.entries(days)) {
    input.addEventListener("change", () => input.value && go({ ...choice, [name]: input.value }));
  }
  const answer = h("div", { id: "changes", "aria-live": "polite" });
  into.replaceChildren(
    h("section", { "aria-labelledby": "changes-title" }, h("h2", { id: "changes-title" }, term(["What changed", "变化"])), h("div", { class: "filter" }, days.from.shown, days.to.shown), answer),
  );
  try {
    const { changes } = await busyWhile([answer], () => dataOf(ASK_CHANGES, { company: account, from, to }, "Changes"));
    if (isCurrent()) {
      answer.replaceChildren(...drawChanges(changes, account, choice.to || asOf));
    }
  } catch (error) {
    if (error instanceof TokenNeeded) {
      throw error;
    }
    days.from.refuse(error.message);
  }
}

function yearBefore(day) {
  const before = new Date(`${day}T00:00:00Z`);
  before.setUTCFullYear(before.getUTCFullYear() - 1);
  return before.toISOString().slice(0, 10);
}

function drawChanges(changes, account, asOf) {
  if (changes.length === 0) {
    return [h("p", { class: "muted" }, "Nothing.")];
  }
  const byKind = Map.groupBy(changes, (change) => change.kind);
  const kinds = [...Object.keys(CHANGES), ...[...byKind.keys()].filter((kind) => !CHANGES[kind])];
  return kinds
    .filter((kind) => byKind.has(kind))
    .map((kind) => {
      const found = byKind.get(kind);
      return h(
        "details",
        { class: "changes-of", "data-kind": kind, open: !kind.startsWith("FINDING_") },
        h("summary", {}, h("strong", {}, term(words(CHANGES, kind))), ` ${found.length}`),
        ...shortList(found.map((change) => drawChange(change, account, asOf)), SHOWN, "changes"),
      );
    });
}

function drawChange({ kind, subject, before, after, employee, opportunity }, account, asOf) {
  const isFinding = kind.startsWith("FINDING_");
  const was = kind === "STANCE_TURNED" ? both(STANCES, before) : before;
  const is = kind === "STANCE_TURNED" ? both(STANCES, after) : after;
  const head = subject.kind === "Person" && kind !== "PERSON_LEFT" && !isFinding ? personLink(subject, account, asOf) : h("strong", {}, called(subject));
  return h(
    "li",
    { class: "changed" },
    isFinding ? null : head,
    isFinding || !employee ? null : ` – ${called(employee)}`,
    opportunity ? ` on ${opportunity.name}` : "",
    isFinding ? (after ?? before) : h("small", { class: "muted block" }, was ?? "", was && is ? h("span", { "aria-hidden": "true" }, " → ") : "", was && is ? h("span", { class: "visually-hidden" }, " became ") : "", is ?? ""),
  );
}
