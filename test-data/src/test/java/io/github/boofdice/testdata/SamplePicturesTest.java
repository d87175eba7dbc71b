package io.github.boofdice.testdata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SamplePicturesTest {
    private static List<SamplePlan.Sample> drawn = List.of();

    @BeforeAll
    static void draw() {
        drawn = SamplePlan.samples();
    }

    @Test
    void rendererStillDrawsTheCommittedPixels() throws IOException {
        for (SamplePlan.Sample sample : drawn) {
            assertThat(GrayPicture.read(SamplePictures.root().resolve(sample.name())))
                    .as(sample.name())
                    .isEqualTo(sample.picture());
        }
    }

    @Test
    void rendererStillDrawsTheCommittedHash() throws IOException {
        Properties record = new Properties();
        try (InputStream in = Files.newInputStream(SamplePictures.root().resolve(DrawPictures.RECORD))) {
            record.load(in);
        }
        assertThat(record)
                .containsEntry("seed", Long.toString(SamplePlan.SEED))
                .containsEntry("pictures", Integer.toString(drawn.size()))
                .containsEntry("sha256", DrawPictures.sha256(drawn));
    }

    @Test
    void folderHoldsWhatIsPlannedAndNothingElse() throws IOException {
        Path root = SamplePictures.root();
        try (Stream<Path> files = Files.walk(root)) {
            List<String> names = files.filter(Files::isRegularFile)
                    .map(file -> root.relativize(file).toString().replace('\\', '/'))
                    .filter(name -> !name.equals(DrawPictures.RECORD))
                    .toList();
            assertThat(names)
                    .containsExactlyInAnyOrderElementsOf(
                            drawn.stream().map(SamplePlan.Sample::name).toList());
        }
    }

    @Test
    void folderStaysWithinTwoMegabytes() throws IOException {
        try (Stream<Path> files = Files.walk(SamplePictures.root())) {
            assertThat(files.filter(Files::isRegularFile)
                            .mapToLong(file -> file.toFile().length())
                            .sum())
                    .isLessThan(2_000_000);
        }
    }

    @Test
    void everyKindOfDefectHasPicturesWithMasks() throws IOException {
        for (DefectKind kind : DefectKind.values()) {
            assertThat(SamplePictures.anomalous())
                    .filteredOn(file -> file.getFileName().toString().startsWith(kind.label() + "-"))
                    .as(kind.label())
                    .hasSize(SamplePlan.EACH_KIND);
        }
        for (Path file : SamplePictures.anomalous()) {
            assertThat(GrayPicture.read(SamplePictures.mask(file)).area())
                    .as(file.toString())
                    .isGreaterThan(10);
        }
    }

    @Test
    void everyFaceHasPicturesToLearnFromAndToJudge() {
        for (Face face : Face.values()) {
            assertThat(SamplePictures.learn(face)).as(face.name()).hasSize(SamplePlan.LEARN);
        }
        assertThat(SamplePictures.normal()).hasSize(SamplePlan.JUDGE * Face.values().length);
    }

    @Test
    void noPictureToJudgeIsAmongThoseToLearnFrom() {
        assertThat(drawn.stream()
                        .filter(sample -> !sample.name().startsWith("masks/"))
                        .map(SamplePlan.Sample::picture))
                .doesNotHaveDuplicates();
    }

    @Test
    void folderIsFoundFromFoldersBelow(@TempDir Path folder) throws IOException {
        Path root = Files.createDirectories(folder.resolve("test-data/pictures"));
        Files.createDirectories(root.resolve("learn"));
        Path below = Files.createDirectories(folder.resolve("module/target"));
        assertThat(SamplePictures.root(null, below)).isEqualTo(root.toAbsolutePath());
        assertThat(SamplePictures.root(root.toString(), Path.of("/"))).isEqualTo(root.toAbsolutePath());
    }

    @Test
    void missingFolderIsNamed(@TempDir Path folder) {
        assertThatIllegalStateException()
                .isThrownBy(() -> SamplePictures.root(null, folder))
                .withMessageContaining("no test-data/pictures in " + folder.toAbsolutePath())
                .withMessageContaining("-Ddice.testData=DIR");
        assertThatIllegalStateException()
                .isThrownBy(() -> SamplePictures.root(folder.toString(), folder))
                .withMessageContaining("dice.testData")
                .withMessageContaining(folder.toString());
    }
}
