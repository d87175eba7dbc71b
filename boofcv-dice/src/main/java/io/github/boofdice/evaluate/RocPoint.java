package io.github.boofdice.evaluate;

/**
 * One point of a receiver operating characteristic.
 *
 * @param falseRejectRate share of the normal pictures that score at least as high as the threshold, 0..1
 * @param recall share of the anomalous pictures that do, 0..1
 */
public record RocPoint(double falseRejectRate, double recall) {}
