/**
 * Data only: what a good part looks like in one pose ({@link io.github.boofdice.template.Template}). {@code learn} makes it; {@code align} and {@code score} read it.
 */
@NullMarked
package io.github.boofdice.template;

import org.jspecify.annotations.NullMarked;
