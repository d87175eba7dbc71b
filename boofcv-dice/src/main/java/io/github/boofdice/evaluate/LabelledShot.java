package io.github.boofdice.evaluate;

import boofcv.struct.image.GrayF32;
import io.github.boofdice.FileFingerprint;
import io.github.boofdice.PictureFile;
import io.github.boofdice.ProgressListener;
import java.io.IOException;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * A picture of a labelled folder, read and decoded.
 *
 * @param picture its name and truth
 * @param plane grey levels 0..255
 * @param fingerprint of its file
 * @param run of near-identical frames that it belongs to
 */
record LabelledShot(LabelledPicture picture, GrayF32 plane, FileFingerprint fingerprint, int run) {
    /**
     * Reads pictures one after the other, each once.
     *
     * @param pictures in the order in which runs are to be found
     * @param stage what the listener is told is going on
     * @param progress hears how many are done
     * @param shots takes each that could be read
     * @param unreadable takes each other, with the reason
     */
    static void forEach(
            List<LabelledPicture> pictures,
            String stage,
            ProgressListener progress,
            Consumer<LabelledShot> shots,
            BiConsumer<LabelledPicture, IOException> unreadable) {
        FrameRuns runs = new FrameRuns();
        int done = 0;
        for (LabelledPicture picture : pictures) {
            try {
                PictureFile file = PictureFile.read(picture.path());
                int run = runs.next(picture.folder(), file.picture());
                shots.accept(new LabelledShot(picture, file.picture(), file.fingerprint(), run));
            } catch (IOException e) {
                unreadable.accept(picture, e);
            }
            progress.progress(stage, ++done, pictures.size());
        }
    }
}
