#!/bin/bash
# A certificate authority of this installation's own, and a key and certificate for each part, as PEM, in a directory for each: a part
# sees its own alone. What is there stays; a part whose certificate ends within 30 days gets a new one. The authority's key
# never leaves <directory>/authority; <directory>/trust holds what clients must trust, and nothing secret.
# Usage: certificates.sh <directory> <part>[:<uid that reads its key>] ...
set -euo pipefail
umask 077
mkdir -p "$1/authority" "$1/trust"
cd "$1"
shift
chmod 755 . trust
if [ ! -e trust/ca.crt ]; then
  openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 3650 -subj "/CN=Dripline installation" \
    -addext "basicConstraints=critical,CA:TRUE,pathlen:0" -addext "keyUsage=critical,keyCertSign,cRLSign" \
    -keyout authority/ca.key -out trust/ca.crt 2>/dev/null
  chmod 644 trust/ca.crt
fi
for named in "$@"; do
  part=${named%%:*}
  mkdir -p "$part"
  chmod 755 "$part"
  install -m 644 trust/ca.crt "$part/ca.crt"
  if [ -e "$part/$part.crt" ] && openssl x509 -in "$part/$part.crt" -noout -checkend 2592000 >/dev/null; then
    continue
  fi
  if [ ! -e authority/ca.key ]; then
    echo "certificates.sh: $part needs a new certificate, which takes the authority's key: put authority/ca.key back" >&2
    # One that ends soon is good until then.
    if [ -e "$part/$part.crt" ] && openssl x509 -in "$part/$part.crt" -noout -checkend 0 >/dev/null; then
      continue
    fi
    exit 1
  fi
  openssl req -new -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -subj "/CN=$part" \
    -keyout "$part/$part.key" -out "authority/$part.csr" 2>/dev/null
  printf '%s\n' "subjectAltName=DNS:$part,DNS:localhost,IP:127.0.0.1" "extendedKeyUsage=serverAuth,clientAuth" \
    "keyUsage=critical,digitalSignature" "basicConstraints=critical,CA:FALSE" > "authority/$part.ext"
  openssl x509 -req -in "authority/$part.csr" -CA trust/ca.crt -CAkey authority/ca.key \
    -CAserial authority/ca.srl -CAcreateserial -days 398 -extfile "authority/$part.ext" -out "$part/$part.crt" 2>/dev/null
  # Kafka reads both from one file.
  cat "$part/$part.key" "$part/$part.crt" > "$part/$part.pem"
  chmod 644 "$part/$part.crt"
  case $named in
    *:*) chown "${named##*:}" "$part/$part.key" "$part/$part.pem" ;;
  esac
done
