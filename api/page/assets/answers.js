/* Draws the three answers and the paths to a person. */

import { h, shortList, term } from "/assets/elements.js";
import {
  FINDINGS,
  LEVELS,
  LINES,
  PARTS,
  POWERS,
  SEVERITIES,
  STAGES,
  STANCES,
  STATUSES,
  STEP_WORDS,
  TAGS,
  both,
  money,
  percent,
  sentenceCase,
  words,
} from "/assets/words.js";

const SHOWN = 6;

/** A person's name that selects the person on the map. */
function personButton(person, onSelect) {
  return h("button", { type: "button", class: "link", onclick: () => onSelect(person.key) }, person.name ?? person.key);
}

function signed(value) {
  return `${value > 0 ? "+" : value < 0 ? "−" : ""}${Math.abs(value).toFixed(2)}`;
}

/** From against us (left) to for us (right): the interval, and the value inside it. */
function leanBar(lean, label) {
  const place = (value) => `${Math.round(((Math.max(-1, Math.min(1, value)) + 1) / 2) * 1000) / 10}%`;
  const text = `${label}: ${signed(lean.value)}, between ${signed(lean.low)} and ${signed(lean.high)}`;
  const track = h("div", { class: "lean", role: "img", "aria-label": text, title: text });
  const interval = h("span", { class: "interval" });
  interval.style.left = place(lean.low);
  interval.style.right = `calc(100% - ${place(lean.high)})`;
  const value = h("span", { class: "value" });
  value.style.left = place(lean.value);
  track.append(h("span", { class: "zero" }), interval, value);
  return h("div", { class: "lean-row" }, track, h("span", { class: "figure" }, `${signed(lean.value)} [${signed(lean.low)}, ${signed(lean.high)}]`));
}

export function drawChain(into, chain, onSelect) {
  const weakest = chain.weakestStage?.stage;
  const inferred = chain.inferred
    ? `Nobody's part is recorded: weights come from ${chain.inferredFrom === "POWER" ? "people's power" : "org levels"}.`
    : null;
  into.replaceChildren(
    h("p", {}, h("strong", {}, "Lean "), h("span", { lang: "zh", class: "zh" }, "倾向")),
    leanBar(chain.lean, "Lean of the decision"),
    ...(inferred ? [h("p", { class: "muted" }, inferred)] : []),
    ...(chain.unassigned > 0 ? [h("p", { class: "muted" }, `${percent(chain.unassigned)} of the weight has nobody.`)] : []),
    h("ol", { class: "stages" }, chain.stages.map((stage) => drawStage(stage, stage.stage === weakest, onSelect))),
    h("h3", {}, "Blockers ", h("span", { lang: "zh", class: "zh" }, "阻力")),
    ...(chain.blockers.length
      ? shortList(
          chain.blockers.map((blocker) =>
            h("li", {}, personButton(blocker.person, onSelect), ` — ${both(STANCES, blocker.stance)}, ${percent(blocker.share)}${blocker.reason.includes("VETO") ? ", may veto" : ""}`),
          ),
          SHOWN,
          "blockers",
        )
      : [h("p", { class: "muted" }, "None is known.")]),
    h("h3", {}, "Movers ", h("span", { lang: "zh", class: "zh" }, "可争取的人")),
    ...(chain.movers.length
      ? shortList(
          chain.movers.map((mover) =>
            h("li", {}, personButton(mover.person, onSelect), ` — would gain ${signed(mover.gain)}, access ${percent(mover.accessStrength)}`),
          ),
          SHOWN,
          "movers",
        )
      : [h("p", { class: "muted" }, "Nobody within reach would move it.")]),
    h("p", { class: "muted" }, `${percent(chain.completeness)} of what goes in is known.`),
  );
}

function drawStage(stage, isWeakest, onSelect) {
  const people = stage.people.map((seat) =>
    h("li", {}, personButton(seat.person, onSelect), ` ${both(PARTS, seat.part)} · ${both(STANCES, seat.stance)}${seat.veto ? " · veto 否决权" : ""}`),
  );
  return h(
    "li",
    { class: `stage ${isWeakest ? "weakest" : ""}` },
    h(
      "div",
      { class: "stage-head" },
      h("span", { class: `status ${stage.status.toLowerCase()}` }, both(STATUSES, stage.status)),
      h("strong", {}, term(words(STAGES, stage.stage))),
      h("span", { class: "muted" }, `weight ${percent(stage.weight)}`),
      isWeakest && h("span", { class: "badge" }, "weakest 最弱环节"),
    ),
    stage.lean && leanBar(stage.lean, `Lean of the stage ${words(STAGES, stage.stage)[0]}`),
    ...(people.length ? shortList(people, 4, "people") : []),
  );
}

