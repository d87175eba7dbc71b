package io.github.boofdice;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.boofdice.cnn.Network;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

/** The network in the jar, and that the command by which it was made still makes the same. */
class PretrainedNetworkTest {
    private static final int MOST_BYTES = 300 * 1024;

    /** Of the file in the jar, trained in 6,000 steps at commit 430f3db, JDK 17; docs/network/training.csv is its log. Since then roundings have changed in what trains (the tones of another capture lie on straight lines between whole levels, and fewer places are refined before the last step of alignment), and the limits that one of the two planes is told in: deviations count in full up to 18 levels instead of 22. */
    private static final String SHA_256 = "e61354f2872811c66a200a9c70155cfdeec6a141b23202625742519103709e10";

    /** After a training of 50 steps. */
    private static final String AFTER_50_STEPS = "32d224bd276831ab26e325b0212a7fd5a1e1f1f5750625725fb25f072d49ff9a";

    @Test
    void itHasTheLayersThatTrainTrainsAndIsSmall() throws Exception {
        Network network = PretrainedNetwork.get();

        assertThat(network.summary())
                .isEqualTo(Network.untrained(DefectTraining.LAYERS, 1).summary());
        assertThat(network.bytes()).hasSizeLessThanOrEqualTo(MOST_BYTES);
        assertThat(NetworkScorer.cellsASide(network)).isEqualTo(26);
        assertThat(sha256(network)).isEqualTo(SHA_256);
    }

    /** Whoever changes what trains, be it a rounding, has to train again, or say in the changelog that the network is of an earlier recipe. */
    @Test
    void fiftyStepsOnTheRealPicturesGiveTheSameBitsEverywhere() throws Exception {
        Network network = DefectTraining.builder()
                .steps(50)
                .threads(2)
                .train(RealData.requireDice("50 steps of training, compared with the bits that they gave")
                        .resolve("original"));

        assertThat(sha256(network)).isEqualTo(AFTER_50_STEPS);
    }

    private static String sha256(Network network) throws NoSuchAlgorithmException {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(network.bytes()));
    }
}
