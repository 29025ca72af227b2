// Reads {statements: {name: {text, parameters}}, schema} as JSON and writes, for each name, what Neo4j's own
// language support says of the statement, and the text as it would format it.
import { readFileSync } from "node:fs";
import { formatQuery, lintCypherQuery } from "@neo4j-cypher/language-support";

const { statements, schema } = JSON.parse(readFileSync(0, "utf8"));
const said = {};
for (const [name, { text, parameters }] of Object.entries(statements)) {
  const { diagnostics } = lintCypherQuery(text, { ...schema, parameters });
  said[name] = {
    remarks: diagnostics.map(({ message, range }) => `line ${range.start.line + 1}: ${message}`),
    formatted: formatQuery(text).formattedQuery,
  };
}
process.stdout.write(JSON.stringify(said));
