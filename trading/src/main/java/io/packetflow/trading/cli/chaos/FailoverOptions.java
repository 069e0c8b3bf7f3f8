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
package io.packetflow.trading.cli.chaos;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Cold path. What a campaign over pairs of processes was asked for.
 *
 * @param common modes, number of faults in each, feed, seed, places
 * @param faults that are drawn from
 * @param rate of the feed, messages a second
 * @param stallLimitMillis after which a standby counts its primary as stalled
 * @param isWarmedUp whether the processes compile their code before they begin
 */
record FailoverOptions(
    CampaignOptions common, List<Fault> faults, int rate, int stallLimitMillis, boolean isWarmedUp)
{
    /** Returns the command that comes to a fault again. */
    String commandFor(final String mode, final int fault)
    {
        return "packetflow chaos --standby" +
            faults.stream().map(one -> " --fault " + one.text()).collect(Collectors.joining()) + " --mode " + mode +
            " --kills " + fault + " --messages " + common.messages() + " --symbols " + common.symbols() + " --rate " +
            rate + " --stall-limit " + stallLimitMillis + (isWarmedUp ? "" : " --no-warm-up") + " --seed " +
            common.seed() +
            common.settings().stream().map(setting -> " -c " + setting).collect(Collectors.joining());
    }
}
