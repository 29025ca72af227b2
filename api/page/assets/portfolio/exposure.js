/* Accounts that would lose part of a decision if one of us alone left, by that colleague. */

import { dataOf } from "/assets/ask.js";
import { h, shortList, term } from "/assets/elements.js";
import { severityChip } from "/assets/figures.js";
import { pager } from "/assets/portfolio/pager.js";
import { busyWhile } from "/assets/problem.js";
import { EXPOSURE } from "/assets/questions/portfolio.js";
import { addressOf } from "/assets/routes.js";
import { atRisk, called, moneyAtRisk, percent } from "/assets/words.js";

const PAGE_SIZE = 20;
const SHOWN = 5;

export async function showExposure(into, choice, isCurrent) {
  const { exposureByEmployee: page } = await busyWhile([into], () =>
    dataOf(EXPOSURE, { first: PAGE_SIZE, after: choice.after || null }, "ExposureByEmployee"),
  );
  if (!isCurrent()) {
    return;
  }
  const waiting = page.staleAccountCount ? ` ${page.staleAccountCount} accounts have changed, or aged, since they were computed.` : "";
  into.replaceChildren(
    h("h2", { id: "exposure-title", tabindex: "-1" }, term(["Accounts that rest on one of us", "单人依赖的客户"])),
    h(
      "p",
      { class: "muted" },
      "What would be out of reach if one colleague alone left. It is a risk of the accounts and shows where a second " +
        `colleague should come in; it says nothing about how well anyone works.${waiting}`,
    ),
    page.edges.length ? h("ul", { class: "plain exposures" }, page.edges.map(({ node }) => drawHolder(node))) : h("p", { class: "muted" }, "No account rests on one of us."),
    pager({ view: "exposure", after: choice.after }, page.pageInfo, "Pages of this list") ?? "",
  );
}

function drawHolder(holder) {
  const resting = holder.accounts.filter((account) => account.severity !== null);
  const others = holder.accounts.length - resting.length;
  const summary = resting.length
    ? `${resting.length} ${resting.length === 1 ? "account" : "accounts"} at risk, ${holder.singleHeldCount} ${holder.singleHeldCount === 1 ? "contact" : "contacts"} without a second colleague, ${atRisk(holder)}`
    : "no account at risk: everyone is reached in another way too";
  return h(
    "li",
    { class: "exposure" },
    h("h3", {}, called(holder.employee), holder.employee.title && h("small", { class: "muted" }, ` ${holder.employee.title}`)),
    h("p", { class: "muted" }, summary, others && resting.length ? `; ${others} more ${others === 1 ? "account" : "accounts"} without that risk` : ""),
    ...(resting.length ? shortList(resting.map((account) => drawAccount(account, holder.employee)), SHOWN, "accounts") : []),
  );
}

function drawAccount(held, employee) {
  return h(
    "li",
    { class: "held" },
    h("a", { href: addressOf({ account: held.account.key, part: "leaving", who: employee.key }) }, held.account.name),
    severityChip(held.severity),
    h("span", { class: "muted" }, `${percent(held.exposure)} of the decision · ${moneyAtRisk(held)} · ${held.singleHeldCount} ${held.singleHeldCount === 1 ? "contact" : "contacts"} without a second colleague`),
  );
}
