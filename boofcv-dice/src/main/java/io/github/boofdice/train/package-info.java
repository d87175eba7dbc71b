/**
 * Makes a network's examples of good pictures: turned, shown as another capture might, with and without defects.
 *
 * <p>Good pictures and what was learned of them enter; examples leave, each told by its number alone ({@link io.github.boofdice.cnn.TrainingExamples}). Next stage: {@code cnn}, which trains on
 * them.
 */
@NullMarked
package io.github.boofdice.train;

import org.jspecify.annotations.NullMarked;
