package io.github.boofdice.cnn;

/**
 * What one layer of a network does.
 *
 * @param name what files and messages call it
 * @param kind what it is, with its settings: "convolution, 3 x 3, padding 1"
 * @param input the shape of what enters
 * @param output the shape of what leaves
 * @param parameters how many numbers were learned
 * @param multiplyAdds multiplications with an addition each, for one picture, as the layer is defined (fewer may be computed)
 */
public record LayerInfo(String name, String kind, Shape input, Shape output, long parameters, long multiplyAdds) {}
