/** Makes a network's examples of good pictures: turned, shown as another capture might, with and without defects. */
@NullMarked
package io.github.boofdice.train;

import org.jspecify.annotations.NullMarked;
