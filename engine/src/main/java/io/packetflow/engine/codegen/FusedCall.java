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
package io.packetflow.engine.codegen;

import java.lang.reflect.Method;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.packetflow.engine.molecule.Molecule;
import io.packetflow.engine.molecule.Packet;
import io.packetflow.engine.packet.Fused;

/** How a packet of a region is called: by its {@link Fused} entry where all that it reads was written just before. */
final class FusedCall
{
    private FusedCall()
    {
    }

    /**
     * Writes the call.
     *
     * @param molecule of the packet
     * @param packet to call
     * @param before packets of the region that run before it
     * @return an expression that answers whether the instance goes on
     */
    static String text(final Molecule molecule, final Packet packet, final List<String> before)
    {
        return Stream.of(packet.handlerClass().getMethods())
            .filter(method -> method.isAnnotationPresent(Fused.class))
            .filter(method -> isReady(molecule, packet, method, before)).findFirst()
            .map(method -> "packet" + packet.name() + "." + method.getName() + "(" + arguments(method) + ")")
            .orElse("packet" + packet.name() + ".onInstance()");
    }

    private static String arguments(final Method method)
    {
        return Stream.of(method.getAnnotation(Fused.class).value()).map(name -> "area" + name)
            .collect(Collectors.joining(", "));
    }

    private static boolean isReady(
        final Molecule molecule, final Packet packet, final Method method, final List<String> before)
    {
        return Stream.of(method.getAnnotation(Fused.class).value())
            .allMatch(name -> name.equals(packet.name()) ||
                (before.contains(name) && firesWith(molecule.packet(name), packet)));
    }

    /** Whether it ran for every instance for which the packet runs. */
    private static boolean firesWith(final Optional<Packet> read, final Packet packet)
    {
        final long kinds = packet.trigger().kindMask();
        return read.isPresent() && (read.get().trigger().kindMask() & kinds) == kinds;
    }
}
