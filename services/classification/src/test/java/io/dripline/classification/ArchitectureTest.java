package io.dripline.classification;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.dripline");

    @Test
    void featuresDoNotFormCycles() {
        slices().matching("io.dripline.classification.(*)..")
                .should()
                .beFreeOfCycles()
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
    void onlyTheDoorsKnowHttp() {
        noClasses()
                .that()
                .resideInAPackage("io.dripline.classification..")
                .and()
                .resideOutsideOfPackage("..problem")
                .and()
                .haveSimpleNameNotEndingWith("Resource")
                .and()
                .doNotHaveSimpleName("ClassificationApi")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("jakarta.ws.rs..")
                .check(CLASSES);
    }
}
