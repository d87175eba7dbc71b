package io.github.boofdice.kernel;

import java.util.Optional;
import java.util.function.Supplier;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorShuffle;
import jdk.incubator.vector.VectorSpecies;

/**
 * Those loops of which the Vector API makes more than C2 does by itself. What does not fill a vector is left to the last loop of each, in the same steps, or to plain Java altogether.
 *
 * <p>Each body is kept short: C2 of JDK 17 puts every vector into an object where they are too many, in some loops from fifty operations on, in those here not at seventy. No vector is handed to a method of
 * ours or comes from one: where C2 leaves such a call as it is, it makes an object of each. NoAllocationTest runs the longest loops.
 */
final class VectorKernels extends PlainKernels {
    private static final VectorSpecies<Float> FLOATS = FloatVector.SPECIES_PREFERRED;
    private static final int LANES = FLOATS.length();
    /** Vectors of a row that are computed together: each factor serves them all. */
    private static final int WIDE = 4 * LANES;
    /** Sums that are computed together: each value of a row serves them all. */
    private static final int TOGETHER = 4;

    /** Every second value of a vector, twice. */
    private static final VectorShuffle<Float> EVEN = VectorShuffle.fromOp(FLOATS, i -> 2 * i % LANES);

    private static final VectorShuffle<Float> ODD = VectorShuffle.fromOp(FLOATS, i -> (2 * i + 1) % LANES);
    private static final VectorMask<Float> UPPER = VectorMask.fromLong(FLOATS, -1L << LANES / 2);

    /** Whether there are vectors here, and C2, which alone turns these loops into their instructions. */
    static boolean worthwhile() {
        String vm = System.getProperty("java.vm.info", "");
        return LANES >= 4 && vm.startsWith("mixed mode") && !vm.contains("emulated-client");
    }

    @Override
    public String name() {
        return "vector";
    }

    @Override
    public int filled(int n) {
        return (n + WIDE - 1) / WIDE * WIDE;
    }

    @Override
    public Optional<Supplier<LevelCounter>> levelCounters(byte[][] templates, int threshold) {
        return threshold < VectorLevelCounter.LEAST_THRESHOLD
                ? Optional.empty()
                : Optional.of(VectorLevelCounter.of(templates, threshold));
    }

    @Override
    public void weightedSum(float[] sum, float start, float[][] rows, float[] factors, int from, int count, int n) {
        int i = 0;
        for (; i + WIDE <= n; i += WIDE) {
            FloatVector a = FloatVector.broadcast(FLOATS, start);
            FloatVector b = a;
            FloatVector c = a;
            FloatVector d = a;
            for (int r = 0; r < count; r++) {
                FloatVector factor = FloatVector.broadcast(FLOATS, factors[from + r]);
                float[] row = rows[r];
                a = factor.fma(FloatVector.fromArray(FLOATS, row, i), a);
                b = factor.fma(FloatVector.fromArray(FLOATS, row, i + LANES), b);
                c = factor.fma(FloatVector.fromArray(FLOATS, row, i + 2 * LANES), c);
                d = factor.fma(FloatVector.fromArray(FLOATS, row, i + 3 * LANES), d);
            }
            a.intoArray(sum, i);
            b.intoArray(sum, i + LANES);
            c.intoArray(sum, i + 2 * LANES);
            d.intoArray(sum, i + 3 * LANES);
        }
        for (; i + LANES <= n; i += LANES) {
            FloatVector a = FloatVector.broadcast(FLOATS, start);
            for (int r = 0; r < count; r++) {
                a = FloatVector.broadcast(FLOATS, factors[from + r]).fma(FloatVector.fromArray(FLOATS, rows[r], i), a);
            }
            a.intoArray(sum, i);
        }
        rest(sum, start, rows, factors, from, count, i, n);
    }

    private static void rest(
            float[] sum, float start, float[][] rows, float[] factors, int from, int count, int first, int n) {
        for (int i = first; i < n; i++) {
            float a = start;
            for (int r = 0; r < count; r++) {
                a = Math.fma(factors[from + r], rows[r][i], a);
            }
            sum[i] = a;
        }
    }

