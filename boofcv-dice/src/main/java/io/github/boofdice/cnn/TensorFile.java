package io.github.boofdice.cnn;

import io.github.boofdice.io.WholeFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Named tensors as a safetensors file holds them: the length of a header (eight bytes, little-endian), the header (JSON), the numbers.
 *
 * <p>Read are numbers of types F32, F64, F16, BF16, I64 and I32, all as single precision; written is F32. A file is not trusted: each tensor's place is checked against its sizes and the
 * others' places before it is read, and no byte belongs to none or to two.
 *
 * @param tensors by name, in the file's order
 * @param metadata texts by name, which say what the tensors are
 */
public record TensorFile(Map<String, Tensor> tensors, Map<String, String> metadata) {
    private static final String METADATA = "__metadata__";
    /** What the format itself allows is six times that. */
    private static final int MOST_HEADER = 16 << 20;

    /** Keeps unmodifiable copies in the same order. */
    public TensorFile {
        tensors = Collections.unmodifiableMap(new LinkedHashMap<>(tensors));
        metadata = Collections.unmodifiableMap(new LinkedHashMap<>(metadata));
    }

    /**
     * Reads a file.
     *
     * @param file in safetensors format, at most 512 MiB
     * @return what it holds
     * @throws NetworkFormatException if it is no such file, or damaged
     * @throws IOException if it cannot be read
     */
    public static TensorFile read(Path file) throws IOException {
        return WeightBytes.read(file, TensorFile::decode);
    }

    /**
     * Writes a file.
     *
     * @param file where to; an old file is replaced once the new one is complete
     * @throws IllegalArgumentException if a tensor is called {@code __metadata__}
     * @throws IOException if it cannot be written
     */
    public void write(Path file) throws IOException {
        WholeFile.write(file, encode());
    }

    private record Place(String name, ElementType type, List<Integer> sizes, long begin, long end) {}

    /** @throws IllegalArgumentException that says what is wrong with the bytes */
    static TensorFile decode(byte[] bytes) {
        if (bytes.length < Long.BYTES) {
            throw new IllegalArgumentException("not a safetensors file: only " + bytes.length + " bytes");
        }
        ByteBuffer in = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        long length = in.getLong();
        if (length < 2 || length > MOST_HEADER || length > in.remaining()) {
            throw new IllegalArgumentException("not a safetensors file, or truncated: a header of "
                    + Long.toUnsignedString(length) + " bytes in a file of " + bytes.length);
        }
        Json header = Json.parse(new String(bytes, Long.BYTES, (int) length, StandardCharsets.UTF_8));
        in.position(Long.BYTES + (int) length);
        ByteBuffer numbers = in.slice().order(ByteOrder.LITTLE_ENDIAN);
        Map<String, String> metadata = new LinkedHashMap<>();
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        List<Place> places = new ArrayList<>();
        for (Map.Entry<String, Json> entry : header.object().entrySet()) {
            try {
                if (entry.getKey().equals(METADATA)) {
                    entry.getValue().object().forEach((key, text) -> metadata.put(key, text.text()));
                } else {
                    places.add(place(entry.getKey(), entry.getValue()));
                }
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException(
                        "'" + Text.shown(entry.getKey()) + "' of the header: " + e.getMessage(), e);
            }
        }
        checkPlaces(places, numbers.capacity());
        for (Place place : places) {
            numbers.position((int) place.begin());
            int count = (int) Tensor.count(place.sizes());
            tensors.put(place.name(), Tensor.wrap(place.sizes(), place.type().read(numbers, count)));
        }
        return new TensorFile(tensors, metadata);
    }

    private static Place place(String name, Json entry) {
        List<Json> offsets = entry.get("data_offsets").list();
        if (offsets.size() != 2) {
            throw new IllegalArgumentException("data_offsets must be two but are " + offsets.size());
        }
        List<Long> sizes = entry.get("shape").list().stream().map(Json::whole).toList();
        long count = Tensor.count(sizes);
        ElementType type = type(entry.get("dtype").text());
        long begin = offsets.get(0).whole();
        long end = offsets.get(1).whole();
        if (end - begin != count * type.bytes()) {
            throw new IllegalArgumentException(
                    count + " numbers of " + type + " cannot stand from " + begin + " to " + end);
        }
        return new Place(name, type, sizes.stream().map(Math::toIntExact).toList(), begin, end);
    }

    private static ElementType type(String name) {
        for (ElementType type : ElementType.values()) {
            if (type.name().equals(name)) {
                return type;
            }
        }
        throw new IllegalArgumentException(
                "dtype must be one of " + List.of(ElementType.values()) + " but is " + Text.shown(name));
    }

    /** One after the other, none beside the numbers: then no two share a byte, and none asks for more than there is. */
    private static void checkPlaces(List<Place> places, int bytes) {
        List<Place> sorted = new ArrayList<>(places);
        sorted.sort(Comparator.comparingLong(Place::begin).thenComparingLong(Place::end));
        long end = 0;
        for (Place place : sorted) {
            if (place.begin() != end) {
                throw new IllegalArgumentException("'" + Text.shown(place.name()) + "' begins at byte " + place.begin()
                        + " but what stands before it ends at " + end);
            }
            end = place.end();
        }
        if (end != bytes) {
            throw new IllegalArgumentException("tensors take " + end + " bytes but there are " + bytes);
        }
    }

    byte[] encode() {
        if (tensors.containsKey(METADATA)) {
            throw new IllegalArgumentException("no tensor may be called " + METADATA);
        }
        List<String> entries = new ArrayList<>();
        if (!metadata.isEmpty()) {
            entries.add(Json.quoted(METADATA) + ":"
                    + metadata.entrySet().stream()
                            .map(e -> Json.quoted(e.getKey()) + ":" + Json.quoted(e.getValue()))
                            .collect(Collectors.joining(",", "{", "}")));
        }
        long end = 0;
        for (Map.Entry<String, Tensor> entry : tensors.entrySet()) {
            long begin = end;
            end += (long) Float.BYTES * entry.getValue().raw().length;
            String sizes =
                    entry.getValue().sizes().stream().map(String::valueOf).collect(Collectors.joining(","));
            entries.add("%s:{\"dtype\":\"F32\",\"shape\":[%s],\"data_offsets\":[%d,%d]}"
                    .formatted(Json.quoted(entry.getKey()), sizes, begin, end));
        }
        StringBuilder text =
                new StringBuilder(String.join(",", entries)).insert(0, '{').append('}');
        byte[] header = text.toString().getBytes(StandardCharsets.UTF_8);
        // Spaces up to a multiple of eight, so that the numbers are aligned.
        int padding = -header.length & 7;
        long size = Long.BYTES + header.length + padding + end;
        if (size > WeightBytes.MOST_BYTES) {
            throw new IllegalArgumentException("tensors would make a file of " + size + " bytes but at most "
                    + WeightBytes.MOST_BYTES + " are read");
        }
        ByteBuffer out = ByteBuffer.allocate((int) size).order(ByteOrder.LITTLE_ENDIAN);
        out.putLong(header.length + padding).put(header).put(" ".repeat(padding).getBytes(StandardCharsets.UTF_8));
        for (Tensor tensor : tensors.values()) {
            for (float value : tensor.raw()) {
                out.putFloat(value);
            }
        }
        return out.array();
    }
}
