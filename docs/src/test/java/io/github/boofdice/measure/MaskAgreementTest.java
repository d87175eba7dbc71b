package io.github.boofdice.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import boofcv.struct.image.GrayF32;
import io.github.boofdice.testdata.GrayPicture;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class MaskAgreementTest {
    private static final int SIDE = 128;

    /** Two squares: 64 pixels and 4. */
    private static byte[] twoSquares() {
        byte[] mask = new byte[SIDE * SIDE];
        for (int y = 40; y < 48; y++) {
            Arrays.fill(mask, y * SIDE + 50, y * SIDE + 58, (byte) 255);
        }
        for (int y = 80; y < 82; y++) {
            Arrays.fill(mask, y * SIDE + 60, y * SIDE + 62, (byte) 255);
        }
        return mask;
    }

    private static GrayF32 heat(byte[] mask, float inside, float outside) {
        GrayF32 heat = new GrayF32(SIDE, SIDE);
        for (int i = 0; i < mask.length; i++) {
            heat.data[i] = mask[i] == 0 ? outside : inside;
        }
        return heat;
    }

    private static MaskAgreement agreement(GrayF32 heat) {
        MaskAgreement agreement = new MaskAgreement();
        agreement.add(heat, GrayPicture.of(SIDE, SIDE, twoSquares()), 0, 0);
        return agreement;
    }

    @Test
    void aMapThatIsHotOnTheDefectAloneIsPerfect() {
        MaskAgreement agreement = agreement(heat(twoSquares(), 9, 1));

        assertThat(agreement.auroc()).isCloseTo(1, within(1e-9));
        assertThat(agreement.aupro()).isCloseTo(1, within(1e-9));
    }

    @Test
    void aMapThatIsColdOnTheDefectAloneIsWorthNothing() {
        MaskAgreement agreement = agreement(heat(twoSquares(), 1, 9));

        assertThat(agreement.auroc()).isCloseTo(0, within(1e-9));
        assertThat(agreement.aupro()).isCloseTo(0, within(1e-9));
    }

    /** The line from (0, 0) to (1, 1): half the square, and 0.15 on average up to 0.3. */
    @Test
    void aMapThatKnowsNothingIsChance() {
        GrayF32 noise = new GrayF32(SIDE, SIDE);
        MaskAgreement many = new MaskAgreement();
        Random random = new Random(1);
        for (int picture = 0; picture < 60; picture++) {
            for (int i = 0; i < noise.data.length; i++) {
                noise.data[i] = 99 * random.nextFloat();
            }
            many.add(noise, GrayPicture.of(SIDE, SIDE, twoSquares()), 0, 0);
        }

        assertThat(agreement(heat(twoSquares(), 5, 5)).auroc()).isCloseTo(0.5, within(1e-9));
        assertThat(agreement(heat(twoSquares(), 5, 5)).aupro()).isCloseTo(0.15, within(1e-9));
        assertThat(many.auroc()).isCloseTo(0.5, within(0.02));
        assertThat(many.aupro()).isCloseTo(0.15, within(0.03));
    }

    /** Pixels are 64 to 4, regions one to one: a map that sees the large one alone. */
    @Test
    void everyRegionCountsAlikeHoweverSmall() {
        byte[] largeAlone = twoSquares();
        Arrays.fill(largeAlone, 80 * SIDE, 82 * SIDE, (byte) 0);
        MaskAgreement agreement = agreement(heat(largeAlone, 9, 1));

        assertThat(agreement.auroc()).isCloseTo((64 + 4 * 0.5) / 68, within(1e-9));
        assertThat(agreement.aupro()).isCloseTo(0.5 + 0.5 * 0.15, within(1e-9));
    }

    /** Far from the face everything is cold in any map: it must not make a map look good. */
    @Test
    void pixelsBeyondTheFaceDoNotCount() {
        GrayF32 heat = heat(twoSquares(), 5, 5);
        for (int i = 0; i < SIDE * 10; i++) {
            heat.data[i] = 0;
        }

        assertThat(agreement(heat).auroc()).isCloseTo(0.5, within(1e-9));
    }
}
