package io.github.boofdice.io;

import boofcv.struct.image.GrayF32;
import boofcv.struct.image.GrayU16;
import boofcv.struct.image.GrayU8;
import boofcv.struct.image.ImageBase;
import boofcv.struct.image.InterleavedF32;
import boofcv.struct.image.InterleavedU8;
import boofcv.struct.image.Planar;
import java.awt.image.BufferedImage;

/**
 * Turns pictures of other kinds into the library's own: a {@link GrayF32} of grey levels 0..255.
 *
 * <p>Grey stays what it is, 16-bit samples are divided by 257, colour becomes its Rec. 601 luma
 * {@code Y = 0.299 R + 0.587 G + 0.114 B} (not rounded), and alpha is ignored. No colour profile and no gamma is applied,
 * so that a grey level means the same whatever the container.
 *
 * <p>Every result is a new picture without gaps between its rows; the source is not modified. Source: Recommendation
 * ITU-R BT.601-7, section 2.5.1.
 */
public final class GrayPictures {
    private static final int WHITE_BITS = Float.floatToRawIntBits(255);

    private GrayPictures() {}

    /**
     * Reads a picture of the JDK, of any {@code TYPE_*}, from its raster.
     *
     * <p>{@link BufferedImage#getRGB} would apply a gamma to grey pictures (100 becomes 168); it is not used here. Colour
     * that was multiplied by its alpha is divided by it again, so it reads as the same picture without that step does.
     *
     * @param image grey, palette or RGB picture, {@value PictureReader#MIN_SIDE} to {@value PictureReader#MAX_SIDE}
     *     pixels a side; samples other than unsigned 8 or 16 bit are taken by their normalized value 0..1
     * @return grey levels 0..255
     * @throws IllegalArgumentException if a side is out of range, if the colour is neither grey, palette nor RGB (CMYK,
     *     for one), or if a normalized value is NaN or lies outside 0..1
     */
    public static GrayF32 fromBufferedImage(BufferedImage image) {
        PictureSize.check(image.getWidth(), image.getHeight());
        return RasterPlane.of(image.getRaster(), image.getColorModel());
    }

    /**
     * Copies a picture of BoofCV.
     *
     * @param image GrayU8, GrayU16 (0..65535, so 12-bit samples are to be scaled first), GrayF32 (0..255), or Planar or
     *     Interleaved of U8 or F32 with 3 or 4 bands in the order R, G, B(, alpha); {@value PictureReader#MIN_SIDE} to
     *     {@value PictureReader#MAX_SIDE} pixels a side; may be a sub-image
     * @return grey levels 0..255
     * @throws IllegalArgumentException if a side is out of range, if the kind of picture or its number of bands is
     *     another, or if a value is NaN or lies outside 0..255
     */
    public static GrayF32 fromBoof(ImageBase<?> image) {
        PictureSize.check(image.width, image.height);
        if (image instanceof GrayU8 gray) {
            return plane(image, gray::unsafe_get);
        } else if (image instanceof GrayU16 gray) {
            return plane(image, (x, y) -> gray.unsafe_get(x, y) / 257.0);
        } else if (image instanceof GrayF32 gray) {
            return copy(gray);
        } else if (image instanceof InterleavedU8 rgb) {
            checkBands(rgb.numBands);
            return plane(image, (x, y) -> luma(rgb.getBand(x, y, 0), rgb.getBand(x, y, 1), rgb.getBand(x, y, 2)));
        } else if (image instanceof InterleavedF32 rgb) {
            checkBands(rgb.numBands);
            return plane(image, (x, y) -> luma(rgb.getBand(x, y, 0), rgb.getBand(x, y, 1), rgb.getBand(x, y, 2)));
        } else if (image instanceof Planar<?> planar) {
            return fromPlanar(planar);
        }
        throw new IllegalArgumentException("image is a " + image.getClass().getSimpleName()
                + "; GrayU8, GrayU16, GrayF32 and Planar or Interleaved of U8 or F32 are read");
    }

