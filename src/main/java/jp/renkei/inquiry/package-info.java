/**
 * The life of an inquiry (照会), step by step as the routes name them: permit, validate, transform,
 * accept; sent or postponed; then for its reply identify, understand, derive, end. And what happens
 * to replies that must not be delivered, and to inquiries that nobody answers. It knows neither
 * Camel, JMS nor HTTP.
 */
package jp.renkei.inquiry;
