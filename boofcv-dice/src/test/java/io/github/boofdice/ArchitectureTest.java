package io.github.boofdice;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.lang.syntax.elements.GivenClassesConjunction;
import com.tngtech.archunit.library.GeneralCodingRules;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** Holds the picture that ARCHITECTURE.md draws: which stage may know which, and who may touch the outside world. */
class ArchitectureTest {
    private static final String ROOT = "io.github.boofdice";

    /** The arrows as drawn; who draws one may also use what lies further down. "" is the root. A new package needs a line. */
    private static final Map<String, Set<String>> ARROWS = Map.ofEntries(
            Map.entry("cli", Set.of("report")),
            Map.entry("report", Set.of("evaluate")),
            Map.entry("evaluate", Set.of("")),
            Map.entry("", Set.of("train", "io", "classic", "flat")),
            Map.entry("train", Set.of("learn", "synth", "cnn")),
            Map.entry("learn", Set.of("decide", "score", "align")),
            Map.entry("decide", Set.of("template")),
            Map.entry("flat", Set.of("score")),
            Map.entry("score", Set.of("template")),
            Map.entry("align", Set.of("template")),
            Map.entry("io", Set.of("template")),
            Map.entry("classic", Set.of("template", "kernel")),
            Map.entry("cnn", Set.of("io", "kernel")),
            Map.entry("template", Set.of("image")),
            Map.entry("synth", Set.of("image")),
            Map.entry("image", Set.of("kernel")),
            Map.entry("kernel", Set.of()));

    /** Methods of {@link Math} that are exact or rounded correctly. */
    private static final Set<String> SAME_EVERYWHERE = Set.of(
            "IEEEremainder",
            "abs",
            "ceil",
            "clamp",
            "floor",
            "floorMod",
            "fma",
            "max",
            "min",
            "rint",
            "round",
            "signum",
            "sqrt",
            "toDegrees",
            "toIntExact",
            "toRadians");

    /** Everything that this module compiles into its jar, and nothing else. */
    private static final JavaClasses LIBRARY = new ClassFileImporter()
            .importUrl(Verdict.class.getProtectionDomain().getCodeSource().getLocation());

    @Test
    void stagesImportOnlyTheStagesBelowThem() {
        arrows(ARROWS).check(LIBRARY);
    }

    @Test
    void anArrowThatIsNotDrawnIsNoticed() {
        Map<String, Set<String>> rootAlone = new HashMap<>(ARROWS);
        rootAlone.put("", Set.of());

        assertThatThrownBy(() -> arrows(rootAlone).check(LIBRARY))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("Inspector")
                .hasMessageContaining("'' may not import 'io'");
    }

    @Test
    void arrowsFormNoCircle() {
        assertThat(ARROWS.keySet())
                .allSatisfy(stage -> assertThat(below(stage, ARROWS)).doesNotContain(stage));
    }

    @Test
    void everyClassLivesInAKnownPackageOfOurs() {
        String[] known = ARROWS.keySet().stream()
                .map(stage -> stage.isEmpty() ? ROOT : ROOT + "." + stage)
                .toArray(String[]::new);
        classes().should().resideInAnyPackage(known).check(LIBRARY);
    }

    @Test
    void everyPackageIsNullMarked() {
        assertThat(LIBRARY.stream().map(JavaClass::getPackage).distinct())
                .isNotEmpty()
                .allSatisfy(javaPackage -> assertThat(javaPackage.isAnnotatedWith(NullMarked.class))
                        .as("%s has a package-info with @NullMarked", javaPackage.getName())
                        .isTrue());
    }

    @Test
    void onlyIoDecodesPictures() {
        outside("io")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("javax.imageio..")
                .check(LIBRARY);
    }

    @Test
    void awtStaysInIoAndReport() {
        outside("io", "report")
                .should()
                .dependOnClassesThat(DescribedPredicate.describe(
                        "are AWT, but for a BufferedImage in the root",
                        used -> used.getPackageName().startsWith("java.awt")
                                && !used.getName().equals("java.awt.image.BufferedImage")))
                .check(LIBRARY);
        outside("", "io", "report")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("java.awt..")
                .check(LIBRARY);
    }

    /** Those who embed the library do not get the command line's jars: any other use would fail on their machine. */
    @Test
    void onlyTheCommandLineAndItsReportsUseTheOptionalJars() {
        outside("cli")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("picocli..", "com.google.gson..")
                .check(LIBRARY);
        outside("report")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.knowm.xchart..", "org.apache.batik..", "com.samskivert..")
                .check(LIBRARY);
        noClasses()
                .that()
                .haveSimpleNameNotStartingWith("Keras")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.jhdf..")
                .check(LIBRARY);
    }

    @Test
    void theLibraryPrintsNothingAndNeverEndsTheProcess() {
        outside("cli")
                .should(GeneralCodingRules.ACCESS_STANDARD_STREAMS)
                .orShould()
                .callMethod(System.class, "exit", int.class)
                .check(LIBRARY);
    }

    @Test
    void boofConcurrencyIsLeftToTheCaller() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("boofcv.concurrency.BoofConcurrency")
                .check(LIBRARY);
    }

    /** {@code Math.sin} and its like may differ by a unit in the last place from one JDK or processor to the next; {@code StrictMath} does not. */
    @Test
    void whatMathLeavesOpenIsTakenFromStrictMath() {
        noClasses()
                .should()
                .callMethodWhere(DescribedPredicate.describe(
                        "may round differently elsewhere",
                        call -> call.getTargetOwner().getFullName().equals("java.lang.Math")
                                && !SAME_EVERYWHERE.contains(call.getTarget().getName())))
                .check(LIBRARY);
    }

    private static GivenClassesConjunction outside(String... stages) {
        Set<String> excepted = Set.of(stages);
        return noClasses()
                .that(DescribedPredicate.describe(
                        "live outside " + excepted, javaClass -> !excepted.contains(stageOf(javaClass))));
    }

    private static ArchRule arrows(Map<String, Set<String>> arrows) {
        return classes().should(new ArchCondition<>("import only the stages below their own") {
            @Override
            public void check(JavaClass javaClass, ConditionEvents events) {
                String stage = stageOf(javaClass);
                Set<String> below = below(stage, arrows);
                for (Dependency dependency : javaClass.getDirectDependenciesFromSelf()) {
                    JavaClass used = dependency.getTargetClass().getBaseComponentType();
                    String other = stageOf(used);
                    if (LIBRARY.contain(used.getName()) && !other.equals(stage) && !below.contains(other)) {
                        events.add(SimpleConditionEvent.violated(
                                dependency,
                                "'%s' may not import '%s': %s".formatted(stage, other, dependency.getDescription())));
                    }
                }
            }
        });
    }

    /** All stages that the arrows reach from this one. */
    private static Set<String> below(String stage, Map<String, Set<String>> arrows) {
        Set<String> reached = new TreeSet<>();
        Deque<String> open = new ArrayDeque<>(arrows.getOrDefault(stage, Set.of()));
        while (!open.isEmpty()) {
            String next = open.pop();
            if (reached.add(next)) {
                open.addAll(arrows.getOrDefault(next, Set.of()));
            }
        }
        return reached;
    }

    /** The part of the package's name after the root's: "" for the root itself. */
    private static String stageOf(JavaClass javaClass) {
        String name = javaClass.getPackageName();
        return name.startsWith(ROOT + ".") ? name.substring(ROOT.length() + 1) : "";
    }
}
