package io.github.boofdice.classic;

import java.util.Arrays;

/**
 * What {@link DifferenceMethod} finds in one picture.
 *
 * @param absDiff for each template, how many pixels differ from it by more than the pixel threshold
 * @param subtract for each template, how many pixels of the stretched picture are brighter than it by more than the pixel threshold
 * @param result smallest over largest {@code absDiff}, 0..1; NaN where all are 0
 * @param result2 smallest over largest {@code subtract}, 0..1; NaN where all are 0
 * @param anomalous the verdict; true where either measure is NaN
 */
public record DifferenceResult(int[] absDiff, int[] subtract, double result, double result2, boolean anomalous) {
    /**
     * A result of its own arrays.
     *
     * @param absDiff copied
     * @param subtract copied
     * @param result as above
     * @param result2 as above
     * @param anomalous as above
     */
    public DifferenceResult {
        absDiff = absDiff.clone();
        subtract = subtract.clone();
    }

    /** {@return a copy of the counts, one a template, in the templates' order} */
    @Override
    public int[] absDiff() {
        return absDiff.clone();
    }

    /** {@return a copy of the counts, one a template, in the templates' order} */
    @Override
    public int[] subtract() {
        return subtract.clone();
    }

    /**
     * Ranks pictures by how anomalous they are; the verdict heeds {@link #result2} too.
     *
     * @return {@link #result}, or 1, the highest, where that is NaN: such a picture is called anomalous
     */
    public double score() {
        return Double.isNaN(result) ? 1 : result;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof DifferenceResult that
                && Arrays.equals(absDiff, that.absDiff)
                && Arrays.equals(subtract, that.subtract)
                && Double.compare(result, that.result) == 0
                && Double.compare(result2, that.result2) == 0
                && anomalous == that.anomalous;
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(absDiff) + Arrays.hashCode(subtract);
    }

    @Override
    public String toString() {
        return "DifferenceResult[absDiff=" + Arrays.toString(absDiff) + ", subtract=" + Arrays.toString(subtract)
                + ", result=" + result + ", result2=" + result2 + ", anomalous=" + anomalous + "]";
    }
}
