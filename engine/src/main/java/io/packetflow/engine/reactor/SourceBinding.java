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
package io.packetflow.engine.reactor;

import io.packetflow.engine.packet.InstanceSource;

/**
 * A source from outside, by its class, so that the generated code can call it directly, and by what makes it.
 *
 * @param name for people
 * @param type concrete class: public and final
 * @param factory makes the source of one running molecule; its argument tells whether that only warms up the code
 */
public record SourceBinding(String name, Class<? extends InstanceSource> type, SourceFactory<?> factory)
{
    /**
     * Makes a source.
     *
     * @param <S> its type
     */
    @FunctionalInterface
    public interface SourceFactory<S extends InstanceSource>
    {
        /**
         * Makes a source.
         *
         * @param warmUp whether the molecule that it feeds only warms up the code
         * @return the source
         */
        S create(boolean warmUp);
    }
}
