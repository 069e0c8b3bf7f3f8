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
package io.packetflow.engine.language.code;

import java.util.Optional;

import io.packetflow.engine.molecule.Area;
import io.packetflow.engine.molecule.Trigger;
import io.packetflow.engine.packet.HandlerFactory;
import io.packetflow.engine.packet.PacketHandler;

/**
 * Cold path. The compiled code of a packet whose behaviour is written in the language: what a {@link
 * io.packetflow.engine.molecule.Packet} needs beside what its program declares.
 *
 * @param area the payload that it writes, if it has one
 * @param handlerClass of its code: final and public
 * @param factory makes a handler for a running molecule
 * @param trigger that fires it; a condition of the program is part of the handler
 */
public record LanguagePacket(
    Optional<Area> area, Class<? extends PacketHandler> handlerClass, HandlerFactory<?> factory, Trigger trigger)
{
}
