package io.github.boofdice;

/** Hears how far a long job has come. The library itself prints nothing. */
@FunctionalInterface
public interface ProgressListener {
    /** Hears and does nothing. */
    ProgressListener SILENT = (stage, done, total) -> {};

    /**
     * Called on the thread that does the work, after every step of a stage.
     *
     * @param stage what is being done, a few words, for example {@code "reading"} or {@code "building templates"}
     * @param done how many steps of this stage are done, 0..total
     * @param total how many steps this stage has, at least 1
     */
    void progress(String stage, int done, int total);
}
