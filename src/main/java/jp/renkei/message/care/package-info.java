/**
 * Long-term care benefits (介護保険給付等関係情報): whether a person was insured in a calculation period, and
 * the own burdens that the combined limit (高額介護合算療養費) needs. What belongs to the comprehensive
 * project (総合事業) is never mixed in, and shares are checked, not computed (DOMAIN.md 0 and 5).
 * Layout and code values are the project's own.
 */
package jp.renkei.message.care;
