package io.github.boofdice.cnn;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A network of layers one after the other, with its weights. Immutable: one serves any number of threads, each with a workspace of its own.
 *
 * <pre>{@code
 * Network network = Network.read(Path.of("small.safetensors"));
 * Workspace workspace = network.workspace();
 * float[] scores = network.forward(values, workspace);
 * }</pre>
 *
 * @see <a href="{@docRoot}/io/github/boofdice/tutorials/Networks.html">Tutorial: networks</a>
 */
public final class Network {
    private final List<Layer> layers;
    /** Of the input and of what each layer gives. */
    private final List<Shape> shapes;

    private final Plan plan;

    Network(List<Layer> layers, List<Shape> shapes) {
        this.layers = List.copyOf(layers);
        this.shapes = List.copyOf(shapes);
        plan = Plan.fused(this.layers, this.shapes);
    }

    /**
     * Begins a network.
     *
     * @param input the shape of what will enter
     * @return a builder without layers
     */
    public static NetworkBuilder builder(Shape input) {
        return new NetworkBuilder(input);
    }

    /**
     * Makes a network with random weights, to be trained.
     *
     * @param layers a line a layer, with sizes, after a first line with the input's: {@code input 1 128 128}; see {@link NetworkBuilder#layers(String, long)}
     * @param seed the same gives the same weights, on every JDK
     * @return the network
     * @throws IllegalArgumentException if the layers are not understood
     */
    public static Network untrained(String layers, long seed) {
        return NetworkFile.untrained(layers, seed);
    }

    /**
     * Reads a network that {@link #write} wrote.
     *
     * @param file a safetensors file that names its layers
     * @return the network
     * @throws NetworkFormatException if the file is no such network; the message says what is wrong with it
     * @throws IOException if it cannot be read
     */
    public static Network read(Path file) throws IOException {
        return NetworkFile.read(file);
    }

    /**
     * Reads weights that were trained elsewhere.
     *
     * @param file a safetensors file, with tensors named as PyTorch names them: {@code 0.weight}, {@code 0.bias}, {@code 1.running_mean}
     * @param layers a line a layer; see {@link NetworkBuilder#layers}
     * @return the network
     * @throws NetworkFormatException if the file is no safetensors file, or its tensors do not go with the layers
     * @throws IllegalArgumentException if the layers are not understood
     * @throws IOException if it cannot be read
     */
    public static Network read(Path file, String layers) throws IOException {
        return NetworkFile.read(file, layers);
    }

    /**
     * Reads a network from what {@link #bytes} gave.
     *
     * @param bytes of a safetensors file that names its layers; not modified
     * @param name to call it in messages
     * @return the network
     * @throws NetworkFormatException if the bytes are no such network; the message says what is wrong with them
     */
    public static Network decode(byte[] bytes, String name) throws NetworkFormatException {
        return WeightBytes.decode(bytes, name, NetworkFile::decode);
    }

    /** {@return the bytes of the file that {@link #write} writes} */
    public byte[] bytes() {
        return NetworkFile.encode(this);
    }

    /**
     * Writes the network as a safetensors file, which names its layers; other programs find the tensors under PyTorch's names.
     *
     * @param file where to; an old file is replaced once the new one is complete
     * @throws IOException if it cannot be written
     */
    public void write(Path file) throws IOException {
        NetworkFile.write(this, file);
    }

    /** {@return the shape of what enters} */
    public Shape input() {
        return shapes.get(0);
    }

    /** {@return the shape of what leaves} */
    public Shape output() {
        return shapes.get(shapes.size() - 1);
    }

    /** {@return new memory to compute in, for one caller} */
    public Workspace workspace() {
        return new Workspace(this, plan);
    }

    /** Memory to compute every layer by itself, so that the values of each can be looked at. */
    Workspace plainWorkspace() {
        return new Workspace(this, Plan.plain(layers, shapes));
    }

    List<Layer> modules() {
        return layers;
    }

    /**
     * Computes the last layer's values. Allocates nothing.
     *
     * @param values what enters, channel by channel and row by row, as many as {@link #input} has; not modified
     * @param workspace of this network, used by no other thread meanwhile
     * @return as many values as {@link #output} has, in an array of the workspace that its next use overwrites
     * @throws IllegalArgumentException if there are more or fewer values, or the workspace is another network's
     */
    public float[] forward(float[] values, Workspace workspace) {
        if (values.length != input().size()) {
            throw new IllegalArgumentException(
                    "values are " + values.length + " but the network takes " + input().size() + ": " + input());
        }
        if (workspace.network() != this) {
            throw new IllegalArgumentException("workspace was made by another network");
        }
        return workspace.forward(values);
    }

    /** {@return what each layer does, in order} */
    public List<LayerInfo> layers() {
        List<LayerInfo> infos = new ArrayList<>();
        for (int i = 0; i < layers.size(); i++) {
            Layer layer = layers.get(i);
            Shape in = shapes.get(i);
            infos.add(new LayerInfo(
                    layer.name(), layer.kind(), in, shapes.get(i + 1), layer.parameters(), layer.multiplyAdds(in)));
        }
        return infos;
    }

    /** {@return how many numbers were learned} */
    public long parameters() {
        return layers().stream().mapToLong(LayerInfo::parameters).sum();
    }

    /** {@return multiplications with an addition each, for one picture, as the layers are defined} */
    public long multiplyAdds() {
        return layers().stream().mapToLong(LayerInfo::multiplyAdds).sum();
    }

    /** {@return a table for people: a line a layer with its shape, parameters and multiply-adds, and their sums} */
    public String summary() {
        return NetworkSummary.of(this);
    }
}
