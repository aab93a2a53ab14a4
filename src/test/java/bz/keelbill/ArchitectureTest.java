package bz.keelbill;

import static com.tngtech.archunit.lang.conditions.ArchConditions.dependOnClassesThat;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bz.keelbill.architecture.planted.PlantedClock;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The order of the house: who may see whom, what the core may not know, how types are called. */
class ArchitectureTest {
  private static final String ROOT = "bz.keelbill";

  /** Levels from the bottom; packages of one level never see each other. */
  private static final List<List<String>> LEVELS =
      List.of(
          List.of("geo"),
          List.of("report", "rule"),
          List.of("ais", "adsb", "radar", "asterix", "vms", "sighting", "plan", "track", "fence"),
          List.of("detect"),
          List.of("alert"),
          List.of("watch"),
          List.of("json", "net", "cot", "checkpoint", "account"),
          List.of("record"),
          List.of("replay", "share"),
          List.of("takeout"),
          List.of("feed", "relay", "web", "escalation", "sim", "stream"));

  private static final int CORE_LEVELS = 6;

  private static final Set<String> FORBIDDEN_ENDINGS =
      Set.of(
          "Manager",
          "Service",
          "Handler",
          "Processor",
          "Helper",
          "Util",
          "Utils",
          "Impl",
          "Data",
          "Info",
          "Event");

  private static final JavaClasses HOUSE =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages(ROOT);

  @Test
  void everyPackageImportsOnlyPackagesBelowIt() {
    Map<String, Set<String>> below = allowedBelow();
    below.forEach(
        (name, allowed) ->
            noClasses()
                .that()
                .resideInAPackage(ROOT + "." + name)
                .should(dependOnClassesThat(areOursButNotIn(name, allowed)))
                .allowEmptyShould(true)
                .check(HOUSE));
  }

  @Test
  void everyPackageIsOnTheList() {
    Set<String> unknown = new TreeSet<>();
    for (JavaClass type : HOUSE) {
      if (!type.getPackageName().equals(ROOT) && !allowedBelow().containsKey(shortName(type))) {
        unknown.add(type.getPackageName());
      }
    }
    assertEquals(Set.of(), unknown);
  }

  @Test
  void theCoreKnowsNoFrameworkNoFormatAndNoLogger() {
    coreRule(
            dependOn(
                "io.vertx..",
                "com.fasterxml..",
                "org.yaml..",
                "java.sql..",
                "javax.xml..",
                "org.duckdb..",
                "io.micrometer..",
                "java.util.logging..",
                "org.slf4j..",
                "java.net..",
                "java.nio.file.."))
        .check(HOUSE);
    noClasses()
        .that()
        .resideInAnyPackage(core())
        .should()
        .dependOnClassesThat()
        .areAssignableTo(System.Logger.class)
        .check(HOUSE);
  }

  @Test
  void theCoreReadsNoClock() {
    noClockIn(core()).check(HOUSE);
  }

  @Test
  void aPlantedClockReadIsFound() {
    JavaClasses planted = new ClassFileImporter().importClasses(PlantedClock.class);
    ArchRule rule = noClockIn(PlantedClock.class.getPackageName());
    assertThrows(AssertionError.class, () -> rule.check(planted));
  }

  @Test
  void noAlertHasItsValuesInTheOrderOfAMapThatDiffersInEachRun() {
    noClasses()
        .that()
        .resideInAnyPackage(ROOT + ".detect", ROOT + ".alert")
        .should()
        .callMethod(Map.class, "of", Object.class, Object.class, Object.class, Object.class)
        .check(HOUSE);
  }

  @Test
  void typesAreCalledByWhatTheyAre() {
    List<String> badly = new ArrayList<>();
    for (JavaClass type : HOUSE) {
      for (String ending : FORBIDDEN_ENDINGS) {
        if (type.getSimpleName().endsWith(ending)) {
          badly.add(type.getName());
        }
      }
    }
    assertEquals(List.of(), badly);
  }

  @Test
  void everyPackageSaysInOneSentenceWhatItIsFor() {
    Set<String> described = new TreeSet<>();
    Set<String> all = new TreeSet<>();
    for (JavaClass type : HOUSE) {
      all.add(type.getPackageName());
      if (type.getSimpleName().equals("package-info")) {
        described.add(type.getPackageName());
      }
    }
    // A package-info without annotations leaves no class file, so its source is looked at.
    for (String name : all) {
      java.nio.file.Path source =
          java.nio.file.Path.of("src/main/java", name.replace('.', '/'), "package-info.java");
      if (java.nio.file.Files.exists(source)) {
        described.add(name);
      }
    }
    assertEquals(all, described);
    assertTrue(all.size() > 10);
  }

  private static ArchRule noClockIn(String... packages) {
    return noClasses()
        .that()
        .resideInAnyPackage(packages)
        .should()
        .callMethod(System.class, "currentTimeMillis")
        .orShould()
        .callMethod(System.class, "nanoTime")
        .orShould()
        .callMethod(java.time.Instant.class, "now")
        .orShould()
        .callMethod(java.time.LocalDateTime.class, "now")
        .orShould()
        .callMethod(java.time.ZonedDateTime.class, "now");
  }

  private static ArchRule coreRule(DescribedPredicate<JavaClass> forbidden) {
    return noClasses().that().resideInAnyPackage(core()).should(dependOnClassesThat(forbidden));
  }

  private static DescribedPredicate<JavaClass> dependOn(String... packages) {
    return JavaClass.Predicates.resideInAnyPackage(packages);
  }

  private static DescribedPredicate<JavaClass> areOursButNotIn(String self, Set<String> allowed) {
    return DescribedPredicate.describe(
        "are of a package that " + self + " must not see",
        type ->
            type.getPackageName().startsWith(ROOT)
                && !shortName(type).equals(self)
                && !allowed.contains(shortName(type)));
  }

  private static Map<String, Set<String>> allowedBelow() {
    Map<String, Set<String>> allowed = new LinkedHashMap<>();
    Set<String> below = new TreeSet<>();
    for (List<String> level : LEVELS) {
      level.forEach(name -> allowed.put(name, Set.copyOf(below)));
      below.addAll(level);
    }
    return allowed;
  }

  private static String[] core() {
    return LEVELS.subList(0, CORE_LEVELS).stream()
        .flatMap(List::stream)
        .map(name -> ROOT + "." + name)
        .toArray(String[]::new);
  }

  private static String shortName(JavaClass type) {
    String name = type.getPackageName();
    return name.equals(ROOT) ? "" : name.substring(ROOT.length() + 1);
  }
}
