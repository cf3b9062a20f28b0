package io.dripline.bench.coding;

import io.dripline.coding.CodeWords;
import io.dripline.coding.LayPhrase;
import io.dripline.coding.NearestTerms;
import io.dripline.coding.Vocabulary;
import io.dripline.coding.nearest.Nearest;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * How right and how fast words are coded. PsyTAR's phrases are in the vocabulary, so each fifth of them is coded by what
 * was learned of the others; the other corpora are in no vocabulary.
 */
final class BenchCoding {

    private static final int FOLDS = 5;

    private static final String USAGE = """
            usage: ./dripline bench coding [--without-model] [--threshold 0.6] [--fast] [--only CORPUS] [--errors CORPUS] [--spend CORPUS]
              --fast     without PsyTAR's cross-validation and without times
              --only     counts this corpus, no other (may be given again): held-out ones stay uncounted while one works
              --errors   lists the errors of a corpus that may be tuned on: psytar, dev-forum, dev-label, dev-nurse, dev-doctor,
                         dev-ward, dev-quiet, dev-own, dev-bay, dev-own2, dev-quiet2, dev-quiet3, dev-visit, dev-chart,
                         dev-round, dev-shift
              --spend    lists those of a held-out corpus, which is then spent: never again a measure of new work\
            """;

    private static final Set<String> OPTIONS = Set.of("--only", "--errors", "--spend", "--threshold");

    private final Vocabulary vocabulary = Vocabulary.standard();
    private final boolean withModel;
    private final double threshold;
    private final Set<String> listed;

    private BenchCoding(boolean withModel, double threshold, Set<String> listed) {
        this.withModel = withModel;
        this.threshold = threshold;
        this.listed = listed;
    }

    /** Arguments: see {@link #USAGE}. */
    public static void main(String[] arguments) {
        boolean withModel = true;
        boolean fast = false;
        double threshold = CodeWords.THRESHOLD;
        List<String> only = new ArrayList<>();
        List<String> errors = new ArrayList<>();
        List<String> spent = new ArrayList<>();
        for (int i = 0; i < arguments.length; i++) {
            String option = arguments[i];
            if (OPTIONS.contains(option) && i + 1 == arguments.length) {
                throw new IllegalArgumentException(option + ": expected a value\n" + USAGE);
            }
            switch (option) {
                case "--without-model" -> withModel = false;
                case "--fast" -> fast = true;
                case "--threshold" -> threshold = Double.parseDouble(arguments[++i]);
                case "--only" -> only.add(arguments[++i]);
                case "--errors" -> errors.add(arguments[++i]);
                case "--spend" -> spent.add(arguments[++i]);
                default -> throw new IllegalArgumentException(option + ": no such option\n" + USAGE);
            }
        }
        List<Corpus> lines = List.of(
                Corpus.lines("dev-nurse", true),
                Corpus.lines("dev-doctor", true),
                Corpus.lines("dev-ward", true),
                Corpus.lines("dev-quiet", true),
                Corpus.lines("dev-own", true),
                Corpus.lines("dev-bay", true),
                Corpus.lines("dev-own2", true),
                Corpus.lines("dev-quiet2", true),
                Corpus.lines("dev-quiet3", true),
                Corpus.lines("dev-visit", true),
                Corpus.lines("dev-chart", true),
                Corpus.lines("dev-round", true),
                Corpus.lines("dev-shift", true),
                Corpus.lines("test-clinic", false),
                Corpus.lines("test-ward", false),
                Corpus.lines("test-bay", false));
        List<Corpus> phrases = List.of(
                Corpus.phrases("dev-forum", true),
                Corpus.phrases("dev-label", true),
                Corpus.phrases("test-forum", false),
                Corpus.phrases("test-label", false));
        refuseHeldOut(errors, lines, phrases);
        errors.addAll(spent);
        refuseUnknown(only, lines, phrases);
        new BenchCoding(withModel, threshold, Set.copyOf(errors))
                .run(only(only, lines), only(only, phrases), fast || !only.isEmpty());
    }

    private static List<Corpus> only(List<String> names, List<Corpus> corpora) {
        return corpora.stream()
                .filter(corpus -> names.isEmpty() || names.contains(corpus.name()))
                .toList();
    }

    private static void refuseUnknown(List<String> names, List<Corpus> lines, List<Corpus> phrases) {
        List<String> known = Stream.concat(lines.stream(), phrases.stream())
                .map(Corpus::name)
                .toList();
        for (String name : names) {
            if (!known.contains(name)) {
                throw new IllegalArgumentException("--only: expected one of " + known + ", found " + name);
            }
        }
    }

    private static void refuseHeldOut(List<String> errors, List<Corpus> lines, List<Corpus> phrases) {
        List<Corpus> all = new ArrayList<>(lines);
        all.addAll(phrases);
        for (Corpus corpus : all) {
            if (!corpus.tuned() && errors.contains(corpus.name())) {
                throw new IllegalArgumentException(
                        corpus.name() + ": is held out; whoever sees its errors has spent it\n" + USAGE);
            }
        }
    }

    private void run(List<Corpus> lines, List<Corpus> phrases, boolean fast) {
        NearestTerms nearest = withModel ? Nearest.withModel(vocabulary) : Nearest.withoutModel(vocabulary);
        System.out.printf(
                "vocabulary %s, %s the model, threshold %s%n",
                vocabulary.version(), withModel ? "with" : "without", threshold);
        CodeWords words = new CodeWords(vocabulary, nearest, threshold);
        if (!fast) {
            print(psytar());
        }
        phrases.forEach(corpus -> {
            print(new PhraseFigures(corpus.name(), corpus.lines(), answers(words, corpus.lines())));
            print(new PhraseFigures(
                    corpus.name() + " by the nearest terms alone",
                    corpus.lines(),
                    corpus.lines().stream()
                            .map(line -> Answer.of(nearest.of(line.text()), threshold))
                            .toList()));
        });
        lines.forEach(corpus -> print(new LineFigures(corpus.name(), corpus.lines(), answers(words, corpus.lines()))));
        if (!fast) {
            new BenchSpeed(vocabulary, withModel, threshold).print(lines);
        }
    }

    private PhraseFigures psytar() {
        List<LayPhrase> all = Vocabulary.layPhrases();
        List<Line> lines = new ArrayList<>();
        List<Answer> answers = new ArrayList<>();
        for (int fold = 0; fold < FOLDS; fold++) {
            int left = fold;
            CodeWords words = new CodeWords(
                    vocabulary,
                    withModel
                            ? Nearest.learnedWithModel(vocabulary, phrase -> fold(phrase) != left)
                            : Nearest.learnedWithoutModel(vocabulary, phrase -> fold(phrase) != left),
                    threshold);
            List<Line> some = Corpus.of(
                    all.stream().filter(phrase -> fold(phrase) == left).toList());
            lines.addAll(some);
            answers.addAll(answers(words, some));
        }
        return new PhraseFigures("psytar", lines, answers);
    }

    private static int fold(LayPhrase phrase) {
        return Math.floorMod(phrase.text().hashCode(), FOLDS);
    }

    private static List<Answer> answers(CodeWords words, List<Line> lines) {
        return lines.stream().map(line -> Answer.of(words.code(line.text()))).toList();
    }

    private void print(PhraseFigures figures) {
        figures.print();
        if (listed.contains(figures.corpus())) {
            figures.printErrors();
        }
    }

    private void print(LineFigures figures) {
        figures.print();
        if (listed.contains(figures.corpus())) {
            figures.printErrors();
        }
    }
}
