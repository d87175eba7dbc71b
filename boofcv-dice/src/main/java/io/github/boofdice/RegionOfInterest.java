package io.github.boofdice;

import boofcv.struct.image.GrayF32;
import io.github.boofdice.image.PixelDisc;
import io.github.boofdice.io.PictureException;
import io.github.boofdice.io.PictureReader;
import io.github.boofdice.template.Template;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A part of a face, in the pose in which {@link DiceInspector#picture} shows it, or of a {@link PartComparator}'s template: where to look, or what to ignore. It turns and
 * shifts with the part.
 *
 * <p>The pixels are those of the model's frame, (0, 0) at the top left. Immutable.
 *
 * @see <a href="{@docRoot}/io/github/boofdice/tutorials/WhatCounts.html">Tutorial: what counts</a>
 */
public final class RegionOfInterest {
    private final int width;
    private final int height;
    private final BitSet inside;

    private RegionOfInterest(int width, int height, BitSet inside) {
        if (inside.isEmpty()) {
            throw new IllegalArgumentException("the region is empty: it covers no pixel of " + width + " x " + height);
        }
        this.width = width;
        this.height = height;
        this.inside = inside;
    }

    /**
     * A region drawn as a mask.
     *
     * @param mask of the model's frame size; what is not 0 lies inside; not modified
     * @return the region
     * @throws IllegalArgumentException if all of it is 0
     */
    public static RegionOfInterest ofMask(GrayF32 mask) {
        BitSet inside = new BitSet(mask.width * mask.height);
        for (int y = 0; y < mask.height; y++) {
            for (int x = 0; x < mask.width; x++) {
                inside.set(y * mask.width + x, mask.get(x, y) != 0);
            }
        }
        return new RegionOfInterest(mask.width, mask.height, inside);
    }

    /**
     * Reads a region from a file, which is not trusted: a mask, or polygons as text.
     *
     * <p>A mask is a picture file of the frame's size in which all that is not black lies inside. Take a format without loss: round an edge a JPEG is not quite black.
     *
     * <p>Text has a vertex {@code x,y} a line, in pixels, decimals allowed; whole numbers are the middles of pixels, and a vertex lies in -0.5..width - 0.5 and
     * -0.5..height - 0.5. A blank line ends a polygon, {@code #} begins a comment. A pixel whose middle lies in any of the polygons, or on an edge, is inside; where a
     * polygon crosses itself the even-odd rule decides. At least 3 vertices a polygon, at most 10,000 and 1 MiB a file, UTF-8.
     *
     * @param file a picture or a text; its name's ending does not matter
     * @param width of the model's frame in pixels, see {@link ModelInfo#frameWidth()}
     * @param height of the model's frame in pixels
     * @return the region
     * @throws RegionFormatException if it cannot be read, is neither, or breaks one of these rules; the message names the file, the line of a text, and the rule
     */
    public static RegionOfInterest read(Path file, int width, int height) throws RegionFormatException {
        try {
            byte[] bytes = PictureReader.bytes(file);
            return PictureReader.isPicture(bytes)
                    ? ofMask(sized(PictureReader.decode(bytes, file.toString()), width, height))
                    : ofPolygons(PolygonFile.parse(bytes, file.toString(), width, height), width, height);
        } catch (PictureException e) {
            throw new RegionFormatException(String.valueOf(e.getMessage()), e);
        } catch (IllegalArgumentException e) {
            throw new RegionFormatException(file + ": " + e.getMessage(), e);
        }
    }

    private static GrayF32 sized(GrayF32 mask, int width, int height) {
        if (mask.width != width || mask.height != height) {
            throw new IllegalArgumentException("the mask is " + mask.width + " x " + mask.height
                    + " pixels but must be " + width + " x " + height);
        }
        return mask;
    }

    private static RegionOfInterest ofPolygons(List<Polygon> polygons, int width, int height) {
        BitSet inside = new BitSet(width * height);
        polygons.forEach(polygon -> polygon.fill(inside, width, height));
        return new RegionOfInterest(width, height, inside);
    }

    /**
     * Width of the frame that it lies in.
     *
     * @return pixels
     */
    public int width() {
        return width;
    }

    /**
     * Height of the frame that it lies in.
     *
     * @return pixels
     */
    public int height() {
        return height;
    }

    /**
     * Tells whether a pixel lies inside.
     *
     * @param x column, 0..width - 1
     * @param y row, 0..height - 1
     * @return true inside
     * @throws IllegalArgumentException if there is no such pixel
     */
    public boolean contains(int x, int y) {
        if (x < 0 || y < 0 || x >= width || y >= height) {
            throw new IllegalArgumentException("pixel (" + x + ", " + y + ") lies outside " + width + " x " + height);
        }
        return inside.get(y * width + x);
    }

    /** Indices of the pixels that lie inside; a copy. */
    BitSet pixels() {
        return (BitSet) inside.clone();
    }

    /** Of a face's scored pixels those that lie inside, or outside, every turn of this region; some are left, or it is an IllegalArgumentException. */
    PixelDisc narrow(PixelDisc scored, Template template, boolean toInside) {
        if (width != scored.width() || height != scored.height()) {
            throw new IllegalArgumentException("the region is " + width + " x " + height
                    + " pixels but the model's frame is " + scored.width() + " x " + scored.height());
        }
        BitSet turned = new EveryTurn(width, height).of(inside, template);
        int[] left = IntStream.range(0, scored.size())
                .filter(i -> turned.get(scored.index(i)) == toInside)
                .toArray();
        if (left.length == 0) {
            throw new IllegalArgumentException(
                    "the region" + (template.symmetry() == 1 ? "" : ", in every pose that looks alike,")
                            + " leaves nothing of face " + template.name() + " to look at");
        }
        return scored.subset(left);
    }
}
