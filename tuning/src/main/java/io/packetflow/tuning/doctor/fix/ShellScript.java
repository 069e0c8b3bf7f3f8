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
package io.packetflow.tuning.doctor.fix;

import io.packetflow.tuning.doctor.report.Diagnosis;

/**
 * Cold path. The script for the operator: shows what it would do, does it with {@code --apply} as root, and does
 * nothing twice. Values are single words of the registry and lists of CPUs, so quoting is plain.
 */
final class ShellScript
{
    private static final String HEAD = """
        #!/usr/bin/env bash
        # Written by packetflow doctor --fix-script for @HOST@.
        # Pinned CPUs @PINNED@, housekeeping CPUs @HOUSEKEEPING@ (@ORIGIN@).
        #
        #   ./apply.sh            shows what would change
        #   ./apply.sh --apply    changes it; as root
        #
        # Running it again does nothing that is done already. What needs a boot, and what only you can decide, is
        # printed at the end.
        set -euo pipefail

        here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
        apply=no
        case ${1:-} in
            '') ;;
            --apply) apply=yes ;;
            *) printf 'usage: %s [--apply]\\n' "$0" >&2; exit 2 ;;
        esac
        if [ "$apply" = yes ] && [ "$(id -u)" -ne 0 ]; then
            printf 'apply.sh: changing this host needs root; run it with sudo\\n' >&2
            exit 4
        fi
        refused=0

        # put FILE TEXT CHECK: writes a text into a file of the kernel.
        put()
        {
            local file=$1 text=$2 check=$3 now
            if [ ! -e "$file" ]; then
                printf '%s  not there  %s\\n' "$check" "$file"
                return 0
            fi
            now=$(cat "$file" 2>/dev/null || true)
            # A choice in brackets is the one that holds.
            case $now in *"[$text]"*) now=$text ;; esac
            if [ "$now" = "$text" ]; then
                printf '%s  already    %s is %s\\n' "$check" "$file" "$text"
            elif [ "$apply" = no ]; then
                printf '%s  would set  %s to %s (is %s)\\n' "$check" "$file" "$text" "$now"
            elif printf '%s\\n' "$text" 2>/dev/null > "$file"; then
                printf '%s  set        %s to %s (was %s)\\n' "$check" "$file" "$text" "$now"
            else
                printf '%s  refused    %s: the kernel does not take %s\\n' "$check" "$file" "$text" >&2
                refused=1
            fi
        }

        # install_file NAME TARGET: copies one of the files beside this script.
        install_file()
        {
            local name=$1 target=$2
            if cmp -s "$here/$name" "$target"; then
                printf '     already    %s\\n' "$target"
            elif [ "$apply" = no ]; then
                printf '     would copy %s to %s\\n' "$name" "$target"
            else
                install -D -m 644 "$here/$name" "$target"
                printf '     copied     %s to %s\\n' "$name" "$target"
            fi
        }

        """;

    private static final String TAIL = """

        # What holds after the next boot.
        install_file sysctl.d/90-packetflow.conf /etc/sysctl.d/90-packetflow.conf
        if [ -d /run/systemd/system ]; then
            install_file systemd/packetflow-engine.slice /etc/systemd/system/packetflow-engine.slice
            install_file systemd/packetflow.service /etc/systemd/system/packetflow.service
            install_file systemd/packetflow.env /etc/packetflow/packetflow.env
            install_file systemd/system.conf.d/packetflow.conf /etc/systemd/system.conf.d/packetflow.conf
        fi
        if command -v tuned-adm > /dev/null; then
            install_file tuned/packetflow/tuned.conf /etc/tuned/packetflow/tuned.conf
            printf '\\nThen choose the profile: tuned-adm profile packetflow (it sets the kernel command line too).\\n'
        fi

        printf '\\nKernel parameters, for your boot loader (GRUB_CMDLINE_LINUX, grubby --args), then a boot:\\n\\n'
        printf '  %s\\n' "$(cat "$here/kernel-cmdline.txt")"
        """;

    private ShellScript()
    {
    }

    static String of(final Diagnosis diagnosis, final Remedies remedies)
    {
        final StringBuilder text = new StringBuilder(HEAD
            .replace("@HOST@", inComment(diagnosis.host().files().name()))
            .replace("@PINNED@", diagnosis.host().pinned().toString())
            .replace("@HOUSEKEEPING@", diagnosis.host().placement().housekeeping().toString())
            .replace("@ORIGIN@", inComment(diagnosis.host().placement().origin())));
        text.append("# Settings that hold at once.\n");
        remedies.sysctls().forEach((name, value) -> put(text,
            "/proc/sys/" + name.replace('.', '/'), value, remedies.reasons().get(name)));
        remedies.writes().forEach((file, value) -> put(text, file, value, remedies.reasons().get(file)));
        text.append(TAIL);
        if (!remedies.byHand().isEmpty())
        {
            text.append("printf '\\nWhat no script does:\\n'\n");
            remedies.byHand().forEach((id, remedy) -> text.append("printf '  %s  %s\\n' ").append(id).append(' ')
                .append(quoted(remedy)).append('\n'));
        }
        return text.append("\nexit \"$refused\"\n").toString();
    }

    private static void put(final StringBuilder text, final String file, final String value, final String check)
    {
        text.append("put ").append(quoted(file)).append(' ').append(quoted(value)).append(' ').append(check)
            .append('\n');
    }

    /** A path may hold a line break, and what follows it would be a command. */
    private static String inComment(final String text)
    {
        return text.replaceAll("\\p{Cntrl}", "?");
    }

    private static String quoted(final String text)
    {
        return "'" + text.replace("'", "'\\''") + "'";
    }
}
