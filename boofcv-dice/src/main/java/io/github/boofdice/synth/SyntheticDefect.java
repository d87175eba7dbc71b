package io.github.boofdice.synth;

import boofcv.struct.image.GrayF32;
import io.github.boofdice.image.Frame;
import java.util.SplittableRandom;

/**
 * A random defect over a picture: of one of many shapes, and one of several ways in which a part can be wrong there.
 *
 * <p>Variety counts more than likeness: a network that has seen strokes, scratches, letters, blots and outlines of all sizes, lighter, darker, embossed, rough, rubbed out or
 * moved from elsewhere, has no single look to learn by heart. (Cutting and pasting: Li et al., CutPaste, CVPR 2021, doi:10.1109/CVPR46437.2021.00954; masks of random shape over good pictures: Zavrtanik et al.,
 * DRAEM, ICCV 2021, doi:10.1109/ICCV48922.2021.00822.)
 *
 * @param picture with the defect, grey levels 0..255
 * @param coverage share of each pixel that it covers, 0..1
 */
public record SyntheticDefect(GrayF32 picture, GrayF32 coverage) {
    private static final double LEAST_CONTRAST = 8;
    private static final double MOST_CONTRAST = 120;

    /**
     * Draws a defect somewhere on the face.
     *
     * @param good frame-sized picture, grey levels 0..255, not modified
     * @param frame its size
     * @param random decides everything
     * @return a new picture
     */
    public static SyntheticDefect over(GrayF32 good, Frame frame, SplittableRandom random) {
        GrayF32 coverage = cover(mark(random), good, frame, random);
        GrayF32 out = good.clone();
        double contrast = logEven(LEAST_CONTRAST, MOST_CONTRAST, random) * (random.nextBoolean() ? 1 : -1);
        switch (random.nextInt(8)) {
            case 0 -> emboss(out, coverage, contrast);
            case 1 -> roughen(out, coverage, contrast, random);
            case 2 -> repaint(out, coverage, good, frame, random);
            case 3 -> move(out, coverage, good, frame, random);
            default -> lift(out, coverage, contrast);
        }
        for (int i = 0; i < out.data.length; i++) {
            out.data[i] = Math.max(0, Math.min(255, out.data[i]));
        }
        return new SyntheticDefect(out, coverage);
    }

    private static Mark mark(SplittableRandom random) {
        double softness = 0.7 + 1.3 * random.nextDouble();
        return switch (random.nextInt(8)) {
            case 0 -> Lines.stroke(logEven(6, 70, random), logEven(1, 6, random), 0.5, softness, random);
            case 1 -> Lines.stroke(logEven(10, 60, random), logEven(0.6, 1.6, random), 0.06, 0.8, random);
            case 2, 3 ->
                Lines.letters(
                        1 + random.nextInt(4), logEven(5, 16, random), logEven(0.8, 2.5, random), softness, random);
            case 4 -> new Blob(logEven(4, 28, random), random.nextInt(3) == 0, logEven(1, 4, random), softness, random);
            case 5 -> new Blob(logEven(6, 30, random), random.nextInt(3) == 0, 0, softness, random);
            default -> new Blob(logEven(1.8, 6, random), random.nextInt(4) == 0, 0, softness, random);
        };
    }

    /** Lays a mark over the face; its middle lies on it. */
    private static GrayF32 cover(Mark mark, GrayF32 good, Frame frame, SplittableRandom random) {
        double far = frame.scoredRadius() * Math.sqrt(random.nextDouble());
        return Cover.of(mark, good, frame, far, 2 * Math.PI * random.nextDouble());
    }

    private static void lift(GrayF32 out, GrayF32 coverage, double contrast) {
        for (int i = 0; i < out.data.length; i++) {
            out.data[i] += (float) contrast * coverage.data[i];
        }
    }

    /** Lit from one side: lighter on one edge, darker on the other. */
    private static void emboss(GrayF32 out, GrayF32 coverage, double contrast) {
        for (int y = 1; y < out.height - 1; y++) {
            for (int x = 1; x < out.width - 1; x++) {
                out.data[y * out.width + x] +=
                        (float) contrast * (coverage.get(x + 1, y + 1) - coverage.get(x - 1, y - 1));
            }
        }
    }

    private static void roughen(GrayF32 out, GrayF32 coverage, double contrast, SplittableRandom random) {
        for (int i = 0; i < out.data.length; i++) {
            out.data[i] += (float) (contrast * (2 * random.nextDouble() - 1)) * coverage.data[i];
        }
    }

    /** Takes on a level that another place of the face has: ink where none should be, or none where some should. */
    private static void repaint(GrayF32 out, GrayF32 coverage, GrayF32 good, Frame frame, SplittableRandom random) {
        double far = frame.scoredRadius() * Math.sqrt(random.nextDouble());
        double way = 2 * Math.PI * random.nextDouble();
        float level = good.get((int) (frame.middleX() + far * StrictMath.cos(way)), (int)
                (frame.middleY() + far * StrictMath.sin(way)));
        float share = (float) (0.2 + 0.8 * random.nextDouble());
        for (int i = 0; i < out.data.length; i++) {
            out.data[i] += share * coverage.data[i] * (level - out.data[i]);
        }
    }

    /** Shows what lies elsewhere on the picture. */
    private static void move(GrayF32 out, GrayF32 coverage, GrayF32 good, Frame frame, SplittableRandom random) {
        double far = (3 + 30 * random.nextDouble()) * frame.unit();
        double way = 2 * Math.PI * random.nextDouble();
        int dx = (int) Math.round(far * StrictMath.cos(way));
        int dy = (int) Math.round(far * StrictMath.sin(way));
        for (int y = 0; y < out.height; y++) {
            for (int x = 0; x < out.width; x++) {
                int fromX = Math.max(0, Math.min(out.width - 1, x + dx));
                int fromY = Math.max(0, Math.min(out.height - 1, y + dy));
                int i = y * out.width + x;
                out.data[i] += coverage.data[i] * (good.get(fromX, fromY) - out.data[i]);
            }
        }
    }

    private static double logEven(double least, double most, SplittableRandom random) {
        return least * StrictMath.exp(random.nextDouble() * StrictMath.log(most / least));
    }
}
