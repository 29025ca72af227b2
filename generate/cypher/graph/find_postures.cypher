// find_postures: A page of the accounts in one of their orders, a list for each column.
// params: $order, $after, $first, $day, $policy, $grade, $industry, $region, $employee, $kinds, $severities, $min_value_at_risk, $currency, $words
// returns: name, grade, industry, region, is_stale, rank, {{ posture_columns | join(", ") }}
MATCH (place:PostureRank)
USING INDEX place:PostureRank(ordered_by, rank)
WHERE place.ordered_by = $order AND place.rank > $after
MATCH (place)-[:RANK_OF]->(posture:Posture)
MATCH (company:Company {key: posture.account})
MATCH (counted:AccountRevision {account: company.key})
{% include "parts/accounts_wanted.cypher" %}
  company.account = company.key AND
  ($employee IS NULL OR
    EXISTS {
      MATCH
        (held:EmployeeExposure {account: posture.account, employee: $employee})
    })
WITH place, posture, company, counted.revision AS revision
ORDER BY place.ordered_by, place.rank
LIMIT $first
WITH
  collect(place) AS places,
  collect(posture) AS postures,
  collect(company) AS companies,
  collect(
    posture.revision <> revision OR
    posture.day <> $day OR
    posture.policy <> $policy) AS is_stale
RETURN
  [x IN companies | x.name] AS name,
  [x IN companies | x.grade] AS grade,
  [x IN companies | x.industry] AS industry,
  [x IN companies | x.region] AS region,
  is_stale AS is_stale,
  [x IN places | x.rank] AS rank,
{{ properties_listed("postures", posture_columns) }}
