package io.github.boofdice.testdata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class SeededRandomTest {

    /** First values for seed 1234567 of the reference C code at https://prng.di.unimi.it/splitmix64.c. */
    @Test
    void drawsWhatTheReferenceDraws() {
        SeededRandom random = new SeededRandom(1234567);
        assertThat(Long.toUnsignedString(random.nextLong())).isEqualTo("6457827717110365317");
        assertThat(Long.toUnsignedString(random.nextLong())).isEqualTo("3203168211198807973");
        assertThat(Long.toUnsignedString(random.nextLong())).isEqualTo("9817491932198370423");
        assertThat(Long.toUnsignedString(random.nextLong())).isEqualTo("4593380528125082431");
        assertThat(Long.toUnsignedString(random.nextLong())).isEqualTo("16408922859458223821");
    }

    @Property(tries = 20, seed = "20240601")
    void gaussianHasMeanNoughtAndSpreadOne(@ForAll long seed) {
        SeededRandom random = new SeededRandom(seed);
        double sum = 0;
        double squares = 0;
        int n = 20_000;
        for (int i = 0; i < n; i++) {
            double value = random.gaussian();
            sum += value;
            squares += value * value;
        }
        // Standard errors are 0.007 and 0.005; six of them.
        assertThat(sum / n).isCloseTo(0, within(0.042));
        assertThat(Math.sqrt(squares / n)).isCloseTo(1, within(0.03));
    }

    @Property(tries = 300, seed = "20240601")
    void uniformStaysInItsRange(
            @ForAll long seed,
            @ForAll @DoubleRange(min = -9, max = 0) double low,
            @ForAll @DoubleRange(min = 0.1, max = 9) double high) {
        SeededRandom random = new SeededRandom(seed);
        for (int i = 0; i < 100; i++) {
            assertThat(random.uniform(low, high)).isBetween(low, high);
            assertThat(random.below(7)).isBetween(0, 6);
        }
    }

    @Property(tries = 300, seed = "20240601")
    void mixedSeedsDifferByStream(@ForAll long seed) {
        assertThat(SeededRandom.mix(seed, 1))
                .isNotEqualTo(SeededRandom.mix(seed, 2))
                .isNotEqualTo(SeededRandom.mix(seed + 1, 1))
                .isNotEqualTo(SeededRandom.mix(seed + 1, 0));
    }

    @Property(tries = 300, seed = "20240601")
    void noiseIsSmoothAndBounded(
            @ForAll long seed,
            @ForAll @DoubleRange(min = -99, max = 99) double x,
            @ForAll @DoubleRange(min = -99, max = 99) double y) {
        ValueNoise noise = new ValueNoise(seed);
        assertThat(noise.at(x, y)).isBetween(-1.0, 1.0);
        assertThat(noise.at(x + 1e-6, y - 1e-6)).isCloseTo(noise.at(x, y), within(1e-5));
    }
}
