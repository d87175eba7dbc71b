package io.github.boofdice.decide;

/** Says in one line why a calibration cannot be moved to the level of some pictures. */
public final class RecalibrationException extends Exception {
    private static final long serialVersionUID = 1L;

    RecalibrationException(String message) {
        super(message);
    }
}
