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
package io.packetflow.engine.language.run;

import io.packetflow.engine.packet.InstanceHeader;
import io.packetflow.engine.packet.PacketContext;
import io.packetflow.engine.packet.ReleaseObserver;
import io.packetflow.layout.memory.Flyweight;
import io.packetflow.layout.memory.Slab;

/**
 * Hot path. Stands behind the last packets of a molecule that runs on its own: counts the instances that come to the
 * end, measures how long they took once they are released, keeps what one packet wrote.
 */
public final class RunProbe implements ReleaseObserver
{
    /** Name of the packet. */
    public static final String NAME = "RunProbe";

    private final InstanceHeader header;
    private final RunLog log;
    private final Slab slots;
    private final Flyweight watched;
    private final long watchedKinds;

    /**
     * Makes the probe.
     *
     * @param context of one running molecule
     * @param watch packet whose payload is kept, null for none
     */
    RunProbe(final PacketContext context, final WatchedPacket watch)
    {
        this.header = context.header();
        this.log = context.resource(RunLog.NAME, RunLog.class);
        this.slots = context.input().slab();
        this.watched = watch == null ? null : context.area(watch.packet(), watch.view());
        this.watchedKinds = watch == null ? 0 : watch.kindMask();
        context.count("instances that came to the end", log::completed);
        context.latency("service", log.service());
    }

    @Override
    public int onInstance()
    {
        log.complete();
        if ((watchedKinds & 1L << header.kind()) != 0)
        {
            log.keep(header.sequence(), slots, watched.offset());
        }
        return CONTINUE;
    }

    @Override
    public void onRelease()
    {
        log.record(header);
    }
}
