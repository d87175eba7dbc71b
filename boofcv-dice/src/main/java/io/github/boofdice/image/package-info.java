/**
 * First stage: planes and the geometry they lie in.
 *
 * <p>A grey picture of any size enters; a {@link io.github.boofdice.image.PictureLevels} leaves: the picture in the model's {@link io.github.boofdice.image.Frame}, freed of slow
 * light, at three sizes. Poses, interpolation and discs, which all later stages share, live here too. Next stage: {@code align}.
 */
@NullMarked
package io.github.boofdice.image;

import org.jspecify.annotations.NullMarked;
