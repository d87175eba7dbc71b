package io.github.boofdice;

import boofcv.struct.image.GrayF32;
import io.github.boofdice.image.FrameFit;
import io.github.boofdice.io.GrayPictures;
import io.github.boofdice.io.PictureException;
import io.github.boofdice.learn.FurtherLearner;
import io.github.boofdice.learn.UnlearnableException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Brings further good pictures to an inspector, and makes it anew: all of them are learned, or none. */
final class FurtherPictures {
    private final DiceInspector inspector;
    private final FurtherLearner learner;
    private final Set<FileFingerprint> sources;

    FurtherPictures(DiceInspector inspector) {
        this.inspector = inspector;
        learner = new FurtherLearner(inspector.learned());
        sources = new HashSet<>(inspector.sources());
    }

    DiceInspector learn(List<GoodPicture> good) throws LearningException {
        for (GoodPicture picture : good) {
            add(picture.name(), picture.folder(), picture.picture());
        }
        return learned(good.size());
    }

    DiceInspector learn(String face, List<Path> files) throws PictureException, LearningException {
        for (Path file : files) {
            PictureFile read = PictureFile.read(file);
            if (!sources.add(read.fingerprint())) {
                throw new LearningException(file + ": was learned from already");
            }
            add(file.toString(), face, read.picture());
        }
        return learned(files.size());
    }

    private void add(String name, String folder, GrayF32 picture) throws LearningException {
        if (inspector.learned().faces().stream()
                .noneMatch(face -> face.folders().contains(folder))) {
            throw new LearningException(name + ": this model has no face " + folder);
        }
        try {
            learner.add(FrameFit.fit(inspector.learned().frame(), GrayPictures.fromBoof(picture)), folder);
        } catch (IllegalArgumentException | UnlearnableException e) {
            throw new LearningException(name + ": " + e.getMessage());
        }
    }

    private DiceInspector learned(int pictures) throws LearningException {
        if (pictures == 0) {
            throw new LearningException("there is no picture to learn from");
        }
        return inspector.with(learner.learned(), sources);
    }
}
