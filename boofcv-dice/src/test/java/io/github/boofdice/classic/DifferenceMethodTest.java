package io.github.boofdice.classic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import boofcv.struct.image.GrayU8;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class DifferenceMethodTest {
    private static final GrayU8 BLACK = Grays.flat(0, 8, 6);
    private static final GrayU8 WHITE = Grays.flat(255, 8, 6);

    @Property(seed = "20210916")
    void countsEqualTheirDefinition(@ForAll long seed, @ForAll @IntRange(min = 2, max = 4) int templates) {
        countsEqualTheirDefinition(seed, templates, DifferenceMethod.PIXEL_THRESHOLD);
    }

    /** Below 100, dark pixels that were mirrored count too. */
    @Property(seed = "20210917")
    void countsEqualTheirDefinitionAtEveryThreshold(
            @ForAll long seed, @ForAll @IntRange(min = 0, max = 254) int threshold) {
        countsEqualTheirDefinition(seed, 2, threshold);
    }

    private static void countsEqualTheirDefinition(long seed, int templates, int threshold) {
        List<GrayU8> bank = bank(seed, templates);
        GrayU8 picture = Grays.random(seed, 8, 6);
        DifferenceResult result = new DifferenceMethod(bank, threshold, 1, 1).inspect(picture);

        for (int i = 0; i < templates; i++) {
            int absDiff = 0;
            int subtract = 0;
            for (int y = 0; y < 6; y++) {
                for (int x = 0; x < 8; x++) {
                    int gray = picture.get(x, y);
                    int expected = bank.get(i).get(x, y);
                    absDiff += Math.abs(expected - gray) > threshold ? 1 : 0;
                    long stretched = saturate(Math.round(Math.rint(Math.abs(2.5 * gray - 100))));
                    subtract += saturate(stretched - expected) > threshold ? 1 : 0;
                }
            }
            assertThat(result.absDiff()[i]).isEqualTo(absDiff);
            assertThat(result.subtract()[i]).isEqualTo(subtract);
        }
    }

    @Test
    void differenceOfExactlyTheThresholdDoesNotCount() {
        DifferenceMethod method = new DifferenceMethod(List.of(Grays.flat(100, 8, 6), Grays.flat(99, 8, 6)));

        assertThat(method.inspect(Grays.flat(227, 8, 6)).absDiff()).containsExactly(0, 48);
    }

    @Test
    void darkPixelsAreMirroredNotClamped() {
        // |2.5 * 0 - 100| = 100; |2.5 * 40 - 100| = 0; |2.5 * 142 - 100| = 255
        DifferenceMethod method = new DifferenceMethod(List.of(BLACK, WHITE), 99, 1, 1);

        assertThat(method.inspect(Grays.flat(0, 8, 6)).subtract()).containsExactly(48, 0);
        assertThat(method.inspect(Grays.flat(40, 8, 6)).subtract()).containsExactly(0, 0);
        assertThat(method.inspect(Grays.flat(142, 8, 6)).subtract()).containsExactly(48, 0);
    }

    @Test
    void stretchRoundsHalvesToEven() {
        // |2.5 * 91 - 100| = 127.5 becomes 128, |2.5 * 41 - 100| = 2.5 becomes 2
        DifferenceMethod method = new DifferenceMethod(List.of(BLACK, BLACK));
        assertThat(method.inspect(Grays.flat(91, 8, 6)).subtract()).containsExactly(48, 48);

        DifferenceMethod fine = new DifferenceMethod(List.of(BLACK, BLACK), 2, 1, 1);
        assertThat(fine.inspect(Grays.flat(41, 8, 6)).subtract()).containsExactly(0, 0);
    }

    @Test
    void pictureLikeOneTemplateAloneIsNormal() {
        DifferenceResult result = new DifferenceMethod(List.of(BLACK, WHITE)).inspect(WHITE);

        assertThat(result.absDiff()).containsExactly(48, 0);
        assertThat(result.result()).isZero();
        assertThat(result.result2()).isZero();
        assertThat(result.anomalous()).isFalse();
    }

    @Test
    void eitherMeasureAloneMakesAnomalous() {
        // Against 100 (stretched 150), 228 differs and 22 is exceeded; against 120 (stretched 200), 248 and 0.
        DifferenceResult byFirst =
                new DifferenceMethod(List.of(halves(228, 22), Grays.flat(228, 8, 6))).inspect(Grays.flat(100, 8, 6));
        assertThat(byFirst.result()).isEqualTo(0.5);
        assertThat(byFirst.result2()).isZero();
        assertThat(byFirst.anomalous()).isTrue();

        DifferenceResult bySecond = new DifferenceMethod(List.of(halves(248, 0), BLACK)).inspect(Grays.flat(120, 8, 6));
        assertThat(bySecond.result()).isZero();
        assertThat(bySecond.result2()).isEqualTo(0.5);
        assertThat(bySecond.anomalous()).isTrue();
    }

    @Test
    void nothingOverNothingIsNotANumberAndAnomalous() {
        DifferenceResult result = new DifferenceMethod(List.of(WHITE, WHITE)).inspect(WHITE);

        assertThat(result.absDiff()).containsExactly(0, 0);
        assertThat(result.result()).isNaN();
        assertThat(result.result2()).isNaN();
        assertThat(result.anomalous()).isTrue();
    }

    @Test
    void measureEqualToItsThresholdIsAnomalous() {
        // absDiff 12 and 48, subtract likewise: both measures are a quarter.
        GrayU8 near = Grays.flat(255, 8, 6);
        for (int x = 0; x < 8; x++) {
            near.set(x, 0, 0);
        }
        for (int x = 0; x < 4; x++) {
            near.set(x, 1, 0);
        }

        List<GrayU8> bank = List.of(near, BLACK);
        assertThat(new DifferenceMethod(bank, 127, 0.25, 1).inspect(WHITE).result())
                .isEqualTo(0.25);
        assertThat(new DifferenceMethod(bank, 127, 0.25, 1).inspect(WHITE).anomalous())
                .isTrue();
        assertThat(new DifferenceMethod(bank, 127, 1, 0.25).inspect(WHITE).anomalous())
                .isTrue();
        assertThat(new DifferenceMethod(bank, 127, 0.26, 0.26).inspect(WHITE).anomalous())
                .isFalse();
    }

    @Property(seed = "20210916")
    void orderOfTemplatesOnlyReordersTheCounts(@ForAll long seed) {
        List<GrayU8> bank = bank(seed, 2);
        GrayU8 picture = Grays.random(seed, 8, 6);
        DifferenceResult there = new DifferenceMethod(bank).inspect(picture);
        DifferenceResult back = new DifferenceMethod(List.of(bank.get(1), bank.get(0))).inspect(picture);

        assertThat(back.absDiff()).containsExactly(there.absDiff()[1], there.absDiff()[0]);
        assertThat(back.result()).isEqualTo(there.result());
        assertThat(back.result2()).isEqualTo(there.result2());
        assertThat(back.anomalous()).isEqualTo(there.anomalous());
    }

    @Property(seed = "20210916")
    void subImagesGiveTheSameResultAsTheirCopies(@ForAll long seed) {
        List<GrayU8> bank = bank(seed, 3);
        List<GrayU8> parts = bank.stream().map(Grays::asSubImage).toList();
        GrayU8 picture = Grays.random(seed, 8, 6);

        assertThat(new DifferenceMethod(parts).inspect(Grays.asSubImage(picture)))
                .isEqualTo(new DifferenceMethod(bank).inspect(picture));
    }

    @Test
    void templatesAreCopied() {
        GrayU8 template = WHITE.clone();
        DifferenceMethod method = new DifferenceMethod(List.of(template, BLACK));
        template.set(0, 0, 0);

        assertThat(method.inspect(WHITE).absDiff()).containsExactly(0, 48);
    }

    @Test
    void resultKeepsItsCounts() {
        DifferenceResult result = new DifferenceMethod(List.of(BLACK, WHITE)).inspect(WHITE);
        result.absDiff()[0] = 7;
        result.subtract()[0] = 7;

        assertThat(result.absDiff()).containsExactly(48, 0);
        assertThat(result.subtract()).containsExactly(48, 0);
        assertThat(result).hasSameHashCodeAs(new DifferenceMethod(List.of(BLACK, WHITE)).inspect(WHITE));
        assertThat(result)
                .hasToString("DifferenceResult[absDiff=[48, 0], subtract=[48, 0], result=0.0, result2=0.0, "
                        + "anomalous=false]");
    }

    @Test
    void wrongSizesNameBoth() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new DifferenceMethod(List.of(BLACK, WHITE)).inspect(Grays.flat(0, 6, 8)))
                .withMessage("picture is 6 x 8 but a template is 8 x 6");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new DifferenceMethod(List.of(BLACK, Grays.flat(0, 8, 7))))
                .withMessage("templates[1] is 8 x 7 but templates[0] is 8 x 6");
    }

    @Test
    void fewerThanTwoTemplatesAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new DifferenceMethod(List.of(BLACK)))
                .withMessageContaining("templates has 1; at least 2");
    }

    @Test
    void thresholdsOutOfRangeAreRefused() {
        List<GrayU8> bank = List.of(BLACK, WHITE);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new DifferenceMethod(bank, 255, 0.1, 0.1))
                .withMessageContaining("pixelThreshold is 255");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new DifferenceMethod(bank, -1, 0.1, 0.1))
                .withMessageContaining("pixelThreshold is -1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new DifferenceMethod(bank, 127, Double.NaN, 0.1))
                .withMessageContaining("resultThreshold is NaN");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new DifferenceMethod(bank, 127, 0.1, 0))
                .withMessageContaining("result2Threshold is 0.0");
    }

    private static List<GrayU8> bank(long seed, int size) {
        return IntStream.rangeClosed(1, size)
                .mapToObj(i -> Grays.random(seed * 31 + i, 8, 6))
                .toList();
    }

    private static GrayU8 halves(int upper, int lower) {
        GrayU8 picture = Grays.flat(lower, 8, 6);
        picture.subimage(0, 0, 8, 3).setTo(Grays.flat(upper, 8, 3));
        return picture;
    }

    private static long saturate(long value) {
        return Math.max(0, Math.min(255, value));
    }
}
