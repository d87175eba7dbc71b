package io.github.boofdice.testdata;

import java.util.Arrays;
import java.util.List;

/** A plain alphabet of straight lines in a box of 1 x 1, x to the right, y down. */
final class Letters {
    /** A to Z. A point is two digits, fourths across and fourths down; a space lifts the pen. */
    private static final String[] SHAPES = {
        "040110304144 0242",
        "04003041320232433404",
        "401001031444",
        "00042443412000",
        "40000444 0232",
        "400004 0232",
        "4010010314444222",
        "0004 4044 0242",
        "2024 1030 1434",
        "4043341403",
        "0004 400244",
        "000444",
        "0400224044",
        "04004440",
        "103041433414030110",
        "040030413202",
        "103041433414030110 3344",
        "040030413202 2244",
        "4010011232433404",
        "0040 2024",
        "000314344340",
        "002440",
        "0014223440",
        "0044 4004",
        "002240 2224",
        "00400444"
    };

    private Letters() {}

    /** The strokes of a capital: each x, y, x, y and so on in 0 .. 1. */
    static List<double[]> strokes(char letter) {
        return Arrays.stream(SHAPES[letter - 'A'].split(" "))
                .map(stroke -> stroke.chars().mapToDouble(c -> (c - '0') / 4.0).toArray())
                .toList();
    }
}
