package io.github.boofdice.flat;

import boofcv.struct.image.GrayF32;
import io.github.boofdice.image.Bilinear;
import io.github.boofdice.score.RegionFinder.PixelRegion;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Compares pictures with one template: registers ({@link Registration}), brings grey levels together and measures the noise ({@link Levels}), scans for pixels beyond
 * what lies near by in the template ({@link DifferenceScan}), and makes regions of them ({@link PartRegions}). Immutable; safe for many threads.
 */
public final class FlatComparer {
    /** The least excess that rejects, as a share of the template's contrast: fainter marks than that are texture. */
    private static final double LEAST_SHARE = 0.25;
    /** And in grey levels. */
    private static final double LEAST_LEVELS = 8;
    /** It is so many times what 98 % of flat places keep to: six standard deviations of normal noise. */
    private static final double OVER_NOISE = 2.5;
    /** Pixels are noted from this share of the limit. */
    private static final double NOTED = 0.5;
    /** Where edges lie this far aside in the middle, in pixels, they are rough, and a wider band along them is tolerated. */
    private static final double ROUGH = 0.2;

    private static final double VERY_ROUGH = 0.5;
    /** From here on the limit rises with the square: bumps of ragged edges reach beyond the band. */
    private static final double RAGGED = 0.4;

    /** But no further: of boards that are etched wider or narrower all edges lie aside. */
    private static final double MOST_RAGGED = 2;

    private final FlatTemplate template;
    private final @Nullable BitSet looked;
    private final ThreadLocal<Work> work;

    /**
     * Where a picture differs: regions, the greatest peak first, and evidence over the limit.
     *
     * @param regions the greatest peak first
     * @param heat evidence over the limit; as large as the picture
     */
    public record Compared(List<PixelRegion> regions, GrayF32 heat) {}

    /** The planes that a thread works on. */
    private static final class Work {
        final GrayF32 half;
        final GrayF32 quarter;
        final float[] row;
        final float[] next;
        final Registration registration;
        final Levels levels;
        final Lookup lookup;
        final DifferenceScan scan;
        final Differing differing;

        Work(FlatTemplate template) {
            half = new GrayF32(template.width / 2, template.height / 2);
            quarter = new GrayF32(half.width / 2, half.height / 2);
            row = new float[template.width];
            next = new float[template.width];
            registration = new Registration(template.width, template.height);
            levels = new Levels(registration.field);
            lookup = new Lookup(template.width, template.height);
            scan = new DifferenceScan(template.width);
            differing = new Differing(template.width * template.height);
        }
    }

    private FlatComparer(FlatTemplate template, @Nullable BitSet looked) {
        this.template = template;
        this.looked = looked;
        work = ThreadLocal.withInitial(() -> new Work(template));
    }

    /** Compares with one picture, contiguous, grey levels 0..255; not modified, and not to be modified later. */
    static FlatComparer of(GrayF32 plane) {
        return new FlatComparer(new FlatTemplate(plane, plane, plane), null);
    }

    /** Takes good pictures one after the other, and notes the least and the greatest level that they show at each place. */
    public static final class Learner {
        private final GrayF32 first;
        private final FlatComparer alone;
        private final GrayF32 low;
        private final GrayF32 high;
        private boolean several;

        /**
         * Begins with the picture that others are laid upon.
         *
         * @param first the template; contiguous, grey levels 0..255; not modified, and not to be modified later
         */
        public Learner(GrayF32 first) {
            this.first = first;
            alone = of(first);
            low = first.clone();
            high = first.clone();
        }

        /**
         * Takes another one of the same size; not modified, not kept.
         *
         * @param picture contiguous, grey levels 0..255
         */
        public void add(GrayF32 picture) {
            several = true;
            GrayF32 laid = alone.layUpon(picture);
            for (int i = 0; i < laid.data.length; i++) {
                low.data[i] = Math.min(low.data[i], laid.data[i]);
                high.data[i] = Math.max(high.data[i], laid.data[i]);
            }
        }

        /** {@return a comparer that allows what any of them shows} */
        public FlatComparer comparer() {
            return several ? new FlatComparer(new FlatTemplate(first, low.clone(), high.clone()), null) : alone;
        }
    }

    /** The picture as it would lie upon the template, in the template's light; beyond its edges the template itself. */
    private GrayF32 layUpon(GrayF32 picture) {
        Work w = work.get();
        register(picture, w);
        GrayF32 out = template.plane.clone();
        for (int y = 0; y < template.height; y++) {
            for (int x = 0; x < template.width; x++) {
                float u = x + w.registration.field.at(w.registration.field.dx, x, y);
                float v = y + w.registration.field.at(w.registration.field.dy, x, y);
                if (u >= 0 && v >= 0 && u <= template.width - 1 && v <= template.height - 1) {
                    double light = w.registration.field.at(w.levels.light, x, y);
                    out.data[y * out.stride + x] =
                            (float) ((Bilinear.sample(picture, u, v) / light - w.levels.offset) / w.levels.gain);
                }
            }
        }
        return out;
    }

    private void register(GrayF32 picture, Work w) {
        Halving.halve(picture, w.half, w.row, w.next);
        Halving.halve(w.half, w.quarter, w.row, w.next);
        w.registration.register(template, w.quarter, w.half);
        w.levels.measure(template, picture, w.registration.gain, w.registration.offset);
    }

    /** {@return the first good picture; not to be modified} */
    public GrayF32 template() {
        return template.plane;
    }

    /**
     * The same, looking at some pixels of the template only.
     *
     * @param pixels by index, row after row
     * @return a new comparer
     */
    public FlatComparer looking(BitSet pixels) {
        return new FlatComparer(template, pixels);
    }

    /**
     * Compares.
     *
     * @param picture of the template's size, grey levels 0..255; not modified
     * @return where it differs
     */
    public Compared compare(GrayF32 picture) {
        Work w = work.get();
        register(picture, w);
        w.lookup.fill(w.registration.field, w.levels.light);
        double edge = w.registration.edgeDisplacement();
        double ragged = Math.max(1, Math.min(MOST_RAGGED, edge * edge / (RAGGED * RAGGED)));
        double limit = Math.max(
                Math.max(LEAST_LEVELS, LEAST_SHARE * ragged * w.levels.gain * template.contrast),
                OVER_NOISE * w.levels.noise);
        int reach = edge > VERY_ROUGH ? 2 : edge > ROUGH ? 1 : 0;
        w.differing.clear();
        w.scan.scan(
                picture,
                template,
                template.envelopes[reach],
                w.levels,
                w.lookup,
                (float) (NOTED * limit),
                looked,
                w.differing);
        template.envelopes[reach]
                .thin()
                .scan(picture, template, w.levels, w.registration.field, (float) (NOTED * limit), looked, w.differing);
        GrayF32 heat = new GrayF32(template.width, template.height);
        List<PixelRegion> regions =
                new PartRegions(picture, template, w.levels, w.lookup, w.differing, limit).find(reach + 2, heat);
        return new Compared(regions, heat);
    }
}
