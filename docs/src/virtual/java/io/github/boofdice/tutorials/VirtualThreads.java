package io.github.boofdice.tutorials;

import boofcv.struct.image.GrayF32;
import io.github.boofdice.DiceInspector;
import io.github.boofdice.Inspection;
import io.github.boofdice.io.PictureReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** What {@link ManyPictures} shows of virtual threads: compiled and run on JDK 21 and later alone. */
final class VirtualThreads implements ManyPictures.Way {
    @Override
    public List<Inspection> inspect(DiceInspector inspector, List<Path> files)
            throws InterruptedException, ExecutionException {
        int processors = Runtime.getRuntime().availableProcessors();
        // @start region=virtual
        List<Future<Inspection>> begun = new ArrayList<>();
        // Closed in the opposite order: no file is left to be read before the judging ends.
        try (ExecutorService judging = Executors.newFixedThreadPool(processors);
                ExecutorService reading = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Path file : files) {
                begun.add(reading.submit(() -> {
                    GrayF32 picture = PictureReader.read(file);
                    return judging.submit(() -> inspector.inspect(picture)).get();
                }));
            }
        }
        // @end region=virtual
        List<Inspection> found = new ArrayList<>();
        for (Future<Inspection> one : begun) {
            found.add(one.get());
        }
        return found;
    }
}
