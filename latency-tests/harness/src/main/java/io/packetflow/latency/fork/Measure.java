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
package io.packetflow.latency.fork;

import java.util.Locale;

/** Cold path. What a fork answers beside its durations, one number each. */
public enum Measure
{
    /** Messages that counted. */
    MESSAGES,
    /** Order messages that were sent, all in all. */
    ORDERS,
    /** Order messages for each message of the market in which orders can be caused. */
    ORDERS_PER_MESSAGE,
    /** Nanoseconds for one message, whether or not it caused an order. */
    NANOS_PER_MESSAGE,
    /** Messages a second. */
    MESSAGES_PER_SECOND,
    /** Messages a second that were planned, in an open loop. */
    PLANNED_PER_SECOND,
    /** Order messages a second. */
    ORDERS_PER_SECOND,
    /** Events a second through a ring. */
    EVENTS_PER_SECOND,
    /** Nanoseconds for one operation, the mean of a JMH fork. */
    OPERATION_NANOS,
    /** Nanoseconds for one operation, the mean of the iteration of a JMH fork that was disturbed least. */
    OPERATION_BEST_NANOS,
    /** Nanoseconds for one operation, the mean over samples below 5 us of a JMH fork that times each singly. */
    OPERATION_UNDISTURBED_NANOS,
    /** Nanoseconds for one operation, the median of a JMH fork that times each singly. */
    OPERATION_P50_NANOS,
    /** Nanoseconds for one operation, 90th percentile of a JMH fork that times each singly. */
    OPERATION_P90_NANOS,
    /** Nanoseconds for one operation, 99th percentile of a JMH fork that times each singly. */
    OPERATION_P99_NANOS,
    /** Bytes allocated for one operation. */
    BYTES_PER_OPERATION,
    /** Bytes of a slot for one packet. */
    BYTES_PER_PACKET,
    /** Bytes by which the heap grew while messages were processed, nothing being collected. */
    HEAP_GROWTH_BYTES,
    /** Seconds from the start of the JVM to the first message. */
    STARTUP_SECONDS,
    /** Nanoseconds from the start of the JVM to an engine that has recovered and may be opened. */
    RESTART_NANOS,
    /** Nanoseconds that the recovery itself took. */
    RECOVERY_NANOS,
    /** Nanoseconds from a fault to the epoch of the standby that took over, the median of a campaign. */
    DETECTION_NANOS,
    /** Nanoseconds from a fault to the epoch of the standby that took over, the longest of a campaign. */
    DETECTION_MAX_NANOS,
    /** Nanoseconds from a fault to the next order, the median of a campaign. */
    TAKEOVER_NANOS,
    /** Nanoseconds from a fault to the next order, the longest of a campaign. */
    TAKEOVER_MAX_NANOS,
    /** Acknowledged instances that were lost in a campaign. */
    LOST,
    /** Orders that a campaign found to be wrong. */
    WRONG,
    /** Bytes on the heap for one molecule. */
    HEAP_BYTES_PER_MOLECULE,
    /** Bytes off the heap for one molecule. */
    OFF_HEAP_BYTES_PER_MOLECULE,
    /** Packets of a molecule. */
    PACKETS,
    /** Instances that a molecule holds at once. */
    SLOTS,
    /** Seconds that the warm-up took. */
    WARM_UP_SECONDS,
    /** Rounds of the warm-up. */
    WARM_UP_ROUNDS,
    /** 1 if the warm-up ended because it was steady, 0 if at its limit. */
    WARM_UP_STEADY,
    /** CPUs that others used meanwhile. */
    FOREIGN_CPUS,
    /** CPUs that the hypervisor took away meanwhile. */
    STOLEN_CPUS;

    /** Returns the name in files. */
    public String key()
    {
        return name().toLowerCase(Locale.ROOT);
    }
}
