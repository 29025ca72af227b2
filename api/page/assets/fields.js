/* Fields of forms with their labels, and what is wrong with them right below. */

import { h, term } from "/assets/elements.js";

/** A labelled field; `refuse` on it says what is wrong, or with null that nothing is. */
export function field(id, label, input, hint) {
  input.id = id;
  const problem = h("p", { id: `${id}-problem`, class: "field-problem", role: "alert", hidden: true });
  const shown = h("div", { class: "field" }, h("label", { for: id }, term(label)), input, hint && h("small", { class: "muted" }, hint), problem);
  const refuse = (message) => {
    problem.textContent = message ?? "";
    problem.hidden = !message;
    if (message) {
      input.setAttribute("aria-invalid", "true");
      input.setAttribute("aria-describedby", problem.id);
    } else {
      input.removeAttribute("aria-invalid");
      input.removeAttribute("aria-describedby");
    }
  };
  return { shown, input, refuse };
}

/** A choice out of [value, words…] rows. */
export function choiceOf(rows, value) {
  const select = h("select", {}, rows.map(([member, ...words]) => h("option", { value: member }, words.filter(Boolean).join(" "))));
  select.value = value ?? rows[0][0];
  return select;
}

/** The rows of a table of words, for `choiceOf`. */
export function rowsOf(table) {
  return Object.entries(table).map(([member, [english, chinese]]) => [member, english, chinese]);
}

/** Calls it once, when nothing has happened for a moment. */
export function soon(task, wait = 250) {
  let pending = null;
  return (...given) => {
    clearTimeout(pending);
    pending = setTimeout(() => task(...given), wait);
  };
}
