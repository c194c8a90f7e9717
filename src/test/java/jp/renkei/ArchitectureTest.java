package jp.renkei;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Set;
import jp.renkei.protection.IndividualNumber;

/** The arrows between the rooms, and what no room may do. */
@AnalyzeClasses(packages = "jp.renkei", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  @ArchTest
  static final ArchRule nothingPointsBackUp =
      layeredArchitecture()
          .consideringOnlyDependenciesInLayers()
          .layer("operations")
          .definedBy("jp.renkei.operations..")
          .layer("api")
          .definedBy("jp.renkei.api..")
          .layer("routing")
          .definedBy("jp.renkei.routing..")
          .layer("inquiry")
          .definedBy("jp.renkei.inquiry..")
          .layer("cases")
          .definedBy("jp.renkei.cases..")
          .layer("message")
          .definedBy("jp.renkei.message..")
          .layer("ledger")
          .definedBy("jp.renkei.ledger..")
          .layer("flow")
          .definedBy("jp.renkei.flow..")
          .layer("protection")
          .definedBy("jp.renkei.protection..")
          .whereLayer("operations")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("api")
          .mayOnlyBeAccessedByLayers("operations")
          .whereLayer("routing")
          .mayOnlyBeAccessedByLayers("operations")
          .whereLayer("inquiry")
          .mayOnlyBeAccessedByLayers("operations", "api", "routing")
          .whereLayer("cases")
          .mayOnlyBeAccessedByLayers("operations", "api", "routing")
          .whereLayer("message")
          .mayOnlyBeAccessedByLayers("operations", "api", "routing", "inquiry")
          .whereLayer("ledger")
          .mayOnlyBeAccessedByLayers("operations", "api", "routing", "inquiry", "cases", "message")
          .whereLayer("flow")
          .mayOnlyBeAccessedByLayers(
              "operations", "api", "routing", "inquiry", "cases", "message", "ledger", "protection")
          .whereLayer("protection")
          .mayOnlyBeAccessedByLayers(
              "operations", "api", "routing", "inquiry", "message", "ledger");

  @ArchTest
  static final ArchRule theDomainKnowsNoTransport =
      noClasses()
          .that()
          .resideInAnyPackage(
              "jp.renkei.inquiry..",
              "jp.renkei.cases..",
              "jp.renkei.message..",
              "jp.renkei.ledger..",
              "jp.renkei.flow..",
              "jp.renkei.protection..",
              "jp.renkei.problem..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.apache.camel..",
              "jakarta.jms..",
              "org.apache.activemq..",
              "jakarta.servlet..",
              "org.springframework.web..",
              "org.springframework.jms..");

  @ArchTest
  static final ArchRule onlyRoutingKnowsCamel =
      noClasses()
          .that()
          .resideOutsideOfPackages("jp.renkei.routing..", "jp.renkei.operations..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.apache.camel..", "jakarta.jms..", "org.apache.activemq..");

  @ArchTest
  static final ArchRule problemUsesNothingOfOurs =
      classes()
          .that()
          .resideInAPackage("jp.renkei.problem..")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage("jp.renkei.problem..", "java..");

  @ArchTest
  static final ArchRule flowAndMessageKnowNoSpring =
      noClasses()
          .that()
          .resideInAnyPackage("jp.renkei.flow..", "jp.renkei.message..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.springframework..");

  @ArchTest
  static final ArchRule timeComesFromTheClock =
      noClasses()
          .should()
          .callMethod(java.time.Instant.class, "now")
          .orShould()
          .callMethod(java.time.LocalDate.class, "now")
          .orShould()
          .callMethod(java.time.LocalDateTime.class, "now")
          .orShould()
          .callMethod(java.time.OffsetDateTime.class, "now")
          .orShould()
          .callMethod(System.class, "currentTimeMillis");

  @ArchTest static final ArchRule nobodyPrints = NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;

  @ArchTest
  static final ArchRule nobodyUsesJavaSerialisation =
      noClasses()
          .should()
          .dependOnClassesThat()
          .haveFullyQualifiedName("java.io.ObjectInputStream");

  /**
   * Who writes an agency's message by it, has its keyed hash made, or writes an answer that the
   * permitted list may have it in.
   */
  private static final Set<String> TOLD_INDIVIDUAL_NUMBERS =
      Set.of(
          "jp.renkei.message.registry.RegistryJson",
          "jp.renkei.message.registry.RegistryQuestion",
          "jp.renkei.message.registry.RegistryAnswer");

  @ArchTest
  static final ArchRule onlyFewAreToldIndividualNumbers =
      noClasses()
          .that(
              describe(
                  "are not among the few",
                  type -> !TOLD_INDIVIDUAL_NUMBERS.contains(type.getName())))
          .should()
          .accessTargetWhere(
              describe(
                  "is told the digits of an individual number",
                  access ->
                      access.getTargetOwner().isEquivalentTo(IndividualNumber.class)
                          && access.getName().equals("digitsForMessageOrKeyedHash")));

  @ArchTest
  static final ArchRule whoeverHasAnIndividualNumberWritesNeitherLogsNorFiguresNorUrls =
      noClasses()
          .that(
              describe(
                  "have to do with individual numbers",
                  type ->
                      type.isEquivalentTo(IndividualNumber.class)
                          || type.getDirectDependenciesFromSelf().stream()
                              .anyMatch(
                                  used ->
                                      used.getTargetClass()
                                          .isEquivalentTo(IndividualNumber.class))))
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.slf4j..",
              "ch.qos.logback..",
              "java.util.logging..",
              "io.micrometer..",
              "java.net..",
              "javax.management..");

  @ArchTest
  static final ArchRule noExceptionHasAnIndividualNumber =
      noClasses()
          .that()
          .areAssignableTo(Throwable.class)
          .should()
          .dependOnClassesThat()
          .areAssignableTo(IndividualNumber.class);

  @ArchTest
  static final ArchRule packagesAreBySubject =
      noClasses()
          .should()
          .resideInAnyPackage("..util..", "..common..", "..impl..", "..service..", "..dto..");
}
