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

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks the other entry of a handler, for instances whose earlier packets ran in the same compiled region: public, it
 * answers what {@link PacketHandler#onInstance()} would, and takes the views of areas as arguments.
 *
 * <p>A handler finds an area through a field of its own, and no compiler can know that it is the very view through
 * which another handler has just written. Given as an argument by their common caller it is, so what was written is
 * still in a register: the views keep what was written last in plain fields beside the memory. The caller uses this
 * entry only where every packet that is named ran before in the same region, for the same kinds of instances;
 * otherwise it calls {@code onInstance}.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Fused
{
    /** Returns the packets whose areas are the arguments, in their order: ancestors, and the packet itself. */
    String[] value();
}
