#!/bin/sh
# Passwords and a certificate for the rehearsal. Run again it keeps what is there.
set -eu
cd "$(dirname "$0")"
umask 077
if [ ! -e .env ]; then
  while IFS= read -r line; do
    case "$line" in
      *=) echo "$line$(openssl rand -hex 24)" ;;
      *) echo "$line" ;;
    esac
  done <.env.example >.env
fi
mkdir -p hemmeligt
if [ ! -e hemmeligt/login.key ]; then
  openssl req -x509 -newkey rsa:2048 -nodes -days 365 -subj '/CN=login.boernesag.test' \
    -addext 'subjectAltName=DNS:login.boernesag.test' -keyout hemmeligt/login.key -out hemmeligt/login.crt
  # The container's user is another than yours; this key protects nothing but the rehearsal.
  chmod 755 hemmeligt
  chmod 644 hemmeligt/login.key hemmeligt/login.crt
fi
echo 'docker/.env and docker/hemmeligt are ready.'
