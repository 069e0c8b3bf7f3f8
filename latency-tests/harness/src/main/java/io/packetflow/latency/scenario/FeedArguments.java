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
package io.packetflow.latency.scenario;

import java.util.ArrayList;
import java.util.List;

import io.packetflow.latency.engine.EngineSpec;
import io.packetflow.latency.load.Pace;
import io.packetflow.latency.run.BenchOptions;
import io.packetflow.latency.run.Feed;

/** Cold path. The arguments of forks that send a feed. */
final class FeedArguments
{
    private FeedArguments()
    {
    }

    static List<String> of(
        final String fork, final Feed feed, final BenchOptions options, final long messages, final Pace pace)
    {
        return List.of(fork, "--feed", feed.spec(options, messages).toString(), "--messages", Long.toString(messages),
            "--pace", pace.toString());
    }

    static List<String> engine(
        final EngineSpec spec, final Feed feed, final BenchOptions options, final long messages, final Pace pace)
    {
        final List<String> arguments = new ArrayList<>(of("engine", feed, options, messages, pace));
        arguments.addAll(List.of("--plan", spec.toString()));
        return arguments;
    }

    /** Says what is sent, and where no target fits it. */
    static String note(final Feed feed, final BenchOptions options, final long messages)
    {
        final String what = "feed: " + feed.spec(options, messages).title();
        if (feed.isWhatTargetsMean(options))
        {
            return what;
        }
        return what + (options.size().isSmoke() ? "; far too small for any target" :
            "; it stands in for the recorded file, so no target fits (give the file with --recorded)");
    }
}
