package io.github.boofdice.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import boofcv.struct.image.GrayF32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PictureLevelsTest {
    private static final PictureLevels.Factory LEVELS = new PictureLevels.Factory(new Frame(128, 128));

    @ParameterizedTest
    @CsvSource({"128, 128, 2, 4", "32, 32, 1, 1", "64, 64, 1, 2", "300, 200, 3, 6", "512, 512, 8, 16", "47, 500, 1, 1"})
    void theLevelsAreTheFrameAboutSixtyFourAndAboutThirtyTwoPixelsWide(
            int width, int height, int middleFactor, int coarseFactor) {
        PictureLevels.Factory levels = new PictureLevels.Factory(new Frame(width, height));

        PictureLevels prepared = levels.prepare(Planes.noise(width, height, 1));

        assertThat(levels.middleFactor()).isEqualTo(middleFactor);
        assertThat(levels.coarseFactor()).isEqualTo(coarseFactor);
        assertThat(prepared.smooth().width).isEqualTo(width);
        assertThat(prepared.fine().height).isEqualTo(height);
        assertThat(prepared.middle().width).isEqualTo(width / middleFactor);
        assertThat(prepared.coarse().height).isEqualTo(height / coarseFactor);
    }

    @Test
    void anEvenLightLeavesNothingInTheBandPasses() {
        PictureLevels prepared = LEVELS.prepare(Planes.flat(128, 128, 173));

        assertThat(prepared.smooth().get(64, 64)).isCloseTo(173, within(1e-3f));
        for (GrayF32 plane : new GrayF32[] {prepared.fine(), prepared.middle(), prepared.coarse()}) {
            for (float value : plane.data) {
                assertThat(value).isCloseTo(0, within(1e-3f));
            }
        }
    }

    @Test
    void aLightThatGrowsSteadilyLeavesNothingInsideTheBandPasses() {
        PictureLevels prepared = LEVELS.prepare(Planes.ramp(128, 128, 20, 0.8f, 0.6f));

        for (int y = 10; y < 118; y++) {
            for (int x = 10; x < 118; x++) {
                assertThat(prepared.fine().get(x, y)).isCloseTo(0, within(2e-3f));
            }
        }
    }

    @Test
    void gainAndOffsetOfTheLightScaleTheBandPassesAlone() {
        GrayF32 dim = Planes.noise(128, 128, 4);
        GrayF32 bright = dim.clone();
        for (int i = 0; i < bright.data.length; i++) {
            bright.data[i] = 1.5f * dim.data[i] + 40;
        }

        PictureLevels a = LEVELS.prepare(dim);
        PictureLevels b = LEVELS.prepare(bright);

        for (int i = 0; i < a.fine().data.length; i++) {
            assertThat(b.fine().data[i]).isCloseTo(1.5f * a.fine().data[i], within(2e-3f));
        }
        for (int i = 0; i < a.coarse().data.length; i++) {
            assertThat(b.coarse().data[i]).isCloseTo(1.5f * a.coarse().data[i], within(2e-3f));
        }
    }

    @Test
    void theFineLevelIsANarrowBlurLessAWideOne() {
        GrayF32 grey = Planes.noise(128, 128, 9);
        GrayF32 narrow = new GaussianBlur(0.7).apply(grey);
        GrayF32 wide = new GaussianBlur(3).apply(grey);

        PictureLevels prepared = LEVELS.prepare(grey);

        assertThat(prepared.smooth().data).isEqualTo(narrow.data);
        for (int i = 0; i < narrow.data.length; i++) {
            assertThat(prepared.fine().data[i]).isCloseTo(narrow.data[i] - wide.data[i], within(1e-3f));
        }
        assertThat(prepared.middle().data).isEqualTo(LEVELS.middle(prepared.fine()).data);
        assertThat(prepared.coarse().data).isEqualTo(LEVELS.coarse(prepared.smooth()).data);
    }

    /** Shrunk first and turned then, as templates are, or the other way round. */
    @ParameterizedTest
    @ValueSource(ints = {0, 5, 45, 90, 123, 180, 270})
    void theCoarseLevelOfATurnedPlaneIsTheTurnedCoarseLevel(int degrees) {
        GrayF32 grey = Planes.waves(128, 128, 8, 3);
        double theta = Math.toRadians(degrees);

        GrayF32 quick = LEVELS.coarseTurned(LEVELS.middle(grey), theta);

        GrayF32 exact = LEVELS.coarse(Warp.toTemplate(grey, new RigidPose(0, 0, -theta)));
        PixelDisc disc = new PixelDisc(32, 32, 13);
        for (int i = 0; i < disc.size(); i++) {
            assertThat(quick.data[disc.index(i)]).isCloseTo(exact.data[disc.index(i)], within(4f));
        }
    }

    @Test
    void subimagesArePreparedLikeTheirCopiesAndLeftAsTheyWere() {
        GrayF32 grey = Planes.noise(128, 128, 2);
        GrayF32 window = Planes.asSubimage(grey);

        PictureLevels a = LEVELS.prepare(grey);
        PictureLevels b = LEVELS.prepare(window);

        assertThat(b.fine().data).isEqualTo(a.fine().data);
        assertThat(b.middle().data).isEqualTo(a.middle().data);
        assertThat(b.coarse().data).isEqualTo(a.coarse().data);
        assertThat(window.clone().data).isEqualTo(grey.data);
        assertThat(LEVELS.coarse(window).data).isEqualTo(LEVELS.coarse(grey).data);
        assertThat(LEVELS.middle(window).data).isEqualTo(LEVELS.middle(grey).data);
    }
}
