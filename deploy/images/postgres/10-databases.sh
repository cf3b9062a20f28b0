#!/bin/bash
# A database for each part that keeps state in PostgreSQL. The image runs this once, on an empty volume; run by hand it
# takes an older volume along, gives each role the password of now, and changes nothing that is as it should be. A service has two roles: one owns the tables and
# migrates them, the other is the one that the service works as.
set -euo pipefail
: "${POSTGRES_USER:=postgres}"
database() {
  psql -v ON_ERROR_STOP=1 --username "$POSTGRES_USER" --dbname postgres \
    -v name="$1" -v password="$2" -v owner="$3" -v owner_password="$4" <<'SQL'
SELECT format('CREATE ROLE %I LOGIN PASSWORD %L', :'name', :'password')
 WHERE NOT EXISTS (SELECT FROM pg_roles WHERE rolname = :'name') \gexec
SELECT format('CREATE ROLE %I LOGIN PASSWORD %L', :'owner', :'owner_password')
 WHERE NOT EXISTS (SELECT FROM pg_roles WHERE rolname = :'owner') \gexec
SELECT format('ALTER ROLE %I PASSWORD %L', :'name', :'password') \gexec
SELECT format('ALTER ROLE %I PASSWORD %L', :'owner', :'owner_password') \gexec
SELECT format('CREATE DATABASE %I OWNER %I', :'name', :'owner')
 WHERE NOT EXISTS (SELECT FROM pg_database WHERE datname = :'name') \gexec
REVOKE CONNECT ON DATABASE :"name" FROM PUBLIC;
GRANT CONNECT ON DATABASE :"name" TO :"name", :"owner";
SQL
}
# Of a volume of before, where the service's role owned everything.
take_from_the_service() {
  psql -v ON_ERROR_STOP=1 --username "$POSTGRES_USER" --dbname "$1" -c "REASSIGN OWNED BY $1 TO $1_owner" \
    -c "GRANT CONNECT ON DATABASE $1 TO $1"
}
for service in intake classification reporting; do
  variable="$(echo "$service" | tr '[:lower:]' '[:upper:]')"
  password="${variable}_DATABASE_PASSWORD"
  owner_password="${variable}_OWNER_DATABASE_PASSWORD"
  database "$service" "${!password}" "${service}_owner" "${!owner_password}"
  take_from_the_service "$service"
done
database keycloak "$KEYCLOAK_DATABASE_PASSWORD" keycloak "$KEYCLOAK_DATABASE_PASSWORD"
