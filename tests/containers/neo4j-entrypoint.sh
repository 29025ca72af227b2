#!/usr/bin/env bash
# What the official image's entry point does, as far as docker-compose.yml and testcontainers use it: NEO4J_AUTH, and
# NEO4J_some_setting__name as some.setting_name (one underscore is a dot, two are one underscore).
set -euo pipefail
conf=$NEO4J_HOME/conf/neo4j.conf
mkdir -p "$NEO4J_HOME"/{conf,plugins,import,run} /data /logs
printf '%s\n' server.directories.data=/data server.directories.logs=/logs server.default_listen_address=0.0.0.0 \
  server.memory.pagecache.size=64m db.tx_log.preallocate=false dbms.usage_report.enabled=false > "$conf"

while IFS='=' read -r -d '' name value; do
  case $name in
    NEO4J_AUTH | NEO4J_HOME) ;;
    NEO4J_*)
      setting=${name#NEO4J_}
      setting=${setting//__/$'\x01'}
      setting=${setting//_/.}
      setting=${setting//$'\x01'/_}
      sed -i "/^${setting//./\\.}=/d" "$conf"
      echo "$setting=$value" >> "$conf"
      ;;
  esac
done < <(env -0)

case ${NEO4J_AUTH:-} in
  none) echo dbms.security.auth_enabled=false >> "$conf" ;;
  neo4j/*)
    [ -e /data/dbms/auth.ini ] || [ -e /data/databases/system ] || java -Xmx128m -cp "$NEO4J_HOME/lib/*" \
      -Dbasedir="$NEO4J_HOME" org.neo4j.server.startup.Neo4jAdminCommand dbms set-initial-password "${NEO4J_AUTH#neo4j/}"
    ;;
esac

opens=()
for package in java.nio java.io sun.nio.ch java.util.concurrent; do opens+=("--add-opens=java.base/$package=ALL-UNNAMED"); done
exec java -Xmx512m "${opens[@]}" -Dfile.encoding=UTF-8 -cp "$NEO4J_HOME/plugins/*:$NEO4J_HOME/conf/*:$NEO4J_HOME/lib/*" \
  org.neo4j.server.CommunityEntryPoint --home-dir="$NEO4J_HOME" --config-dir="$NEO4J_HOME/conf" --console-mode
