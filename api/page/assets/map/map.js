/* Draws the power map as SVG: colour is stance, size is the share of the decision, the ring is access strength. */

import { svg } from "/assets/elements.js";
import { SLOT_HEIGHT, SLOT_WIDTH, layOut, radius } from "/assets/map/layout.js";
import { describe, line, nearest, ring, shortName } from "/assets/map/shapes.js";
import { STANCES, words } from "/assets/words.js";

export class PowerMap {
  constructor(container, onSelect) {
    this.container = container;
    this.onSelect = onSelect;
    this.shownKinds = new Set();
    this.selected = null;
  }

  draw(map) {
    this.edges = map.edges.filter((edge) => edge.source.startsWith("Person:") && edge.target.startsWith("Person:"));
    this.drawnWidth = this.container.clientWidth;
    this.layout = layOut(map.nodes, Math.max(640, this.drawnWidth - 4));
    this.edgeLayer = svg("g", { class: "edges", "aria-hidden": "true" });
    this.groups = new Map();
    const people = svg("g", { class: "nodes", role: "list", "aria-label": "People" });
    for (const person of this.layout.order) {
      const group = this.drawPerson(this.layout.placed.get(person.id));
      this.groups.set(person.id, group);
      people.append(group);
    }
    const { width, height } = this.layout;
    const picture = svg(
      "svg",
      { viewBox: `0 0 ${width} ${height}`, width, height, role: "group", "aria-label": "Power map" },
      this.drawFrame(),
      this.edgeLayer,
      people,
    );
    picture.addEventListener("keydown", (event) => this.move(event));
    this.container.replaceChildren(picture);
    this.setFocusable(this.selected && this.groups.has(this.selected) ? this.selected : this.layout.order[0]?.id);
    this.markSelected();
    this.drawEdges(null);
  }

  drawFrame() {
    const { rows, columns, own, width } = this.layout;
    const frame = svg("g", { class: "frame", "aria-hidden": "true" });
    for (const [index, row] of rows.entries()) {
      frame.append(
        svg("rect", { x: 0, y: row.y, width, height: row.height, class: index % 2 ? "band odd" : "band" }),
        svg("text", { x: 8, y: row.y + 20, class: "row-name" }, row.english),
        svg("text", { x: 8, y: row.y + 36, class: "row-name zh" }, row.chinese),
      );
    }
    for (const column of columns) {
      const x = column.x + column.width / 2;
      frame.append(
        svg("text", { x, y: 14, class: "column-name" }, column.english),
        svg("text", { x, y: 28, class: "column-name zh" }, column.chinese),
      );
    }
    frame.append(
      svg("rect", { x: 0, y: own.y, width, height: own.height, class: "band own" }),
      svg("text", { x: 8, y: own.y + 20, class: "row-name" }, "Our people"),
      svg("text", { x: 8, y: own.y + 36, class: "row-name zh" }, "我方"),
    );
    return frame;
  }

  drawPerson({ person, x, y }) {
    const size = person.employee ? 10 : radius(person.decisionShare);
    const stance = person.stance ?? "UNKNOWN";
    const group = svg("g", {
      class: `person ${person.employee ? "employee" : `stance-${stance.toLowerCase()}`}`,
      transform: `translate(${x} ${y})`,
      role: "listitem",
      tabindex: -1,
      "data-key": person.key,
      "aria-label": describe(person),
    });
    group.append(svg("title", {}, describe(person)));
    const slot = { x: -SLOT_WIDTH / 2, y: -SLOT_HEIGHT / 2 + 3, width: SLOT_WIDTH, height: SLOT_HEIGHT };
    group.append(svg("rect", { ...slot, fill: "transparent" })); // all of the slot can be pointed at
    if (person.employee) {
      group.append(svg("rect", { x: -size, y: -size, width: 2 * size, height: 2 * size, rx: 4, class: "body" }));
    } else {
      group.append(svg("circle", { r: size, class: "body" }), ring(size + 3, person.accessStrength));
      group.append(svg("text", { y: 4, class: "sign" }, words(STANCES, stance)[2]));
    }
    if (person.keyPerson) {
      group.append(svg("circle", { cx: size * 0.75, cy: -size * 0.75, r: 4, class: "key-mark" }));
    }
    group.append(svg("text", { y: SLOT_HEIGHT - 28, class: "name" }, shortName(person)));
    group.addEventListener("click", () => this.select(person));
    group.addEventListener("mouseenter", () => this.drawEdges(person.id));
    group.addEventListener("mouseleave", () => this.drawEdges(null));
    group.addEventListener("focus", () => this.drawEdges(person.id));
    group.addEventListener("blur", () => this.drawEdges(null));
    return group;
  }

  /** The edges of the person pointed at, of the selected one, and of the kinds that are switched on. */
  drawEdges(pointedAt) {
    const lines = [];
    for (const edge of this.edges) {
      const kind = edge.kind === "DOTTED_REPORTS_TO" ? "REPORTS_TO" : edge.kind;
      const touches = (id) => id !== null && (edge.source === id || edge.target === id);
      const isNear = touches(pointedAt) || touches(this.selected);
      const from = this.layout.placed.get(edge.source);
      const to = this.layout.placed.get(edge.target);
      if (from && to && (isNear || this.shownKinds.has(kind))) {
        lines.push(line(edge, kind, from, to, isNear));
      }
    }
    this.edgeLayer.replaceChildren(...lines);
  }

  select(person) {
    this.selected = person.id;
    this.setFocusable(person.id);
    this.markSelected();
    this.drawEdges(null);
    this.onSelect(person);
  }

  selectKey(key) {
    const found = this.layout?.order.find((person) => person.key === key);
    if (found) {
      this.select(found);
    }
    return found !== undefined;
  }

  clear() {
    this.selected = null;
    this.markSelected();
    this.drawEdges(null);
  }

  showKind(kind, isShown) {
    this.shownKinds[isShown ? "add" : "delete"](kind);
    if (this.edges) {
      this.drawEdges(null);
    }
  }

  markSelected() {
    for (const [id, group] of this.groups) {
      group.classList.toggle("selected", id === this.selected);
    }
  }

  /** One person at a time is in the tab order; arrow keys go to the nearest one in that direction. */
  setFocusable(id) {
    for (const [other, group] of this.groups) {
      group.setAttribute("tabindex", other === id ? "0" : "-1");
    }
  }

  move(event) {
    const current = this.layout.order.find((person) => this.groups.get(person.id) === document.activeElement);
    if (!current) {
      return;
    }
    if (event.key === "Enter" || event.key === " ") {
      event.preventDefault();
      this.select(current);
      return;
    }
    const direction = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[event.key];
    if (!direction) {
      return;
    }
    event.preventDefault();
    const next = nearest(this.layout.placed, current.id, direction);
    if (next) {
      this.setFocusable(next);
      this.groups.get(next).focus();
    }
  }
}
