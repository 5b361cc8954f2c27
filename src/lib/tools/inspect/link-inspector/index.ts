/**
 * Says what a link really is from its writing alone: whose name it carries, and the tricks with which links pretend
 * (URL Standard, https://url.spec.whatwg.org/; Punycode, RFC 3492; https://publicsuffix.org/).
 */
export { severities, type LinkCode } from './finding.ts'
export { inspectLink, type LinkProblem, type LinkReport } from './inspect-link.ts'
