package io.dripline.intake;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    private static final JavaClasses SERVICE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.dripline.intake");

    @Test
    void rowsStayHome() {
        assertThat(SERVICE.that(DescribedPredicate.describe(
                        "are rows", c -> c.getSimpleName().endsWith("Row"))))
                .isNotEmpty();

        classes()
                .that()
                .haveSimpleNameEndingWith("Row")
                .should()
                .bePackagePrivate()
                .check(SERVICE);
    }

    @Test
    void featuresHaveNoCycles() {
        slices().matching("io.dripline.intake.(*)..").should().beFreeOfCycles().check(SERVICE);
    }

    @Test
    void requestsKnowNoFeature() {
        noClasses()
                .that()
                .resideInAPackage("..intake.request..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("..intake.session..", "..intake.publication..", "..intake.caller..")
                .check(SERVICE);
    }
}
