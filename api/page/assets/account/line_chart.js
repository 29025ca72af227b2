/* A small line chart over days as SVG. Lines differ in dash and are named at their end, not by colour alone. */

import { h, svg } from "/assets/elements.js";

const WIDTH = 560;
const HEIGHT = 190;
const LEFT = 44;
const RIGHT = 136;
const TOP = 12;
const BOTTOM = 26;
const LABEL_GAP = 15;

/** `series`: [{ name, values }], one value (or null: a gap) for each of the `days`; the scale goes from 0 to `high`. */
export function lineChart({ days, series, high, label }) {
  const [first, last] = [Date.parse(days[0]), Date.parse(days.at(-1))];
  const right = WIDTH - RIGHT;
  const x = (day) => (last === first ? (LEFT + right) / 2 : LEFT + ((Date.parse(day) - first) / (last - first)) * (right - LEFT));
  const y = (value) => HEIGHT - BOTTOM - (value / (high || 1)) * (HEIGHT - TOP - BOTTOM);
  const grid = [0, high / 2, high].map((value) => [
    svg("line", { x1: LEFT, x2: right, y1: y(value), y2: y(value), class: "grid-line" }),
    svg("text", { x: LEFT - 6, y: y(value) + 4, class: "tick end" }, String(Math.round(value))),
  ]);
  const ends = last === first ? [svg("text", { x: x(days[0]), y: HEIGHT - 6, class: "tick middle" }, days[0])] : [
    svg("text", { x: LEFT, y: HEIGHT - 6, class: "tick" }, days[0]),
    svg("text", { x: right, y: HEIGHT - 6, class: "tick end" }, days.at(-1)),
  ];
  const lines = series.map(({ name, values }, index) => {
    const points = days.map((day, at) => (values[at] === null ? null : { x: x(day), y: y(values[at]), day, value: values[at] }));
    return svg(
      "g",
      { class: `series series-${index}` },
      svg("path", { d: pathOf(points) }),
      points.filter(Boolean).map((point) => svg("circle", { cx: point.x, cy: point.y, r: days.length > 60 ? 1 : 3 }, svg("title", {}, `${name} on ${point.day}: ${Math.round(point.value)}`))),
    );
  });
  return h(
    "div",
    { class: "chart" },
    svg("svg", { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, role: "img", "aria-label": label }, grid.flat(), ends, lines, endLabels(series, y, right + 8)),
  );
}

/** A path through the known points; it is broken where a value is not known. */
function pathOf(points) {
  return points.map((point, index) => (point ? `${index && points[index - 1] ? "L" : "M"} ${point.x} ${point.y}` : "")).join(" ");
}

/** Names at the ends of the lines, moved apart where they would lie on each other. */
function endLabels(series, y, x) {
  const labels = series
    .map(({ name, values }, index) => ({ name, index, value: values.findLast((value) => value !== null) ?? null }))
    .filter(({ value }) => value !== null)
    .map((label) => ({ ...label, at: y(label.value) + 4 }))
    .sort((a, b) => a.at - b.at);
  for (let index = labels.length - 1, lowest = HEIGHT - BOTTOM + 4; index >= 0; index -= 1) {
    labels[index].at = Math.min(labels[index].at, lowest);
    lowest = labels[index].at - LABEL_GAP;
  }
  return labels.map(({ name, index, value, at }) => svg("text", { x, y: at, class: `series-name series-${index}` }, `${name} ${Math.round(value)}`));
}
