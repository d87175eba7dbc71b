package io.github.boofdice.outside;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** No command, snippet or link stands in a document that nothing checks. */
class DocumentsTest {
    private static final Pattern PROFILES = Pattern.compile("-P([\\w,-]+)");

    /** Commands that no test of this package types, and who does: {@code .ci/run}, long ones with less to do, or a test class. */
    private static final Map<String, String> RUN_BY = Map.ofEntries(
            Map.entry("./mvnw -q -Pdemo -DskipTests -pl boofcv-dice -am package", ".ci/run"),
            Map.entry("./mvnw verify", ".ci/run"),
            Map.entry("./mvnw verify -Ddice.data=/path/to/dice -Ddice.reference=/path/to/reference", ".ci/run"),
            Map.entry("./mvnw -DskipTests package", ".ci/run"),
            Map.entry("./mvnw -q -Pjavadoc -DskipTests -pl boofcv-dice -am package", ".ci/run"),
            Map.entry("./mvnw -q -Prelease,javadoc -DskipTests -pl boofcv-dice -am verify", ".ci/run"),
            Map.entry("./mvnw -q -Pfigures -DskipTests -pl docs -am package", ".ci/run"),
            Map.entry("./mvnw -q -Ptable -DskipTests -pl docs -am package", ".ci/run"),
            Map.entry("./mvnw -q -Pmutation process-test-classes -pl docs -am", ".ci/run"),
            Map.entry(
                    "./mvnw -Pmutation process-test-classes -pl boofcv-dice -am '-Dmutation.classes=io.github.boofdice.score.*'",
                    ".ci/run"),
            Map.entry(
                    "./mvnw -q -Pfuzz -DskipTests -pl boofcv-dice -am package -Dfuzz.cases=5000000 -Dfuzz.seed=1 -Dfuzz.result=docs/fuzz.json",
                    ".ci/run"),
            Map.entry("java -jar benchmarks/target/benchmarks.jar", ".ci/run"),
            Map.entry("java -jar benchmarks/target/benchmarks.jar short", ".ci/run"),
            Map.entry("java -jar benchmarks/target/benchmarks.jar cold", "ColdStartTest"),
            Map.entry(
                    "java -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -XX:ArchiveClassesAtExit=boofcv-dice.jsa"
                            + " -jar boofcv-dice-cli.jar inspect --model dice.model die.png",
                    "ColdStartTest"),
            Map.entry(
                    "java -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -XX:SharedArchiveFile=boofcv-dice.jsa"
                            + " -jar boofcv-dice-cli.jar inspect --model dice.model die.png",
                    "ColdStartTest"),
            Map.entry("java -jar benchmarks/target/benchmarks.jar draw", "PerformancePageTest"),
            Map.entry("./mvnw -q -Pspark -pl docs/spark -am verify", ".ci/run"),
            Map.entry(
                    "spark-submit --master 'local[*]' --class io.github.boofdice.spark.InspectFolder"
                            + " --conf spark.sql.files.openCostInBytes=65536"
                            + " docs/spark/target/spark-example-0.1.0-SNAPSHOT.jar dice.model pictures results",
                    "SubmitIT"),
            Map.entry(".ci/run", ".ci/run"),
            Map.entry("./mvnw install -DskipTests", "EmbeddingIT"),
            Map.entry(
                    "./mvnw test -pl boofcv-dice -am -Dtest=ArchitectureTest -Dsurefire.failIfNoSpecifiedTests=false",
                    "ArchitectureTest"),
            Map.entry(
                    "java -Ddice.data=/path/to/dice -jar benchmarks/target/benchmarks.jar accuracy",
                    "AlignmentAccuracyTest"),
            Map.entry("./mvnw spotless:apply", ".ci/run"),
            Map.entry(
                    "./mvnw -q -Pmeasure -DskipTests -pl docs -am package -Ddice.data=/path/to/dice -Ddice.reference=/path/to/reference",
                    ".ci/run"),
            Map.entry(
                    "./mvnw -q -Prelease,javadoc -DskipTests -pl boofcv-dice -am deploy -Dgpg.skip=false -DskipUpload",
                    ".ci/run"));

    @Test
    void everyCommandIsRunByATestOrByTheBuildThatDecides() throws IOException {
        Set<String> unknown = new TreeSet<>(commands());
        unknown.removeIf(command -> DocumentedCommandsIT.CALL.matcher(command).matches());
        Set<String> forgotten = new TreeSet<>(RUN_BY.keySet());
        forgotten.removeAll(unknown);
        unknown.removeAll(RUN_BY.keySet());

        assertThat(unknown)
                .as("commands in documents of which RUN_BY does not say who runs them")
                .isEmpty();
        assertThat(forgotten).as("commands of RUN_BY that no document has").isEmpty();
        assertThat(tests()).containsAll(RUN_BY.values());
    }

