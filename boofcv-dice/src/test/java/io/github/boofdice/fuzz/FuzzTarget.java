package io.github.boofdice.fuzz;

import java.io.IOException;

/** One door at which bytes come in that nobody vouches for. An instance belongs to one thread. */
public interface FuzzTarget extends AutoCloseable {
    /** A word for files and reports. */
    String name();

    /** The bytes of a case: the same for the same number, as long as the files are that it damages. */
    byte[] make(long number);

    /**
     * Hands the bytes over.
     *
     * @return true if they were accepted, false if they were refused as documented
     * @throws Throwable if anything else happened, which is a finding
     */
    boolean accepts(byte[] bytes) throws Throwable;

    /** Takes away the files that it made, if it made any. */
    @Override
    default void close() throws IOException {}
}
