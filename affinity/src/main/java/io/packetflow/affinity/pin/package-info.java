/**
 * Threads on their CPUs, and CPUs reserved across the processes of the host.
 *
 * <p>{@link io.packetflow.affinity.pin.ThreadPinning} pins the calling thread and reads back from {@code /proc} that it
 * runs where it should; where that cannot be had it says why, so that the caller can fall back to waits that yield.
 * Linux threads inherit the mask of the thread that starts them, so helper threads are made here and go back to the
 * mask with which the process was started. {@link io.packetflow.affinity.pin.CoreReservations} keep two processes from
 * spinning on one core, by lock files that the operating system releases when their process dies.
 *
 * <p>May import: {@code topology}, {@code plan}; OpenHFT Affinity in {@code ThreadPinning} only, of which only the two
 * calls that set and read a mask are used: its lock inventory parses {@code /proc/cpuinfo}, silently hands out another
 * CPU than asked for, and knows nothing of cpusets. Everything here is cold: threads pin themselves before they spin.
 */
package io.packetflow.affinity.pin;
