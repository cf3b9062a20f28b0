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
USER dripline
WORKDIR /var/lib/dripline
# Inside a container every interface is the container's own; compose publishes the port on 127.0.0.1 only.
ENV QUARKUS_HTTP_HOST=0.0.0.0 \
    JAVA_TOOL_OPTIONS="-XX:+UseSerialGC -XX:MaxRAMPercentage=60 --enable-native-access=ALL-UNNAMED"
ENTRYPOINT ["java", "-jar", "/opt/dripline/quarkus-run.jar"]
