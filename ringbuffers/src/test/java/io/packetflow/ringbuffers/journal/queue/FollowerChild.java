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
package io.packetflow.ringbuffers.journal.queue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A process that follows an epoch and prints how far it is; reads the queue back when the epoch has ended. */
final class FollowerChild
{
    private FollowerChild()
    {
    }

    public static void main(final String[] args) throws IOException
    {
        final PrintStream output = System.out;
        final BufferedReader input = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        // The channels of the JDK have a socket of their own, which is not connected: it is there before ours.
        FileChannel.open(Path.of("/dev/null"), StandardOpenOption.READ).close();
        output.println("ready");
        input.readLine();
        final QueueFollower follower =
            QueueFollower.of(Path.of(args[0]), Integer.parseInt(args[1]), QueueFollowerTest.SETTINGS);
        follower.start(Thread::new);
        long printed = 0;
        while (!follower.isComplete() && follower.failureCount() == 0 && !output.checkError())
        {
            if (follower.followedSequence() > printed)
            {
                printed = follower.followedSequence();
                output.println(printed);
            }
            Thread.onSpinWait();
        }
        follower.failure().ifPresent(failure -> output.println(failure.message()));
        output.println("read " + QueueFollowerTest.read(follower.directory().orElseThrow()).size());
        Thread.getAllStackTraces().keySet().forEach(thread -> output.println("thread " + thread.getName()));
        output.println("done");
        input.readLine();
    }
}