export function drawNoOpportunity(into) {
  into.replaceChildren(h("p", { class: "muted" }, "Choose an opportunity to see who decides it."));
}

function figures(evidence) {
  const rows = [...evidence.figures, ...evidence.policy.map((found) => ({ ...found, isPolicy: true }))];
  return h(
    "dl",
    { class: "figures" },
    rows.flatMap((row) => [
      h("dt", {}, `${row.name.replaceAll("_", " ")}${row.isPolicy ? " (policy)" : ""}`),
      h("dd", {}, Number.isInteger(row.value) ? String(row.value) : row.value.toFixed(2)),
    ]),
  );
}

function finding(found, headline, people, extra) {
  const details = h("details", {}, h("summary", {}, found.summary), h("p", {}, found.action), people, figures(found.evidence));
  return h(
    "li",
    { class: "finding" },
    h("div", { class: "finding-head" }, h("span", { class: `severity ${found.severity.toLowerCase()}` }, both(SEVERITIES, found.severity)), h("span", { class: "muted" }, headline, extra ? ` · ${extra}` : "")),
    details,
  );
}

export function drawRisk(into, page, onSelect) {
  const items = page.edges.map(({ node }) =>
    finding(
      node,
      `${sentenceCase(node.kind)} ${FINDINGS[node.kind] ?? ""}`,
      h(
        "p",
        {},
        personButton(node.point, onSelect),
        node.targets.length ? " → " : "",
        node.targets.flatMap((target, index) => [index ? ", " : "", personButton(target, onSelect)]),
      ),
      [`exposure ${percent(node.exposure)}`, money(node.valueAtRisk, node.currency)].filter(Boolean).join(" · "),
    ),
  );
  const counted = page.totalCount > page.edges.length ? `The first ${page.edges.length} of ${page.totalCount}.` : `${page.totalCount} findings.`;
  into.replaceChildren(h("p", { class: "muted" }, counted), ...shortList(items, SHOWN, "findings"));
}

export function drawGaps(into, gaps, onSelect) {
  const items = gaps.findings.map((found) =>
    finding(
      found,
      `${sentenceCase(found.kind)} ${FINDINGS[found.kind] ?? ""}`,
      h("p", {}, found.subject.kind === "Person" ? personButton(found.subject, onSelect) : (found.subject.name ?? found.subject.key)),
      found.share === null ? "" : percent(found.share),
    ),
  );
  into.replaceChildren(
    grid(gaps.grid),
    h("p", { class: "muted" }, `${gaps.findings.length} findings. ${percent(gaps.completeness)} of what goes in is known.`),
    ...shortList(items, SHOWN, "findings"),
  );
}

function grid(cells) {
  const lines = LINES.filter(([line]) => cells.some((cell) => cell.line === line));
  const levels = LEVELS.filter(([level]) => cells.some((cell) => cell.level === level));
  const head = h("tr", {}, h("td", {}), lines.map(([, ...name]) => h("th", { scope: "col" }, term(name))));
  const rows = levels.map(([level, ...name]) =>
    h("tr", {}, h("th", { scope: "row" }, term(name)), lines.map(([line]) => gridCell(cells.find((cell) => cell.line === line && cell.level === level)))),
  );
  const caption = h("caption", {}, "Covered of all people; in brackets with two of us or more ", h("span", { lang: "zh", class: "zh" }, "覆盖人数"));
  return h("div", { class: "table-scroll" }, h("table", { class: "grid" }, caption, h("thead", {}, head), h("tbody", {}, rows)));
}

function gridCell(cell) {
  if (!cell) {
    return h("td", { class: "empty" }, "·");
  }
  const band = cell.covered === 0 ? "none" : cell.target !== null && cell.ratio < cell.target ? "below" : "enough";
  const target = cell.target === null ? "no target" : `target ${percent(cell.target)}`;
  return h("td", { class: band, title: `${percent(cell.ratio)} covered, ${target}` }, `${cell.covered}/${cell.people}`, h("small", {}, ` (${cell.redundant})`));
}

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
  const heads = ["Name 姓名", "Title 职务", "Level 层级", "Line 条线", "Stance 态度", "Share 决策份额", "Access 接触", "Live ties 活跃关系"];
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
