package io.dripline.coding.meddra;

import static org.assertj.core.api.Assertions.assertThat;

import io.dripline.coding.ApplyRulings;
import io.dripline.coding.Candidate;
import io.dripline.coding.ClassPlace;
import io.dripline.coding.CodeWords;
import io.dripline.coding.CodedText;
import io.dripline.coding.CodingResult;
import io.dripline.coding.DropReason;
import io.dripline.coding.DroppedText;
import io.dripline.coding.Ruled;
import io.dripline.coding.Term;
import io.dripline.coding.TestKeys;
import io.dripline.coding.Vocabulary;
import io.dripline.contracts.coding.Category;
import io.dripline.contracts.coding.Coding;
import io.dripline.contracts.coding.CodingMethod;
import io.dripline.contracts.coding.MeddraTerm;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Class 1 holds five terms that Dripline knows to be GI, class 2 five that it knows to be OTHER, class 3 some of each kind,
 * class 4 nothing that it knows, class 5 is stated to be HEPATIC, class 6 to be no events.
 */
class CodeWithMeddraTest {

    private static final Vocabulary OPEN = Vocabulary.standard();
    private static final CodeWords WITHOUT = new CodeWords(OPEN);

    @TempDir
    private Path directory;

    private final InventedDistribution invented = new InventedDistribution();

    private @Nullable CodeWords coder;

    CodeWithMeddraTest() {
        for (int soc = 1; soc <= 6; soc++) {
            invented.soc(soc, "Invented class " + soc);
        }
        List.of("Nausea", "Vomiting", "Diarrhoea", "Constipation", "Dry mouth").forEach(name -> invented.pt(1, name));
        List.of("Fatigue", "Itching", "Rash", "Cough", "Sweating").forEach(name -> invented.pt(2, name));
        List.of("Headache", "Hypertension", "Fever", "Dysuria", "Abdominal pain")
                .forEach(name -> invented.pt(3, name));
        invented.add("dripline-categories.tsv", "90000005\tHEPATIC\tinvented")
                .add("dripline-categories.tsv", "90000006\tNONE\tprocedures");
    }

    @Test
    void aCurrentWordingIsCodedAsItsPreferredTermAndPlacedByItsClass() {
        int code = invented.pt(1, "Blorgitis", "Blorgy belly");

        Coding coding = onlyCoding("blorgy belly after bolus");

        assertThat(coding.term()).isEqualTo("blorgitis");
        assertThat(coding.category()).isEqualTo(Category.GI);
        assertThat(coding.method()).isEqualTo(CodingMethod.MEDDRA);
        assertThat(coding.matched()).isEqualTo("Blorgy belly");
        assertThat(coding.confidence()).isEqualTo(0.97);
        assertThat(coding.vocabulary()).matches("\\Q" + OPEN.version() + "\\E\\+meddra-0\\.1-[0-9a-f]{8}");
        assertThat(coding.meddra()).isEqualTo(new MeddraTerm(code, "Blorgitis", 90_000_001, "Invented class 1"));
    }

    @Test
    void aWordingThatIsNotCurrentIsNoWording() {
        int code = invented.pt(1, "Blorgitis");
        invented.llt("Zwobbly snurf", code, "N");

        assertThat(code("zwobbly snurf").needsReview()).isTrue();
    }

    /** The signature of the drug stays where the literature counts it, whatever class MedDRA files it in. */
    @Test
    void whatBothHoldKeepsDriplinesTermAndCategory() {
        int code = invented.pt(1, "Blorg feeling", "Floating feeling");

        Coding coding = onlyCoding("floating feeling");

        assertThat(coding.term()).isEqualTo("dissociation");
        assertThat(coding.category()).isEqualTo(Category.CNS);
        assertThat(coding.method()).isEqualTo(CodingMethod.LEXICON);
        assertThat(coding.meddra()).isEqualTo(new MeddraTerm(code, "Blorg feeling", 90_000_001, "Invented class 1"));
    }

    @Test
    void aTermOfDriplinesCarriesThePreferredTermOfItsName() {
        Coding coding = onlyCoding("threw up");

        assertThat(coding.term()).isEqualTo("vomiting");
        assertThat(coding.meddra()).extracting(MeddraTerm::pt).isEqualTo("Vomiting");
    }

    @Test
    void theOtherWordingsOfATermThatDriplineHasLeadToIt() {
        invented.pt(2, "Palpitations", "Blorg in the chest");

        Coding coding = onlyCoding("blorg in the chest");

        assertThat(coding.term()).isEqualTo("palpitations");
        assertThat(coding.category()).isEqualTo(Category.CARDIOVASCULAR);
        assertThat(coding.method()).isEqualTo(CodingMethod.MEDDRA);
        assertThat(coding.meddra()).extracting(MeddraTerm::pt).isEqualTo("Palpitations");
    }

    /** Its wordings say more about a term than its class. */
    @Test
    void aTermBelongsWhereMostOfItsKnownWordingsBelong() {
        invented.pt(1, "Blorgosis", "Dizzy", "Giddiness", "Fatigued", "Zwobbly snurf");

        assertThat(onlyCoding("zwobbly snurf").category()).isEqualTo(Category.CNS);
    }

