/*
 * Copyright 2026 the PacketFlow authors.
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *     https://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software
 * distributed under the License is distributed on an "AS IS" BASIS,
 * WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
 * See the License for the specific language governing permissions and
 * limitations under the License.
 */
package io.packetflow.engine.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Cold path. Makes the end of the process (Ctrl-C, {@code kill}) a clean end of the run: while it is open, the JVM
 * waits for the run to drain and to report. What comes after that, such as the message of a failure and the exit code,
 * is the program's; it has a second for it.
 */
public final class StopSignal implements AutoCloseable
{
    private static final long PATIENCE_SECONDS = 60;
    private static final long LAST_WORDS_MILLIS = 1_000;

    private final CountDownLatch finished = new CountDownLatch(1);
    private final Thread hook = new Thread(this::onShutdown, "stop-signal");
    private volatile boolean requested;

    /** Begins to listen for the end of the process. */
    public StopSignal()
    {
        Runtime.getRuntime().addShutdownHook(hook);
    }

    /** @return whether the process was asked to end */
    public boolean isRequested()
    {
        return requested;
    }

    private void onShutdown()
    {
        requested = true;
        try
        {
            if (finished.await(PATIENCE_SECONDS, TimeUnit.SECONDS))
            {
                Thread.sleep(LAST_WORDS_MILLIS);
            }
        }
        catch (final InterruptedException e)
        {
            Thread.currentThread().interrupt();
        }
    }

    /** The run is over and all of it is printed. */
    @Override
    public void close()
    {
        if (!requested)
        {
            try
            {
                Runtime.getRuntime().removeShutdownHook(hook);
            }
            catch (final IllegalStateException e)
            {
                // The process is ending already: the hook runs, and waits for the latch.
                requested = true;
            }
        }
        finished.countDown();
    }
}
