/**
 * The checks: their registry, their texts, and the evaluators, a class for each category. An evaluator answers for
 * every host; what it cannot know it says, with the reason.
 */
package io.packetflow.tuning.doctor.check;
