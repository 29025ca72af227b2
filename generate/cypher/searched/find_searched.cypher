// find_searched_{{ kind.name }}: What the {{ kind.name }} with one of the keys are searched in, a list for each column.
// params: $keys
// returns: id, {{ kind.searched | join(", ") }}
MATCH (node:{{ label }})
WHERE node.key IN $keys
{% if kind.name == "people" %}
WITH
  node,
  coalesce(
    node.title,
    last(
      {% filter indent(6, first=true) %}
{% include "parts/last_title.cypher" %}
      {% endfilter %}
  ) AS title
ORDER BY node.key
WITH collect(node) AS found, collect([title]) AS titles
{% else %}
WITH node
ORDER BY node.key
WITH collect(node) AS found
{% endif %}
RETURN
  [x IN found | elementId(x)] AS id,
{% for column in kind.searched %}
{% if kind.name == "people" and column == "title" %}
  [x IN titles | x[0]] AS title{{ "" if loop.last else "," }}
{% else %}
  [x IN found | x.{{ column }}] AS {{ column }}{{ "" if loop.last else "," }}
{% endif %}
{% endfor %}
