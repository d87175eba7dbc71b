package io.github.boofdice.testdata;

/** Gaussian blur, with the edge pixels continued outwards. */
final class Blur {
    private Blur() {}

    /** Blurs in place by a standard deviation of {@code sigma} pixels; 0 leaves the levels alone. */
    static void gaussian(double[] levels, int width, int height, double sigma) {
        if (sigma == 0) {
            return;
        }
        double[] kernel = kernel(sigma);
        double[] line = new double[Math.max(width, height)];
        for (int y = 0; y < height; y++) {
            along(levels, y * width, 1, width, kernel, line);
        }
        for (int x = 0; x < width; x++) {
            along(levels, x, width, height, kernel, line);
        }
    }

    private static double[] kernel(double sigma) {
        int radius = (int) Math.ceil(4 * sigma);
        double[] kernel = new double[radius + 1];
        double sum = 0;
        for (int i = 0; i <= radius; i++) {
            kernel[i] = StrictMath.exp(-i * i / (2 * sigma * sigma));
            sum += i == 0 ? kernel[i] : 2 * kernel[i];
        }
        for (int i = 0; i <= radius; i++) {
            kernel[i] /= sum;
        }
        return kernel;
    }

    private static void along(double[] levels, int start, int step, int length, double[] kernel, double[] line) {
        for (int i = 0; i < length; i++) {
            line[i] = levels[start + i * step];
        }
        for (int i = 0; i < length; i++) {
            double sum = kernel[0] * line[i];
            for (int k = 1; k < kernel.length; k++) {
                sum += kernel[k] * (line[Math.max(0, i - k)] + line[Math.min(length - 1, i + k)]);
            }
            levels[start + i * step] = sum;
        }
    }
}
