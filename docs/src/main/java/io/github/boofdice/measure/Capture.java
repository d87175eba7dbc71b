package io.github.boofdice.measure;

import boofcv.struct.image.GrayF32;
import io.github.boofdice.GoodPicture;
import io.github.boofdice.Inspector;
import io.github.boofdice.ProgressListener;
import io.github.boofdice.Verdict;
import io.github.boofdice.evaluate.FrameRuns;
import io.github.boofdice.evaluate.JudgedPicture;
import io.github.boofdice.evaluate.LabelledFolder;
import io.github.boofdice.evaluate.LabelledPicture;
import io.github.boofdice.evaluate.PictureChange;
import io.github.boofdice.io.PictureReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * One capture of real dice, decoded once.
 *
 * @param name "original" or "autumn"
 * @param folder holds {@code normal/} and {@code anomalous/}
 * @param shots its pictures, the good ones first, each class sorted by path
 */
record Capture(String name, Path folder, List<Shot> shots) {
    /** A decoded picture and the run of near-identical frames it belongs to. */
    record Shot(LabelledPicture source, int run, GrayF32 picture) {
        String file() {
            return source.file();
        }

        boolean good() {
            return source.truth() == Verdict.NORMAL;
        }

        /** As it is learned from: its folder without the leading {@code normal/}. */
        GoodPicture toLearn() {
            String folder = source.folder();
            return new GoodPicture(file(), folder.substring(folder.indexOf('/') + 1), picture);
        }

        /** The face that a good picture's folder tells. */
        DieFace face() {
            return DieFace.ofFolder(source.folder());
        }
    }

    static Capture read(Path folder, ProgressListener progress) throws IOException {
        List<LabelledPicture> pictures = LabelledFolder.of(folder).pictures();
        FrameRuns runs = new FrameRuns();
        List<Shot> shots = new ArrayList<>();
        String name = folder.getFileName().toString();
        for (LabelledPicture picture : pictures) {
            GrayF32 grey = PictureReader.read(picture.path());
            shots.add(new Shot(picture, runs.next(picture.folder(), grey), grey));
            progress.progress("reading " + name, shots.size(), pictures.size());
        }
        return new Capture(name, folder, List.copyOf(shots));
    }

    List<Shot> good() {
        return shots.stream().filter(Shot::good).toList();
    }

    /** Every picture judged after a change, in the order of {@link #shots()}. */
    List<JudgedPicture> judge(Inspector inspector, PictureChange change, ProgressListener progress) {
        List<JudgedPicture> judged = new ArrayList<>();
        for (Shot shot : shots) {
            GrayF32 changed = change.change(shot.file(), shot.picture());
            judged.add(JudgedPicture.of(shot.file(), shot.source().truth(), shot.run(), inspector.inspect(changed)));
            progress.progress("judging " + name, judged.size(), shots.size());
        }
        return judged;
    }
}
