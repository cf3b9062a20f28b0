package io.dripline.reporting.dashboard.baseline;

import io.dripline.reporting.baseline.Baseline;
import io.dripline.reporting.baseline.BaselineNull;
import io.dripline.reporting.baseline.BaselineNulls;
import io.dripline.reporting.baseline.GiveNulls;
import io.dripline.reporting.baseline.NewNull;
import io.dripline.reporting.caller.IfMatch;
import io.dripline.reporting.caller.Violations;
import io.dripline.reporting.caller.Violations.Violation;
import io.dripline.reporting.dashboard.layout.Figures;
import io.dripline.reporting.dashboard.layout.Form;
import io.dripline.reporting.dashboard.layout.NullWords;
import io.dripline.reporting.dashboard.layout.ShownTime;
import io.dripline.reporting.evidence.StatedCounts;
import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Gives a figure the null that a page's form states, or says why not and keeps what was typed. */
@ApplicationScoped
class GiveNullByForm {

    static final Set<String> FIELDS =
            Set.of("revision", "p0", "studies", NullForm.ASCERTAINMENT, NullForm.WINDOW, "reason");

    private static final Set<String> READ_AS_IT_STANDS = Set.of(NullForm.ASCERTAINMENT, NullForm.WINDOW, "reason");
    private static final Pattern STUDY = Pattern.compile("(\\d{1,18})\\s*(?:of|/)\\s*(\\d{1,18})");
    private static final Pattern REVISION = Pattern.compile("0|[1-9]\\d{0,8}");

    /** What became of it. */
    sealed interface Outcome {

        /** It is in force. */
        record Done() implements Outcome {}

        /** It is not. @param status for the answer @param form as it was sent, with what is wrong */
        record Refused(int status, NullForm form) implements Outcome {}
    }

    private final GiveNulls giveNulls;
    private final BaselineNulls nulls;
    private final Jdbi jdbi;

    GiveNullByForm(GiveNulls giveNulls, BaselineNulls nulls, Jdbi jdbi) {
        this.giveNulls = giveNulls;
        this.nulls = nulls;
        this.jdbi = jdbi;
    }

    Outcome give(Baseline figure, Form form, String by) {
        String revision = form.text("revision");
        if (!REVISION.matcher(revision).matches()) {
            return refused(
                    422,
                    0,
                    figure,
                    form,
                    "Not taken: the form does not say which null it replaces. Load this page again.",
                    List.of());
        }
        int replaced = Integer.parseInt(revision);
        Violations typed = new Violations();
        NewNull asked = new NewNull(
                number(typed, form),
                studies(typed, form),
                chosen(form, NullForm.ASCERTAINMENT),
                chosen(form, NullForm.WINDOW),
                form.lines("reason"));
        try {
            NewNull.Stated stated = asked.read();
            if (!typed.noted().isEmpty()) {
                return refused(typed.problem().getStatusCode(), replaced, figure, form, typed.noted());
            }
            GiveNulls.Outcome outcome =
                    giveNulls.give(figure, stated, by, new IfMatch(List.of(IfMatch.tag(replaced)))::matches);
            return outcome.isStale() ? stale(figure, form) : new Outcome.Done();
        } catch (HttpProblem refusal) {
            List<Violation> broken = Violations.namedBy(refusal);
            if (broken.isEmpty()) {
                throw refusal;
            }
            return typed.noted().isEmpty()
                    ? refused(refusal.getStatusCode(), replaced, figure, form, broken)
                    : refused(typed.problem().getStatusCode(), replaced, figure, form, both(typed.noted(), broken));
        }
    }

    private Outcome stale(Baseline figure, Form form) {
        BaselineNull now = jdbi.withHandle(handle -> nulls.of(handle, figure)).stream()
                .findFirst()
                .orElse(null);
        return refused(
                412,
                now == null ? 0 : now.revision(),
                figure,
                form,
                "Not taken: somebody else came first since this page was loaded. %s What was typed is kept; look at what changed, and send it again if it still holds."
                        .formatted(words(now, figure)),
                List.of());
    }

    private static String words(@Nullable BaselineNull now, Baseline figure) {
        if (now == null || now.at() == null) {
            return "";
        }
        List<String> words = new ArrayList<>();
        words.add("%s set it to %s, %s."
                .formatted(now.by(), Figures.nullPercent(now.p0()), new ShownTime(now.at()).words()));
        words.addAll(NullWords.of(now, figure));
        return String.join(" ", words);
    }

    /** A form sends what is left open as nothing between quotes. */
    private static @Nullable String chosen(Form form, String field) {
        String text = form.text(field);
        return text.isEmpty() ? null : text;
    }

    private static @Nullable Double number(Violations violations, Form form) {
        return violations
                .read("p0", form.text("p0").strip(), Double::valueOf, "a number such as 0.08")
                .orElse(null);
    }

    private static @Nullable List<@Nullable StatedCounts> studies(Violations violations, Form form) {
        List<String> lines = form.lines("studies")
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
        List<@Nullable StatedCounts> studies = new ArrayList<>();
        for (String line : lines) {
            Matcher study = STUDY.matcher(line);
            if (study.matches()) {
                studies.add(new StatedCounts(Long.valueOf(study.group(1)), Long.valueOf(study.group(2))));
            } else {
                violations.malformed("studies", "expected a line such as 3 of 40, found " + line);
            }
        }
        return lines.isEmpty() ? null : studies;
    }

    /** What cannot be read may break rules only because it was not read; what is read as it stands is always read. */
    private static List<Violation> both(List<Violation> typed, List<Violation> broken) {
        List<Violation> both = new ArrayList<>(typed);
        broken.stream()
                .filter(violation -> READ_AS_IT_STANDS.contains(violation.field()))
                .forEach(both::add);
        return both;
    }

    private static Outcome refused(int status, int revision, Baseline figure, Form form, List<Violation> violations) {
        return refused(
                status, revision, figure, form, "Not taken: something is missing or cannot be taken.", violations);
    }

    private static Outcome refused(
            int status, int revision, Baseline figure, Form form, String why, List<Violation> violations) {
        return new Outcome.Refused(
                status,
                new NullForm(
                        revision,
                        form.text("p0"),
                        form.lines("studies"),
                        NullForm.counting(
                                figure, form.text(NullForm.ASCERTAINMENT), form.text(NullForm.WINDOW), violations),
                        form.lines("reason"),
                        why,
                        violations));
    }
}
