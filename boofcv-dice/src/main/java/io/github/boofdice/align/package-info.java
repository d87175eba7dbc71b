/**
 * Second stage: which template a picture shows, and where.
 *
 * <p>A prepared picture and the templates enter; an {@link io.github.boofdice.align.Alignment} leaves. A global search over all templates, angles and shifts on a coarse grid
 * proposes places, robust Gauss-Newton refines them, the least clipped residual decides. Next stage: {@code score}.
 */
@NullMarked
package io.github.boofdice.align;

import org.jspecify.annotations.NullMarked;
