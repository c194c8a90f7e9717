/**
 * Agencies that answer, with the faults of real ones: for the demo, the tests and the load; never
 * in the jar. An agency is a folder of {@code mock-endpoints/} (who it is, what its residents say)
 * and a {@link jp.renkei.mock.Behaviour} for its message kind. It knows the hub only from outside:
 * its queues, the schemas and the keys that both sides hold.
 */
package jp.renkei.mock;
