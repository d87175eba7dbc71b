package io.github.boofdice.evaluate;

import io.github.boofdice.GoodPicture;
import io.github.boofdice.Inspector;
import io.github.boofdice.ProgressListener;
import java.io.IOException;
import java.util.List;

/** Learns an inspector from good pictures; a {@link CrossFit} calls it once a fold. */
@FunctionalInterface
public interface Learner {
    /**
     * Learns.
     *
     * @param pictures good pictures, folder by folder and in file-name order
     * @param progress hears how far it has come
     * @return an inspector that has seen these pictures and no others
     * @throws IOException when nothing can be learned from them
     */
    Inspector learn(List<GoodPicture> pictures, ProgressListener progress) throws IOException;
}