    @Test
    void aClassThatIsNoSystemLeavesItToTheWordsAboutPlaces() {
        invented.pt(2, "Bladder zwobbliness");
        invented.pt(2, "Knee zwobbliness");

        assertThat(onlyCoding("bladder zwobbliness").category()).isEqualTo(Category.UROGENITAL);
        assertThat(onlyCoding("knee zwobbliness").category()).isEqualTo(Category.OTHER);
    }

    @Test
    void aMixedClassDecidesNothing() {
        invented.pt(3, "Zwobbly snurf");
        invented.pt(3, "Hepatic snurf");
        invented.pt(4, "Quargle");

        assertThat(code("zwobbly snurf").needsReview()).isTrue();
        assertThat(code("quargle").needsReview()).isTrue();
        assertThat(code("hepatic snurf").needsReview()).isTrue();
    }

    /** What is examined or done bears the name of its place, and is no event in whatever class it stands. */
    @Test
    void examinationsAndProceduresAreNoEvents() {
        invented.pt(3, "Heart rate", "Pulse", "HR");
        invented.pt(5, "Liver tests", "ALT", "LFT");
        invented.pt(4, "Bladder catheterisation", "Bladder quargling");

        for (String words : List.of("HR 72", "heart rate normal", "ALT normal", "pulse 72, ALT 20")) {
            CodingResult result = code(words);
            assertThat(result.events()).as(words).isEmpty();
            assertThat(result.dropped()).as(words).isNotEmpty();
        }
        assertThat(codings(code("pulse, ALT, zwobbly snurf"))).isEmpty();
        assertThat(codings(code("bladder catheterisation, zwobbly snurf"))).isEmpty();
        assertThat(code("bladder quargling").needsReview()).isTrue();
    }

    @Test
    void aWordingCarriesThePreferredTermThatItIsOf() {
        invented.pt(1, "Emesis", "Blorg quonk");
        invented.pt(1, "Puking", "Snurf zork");

        assertThat(ptOf("threw up")).isEqualTo("Vomiting");
        assertThat(ptOf("emesis")).isEqualTo("Emesis");
        assertThat(ptOf("Blorg quonk")).isEqualTo("Emesis");
        assertThat(ptOf("snurf zork")).isEqualTo("Puking");
        assertThat(onlyCoding("Blorg quonk").term()).isEqualTo("vomiting");
    }

    @Test
    void aCommonWordingSaysNothingAboutTheRestOfATerm() {
        invented.pt(2, "Blorg of the chest", "Palpitations");

        assertThat(ptOf("palpitations")).isEqualTo("Blorg of the chest");
        assertThat(onlyCoding("heart pounding").term()).isEqualTo("palpitations");
        assertThat(onlyCoding("heart pounding").meddra()).isNull();
    }

    /** A wording that denies, prevents or was before would turn what is not there into an event. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "No adverse event",
                "No palpitations",
                "Blorgitis not present",
                "Blorg denied",
                "Blorg test negative",
                "Nausea prevention",
                "Blorg prophylaxis",
                "History of snurf",
                "Suctioning"
            })
    void whatDeniesAnEventMatchesNothing(String name) {
        invented.pt(5, name);

        assertThat(codings(code(name + ", zork"))).noneMatch(coding -> coding.method() == CodingMethod.MEDDRA);
        assertThat(codings(code(name))).noneMatch(coding -> coding.method() == CodingMethod.MEDDRA);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Headache worse", "Nausea after bolus", "Headache and vomiting", "Crushing chest", "Urine burns"
            })
    void aLongerWordingTakesNothingFromOwnWords(String name) {
        invented.pt(5, "Blorgitis", name, name + " zork");
        CodeWords coder = new CodeWords(vocabulary());

        for (String words : List.of(name, "crushing chest pain", "crushing chest pain, zork", name + ", zork")) {
            assertThat(terms(coder.code(words))).as(words).containsAll(terms(WITHOUT.code(words)));
        }
    }

    @Test
    void theOperatorsStatementDecides() {
        invented.pt(5, "Zwobbly snurf");
        invented.pt(6, "Bladder quargling");

        assertThat(onlyCoding("zwobbly snurf").category()).isEqualTo(Category.HEPATIC);
        assertThat(code("bladder quargling").needsReview()).isTrue();
    }

    @Test
    void saysWhereEachClassWasPut() {
        invented.soc(7, "Invented class 7").pt(7, "Dizziness");
        invented.pt(2, "Snurf");
        invented.pt(3, "Heartburn");
        invented.pt(4, "Quargle");
        invented.pt(5, "Zwobbly snurf");
        invented.pt(6, "Bladder quargling");

        assertThat(vocabulary().classPlaces())
                .extracting(ClassPlace::description)
                .containsExactly(
                        "90000001 Invented class 1: GI, since 5 of its 5 terms are known, 5 of these GI",
                        "90000002 Invented class 2: OTHER, since 5 of its 6 terms are known, 5 of these OTHER",
                        "90000003 Invented class 3: undecided,"
                                + " since 6 of its 6 terms are known, 2 of these GI, less than two of three",
                        "90000004 Invented class 4: undecided, since none of its 1 terms is known, and 5 must be known",
                        "90000005 Invented class 5: HEPATIC, as stated",
                        "90000006 Invented class 6: no events, as stated",
                        "90000007 Invented class 7: undecided,"
                                + " since 1 of its 1 terms are known, 1 of these CNS, and 5 must be known");
    }

    /** A dictionary of events also lists what is none. */
    @ParameterizedTest
    @CsvSource({
        "Snurf normal, NORMAL",
        "Heart rate normal for snurf, NORMAL",
        "History of snurf, HISTORICAL",
        "Ondansetron, TREATMENT"
    })
    void whatStatesNoEventIsDropped(String name, DropReason reason) {
        invented.pt(5, name);

        assertThat(code(name).events()).isEmpty();
        assertThat(code(name).dropped()).extracting(DroppedText::reason).containsExactly(reason);
    }

