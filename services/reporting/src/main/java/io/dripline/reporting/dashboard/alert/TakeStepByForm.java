package io.dripline.reporting.dashboard.alert;

import io.dripline.contracts.alert.Alert;
import io.dripline.contracts.alert.AlertStep;
import io.dripline.contracts.alert.Assessment;
import io.dripline.reporting.alert.StepOutcome;
import io.dripline.reporting.alert.TakeStep;
import io.dripline.reporting.caller.IfMatch;
import io.dripline.reporting.caller.ReadReason;
import io.dripline.reporting.caller.Violations;
import io.dripline.reporting.dashboard.layout.AlertWords;
import io.dripline.reporting.dashboard.layout.Form;
import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Takes the step that a page's form states, or says why not and keeps what was typed. */
@ApplicationScoped
class TakeStepByForm {

    /** The fields of the forms: the version that the page showed, and what was stated. */
    static final Set<String> FIELDS = Set.of("version", "assessment", "reason");

    /** What became of it. */
    sealed interface Outcome {

        /** It is stored. */
        record Done() implements Outcome {}

        /** It is not. @param status for the answer @param form as it was sent, with what is wrong */
        record Refused(int status, StepForm form) implements Outcome {}
    }

    private final TakeStep takeStep;

    TakeStepByForm(TakeStep takeStep) {
        this.takeStep = takeStep;
    }

    Outcome take(UUID id, AlertStage stage, Form form, String by) {
        Integer version = version(form.text("version"));
        if (version == null) {
            return refused(
                    422,
                    stage,
                    0,
                    form,
                    "The form does not say which version of the alert it is about. Load this page again.",
                    List.of());
        }
        try {
            return switch (take(id, stage, version, form, by)) {
                case StepOutcome.Taken _ -> new Outcome.Done();
                case StepOutcome.Stale(Alert now) -> afterOthers(id, now, version, stage, form, by);
                case StepOutcome.OutOfTurn(Alert now) ->
                    refused(
                            409,
                            stage,
                            now.version(),
                            form,
                            "Not taken: this step does not follow what the alert has come to. %s".formatted(words(now)),
                            List.of());
                // Alerts are never deleted, and this one was found.
                case StepOutcome.Unknown _ -> throw new IllegalStateException("no alert " + id);
            };
        } catch (HttpProblem refusal) {
            List<Violations.Violation> violations = Violations.namedBy(refusal);
            if (violations.isEmpty()) {
                throw refusal;
            }
            return refused(
                    refusal.getStatusCode(),
                    stage,
                    version,
                    form,
                    "Not taken: something is missing or cannot be taken.",
                    violations);
        }
    }

    private StepOutcome take(UUID id, AlertStage stage, int version, Form form, String by) {
        IfMatch ofVersion = new IfMatch(List.of(IfMatch.tag(version)));
        return switch (stage) {
            case ACKNOWLEDGEMENT -> takeStep.acknowledge(id, ofVersion, by);
            case ASSESSMENT -> takeStep.assess(id, ofVersion, assessment(form), form.lines("reason"), by);
            case CLOSURE -> takeStep.close(id, ofVersion, form.lines("reason"), by);
        };
    }

    /** A form that is sent twice says nothing new; and a promise that was judged anew is nobody who came first. */
    private Outcome afterOthers(UUID id, Alert now, int version, AlertStage stage, Form form, String by) {
        List<AlertStep> history = now.history();
        List<AlertStep> since = history.subList(Math.clamp(version, 0, history.size()), history.size());
        if (since.stream().anyMatch(step -> isThisVeryStep(step, stage, form, by))) {
            return new Outcome.Done();
        }
        boolean isAsItWas = version >= 1
                && !since.isEmpty()
                && since.stream().allMatch(step -> isJudgedAnew(step, history.get(version - 1)));
        if (isAsItWas && take(id, stage, now.version(), form, by) instanceof StepOutcome.Taken) {
            return new Outcome.Done();
        }
        return refused(
                412,
                stage,
                now.version(),
                form,
                "Not taken: somebody else came first since this page was loaded. %s What was typed is kept; look at what changed, and send it again if it still holds."
                        .formatted(words(now)),
                List.of());
    }

    private static boolean isThisVeryStep(AlertStep step, AlertStage stage, Form form, String by) {
        String reason = step.reason() == null ? "" : step.reason();
        return step.state() == stage.leadsTo()
                && step.by().equals(by)
                && reason.equals(ReadReason.kept(form.lines("reason")))
                && (stage != AlertStage.ASSESSMENT || step.assessment() == assessment(form));
    }

    /** Whether the alert's promise changed and nothing else. */
    private static boolean isJudgedAnew(AlertStep step, AlertStep before) {
        return step.by().equals(AlertStep.DRIPLINE) && step.assessment() == null && step.state() == before.state();
    }

    private static Outcome refused(
            int status, AlertStage stage, int version, Form form, String why, List<Violations.Violation> violations) {
        return new Outcome.Refused(
                status, new StepForm(stage, version, form.text("assessment"), form.lines("reason"), why, violations));
    }

    private static String words(Alert now) {
        AlertWords.Sentence state = AlertWords.of(now);
        return state.before() + (state.at() == null ? "" : state.at().words()) + state.after();
    }

    private static @Nullable Assessment assessment(Form form) {
        return Arrays.stream(Assessment.values())
                .filter(one -> one.name().equals(form.text("assessment")))
                .findFirst()
                .orElse(null);
    }

    private static @Nullable Integer version(String stated) {
        return stated.matches("[1-9][0-9]{0,8}") ? Integer.valueOf(stated) : null;
    }
}