    @Override
    public void weightedSums(float[][] sums, float[][] rows, float[] factors, int n) {
        int count = rows.length;
        int whole = n / WIDE * WIDE;
        int outputs = sums.length / TOGETHER * TOGETHER;
        for (int i = 0; i < whole; i += WIDE) {
            for (int o = 0; o < outputs; o += TOGETHER) {
                block(sums, o, rows, factors, i);
            }
        }
        for (int o = 0; o < outputs; o++) {
            rest(sums[o], 0, rows, factors, o * count, count, whole, n);
        }
        for (int o = outputs; o < sums.length; o++) {
            weightedSum(sums[o], 0, rows, factors, o * count, count, n);
        }
    }

    /** Four vectors each of four sums: what they need stays in registers. */
    private static void block(float[][] sums, int o, float[][] rows, float[] factors, int i) {
        int count = rows.length;
        int from = o * count;
        FloatVector a0 = FloatVector.zero(FLOATS);
        FloatVector a1 = FloatVector.zero(FLOATS);
        FloatVector a2 = FloatVector.zero(FLOATS);
        FloatVector a3 = FloatVector.zero(FLOATS);
        FloatVector b0 = FloatVector.zero(FLOATS);
        FloatVector b1 = FloatVector.zero(FLOATS);
        FloatVector b2 = FloatVector.zero(FLOATS);
        FloatVector b3 = FloatVector.zero(FLOATS);
        FloatVector c0 = FloatVector.zero(FLOATS);
        FloatVector c1 = FloatVector.zero(FLOATS);
        FloatVector c2 = FloatVector.zero(FLOATS);
        FloatVector c3 = FloatVector.zero(FLOATS);
        FloatVector d0 = FloatVector.zero(FLOATS);
        FloatVector d1 = FloatVector.zero(FLOATS);
        FloatVector d2 = FloatVector.zero(FLOATS);
        FloatVector d3 = FloatVector.zero(FLOATS);
        for (int r = 0; r < count; r++) {
            float[] row = rows[r];
            FloatVector x0 = FloatVector.fromArray(FLOATS, row, i);
            FloatVector x1 = FloatVector.fromArray(FLOATS, row, i + LANES);
            FloatVector x2 = FloatVector.fromArray(FLOATS, row, i + 2 * LANES);
            FloatVector x3 = FloatVector.fromArray(FLOATS, row, i + 3 * LANES);
            FloatVector a = FloatVector.broadcast(FLOATS, factors[from + r]);
            a0 = a.fma(x0, a0);
            a1 = a.fma(x1, a1);
            a2 = a.fma(x2, a2);
            a3 = a.fma(x3, a3);
            FloatVector b = FloatVector.broadcast(FLOATS, factors[from + count + r]);
            b0 = b.fma(x0, b0);
            b1 = b.fma(x1, b1);
            b2 = b.fma(x2, b2);
            b3 = b.fma(x3, b3);
            FloatVector c = FloatVector.broadcast(FLOATS, factors[from + 2 * count + r]);
            c0 = c.fma(x0, c0);
            c1 = c.fma(x1, c1);
            c2 = c.fma(x2, c2);
            c3 = c.fma(x3, c3);
            FloatVector d = FloatVector.broadcast(FLOATS, factors[from + 3 * count + r]);
            d0 = d.fma(x0, d0);
            d1 = d.fma(x1, d1);
            d2 = d.fma(x2, d2);
            d3 = d.fma(x3, d3);
        }
        float[] a = sums[o];
        a0.intoArray(a, i);
        a1.intoArray(a, i + LANES);
        a2.intoArray(a, i + 2 * LANES);
        a3.intoArray(a, i + 3 * LANES);
        float[] b = sums[o + 1];
        b0.intoArray(b, i);
        b1.intoArray(b, i + LANES);
        b2.intoArray(b, i + 2 * LANES);
        b3.intoArray(b, i + 3 * LANES);
        float[] c = sums[o + 2];
        c0.intoArray(c, i);
        c1.intoArray(c, i + LANES);
        c2.intoArray(c, i + 2 * LANES);
        c3.intoArray(c, i + 3 * LANES);
        float[] d = sums[o + 3];
        d0.intoArray(d, i);
        d1.intoArray(d, i + LANES);
        d2.intoArray(d, i + 2 * LANES);
        d3.intoArray(d, i + 3 * LANES);
    }

