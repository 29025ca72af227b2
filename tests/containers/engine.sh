# Sourced: sets DOCKER_HOST when no engine answers, by starting one of our own (root and apt; nothing else changes it).
# It keeps everything below $work and is stopped by stop_engine.

start_engine() {
  docker version >/dev/null 2>&1 && return 0
  if [ "$(id -u)" != 0 ] || ! command -v apt-get >/dev/null; then
    echo "No container engine answers, and starting one needs root on Debian or Ubuntu." >&2
    return 1
  fi
  DEBIAN_FRONTEND=noninteractive apt-get update -qq
  DEBIAN_FRONTEND=noninteractive apt-get install -qq -y --no-install-recommends docker.io docker-compose mmdebstrap >/dev/null
  export DOCKER_HOST="unix://$work/docker.sock"
  cat > "$work/daemon.json" <<JSON
{"hosts": ["$DOCKER_HOST"], "data-root": "$work/data", "exec-root": "$work/exec", "pidfile": "$work/docker.pid", "ip": "127.0.0.1"}
JSON
  setsid dockerd --config-file "$work/daemon.json" >"$work/engine.log" 2>&1 </dev/null &
  for _ in $(seq 150); do docker version >/dev/null 2>&1 && return 0; sleep 0.2; done
  tail -n 20 "$work/engine.log" >&2
  return 1
}

stop_engine() {
  [ -f "$work/docker.pid" ] || return 0
  local engine
  engine=$(cat "$work/docker.pid")
  kill "$engine" 2>/dev/null || return 0
  for _ in $(seq 100); do kill -0 "$engine" 2>/dev/null || break; sleep 0.1; done
}
