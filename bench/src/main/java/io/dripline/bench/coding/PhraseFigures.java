package io.dripline.bench.coding;

import io.dripline.contracts.coding.Category;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** Of phrases with one event each: is the category right, and how many could be left without a person. */
record PhraseFigures(String corpus, List<Line> lines, List<Answer> answers) {

    private static final double PRECISION = 0.97;

    double accuracy() {
        return share(IntStream.range(0, lines.size()).filter(this::isRight).count(), lines.size());
    }

    /** The largest share of the phrases, the most confident first, of which 97 % are right. */
    double coverage() {
        List<Integer> order = IntStream.range(0, lines.size())
                .boxed()
                .sorted(Comparator.comparingDouble(i -> -answers.get(i).confidence()))
                .toList();
        int right = 0;
        int covered = 0;
        for (int i = 0; i < order.size(); i++) {
            right += isRight(order.get(i)) ? 1 : 0;
            boolean isLastOfEqual = i + 1 == order.size()
                    || answers.get(order.get(i + 1)).confidence()
                            < answers.get(order.get(i)).confidence();
            if (isLastOfEqual && right >= PRECISION * (i + 1)) {
                covered = i + 1;
            }
        }
        return share(covered, lines.size());
    }

    void print() {
        long coded = answers.stream().filter(Answer::isCoded).count();
        long rightlyCoded = IntStream.range(0, lines.size())
                .filter(i -> answers.get(i).isCoded() && isRight(i))
                .count();
        System.out.printf(
                Locale.ROOT,
                "%n%s: %,d phrases; category right %.3f; coverage at 97 %% precision %.3f; coded without review %.3f, of these right %.3f%n",
                corpus,
                lines.size(),
                accuracy(),
                coverage(),
                share(coded, lines.size()),
                share(rightlyCoded, coded));
        System.out.printf("%-16s%8s%11s%8s   answered:", "", "phrases", "precision", "recall");
        for (Category category : Category.values()) {
            System.out.printf("%7.6s", category);
        }
        System.out.printf("%7s%n", "none");
        for (Category gold : Category.values()) {
            printRow(gold);
        }
    }

    private void printRow(Category gold) {
        long of = IntStream.range(0, lines.size()).filter(i -> isGold(i, gold)).count();
        long found = IntStream.range(0, lines.size())
                .filter(i -> isGold(i, gold) && isRight(i))
                .count();
        long said = answers.stream().filter(answer -> answer.best() == gold).count();
        long rightly = IntStream.range(0, lines.size())
                .filter(i -> answers.get(i).best() == gold && isRight(i))
                .count();
        System.out.printf(
                Locale.ROOT, "%-16s%8d%11.3f%8.3f            ", gold, of, share(rightly, said), share(found, of));
        for (Category category : Category.values()) {
            System.out.printf(
                    "%7d",
                    IntStream.range(0, lines.size())
                            .filter(i -> isGold(i, gold) && answers.get(i).best() == category)
                            .count());
        }
        System.out.printf(
                "%7d%n",
                IntStream.range(0, lines.size())
                        .filter(i -> isGold(i, gold) && answers.get(i).best() == null)
                        .count());
    }

    void printErrors() {
        for (int i = 0; i < lines.size(); i++) {
            if (!isRight(i)) {
                Answer answer = answers.get(i);
                System.out.printf(
                        Locale.ROOT,
                        "  %s for %s, %.2f: %s%n",
                        answer.best(),
                        lines.get(i).category(),
                        answer.confidence(),
                        lines.get(i).text());
            }
        }
    }

    private boolean isGold(int i, Category category) {
        return lines.get(i).category() == category;
    }

    private boolean isRight(int i) {
        Category best = answers.get(i).best();
        return best != null && lines.get(i).accepts(best);
    }

    static double share(long part, long whole) {
        return whole == 0 ? Double.NaN : (double) part / whole;
    }
}
