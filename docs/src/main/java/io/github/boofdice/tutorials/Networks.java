package io.github.boofdice.tutorials;

import io.github.boofdice.CnnInspector;
import io.github.boofdice.DefectTraining;
import io.github.boofdice.DiceInspector;
import io.github.boofdice.Inspection;
import io.github.boofdice.Inspector;
import io.github.boofdice.ProgressListener;
import io.github.boofdice.cnn.KerasFile;
import io.github.boofdice.cnn.Network;
import io.github.boofdice.cnn.OnnxFile;
import io.github.boofdice.cnn.ParityReport;
import io.github.boofdice.cnn.TensorFile;
import io.github.boofdice.cnn.Trainer;
import io.github.boofdice.cnn.TrainingExamples;
import io.github.boofdice.cnn.TrainingPlan;
import io.github.boofdice.cnn.Workspace;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Tutorial 7, networks: from PyTorch, Keras and ONNX, or trained here, and how one judges parts.
 *
 * <p>The package {@link io.github.boofdice.cnn} computes and trains small convolutional networks, and knows nothing of dice.
 *
 * <h2>From PyTorch</h2>
 *
 * <p>By way of ONNX: {@code torch.onnx.export(model.eval(), torch.zeros(1, 1, 16, 16), "weights.onnx", dynamo=False)}. Without it, {@code safetensors.torch.save_file(model.state_dict(), "weights.safetensors")} and a
 * few lines that name the layers as PyTorch names their weights:
 *
 * {@snippet file="io/github/boofdice/tutorials/Networks.java" region="pytorch"}
 *
 * <h2>From Keras</h2>
 *
 * <p>{@code model.save("model.keras")}, then, with {@code io.jhdf:jhdf} on the class path:
 *
 * {@snippet file="io/github/boofdice/tutorials/Networks.java" region="keras"}
 *
 * <p>What cannot be computed is refused, with the layer's name.
 *
 * <h2>Does it compute the same?</h2>
 *
 * <p>Keep the input and the output of a few pictures where the network was trained, in one safetensors file, and hold the network to them:
 *
 * {@snippet file="io/github/boofdice/tutorials/Networks.java" region="parity"}
 *
 * <h2>Training one here</h2>
 *
 * <p>An example is told by its number alone, so that any number of threads trains the same network, bit for bit. Here noise is told from noise with a bright line in it:
 *
 * {@snippet file="io/github/boofdice/tutorials/Networks.java" region="examples"}
 *
 * {@snippet file="io/github/boofdice/tutorials/Networks.java" region="training"}
 *
 * <figure>
 * <img src="doc-files/networks.png" alt="A loss that falls from 0.7 towards 0 over 200 steps" width="560">
 * <figcaption>The loss of these 200 steps. A network that guesses has ln 2 = 0.69.</figcaption>
 * </figure>
 *
 * <h2>One that judges parts</h2>
 *
 * <p>A trained one lies in the library's jar. It sees how a picture deviates from its template, not the picture, and so serves parts that it was not trained on:
 *
 * {@snippet file="io/github/boofdice/tutorials/Networks.java" region="bundled"}
 *
 * <p>{@link DefectTraining} makes another with drawn defects over your own good pictures: thousands of steps. What comes out is a file of some 70 KB:
 *
 * {@snippet file="io/github/boofdice/tutorials/Networks.java" region="judge"}
 *
 * <h2>How to read it</h2>
 *
 * <ul>
 *   <li>A loss that stays at ln 2 has learned nothing; one that becomes infinite ends the training with the step's number: take a lower learning rate.
 *   <li>The loss of what was trained on flatters. {@link io.github.boofdice.cnn.TrainingPlan.Builder#validation} follows other examples, and keeps the weights that did best on them.
 *   <li>Parity of a few millionths of the output's range is what single precision leaves; thousandths mean a layer that differs.
 *   <li>A network rejects by the same promise as the difference does: its threshold comes from good pictures that it was not trained on ({@link ScoreAndThreshold}).
 * </ul>
 *
 * @see Network
 * @see CnnInspector
 */
public final class Networks {
    private static final int SIDE = 16;
    private static final int STEPS = 200;

    private Networks() {}

    /**
     * Trains the small network and prints how the loss falls.
     *
     * @param args not used
     * @throws InterruptedException if the thread is interrupted
     */
    public static void main(String[] args) throws InterruptedException {
        System.out.println(train(new ArrayList<>()).summary());
    }

    static float[] fromOnnx(Path file, float[] picture) throws IOException {
        // @start region=pytorch
        Network network = OnnxFile.read(file);
        // or: Network.read(Path.of("weights.safetensors"), "input 1 16 16\nconvolution 0 padding 1\nrelu 1\n...")
        System.out.println(network.summary());

        Workspace workspace = network.workspace(); // one a thread
        float[] scores = network.forward(picture, workspace); // 1 x 16 x 16 values, row by row
        // @end region=pytorch
        return scores;
    }

    static Network fromKeras(Path file) throws IOException {
        // @start region=keras
        Network network = KerasFile.read(file); // channels come first here, weights were put in that order
        // @end region=keras
        return network;
    }

    static double parity(Network network, Path file) throws IOException {
        // @start region=parity
        ParityReport parity = ParityReport.of(network, TensorFile.read(file)); // tensors "input" and "output"
        System.out.print(parity);
        // @end region=parity
        return parity.largestError();
    }

    // @start region=examples
    static void example(long number, float[] values, int[] classes) {
        SplittableRandom random = new SplittableRandom(number);
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) random.nextDouble(-1, 1);
        }
        classes[0] = (int) (number % 2);
        if (classes[0] == 1) {
            int row = random.nextInt(SIDE);
            for (int x = 0; x < SIDE; x++) {
                values[row * SIDE + x] += 2;
            }
        }
    }
    // @end region=examples

    static Network train(List<Double> losses) throws InterruptedException {
        // @start region=training
        Network start = Network.untrained("""
                input 1 16 16
                convolution a outputs 6 kernel 3 padding 1
                relu b
                maxpool c kernel 2
                convolution d outputs 8 kernel 3 padding 1
                relu e
                globalavgpool f
                flatten g
                dense h outputs 2
                """, 1);
        TrainingPlan plan = TrainingPlan.builder()
                .steps(STEPS)
                .batchSize(32)
                .learningRate(0.01)
                .reportEvery(4)
                .build();
        TrainingExamples examples = Networks::example;
        Network trained = Trainer.train(start, examples, plan, progress -> losses.add(progress.meanLoss()));
        // @end region=training
        return trained;
    }

    static Inspection bundled(Path good, Path suspect) throws IOException {
        // @start region=bundled
        CnnInspector inspector = DiceInspector.builder().withNetwork().learn(good);
        Inspection alone = inspector.inspect(suspect); // score, heat map and regions are the network's
        Inspection both = inspector.combined().inspect(suspect); // rejects what either rejects, each at half the rate
        // @end region=bundled
        return alone.anomalous() ? both : alone;
    }

    static Inspector judge(Path good, String layers, int steps, Path file) throws IOException, InterruptedException {
        // @start region=judge
        Network network = DefectTraining.builder()
                .layers(layers) // without this call those of the network in the library's jar
                .steps(steps) // likewise
                .listeners(ProgressListener.SILENT, progress -> System.out.println(progress.meanLoss()))
                .train(good);
        network.write(file);

        CnnInspector inspector =
                DiceInspector.builder().withNetwork(Network.read(file)).learn(good);
        Inspector both = inspector.combined();
        // @end region=judge
        return both;
    }

    static BufferedImage figure() {
        List<Double> losses = new ArrayList<>();
        try {
            train(losses);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
        double[] steps = new double[losses.size()];
        for (int i = 0; i < steps.length; i++) {
            steps[i] = STEPS * (i + 1.0) / steps.length;
        }
        return new Chart("step", "loss, nats a picture")
                .line("loss", steps, losses.stream().mapToDouble(v -> v).toArray())
                .picture();
    }
}
