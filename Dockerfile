# Build: any JDK from 17; run: 25, which the server likes best.
FROM eclipse-temurin:25-jdk-noble AS build
WORKDIR /src
COPY .mvn .mvn
COPY mvnw pom.xml ./
COPY modules modules
RUN --mount=type=cache,target=/m2 ./mvnw -q -Dmaven.repo.local=/m2 -DskipTests -Dspotless.check.skip=true -pl modules/speaker,modules/console -am package

FROM eclipse-temurin:25-jre-noble
# Recordings, speech and Chinese in pictures; without them those features are switched off with a word.
RUN apt-get update \
 && apt-get install -y --no-install-recommends ffmpeg espeak-ng fontconfig fonts-noto-cjk fonts-wqy-zenhei \
 && rm -rf /var/lib/apt/lists/* \
 && groupadd --system --gid 10001 firstline \
 && useradd --system --uid 10001 --gid firstline --home-dir /var/lib/firstline --shell /usr/sbin/nologin firstline \
 && install -d -o firstline -g firstline -m 700 /var/lib/firstline
WORKDIR /opt/firstline
# No pom.xml here: the launcher takes this for a released folder and never builds.
COPY firstline ./
COPY config config
COPY --from=build /src/modules/speaker/target/speaker.jar modules/speaker/target/
COPY --from=build /src/modules/console/target/firstline.war modules/console/target/
COPY --from=build /src/modules/console/target/server/payara-micro.jar modules/console/target/server/
ENV FIRSTLINE_HOME=/var/lib/firstline \
    FIRSTLINE_LISTEN=0.0.0.0 \
    FIRSTLINE_JAVA_HOME=/opt/java/openjdk \
    LANG=C.UTF-8
USER 10001:10001
VOLUME /var/lib/firstline
EXPOSE 8080
# The launcher asks /health/ready itself; the image needs no curl.
HEALTHCHECK --interval=15s --timeout=10s --start-period=180s --retries=4 CMD ["./firstline", "ready"]
STOPSIGNAL SIGTERM
ENTRYPOINT ["./firstline"]
CMD ["start"]
