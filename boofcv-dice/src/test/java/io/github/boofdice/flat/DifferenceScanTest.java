package io.github.boofdice.flat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import boofcv.struct.image.GrayF32;
import io.github.boofdice.image.Planes;
import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.FloatRange;
import net.jqwik.api.constraints.IntRange;

class DifferenceScanTest {
    private static final float LEAST = 5;

    /** Pixel by pixel what the scan does row by row. */
    @Property(tries = 30)
    void theScanIsItsDefinition(
            @ForAll @IntRange(min = 32, max = 70) int width,
            @ForAll @IntRange(min = 32, max = 60) int height,
            @ForAll @FloatRange(min = -9, max = 9) float dx,
            @ForAll @FloatRange(min = -9, max = 9) float dy,
            @ForAll @FloatRange(min = -0.05f, max = 0.05f) float turn,
            @ForAll int seed) {
        GrayF32 plane = Planes.noise(width, height, seed);
        GrayF32 picture = Planes.noise(width, height, seed + 1);
        FlatTemplate template = new FlatTemplate(plane, plane, plane);
        ShiftField field = new ShiftField(width, height);
        for (int row = 0; row < field.rows; row++) {
            for (int column = 0; column < field.columns; column++) {
                int k = field.knot(column, row);
                field.dx[k] = (float) (dx - turn * field.middleY(row));
                field.dy[k] = (float) (dy + turn * field.middleX(column));
            }
        }
        field.extend(field.dx);
        field.extend(field.dy);
        Levels levels = new Levels(field);
        Arrays.fill(levels.light, 1.1f);
        levels.gain = 0.9;
        levels.offset = 4;
        Lookup lookup = new Lookup(width, height);
        lookup.fill(field, levels.light);
        Differing found = new Differing(width * height);
        FlatTemplate.Envelope envelope = template.envelopes[0];

        new DifferenceScan(width).scan(picture, template, envelope, levels, lookup, LEAST, null, found);

        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int block = lookup.block(x, y);
                int u = x + lookup.shiftX[block];
                int v = y + lookup.shiftY[block];
                double excess = 0;
                if (inside(x, y, width, height) && inside(u, v, width, height)) {
                    double seen = picture.get(x, y);
                    double lighter = seen - levels.model(envelope.high().get(u, v), 1.1f);
                    double darker = levels.model(envelope.low().get(u, v), 1.1f) - seen;
                    excess = lighter > LEAST ? lighter : darker > LEAST ? -darker : 0;
                }
                assertThat((double) found.excess(y * width + x)).isEqualTo(excess, within(1e-3));
            }
        }
    }

    private static boolean inside(int x, int y, int width, int height) {
        int margin = DifferenceScan.MARGIN;
        return x >= margin && y >= margin && x < width - margin && y < height - margin;
    }
}
