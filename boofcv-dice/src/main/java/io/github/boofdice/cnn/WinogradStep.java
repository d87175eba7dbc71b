package io.github.boofdice.cnn;

import io.github.boofdice.kernel.Kernels;
import io.github.boofdice.kernel.RowLoops;
import org.jspecify.annotations.Nullable;

/**
 * A convolution of 3 x 3 at stride 1 with 16 multiplications for four outputs instead of 36: F(2 x 2, 3 x 3) of A. Lavin and S. Gray, Fast Algorithms for Convolutional
 * Neural Networks, CVPR 2016, doi:10.1109/CVPR.2016.435.
 *
 * <p>Each tile of 4 x 4 inputs d, two apart, gives a tile of 2 x 2 outputs: {@code A' [sum over channels of (G g G') * (B' d B)] A}. The tile's 16 places stand in 16 rows, a tile
 * an element; so all loops run over tiles, whatever comes out. The maximum of two by two outputs is the maximum of a tile.
 */
final class WinogradStep implements Step {
    private static final Kernels KERNELS = Kernels.fastest();

    private static final int KERNEL = 3;
    private static final int SIDE = 4;
    private static final int PLACES = SIDE * SIDE;
    /** Tiles that are computed together. */
    private static final int MOST_TILES = 256;

    /** Tiles are computed in multiples of this, the widest vector of floats. */
    private static final int VECTOR = 16;

    private static final double[][] G = {{1, 0, 0}, {0.5, 0.5, 0.5}, {0.5, -0.5, 0.5}, {0, 0, 1}};

    private final Convolution layer;
    private final Shape input;
    private final Shape output;
    private final @Nullable Activation activation;
    private final boolean halved;
    /** By place in the tile: outputs x channels. */
    private final float[][] kernels;
    /** Tiles beside each other, and below. */
    private final int across;

    private final int down;
    /** Rows of tiles that are computed together. */
    private final int together;

    /**
     * Makes a convolution ready.
     *
     * @param halved whether the maximum of two by two outputs is wanted, not the outputs
     */
    WinogradStep(Convolution layer, Shape input, @Nullable Activation activation, boolean halved) {
        this.layer = layer;
        this.input = input;
        this.activation = activation;
        this.halved = halved;
        output = layer.output(input);
        // A maximum needs the whole tile: the last odd row or column is not looked at.
        across = halved ? output.width() / 2 : (output.width() + 1) / 2;
        down = halved ? output.height() / 2 : (output.height() + 1) / 2;
        together = Math.max(1, Math.min(down, MOST_TILES / across));
        kernels = new float[PLACES][layer.outputs() * input.channels()];
        weightsChanged();
    }

    static boolean serves(Convolution layer) {
        Window w = layer.window();
        return layer.groups() == 1
                && w.height() == KERNEL
                && w.width() == KERNEL
                && w.strideY() == 1
                && w.strideX() == 1;
    }

    /** {@code G g G'} of every kernel. */
    @Override
    public void weightsChanged() {
        float[] weights = layer.weight().raw();
        for (int k = 0; k < kernels[0].length; k++) {
            for (int place = 0; place < PLACES; place++) {
                double sum = 0;
                for (int i = 0; i < KERNEL * KERNEL; i++) {
                    sum += G[place / SIDE][i / KERNEL] * weights[k * KERNEL * KERNEL + i] * G[place % SIDE][i % KERNEL];
                }
                kernels[place][k] = (float) sum;
            }
        }
    }

    @Override
    public Pass open(float[] in, float[] out) {
        return new Strips(in, out);
    }

    /** As many as fill vectors: what is computed beyond those wanted is not looked at. */
    private static int filled(int tiles) {
        return (tiles + VECTOR - 1) / VECTOR * VECTOR;
    }

    private final class Strips implements Pass {
        private final float[] in;
        private final float[] out;
        private final int tiles = filled(together * across);
        /** A row of input between zeros. */
        private final float[] padded = new float[2 * across + 2];
        /** By place: {@code d B} of one channel, with columns combined but not yet rows. */
        private final float[][] columns = new float[PLACES][tiles];
        /** By place and channel: {@code B' d B}. */
        private final float[][][] transformed = new float[PLACES][input.channels()][tiles];
        /** By place and output: sums over the channels. */
        private final float[][][] sums = new float[PLACES][input.channels() == 1 ? 0 : output.channels()][tiles];
        /** {@code A' M} of one output, and a row for what comes of it. */
        private final float[][] halfway = new float[2 * SIDE + 1][tiles];

        private final float[][] results = new float[4][tiles];

        Strips(float[] in, float[] out) {
            this.in = in;
            this.out = out;
        }

