package io.github.boofdice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import boofcv.struct.image.GrayF32;
import io.github.boofdice.image.Frame;
import io.github.boofdice.image.PixelDisc;
import io.github.boofdice.image.Planes;
import io.github.boofdice.io.PictureWriter;
import io.github.boofdice.template.Template;
import io.github.boofdice.testdata.Face;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RegionOfInterestTest {
    private static final int WIDTH = 40;
    private static final int HEIGHT = 32;
    private static final Template ONE = RenderedDice.IDEAL.get(Face.ONE.ordinal());
    private static final Template SIX = RenderedDice.IDEAL.get(Face.SIX.ordinal());

    private static RegionOfInterest polygons(String text) throws IOException {
        Path file = Files.createTempFile("region", ".txt");
        try {
            return RegionOfInterest.read(Files.writeString(file, text), WIDTH, HEIGHT);
        } finally {
            Files.delete(file);
        }
    }

    private static List<String> inside(RegionOfInterest region) {
        return IntStream.range(0, region.width() * region.height())
                .filter(at -> region.contains(at % region.width(), at / region.width()))
                .mapToObj(at -> at % region.width() + "," + at / region.width())
                .toList();
    }

    /** Whole-numbered vertices, so that what lies on an edge is exact. */
    @Property(tries = 400, seed = "1", edgeCases = EdgeCasesMode.NONE)
    void aPixelIsInsideWhereItsMiddleIsOrLiesOnAnEdge(
            @ForAll @Size(min = 3, max = 8) List<@IntRange(max = 11) Integer> xs, @ForAll long seed)
            throws RegionFormatException {
        int[] x = xs.stream().mapToInt(i -> i).toArray();
        int[] y = new SplittableRandom(seed).ints(x.length, 0, 12).toArray();
        String text =
                IntStream.range(0, x.length).mapToObj(i -> x[i] + "," + y[i]).collect(Collectors.joining("\n"));

        BitSet filled = new BitSet();
        PolygonFile.parse(text.getBytes(StandardCharsets.UTF_8), "test", WIDTH, HEIGHT)
                .forEach(polygon -> polygon.fill(filled, WIDTH, HEIGHT));

        for (int at = 0; at < WIDTH * HEIGHT; at++) {
            int px = at % WIDTH;
            int py = at / WIDTH;
            boolean surelyIn = crossingsToTheRight(x, y, px, py) % 2 == 1 && !onEdge(x, y, px, py);
            if (surelyIn || (onEdge(x, y, px, py) && besideInside(x, y, px, py))) {
                assertThat(filled.get(at)).as("%d,%d of %s", px, py, text).isTrue();
            } else if (!onEdge(x, y, px, py)) {
                assertThat(filled.get(at)).as("%d,%d of %s", px, py, text).isFalse();
            }
        }
    }

    /** An edge counts where there is something inside beside it: two edges that lie on one another enclose nothing. */
    private static boolean besideInside(int[] x, int[] y, int px, int py) {
        return IntStream.range(0, 16).anyMatch(k -> {
            double angle = (k + 0.37) * Math.PI / 8;
            return crossingsToTheRight(x, y, px + 1e-3 * Math.cos(angle), py + 1e-3 * Math.sin(angle)) % 2 == 1;
        });
    }

    private static int crossingsToTheRight(int[] x, int[] y, double px, double py) {
        int crossings = 0;
        for (int i = 0; i < x.length; i++) {
            int j = (i + 1) % x.length;
            if ((y[i] > py) != (y[j] > py) && px < x[i] + (py - y[i]) * (x[j] - x[i]) / (y[j] - y[i])) {
                crossings++;
            }
        }
        return crossings;
    }

    private static boolean onEdge(int[] x, int[] y, int px, int py) {
        return IntStream.range(0, x.length).anyMatch(i -> {
            int j = (i + 1) % x.length;
            return (x[j] - x[i]) * (py - y[i]) == (y[j] - y[i]) * (px - x[i])
                    && px >= Math.min(x[i], x[j])
                    && px <= Math.max(x[i], x[j])
                    && py >= Math.min(y[i], y[j])
                    && py <= Math.max(y[i], y[j]);
        });
    }

    @Test
    void rectanglesReachFromTheirFirstPixelToTheirLast() throws IOException {
        String first = "\uFEFF# two of them\r\n3,4\r\n 5 , 4 # corner\r\n5,6\r\n# inside\r\n3,6\r\n";
        String second = "38.5,30.5\n39.5,30.5\n39.5,31.5\n38.5,31.5";
        RegionOfInterest region = polygons(first + "\r\n\r\n" + second);

        assertThat(inside(region))
                .containsExactly("3,4", "4,4", "5,4", "3,5", "4,5", "5,5", "3,6", "4,6", "5,6", "39,31");
    }

    @Test
    void aPolygonThatCrossesItselfIsFilledByTheEvenOddRuleAndOverlapsAreInside() throws IOException {
        String square = "0,0\n20,0\n20,20\n0,20\n";

        assertThat(polygons(square + "\n" + square).contains(10, 10)).isTrue();
        assertThat(polygons(square + square).contains(10, 10)).isFalse();
        RegionOfInterest bow = polygons("0,0\n20,20\n20,0\n0,20\n");
        assertThat(bow.contains(2, 10)).isTrue();
        assertThat(bow.contains(10, 2)).isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    ''                          | no polygon; a vertex is a line x,y
                    '# nothing;;'               | no polygon; a vertex is a line x,y
                    '1,2;3,4;;5,6'              | line 3: a polygon ends that has 2 of at least 3 vertices
                    '1,2;3,4'                   | line 2: a polygon ends that has 2 of at least 3 vertices
                    '1,2;three,4;5,6'           | line 2: 'three,4' is no vertex; it is two numbers, x,y
                    '1,2;3;5,6'                 | line 2: '3' is no vertex
                    '1,2;3,4,5;5,6'             | line 2: '3,4,5' is no vertex
                    '1,2;3 4;5,6'               | line 2: '3 4' is no vertex
                    '1,2;NaN,4;5,6'             | line 2: x is NaN but must lie in the frame, -0.5..39.5
                    '1,2;3,1e999;5,6'           | line 2: y is Infinity but must lie in the frame, -0.5..31.5
                    '1,2;-0.6,4;5,6'            | line 2: x is -0.6 but must lie in the frame, -0.5..39.5
                    '1,2;39.6,4;5,6'            | line 2: x is 39.6 but must lie in the frame, -0.5..39.5
                    '1,2;3,31.6;5,6'            | line 2: y is 31.6 but must lie in the frame, -0.5..31.5
                    '1.2,2.2;1.4,2.2;1.3,2.4'   | the region is empty: it covers no pixel of 40 x 32
                    """)
    void whatIsNoRegionIsOneLineThatNamesLineAndRule(String lines, String expected) {
        assertThatThrownBy(() -> polygons(lines.replace(';', '\n')))
                .isInstanceOf(RegionFormatException.class)
                .hasMessageContaining(".txt: " + expected);
    }

    @Test
    void theErrorNamesTheFileWhereAPolygonEndsInAnEmptyLine() {
        assertThatThrownBy(() -> PolygonFile.parse("1,1\n\n".getBytes(StandardCharsets.UTF_8), "a.txt", 40, 32))
                .hasMessage("a.txt: line 2: a polygon ends that has 1 of at least 3 vertices");
    }

    /** Whatever the bytes: polygons, or one exception of one line. */
    @Property(tries = 2000, seed = "3", edgeCases = EdgeCasesMode.NONE)
    void damagedTextIsReadOrRefusedInOneLine(@ForAll long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        byte[] bytes = "# frame\n1,2\n30.5,4\r\n7, 9 # here\n\n0,0\n9,0\n9,9\n".getBytes(StandardCharsets.UTF_8);
        byte[] letters =
                "0123456789,.-+eExNaNInfinity#\n\r\t \u0000\u0085\u2028\u00ff".getBytes(StandardCharsets.UTF_8);
        for (int left = 1 + random.nextInt(4); left > 0; left--) {
            bytes[random.nextInt(bytes.length)] =
                    random.nextInt(4) == 0 ? (byte) random.nextInt(256) : letters[random.nextInt(letters.length)];
        }
        try {
            assertThat(PolygonFile.parse(bytes, "fuzz", WIDTH, HEIGHT)).isNotEmpty();
        } catch (RegionFormatException e) {
            assertThat(e.getMessage()).startsWith("fuzz: ").doesNotContainPattern("[\\p{Cntrl}\u0085\u2028\u2029]");
        }
    }

    @Test
    void filesWithoutEndAreRefused(@TempDir Path dir) throws IOException {
        Path many = Files.writeString(dir.resolve("many"), "1,1\n".repeat(PolygonFile.MAX_VERTICES + 1));
        Path most = Files.writeString(
                dir.resolve("most"), "1,1\n9,1\n".repeat(PolygonFile.MAX_VERTICES / 2 - 1) + "9,9\n1,9\n");
        Path text = Files.writeString(dir.resolve("text"), "#".repeat(PolygonFile.MAX_BYTES) + "\n");
        Path bytes = Files.write(dir.resolve("bytes"), new byte[] {(byte) 0xC3, 0x28});

        assertThat(RegionOfInterest.read(most, WIDTH, HEIGHT).contains(1, 1)).isTrue();
        assertThatThrownBy(() -> RegionOfInterest.read(many, WIDTH, HEIGHT))
                .isInstanceOf(RegionFormatException.class)
                .hasMessage(many + ": line 10001: more than 10000 vertices");
        assertThatThrownBy(() -> RegionOfInterest.read(text, WIDTH, HEIGHT))
                .isInstanceOf(RegionFormatException.class)
                .hasMessage(text + ": longer than 1048576 bytes");
        assertThatThrownBy(() -> RegionOfInterest.read(bytes, WIDTH, HEIGHT))
                .isInstanceOf(RegionFormatException.class)
                .hasMessage(bytes + ": neither a picture nor text in UTF-8");
        assertThatThrownBy(() -> RegionOfInterest.read(dir.resolve("none"), WIDTH, HEIGHT))
                .isInstanceOf(RegionFormatException.class)
                .hasMessage(dir.resolve("none") + ": no such file");
        assertThatThrownBy(() -> RegionOfInterest.read(dir, WIDTH, HEIGHT)).isInstanceOf(RegionFormatException.class);
    }

    @Test
    void aMaskIsInsideWhereItIsNotBlack(@TempDir Path dir) throws IOException {
        GrayF32 mask = new GrayF32(WIDTH, HEIGHT);
        mask.set(7, 3, 1);
        mask.set(39, 31, 255);
        Path file = dir.resolve("mask");
        PictureWriter.writePng(mask, file);

        assertThat(inside(RegionOfInterest.read(file, WIDTH, HEIGHT))).containsExactly("7,3", "39,31");
        assertThat(inside(RegionOfInterest.ofMask(Planes.asSubimage(mask)))).containsExactly("7,3", "39,31");
        assertThatThrownBy(() -> RegionOfInterest.read(file, HEIGHT, WIDTH))
                .isInstanceOf(RegionFormatException.class)
                .hasMessage(file + ": the mask is 40 x 32 pixels but must be 32 x 40");
        PictureWriter.writePng(new GrayF32(WIDTH, HEIGHT), file);
        assertThatThrownBy(() -> RegionOfInterest.read(file, WIDTH, HEIGHT))
                .isInstanceOf(RegionFormatException.class)
                .hasMessage(file + ": the region is empty: it covers no pixel of 40 x 32");
        byte[] png = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(png, png.length / 2));
        assertThatThrownBy(() -> RegionOfInterest.read(file, WIDTH, HEIGHT)).isInstanceOf(RegionFormatException.class);
    }

    @Test
    void pixelsOutsideTheFrameAreRefused() {
        RegionOfInterest region = RegionOfInterest.ofMask(Planes.flat(WIDTH, HEIGHT, 1));

        for (int[] at : new int[][] {{-1, 0}, {0, -1}, {WIDTH, 0}, {0, HEIGHT}}) {
            assertThatThrownBy(() -> region.contains(at[0], at[1])).isInstanceOf(IllegalArgumentException.class);
        }
        assertThat(region.contains(WIDTH - 1, HEIGHT - 1)).isTrue();
    }

    /** Each pixel of what is left lies, in one of the poses that look alike, in the region; quarter turns of a square frame hit pixels exactly. */
    @Property(tries = 100, seed = "2", edgeCases = EdgeCasesMode.NONE)
    void onASymmetricFaceARegionCountsInEveryPose(
            @ForAll @IntRange(min = 20, max = 107) int x, @ForAll @IntRange(min = 20, max = 107) int y) {
        GrayF32 mask = new GrayF32(128, 128);
        mask.set(x, y, 1);
        RegionOfInterest region = RegionOfInterest.ofMask(mask);
        PixelDisc whole = PixelDisc.scored(new Frame(128, 128));
        double away = Math.hypot(x - 63.5, y - 63.5);
        if (away > 49) {
            return;
        }

        assertThat(pixels(region.narrow(whole, SIX, true))).containsExactly(y * 128 + x);
        assertThat(pixels(region.narrow(whole, SIX.withSymmetry(4), true)))
                .containsExactlyInAnyOrder(
                        y * 128 + x, x * 128 + 127 - y, (127 - y) * 128 + 127 - x, (127 - x) * 128 + y);
        for (int order : new int[] {1, 2, 3, 6, 0}) {
            Template face = order == 0 ? ONE : SIX.withSymmetry(order);
            List<Integer> within = pixels(region.narrow(whole, face, true));
            List<Integer> outside = pixels(region.narrow(whole, face, false));
            assertThat(within).contains(y * 128 + x).doesNotContainAnyElementsOf(outside);
            assertThat(within.size() + outside.size()).isEqualTo(whole.size());
            assertThat(within)
                    .allSatisfy(at -> assertThat(Math.hypot(at % 128 - 63.5, at / 128 - 63.5))
                            .isBetween(away - 1.01, away + 1.01));
        }
    }

    private static List<Integer> pixels(PixelDisc disc) {
        return IntStream.range(0, disc.size()).mapToObj(disc::index).toList();
    }
}
