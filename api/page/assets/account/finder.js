/* Another account, by a part of its name or by its key: the service looks for it, so there may be thousands. */

import { dataOf } from "/assets/ask.js";
import { h } from "/assets/elements.js";
import { soon } from "/assets/fields.js";
import { guarded } from "/assets/problem.js";
import { ACCOUNTS } from "/assets/questions/account.js";

const at = (id) => document.getElementById(id);
let found = new Map();
let shownName = "";

export function startFinder(onFound) {
  const open = () => {
    const key = found.get(at("account").value);
    if (key) {
      at("account").blur();
      onFound(key);
    }
    return Boolean(key);
  };
  const search = soon(() => guarded(look));
  at("account").addEventListener("focus", () => at("account").select());
  at("account").addEventListener("input", () => {
    refuse(null);
    return open() || search();
  });
  at("choice").addEventListener("submit", () =>
    guarded(async () => {
      if (at("account").value === shownName || open()) {
        return;
      }
      await look();
      const [first] = found.values();
      if (first === undefined) {
        refuse(`No account has “${at("account").value}” in its name or key.`);
      } else {
        at("account").blur();
        onFound(first);
      }
    }),
  );
  at("account").addEventListener("blur", () => {
    at("account").value = shownName;
    refuse(null);
  });
}

export function showName(company) {
  shownName = company.name;
  if (at("account") !== document.activeElement) {
    at("account").value = company.name;
  }
}

function refuse(message) {
  at("account-problem").textContent = message ?? "";
  at("account-problem").hidden = !message;
  at("account").setAttribute("aria-invalid", message ? "true" : "false");
}

async function look() {
  const { companies } = await dataOf(ACCOUNTS, { text: at("account").value.trim() || null }, "Accounts");
  const accounts = companies.edges.map((edge) => edge.node);
  const isAlone = (name) => accounts.filter((account) => account.name === name).length === 1;
  found = new Map(accounts.map(({ key, name }) => [isAlone(name) ? name : `${name} (${key})`, key]));
  at("account-names").replaceChildren(...[...found.keys()].map((name) => h("option", { value: name })));
}
