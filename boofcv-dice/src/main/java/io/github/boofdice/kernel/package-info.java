/**
 * The loops in which time is spent, behind one door ({@link io.github.boofdice.kernel.Kernels}); not for users of the library. What enters and leaves are arrays; every stage may use it.
 *
 * <p>Each loop is there twice: in plain Java, and with the Vector API, in a folder of its own that is compiled apart. Both give the same bits.
 */
@NullMarked
package io.github.boofdice.kernel;

import org.jspecify.annotations.NullMarked;
