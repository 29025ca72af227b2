/* Asks this service's /graphql. The token, when one is needed, is kept for this tab alone. */

const TOKEN = "guanxi.token";

export class TokenNeeded extends Error {}

export function setToken(token) {
  sessionStorage.setItem(TOKEN, token);
}

/** The whole answer, errors included. Throws TokenNeeded when the service wants one. */
export async function ask(operation, headers = {}) {
  const token = sessionStorage.getItem(TOKEN);
  const response = await fetch("/graphql", {
    method: "POST",
    headers: {
      "Content-Type": "application/json",
      Accept: "application/json",
      ...(token ? { Authorization: `Bearer ${token}` } : {}),
      ...headers,
    },
    body: JSON.stringify(operation),
  });
  const isJson = (response.headers.get("Content-Type") ?? "").includes("json");
  const answer = isJson ? await response.json() : { errors: [{ message: `The service answered ${response.status}.` }] };
  if (response.status === 401) {
    throw new TokenNeeded(token ? "The token is not the right one." : "This service needs its access token.");
  }
  return answer;
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
