package io.github.boofdice.learn;

import boofcv.struct.image.GrayF32;
import io.github.boofdice.RenderedDice;
import io.github.boofdice.image.Frame;
import io.github.boofdice.image.PictureLevels;
import io.github.boofdice.image.Planes;
import io.github.boofdice.image.RigidPose;
import io.github.boofdice.image.Warp;
import io.github.boofdice.testdata.DiceRenderer;
import io.github.boofdice.testdata.Face;
import io.github.boofdice.testdata.GrayPicture;
import io.github.boofdice.testdata.SamplePictures;
import io.github.boofdice.testdata.Scenes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.SplittableRandom;

/** Samples to learn from: the committed pictures, and drawn ones. */
final class DrawnSamples {
    private static final Learner.Progress SILENT = (stage, done, total) -> {};

    /** Prepares pictures of 64 x 64 pixels. */
    static final PictureLevels.Factory SMALL = new PictureLevels.Factory(new Frame(64, 64));

    private DrawnSamples() {}

    /** The first of the committed pictures of a face. */
    static List<Sample> committed(Face face, int most) {
        List<Sample> samples = new ArrayList<>();
        for (Path file : SamplePictures.learn(face).subList(0, most)) {
            samples.add(new Sample(face.folder() + "/" + file.getFileName(), face.folder(), read(file)));
        }
        return samples;
    }

    static GrayF32 read(Path file) {
        try {
            return RenderedDice.plane(GrayPicture.read(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same pictures at random angles, in one folder: what an unsorted capture holds. */
    static List<Sample> turned(List<Sample> samples, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Sample> turned = new ArrayList<>();
        for (Sample sample : samples) {
            RigidPose pose = new RigidPose(
                    3 * random.nextDouble() - 1.5, 3 * random.nextDouble() - 1.5, 2 * Math.PI * random.nextDouble());
            turned.add(new Sample(sample.name(), "all", Warp.toTemplate(sample.grey(), pose)));
        }
        return turned;
    }

    /** A small good die. */
    static Sample small(long seed, Face face) {
        return new Sample(
                face.folder() + "-" + seed,
                face.folder(),
                RenderedDice.plane(DiceRenderer.render(Scenes.good(seed, face), 64)));
    }

    /** Small good dice of one face and of seeds that follow each other, as a learner of their frame takes them. */
    static List<Prepared> smallPrepared(Face face, int first, int count) {
        List<Prepared> out = new ArrayList<>();
        for (int seed = first; seed < first + count; seed++) {
            out.add(smallPrepared(small(seed, face)));
        }
        return out;
    }

    static Prepared smallPrepared(Sample sample) {
        return new Prepared(sample.name(), sample.folder(), sample.grey(), SMALL.prepare(sample.grey()));
    }

    static Prepared prepared(GrayF32 grey) {
        return new Prepared("", "", grey, RenderedDice.LEVELS.prepare(grey));
    }

    /** A folder's draft with the places of its samples. */
    static FaceDraft placed(FolderAverager averager, String folder, List<Prepared> samples) {
        FaceDraft draft = averager.average(folder, samples);
        draft.places = averager.align(draft.template, samples);
        return draft;
    }

    /** A flat picture, for places where only names and order count. */
    static Prepared blank(String name, String folder) {
        GrayF32 grey = Planes.flat(128, 128, 0);
        return new Prepared(name, folder, grey, BLANK);
    }

    private static final PictureLevels BLANK = RenderedDice.LEVELS.prepare(Planes.flat(128, 128, 0));

    static Learned learn(List<Sample> samples) {
        return learn(samples, true);
    }

    static Learned learnUnlabelled(List<Sample> samples) {
        return learn(samples, false);
    }

    private static Learned learn(List<Sample> samples, boolean labelled) {
        try {
            return new Learner(SILENT).learn(samples, labelled, OptionalDouble.empty());
        } catch (UnlearnableException e) {
            throw new AssertionError(e);
        }
    }
}
