package io.github.boofdice.testdata;

/** The rules that arguments must keep, said in one way: the name, the value, the rule. */
final class Check {
    private Check() {}

    static void finite(String name, double value) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException(name + " is " + value + " but must be finite");
        }
    }

    static void between(String name, double value, double low, double high) {
        if (!(value >= low && value <= high)) {
            throw new IllegalArgumentException(name + " is " + value + " but must lie in " + low + " .. " + high);
        }
    }
}
