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

import io.packetflow.affinity.topology.CpuSet;

/**
 * Cold path. A helper thread that brings snapshots to the disk and asks for them. A thread of its own: to hash and to
 * sync one takes longer than a primary may be silent, so the heartbeat does not wait for it.
 */
final class SnapshotUpkeep implements AutoCloseable
{
    private final Snapshots snapshots;
    private final Runnable request;
    private final PeriodicThread thread;

    SnapshotUpkeep(final Snapshots snapshots, final Runnable request, final CpuSet nodeCpus)
    {
        this.snapshots = snapshots;
        this.request = request;
        this.thread = new PeriodicThread("snapshots", nodeCpus, this::step, snapshots::write);
    }

    void start()
    {
        thread.start();
    }

    void step()
    {
        snapshots.write();
        if (snapshots.isWanted())
        {
            request.run();
        }
    }

    @Override
    public void close()
    {
        thread.close();
    }
}
