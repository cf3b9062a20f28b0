#!/bin/bash
# Gives each service what acls.csv says. Run as the operator whenever the file changes; what is there stays.
set -euo pipefail
settings=$(mktemp)
trap 'rm -f "$settings"' EXIT
cat > "$settings" <<SETTINGS
security.protocol=SASL_SSL
sasl.mechanism=PLAIN
sasl.jaas.config=org.apache.kafka.common.security.plain.PlainLoginModule required username="operator" password="$KAFKA_OPERATOR_PASSWORD";
ssl.truststore.type=PEM
ssl.truststore.location=/tls/ca.crt
SETTINGS
grep -v '^#' /acls/acls.csv | tail -n +2 | while IFS=, read -r principal resource name pattern operations; do
  wanted=()
  for operation in $operations; do
    wanted+=(--operation "$operation")
  done
  /opt/kafka/bin/kafka-acls.sh --bootstrap-server "$KAFKA_BOOTSTRAP_SERVERS" --command-config "$settings" --add \
    --allow-principal "User:$principal" "--$resource" "$name" --resource-pattern-type "$pattern" "${wanted[@]}"
done
