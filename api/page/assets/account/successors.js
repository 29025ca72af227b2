/* Who could take over: our colleagues for a contact, and their people for a seat; each with the terms of the score. */

import { personLink } from "/assets/account/person_link.js";
import { h, shortList } from "/assets/elements.js";
import { score, termsTable } from "/assets/figures.js";
import { HANDOVER_STATUSES, OBSTACLES, RELATIONS } from "/assets/review_words.js";
import { both, called, percent } from "/assets/words.js";

const SHOWN = 3;

/** An orphaned or weakened contact with the best of its ranked successors. */
export function drawSuccession({ contact, status, exposure, successors, successorCount }, account, asOf) {
  const ranked = successors.map((successor) =>
    h(
      "li",
      { class: "successor" },
      h(
        "details",
        {},
        h("summary", {}, h("span", { class: "successor-name" }, called(successor.employee), successor.colleague ? h("small", { class: "muted" }, " from outside the account 账户外") : null, successor.obstacle ? h("small", { class: "muted" }, ` no plan: ${both(OBSTACLES, successor.obstacle)}`) : null), score(successor.score)),
        termsTable(successor.terms),
      ),
    ),
  );
  return h(
    "li",
    { class: "handed-over" },
    h(
      "div",
      { class: "finding-head" },
      personLink(contact, account, asOf),
      h("span", { class: `status ${status === "ORPHANED" ? "red" : "amber"}` }, both(HANDOVER_STATUSES, status)),
      h("span", { class: "muted" }, [contact.title, `${percent(exposure)} of a decision`].filter(Boolean).join(" · ")),
    ),
    ...(ranked.length ? shortList(ranked, SHOWN, "successors") : [h("p", { class: "muted" }, "Nobody could take over.")]),
    successorCount > ranked.length ? h("p", { class: "muted" }, `${successorCount} could be asked; these are the best ${ranked.length}.`) : null,
  );
}

/** A seat of theirs that becomes empty, with who may follow and whom of them we know. */
export function drawSeat({ person, share, exposed, opportunities, candidates }, account, asOf) {
  const ranked = candidates.map((candidate) =>
    h(
      "li",
      { class: "successor" },
      h(
        "details",
        {},
        h("summary", {}, h("span", { class: "successor-name" }, called(candidate.person), h("small", { class: "muted" }, ` ${both(RELATIONS, candidate.kind)} · ${knownBy(candidate.ties)}`)), score(candidate.score)),
        h("p", {}, personLink(candidate.person, account, asOf), " on the map"),
        termsTable(candidate.terms),
      ),
    ),
  );
  const part = opportunities.length ? `a part in ${opportunities.map(({ name }) => name).join(", ")}` : "no part in an open decision";
  return h(
    "li",
    { class: "handed-over" },
    h(
      "div",
      { class: "finding-head" },
      h("strong", {}, called(person)),
      h("span", { class: `status ${exposed ? "red" : "green"}` }, exposed ? "We know none of the first three 前三位均不认识" : "We know one of the first three 认识前三位之一"),
      h("span", { class: "muted" }, `${part} · ${percent(share)} of a decision`),
    ),
    ...(ranked.length ? shortList(ranked, SHOWN, "candidates") : [h("p", { class: "muted" }, "Nobody is in sight.")]),
  );
}

function knownBy(ties) {
  const live = ties.filter((tie) => tie.live);
  return live.length ? `known to ${live.map((tie) => `${called(tie.employee)} (${percent(tie.strength)})`).join(", ")}` : "not known to any of us";
}
