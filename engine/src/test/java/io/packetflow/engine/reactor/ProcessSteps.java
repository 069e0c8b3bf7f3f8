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
package io.packetflow.engine.reactor;

import java.util.Random;

/** Steps a simulated process: its nodes and what its helper threads would do, in any order that chance brings. */
final class ProcessSteps
{
    static final int CHOICES = 100;
    /** The first so many choices ask a process for nothing that it would not do of itself. */
    static final int UNASKED_CHOICES = 97;

    private final Random random;
    private boolean isCommitWithheld;

    ProcessSteps(final Random random)
    {
        this.random = random;
    }

    /** Sets whether nothing becomes durable for now. */
    void withholdCommit(final boolean value)
    {
        isCommitWithheld = value;
    }

    /** Does one thing; the choice is 0 to {@link #CHOICES} - 1. */
    void step(final SimulatedProcess process, final int choice)
    {
        if (choice < 62)
        {
            stepNodes(process);
        }
        else if (choice < 77)
        {
            if (!isCommitWithheld)
            {
                process.writer().stepCommit();
            }
        }
        else if (choice < 84)
        {
            process.writer().stepPrepare();
        }
        else if (choice < 91)
        {
            process.writer().stepMark();
        }
        else if (choice < UNASKED_CHOICES)
        {
            stepUpkeep(process);
        }
        else
        {
            process.reactor().requestSnapshot();
        }
    }

    private void stepNodes(final SimulatedProcess process)
    {
        final int steps = 1 + random.nextInt(6);
        for (int i = 0; i < steps; i++)
        {
            process.reactor().step(random.nextInt(process.nodes()));
        }
    }

    void stepUpkeep(final SimulatedProcess process)
    {
        process.reactor().journal().stepUpkeep();
    }
}
