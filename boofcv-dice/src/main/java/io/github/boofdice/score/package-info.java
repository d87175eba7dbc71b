/**
 * Third stage: how an aligned picture differs from its template.
 *
 * <p>A prepared picture and its pose enter; a map of evidence above what good pictures show, its greatest value and its regions leave. Next stage: {@code decide}.
 */
@NullMarked
package io.github.boofdice.score;

import org.jspecify.annotations.NullMarked;
