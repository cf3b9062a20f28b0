package io.dripline.bench.speed;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.dripline.bench.LocalLine;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What intake wrote for a report: its content, and how long its sealed parts are, for others of the same size.
 *
 * @param content JSON without blanks between its parts, as intake hands it over
 * @param contentHash bytes, as are the next ones
 * @param words of each event
 */
record WrittenReport(
        String clinic, String content, String who, int contentHash, int codeHash, int wrapped, List<Integer> words) {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final String QUERY = """
            select clinic, content::text, who, octet_length(content_hash), octet_length(code_hash), octet_length(wrapped),
                   (select array_agg(octet_length(sealed)) from session_text
                     where (session_text.session_id, session_text.version) = (v.session_id, v.version))
              from session_version v
              join patient on patient.id = v.patient
              join patient_key k on (k.session_id, k.version) = (v.session_id, v.version)
             where starts_with(reference, ?)
             order by v.seq desc limit ?
            """;

    /**
     * The newest of a run.
     *
     * @throws IllegalStateException if there is none
     */
    static List<WrittenReport> of(String run, int most) throws IOException, SQLException {
        try (Connection intake = DriverManager.getConnection(LocalLine.database("intake"), Floor.ROLE, "");
                PreparedStatement query = intake.prepareStatement(QUERY)) {
            query.setString(1, MadeReports.reference(run));
            query.setInt(2, most);
            List<WrittenReport> written = new ArrayList<>();
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    written.add(new WrittenReport(
                            row.getString(1),
                            JSON.readTree(row.getString(2)).toString(),
                            row.getString(3),
                            row.getInt(4),
                            row.getInt(5),
                            row.getInt(6),
                            Arrays.asList((Integer[]) row.getArray(7).getArray())));
                }
            }
            if (written.isEmpty()) {
                throw new IllegalStateException(
                        "expected reports of the run " + run + " in intake's database, found none");
            }
            return written;
        }
    }
}
