package io.dripline.reporting;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** What the packages promise each other. */
class ArchitectureTest {

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.dripline.reporting");

    @Test
    void featuresDoNotDependOnEachOtherInCircles() {
        slices().matching("io.dripline.reporting.(*)..")
                .should()
                .beFreeOfCycles()
                .check(CLASSES);
    }

    @Test
    void pagesDoNotDependOnEachOtherInCircles() {
        slices().matching("io.dripline.reporting.dashboard.(*)..")
                .should()
                .beFreeOfCycles()
                .check(CLASSES);
    }

    @Test
    void chartsKnowNeitherPagesNorFeatures() {
        noClasses()
                .that()
                .resideInAPackage("io.dripline.reporting.dashboard.chart..")
                .should()
                .dependOnClassesThat(resideInAPackage("io.dripline.reporting..")
                        .and(not(resideInAPackage("io.dripline.reporting.dashboard.chart.."))))
                .check(CLASSES);
    }

    @Test
    void rowsStayHome() {
        classes()
                .that()
                .haveSimpleNameEndingWith("Row")
                .should()
                .bePackagePrivate()
                .allowEmptyShould(true)
                .check(CLASSES);
    }

    @Test
    void aServiceKnowsNoOtherService() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.dripline.intake..", "io.dripline.classification..", "io.dripline.incidence..")
                .check(CLASSES);
    }

    @Test
    void doorsAreNamedResources() {
        classes()
                .that()
                .areAnnotatedWith(jakarta.ws.rs.Path.class)
                .should()
                .haveSimpleNameEndingWith("Resource")
                .check(CLASSES);
    }
}
