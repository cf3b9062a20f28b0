#!/bin/bash
# Runs one of Kafka's programs as the operator, over TLS: as-operator.sh kafka-topics.sh --list
set -euo pipefail
settings=$(mktemp)
trap 'rm -f "$settings"' EXIT
cat > "$settings" <<SETTINGS
security.protocol=SASL_SSL
sasl.mechanism=PLAIN
sasl.jaas.config=org.apache.kafka.common.security.plain.PlainLoginModule required username="operator" password="$KAFKA_OPERATOR_PASSWORD";
ssl.truststore.type=PEM
ssl.truststore.location=${KAFKA_AUTHORITY:-/tls/ca.crt}
SETTINGS
program=$1
shift
"${KAFKA_PROGRAMS:-/opt/kafka/bin}/$program" --bootstrap-server "$KAFKA_BOOTSTRAP_SERVERS" --command-config "$settings" "$@"
