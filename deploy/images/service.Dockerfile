# One image for each service: docker build -f deploy/images/service.Dockerfile --build-arg SERVICE=intake .
FROM maven:3.9-eclipse-temurin-25 AS build
ARG SERVICE
WORKDIR /build
COPY . .
RUN mvn -B -ntp -q -DskipTests -pl "services/${SERVICE}" -am package

FROM eclipse-temurin:25-jre
ARG SERVICE
RUN apt-get update \
    && apt-get install -y --no-install-recommends curl \
    && rm -rf /var/lib/apt/lists/* \
    && useradd --system --uid 10001 --create-home dripline \
    && mkdir -p /var/lib/dripline \
    && chown dripline /var/lib/dripline
COPY --from=build /build/services/${SERVICE}/target/quarkus-app/ /opt/dripline/
# What it is made of.
COPY --from=build /build/services/${SERVICE}/target/parts.cdx.json /opt/dripline/
# Inside a container every interface is the container's own; compose publishes the port on 127.0.0.1 only.
ENV QUARKUS_HTTP_HOST=0.0.0.0 \
    JAVA_TOOL_OPTIONS="-XX:+UseSerialGC -XX:MaxRAMPercentage=60 --enable-native-access=ALL-UNNAMED"
# What the JVM keeps of a trial start, by the runtime that it is for. Without a database that start ends by itself, in the middle and with
# an error; where it leaves nothing, the service starts without. The keys are nobody's. docs/decisions/0039
RUN for key in DRIPLINE_INTAKE_PSEUDONYM_KEY DRIPLINE_FREE_TEXT_KEYS DRIPLINE_WORDS_KEYS DRIPLINE_LEDGER_KEY; do \
        export "$key=of-the-trial-start-and-of-nothing-else"; \
    done; \
    QUARKUS_PROFILE=prod,local QUARKUS_FLYWAY_MIGRATE_AT_START=false timeout 300 \
        java -XX:AOTCacheOutput=/opt/dripline/start.aot -jar /opt/dripline/quarkus-run.jar > /tmp/trial.log 2>&1; \
    tail -n 3 /tmp/trial.log; rm /tmp/trial.log
USER dripline
WORKDIR /var/lib/dripline
ENTRYPOINT ["java", "-XX:AOTCache=/opt/dripline/start.aot", "-XX:AOTMode=auto", "-jar", "/opt/dripline/quarkus-run.jar"]
