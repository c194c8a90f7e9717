/**
 * Answers that people key in (回答の手入力), one keys in and another confirms: from the hub's own
 * letters, and by hand for whatever else has ended and left the matter open, as it was told by
 * telephone or on paper of somebody else's. The outcome is {@code MANUAL}.
 */
package jp.renkei.inquiry.byhand;
