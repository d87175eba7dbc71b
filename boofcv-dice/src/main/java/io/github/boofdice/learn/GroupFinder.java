package io.github.boofdice.learn;

import io.github.boofdice.align.Aligner;
import io.github.boofdice.align.Alignment;
import io.github.boofdice.image.PictureLevels;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Finds the faces in an unsorted folder, how many there are included.
 *
 * <p>A picture that no group has claimed seeds a new one: its nearest neighbours are averaged, and all that fit the average closely join. Strict joining may split a face;
 * groups whose templates show the same are merged afterwards. Then every picture goes to the group that it fits best, or to none.
 */
final class GroupFinder {
    private static final int CORE = 4;
    private static final int NEIGHBOURS = 15;
    /** Residual over contrast of a picture that may share the seed's face: two good pictures of one face reach 0.42. */
    private static final double NEIGHBOUR_RESIDUAL = 0.42;
    /** Likewise against an average: members lie near 0.2, pictures of the most similar other face at 0.38 and more. */
    private static final double MEMBER_RESIDUAL = 0.30;
    /** Beyond this a picture fits no group. */
    private static final double MOST_RESIDUAL = 0.55;
    /** A group is at least this share of all pictures, and two. */
    private static final double LEAST_SHARE = 0.01;

    private final PictureLevels.Factory levels;
    private final FolderAverager averager;
    private final FaceComparison comparison;
    private final Learner.Progress progress;

    GroupFinder(
            PictureLevels.Factory levels,
            FolderAverager averager,
            FaceComparison comparison,
            Learner.Progress progress) {
        this.levels = levels;
        this.averager = averager;
        this.comparison = comparison;
        this.progress = progress;
    }

    /** Returns the groups, largest first, named group-1, group-2, ...; pictures that fit none are named in {@code leftOut}. */
    List<FaceDraft> find(List<Prepared> samples, List<Learned.LeftOut> leftOut) {
        FaceMerger merger = new FaceMerger(comparison, averager);
        List<FaceDraft> merged = merger.merge(seedGroups(samples));
        int least = Math.max(2, (int) Math.ceil(LEAST_SHARE * samples.size()));
        List<FaceDraft> large =
                merged.stream().filter(g -> g.samples.size() >= least).toList();
        return named(merger.merge(distribute(samples, large.isEmpty() ? merged : large, leftOut)));
    }

    private List<FaceDraft> seedGroups(List<Prepared> samples) {
        List<Prepared> free = new ArrayList<>(samples);
        List<FaceDraft> groups = new ArrayList<>();
        while (!free.isEmpty()) {
            FaceDraft group = grow(free);
            groups.add(group);
            free.removeAll(group.samples);
            progress.progress("finding groups", samples.size() - free.size(), samples.size());
        }
        return groups;
    }

    private FaceDraft grow(List<Prepared> free) {
        int seed = free.size() / 2;
        FaceDraft draft = new FaceDraft("group", free, averager.single("group", free.get(seed)));
        draft.places = averager.align(draft.template, free);
        double contrast = comparison.contrast(draft.template);
        widen(draft, free, CORE, NEIGHBOUR_RESIDUAL * contrast);
        widen(draft, free, NEIGHBOURS, MEMBER_RESIDUAL * comparison.contrast(draft.template));
        double most = MEMBER_RESIDUAL * comparison.contrast(draft.template);
        for (int i = free.size() - 1; i >= 0; i--) {
            if (!fits(draft.places.get(i), most) && i != seed) {
                draft.remove(i);
            }
        }
        return draft;
    }

    /** Averages the pictures nearest to the draft's template, and aligns all to what comes out. */
    private void widen(FaceDraft draft, List<Prepared> free, int count, double most) {
        List<Prepared> near = IntStream.range(0, free.size())
                .filter(i -> fits(draft.places.get(i), most))
                .boxed()
                .sorted(Comparator.comparingDouble(i -> draft.places.get(i).residual()))
                .limit(count)
                .map(free::get)
                .toList();
        if (near.size() > 1) {
            FaceDraft core = new FaceDraft("group", near, draft.template);
            core.places = averager.align(core.template, near);
            draft.template = averager.average(core);
            draft.places = averager.align(draft.template, free);
        }
    }

    private static boolean fits(Alignment place, double most) {
        return place.converged() && place.residual() <= most;
    }

    private List<FaceDraft> distribute(List<Prepared> samples, List<FaceDraft> groups, List<Learned.LeftOut> leftOut) {
        Aligner aligner = new Aligner(groups.stream().map(g -> g.template).toList(), levels);
        List<List<Prepared>> members = new ArrayList<>();
        groups.forEach(g -> members.add(new ArrayList<>()));
        for (Prepared sample : samples) {
            Alignment place = aligner.align(sample.levels());
            double contrast = comparison.contrast(groups.get(place.template()).template);
            if (fits(place, MOST_RESIDUAL * contrast)) {
                members.get(place.template()).add(sample);
            } else {
                leftOut.add(new Learned.LeftOut(sample.name(), "looks like none of the groups"));
            }
        }
        return members.stream()
                .filter(m -> !m.isEmpty())
                .map(m -> averager.average("group", m))
                .toList();
    }

    private static List<FaceDraft> named(List<FaceDraft> groups) {
        List<FaceDraft> sorted = new ArrayList<>(groups);
        sorted.sort(Comparator.comparingInt((FaceDraft g) -> -g.samples.size()));
        for (int g = 0; g < sorted.size(); g++) {
            sorted.get(g).rename("group-" + (g + 1));
        }
        return sorted;
    }
}
