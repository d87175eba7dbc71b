package io.github.boofdice.measure;

/** The six faces, and the folders of the real captures that show each: the table in their README. */
enum DieFace {
    ONE,
    TWO,
    THREE,
    FOUR,
    FIVE,
    SIX;

    /**
     * The angle at which a folder's dice lie, in radians clockwise: from the die as {@code test-data} draws it to the picture.
     *
     * @param folder "00" to "10", with or without folders before it
     */
    static double turnOfFolder(String folder) {
        return switch (folder.substring(folder.lastIndexOf('/') + 1)) {
            case "02", "04", "09" -> Math.PI / 2;
            case "07" -> -Math.PI / 2;
            case "10" -> Math.PI;
            default -> 0;
        };
    }

    /**
     * The face that a folder shows.
     *
     * @param folder "00" to "10", with or without folders before it
     * @throws IllegalArgumentException when it is none of the eleven
     */
    static DieFace ofFolder(String folder) {
        return switch (folder.substring(folder.lastIndexOf('/') + 1)) {
            case "00" -> ONE;
            case "01", "02" -> TWO;
            case "03", "04" -> THREE;
            case "05" -> FOUR;
            case "06" -> FIVE;
            case "07", "08", "09", "10" -> SIX;
            default -> throw new IllegalArgumentException("folder must be one of 00 to 10 but is " + folder);
        };
    }
}
