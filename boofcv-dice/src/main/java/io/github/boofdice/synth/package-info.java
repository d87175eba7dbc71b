/** Draws defects over good pictures, so that a network may learn what none of them shows. Lengths are in pixels of a 128 x 128 picture. */
@NullMarked
package io.github.boofdice.synth;

import org.jspecify.annotations.NullMarked;
