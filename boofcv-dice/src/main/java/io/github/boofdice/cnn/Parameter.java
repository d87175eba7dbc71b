package io.github.boofdice.cnn;

/**
 * Numbers that are learned.
 *
 * @param values as they are now; training changes them
 * @param decays whether weight decay applies to them
 */
record Parameter(float[] values, boolean decays) {}
