/**
 * What can be wrong, as a closed catalogue: every refusal that leaves the hub has a code from here,
 * with its cause and remedy in English and Japanese, and never holds a value from the request. The
 * refusal to start at all is here too. Every other room may use this one; it uses none.
 */
package jp.renkei.problem;
