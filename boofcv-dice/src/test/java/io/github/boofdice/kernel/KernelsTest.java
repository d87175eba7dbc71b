package io.github.boofdice.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** What holds of the loops whichever kind runs. */
class KernelsTest {
    /** Maven runs the tests with the module and without it; this one tells that it was as the run meant it. */
    @Test
    void theModuleDecidesWhichRuns() {
        boolean module = ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent();

        assertThat(Kernels.vector().isPresent()).isEqualTo(module);
        assertThat(Kernels.fastest().name()).isEqualTo(module ? "vector" : "plain");
    }

    /** Blocks beyond 127 are summed up apart. */
    @Property(tries = 20, seed = "1")
    void differencesEqualTheirDefinition(@ForAll @IntRange(min = 0, max = 300_000) int pixels, @ForAll Random random) {
        long[][] picture = ByteWords.blocks(pixels, 0);
        long[][] stretched = ByteWords.blocks(pixels, 0);
        long[][] lowest = ByteWords.blocks(pixels, 0);
        long[][] highest = ByteWords.blocks(pixels, 255);
        int outside = 0;
        int above = 0;
        for (int i = 0; i < pixels; i++) {
            int x = random.nextInt(256);
            int s = random.nextInt(256);
            int low = random.nextInt(256);
            int high = low + random.nextInt(256 - low);
            ByteWords.set(picture, i, x);
            ByteWords.set(stretched, i, s);
            ByteWords.set(lowest, i, low);
            ByteWords.set(highest, i, high);
            outside += x < low || x > high ? 1 : 0;
            above += s > high ? 1 : 0;
        }

        long[][] room = new long[2][Kernels.BLOCK];
        assertThat(Kernels.fastest().differences(picture, stretched, lowest, highest, room))
                .isEqualTo((long) above << 32 | outside);
    }

    @Test
    void everyLevelIsStretchedAsDefined() {
        byte[] levels = new byte[256];
        for (int i = 0; i < 256; i++) {
            levels[i] = (byte) i;
        }
        long[][] in = ByteWords.blocks(256, 0);
        ByteWords.copy(levels, in);
        long[][] out = ByteWords.blocks(256, 0);
        ByteWords.stretch(in, out);

        long[][] expected = ByteWords.blocks(256, 100);
        for (int x = 0; x < 256; x++) {
            ByteWords.set(expected, x, (int) Math.min(255, Math.rint(Math.abs(2.5 * x - 100))));
        }
        assertThat(out).isDeepEqualTo(expected);
    }
}
