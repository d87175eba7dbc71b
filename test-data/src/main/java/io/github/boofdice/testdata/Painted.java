package io.github.boofdice.testdata;

/**
 * A picture with a defect, and where the defect is.
 *
 * @param picture what a camera would see
 * @param mask of the same size: 255 where the defect changed the picture by at least half its nominal contrast, else 0
 */
public record Painted(GrayPicture picture, GrayPicture mask) {

    /** Compares before and after. */
    static Painted compare(GrayPicture before, GrayPicture after, double contrast) {
        byte[] mask = new byte[before.width() * before.height()];
        double least = Math.abs(contrast) / 2;
        for (int y = 0; y < before.height(); y++) {
            for (int x = 0; x < before.width(); x++) {
                int change = Math.abs(after.get(x, y) - before.get(x, y));
                mask[y * before.width() + x] = (byte) (change >= least && change > 0 ? 255 : 0);
            }
        }
        return new Painted(after, GrayPicture.of(before.width(), before.height(), mask));
    }
}
