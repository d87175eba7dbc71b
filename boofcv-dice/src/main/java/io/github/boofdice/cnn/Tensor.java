package io.github.boofdice.cnn;

import java.util.Arrays;
import java.util.List;

/** Numbers with sizes: weights as a file holds them, or vectors to compare with. Immutable; the last size counts fastest. */
public final class Tensor {
    private final List<Integer> sizes;
    private final float[] values;

    private Tensor(List<Integer> sizes, float[] values) {
        this.sizes = sizes;
        this.values = values;
    }

    /**
     * A tensor of these numbers.
     *
     * @param sizes none for a single number, else each at least 0
     * @param values as many as the product of the sizes; copied
     * @return the tensor
     * @throws IllegalArgumentException if a size is negative or there are more or fewer values
     */
    public static Tensor of(List<Integer> sizes, float... values) {
        return wrap(sizes, values.clone());
    }

    /** Keeps the array, which nobody else may change. */
    static Tensor wrap(List<Integer> sizes, float... values) {
        List<Integer> kept = List.copyOf(sizes);
        if (count(kept) != values.length) {
            throw new IllegalArgumentException("sizes are " + kept + " but there are " + values.length + " values");
        }
        return new Tensor(kept, values);
    }

    /** Product of the sizes. */
    static long count(List<? extends Number> sizes) {
        long count = 1;
        for (Number size : sizes) {
            long one = size.longValue();
            if (one < 0 || one > Integer.MAX_VALUE || count * one > Integer.MAX_VALUE) {
                throw new IllegalArgumentException("sizes must not be negative nor make more than " + Integer.MAX_VALUE
                        + " values but are " + sizes);
            }
            count *= one;
        }
        return count;
    }

    /** {@return the sizes, the one that counts slowest first} */
    public List<Integer> sizes() {
        return sizes;
    }

    /** {@return the numbers, a new array} */
    public float[] values() {
        return values.clone();
    }

    /** The numbers themselves, not to be changed. */
    float[] raw() {
        return values;
    }

    /** The numbers in the place of one leading index. */
    Tensor part(int index) {
        List<Integer> rest = sizes.subList(1, sizes.size());
        int count = Math.toIntExact(count(rest));
        return new Tensor(rest, Arrays.copyOfRange(values, index * count, (index + 1) * count));
    }
}
