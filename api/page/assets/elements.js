/* Builds elements. Data becomes text nodes and attributes, never markup. */

const SVG = "http://www.w3.org/2000/svg";

function fill(element, attributes, children) {
  for (const [name, value] of Object.entries(attributes)) {
    if (value === false || value === null || value === undefined) {
      continue;
    }
    if (name.startsWith("on")) {
      element.addEventListener(name.slice(2), value);
    } else {
      element.setAttribute(name, value === true ? "" : String(value));
    }
  }
  element.append(...children.flat(Infinity).filter((child) => child !== null && child !== undefined && child !== false));
  return element;
}

export function h(name, attributes = {}, ...children) {
  return fill(document.createElement(name), attributes, children);
}

export function svg(name, attributes = {}, ...children) {
  return fill(document.createElementNS(SVG, name), attributes, children);
}

/** English with the Chinese term beside it. */
export function term([english, chinese]) {
  return chinese ? h("span", {}, `${english} `, h("span", { lang: "zh", class: "zh" }, chinese)) : h("span", {}, english);
}

/** A list of which the first few are shown, and the rest on demand. */
export function shortList(items, shown, label) {
  const list = h("ul", { class: "plain" }, items.slice(0, shown));
  if (items.length <= shown) {
    return [list];
  }
  const rest = h("button", { type: "button", class: "link" }, `Show all ${items.length} ${label}`);
  rest.addEventListener("click", () => {
    list.append(...items.slice(shown));
    rest.remove();
  });
  return [list, rest];
}
