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
package io.packetflow.ringbuffers.journal.write;

/** Cold path. Who wrote the newest epoch, so far as it says what may be missing in it. */
public enum LastWriter
{
    /** Nobody: the journal is new. */
    NONE,
    /** A process under this boot of this host: the page cache is whole, whatever killed the process. */
    THIS_BOOT,
    /** A process under another boot: what was not synced may be missing, page by page. */
    OTHER_BOOT
}
