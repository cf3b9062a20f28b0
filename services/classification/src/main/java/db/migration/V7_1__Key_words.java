package db.migration;

import io.dripline.classification.words.WordSecrets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.eclipse.microprofile.config.ConfigProvider;
import org.flywaydb.core.api.migration.BaseJavaMigration;
import org.flywaydb.core.api.migration.Context;

/**
 * Moves what words are found by into the tables that V7 made, each key through the secrets; V7.2 drops the former ones. Needs no word:
 * the former keys are what the secrets are applied to. Rulings keep theirs, which are sealed.
 */
public class V7_1__Key_words extends BaseJavaMigration {

    private static final int AT_ONCE = 10_000;

    private static final String MOVE = """
            insert into words select made, words from former_words join keyed on plain = key;
            insert into session_word select session_id, made, awaiting, clinic, received_at
            from former_session_word join keyed on plain = key;
            insert into ruled_words select seq, made from ruling join keyed on plain = key;
            update recoding set key = made from keyed where plain = key""";

    @Override
    public void migrate(Context context) throws Exception {
        var secrets = new WordSecrets(ConfigProvider.getConfig().getValues("dripline.words.keys", String.class));
        Connection connection = context.getConnection();
        try (Statement statement = connection.createStatement()) {
            statement.execute("set local transaction_timeout = 0");
            statement.execute("create temporary table keyed (plain bytea, made bytea) on commit drop");
            makeKeys(connection, secrets);
            statement.execute("analyze keyed");
            statement.execute(MOVE);
        }
        try (PreparedStatement applied =
                connection.prepareStatement("update word_secrets set depth = ?, fingerprint = ?")) {
            applied.setInt(1, secrets.depth());
            applied.setBytes(2, secrets.fingerprint());
            applied.executeUpdate();
        }
    }

    private static void makeKeys(Connection connection, WordSecrets secrets) throws SQLException {
        try (PreparedStatement read = connection.prepareStatement("""
                        select key from former_words union select key from former_session_word
                        union select key from ruling union select key from recoding where key is not null""");
                PreparedStatement write = connection.prepareStatement("insert into keyed values (?, ?)")) {
            read.setFetchSize(AT_ONCE);
            int waiting = 0;
            try (ResultSet rows = read.executeQuery()) {
                while (rows.next()) {
                    byte[] plain = rows.getBytes("key");
                    write.setBytes(1, plain);
                    write.setBytes(2, secrets.current(plain, 0).bytes());
                    write.addBatch();
                    if (++waiting % AT_ONCE == 0) {
                        write.executeBatch();
                    }
                }
            }
            write.executeBatch();
        }
    }
}
