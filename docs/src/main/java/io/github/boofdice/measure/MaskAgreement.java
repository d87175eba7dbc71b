package io.github.boofdice.measure;

import boofcv.struct.image.GrayF32;
import io.github.boofdice.testdata.GrayPicture;
import java.util.ArrayList;
import java.util.List;

/**
 * How well heat maps agree with the exact masks of defects: area under the ROC curve over all pixels, and under the per-region-overlap curve up to a false-positive
 * rate of {@value #MOST_FALSE} (P. Bergmann et al., "MVTec AD", CVPR 2019, doi:10.1109/CVPR.2019.00982), as a share of what can be reached. Only pixels of the face
 * count, within {@value #RADIUS} pixels of its middle; those outside are trivially right.
 */
final class MaskAgreement {
    static final double MOST_FALSE = 0.3;
    static final double RADIUS = 50;

    private static final int BINS = 20_000;
    private static final double MOST_HEAT = 100;

    private final double[] sound = new double[BINS];
    private final double[] defective = new double[BINS];
    private final double[] overlap = new double[BINS];
    private int regions;

    /** Adds a picture: a heat map and a mask of the same size, and where the face's middle lies in pixels from theirs. */
    void add(GrayF32 heat, GrayPicture mask, double middleX, double middleY) {
        int[] label = new int[heat.width * heat.height];
        List<Integer> sizes = regions(mask, label);
        regions += sizes.size();
        for (int y = 0; y < heat.height; y++) {
            for (int x = 0; x < heat.width; x++) {
                double dx = x - (heat.width - 1) / 2.0 - middleX;
                double dy = y - (heat.height - 1) / 2.0 - middleY;
                int region = label[y * heat.width + x];
                int bin = (int) Math.min(BINS - 1, heat.get(x, y) / MOST_HEAT * BINS);
                if (region > 0) {
                    defective[bin]++;
                    overlap[bin] += 1.0 / sizes.get(region - 1);
                } else if (dx * dx + dy * dy <= RADIUS * RADIUS) {
                    sound[bin]++;
                }
            }
        }
    }

    /** Numbers the eight-connected regions of a mask from 1; their sizes in pixels. */
    private static List<Integer> regions(GrayPicture mask, int[] label) {
        List<Integer> sizes = new ArrayList<>();
        int[] open = new int[label.length];
        for (int seed = 0; seed < label.length; seed++) {
            if (label[seed] != 0 || mask.get(seed % mask.width(), seed / mask.width()) == 0) {
                continue;
            }
            int number = sizes.size() + 1;
            int count = 0;
            open[count++] = seed;
            label[seed] = number;
            for (int next = 0; next < count; next++) {
                int x = open[next] % mask.width();
                int y = open[next] / mask.width();
                for (int v = Math.max(0, y - 1); v <= Math.min(mask.height() - 1, y + 1); v++) {
                    for (int u = Math.max(0, x - 1); u <= Math.min(mask.width() - 1, x + 1); u++) {
                        int at = v * mask.width() + u;
                        if (label[at] == 0 && mask.get(u, v) != 0) {
                            label[at] = number;
                            open[count++] = at;
                        }
                    }
                }
            }
            sizes.add(count);
        }
        return sizes;
    }

    /** Area under the ROC curve over all pixels; NaN where there are none of one kind. */
    double auroc() {
        return area(defective, total(defective), 1);
    }

    /** Area under the per-region-overlap curve up to the false-positive rate, as a share of {@value #MOST_FALSE}; NaN without regions. */
    double aupro() {
        return area(overlap, regions, MOST_FALSE) / MOST_FALSE;
    }

    /** Trapezoids under the share of {@code hits} above each heat against the share of sound pixels above it, from the hottest down. */
    private double area(double[] hits, double all, double upTo) {
        double sounds = total(sound);
        double area = 0;
        double right = 0;
        double up = 0;
        for (int bin = BINS - 1; bin >= 0; bin--) {
            double step = sound[bin] / sounds;
            double rise = hits[bin] / all;
            if (right + step >= upTo) {
                double share = step == 0 ? 0 : (upTo - right) / step;
                return area + (upTo - right) * (up + share * rise / 2);
            }
            area += step * (up + rise / 2);
            right += step;
            up += rise;
        }
        return area;
    }

    private static double total(double[] bins) {
        double sum = 0;
        for (double bin : bins) {
            sum += bin;
        }
        return sum;
    }
}
