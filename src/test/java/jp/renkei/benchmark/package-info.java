/**
 * The benchmarks: what the whole hub carries, against what its broker carries bare, measured in the
 * same minutes on the same machine. Run by hand ({@code mvn -Pbenchmark verify}); no test asserts a
 * duration.
 */
package jp.renkei.benchmark;
