package io.dripline.local.recode;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was asked of the command.
 *
 * @param dryRun only to show what would change
 * @param yes to ask nobody
 * @param reason why, in a sentence; null: the new version of the vocabulary is the reason
 */
record Wish(boolean dryRun, boolean yes, @Nullable String reason) {

    /**
     * Reads {@code --dry-run}, {@code --yes} and {@code --reason} with a sentence.
     *
     * @throws IllegalArgumentException with anything else
     */
    static Wish of(List<String> arguments) {
        boolean dryRun = false;
        boolean yes = false;
        String reason = null;
        var left = arguments.iterator();
        while (left.hasNext()) {
            String argument = left.next();
            if (argument.equals("--dry-run")) {
                dryRun = true;
            } else if (argument.equals("--yes")) {
                yes = true;
            } else if (argument.equals("--reason") && left.hasNext()) {
                reason = left.next();
            } else {
                throw new IllegalArgumentException(
                        "recode takes --dry-run, --yes, and --reason with a sentence; got " + argument);
            }
        }
        return new Wish(dryRun, yes, reason);
    }
}
