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
package io.packetflow.affinity.pin;

import java.util.Collection;
import java.util.List;

import io.packetflow.affinity.topology.CpuSet;

/** Cold path. CPUs that this process holds until it closes the reservation or ends. Thread-safe. */
public final class CoreReservation implements AutoCloseable
{
    private final List<CpuLock> locks;
    private final CpuSet cpus;

    CoreReservation(final List<CpuLock> locks, final Collection<Integer> cpus)
    {
        this.locks = List.copyOf(locks);
        this.cpus = CpuSet.of(cpus.stream().mapToInt(Integer::intValue));
    }

    /** Returns the CPUs that were reserved, quiet siblings included. */
    public CpuSet cpus()
    {
        return cpus;
    }

    /** Gives the CPUs back; a second call does nothing. */
    @Override
    public void close()
    {
        CpuLock.closeAll(locks);
    }
}
