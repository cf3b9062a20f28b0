package io.dripline.classification.coding;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.matchesPattern;

import io.dripline.classification.TestIssuer;
import io.dripline.classification.TestSurroundings;
import io.dripline.coding.BrokenVocabularyException;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The service where an operator points to a distribution, here an invented one. */
@QuarkusTest
@TestSurroundings
@TestProfile(CodeWithMeddraTest.Licensed.class)
class CodeWithMeddraTest {

    /** With a directory. */
    public static final class Licensed implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("dripline.vocabulary.meddra-directory", "src/test/resources/meddra");
        }
    }

    @Test
    void aLowestLevelTermIsCodedAsItsPreferredTerm() {
        code("blorgy belly")
                .body("events[0].term", is("blorgitis"))
                .body("events[0].category", is("HEPATIC"))
                .body("events[0].method", is("MEDDRA"))
                .body("events[0].matched", is("Blorgy belly"))
                .body("events[0].meddra.keySet()", containsInAnyOrder("ptCode", "pt", "socCode", "soc"))
                .body("events[0].meddra.ptCode", is(90000011))
                .body("events[0].meddra.pt", is("Blorgitis"))
                .body("events[0].meddra.socCode", is(90000001))
                .body("events[0].meddra.soc", is("Invented disorders"))
                .body("vocabulary", matchesPattern("[0-9.]+\\+meddra-0\\.1-[0-9a-f]{8}"));
    }

    @Test
    void driplinesOwnWordsKeepTheirCategoryAndCarryThePreferredTerm() {
        code("sick x2 after bolus")
                .body("events[0].term", is("vomiting"))
                .body("events[0].category", is("GI"))
                .body("events[0].meddra.pt", is("Vomiting"));
    }

    @Test
    void aTermThatIsNotCurrentAwaitsReview() {
        code("zwobbly snurf").body("needsReview", is(true));
    }

    @Test
    void aDirectoryWithoutADistributionStopsTheStart() {
        assertThatThrownBy(() -> start(Optional.of(Path.of("src/test/resources/db")), Optional.empty()))
                .isInstanceOf(BrokenVocabularyException.class)
                .hasMessageContaining("soc.asc")
                .hasMessageContaining("missing");
    }

    @Test
    void aVersionWithoutADirectoryStopsTheStart() {
        assertThatThrownBy(() -> start(Optional.empty(), Optional.of("27.1")))
                .isInstanceOf(BrokenVocabularyException.class)
                .hasMessageContaining("dripline.vocabulary.meddra-version")
                .hasMessageContaining("dripline.vocabulary.meddra-directory");
    }

    private static void start(Optional<Path> directory, Optional<String> version) {
        new StandardVocabulary().vocabulary(new VocabularyConfig() {
            @Override
            public Optional<Path> meddraDirectory() {
                return directory;
            }

            @Override
            public Optional<String> meddraVersion() {
                return version;
            }
        });
    }

    private static ValidatableResponse code(String words) {
        return given().auth()
                .oauth2(TestIssuer.tokenOf("clinic"))
                .contentType("application/json")
                .body(Map.of("verbatim", words))
                .post("/codings")
                .then()
                .statusCode(200);
    }
}
