package org.indelible.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** {@code trial-web -> trial-domain -> {anchoring, protocols}}; anchoring and protocols do not know each other. */
class BordersTest {
    private static final String ANCHORING = "org.indelible.anchoring";
    private static final String PROTOCOLS = "org.indelible.protocols";

    /** trial-domain shares feature names with trial-web, so it is told apart by where its classes come from. */
    private static final DescribedPredicate<JavaClass> OF_DOMAIN = DescribedPredicate.describe(
            "come from trial-domain",
            type -> type.getSource()
                    .map(source -> source.getUri().toString())
                    .filter(uri -> uri.contains("/trial-domain/target/"))
                    .isPresent());

    private static final List<String> DOMAIN_ONLY =
            List.of("org.indelible.shared", "org.indelible.authority", "org.indelible.eventstore");

    private static final List<String> WEB_ONLY = List.of(
            "org.indelible.platform",
            "org.indelible.security",
            "org.indelible.cli",
            "org.indelible.api",
            "org.indelible.portal",
            "org.indelible.readmodel");

    private static final JavaClasses ALL = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.indelible");

    /** A rule over a package that is not there is green whatever happens. */
    @TestFactory
    Stream<DynamicTest> everyPackageThatARuleNamesExists() {
        return Stream.of(Stream.of(ANCHORING, PROTOCOLS), DOMAIN_ONLY.stream(), WEB_ONLY.stream())
                .flatMap(names -> names)
                .map(name -> DynamicTest.dynamicTest(
                        name, () -> assertThat(ALL.containPackage(name)).isTrue()));
    }

    @Test
    void theDomainIsToldApart() {
        assertThat(ALL.that(OF_DOMAIN))
                .extracting(JavaClass::getSimpleName)
                .contains("CasebookAggregate", "SiteDecisions")
                .doesNotContain("CasebookController");
    }

    /** Two modules share packages; of two classes with one name, which is loaded is chance. */
    @Test
    void noClassStandsTwice() {
        ClassLoader loader = BordersTest.class.getClassLoader();

        assertThat(ALL)
                .filteredOn(type -> !type.getSimpleName().equals("package-info"))
                .allSatisfy(type -> assertThat(Collections.list(
                                loader.getResources(type.getName().replace('.', '/') + ".class")))
                        .as(type.getName())
                        .hasSize(1));
    }

    @Test
    void anchoringKnowsNobody() {
        check(noClasses()
                .that()
                .resideInAPackage(ANCHORING + "..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(below(PROTOCOLS, DOMAIN_ONLY, WEB_ONLY)));
    }

    @Test
    void protocolsKnowsNobody() {
        check(noClasses()
                .that()
                .resideInAPackage(PROTOCOLS + "..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(below(ANCHORING, DOMAIN_ONLY, WEB_ONLY)));
    }

    @Test
    void domainDoesNotKnowTheWeb() {
        check(noClasses()
                .that(OF_DOMAIN)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(below("org.indelible.jobs", List.of(), WEB_ONLY)));
    }

    @Test
    void springStaysInTheWeb() {
        ArchRule rule = noClasses()
                .that()
                .resideInAnyPackage(below(ANCHORING, List.of(PROTOCOLS), List.of()))
                .or(OF_DOMAIN)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.springframework..", "org.axonframework.spring..", "jakarta.servlet..");
        check(rule);
    }

    /** Who may enter by a URL is written in one class. */
    @Test
    void onlyRouteRulesAuthorisesUrls() {
        check(noClasses()
                .that()
                .resideOutsideOfPackage("org.indelible.security")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.springframework.security.authorization..",
                        "org.springframework.security.access.prepost.."));
    }

    private static void check(ArchRule rule) {
        rule.check(ALL);
    }

    private static String[] below(String first, List<String> second, List<String> third) {
        return Stream.of(Stream.of(first), second.stream(), third.stream())
                .flatMap(names -> names)
                .map(name -> name + "..")
                .toArray(String[]::new);
    }
}
