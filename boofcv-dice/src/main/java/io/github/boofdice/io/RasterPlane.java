package io.github.boofdice.io;

import boofcv.struct.image.GrayF32;
import java.awt.color.ColorSpace;
import java.awt.image.ColorModel;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import java.util.Arrays;

/** The grey plane of a raster whose samples a colour model explains; the rules stand in {@link GrayPictures}. */
final class RasterPlane {
    private final Raster raster;
    private final GrayF32 plane;

    private RasterPlane(Raster raster) {
        this.raster = raster;
        this.plane = new GrayF32(raster.getWidth(), raster.getHeight());
    }

    /** @throws IllegalArgumentException if the colour is neither grey, palette nor RGB, or a value is out of range */
    static GrayF32 of(Raster raster, ColorModel model) {
        RasterPlane result = new RasterPlane(raster);
        int space = model.getColorSpace().getType();
        if (model instanceof IndexColorModel palette) {
            result.fillFromPalette(palette);
        } else if (space != ColorSpace.TYPE_GRAY && space != ColorSpace.TYPE_RGB) {
            throw new IllegalArgumentException(
                    "image is in " + spaceName(space) + " colour; grey, palette and RGB are read");
        } else if (model instanceof ComponentColorModel && !hasUnsignedSamples(raster)) {
            result.fillFromNormalized(model);
        } else if (space == ColorSpace.TYPE_GRAY) {
            result.fill(model, 0, 0, 0);
        } else {
            result.fill(model, 0, 1, 2);
        }
        return result.plane;
    }

    /** The first band of a raster of 8-bit samples as it stands: grey, or the Y of YCbCr. */
    static GrayF32 ofFirstBand(Raster raster) {
        RasterPlane result = new RasterPlane(raster);
        int[] row = new int[raster.getWidth()];
        for (int y = 0; y < raster.getHeight(); y++) {
            result.readBand(y, 0, row);
            int start = result.rowStart(y);
            for (int x = 0; x < row.length; x++) {
                result.plane.data[start + x] = row[x];
            }
        }
        return result.plane;
    }

    private void fillFromPalette(IndexColorModel palette) {
        // A raster can hold an index beyond the palette's end: black, as the JDK draws it.
        float[] grays = new float[1 << raster.getSampleModel().getSampleSize(0)];
        for (int i = 0; i < Math.min(grays.length, palette.getMapSize()); i++) {
            grays[i] = (float) GrayPictures.luma(palette.getRed(i), palette.getGreen(i), palette.getBlue(i));
        }
        int[] row = new int[plane.width];
        for (int y = 0; y < plane.height; y++) {
            readBand(y, 0, row);
            int start = rowStart(y);
            for (int x = 0; x < plane.width; x++) {
                plane.data[start + x] = grays[row[x]];
            }
        }
    }

    private void fill(ColorModel model, int rBand, int gBand, int bBand) {
        int[] r = new int[plane.width];
        int[] g = new int[plane.width];
        int[] b = new int[plane.width];
        int[] alpha = new int[plane.width];
        double rMax = maximum(model, rBand);
        double gMax = maximum(model, gBand);
        double bMax = maximum(model, bBand);
        boolean premultiplied = model.hasAlpha() && model.isAlphaPremultiplied();
        int alphaBand = model.getNumColorComponents();
        double alphaMax = premultiplied ? maximum(model, alphaBand) : 1;
        Arrays.fill(alpha, 1);
        for (int y = 0; y < plane.height; y++) {
            readBand(y, rBand, r);
            readBand(y, gBand, g);
            readBand(y, bBand, b);
            if (premultiplied) {
                readBand(y, alphaBand, alpha);
            }
            int start = rowStart(y);
            for (int x = 0; x < plane.width; x++) {
                // 255 * sample / maximum in this order is exact for 8-bit samples.
                double luma = GrayPictures.luma(255.0 * r[x] / rMax, 255.0 * g[x] / gMax, 255.0 * b[x] / bMax);
                plane.data[start + x] = (float) (premultiplied ? unmultiplied(luma, alpha[x], alphaMax) : luma);
            }
        }
    }

    // What is wholly transparent has lost its colour and is black.
    private static double unmultiplied(double luma, int alpha, double alphaMax) {
        return alpha == 0 ? 0 : Math.min(255, luma * alphaMax / alpha);
    }

    private void fillFromNormalized(ColorModel model) {
        boolean gray = model.getNumColorComponents() == 1;
        Object pixel = null;
        float[] values = new float[model.getNumComponents()];
        for (int y = 0; y < plane.height; y++) {
            int start = rowStart(y);
            for (int x = 0; x < plane.width; x++) {
                pixel = raster.getDataElements(raster.getMinX() + x, raster.getMinY() + y, pixel);
                model.getNormalizedComponents(pixel, values, 0);
                double value = gray ? values[0] : GrayPictures.luma(values[0], values[1], values[2]);
                if (!(value >= 0 && value <= 1)) { // written so that NaN is refused too
                    throw new IllegalArgumentException(
                            "image has the normalized value " + value + " at (" + x + ", " + y + "); 0 to 1 is read");
                }
                plane.data[start + x] = (float) (255 * value);
            }
        }
    }

    private void readBand(int y, int band, int[] row) {
        raster.getSamples(raster.getMinX(), raster.getMinY() + y, row.length, 1, band, row);
    }

    private int rowStart(int y) {
        return plane.startIndex + y * plane.stride;
    }

    private static boolean hasUnsignedSamples(Raster raster) {
        int type = raster.getTransferType();
        return type == DataBuffer.TYPE_BYTE || type == DataBuffer.TYPE_USHORT;
    }

    // A BMP may give a colour no bits at all: its samples are 0, and so is their level.
    private static double maximum(ColorModel model, int band) {
        return Math.max(1, (1L << model.getComponentSize(band)) - 1);
    }

    private static String spaceName(int space) {
        return switch (space) {
            case ColorSpace.TYPE_CMYK -> "CMYK";
            case ColorSpace.TYPE_CMY -> "CMY";
            case ColorSpace.TYPE_Lab -> "CIE Lab";
            case ColorSpace.TYPE_YCbCr -> "YCbCr";
            case ColorSpace.TYPE_XYZ -> "CIE XYZ";
            default -> "a strange (ColorSpace type " + space + ")";
        };
    }
}
