package io.dripline.reporting.dashboard.alert;

import io.dripline.contracts.alert.Alert;
import io.dripline.contracts.coding.Coding;
import io.dripline.contracts.session.GivenDose;
import io.dripline.contracts.session.PlannedDose;
import io.dripline.reporting.behalf.Answer;
import io.dripline.reporting.cases.Case;
import io.dripline.reporting.cases.CasePlace;
import io.dripline.reporting.cases.NumberedCase;
import io.dripline.reporting.cases.NumberedPage;
import io.dripline.reporting.dashboard.download.Csv;
import io.dripline.reporting.dashboard.layout.ClassificationWords;
import io.quarkiverse.resteasy.problem.HttpProblem;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The cases behind an alert, a line an event, with what the page tells and no more: all of them, or no file. */
final class CasesCsv {

    private static final int UNPROCESSABLE = 422;
    private static final PlannedDose NOTHING_PLANNED = new PlannedDose(null, null, null);
    private static final GivenDose NOTHING_GIVEN = new GivenDose(null);

    private CasesCsv() {}

    /** @throws HttpProblem with what the page says where classification gives no listing; 422 where there are more than a file holds */
    static Csv of(Alert alert, Answer<NumberedPage> answer, int most) {
        if (!(answer instanceof Answer.Given<NumberedPage>(NumberedPage all))) {
            throw HttpProblem.builder()
                    .withStatus(ClassificationWords.status(answer))
                    .withTitle("No Listing")
                    .withDetail(Objects.requireNonNull(CasesView.why(answer, CasePlace.START)))
                    .build();
        }
        if (all.isCut()) {
            throw HttpProblem.builder()
                    .withStatus(UNPROCESSABLE)
                    .withTitle("Unprocessable Content")
                    .withDetail(CasesView.MORE.formatted(most))
                    .build();
        }
        Csv csv = new Csv(List.of(
                "alert",
                "case",
                "patient",
                "course",
                "unit",
                "sessions",
                "week",
                "clinic",
                "route",
                "formulation",
                "regimen",
                "indication",
                "planned_bolus_mg_per_kg",
                "planned_mg_per_kg_per_hour",
                "planned_mg_per_kg",
                "given_total_mg",
                "session",
                "words",
                "terms",
                "categories",
                "awaiting_review",
                "severity",
                "seriousness",
                "outcome",
                "as_of"));
        for (int i = 0; i < all.items().size(); i++) {
            NumberedCase numbered = all.items().get(i);
            for (Case.Event event : numbered.one().events()) {
                row(csv, alert, i + 1, numbered, event);
            }
        }
        return csv;
    }

    private static void row(Csv csv, Alert alert, int number, NumberedCase numbered, Case.Event event) {
        Case one = numbered.one();
        PlannedDose planned = Objects.requireNonNullElse(one.plannedDose(), NOTHING_PLANNED);
        csv.row(
                alert.id(),
                number,
                numbered.patient(),
                one.course(),
                one.unit(),
                one.sessions().size(),
                one.week(),
                one.clinic(),
                one.route(),
                one.formulation(),
                one.regimen(),
                one.indication(),
                planned.bolusMgPerKg(),
                planned.mgPerKgPerHour(),
                planned.mgPerKg(),
                Objects.requireNonNullElse(one.givenDose(), NOTHING_GIVEN).totalMg(),
                event.session(),
                event.words(),
                joined(event.codings(), Coding::term),
                joined(event.codings(), coding -> coding.category().name()),
                event.awaitingReview(),
                event.severity(),
                joined(event.seriousness(), Enum::name),
                event.outcome(),
                alert.raisedAt());
    }

    private static <T> @Nullable String joined(List<T> values, Function<T, String> text) {
        return values.isEmpty() ? null : values.stream().map(text).collect(Collectors.joining(";"));
    }
}
