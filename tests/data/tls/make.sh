#!/bin/sh
# How the certificates of this folder were made. They belong to tests on loopback and open nothing.
set -eu
cd "$(dirname "$0")"
issue() { # name, subjectAltName, days before and after
  openssl req -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -keyout "$1.key" -out "$1.csr" -subj "/CN=$1"
  printf 'subjectAltName=%s\n' "$2" > "$1.ext"
  openssl x509 -req -in "$1.csr" -CA ca.pem -CAkey ca.key -CAcreateserial -out "$1.crt" -extfile "$1.ext" $3
  cat "$1.key" "$1.crt" > "$1.pem"
  rm "$1.csr" "$1.ext" "$1.key" "$1.crt"
}
openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -keyout ca.key -out ca.pem -days 36500 \
  -subj "/CN=tests of the door" -addext basicConstraints=critical,CA:TRUE -addext keyUsage=critical,keyCertSign
issue feeds.example.org DNS:feeds.example.org "-days 36500"
issue expired.example.org DNS:expired.example.org "-days -1"
rm -f ca.key ca.srl