    @Override
    public boolean shiftsFreely() {
        return true;
    }

    @Override
    public void addShifted(float[] sum, float[][] rows, int[] shifts, float[] room, int from, int n) {
        int end = from + n;
        int i = from;
        for (; i + WIDE <= end; i += WIDE) {
            int at = i + shifts[0];
            FloatVector a = FloatVector.fromArray(FLOATS, rows[0], at);
            FloatVector b = FloatVector.fromArray(FLOATS, rows[0], at + LANES);
            FloatVector c = FloatVector.fromArray(FLOATS, rows[0], at + 2 * LANES);
            FloatVector d = FloatVector.fromArray(FLOATS, rows[0], at + 3 * LANES);
            for (int r = 1; r < rows.length; r++) {
                float[] row = rows[r];
                at = i + shifts[r];
                a = a.add(FloatVector.fromArray(FLOATS, row, at));
                b = b.add(FloatVector.fromArray(FLOATS, row, at + LANES));
                c = c.add(FloatVector.fromArray(FLOATS, row, at + 2 * LANES));
                d = d.add(FloatVector.fromArray(FLOATS, row, at + 3 * LANES));
            }
            a.intoArray(sum, i);
            b.intoArray(sum, i + LANES);
            c.intoArray(sum, i + 2 * LANES);
            d.intoArray(sum, i + 3 * LANES);
        }
        if (i < end) {
            super.addShifted(sum, rows, shifts, room, i, end - i);
        }
    }

    /** By comparing, since a vector's maximum looks for what is no number, and for the sign of 0, in several steps. */
    @Override
    public void keepLines(
            float[][] before,
            float[][] middle,
            float[][] after,
            int[] made,
            int[] apart,
            float[][] room,
            float[] most,
            float[] least,
            int from,
            int n) {
        FloatVector zero = FloatVector.zero(FLOATS);
        int end = from + n;
        int i = from;
        for (; i + 2 * LANES <= end; i += 2 * LANES) {
            FloatVector greatest = zero;
            FloatVector next = zero;
            FloatVector smallest = zero;
            FloatVector nextSmallest = zero;
            for (int d = 0; d < made.length; d++) {
                int p = made[d];
                int back = i - apart[d];
                int on = i + apart[d];
                FloatVector sum = FloatVector.fromArray(FLOATS, before[p], back)
                        .add(FloatVector.fromArray(FLOATS, middle[p], i))
                        .add(FloatVector.fromArray(FLOATS, after[p], on));
                greatest = greatest.blend(sum, sum.compare(VectorOperators.GT, greatest));
                smallest = smallest.blend(sum, sum.compare(VectorOperators.LT, smallest));
                sum = FloatVector.fromArray(FLOATS, before[p], back + LANES)
                        .add(FloatVector.fromArray(FLOATS, middle[p], i + LANES))
                        .add(FloatVector.fromArray(FLOATS, after[p], on + LANES));
                next = next.blend(sum, sum.compare(VectorOperators.GT, next));
                nextSmallest = nextSmallest.blend(sum, sum.compare(VectorOperators.LT, nextSmallest));
            }
            greatest.intoArray(most, i);
            next.intoArray(most, i + LANES);
            // Taken from 0 and not negated: where no sum is below 0, it is 0 and not -0.
            zero.sub(smallest).intoArray(least, i);
            zero.sub(nextSmallest).intoArray(least, i + LANES);
        }
        if (i < end) {
            super.keepLines(before, middle, after, made, apart, room, most, least, i, end - i);
        }
    }

