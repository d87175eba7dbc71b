package io.github.boofdice.tutorials;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.boofdice.DiceInspector;
import io.github.boofdice.io.PictureException;
import io.github.boofdice.testdata.SamplePictures;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ScoreAndThresholdTest {
    private final DiceInspector inspector = Drawn.inspector();

    @Test
    void theThresholdSaysWhereItComesFrom() {
        assertThat(ScoreAndThreshold.threshold(inspector)).startsWith("72 good pictures; at a rate of 0.014 ");
    }

    @Test
    void aRateThatThePicturesCannotVouchForIsRefused() {
        assertThat(ScoreAndThreshold.refusal(inspector)).hasMessageContainingAll("1.0E-6", "vouch for no less than");
    }

    @Test
    void theTextsCountsAreTheFigures() throws PictureException {
        double[] good = ScoreAndThreshold.scores(inspector, SamplePictures.normal());
        double[] bad = ScoreAndThreshold.scores(inspector, SamplePictures.anomalous());

        assertThat(good).hasSize(36);
        assertThat(bad).hasSize(36);
        assertThat(Arrays.stream(bad).average().orElseThrow())
                .isGreaterThan(4 * Arrays.stream(good).average().orElseThrow());
    }
}
