WHERE
  ($grade IS NULL OR company.grade = $grade) AND
  ($industry IS NULL OR company.industry = $industry) AND
  ($region IS NULL OR company.region = $region) AND
  all(word IN $words WHERE company.search_text CONTAINS word) AND
  ($currency IS NULL OR posture.currency = $currency) AND
  ($min_value_at_risk IS NULL OR posture.value_at_risk >= $min_value_at_risk) AND
  ((size($kinds) = 0 AND size($severities) = 0) OR
    EXISTS {
      MATCH (posture)<-[:FINDING_OF]-(finding:Finding)
      WHERE
        finding.is_account_wide AND
        (size($kinds) = 0 OR finding.kind IN $kinds) AND
        (size($severities) = 0 OR finding.severity IN $severities)
    }) AND
