/**
 * Dice and their defects, drawn: the pictures that tests, benchmarks and the first command of the README use.
 *
 * <p>What enters is a {@link io.github.boofdice.testdata.Scene} (a face, its pose, the light, the lens, a seed); what
 * leaves is a {@link io.github.boofdice.testdata.GrayPicture}. A {@link io.github.boofdice.testdata.Defect} laid over a
 * drawn or a real picture gives a {@link io.github.boofdice.testdata.Painted}: the picture and the exact mask of what
 * changed. Nothing here depends on the library, so a fault in the library cannot hide in the pictures that test it.
 *
 * <p>{@link io.github.boofdice.testdata.BoardRenderer} draws printed boards in pairs: a {@link io.github.boofdice.testdata.BoardLook} and a seed enter, a {@link
 * io.github.boofdice.testdata.BoardPair} leaves; {@link io.github.boofdice.testdata.BoardTally} counts what was found of its defects.
 *
 * <p>Coordinates: <em>picture</em> coordinates are pixels from the picture's middle ((w - 1) / 2, (h - 1) / 2), x to
 * the right, y down; <em>die</em> coordinates are the same pixels, but from the middle of the die and turned with it.
 * Angles are radians, clockwise as seen. Grey levels run from 0 to 255.
 *
 * <p>The same seed gives the same bytes on every JDK and processor: only exactly specified arithmetic is used
 * (additions, products, quotients, square roots, {@link java.lang.StrictMath}) and a generator of our own.
 */
@NullMarked
package io.github.boofdice.testdata;

import org.jspecify.annotations.NullMarked;
