package io.dripline.local.demo;

import io.dripline.local.demo.clinic.DemoClinic;
import io.dripline.local.demo.clinic.Run;
import io.dripline.local.demo.line.Answers;
import io.dripline.local.demo.line.ShownAlert;
import io.dripline.local.stack.Part;
import io.dripline.local.stack.StackConfig;
import java.util.Locale;

/** What the demo tells the person who started it. */
final class Story {

    private final StackConfig config;
    private final Run run;

    Story(StackConfig config, Run run) {
        this.config = config;
        this.run = run;
    }

    String beginning() {
        return "clinic-north, clinic-south and clinic-east report %d weeks, %s to %s, with seed %d."
                .formatted(run.weeks(), run.firstWeek(), run.calendar(run.weeks()), run.seed());
    }

    String refused(Answers answers) {
        return "%,d sessions were refused, the first with: %s".formatted(answers.refused(), answers.firstRefusal());
    }

    /** Whether the promised alert is there, and which others are. */
    String alerts(Outcome outcome, long counted, long sessions) {
        var text = new StringBuilder();
        outcome.promised()
                .ifPresentOrElse(
                        alert -> text.append("The alert is there. ").append(line(alert, outcome)),
                        () -> text.append(isMissing(outcome, counted, sessions)));
        outcome.promised()
                .filter(alert -> !outcome.isOfTheExcess(alert))
                .ifPresent(alert -> text.append(
                        "\nThat is not about week %d, in which the excess begins: this seed, or sessions that are not of this run, moved it."
                                .formatted(DemoClinic.EXCESS_FROM_WEEK)));
        outcome.promised()
                .map(Story::promise)
                .ifPresent(sentence -> text.append("\n").append(sentence));
        outcome.followed()
                .ifPresent(alert -> text.append("\nThe monitor over all clinics holds the same excess and followed. ")
                        .append(line(alert, outcome)));
        if (!outcome.others().isEmpty()) {
            text.append("\nAlso, from here or from other sessions on this system:");
            outcome.others().forEach(alert -> text.append("\n  ").append(line(alert, outcome)));
        } else if (outcome.isJudged()) {
            text.append("\nNo other clinic or system alerts.");
        } else {
            text.append("\nNo other clinic or system alerts yet, but not all of it has been counted and judged.");
        }
        return text.toString();
    }

    String whatToLookAt() {
        return """

                Look at %s (officer, password local-officer)
                  the alert        CNS at clinic-east, high since about %s, the demo's week %d: from then on 18 %% of its
                                   courses have a CNS event, before and elsewhere 6 %%; the literature has 4 to 8 %%
                  the systems      GI at 5 %% stays within its published 3 to 7 %%; cardiovascular, hepatic and urogenital
                                   wait for an officer to enter a null, the literature has only words for them
                  the live rates   each session below moves them within a second
                ./dripline recount shows that every count equals one from PostgreSQL.
                """.formatted(
                config.address(Part.REPORTING), run.calendar(DemoClinic.EXCESS_FROM_WEEK), DemoClinic.EXCESS_FROM_WEEK);
    }

    private static String promise(ShownAlert alert) {
        return switch (alert.promise()) {
            case "HOLDS" ->
                "Its false-alarm promise holds: weeks whose every tally equals what is posted and counted bear it out alone.";
            case "PROVISIONAL" ->
                "Its false-alarm promise is provisional: not all weeks have tallies that equal what is posted and counted.";
            default -> "It carries no false-alarm promise; the page says why.";
        };
    }

    private String isMissing(Outcome outcome, long counted, long sessions) {
        if (!outcome.isJudged()) {
            return "The alert for CNS at clinic-east did not come: %s, and nothing has moved for a minute. The services' logs lie in %s."
                    .formatted(
                            counted < sessions
                                    ? "only %,d of %,d sessions have been counted".formatted(counted, sessions)
                                    : "all sessions have been counted, but not all judged",
                            config.log(Part.INCIDENCE).getParent());
        }
        return "The alert for CNS at clinic-east did not come, though everything has been counted and judged."
                + (run.weeks() < Demo.WEEKS
                        ? " The excess begins in week %d, and before week %d it may be too short to show."
                                .formatted(DemoClinic.EXCESS_FROM_WEEK, Demo.WEEKS)
                        : "");
    }

    private static String line(ShownAlert alert, Outcome outcome) {
        return String.format(
                Locale.ROOT,
                "%s: %d of %d first courses affected, high since %s%s; E is %,.0f, the threshold %,.0f; %s, promise %s",
                alert.subject(),
                alert.affected(),
                alert.exposed(),
                alert.highSinceWeek(),
                week(outcome.weekOfTheDemo(alert)),
                Math.exp(alert.lnE()),
                alert.threshold(),
                alert.state(),
                alert.promise());
    }

    private static String week(long week) {
        return week < 1 ? "" : ", the demo's week " + week;
    }
}
