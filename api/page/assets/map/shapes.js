/* The shapes and labels of the power map: rings, edges, names, and which person is nearest in a direction. */

import { svg } from "/assets/elements.js";
import { STANCES, both, percent } from "/assets/words.js";

const LABEL_UNITS = 11; // a Chinese character is two

export function nearest(placed, id, [dx, dy]) {
  const from = placed.get(id);
  let best = null;
  let least = Infinity;
  for (const [other, { x, y }] of placed) {
    const ahead = (x - from.x) * dx + (y - from.y) * dy;
    const aside = Math.abs((x - from.x) * dy) + Math.abs((y - from.y) * dx);
    if (other !== id && ahead > 1 && ahead + 2 * aside < least) {
      least = ahead + 2 * aside;
      best = other;
    }
  }
  return best;
}

/** An arc as long as the access strength; the track shows what is missing. */
export function ring(size, strength) {
  const around = 2 * Math.PI * size;
  const covered = around * Math.min(1, Math.max(0, strength ?? 0));
  return svg(
    "g",
    { class: "ring" },
    svg("circle", { r: size, class: "track" }),
    covered > 0 &&
      svg("circle", {
        r: size,
        class: "covered",
        "stroke-dasharray": `${covered} ${around - covered}`,
        transform: "rotate(-90)",
      }),
  );
}

export function line(edge, kind, from, to, isNear) {
  const middle = { x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 };
  const bend = 0.12;
  const control = { x: middle.x - (to.y - from.y) * bend, y: middle.y + (to.x - from.x) * bend };
  const weight = edge.strength ?? edge.weight ?? 0.4;
  return svg("path", {
    d: `M ${from.x} ${from.y} Q ${control.x} ${control.y} ${to.x} ${to.y}`,
    class: `edge ${kind.toLowerCase()} ${isNear ? "near" : ""} ${edge.live === false ? "dead" : ""}`,
    "stroke-width": 0.8 + 2.6 * weight,
  });
}

/** What fits below a circle: of a name in both languages the Chinese part, else the name cut to length. */
export function shortName(person) {
  const name = person.name ?? "(open seat)";
  const chinese = name.match(/^[\p{Script=Han}·]+/u)?.[0] ?? name;
  let units = 0;
  for (const [index, letter] of [...chinese].entries()) {
    units += /\p{Script=Han}/u.test(letter) ? 2 : 1;
    if (units > LABEL_UNITS) {
      return `${[...chinese].slice(0, Math.max(1, index - 1)).join("")}…`;
    }
  }
  return chinese;
}

export function describe(person) {
  const facts = [person.name ?? "A seat whose holder is not known", person.title];
  if (!person.employee) {
    facts.push(
      both(STANCES, person.stance ?? "UNKNOWN"),
      `share of the decision ${percent(person.decisionShare)}`,
      `access strength ${percent(person.accessStrength)}`,
    );
  }
  return facts.filter(Boolean).join(", ");
}
