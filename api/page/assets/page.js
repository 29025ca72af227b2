/* The page: which view the address names, the token, and what goes wrong. Everything comes from /graphql. */

import { showAccount, startAccount } from "/assets/account/account.js";
import { setToken } from "/assets/ask.js";
import { showExposure } from "/assets/portfolio/exposure.js";
import { showPortfolio } from "/assets/portfolio/portfolio.js";
import { guarded } from "/assets/problem.js";
import { chosen, lastOnly } from "/assets/routes.js";

const at = (id) => document.getElementById(id);
const VIEWS = {
  portfolio: { show: showPortfolio, title: "Portfolio 客户组合" },
  exposure: { show: showExposure, title: "Accounts that rest on one of us 单人依赖" },
  account: { show: showAccount, title: "Account 客户" },
};
const begin = lastOnly();
let shownView = null;

function start() {
  at("token-form").addEventListener("submit", (event) => {
    event.preventDefault();
    setToken(at("token").value.trim());
    at("token").value = "";
    at("token-form").hidden = true;
    show();
  });
  document.querySelector(".skip").addEventListener("click", (event) => {
    event.preventDefault(); // the address behind the # says what is shown
    at("main").focus();
  });
  startAccount();
  window.addEventListener("hashchange", show);
  show();
}

function viewOf(choice) {
  return choice.account ? "account" : choice.view === "exposure" ? "exposure" : "portfolio";
}

function show() {
  const choice = chosen();
  const name = viewOf(choice);
  const isCurrent = begin();
  for (const other of Object.keys(VIEWS)) {
    at(`${other}-view`).hidden = other !== name;
  }
  for (const link of document.querySelectorAll("#views a")) {
    link.setAttribute("aria-current", link.hash === `#view=${name}` ? "page" : "false");
  }
  document.title = `${VIEWS[name].title} · Guanxi`;
  guarded(async () => {
    await VIEWS[name].show(at(`${name}-view`), choice, isCurrent);
    if (isCurrent() && shownView !== null && shownView !== name) {
      at(`${name}-title`).focus(); // the link that led here may be gone
      window.scrollTo(0, 0);
    }
    shownView = isCurrent() ? name : shownView;
  });
}

start();
