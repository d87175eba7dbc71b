package io.github.boofdice.learn;

import io.github.boofdice.align.Alignment;
import io.github.boofdice.template.Template;
import java.util.ArrayList;
import java.util.List;

/** A face while it is being learned: the folders that show it, their pictures, where each lies, and what they average to. */
final class FaceDraft {
    final List<String> folders = new ArrayList<>();
    final List<Prepared> samples = new ArrayList<>();
    /** How many of the first samples come from the first folder, which says what is upright. */
    int upright;
    /** Where the template lies in each sample; same order as {@link #samples}, fewer while they are still to be found. */
    List<Alignment> places = List.of();

    Template template;
    Symmetry symmetry = Symmetry.NONE;

    FaceDraft(String folder, List<Prepared> samples, Template template) {
        folders.add(folder);
        this.samples.addAll(samples);
        this.template = template;
        upright = samples.size();
    }

    /** Gives the face another name. */
    void rename(String name) {
        folders.clear();
        folders.add(name);
        template = template.named(name);
    }

    /** Adds the folders and pictures of a draft that shows the same face; the places must be found anew. */
    void join(FaceDraft other) {
        folders.addAll(other.folders);
        samples.addAll(other.samples);
    }

    /** Takes out sample {@code i}. */
    void remove(int i) {
        samples.remove(i);
        places = new ArrayList<>(places);
        places.remove(i);
        upright -= i < upright ? 1 : 0;
    }

    /** Median of the residuals of the pictures, in grey levels. */
    double typicalResidual() {
        double[] sorted =
                places.stream().mapToDouble(Alignment::residual).sorted().toArray();
        return sorted[sorted.length / 2];
    }
}
