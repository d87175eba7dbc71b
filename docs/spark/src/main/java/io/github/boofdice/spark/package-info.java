/**
 * An example: a folder of any size goes in, a table of verdicts comes out. Begin at {@link io.github.boofdice.spark.InspectFolder}.
 */
@NullMarked
package io.github.boofdice.spark;

import org.jspecify.annotations.NullMarked;
