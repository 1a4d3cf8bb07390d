package org.alike.local;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameStartingWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** The rules of the house that the module graph alone does not enforce. */
@AnalyzeClasses(packages = "org.alike", importOptions = ImportOption.DoNotIncludeTests.class)
class HouseRulesTest {
  private static final String[] FEATURES = {
    "org.alike.forms",
    "org.alike.members",
    "org.alike.alikes",
    "org.alike.discussions",
    "org.alike.content",
    "org.alike.wisdom"
  };
  private static final String OURS = "org.alike..";
  private static final String SDK = "software.amazon.awssdk..";

  @ArchTest
  static final ArchRule FEATURES_NEVER_IMPORT_EACH_OTHER =
      slices()
          .matching("org.alike.(forms|members|alikes|discussions|content|wisdom)..")
          .should()
          .notDependOnEachOther();

  @ArchTest
  static final ArchRule KERNEL_IMPORTS_NOTHING_OF_OURS =
      noClasses()
          .that(resideInAPackage("org.alike.kernel"))
          .should()
          .dependOnClassesThat(
              resideInAPackage(OURS).and(not(resideInAPackage("org.alike.kernel"))));

  /** Nor anybody else's: it is loaded by every function, and the importer is a module apart. */
  @ArchTest
  static final ArchRule VOCABULARY_IMPORTS_NOTHING_BUT_JAVA =
      classes()
          .that()
          .resideInAPackage("org.alike.vocabulary..")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage("org.alike.vocabulary", "java..", "org.jspecify..");

  @ArchTest
  static final ArchRule NOBODY_SEES_LOCAL =
      noClasses()
          .that()
          .resideOutsideOfPackage("org.alike.local..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.alike.local..");

  @ArchTest
  static final ArchRule THE_SDK_STAYS_IN_STORE_AND_IN_ADAPTERS_NAMED_FOR_IT =
      noClasses()
          .that(
              resideInAnyPackage(FEATURES)
                  .and(
                      not(
                          simpleNameStartingWith("Dynamo")
                              .or(simpleNameStartingWith("Ses"))
                              .or(simpleNameStartingWith("S3")))))
          .should()
          .dependOnClassesThat()
          .resideInAPackage(SDK);

  @ArchTest
  static final ArchRule KERNEL_KNOWS_NO_SDK =
      noClasses()
          .that()
          .resideInAPackage("org.alike.kernel")
          .should()
          .dependOnClassesThat()
          .resideInAPackage(SDK);

  @ArchTest
  static final ArchRule JSON_IS_READ_AND_WRITTEN_BY_THE_KERNEL_ONLY =
      noClasses()
          .that(resideInAnyPackage(FEATURES))
          .should()
          .dependOnClassesThat()
          .resideInAPackage("com.fasterxml.jackson..");

  @ArchTest
  static final ArchRule ONLY_HANDLERS_OF_A_FEATURE_ARE_PUBLIC =
      classes()
          .that(resideInAnyPackage(FEATURES))
          .and()
          .arePublic()
          .and()
          .areTopLevelClasses()
          .should()
          .implement(RequestStreamHandler.class);

  @ArchTest
  static final ArchRule CLASSES_ARE_NAMED_FOR_WHAT_THEY_ARE =
      noClasses()
          .that()
          .resideInAPackage(OURS)
          .should()
          .haveNameMatching(".*(Util|Utils|Manager|Helper|Impl|Base)");

  @ArchTest
  static final ArchRule CLOCK_AND_IDS_ARE_ARGUMENTS =
      noClasses()
          .that()
          .resideInAPackage(OURS)
          .and()
          .resideOutsideOfPackage("org.alike.local..")
          .should()
          .callMethod(Instant.class, "now")
          .orShould()
          .callMethod(LocalDate.class, "now")
          .orShould()
          .callMethod(System.class, "currentTimeMillis")
          .orShould()
          .callMethod(UUID.class, "randomUUID");
}
