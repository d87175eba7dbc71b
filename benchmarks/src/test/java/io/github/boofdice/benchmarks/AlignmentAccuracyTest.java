package io.github.boofdice.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.github.boofdice.testdata.DiceRenderer;
import io.github.boofdice.testdata.Face;
import io.github.boofdice.testdata.Scenes;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AlignmentAccuracyTest {
    private static final PrintStream NOWHERE =
            new PrintStream(PrintStream.nullOutputStream(), false, StandardCharsets.UTF_8);

    @Test
    void posesOfRenderedDiceAreAsExactAsPromised() {
        AlignmentAccuracy accuracy = new AlignmentAccuracy(10);

        accuracy.measure(FaceSet.rendered());

        // The bounds stand in the plan of this library; benchmarks/results tells how far below them many more pictures
        // stay.
        assertThat(accuracy.refinement().stream().filter(row -> row.method().contains("Aligner")))
                .hasSize(2)
                .allSatisfy(row -> {
                    assertThat(row.samples()).isEqualTo(60);
                    assertThat(row.converged()).isEqualTo(1);
                    assertThat(row.cornerMedian()).isLessThanOrEqualTo(0.04);
                    assertThat(row.corner95()).isLessThanOrEqualTo(0.15);
                    assertThat(row.angleMedian()).isLessThanOrEqualTo(0.05);
                    assertThat(row.angle95()).isLessThanOrEqualTo(0.2);
                });
        assertThat(accuracy.search()).hasSize(2).allSatisfy(row -> {
            assertThat(row.rightFace()).isEqualTo(1);
            assertThat(row.rightBasin()).isEqualTo(1);
        });
    }

    @Test
    void oneTemplateAndSeedGiveOnePicture() {
        FaceSet faces = FaceSet.rendered();

        FaceSet.Warped first = faces.warped(7, 5, 2);

        assertThat(faces.warped(7, 5, 2).picture().data).isEqualTo(first.picture().data);
        assertThat(faces.warped(8, 5, 2).truth()).isNotEqualTo(first.truth());
    }

    @Test
    void figuresOfBothKindsOfPictureAreKept(@TempDir Path data, @TempDir Path results) throws Exception {
        for (Face face : Face.values()) {
            for (int i = 0; i < 3; i++) {
                DiceRenderer.render(Scenes.good(i, face))
                        .writePng(data.resolve("original/normal/" + face.folder() + "/" + i + ".png"));
            }
        }

        Path file = AlignmentAccuracy.run(1, 2, data, results, NOWHERE);

        assertThat(file.getFileName().toString()).endsWith("-accuracy.json");
        JsonObject run = JsonParser.parseString(Files.readString(file)).getAsJsonObject();
        assertThat(run.get("opencv").getAsString()).isEqualTo("4.9.0");
        assertThat(run.getAsJsonArray("refinement")).hasSize(2 * 2 * 3);
        assertThat(run.getAsJsonArray("search")).hasSize(2 * 2);
        assertThat(Files.readString(file)).contains("\"real\"").doesNotContain(data.toString());
    }

    @Test
    void withoutRealPicturesItSaysSo(@TempDir Path results) throws Exception {
        ByteArrayOutputStream said = new ByteArrayOutputStream();

        AlignmentAccuracy.run(1, 1, null, results, new PrintStream(said, true, StandardCharsets.UTF_8));

        assertThat(said.toString(StandardCharsets.UTF_8)).contains("dice.data").contains("right face");
    }

    @Test
    void folderWithoutPicturesIsNamed(@TempDir Path empty) {
        assertThatThrownBy(() -> AlignmentAccuracy.run(1, 1, empty, empty, NOWHERE))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(empty.toString());
    }
}
