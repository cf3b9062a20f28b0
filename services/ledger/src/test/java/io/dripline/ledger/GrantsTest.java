package io.dripline.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What the services' roles may do in their databases, tried with their own statements. */
class GrantsTest {

    private static final String ADDS = "INSERT SELECT";

    /** Every table that there is. Who adds one says here what its service does with it. */
    private static final Map<String, Map<String, String>> GRANTED = Map.of(
            "intake",
            Map.ofEntries(
                    Map.entry("session_version", ADDS),
                    Map.entry("session_text", ADDS),
                    Map.entry("session_reason", ADDS),
                    Map.entry("tally", ADDS),
                    Map.entry("clinic_week_version", ADDS),
                    Map.entry("erasure", ADDS),
                    Map.entry("session_erasure", ADDS),
                    Map.entry("ledger_seal", ADDS),
                    Map.entry("patient", "INSERT SELECT UPDATE(code_hash,depth)"),
                    Map.entry("pseudonym_keys", "INSERT SELECT UPDATE"),
                    Map.entry("patient_key", "DELETE INSERT SELECT"),
                    Map.entry("clinic_week_position", "INSERT SELECT UPDATE"),
                    Map.entry("relay_position", "INSERT SELECT UPDATE")),
            "classification",
            Map.ofEntries(
                    Map.entry("coded_session", ADDS),
                    Map.entry("reported_text", ADDS),
                    Map.entry("ruling", ADDS),
                    Map.entry("ruling_reason", ADDS),
                    Map.entry("session_erasure", ADDS),
                    Map.entry("ledger_seal", ADDS),
                    Map.entry(
                            "recoding",
                            "INSERT SELECT UPDATE(after,changed,done,events,finished_at,key,ruled_up_to,superseded)"),
                    Map.entry("session_now", "INSERT SELECT UPDATE"),
                    Map.entry("session_word", "DELETE INSERT SELECT UPDATE(key)"),
                    Map.entry("words", "DELETE INSERT SELECT UPDATE(key)"),
                    Map.entry("ruled_words", "INSERT SELECT UPDATE(key)"),
                    Map.entry("word_secrets", "INSERT SELECT UPDATE"),
                    Map.entry("patient_key", "DELETE INSERT SELECT"),
                    Map.entry("relay_position", "INSERT SELECT UPDATE")),
            "reporting",
            Map.ofEntries(
                    Map.entry("alert_version", ADDS),
                    Map.entry("baseline_null", ADDS),
                    Map.entry("monitor_step", ADDS),
                    Map.entry("monitor_rule", ADDS),
                    Map.entry("monitor_state", ADDS),
                    Map.entry("monitor_rise", ADDS),
                    Map.entry("clinic_week_state", ADDS),
                    Map.entry("crossing", ADDS),
                    Map.entry("digest", ADDS),
                    Map.entry("clinic", ADDS),
                    Map.entry("ledger_seal", ADDS),
                    Map.entry("monitor", "INSERT SELECT UPDATE(first_counted_week,p0,start_week,status,sup_ln_e)"),
                    Map.entry("generation", "INSERT SELECT UPDATE"),
                    Map.entry("clinic_week", "INSERT SELECT UPDATE"),
                    Map.entry("delivery", "INSERT SELECT UPDATE"),
                    Map.entry("notification_position", "INSERT SELECT UPDATE"),
                    Map.entry("relay_position", "INSERT SELECT UPDATE"),
                    Map.entry("cell", "DELETE INSERT SELECT UPDATE"),
                    Map.entry("cell_measure", "DELETE INSERT SELECT UPDATE"),
                    Map.entry("rollup", "DELETE INSERT SELECT UPDATE"),
                    Map.entry("rollup_measure", "DELETE INSERT SELECT UPDATE"),
                    Map.entry("marginal", "DELETE INSERT SELECT"),
                    Map.entry("marginal_measure", "DELETE INSERT SELECT"),
                    Map.entry("clinic_mark", "INSERT SELECT"),
                    Map.entry("judgement", "DELETE INSERT SELECT UPDATE"),
                    Map.entry("consumed", "DELETE INSERT SELECT UPDATE"),
                    Map.entry("judgement_due", "DELETE INSERT SELECT"),
                    Map.entry("latched_alert", "DELETE INSERT SELECT")));

    private static Installation installation;

    @BeforeAll
    static void start() throws Exception {
        installation = Installation.start();
        for (Ledger ledger : Ledgers.ALL) {
            StoredRows.write(installation, ledger, 1);
            installation.seal(ledger);
        }
    }

