package io.github.boofdice.cnn;

import io.jhdf.HdfFile;
import io.jhdf.api.Attribute;
import io.jhdf.api.Dataset;
import io.jhdf.api.Group;
import io.jhdf.api.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Weights by layer, from an HDF5 file as Keras writes it. */
final class KerasWeights {
    private static final int MOST_DEPTH = 5;

    private final Group layers;
    /** Whether a layer's weights are numbered, not named. */
    private final boolean numbered;
    /** As long as the file: no weight can be larger, since Keras compresses none. */
    private final int bytes;

    private KerasWeights(@Nullable Node layers, boolean numbered, int bytes) {
        if (!(layers instanceof Group group)) {
            throw new IllegalArgumentException("holds no layers");
        }
        this.layers = group;
        this.numbered = numbered;
        this.bytes = bytes;
    }

    /** From {@code model.weights.h5} of an archive. */
    static KerasWeights ofArchive(HdfFile file, int bytes) {
        return new KerasWeights(file.getChild("layers"), true, bytes);
    }

    /** From a model in one HDF5 file. */
    static KerasWeights ofModel(HdfFile file, int bytes) {
        return new KerasWeights(file.getChild("model_weights"), false, bytes);
    }

    /** Opens a file for as long as something is made of it. Whatever goes wrong in the reader of HDF5 is the file's fault. */
    static Network open(byte[] bytes, Function<HdfFile, Network> maker) {
        try (HdfFile file = HdfFile.fromBytes(bytes)) {
            return maker.apply(file);
        } catch (IllegalArgumentException e) {
            throw e;
        } catch (RuntimeException | StackOverflowError e) {
            throw new IllegalArgumentException(
                    "damaged or unsupported HDF5 (" + Text.shown(String.valueOf(e.getMessage())) + ")", e);
        }
    }

    static String text(HdfFile file, String name) {
        Attribute attribute = file.getAttributes().get(name);
        Object text = attribute == null ? null : attribute.getData();
        if (text instanceof String found) {
            return found;
        }
        throw new IllegalArgumentException("not a Keras model: no text " + name);
    }

    /** Whether there is a group of that name. */
    boolean has(String layer) {
        return layers.getChildren().get(layer) instanceof Group;
    }

    boolean isNumbered() {
        return numbered;
    }

    /**
     * One layer's weights.
     *
     * @param group of the layer
     * @param number its place among the layer's weights
     * @param name what it is called
     */
    Tensor get(String group, int number, String name) {
        Node node = layers.getChildren().get(group);
        if (numbered && node instanceof Group layer && layer.getChildren().get("vars") instanceof Group vars) {
            node = vars.getChildren().get(String.valueOf(number));
        } else if (!numbered && node instanceof Group layer) {
            List<Dataset> found = new ArrayList<>();
            find(layer, name, 0, found);
            node = found.size() == 1 ? found.get(0) : null;
        }
        if (node instanceof Dataset dataset) {
            return tensor(dataset);
        }
        throw new IllegalArgumentException("there is no weight '" + name + "' in '" + Text.shown(group) + "'");
    }

    private static void find(Group group, String name, int depth, List<Dataset> found) {
        for (Map.Entry<String, Node> child : group.getChildren().entrySet()) {
            boolean named = child.getKey().equals(name) || child.getKey().equals(name + ":0");
            if (named && child.getValue() instanceof Dataset dataset) {
                found.add(dataset);
            } else if (child.getValue() instanceof Group inner && depth < MOST_DEPTH) {
                find(inner, name, depth + 1, found);
            }
        }
    }

    private Tensor tensor(Dataset dataset) {
        List<Integer> sizes = new ArrayList<>();
        for (int size : dataset.getDimensions()) {
            sizes.add(size);
        }
        if (Tensor.count(sizes) * Float.BYTES > bytes) {
            throw new IllegalArgumentException("a weight of sizes " + sizes + " does not fit into " + bytes + " bytes");
        }
        if (dataset.getJavaType() != float.class || !(dataset.getDataFlat() instanceof float[] values)) {
            throw new IllegalArgumentException("weights must be of single precision");
        }
        return Tensor.wrap(sizes, values);
    }
}
