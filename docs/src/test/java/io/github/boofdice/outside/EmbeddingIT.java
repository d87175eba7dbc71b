package io.github.boofdice.outside;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.boofdice.testdata.Face;
import io.github.boofdice.testdata.SamplePictures;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The project in {@code docs/embedding}, built and run where nothing of ours is but what was installed. */
class EmbeddingIT {
    private static final long MOST_OF_OTHERS = 5_000_000;
    private static final long MOST_OF_OURS = 900_000;
    private static final Pattern NATIVE = Pattern.compile(".*\\.(so|dll|dylib|jnilib|a|lib|exe)(\\.\\d+)*");

    @TempDir
    private static Path folder;

    private static Path repository;
    private static Path project;
    private static String said;
    private static List<Path> jars;

    @BeforeAll
    static void installBuildAndRun() throws IOException, InterruptedException {
        repository = Files.createDirectory(folder.resolve("repository"));
        install("-Dfile=pom.xml", "-DpomFile=pom.xml", "-Dpackaging=pom");
        install("-Dfile=" + Packed.jar(""), "-DpomFile=boofcv-dice/pom.xml");

        project = Packed.copy(Packed.ROOT.resolve("docs/embedding"), folder.resolve("project"));
        for (Face face : List.of(Face.TWO, Face.FIVE)) {
            Path learn = SamplePictures.learn().resolve(face.folder());
            Packed.copy(learn, Files.createDirectories(project.resolve("good").resolve(face.folder())));
        }
        Files.copy(SamplePictures.judge().resolve("anomalous/blot-five.png"), project.resolve("today.png"));
        said = Packed.maven(
                project,
                repository,
                List.of(
                        "compile",
                        "dependency:list",
                        "-DoutputFile=dependencies.txt",
                        "dependency:build-classpath",
                        "-Dmdep.outputFile=classpath.txt",
                        "exec:java"));
        jars = Arrays.stream(Files.readString(project.resolve("classpath.txt"))
                        .strip()
                        .split(File.pathSeparator))
                .map(Path::of)
                .toList();
    }

    @Test
    void theProjectRunsAndFindsTheBlot() {
        assertThat(said).contains("dark mark, ").contains(" of face five").contains("DARK at ");
        assertThat(project.resolve("dice.model")).isNotEmptyFile();
    }

    @Test
    void theLibraryBringsTheseJarsAndNoOther() throws IOException {
        List<String> names = Files.readAllLines(project.resolve("dependencies.txt")).stream()
                .map(String::strip)
                .filter(line -> line.matches("\\S+:jar:.*"))
                .map(line -> line.split(":")[1] + line.replaceAll(".*:(compile|runtime)\\b.*", " $1"))
                .sorted()
                .toList();

        assertThat(names)
                .containsExactly(
                        "boofcv-dice compile",
                        "boofcv-ip compile",
                        "boofcv-types compile",
                        "ddogleg compile",
                        "ejml-cdense compile",
                        "ejml-core compile",
                        "ejml-ddense compile",
                        "ejml-dsparse compile",
                        "ejml-fdense compile",
                        "ejml-fsparse compile",
                        "ejml-simple compile",
                        "ejml-zdense compile",
                        "georegression compile",
                        "jspecify compile");
        assertThat(jars).hasSameSizeAs(names);
    }

    @Test
    void whatIsOursComesFromTheRepositoryThatWasEmpty() {
        assertThat(jars.stream().filter(jar -> jar.toString().contains("boofdice")))
                .singleElement()
                .satisfies(jar -> assertThat(jar).startsWith(repository).hasSameBinaryContentAs(Packed.jar("")));
    }

    @Test
    void theyAreSmall() throws IOException {
        long ours = Files.size(Packed.jar(""));
        long others = -ours;
        for (Path jar : jars) {
            others += Files.size(jar);
        }
        assertThat(others).as("bytes of the jars that it needs").isPositive().isLessThanOrEqualTo(MOST_OF_OTHERS);
        assertThat(ours).as("bytes of our jar").isLessThanOrEqualTo(MOST_OF_OURS);
    }

    @Test
    void noneHoldsNativeCode() throws IOException {
        for (Path jar : jars) {
            try (JarFile file = new JarFile(jar.toFile())) {
                assertThat(file.stream().map(entry -> entry.getName()))
                        .as(jar.toString())
                        .isNotEmpty()
                        .noneMatch(name -> NATIVE.matcher(name).matches());
            }
        }
    }

    private static void install(String... args) throws IOException, InterruptedException {
        List<String> all = new ArrayList<>(List.of("-q", "-N", "install:install-file"));
        all.addAll(List.of(args));
        Packed.maven(Packed.ROOT, repository, all);
    }
}
