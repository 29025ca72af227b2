/* Draws the decision chain: lean, stages, blockers, movers. */

import { SHOWN, personButton } from "/assets/account/finding.js";
import { h, shortList, term } from "/assets/elements.js";
import { PARTS, STAGES, STANCES, STATUSES, both, percent, words } from "/assets/words.js";

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
            h("li", {}, personButton(blocker.person, onSelect), ` — ${blockerFacts(blocker)}`),
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

function blockerFacts({ stance, share, reason, leads }) {
  const led = leads.map((stage) => words(STAGES, stage).join(" ")).join(", ");
  return [both(STANCES, stance), percent(share), reason.includes("VETO") && "may veto 否决权", led && `leads 主导 ${led}`].filter(Boolean).join(", ");
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
