package io.github.boofdice;

import boofcv.struct.image.GrayF32;
import io.github.boofdice.flat.FlatComparer;
import io.github.boofdice.io.GrayPictures;
import io.github.boofdice.io.PictureException;
import io.github.boofdice.io.PictureFolder;
import io.github.boofdice.io.PictureReader;
import io.github.boofdice.score.RegionFinder.PixelRegion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;

/**
 * Finds where a picture of a flat part (a printed board, a label, a stamped sheet) differs from a template: one good picture of the same size, or several.
 *
 * <pre>{@code
 * PartComparator comparator = PartComparator.of(Path.of("good.png"));
 * comparator.compare(Path.of("today.png")).regions().forEach(System.out::println);
 * }</pre>
 *
 * <p>The picture may lie some 12 pixels and a degree beside the template, be stretched a little and unevenly, lie in another light, and be grey or black and white; edges
 * may waver by a pixel or two. What differs by less than a quarter of the template's contrast (half of it where edges are ragged), or is lost in the noise that the picture itself shows, is no region, nor is
 * what lies within three pixels of the border.
 *
 * <p>Immutable and safe for many threads.
 *
 * @see <a href="{@docRoot}/io/github/boofdice/tutorials/YourOwnPart.html">Tutorial: your own part</a>
 */
public final class PartComparator {
    /** The longest side of a template, in pixels. */
    public static final int MAX_SIDE = 2048;

    private static final double MIDDLE_LEVEL = 127.5;
    /** A box with its margin is so many times as large as without: no one draws tighter, and small marks are drawn wide. */
    private static final double DRAWN = 2;

    private static final int MOST_MARGIN = 4;

    private final int width;
    private final int height;
    private final BitSet looked;
    private final FlatComparer comparer;

    private PartComparator(int width, int height, BitSet looked, FlatComparer comparer) {
        this.width = width;
        this.height = height;
        this.looked = looked;
        this.comparer = comparer;
    }

    /**
     * Compares with one good picture.
     *
     * @param template grey levels 0..255, 32..{@value #MAX_SIDE} pixels a side; not modified
     * @return a comparator that looks everywhere
     * @throws IllegalArgumentException when a side is out of bounds, or a level is NaN or outside 0..255
     */
    public static PartComparator of(GrayF32 template) {
        return of(List.of(template));
    }

    /**
     * Compares with several good pictures: what any of them shows at a place is good there.
     *
     * @param good at least one, all of one size; the first is the one that pictures are laid upon, and the others are registered to it; as {@link #of(GrayF32)} says; not
     *     modified
     * @return a comparator that looks everywhere
     * @throws IllegalArgumentException when there is none, when one has another size than the first, or as {@link #of(GrayF32)} says
     */
    public static PartComparator of(List<GrayF32> good) {
        if (good.isEmpty()) {
            throw new IllegalArgumentException("good holds no picture but a template must be given");
        }
        Learning learning = new Learning(good.get(0));
        good.stream().skip(1).forEach(learning::add);
        return learning.comparator();
    }

    /**
     * Compares with a picture file, or with all pictures in a folder and below it, the first by path being the one that pictures are laid upon.
     *
     * @param template a file or a folder; not trusted
     * @return a comparator that looks everywhere
     * @throws PictureException when a file cannot be read as a picture, the folder holds none, or a picture is larger than {@value #MAX_SIDE} pixels a side or of another
     *     size than the first
     * @throws IOException when the folder cannot be searched
     */
    public static PartComparator of(Path template) throws IOException {
        List<Path> files = Files.isDirectory(template) ? PictureFolder.list(template) : List.of(template);
        if (files.isEmpty()) {
            throw new PictureException(template.toString(), "a folder without pictures");
        }
        Learning learning = null;
        for (Path file : files) {
            GrayF32 picture = PictureReader.read(file);
            try {
                if (learning == null) {
                    learning = new Learning(picture);
                } else {
                    learning.add(picture);
                }
            } catch (IllegalArgumentException e) {
                throw new PictureException(file.toString(), String.valueOf(e.getMessage()), e);
            }
        }
        return Objects.requireNonNull(learning).comparator();
    }

    /** Takes good pictures one after the other; none but the first is kept. */
    private static final class Learning {
        private final int width;
        private final int height;
        private final FlatComparer.Learner learner;

        Learning(GrayF32 first) {
            if (Math.max(first.width, first.height) > MAX_SIDE) {
                throw new IllegalArgumentException("the template is " + first.width + " x " + first.height
                        + " pixels but a side must have " + PictureReader.MIN_SIDE + " to " + MAX_SIDE);
            }
            width = first.width;
            height = first.height;
            learner = new FlatComparer.Learner(GrayPictures.fromBoof(first));
        }

        void add(GrayF32 picture) {
            check(picture, width, height);
            learner.add(picture);
        }

        PartComparator comparator() {
            BitSet everywhere = new BitSet(width * height);
            everywhere.set(0, width * height);
            return new PartComparator(width, height, everywhere, learner.comparer());
        }
    }

