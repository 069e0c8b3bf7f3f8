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
package io.packetflow.engine.packet;

import java.util.function.LongSupplier;

import io.packetflow.engine.telemetry.LatencyRecorder;
import io.packetflow.layout.memory.Flyweight;

/** Cold path. What a packet's handler is made from: the flyweights and resources of one running molecule. */
public interface PacketContext
{
    /** Returns the packet's name. */
    String packet();

    /** Returns whether this molecule only warms up the code: its outputs are thrown away. */
    boolean isWarmUp();

    /** Returns the view of the slot's header, read-only for handlers. */
    InstanceHeader header();

    /** Returns the view of the instance's input. */
    InstanceInput input();

    /**
     * Returns the view of an area.
     *
     * @param writer name of this packet or of one of its ionic ancestors
     * @param view class of the flyweight that was declared for it
     * @param <F> type of the flyweight
     * @return the flyweight, bound to the slots of this molecule
     * @throws IllegalArgumentException if the packet writes no area, another view was declared, or no ionic bond
     *         orders it before this packet
     */
    <F extends Flyweight> F area(String writer, Class<F> view);

    /**
     * Returns a resource that the packet declared.
     *
     * @param name of the resource
     * @param type class of the resource
     * @param <R> type of the resource
     * @return the resource
     * @throws IllegalArgumentException if the packet does not use it or it is of another type
     */
    <R> R resource(String name, Class<R> type);

    /**
     * Returns this packet's back edge into its own molecule.
     *
     * @param maxInputBytes largest input that it will emit
     * @return the emitter
     * @throws IllegalArgumentException if the molecule declares no back edge for this packet, or one for less
     */
    Emitter emitter(int maxInputBytes);

    /**
     * Shows a count of this packet in the counters file. The conductor reads it now and then on its own thread; a plain
     * field of the handler may be seen a little late.
     *
     * @param label what is counted, such as {@code orders sent}
     * @param value reads the count
     */
    void count(String label, LongSupplier value);

    /**
     * Shows percentiles of what a recorder records in the counters file, once a second: the conductor takes what was
     * recorded meanwhile on its own thread, and the packet's node pays nothing for it. Samplers see everything as well.
     *
     * @param series name of the series in the whole molecule, such as {@code tick to trade}
     * @param recorder that this packet's node writes
     * @throws IllegalArgumentException if a packet of the molecule shows a series of that name already
     */
    void latency(String series, LatencyRecorder recorder);
}
