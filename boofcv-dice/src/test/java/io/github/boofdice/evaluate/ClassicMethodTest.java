package io.github.boofdice.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import boofcv.struct.image.GrayF32;
import io.github.boofdice.FileFingerprint;
import io.github.boofdice.GoodPicture;
import io.github.boofdice.LearningException;
import io.github.boofdice.ProgressListener;
import io.github.boofdice.RealData;
import io.github.boofdice.Verdict;
import io.github.boofdice.io.PictureReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClassicMethodTest {
    @TempDir
    private Path dir;

    @Test
    void aFolderAndTheSamePicturesInMemoryGiveTheSameMethod() throws IOException {
        Path black = SmallCapture.picture(dir, "normal/black/a.png", 0);
        Path white = SmallCapture.picture(dir, "normal/white/a.png", 250);
        Path gray = SmallCapture.picture(dir, "gray.png", 160);

        ClassicMethod fromFolder = ClassicMethod.learn(dir, ProgressListener.SILENT);
        ClassicMethod fromMemory = ClassicMethod.learn(List.of(
                new GoodPicture("a", "black", PictureReader.read(black)),
                new GoodPicture("b", "white", PictureReader.read(white))));

        for (Path file : List.of(black, white, gray)) {
            GrayF32 picture = PictureReader.read(file);
            assertThat(fromFolder.judge(picture)).isEqualTo(fromMemory.judge(picture));
            assertThat(fromFolder.explain(picture)).isEqualTo(fromMemory.explain(picture));
        }
        assertThat(fromFolder.learnedFrom(FileFingerprint.of(black))).isTrue();
        assertThat(fromFolder.learnedFrom(FileFingerprint.of(gray))).isFalse();
        assertThat(fromMemory.learnedFrom(FileFingerprint.of(black))).isFalse();
    }

    @Test
    void whatResemblesOneTemplateIsNormalAndWhatResemblesAllAlikeIsNot() throws IOException {
        SmallCapture.picture(dir, "black/a.png", 0);
        SmallCapture.picture(dir, "white/a.png", 250);
        ClassicMethod method = ClassicMethod.learn(dir, ProgressListener.SILENT);

        GrayF32 white = PictureReader.read(dir.resolve("white/a.png"));
        assertThat(method.judge(white)).isEqualTo(new Judgement(Verdict.NORMAL, 0));
        assertThat(method.explain(white))
                .isEqualTo(
                        "0 px differ widely from the nearest template, 512 from the farthest: ratio 0.0000, normal below"
                                + " 0.045; 0 and 512 are far brighter: ratio 0.0000, normal below 0.14");
        // Half-way between black and 250 no pixel is farther than 127 from either: 0/0 is anomalous and ranks highest.
        GrayF32 between = new GrayF32(32, 32);
        for (int y = 0; y < 32; y++) {
            Arrays.fill(between.data, y * 32, y * 32 + 16, 125);
        }
        assertThat(method.judge(between)).isEqualTo(new Judgement(Verdict.ANOMALOUS, 1));
        assertThat(method.explain(between)).contains("0/0");
    }

    @Test
    void aPictureOfAnotherSizeIsRefused() throws IOException {
        SmallCapture.picture(dir, "black/a.png", 0);
        SmallCapture.picture(dir, "white/a.png", 250);
        ClassicMethod method = ClassicMethod.learn(dir, ProgressListener.SILENT);

        assertThatThrownBy(() -> method.judge(new GrayF32(33, 32)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("picture is 33 x 32 but a template is 32 x 32");
    }

    @Test
    void whatCannotBeLearnedFromIsNamed() throws IOException {
        Path one = Files.createDirectory(dir.resolve("one"));
        SmallCapture.picture(one, "black/a.png", 0);
        Files.writeString(Files.createDirectory(one.resolve("text")).resolve("a.png"), "not a picture");

        assertThatThrownBy(() -> ClassicMethod.learn(one, ProgressListener.SILENT))
                .isInstanceOf(LearningException.class)
                .hasMessage(one + ": shows 1 pose(s), but the classic method compares a picture with at least 2:"
                        + " give one subfolder a pose");
        assertThatThrownBy(() -> ClassicMethod.learn(dir.resolve("nowhere"), ProgressListener.SILENT))
                .isInstanceOf(LearningException.class)
                .hasMessageEndingWith("nowhere: no such folder");
        assertThatThrownBy(() -> ClassicMethod.learn(List.of(
                        new GoodPicture("a", "x", new GrayF32(32, 32)),
                        new GoodPicture("b", "y", new GrayF32(32, 40)))))
                .isInstanceOf(LearningException.class)
                .hasMessage("b: is 32 x 40 but others are 32 x 32, and the classic method needs pictures of one size");
    }

    /** The seed's published figures, with templates averaged here from the pictures that they were chosen on. */
    @Test
    void theSeedsFiguresOnOriginalComeOut() throws IOException {
        Path original = RealData.requireDice("evaluate: the classic method's figures on original")
                .resolve("original");

        MethodComparison comparison = MethodComparison.of(
                List.of(new LearnedMethod(ClassicMethod.learn(original, ProgressListener.SILENT), 0)),
                original,
                PictureChange.NONE,
                DisagreementObserver.NONE,
                ProgressListener.SILENT);

        MethodResult seed = comparison.methods().get(0);
        assertThat(seed.confusion()).isEqualTo(new Confusion(74, 17, 1060, 8));
        assertThat(seed.figures().f1()).isCloseTo(0.8555, within(0.0001));
        assertThat(seed.figures().auroc()).isCloseTo(0.9178, within(0.0001));
        assertThat(comparison.warnings()).singleElement().asString().startsWith("1077 pictures tested here also stood");
    }
}
