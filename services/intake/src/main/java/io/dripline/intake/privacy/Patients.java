package io.dripline.intake.privacy;

import jakarta.inject.Singleton;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.Predicate;
import javax.sql.DataSource;

/** Patients by their codes. Ids are random and for good: 64 lower-case hex digits. */
@Singleton
public class Patients {

    private static final int BYTES = 32;

    private final DataSource dataSource;
    private final KeyedHashes hashes;
    private final SecureRandom random = new SecureRandom();

    Patients(DataSource dataSource, KeyedHashes hashes) {
        this.dataSource = dataSource;
        this.hashes = hashes;
    }

    /** The id that a patient gets who was never here. */
    public String newId() {
        byte[] id = new byte[BYTES];
        random.nextBytes(id);
        return HexFormat.of().formatHex(id);
    }

    /** Whose code this is within a clinic; empty where nobody reported it. Within the caller's transaction, if there is one. */
    public Optional<String> find(String clinic, String code) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement query = connection.prepareStatement("select id from patient where code_hash = ?")) {
            query.setBytes(1, hashes.codeHash(clinic, code));
            try (ResultSet row = query.executeQuery()) {
                return row.next() ? Optional.of(row.getString(1)) : Optional.empty();
            }
        }
    }

    /**
     * Tells of a word whether it is this patient's code.
     *
     * @param patient the id
     */
    public Predicate<String> isCodeOf(String patient, String clinic) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement query = connection.prepareStatement("select code_hash from patient where id = ?")) {
            query.setString(1, patient);
            try (ResultSet row = query.executeQuery()) {
                byte[] hash = row.next() ? row.getBytes(1) : new byte[0];
                return word -> MessageDigest.isEqual(hash, hashes.codeHash(clinic, word));
            }
        }
    }
}
