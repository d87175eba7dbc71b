/**
 * The command line; {@code --help} lists what it can do.
 *
 * <p>What enters: arguments. What leaves: JSON on standard output, everything else on standard error, and an exit code (0;
 * 1 when {@code inspect} found anomalies; 2 when the usage or an input was wrong, which beats 1). It holds no thought
 * of its own: each command calls the public door and prints the answer. There is no stage after it. It lies in the cli jar
 * alone, not in the one that is embedded.
 */
@NullMarked
package io.github.boofdice.cli;

import org.jspecify.annotations.NullMarked;
