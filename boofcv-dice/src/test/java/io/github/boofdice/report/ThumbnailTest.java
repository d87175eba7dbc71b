package io.github.boofdice.report;

import static org.assertj.core.api.Assertions.assertThat;

import boofcv.struct.image.GrayF32;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Base64;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ThumbnailTest {
    @ParameterizedTest
    @CsvSource({"128, 96, 128, 96", "256, 256, 256, 256", "1024, 512, 256, 128", "4096, 32, 256, 2", "32, 4000, 2, 256"
    })
    void largePicturesAreAveragedDownAndSmallOnesStay(int width, int height, int seenWidth, int seenHeight)
            throws IOException {
        GrayF32 picture = new GrayF32(width, height);
        Arrays.fill(picture.data, 77);

        BufferedImage seen = decode(Thumbnail.grey(picture));

        assertThat(seen.getWidth()).isEqualTo(seenWidth);
        assertThat(seen.getHeight()).isEqualTo(seenHeight);
        assertThat(seen.getRaster().getSample(seenWidth / 2, seenHeight / 2, 0)).isEqualTo(77);
    }

    @Test
    void heatIsClearWhereNothingDiffersAndStrongerTheMoreItDoes() throws IOException {
        GrayF32 map = new GrayF32(32, 32);
        float[] levels = {0, 0.7f, 1, 1.5f, 2, 3, 50, Float.NaN};
        System.arraycopy(levels, 0, map.data, 0, levels.length);

        BufferedImage seen = decode(Thumbnail.heat(map));

        int[] alpha = new int[levels.length];
        for (int x = 0; x < levels.length; x++) {
            alpha[x] = seen.getRGB(x, 0) >>> 24;
        }
        assertThat(alpha[0]).isZero();
        assertThat(alpha[1]).isZero();
        assertThat(alpha[2]).isBetween(1, alpha[3] - 1);
        assertThat(alpha[5]).isEqualTo(255);
        assertThat(alpha[6]).isEqualTo(255);
        assertThat(alpha[7]).isZero();
        assertThat(seen.getRGB(5, 0)).isEqualTo(0xFFFFE100);
    }

    @Test
    void spreadsGrowLighter() throws IOException {
        GrayF32 spreads = new GrayF32(32, 32);
        for (int x = 0; x < 32; x++) {
            spreads.set(x, 0, x);
        }

        BufferedImage seen = decode(Thumbnail.spread(spreads, 31));

        double before = -1;
        for (int x = 0; x < 32; x++) {
            int rgb = seen.getRGB(x, 0);
            double luma = 0.299 * (rgb >> 16 & 0xFF) + 0.587 * (rgb >> 8 & 0xFF) + 0.114 * (rgb & 0xFF);
            assertThat(luma).isGreaterThan(before);
            before = luma;
        }
    }

    private static BufferedImage decode(String uri) throws IOException {
        String start = "data:image/png;base64,";
        assertThat(uri).startsWith(start);
        return ImageIO.read(new ByteArrayInputStream(Base64.getDecoder().decode(uri.substring(start.length()))));
    }
}
