/* Draws one person of the map: the ways there, or an employee's ties; and everyone as a table. */

import { personButton } from "/assets/account/finding.js";
import { h, shortList } from "/assets/elements.js";
import { COLUMNS } from "/assets/vocabulary.js";
import { POWERS, STANCES, STEP_WORDS, TAGS, both, percent, sentenceCase, words } from "/assets/words.js";

export function drawPerson(into, person, paths, onSelect, onClose) {
  const facts = [
    person.title,
    both(POWERS, person.power ?? "UNKNOWN"),
    both(STANCES, person.stance ?? "UNKNOWN"),
    person.coach ? "coach 教练" : null,
    ...person.tags.map((tag) => both(TAGS, tag)),
    person.outsider ? "outsider 外部人士" : null,
  ].filter(Boolean);
  const figuresOf = `Share of the decision ${percent(person.decisionShare)}, access ${percent(person.accessStrength)}, live ties ${person.liveTieCount ?? 0}.`;
  into.hidden = false;
  into.replaceChildren(
    h("div", { class: "section-head" }, h("h2", { id: "person-title" }, person.name ?? "A seat whose holder is not known"), h("button", { type: "button", class: "link", onclick: onClose }, "Close")),
    h("p", {}, facts.join(" · ")),
    h("p", { class: "muted" }, figuresOf),
    h("h3", {}, "Access paths ", h("span", { lang: "zh", class: "zh" }, "接触路径")),
    ...(paths.length ? [h("ol", { class: "paths" }, paths.map((path) => drawPath(path, onSelect)))] : [h("p", { class: "muted" }, "No path leads there.")]),
  );
}

function drawPath(path, onSelect) {
  const steps = path.steps.map((step) => [` ${STEP_WORDS[step.kind] ?? "leads to"} `, personButton(step.targetPerson, onSelect), h("small", {}, ` ${step.strength.toFixed(2)}`)]);
  return h(
    "li",
    { class: path.withinReach ? "path" : "path weak" },
    h("strong", {}, percent(path.strength)),
    " ",
    personButton(path.employee, onSelect),
    steps.flat(),
    path.withinReach ? "" : h("span", { class: "muted" }, " — below the reach floor"),
  );
}

export function drawEmployee(into, person, edges, nameOf, onSelect, onClose) {
  const ties = edges.filter((edge) => edge.kind === "TIE" && edge.source === person.id).sort((a, b) => (b.strength ?? 0) - (a.strength ?? 0));
  const items = ties.map((edge) => {
    const contact = nameOf(edge.target);
    const last = edge.lastContact ? `last contact ${edge.lastContact}` : "last contact unknown";
    return h("li", {}, personButton(contact, onSelect), ` — strength ${edge.strength.toFixed(2)}${edge.live ? "" : " (not live)"}, trust ${edge.trust ?? "unknown"}, ${last}`);
  });
  into.hidden = false;
  into.replaceChildren(
    h("div", { class: "section-head" }, h("h2", { id: "person-title" }, person.name ?? person.key), h("button", { type: "button", class: "link", onclick: onClose }, "Close")),
    h("p", {}, ["Our employee 我方员工", person.title].filter(Boolean).join(" · ")),
    h("h3", {}, "Ties here ", h("span", { lang: "zh", class: "zh" }, "客户关系")),
    ...shortList(items, 12, "ties"),
  );
}

export function peopleTable(people, onSelect) {
  const said = [COLUMNS.people.name, COLUMNS.people.title, COLUMNS.people.level, COLUMNS.departments.line, COLUMNS.positions.stance];
  const heads = [...said.map((label) => label.join(" ")), "Share 决策份额", "Access 接触", "Live ties 活跃关系"];
  const rows = people.map((person) =>
    h(
      "tr",
      {},
      h("th", { scope: "row" }, personButton(person, onSelect)),
      h("td", {}, person.title ?? ""),
      h("td", {}, sentenceCase(person.level ?? "UNKNOWN")),
      h("td", {}, sentenceCase(person.line ?? "OTHER")),
      h("td", {}, words(STANCES, person.stance ?? "UNKNOWN")[0]),
      h("td", { class: "number" }, percent(person.decisionShare)),
      h("td", { class: "number" }, percent(person.accessStrength)),
      h("td", { class: "number" }, String(person.liveTieCount ?? 0)),
    ),
  );
  return h("table", {}, h("thead", {}, h("tr", {}, heads.map((head) => h("th", { scope: "col" }, head)))), h("tbody", {}, rows));
}
