package io.dripline.bench.coding;

import static io.dripline.bench.coding.PhraseFigures.share;

import io.dripline.contracts.coding.Category;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;

/** Of clinic lines, which state several events or none: are exactly the right categories coded. */
record LineFigures(String corpus, List<Line> lines, List<Answer> answers) {

    void print() {
        long exact = IntStream.range(0, lines.size()).filter(this::isExact).count();
        long coded = answers.stream().mapToLong(answer -> answer.coded().size()).sum();
        long gold = lines.stream().mapToLong(line -> line.gold().size()).sum();
        long both = 0;
        for (Category category : Category.values()) {
            both += count(category, true, true);
        }
        long none = lines.stream().filter(line -> line.gold().isEmpty()).count();
        long wronglyCoded = IntStream.range(0, lines.size())
                .filter(i ->
                        lines.get(i).gold().isEmpty() && !answers.get(i).coded().isEmpty())
                .count();
        System.out.printf(
                Locale.ROOT,
                "%n%s: %,d lines; exact category set %.3f; precision %.3f, recall %.3f; of %d lines without event %d have a category%n",
                corpus,
                lines.size(),
                share(exact, lines.size()),
                share(both, coded),
                share(both, gold),
                none,
                wronglyCoded);
        System.out.printf("%-16s%8s%11s%8s   on lines of: ", "", "lines", "precision", "recall");
        for (Category category : Category.values()) {
            System.out.printf("%7.6s", category);
        }
        System.out.printf("%7s%n", "none");
        for (Category category : Category.values()) {
            printRow(category);
        }
    }

    /** Where a category was coded though the line has it not: which categories the line has. */
    private void printRow(Category category) {
        long right = count(category, true, true);
        System.out.printf(
                Locale.ROOT,
                "%-16s%8d%11.3f%8.3f                ",
                category,
                right + count(category, true, false),
                share(right, right + count(category, false, true)),
                share(right, right + count(category, true, false)));
        for (Category of : Category.values()) {
            System.out.printf(
                    "%7d",
                    IntStream.range(0, lines.size())
                            .filter(i -> has(i, category, category == of, true)
                                    && lines.get(i).gold().contains(of))
                            .count());
        }
        System.out.printf(
                "%7d%n",
                IntStream.range(0, lines.size())
                        .filter(i -> has(i, category, false, true)
                                && lines.get(i).gold().isEmpty())
                        .count());
    }

    void printErrors() {
        for (int i = 0; i < lines.size(); i++) {
            if (!isExact(i)) {
                System.out.printf(
                        "  %s for %s: %s%n",
                        answers.get(i).coded(),
                        sorted(lines.get(i).gold()),
                        lines.get(i).text());
            }
        }
    }

    private static Set<Category> sorted(Set<Category> categories) {
        return categories.isEmpty() ? Set.of() : EnumSet.copyOf(categories);
    }

    private long count(Category category, boolean inGold, boolean inCoded) {
        return IntStream.range(0, lines.size())
                .filter(i -> has(i, category, inGold, inCoded))
                .count();
    }

    private boolean has(int i, Category category, boolean inGold, boolean inCoded) {
        return lines.get(i).gold().contains(category) == inGold
                && answers.get(i).coded().contains(category) == inCoded;
    }

    private boolean isExact(int i) {
        return lines.get(i).gold().equals(answers.get(i).coded());
    }
}
