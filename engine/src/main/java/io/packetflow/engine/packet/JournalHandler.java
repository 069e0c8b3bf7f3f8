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

/**
 * Cold path. Stands for the code of a Journal packet, which the engine runs itself: it appends each instance where the
 * sequencing node admits it. Never called.
 */
public final class JournalHandler implements PacketHandler
{
    @Override
    public int onInstance()
    {
        throw new IllegalStateException("the engine journals instances itself; no stage runs a Journal packet");
    }
}
