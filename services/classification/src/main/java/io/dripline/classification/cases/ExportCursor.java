package io.dripline.classification.cases;

import io.dripline.classification.problem.Parameters;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.HexFormat;

/**
 * A place in an export: no date but that of the export itself.
 *
 * @param place of the last patient that was looked at, in the order of the salt, 64 hex digits
 * @param given how many of this patient's lines were given
 * @param salt makes the patients' numbers and their order those of this export
 * @param asOf the time of its first page
 */
record ExportCursor(String place, int given, long salt, Instant asOf) {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final HexFormat HEX = HexFormat.of();

    static ExportCursor start(Instant asOf) {
        return new ExportCursor("0".repeat(64), 0, RANDOM.nextLong(), asOf);
    }

    /** Reads what {@link #toString} wrote. */
    static ExportCursor of(String text) {
        String[] parts = text.split("_", -1);
        if (parts.length != 4 || !parts[0].matches("[0-9a-f]{64}")) {
            throw new IllegalArgumentException("no cursor");
        }
        return new ExportCursor(
                parts[0],
                Integer.parseInt(parts[1]),
                Long.parseLong(parts[2]),
                Parameters.storable(Instant.parse(parts[3])));
    }

    byte[] bytes() {
        return HEX.parseHex(place);
    }

    /** How many of this patient's lines were given before. */
    int givenOf(String patient) {
        return placeOf(patient).equals(place) ? given : 0;
    }

    ExportCursor behind(String patient, int lines) {
        return new ExportCursor(placeOf(patient), lines, salt, asOf);
    }

    private String placeOf(String patient) {
        return HEX.formatHex(PatientOrder.placeOf(patient, salt));
    }

    @Override
    public String toString() {
        return "%s_%d_%d_%s".formatted(place, given, salt, asOf);
    }
}
