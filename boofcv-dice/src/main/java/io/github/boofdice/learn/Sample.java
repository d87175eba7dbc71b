package io.github.boofdice.learn;

import boofcv.struct.image.GrayF32;

/**
 * A good picture to learn from.
 *
 * @param name what to call it in messages, such as its path
 * @param folder the group that the user put it in
 * @param grey grey levels 0..255, any size, not modified
 */
public record Sample(String name, String folder, GrayF32 grey) {}
