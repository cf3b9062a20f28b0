#!/bin/bash
# A certificate authority of this installation's own, and a key and certificate for each part, as PEM. What is there stays; a part
# whose certificate ends within 30 days gets a new one. The authority's key never leaves the directory: keep it from the parts.
# Usage: certificates.sh <directory> <part>[:<uid that reads its key>] ...
set -euo pipefail
umask 077
directory=$1
shift
mkdir -p "$directory/authority"
chmod 755 "$directory"
cd "$directory"
if [ ! -e authority/ca.key ]; then
  openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 3650 -subj "/CN=Dripline installation" \
    -addext "basicConstraints=critical,CA:TRUE,pathlen:0" -addext "keyUsage=critical,keyCertSign,cRLSign" \
    -keyout authority/ca.key -out ca.crt 2>/dev/null
  chmod 644 ca.crt
fi
for named in "$@"; do
  part=${named%%:*}
  if [ -e "$part.crt" ] && openssl x509 -in "$part.crt" -noout -checkend 2592000 >/dev/null; then
    continue
  fi
  openssl req -new -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -subj "/CN=$part" \
    -keyout "$part.key" -out "authority/$part.csr" 2>/dev/null
  printf '%s\n' "subjectAltName=DNS:$part,DNS:localhost,IP:127.0.0.1" "extendedKeyUsage=serverAuth,clientAuth" \
    "keyUsage=critical,digitalSignature" "basicConstraints=critical,CA:FALSE" > "authority/$part.ext"
  openssl x509 -req -in "authority/$part.csr" -CA ca.crt -CAkey authority/ca.key -CAcreateserial -days 398 \
    -extfile "authority/$part.ext" -out "$part.crt" 2>/dev/null
  # Kafka reads both from one file.
  cat "$part.key" "$part.crt" > "$part.pem"
  chmod 644 "$part.crt"
  case $named in
    *:*) chown "${named##*:}" "$part.key" "$part.pem" ;;
  esac
done
