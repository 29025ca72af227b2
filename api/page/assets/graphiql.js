/* GraphiQL on this service's /graphql. React, ReactDOM and GraphiQL are the files beside it. */
import { TokenNeeded, ask, setToken } from "/assets/ask.js";

const EXAMPLE = `# Guanxi answers questions about key accounts. Press the play button, or Ctrl-Enter.
query Accounts {
  companies(filter: { accountsOnly: true }, first: 20) {
    edges {
      node {
        key
        name
        grade
        opportunities {
          key
          name
          status
        }
      }
    }
  }
}
`;

const form = document.getElementById("token-form");
form.addEventListener("submit", (event) => {
  event.preventDefault();
  setToken(document.getElementById("token").value.trim());
  window.location.reload();
});

async function fetcher(operation, options) {
  try {
    return await ask(operation, options?.headers ?? {});
  } catch (error) {
    if (error instanceof TokenNeeded) {
      form.hidden = false;
    }
    return { errors: [{ message: error.message }] };
  }
}

const { React, ReactDOM, GraphiQL } = window;
ReactDOM.createRoot(document.getElementById("graphiql")).render(
  React.createElement(GraphiQL, { fetcher, defaultQuery: EXAMPLE, shouldPersistHeaders: false }),
);
