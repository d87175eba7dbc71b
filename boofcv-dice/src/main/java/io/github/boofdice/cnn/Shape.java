package io.github.boofdice.cnn;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The sizes of what one layer hands to the next: channels, height and width of planes, or the length of a vector. A batch has no place here: pictures go through one by one.
 *
 * @param sizes three (channels, height, width) or one, each at least 1, their product at most {@value #MOST_VALUES}
 */
public record Shape(List<Integer> sizes) {
    /** As many values as planes or a vector may have: a quarter of a gibibyte of them. */
    public static final int MOST_VALUES = 1 << 26;

    private static final int PLANES = 3;

    /**
     * Checks the sizes.
     *
     * @throws IllegalArgumentException if there are not one or three, one is below 1, or they are too large
     */
    public Shape {
        sizes = List.copyOf(sizes);
        if (sizes.size() != 1 && sizes.size() != PLANES) {
            throw new IllegalArgumentException(
                    "a shape must have 1 size or 3 (channels, height, width) but has " + sizes.size() + ": " + sizes);
        }
        long values = 1;
        for (int size : sizes) {
            // Held against the bound one by one, so that the product cannot overflow.
            if (size < 1 || values * size > MOST_VALUES) {
                throw new IllegalArgumentException(
                        "sizes must be at least 1 and make at most " + MOST_VALUES + " values but are " + sizes);
            }
            values *= size;
        }
    }

    /**
     * A shape of these sizes.
     *
     * @param sizes channels, height and width; or a length
     * @return the shape
     * @throws IllegalArgumentException as the constructor does
     */
    public static Shape of(int... sizes) {
        return new Shape(Arrays.stream(sizes).boxed().toList());
    }

    /** {@return whether this is a vector, not planes} */
    public boolean isVector() {
        return sizes.size() == 1;
    }

    /** {@return the number of planes; of a vector its length} */
    public int channels() {
        return sizes.get(0);
    }

    /** {@return rows of a plane; 1 for a vector} */
    public int height() {
        return isVector() ? 1 : sizes.get(1);
    }

    /** {@return columns of a plane; 1 for a vector} */
    public int width() {
        return isVector() ? 1 : sizes.get(2);
    }

    /** {@return how many values there are} */
    public int size() {
        return channels() * height() * width();
    }

    int plane() {
        return height() * width();
    }

    @Override
    public String toString() {
        return sizes.stream().map(String::valueOf).collect(Collectors.joining(" x "));
    }
}
