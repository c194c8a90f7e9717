/**
 * Characters that another system has not (DOMAIN.md 8): what stands for them in what leaves, and
 * what is lost by it. Which variant forms are one is the project's own table.
 */
package jp.renkei.message.characters;
