package io.github.boofdice.learn;

import io.github.boofdice.decide.Traits;
import io.github.boofdice.score.EvidenceLimits;
import io.github.boofdice.template.Template;
import java.util.List;

/**
 * One face of what was learned.
 *
 * @param template what good parts look like; its name is the lexically first of {@code folders}
 * @param limits how much evidence good pictures show against the template
 * @param folders all folders that showed the face, sorted
 * @param pictures how many pictures it was learned from
 * @param scale raw score of its typical good picture: raw scores are divided by it
 * @param gain of its typical good picture: the contrast of a template is that of the picture it grew from, which may be any
 * @param traits of its good pictures when they were held out, in the order in which they were taken; empty where none could be
 */
public record LearnedFace(
        Template template,
        EvidenceLimits limits,
        List<String> folders,
        int pictures,
        double scale,
        double gain,
        List<Traits> traits) {
    /** Copies the lists. */
    public LearnedFace {
        folders = List.copyOf(folders);
        traits = List.copyOf(traits);
    }

    /**
     * The same face with other traits.
     *
     * @param other instead of the present ones
     * @return a new value
     */
    public LearnedFace withTraits(List<Traits> other) {
        return new LearnedFace(template, limits, folders, pictures, scale, gain, other);
    }
}
