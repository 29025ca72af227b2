# Sourced: makes sure that the images of docker-compose.yml and the Dockerfile are there, by pulling them, or where no
# registry can be reached by stand-ins from the distribution's packages and Maven Central jars.

have_image() { docker image inspect "$1" >/dev/null 2>&1 || timeout 60 docker pull -q "$1" >/dev/null 2>&1; }

# A minimal Debian with Python, the certificates that this machine trusts, and pip as the slim Python images have it.
base_image() {
  docker image inspect guanxi-test/debian >/dev/null 2>&1 && return 0
  local sources=/etc/apt/sources.list root=$work/base
  [ -s "$sources" ] || sources=/etc/apt/sources.list.d/debian.sources
  rm -rf "$root"
  mmdebstrap -q --variant=minbase --include=ca-certificates,wget,python3,python3-pip,python3-venv \
    --dpkgopt='path-exclude=/usr/share/doc/*' --dpkgopt='path-exclude=/usr/share/man/*' "$(. /etc/os-release; echo "$VERSION_CODENAME")" "$root" "$sources"
  cp -L /etc/ssl/certs/ca-certificates.crt "$root/etc/ssl/certs/ca-certificates.crt"
  rm -f "$root"/usr/lib/python3*/EXTERNALLY-MANAGED
  ln -sf python3 "$root/usr/bin/python"
  tar -C "$root" -c . | docker import --change 'CMD ["bash"]' --change 'ENV LANG=C.UTF-8 SSL_CERT_FILE=/etc/ssl/certs/ca-certificates.crt PIP_CERT=/etc/ssl/certs/ca-certificates.crt' - guanxi-test/debian >/dev/null
}

neo4j_image() { # of this name
  have_image "$1" && return 0
  base_image
  local context=$work/neo4j
  rm -rf "$context"
  mkdir -p "$context/jre"
  cp -rL "$(.venv/bin/python -c "from graph.neo4j_server.jars import *; from graph.neo4j_server.java import *; print(fetch_jars(DEFAULT_VERSION, find_java(DEFAULT_VERSION), print))" | tail -n 1)" "$context/lib"
  local java
  java=$(.venv/bin/python -c "from graph.neo4j_server.jars import *; from graph.neo4j_server.java import *; print(find_java(DEFAULT_VERSION).path.resolve().parent.parent)")
  tar -C "$java" -ch --exclude=./lib/src.zip --exclude=./jmods --exclude=./man --exclude=./docs . | tar -C "$context/jre" -x
  chmod -R a+rX "$context"
  cp tests/containers/neo4j-entrypoint.sh "$context/"
  DOCKER_BUILDKIT=0 docker build -q --network none -f tests/containers/Dockerfile.neo4j -t "$1" "$context" >/dev/null
}

python_image() { # of this name
  have_image "$1" && return 0
  base_image
  docker tag guanxi-test/debian "$1"
}
