/* The entry: all accounts with what was found in each, in pages. */

import { dataOf } from "/assets/ask.js";
import { h, term } from "/assets/elements.js";
import { choiceOf, rowsOf, soon } from "/assets/fields.js";
import { cardTable, indexBar, moneyFigure, severityChip } from "/assets/figures.js";
import { pager } from "/assets/portfolio/pager.js";
import { busyWhile } from "/assets/problem.js";
import { PORTFOLIO } from "/assets/questions/portfolio.js";
import { GRADES, LAYERS, ORDERS } from "/assets/review_words.js";
import { addressOf, chosen, go, goInPlace } from "/assets/routes.js";
import { SEVERITIES, both, moneyAtRisk, percent, words } from "/assets/words.js";

const PAGE_SIZE = 25;
const HEADS = [
  ["Account", "客户"],
  ["Grade", "级别"],
  ["Severity", "严重程度"],
  ["Value at risk", "风险金额"],
  ["Causes of findings", "风险原因"],
  ["Relationship index", "客户关系指数"],
];

let built = null;

/** Shows the page that the address names; the filter stays in place, so that typing goes on. */
export async function showPortfolio(into, choice, isCurrent) {
  built ??= build(into);
  for (const [name, field] of Object.entries(built.fields)) {
    if (field !== document.activeElement) {
      field.value = choice[name] ?? (name === "orderBy" ? "SEVERITY" : "");
    }
  }
  const filter = { grade: choice.grade || null, minSeverity: choice.minSeverity || null, text: choice.text || null };
  const asked = { filter, orderBy: choice.orderBy || "SEVERITY", first: PAGE_SIZE, after: choice.after || null };
  const { portfolio } = await busyWhile([built.list], () => dataOf(PORTFOLIO, asked, "Portfolio"));
  if (!isCurrent()) {
    return;
  }
  built.totals.replaceChildren(...drawTotals(portfolio.totals));
  built.list.replaceChildren(
    ...(portfolio.edges.length
      ? [cardTable(HEADS, portfolio.edges.map(({ node }) => row(node)))]
      : [h("p", { class: "muted" }, portfolio.totals.accountCount || isFiltered(choice) ? "No account is so." : "There is no account yet: import a bundle, or run guanxi demo.")]),
    pager({ ...choice, view: "portfolio" }, portfolio.pageInfo, "Pages of the portfolio") ?? "",
  );
}

function isFiltered(choice) {
  return Boolean(choice.grade || choice.minSeverity || choice.text);
}

function build(into) {
  const any = ["", "All", "全部"];
  const fields = {
    text: h("input", { type: "search", placeholder: "Name or key" }),
    grade: choiceOf([any, ...rowsOf(GRADES)], ""),
    minSeverity: choiceOf([any, ...Object.entries(SEVERITIES).map(([member, [english, chinese]]) => [member, member === "CRITICAL" ? english : `${english} and above`, chinese])], ""),
    orderBy: choiceOf(rowsOf(ORDERS), "SEVERITY"),
  };
  const choose = () => ({ view: "portfolio", ...Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, field.value.trim()])) });
  for (const name of ["grade", "minSeverity", "orderBy"]) {
    fields[name].addEventListener("change", () => go(choose()));
  }
  const isHere = () => !chosen().account && (chosen().view ?? "portfolio") === "portfolio";
  fields.text.addEventListener("input", soon(() => isHere() && goInPlace(choose())));
  const form = h(
    "form",
    { class: "filter", "aria-label": "Which accounts" },
    h("label", {}, term(["Text", "搜索"]), fields.text),
    h("label", {}, term(["Grade", "级别"]), fields.grade),
    h("label", {}, term(["Severity", "严重程度"]), fields.minSeverity),
    h("label", {}, term(["Order", "排序"]), fields.orderBy),
  );
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    goInPlace(choose());
  });
  const totals = h("div", { class: "totals", role: "status" });
  const list = h("div", { id: "portfolio" });
  into.replaceChildren(h("h2", { id: "portfolio-title", tabindex: "-1" }, term(["Portfolio", "客户组合"])), form, totals, list);
  return { fields, totals, list };
}

function row(account) {
  const place = [account.industry, account.region].filter(Boolean).join(" · ");
  const stale = account.stale && h("span", { class: "badge stale", title: `Has changed, or aged, since it was computed on ${account.computedOn}.` }, term(["stale", "待更新"]));
  return [
    [h("a", { href: addressOf({ account: account.company.key }) }, account.name), stale ? " " : null, stale, place && h("small", { class: "muted block" }, place)],
    account.grade ? both(GRADES, account.grade) : "—",
    [severityChip(account.severity), account.share === null ? null : h("small", { class: "muted block" }, `${percent(account.share)} of a decision`)],
    moneyFigure(account),
    [
      h("span", { class: "figure" }, String(account.causes ?? account.findings)),
      h("small", { class: "muted block" }, account.causeSeverityCounts.map(({ severity, count }) => `${count} ${words(SEVERITIES, severity)[0].toLowerCase()}`).join(", ")),
    ],
    h("span", { class: "indexes" }, Object.entries(LAYERS).map(([layer, [english, chinese]]) => [h("small", { title: chinese }, english), indexBar(account.index[layer])])),
  ];
}

function drawTotals(totals) {
  const waiting = [
    totals.staleCount && `${totals.staleCount} stale`,
    totals.missingCount && `${totals.missingCount} not computed yet`,
  ].filter(Boolean);
  return [
    h("p", {}, h("strong", {}, String(totals.accountCount)), " accounts, ", h("strong", {}, totals.causeCount.toLocaleString("en")), ` causes of ${totals.findingCount.toLocaleString("en")} findings, at risk `, h("strong", {}, moneyAtRisk(totals)), waiting.length ? ` (${waiting.join(", ")})` : ""),
    h(
      "p",
      { class: "tally" },
      totals.bySeverity.map(({ severity, accountCount }) => h("span", {}, severityChip(severity), ` ${accountCount}`)),
      totals.byGrade.map(({ grade, accountCount }) => h("span", { class: "muted" }, `${grade ? both(GRADES, grade) : "No grade 无级别"}: ${accountCount}`)),
    ),
  ];
}
