#!/bin/bash
# Gives each service what acls.csv says. Run as the operator whenever the file changes; what is there stays.
set -euo pipefail
here=$(dirname "${BASH_SOURCE[0]}")
grep -v '^#' "$here/acls.csv" | tail -n +2 | while IFS=, read -r principal resource name pattern operations; do
  wanted=()
  for operation in $operations; do
    wanted+=(--operation "$operation")
  done
  # It must not read the list in place of the loop.
  bash "$here/as-operator.sh" kafka-acls.sh --add --allow-principal "User:$principal" "--$resource" "$name" \
    --resource-pattern-type "$pattern" "${wanted[@]}" < /dev/null
done
