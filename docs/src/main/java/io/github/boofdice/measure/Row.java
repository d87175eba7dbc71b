package io.github.boofdice.measure;

import java.io.IOException;

/**
 * One thing that is measured.
 *
 * @param name how the command line and {@code measured.json} call it
 * @param turned whether the pictures are turned by random angles, which decides the table it goes into
 * @param what what is measured, as a table says it
 * @param measurement does it
 */
record Row(String name, boolean turned, String what, Measurement measurement) {
    /** Looks at the pictures and the model, and comes back with figures. */
    @FunctionalInterface
    interface Measurement {
        Outcome measure(Study study) throws IOException;
    }
}
