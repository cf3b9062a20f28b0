package io.dripline.bench.speed;

import java.io.IOException;

/** A client that posts one made report after another and expects each to be stored. */
final class ReportingClinic implements Client {

    /** Who wants to know of every report. */
    @FunctionalInterface
    interface Witness {

        /**
         * One was stored.
         *
         * @param id the session's
         * @param posted when it was sent, on the clock of {@link System#nanoTime()}
         */
        void stored(String id, long posted);
    }

    private final ClinicConnection connection;
    private final MadeReports reports;
    private final Witness witness;

    ReportingClinic(ClinicConnection connection, MadeReports reports, Witness witness) {
        this.connection = connection;
        this.reports = reports;
        this.witness = witness;
    }

    @Override
    public void ask() throws IOException {
        String report = reports.next();
        long posted = System.nanoTime();
        ClinicConnection.Answer answer = connection.post(report);
        if (answer.status() != 201) {
            throw new IllegalStateException(
                    "expected 201, intake answered %d: %s".formatted(answer.status(), answer.body()));
        }
        witness.stored(answer.location().substring(answer.location().lastIndexOf('/') + 1), posted);
    }

    @Override
    public void close() throws IOException {
        connection.close();
    }
}