    @AfterAll
    static void stop() throws Exception {
        installation.close();
    }

    static Stream<Arguments> appendOnly() {
        return Ledgers.ALL.stream()
                .flatMap(ledger -> Stream.concat(
                                ledger.tables().stream()
                                        .map(SealedTable::name)
                                        .filter(name -> !name.equals("monitor") && !name.equals("recoding")),
                                Stream.of("ledger_seal"))
                        .map(table -> Arguments.of(ledger, table)));
    }

    @ParameterizedTest
    @MethodSource("appendOnly")
    void theServiceCannotChangeWhatIsRecorded(Ledger ledger, String table) throws Exception {
        try (Connection service = installation.asService(ledger)) {
            for (String statement : new String[] {"update %s set xid = xid", "delete from %s", "truncate %s"}) {
                assertThatThrownBy(() -> Installation.execute(service, statement.formatted(table)))
                        .hasMessageContaining("permission denied for table " + table);
            }
            for (String statement : new String[] {
                "alter table %s disable trigger all", "drop table %s", "alter table %s add column more int"
            }) {
                assertThatThrownBy(() -> Installation.execute(service, statement.formatted(table)))
                        .hasMessageContaining("must be owner of table " + table);
            }
            assertThatThrownBy(() -> Installation.execute(service, "set session_replication_role = replica"))
                    .hasMessageContaining("permission denied");
        }
    }

    @Test
    void whatIsFixedOfAMonitorAndOfARecodingCannotBeChanged() throws Exception {
        try (Connection service = installation.asService(Ledgers.REPORTING)) {
            assertThatThrownBy(() -> Installation.execute(service, "update monitor set cohort = '{}'"))
                    .hasMessageContaining("permission denied");
            assertThatThrownBy(() -> Installation.execute(service, "delete from monitor"))
                    .hasMessageContaining("permission denied");
        }
        try (Connection service = installation.asService(Ledgers.CLASSIFICATION)) {
            assertThatThrownBy(() -> Installation.execute(service, "update recoding set who = 'somebody else'"))
                    .hasMessageContaining("permission denied");
        }
    }

    @ParameterizedTest
    @FieldSource("io.dripline.ledger.Ledgers#ALL")
    void everyTableIsGrantedWhatIsStatedHereAndNoMore(Ledger ledger) throws Exception {
        Map<String, String> granted = new TreeMap<>();
        try (Connection owner = installation.asOwner(ledger);
                Statement statement = owner.createStatement();
                ResultSet rows = statement.executeQuery("""
                        select c.relname, concat_ws(' ',
                                 (select string_agg(a.privilege_type, ' ' order by a.privilege_type)
                                    from aclexplode(c.relacl) a where a.grantee = '%1$s'::regrole),
                                 (select 'UPDATE(' || string_agg(t.attname, ',' order by t.attname) || ')'
                                    from pg_attribute t, aclexplode(t.attacl) a
                                   where t.attrelid = c.oid and a.grantee = '%1$s'::regrole
                                     and a.privilege_type = 'UPDATE' having count(*) > 0))
                          from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p', 'v', 'm', 'f')
                        """.formatted(ledger.name()))) {
            while (rows.next()) {
                granted.put(rows.getString(1), rows.getString(2));
            }
        }
        assertThat(granted).isEqualTo(GRANTED.get(ledger.name()));
    }

    @ParameterizedTest
    @FieldSource("io.dripline.ledger.Ledgers#ALL")
    void theServiceOwnsNothingAndMakesNothing(Ledger ledger) throws Exception {
        try (Connection service = installation.asService(ledger)) {
            assertThat(Installation.ask(
                            service,
                            "select count(*) from pg_class where pg_get_userbyid(relowner) = '%s'"
                                    .formatted(ledger.name())))
                    .isEqualTo("0");
            assertThatThrownBy(() -> Installation.execute(service, "create table mine (x int)"))
                    .hasMessageContaining("permission denied for schema public");
        }
    }

    @Test
    void aTableOfALaterMigrationCanBeReadAndAddedTo() throws Exception {
        try (Connection owner = installation.asOwner(Ledgers.INTAKE);
                Connection service = installation.asService(Ledgers.INTAKE)) {
            Installation.execute(owner, "create table later (x int)");
            try {
                Installation.execute(service, "insert into later values (1)");

                assertThat(Installation.ask(service, "select x from later")).isEqualTo("1");
                assertThatThrownBy(() -> Installation.execute(service, "delete from later"))
                        .hasMessageContaining("permission denied");
            } finally {
                Installation.execute(owner, "drop table later");
            }
        }
    }
}
