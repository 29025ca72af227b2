/* The contacts of a handover plan that go to nobody: how many and why, and for each what would help. */

import { personLink } from "/assets/account/person_link.js";
import { h, term } from "/assets/elements.js";
import { cardTable } from "/assets/figures.js";
import { OBSTACLES, UNASSIGNED_REASONS } from "/assets/review_words.js";
import { LEVELS, LINES, both, called, percent } from "/assets/words.js";

const HEADS = [["Contact", "联系人"], ["Account", "客户"], ["Exposure", "决策份额"], ["Why", "原因"], ["What would help", "建议"]];

/** Open, and the most exposed contacts first. */
export function drawLeftOver(leftOver, asOf) {
  const rows = leftOver.map((left) => [
    h("span", {}, personLink(left.contact, left.account.key, asOf), left.contact.title && h("small", { class: "muted" }, ` ${left.contact.title}`)),
    left.account.name,
    percent(left.exposure),
    both(UNASSIGNED_REASONS, left.reason),
    whatHelps(left),
  ]);
  const summary = [term(["Nobody takes over", "无人接手"]), ` ${leftOver.length} ${leftOver.length === 1 ? "contact" : "contacts"}: ${why(leftOver)}`];
  return h("details", { id: "plan-left-over", open: true }, h("summary", { class: "field-problem" }, summary), cardTable(HEADS, rows));
}

/** How many for which reason, the most frequent first. */
function why(leftOver) {
  return Object.keys(UNASSIGNED_REASONS)
    .map((reason) => [leftOver.filter((left) => left.reason === reason).length, both(UNASSIGNED_REASONS, reason)])
    .filter(([count]) => count > 0)
    .sort(([a], [b]) => b - a)
    .map(([count, words]) => `${count} × ${words}`)
    .join("; ");
}

function whatHelps({ bringIn, appoint }) {
  const said = [];
  if (bringIn) {
    const obstacle = bringIn.obstacle ? `, ${both(OBSTACLES, bringIn.obstacle)}` : "";
    said.push(`Bring in 引入 ${called(bringIn.employee)} (${percent(bringIn.score)}${obstacle})`);
  }
  if (appoint) {
    const level = appoint.level === "UNKNOWN" ? "any level 层级不限" : `${wordsOf(LEVELS, appoint.level)} or above 及以上`;
    said.push(`Hire or appoint 招聘或任命: ${level}, ${wordsOf(LINES, appoint.line)}`);
  }
  return said.length ? said.join("; ") : "A lower least fit in the policy 降低最低匹配度";
}

function wordsOf(rows, member) {
  return rows.find(([name]) => name === member).slice(1).join(" ");
}
