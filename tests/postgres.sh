#!/usr/bin/env bash
# Starts a private PostgreSQL server, runs the given command with PORTAL_TEST_POSTGRES pointing at it, and stops it again:
#   tests/postgres.sh dotnet test tests/Domain.Tests
set -euo pipefail
bin=$(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -V | tail -1 || true)
[ -n "$bin" ] || bin=$(dirname "$(command -v initdb)")
data=$(mktemp -d); port=${PORTAL_TEST_POSTGRES_PORT:-54329}
as=(); if [ "$(id -u)" = 0 ]; then chown postgres "$data"; as=(runuser -u postgres --); fi
stop() { "${as[@]}" "$bin/pg_ctl" -D "$data/db" -m immediate stop >/dev/null || true; rm -rf "$data"; }
trap stop EXIT
cd /
"${as[@]}" "$bin/initdb" -D "$data/db" -U portal -A trust --no-sync >/dev/null
"${as[@]}" "$bin/pg_ctl" -D "$data/db" -l "$data/log" -w -o "-p $port -k $data -c listen_addresses=127.0.0.1 -c max_connections=300" start >/dev/null
cd - >/dev/null
export PORTAL_TEST_POSTGRES="Host=127.0.0.1;Port=$port;Username=portal;Database=postgres"
"$@"
