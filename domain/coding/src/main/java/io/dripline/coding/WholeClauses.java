package io.dripline.coding;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The stretches of a report that a ruling can be about: all of it, each clause as the pipeline cut it, and runs of a few
 * pieces as separators that anybody sees cut it. The latter do not depend on vocabulary or rules, so words that were
 * ruled on stay whole clauses when those change.
 */
final class WholeClauses {

    /** Pieces a run, and stretches a report: beyond them a list is no statement. */
    private static final int LONGEST_RUN = 4;

    private static final int MOST = 300;

    private static final Pattern SEPARATOR = Pattern.compile(
            "(?iU)(?:[.,:!?]+(?=\\s|$)|[\\n\\r;()\\[\\]{}|\u2022\u2026\u3001\u3002]|(?<=\\s)[+&/\u2013\u2014-]+(?=\\s)"
                    + "|(?<=\\s)(?:and|but|with|then|or|plus|also|however)(?=\\s))");

    private WholeClauses() {}

    /**
     * All of it, then runs of pieces, then what depends on the pipeline: its clauses, and runs of pieces that their edges
     * cut too. Of either at most {@value #MOST}.
     *
     * @param clauses of the pipeline
     */
    static List<Span> of(String report, List<Span> clauses) {
        Set<Span> whole = new LinkedHashSet<>();
        add(whole, report, new Span(0, report.length()), MOST);
        addRuns(whole, report, List.of(), MOST);
        int most = whole.size() + MOST;
        clauses.forEach(clause -> add(whole, report, clause, most));
        addRuns(whole, report, clauses, most);
        return List.copyOf(whole);
    }

    private static void addRuns(Set<Span> whole, String report, List<Span> clauses, int most) {
        List<Span> pieces = pieces(report, clauses);
        for (int run = 1; run <= LONGEST_RUN; run++) {
            for (int i = 0; i + run <= pieces.size() && whole.size() < most; i++) {
                add(
                        whole,
                        report,
                        new Span(pieces.get(i).from(), pieces.get(i + run - 1).to()),
                        most);
            }
        }
    }

    private static void add(Set<Span> whole, String report, Span span, int most) {
        Span bare = span.strippedIn(report);
        if (bare.length() > 0 && whole.size() < most) {
            whole.add(bare);
        }
    }

    private static List<Span> pieces(String report, List<Span> clauses) {
        TreeSet<Integer> edges = new TreeSet<>();
        clauses.forEach(clause -> {
            edges.add(clause.from());
            edges.add(clause.to());
        });
        List<Span> pieces = new ArrayList<>();
        Matcher separator = SEPARATOR.matcher(report);
        int from = 0;
        while (separator.find()) {
            addPieces(pieces, report, from, separator.start(), edges);
            from = separator.end();
        }
        addPieces(pieces, report, from, report.length(), edges);
        return pieces;
    }

    private static void addPieces(List<Span> pieces, String report, int from, int to, TreeSet<Integer> edges) {
        int start = from;
        for (int edge : edges.subSet(from, false, Math.max(from, to), false)) {
            addPiece(pieces, report, new Span(start, edge));
            start = edge;
        }
        addPiece(pieces, report, new Span(start, to));
    }

    private static void addPiece(List<Span> pieces, String report, Span piece) {
        Span bare = piece.strippedIn(report);
        if (bare.in(report).codePoints().anyMatch(Character::isLetterOrDigit)) {
            pieces.add(bare);
        }
    }
}
