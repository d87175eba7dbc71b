package io.github.boofdice.cli;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.github.boofdice.evaluate.Disagreement;
import io.github.boofdice.evaluate.Judgement;
import io.github.boofdice.evaluate.MethodComparison;
import io.github.boofdice.evaluate.MethodPair;
import io.github.boofdice.evaluate.MethodResult;

/** What {@code compare --json} writes; its help says what each name means. */
final class ComparisonJson {
    private ComparisonJson() {}

    static JsonObject of(MethodComparison comparison) {
        JsonObject json = new JsonObject();
        JsonArray methods = new JsonArray();
        comparison.methods().forEach(method -> methods.add(of(method)));
        json.add("methods", methods);
        JsonArray pairs = new JsonArray();
        comparison.pairs().forEach(pair -> pairs.add(of(pair)));
        json.add("pairs", pairs);
        JsonArray disagreements = new JsonArray();
        comparison.disagreements().forEach(picture -> disagreements.add(of(picture, comparison)));
        json.add("disagreements", disagreements);
        Json.addProblems(json, comparison.unreadable(), comparison.warnings());
        return json;
    }

    private static JsonObject of(MethodResult method) {
        JsonObject json = new JsonObject();
        json.addProperty("name", method.name());
        Json.addFigures(json, method.confusion(), method.figures());
        json.add("intervals", Json.of(method.intervals()));
        json.add("learningSeconds", Json.number(method.learningSeconds()));
        JsonObject time = new JsonObject();
        time.add("median", Json.number(method.time().median()));
        time.add("mean", Json.number(method.time().mean()));
        json.add("millisecondsPerPicture", time);
        return json;
    }

    private static JsonObject of(MethodPair pair) {
        JsonObject json = new JsonObject();
        json.addProperty("first", pair.first());
        json.addProperty("second", pair.second());
        json.addProperty("disagreements", pair.disagreements());
        json.addProperty("firstRight", pair.firstRight());
        json.addProperty("secondRight", pair.secondRight());
        json.addProperty("firstRuns", pair.firstRuns());
        json.addProperty("secondRuns", pair.secondRuns());
        json.add("pValue", Json.number(pair.pValue()));
        return json;
    }

    private static JsonObject of(Disagreement picture, MethodComparison comparison) {
        JsonObject json = new JsonObject();
        json.addProperty("file", picture.file());
        json.addProperty("truth", picture.truth().word());
        for (int i = 0; i < comparison.methods().size(); i++) {
            Judgement judgement = picture.judgements().get(i);
            JsonObject one = new JsonObject();
            one.addProperty("verdict", judgement.verdict().word());
            one.add("score", Json.number(judgement.score()));
            json.add(comparison.methods().get(i).name(), one);
        }
        return json;
    }
}
