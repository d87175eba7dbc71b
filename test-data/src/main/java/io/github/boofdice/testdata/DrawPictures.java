package io.github.boofdice.testdata;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * Writes the folder of sample pictures. From the repository's own folder, after a build:
 *
 * <pre>java -cp test-data/target/classes io.github.boofdice.testdata.DrawPictures test-data/pictures</pre>
 */
public final class DrawPictures {
    /** The text file in the folder that says what drew it. */
    public static final String RECORD = "drawn.properties";

    private DrawPictures() {}

    /**
     * Draws all pictures and writes them.
     *
     * @param args the folder to write to
     * @throws IOException where it cannot be written
     */
    public static void main(String[] args) throws IOException {
        if (args.length != 1) {
            throw new IllegalArgumentException("give one argument, the folder to write to");
        }
        Path folder = Path.of(args[0]);
        List<SamplePlan.Sample> samples = SamplePlan.samples();
        for (SamplePlan.Sample sample : samples) {
            sample.picture().writePng(folder.resolve(sample.name()));
        }
        Files.writeString(folder.resolve(RECORD), record(samples));
    }

    private static String record(List<SamplePlan.Sample> samples) {
        return "# Drawn by io.github.boofdice.testdata.DrawPictures; a test proves that it still draws the same.\n"
                + "# The hash is over name, width, height and pixels of each picture, in the order of their names.\n"
                + "seed=" + SamplePlan.SEED + "\n"
                + "pictures=" + samples.size() + "\n"
                + "sha256=" + sha256(samples) + "\n";
    }

    /** {@return the SHA-256 over name, width, height and pixels of all pictures in order, in hexadecimal digits} */
    static String sha256(List<SamplePlan.Sample> samples) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (SamplePlan.Sample sample : samples) {
                GrayPicture picture = sample.picture();
                digest.update(sample.name().getBytes(StandardCharsets.UTF_8));
                digest.update(ByteBuffer.allocate(8)
                        .putInt(picture.width())
                        .putInt(picture.height())
                        .array());
                digest.update(picture.pixels());
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK must know SHA-256", e);
        }
    }
}
