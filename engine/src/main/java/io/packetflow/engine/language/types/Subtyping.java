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
package io.packetflow.engine.language.types;

import java.util.List;

/**
 * Cold path. Subtyping (thesis, appendix A.2): PacketType(g, e) below PacketType(g, *) below PacketType(*, *); and what
 * follows for atoms, tuples, records, lists, maps and functions.
 */
public final class Subtyping
{
    private Subtyping()
    {
    }

    /**
     * Tells whether every value of one type is one of another.
     *
     * @param lower type
     * @param upper type
     * @return whether it is; of what is unknown it is always so
     */
    public static boolean isSubtype(final Type lower, final Type upper)
    {
        if (lower.equals(upper) || lower instanceof Type.Unknown || upper instanceof Type.Unknown ||
            lower instanceof Type.Nothing)
        {
            return true;
        }
        if (lower instanceof Type.OneOf oneOf)
        {
            return oneOf.alternatives().stream().allMatch(alternative -> isSubtype(alternative, upper));
        }
        if (upper instanceof Type.OneOf oneOf)
        {
            return oneOf.alternatives().stream().anyMatch(alternative -> isSubtype(lower, alternative));
        }
        if (lower instanceof Type.Numeric one && upper instanceof Type.Numeric other)
        {
            return one.kind() == other.kind() && one.scale() <= other.scale();
        }
        if (lower instanceof Type.Atom one && upper instanceof Type.Atom other)
        {
            return other.names().isEmpty() || (!one.names().isEmpty() && other.names().containsAll(one.names()));
        }
        if (lower instanceof Type.Packet one && upper instanceof Type.Packet other)
        {
            return (other.group().isEmpty() || other.group().equals(one.group())) &&
                (other.element().isEmpty() || other.element().equals(one.element()));
        }
        return isPartwise(lower, upper);
    }

    private static boolean isPartwise(final Type lower, final Type upper)
    {
        if (lower instanceof Type.Text one && upper instanceof Type.Text other)
        {
            return one.lengthBytes() <= other.lengthBytes();
        }
        if (lower instanceof Type.Tuple one && upper instanceof Type.Tuple other)
        {
            return areSubtypes(one.elements(), other.elements());
        }
        if (lower instanceof Type.Fields one && upper instanceof Type.Fields other)
        {
            return other.fields().entrySet().stream().allMatch(field -> one.fields().containsKey(field.getKey()) &&
                isSubtype(one.fields().get(field.getKey()), field.getValue()));
        }
        if (lower instanceof Type.ListOf one && upper instanceof Type.ListOf other)
        {
            return isSubtype(one.element(), other.element()) &&
                (other.length() < 0 || other.length() == one.length());
        }
        if (lower instanceof Type.MapOf one && upper instanceof Type.MapOf other)
        {
            return isSubtype(one.key(), other.key()) && isSubtype(one.value(), other.value());
        }
        if (lower instanceof Type.Function one && upper instanceof Type.Function other)
        {
            return areSubtypes(other.arguments(), one.arguments()) && isSubtype(one.result(), other.result());
        }
        return false;
    }

    private static boolean areSubtypes(final List<Type> lower, final List<Type> upper)
    {
        if (lower.size() != upper.size())
        {
            return false;
        }
        for (int i = 0; i < lower.size(); i++)
        {
            if (!isSubtype(lower.get(i), upper.get(i)))
            {
                return false;
            }
        }
        return true;
    }
}
