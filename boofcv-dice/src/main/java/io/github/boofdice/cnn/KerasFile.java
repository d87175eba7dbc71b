package io.github.boofdice.cnn;

import io.jhdf.HdfFile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * Reads Sequential models that Keras 3 saved, as {@code .keras} or {@code .h5}: Conv2D, DepthwiseConv2D, BatchNormalization, Dense, MaxPooling2D, AveragePooling2D,
 * GlobalAveragePooling2D, Flatten, Activation, ReLU, LeakyReLU, Softmax and Rescaling; Dropout passes. Anything else is refused with the layer's name.
 *
 * <p>Keras counts channels last; the network that comes out takes and gives them first, and its weights are in the order that this asks for.
 *
 * <p>Needs the jar {@code io.jhdf:jhdf}, which the library does not bring along.
 *
 * @see <a href="{@docRoot}/io/github/boofdice/tutorials/Networks.html">Tutorial: networks</a>
 */
public final class KerasFile {
    private static final String CONFIG = "config.json";
    private static final String WEIGHTS = "model.weights.h5";
    private static final int MOST_ENTRIES = 16;
    private static final int MOST_CONFIG = 1 << 20;

    private KerasFile() {}

    /**
     * Reads a network.
     *
     * @param file a model with its architecture and weights, at most 512 MiB
     * @return the network
     * @throws NetworkFormatException if it is no such model, damaged, or not supported; the message says what and where
     * @throws IOException if it cannot be read
     */
    public static Network read(Path file) throws IOException {
        return WeightBytes.read(file, KerasFile::decode);
    }

    /** @throws IllegalArgumentException that says what is wrong with the bytes */
    static Network decode(byte[] bytes) {
        boolean zip = bytes.length > 1 && bytes[0] == 'P' && bytes[1] == 'K';
        return zip ? fromZip(bytes) : fromHdf(bytes);
    }

    private static Network fromZip(byte[] bytes) {
        Map<String, byte[]> entries = new HashMap<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            int count = 0;
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                if (++count > MOST_ENTRIES) {
                    throw new IllegalArgumentException("more than " + MOST_ENTRIES + " files in the archive");
                }
                if (entry.getName().equals(CONFIG) || entry.getName().equals(WEIGHTS)) {
                    int most = entry.getName().equals(CONFIG) ? MOST_CONFIG : WeightBytes.MOST_BYTES;
                    byte[] content = in.readNBytes(most + 1);
                    if (content.length > most || entries.put(entry.getName(), content) != null) {
                        throw new IllegalArgumentException(entry.getName() + " is there twice, or larger than " + most);
                    }
                }
            }
        } catch (IOException e) {
            throw new IllegalArgumentException(
                    "damaged archive (" + Text.shown(String.valueOf(e.getMessage())) + ")", e);
        }
        byte[] config = entries.get(CONFIG);
        byte[] weights = entries.get(WEIGHTS);
        if (config == null || weights == null) {
            throw new IllegalArgumentException("not a Keras model: it needs " + CONFIG + " and " + WEIGHTS);
        }
        Json model = Json.parse(new String(config, StandardCharsets.UTF_8));
        return KerasWeights.open(
                weights, file -> new KerasLayers(model, KerasWeights.ofArchive(file, weights.length)).network());
    }

    private static Network fromHdf(byte[] bytes) {
        return KerasWeights.open(bytes, file -> network(file, bytes.length));
    }

    private static Network network(HdfFile file, int length) {
        String text = KerasWeights.text(file, "model_config");
        if (text.length() > MOST_CONFIG) {
            throw new IllegalArgumentException("model_config has more than " + MOST_CONFIG + " letters");
        }
        return new KerasLayers(Json.parse(text), KerasWeights.ofModel(file, length)).network();
    }
}
