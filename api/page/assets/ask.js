/* Asks this service's /graphql. The token, when one is needed, is kept for this tab alone. */

const TOKEN = "guanxi.token";

export class TokenNeeded extends Error {}

export function setToken(token) {
  sessionStorage.setItem(TOKEN, token);
}

export function hasToken() {
  return sessionStorage.getItem(TOKEN) !== null;
}

function authorization() {
  const token = sessionStorage.getItem(TOKEN);
  return token ? { Authorization: `Bearer ${token}` } : {};
}

let language = "en";

/** The language in which the service tells what it found: one that the browser's settings ask for. */
export function spoken() {
  return { lang: language };
}

/** The whole answer, errors included. Throws TokenNeeded when the service wants one. */
export async function ask(operation, headers = {}) {
  const response = await fetch("/graphql", {
    method: "POST",
    headers: {
      "Content-Type": "application/json",
      Accept: "application/json",
      ...authorization(),
      ...headers,
    },
    body: JSON.stringify(operation),
  });
  language = response.headers.get("Content-Language") ?? language;
  const isJson = (response.headers.get("Content-Type") ?? "").includes("json");
  const answer = isJson ? await response.json() : { errors: [{ message: `The service answered ${response.status}.` }] };
  if (response.status === 401) {
    throw new TokenNeeded(hasToken() ? "The token is not the right one." : "This service needs its access token.");
  }
  return answer;
}

/** Saves a file of this service under that name. What the service refuses it with, or null. */
export async function save(path, name) {
  const response = await fetch(path, { headers: authorization() });
  if (response.status === 401) {
    throw new TokenNeeded("This service needs its access token.");
  }
  if (!response.ok) {
    const { errors } = await response.json();
    return errors.map((found) => found.message).join("; ");
  }
  const address = URL.createObjectURL(await response.blob());
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000); // when the browser has read it
  return null;
}

/** The data of an answer. Throws an Error with the service's words when there is none. */
export async function dataOf(query, variables, operationName) {
  const answer = await ask({ query, variables, operationName });
  if (answer.errors?.length) {
    const error = new Error(answer.errors.map((found) => found.message).join("; "));
    error.code = answer.errors[0].extensions?.code;
    throw error;
  }
  return answer.data;
}
