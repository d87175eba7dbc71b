/**
 * Small convolutional networks, forward and in training: an array of numbers in, class scores out; knows nothing of dice.
 *
 * <p>What enters is a file of weights ({@link io.github.boofdice.cnn.Network#read}, {@link io.github.boofdice.cnn.OnnxFile}, {@link
 * io.github.boofdice.cnn.TensorFile}) and, picture by picture, the values of its planes; what leaves are the values of the last layer. Single precision, channels first. A
 * {@link io.github.boofdice.cnn.Network} is immutable and serves any number of threads, each with a {@link io.github.boofdice.cnn.Workspace} of its own.
 *
 * <p>Inside: a {@code Layer} says what is computed, a {@code Step} is one layer or several made ready for speed, a {@code Pass} is a step with the memory of one caller. Nearly all time is
 * spent in {@code io.github.boofdice.kernel}.
 */
@NullMarked
package io.github.boofdice.cnn;

import org.jspecify.annotations.NullMarked;