    @Test
    void theBuildThatDecidesTakesItsCommandsFromTheReadme() throws IOException {
        assertThat(firstOfTheReadme())
                .containsExactly("./mvnw -q -Pdemo -DskipTests -pl boofcv-dice -am package", "./mvnw verify");
        assertThat(Packed.ROOT.resolve(".ci/run")).content().contains("readme_block 1", "readme_block 2");
    }

    @Test
    void theBuildThatDecidesKnowsTheProfilesAndJarsThatItIsSaidToRun() throws IOException {
        String build = Files.readString(Packed.ROOT.resolve(".ci/run"));
        Set<String> run = profiles(build);
        run.addAll(profiles(String.join(" ", firstOfTheReadme())));

        RUN_BY.forEach((command, who) -> {
            if (who.equals(".ci/run")) {
                assertThat(run).as(command).containsAll(profiles(command));
                Matcher jar = Pattern.compile("\\S+\\.jar").matcher(command);
                assertThat(!jar.find() || build.contains(jar.group()))
                        .as(command)
                        .isTrue();
            }
        });
    }

    @Test
    void everyProfileThatACommandNamesExists() throws IOException {
        StringBuilder poms = new StringBuilder();
        for (String pom : List.of("pom.xml", "boofcv-dice/pom.xml", "docs/pom.xml")) {
            poms.append(Files.readString(Packed.ROOT.resolve(pom)));
        }
        for (String command : commands()) {
            assertThat(profiles(command))
                    .allSatisfy(profile -> assertThat(poms).as(command).contains("<id>" + profile + "</id>"));
        }
    }

    @Test
    void everyJavaAndXmlSnippetStandsInTheProjectThatATestBuilds() throws IOException {
        String project = flat(Files.readString(Packed.ROOT.resolve("docs/embedding/pom.xml"))
                + Files.readString(Packed.ROOT.resolve("docs/embedding/src/main/java/example/CheckDice.java")));

        assertThat(Documents.blocks()).extracting(Documents.Block::language).contains("java", "xml");
        assertThat(Documents.blocks()).allSatisfy(block -> {
            assertThat(block.language()).as(block.document().toString()).isIn("", "sh", "java", "xml");
            if (!Set.of("", "sh").contains(block.language())) {
                assertThat(project).contains(flat(block.text()));
            }
        });
    }

    @Test
    void everyLinkLeadsToAFile() throws IOException {
        assertThat(Documents.links())
                .isNotEmpty()
                .allSatisfy(link -> assertThat(link).exists());
    }

    /** What stands in the README's first two shell blocks. */
    private static List<String> firstOfTheReadme() throws IOException {
        return Documents.blocks().stream()
                .filter(block -> block.document().equals(Packed.ROOT.resolve("README.md")))
                .filter(block -> block.language().equals("sh"))
                .limit(2)
                .flatMap(block -> block.commands().stream())
                .toList();
    }

    /** In shell blocks, and in the text where it begins as one. */
    private static Set<String> commands() throws IOException {
        Stream<String> blocks = Documents.blocks().stream()
                .filter(block -> block.language().equals("sh"))
                .flatMap(block -> block.commands().stream());
        Stream<String> spans = Documents.spans().stream()
                .filter(span -> span.matches("(\\./mvnw|java|\\.ci/run|dice)\\b.*"))
                .filter(span -> !span.matches("java|dice COMMAND .*|dice\\.\\w+"));
        return Stream.concat(blocks, spans).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> profiles(String text) {
        Matcher named = PROFILES.matcher(text);
        Set<String> profiles = new TreeSet<>();
        while (named.find()) {
            profiles.addAll(List.of(named.group(1).split(",")));
        }
        return profiles;
    }

    /** Names of all test classes, and of the build that decides. */
    private static Set<String> tests() throws IOException {
        Set<String> names = new TreeSet<>(Set.of(".ci/run"));
        for (String module : List.of("boofcv-dice", "benchmarks", "docs", "docs/spark")) {
            try (Stream<Path> files = Files.walk(Packed.ROOT.resolve(module).resolve("src/test/java"))) {
                files.map(file -> file.getFileName().toString())
                        .filter(name -> name.endsWith(".java"))
                        .forEach(name -> names.add(name.replace(".java", "")));
            }
        }
        return names;
    }

    /** One space for all space between words. */
    private static String flat(String text) {
        return text.strip().replaceAll("\\s+", " ");
    }
}
