package io.github.boofdice.measure;

import com.google.gson.annotations.SerializedName;
import java.util.Locale;

/** What a figure counts in, and so how it is written for people. */
enum Unit {
    /** A number in 0..1 of which the last decimals matter: AUROC, F1, purity. */
    @SerializedName("share")
    SHARE,

    /** A share that is read as a percentage. */
    @SerializedName("percent")
    PERCENT,

    /** How many. */
    @SerializedName("count")
    COUNT,

    /** Seconds. */
    @SerializedName("s")
    SECONDS,

    /** Milliseconds. */
    @SerializedName("ms")
    MILLISECONDS,

    /** Degrees of a full turn of 360. */
    @SerializedName("degrees")
    DEGREES,

    /** Pixels of a picture of 128 x 128. */
    @SerializedName("px")
    PIXELS,

    /** Of 1: how far numbers are apart that should be the same. */
    @SerializedName("millionths")
    MILLIONTHS,

    /** Grey levels of 0..255. */
    @SerializedName("grey")
    GREY_LEVELS;

    /** The value as a reader sees it, without the unit's sign. */
    String number(double value) {
        return switch (this) {
            case SHARE -> share(value);
            case PERCENT -> trimmed(100 * value, 2);
            case COUNT, GREY_LEVELS -> String.format(Locale.ROOT, "%,.0f", value);
            case SECONDS -> trimmed(value, 1);
            case MILLISECONDS, DEGREES, PIXELS, MILLIONTHS -> trimmed(value, 3);
        };
    }

    /** The sign behind the number, with the space before it. */
    String sign() {
        return switch (this) {
            case SHARE, COUNT -> "";
            case PERCENT -> " %";
            case SECONDS -> " s";
            case MILLISECONDS -> " ms";
            case DEGREES -> "°";
            case PIXELS -> " px";
            case MILLIONTHS -> " millionths";
            case GREY_LEVELS -> " grey levels";
        };
    }

    /** Four decimals, or as many as keep what is not 1 from being written as 1. */
    private static String share(double value) {
        return value < 1 && value > 0.99995 ? trimmed(Math.floor(value * 1e6) / 1e6, 6) : trimmed(value, 4);
    }

    private static String trimmed(double value, int decimals) {
        String text = String.format(Locale.ROOT, "%." + decimals + "f", value);
        return text.contains(".") ? text.replaceAll("\\.?0+$", "") : text;
    }
}
