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
package io.packetflow.engine.language.build;

import io.packetflow.layout.state.Stateless;

/**
 * Cold path. Stands for a resource that only packets written in the language name: these keep nothing between
 * instances, so the name alone counts, as what joins them.
 */
public final class NominalResource implements Stateless
{
    /** Makes one. */
    public NominalResource()
    {
    }
}