        @Override
        public void run() {
            int channels = input.channels();
            for (int ty = 0; ty < down; ty += together) {
                int wanted = Math.min(together, down - ty) * across;
                int n = filled(wanted);
                for (int c = 0; c < channels; c++) {
                    combineColumns(c, ty, wanted);
                    combineRows(c, n);
                }
                for (int place = 0; place < PLACES && channels > 1; place++) {
                    KERNELS.weightedSums(sums[place], transformed[place], kernels[place], n);
                }
                for (int o = 0; o < output.channels(); o++) {
                    transformBack(o, n);
                    store(o, ty, wanted);
                }
            }
        }

        private void combineColumns(int channel, int ty, int n) {
            for (int at = 0; at < n; at += across) {
                int row = 2 * (ty + at / across) - layer.window().top();
                if (at == 0) {
                    combineColumns(channel, row, 0, at);
                    combineColumns(channel, row + 1, 1, at);
                }
                combineColumns(channel, row + 2, 2, at);
                combineColumns(channel, row + 3, 3, at);
            }
            // The lower half of a tile is the upper half of the tile below.
            for (int i = 0; i < 2 * SIDE; i++) {
                System.arraycopy(columns[i + 2 * SIDE], 0, columns[i], across, n - across);
            }
        }

        private void combineColumns(int channel, int row, int rowOfTile, int at) {
            float[] c0 = columns[rowOfTile * SIDE];
            float[] c1 = columns[rowOfTile * SIDE + 1];
            float[] c2 = columns[rowOfTile * SIDE + 2];
            float[] c3 = columns[rowOfTile * SIDE + 3];
            if (row < 0 || row >= input.height()) {
                for (int t = at; t < at + across; t++) {
                    c0[t] = 0;
                    c1[t] = 0;
                    c2[t] = 0;
                    c3[t] = 0;
                }
                return;
            }
            int left = layer.window().left();
            int count = Math.min(input.width(), padded.length - left);
            System.arraycopy(in, channel * input.plane() + row * input.width(), padded, left, count);
            KERNELS.combineColumns(padded, c0, c1, c2, c3, at, across);
        }

        private void combineRows(int channel, int n) {
            for (int j = 0; j < SIDE; j++) {
                KERNELS.combineRows(
                        columns[j],
                        columns[SIDE + j],
                        columns[2 * SIDE + j],
                        columns[3 * SIDE + j],
                        transformed[j][channel],
                        transformed[SIDE + j][channel],
                        transformed[2 * SIDE + j][channel],
                        transformed[3 * SIDE + j][channel],
                        n);
            }
        }

        private void transformBack(int output, int n) {
            // There is nothing to sum up of one channel: sums of one term are not worth their way through memory.
            boolean single = input.channels() == 1;
            float bias = layer.bias(output);
            if (halved) {
                boolean relu = activation != null && activation.function() == Activation.Function.RELU;
                float least = relu ? 0 : Float.NEGATIVE_INFINITY;
                if (single) {
                    KERNELS.largestOfProducts(transformed, kernels, output, bias, least, halfway, results[0], n);
                } else {
                    KERNELS.largestOfTiles(sums, output, bias, least, halfway, results[0], n);
                }
                if (!relu) {
                    activate(results[0], n);
                }
            } else {
                if (single) {
                    RowLoops.halvesOfProducts(transformed, kernels, output, halfway, n);
                } else {
                    RowLoops.halvesOfTiles(sums, output, halfway, n);
                }
                RowLoops.halves(halfway, 0, results[0], results[1], n);
                RowLoops.halves(halfway, SIDE, results[2], results[3], n);
                for (float[] result : results) {
                    RowLoops.plus(result, bias, n);
                    activate(result, n);
                }
            }
        }

        private void activate(float[] values, int n) {
            if (activation != null) {
                activation.apply(values, n);
            }
        }

        private void store(int o, int ty, int n) {
            if (halved) {
                System.arraycopy(results[0], 0, out, (o * down + ty) * across, n);
                return;
            }
            int width = output.width();
            for (int at = 0; at < n; at += across) {
                int y = 2 * (ty + at / across);
                int start = o * output.plane() + y * width;
                interleave(results[0], results[1], at, start);
                if (y + 1 < output.height()) {
                    interleave(results[2], results[3], at, start + width);
                }
            }
        }

        private void interleave(float[] even, float[] odd, int at, int start) {
            int width = output.width();
            for (int t = 0; t < width / 2; t++) {
                out[start + 2 * t] = even[at + t];
                out[start + 2 * t + 1] = odd[at + t];
            }
            if (width % 2 == 1) {
                out[start + width - 1] = even[at + across - 1];
            }
        }
    }
}
