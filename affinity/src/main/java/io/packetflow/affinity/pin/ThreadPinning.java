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
package io.packetflow.affinity.pin;

import java.nio.file.Path;
import java.util.BitSet;
import java.util.Locale;
import java.util.Optional;

import net.openhft.affinity.Affinity;

import io.packetflow.affinity.topology.CpuSet;

/**
 * Cold path. Pins threads to CPUs, verified, and keeps helper threads off them. The one class that touches OpenHFT
 * Affinity.
 *
 * <p>Assumptions: a thread pins itself, once, before it begins to spin. Guarantees: {@link #pin} never throws for what
 * a host refuses, and answers PINNED only if the kernel's own books say so; a thread for which it answers UNPINNED has
 * the mask with which the process was started. That mask is taken when this class is loaded, from the process's first
 * thread, so it is right even if a pinned thread loads the class.
 */
public final class ThreadPinning
{
    private static final Path PROCESS_STATUS = Path.of("/proc/self/status");
    private static final Path THREAD_STATUS = Path.of("/proc/thread-self/status");
    private static final Path THREAD_STAT = Path.of("/proc/thread-self/stat");

    private static final boolean LINUX = isLinux(System.getProperty("os.name"));
    private static final Optional<CpuSet> START_MASK = ThreadPlace.mask(PROCESS_STATUS).or(ThreadPinning::kernelMask);

    private ThreadPinning()
    {
    }

    /** Returns the mask with which the process was started; nothing where the host does not say. */
    public static Optional<CpuSet> startMask()
    {
        return START_MASK;
    }

    /**
     * Returns the CPUs on which the calling thread may run; nothing where the host does not say.
     *
     * @return its mask
     */
    public static Optional<CpuSet> currentMask()
    {
        return ThreadPlace.mask(THREAD_STATUS).or(ThreadPinning::kernelMask);
    }

    /**
     * Pins the calling thread to one CPU and verifies that it runs there.
     *
     * @param cpu number
     * @return PINNED, or UNPINNED with the reason: the operating system cannot do or show it, the CPU is offline or
     *     outside of the cpuset, a sandbox forbids it
     */
    public static PinOutcome pin(final int cpu)
    {
        return pin(cpu, System.getProperty("os.name"));
    }

    static PinOutcome pin(final int cpu, final String operatingSystem)
    {
        if (cpu < 0 || cpu > CpuSet.MAX_CPU)
        {
            return PinOutcome.unpinned(cpu, "a CPU number is from 0 to " + CpuSet.MAX_CPU);
        }
        if (!isLinux(operatingSystem))
        {
            return PinOutcome.unpinned(cpu, operatingSystem + " has no pinning that can be verified");
        }
        final Optional<String> refusal = setMask(CpuSet.of(cpu));
        if (refusal.isPresent())
        {
            setMask(START_MASK.orElse(CpuSet.EMPTY));
            return PinOutcome.unpinned(cpu, refusal.get());
        }
        return verify(cpu);
    }

    private static PinOutcome verify(final int cpu)
    {
        final Optional<CpuSet> mask = currentMask();
        final Optional<Integer> place = ThreadPlace.cpu(THREAD_STAT).or(ThreadPinning::kernelCpu);
        if (mask.equals(Optional.of(CpuSet.of(cpu))) && place.equals(Optional.of(cpu)))
        {
            return PinOutcome.pinned(cpu, "its mask is " + mask.get() + " and it runs on CPU " + place.get());
        }
        setMask(START_MASK.orElse(CpuSet.EMPTY));
        return PinOutcome.unpinned(cpu, "the request passed, but its mask is " +
            mask.map(CpuSet::toString).orElse("unknown (no " + THREAD_STATUS + ")") + " and it runs on CPU " +
            place.map(String::valueOf).orElse("unknown (no " + THREAD_STAT + ")"));
    }

    /**
     * Gives the calling thread the mask with which the process was started.
     *
     * @return the reason if it could not be done; nothing if it was done, or there was nothing to undo
     */
    public static Optional<String> unpin()
    {
        if (START_MASK.isEmpty() || currentMask().equals(START_MASK))
        {
            return Optional.empty();
        }
        return setMask(START_MASK.get());
    }

