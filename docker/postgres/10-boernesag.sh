#!/bin/sh
# Run once by the image, as superuser: the owner of everything is not one, so that row-level security holds for it too.
set -eu
psql --username "$POSTGRES_USER" --dbname postgres --set ON_ERROR_STOP=1 --set password="$ES_OWNER_PASSWORD" <<'SQL'
CREATE ROLE es_owner LOGIN CREATEROLE PASSWORD :'password';
CREATE DATABASE boernesag OWNER es_owner TEMPLATE template0 ENCODING 'UTF8' LOCALE 'C.UTF-8';
SQL
