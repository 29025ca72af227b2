/* Where everyone goes on the map: rows are org levels, columns are lines, our people are below. No drawing here. */

import { LEVELS, LINES } from "/assets/words.js";

export const SLOT_WIDTH = 70;
export const SLOT_HEIGHT = 62;
const LEFT = 92;
const TOP = 34;
const ROW_GAP = 14;
const COLUMN_GAP = 10;

export function radius(share) {
  return 9 + 15 * Math.sqrt(Math.min(1, Math.max(0, share ?? 0)));
}

/** Columns share the width by what their fullest cell needs; rows are as high as theirs does. */
export function layOut(nodes, width) {
  const people = nodes.filter((node) => node.kind === "Person");
  const contacts = people.filter((node) => !node.employee);
  const employees = people.filter((node) => node.employee);
  const cells = new Map();
  for (const person of contacts) {
    const place = `${person.level ?? "UNKNOWN"}/${person.line ?? "OTHER"}`;
    cells.set(place, [...(cells.get(place) ?? []), person]);
  }
  const byWeight = (a, b) => (b.decisionShare ?? 0) - (a.decisionShare ?? 0) || (a.key < b.key ? -1 : 1);
  for (const cell of cells.values()) {
    cell.sort(byWeight);
  }
  const sizeOf = (level, line) => cells.get(`${level}/${line}`)?.length ?? 0;
  const levels = LEVELS.filter(([level]) => LINES.some(([line]) => sizeOf(level, line) > 0));
  const lines = LINES.filter(([line]) => LEVELS.some(([level]) => sizeOf(level, line) > 0));
  const slots = Math.max(lines.length, Math.floor((width - LEFT - lines.length * COLUMN_GAP) / SLOT_WIDTH));
  const columns = shareSlots(lines, levels, slots, sizeOf);

  const placed = new Map();
  const columnBoxes = [];
  let x = LEFT;
  for (const [index, [line, english, chinese]] of lines.entries()) {
    const columnWidth = columns[index] * SLOT_WIDTH;
    columnBoxes.push({ line, english, chinese, x, width: columnWidth });
    x += columnWidth + COLUMN_GAP;
  }
  const rowBoxes = [];
  let y = TOP;
  for (const [level, english, chinese] of levels) {
    const depth = Math.max(...lines.map(([line], index) => Math.ceil(sizeOf(level, line) / columns[index])));
    rowBoxes.push({ level, english, chinese, y, height: depth * SLOT_HEIGHT });
    for (const [index, [line]] of lines.entries()) {
      place(cells.get(`${level}/${line}`) ?? [], columnBoxes[index].x, y, columns[index], placed);
    }
    y += depth * SLOT_HEIGHT + ROW_GAP;
  }
  const perRow = Math.max(1, Math.floor((Math.max(width, x) - LEFT) / SLOT_WIDTH));
  const ownHeight = Math.ceil(employees.length / perRow) * SLOT_HEIGHT;
  const byTies = (a, b) => (b.liveTieCount ?? 0) - (a.liveTieCount ?? 0) || (a.key < b.key ? -1 : 1);
  employees.sort(byTies);
  place(employees, LEFT, y + 8, perRow, placed);
  return {
    width: Math.max(width, x),
    height: y + 8 + ownHeight,
    rows: rowBoxes,
    columns: columnBoxes,
    own: { y: y + 8, height: ownHeight },
    placed,
    order: [...contacts, ...employees].filter((person) => placed.has(person.id)),
  };
}

/** Every column gets one slot; each further one goes where it makes the map lowest, then where most share one. */
function shareSlots(lines, levels, slots, sizeOf) {
  const given = lines.map(() => 1);
  const heightOf = (counts) =>
    levels
      .map(([level]) => Math.max(...lines.map(([line], index) => Math.ceil(sizeOf(level, line) / counts[index]))))
      .reduce((sum, height) => sum + height, 0);
  const needs = lines.map(([line]) => Math.max(...levels.map(([level]) => sizeOf(level, line))));
  for (let left = slots - lines.length; left > 0; left -= 1) {
    let best = null;
    for (const index of lines.keys()) {
      const counts = given.with(index, given[index] + 1);
      const rank = [heightOf(counts), -needs[index] / given[index]];
      if (needs[index] > given[index] && (!best || rank[0] < best.rank[0] || (rank[0] === best.rank[0] && rank[1] < best.rank[1]))) {
        best = { index, rank };
      }
    }
    if (!best) {
      break;
    }
    given[best.index] += 1;
  }
  return given;
}

function place(people, x, y, columns, placed) {
  for (const [index, person] of people.entries()) {
    placed.set(person.id, {
      person,
      x: x + (index % columns) * SLOT_WIDTH + SLOT_WIDTH / 2,
      y: y + Math.floor(index / columns) * SLOT_HEIGHT + 26,
    });
  }
}
