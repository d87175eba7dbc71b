/**
 * Flat parts, in place of the stages {@code align} and {@code score}: how a picture differs from a template of the same size.
 *
 * <p>Two grey planes of one size enter, roughly on top of each other; the places that differ leave, in pixels of the picture. {@link
 * io.github.boofdice.flat.FlatComparer} tells the order. There is no next stage: a flat part differs or it does not.
 */
@NullMarked
package io.github.boofdice.flat;

import org.jspecify.annotations.NullMarked;
