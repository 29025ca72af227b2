RETURN
  rank AS rank,
  kind AS kind,
  node.key AS key,
  node.name AS name,
  CASE
    WHEN
      kind = 'Person'
      THEN
        coalesce(
          node.title,
          last(
            {% filter indent(12, first=true) %}
{% include "parts/last_title.cypher" %}
            {% endfilter %}
        )
    ELSE [(node)-[:DEPARTMENT_OF|OPPORTUNITY_AT]->(at) | at.key ][0]
  END AS detail
