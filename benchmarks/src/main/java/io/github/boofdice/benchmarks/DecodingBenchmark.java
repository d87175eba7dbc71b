package io.github.boofdice.benchmarks;

import boofcv.struct.image.GrayF32;
import io.github.boofdice.io.PictureException;
import io.github.boofdice.io.PictureReader;
import io.github.boofdice.testdata.DiceRenderer;
import io.github.boofdice.testdata.Face;
import io.github.boofdice.testdata.Scenes;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import javax.imageio.ImageIO;
import org.opencv.core.Mat;
import org.opencv.core.MatOfByte;
import org.opencv.imgcodecs.Imgcodecs;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * How long does it take to decode a JPEG in memory to grey levels, beside OpenCV's {@code imdecode} and Java's plain {@code ImageIO}, on one thread each?
 *
 * <p>Ours refuses what is damaged or too large before it decodes, and is otherwise {@code ImageIO} with less in its way; of a colour picture it and OpenCV take the Y, {@code ImageIO} makes all three channels. The picture is a
 * drawn die, at the usual quality of 75.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(value = 3, jvmArgsAppend = "--enable-native-access=ALL-UNNAMED")
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class DecodingBenchmark {
    static {
        // Loads the library before the first plane is made, and keeps ImageIO from writing each picture to a disk.
        OpenCv.version();
        ImageIO.setUseCache(false);
    }

    private static final long SEED = 8_000_000;

    /** {@code grey} or {@code colour}, and how large. */
    @Param({"grey-128x128", "grey-640x480", "colour-128x128", "colour-640x480"})
    public String picture = "grey-128x128";

    private byte[] bytes = {};
    private MatOfByte theirs;

    /** Draws the picture and writes it as JPEG. */
    @Setup
    public void draw() throws IOException {
        String[] words = picture.split("[-x]", -1);
        int width = Integer.parseInt(words[1]);
        int height = Integer.parseInt(words[2]);
        boolean colour = words[0].equals("colour");
        BufferedImage drawn =
                DiceRenderer.render(Scenes.good(SEED, Face.values()[5]), width).toBufferedImage();
        BufferedImage cut =
                new BufferedImage(width, height, colour ? BufferedImage.TYPE_INT_RGB : BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D pen = cut.createGraphics();
        pen.drawImage(drawn, 0, (height - width) / 2, null);
        pen.dispose();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(cut, "jpg", out);
        bytes = out.toByteArray();
        theirs = new MatOfByte(bytes);
    }

    /** {@return the grey plane} */
    @Benchmark
    public GrayF32 ours() throws PictureException {
        return PictureReader.decode(bytes, picture);
    }

    /** {@return the height of OpenCV's, 8 bits a pixel} */
    @Benchmark
    public int opencv() {
        Mat decoded = decodedByOpencv();
        int height = decoded.rows();
        // Its Java door always makes a new one; left to the garbage collector, they would fill the memory.
        decoded.release();
        return height;
    }

    Mat decodedByOpencv() {
        return Imgcodecs.imdecode(theirs, Imgcodecs.IMREAD_GRAYSCALE);
    }

    /** {@return what plain ImageIO gives: grey, or three channels} */
    @Benchmark
    public BufferedImage imageIo() throws IOException {
        return ImageIO.read(new ByteArrayInputStream(bytes));
    }
}
