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
package io.packetflow.engine.config;

import java.util.function.Consumer;

/** Cold path. What must hold between several settings. */
@FunctionalInterface
public interface SettingRelation
{
    /**
     * Checks one relation.
     *
     * @param settings every value, each in its own range
     * @param errors   receives what does not hold
     */
    void check(ReactorSettings settings, Consumer<SettingError> errors);
}
