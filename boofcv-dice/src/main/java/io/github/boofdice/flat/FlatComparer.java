package io.github.boofdice.flat;

import boofcv.struct.image.GrayF32;
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
    private static final double LEAST_SHARE = 0.2;
    /** And in grey levels. */
    private static final double LEAST_LEVELS = 8;
    /** It is so many times what 98 % of flat places keep to: six standard deviations of normal noise. */
    private static final double OVER_NOISE = 2.5;
    /** Pixels are noted from this share of the limit. */
    private static final double NOTED = 0.5;
    /** Where edges lie this far aside in the middle, in pixels, they are ragged. */
    private static final double RAGGED = 0.3;

    private final FlatTemplate template;
    private final @Nullable BitSet looked;
    private final ThreadLocal<Work> work;

    /** Where a picture differs: regions, the greatest peak first, and evidence over the limit. */
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

    /**
     * Prepares a template.
     *
     * @param plane contiguous, grey levels 0..255; not modified, and not to be modified later
     */
    public static FlatComparer of(GrayF32 plane) {
        return new FlatComparer(new FlatTemplate(plane, plane, plane), null);
    }

    /** The same, looking at some pixels of the template only. */
    public FlatComparer looking(BitSet pixels) {
        return new FlatComparer(template, pixels);
    }

    /**
     * Compares.
     *
     * @param picture of the template's size, grey levels 0..255; not modified
     */
    public Compared compare(GrayF32 picture) {
        Work w = work.get();
        Halving.halve(picture, w.half, w.row, w.next);
        Halving.halve(w.half, w.quarter, w.row, w.next);
        w.registration.register(template, w.quarter, w.half);
        w.levels.measure(template, picture, w.registration.gain, w.registration.offset);
        w.lookup.fill(w.registration.field, w.levels.light);
        double limit = Math.max(
                Math.max(LEAST_LEVELS, LEAST_SHARE * w.levels.gain * template.contrast), OVER_NOISE * w.levels.noise);
        int reach = w.registration.edgeDisplacement() > RAGGED ? 1 : 0;
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
        GrayF32 heat = new GrayF32(template.width, template.height);
        List<PixelRegion> regions =
                new PartRegions(picture, template, w.levels, w.lookup, w.differing, limit).find(reach + 2, heat);
        return new Compared(regions, heat);
    }

    /** For tests and tuning. */
    String debug() {
        Work w = work.get();
        return "gain %.3f offset %.1f noise %.1f edge %.2f noted %d"
                .formatted(
                        w.levels.gain,
                        w.levels.offset,
                        w.levels.noise,
                        w.registration.edgeDisplacement(),
                        w.differing.size);
    }
}
