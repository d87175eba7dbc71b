package io.github.boofdice.io;

import static org.assertj.core.api.Assertions.assertThat;

import boofcv.struct.image.GrayF32;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** Whatever the bytes: a grey plane within the limits, or a PictureException, and nothing else. */
class PictureFuzzTest {
    private static final List<PictureFiles.Sample> SAMPLES = PictureFiles.samples();

    @Property(seed = "20210916", tries = 8_000, shrinking = ShrinkingMode.OFF)
    void flippedBytesGiveAPictureOrAPictureException(
            @ForAll("samples") PictureFiles.Sample sample,
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 6) int flips) {
        byte[] bytes = sample.bytes().clone();
        Random random = new Random(seed);
        for (int i = 0; i < flips; i++) {
            // Two in three go to the header, where sizes, counts and offsets stand; and extreme values find most.
            int range = random.nextInt(3) > 0 ? Math.min(150, bytes.length) : bytes.length;
            bytes[random.nextInt(range)] = (byte) List.of(0, 0x7F, 0xFF, random.nextInt(256))
                    .get(random.nextInt(4))
                    .intValue();
        }
        if (random.nextInt(10) == 0) {
            bytes = Arrays.copyOf(bytes, random.nextInt(bytes.length));
        }

        assertPictureOrPictureException(bytes);
    }

    @Property(seed = "20210916", tries = 2_000)
    void anythingAfterASignatureGivesAPictureOrAPictureException(
            @ForAll("samples") PictureFiles.Sample sample, @ForAll @Size(max = 400) byte[] rest) {
        byte[] bytes = Arrays.copyOf(sample.bytes(), 8 + rest.length);
        System.arraycopy(rest, 0, bytes, 8, rest.length);

        assertPictureOrPictureException(bytes);
        assertPictureOrPictureException(rest);
    }

    @Provide
    Arbitrary<PictureFiles.Sample> samples() {
        return Arbitraries.of(SAMPLES);
    }

    private static void assertPictureOrPictureException(byte[] bytes) {
        GrayF32 plane;
        try {
            plane = PictureReader.decode(bytes, "fuzz");
        } catch (PictureException e) {
            assertThat(e.file()).isEqualTo("fuzz");
            assertThat(e.reason()).isNotBlank().doesNotContain("\n");
            assertThat(e.getCause() instanceof Error)
                    .as("memory was asked for before it was bounded")
                    .isFalse();
            return;
        }
        assertThat(plane.width).isBetween(PictureReader.MIN_SIDE, PictureReader.MAX_SIDE);
        assertThat(plane.height).isBetween(PictureReader.MIN_SIDE, PictureReader.MAX_SIDE);
        for (float gray : plane.data) {
            if (!(gray >= 0 && gray <= 255)) {
                throw new AssertionError("grey level " + gray);
            }
        }
    }
}
