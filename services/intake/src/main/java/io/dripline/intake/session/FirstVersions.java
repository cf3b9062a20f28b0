package io.dripline.intake.session;

import io.agroal.api.AgroalDataSource;
import io.dripline.intake.request.StoreFailures;
import jakarta.inject.Singleton;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** What clinics said first under their references. */
@Singleton
class FirstVersions {

    private static final String QUERY = """
            select reference, session_id, content_hash, code_hash
            from session_version join patient on patient.id = session_version.patient
            where clinic = ? and reference = any (?) and version = 1
            """;

    /** The first version under a reference. */
    @SuppressWarnings("ArrayRecordComponent") // compared here alone
    record FirstVersion(UUID id, byte[] contentHash, byte[] codeHash) {

        boolean says(Report report) {
            boolean isSaid = MessageDigest.isEqual(contentHash, report.session().contentHash())
                    || MessageDigest.isEqual(contentHash, report.formerHash());
            return isSaid && MessageDigest.isEqual(codeHash, report.codeHash());
        }
    }

    private final AgroalDataSource dataSource;

    FirstVersions(AgroalDataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** By reference; without those that the clinic never used. */
    Map<String, FirstVersion> under(Collection<String> references, String clinic) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement query = connection.prepareStatement(QUERY)) {
            query.setString(1, clinic);
            query.setArray(2, connection.createArrayOf("text", references.toArray(String[]::new)));
            Map<String, FirstVersion> first = new HashMap<>();
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    first.put(
                            row.getString(1),
                            new FirstVersion(row.getObject(2, UUID.class), row.getBytes(3), row.getBytes(4)));
                }
            }
            return first;
        } catch (SQLException e) {
            throw StoreFailures.failed("References could not be looked up", e);
        }
    }
}
