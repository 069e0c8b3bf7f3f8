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
package io.packetflow.engine.language.source;

/**
 * Cold path. A place where the bytes of a file are no text.
 *
 * @param kind of defect
 * @param byteOffset of the first byte at fault, or the number of bytes of a file that is too large
 * @param span of the replacement character that stands for them in the text
 * @param remedy what may be done about it
 */
public record SourceDefect(Kind kind, long byteOffset, Span span, String remedy)
{
    /** Kinds of defects. */
    public enum Kind
    {
        /** Bytes that are not UTF-8. */
        NOT_UTF8,
        /** More bytes than a source file may have. */
        TOO_LARGE
    }
}
