package io.github.boofdice.classic;

import boofcv.struct.image.GrayU8;
import io.github.boofdice.kernel.BitPlanes;
import java.util.function.IntUnaryOperator;
import java.util.function.ToIntFunction;

/**
 * What a template's levels mean for those of a picture, learned once: a pixel counts where its level lies beyond a limit. Stretching rises with the level from 40 on and falls before it,
 * so that no picture need be stretched: there are limits of the level itself.
 *
 * @param absDiff how many pixels differ by more than the threshold
 * @param subtract how many are, stretched, greater by more than the threshold
 */
record DifferenceLimits(ToIntFunction<BitPlanes> absDiff, ToIntFunction<BitPlanes> subtract) {
    private static final int WHITE = 255;
    /** A level of 0, stretched: the greatest of those that are mirrored. */
    private static final int MIRRORED = 100;

    static DifferenceLimits of(GrayU8 template, int threshold) {
        return new DifferenceLimits(absDiff(template, threshold), subtract(template, threshold));
    }

    private static ToIntFunction<BitPlanes> absDiff(GrayU8 template, int threshold) {
        if (threshold == BitPlanes.FAR - 1) {
            int[][] levels = planes(template, t -> t, 0);
            return picture -> picture.farFrom(levels);
        }
        int[][] lowest = planes(template, t -> Math.max(0, t - threshold), 0);
        int[][] highest = planes(template, t -> Math.min(WHITE, t + threshold), WHITE);
        return picture -> picture.below(lowest) + picture.above(highest);
    }

    private static ToIntFunction<BitPlanes> subtract(GrayU8 template, int threshold) {
        int[][] highest = planes(template, t -> highest(Math.min(WHITE, t + threshold)), WHITE);
        if (threshold >= MIRRORED) {
            return picture -> picture.above(highest);
        }
        int[][] lowest = planes(template, t -> lowest(Math.min(WHITE, t + threshold)), 0);
        return picture -> picture.below(lowest) + picture.above(highest);
    }

    /** The highest level that is, stretched, no greater. */
    private static int highest(int stretched) {
        int level = WHITE;
        while (stretched(level) > stretched) {
            level--;
        }
        return level;
    }

    /** The lowest such level. */
    private static int lowest(int stretched) {
        int level = 0;
        while (stretched(level) > stretched) {
            level++;
        }
        return level;
    }

    private static int stretched(int level) {
        return (int) Math.min(WHITE, Math.rint(Math.abs(2.5 * level - 100)));
    }

    private static int[][] planes(GrayU8 template, IntUnaryOperator limit, int beyond) {
        byte[] limits = new byte[template.width * template.height];
        for (int i = 0; i < limits.length; i++) {
            limits[i] = (byte) limit.applyAsInt(template.get(i % template.width, i / template.width));
        }
        return BitPlanes.of(limits, beyond);
    }
}
