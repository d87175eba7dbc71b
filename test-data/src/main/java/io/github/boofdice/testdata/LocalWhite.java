package io.github.boofdice.testdata;

import java.util.Arrays;

/** How bright the unprinted die is near a place. */
final class LocalWhite {
    private static final double MARGIN = 14;

    private LocalWhite() {}

    /**
     * The median of the brighter half of the range of levels that occur on the face within {@code reach} and a margin
     * of die point (u, v); 255 where the picture shows nothing of that.
     */
    static double near(GrayPicture picture, DiePose pose, double u, double v, double reach) {
        int[] count = new int[256];
        DiePose.Turn turn = pose.toDie();
        for (int row = 0; row < picture.height(); row++) {
            for (int column = 0; column < picture.width(); column++) {
                double x = column - (picture.width() - 1) / 2.0;
                double y = row - (picture.height() - 1) / 2.0;
                double du = turn.u(x, y);
                double dv = turn.v(x, y);
                boolean onFace = du * du + dv * dv < Face.RADIUS * Face.RADIUS;
                double near = (du - u) * (du - u) + (dv - v) * (dv - v);
                if (onFace && near < (reach + MARGIN) * (reach + MARGIN)) {
                    count[picture.get(column, row)]++;
                }
            }
        }
        return medianOfBrighterHalf(count);
    }

    private static double medianOfBrighterHalf(int[] count) {
        int low = 0;
        while (low < 255 && count[low] == 0) {
            low++;
        }
        int high = 255;
        while (high > low && count[high] == 0) {
            high--;
        }
        int middle = (low + high) / 2;
        int left = Arrays.stream(count, middle, high + 1).sum() / 2;
        for (int level = middle; level < high; level++) {
            left -= count[level];
            if (left < 0) {
                return level;
            }
        }
        return high;
    }
}
