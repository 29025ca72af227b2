// find_references_to_companies: The kinds and columns by which what stays refers to the companies.
// params: $keys
// returns: company, kind, column
CALL () {
{% for reference in references_to("companies") %}
{% if not loop.first %}
    UNION
{% endif %}
{{ reference }}
{% endfor %}
}
WITH kind, column, key
ORDER BY kind, column, key
RETURN collect(key) AS company, collect(kind) AS kind, collect(column) AS column
