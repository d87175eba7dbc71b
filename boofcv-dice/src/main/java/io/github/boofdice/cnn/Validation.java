package io.github.boofdice.cnn;

/** The loss of a network over examples that it does not learn from. */
final class Validation {
    private final CrossEntropy loss;
    private final TrainingExamples examples;
    private final Workers workers;
    private final double[] losses;
    private final double[] weights;

    Validation(CrossEntropy loss, TrainingExamples examples, int count, Workers workers) {
        this.loss = loss;
        this.examples = examples;
        this.workers = workers;
        losses = new double[count];
        weights = new double[count];
    }

    /** The mean over all cells. */
    double compute(Network logits) throws InterruptedException {
        int count = workers.count();
        Workspace[] workspaces = new Workspace[count];
        for (int i = 0; i < count; i++) {
            workspaces[i] = logits.workspace();
        }
        workers.run(losses.length, (worker, number) -> {
            float[] values = new float[logits.input().size()];
            int[] classes = new int[loss.cells()];
            examples.example(number, values, classes);
            loss.check(classes, number);
            losses[number] = loss.sum(logits.forward(values, workspaces[worker]), classes, null);
            weights[number] = loss.weight(classes);
        });
        double sum = 0;
        double weight = 0;
        for (int i = 0; i < losses.length; i++) {
            sum += losses[i];
            weight += weights[i];
        }
        if (weight == 0) {
            throw new IllegalArgumentException("no cell of the " + losses.length + " validation examples counts");
        }
        return sum / weight;
    }
}
