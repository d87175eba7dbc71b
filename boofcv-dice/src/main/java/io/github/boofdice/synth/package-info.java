/**
 * Draws defects over good pictures, so that a network may learn what none of them shows.
 *
 * <p>A good picture and random numbers enter; the same with a scratch, a blot, lost ink, letters or a reflection leaves. Lengths are in pixels of a 128 x 128 picture.
 * Next stage: {@code train}.
 */
@NullMarked
package io.github.boofdice.synth;

import org.jspecify.annotations.NullMarked;
