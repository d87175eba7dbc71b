/** Tutorials. A test runs each of them with every build, so the code that they show compiles and does what it says. */
@NullMarked
package io.github.boofdice.tutorials;

import org.jspecify.annotations.NullMarked;
