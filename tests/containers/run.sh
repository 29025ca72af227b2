#!/usr/bin/env bash
# `make test-containers`: the image and docker-compose.yml as an operator uses them, and the Neo4j suite in a container.
# As root on Debian or Ubuntu it installs a container engine when none answers; it is no part of .ci/run.
set -euo pipefail
cd "$(dirname "$0")/../.."
work=$(realpath -m build/containers)
mkdir -p "$work"
. tests/containers/engine.sh
. tests/containers/images.sh

compose() {
  if docker compose version >/dev/null 2>&1; then docker compose --project-name guanxi-test "$@"
  else docker-compose --project-name guanxi-test "$@"; fi
}
fail() { echo "FAILED: $*" >&2; exit 1; }
clean_up() {
  compose down --volumes >/dev/null 2>&1 || true
  stop_engine
}

start_engine
trap clean_up EXIT
python_image "$(sed -n 's/^ARG PYTHON_IMAGE=//p' Dockerfile)"
neo4j_image neo4j:5.26-community
echo "Building the image"
DOCKER_BUILDKIT=0 docker build -q --network host -t "$(sed -n 's/^    image: \(guanxi:.*\)/\1/p' docker-compose.yml)" . >/dev/null

GUANXI_NEO4J_PASSWORD=$(head -c 12 /dev/urandom | od -An -tx1 | tr -d ' \n')
GUANXI_API_TOKEN=$(head -c 12 /dev/urandom | od -An -tx1 | tr -d ' \n')
export GUANXI_NEO4J_PASSWORD GUANXI_API_TOKEN GUANXI_PORT=18080
wait_until_healthy() {
  local health
  for _ in $(seq 90); do
    api=$(compose ps --quiet api)
    health=$(docker inspect --format '{{.State.Health.Status}}' "$api" 2>/dev/null || true)
    [ "$health" = healthy ] && return 0
    sleep 2
  done
  compose logs --tail 40
  fail "the service did not become healthy"
}
ask_for_acme() { # more arguments are curl's
  curl --silent --show-error "$@" -H 'Content-Type: application/json' \
    -d '{"query": "{ company(key: \"acme\") { name } }"}' "http://127.0.0.1:$GUANXI_PORT/graphql"
}
expect_acme() {
  local answer
  answer=$(ask_for_acme -H "Authorization: Bearer $GUANXI_API_TOKEN")
  case $answer in *'"Acme"'*) ;; *) fail "asked for a company $1, got: $answer" ;; esac
}

echo "Starting Neo4j and the service"
compose up --detach --no-build
wait_until_healthy
mkdir -p "$work/bundle"
printf 'key,name,side\nus,Us,SUPPLIER\nacme,Acme,CUSTOMER\n' > "$work/bundle/companies.csv"
docker cp "$work/bundle" "$api:/var/lib/guanxi/bundle"
docker exec "$api" guanxi import /var/lib/guanxi/bundle
expect_acme "after the import"
refused=$(ask_for_acme --output /dev/null --write-out '%{http_code}')
[ "$refused" = 401 ] || fail "without a token the answer was $refused"
[ "$(docker exec "$api" id -u)" != 0 ] || fail "the service runs as root"
compose down
compose up --detach --no-build
wait_until_healthy
expect_acme "after both were made anew"
compose down
echo "The composed service answers, keeps strangers out and its data, and does not run as root"

export TESTCONTAINERS_RYUK_DISABLED=true TESTCONTAINERS_CONNECTION_MODE=docker_host
GUANXI_REQUIRE_NEO4J=1 .venv/bin/python -m pytest -q tests/contract -k neo4j
