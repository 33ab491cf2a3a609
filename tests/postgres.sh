#!/usr/bin/env bash
# Starts a private PostgreSQL server, runs the given command with PORTAL_TEST_POSTGRES pointing at it, and stops it again:
#   tests/postgres.sh dotnet test tests/Domain.Tests
# The server sorts as people of one language do, which is not how SQLite sorts: what leaned on either would show.
set -euo pipefail
bin=$(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -V | tail -1 || true)
[ -n "$bin" ] || bin=$(dirname "$(command -v initdb || echo /)")
[ -x "$bin/initdb" ] || { echo "There is no PostgreSQL on this machine (Debian: sudo apt-get install postgresql)." >&2; exit 3; }
data=$(mktemp -d); port=${PORTAL_TEST_POSTGRES_PORT:-$((20000 + RANDOM % 12000))}
as=(); if [ "$(id -u)" = 0 ]; then chown postgres "$data"; as=(runuser -u postgres --); fi
stop() { "${as[@]}" "$bin/pg_ctl" -D "$data/db" -m immediate stop >/dev/null || true; rm -rf "$data"; }
trap stop EXIT
cd /
"${as[@]}" "$bin/initdb" -D "$data/db" -U portal -A trust -E UTF8 --locale=C.UTF-8 --locale-provider=icu --icu-locale=en-US --no-sync >"$data/made" 2>&1 ||
  { cat "$data/made" >&2; exit 3; }
options="-p $port -k $data -c listen_addresses=127.0.0.1 -c max_connections=400 -c shared_buffers=256MB"
# Nothing here outlives the run: durability is what SQLite's tests and PostgreSQL's own are for.
options="$options -c fsync=off -c full_page_writes=off -c synchronous_commit=off -c autovacuum=off -c max_wal_size=4GB"
"${as[@]}" "$bin/pg_ctl" -D "$data/db" -l "$data/log" -w -o "$options" start >/dev/null || { tail -5 "$data/log" >&2; exit 3; }
cd - >/dev/null
export PORTAL_TEST_POSTGRES="Host=127.0.0.1;Port=$port;Username=portal;Database=postgres"
"$@"
