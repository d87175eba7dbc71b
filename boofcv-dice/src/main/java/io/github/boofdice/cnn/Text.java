package io.github.boofdice.cnn;

/** Texts of strangers in messages of ours. */
final class Text {
    private static final int SHOWN = 80;

    private Text() {}

    /** One short line without control characters. */
    static String shown(String text) {
        String start = text.length() > SHOWN ? text.substring(0, SHOWN) + "..." : text;
        return start.replaceAll("[\\p{Cntrl}\\u0080-\\u009f\\u2028\\u2029]", "?");
    }
}
