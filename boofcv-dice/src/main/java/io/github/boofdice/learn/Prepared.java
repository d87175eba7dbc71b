package io.github.boofdice.learn;

import boofcv.struct.image.GrayF32;
import io.github.boofdice.image.PictureLevels;

/**
 * A good picture made ready to learn from.
 *
 * @param name what to call it in messages
 * @param folder the group that the user put it in
 * @param grey frame-sized grey levels, 0..255
 * @param levels the same, prepared
 */
record Prepared(String name, String folder, GrayF32 grey, PictureLevels levels) {}
