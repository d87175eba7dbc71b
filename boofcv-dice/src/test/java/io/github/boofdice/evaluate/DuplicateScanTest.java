package io.github.boofdice.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.boofdice.FileFingerprint;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DuplicateScanTest {
    @Test
    void differentFilesGiveNoWarning() {
        DuplicateScan scan = new DuplicateScan();
        scan.add("a.png", new FileFingerprint(1), false);
        scan.add("b.png", new FileFingerprint(2), false);

        assertThat(scan.warnings()).isEmpty();
    }

    @Test
    void whatWasLearnedAndIsTestedIsNamed() {
        DuplicateScan scan = new DuplicateScan();
        scan.add("a.png", new FileFingerprint(1), true);
        for (int i = 0; i < 7; i++) {
            scan.add("b" + i + ".png", new FileFingerprint(2 + i), true);
        }

        assertThat(scan.warnings())
                .containsExactly("8 pictures tested here also stood, byte for byte, among the pictures learned from,"
                        + " which flatters the figures: a.png, b0.png, b1.png, b2.png, b3.png and 3 more");
    }

    @Test
    void copiesAmongWhatIsTestedAreNamed() {
        DuplicateScan scan = new DuplicateScan();
        scan.add("normal/a.png", new FileFingerprint(1), false);
        scan.add("normal/b.png", new FileFingerprint(2), false);
        scan.add("anomalous/c.png", new FileFingerprint(1), false);

        assertThat(scan.warnings())
                .singleElement()
                .asString()
                .contains("normal/a.png = anomalous/c.png")
                .doesNotContain("b.png");
    }

    @Test
    void theFingerprintIsTheBeginningOfSha256(@TempDir Path dir) throws IOException {
        // SHA-256 of "abc" begins ba7816bf 8f01cfea (FIPS 180-4, appendix of examples).
        byte[] abc = "abc".getBytes(StandardCharsets.US_ASCII);
        Path file = Files.write(dir.resolve("abc"), abc);

        assertThat(FileFingerprint.of(abc).value()).isEqualTo(0xba7816bf8f01cfeaL);
        assertThat(FileFingerprint.of(file)).isEqualTo(FileFingerprint.of(abc));
    }
}
