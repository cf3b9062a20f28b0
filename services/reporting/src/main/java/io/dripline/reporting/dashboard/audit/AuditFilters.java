package io.dripline.reporting.dashboard.audit;

import io.dripline.reporting.audit.DeedKind;
import io.dripline.reporting.audit.LedgerOf;
import io.dripline.reporting.caller.Violations.Violation;
import io.dripline.reporting.dashboard.layout.Addresses;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The form of filters, as it was filled in: what cannot be read stays in it, beside what is wrong with it.
 *
 * @param kinds in groups, one for each ledger
 * @param elsewhere what is wrong with parameters that the form does not have
 */
public record AuditFilters(
        Field who, Field kind, Field from, Field to, Field text, List<Group> kinds, List<String> elsewhere) {

    private static final Set<String> FIELDS = Set.of("who", "kind", "from", "to", "text");

    /** One filter. @param value as it was stated @param violation what is wrong with it, null if nothing is */
    public record Field(String name, String value, @Nullable String violation) {}

    /** Kinds to choose. @param label null for those that lie in no ledger alone */
    public record Group(@Nullable String label, List<Option> options) {}

    /** A kind to choose. */
    public record Option(String value, String label, boolean selected) {}

    public AuditFilters {
        kinds = List.copyOf(kinds);
        elsewhere = List.copyOf(elsewhere);
    }

    /** Whether something is wrong. */
    public boolean isRefused() {
        return !elsewhere.isEmpty() || fields().stream().anyMatch(field -> field.violation() != null);
    }

    private List<Field> fields() {
        return List.of(who, kind, from, to, text);
    }

    /** An address of the same filters. @param more besides them */
    String address(String path, Map<String, String> more) {
        Map<String, String> parameters = new TreeMap<>(more);
        fields().stream()
                .filter(field -> !field.value().isEmpty())
                .forEach(field -> parameters.put(field.name(), field.value()));
        return Addresses.with(path, parameters);
    }

    static AuditFilters of(MultivaluedMap<String, String> stated, List<Violation> violations) {
        Field kind = field("kind", stated, violations);
        return new AuditFilters(
                field("who", stated, violations),
                kind,
                field("from", stated, violations),
                field("to", stated, violations),
                field("text", stated, violations),
                groups(kind.value()),
                violations.stream()
                        .filter(violation -> !FIELDS.contains(violation.field()))
                        .map(violation -> violation.field() + ": " + violation.message())
                        .toList());
    }

    private static Field field(String name, MultivaluedMap<String, String> stated, List<Violation> violations) {
        String wrong = violations.stream()
                .filter(violation -> violation.field().equals(name))
                .map(Violation::message)
                .collect(Collectors.joining("; "));
        return new Field(name, Objects.requireNonNullElse(stated.getFirst(name), ""), wrong.isEmpty() ? null : wrong);
    }

    private static List<Group> groups(String chosen) {
        List<Group> groups = new ArrayList<>();
        List<Option> all = new ArrayList<>();
        all.add(option("", "decisions, withdrawals and erasures", chosen));
        all.add(option(ReadFilters.EVERYTHING, "everything, the daily reports too", chosen));
        boolean isKnown = chosen.isEmpty()
                || chosen.equals(ReadFilters.EVERYTHING)
                || DeedKind.named(chosen).isPresent();
        if (!isKnown) {
            // What nobody could choose is kept, so that it can be seen and changed.
            all.add(option(chosen, chosen, chosen));
        }
        groups.add(new Group(null, all));
        for (LedgerOf ledger : LedgerOf.values()) {
            groups.add(new Group(
                    ledger.holds(),
                    Arrays.stream(DeedKind.values())
                            .filter(kind -> kind.ledger() == ledger)
                            .map(kind -> option(kind.name(), kind.words(), chosen))
                            .toList()));
        }
        return groups;
    }

    private static Option option(String value, String label, String chosen) {
        return new Option(value, label, value.equals(chosen));
    }
}
