/**
 * Reading pictures: bytes in, grey planes out.
 *
 * <p>What enters is a file, its bytes, or a picture of another library; what leaves is a BoofCV {@code GrayF32} of grey levels
 * 0..255, or one {@link io.github.boofdice.io.PictureException} that says what is wrong with the file. The next stage is
 * {@code image}, which takes the plane.
 *
 * <p>This is the only package that decodes: no other one uses {@code javax.imageio}. Files are not trusted. Their length
 * and their declared size are bounded before a pixel is decoded.
 */
@NullMarked
package io.github.boofdice.io;

import org.jspecify.annotations.NullMarked;
