package io.github.boofdice.flat;

import boofcv.struct.image.GrayF32;
import io.github.boofdice.image.Dilation;
import java.util.Arrays;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/**
 * What in a template is so thin that the band along edges swallows it: tracks, strokes and dots that an opening or a closing removes. Where the scan allows everything,
 * these pixels are looked for the other way round: each must show within the band of where it should be. Immutable.
 */
final class ThinMarks {
    /** A mark stands out by at least this share of the contrast. */
    private static final double LEAST = 0.35;

    /** Indices of light pixels amid dark ones, and of dark amid light. */
    private final int[] light;

    private final int[] dark;
    private final int reach;

    /**
     * @param darkest least level of the good pictures at each pixel: a light mark is one in all of them
     * @param lightest greatest level, likewise
     * @param low least level about each pixel
     * @param high greatest
     * @param radius about each pixel, in pixels
     */
    ThinMarks(GrayF32 darkest, GrayF32 lightest, GrayF32 low, GrayF32 high, double radius, double contrast) {
        reach = (int) radius;
        float least = (float) Math.max(10, LEAST * contrast);
        GrayF32 opened = Dilation.dilate(low, radius);
        GrayF32 closed = FlatTemplate.erode(high, radius);
        light = above(darkest, opened, least);
        dark = above(closed, lightest, least);
    }

    private static int[] above(GrayF32 plane, GrayF32 other, float least) {
        int[] out = new int[plane.data.length];
        int n = 0;
        for (int i = 0; i < out.length; i++) {
            if (plane.data[i] - other.data[i] > least) {
                out[n++] = i;
            }
        }
        return Arrays.copyOf(out, n);
    }

    /** Notes marks that the picture lacks. */
    void scan(
            GrayF32 picture,
            FlatTemplate template,
            Levels levels,
            ShiftField field,
            float least,
            @Nullable BitSet looked,
            Differing out) {
        for (int at : light) {
            note(at, 1, picture, template, levels, field, least, looked, out);
        }
        for (int at : dark) {
            note(at, -1, picture, template, levels, field, least, looked, out);
        }
    }

    private void note(
            int at,
            int sign,
            GrayF32 picture,
            FlatTemplate template,
            Levels levels,
            ShiftField field,
            float least,
            @Nullable BitSet looked,
            Differing out) {
        int x = at % template.width;
        int y = at / template.width;
        int px = Math.round(x + field.at(field.dx, x, y));
        int py = Math.round(y + field.at(field.dy, x, y));
        int margin = Math.max(reach, DifferenceScan.MARGIN);
        if (px < margin
                || py < margin
                || px >= picture.width - margin
                || py >= picture.height - margin
                || x < margin
                || y < margin
                || x >= template.width - margin
                || y >= template.height - margin
                || (looked != null && !looked.get(at))) {
            return;
        }
        float model = (float) levels.model(template.plane.data[at], field.at(levels.light, x, y));
        float nearest = sign * (model - picture.data[picture.startIndex + py * picture.stride + px]);
        for (int v = py - reach; v <= py + reach && nearest > least; v++) {
            int row = picture.startIndex + v * picture.stride;
            for (int u = px - reach; u <= px + reach; u++) {
                nearest = Math.min(nearest, sign * (model - picture.data[row + u]));
            }
        }
        if (nearest > least) {
            out.add(py * picture.width + px, -sign * nearest);
        }
    }
}
