/**
 * Tutorials, to be read in the order of their numbers.
 *
 * <p>Each opens with what it is for, shows short code, one figure and how to read it. A test runs the code with every build and holds the figure to what the code draws.
 */
@NullMarked
package io.github.boofdice.tutorials;

import org.jspecify.annotations.NullMarked;
