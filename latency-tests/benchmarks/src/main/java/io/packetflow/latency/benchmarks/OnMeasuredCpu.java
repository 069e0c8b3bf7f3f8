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
package io.packetflow.latency.benchmarks;

import io.packetflow.affinity.pin.ThreadPinning;
import io.packetflow.latency.host.MeasuredCpus;

import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Runs a benchmark's thread where the engine's planner would put a node. */
@State(Scope.Thread)
public abstract class OnMeasuredCpu
{
    /** Pins the calling thread; at each iteration, because JMH may change threads between them. */
    @Setup(Level.Iteration)
    public void pin()
    {
        ThreadPinning.pin(MeasuredCpus.choose(1).get(0));
    }
}
