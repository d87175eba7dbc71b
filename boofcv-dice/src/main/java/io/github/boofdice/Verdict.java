package io.github.boofdice;

/** The answer to the one question that an inspection is asked. */
public enum Verdict {
    /** The picture looks like the good pictures that were learned. */
    NORMAL("normal"),

    /** The picture differs from them by more than the threshold, or could not be aligned with any of them. */
    ANOMALOUS("anomalous");

    private final String word;

    Verdict(String word) {
        this.word = word;
    }

    /**
     * The verdict as files and reports spell it.
     *
     * @return {@code "normal"} or {@code "anomalous"}
     */
    public String word() {
        return word;
    }
}
