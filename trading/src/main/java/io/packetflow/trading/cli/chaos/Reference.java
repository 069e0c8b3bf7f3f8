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
package io.packetflow.trading.cli.chaos;

/** Cold path. What a run that nobody killed came to. */
final class Reference
{
    private final Death end;
    private final byte[] orders;
    private final String stateHash;
    private final InputDigests inputs;

    /**
     * Takes all of it; nothing is copied.
     *
     * @param end of its process
     * @param orders bytes of its order file
     * @param stateHash of its molecule at the end
     * @param inputs of its journal
     */
    Reference(final Death end, final byte[] orders, final String stateHash, final InputDigests inputs)
    {
        this.end = end;
        this.orders = orders;
        this.stateHash = stateHash;
        this.inputs = inputs;
    }

    Death end()
    {
        return end;
    }

    byte[] orders()
    {
        return orders;
    }

    String stateHash()
    {
        return stateHash;
    }

    InputDigests inputs()
    {
        return inputs;
    }
}