    /**
     * Runs a task on the calling thread with the mask with which the process was started, then gives the thread its own
     * mask back. For code that starts threads of its own: they inherit the mask that holds meanwhile.
     *
     * @param task to run
     * @throws IllegalStateException if the thread's own mask cannot be restored
     */
    public static void runUnpinned(final Runnable task)
    {
        final Optional<CpuSet> own = currentMask();
        final Optional<String> stuck = unpin();
        if (stuck.isPresent())
        {
            throw new IllegalStateException("cannot leave the CPUs " + own.get() + ": " + stuck.get());
        }
        try
        {
            task.run();
        }
        finally
        {
            if (own.isPresent() && !own.equals(currentMask()))
            {
                restore(own.get());
            }
        }
    }

    private static void restore(final CpuSet own)
    {
        final Optional<String> refusal = setMask(own);
        if (refusal.isPresent())
        {
            throw new IllegalStateException("cannot return to the CPUs " + own + ": " + refusal.get());
        }
    }

    /**
     * Makes a daemon thread that leaves the mask of the thread that starts it before it runs its task, so that it never
     * competes with a node that spins. Where the mask cannot be set, it could not have been inherited either.
     *
     * @param name of the thread
     * @param task to run
     * @return the thread, not started
     */
    public static Thread helperThread(final String name, final Runnable task)
    {
        final Thread thread = new Thread(() ->
        {
            final Optional<String> stuck = unpin();
            if (stuck.isPresent())
            {
                throw new IllegalStateException("helper thread '" + name + "' cannot leave the CPUs " +
                    currentMask().map(CpuSet::toString).orElse("unknown") + ": " + stuck.get());
            }
            task.run();
        }, name);
        thread.setDaemon(true);
        return thread;
    }

    /**
     * Makes a daemon thread as {@link #helperThread(String, Runnable)} does, for one that works as hard as a node: it
     * also keeps off given CPUs, unless the process has no others or the host refuses.
     *
     * @param name of the thread
     * @param avoided where nodes run; may be empty
     * @param task to run
     * @return the thread, not started
     */
    public static Thread helperThread(final String name, final CpuSet avoided, final Runnable task)
    {
        return helperThread(name, () ->
        {
            final CpuSet others = START_MASK.orElse(CpuSet.EMPTY).minus(avoided);
            if (!avoided.isEmpty() && !others.isEmpty())
            {
                setMask(others);
            }
            task.run();
        });
    }

    /** Sets the mask of the calling thread; returns the reason if the host refuses. */
    private static Optional<String> setMask(final CpuSet cpus)
    {
        if (cpus.isEmpty())
        {
            return Optional.of("the process's own CPUs are unknown");
        }
        try
        {
            if (!Affinity.isJNAAvailable())
            {
                return Optional.of("JNA cannot load its native library; give it a writable, executable directory " +
                    "with -Djna.tmpdir");
            }
            Affinity.setAffinity(cpus.toBitSet());
            return Optional.empty();
        }
        catch (final RuntimeException refused)
        {
            return Optional.of("the kernel refused the CPUs " + cpus + " (" + refused.getMessage() +
                "; errno 22 means that no such CPU is online and in the cpuset)");
        }
        catch (final LinkageError missing)
        {
            return Optional.of("native access is missing: " + missing +
                "; start the JVM with tuning/bin/jvm.args and a writable directory for JNA");
        }
    }

    /** Asks the kernel itself, for sandboxes that hide {@code /proc}. */
    private static Optional<CpuSet> kernelMask()
    {
        if (!LINUX || !isNativeAvailable())
        {
            return Optional.empty();
        }
        final BitSet mask = Affinity.getAffinity();
        return mask.isEmpty() ? Optional.empty() : Optional.of(CpuSet.of(mask.stream()));
    }

    private static Optional<Integer> kernelCpu()
    {
        return LINUX && isNativeAvailable() ? Optional.of(Affinity.getCpu()) : Optional.empty();
    }

    private static boolean isNativeAvailable()
    {
        try
        {
            return Affinity.isJNAAvailable();
        }
        catch (final LinkageError missing)
        {
            // The same error is reported, with its remedy, when a mask is to be set.
            return false;
        }
    }

    private static boolean isLinux(final String operatingSystem)
    {
        return operatingSystem.toLowerCase(Locale.ROOT).startsWith("linux");
    }
}
