package io.github.boofdice.io;

import boofcv.struct.image.GrayF32;
import io.github.boofdice.fuzz.FuzzTarget;
import io.github.boofdice.fuzz.Mutator;
import java.awt.Transparency;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Picture files: a grey plane within the limits, or a PictureException of one line, and nothing else. */
public final class PictureFuzz implements FuzzTarget {
    /** Headers end before this byte, except in JPEG (its first scan) and TIFF (a directory anywhere). */
    private static final int HEADER = 160;

    private static final int END = 24;
    private static final int TIFF_DIRECTORY = 260;

    private final Mutator mutator =
            new Mutator(files().stream().map(PictureFuzz::source).toList());

    @Override
    public String name() {
        return "picture";
    }

    @Override
    public byte[] make(long number) {
        SplittableRandom random = new SplittableRandom(number);
        return random.nextInt(8) == 0 ? mutator.invented(random) : mutator.damaged(random);
    }

    @Override
    public boolean accepts(byte[] bytes) {
        GrayF32 plane;
        try {
            plane = PictureReader.decode(bytes, "fuzz");
        } catch (PictureException e) {
            if (!e.file().equals("fuzz")
                    || e.reason().isBlank()
                    || e.reason().chars().anyMatch(Character::isISOControl)
                    || hasError(e.getCause())) {
                throw new AssertionError("not one line, or an error below: " + e.getMessage(), e);
            }
            return false;
        }
        if (!PictureSize.isAllowed(plane.width, plane.height)) {
            throw new AssertionError(plane.width + " x " + plane.height);
        }
        for (float grey : plane.data) {
            if (!(grey >= 0 && grey <= 255)) {
                throw new AssertionError("grey level " + grey);
            }
        }
        return true;
    }

    private static boolean hasError(@Nullable Throwable cause) {
        return cause instanceof Error || (cause != null && hasError(cause.getCause()));
    }

    /** Whatever ImageIO writes, of what is read and of what is to be refused. */
    private static List<byte[]> files() {
        List<byte[]> files = new ArrayList<>();
        PictureFiles.samples().forEach(sample -> files.add(sample.bytes()));
        BufferedImage grey = image(BufferedImage.TYPE_BYTE_GRAY);
        files.add(PictureFiles.encode(grey, "tiff", "JPEG"));
        files.add(PictureFiles.encode(grey, "tiff", "Deflate"));
        files.add(PictureFiles.encode(image(BufferedImage.TYPE_BYTE_BINARY), "wbmp", ""));
        files.add(PictureFiles.encodeRaster(image(BufferedImage.TYPE_4BYTE_ABGR).getRaster(), "jpeg")); // CMYK
        for (int bands : List.of(2, 3, 4)) {
            BufferedImage deep = components(bands, DataBuffer.TYPE_USHORT);
            files.add(PictureFiles.encode(deep, "png", ""));
            files.add(PictureFiles.encode(deep, "tiff", "LZW"));
        }
        files.add(PictureFiles.encode(components(1, DataBuffer.TYPE_FLOAT), "tiff", ""));
        files.add(PictureFiles.encode(components(3, DataBuffer.TYPE_FLOAT), "tiff", "ZLib"));
        BufferedImage sixteen = palette();
        files.add(PictureFiles.encode(sixteen, "png", ""));
        files.add(PictureFiles.encode(sixteen, "bmp", "BI_RLE4"));
        files.add(PictureFiles.encode(sixteen, "gif", ""));
        int[][] tiles = {{322, 64}, {323, 64}, {324, 8}, {325, 4096}};
        files.add(PictureFiles.tiff(40, 1, 8, 1, 1, new byte[4096], tiles));
        return files;
    }

    private static Mutator.Source source(byte[] bytes) {
        IntStream ends = IntStream.concat(
                IntStream.range(0, Math.min(HEADER, bytes.length)),
                IntStream.range(Math.max(0, bytes.length - END), bytes.length));
        return new Mutator.Source(
                bytes, IntStream.concat(ends, elsewhere(bytes)).toArray());
    }

    /** A JPEG's tables up to its first scan, or a TIFF's directory. */
    private static IntStream elsewhere(byte[] bytes) {
        PictureFormat format = PictureFormat.of(bytes);
        if (format == PictureFormat.JPEG) {
            int scan = HEADER;
            while (bytes[scan] != (byte) 0xFF || bytes[scan + 1] != (byte) 0xDA) {
                scan++;
            }
            return IntStream.range(HEADER, scan + 16);
        } else if (format == PictureFormat.TIFF) {
            ByteOrder order = bytes[0] == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
            int directory = ByteBuffer.wrap(bytes).order(order).getInt(4);
            return IntStream.range(directory, Math.min(bytes.length, directory + TIFF_DIRECTORY));
        }
        return IntStream.empty();
    }

    private static BufferedImage image(int type) {
        return PictureFiles.noise(new BufferedImage(PictureFiles.WIDTH, PictureFiles.HEIGHT, type));
    }

    private static BufferedImage components(int bands, int sample) {
        boolean alpha = bands % 2 == 0;
        ComponentColorModel model = new ComponentColorModel(
                ColorSpace.getInstance(bands < 3 ? ColorSpace.CS_GRAY : ColorSpace.CS_sRGB),
                alpha,
                false,
                alpha ? Transparency.TRANSLUCENT : Transparency.OPAQUE,
                sample);
        return new BufferedImage(
                model, model.createCompatibleWritableRaster(PictureFiles.WIDTH, PictureFiles.HEIGHT), false, null);
    }

    /** Sixteen colours, one of them transparent. */
    private static BufferedImage palette() {
        byte[] levels = new byte[16];
        for (int i = 0; i < levels.length; i++) {
            levels[i] = (byte) (17 * i);
        }
        IndexColorModel colours = new IndexColorModel(4, levels.length, levels, levels, levels, 3);
        return PictureFiles.noise(
                new BufferedImage(PictureFiles.WIDTH, PictureFiles.HEIGHT, BufferedImage.TYPE_BYTE_BINARY, colours));
    }
}
