package io.github.boofdice.cli;

import io.github.boofdice.cnn.Network;
import io.github.boofdice.cnn.OnnxFile;
import io.github.boofdice.cnn.ParityReport;
import io.github.boofdice.cnn.TensorFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code network}: what a file of weights holds, whether it computes here what it did elsewhere, and the same as a file of ours. */
@Command(
        name = "network",
        description =
                "Prints the layers of a convolutional network, and compares it with vectors from where it was trained.",
        footer = {
            "FILE ends in .onnx or .safetensors. The second holds layers where this library wrote it; for others --layers names"
                    + " a text with a line a layer, its first line the input's sizes: input 1 128 128, convolution 0 padding 1, relu 1,"
                    + " maxpool 2 kernel 2, flatten 3, dense 4. Weights are found as 0.weight, 0.bias and so on.",
            "--vectors is a safetensors file: input, and output, logits, after_N (the Nth layer, from 0) or layers by name; pictures first.",
            "",
            "Examples:",
            "  boofcv-dice network seed.onnx --vectors vectors.safetensors",
            "  boofcv-dice network weights.safetensors --layers layers.txt --output network.safetensors"
        })
final class NetworkCommand extends Subcommand {
    @Parameters(paramLabel = "FILE", description = "The network.")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Path file;

    @Option(names = "--layers", paramLabel = "FILE", description = "The layers of a safetensors file.")
    private @Nullable Path layers;

    @Option(names = "--vectors", paramLabel = "FILE", description = "What should come out.")
    private @Nullable Path vectors;

    @Option(
            names = "--output",
            paramLabel = "FILE",
            description = "Write the network as a safetensors file with its layers.")
    private @Nullable Path output;

    NetworkCommand(Screen screen) {
        super(screen);
    }

    @Override
    public Integer call() throws Exception {
        if (output != null) {
            OutputFile.check(output);
        }
        Network network = read();
        network.summary().lines().forEach(line -> screen.say(line));
        if (vectors != null) {
            ParityReport.of(network, TensorFile.read(vectors))
                    .toString()
                    .lines()
                    .forEach(line -> screen.say(line));
        }
        if (output != null) {
            network.write(output);
        }
        return Main.OK;
    }

    private Network read() throws IOException {
        String name = lastPart(file).toLowerCase(Locale.ROOT);
        if (layers != null) {
            if (!name.endsWith(".safetensors")) {
                throw wrong("--layers goes with a .safetensors file, but FILE is " + file);
            }
            return Network.read(file, LayersFile.read(layers));
        } else if (name.endsWith(".onnx")) {
            return OnnxFile.read(file);
        } else if (name.endsWith(".safetensors")) {
            return Network.read(file);
        }
        throw wrong("FILE must end in .onnx or .safetensors but is " + file);
    }
}
