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
package io.packetflow.latency.peers.ring;

import java.util.Arrays;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Cold path. Reads a kind of ring. */
final class PeerRingConverter implements ITypeConverter<PeerRing>
{
    @Override
    public PeerRing convert(final String text)
    {
        return Arrays.stream(PeerRing.values()).filter(kind -> kind.toString().equals(text)).findFirst()
            .orElseThrow(() -> new TypeConversionException(
            "a ring of others is one of " + Arrays.toString(PeerRing.values()) + ", but not: " + text));
    }
}
