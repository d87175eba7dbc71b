package io.github.boofdice;

import boofcv.struct.image.GrayF32;
import io.github.boofdice.cnn.Network;
import io.github.boofdice.cnn.Shape;
import io.github.boofdice.cnn.Trainer;
import io.github.boofdice.cnn.TrainingExamples;
import io.github.boofdice.cnn.TrainingListener;
import io.github.boofdice.cnn.TrainingPlan;
import io.github.boofdice.image.Frame;
import io.github.boofdice.image.FrameFit;
import io.github.boofdice.io.GrayPictures;
import io.github.boofdice.learn.Learned;
import io.github.boofdice.learn.LearnedFace;
import io.github.boofdice.train.DefectExamples;
import io.github.boofdice.train.PictureExamples;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Trains a network to find defects, from good pictures alone: it is shown them turned, in other light and focus, half of them with a synthetic defect.
 *
 * <p>Only the first four fifths of each folder are used; the last is left to calibrate with, as {@link CnnInspectorBuilder} does. Faces, templates and limits are learned first, from the same pictures.
 *
 * <p>A network whose input is {@value io.github.boofdice.score.DeviationInput#CHANNELS} x {@value io.github.boofdice.score.DeviationInput#SIDE} x {@value io.github.boofdice.score.DeviationInput#SIDE} sees how the aligned picture deviates from its template, and says for each of
 * n x n cells whether there is a defect. One whose input is a single plane sees the picture itself and says one thing of all of it. Either has two classes: good, defective.
 *
 * @see <a href="{@docRoot}/io/github/boofdice/tutorials/Networks.html">Tutorial: networks</a>
 */
public final class DefectTraining {
    /** Layers of the network that comes with the library. */
    public static final String LAYERS = """
            input 2 104 104
            convolution a outputs 8 kernel 3 padding 1
            relu ra
            maxpool pa kernel 2
            convolution b outputs 16 kernel 3 padding 1
            relu rb
            convolution c outputs 16 kernel 3 padding 1
            relu rc
            maxpool pc kernel 2
            convolution d outputs 32 kernel 3 padding 1
            relu rd
            convolution e outputs 32 kernel 3 padding 1
            relu re
            convolution f outputs 2 kernel 1
            """;
    /** Steps in which it was trained. */
    public static final int STEPS = 6000;

    private static final int BATCH = 32;
    private static final double LEARNING_RATE = 2e-3;
    private static final int WARM_UP = 100;
    private static final int REPORT_EVERY = 50;
    /** Of a defective cell over that of a sound one, of which there are a hundred times as many. */
    private static final float WEIGHT = 4;

    private String layers = LAYERS;
    private long seed = 1;
    private int steps = STEPS;
    private int threads = Runtime.getRuntime().availableProcessors();
    private ProgressListener progress = ProgressListener.SILENT;
    private TrainingListener listener = step -> {};

    private DefectTraining() {}

    /**
     * Begins to say how to train.
     *
     * @return the defaults, by which the network was trained that comes with the library
     */
    public static DefectTraining builder() {
        return new DefectTraining();
    }

    /**
     * Chooses another network.
     *
     * @param lines layers with their sizes, as {@link Network#untrained} reads them
     * @return this
     */
    public DefectTraining layers(String lines) {
        layers = lines;
        return this;
    }

    /**
     * Seeds first weights, pictures and defects: the same pictures and seed give the same network, bit for bit.
     *
     * @param number any
     * @return this
     */
    public DefectTraining seed(long number) {
        seed = number;
        return this;
    }

    /**
     * Says how long to train.
     *
     * @param count of mini-batches of 32 examples, at least 1
     * @return this
     * @throws IllegalArgumentException if it is less than 1
     */
    public DefectTraining steps(int count) {
        if (count < 1) {
            throw new IllegalArgumentException("steps must be at least 1 but are " + count);
        }
        steps = count;
        return this;
    }

    /**
     * Says how many threads compute; they change nothing but the time.
     *
     * @param count at least 1; without this call as many as there are processors
     * @return this
     * @throws IllegalArgumentException if it is less than 1
     */
    public DefectTraining threads(int count) {
        if (count < 1) {
            throw new IllegalArgumentException("threads must be at least 1 but are " + count);
        }
        threads = count;
        return this;
    }

    /**
     * Hears how far reading, learning and training have come.
     *
     * @param learning hears of pictures and steps
     * @param training hears of the loss
     * @return this
     */
    public DefectTraining listeners(ProgressListener learning, TrainingListener training) {
        progress = learning;
        listener = training;
        return this;
    }

    /**
     * Trains.
     *
     * @param dir good pictures, as for {@link DiceInspectorBuilder#learn(Path)}
     * @return the network
     * @throws LearningException if nothing can be learned from the pictures
     * @throws IllegalArgumentException if the layers are not understood, or do not make two classes of what can be shown to them
     * @throws IOException if the folder cannot be searched
     * @throws InterruptedException if the thread is interrupted
     */
    public Network train(Path dir) throws IOException, InterruptedException {
        Network start = Network.untrained(layers, seed);
        boolean deviations = takesDeviations(start);
        List<GoodPicture> pictures =
                HeldOutFifth.of(GoodFolder.read(dir, progress).pictures()).shown();
        Learned learned =
                DiceInspector.builder().progress(progress).learn(pictures).learned();
        List<List<GrayF32>> goods = goods(learned, pictures);
        TrainingExamples examples = deviations
                ? new DefectExamples(learned, goods, start.output().height(), seed)
                : new PictureExamples(learned.frame(), goods, frame(start.input()), seed);
        TrainingPlan.Builder plan = TrainingPlan.builder()
                .steps(steps)
                .batchSize(BATCH)
                .learningRate(LEARNING_RATE)
                .warmUpSteps(Math.min(WARM_UP, steps - 1))
                .threads(threads)
                .reportEvery(REPORT_EVERY);
        if (deviations) {
            plan.classWeights(1, WEIGHT);
        }
        return Trainer.train(start, examples, plan.build(), listener);
    }

    /** Which of the two kinds a network is; what is neither is refused before minutes are spent on learning. */
    private static boolean takesDeviations(Network network) {
        Shape in = network.input();
        Shape out = network.output();
        if (in.equals(NetworkScorer.INPUT) && !out.isVector()) {
            DefectExamples.requireCells(NetworkScorer.cellsASide(network));
            return true;
        }
        if (in.isVector() || in.channels() != 1 || !out.equals(Shape.of(2))) {
            throw new IllegalArgumentException("a network takes " + NetworkScorer.INPUT
                    + " and makes planes of cells, or takes a single plane and makes a vector of 2, but this one makes "
                    + out + " of " + in);
        }
        frame(in);
        return false;
    }

    private static Frame frame(Shape plane) {
        return new Frame(plane.width(), plane.height());
    }

    /** Frame-sized, by face, without those that were left out. */
    private static List<List<GrayF32>> goods(Learned learned, List<GoodPicture> pictures) {
        Set<String> leftOut =
                learned.leftOut().stream().map(Learned.LeftOut::name).collect(Collectors.toSet());
        List<List<GrayF32>> goods = new ArrayList<>();
        for (LearnedFace face : learned.faces()) {
            goods.add(pictures.stream()
                    .filter(p -> face.folders().contains(p.folder()) && !leftOut.contains(p.name()))
                    .map(p -> FrameFit.fit(learned.frame(), GrayPictures.fromBoof(p.picture())))
                    .toList());
        }
        return goods;
    }
}