    @Override
    public void addPairs(
            float[] values, int at, int stride, float[] weights, float[][] work, float[] sum, int to, int n) {
        int i = 0;
        if (stride >= LANES && stride % LANES == 0) {
            for (; i + TOGETHER * stride <= n; i += TOGETHER * stride) {
                addPairsOfRows(values, at + i, stride, weights, sum, to + i);
            }
        }
        for (; i + 2 * LANES <= n; i += 2 * LANES) {
            int x = at + i;
            int y = x + LANES;
            FloatVector weight = FloatVector.broadcast(FLOATS, weights[0]);
            FloatVector a = weight.mul(FloatVector.fromArray(FLOATS, values, x));
            FloatVector b = weight.mul(FloatVector.fromArray(FLOATS, values, y));
            for (int k = 1; k < weights.length; k++) {
                weight = FloatVector.broadcast(FLOATS, weights[k]);
                int far = k * stride;
                a = a.add(weight.mul(FloatVector.fromArray(FLOATS, values, x - far)
                        .add(FloatVector.fromArray(FLOATS, values, x + far))));
                b = b.add(weight.mul(FloatVector.fromArray(FLOATS, values, y - far)
                        .add(FloatVector.fromArray(FLOATS, values, y + far))));
            }
            a.intoArray(sum, to + i);
            b.intoArray(sum, to + i + LANES);
        }
        for (; i < n; i++) {
            float one = weights[0] * values[at + i];
            for (int k = 1; k < weights.length; k++) {
                one += weights[k] * (values[at + i - k * stride] + values[at + i + k * stride]);
            }
            sum[to + i] = one;
        }
    }

    /** Of four rows one below another: what is a row's neighbour at one distance is the next row's at the next, so that two loads serve four sums. */
    private static void addPairsOfRows(float[] values, int at, int stride, float[] weights, float[] sum, int to) {
        for (int i = 0; i < stride; i += LANES) {
            int x = at + i;
            FloatVector above0 = FloatVector.fromArray(FLOATS, values, x);
            FloatVector above1 = FloatVector.fromArray(FLOATS, values, x + stride);
            FloatVector above2 = FloatVector.fromArray(FLOATS, values, x + 2 * stride);
            FloatVector above3 = FloatVector.fromArray(FLOATS, values, x + 3 * stride);
            FloatVector below0 = above0;
            FloatVector below1 = above1;
            FloatVector below2 = above2;
            FloatVector below3 = above3;
            FloatVector weight = FloatVector.broadcast(FLOATS, weights[0]);
            FloatVector a = weight.mul(above0);
            FloatVector b = weight.mul(above1);
            FloatVector c = weight.mul(above2);
            FloatVector d = weight.mul(above3);
            for (int k = 1; k < weights.length; k++) {
                weight = FloatVector.broadcast(FLOATS, weights[k]);
                above3 = above2;
                above2 = above1;
                above1 = above0;
                above0 = FloatVector.fromArray(FLOATS, values, x - k * stride);
                below0 = below1;
                below1 = below2;
                below2 = below3;
                below3 = FloatVector.fromArray(FLOATS, values, x + (3 + k) * stride);
                a = a.add(weight.mul(above0.add(below0)));
                b = b.add(weight.mul(above1.add(below1)));
                c = c.add(weight.mul(above2.add(below2)));
                d = d.add(weight.mul(above3.add(below3)));
            }
            a.intoArray(sum, to + i);
            b.intoArray(sum, to + i + stride);
            c.intoArray(sum, to + i + 2 * stride);
            d.intoArray(sum, to + i + 3 * stride);
        }
    }

    @Override
    public boolean streams() {
        return PLACES % WIDE == 0;
    }

    /** Each row is a stream of its own, which a processor fetches ahead. */
    @Override
    public void sumFour(float[][] rows, int first, float[] x, int at, int terms, float[] sums, int to, int apart) {
        for (int i = 0; i < PLACES; i += WIDE) {
            sumFourWide(rows, first, x, at + i, terms, sums, to + i, apart);
        }
    }

