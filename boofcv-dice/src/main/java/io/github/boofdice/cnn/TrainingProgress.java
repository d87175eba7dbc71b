package io.github.boofdice.cnn;

import java.time.Duration;
import java.util.OptionalDouble;

/**
 * How far a training is.
 *
 * @param step the last step, counted from 1
 * @param steps as many as the plan has
 * @param meanLoss of the steps since the last report, in nats a cell
 * @param learningRate of the last step
 * @param validationLoss of the network as it is now, in nats a cell, if it was just validated
 * @param elapsed since training began
 */
public record TrainingProgress(
        int step, int steps, double meanLoss, double learningRate, OptionalDouble validationLoss, Duration elapsed) {}
