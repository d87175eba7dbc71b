package io.github.boofdice.tutorials;

import static org.assertj.core.api.Assertions.assertThat;

import boofcv.struct.image.GrayF32;
import io.github.boofdice.DiceInspector;
import io.github.boofdice.Inspection;
import io.github.boofdice.io.PictureException;
import io.github.boofdice.io.PictureFolder;
import io.github.boofdice.testdata.SamplePictures;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;

class ManyPicturesTest {
    private final DiceInspector inspector = Drawn.inspector();
    private final List<Inspection> oneByOne = new ArrayList<>();
    private List<Path> files;

    @BeforeEach
    void inspectOneByOne() throws IOException {
        files = PictureFolder.list(SamplePictures.judge());
        for (Path file : files) {
            oneByOne.add(inspector.inspect(file));
        }
    }

    @Test
    void aParallelStreamFindsTheSameInTheSameOrder() throws PictureException {
        assertAlike(ManyPictures.inParallel(inspector, files));
    }

    @Test
    @EnabledForJreRange(min = JRE.JAVA_21, disabledReason = "this JDK has no virtual threads")
    void virtualThreadsFindTheSameInTheSameOrder() throws Exception {
        // By its name: JDK 17 does not compile it.
        ManyPictures.Way way = Class.forName(ManyPictures.class.getPackageName() + ".VirtualThreads")
                .asSubclass(ManyPictures.Way.class)
                .getDeclaredConstructor()
                .newInstance();

        assertAlike(way.inspect(inspector, files));
    }

    @Test
    void theFiguresBenchmarkHasEveryWay() throws IOException {
        Map<String, Double> throughput =
                ManyPictures.throughput(TutorialFigures.root().resolve(ManyPictures.RESULTS));

        assertThat(throughput.keySet()).containsExactly("1", "2", "4", "8", "stream", "virtual");
        assertThat(throughput.values()).allSatisfy(each -> assertThat(each).isPositive());
    }

    private void assertAlike(List<Inspection> found) {
        assertThat(found)
                .usingRecursiveComparison()
                .withEqualsForType(Double::equals, Double.class)
                .withEqualsForType((a, b) -> Arrays.equals(a.data, b.data), GrayF32.class)
                .isEqualTo(oneByOne);
    }
}
