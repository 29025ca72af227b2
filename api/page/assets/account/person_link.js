/* People as links to their place on the map of the account. */

import { h } from "/assets/elements.js";
import { addressOf } from "/assets/routes.js";
import { called } from "/assets/words.js";

/** A contact or employee of the account, as a link to the map where the person is selected. */
export function personLink(person, account, asOf) {
  return h("a", { href: addressOf({ account, asOf, opportunity: "all", person: person.key }) }, called(person));
}

/** Several of them in one line. */
export function personLinks(people, account, asOf) {
  return people.flatMap((person, index) => [index ? ", " : "", personLink(person, account, asOf)]);
}
