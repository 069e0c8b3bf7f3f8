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

import java.util.function.Supplier;

import io.packetflow.affinity.pin.CoreConflictException;
import io.packetflow.affinity.plan.CorePlanException;
import io.packetflow.affinity.topology.TopologyException;
import io.packetflow.engine.codegen.CodegenException;
import io.packetflow.engine.control.ControlException;
import io.packetflow.engine.journal.JournalException;
import io.packetflow.engine.journal.RecoveryRefusedException;
import io.packetflow.engine.journal.ReplayException;
import io.packetflow.engine.plan.PlanException;
import io.packetflow.engine.reactor.ReactorException;
import io.packetflow.ringbuffers.journal.write.JournalDirectoryException;

/**
 * Cold path. Tells what the engine refuses for a reason that its user can act on, which is the host's or the
 * environment's fault (exit code 4), from defects, which keep their stack trace.
 */
public final class EngineRefusals
{
    private EngineRefusals()
    {
    }

    /**
     * Runs something of the engine.
     *
     * @param action to run
     * @param <T> type of its result
     * @return what it returns
     * @throws HostException for what the host or the environment refuses
     * @throws BadDataException for a journal that is refused
     */
    public static <T> T translate(final Supplier<T> action)
    {
        try
        {
            return action.get();
        }
        catch (final CorePlanException e)
        {
            // The module that plans cores knows no settings.
            throw new HostException(e.getMessage() + "\n  --plan one-node needs a single core; " +
                "packetflow.group.GROUP.cores gives a group other CPUs", e);
        }
        catch (final PlanException | CoreConflictException | TopologyException | CodegenException |
            ControlException | ReactorException e)
        {
            throw new HostException(e.getMessage(), e);
        }
        catch (final RecoveryRefusedException | ReplayException e)
        {
            throw new BadDataException(e.getMessage(), e);
        }
        catch (final JournalException e)
        {
            if (e.getCause() instanceof JournalDirectoryException refused && refused.isDamage())
            {
                throw new BadDataException(e.getMessage(), e);
            }
            throw new HostException(e.getMessage(), e);
        }
        catch (final IllegalStateException e)
        {
            // The counters file is in use, huge pages are required and not granted, and the like.
            throw new HostException(e.getMessage(), e);
        }
        catch (final OutOfMemoryError e)
        {
            throw new HostException("the host has not enough memory for the tables and rings: " + e.getMessage() +
                "; take fewer symbols or instances", e);
        }
    }
}
