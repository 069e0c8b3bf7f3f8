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
package io.packetflow.engine.chemistry.dependency;

/**
 * Cold path. Two packets that a covalent bond joins over a resource. Symmetric: each pair stands once, in order of
 * composition.
 *
 * @param first packet
 * @param second packet
 * @param resource that they share
 */
public record ResourceDependency(String first, String second, String resource)
{
    /**
     * Tells whether it joins two packets over a resource, whichever is named first.
     *
     * @param one packet
     * @param other packet
     * @param shared resource
     * @return whether it does
     */
    public boolean joins(final String one, final String other, final String shared)
    {
        return resource.equals(shared) &&
            ((first.equals(one) && second.equals(other)) || (first.equals(other) && second.equals(one)));
    }
}
