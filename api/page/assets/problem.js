/* Says what went wrong: above the page, in a part of it, or at a field. Asks for the token when one is needed. */

import { TokenNeeded } from "/assets/ask.js";
import { h } from "/assets/elements.js";

const at = (id) => document.getElementById(id);

/** Runs it, and says above the page what went wrong, or asks for the token. */
export async function guarded(task) {
  at("problem").hidden = true;
  try {
    await task();
  } catch (error) {
    if (error instanceof TokenNeeded) {
      at("token-form").hidden = false;
      at("token").focus();
    } else {
      sayProblem(error.message);
    }
  }
}

export function sayProblem(message) {
  at("problem").textContent = message;
  at("problem").hidden = false;
}

/** Marks the elements as busy while the task runs, also when it fails. */
export async function busyWhile(elements, task) {
  for (const element of elements) {
    element.setAttribute("aria-busy", "true");
  }
  try {
    return await task();
  } finally {
    for (const element of elements) {
      element.removeAttribute("aria-busy");
    }
  }
}

/** Fills a part of the page; what the service refuses is said in that part, and the others are shown all the same. */
export async function fillWith(into, task) {
  try {
    into.replaceChildren(...[await busyWhile([into], task)].flat().filter(Boolean));
  } catch (error) {
    if (error instanceof TokenNeeded) {
      throw error;
    }
    into.replaceChildren(h("p", { class: "field-problem", role: "alert" }, error.message));
  }
}
