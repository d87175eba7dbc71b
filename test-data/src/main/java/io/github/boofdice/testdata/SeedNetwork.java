package io.github.boofdice.testdata;

/** The seed project's network, whose weights and results lie in the reference folder. */
public final class SeedNetwork {
    /** Its layers, line by line, as the library reads them beside a file of weights. */
    public static final String LAYERS = """
            input 1 128 128
            convolution 0 padding 1
            relu 1
            maxpool 2 kernel 2
            convolution 3 padding 1
            relu 4
            maxpool 5 kernel 2
            convolution 6 padding 1
            relu 7
            maxpool 8 kernel 2
            flatten 9
            dense 10
            relu 11
            dense 12
            """;

    private SeedNetwork() {}
}