    /**
     * Width of the template.
     *
     * @return pixels
     */
    public int width() {
        return width;
    }

    /**
     * Height of the template.
     *
     * @return pixels
     */
    public int height() {
        return height;
    }

    /**
     * What pictures are laid upon.
     *
     * @return grey levels 0..255; a copy
     */
    public GrayF32 template() {
        return comparer.template().clone();
    }

    /**
     * Looks only inside a region; regions given before go on to count, so that what lies in all of them is looked at. The part is still registered by all of it.
     *
     * @param region in pixels of the template
     * @return a new comparator
     * @throws IllegalArgumentException if the region has another size, or leaves nothing to look at
     */
    public PartComparator within(RegionOfInterest region) {
        BitSet left = (BitSet) looked.clone();
        left.and(pixels(region));
        return looking(left);
    }

    /**
     * Looks nowhere inside a region, nor inside those given before.
     *
     * @param region in pixels of the template
     * @return a new comparator
     * @throws IllegalArgumentException if the region has another size, or leaves nothing to look at
     */
    public PartComparator ignoring(RegionOfInterest region) {
        BitSet left = (BitSet) looked.clone();
        left.andNot(pixels(region));
        return looking(left);
    }

    private BitSet pixels(RegionOfInterest region) {
        if (region.width() != width || region.height() != height) {
            throw new IllegalArgumentException("the region is " + region.width() + " x " + region.height()
                    + " pixels but the template is " + width + " x " + height);
        }
        return region.pixels();
    }

    private PartComparator looking(BitSet pixels) {
        if (pixels.isEmpty()) {
            throw new IllegalArgumentException("the region leaves nothing of the template to look at");
        }
        return new PartComparator(width, height, pixels, comparer.looking(pixels));
    }

    /**
     * Compares a picture.
     *
     * @param picture grey levels 0..255, as large as the template, sub-images welcome; not modified
     * @return where it differs
     * @throws IllegalArgumentException when it is of another size, or a level is NaN or outside 0..255
     */
    public PartComparison compare(GrayF32 picture) {
        check(picture, width, height);
        FlatComparer.Compared compared = comparer.compare(picture);
        return new PartComparison(compared.regions().stream().map(this::region).toList(), compared.heat());
    }

    /**
     * Reads a picture file and compares it.
     *
     * @param file a JPEG, PNG, BMP, GIF or TIFF file; not trusted
     * @return where it differs
     * @throws PictureException when the file cannot be read as a picture, or is of another size than the template
     */
    public PartComparison compare(Path file) throws PictureException {
        GrayF32 picture = PictureReader.read(file);
        try {
            return compare(picture);
        } catch (IllegalArgumentException e) {
            throw new PictureException(file.toString(), String.valueOf(e.getMessage()), e);
        }
    }

    private static void check(GrayF32 picture, int width, int height) {
        if (picture.width != width || picture.height != height) {
            throw new IllegalArgumentException("the picture is " + picture.width + " x " + picture.height
                    + " pixels but the template is " + width + " x " + height);
        }
        float[] far = new float[width];
        float[] row = new float[width];
        for (int y = 0; y < height; y++) {
            System.arraycopy(picture.data, picture.startIndex + y * picture.stride, row, 0, width);
            farthest(row, far);
        }
        for (float level : far) {
            if (!(level <= MIDDLE_LEVEL)) {
                throw new IllegalArgumentException("the picture has a grey level that is NaN or outside 0..255");
            }
        }
    }

    /** Column by column the greatest distance from the middle level; it keeps NaN. */
    private static void farthest(float[] row, float[] far) {
        for (int x = 0; x < far.length; x++) {
            far[x] = Math.max(far[x], Math.abs(row[x] - (float) MIDDLE_LEVEL));
        }
    }

    private DefectRegion region(PixelRegion region) {
        int left = width;
        int right = 0;
        double sumX = 0;
        double sumY = 0;
        int n = region.pixels().length;
        for (int at : region.pixels()) {
            int row = at / width;
            left = Math.min(left, at % width);
            right = Math.max(right, at % width);
            sumX += at % width;
            sumY += row;
        }
        int top = region.pixels()[0] / width;
        int bottom = region.pixels()[n - 1] / width;
        int margin = margin(right - left + 1, bottom - top + 1);
        int x = Math.max(0, left - margin);
        int y = Math.max(0, top - margin);
        return new DefectRegion(
                x,
                y,
                Math.min(width - 1, right + margin) - x + 1,
                Math.min(height - 1, bottom + margin) - y + 1,
                n,
                sumX / n,
                sumY / n,
                region.polarity(),
                region.contrast(),
                region.peak(),
                Math.min(1, region.share()));
    }

    /** The margin m with (w + 2 m)(h + 2 m) = {@value #DRAWN} w h. */
    private static int margin(int w, int h) {
        double half = (w + h) / 2.0;
        double margin = (Math.sqrt(half * half + (DRAWN - 1) * w * h) - half) / 2;
        return (int) Math.max(1, Math.min(MOST_MARGIN, Math.round(margin)));
    }
}
