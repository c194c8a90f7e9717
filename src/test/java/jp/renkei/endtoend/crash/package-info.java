/**
 * Ends a process at a named point of its code, without a hook in that code: a Java agent, made of
 * these classes at test time, weaves a halt into the method.
 */
package jp.renkei.endtoend.crash;