    /**
     * Rounds a plane to 8 bits, for methods that are defined on bytes ({@code classic}).
     *
     * @param plane grey levels 0..255 of any size; may be a sub-image; not modified
     * @return the nearest whole grey levels, halves upward; a new picture
     * @throws IllegalArgumentException if a value is NaN or lies outside 0..255
     */
    public static GrayU8 toGrayU8(GrayF32 plane) {
        GrayU8 bytes = new GrayU8(plane.width, plane.height);
        for (int y = 0; y < plane.height; y++) {
            int row = plane.startIndex + y * plane.stride;
            for (int x = 0; x < plane.width; x++) {
                float gray = plane.data[row + x];
                checkGray(gray, x, y);
                bytes.data[y * bytes.stride + x] = (byte) Math.round(gray);
            }
        }
        return bytes;
    }

    private static GrayF32 copy(GrayF32 source) {
        GrayF32 plane = new GrayF32(source.width, source.height);
        plane.setTo(checked(source));
        return plane;
    }

    /**
     * Makes sure that a grey plane may be inspected as it is.
     *
     * @param plane grey levels 0..255 of any size; may be a sub-image; not modified
     * @return the same plane
     * @throws IllegalArgumentException if it is too large or too small, or a level is no number in that range
     */
    public static GrayF32 checked(GrayF32 plane) {
        PictureSize.check(plane.width, plane.height);
        for (int y = 0; y < plane.height; y++) {
            int from = plane.startIndex + y * plane.stride;
            if (allGray(plane.data, from, plane.width)) {
                continue;
            }
            for (int x = 0; x < plane.width; x++) {
                checkGray(plane.data[from + x], x, y);
            }
        }
        return plane;
    }

    /** One comparison a value: read as unsigned numbers, the bits of 0 to 255 come before all others. Those of minus zero, which is a grey level too, do not: where this says no, each value decides. */
    private static boolean allGray(float[] values, int from, int count) {
        for (int i = from; i < from + count; i++) {
            if (Integer.compareUnsigned(Float.floatToRawIntBits(values[i]), WHITE_BITS) > 0) {
                return false;
            }
        }
        return true;
    }

    private static GrayF32 fromPlanar(Planar<?> image) {
        checkBands(image.getNumBands());
        if (image.getBand(0) instanceof GrayU8 r
                && image.getBand(1) instanceof GrayU8 g
                && image.getBand(2) instanceof GrayU8 b) {
            return plane(image, (x, y) -> luma(r.unsafe_get(x, y), g.unsafe_get(x, y), b.unsafe_get(x, y)));
        } else if (image.getBand(0) instanceof GrayF32 r
                && image.getBand(1) instanceof GrayF32 g
                && image.getBand(2) instanceof GrayF32 b) {
            return plane(image, (x, y) -> luma(r.unsafe_get(x, y), g.unsafe_get(x, y), b.unsafe_get(x, y)));
        }
        throw new IllegalArgumentException(
                "image is a Planar of " + image.getBandType().getSimpleName() + "; of GrayU8 and GrayF32 it is read");
    }

    /**
     * The Rec. 601 luma. Whole thousandths, so that equal whole R, G and B give exactly their own value.
     *
     * @return luma in the unit of the arguments
     */
    static double luma(double r, double g, double b) {
        return (299 * r + 587 * g + 114 * b) / 1000;
    }

    private static void checkBands(int bands) {
        if (bands != 3 && bands != 4) {
            throw new IllegalArgumentException("image has " + bands + " bands; colour needs 3 (RGB) or 4 (RGB, alpha)");
        }
    }

    private static GrayF32 plane(ImageBase<?> source, GrayAt grayAt) {
        GrayF32 plane = new GrayF32(source.width, source.height);
        for (int y = 0; y < plane.height; y++) {
            int row = plane.startIndex + y * plane.stride;
            for (int x = 0; x < plane.width; x++) {
                double gray = grayAt.gray(x, y);
                checkGray(gray, x, y);
                plane.data[row + x] = (float) gray;
            }
        }
        return plane;
    }

    private static void checkGray(double gray, int x, int y) {
        if (!(gray >= 0 && gray <= 255)) { // written so that NaN is refused too
            throw new IllegalArgumentException(
                    "image has the value " + gray + " at (" + x + ", " + y + "); grey levels are 0 to 255");
        }
    }

    private interface GrayAt {
        double gray(int x, int y);
    }
}
