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
package io.packetflow.engine.telemetry;

/**
 * Cold path. A kind of counter; modules implement it as an enum, one constant a kind.
 *
 * <p>The id is what tools of other processes go by, so it never changes its meaning; {@link CounterRange} says which
 * ids a module may use.
 */
public interface CounterType
{
    /** @return the id, inside the module's {@link CounterRange} */
    int typeId();

    /** @return what is counted, with its unit, such as {@code orders rejected} */
    String label();
}
