package io.dripline.local.demo;

import io.dripline.contracts.incidence.IsoWeek;
import io.dripline.local.demo.clinic.DemoClinic;
import io.dripline.local.demo.clinic.Run;
import io.dripline.local.demo.line.Answers;
import io.dripline.local.demo.line.ShownAlert;
import io.dripline.local.stack.Part;
import io.dripline.local.stack.StackConfig;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

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
    String alerts(List<ShownAlert> alerts, Optional<ShownAlert> promised, long counted, long sessions) {
        var text = new StringBuilder();
        promised.ifPresentOrElse(
                alert -> text.append("The alert is there. ").append(line(alert)),
                () -> text.append(isMissing(counted, sessions)));
        String others = alerts.stream()
                .filter(alert -> promised.stream().noneMatch(alert::equals))
                .map(this::line)
                .collect(Collectors.joining("\n  "));
        return text.append(
                        others.isEmpty()
                                ? "\nNo other clinic or system alerts."
                                : "\nAlso, from here or from other sessions on this system:\n  " + others)
                .toString();
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

    private String isMissing(long counted, long sessions) {
        if (counted < sessions) {
            return "The alert for CNS at clinic-east did not come: only %,d of %,d sessions have been counted, and for a minute no more were. The services' logs lie in %s."
                    .formatted(counted, sessions, config.log(Part.INCIDENCE).getParent());
        }
        return "The alert for CNS at clinic-east did not come, though everything has been counted."
                + (run.weeks() < Demo.WEEKS
                        ? " The excess begins in week %d, and before week %d it may be too short to show."
                                .formatted(DemoClinic.EXCESS_FROM_WEEK, Demo.WEEKS)
                        : "");
    }

    private String line(ShownAlert alert) {
        return String.format(
                Locale.ROOT,
                "%s: %d of %d first courses affected, high since %s%s; E is %,.0f, the threshold %,.0f; %s, promise %s",
                alert.subject(),
                alert.affected(),
                alert.exposed(),
                alert.highSinceWeek(),
                week(alert),
                Math.exp(alert.lnE()),
                alert.threshold(),
                alert.state(),
                alert.promise());
    }

    private String week(ShownAlert alert) {
        long week = 1 + run.firstWeek().weeksUntil(IsoWeek.parse(alert.highSinceWeek()));
        return week < 1 ? "" : ", the demo's week " + week;
    }
}
