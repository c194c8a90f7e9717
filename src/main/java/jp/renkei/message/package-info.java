/**
 * Message kinds: typed questions and answers, with their form in JSON (towards callers) and in XML
 * or JSON (towards agencies), the schemas of both, and the facts derived from an answer. The
 * layouts are the project's own definition, modelled on what is public; they are not an official
 * format. A kind is stateless; it knows neither Camel, JMS nor Spring.
 */
package jp.renkei.message;
