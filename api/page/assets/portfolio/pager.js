/* Pages of a list by cursor: the address has the cursor, so Back works; the way here is remembered for this tab. */

import { h, term } from "/assets/elements.js";
import { addressOf } from "/assets/routes.js";

const cameFrom = new Map();

export function pager(choice, pageInfo, label) {
  const after = choice.after ?? "";
  const links = [];
  if (after) {
    const before = cameFrom.get(after);
    links.push(h("a", { href: addressOf({ ...choice, after: before ?? null }) }, before === undefined ? term(["First page", "首页"]) : term(["Previous page", "上一页"])));
  }
  if (pageInfo.hasNextPage) {
    cameFrom.set(pageInfo.endCursor, after);
    links.push(h("a", { href: addressOf({ ...choice, after: pageInfo.endCursor }) }, term(["Next page", "下一页"])));
  }
  return links.length ? h("nav", { class: "pager", "aria-label": label }, links) : null;
}
