package io.github.boofdice.benchmarks;

/** The ways to run the library that the performance page has a column for. */
enum Configuration {
    PLAIN_17("JDK 17", 17, ResultFile.PLAIN),
    PLAIN_25("JDK 25", 25, ResultFile.PLAIN),
    VECTOR_17("JDK 17, Vector API", 17, "vector"),
    VECTOR_25("JDK 25, Vector API", 25, "vector");

    /** How the page calls it. */
    final String words;

    private final int jdk;
    private final String kernels;

    Configuration(String words, int jdk, String kernels) {
        this.words = words;
        this.jdk = jdk;
        this.kernels = kernels;
    }

    boolean ran(int feature, String loops) {
        return feature == jdk && loops.equals(kernels);
    }
}
