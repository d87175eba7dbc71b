package io.github.boofdice.learn;

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
 */
public record LearnedFace(Template template, EvidenceLimits limits, List<String> folders, int pictures, double scale) {
    /** Copies the list. */
    public LearnedFace {
        folders = List.copyOf(folders);
    }
}
