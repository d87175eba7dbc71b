/**
 * Measures what the README claims, on the real pictures.
 *
 * <p>What enters: the folder with the two captures. {@link io.github.boofdice.measure.Rows} lists what is measured; each row looks at one
 * {@link io.github.boofdice.measure.Study}, which holds the pictures and the model learned from {@code original}. What leaves: {@code
 * docs/measured.json}, a figure in {@code docs/figures}, and through {@link io.github.boofdice.measure.Tables} the tables in README and
 * {@code docs/measured.md}.
 */
@NullMarked
package io.github.boofdice.measure;

import org.jspecify.annotations.NullMarked;
