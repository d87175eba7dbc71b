package io.github.boofdice;

import static org.assertj.core.api.Assertions.assertThat;

import boofcv.struct.image.GrayF32;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class HeldOutFifthTest {
    private static final GrayF32 PICTURE = new GrayF32(32, 32);

    /** Folders of these sizes, each in its order, among one another in any. */
    private static List<GoodPicture> pictures(List<Integer> sizes, long seed) {
        List<Integer> left = new ArrayList<>(sizes);
        SplittableRandom random = new SplittableRandom(seed);
        List<GoodPicture> pictures = new ArrayList<>();
        while (left.stream().anyMatch(n -> n > 0)) {
            int folder = random.nextInt(left.size());
            if (left.get(folder) > 0) {
                int number = sizes.get(folder) - left.get(folder);
                pictures.add(new GoodPicture(folder + "/" + number, "f" + folder, PICTURE));
                left.set(folder, left.get(folder) - 1);
            }
        }
        return pictures;
    }

    @Property(tries = 300, seed = "1")
    void everyPictureIsInOnePartInTheOldOrder(
            @ForAll @Size(min = 1, max = 4) List<@IntRange(max = 40) Integer> sizes, @ForAll long seed) {
        List<GoodPicture> pictures = pictures(sizes, seed);
        HeldOutFifth parts = HeldOutFifth.of(pictures);

        assertThat(pictures.stream().filter(parts.shown()::contains)).containsExactlyElementsOf(parts.shown());
        assertThat(pictures.stream().filter(parts.held()::contains)).containsExactlyElementsOf(parts.held());
        assertThat(parts.held().stream().filter(parts.shown()::contains)).isEmpty();
        assertThat(parts.shown().size() + parts.held().size()).isEqualTo(pictures.size());
    }

    @Property(tries = 300, seed = "2")
    void ofEachFolderTheLastFifthIsHeldRoundedDown(
            @ForAll @Size(min = 1, max = 4) List<@IntRange(max = 40) Integer> sizes, @ForAll long seed) {
        List<GoodPicture> pictures = pictures(sizes, seed);
        HeldOutFifth parts = HeldOutFifth.of(pictures);

        Map<String, List<GoodPicture>> folders = new HashMap<>();
        pictures.forEach(
                p -> folders.computeIfAbsent(p.folder(), f -> new ArrayList<>()).add(p));
        folders.forEach((name, folder) -> {
            List<GoodPicture> last = folder.subList(folder.size() - folder.size() / 5, folder.size());
            assertThat(parts.held().stream().filter(p -> p.folder().equals(name)))
                    .containsExactlyElementsOf(last);
        });
    }
}
