package io.github.boofdice.cli;

import io.github.boofdice.DefectTraining;
import io.github.boofdice.cnn.Network;
import io.github.boofdice.cnn.TrainingListener;
import io.github.boofdice.cnn.TrainingProgress;
import io.github.boofdice.io.WholeFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code train}: good pictures in, a network out that finds defects. */
@Command(
        name = "train",
        description = "Trains a network to find defects, from good pictures alone: defects are drawn over them.",
        footer = {
            "DIR is as for learn. Only the first four fifths of each folder are used; the last is left to learn --method cnn.",
            "The same pictures, layers, steps and seed give the same file, bit for bit, whatever the number of threads.",
            "",
            "--layers names a text with a line a layer, after the input's sizes. A network of input 2 104 104 sees how an aligned"
                    + " picture deviates from its template and says for each cell whether there is a defect: learn --network takes it."
                    + " One of input 1 HEIGHT WIDTH sees the picture itself and ends in dense NAME outputs 2.",
            "",
            "Examples:",
            "  boofcv-dice train good/ --output defects.safetensors --log training.csv",
            "  boofcv-dice learn good/ --model dice.model --method combined --network defects.safetensors"
        })
final class TrainCommand extends Subcommand {
    @Parameters(paramLabel = "DIR", description = "Good pictures, one subfolder a pose or face.")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Path dir;

    @Option(names = "--output", required = true, paramLabel = "FILE", description = "Where to write the network.")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Path output;

    @Option(
            names = "--layers",
            paramLabel = "FILE",
            description = "Other layers than those of the network that comes" + " with the program.")
    private @Nullable Path layers;

    @Option(
            names = "--steps",
            paramLabel = "N",
            description = "Mini-batches of 32 pictures; ${DEFAULT-VALUE} without it.")
    private int steps = DefectTraining.STEPS;

    @Option(names = "--seed", paramLabel = "N", description = "Of everything random; ${DEFAULT-VALUE} without it.")
    private long seed = 1;

    @Option(names = "--threads", paramLabel = "N", description = "How many compute; without it all processors.")
    private int threads = Runtime.getRuntime().availableProcessors();

    @Option(
            names = "--log",
            paramLabel = "FILE",
            description = "Write a line every 50 steps: step, mean loss, learning rate.")
    private @Nullable Path log;

    TrainCommand(Screen screen) {
        super(screen);
    }

    @Override
    public Integer call() throws Exception {
        if (steps < 1) {
            throw wrong("--steps must be at least 1 but is " + steps);
        }
        if (threads < 1) {
            throw wrong("--threads must be at least 1 but is " + threads);
        }
        OutputFile.check(output);
        if (log != null) {
            OutputFile.check(log);
        }
        DefectTraining training =
                DefectTraining.builder().steps(steps).seed(seed).threads(threads);
        if (layers != null) {
            training.layers(LayersFile.read(layers));
        }
        StringBuilder lines = new StringBuilder("step,mean loss,learning rate\n");
        TrainingListener listener = step -> {
            lines.append(line(step));
            screen.progress().progress("training", step.step(), step.steps());
        };
        Network network;
        try {
            network = training.listeners(screen.progress(), listener).train(dir);
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw layers == null ? e : wrong("--layers: " + e.getMessage());
        }
        network.write(output);
        if (log != null) {
            WholeFile.write(log, lines.toString().getBytes(StandardCharsets.UTF_8));
        }
        network.summary().lines().forEach(line -> screen.say(line));
        screen.say("network written to %s", output);
        return Main.OK;
    }

    private static String line(TrainingProgress step) {
        return String.format(Locale.ROOT, "%d,%.6f,%.6f\n", step.step(), step.meanLoss(), step.learningRate());
    }
}
