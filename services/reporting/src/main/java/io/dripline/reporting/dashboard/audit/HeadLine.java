package io.dripline.reporting.dashboard.audit;

import io.dripline.ledger.Head;
import io.dripline.reporting.audit.DeedPage;
import io.dripline.reporting.audit.LedgerOf;
import io.dripline.reporting.behalf.Answer;
import io.dripline.reporting.dashboard.layout.Figures;
import io.dripline.reporting.dashboard.layout.ShownTime;
import org.jspecify.annotations.Nullable;

/**
 * The end of one ledger's chain of seals.
 *
 * @param position of its last seal
 * @param sealedAt when that was made; null while nothing is sealed, or that is not known
 * @param line to be kept elsewhere; null likewise
 * @param refused why that is not known; null if it is
 */
public record HeadLine(
        String ledger,
        String holds,
        String position,
        @Nullable ShownTime sealedAt,
        @Nullable String line,
        @Nullable String refused) {

    static HeadLine of(LedgerOf ledger, Answer<DeedPage> answer) {
        return switch (answer) {
            case Answer.Given<DeedPage>(DeedPage page) -> of(ledger, page.head());
            case Answer.Away<DeedPage> _ ->
                without(
                        ledger,
                        "The %s service does not answer, so what it keeps is missing here. Nothing is lost; try again in a moment."
                                .formatted(ledger.id()));
            case Answer.Refused<DeedPage> refused ->
                without(
                        ledger,
                        "The %s service refuses, so what it keeps is missing here: %s."
                                .formatted(ledger.id(), refused.words()));
        };
    }

    private static HeadLine of(LedgerOf ledger, @Nullable String line) {
        if (line == null) {
            return without(ledger, "Nothing is sealed yet.");
        }
        try {
            Head head = Head.parse(line);
            return new HeadLine(
                    ledger.id(),
                    ledger.holds(),
                    Figures.count(head.position()),
                    new ShownTime(head.sealedAt()),
                    line,
                    null);
        } catch (IllegalArgumentException e) {
            return without(ledger, "Its head cannot be read by this version.");
        }
    }

    private static HeadLine without(LedgerOf ledger, String why) {
        return new HeadLine(ledger.id(), ledger.holds(), "–", null, null, why);
    }
}
