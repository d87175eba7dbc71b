package io.github.boofdice.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import java.util.function.Supplier;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;
import net.jqwik.api.constraints.IntRange;

/** Counts by vectors are those of the definition. Runs where {@link VectorKernelsTest} does. */
@Tag("vector")
class LevelCounterTest {
    private static final Kernels VECTOR = Kernels.vector().orElseThrow();

    @Example
    void everyLevelIsComparedWithEveryOther() {
        byte[] picture = new byte[1 << 16];
        byte[] template = new byte[1 << 16];
        for (int i = 0; i < picture.length; i++) {
            picture[i] = (byte) i;
            template[i] = (byte) (i >> 8);
        }

        for (int threshold : new int[] {127, 128, 200, 254}) {
            countsAsDefined(counter(threshold, template), threshold, picture, template);
        }
    }

    /** Few enough that vectors are left half empty, and more than one sum of bytes holds; all numbers of templates that go together, and some more. */
    @Property(tries = 100, seed = "1")
    void levelsBeyondTheLastNeverCount(
            @ForAll @IntRange(min = 1, max = 20000) int pixels,
            @ForAll @IntRange(min = 1, max = 9) int templates,
            @ForAll @IntRange(min = 127, max = 254) int threshold,
            @ForAll Random random) {
        byte[][] bank = new byte[templates][pixels];
        for (byte[] template : bank) {
            random.nextBytes(template);
        }
        byte[] picture = new byte[pixels];
        LevelCounter counter = counter(threshold, bank);

        for (int i = 0; i < 2; i++) {
            random.nextBytes(picture);
            countsAsDefined(counter, threshold, picture, bank);
        }
    }

    /** As many as a sum of bytes must hold. */
    @Example
    void blackAndWhiteDifferEverywhere() {
        byte[] black = new byte[50_000];
        byte[] white = new byte[50_000];
        Arrays.fill(white, (byte) -1);

        countsAsDefined(counter(127, black, white), 127, white, black, white);
        countsAsDefined(counter(127, black, white), 127, black, black, white);
    }

    @Example
    void lowerThresholdsAreLeftToBitPlanes() {
        byte[][] templates = {{0}, {1}};

        assertThat(VECTOR.levelCounters(templates, 126)).isEmpty();
        assertThat(Kernels.plain().levelCounters(templates, 127)).isEmpty();
    }

    private static LevelCounter counter(int threshold, byte[]... templates) {
        return VECTOR.levelCounters(templates, threshold).map(Supplier::get).orElseThrow();
    }

    private static void countsAsDefined(LevelCounter counter, int threshold, byte[] picture, byte[]... templates) {
        int[] absDiff = new int[templates.length];
        int[] subtract = new int[templates.length];
        System.arraycopy(picture, 0, counter.levels(), 0, picture.length);
        counter.count(absDiff, subtract);

        for (int t = 0; t < templates.length; t++) {
            int differ = 0;
            int greater = 0;
            for (int i = 0; i < picture.length; i++) {
                int level = Byte.toUnsignedInt(picture[i]);
                int template = Byte.toUnsignedInt(templates[t][i]);
                differ += Math.abs(level - template) > threshold ? 1 : 0;
                greater += Math.min(255, Math.rint(Math.abs(2.5 * level - 100))) - template > threshold ? 1 : 0;
            }
            assertThat(absDiff[t]).isEqualTo(differ);
            assertThat(subtract[t]).isEqualTo(greater);
        }
    }
}
