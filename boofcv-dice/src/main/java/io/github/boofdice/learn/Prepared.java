package io.github.boofdice.learn;

import boofcv.struct.image.GrayF32;
import io.github.boofdice.image.PictureLevels;

/**
 * A good picture made ready to learn from.
 *
 * @param name what to call it in messages
 * @param fold the part of its folder that it is held out with
 * @param grey frame-sized grey levels, 0..255
 * @param levels the same, prepared
 */
record Prepared(String name, int fold, GrayF32 grey, PictureLevels levels) {}
