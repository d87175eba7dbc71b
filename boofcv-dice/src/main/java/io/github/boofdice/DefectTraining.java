package io.github.boofdice;

/** Placeholder. */
public final class DefectTraining {
    private DefectTraining() {}
}
