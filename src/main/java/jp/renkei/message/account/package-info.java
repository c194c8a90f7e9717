/**
 * Public money receiving account (公金受取口座, 公的給付支給等口座登録簿関係情報): whether a person has registered an
 * account, and which. The layouts are the project's own, after the items of DOMAIN.md 5; what an
 * account consists of and how names are compared follows the transfer records of the Japanese
 * Bankers Association (全銀, DOMAIN.md 6.1). It is asked only where the person wishes so (DOMAIN.md
 * 10, (3)※).
 */
package jp.renkei.message.account;