    private static void sumFourWide(
            float[][] rows, int first, float[] x, int at, int terms, float[] sums, int to, int apart) {
        float[] a = rows[first];
        float[] b = rows[first + 1];
        float[] c = rows[first + 2];
        float[] d = rows[first + 3];
        FloatVector a0 = FloatVector.zero(FLOATS);
        FloatVector a1 = FloatVector.zero(FLOATS);
        FloatVector a2 = FloatVector.zero(FLOATS);
        FloatVector a3 = FloatVector.zero(FLOATS);
        FloatVector b0 = FloatVector.zero(FLOATS);
        FloatVector b1 = FloatVector.zero(FLOATS);
        FloatVector b2 = FloatVector.zero(FLOATS);
        FloatVector b3 = FloatVector.zero(FLOATS);
        FloatVector c0 = FloatVector.zero(FLOATS);
        FloatVector c1 = FloatVector.zero(FLOATS);
        FloatVector c2 = FloatVector.zero(FLOATS);
        FloatVector c3 = FloatVector.zero(FLOATS);
        FloatVector d0 = FloatVector.zero(FLOATS);
        FloatVector d1 = FloatVector.zero(FLOATS);
        FloatVector d2 = FloatVector.zero(FLOATS);
        FloatVector d3 = FloatVector.zero(FLOATS);
        for (int k = 0; k < terms; k++) {
            int p = at + k * PLACES;
            FloatVector x0 = FloatVector.fromArray(FLOATS, x, p);
            FloatVector x1 = FloatVector.fromArray(FLOATS, x, p + LANES);
            FloatVector x2 = FloatVector.fromArray(FLOATS, x, p + 2 * LANES);
            FloatVector x3 = FloatVector.fromArray(FLOATS, x, p + 3 * LANES);
            a0 = FloatVector.fromArray(FLOATS, a, p).fma(x0, a0);
            a1 = FloatVector.fromArray(FLOATS, a, p + LANES).fma(x1, a1);
            a2 = FloatVector.fromArray(FLOATS, a, p + 2 * LANES).fma(x2, a2);
            a3 = FloatVector.fromArray(FLOATS, a, p + 3 * LANES).fma(x3, a3);
            b0 = FloatVector.fromArray(FLOATS, b, p).fma(x0, b0);
            b1 = FloatVector.fromArray(FLOATS, b, p + LANES).fma(x1, b1);
            b2 = FloatVector.fromArray(FLOATS, b, p + 2 * LANES).fma(x2, b2);
            b3 = FloatVector.fromArray(FLOATS, b, p + 3 * LANES).fma(x3, b3);
            c0 = FloatVector.fromArray(FLOATS, c, p).fma(x0, c0);
            c1 = FloatVector.fromArray(FLOATS, c, p + LANES).fma(x1, c1);
            c2 = FloatVector.fromArray(FLOATS, c, p + 2 * LANES).fma(x2, c2);
            c3 = FloatVector.fromArray(FLOATS, c, p + 3 * LANES).fma(x3, c3);
            d0 = FloatVector.fromArray(FLOATS, d, p).fma(x0, d0);
            d1 = FloatVector.fromArray(FLOATS, d, p + LANES).fma(x1, d1);
            d2 = FloatVector.fromArray(FLOATS, d, p + 2 * LANES).fma(x2, d2);
            d3 = FloatVector.fromArray(FLOATS, d, p + 3 * LANES).fma(x3, d3);
        }
        int s = to;
        a0.intoArray(sums, s);
        a1.intoArray(sums, s + LANES);
        a2.intoArray(sums, s + 2 * LANES);
        a3.intoArray(sums, s + 3 * LANES);
        s += apart;
        b0.intoArray(sums, s);
        b1.intoArray(sums, s + LANES);
        b2.intoArray(sums, s + 2 * LANES);
        b3.intoArray(sums, s + 3 * LANES);
        s += apart;
        c0.intoArray(sums, s);
        c1.intoArray(sums, s + LANES);
        c2.intoArray(sums, s + 2 * LANES);
        c3.intoArray(sums, s + 3 * LANES);
        s += apart;
        d0.intoArray(sums, s);
        d1.intoArray(sums, s + LANES);
        d2.intoArray(sums, s + 2 * LANES);
        d3.intoArray(sums, s + 3 * LANES);
    }

    @Override
    public void combineColumns(float[] row, float[] c0, float[] c1, float[] c2, float[] c3, int at, int n) {
        int t = 0;
        for (; t + LANES <= n; t += LANES) {
            FloatVector low = FloatVector.fromArray(FLOATS, row, 2 * t);
            FloatVector high = FloatVector.fromArray(FLOATS, row, 2 * t + LANES);
            FloatVector a = low.rearrange(EVEN).blend(high.rearrange(EVEN), UPPER);
            FloatVector b = low.rearrange(ODD).blend(high.rearrange(ODD), UPPER);
            low = FloatVector.fromArray(FLOATS, row, 2 * t + 2);
            high = FloatVector.fromArray(FLOATS, row, 2 * t + 2 + LANES);
            FloatVector c = low.rearrange(EVEN).blend(high.rearrange(EVEN), UPPER);
            FloatVector d = low.rearrange(ODD).blend(high.rearrange(ODD), UPPER);
            a.sub(c).intoArray(c0, at + t);
            b.add(c).intoArray(c1, at + t);
            c.sub(b).intoArray(c2, at + t);
            b.sub(d).intoArray(c3, at + t);
        }
        for (; t < n; t++) {
            c0[at + t] = row[2 * t] - row[2 * t + 2];
            c1[at + t] = row[2 * t + 1] + row[2 * t + 2];
            c2[at + t] = row[2 * t + 2] - row[2 * t + 1];
            c3[at + t] = row[2 * t + 1] - row[2 * t + 3];
        }
    }

