package io.github.boofdice.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ColdStartTest {
    @Test
    void allFindTheRightFaceOfThePictureAndWhatFailsIsNotTimed(@TempDir Path folder) throws Exception {
        ColdFiles files = ColdFiles.in(folder);
        Map<String, List<String>> commands = ColdStart.small(files);

        assertThat(ColdStart.measure(1, commands)).hasSize(3).allSatisfy(one -> {
            assertThat(one.median()).isPositive();
            assertThat(one.unit()).isEqualTo("ms/op");
        });
        Files.writeString(files.folder().resolve(ColdPeer.LIST), "none\n");
        assertThatIOException().isThrownBy(() -> ColdStart.measure(1, commands)).withMessageContaining("NoSuchFile");
    }

    /** Java archives classes of jars only. */
    @Test
    void anArchiveIsMadeBeforeTheTimeBegins(@TempDir Path folder) throws IOException {
        Path jar = folder.resolve("says.jar");
        String name = SaysTheFace.class.getName();
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar));
                InputStream bytes = SaysTheFace.class.getResourceAsStream("ColdStartTest$SaysTheFace.class")) {
            out.putNextEntry(new JarEntry(name.replace('.', '/') + ".class"));
            bytes.transferTo(out);
        }
        Path archive = folder.resolve("archive");
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();

        List<String> tuned =
                ColdStart.tuned(List.of(java, "-cp", jar.toString(), name, ColdFiles.FACE.folder()), archive);

        assertThat(archive).isNotEmptyFile();
        assertThat(tuned).startsWith(java).contains("-XX:TieredStopAtLevel=1").endsWith(name, ColdFiles.FACE.folder());
        assertThat(ColdStart.measure(1, Map.of("tuned", tuned))).hasSize(1);
    }

    /** A program of one class. */
    public static final class SaysTheFace {
        private SaysTheFace() {}

        /** Prints its argument. */
        public static void main(String[] args) {
            System.out.println(args[0]);
        }
    }
}
