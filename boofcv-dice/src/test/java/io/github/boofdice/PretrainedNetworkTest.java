package io.github.boofdice;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.boofdice.cnn.Network;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

/** The network in the jar, and that the command by which it was made still makes the same. */
class PretrainedNetworkTest {
    private static final int MOST_BYTES = 300 * 1024;

    // ---- TO BE FILLED IN when the recipe is final: SHA-256 of the network after the first 200 steps of a training of
    // 200.
    private static final String AFTER_200_STEPS = "to be filled in";

    @Test
    void itHasTheLayersThatTrainTrainsAndIsSmall() {
        Network network = PretrainedNetwork.get();

        assertThat(network.summary())
                .isEqualTo(Network.untrained(DefectTraining.LAYERS, 1).summary());
        assertThat(network.bytes()).hasSizeLessThanOrEqualTo(MOST_BYTES);
        assertThat(NetworkScorer.cellsASide(network)).isEqualTo(26);
    }

    /** Whoever changes what trains, be it a rounding, has to train again, or say in the changelog that the network is of an earlier recipe. */
    @Test
    void twoHundredStepsOnTheRealPicturesGiveTheSameBitsEverywhere() throws Exception {
        Network network = DefectTraining.builder()
                .steps(200)
                .threads(2)
                .train(RealData.requireDice("200 steps of training, compared with the bits that they gave")
                        .resolve("original"));

        assertThat(HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(network.bytes())))
                .isEqualTo(AFTER_200_STEPS);
    }
}