    @Override
    public void combineRows(
            float[] a, float[] b, float[] c, float[] d, float[] v0, float[] v1, float[] v2, float[] v3, int n) {
        if (n % LANES != 0) {
            super.combineRows(a, b, c, d, v0, v1, v2, v3, n);
            return;
        }
        for (int t = 0; t < n; t += LANES) {
            FloatVector second = FloatVector.fromArray(FLOATS, b, t);
            FloatVector third = FloatVector.fromArray(FLOATS, c, t);
            FloatVector.fromArray(FLOATS, a, t).sub(third).intoArray(v0, t);
            second.add(third).intoArray(v1, t);
            third.sub(second).intoArray(v2, t);
            second.sub(FloatVector.fromArray(FLOATS, d, t)).intoArray(v3, t);
        }
    }

    @Override
    public void largestOfTiles(
            float[][][] tiles, int channel, float bias, float least, float[][] halfway, float[] result, int n) {
        if (n % LANES != 0) {
            super.largestOfTiles(tiles, channel, bias, least, halfway, result, n);
            return;
        }
        for (int t = 0; t < n; t += LANES) {
            FloatVector b0 = FloatVector.fromArray(FLOATS, tiles[4][channel], t);
            FloatVector c0 = FloatVector.fromArray(FLOATS, tiles[8][channel], t);
            FloatVector upper0 =
                    FloatVector.fromArray(FLOATS, tiles[0][channel], t).add(b0).add(c0);
            FloatVector lower0 = b0.sub(c0).sub(FloatVector.fromArray(FLOATS, tiles[12][channel], t));
            FloatVector b1 = FloatVector.fromArray(FLOATS, tiles[5][channel], t);
            FloatVector c1 = FloatVector.fromArray(FLOATS, tiles[9][channel], t);
            FloatVector upper1 =
                    FloatVector.fromArray(FLOATS, tiles[1][channel], t).add(b1).add(c1);
            FloatVector lower1 = b1.sub(c1).sub(FloatVector.fromArray(FLOATS, tiles[13][channel], t));
            FloatVector b2 = FloatVector.fromArray(FLOATS, tiles[6][channel], t);
            FloatVector c2 = FloatVector.fromArray(FLOATS, tiles[10][channel], t);
            FloatVector upper2 =
                    FloatVector.fromArray(FLOATS, tiles[2][channel], t).add(b2).add(c2);
            FloatVector lower2 = b2.sub(c2).sub(FloatVector.fromArray(FLOATS, tiles[14][channel], t));
            FloatVector b3 = FloatVector.fromArray(FLOATS, tiles[7][channel], t);
            FloatVector c3 = FloatVector.fromArray(FLOATS, tiles[11][channel], t);
            FloatVector upper3 =
                    FloatVector.fromArray(FLOATS, tiles[3][channel], t).add(b3).add(c3);
            FloatVector lower3 = b3.sub(c3).sub(FloatVector.fromArray(FLOATS, tiles[15][channel], t));
            FloatVector upper =
                    upper0.add(upper1).add(upper2).max(upper1.sub(upper2).sub(upper3));
            FloatVector lower =
                    lower0.add(lower1).add(lower2).max(lower1.sub(lower2).sub(lower3));
            upper.max(lower).add(bias).max(least).intoArray(result, t);
        }
    }

