package io.dripline.coding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is reported, coding neither fails nor guesses. */
class AnyInputTest {

    private static final CodeWords CODE_WORDS = new CodeWords(Vocabulary.standard());

    private static final String UNKNOWN = "qwzx";

    private static final List<String> TERMS =
            List.of("nausea", "dizzy", "vomited", "seizure", "headache", "rash", "palpitations", "chest pain");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "!!! ... ---",
                "\uD83E\uDD22",
                "\u6076\u5FC3",
                "\u0442\u043E\u0448\u043D\u043E\u0442\u0430",
                "12 345",
                "<div></div>",
                "\u0000",
                "\uD83D\uDE35\u200D\uD83D\uDCAB\uD83D\uDC4D\uD83C\uDFFD",
                "\u0628\u0627\u0644\u063A\u062B\u064A\u0627\u0646",
                "\u05D1\u05D7\u05D9\u05DC\u05D4",
                "\uFFFD\uFFFE",
                "\uD800",
                "\u200B\u200B",
                "?!?",
                "\u2014 \u2014",
                "&nbsp;&lt;&gt;",
                "2/10",
                "after the infusion",
                "qqq"
            })
    void asksAPersonAboutWordsWithoutMeaning(String words) {
        CodingResult result = CODE_WORDS.code(words);

        assertThat(result.events()).containsExactly(new CodedText(words.strip(), null, List.of()));
        assertThat(result.needsReview()).isTrue();
        assertThat(result.dropped()).isEmpty();
    }

    /** A denial of nothing, a cue of nothing: dropped or asked about, never coded. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "no",
                "nil",
                "Nil.",
                "NIL!!",
                "none",
                "denies",
                "denied by patient",
                "not",
                "never",
                "no no no",
                "no, nil, none",
                "neg",
                "neg for",
                "negative for",
                "free of",
                "no history of",
                "without",
                "absent",
                "nope",
                "N/A",
                "-ve",
                "ruled out",
                "less",
                "better",
                "worse",
                "artefact",
                "probe off",
                "risk of",
                "if",
                "husband",
                "allergies:",
                "no longer",
                "is possible",
                "no \uD83E\uDD22",
                "<script>alert(1)</script>",
                "LFTs",
                "bladder",
                "<b>no</b>",
                "nil \u6076\u5FC3"
            })
    void codesNothingOfAWordThatOnlyDeniesOrHints(String words) {
        CodingResult result = CODE_WORDS.code(words);

        assertThat(result.events()).allMatch(CodedText::awaitsReview);
        assertThat(result.events().size() + result.dropped().size()).isPositive();
    }

    @Test
    void readsThroughMarkupAndWideLetters() {
        CodingResult result = CODE_WORDS.code("<b>\uFF2E\uFF41\uFF55\uFF53\uFF45\uFF41</b><br/>&nbsp;na\u00EFvely");

        assertThat(result.events())
                .first()
                .satisfies(event -> assertThat(
                                Objects.requireNonNull(event.coding()).term())
                        .isEqualTo("nausea"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nausea ",
                "no ",
                "a",
                "1",
                "1.",
                "<a",
                "nausea and ",
                "no x, ",
                "'a",
                "xyzzyq ",
                "feel ",
                "n/v",
                "no pain or ",
                "the ",
                "pins and ",
                "nausea the 1 ",
                "nausea nil ",
                "nausea nil, ",
                "nausea - no ",
                "nausea, nil, ",
                "nausea denied vomiting ",
                "pain 7 -> 3 ",
                "ALT 41 was ",
                "back pain better, ",
                "allergy: rash, ",
                "husband says mum ",
                "\uD83E\uDD22",
                "\u6076\u5FC3",
                "<p>no itch</p>",
                "neg for ",
                "a1b2 ",
                "[ ] itch ",
                "itch N, ",
                "here for pain and ",
                "CRPS with pain, ",
                "watch for rash, ",
                "af466bc1-041f-4968-92c9-a4c50590789f ",
                "artefact, ",
                "HR 140 artefact, ",
                "probe off, sats 70, ",
                "lead off ?asystole ",
                "HR 78, ",
                "?fever 37.2, ",
                "HTN well controlled, ",
                "seizure aged 7, ",
                "\n"
            })
    void takesALongReport(String piece) {
        String report = piece.repeat(100_000 / piece.length());

        CodingResult result = assertTimeout(Duration.ofSeconds(10), () -> CODE_WORDS.code(report));

        assertThat(result.events().size() + result.dropped().size()).isPositive();
    }

    /** "deaf", "af 466", "0": what the letters and figures of a reference seem to say, it does not say. */
    @Test
    void readsNothingInTheNumberOfARecord() {
        Random random = new Random(466);
        IntStream.range(0, 5_000).forEach(i -> {
            UUID id = new UUID(random.nextLong(), random.nextLong());
            String report =
                    UNKNOWN + " " + (i % 2 == 0 ? id.toString() : id.toString().toUpperCase(Locale.ROOT));

            CodingResult result = CODE_WORDS.code(report);

            assertThat(result.events()).as(report).containsExactly(new CodedText(report, null, List.of()));
            assertThat(result.dropped()).as(report).isEmpty();
        });
    }

    /** Beside what is said, and straight after the name of what is measured. */
    @Property
    void aReferenceChangesNothingOfWhatIsSaid(
            @ForAll("terms") String term, @ForAll long most, @ForAll long least, @ForAll boolean isFirst) {
        String id = new UUID(most, least).toString();
        String report = isFirst ? id + " " + term : term + " " + id;

        CodingResult result = CODE_WORDS.code(report);

        assertThat(result.events())
                .as(report)
                .extracting(CodedText::coding)
                .isEqualTo(CODE_WORDS.code(term).events().stream()
                        .map(CodedText::coding)
                        .toList());
        assertThat(result.dropped()).as(report).isEmpty();
    }

    @Provide
    Arbitrary<String> terms() {
        return Arbitraries.of(TERMS);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ALT 90d0a1c2",
                "ALT af466bc1-041f-4968-92c9-a4c50590789f",
                "pulse 9052ccf3-74d1-4f3a-8a11-00deaf194500",
                "qwzx 2ccf374d",
                "qwzx ref 90d0c1",
                "qwzx 00000000-0000-4000-8000-000000000000"
            })
    void measuresNothingByTheNumberOfARecord(String words) {
        CodingResult result = CODE_WORDS.code(words);

        assertThat(result.events()).singleElement().matches(CodedText::awaitsReview);
        assertThat(result.dropped()).isEmpty();
    }

    @Property
    void neverFails(@ForAll("strings") String report) {
        CodingResult result = CODE_WORDS.code(report);

        assertThat(result.events().size() + result.dropped().size()).isPositive();
        assertThat(result.events()).allSatisfy(event -> assertThat(report).contains(event.text()));
        assertThat(result.dropped()).allSatisfy(text -> assertThat(report).contains(text.text()));
        assertThat(CODE_WORDS.code(report)).isEqualTo(result);
    }

    /** Whatever is stated, asked about or dropped is shown: no term and no unknown word vanishes. */
    @Property(tries = 5_000)
    void losesNothing(@ForAll("reports") List<String> pieces) {
        String report = String.join(" ", pieces);

        CodingResult result = CODE_WORDS.code(report);

        assertThat(result.events().size() + result.dropped().size()).isPositive();
        List<String> events = result.events().stream().map(CodedText::text).toList();
        List<String> all = Stream.concat(
                        events.stream(), result.dropped().stream().map(DroppedText::text))
                .toList();
        assertThat(pieces)
                .filteredOn(piece -> piece.startsWith(UNKNOWN))
                .allSatisfy(piece -> assertThat(all).as(report).anyMatch(text -> text.contains(piece)));
        assertThat(pieces)
                .filteredOn(TERMS::contains)
                .allSatisfy(piece -> assertThat(all).as(report).anyMatch(text -> text.contains(piece)));
    }

    /** Whatever is negated or past, a term after a word of time, of exception or of a new statement is stated. */
    @Property(tries = 2_000)
    void codesATermThatIsSaidToHaveComeLater(@ForAll("later") List<String> denialTermWordTerm) {
        String report = String.join(" ", denialTermWordTerm);

        CodingResult result = CODE_WORDS.code(report);

        assertThat(result.events())
                .as(report)
                .anyMatch(event -> !event.awaitsReview() && event.text().endsWith(denialTermWordTerm.getLast()));
        assertThat(result.dropped())
                .as(report)
                .noneMatch(text -> text.text().endsWith(denialTermWordTerm.getLast()))
                .anyMatch(text -> text.text().endsWith(denialTermWordTerm.get(1)));
    }

    /** "Nausea: nil today", "hallucinations denied by patient": a denial that nothing follows is of the term before it. */
    @Property(tries = 5_000)
    void codesNoTermThatIsDeniedAfterIt(@ForAll("deniedAfterwards") String report) {
        CodingResult result = CODE_WORDS.code(report);

        assertThat(result.events()).as(report).allMatch(CodedText::awaitsReview);
        assertThat(result.events().size() + result.dropped().size()).isPositive();
    }

    /** What joins two terms other than a comma, "and", "or", "nor" or a slash does not carry a negation over. */
    @Property(tries = 5_000)
    void dropsNoTermThatIsOnlySetBesideADeniedOne(@ForAll("deniedBeside") List<String> denialTermJointTerm) {
        String report = String.join("", denialTermJointTerm);

        CodingResult result = CODE_WORDS.code(report);

        String beside = denialTermJointTerm.getLast();
        assertThat(result.events()).as(report).anyMatch(event -> event.text().contains(beside));
        assertThat(result.dropped()).as(report).noneMatch(text -> text.text().endsWith(beside));
    }

    /** "No nausea, vomiting", "hx of asthma and migraine": all denied, all past. */
    @Property(tries = 5_000)
    void codesNoItemOfAListThatBeginsWithADenialOrThePast(@ForAll("lists") String report) {
        CodingResult result = CODE_WORDS.code(report);

        assertThat(result.events()).as(report).allMatch(CodedText::awaitsReview);
    }

    @Provide
    Arbitrary<String> deniedAfterwards() {
        Arbitrary<String> joints = Arbitraries.of(" ", ": ", " - ", "\t", " \u2013 ", " = ", " was ", " patient ");
        Arbitrary<String> denials = Arbitraries.of(
                "nil", "none", "denied", "absent", "nope", "not present", "not reported", "not noted", "not observed");
        Arbitrary<String> fillers = Arbitraries.of(
                "today",
                "by patient",
                "by the nurse",
                "by mother",
                "throughout",
                "overnight",
                "noted",
                "reported",
                "during infusion",
                "after the infusion",
                "at 20 min",
                "0/10",
                "later",
                "now");
        return Combinators.combine(
                        Arbitraries.of(TERMS), joints, denials, fillers.list().ofMaxSize(3))
                .as((term, joint, denial, filler) ->
                        term + joint + denial + filler.stream().map(" "::concat).collect(Collectors.joining()));
    }

    @Provide
    Arbitrary<List<String>> deniedBeside() {
        Arbitrary<String> joints = Arbitraries.of(
                " - ",
                "-",
                "\t",
                ": ",
                " \u2013 ",
                " \u2014 ",
                " with ",
                " and with ",
                " plus ",
                ", also ",
                " -> ",
                " \"");
        return Combinators.combine(
                        Arbitraries.of("no ", "nil ", "denies ", "without ", "not ", "no further ", "rash, no "),
                        Arbitraries.of(TERMS).list().uniqueElements().ofSize(2),
                        joints,
                        Arbitraries.of("", "", "severe ", "the "))
                .as((denial, terms, joint, filler) ->
                        List.of(denial, terms.getFirst(), joint + filler, terms.getLast()));
    }

    @Provide
    Arbitrary<List<String>> later() {
        return Combinators.combine(
                        Arbitraries.of("no", "nil", "denies", "without", "hx of", "known", "previous"),
                        Arbitraries.of("nausea", "headache", "rash", "palpitations"),
                        Arbitraries.of(
                                "after", "during", "until", "despite", "due to", "but", "felt", "had", "however"),
                        Arbitraries.of("dizzy", "vomited", "seizure", "chest pain"))
                .as(List::of);
    }

    @Provide
    Arbitrary<String> lists() {
        Arbitrary<List<String>> items = Arbitraries.of(
                        "nausea", "headache", "rash", "palpitations", "chest pain", "seizure", "itch", "reflux", "SOB")
                .list()
                .uniqueElements()
                .ofMinSize(2)
                .ofMaxSize(4);
        return Combinators.combine(
                        Arbitraries.of("no ", "nil ", "hx of ", "previous ", "PMH: ", "denies ", "no pain, "),
                        items,
                        Arbitraries.of(", ", " and ", " or ", "/", " + "),
                        Arbitraries.of("", "", " reported", " noted by patient"))
                .as((begin, terms, separator, end) -> begin + String.join(separator, terms) + end);
    }

    @Provide
    Arbitrary<String> strings() {
        return Arbitraries.strings().ofMaxLength(60);
    }

    /** Every unknown word is another one, so that each can be looked for. */
    @Provide
    Arbitrary<List<String>> reports() {
        Arbitrary<String> cues = Arbitraries.of(
                "nil",
                "no",
                "no",
                "not",
                "denies",
                "without",
                "no issues",
                "hx of",
                "known",
                "previous",
                "given",
                "ondansetron",
                "prophylactic",
                "stable",
                "fine",
                "felt",
                "had",
                "after",
                "during",
                "until",
                "before",
                "despite",
                "just",
                "due to",
                "before infusion",
                "infusion",
                "x2",
                "181/99",
                "severe",
                "the",
                "of");
        Arbitrary<String> separators = Arbitraries.of(",", ",", ".", "and", "or", "but", "+", "/");
        Arbitrary<String> words = Arbitraries.oneOf(Arbitraries.of(TERMS), Arbitraries.just(UNKNOWN));
        return Arbitraries.frequencyOf(Tuple.of(4, cues), Tuple.of(2, separators), Tuple.of(4, words))
                .list()
                .ofMinSize(1)
                .ofMaxSize(10)
                .map(pieces -> IntStream.range(0, pieces.size())
                        .mapToObj(i -> pieces.get(i).equals(UNKNOWN) ? UNKNOWN + "abcdefghij".charAt(i) : pieces.get(i))
                        .toList());
    }

    @Test
    void answersTheSameFromManyThreads() {
        String report = "felt floaty, out of my body + nil itch, BP up, vomitting x2";
        CodingResult alone = CODE_WORDS.code(report);

        List<CodingResult> together = IntStream.range(0, 500)
                .parallel()
                .mapToObj(i -> CODE_WORDS.code(report))
                .toList();

        assertThat(together).hasSize(500).allMatch(alone::equals);
    }
}
