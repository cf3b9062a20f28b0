package io.dripline.reporting.dashboard.audit;

import io.dripline.reporting.audit.AuditCursor;
import io.dripline.reporting.audit.AuditPage;
import io.dripline.reporting.behalf.Answer;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A page of who did what.
 *
 * @param next address of the next page; null after the last
 * @param latest address of the first page; null on it
 * @param file address of the same as a file
 * @param missing why the deeds of a ledger are missing, one sentence each
 */
public record AuditView(
        List<DeedLine> deeds,
        @Nullable String next,
        @Nullable String latest,
        String file,
        List<HeadLine> heads,
        List<String> missing) {

    static final String PATH = "/audit";

    public AuditView {
        deeds = List.copyOf(deeds);
        heads = List.copyOf(heads);
        missing = List.copyOf(missing);
    }

    static AuditView of(AuditPage page, AuditFilters filters, AuditCursor after) {
        List<HeadLine> heads = page.answers().entrySet().stream()
                .map(answer -> HeadLine.of(answer.getKey(), answer.getValue()))
                .toList();
        AuditCursor next = page.next();
        return new AuditView(
                page.deeds().stream().map(DeedLine::of).toList(),
                next == null ? null : filters.address(PATH, Map.of("after", next.toString())),
                after.equals(AuditCursor.START) ? null : filters.address(PATH, Map.of()),
                filters.address(PATH + "/deeds.csv", Map.of()),
                heads,
                page.answers().entrySet().stream()
                        .filter(answer -> !(answer.getValue() instanceof Answer.Given))
                        .flatMap(answer -> Stream.ofNullable(
                                HeadLine.of(answer.getKey(), answer.getValue()).refused()))
                        .toList());
    }
}
