/**
 * How fast the library is and how exact its poses are, as experiments beside native peers: each benchmark's Javadoc states its
 * question. {@link io.github.boofdice.benchmarks.Main} runs them and keeps what they found with the CPU, the JDK and the commit.
 */
@NullMarked
package io.github.boofdice.benchmarks;

import org.jspecify.annotations.NullMarked;
