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

    /** What all defects have in common. */
    static void defect(double x, double y, double contrast) {
        finite("x", x);
        finite("y", y);
        between("contrast", contrast, -255, 255);
        if (contrast == 0) {
            throw new IllegalArgumentException("contrast is 0 but a defect that changes nothing is none");
        }
    }
}
