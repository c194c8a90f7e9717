/**
 * Local tax (地方税関係情報): what a person declared and is taxed by, asked of the municipality of 1
 * January of the tax year. Undeclared is not zero, and what a household's result needs is judged by
 * the NHI system (DOMAIN.md 0). Layout and code values are the project's own.
 */
package jp.renkei.message.tax;
