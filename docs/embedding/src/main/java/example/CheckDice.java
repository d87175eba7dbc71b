package example;

import io.github.boofdice.DefectRegion;
import io.github.boofdice.DiceInspector;
import io.github.boofdice.Inspection;
import io.github.boofdice.Verdict;
import java.io.IOException;
import java.nio.file.Path;

/** Learns from the folder {@code good}, one subfolder a face, and judges {@code today.png}. */
public final class CheckDice {
    private CheckDice() {}

    /** Takes no arguments: both are looked for where this is started. */
    public static void main(String[] args) throws IOException {
        DiceInspector inspector = DiceInspector.builder().learn(Path.of("good")); // one subfolder a face or pose
        inspector.save(Path.of("dice.model"));

        Inspection found =
                inspector.inspect(Path.of("today.png")); // thread-safe; BufferedImage and BoofCV pictures too
        System.out.println(found.explain());
        if (found.verdict() == Verdict.ANOMALOUS) {
            for (DefectRegion region : found.regions()) {
                System.out.println(region.polarity() + " at " + region.x() + ", " + region.y());
            }
        }
    }
}
