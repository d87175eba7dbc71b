package io.github.boofdice.tutorials;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.api.io.TempDir;

/** The pages that javadoc makes of the tutorials, and the ways to them. */
class TutorialPagesTest {
    private static final Path ROOT = TutorialFigures.root();
    private static final String SOURCES = ROOT.resolve("docs/src/main/java").toString();
    private static final Pattern LINK = Pattern.compile("/tutorials/(\\w+)\\.html");

    @Test
    @EnabledForJreRange(min = JRE.JAVA_18, disabledReason = "this JDK's javadoc does not know {@snippet}")
    void everySnippetAndLinkResolvesWithoutAWarning(@TempDir Path pages) throws IOException {
        StringWriter said = new StringWriter();
        int code = ToolProvider.findFirst("javadoc")
                .orElseThrow()
                .run(
                        new PrintWriter(said),
                        new PrintWriter(said),
                        "-quiet",
                        "-Werror",
                        "-Xdoclint:all",
                        "-d",
                        pages.toString(),
                        "-sourcepath",
                        SOURCES,
                        "-classpath",
                        System.getProperty("java.class.path"),
                        "--snippet-path",
                        String.join(
                                File.pathSeparator,
                                SOURCES,
                                ROOT.resolve("docs/src/virtual/java").toString(),
                                ROOT.resolve("benchmarks/src/main/java").toString()),
                        "io.github.boofdice.tutorials");

        assertThat(code).as(said.toString()).isZero();
        assertThat(pages.resolve("io/github/boofdice/tutorials/FirstInspection.html"))
                .content()
                .contains("DiceInspector.builder().learn(good)");
    }

    @Test
    void typesLeadToTutorialsThatExistAndToEachOfThem() throws IOException {
        Set<String> linked = new TreeSet<>();
        try (Stream<Path> files = Files.walk(ROOT.resolve("boofcv-dice/src/main/java"))) {
            for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
                Matcher links = LINK.matcher(Files.readString(file));
                while (links.find()) {
                    linked.add(links.group(1));
                }
            }
        }
        linked.add("Benchmarks"); // which teaches no type of the library

        assertThat(linked).isEqualTo(tutorials());
    }

    private static Set<String> tutorials() throws IOException {
        try (Stream<Path> files = Files.list(Path.of(SOURCES, "io/github/boofdice/tutorials"))) {
            return files.filter(f -> f.toString().endsWith(".java"))
                    .filter(TutorialPagesTest::isTutorial)
                    .map(f -> f.getFileName().toString().replace(".java", ""))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private static boolean isTutorial(Path file) {
        try {
            return Files.readString(file).contains("\n * Tutorial ");
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
