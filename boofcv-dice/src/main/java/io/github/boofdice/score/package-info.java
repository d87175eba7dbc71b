/**
 * Third stage: how an aligned picture differs from its template.
 *
 * <p>A prepared picture and its pose enter; a signed map of deviations in spreads, its greatest value and its regions leave. Next stage: {@code decide}.
 */
@NullMarked
package io.github.boofdice.score;

import org.jspecify.annotations.NullMarked;
