// find_company_names: The names and keys of the companies that a filter lets through; a null does not filter.
// params: $side, $grade, $industry, $region, $parent, $words, $accounts_only
// returns: name, key
MATCH (company:Company)
WHERE
  ($side IS NULL OR company.side = $side) AND
  ($grade IS NULL OR company.grade = $grade) AND
  ($industry IS NULL OR company.industry = $industry) AND
  ($region IS NULL OR company.region = $region) AND
  all(word IN $words WHERE company.search_text CONTAINS word) AND
  (NOT $accounts_only OR company.account = company.key) AND
  ($parent IS NULL OR
    EXISTS {
    (company)-[:SUBSIDIARY_OF]->(:Company {key: $parent})
    })
WITH company
ORDER BY company.name, company.key
WITH collect(company) AS found
RETURN [x IN found | x.name] AS name, [x IN found | x.key] AS key
