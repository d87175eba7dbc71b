package io.github.boofdice.cnn;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/** Threads that share out tasks; which one gets which is left open. Ended when closed. */
final class Workers implements AutoCloseable {
    /** One of the tasks. */
    interface Task {
        /**
         * Does it.
         *
         * @param worker which of the threads this is, counted from 0: no two tasks run at once under the same number
         * @param number of the task, counted from 0
         */
        void run(int worker, int number);
    }

    private final int count;
    private final ExecutorService executor;
    private final List<Thread> threads = new CopyOnWriteArrayList<>();

    Workers(int count) {
        this.count = count;
        executor = Executors.newFixedThreadPool(count, task -> {
            Thread thread = new Thread(task, "boofcv-dice-training");
            thread.setDaemon(true);
            threads.add(thread);
            return thread;
        });
    }

    int count() {
        return count;
    }

    /** Returns when all tasks are done, or throws what one of them threw. */
    void run(int tasks, Task task) throws InterruptedException {
        AtomicInteger next = new AtomicInteger();
        List<Callable<Void>> all = new ArrayList<>();
        for (int w = 0; w < count; w++) {
            int worker = w;
            all.add(() -> {
                for (int i = next.getAndIncrement(); i < tasks; i = next.getAndIncrement()) {
                    if (Thread.currentThread().isInterrupted()) {
                        throw new InterruptedException();
                    }
                    task.run(worker, i);
                }
                return null;
            });
        }
        for (Future<Void> one : executor.invokeAll(all)) {
            try {
                one.get();
            } catch (ExecutionException e) {
                throw cause(e);
            }
        }
    }

    /** Such as it was thrown: the caller's own code, which gives the examples, may be where it comes from. */
    private static RuntimeException cause(ExecutionException e) throws InterruptedException {
        Throwable cause = e.getCause();
        if (cause instanceof Error error) {
            throw error;
        } else if (cause instanceof InterruptedException interrupted) {
            throw interrupted;
        }
        return cause instanceof RuntimeException runtime ? runtime : new IllegalStateException(cause);
    }

    /** Interrupts what still runs and waits for its end: nobody is asked for an example after that. */
    @Override
    public void close() {
        executor.shutdownNow();
        boolean interrupted = false;
        for (Thread thread : threads) {
            while (thread.isAlive()) {
                try {
                    thread.join();
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
