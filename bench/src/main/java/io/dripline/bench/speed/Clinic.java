package io.dripline.bench.speed;

import io.dripline.bench.LocalLine;
import java.io.IOException;
import java.net.http.HttpClient;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/**
 * The clinic that reports in these measurements, as several clients. What they report never repeats within a run, nor between runs.
 *
 * @param days that sessions are spread over, up to the day before yesterday
 */
record Clinic(long seed, String run, int days) {

    private static final String NAME = "clinic-north";

    /** Reports of this week, as they come in. */
    static final int OF_LATE = 8;

    /** Reports of two years. */
    static final int OF_TWO_YEARS = 728;

    /** A clinic whose run has a name that no run had before. */
    static Clinic of(long seed, int days) {
        return new Clinic(seed, Long.toString(System.currentTimeMillis(), Character.MAX_RADIX), days);
    }

    /** What the client of this number reports, from its first report on. */
    MadeReports reports(int client) {
        return new MadeReports(seed, run, client, LocalDate.now(ZoneOffset.UTC).minusDays(2), days);
    }

    /** A token, good for ten minutes. */
    static String token() throws IOException, InterruptedException {
        try (HttpClient http =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            return LocalLine.ofClinic(http, NAME);
        }
    }

    /** Clients with new connections and a new token that go on where these reports stand. */
    static List<ReportingClinic> connect(List<MadeReports> reports, ReportingClinic.Witness witness)
            throws IOException, InterruptedException {
        String token = token();
        List<ReportingClinic> clients = new ArrayList<>();
        for (MadeReports some : reports) {
            clients.add(
                    new ReportingClinic(new ClinicConnection(LocalLine.uri(8081, "/sessions"), token), some, witness));
        }
        return clients;
    }
}
