package io.github.boofdice.cli;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import io.github.boofdice.DefectRegion;
import io.github.boofdice.Drift;
import io.github.boofdice.DriftReport;
import io.github.boofdice.FaceInfo;
import io.github.boofdice.Inspection;
import io.github.boofdice.ModelInfo;
import io.github.boofdice.PartComparison;
import io.github.boofdice.Pose;
import io.github.boofdice.Verdict;
import io.github.boofdice.evaluate.Confusion;
import io.github.boofdice.evaluate.Evaluation;
import io.github.boofdice.evaluate.FigureIntervals;
import io.github.boofdice.evaluate.Figures;
import io.github.boofdice.evaluate.Interval;
import io.github.boofdice.evaluate.UnreadablePicture;
import io.github.boofdice.score.Polarity;
import java.util.List;
import java.util.Locale;

/** The JSON that scripts rely on: names and shapes stay as they are. */
final class Json {
    private Json() {}

    static JsonObject of(String file, Inspection found) {
        JsonObject json = new JsonObject();
        json.addProperty("file", file);
        json.addProperty("verdict", found.verdict().word());
        json.add("score", number(found.score()));
        json.add("pValue", number(found.pValue()));
        json.addProperty("face", found.face());
        json.addProperty("symmetry", found.symmetry());
        json.add("pose", of(found.pose()));
        json.addProperty("converged", found.converged());
        json.add("regions", of(found.regions()));
        json.add("dismissed", of(found.dismissed()));
        json.addProperty("explanation", found.explain());
        return json;
    }

    static JsonObject of(String file, PartComparison found) {
        JsonObject json = new JsonObject();
        json.addProperty("file", file);
        json.addProperty("verdict", Words.verdict(found));
        json.add("regions", of(found.regions()));
        json.addProperty("explanation", found.explain());
        return json;
    }

    private static JsonObject of(Pose pose) {
        JsonObject json = new JsonObject();
        json.add("x", number(pose.x()));
        json.add("y", number(pose.y()));
        json.add("theta", number(pose.theta()));
        return json;
    }

    private static JsonArray of(List<DefectRegion> regions) {
        JsonArray json = new JsonArray();
        regions.forEach(region -> json.add(of(region)));
        return json;
    }

    private static JsonObject of(DefectRegion region) {
        JsonObject json = new JsonObject();
        json.addProperty("x", region.x());
        json.addProperty("y", region.y());
        json.addProperty("width", region.width());
        json.addProperty("height", region.height());
        json.addProperty("area", region.area());
        json.add("centroidX", number(region.centroidX()));
        json.add("centroidY", number(region.centroidY()));
        json.addProperty("polarity", region.polarity() == Polarity.LIGHT ? "light" : "dark");
        json.add("contrast", number(region.contrast()));
        json.add("peak", number(region.peak()));
        json.add("share", number(region.share()));
        return json;
    }

    static JsonObject of(DriftReport report) {
        JsonObject json = new JsonObject();
        json.addProperty("accepted", report.accepted());
        json.addProperty("rejected", report.rejected());
        JsonArray drifts = new JsonArray();
        for (Drift drift : report.drifts()) {
            JsonObject one = new JsonObject();
            one.addProperty("trait", drift.trait().name().toLowerCase(Locale.ROOT));
            one.add("change", number(drift.change()));
            one.addProperty("noticedAfter", drift.noticedAfter());
            drifts.add(one);
        }
        json.add("drifts", drifts);
        return json;
    }

    static JsonObject error(String file, String reason) {
        JsonObject json = new JsonObject();
        json.addProperty("file", file);
        json.addProperty("error", reason);
        return json;
    }

