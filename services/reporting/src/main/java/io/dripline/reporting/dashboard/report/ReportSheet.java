package io.dripline.reporting.dashboard.report;

import com.fasterxml.jackson.databind.JsonNode;
import io.dripline.reporting.dashboard.layout.Figures;
import io.dripline.reporting.dashboard.report.ReadSheet.Row;
import io.dripline.reporting.dashboard.report.WriteSession.Written;
import io.dripline.reporting.posting.IntakeAwayException;
import io.dripline.reporting.posting.LineAnswer;
import io.dripline.reporting.posting.ReportBatch;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Reports every row of a file and says what became of each. The whole file is read once before anything is reported, so that one
 * that is no CSV, or has other columns, reports nothing; then it goes to intake in batches of some hundred rows.
 */
@ApplicationScoped
class ReportSheet {

    /** Rows of one file; more take longer than a browser waits. */
    static final int MOST_ROWS = 100_000;

    /** As many as intake stores in one transaction. */
    private static final int ROWS_OF_A_BATCH = 500;

    /** Characters: a batch of the longest reports stays far below what a body may have. */
    private static final int LENGTH_OF_A_BATCH = 4 << 20;

    /** How a row begins that explains and is no session. */
    static final String NOTE = "# ";

    private final ReportBatch reportBatch;

    ReportSheet(ReportBatch reportBatch) {
        this.reportBatch = reportBatch;
    }

    /**
     * Reports a file.
     *
     * @param zone of times without an offset; null where none was stated
     * @throws FileRefusedException where nothing was reported, since it is no file of the template
     */
    UploadAnswer report(UploadedFile file, @Nullable ZoneId zone) throws IOException, FileRefusedException {
        try (InputStream in = file.open()) {
            CheckText.check(in);
        }
        requireReadable(file);
        return new Reporting(zone).report(file);
    }

    private static void requireReadable(UploadedFile file) throws IOException, FileRefusedException {
        try (ReadSheet sheet = new ReadSheet(file.open())) {
            columns(sheet);
            int rows = 0;
            while (sheet.next() != null) {
                rows++;
            }
            if (rows > MOST_ROWS) {
                throw new FileRefusedException(
                        "The file has %s rows, and at most %s are taken at once, so nothing was reported. Send it in several files."
                                .formatted(Figures.count(rows), Figures.count(MOST_ROWS)));
            }
        }
    }

    private static SheetColumns columns(ReadSheet sheet) throws IOException, FileRefusedException {
        Row header = sheet.next();
        if (header == null || header.isBlank()) {
            throw new FileRefusedException("The file is empty, or its first line is, so nothing was reported.");
        }
        return SheetColumns.of(header.cells());
    }

    /** One file on its way. */
    private final class Reporting {

        private final @Nullable ZoneId zone;
        private final UploadAnswer.Collect answers = new UploadAnswer.Collect();
        private final Map<Integer, LineOutcome> known = new TreeMap<>();
        private final Map<Integer, Written> waiting = new TreeMap<>();
        private int length;
        private @Nullable String away;

        Reporting(@Nullable ZoneId zone) {
            this.zone = zone;
        }

        UploadAnswer report(UploadedFile file) throws IOException, FileRefusedException {
            try (ReadSheet sheet = new ReadSheet(file.open())) {
                SheetColumns columns = columns(sheet);
                for (Row row = sheet.next(); row != null; row = sheet.next()) {
                    if (!row.isBlank()) {
                        take(row, columns);
                    }
                }
            }
            send();
            return answers.answer(file.name(), away);
        }

        private void take(Row row, SheetColumns columns) {
            if (row.cells().getFirst().startsWith(NOTE)) {
                known(row, LineOutcome.NOTE);
                return;
            }
            List<String> wrong = misplaced(row, columns);
            if (!wrong.isEmpty()) {
                known(row, LineOutcome.refused(wrong));
                return;
            }
            Written written = WriteSession.of(byColumn(row, columns), columns.mostEvents(), zone);
            if (!written.violations().isEmpty()) {
                known(
                        row,
                        LineOutcome.refused(written.violations().stream()
                                .map(violation -> violation.field() + ": " + violation.message())
                                .toList()));
                return;
            }
            waiting.put(row.line(), written);
            length += written.json().toString().length();
            if (waiting.size() >= ROWS_OF_A_BATCH || length >= LENGTH_OF_A_BATCH) {
                send();
            }
        }

        /** What is wrong with so many is not kept until a batch of others is full, which it may never be. */
        private void known(Row row, LineOutcome outcome) {
            known.put(row.line(), outcome);
            if (known.size() >= ROWS_OF_A_BATCH) {
                send();
            }
        }

        /** In the lines' order: what was known before it was sent stands between what intake answers. */
        private void send() {
            List<Written> sent = new ArrayList<>(waiting.values());
            List<LineOutcome> outcomes = outcomes(sent);
            List<Integer> lines = new ArrayList<>(waiting.keySet());
            for (int i = 0; i < lines.size(); i++) {
                known.put(lines.get(i), outcomes.get(i));
            }
            known.forEach(answers::add);
            known.clear();
            waiting.clear();
            length = 0;
        }

        private List<LineOutcome> outcomes(List<Written> sent) {
            if (away != null) {
                return sent.stream().map(written -> LineOutcome.NOT_REPORTED).toList();
            }
            if (sent.isEmpty()) {
                return List.of();
            }
            try {
                List<JsonNode> reports =
                        sent.stream().<JsonNode>map(Written::json).toList();
                List<LineAnswer> answered = reportBatch.report(reports);
                List<LineOutcome> outcomes = new ArrayList<>();
                for (int i = 0; i < sent.size(); i++) {
                    outcomes.add(LineOutcome.of(answered.get(i), sent.get(i)));
                }
                return outcomes;
            } catch (IntakeAwayException e) {
                away = e.getMessage();
                LineOutcome outcome = e.isNothingDone() ? LineOutcome.NOT_REPORTED : LineOutcome.UNKNOWN;
                return sent.stream().map(written -> outcome).toList();
            }
        }
    }

    /** What of a row cannot be told the column of. */
    private static List<String> misplaced(Row row, SheetColumns columns) {
        int expected = columns.names().size();
        List<String> wrong = new ArrayList<>();
        if (row.cells().size() < expected) {
            wrong.add("expected %d cells, found %d"
                    .formatted(expected, row.cells().size()));
        }
        for (int i = 0; i < row.cells().size(); i++) {
            boolean hasNoName = i >= expected || columns.names().get(i).isEmpty();
            if (hasNoName && !row.cells().get(i).isBlank()) {
                wrong.add("cell %d stands in no column".formatted(i + 1));
            }
        }
        return wrong;
    }

    private static Map<String, String> byColumn(Row row, SheetColumns columns) {
        Map<String, String> texts = new HashMap<>();
        for (int i = 0; i < columns.names().size(); i++) {
            texts.put(columns.names().get(i), row.cells().get(i));
        }
        return texts;
    }
}
