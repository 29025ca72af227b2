/* What is chosen is in the address, behind the #: every view can be linked to, and Back goes back. */

/** What the address says, by name. */
export function chosen() {
  return Object.fromEntries(new URLSearchParams(window.location.hash.slice(1)));
}

/** The address of a choice; what is empty is left out. */
export function addressOf(choice) {
  const given = Object.entries(choice).filter(([, value]) => value !== null && value !== undefined && value !== "");
  return `#${new URLSearchParams(given)}`;
}

/** Shows the choice, as a step that Back takes back. */
export function go(choice) {
  window.location.hash = addressOf(choice);
}

/** Shows the choice in place of the one that is shown: for typing, which would be many steps. */
export function goInPlace(choice) {
  window.history.replaceState(null, "", addressOf(choice));
  window.dispatchEvent(new HashChangeEvent("hashchange"));
}

/** Begins a task; what it returns tells whether the task is still the one that was begun last. */
export function lastOnly() {
  let turn = 0;
  return () => {
    turn += 1;
    const mine = turn;
    return () => mine === turn;
  };
}
