/* The relationship index by layer, each with its terms, its completeness and a year ago. */

import { h, term } from "/assets/elements.js";
import { indexBar, termsTable } from "/assets/figures.js";
import { LAYERS, TERMS } from "/assets/review_words.js";
import { percent, words } from "/assets/words.js";

export function drawLayers({ relationshipIndex }, { roster }) {
  const deals = new Map(roster.deals.map(({ key, name }) => [key, name]));
  const nameOf = (name) => (TERMS[name] ? words(TERMS, name) : [deals.get(name) ?? name, ""]);
  return h(
    "div",
    { class: "layers" },
    Object.entries(LAYERS).map(([layer, name]) => {
      const index = relationshipIndex[layer];
      return h(
        "div",
        { class: "layer", "data-layer": layer },
        h("h3", {}, term(name)),
        indexBar(index.value),
        h("p", { class: "muted" }, trendOf(index), ` ${percent(index.completeness)} of what goes in is known.`),
        index.terms.length ? h("details", {}, h("summary", {}, term(["Terms", "构成"])), termsTable(index.terms, nameOf)) : h("p", { class: "muted" }, "Nothing to compute it from."),
      );
    }),
  );
}

function trendOf({ value, trend }) {
  if (trend.value === null) {
    return `On ${trend.on} nothing was known.`;
  }
  const was = `On ${trend.on} it was ${Math.round(trend.value)}`;
  if (value === null) {
    return `${was}.`;
  }
  const gain = Math.round(value) - Math.round(trend.value);
  return gain === 0 ? `${was}, the same.` : `${was}: ${gain > 0 ? `▲ up ${gain}` : `▼ down ${-gain}`}.`;
}