    @Override
    public void largestOfProducts(
            float[][][] tiles,
            float[][] factors,
            int output,
            float bias,
            float least,
            float[][] halfway,
            float[] result,
            int n) {
        if (n % LANES != 0) {
            super.largestOfProducts(tiles, factors, output, bias, least, halfway, result, n);
            return;
        }
        // Before the loop, since C2 cannot know that no result is written over a factor.
        FloatVector f0 = FloatVector.broadcast(FLOATS, factors[0][output]);
        FloatVector f1 = FloatVector.broadcast(FLOATS, factors[1][output]);
        FloatVector f2 = FloatVector.broadcast(FLOATS, factors[2][output]);
        FloatVector f3 = FloatVector.broadcast(FLOATS, factors[3][output]);
        FloatVector f4 = FloatVector.broadcast(FLOATS, factors[4][output]);
        FloatVector f5 = FloatVector.broadcast(FLOATS, factors[5][output]);
        FloatVector f6 = FloatVector.broadcast(FLOATS, factors[6][output]);
        FloatVector f7 = FloatVector.broadcast(FLOATS, factors[7][output]);
        FloatVector f8 = FloatVector.broadcast(FLOATS, factors[8][output]);
        FloatVector f9 = FloatVector.broadcast(FLOATS, factors[9][output]);
        FloatVector f10 = FloatVector.broadcast(FLOATS, factors[10][output]);
        FloatVector f11 = FloatVector.broadcast(FLOATS, factors[11][output]);
        FloatVector f12 = FloatVector.broadcast(FLOATS, factors[12][output]);
        FloatVector f13 = FloatVector.broadcast(FLOATS, factors[13][output]);
        FloatVector f14 = FloatVector.broadcast(FLOATS, factors[14][output]);
        FloatVector f15 = FloatVector.broadcast(FLOATS, factors[15][output]);
        for (int t = 0; t < n; t += LANES) {
            FloatVector b0 = FloatVector.fromArray(FLOATS, tiles[4][0], t).mul(f4);
            FloatVector c0 = FloatVector.fromArray(FLOATS, tiles[8][0], t).mul(f8);
            FloatVector upper0 = FloatVector.fromArray(FLOATS, tiles[0][0], t)
                    .mul(f0)
                    .add(b0)
                    .add(c0);
            FloatVector lower0 = b0.sub(c0)
                    .sub(FloatVector.fromArray(FLOATS, tiles[12][0], t).mul(f12));
            FloatVector b1 = FloatVector.fromArray(FLOATS, tiles[5][0], t).mul(f5);
            FloatVector c1 = FloatVector.fromArray(FLOATS, tiles[9][0], t).mul(f9);
            FloatVector upper1 = FloatVector.fromArray(FLOATS, tiles[1][0], t)
                    .mul(f1)
                    .add(b1)
                    .add(c1);
            FloatVector lower1 = b1.sub(c1)
                    .sub(FloatVector.fromArray(FLOATS, tiles[13][0], t).mul(f13));
            FloatVector b2 = FloatVector.fromArray(FLOATS, tiles[6][0], t).mul(f6);
            FloatVector c2 = FloatVector.fromArray(FLOATS, tiles[10][0], t).mul(f10);
            FloatVector upper2 = FloatVector.fromArray(FLOATS, tiles[2][0], t)
                    .mul(f2)
                    .add(b2)
                    .add(c2);
            FloatVector lower2 = b2.sub(c2)
                    .sub(FloatVector.fromArray(FLOATS, tiles[14][0], t).mul(f14));
            FloatVector b3 = FloatVector.fromArray(FLOATS, tiles[7][0], t).mul(f7);
            FloatVector c3 = FloatVector.fromArray(FLOATS, tiles[11][0], t).mul(f11);
            FloatVector upper3 = FloatVector.fromArray(FLOATS, tiles[3][0], t)
                    .mul(f3)
                    .add(b3)
                    .add(c3);
            FloatVector lower3 = b3.sub(c3)
                    .sub(FloatVector.fromArray(FLOATS, tiles[15][0], t).mul(f15));
            FloatVector upper =
                    upper0.add(upper1).add(upper2).max(upper1.sub(upper2).sub(upper3));
            FloatVector lower =
                    lower0.add(lower1).add(lower2).max(lower1.sub(lower2).sub(lower3));
            upper.max(lower).add(bias).max(least).intoArray(result, t);
        }
    }
}
