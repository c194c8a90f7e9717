/**
 * Inquiries asked on paper (文書照会): a numbered letter and a line for the print vendor, and reminders
 * by business days. What comes back is keyed in by hand. The vendor's file is the project's own
 * definition.
 */
package jp.renkei.inquiry.paper;
