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
package io.packetflow.trading.cli;

import java.util.Map;

import io.packetflow.engine.reactor.OfflineReplay;
import io.packetflow.engine.reactor.Reactor;

/** Cold path. A TradingEngine that rests, whether it has run or was replayed. */
interface EngineState
{
    /** Finds a resource. */
    <R> R resource(String name, Class<R> type);

    /** Returns the state hashes of the packets in order of composition. */
    Map<String, Long> stateHashes();

    static EngineState of(final Reactor reactor)
    {
        return new EngineState()
        {
            @Override
            public <R> R resource(final String name, final Class<R> type)
            {
                return reactor.resource(name, type);
            }

            @Override
            public Map<String, Long> stateHashes()
            {
                return reactor.stateHashes();
            }
        };
    }

    static EngineState of(final OfflineReplay replay)
    {
        return new EngineState()
        {
            @Override
            public <R> R resource(final String name, final Class<R> type)
            {
                return replay.resource(name, type);
            }

            @Override
            public Map<String, Long> stateHashes()
            {
                return replay.stateHashes();
            }
        };
    }
}
