package io.github.boofdice;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;

/**
 * The real pictures and the reference values, which are not part of the project: their folders come in as system properties
 * {@code dice.data} (the folder that holds original/ and autumn/) and {@code dice.reference} (the folder that holds seed/ and cnn/).
 *
 * <p>A test that needs one asks {@link #requireDice} or {@link #requireReference}. Without the folder it is skipped, and
 * says so on standard error; a folder that is named but does not hold what it should is a failure.
 */
public final class RealData {
    private RealData() {}

    /** {@return the folder with original/ and autumn/, or empty where no {@code dice.data} is given} */
    public static Optional<Path> dice() {
        return folder("dice.data", "original/normal", "autumn/normal");
    }

    /** {@return the folder with seed/ and cnn/, or empty where no {@code dice.reference} is given} */
    public static Optional<Path> reference() {
        return folder("dice.reference", "seed", "cnn");
    }

    /**
     * The real pictures, or the end of this test, said loudly.
     *
     * @param purpose what is not checked without them, as the end of the sentence "NOT RUN: ..."
     */
    public static Path requireDice(String purpose) {
        return dice().orElseGet(() -> skip("dice.data", purpose));
    }

    /** The reference values, or the end of this test, said loudly; {@code purpose} as for {@link #requireDice}. */
    public static Path requireReference(String purpose) {
        return reference().orElseGet(() -> skip("dice.reference", purpose));
    }

    private static Optional<Path> folder(String property, String... contents) {
        String value = System.getProperty(property, "");
        if (value.isBlank()) {
            return Optional.empty();
        }
        Path folder = Path.of(value).toAbsolutePath();
        for (String content : contents) {
            if (!Files.isDirectory(folder.resolve(content))) {
                throw new AssertionError("-D" + property + ": there is no " + content + " in " + folder);
            }
        }
        return Optional.of(folder);
    }

    private static Path skip(String property, String purpose) {
        String message = "NOT RUN: " + purpose + " (give the folder by -D" + property + "=DIR)";
        System.err.println("!!!! " + message);
        return Assumptions.abort(message);
    }
}
