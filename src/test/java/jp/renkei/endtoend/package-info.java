/**
 * The hub from outside: processes that are started, killed and started again on the same folder,
 * load that keeps its promises, and the check that everything accepted came to exactly one end.
 */
package jp.renkei.endtoend;