    static JsonObject of(ModelInfo info) {
        JsonObject json = new JsonObject();
        json.addProperty("libraryVersion", info.libraryVersion());
        json.addProperty("frameWidth", info.frameWidth());
        json.addProperty("frameHeight", info.frameHeight());
        json.addProperty("pictures", info.pictures());
        JsonArray faces = new JsonArray();
        info.faces().forEach(face -> faces.add(of(face)));
        json.add("faces", faces);
        json.addProperty("calibrationScores", info.calibrationScores());
        json.addProperty("failedAlignments", info.failedAlignments());
        json.add("falseRejectRate", number(info.falseRejectRate()));
        json.add("threshold", number(info.threshold()));
        json.addProperty("thresholdSource", info.thresholdSource());
        json.addProperty("laterPictures", info.laterPictures());
        json.add("laterFactor", number(info.laterFactor()));
        json.addProperty("limits", info.limits().word());
        JsonArray excluded = new JsonArray();
        info.excluded().forEach(picture -> {
            JsonObject one = new JsonObject();
            one.addProperty("file", picture.file());
            one.addProperty("reason", picture.reason());
            excluded.add(one);
        });
        json.add("excluded", excluded);
        return json;
    }

    private static JsonObject of(FaceInfo face) {
        JsonObject json = new JsonObject();
        json.addProperty("name", face.name());
        json.add("aliases", strings(face.aliases()));
        json.addProperty("pictures", face.pictures());
        json.addProperty("symmetry", face.symmetry());
        return json;
    }

    static JsonObject of(Evaluation evaluation) {
        JsonObject json = new JsonObject();
        addFigures(json, evaluation.confusion(), evaluation.figures());
        json.add(
                "failedAlignments",
                byTruth(evaluation.failedAlignments(Verdict.NORMAL), evaluation.failedAlignments(Verdict.ANOMALOUS)));
        json.add("runs", byTruth(evaluation.runs(Verdict.NORMAL), evaluation.runs(Verdict.ANOMALOUS)));
        json.add("intervals", of(evaluation.intervals()));
        addProblems(json, evaluation.unreadable(), evaluation.warnings());
        return json;
    }

    static void addFigures(JsonObject json, Confusion confusion, Figures figures) {
        json.addProperty("normal", confusion.normal());
        json.addProperty("anomalous", confusion.anomalous());
        json.addProperty("truePositives", confusion.truePositives());
        json.addProperty("falsePositives", confusion.falsePositives());
        json.addProperty("trueNegatives", confusion.trueNegatives());
        json.addProperty("falseNegatives", confusion.falseNegatives());
        json.add("precision", number(figures.precision()));
        json.add("recall", number(figures.recall()));
        json.add("f1", number(figures.f1()));
        json.add("auroc", number(figures.auroc()));
        json.add("averagePrecision", number(figures.averagePrecision()));
        json.add("falseRejectRate", number(figures.falseRejectRate()));
    }

    static void addProblems(JsonObject json, List<UnreadablePicture> unreadable, List<String> warnings) {
        JsonArray errors = new JsonArray();
        unreadable.forEach(file -> errors.add(error(file.file(), file.reason())));
        json.add("errors", errors);
        json.add("warnings", strings(warnings));
    }

    private static JsonObject byTruth(long normal, long anomalous) {
        JsonObject json = new JsonObject();
        json.addProperty("normal", normal);
        json.addProperty("anomalous", anomalous);
        return json;
    }

    static JsonObject of(FigureIntervals intervals) {
        JsonObject json = new JsonObject();
        json.add("precision", of(intervals.precision()));
        json.add("recall", of(intervals.recall()));
        json.add("f1", of(intervals.f1()));
        json.add("auroc", of(intervals.auroc()));
        json.add("averagePrecision", of(intervals.averagePrecision()));
        json.add("falseRejectRate", of(intervals.falseRejectRate()));
        return json;
    }

    private static JsonArray of(Interval interval) {
        JsonArray json = new JsonArray();
        json.add(number(interval.low()));
        json.add(number(interval.high()));
        return json;
    }

    private static JsonArray strings(List<String> values) {
        JsonArray json = new JsonArray();
        values.forEach(json::add);
        return json;
    }

    /** JSON has no NaN: what is undefined is null. */
    static JsonElement number(double value) {
        return Double.isFinite(value) ? new JsonPrimitive(value) : JsonNull.INSTANCE;
    }
}
