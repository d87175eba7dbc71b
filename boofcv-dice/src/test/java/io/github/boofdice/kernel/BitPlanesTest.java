package io.github.boofdice.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Planes compare as levels do. */
class BitPlanesTest {
    @Test
    void everyLevelIsComparedWithEveryOther() {
        byte[] levels = new byte[1 << 16];
        byte[] others = new byte[1 << 16];
        for (int i = 0; i < levels.length; i++) {
            levels[i] = (byte) i;
            others[i] = (byte) (i >> 8);
        }

        comparesAsLevelsDo(levels, others);
    }

    /** So many that words, vectors of them and the last of several blocks are left half empty. */
    @Property(tries = 300, seed = "1")
    void levelsBeyondTheLastNeverCount(@ForAll @IntRange(min = 1, max = 40_000) int count, @ForAll Random random) {
        byte[] levels = new byte[count];
        byte[] others = new byte[count];
        random.nextBytes(levels);
        random.nextBytes(others);

        comparesAsLevelsDo(levels, others);
    }

    private static void comparesAsLevelsDo(byte[] levels, byte[] others) {
        int above = 0;
        int below = 0;
        int far = 0;
        for (int i = 0; i < levels.length; i++) {
            int difference = Byte.toUnsignedInt(levels[i]) - Byte.toUnsignedInt(others[i]);
            above += difference > 0 ? 1 : 0;
            below += difference < 0 ? 1 : 0;
            far += Math.abs(difference) >= BitPlanes.FAR ? 1 : 0;
        }
        BitPlanes planes = new BitPlanes(levels.length);
        System.arraycopy(levels, 0, planes.levels(), 0, levels.length);
        planes.split();

        assertThat(planes.above(BitPlanes.of(others, 255))).isEqualTo(above);
        assertThat(planes.below(BitPlanes.of(others, 0))).isEqualTo(below);
        assertThat(planes.farFrom(BitPlanes.of(others, 0))).isEqualTo(far);
    }
}
