package io.dripline.intake.session;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.dripline.intake.request.Refusal;
import io.dripline.intake.request.StrictJson;
import io.dripline.intake.session.BatchLines.Line;
import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Stores a body of many reports, one a line, in chunks of one transaction each. While a chunk is being stored the next one
 * is read and checked; no more than these two are held at a time.
 */
@Singleton
class ReportBatch {

    private static final Logger LOG = Logger.getLogger(ReportBatch.class);

    private final ReportSession reportSession;
    private final CountReports count;
    private final ObjectMapper json;
    private final ExecutorService writers = Executors.newVirtualThreadPerTaskExecutor();

    ReportBatch(ReportSession reportSession, CountReports count, ObjectMapper json) {
        this.reportSession = reportSession;
        this.count = count;
        this.json = json;
    }

    @PreDestroy
    void close() {
        writers.close();
    }

    /**
     * Answers each line after the commit of its chunk, in their order.
     *
     * @throws HttpProblem 503 if the database cannot be reached for the first chunk, with nothing answered yet; a later
     *     one's lines are refused one by one
     */
    void report(InputStream body, OutputStream answers, String clinic, String who) throws IOException {
        BatchLines lines = new BatchLines(body, StrictJson.LIMIT, StrictJson.LONGEST_BATCH);
        boolean first = true;
        Chunk chunk = new Chunk();
        @Nullable Future<List<LineAnswer>> underWay = null;
        for (Line line = lines.next(); line != null; line = lines.next()) {
            chunk.add(read(line, clinic, who), line.text().length);
            if (chunk.isFull()) {
                if (underWay != null) {
                    write(underWay, answers);
                    first = false;
                }
                underWay = store(chunk, clinic, first);
                chunk = new Chunk();
            }
        }
        if (underWay != null) {
            write(underWay, answers);
            first = false;
        }
        write(store(chunk, clinic, first), answers);
    }

    private Chunk.Entry read(Line line, String clinic, String who) {
        if (line.refusal() != null) {
            return new Chunk.Refused(line.number(), line.refusal());
        }
        try {
            NewSession posted = StrictJson.read(line.text(), NewSession.class);
            return new Chunk.Readable(line.number(), reportSession.firstVersion(posted, clinic, who));
        } catch (HttpProblem refusal) {
            return new Chunk.Refused(line.number(), refusal);
        }
    }

    private Future<List<LineAnswer>> store(Chunk chunk, String clinic, boolean first) {
        return writers.submit(() -> {
            List<Report> reports = chunk.reports();
            try {
                return chunk.answers(reports.isEmpty() ? List.of() : reportSession.store(clinic, reports));
            } catch (HttpProblem unavailable) {
                if (first) {
                    count.report(unavailable.getStatusCode(), reports.size());
                    throw unavailable;
                }
                return chunk.refused(unavailable);
            } catch (RuntimeException defect) {
                LOG.errorf(defect, "%d lines of a batch could not be stored", reports.size());
                return chunk.refused(Refusal.defect());
            }
        });
    }

    private void write(Future<List<LineAnswer>> stored, OutputStream answers) throws IOException {
        try {
            for (LineAnswer answer : stored.get()) {
                count.report(answer.status(), 1);
                answers.write(json.writeValueAsBytes(answer));
                answers.write('\n');
            }
        } catch (ExecutionException e) {
            if (e.getCause() instanceof HttpProblem problem) {
                throw problem;
            }
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while storing a batch", e);
        }
    }
}