    /** It may be a disorder or a state of health: only a person can say. */
    @Test
    void aNameThatBeginsWithNormalAwaitsReview() {
        invented.pt(5, "Normal pressure blorg");

        CodingResult result = code("normal pressure blorg");

        assertThat(codings(result)).isEmpty();
        assertThat(result.dropped()).isEmpty();
        assertThat(result.needsReview()).isTrue();
        assertThat(WITHOUT.code("normal pressure blorg").needsReview()).isFalse();
    }

    @Test
    void aDenialReachesAWordingOfMeddra() {
        invented.pt(1, "Blorgitis");

        CodingResult result = code("nil blorgitis");

        assertThat(result.events()).isEmpty();
        assertThat(result.dropped()).hasSize(1);
    }

    /** Otherwise categories would differ between installations for reasons that are not MedDRA's terms. */
    @Test
    void misspellingsOfOwnWordsAreCorrectedAsWithout() {
        invented.pt(5, "Nausian", "Haluzination");

        assertThat(onlyCoding("nausia").term()).isEqualTo("nausea");
        assertThat(onlyCoding("halucination").term()).isEqualTo("hallucination");
    }

    @Test
    void idsAreWordsOrElseTheCode() {
        int greek = invented.pt(5, "Ζζζ");
        invented.pt(5, "Blörg's ménage");
        invented.pt(5, "Zwobbling: snurf");
        int taken = invented.pt(5, "Zwobbling (snurf)");

        assertThat(vocabulary().terms().stream()
                        .filter(term -> term.source() == Term.Source.MEDDRA)
                        .map(Term::id))
                .containsExactlyInAnyOrder(
                        "meddra-" + greek, "blorgs-menage", "zwobbling-snurf", "zwobbling-snurf-" + taken);
    }

    @Test
    void withoutADistributionNothingIsCarried() {
        assertThat(OPEN.classPlaces()).isEmpty();
        assertThat(codings(WITHOUT.code("vomited")))
                .allSatisfy(coding -> assertThat(coding.meddra()).isNull());
    }

    @Test
    void aRulingCarriesThePreferredTerm() {
        Vocabulary vocabulary = vocabulary();
        String words = "zork in the quonk";
        ApplyRulings rulings = new ApplyRulings(
                new CodeWords(vocabulary),
                vocabulary,
                TestKeys.KEYS,
                Map.of(TestKeys.KEYS.of(words), new Ruled(1, List.of("nausea"))));

        assertThat(codings(rulings.code(words).result()))
                .extracting(Coding::meddra)
                .extracting(MeddraTerm::pt)
                .containsExactly("Nausea");
    }

    /** Eighty thousand would hide the others. */
    @Test
    void aReviewSuggestsOwnTermsAlone() {
        invented.pt(1, "Blorg belly pain", "Quonk belly");

        assertThat(code("quonk blorg belly zork").events())
                .flatExtracting(CodedText::candidates)
                .isNotEmpty()
                .extracting(Candidate::term)
                .doesNotContain("blorg-belly-pain");
    }

    private Vocabulary vocabulary() {
        return Vocabulary.with(ReadMeddra.from(invented.in(directory), null));
    }

    /** With what was invented up to the first words; each distribution is read once. */
    private CodingResult code(String words) {
        CodeWords with = coder == null ? new CodeWords(vocabulary()) : coder;
        coder = with;
        return with.code(words);
    }

    private Coding onlyCoding(String words) {
        CodingResult result = code(words);
        assertThat(result.needsReview()).as(words).isFalse();
        assertThat(codings(result)).hasSize(1);
        return codings(result).getFirst();
    }

    private @Nullable String ptOf(String words) {
        MeddraTerm meddra = onlyCoding(words).meddra();
        return meddra == null ? null : meddra.pt();
    }

    private static List<String> terms(CodingResult result) {
        return codings(result).stream().map(Coding::term).toList();
    }

    private static List<Coding> codings(CodingResult result) {
        return result.events().stream()
                .map(CodedText::coding)
                .filter(Objects::nonNull)
                .toList();
    }
}
