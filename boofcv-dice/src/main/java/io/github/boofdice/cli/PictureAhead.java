package io.github.boofdice.cli;

import boofcv.struct.image.GrayF32;
import io.github.boofdice.io.PictureException;
import io.github.boofdice.io.PictureReader;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Decodes the first picture while the model is loaded: in a command that judges one, either takes long because it is done for the first time. */
final class PictureAhead {
    private final Path path;
    private final Thread thread;
    private @Nullable GrayF32 picture;

    private PictureAhead(Path path) {
        this.path = path;
        thread = new Thread(this::decode, "boofcv-dice-picture");
        thread.setDaemon(true);
    }

    /** Begins. */
    static PictureAhead of(Path path) {
        PictureAhead ahead = new PictureAhead(path);
        ahead.thread.start();
        return ahead;
    }

    private void decode() {
        try {
            picture = PictureReader.read(path);
        } catch (PictureException | OutOfMemoryError e) {
            picture = null; // whoever asks for it reads it again, and is told
        }
    }

    /** Reads this picture or another. */
    GrayF32 read(Path wanted) throws PictureException {
        GrayF32 ahead = wanted.equals(path) ? taken() : null;
        return ahead == null ? PictureReader.read(wanted) : ahead;
    }

    /** Once: it is kept no longer. */
    private @Nullable GrayF32 taken() {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return null;
        }
        GrayF32 taken = picture;
        picture = null;
        return taken;
    }
}
